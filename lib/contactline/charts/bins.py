"""The widths of bars over time, the bin of a day, and the time axis that charts share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

from contactline.views import labels

MOST_BARS = 130
"""Most bars that can be distinguished and clicked."""

DAY = 86_400_000
"""A day in milliseconds, plotly's unit of time."""

TICKS: list[dict[str, Any]] = [
    {"dtickrange": [None, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b %Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
"""How plotly writes the ticks of an axis of days, by how far apart they are."""

_MONDAY = np.timedelta64(4, "D")  # numpy's weeks begin on Thursdays, because 1 January 1970 was a Thursday
_FEW_DAYS = 7  # up to so many days get a tick each; plotly would put hours between them
_MONTHS_NAMED = 400  # days from which plotly's ticks are months or more
_TOUCHED = 0.15  # a bin of which a drag covers a smaller share is not selected


@dataclass(frozen=True, slots=True)
class Bin:
    """A width of bars: its name, its numpy unit (weeks begin on Mondays) and its number of days."""

    name: str
    unit: str
    days: float


BINS = (
    Bin("day", "D", 1),
    Bin("week", "W", 7),
    Bin("month", "M", 30.4),
    Bin("quarter", "3M", 91.3),
    Bin("year", "Y", 365.2),
    Bin("decade", "10Y", 3652.4),
)


def fitting(start: date, end: date, most: int = MOST_BARS) -> Bin:
    """The narrowest bins that give at most ``most`` bars (decades if even these give more)."""
    days = (end - start).days + 1
    return next((b for b in BINS if days / b.days <= most), BINS[-1])


def edges(days: Any, width: Bin) -> tuple[Any, Any]:
    """The first day of each day's bin, and the first day after it, as numpy days."""
    values = np.asarray(days, "datetime64[D]")
    if width.unit == "W":
        first = (values - _MONDAY).astype("datetime64[W]").astype("datetime64[D]") + _MONDAY
        return first, first + np.timedelta64(7, "D")
    if width.unit == "D":
        return values, values + np.timedelta64(1, "D")
    number, unit = int(width.unit[:-1] or 1), width.unit[-1]
    whole = values.astype(f"datetime64[{unit}]").astype(np.int64)
    whole -= whole % number
    first = whole.astype(f"datetime64[{unit}]").astype("datetime64[D]")
    return first, (whole + number).astype(f"datetime64[{unit}]").astype("datetime64[D]")


def binned(days: pd.Series, width: Bin) -> tuple[pd.Series, pd.Series]:
    """The same as ``edges`` for a column of days, as columns."""
    first, stop = edges(days.to_numpy("datetime64[D]"), width)
    return (
        pd.Series(first.astype("datetime64[ms]"), days.index),
        pd.Series(stop.astype("datetime64[ms]"), days.index),
    )


def bin_of(day: date, width: Bin) -> tuple[date, date]:
    """The first and the last day of the bin that contains a day."""
    first, stop = edges(np.array([day]), width)
    return first[0].astype(object), stop[0].astype(object) - timedelta(days=1)


def snapped(box: Sequence[str], width: Bin) -> tuple[date, date]:
    """The first and the last day of the whole bins that a drag covers.

    ``box``: the two ends of the drag as plotly reports them ("2020-10-05 12:00"), in either order. A bin at the
    end that is hardly covered is left out, unless it is the only one.
    """
    left, right = sorted(pd.Timestamp(end).to_pydatetime() for end in box)
    first, last = bin_of(left.date(), width), bin_of(right.date(), width)
    if first != last and _share(first, left) > 1 - _TOUCHED:
        first = bin_of(first[1] + timedelta(days=1), width)
    if first[0] < last[0] and _share(last, right) < _TOUCHED:
        last = bin_of(last[0] - timedelta(days=1), width)
    return first[0], max(first[1], last[1])


def _share(days: tuple[date, date], moment: datetime) -> float:
    """The share of a bin that lies before a moment."""
    begin = datetime.combine(days[0], datetime.min.time())
    return (moment - begin) / timedelta(days=(days[1] - days[0]).days + 1)


def words(first: date, last: date, width: Bin) -> str:
    """The days of a bin in words: "Sep 2023", "28 Sep - 4 Oct 2020", with dashes."""
    if width.name == "month":
        return labels.month(first)
    return str(first.year) if width.name == "year" else labels.span(first, last)


def axis(start: date, end: date, width: Bin) -> tuple[date, date]:
    """The first day of a time axis and the day after its last: whole bins, so that no bar is cut."""
    return bin_of(start, width)[0], bin_of(end, width)[1] + timedelta(days=1)


def day_axis(first: date, stop: date, ink: str, low: bool = False) -> dict[str, Any]:
    """plotly's time axis from ``first`` up to ``stop`` (excluded); each label is in the middle of what it names.

    ``low``: write days on one line, where a second line does not fit below the axis.
    """
    length = (stop - first).days
    few = {}
    if length <= _FEW_DAYS:
        days = [first + timedelta(days=n) for n in range(length)]
        few = {"tickvals": [f"{day} 12:00" for day in days], "ticktext": [labels.day(day) for day in days]}
    return {
        "type": "date",
        "range": [first.isoformat(), stop.isoformat()],
        "tickformatstops": [{**tick, "value": tick["value"].replace("\n", " ")} for tick in TICKS]
        if low
        else TICKS,
        "ticklabelmode": "period" if length > _MONTHS_NAMED else "instant",
        "tickfont": {"color": ink},
        "fixedrange": True,
        **few,
    }
