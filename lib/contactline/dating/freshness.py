"""The last day on which an article that reports its latest fact in this way can have been written.

A past event limits the day of publication on one side only: a war's first day is mentioned for years. The other
limit needs its own evidence. It exists if the fact is the news itself, reported in the opening: the time after
which such articles appear was measured (publication_lags.csv). It also exists if the text describes a war or a
blockade as going on, as it had then not ended. Otherwise the days stay open.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from contactline.dates import Expression, chronology
from contactline.dating import yearless
from contactline.dating.bounds import Clue
from contactline.dating.evidence import (
    NOT_YET,
    WITH_YEAR,
    DatedFact,
    TextEvidence,
    commemorates,
    in_words,
    words_of_kinds,
)
from contactline.dating.pointers import counts_from_article
from contactline.lexicon import Lexicon, derived

_ENOUGH = 7  # measured articles from which their middle says anything of others
OPENING = 600  # characters at the start in which a report gives its news
LASTING_KINDS = ("war", "blockade")
"""Kinds of landmarks that last: articles name their first day until they end, and long after."""
_LONG = 10  # least length in days of such a landmark to be described as going on
_AFTER_END = 7  # days after its end in which an article can still describe it as going on
_SPAN_OF_NEWS = 7  # days of the longest landmark that can be the news as a whole
_NEAR = 300  # most characters on either side of a fact that are read of its sentence
_LOOK_BACK = re.compile(
    r"\b(?:anniversar\w+|commemorat\w+|remembrance|in\s+memory\s+of|(?:year|month|decade)s?\s+(?:ago|earlier|later)"
    r"|last\s+year|back\s+in|(?:weeks|months|years)\s+(?:after|since|following))\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:which|whose|where)\b[^.;]{0,80}$", re.IGNORECASE)
_NAMES_THING = re.compile(
    r"(?<!\bmorning )(?<!\bnight )(?<!\bevening )(?<!\bafternoon )(?<!\bhours )(?<!\bday )(?<!\bdawn )"
    r"\b(?:of|dated|signed|the)\s+$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\bthe\s+(?:[\w'’-]+\s+){0,3}?([\w-]+)\s+(?:on|held\s+on|in)\s+$", re.IGNORECASE)
_NAMED_AFTER = re.compile(
    r"\s+(?:statement|declaration|accord|war|[\w-]+s?\s+(?:agreement|statement|deal))\b", re.IGNORECASE
)
"""A date that identifies a thing and does not say when something happened: "the decree of 31 January"."""
_AHEAD_OF_PAST = re.compile(r"\b(?:was|were|had\s+been)\s+(?:to|due|set|scheduled)\b[^.;]{0,80}$")
"""Before a day that was ahead when something was agreed, and need not be now: "was to take effect on"."""
_GOES_ON = re.compile(
    r"\b(?:continu(?:e|es|ed|ing)|ongoing|on-going|under\s+way|still|so\s+far|latest|rages?|raging|again|new"
    r"|amid|calls?|called\s+(?:for|on)|urg(?:e|es|ed|ing))\b",
    re.IGNORECASE,
)
_IS_OVER = re.compile(
    r"\b(?:after|since|following|in|during|ended)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+|last\s+year's\s+)?"
    r"(?:second\s+|2020\s+|44-day\s+|six-week\s+|recent\s+)*(?:karabakh\s+)?(?:war|blockade)\b"
    r"|\b(?:44|forty-four)[- ]day\b|\bsix[- ]weeks?\b|\blast\s+year\b|\banniversary\b|\bpost-?war\b",
    re.IGNORECASE,
)


def end_of(text: TextEvidence, fact: DatedFact) -> Clue | None:
    """The last day on which an article reporting this latest fact in this way was written; None where unknown."""
    if (whole := _lasting_landmark(fact, text.lexicon)) is not None:
        return _while_it_goes_on(text, whole, fact)
    if not (way := told_as(text, fact)):
        return None
    lag = lags(text.lexicon)[way]
    if _tells_of_later_day(text, fact, last_day(fact) + timedelta(days=lag)):
        return None
    why = f"it is reported as news, which articles do within {lag} days"
    return Clue(None, last_day(fact) + timedelta(days=lag), 1.0, why)


def last_day(fact: DatedFact) -> date:
    """The day from which the age of news is counted: a fact's last day, or the first day of a longer one."""
    return fact.last if (fact.last - fact.first).days < _SPAN_OF_NEWS else fact.first


def told_as(text: TextEvidence, fact: DatedFact) -> str:
    """The way in which a text reports a fact as its news, as named in publication_lags.csv; "" where it is not
    news.
    """
    if fact.coarse or fact.lasting or fact.hinted or fact.since or looks_back(text, fact) or commemorates(text):
        return ""
    if fact.at > OPENING and not _follows(fact):
        return ""
    if fact.by_date:
        return "" if fact.landmark and _is_beside_news(text, fact) else "date"
    return "landmark_and_days" if is_fresh(text) else "landmark"


