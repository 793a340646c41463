"""Words that limit the day of publication without giving it.

An office that somebody holds, a date or meeting still to come, and "last year" or "this year" next to something
whose year is known: each gives a clue, that is, the days on which these words can have been written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from contactline.dates import Expression, calendar, chronology
from contactline.dating.evidence import YEARLESS, DatedFact, TextEvidence, describe, in_words, iso_value
from contactline.lexicon import Lexicon, derived
from contactline.names.actors import KnownActor, actors
from contactline.names.spelling import alike
from contactline.records import Mention

_ANNOUNCED = ("meeting", "election")  # kinds of landmarks that texts mention before they take place
_AFTER_LAST_LANDMARK = 400  # most days after the last known landmark in which a text is assumed to be written
_BEFORE_DATE = 30  # characters before a date that are searched for words about its place in time
_BESIDE_NAME = 12  # characters between "last year's" and the name of a landmark that it dates
_BEFORE_HOLDER = 50  # characters before a name in which the title of its office is looked for
_BEFORE_TITLE = 60  # characters before a title in which "former" is looked for
_YEAR_WEIGHT = 3.0  # weight of a clue that leaves only one year
_AROUND_TERM = timedelta(days=14)
"""Around a term in which its holder is called by the office: elected and not yet sworn in, just resigned."""
_TOP = 1500  # characters from the start in which such holders are those of the news
_BEFORE_COUNTERPART = 140  # characters before a name in which a title that it shares is looked for
_NAMES = r"(?:[A-Z][\w'’-]+\.?\s+){1,3}"
_OF_SEVERAL = re.compile(
    rf"(?:\s+of\s+(?:the\s+)?{_NAMES}and\s+(?:the\s+)?(?:[A-Z][\w'’-]+\s*){{1,2}})?[\s,–—-]+(?:{_NAMES}and\s+)?"
)
"""What stands between "presidents" and the name of one of them: "of A and B, Ann Keeper and"."""
_COUNTERPART = re.compile(r"[^.;:()\"“”]{0,100}\b(?:his|her)\s(?:\w+\s)?counterpart,?\s")
"""What stands between "President Keeper" and the name of another who holds such an office."""
_MEDIATES = "co_chair"  # the office of the co-chairs of the mediation
_CO_CHAIRS = re.compile(r"\bco-?chair(?:s|men|man|persons?)?\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|ex|then|late|previous|past|predecessor)\b[^.;]*$", re.IGNORECASE)
_AROUND_UNSURE = timedelta(days=183)
"""Around a term of a mediator whose first or last day is not sure."""
_THIS_YEAR = re.compile(
    r"\b(?:this|it)\s(?:is|['’]s|has\sbeen)\s(?:already\s)?(?:the|his|her|their|its)\s(?:first|second|third|fourth|fifth"
    r"|sixth|latest)\b[^.;,]{0,80}?\b(?:in|of)\s$|\bso\sfar\sin\s$",
    re.IGNORECASE,
)
"""Before a year that the article is of: "this is the second visit to the region in 2031"."""
_YEAR_TOLD = 120  # characters before a year in which such words stand
_NEXT_YEAR = timedelta(days=14)  # after its end in which a year is still told of as the running one
_IN_PRINT = timedelta(days=3)  # a text about a plan can still appear so long after the planned day
_DAY_AHEAD = re.compile(
    r"\b(?:on|in|by|until|till|before|for|to|from|of)\s+(?:the\s+)?(?:(?:early|late|mid|beginning|end)(?:\s+of|-)?\s*)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:[a-z]{2,}ed|had|made|gave|said|told|spoke)\b")
_PLAN = re.compile(r"\bto\s+[a-z]+\b")
_ON_OR_IN = re.compile(r"\b(?:on|in)\s+(?:the\s+)?(?:(?:early|late|mid|beginning|end)(?:\s+of|-)?\s*)?$")
_SURELY_AHEAD = re.compile(
    r"\b(?:will|would|shall|won['’]t|due|scheduled|planned|expected|set|(?:is|are)\s+to|plans?|next|upcoming)\b"
)
"""Words that make a date after a plan a future one; without them, the date in "voiced their intention to meet
in" can be that of the statement."""
_NO_HOLDER = re.compile(
    r"\b(?:(?i:former|then|ex|late|previous|past|first|elected|vice|deputy)[ -]+(?:\w+[ -]+)?"
    r"|(?i:former|then|ex|late|previous|past)[ -]+(?:(?:[A-Z][\w'’]*|of|the|\w+ist)[ -]+)+)$"
)
"""Words before a title that say that its bearer does not, or not yet, hold the office.

The place of the office can stand between: "former Nagorno-Karabakh State Minister".
"""
_NOT_ONE_NAME = re.compile(r"[.,;:()\"“”]|\b(?:and|with|to|that|said|met|told|by|by the)\b")
"""Text between a title and a name that shows that they are not one person's."""

