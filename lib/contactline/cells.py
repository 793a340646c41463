"""Cells of CSV files that a spreadsheet opens without taking them for formulas."""

from __future__ import annotations

from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def no_formula(cell: Any) -> Any:
    """The cell, a text that begins like a formula with a ' before it."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def without_guard(cell: str) -> str:
    """A cell that was read, without the ' that ``no_formula`` has put before it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
