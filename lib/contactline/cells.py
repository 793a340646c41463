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
_CALL = re.compile(r"\w\(|\|")  # of a function, or of another program


def no_formula(cell: Any) -> Any:
    """The cell, a text with a ' before each sign by which a spreadsheet would take it, or what it takes for a cell
    of its own, for a formula. The hyphen of a bullet ("- The minister said") is left alone.
    """
    return _OPENS.sub(_guarded, cell) if isinstance(cell, str) else cell


def _guarded(found: re.Match[str]) -> str:
    before, marks, sign = found.groups()
    line = _BULLET.match(found.string, found.end())
    if sign == "-" and not marks and line and not _CALL.search(line[0]):
        return found[0]
    return f"{before}'{marks}{sign}"


def without_guard(cell: str) -> str:
    """A cell that was read, without what ``no_formula`` has put into it: always the text that it was given."""
    return _GUARDED.sub(r"\1\2", cell)