def _tells_of_later_day(text: TextEvidence, fact: DatedFact, end: date) -> bool:
    """Whether the text has a date without a year that, in the year nearest to a fact, is after ``end``.

    The fact then need not be the latest in the text: "on June 6, and above all on November 2".
    """
    for e in text.expressions:
        if e.form != "date" or e.month is None or e.day is None or e.year is not None or e.open in NOT_YET:
            continue
        is_ahead = text.tense.is_future(e) and not _AHEAD_OF_PAST.search(
            text.text[max(0, e.start - _NEAR) : e.start]
        )
        if is_ahead or _names_thing(text, e):
            continue
        value = yearless.nearest_value(e, fact.first)
        if value is not None and date.fromisoformat(value) > end:
            return True
    return False


def _is_beside_news(text: TextEvidence, fact: DatedFact) -> bool:
    """Whether a text gives its news by a weekday before it mentions, in another sentence, a fact with its date.

    Reports name the days of their own week: "They met on Monday. The summit of May 16 had agreed so."
    """
    low, _ = text.sentence_around(fact.at)
    return any(
        e.weekday is not None and e.start < low and counts_from_article(e) and not text.tense.is_future(e)
        for e in text.expressions
    )


def looks_back(text: TextEvidence, fact: DatedFact) -> bool:
    """Whether the words around a fact show that it is remembered, or identifies a thing, and is not the news."""
    low, high = text.sentence_around(fact.at)
    low, high = max(low, fact.at - _NEAR), min(high, fact.at + _NEAR)
    if _LOOK_BACK.search(text.text, low, high) or _RELATIVE.search(text.text[low : fact.at]):
        return True
    if fact.by_date and fact.weight >= WITH_YEAR:
        return True  # news gives its dates without the year
    e = next((e for e in text.expressions if e.start == fact.at), None)
    if e is None:
        return False
    end = e.words[1]
    if _names_thing(text, e):
        return True
    behind = re.match(r"\s+(?=[a-z])", text.text[end : end + _NEAR])
    kind = words_of_kinds(text.lexicon).get(fact.kind)
    return behind is not None and kind is not None and kind.match(text.text, end + behind.end()) is not None


def _names_thing(text: TextEvidence, e: Expression) -> bool:
    """Whether a date says which thing is meant: "the decree of 31 January", "the Vienna meeting on 16 May"."""
    low = text.sentence_around(e.start)[0]
    before = text.text[max(low, e.start - _NEAR) : e.start]
    if _NAMES_THING.search(before) or _NAMED_AFTER.match(text.text, e.words[1]):
        return True
    named = _DEFINITE.search(before)
    return named is not None and any(kind.fullmatch(named[1]) for kind in words_of_kinds(text.lexicon).values())


def is_fresh(text: TextEvidence) -> bool:
    """Whether the opening refers to days as a news report does: "today", "on Tuesday"."""
    return any(
        counts_from_article(e, ()) and not text.tense.is_future(e) for e in text.expressions if e.start <= OPENING
    )


def _follows(fact: DatedFact) -> bool:
    """Whether a fact is a date without its year that follows others: reports go on from day to day."""
    return fact.by_date and not fact.landmark


@derived
def lags(lexicon: Lexicon) -> dict[str, int]:
    """By way of reporting news, the days after its latest fact within which an article is assumed to appear."""
    return {row["told_as"]: int(row["days"]) for row in lexicon.rows("publication_lags")}


@derived
def _medians(lexicon: Lexicon) -> dict[str, int]:
    """For each way to tell news of which enough articles were measured, the days in which half had appeared."""
    rows = [row for row in lexicon.rows("publication_lags") if int(row["articles"]) >= _ENOUGH]
    return {row["told_as"]: int(row["median"]) for row in rows}


def likeliest(text: TextEvidence, fact: DatedFact) -> date | None:
    """The day by which half of the articles that tell a fact so have appeared; None where that is unknown."""
    return likeliest_after(last_day(fact), told_as(text, fact), text.lexicon)


def likeliest_after(day: date, way: str, lexicon: Lexicon) -> date | None:
    """As ``likeliest``, for an article that tells of a day in a way of publication_lags.csv."""
    median = _medians(lexicon).get(way)
    return None if median is None else day + timedelta(days=median)


def _lasting_landmark(fact: DatedFact, lexicon: Lexicon) -> chronology.Landmark | None:
    """The war or blockade that a fact is or begins, None for another fact."""
    if not fact.landmark or fact.kind not in LASTING_KINDS:
        return None
    same = [
        x
        for x in chronology.landmarks(lexicon)
        if x.kind in LASTING_KINDS and abs((x.start - fact.first).days) <= 1 and (x.end - x.start).days >= _LONG
    ]
    return max(same, key=lambda x: x.end, default=None)


def _while_it_goes_on(text: TextEvidence, whole: chronology.Landmark, fact: DatedFact) -> Clue | None:
    """The clue that a war or blockade described as going on gives: it had not ended."""
    if (
        _IS_OVER.search(text.text)
        or commemorates(text)
        or looks_back(text, fact)
        or not _GOES_ON.search(text.text)
    ):
        return None
    last = whole.end + timedelta(days=_AFTER_END)
    return Clue(None, last, 1.0, f"the text describes it as going on ({whole.name}, until {in_words(whole.end)})")
