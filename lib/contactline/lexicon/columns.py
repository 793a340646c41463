"""The columns of tables: the kinds of cells, and the check of values against their kind.

All distinct values of a column are checked together, so that a value in a thousand rows is checked once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from contactline.lexicon.table import Table

_WHOLE = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Keys:
    """The values of columns that other columns refer to, each collected once."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables
        self._known: dict[tuple[str, ...], frozenset[tuple[str, ...]] | None] = {}

    def of(self, table: str, *columns: str) -> frozenset[tuple[str, ...]] | None:
        """The values of some columns of a table; None where it lacks them, which is reported as a separate fault.

        For a single column "" is left out, as it refers to nothing.
        """
        asked = (table, *columns)
        if asked not in self._known:
            found = self._tables.get(table)
            known = None
            if found is not None and found.rows and set(columns) <= set(found.columns):
                known = frozenset(tuple(row[c] for c in columns) for row in found.rows) - {("",)}
            self._known[asked] = known
        return self._known[asked]


class Kind(Protocol):
    """A kind of cell. ``expected`` completes "expected ..."."""

    @property
    def expected(self) -> str: ...

    def unfit(self, values: frozenset[str], keys: Keys) -> Iterable[str]:
        """Return those of the values (none is empty) that are not of this kind."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line with single blanks between them; ``lower``: in lower case.

    ``shape``: a regular expression that the whole text must match. ``says``: the same in words.
    """

    shape: str = ""
    says: str = "text on one line with single blanks"
    lower: bool = False

    @property
    def expected(self) -> str:
        return f"{self.says}, in small letters" if self.lower else self.says

    def unfit(self, values: frozenset[str], keys: Keys) -> Iterable[str]:
        shape = re.compile(self.shape or ".*")
        return [
            v
            for v in values
            if not (
                v.isprintable() and "  " not in v and (not self.lower or v == v.lower()) and shape.fullmatch(v)
            )
        ]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between bounds, which are included."""

    least: int
    most: int

    @property
    def expected(self) -> str:
        return f"a whole number from {self.least} to {self.most}"

    def unfit(self, values: frozenset[str], keys: Keys) -> Iterable[str]:
        return [v for v in values if not (_WHOLE.fullmatch(v) and self.least <= int(v) <= self.most)]


@dataclass(frozen=True, slots=True)
class Decimal:
    """A number between bounds, which are included, with a decimal point if it is not whole."""

    least: float
    most: float

    @property
    def expected(self) -> str:
        return f"a number from {self.least:g} to {self.most:g}"

    def unfit(self, values: frozenset[str], keys: Keys) -> Iterable[str]:
        return [v for v in values if not (_DECIMAL.fullmatch(v) and self.least <= float(v) <= self.most)]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar as in ISO 8601."""

    expected: str = "a day such as 2020-11-09"

    def unfit(self, values: frozenset[str], keys: Keys) -> Iterable[str]:
        return [v for v in values if not _is_day(v)]


def _is_day(value: str) -> bool:
    if not _DAY.fullmatch(value):  # fromisoformat alone would also accept 20201109 and 2020-W46-1
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words that the code knows."""

    words: tuple[str, ...]

    @property
    def expected(self) -> str:
        return listed(self.words)

    def unfit(self, values: frozenset[str], keys: Keys) -> Iterable[str]:
        return values - frozenset(self.words)


@dataclass(frozen=True, slots=True)
class Key:
    """A value that occurs in a column of this or another table.

    ``columns``: the columns in any of which it may be, each as table and name, with the names of columns that must
    not be empty in that row. ``also``: further values that are in no table.
    """

    columns: tuple[tuple[str, ...], ...]
    also: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        named = [
            f"a {column} of {table}.csv" + (f" with a {' and a '.join(filled)}" if filled else "")
            for table, column, *filled in self.columns
        ]
        return listed([*named, *self.also])

    def unfit(self, values: frozenset[str], keys: Keys) -> Iterable[str]:
        known = set(self.also)
        for table, column, *filled in self.columns:
            found = keys.of(table, column, *filled)
            if found is None:
                return ()
            known.update(value for value, *others in found if all(others))
        return values - known


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression. Unless it is used ``alone`` it must have no capturing group, as rows are joined to
    one expression.
    """

    alone: bool = False

    @property
    def expected(self) -> str:
        return "a regular expression" if self.alone else "a regular expression without groups that capture"

    def unfit(self, values: frozenset[str], keys: Keys) -> Iterable[str]:
        return [v for v in values if not _is_pattern(v, self.alone)]


def _is_pattern(value: str, alone: bool) -> bool:
    try:
        return compiled(value).groups == 0 or alone
    except (re.error, OverflowError):
        return False


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a table compiled in the way in which the code uses it, ignoring case."""
    return re.compile(f"(?:{pattern})", re.IGNORECASE)


def listed(words: Iterable[str]) -> str:
    """The words as in a sentence: "line, list or tail"."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the kind of its cells and their meaning.

    ``optional``: a cell may be empty. ``many``: a cell is a list of such values, separated by ';'.
    """

    name: str
    kind: Kind
    meaning: str
    optional: bool = False
    many: bool = False
