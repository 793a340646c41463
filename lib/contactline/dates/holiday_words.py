"""The holidays in holidays.csv, and the words that say whose they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived, split_cell


@dataclass(frozen=True, slots=True)
class Holiday:
    """A row of holidays.csv: a fixed ``month`` and ``day``, or a ``rule`` (0 where the rule has none).

    ``owner``: a country's code, "" for anybody; ``beside``: it counts only directly beside that country's name;
    ``year``: the only one, or None; ``since``, ``until``: the years in which it is kept so; ``days``: its length.
    """

    name: str
    owner: str
    beside: bool
    year: int | None
    since: int
    until: int
    month: int
    day: int
    rule: str
    days: int


@dataclass(frozen=True, slots=True)
class HolidayWords:
    """The rows of each holiday by its key (see ``holiday_key``), and the codes of its owners by their names.

    Patterns, each with the name in its group "owner". ``owner``: an owner's name anywhere. ``owner_beside``: at
    the end of the text before a holiday. ``owner_behind``: after a holiday.
    """

    rows: dict[str, tuple[Holiday, ...]]
    codes: dict[str, str]
    owner: re.Pattern[str]
    owner_beside: re.Pattern[str]
    owner_behind: re.Pattern[str]

    @property
    def names(self) -> list[str]:
        """The names of the holidays, as the table has them."""
        return [row.name for rows in self.rows.values() for row in rows]


def holiday_key(name: str) -> str:
    """A holiday's name in lower case, without apostrophes and hyphens."""
    return " ".join(re.sub(r"['’]", "", re.sub(r"[-‑]", " ", name)).lower().split())


@derived
def holiday_words(lexicon: Lexicon) -> HolidayWords:
    """The holidays and their owners, read once for a lexicon."""
    rows: dict[str, list[Holiday]] = {}
    for row in lexicon.rows("holidays"):
        holiday = Holiday(
            name=row["name"],
            owner=row["owner"],
            beside=row["beside"] == "yes",
            year=int(row["year"]) if row["year"] else None,
            since=int(row["since"] or 0),
            until=int(row["until"] or 9999),
            month=int(row["month"] or 0),
            day=int(row["day"] or 0),
            rule=row["rule"],
            days=int(row["days"] or 1),
        )
        rows.setdefault(holiday_key(holiday.name), []).append(holiday)
    codes = _codes(lexicon, {holiday.owner for some in rows.values() for holiday in some})
    names = "|".join(re.escape(name) for name in sorted(codes, key=lambda name: (-len(name), name)))
    owner = rf"\b(?P<owner>{names or '(?!)'})"
    return HolidayWords(
        rows={key: tuple(some) for key, some in rows.items()},
        codes=codes,
        owner=re.compile(rf"{owner}\b"),
        owner_beside=re.compile(rf"{owner}(?:['’]s?)?\s$"),
        owner_behind=re.compile(rf"\s(?:of|in)\s(?:the\s)?(?:Republic\sof\s)?{owner}\b"),
    )


def _codes(lexicon: Lexicon, owners: set[str]) -> dict[str, str]:
    """The words that name each owner, with its code: its name, its capital, its adjectives, its people."""
    places = {row["place_id"]: row for row in lexicon.rows("places")}
    found: dict[str, str] = {}
    for row in lexicon.rows("countries"):
        if row["code"] in owners:
            place = places.get(row["place_id"])
            names = (place["name"], place["name_other"]) if place else ()
            every = (*names, *split_cell(row["adjectives"]), *split_cell(row["people"]))
            found |= {name: row["code"] for name in every if name}
    capitals = {row["name"]: row["country"] for row in places.values() if row["kind"] == "capital"}
    return found | {name: code for name, code in capitals.items() if code in owners}
