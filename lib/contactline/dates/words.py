"""The words of dates from the tables in data/lexicon, and the value that represents an expression."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from contactline.dates.holiday_words import HolidayWords, holiday_words
from contactline.lexicon import Lexicon, derived, split_cell
from contactline.records import Span


class Count(NamedTuple):
    """A number of units from a day, negative for the past.

    ``exact``: to the day ("a year ago tomorrow"), else to the unit ("two weeks after 4 May" names a week).
    """

    amount: int
    unit: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression as its words say it; what they leave out stays None, 0 or "".

    ``start``, ``end``, ``text``, ``words`` as in records.Timex. ``kind``: as in records.Timex. ``form``:

    - date: ``year``, ``month``, ``day``, ``weekday`` (Monday is 0) as given, any of them absent; ``era`` "BC" has
      no days of our calendar; ``rule``: by which the day is found once the year is known ("1 monday"); a weekday
      with ``unit`` "week" is that of the week ``offset`` weeks from the anchor (``relation`` "nearest": the one
      nearest to the day so many weeks from it), one with another ``relation`` lies ``offset`` weeks further ("the
      Friday after next": next, 1);
    - holiday (``holiday``, its key among the words; ``owner``, a country's code or "");
    - numeric: two numbers whose order the article's habit decides, in ``day`` and ``month`` as written;
    - season (``season`` with ``year`` or a relation); quarter, half and century (``number``); decade (``number``:
      the first three figures of its years, or the third alone, 9 for "the nineties");
    - shift: ``offset`` units of ``unit`` from the anchor; vague: an unknown number of units;
    - ahead: "in ten days": a shift (vague without ``offset``) if the clause speaks of the future, else a duration;
    - nth_of_month: ``day`` of the month that lies ``offset`` months from the anchor;
    - anniversary: the ``number``th of an event.

    ``anchor``: article (counted from the article's day), text (from the last date the text has fixed), "" (by the
    rules for the form). ``relation``: last, this, next, for months, weekdays and seasons ("last September");
    earlier and later for spans that the article's day cuts ("earlier this year"). ``year_offset``,
    ``year_anchor``: the year by reference, "of that year", "last year" behind a date. ``part``: early, mid, late,
    first, second. ``event``: where the words of an event begin ("a day after ..."), else -1. ``group``: both ends
    of one range share a number above 0. ``open``: as in records.Timex. ``counted``: the day that the other fields
    name is only where the count of "two days before yesterday" begins.
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
    counted: Count | None = None
    holiday: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class DateWords:
    """The tables of date words, keyed by word in lower case.

    ``alone``: whether a month or weekday is a date by itself (see months.csv); ``numbers``: None for "several";
    ``number_openers``, ``ordinal_openers``: the first words of numbers, and of what counts days and quarters;
    ``tens``: those of both ("twenty"); ``phrases``: (offset, unit, anchor); ``before_number``,
    ``behind_number``: words that make the figures beside them no year; ``single_openers``: words that begin a
    holiday or a phrase and nothing else, with that as their starter; ``peoples``: the first words of names of
    places and peoples.
    """

    months: dict[str, int]
    alone: dict[str, str]
    weekdays: dict[str, int]
    numbers: dict[str, int | None]
    number_openers: frozenset[str]
    ordinal_openers: frozenset[str]
    tens: frozenset[str]
    ordinals: dict[str, int]
    seasons: dict[str, str]
    units: dict[str, str]
    phrases: dict[str, tuple[int, str, str]]
    parts: dict[str, str]
    decades: dict[str, int]
    before_number: frozenset[str]
    behind_number: frozenset[str]
    holidays: HolidayWords
    single_openers: dict[str, str]
    peoples: frozenset[str]


@derived
def date_words(lexicon: Lexicon) -> DateWords:
    """The tables of date words, read once for a lexicon."""
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
        for word in {row["word"], row["word"].replace("-", " ")}:  # "twenty second" as well
            if row["kind"] == "ordinal":
                ordinals[word] = int(row["value"])
            else:
                numbers[word] = int(row["value"]) if row["value"] else None
    words = DateWords(
        months=months,
        alone=alone,
        weekdays=weekdays,
        numbers=numbers,
        number_openers=frozenset(re.split(r"[ -]", word)[0] for word in numbers),
        ordinal_openers=frozenset(re.split(r"[ -]", word)[0] for word in (*ordinals, *_LIKE_ORDINALS)),
        tens=frozenset(word.split()[0] for word in ordinals if " " in word),
        ordinals=ordinals,
        seasons={row["word"]: row["code"] for row in lexicon.rows("seasons")},
        units={row["word"]: row["unit"] for row in lexicon.rows("time_units")},
        phrases={
            row["phrase"]: (int(row["offset"]), row["unit"], row["anchor"]) for row in lexicon.rows("date_words")
        },
        parts={row["word"]: row["part"] for row in lexicon.rows("date_parts")},
        decades={row["word"]: int(row["figure"]) for row in lexicon.rows("decades")},
        before_number=_number_cues(lexicon, "before"),
        behind_number=_number_cues(lexicon, "behind"),
        holidays=holiday_words(lexicon),
        single_openers={},
        peoples=_peoples(lexicon),
    )
    return replace(words, single_openers=_single_openers(words))


def _peoples(lexicon: Lexicon) -> frozenset[str]:
    """The names of places and peoples, and the adjectives of countries; of several words the first."""
    names = [row["name"] for row in lexicon.rows("places")]
    for row in lexicon.rows("countries"):
        names += [*split_cell(row["adjectives"]), *split_cell(row["people"])]
    return frozenset(name.split()[0] for name in names if name)


def _number_cues(lexicon: Lexicon, side: str) -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows("number_cues") if row["side"] == side)


class Relation(NamedTuple):
    """The meaning of a word such as "last": its kind (last, this, next), units from the anchor, and the anchor."""

    kind: str
    offset: int
    anchor: str


RELATIONS = {
    "last": Relation("last", -1, "article"),
    "past": Relation("last", -1, "article"),
    "this past": Relation("last", -1, "article"),
    "this last": Relation("last", -1, "article"),
    "this coming": Relation("next", 1, "article"),
    "coming": Relation("next", 1, "article"),
    "next": Relation("next", 1, "article"),
    "this": Relation("this", 0, "article"),
    "current": Relation("this", 0, "article"),
    "previous": Relation("last", -1, "text"),
    "preceding": Relation("last", -1, "text"),
    "following": Relation("next", 1, "text"),
    "subsequent": Relation("next", 1, "text"),
    "ensuing": Relation("next", 1, "text"),
    "that": Relation("this", 0, "text"),
    "same": Relation("this", 0, "text"),
    "that same": Relation("this", 0, "text"),
    "this same": Relation("this", 0, "text"),
    "very same": Relation("this", 0, "text"),
}
"""Words before a unit, month, weekday or season; the shapes depend on what each of them can precede."""

THE_YEAR = Relation("this", 0, "article")
"""The year of "the last quarter of the year"."""

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
"""Words after a number of units that count backwards, with their anchor."""

AFTER = {
    "later": "text",
    "after": "text",
    "afterwards": "text",
    "afterward": "text",
    "following": "text",
    "thereafter": "text",
    "hence": "article",
    "from now": "article",
}
"""Words after a number of units that count forwards, with their anchor."""

_LIKE_ORDINALS = ("last", "final", "q", "h")  # "the last day of May", "Q3", "H1"
REPEATED = ("daily", "weekly", "monthly", "annually", "yearly", "nightly", "hourly")
_OTHER_SECOND_WORDS = (
    *("morning", "afternoon", "evening", "night", "noon", "midnight"),
    *("quarter", "qtr", "trimester", "half", "semester", "century"),
    *("full", "whole", "short", "long", "more"),
)
_OTHER_FIRST_WORDS = (
    "bloodiest",
    "deadliest",
    "worst",
    "the",
    "earlier",
    "later",
    "final",
    "recent",
    "centenary",
    "all",
    "every",
    "each",
    "q",
    "h",
)


@derived
def first_words(lexicon: Lexicon) -> frozenset[str]:
    """The lower-case words that an expression can begin with, figures aside; "q" for "Q3", "h" for "H1"."""
    words = date_words(lexicon)
    return _openers(words) | {*words.single_openers}


@derived
def second_words(lexicon: Lexicon) -> frozenset[str]:
    """The lower-case words that can follow "a", "an", "this" or "that" in an expression."""
    words = date_words(lexicon)
    phrases = [*words.parts, *words.numbers, *words.phrases, *words.holidays.names, *RELATIONS]
    of_phrases = {word.lower() for phrase in phrases for word in re.findall(r"[^\W\d_]+", phrase)}
    return first_words(lexicon) | of_phrases | {f"{day}s" for day in words.weekdays} | {*_OTHER_SECOND_WORDS}


def _openers(words: DateWords) -> frozenset[str]:
    """The first words of all expressions but holidays and phrases."""
    phrases = [*words.parts, *words.numbers, *RELATIONS]
    return frozenset(
        {phrase.split()[0].split("-")[0] for phrase in phrases}
        | {*words.months, *words.weekdays, *words.ordinals, *words.seasons, *words.units, *words.decades}
        | {*REPEATED, *_OTHER_FIRST_WORDS}
    )


def _single_openers(words: DateWords) -> dict[str, str]:
    openers = {re.split(r"[-\s]", phrase)[0]: "phrase" for phrase in words.phrases}
    for name in words.holidays.names:
        first = re.split(r"[-\s]", name)[0].lower()
        for word in {re.split(r"['’]", first)[0], re.sub(r"['’]", "", first)}:  # "Mother's Day", "Mothers Day"
            openers[word] = "other" if openers.get(word) == "phrase" else "holiday"
    others = _openers(words)
    return {word: starter for word, starter in openers.items() if word not in others}


def starter_of(word: str, words: DateWords, following: str = "") -> str:
    """The kind of expression that a word can begin: one of shapes.STARTERS, or tens.

    ``following``: the word after it, which decides for "the".
    """
    if word[0].isdigit():
        return "digit"
    lower = word.lower()
    if lower == "the":
        ordinal = following[:1].isdigit() or following.lower() in words.ordinal_openers
        return "ordinal" if ordinal else "other"
    if lower in words.months and (word[0].isupper() or words.alone[lower] == "yes"):
        return "month"
    if lower in words.weekdays and (word[0].isupper() or words.alone[lower] == "yes"):
        return "weekday"
    if lower in words.tens:
        return "tens"
    if lower in words.ordinal_openers:
        return "ordinal"
    if lower in words.number_openers:
        return "number"
    return words.single_openers.get(lower, "other")
