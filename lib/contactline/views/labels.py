"""Codes as names, and dates, counts and tolls in words. A date is never given more exactly than it is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from contactline.lexicon import Lexicon, derived
from contactline.views.words import say, words_of

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
"""The four classes of events, from the most cooperative to the most hostile."""

STATUSES = words_of("statuses")
"""How an article reports an event."""

STATUSES_SHORT = words_of("statuses_short")
"""The same in one word, for tables."""

DATED = words_of("dated")
"""How exactly the date of an event is known, and whether undated events are included when days are chosen."""

BASES = words_of("bases")
"""How it is known when an article was published."""

BASES_SHORT = words_of("bases_short")
"""The same in a word, for tables."""

DATE_BASES = words_of("date_bases")
"""How it is known when an event happened."""

COUNTED = words_of("counted")
"""Words for the values of the column toll_of that are not country codes."""

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
    """20 Sep 2023: the style of days on all screens. Exports, addresses and file names have 2023-09-20."""
    return f"{value.day} {value:%b} {value.year}"


def month(value: date) -> str:
    """Sep 2023: the month of a day."""
    return f"{value:%b} {value.year}"


def span(start: date, end: date) -> str:
    """Two days without repeating the parts that they share: 11-20 Sep 2022, with a dash."""
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}\N{EN DASH}{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%b} \N{EN DASH} {day(end)}"
    return f"{day(start)} \N{EN DASH} {day(end)}"


def when(start: Any, end: Any, precision: str, basis: str = "") -> str:
    """A date as exactly as it is known: "Sep 2023, day not known", "not before 27 Sep 2020", "not after 1992".

    "date not known" where it is missing; "reported 28 Oct 2020" where it is only the article's own (``basis``
    article).
    """
    words = _when(start, end, precision)
    return say("dates.reported", when=words) if basis == "article" and not pd.isna(start) else words


def when_of(event: Mapping[Any, Any] | pd.Series) -> str:
    """The same of an event: a row of ``EventIndex.events``."""
    return when(event["date_start"], event["date_end"], event["date_precision"], event["date_basis"])


def _when(start: Any, end: Any, precision: str) -> str:
    if pd.isna(start):
        return say("dates.unknown") if pd.isna(end) else say("dates.not_after", day=day(_date(end)))
    if pd.isna(end):
        return say("dates.not_before", day=day(_date(start)))
    first, last = _date(start), _date(end)
    if precision == "day":
        return day(first)
    if precision == "week" and (last - first).days == 6:
        return say("dates.week", span=span(first, last))
    return say("dates.not_to_the_day", span=_vague(first, last, precision))


def _date(value: Any) -> date:
    """A day of any pandas type as a plain date. It often is one already, which is tested first, as there may be
    thousands.
    """
    return value if type(value) is date else pd.Timestamp(value).date()


def _vague(first: date, last: date, precision: str) -> str:
    """A month, year, season or span of days in words."""
    if precision == "month":
        return month(first)
    if precision == "year":
        return str(first.year)
    if precision == "season":
        season = _SEASONS[first.month]
        years = str(last.year) if first.year == last.year else f"{first.year}/{last.year % 100:02}"
        return say("dates.season", season=season, years=years)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}\N{EN DASH}{last.year}"
    return span(first, last)


def sortable(start: Any, end: Any, precision: str, basis: str = "") -> str:
    """A date as text that sorts by time: 2023-09-20, 2023-09, 2020-12-09/16; empty where it is missing.

    Days with an open end are written as in ISO 8601-2: 2020-09-27/.. and ../1992-12-31. A date that is only the
    article's own (``basis`` article) says so: 2020-10-28 reported.
    """
    day = _sortable(start, end, precision)
    return say("dates.reported_short", day=day) if basis == "article" and day else day


def _sortable(start: Any, end: Any, precision: str) -> str:
    if pd.isna(start):
        return "" if pd.isna(end) else f"../{pd.Timestamp(end).date().isoformat()}"
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


_SORTABLE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:/([\d.-]+))?")
_OPEN_START = "../"
_REPORTED = say("dates.reported_short", day="")


def listed(key: str) -> str:
    """A date written by ``sortable`` in readable form: 20 Sep 2023, Sep 2023, 9-16 Dec 2020, not before 27 Sep
    2020.

    The article's own day becomes "reported 28 Oct 2020". Other words ("date not known") are returned unchanged.
    """
    if key.startswith(_OPEN_START):
        return say("dates.not_after", day=day(date.fromisoformat(key.removeprefix(_OPEN_START))))
    found = _SORTABLE.fullmatch(key.removesuffix(_REPORTED))
    if found is None:
        return key
    words = _listed(*found.groups())
    return say("dates.reported", when=words) if key.endswith(_REPORTED) else words


def _listed(year: str, month_: str | None, day_: str | None, later: str | None) -> str:
    if month_ is None:
        return f"{year}\N{EN DASH}{later}" if later else year
    first = date(int(year), int(month_), int(day_ or 1))
    if day_ is None:
        return month(first)
    if later == "..":
        return say("dates.not_before", day=day(first))
    if later is None:
        return day(first)
    whole = first.isoformat()  # the last day is shortened to the parts that differ from the first
    return span(first, date.fromisoformat(whole[: len(whole) - len(later)] + later))


TOLLS = {
    "killed": "text.killed",
    "injured": "text.injured",
    "captured": "text.captured",
    "handed_over": "text.handed_over",
    "held": "text.held",
}
"""What is counted, each with the name of the words for its number."""


def toll(event: Any, names: Mapping[str, str]) -> str:
    """ "at least 5 killed, 2 injured (running total, soldiers of Armenia)"; empty where there is no number.

    ``event``: a row of events. ``names``: of countries by code.
    """
    numbers = {"killed": event["killed"], "injured": event["injured"]}
    numbers |= {what: _either(event, what) for what in ("captured", "handed_over", "held")}
    parts = [
        say(TOLLS[what], number=number(count, event[f"{what}_low"], event[f"{what}_high"]))
        for what, count in numbers.items()
        if not pd.isna(count)
    ]
    running = "total" in (event["killed_kind"], event["injured_kind"])
    notes = [say("text.running_total") if running else "", _of_whom(event["toll_of"], names)]
    told = ", ".join(filter(None, notes))
    return say("text.toll", numbers=", ".join(parts), notes=told) if parts and told else ", ".join(parts)


def _either(event: Any, what: str) -> Any:
    low = event[f"{what}_low"]
    return event[f"{what}_high"] if pd.isna(low) else low


def number(value: Any, low: Any, high: Any) -> str:
    """A number with the bounds that the text gives: at least 5, up to 30, about 900, 19 to 21."""
    told = f"{int(value):,}"
    if pd.isna(low) and pd.isna(high):
        return say("text.about", number=told)
    if pd.isna(high):
        return say("text.at_least", number=told)
    if pd.isna(low):
        return say("text.up_to", number=told)
    return told if low == high else say("text.from_to", low=f"{int(low):,}", high=f"{int(high):,}")


def _of_whom(toll_of: str, names: Mapping[str, str]) -> str:
    """The column toll_of in words: "soldiers of Armenia"."""
    told = [part for part in toll_of.split(";") if part]
    who = say("text.joined").join(COUNTED[part] for part in told if part in COUNTED)
    whose = say("text.joined").join(names.get(part, part) for part in told if part not in COUNTED)
    if not whose:
        return who
    return say("text.counted_of", who=who, country=whose) if who else say("text.counted_from", country=whose)


def either(words: Iterable[str]) -> str:
    """Join words with commas and a final "or": a, b or c."""
    *most, last = list(words) or [""]
    return say("text.either", most=", ".join(most), last=last) if most else last


def together(words: Iterable[str]) -> str:
    """Join words with commas and a final "and": a, b and c."""
    *most, last = list(words) or [""]
    return say("text.joined").join(filter(None, (", ".join(most), last)))


def place(name: str, other: str) -> str:
    """Both names of a place that has two, the more usual one in English-language news first."""
    return f"{name} / {other}" if other and other != name else name


@derived
def kinds(lexicon: Lexicon) -> dict[str, str]:
    """Labels of types and of their modes ("CONSULT", "CONSULT-phone"), in the ontology's order."""
    return {
        f"{row['type']}-{row['mode']}" if row["mode"] else row["type"]: row["label"]
        for row in lexicon.rows("ontology")
    }


@derived
def type_quads(lexicon: Lexicon) -> dict[str, str]:
    """The class of each type, from the most cooperative to the most hostile."""
    quads = {row["type"]: row["quad"] for row in lexicon.rows("ontology") if not row["mode"]}
    return dict(sorted(quads.items(), key=lambda item: QUADS.index(item[1])))


def types_of(quad: str, lexicon: Lexicon) -> list[str]:
    """The types of one of the four classes."""
    return [name for name, of in type_quads(lexicon).items() if of == quad]


def side(code: str, lexicon: Lexicon) -> str:
    """The name of a country or party code; the code itself if it is in no table."""
    return PARTIES.get(code) or _countries(lexicon).get(code, code)


@derived
def _countries(lexicon: Lexicon) -> dict[str, str]:
    names = {row["actor_id"]: row["name"] for row in lexicon.rows("actors")}
    return {row["code"]: names.get(row["actor_id"], row["code"]) for row in lexicon.rows("countries")}
