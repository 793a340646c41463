"""Which column of a table holds which field of an article, found by the names that tables usually give to them.

The names are in column_names.csv; what a user says (``--map text=COLUMN``) has priority.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from contactline.lexicon import Lexicon, derived

FIELDS = ("id", "text", "html", "title", "publisher", "author", "url", "published", "language")
_SIGNS = re.compile(r"[\W_]+")
_DEEPEST = 3  # most levels of dicts within dicts that are searched


@lru_cache(maxsize=4096)  # cached, as a table has the same few names in each row
def plain(name: str) -> str:
    """A column's name without case, blanks and punctuation."""
    return _SIGNS.sub("", name.lower())


@derived
def _names(lexicon: Lexicon) -> Mapping[str, tuple[str, int]]:
    """Field and rank for each name as in the table, and for each plain name."""
    known: dict[str, tuple[str, int]] = {}
    for rank, row in enumerate(lexicon.rows("column_names")):
        known[row["name"]] = row["field"], rank
        if not row["name"].startswith("_"):  # "_source" must not match "source"
            known[plain(row["name"])] = row["field"], rank
    return known


def _known(name: str, lexicon: Lexicon) -> tuple[str, int]:
    known = _names(lexicon)
    return known.get(name.lower()) or known.get(plain(name)) or ("", 0)


def field_of(name: str, lexicon: Lexicon) -> str:
    """The field that a column with this name holds; also "teaser", "event" or "unused"; "" for an unknown name."""
    return _known(name, lexicon)[0]


def pairs(
    row: Mapping[str, object], lexicon: Lexicon, above: str = "", depth: int = 0
) -> Iterator[tuple[str, object]]:
    """Yield each column of a row with its value; a dict in a column gives "source.name" as well as the column
    itself.

    What is in a dict that only wraps the article ("fields", "_source") is given under its own name.
    """
    for name, value in row.items():
        whole = f"{above}.{name}" if above else str(name)
        yield whole, value
        if isinstance(value, Mapping) and depth < _DEEPEST:
            inside = field_of(str(name), lexicon) == "inside"
            yield from pairs(value, lexicon, "" if inside else whole, depth + 1)


def fields(
    row: Mapping[str, object], given: Mapping[str, str], lexicon: Lexicon
) -> dict[str, list[tuple[str, object]]]:
    """For each field (and "teaser") its columns with a value, the best first. ``given``: the user's choices."""
    wanted = {plain(column): field for field, column in given.items()}
    ranked: list[tuple[int, str, str, object]] = []
    for name, value in pairs(row, lexicon):
        if value is None or value in ("", [], {}):
            continue
        field, rank = _known(name, lexicon)
        if plain(name) in wanted:
            ranked.append((-1, wanted[plain(name)], name, value))
        elif field not in ("", "inside", "rows", "event", "unused"):
            ranked.append((rank, field, name, value))
    found: dict[str, list[tuple[str, object]]] = {}
    for _, field, name, value in sorted(ranked, key=lambda one: one[0]):
        found.setdefault(field, []).append((name, value))
    return found


def unknown(names: Iterable[str], given: Mapping[str, str], lexicon: Lexicon) -> list[str]:
    """The columns that are not used because their names are unknown, in their order."""
    wanted = {plain(column) for column in given.values()}
    return [name for name in names if plain(name) not in wanted and not field_of(name, lexicon) and plain(name)]


def nearest(name: str, lexicon: Lexicon) -> str:
    """The known column name that is spelled most like a name, "" where none is similar."""
    keys = {key: field for key, (field, _) in _names(lexicon).items() if field in FIELDS}
    found = difflib.get_close_matches(plain(name), keys, n=1, cutoff=0.75)
    return keys[found[0]] if found else ""
