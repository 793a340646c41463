"""Rules for the rows of a table, and the schema of a table: its columns and its rules.

A rule checks several cells of a row, or all rows together. It only sees rows whose cells all fit their columns, so
that one wrong cell is one fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from contactline.lexicon.columns import Column, Keys, Kind
from contactline.lexicon.table import LINE, Fault, Row


class Rule(Protocol):
    """A condition on rows, in addition to the kinds of their cells."""

    def faults(self, name: str, rows: list[Row], keys: Keys) -> Iterator[Fault]:
        """Yield the faults of the rows of the table with that name."""
        ...


def _fault(name: str, row: Row, columns: Iterable[str], expected: str) -> Fault:
    some = tuple(columns)
    value = " | ".join(row[c] for c in some) if len(some) > 1 else row[some[0]]
    return Fault(name, int(row[LINE]), ", ".join(some), value, expected)


@dataclass(frozen=True, slots=True)
class Unique:
    """No two rows have the same values in all these columns. ``filled``: ignore rows in which one of them is
    empty.
    """

    columns: tuple[str, ...]
    filled: bool = False

    def faults(self, name: str, rows: list[Row], keys: Keys) -> Iterator[Fault]:
        first: dict[tuple[str, ...], str] = {}
        for row in rows:
            key = tuple([row[c] for c in self.columns])
            if self.filled and not all(key):
                continue
            line = first.setdefault(key, row[LINE])
            if line != row[LINE]:
                yield _fault(name, row, self.columns, f"what no other row has, but line {line} has it")


@dataclass(frozen=True, slots=True)
class Holds:
    """The table must have a row for each of these values, because the code uses them by name."""

    columns: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]

    def faults(self, name: str, rows: list[Row], keys: Keys) -> Iterator[Fault]:
        held = keys.of(name, *self.columns) or frozenset()
        for value in self.values:
            if value not in held:
                yield Fault(
                    name, 0, ", ".join(self.columns), " | ".join(value), "a row with it: the code needs one"
                )


@dataclass(frozen=True, slots=True)
class Ordered:
    """A row's first day is not after its last day; either may be empty."""

    first: str
    last: str

    def faults(self, name: str, rows: list[Row], keys: Keys) -> Iterator[Fault]:
        for row in rows:
            first, last = row[self.first], row[self.last]
            if first and last and first > last:
                yield _fault(name, row, (self.last,), f"a day not before {self.first}, {first}")


@dataclass(frozen=True, slots=True)
class When:
    """If ``column`` has one of ``words``, the cell of ``other`` must be filled and of this kind."""

    column: str
    words: tuple[str, ...]
    other: str
    kind: Kind

    def faults(self, name: str, rows: list[Row], keys: Keys) -> Iterator[Fault]:
        asked = [row for row in rows if row[self.column] in self.words]
        wrong = {"", *self.kind.unfit(frozenset(row[self.other] for row in asked) - {""}, keys)}
        for row in asked:
            if row[self.other] in wrong:
                because = f"where {self.column} is {row[self.column]}"
                yield _fault(name, row, (self.other,), f"{self.kind.expected} {because}")


@dataclass(frozen=True, slots=True)
class Together:
    """The values of the columns must occur together in a row of another table, except in rows with ``unless``
    in the first.
    """

    columns: tuple[str, ...]
    table: str
    unless: str = ""

    def faults(self, name: str, rows: list[Row], keys: Keys) -> Iterator[Fault]:
        known = keys.of(self.table, *self.columns)
        for row in rows:
            if known is None or row[self.columns[0]] == self.unless:
                continue
            if tuple(row[c] for c in self.columns) not in known:
                yield _fault(name, row, self.columns, f"such a row of {self.table}.csv")


@dataclass(frozen=True, slots=True)
class Holding:
    """Any other condition: ``holds`` must be true for each row's cells of ``columns``."""

    columns: tuple[str, ...]
    holds: Callable[..., bool]
    expected: str

    def faults(self, name: str, rows: list[Row], keys: Keys) -> Iterator[Fault]:
        for row in rows:
            if not self.holds(*(row[c] for c in self.columns)):
                yield _fault(name, row, self.columns, self.expected)


@dataclass(frozen=True, slots=True)
class Schema:
    """A table: its columns in the order of the file, and the rules for its rows."""

    table: str
    meaning: str
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...] = ()
