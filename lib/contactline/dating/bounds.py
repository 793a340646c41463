"""What in a text bounds the day it was published: offices, "last year" beside a name, what is still to come."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from contactline.dates import Expression, Tense, calendar, chronology
from contactline.dating.evidence import READ, YEARLESS, Told, iso, name, say
from contactline.lexicon import Lexicon, derived
from contactline.records import Document, Mention

_CALLED = ("meeting", "election")  # landmarks that are announced by their name
_AFTER_ALL = 400  # days after the last landmark known in which a text is taken to be written at the latest
_BESIDE_NAME = 12  # characters between "last year's" and the name of a landmark that it dates


@dataclass(frozen=True, slots=True)
class Clue:
    """Days that some words allow, from ``first`` to ``last`` (None: open), and a plain sentence why."""

    first: date | None
    last: date | None
    weight: float
    why: str
    at: int = -1  # where the words stand: several readings of the same words count once


class Reading:
    """One article under the question when it was written: as much of its text and dates as is read for that."""

    def __init__(self, document: Document, expressions: tuple[Expression, ...], lexicon: Lexicon) -> None:
        self._sentences = document.sentences
        self.text = document.text[:READ]
        self.expressions = [e for e in expressions if e.end <= READ]
        self.lexicon = lexicon
        self._starts = [s.start for s in document.sentences]
        self.tense = Tense(document, lexicon)

    def sentence(self, at: int) -> tuple[int, int]:
        """The bounds of the sentence around an offset; the whole text where there is none."""
        i = bisect_right(self._starts, at) - 1
        if i < 0:
            return 0, len(self.text)
        s = self._sentences[i]
        return s.start, max(s.end, at)


@derived
def _roles(lexicon: Lexicon) -> dict[tuple[str, str], tuple[tuple[date | None, date | None], ...]]:
    """(actor, office): its spans."""
    found: dict[tuple[str, str], list[tuple[date | None, date | None]]] = defaultdict(list)
    for row in lexicon.rows("actor_roles"):
        if row["office"] and row.get("confidence") != "unsure":
            found[row["actor_id"], row["office"]].append(
                (
                    date.fromisoformat(row["since"]) if row["since"] else None,
                    date.fromisoformat(row["until"]) if row["until"] else None,
                )
            )
    return {key: tuple(spans) for key, spans in found.items()}


@derived
def _titles(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    offices = {row["title"].lower(): row["office"] for row in lexicon.rows("offices") if not row["plural"]}
    either = "|".join(re.escape(t) for t in sorted(offices, key=lambda t: (-len(t), t)))
    return re.compile(rf"(?<!\w)({either})(?!\w)", re.IGNORECASE), offices


_FORMER = re.compile(
    r"\b(?:former|then|ex|late|previous|past|first|elected|vice|deputy)[ -]+(?:\w+[ -]+)?$", re.IGNORECASE
)


def planned(reading: Reading) -> list[Clue]:
    """Dates with a year that the text tells as still to come: it was written before their end."""
    found = []
    for e in reading.expressions:
        if (
            e.form == "date"
            and e.kind == "date"
            and e.year is not None
            and not e.era
            and reading.tense.is_future(e)
        ):
            interval = calendar.interval_of(iso(e))
            if interval.end is not None:
                found.append(Clue(None, interval.end, 1.0, f"'{e.text}' is still to come"))
    return found


def awaited(reading: Reading, told: list[Told]) -> list[Clue]:
    """Landmarks that the text only tells as still to come."""
    hits: dict[str, list[chronology.CueMatch]] = defaultdict(list)
    for hit in chronology.find(reading.text, reading.lexicon):
        if hit.sure and hit.strength == "news":
            hits[hit.landmark.landmark_id].append(hit)
    found = []
    for group in hits.values():
        x = group[0].landmark
        if x.kind not in _CALLED or any(reading.tense.at(h.start, h.end) != "future" for h in group):
            continue
        if any(t.first > x.start for t in told):
            continue
        words = reading.text[group[0].start : group[0].end]
        found.append(Clue(None, x.start, 1.0, f"'{words}' ({x.name}, {say(x.start)}) is still to come"))
    return found


def offices(reading: Reading, mentions: tuple[Mention, ...]) -> list[Clue]:
    """Who is called by an office bounds the day by the time in it."""
    pattern, offices = _titles(reading.lexicon)
    roles = _roles(reading.lexicon)
    found: dict[tuple[str, str], Clue] = {}
    for m in mentions:
        if m.ref is None or m.form != "name" or m.kind != "actor":
            continue
        low = max(reading.sentence(m.start)[0], m.start - 50)
        title = max(pattern.finditer(reading.text, low, m.end), key=lambda t: t.start(), default=None)
        if title is None or _FORMER.search(reading.text[max(0, title.start() - 30) : title.start()]):
            continue
        between = reading.text[title.end() : m.start]
        if re.search(r"[.,;:()\"“”]|\b(?:and|with|to|that|said|met|told|by|by the)\b", between):
            continue
        office = offices[title[0].lower()]
        spans = roles.get((m.ref, office))
        if spans is None or (m.ref, office) in found:
            continue
        since = None if any(s is None for s, _ in spans) else min(s for s, _ in spans if s)
        until = None if any(u is None for _, u in spans) else max(u for _, u in spans if u)
        what = f"'{reading.text[title.start() : m.end]}'"
        span = " to ".join(say(d) for d in (since, until) if d)
        found[m.ref, office] = Clue(
            since, until, 1.0, f"{what} (in office {'from ' if since else 'until '}{span})"
        )
    return list(found.values())


def this_year(reading: Reading, told: list[Told]) -> list[Clue]:
    """Years that "on September 27 this year" (a landmark's day) or "last year's 44-day war" fix."""
    found = _years_of_names(reading)
    for e in reading.expressions:
        if e.form != "date" or e.month is None or e.year is not None:
            continue
        if e.year_offset is None or e.year_anchor != "article":
            continue
        for t in told:
            if t.what and t.first.month == e.month and (e.day is None or abs(t.first.day - e.day) <= 1):
                year = t.first.year - e.year_offset
                why = f"'{e.text}' and {name(t)} fit only {year}"
                found.append(Clue(date(year, 1, 1), date(year, 12, 31), 3.0, why))
                break
    return found


def _years_of_names(reading: Reading) -> list[Clue]:
    """Years that "last year's 44-day war" fixes: the landmark's and the words' distance tell the article's."""
    found = []
    hits = [h for h in chronology.find(reading.text, reading.lexicon) if h.sure]
    for e in reading.expressions:
        if e.form != "shift" or e.unit != "year" or e.anchor != "article" or e.offset not in (-1, 0):
            continue
        for h in hits:
            beside = reading.text[e.end : h.start] if e.end <= h.start else reading.text[h.end : e.start]
            if len(beside) <= _BESIDE_NAME and not re.search(r"[.,;:]|\b(?:and|in|since)\b", beside):
                year = h.landmark.start.year - e.offset
                why = f"'{e.text}' beside '{reading.text[h.start : h.end]}' can only be told in {year}"
                found.append(Clue(date(year, 1, 1), date(year, 12, 31), 3.0, why))
    return found


def weekday_dates(reading: Reading, first: date, last: date) -> list[Told]:
    """Dates told with their weekday and without their year that only one year of a span allows."""
    found = []
    last = min(last, chronology.landmarks(reading.lexicon)[-1].start + timedelta(days=_AFTER_ALL))
    for e in reading.expressions:
        if e.form != "date" or e.weekday is None or e.day is None or e.month is None or e.year is not None:
            continue
        fitting = [
            d
            for year in range(first.year, last.year + 1)
            if (d := calendar.safe_day(year, e.month, e.day)) and first <= d <= last and d.weekday() == e.weekday
        ]
        if len(fitting) == 1 and not reading.tense.is_future(e):
            found.append(Told(fitting[0], fitting[0], e.start, e.text, "", YEARLESS, by_date=True))
    return found
