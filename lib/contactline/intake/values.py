"""Values of cells and JSON as plain text: dicts with a name, lists, and both as written by Python."""

from __future__ import annotations

import ast
import html
import json
import math
import re
from collections.abc import Mapping

from contactline.intake.errors import SURROGATE

# control characters, which do not belong in a title or name
_INVISIBLE = re.compile("[\x00-\x1f\x7f\ufffe\uffff]")
_NAMES = (
    "name",
    "main",
    "title",
    "text",
    "rendered",
    "value",
    "original",
    "full",
    "#text",
    "_",
    "$t",
    "term",
    "id",
)
"""The keys under which a dict has the value that it stands for, the most reliable first."""
_LONGEST_LITERAL = 100_000
_NO_VALUE = frozenset(("nan", "none", "null", "n/a", "nat", "[]", "{}"))


def one_line(value: object) -> str:
    """A value as text on one line, "" for an empty value; the values of a list are separated by commas."""
    value = _unwritten(value)
    if isinstance(value, Mapping):
        return one_line(named(value))
    if isinstance(value, list | tuple | set):
        return ", ".join(filter(None, map(one_line, value)))
    text = _plain(value)
    text = " ".join((html.unescape(text) if "&" in text else text).split())
    if not text.isprintable():
        text = _INVISIBLE.sub("", SURROGATE.sub("\ufffd", text))
    return "" if text.lower() in _NO_VALUE else text


def body(value: object) -> str:
    """A value as a text with lines, one for each paragraph of a list. "" for an empty value.

    Strings and dicts in one list are the parts of a text, of which some are marked, as Telegram exports it.
    """
    value = _unwritten(value)
    if isinstance(value, Mapping):
        return body(named(value))
    if isinstance(value, list | tuple):
        is_marked = any(isinstance(one, str) for one in value) and any(isinstance(one, Mapping) for one in value)
        return ("" if is_marked else "\n").join(filter(None, map(body, value)))
    text = SURROGATE.sub("\ufffd", _plain(value))
    return "" if text.strip().lower() in _NO_VALUE else text


def named(value: Mapping[str, object]) -> object:
    """The value that a dict stands for, as in {"name": "BBC News"}; None where it has none of the usual keys."""
    return next((value[key] for key in _NAMES if value.get(key)), None)


def _plain(value: object) -> str:
    if value is None or isinstance(value, float) and math.isnan(value):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _unwritten(value: object) -> object:
    """The dict or list that a text represents: "['Ann', 'Bo']" as written by Python, JSON or a spreadsheet."""
    if not isinstance(value, str) or len(value) > _LONGEST_LITERAL or value.lstrip()[:1] not in ("[", "{"):
        return value
    for read in (json.loads, ast.literal_eval):
        try:
            found = read(value.strip())
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        return found if isinstance(found, dict | list) and found else value
    return value