Term = tuple[date | None, date | None]
"""The first and last day on which somebody held an office; None: the beginning or end is unknown, or has not
come."""


@dataclass(frozen=True, slots=True)
class Clue:
    """The days on which some words can have been written, from ``first`` to ``last`` (None: open on that side).

    ``why``: a plain sentence for the reader. ``weight``: how much the clue counts compared with others. ``at``:
    the offset of the words, -1 for none; clues of the same words count once.
    """

    first: date | None
    last: date | None
    weight: float
    why: str
    at: int = -1


def planned_dates(text: TextEvidence, facts: Sequence[DatedFact]) -> list[Clue]:
    """Dates with a year that are still to come: the text was written before they ended, and appeared soon after.

    A date before something that the text reports as past, or inside a name ("the April 2016 fighting"), does not
    count.
    """
    found = []
    latest = max((fact.first for fact in facts if not fact.hinted), default=None)
    for e in text.expressions:
        if e.form != "date" or e.kind != "date" or e.year is None or e.era or not text.tense.is_future(e):
            continue
        if not _DAY_AHEAD.search(text.text[max(0, e.start - _BEFORE_DATE) : e.start]) or _can_be_of_telling(
            text, e
        ):
            continue
        last = calendar.interval_of(iso_value(e)).end
        if last and (latest is None or latest <= last):
            found.append(Clue(None, last + _IN_PRINT, 1.0, f"'{e.text}' is still to come"))
    return found


def _can_be_of_telling(text: TextEvidence, e: Expression) -> bool:
    """Whether a date after a plan can be the day on which the plan was announced: "they agreed to meet in
    June".
    """
    before = text.text[text.sentence_around(e.start)[0] : e.start]
    clause = before[max(before.rfind("."), before.rfind(";")) + 1 :]
    told, on = _TOLD.search(clause), _ON_OR_IN.search(clause)
    between = told and on and _PLAN.search(clause, told.end(), on.start())
    return between is not None and _SURELY_AHEAD.search(before) is None


def awaited_meetings(text: TextEvidence, facts: Sequence[DatedFact]) -> list[Clue]:
    """Meetings and elections that are only reported as still to come, while nothing later is reported as past."""
    hits: dict[str, list[chronology.CueMatch]] = defaultdict(list)
    for hit in chronology.find(text.text, text.lexicon):
        if hit.sure and hit.strength == "news" and hit.landmark.kind in _ANNOUNCED:
            hits[hit.landmark.landmark_id].append(hit)
    found = []
    for group in hits.values():
        x = group[0].landmark
        if any(text.tense.at(hit.start, hit.end) != "future" for hit in group):
            continue
        if any(fact.first > x.start for fact in facts):
            continue
        words = text.text[group[0].start : group[0].end]
        found.append(Clue(None, x.start, 1.0, f"'{words}' ({x.name}, {in_words(x.start)}) is still to come"))
    return found


def offices(text: TextEvidence, mentions: Sequence[Mention]) -> list[Clue]:
    """The terms of office of people whom the text calls by their office ("President Sargsyan"), each once.

    A surname alone, of somebody without a longer name in the text, can be that of anybody who held the office.
    """
    found: dict[tuple[str, str], Clue] = {}
    called_in_full = {mention.ref for mention in mentions if " " in mention.text}
    for mention in mentions:
        title = _title_before(mention, text) or _shared_title(mention, text)
        if title is None or mention.ref is None:
            continue
        office = _titles(text.lexicon).offices[title[0].lower()]
        holder = mention.ref, office
        who = (mention.ref,) if mention.ref in called_in_full else _namesakes(text.lexicon).get(holder, ())
        terms = [term for ref in who for term in _terms(text.lexicon).get((ref, office), ())]
        if not terms or holder in found:
            continue
        since = None if any(first is None for first, _ in terms) else min(first for first, _ in terms if first)
        until = None if any(last is None for _, last in terms) else max(last for _, last in terms if last)
        until = None if _tells_of_a_year(text, mention) else until
        words = text.text[title.start() : mention.end]
        if since is None and until is None:
            continue
        term = " to ".join(in_words(day) for day in (since, until) if day)
        why = f"'{words}' (in office {'from ' if since else 'until '}{term}, give or take two weeks)"
        found[holder] = Clue(since and since - _AROUND_TERM, until and until + _AROUND_TERM, 1.0, why)
    return list(found.values())


