"""Which column of a table holds which fact of an article, by the names that tables usually give them.

The names are those of column_names.csv; what a user says (``--map text=COLUMN``) goes before them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from contactline.lexicon import Lexicon, derived

FIELDS = ("id", "text", "html", "title", "publisher", "author", "url", "published", "language")
_SIGNS = re.compile(r"[\W_]+")
_DEEPEST = 3  # dicts within dicts in which a name is looked for


@lru_cache(maxsize=4096)  # a table has the same few names in each row
def plain(name: str) -> str:
    """A column's name without what does not count: case, blanks and signs."""
    return _SIGNS.sub("", name.lower())


@derived
def _names(lexicon: Lexicon) -> Mapping[str, tuple[str, int]]:
    """Field and rank by name as it stands in the table, and by plain name."""
    known: dict[str, tuple[str, int]] = {}
    for rank, row in enumerate(lexicon.rows("column_names")):
        known[row["name"]] = row["field"], rank
        if not row["name"].startswith("_"):  # "_source" is not "source"
            known[plain(row["name"])] = row["field"], rank
    return known


def _known(name: str, lexicon: Lexicon) -> tuple[str, int]:
    known = _names(lexicon)
    return known.get(name.lower()) or known.get(plain(name)) or ("", 0)


def field_of(name: str, lexicon: Lexicon) -> str:
    """The field that a column of this name holds; "teaser", "event", "unused", "" for a name that nobody knows."""
    return _known(name, lexicon)[0]


def pairs(
    row: Mapping[str, object], lexicon: Lexicon, above: str = "", depth: int = 0
) -> Iterator[tuple[str, object]]:
    """Each column of a row with its value: "source.name" for a dict in a column, the column itself, too.

    What a dict that only wraps the article holds ("fields", "_source") stands there under its own name.
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
    """For each field (and "teaser") its columns with a value, the best first; ``given``: a user's choices."""
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
    """The columns that are not used since nobody knows their names, in their order."""
    wanted = {plain(column) for column in given.values()}
    return [name for name in names if plain(name) not in wanted and not field_of(name, lexicon) and plain(name)]


def nearest(name: str, lexicon: Lexicon) -> str:
    """The known name of a fact that is written most like a name, "" where none is near."""
    keys = {key: field for key, (field, _) in _names(lexicon).items() if field in FIELDS}
    found = difflib.get_close_matches(plain(name), keys, n=1, cutoff=0.75)
    return keys[found[0]] if found else ""
