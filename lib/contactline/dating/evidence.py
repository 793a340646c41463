"""What a text tells as past and can be dated: landmarks of the chronology, and dates with their year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from contactline.dates import Expression, Tense, calendar, chronology
from contactline.lexicon import Lexicon, derived
from contactline.records import Document

READ = 100_000  # characters of a text that are read for its date: what follows tells no more
WITH_YEAR, YEARLESS = 3.0, 2.0  # weight of a day told with its year, and without it
_REACH = 200  # characters between a landmark's date and the words of its kind
_SIDES = {"ARM", "AZE", "NKR"}


@dataclass(frozen=True, slots=True)
class Told:
    """An event or date that the text tells as past: its first and last day, and where it stands."""

    first: date
    last: date
    at: int
    words: str
    what: str
    weight: float
    coarse: bool = False  # no more than a month or a year is told
    since: bool = False  # told as the beginning of what goes on
    by_date: bool = False  # told by its date alone
    lasting: bool = False  # told by words that are used long afterwards
    hinted: bool = False  # told by two weak words alone

    @property
    def is_news(self) -> bool:
        """Whether its telling dates a text: no mere frame, and no name that has lasted."""
        return not (self.coarse or self.lasting)


def say(day: date) -> str:
    """A day in plain words: "20 September 2023"."""
    return f"{day.day} {day:%B %Y}"


def name(t: Told) -> str:
    """What is told in plain words: "'fuel depot' (Fuel depot explosion, 25 September 2023)"."""
    if t.what:
        return f"'{t.words}' ({t.what}, {say(t.first)})"
    return t.words if t.words.startswith("'") else f"'{t.words}'"


def find(document: Document, expressions: Sequence[Expression], tense: Tense, lexicon: Lexicon) -> list[Told]:
    """Landmarks and whole dates that the text tells as past."""
    text = document.text
    hits: dict[str, list[chronology.CueMatch]] = defaultdict(list)
    for hit in chronology.find(text[:READ], lexicon):
        if tense.at(hit.start, hit.end) != "future":
            hits[hit.landmark.landmark_id].append(hit)
    if document.title_span is None:
        for hit in chronology.find(document.title, lexicon):
            hits[hit.landmark.landmark_id].append(replace(hit, start=0, end=0))
    found = []
    for group in hits.values():
        strong = {h.cue for h in group if h.sure}
        weak = {h.cue for h in group if not any(_inside(h, other) for other in group)} - strong
        if not strong and len(weak) < 2:
            continue
        landmark = group[0].landmark
        best = next((h for h in group if h.cue in strong), group[0])
        found.append(
            Told(
                landmark.start,
                landmark.end,
                best.start,
                text[best.start : best.end] or best.cue,
                landmark.name,
                min(len(strong) + 0.5 * len(weak), 3.0),
                coarse=not _SIDES & set(landmark.parties),  # the world's news bounds, but dates nothing here
                since=_is_since(text, best.start),
                hinted=not strong and len(weak) < 3,
                lasting=bool(strong) and not any(h.sure and h.strength == "news" for h in group),
            )
        )
    for e in expressions:
        if e.kind != "date" or e.form != "date" or e.year is None or e.era or not 1988 <= e.year <= 2035:
            continue
        interval = calendar.interval_of(iso(e))
        if interval.start and interval.end and not tense.is_future(e):
            weight = WITH_YEAR if e.day is not None else 1.0
            found.append(
                Told(
                    interval.start,
                    interval.end,
                    e.start,
                    e.text,
                    "",
                    weight,
                    e.day is None,
                    bool(e.open),
                    True,
                )
            )
    # Each date counts once, where it is first told.
    once = {(t.first, t.last, t.words): t for t in reversed(found)}
    return [*sorted(once.values(), key=lambda t: t.at), *_days_of_landmarks(text, expressions, tense, lexicon)]


def _days_of_landmarks(text: str, expressions: Sequence[Expression], tense: Tense, lexicon: Lexicon) -> list[Told]:
    """Dates without a year that are a landmark's day, beside words of its kind ("fighting broke out on")."""
    by_day, kinds = _by_day(lexicon), kinds_of_landmarks(lexicon)
    found = []
    for e in expressions:
        if e.form != "date" or e.month is None or e.day is None or e.year is not None or tense.is_future(e):
            continue
        low, high = tense.sentence(e.start, e.end)
        words = text[max(low, e.start - _REACH) : min(high, e.end + _REACH)]
        for x in by_day.get((e.month, e.day), ()):
            if x.kind in kinds and kinds[x.kind].search(words):
                found.append(Told(x.start, x.end, e.start, e.text, x.name, 1.0, since=bool(e.open), by_date=True))
    return found


def _is_since(text: str, at: int) -> bool:
    """Whether the words at a place tell since when something goes on."""
    before = text[max(0, at - 12) : at + 6]
    return re.search(r"\b(?:since|from)\b", before, re.IGNORECASE) is not None


@derived
def _by_day(lexicon: Lexicon) -> dict[tuple[int, int], tuple[chronology.Landmark, ...]]:
    """(month, day): the landmarks of some importance that begin or end on it."""
    found: dict[tuple[int, int], list[chronology.Landmark]] = defaultdict(list)
    for x in chronology.landmarks(lexicon):
        if x.importance <= 2:
            for day in {x.start, x.end} if (x.end - x.start).days <= 3 else {x.start}:
                found[day.month, day.day].append(x)
    return {key: tuple(some) for key, some in found.items()}


@derived
def kinds_of_landmarks(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """kind of landmark: a pattern of the words that tell of one."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in lexicon.rows("landmark_words"):
        found[row["kind"]].append(re.escape(row["words"]))
    return {
        kind: re.compile(rf"(?<!\w)(?:{'|'.join(some)})s?(?!\w)", re.IGNORECASE) for kind, some in found.items()
    }


def _inside(hit: chronology.CueMatch, other: chronology.CueMatch) -> bool:
    """Whether a cue is only a part of a longer one: "Merkel" in "Chancellor Merkel"."""
    return hit.cue != other.cue and other.start <= hit.start and hit.end <= other.end


def iso(e: Expression) -> str:
    """The value of a date whose year is known."""
    if e.rule and e.year and e.month and (day := calendar.moving_holiday(e.year, e.month, e.rule)):
        return day.isoformat()
    parts = [f"{e.year:04d}"]
    if e.month is not None:
        parts.append(f"{e.month:02d}")
        if e.day is not None:
            parts.append(f"{e.day:02d}")
    return "-".join(parts)