def _tells_of_a_year(text: TextEvidence, mention: Mention) -> bool:
    """Whether the sentence around a name is about a past year, so that the person need not hold the office any
    more.

    That is a year alone, or one before the latest year in the text.
    """
    low, high = text.sentence_around(mention.start)
    dated = [e for e in text.expressions if e.form == "date" and e.kind == "date" and e.year is not None]
    latest = max((e.year for e in dated if e.year), default=0)
    return any(low <= e.start < high and (e.month is None or (e.year or 0) < latest) for e in dated)


def _title_before(mention: Mention, text: TextEvidence) -> re.Match[str] | None:
    """The title of an office right before an actor's name, None where there is none or it is a former one."""
    if mention.ref is None or mention.form != "name" or mention.kind != "actor":
        return None
    low = max(text.sentence_around(mention.start)[0], mention.start - _BEFORE_HOLDER)
    titles = _titles(text.lexicon).pattern.finditer(text.text, low, mention.end)
    title = max(titles, key=lambda found: found.start(), default=None)
    if title is None or _NO_HOLDER.search(text.text[max(0, title.start() - _BEFORE_TITLE) : title.start()]):
        return None
    return None if _NOT_ONE_NAME.search(text.text[title.end() : mention.start]) else title


def _shared_title(mention: Mention, text: TextEvidence) -> re.Match[str] | None:
    """The title that a holder shares with another: "Presidents A and B", "President A and his counterpart B".

    Only near the top, where the news is: further down such pairs are mostly of talks long past.
    """
    if mention.ref is None or mention.form != "name" or mention.kind != "actor" or mention.start > _TOP:
        return None
    low = max(text.sentence_around(mention.start)[0], mention.start - _BEFORE_COUNTERPART)
    for titles, between in (
        (_titles(text.lexicon).several, _OF_SEVERAL),
        (_titles(text.lexicon).pattern, _COUNTERPART),
    ):
        for title in reversed(list(titles.finditer(text.text, low, mention.start))):
            before = text.text[max(0, title.start() - _BEFORE_TITLE) : title.start()]
            if between.fullmatch(text.text, title.end(), mention.start) and not _NO_HOLDER.search(before):
                return title
    return None


def mediators(text: TextEvidence, mentions: Sequence[Mention]) -> list[Clue]:
    """The terms of the co-chairs of the mediation whom a text names by their full names, two at least.

    They mostly stand in a list, without a title each: "Ambassadors Bradtke, Popov and Faure". Terms whose days are
    not sure are taken to be longer by half a year at either end.
    """
    if _CO_CHAIRS.search(text.text) is None:
        return []
    terms, found = _mediating(text.lexicon), {}
    for mention in mentions:
        named = mention.kind == "actor" and mention.form == "name" and " " in mention.text
        if not named or mention.ref not in terms or mention.ref in found:
            continue
        before = text.text[max(0, mention.start - _BEFORE_TITLE) : mention.start]
        if _FORMER.search(before) or _tells_of_a_year(text, mention):
            continue
        first, last = terms[mention.ref]
        term = " to ".join(f"{day:%B %Y}" for day in (first, last) if day)
        why = f"'{mention.text}' (co-chair of the mediation about {term})"
        found[mention.ref] = Clue(first, last, 1.0, why)
    return list(found.values()) if len(found) > 1 else []


@derived
def _mediating(lexicon: Lexicon) -> dict[str, Term]:
    """From when to when each co-chair of the mediation can have been called so."""
    found = {}
    for row in lexicon.rows("actor_roles"):
        if row["office"] == _MEDIATES:
            around = _AROUND_UNSURE if row["confidence"] == "unsure" else _AROUND_TERM
            first, last = _day_or_none(row["since"]), _day_or_none(row["until"])
            found[row["actor_id"]] = (first and first - around, last and last + around)
    return found


@dataclass(frozen=True, slots=True)
class _Titles:
    """The titles of one holder, and of several ("presidents"), and the office of each by its lower-case words."""

    pattern: re.Pattern[str]
    several: re.Pattern[str]
    offices: dict[str, str]


@derived
def _titles(lexicon: Lexicon) -> _Titles:
    rows = lexicon.rows("offices")
    one, several = (
        _any_title(row["title"] for row in rows if bool(row["plural"]) is many) for many in (False, True)
    )
    return _Titles(one, several, {row["title"].lower(): row["office"] for row in rows})


def _any_title(titles: Iterable[str]) -> re.Pattern[str]:
    longest_first = "|".join(re.escape(t) for t in sorted(titles, key=lambda t: (-len(t), t)))
    return re.compile(rf"(?<!\w)({longest_first or '(?!)'})(?!\w)", re.IGNORECASE)


