"""Dates as tables, pages and mails write them: every form that can only mean one day, and intervals for others.

3/4/2020 may be a day in March or in April; other dates of its column may decide that (``order_of``). If they do
not, it is the interval between the two. A value that is not a date gives nothing.
"""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from contactline.lexicon import Lexicon, derived

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The possible years of an article's day; anything outside is an error in the data."""
DAY_FIRST, MONTH_FIRST = "dmy", "mdy"

_LONGEST = 160  # most characters of a date with the words around it
_CLOCK_ZERO = date(1970, 1, 1)  # the date that software writes if it knows none
_NOTHING = frozenset(
    ("", "nan", "nat", "none", "null", "n/a", "na", "n.d.", "nd", "-", "--", "?", "0", "unknown", "undated")
)
# (digits, units per second): a number with fewer digits is a time in this unit
_EPOCHS = ((11, 1), (14, 1_000), (17, 1_000_000), (20, 1_000_000_000))
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE]\+?\d{1,2})?")
_REPR = re.compile(
    r"(?:datetime|date|Timestamp|struct_time)\D{0,30}\(\D{0,10}(\d{4}), *\D{0,8}(\d{1,2}), *\D{0,8}(\d{1,2})"
)
# days since the end of 1899, as spreadsheets count them, for 1954 to 2119
_SERIAL = re.compile(r"[2-7]\d{4}(?:\.\d+)?")
_SERIAL_ZERO = date(1899, 12, 30)
_ZERO_TIME = re.compile(r"0000-00-00.*|0001-01-01.*")
_CLOCK = re.compile(r"T?\b\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?[ap]\.?m\b\.?)?", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:T?\d{4,6}Z?)?")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?((?:19|20)\d\d|\d\d)(?![\d/-])(?!\.\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d)")
_MONTH_ONLY = re.compile(r"((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/.]((?:19|20)\d\d)")
_SHORT_YEAR = re.compile(r"(\d{1,2})-([A-Za-z]{3,9})-(\d\d)")  # as spreadsheets and databases write it
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a date can mean, from ``first`` to ``last``. ``unsure``: it can be read in two ways."""

    first: date
    last: date
    unsure: bool = False

    @property
    def day(self) -> date | None:
        """The day if there is only one, else None."""
        return self.first if self.first == self.last else None


@derived
def _in_words(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, int]]:
    """Patterns of a date with its month in words and of a month with its year, and the months by their words."""
    months = {row["word"].lower(): int(row["month"]) for row in lexicon.rows("months")}
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    year = r"((?:19|20)\d\d)"
    day = r"(\d{1,2})(?:st|nd|rd|th)?"
    date_ = re.compile(
        rf"(?<![\w.]){day}(?:\s+of)?[\s.,-]*\b({month})\b[\s.,-]*{year}(?!\d)"  # 27th of September, 2020
        rf"|\b({month})\b[\s.-]*{day}\b[\s,.-]*(?:(?:[+-]\d{{4}}|[A-Z]{{2,4}})\s+)?{year}(?!\d)"
        rf"|(?<!\d){year}[\s,-]*\b({month})\b[\s.,-]*{day}(?!\w)",  # 2020 September 27
        re.IGNORECASE,
    )
    return date_, re.compile(rf"({month})\b[\s.,-]*{year}", re.IGNORECASE), months


def find(text: str, lexicon: Lexicon, order: str = "") -> list[Days]:
    """The dates with day, month and year in a text, in their order. ``order``: as returned by ``order_of``."""
    text = _CLOCK.sub(lambda match: " ", text)
    found = [*_found_in_words(text, lexicon), *_found_in_numbers(text, order)]
    return [days for _, days in sorted(found, key=lambda one: one[0])]


def _found_in_words(text: str, lexicon: Lexicon) -> Iterator[tuple[int, Days]]:
    pattern, _, months = _in_words(lexicon)
    for match in pattern.finditer(text):
        d1, m1, y1, m2, d2, y2, y3, m3, d3 = match.groups()
        if day := _safe(y1 or y2 or y3, str(months[(m1 or m2 or m3).lower()]), d1 or d2 or d3):
            yield match.start(), Days(day, day)


def _found_in_numbers(text: str, order: str) -> Iterator[tuple[int, Days]]:
    for match in _ISO.finditer(text):
        if day := _safe(match[1], match[3], match[4]):
            yield match.start(), Days(day, day)
    for match in _NUMERIC.finditer(text):
        if days := _of_numbers(match[1], match[2], match[3], match[4], order):
            yield match.start(), days


def _of_numbers(one: str, mark: str, other: str, year: str, order: str) -> Days | None:
    """The days of 3/4/2020, 3.4.2020 or 3/4/20; with dots, the day comes first."""
    if len(year) == 2:
        if mark == "-" and not order:
            return None  # 20-09-27 may begin with the year
        year = str(_whole_year(year))
    day_first, month_first = _safe(year, other, one), _safe(year, one, other)
    if mark == "." and day_first:
        return Days(day_first, day_first)
    chosen = day_first if order == DAY_FIRST else month_first if order == MONTH_FIRST else None
    possible = [chosen] if chosen else sorted(day for day in (day_first, month_first) if day)
    if not possible:
        return None
    return Days(possible[0], possible[-1], unsure=possible[0] != possible[-1])


def _whole_year(two_digits: str) -> int:
    return int(two_digits) + (2000 if int(two_digits) < 69 else 1900)


def order_of(values: Iterable[object]) -> str:
    """Which part comes first in the dates of a column, from those that can only be read in one way; "" where
    unknown.

    "dmy" for the day, "mdy" for the month, "both" where some begin with the day and some with the month.
    """
    found = set()
    for value in values:
        match = _NUMERIC.search(value[:_LONGEST]) if isinstance(value, str) else None
        if match and match[2] != ".":
            one, other = int(match[1]), int(match[3])
            if 12 < one <= 31 and other <= 12:
                found.add(DAY_FIRST)
            elif 12 < other <= 31 and one <= 12:
                found.add(MONTH_FIRST)
    return "both" if len(found) > 1 else next(iter(found), "")


def is_nothing(value: object) -> bool:
    """Whether a value stands for an unknown date: empty, "n/a", NaN, the zero of a clock."""
    if value is None or isinstance(value, float) and math.isnan(value):
        return True
    text = str(value).strip().lower()
    return text in _NOTHING or bool(_ZERO_TIME.fullmatch(text))


def read(value: object, lexicon: Lexicon, order: str = "") -> Days | None:
    """The days that a value gives: a date, a text in any form, or seconds or milliseconds since 1970. None for no
    date.

    A month or a year is the interval of its days; two dates are the interval from the first to the last.
    """
    if is_nothing(value) or isinstance(value, bool):
        return None
    if isinstance(value, date):  # also a datetime
        return _within(_one(value.year, value.month, value.day))
    if isinstance(value, dict):  # a form in which databases export dates
        return read(next(iter(value.values()), None), lexicon, order)
    if isinstance(value, list | tuple) and len(value) == 1:  # as Scrapy writes it
        return read(value[0], lexicon, order)
    if isinstance(value, list | tuple):  # year, month, day, and the time of day
        return _one(*value[:3]) if len(value) >= 3 and all(isinstance(v, int) for v in value[:3]) else None
    text = " ".join(str(value).split())[:_LONGEST]
    return _within(_of_digits(text) or _of_text(text, lexicon, order))


def _of_text(text: str, lexicon: Lexicon, order: str) -> Days | None:
    if match := _REPR.search(text):
        return _one(*map(int, match.groups()))
    if match := _COMPACT.fullmatch(text):
        return _one(*map(int, match.groups()))
    if found := find(text, lexicon, order):
        first, last = min(days.first for days in found), max(days.last for days in found)
        return Days(first, last, any(days.unsure for days in found))
    if match := _MONTH_ONLY.fullmatch(text):
        return _month(int(match[1] or match[4]), int(match[2] or match[3]))
    _, month, months = _in_words(lexicon)
    if match := month.fullmatch(text):
        return _month(int(match[2]), months[match[1].lower()])
    if (match := _SHORT_YEAR.fullmatch(text)) and (number := months.get(match[2].lower())):
        return _one(_whole_year(match[3]), number, int(match[1]))
    return None


def _of_digits(text: str) -> Days | None:
    """The day of a number: 20200927, 20200927101500, a year, a spreadsheet's day, or the time since 1970 in
    some unit.
    """
    if not _NUMBER.fullmatch(text):
        return None
    if match := _COMPACT.fullmatch(text):
        return _one(*map(int, match.groups()))
    number = float(text)
    if number == int(number) and _YEAR_ONLY.fullmatch(str(int(number))):
        return Days(date(int(number), 1, 1), date(int(number), 12, 31))
    if _SERIAL.fullmatch(text):
        day = _SERIAL_ZERO + timedelta(days=int(number))
        return Days(day, day)
    digits = len(str(int(abs(number))))
    unit = next((unit for below, unit in _EPOCHS if digits < below), None)
    if unit is None or digits < 9:
        return None
    day = datetime.fromtimestamp(number / unit, UTC).date()
    return Days(day, day)


def _within(days: Days | None) -> Days | None:
    if (
        days is None
        or days.first == _CLOCK_ZERO
        or not FIRST_YEAR <= days.first.year <= days.last.year <= LAST_YEAR
    ):
        return None
    return days


def _one(year: int, month: int, day: int) -> Days | None:
    found = _safe(str(year), str(month), str(day))
    return Days(found, found) if found else None


def _month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _safe(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
