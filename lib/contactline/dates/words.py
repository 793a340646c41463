"""The words of dates, from the tables under data/lexicon, and the value that an expression is read into."""

from __future__ import annotations

from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived
from contactline.records import Span


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression as its words say it; what they leave out stays None, 0 or "".

    ``kind``: date, duration, repeated. ``form``:

    - date: year, month, day, weekday as given, any of them absent; ``era`` "BC" has no days of ours;
    - numeric: two numbers whose order the article's habit decides, in ``day`` and ``month`` (as written);
    - season (``season`` with ``year`` or a relation), quarter, half, decade and century (``number``);
    - shift: ``offset`` units of ``unit`` from the anchor; vague: an unknown number of units.

    ``anchor``: article (from the article's day), text (from the last date the text fixed), "" (by the rules for
    the form); ``relation``: last, this, next, for months, weekdays and seasons ("last September"), and "later",
    "earlier", "coming" with spans. ``year_offset``/``year_anchor``: "of that year", "last year" behind a date.
    ``part``: early, mid, late, first, second. ``event``: where the event's words begin behind "a day after".
    ``group``: both ends of one range share a number above 0. ``open``: as in records.Timex. ``rule``: by which the
    day of a holiday is found once its year is known.
    """

    start: int
    end: int
    text: str
    words: Span
    form: str
    kind: str = "date"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    number: int | None = None
    unit: str = ""
    offset: int | None = None
    anchor: str = ""
    relation: str = ""
    year_offset: int | None = None
    year_anchor: str = ""
    part: str = ""
    era: str = ""
    event: int = -1
    group: int = 0
    open: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A row of holidays.csv; where there is a ``rule`` its month and day are only about right."""

    year: int | None
    month: int
    day: int
    rule: str


@dataclass(frozen=True, slots=True)
class Words:
    """The tables, as indexes and as alternations for patterns."""

    months: dict[str, int]
    alone: dict[str, str]
    weekdays: dict[str, int]
    numbers: dict[str, int | None]
    ordinals: dict[str, int]
    seasons: dict[str, str]
    units: dict[str, str]
    phrases: dict[str, tuple[int, str, str]]
    parts: dict[str, str]
    holidays: dict[str, Holiday]


@derived
def date_words(lexicon: Lexicon) -> Words:
    """The tables of date words, keyed by lower-case word."""
    months, alone = {}, {}
    for row in lexicon.rows("months"):
        months[row["word"].lower()] = int(row["month"])
        alone[row["word"].lower()] = row["alone"]
    weekdays = {}
    for row in lexicon.rows("weekdays"):
        weekdays[row["word"].lower()] = int(row["weekday"])
        alone[row["word"].lower()] = row["alone"]
    numbers: dict[str, int | None] = {}
    ordinals = {}
    for row in lexicon.rows("numbers"):
        if row["kind"] == "ordinal":
            ordinals[row["word"]] = int(row["value"])
        else:
            numbers[row["word"]] = int(row["value"]) if row["value"] else None
    return Words(
        months=months,
        alone=alone,
        weekdays=weekdays,
        numbers=numbers,
        ordinals=ordinals,
        seasons={row["word"]: row["code"] for row in lexicon.rows("seasons")},
        units={row["word"]: row["unit"] for row in lexicon.rows("time_units")},
        phrases={
            row["phrase"]: (int(row["offset"]), row["unit"], row["anchor"]) for row in lexicon.rows("date_words")
        },
        parts={row["word"]: row["part"] for row in lexicon.rows("date_parts")},
        holidays={
            row["name"]: Holiday(
                int(row["year"]) if row["year"] else None, int(row["month"]), int(row["day"]), row["rule"]
            )
            for row in lexicon.rows("holidays")
        },
    )


RELATIONS = {  # word: (relation, offset in units, anchor)
    "last": ("last", -1, "article"),
    "past": ("last", -1, "article"),
    "this past": ("last", -1, "article"),
    "this last": ("last", -1, "article"),
    "this coming": ("next", 1, "article"),
    "coming": ("next", 1, "article"),
    "next": ("next", 1, "article"),
    "this": ("this", 0, "article"),
    "current": ("this", 0, "article"),
    "previous": ("last", -1, "text"),
    "preceding": ("last", -1, "text"),
    "following": ("next", 1, "text"),
    "subsequent": ("next", 1, "text"),
    "ensuing": ("next", 1, "text"),
    "that": ("this", 0, "text"),
    "same": ("this", 0, "text"),
    "that same": ("this", 0, "text"),
    "this same": ("this", 0, "text"),
    "very same": ("this", 0, "text"),
}
BEFORE = {
    "ago": "article",
    "earlier": "text",
    "before": "text",
    "prior": "text",
    "previously": "text",
    "prior to": "text",
    "ahead of": "text",
    "beforehand": "text",
}
AFTER = {
    "later": "text",
    "after": "text",
    "afterwards": "text",
    "afterward": "text",
    "following": "text",
    "thereafter": "text",
    "hence": "article",
    "from now": "article",
    "into": "text",
    "since": "text",
}


@derived
def first_words(lexicon: Lexicon) -> frozenset[str]:
    """The lower-case words that an expression can begin with, numbers in figures aside; "q" for "Q3"."""
    w = date_words(lexicon)
    several = [*w.phrases, *w.parts, *w.numbers, *RELATIONS]
    return frozenset(
        {x.split()[0].split("-")[0] for x in several}
        | {*w.months, *w.weekdays, *w.ordinals, *w.seasons, *w.units}
        | {x.split()[0].lower().split("'")[0].split("’")[0] for x in w.holidays}
        | {"the", "earlier", "later", "final", "recent", "centenary", "every", "each", "q"}
        | {"daily", "weekly", "monthly", "annually", "yearly", "nightly", "hourly"}
    )


def starter_of(word: str, w: Words) -> str:
    """Which shapes can begin with a word: digit, quote, month, weekday or other."""
    if word[0].isdigit():
        return "digit"
    lower = word.lower()
    if lower in w.months and (word[0].isupper() or w.alone[lower] == "yes"):
        return "month"
    if lower in w.weekdays and (word[0].isupper() or w.alone[lower] == "yes"):
        return "weekday"
    return "other"
