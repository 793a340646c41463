"""Cells of CSV files that no spreadsheet takes for formulas, whatever separator its locale expects."""

from __future__ import annotations

import re
from typing import Any

_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_HEAD = r"""(?:^|;|(?<!["\s])(?:"|[^\S\t\r\n])*[\t\r\n])["\s]*"""
"""The head of a cell, or what another locale takes for it. Of a run of spaces and quotes only the first is tried
as its beginning, so that a long run takes no time."""

_OPENS = re.compile(rf"({_HEAD})('*)([{_SIGNS}])")
"""What opens as a formula."""

_GUARDED = re.compile(rf"({_HEAD})'('*[{_SIGNS}])")
_BULLET = re.compile(r"[ \u00a0]+[^\W\d_][^;\t\r\n]*")
_CALL = re.compile(r"\w\(|\|")  # a call of a function, or of another program (DDE)


def no_formula(cell: Any) -> Any:
    """Guard a cell of text against being read as a formula by a spreadsheet.

    A ' is put before every sign that a spreadsheet would take for the start of a formula, at the beginning of the
    cell or after a separator within it. The hyphen of a bullet ("- The minister said") is left alone. Values that
    are not text are returned as they are.
    """
    return _OPENS.sub(_guarded, cell) if isinstance(cell, str) else cell


def _guarded(found: re.Match[str]) -> str:
    before, marks, sign = found.groups()
    line = _BULLET.match(found.string, found.end())
    if sign == "-" and not marks and line and not _CALL.search(line[0]):
        return found[0]
    return f"{before}'{marks}{sign}"


def without_guard(cell: str) -> str:
    """Remove from a cell what ``no_formula`` has put into it, so that the original text comes back."""
    return _GUARDED.sub(r"\1\2", cell)
