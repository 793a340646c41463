"""The values of corrections: written as short texts in cells, checked, and parsed into what an event holds.

Reads ``ontology``, ``actors``, ``countries`` and ``places`` of the lexicon.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from contactline.lexicon import Lexicon, derived, unlisted
from contactline.lexicon.schema import PARTIES
from contactline.records import NOBODY, UNKNOWN, Figure, Interval

STATUSES = ("reported", "claimed", "planned", "denied", "background")
TOLLS = ("killed", "injured", "captured", "handed_over", "held")
ROLES = ("source", "target", "mediator")

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TOLL = re.compile(r"(\d{1,9})?(\.\.)?(\d{1,9})?")


def day(value: str) -> Interval:
    """Parse "2020-10-04", "2020-10", "2020" or "2020-10-04/2020-10-07" as days; "" is unknown. Raises
    ValueError.
    """
    if not value:
        return UNKNOWN
    first, slash, last = value.partition("/")
    begin = _part(first)
    if not slash:
        return begin
    end = _part(last)
    assert begin.start and end.end
    if end.end < begin.start:
        raise ValueError(f"{last} is before {first}")
    return Interval(begin.start, end.end, "range")


def _part(text: str) -> Interval:
    """A year, a month or a day."""
    found = _PART.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a day, month or year")
    year, month = int(found[1]), int(found[2] or 0)
    if found[3]:
        one = date.fromisoformat(text)
        return Interval(one, one, "day")
    if month:
        start = date(year, month, 1)
        return Interval(start, start + timedelta(calendar.monthrange(year, month)[1] - 1), "month")
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


def one_day(value: str) -> date | None:
    """Parse the single day of an article, None for "". Raises ValueError for anything longer than a day."""
    found = day(value)
    if value and found.precision != "day":
        raise ValueError(f"{value!r} is not a single day")
    return found.start


def toll(value: str) -> Figure:
    """Parse "5", "5..8", "5.." (at least) or "..8" (at most) as bounds; "" means no number. Raises ValueError."""
    if not value:
        return NOBODY
    found = _TOLL.fullmatch(value)
    if not found or not (found[1] or found[3]) or found[3] and not found[2]:
        raise ValueError(f"{value!r} is not a number")
    low = int(found[1]) if found[1] else None
    high = int(found[3]) if found[3] else None if found[2] else low
    if low is not None and high is not None and high < low:
        raise ValueError(f"{high} is less than {low}")
    return Figure(low, high)


def kind(value: str, lexicon: Lexicon) -> tuple[str, str]:
    """Parse "ASSAULT" or "ASSAULT-heavy-weapons" as type and mode. Raises ValueError for an unknown one."""
    type_, _, mode = value.partition("-")
    if (type_, mode) not in _kinds(lexicon):
        raise ValueError(f"{value!r} is not a type of event")
    return type_, mode


@derived
def _kinds(lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    return frozenset((row["type"], row["mode"]) for row in lexicon.rows("ontology"))


def place(value: str, lexicon: Lexicon) -> str | None:
    """Return a place's id, None for "". Raises ValueError for an id that is not in places."""
    if value and value not in _places(lexicon):
        raise ValueError(f"{value!r} is not the id of a place")
    return value or None


@derived
def _places(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["place_id"] for row in lexicon.rows("places"))


def parties(value: str, lexicon: Lexicon) -> list[tuple[str | None, str]]:
    """Parse "AZE;pashinyan" as (actor id, country code), [] for "". Raises ValueError for anything else."""
    return [_party(one.strip(), lexicon) for one in value.split(";") if one.strip()]


def _party(value: str, lexicon: Lexicon) -> tuple[str | None, str]:
    known = _actors(lexicon)
    if value in known:
        return value, known[value]
    if unlisted.is_unlisted(value):
        return value, ""
    codes = _codes(lexicon)
    if value not in codes:
        raise ValueError(f"{value!r} is neither a country's code nor an actor's id")
    return codes[value] or None, value


@derived
def _actors(lexicon: Lexicon) -> Mapping[str, str]:
    return {row["actor_id"]: row["country"] for row in lexicon.rows("actors")}


@derived
def _codes(lexicon: Lexicon) -> Mapping[str, str]:
    return {**dict.fromkeys(PARTIES, ""), **{row["code"]: row["actor_id"] for row in lexicon.rows("countries")}}


def status(value: str) -> str:
    """Return one of ``STATUSES``. Raises ValueError for anything else."""
    if value not in STATUSES:
        raise ValueError(f"{value!r} is none of {', '.join(STATUSES)}")
    return value


def nothing(value: str) -> None:
    """Check that a judgement, which has no value, has none. Raises ValueError otherwise."""
    if value:
        raise ValueError(f"{value!r} was given, but no value is expected")


def other(value: str) -> tuple[str, str]:
    """Parse an event's id and the fingerprint of its sentence, which share one cell. Raises ValueError."""
    event_id, _, fingerprint = value.rpartition(" ")
    if not event_id or ":" not in fingerprint:
        raise ValueError(f"{value!r} is not an event's id with the fingerprint of its sentence")
    return event_id, fingerprint


def checks(lexicon: Lexicon) -> Mapping[str, Mapping[str, Callable[[str], object]]]:
    """The function that parses each field's value, by what is corrected: article, event or incident."""
    told = {"type": lambda v: kind(v, lexicon), "day": day, "place": lambda v: place(v, lexicon)}
    figures = dict.fromkeys(TOLLS, toll)
    who = dict.fromkeys(ROLES, lambda v: parties(v, lexicon))
    judged = {"right": nothing}
    return {
        "article": {"day": one_day},
        "event": {**judged, "wrong": nothing, **told, **who, **figures, "status": status, "split": nothing},
        "incident": {
            **judged,
            **told,
            "parties": lambda v: parties(v, lexicon),
            **figures,
            "merge": other,
        },
    }
