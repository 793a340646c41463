"""The days of moving feasts: Easter of the western and the eastern churches, and days of the Islamic calendar."""

from __future__ import annotations

from datetime import date, timedelta

_ISLAMIC_EPOCH = date(622, 7, 18).toordinal() + 1  # 1 Muharram of the year 1, in the civil reckoning
_ISLAMIC_YEAR = 354.37  # days
_MONTHS_PAIR = 59  # days of two Islamic months, of 30 and 29


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian rule of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, as a Gregorian date (the Julian rule of Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def islamic_days(year: int, month: int, day: int) -> list[date]:
    """The days of a Gregorian year on which a day of the Islamic calendar falls: usually one, sometimes two or
    none.

    Uses the tabular calendar; the sighting of the moon can shift them by a day.
    """
    about = int((year - 622) * 365.2425 / _ISLAMIC_YEAR)
    found = [_islamic_day(islamic_year, month, day) for islamic_year in range(max(1, about - 1), about + 4)]
    return [day for day in found if day.year == year]


def _islamic_day(year: int, month: int, day: int) -> date:
    """A day of the tabular calendar, with 11 leap years in 30."""
    before = 354 * (year - 1) + (3 + 11 * year) // 30
    pairs, odd = divmod(month - 1, 2)
    return date.fromordinal(_ISLAMIC_EPOCH + before + _MONTHS_PAIR * pairs + 30 * odd + day - 1)
