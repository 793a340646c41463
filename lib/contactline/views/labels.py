"""Words for people: dates said no more exactly than they are known, counts, classes, statuses, reasons."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from contactline.lexicon import Lexicon, derived

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
"""The four classes of events, from the friendliest."""

STATUSES = {
    "reported": "reported as fact",
    "claimed": "claimed by a side",
    "planned": "planned",
    "denied": "denied",
    "background": "background history",
}

TOLD = {
    "reported": "fact",
    "claimed": "claim",
    "planned": "plan",
    "denied": "denial",
    "background": "history",
}
"""The same in one word, for tables."""

PRECISIONS = {
    "any": "known or not",
    "day": "known to the day",
    "vague": "known, but not to the day",
    "none": "not known at all",
}

BASES = {
    "manifest": "given with the article",
    "metadata": "in the article's own data",
    "byline": "in the byline",
    "dateline": "in the dateline",
    "text": "in the text",
    "inferred": "inferred from what the text tells",
    "unknown": "not known",
}

BASES_SHORT = {
    "manifest": "given",
    "metadata": "own data",
    "byline": "byline",
    "dateline": "dateline",
    "text": "text",
    "inferred": "inferred",
    "unknown": "",
}
"""The same in a word, for tables."""

DATE_BASES = {
    "clause": "said beside the act",
    "sentence": "said in the same sentence",
    "text": "said earlier in the text",
    "article": "the article's own day",
    "event": "counted from another event",
    "unknown": "not said",
}

DATE_NOTES = {
    "explicit": "as it says",
    "completed": "with its year or month filled in",
    "article": "counted from the article's day",
    "text": "counted from a date in the text",
    "event": "counted from an event",
    "unknown": "left open",
}
"""How a date expression got its value."""

SIDES = {
    "ARM": "Armenia",
    "AZE": "Azerbaijan",
    "NKR": "Nagorno-Karabakh Armenians",
    "EU": "European Union",
    "UN": "United Nations",
    "OSC": "OSCE",
    "SUN": "Soviet Union",
    "NATO": "NATO",
    "ICRC": "Red Cross",
    "IGO": "International organisations",
    "NGO": "Non-governmental organisations",
    "MED": "Media",
    "CIV": "Civilians",
    "UNK": "Not known",
}
"""Names of the parties' codes that are no country of the table ``countries`` (or have a shorter name here)."""

_SEASONS = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}


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
    """A date as exactly as it is known: "September 2023, day not known"; "date not known" where it is missing."""
    if pd.isna(start) or pd.isna(end):
        return "date not known"
    first, last = pd.Timestamp(start).date(), pd.Timestamp(end).date()
    if precision == "day":
        return day(first)
    if precision == "month":
        return f"{first:%B} {first.year}, day not known"
    if precision == "year":
        return f"{first.year}, day not known"
    if precision == "season":
        season = _SEASONS.get(first.month, "season")
        years = str(last.year) if first.year == last.year else f"{first.year}/{last.year % 100:02}"
        return f"{season} {years}, day not known"
    if precision == "week" and (last - first).days == 6:
        return f"week of {span(first, last)}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}\N{EN DASH}{last.year}, day not known"
    return f"{span(first, last)}, day not known"


def sortable(start: Any, end: Any, precision: str) -> str:
    """A date that sorts as text: 2023-09-20, 2023-09, 2020-12-09/16; empty where it is missing."""
    if pd.isna(start) or pd.isna(end):
        return ""
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


def count(number: int, word: str, plural: str = "") -> str:
    """1 event, 2 events, 1,234 events."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def toll(killed: Any, injured: Any) -> str:
    """5 killed, 2 injured; empty where neither is told."""
    numbers = ((killed, "killed"), (injured, "injured"))
    return ", ".join(f"{int(number):,} {word}" for number, word in numbers if not pd.isna(number))


def either(words: Iterable[str]) -> str:
    """a, b or c."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} or {last}" if most else last


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
    return SIDES.get(code) or _countries(lexicon).get(code, code)


@derived
def _countries(lexicon: Lexicon) -> dict[str, str]:
    names = {row["actor_id"]: row["name"] for row in lexicon.rows("actors")}
    return {row["code"]: names.get(row["actor_id"], row["code"]) for row in lexicon.rows("countries")}
