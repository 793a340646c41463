"""The words on the screen, kept in words.toml so that a translation needs only one file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("words.toml")


def say(key: str, **values: object) -> str:
    """The words under ``key`` ("section.name"), with values put in place of the names in braces.

    Raises KeyError for a key that is not in words.toml, and for a name in braces without a value.
    """
    section, name = key.split(".")
    words: str = _all()[section][name]
    return words.format_map(values) if values else words


def words_of(section: str) -> dict[str, str]:
    """The words of a section by name, in the order of the file. Raises KeyError for an unknown section."""
    return dict(_all()[section])


def count(number: int, noun: str) -> str:
    """A number with its noun from the section "counts": "1 event", "1,234 events"."""
    one, many = _all()["counts"][noun]
    return str(one if number == 1 else many).format(number=f"{number:,}")


@cache
def _all() -> dict[str, dict[str, Any]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