@derived
def _terms(lexicon: Lexicon) -> dict[tuple[str, str], tuple[Term, ...]]:
    """(actor_id, office): the terms in which the actor holds it, as far as they are sure."""
    found: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for row in lexicon.rows("actor_roles"):
        if row["office"] and row.get("confidence") != "unsure":
            found[row["actor_id"], row["office"]].append((_day_or_none(row["since"]), _day_or_none(row["until"])))
    return {key: tuple(terms) for key, terms in found.items()}


@derived
def _namesakes(lexicon: Lexicon) -> dict[tuple[str, str], tuple[str, ...]]:
    """(actor_id, office): those who held the office for the same country with a surname like the actor's."""
    known, found = actors(lexicon), {}
    for ref, office in _terms(lexicon):
        others = [o for o, same in _terms(lexicon) if same == office and o != ref and {o, ref} <= known.keys()]
        found[ref, office] = (ref, *(o for o in others if _is_namesake(known[ref], known[o])))
    return found


def _is_namesake(one: KnownActor, other: KnownActor) -> bool:
    return one.country == other.country and alike(one.surname, other.surname)


def _day_or_none(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def years(text: TextEvidence, facts: Sequence[DatedFact]) -> list[Clue]:
    """The years that "last year's 44-day war" or "on September 27 this year" (a landmark's day) allow."""
    return [*_years_of_names(text), *_years_of_dates(text, facts), *_running_years(text)]


def _running_years(text: TextEvidence) -> Iterator[Clue]:
    """ "This is the second visit in 2031": written in that year, or at the very beginning of the next."""
    for e in text.expressions:
        if e.form != "date" or e.year is None or e.month is not None or e.era:
            continue
        if _THIS_YEAR.search(text.text[max(0, e.start - _YEAR_TOLD) : e.start]):
            last = date(e.year, 12, 31) + _NEXT_YEAR
            yield Clue(date(e.year, 1, 1), last, _YEAR_WEIGHT, f"'{e.text}' is told as the running year", e.start)


def _years_of_names(text: TextEvidence) -> Iterator[Clue]:
    """ "Last year's 44-day war": the landmark's year and the words' distance from it give the article's."""
    hits = [hit for hit in chronology.find(text.text, text.lexicon) if hit.sure]
    for e in text.expressions:
        if e.form != "shift" or e.unit != "year" or e.anchor != "article" or e.offset not in (-1, 0):
            continue
        for hit in hits:
            between = text.text[e.end : hit.start] if e.end <= hit.start else text.text[hit.end : e.start]
            if len(between) <= _BESIDE_NAME and not re.search(r"[.,;:]|\b(?:and|in|since)\b", between):
                year = hit.landmark.start.year - e.offset
                name = text.text[hit.start : hit.end]
                yield _in_year(year, f"'{e.text}' beside '{name}' can only have been written in {year}")


def _years_of_dates(text: TextEvidence, facts: Sequence[DatedFact]) -> Iterator[Clue]:
    """ "On September 27 this year", where the text reports a landmark of that day."""
    for e in text.expressions:
        if e.form != "date" or e.month is None or e.year is not None:
            continue
        if e.year_offset is None or e.year_anchor != "article":
            continue
        same_day = (f for f in facts if f.landmark and _is_day_of(e.month, e.day, f.first))
        if (fact := next(same_day, None)) is not None:
            year = fact.first.year - e.year_offset
            yield _in_year(year, f"'{e.text}' and {describe(fact)} fit only {year}")


def _is_day_of(month: int, day: int | None, landmark: date) -> bool:
    """Whether a month, or a day of it, is that of a landmark, with a tolerance of one day."""
    return landmark.month == month and (day is None or abs(landmark.day - day) <= 1)


def _in_year(year: int, why: str) -> Clue:
    return Clue(date(year, 1, 1), date(year, 12, 31), _YEAR_WEIGHT, why)


def dates_with_weekday(text: TextEvidence, first: date, last: date) -> list[DatedFact]:
    """Dates with a weekday and without a year that fit only one day from ``first`` to ``last``."""
    found = []
    last = min(last, chronology.landmarks(text.lexicon)[-1].start + timedelta(days=_AFTER_LAST_LANDMARK))
    for e in text.expressions:
        if e.form != "date" or e.weekday is None or e.day is None or e.month is None or e.year is not None:
            continue
        days = [calendar.safe_day(year, e.month, e.day) for year in range(first.year, last.year + 1)]
        fitting = [day for day in days if day and first <= day <= last and day.weekday() == e.weekday]
        if len(fitting) == 1 and not text.tense.is_future(e):
            found.append(DatedFact(fitting[0], fitting[0], e.start, e.text, "", YEARLESS, by_date=True))
    return found
