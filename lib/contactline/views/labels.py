"""Names of codes, and dates, counts and tolls in words. A date is never given more exactly than it is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from contactline.lexicon import Lexicon, derived
from contactline.views.words import say, words_of

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
"""The four classes of events, from the friendliest."""

STATUSES = words_of("statuses")
"""How an article reports an event."""

STATUSES_SHORT = words_of("statuses_short")
"""The same in one word, for tables."""

PRECISIONS = words_of("precisions")
"""How exactly the date of an event is known."""

BASES = words_of("bases")
"""How it is known when an article was published."""

BASES_SHORT = words_of("bases_short")
"""The same in a word, for tables."""

DATE_BASES = words_of("date_bases")
"""How it is known when an event happened."""

DATE_NOTES = words_of("date_notes")
"""How a date expression got its value."""

PARTIES = words_of("parties")
"""Names of the parties' codes that are no country of the table ``countries`` (or have another name here)."""

_SEASONS = {
    12: say("dates.winter"),
    3: say("dates.spring"),
    6: say("dates.summer"),
    9: say("dates.autumn"),
}
"""Names of the seasons by their first month."""


def day(value: date) -> str:
    """20 September 2023."""
    return f"{value.day} {value:%B} {value.year}"


def short_day(value: date) -> str:
    """20 Sep 2023."""
    return f"{value.day} {value:%b} {value.year}"


def span(start: date, end: date) -> str:
    """Two days and what lies between, without repeating what both share: 11-20 September 2022."""
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}\N{EN DASH}{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} \N{EN DASH} {day(end)}"
    return f"{day(start)} \N{EN DASH} {day(end)}"


def when(start: Any, end: Any, precision: str) -> str:
    """A date as exactly as it is known: "September 2023, day not known", "not before 27 September 2020".

    "date not known" where it is missing.
    """
    if pd.isna(start):
        return say("dates.unknown")
    if pd.isna(end):
        return say("dates.not_before", day=day(pd.Timestamp(start).date()))
    first, last = pd.Timestamp(start).date(), pd.Timestamp(end).date()
    if precision == "day":
        return day(first)
    if precision == "week" and (last - first).days == 6:
        return say("dates.week", span=span(first, last))
    return say("dates.not_to_the_day", span=_vague(first, last, precision))


def _vague(first: date, last: date, precision: str) -> str:
    """A month, year, season or span of days in words."""
    if precision == "month":
        return f"{first:%B} {first.year}"
    if precision == "year":
        return str(first.year)
    if precision == "season":
        season = _SEASONS[first.month]
        years = str(last.year) if first.year == last.year else f"{first.year}/{last.year % 100:02}"
        return say("dates.season", season=season, years=years)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}\N{EN DASH}{last.year}"
    return span(first, last)


def sortable(start: Any, end: Any, precision: str) -> str:
    """A date that sorts as text: 2023-09-20, 2023-09, 2020-12-09/16; empty where it is missing.

    Days that are open at their end are written as in ISO 8601-2: 2020-09-27/..
    """
    if pd.isna(start):
        return ""
    if pd.isna(end):
        return f"{pd.Timestamp(start).date().isoformat()}/.."
    first, last = pd.Timestamp(start).date(), pd.Timestamp(end).date()
    if precision == "day" or first == last:
        return first.isoformat()
    if precision == "month":
        return first.isoformat()[:7]
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}/{last.year}"
    later = last.isoformat()
    if first.year == last.year:
        later = later[8:] if first.month == last.month else later[5:]
    return f"{first.isoformat()}/{later}"


def toll(killed: Any, injured: Any) -> str:
    """5 killed, 2 injured; empty where neither is known."""
    parts = []
    if not pd.isna(killed):
        parts.append(say("text.killed", number=f"{int(killed):,}"))
    if not pd.isna(injured):
        parts.append(say("text.injured", number=f"{int(injured):,}"))
    return ", ".join(parts)


def either(words: Iterable[str]) -> str:
    """a, b or c."""
    *most, last = list(words) or [""]
    return say("text.either", most=", ".join(most), last=last) if most else last


def place(name: str, other: str) -> str:
    """Both names of a place that has two, the one most used in English-language news first."""
    return f"{name} / {other}" if other and other != name else name


@derived
def kinds(lexicon: Lexicon) -> dict[str, str]:
    """Plain labels of types and of their modes ("CONSULT", "CONSULT-phone"), in the ontology's order."""
    return {
        f"{row['type']}-{row['mode']}" if row["mode"] else row["type"]: row["label"]
        for row in lexicon.rows("ontology")
    }


@derived
def type_quads(lexicon: Lexicon) -> dict[str, str]:
    """The class of each type, from the friendliest to the most hostile."""
    quads = {row["type"]: row["quad"] for row in lexicon.rows("ontology") if not row["mode"]}
    return dict(sorted(quads.items(), key=lambda item: QUADS.index(item[1])))


def types_of(quad: str, lexicon: Lexicon) -> list[str]:
    """The types of one of the four classes."""
    return [name for name, of in type_quads(lexicon).items() if of == quad]


def side(code: str, lexicon: Lexicon) -> str:
    """The name of a country or party code; the code itself where it is in no table."""
    return PARTIES.get(code) or _countries(lexicon).get(code, code)


@derived
def _countries(lexicon: Lexicon) -> dict[str, str]:
    names = {row["actor_id"]: row["name"] for row in lexicon.rows("actors")}
    return {row["code"]: names.get(row["actor_id"], row["code"]) for row in lexicon.rows("countries")}
