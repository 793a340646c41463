"""The dated facts of a text: past events in it that can be dated, on which all dating is based.

A fact is a landmark of the chronology ("the fuel depot" is the explosion of 25 September 2023), a date with its
year, or a landmark's day without its year next to words of its kind ("fighting broke out on September 27").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from contactline.dates import Expression, Tense, calendar, chronology
from contactline.lexicon import Lexicon, derived
from contactline.lexicon.conflict import conflict_parties
from contactline.records import Document, Span

READ = 100_000  # characters of a text that are read for its date; more would add nothing
WITH_YEAR, YEARLESS = 3.0, 2.0  # weight of a day with its year, and without it
_PART_OF_DATE = 1.0  # weight of a month or a year
_HEAVIEST = 3.0  # weight of a landmark that many cues name
_WEAK_CUE = 0.5  # weight of a cue that names a landmark only with others
_ENOUGH_WEAK_CUES = 2  # number of weak cues that together name a landmark; with just as many it is a hint
_FIRST_YEAR, _LAST_YEAR = 1988, 2035  # years of the conflict; other years do not date an article about it
_REACH = 200  # characters between a landmark's date and the words of its kind
_SINCE_BEFORE, _SINCE_AFTER = 12, 6  # characters around a fact in which "since" or "from" is looked for
_CLAUSE = 60  # characters before a fact in which its clause begins with "since"
_BEFORE_DATE = 30  # characters before a date in which words show that it belongs to the page
_OF_THE_PAGE = re.compile(
    r"\b(?:updated?|modified|edited|revised|accessed|retrieved|added|archived|copyright)(?:\s+(?:on|at))?[\s:|]*$",
    re.IGNORECASE,
)
"""Words before a date that is not part of the text: that of a later change, or when somebody read or saved it."""
_HEAD = 300  # characters at the start in which a text says that it looks back at something
_COMMEMORATES = re.compile(
    r"\b(?:anniversar\w+|commemorat\w+|remembrance|remember(?:s|ed|ing)|on\s+this\s+day|years\s+(?:ago|on|later))\b",
    re.IGNORECASE,
)
_BEGINS_LATER = re.compile(
    r"\bto\s+(?!the\b|a\b)[a-z]{3,}\s[^.;]*\b(?:from|by|as\s+of|starting|effective)\s+$", re.IGNORECASE
)
"""Before a date from which something is to be, which need not have come: "signed a law to close it from"."""
NOT_YET = ("until", "before")  # values of ``open`` with which the day need not have come
_LONGEST_DAY = 3  # a landmark of at most so many days can also be recognised by its last day
_MOST_IMPORTANT = 1  # importance of landmarks that are recognised by day and kind, without their place
_TURNS = ("war", "clash", "ceasefire", "agreement")  # their kinds
_SOUGHT_KINDS = ("agreement", "ceasefire")  # kinds of landmarks that are negotiated and awaited before they exist
_SOUGHT_BEFORE = re.compile(
    r"\b(?:close(?:r|st)?\s+(?:\w+\s+){0,2}to|near(?:er|ing)?|towards?|ready|poised|able|unable|hop(?:e[sd]?|ing)|way"
    r"|want(?:s|ed)?|seek(?:s|ing)?|sought|fail(?:s|ed)?|refus\w+|urg\w+|call(?:s|ed|ing)?\s+for|talks|negotiat\w+"
    r"|discuss\w*|work(?:s|ed|ing)?\s+on|draft\w*|text|prospects?|chances?|possible|future|proposed|without|no)\b"
    r"[^.;,]{0,60}$",
    re.IGNORECASE,
)
_SOUGHT_AFTER = re.compile(r"\s+(?:should|would|could|may|might|must|can|will|text|talks)\b", re.IGNORECASE)
"""Words around "a peace deal" that show that there is none yet: "close to signing", "should look like"."""


@dataclass(frozen=True, slots=True)
class TextEvidence:
    """What the rules of dating use of an article: the beginning of its text, its date expressions and tenses."""

    document: Document
    text: str
    expressions: tuple[Expression, ...]
    tense: Tense
    lexicon: Lexicon

    @classmethod
    def of(cls, document: Document, expressions: Sequence[Expression], lexicon: Lexicon) -> TextEvidence:
        read = tuple(e for e in expressions if e.end <= READ)
        return cls(document, document.text[:READ], read, Tense(document, lexicon), lexicon)

    def sentence_around(self, at: int) -> Span:
        """The bounds of the sentence around an offset, or of the last one before it; before all sentences, the
        whole text.
        """
        i = bisect_right(self.document.sentences, at, key=lambda sentence: sentence.start) - 1
        if i < 0:
            return 0, len(self.text)
        sentence = self.document.sentences[i]
        return sentence.start, max(sentence.end, at)


@dataclass(frozen=True, slots=True)
class DatedFact:
    """An event or date that the text reports as past: its first and last day, and where it is in the text.

    ``at``: an offset in the text. ``words``: the words there. ``landmark``: the name of a row of chronology.csv,
    "" for a mere date. ``weight``: up to 3, how well the words support it.
    """

    first: date
    last: date
    at: int
    words: str
    landmark: str
    weight: float
    coarse: bool = False  # a month, a year or world news: a bound, but not the date of the article's news
    since: bool = False  # the beginning of something that goes on: "since 1994"
    by_date: bool = False  # known by its date alone
    lasting: bool = False  # named by words used long afterwards ("Russian peacekeepers"), or by weak cues only
    hinted: bool = False  # named by two weak cues alone
    kind: str = ""  # of the landmark: war, ceasefire, meeting, ...

    @property
    def is_news(self) -> bool:
        """Whether an article that reports it was probably written soon after."""
        return not (self.coarse or self.lasting)


def in_words(day: date) -> str:
    """A day in plain words: "20 September 2023"."""
    return f"{day.day} {day:%B %Y}"


def describe(fact: DatedFact) -> str:
    """A fact in plain words: "'fuel depot' (Fuel depot explosion, 25 September 2023)"."""
    if fact.landmark:
        return f"'{fact.words}' ({fact.landmark}, {in_words(fact.first)})"
    return fact.words if fact.words.startswith("'") else f"'{fact.words}'"


def dated_facts(text: TextEvidence) -> list[DatedFact]:
    """Every landmark and date that the text reports as past, each once.

    Landmarks and dates with their year are in the order of the text, followed by the landmarks recognised by their
    day.
    """
    found = [*_named_landmarks(text), *_dates_with_year(text)]
    first_told = {(fact.first, fact.last, fact.words): fact for fact in reversed(found)}
    return [*sorted(first_told.values(), key=lambda fact: fact.at), *_landmarks_by_day(text)]


def _named_landmarks(text: TextEvidence) -> Iterator[DatedFact]:
    """The landmarks that a strong cue, or two weak ones, name in the text or in a title outside it."""
    hits: dict[str, list[chronology.CueMatch]] = defaultdict(list)
    for hit in chronology.find(text.text, text.lexicon):
        if text.tense.at(hit.start, hit.end) != "future" and not _is_sought(hit, text):
            hits[hit.landmark.landmark_id].append(hit)
    if text.document.title_span is None:
        for hit in chronology.find(text.document.title, text.lexicon):
            hits[hit.landmark.landmark_id].append(replace(hit, start=0, end=0))
    for group in hits.values():
        if (fact := _landmark_of(group, text)) is not None:
            yield fact


def _is_sought(hit: chronology.CueMatch, text: TextEvidence) -> bool:
    """Whether a weak cue is about an agreement or truce that does not exist yet; a strong cue is a name."""
    if hit.sure or hit.landmark.kind not in _SOUGHT_KINDS:
        return False
    before = text.text[text.sentence_around(hit.start)[0] : hit.start]
    return _SOUGHT_BEFORE.search(before) is not None or _SOUGHT_AFTER.match(text.text, hit.end) is not None


def _landmark_of(hits: list[chronology.CueMatch], evidence: TextEvidence) -> DatedFact | None:
    """The fact given by the cues of one landmark, None where they do not suffice."""
    text, belligerents = evidence.text, conflict_parties(evidence.lexicon).belligerents
    strong = {hit.cue for hit in hits if hit.sure}
    weak = _weak_cues(hits, strong)
    if not strong and len(weak) < _ENOUGH_WEAK_CUES:
        return None
    landmark = hits[0].landmark
    is_hinted = not strong and len(weak) <= _ENOUGH_WEAK_CUES
    best = next((hit for hit in hits if hit.cue in strong), hits[0])
    return DatedFact(
        first=landmark.start,
        last=landmark.end,
        at=best.start,
        words=text[best.start : best.end] or best.cue,
        landmark=landmark.name,
        weight=min(len(strong) + _WEAK_CUE * len(weak), _HEAVIEST),
        coarse=not belligerents.keys() & set(landmark.parties),  # news of the world
        since=_is_since(text, best.start),
        hinted=is_hinted,
        lasting=not is_hinted and not any(hit.sure and hit.strength == "news" for hit in hits),
        kind=landmark.kind,
    )


def _weak_cues(hits: Sequence[chronology.CueMatch], strong: set[str]) -> set[str]:
    """The weak cues that occur at least once outside a longer cue."""
    found: set[str] = set()
    for hit in hits:
        if hit.cue in strong or hit.cue in found:
            continue
        if not any(_is_part(hit, other) for other in hits):
            found.add(hit.cue)
    return found


def _is_part(hit: chronology.CueMatch, other: chronology.CueMatch) -> bool:
    """Whether a cue is only a part of a longer one: "Merkel" in "Chancellor Merkel"."""
    return hit.cue != other.cue and other.start <= hit.start and hit.end <= other.end


def _is_since(text: str, at: int) -> bool:
    """Whether the words at an offset give the beginning of something that goes on."""
    around = text[max(0, at - _SINCE_BEFORE) : at + _SINCE_AFTER]
    if re.search(r"\b(?:since|from)\b", around, re.IGNORECASE):
        return True
    return re.search(r"\bsince\b[^,.;]*$", text[max(0, at - _CLAUSE) : at], re.IGNORECASE) is not None


def _dates_with_year(text: TextEvidence) -> Iterator[DatedFact]:
    """The past dates with their year; a day weighs more than a month or a year."""
    for e in text.expressions:
        if (
            e.kind != "date"
            or e.form not in ("date", "holiday")
            or e.year is None
            or e.era
            or e.open in NOT_YET
            or not _FIRST_YEAR <= e.year <= _LAST_YEAR
        ):
            continue
        interval = calendar.interval_of(iso_value(e))
        before = text.text[text.sentence_around(e.start)[0] : e.start]
        if _OF_THE_PAGE.search(before[-_BEFORE_DATE:]) or _BEGINS_LATER.search(before):
            continue
        if interval.start and interval.end and not text.tense.is_future(e):
            yield DatedFact(
                first=interval.start,
                last=interval.end,
                at=e.start,
                words=e.text,
                landmark="",
                weight=_PART_OF_DATE if e.day is None else WITH_YEAR,
                coarse=e.day is None,
                since=bool(e.open),
                by_date=True,
            )


def _landmarks_by_day(text: TextEvidence) -> Iterator[DatedFact]:
    """The landmarks whose day is given without its year, beside words of their kind ("fighting broke out on")."""
    yield from _landmarks_by_month(text)
    by_day, kinds = _by_day(text.lexicon), words_of_kinds(text.lexicon)
    for e in text.expressions:
        if e.form != "date" or e.month is None or e.day is None or e.year is not None or text.tense.is_future(e):
            continue
        low, high = text.tense.sentence(e.start, e.end)
        around = text.text[max(low, e.start - _REACH) : min(high, e.end + _REACH)]
        for x in by_day.get((e.month, e.day), ()):
            is_named = (
                x.importance <= _MOST_IMPORTANT and x.kind in _TURNS or _names_place(x, around, text.lexicon)
            )
            if is_named and e.open not in NOT_YET and x.kind in kinds and kinds[x.kind].search(around):
                since = bool(e.open) or _is_since(text.text, e.start)
                yield DatedFact(
                    x.start, x.end, e.start, e.text, x.name, 1.0, since=since, by_date=True, kind=x.kind
                )


def _landmarks_by_month(text: TextEvidence) -> Iterator[DatedFact]:
    """The landmark that alone fits a month without its year, its town and its kind: "met in early March in Sochi".

    It bounds the days from below, but is not the article's news.
    """
    by_month, kinds = _by_month(text.lexicon), words_of_kinds(text.lexicon)
    for e in text.expressions:
        if e.form != "date" or e.month is None or e.day is not None or e.year is not None or e.open or e.relation:
            continue
        low, high = text.tense.sentence(e.start, e.end)
        around = text.text[max(low, e.start - _REACH) : min(high, e.end + _REACH)]
        fitting = [
            x
            for x in by_month.get(e.month, ())
            if x.kind in kinds and kinds[x.kind].search(around) and _names_place(x, around, text.lexicon)
        ]
        fitting = [x for x in fitting if _in_part(x, e)]
        if len(fitting) == 1 and not text.tense.is_future(e):
            (x,) = fitting
            yield DatedFact(x.start, x.end, e.start, e.text, x.name, 1.0, coarse=True, kind=x.kind)


def _in_part(x: chronology.Landmark, e: Expression) -> bool:
    """Whether a landmark lies in the part of its month that an expression names: "early March"."""
    part = calendar.part_of(calendar.month_interval(x.start.year, x.start.month), e.part)
    return part.start is not None and part.end is not None and part.start <= x.start <= part.end


@derived
def _by_month(lexicon: Lexicon) -> dict[int, tuple[chronology.Landmark, ...]]:
    """The landmarks of a day that begin in each month of the year."""
    found: dict[int, list[chronology.Landmark]] = defaultdict(list)
    for x in chronology.landmarks(lexicon):
        if (x.end - x.start).days <= _LONGEST_DAY:
            found[x.start.month].append(x)
    return {month: tuple(some) for month, some in found.items()}


def commemorates(text: TextEvidence) -> bool:
    """Whether a text's opening says that something is commemorated, so that its days are not those of the
    article.
    """
    return (
        _COMMEMORATES.search(text.document.title) is not None
        or _COMMEMORATES.search(text.text, 0, _HEAD) is not None
    )


def _names_place(x: chronology.Landmark, words: str, lexicon: Lexicon) -> bool:
    """Whether words name the town or site of a landmark; a whole country or Nagorno-Karabakh is too large to
    show it.
    """
    return x.place in _sites(lexicon) and re.search(rf"(?<!\w){re.escape(x.place)}(?!\w)", words) is not None


@derived
def _sites(lexicon: Lexicon) -> frozenset[str]:
    """The names of places that are points: towns, villages, bridges."""
    return frozenset(row["name"] for row in lexicon.rows("places") if row["extent"] == "point")


@derived
def _by_day(lexicon: Lexicon) -> dict[tuple[int, int], tuple[chronology.Landmark, ...]]:
    """(month, day): the landmarks that begin or end on it."""
    found: dict[tuple[int, int], list[chronology.Landmark]] = defaultdict(list)
    for x in chronology.landmarks(lexicon):
        for day in {x.start, x.end} if (x.end - x.start).days <= _LONGEST_DAY else {x.start}:
            found[day.month, day.day].append(x)
    return {key: tuple(some) for key, some in found.items()}


@derived
def words_of_kinds(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """For each kind of landmark a pattern of the words for one (landmark_words.csv)."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in lexicon.rows("landmark_words"):
        found[row["kind"]].append(re.escape(row["words"]))
    return {
        kind: re.compile(rf"(?<!\w)(?:{'|'.join(some)})s?(?!\w)", re.IGNORECASE) for kind, some in found.items()
    }


def iso_value(e: Expression) -> str:
    """The value of a date whose year is known: "2023-09-20", "2023-09" or "2023"."""
    if e.rule and e.year and e.month and (day := calendar.moving_holiday(e.year, e.month, e.rule)):
        return day.isoformat()
    parts = [f"{e.year:04d}"]
    if e.month is not None:
        parts.append(f"{e.month:02d}")
        if e.day is not None:
            parts.append(f"{e.day:02d}")
    return "-".join(parts)
