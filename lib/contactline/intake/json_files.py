"""Articles from JSON: one object per line, a list of objects, or such a list wrapped by a service or program."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import chain, islice
from typing import Any

from contactline.intake import columns, json_values, rows
from contactline.intake.addresses import is_article
from contactline.intake.decoding import WIDE_MARKS, decode
from contactline.intake.errors import InputError, Refuse
from contactline.intake.kinds import ending
from contactline.intake.options import Reading
from contactline.intake.source import Source
from contactline.records import Article

_EACH = "Each line is one article as a JSON object."
_DEEPEST = 4  # most levels of objects that are searched for the list of articles


def articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the articles of a JSON file in its order; a broken one is refused, line by line."""
    yield from rows.articles(source.label, lambda: _rows(source, reading), reading)


def lines(source: Source, refuse: Refuse) -> Iterator[Article]:
    """Yield one article for each line in the project's own form (``rows.row_article``); other lines are
    refused.
    """
    for number, line in enumerate(_lines(source), 1):
        if not line.strip():
            continue
        try:
            found = _line(line.strip(), f"{source.label}, line {number}")
            if isinstance(found, InputError):
                raise found
            article = rows.row_article(found[1], found[0])
        except InputError as error:
            refuse(error)
            continue
        yield article


def _rows(source: Source, reading: Reading) -> Iterator[rows.Row | InputError]:
    if not _is_lines(source):
        found = json_values.values(source)
        first = list(islice(found, 2))
        if not first or not isinstance(first[0], InputError) or not _is_broken_line(source):
            alone = len(first) == 1 and isinstance(first[0], dict)
            for number, row in enumerate(_listed(first[0], reading) if alone else chain(first, found), 1):
                yield row if isinstance(row, InputError) else _checked(row, f"{source.label}, line {number}")
            return
    for number, line in enumerate(_lines(source), 1):
        if line.strip():
            yield _line(line.strip(), f"{source.label}, line {number}")


def _is_lines(source: Source) -> bool:
    """Whether the first line is a complete JSON object, or too long to be examined."""
    with closing(source.open()) as f:
        start = f.readline(100_000).strip()
    is_named_so = ending(source.name) in (".jsonl", ".ndjson")
    if len(start) >= 99_000:
        return is_named_so and start.startswith(b"{")
    try:
        first = json.loads(decode(start))
    except (ValueError, RecursionError):
        return is_named_so and start not in (b"{", b"[", b"")
    with closing(source.open()) as f:
        f.readline()
        is_alone = not f.read(1000).strip()
    return isinstance(first, dict) and not (is_alone and _wraps(first))


def _is_broken_line(source: Source) -> bool:
    """Whether the first line is meant to be an object of its own."""
    with closing(source.open()) as f:
        start = f.readline(100_000).strip()
    return start.startswith(b"{") and start.endswith(b"}") and len(start) > 2 and b"}{" not in start


def _wraps(value: Mapping[str, Any]) -> bool:
    return any(isinstance(inner, dict | list) for inner in value.values())


def _lines(source: Source) -> Iterator[str]:
    with closing(source.open()) as f:
        if f.read(2) in WIDE_MARKS:
            yield from io.StringIO(decode(source.data()))
            return
    with closing(source.open()) as f:
        yield from map(decode, f)


def _line(line: str, origin: str) -> rows.Row | InputError:
    try:
        row = json.loads(line)
    except ValueError as error:
        return InputError(origin, f"not JSON ({error}).", _EACH)
    except (RecursionError, MemoryError):
        return InputError(origin, "JSON with too many brackets within brackets.", _EACH)
    return _checked(row, origin)


def _checked(row: object, origin: str) -> rows.Row | InputError:
    if not isinstance(row, dict):
        return InputError(origin, f"expected a JSON object, found {type(row).__name__}.", _EACH)
    return origin, row


def _listed(whole: object, reading: Reading, depth: int = 0) -> list[object]:
    """The articles in the content of a file: a list, a list under a usual name, a table by columns, or a single
    article.
    """
    if isinstance(whole, list):
        return whole
    assert isinstance(whole, dict)
    if _is_by_column(whole):
        return _from_columns(whole)
    if _has_text(whole, reading):
        return [whole]
    if isinstance(whole.get("columns"), list) and isinstance(whole.get("data"), list):
        return [dict(zip(whole["columns"], row, strict=False)) for row in whole["data"] if isinstance(row, list)]
    for name, inner in whole.items():
        if (
            columns.field_of(name, reading.lexicon) == "rows"
            and isinstance(inner, dict | list)
            and depth < _DEEPEST
        ):
            return _listed(inner, reading, depth + 1)
    values = list(whole.values())
    if len(values) > 1 and all(isinstance(value, dict) for value in values):  # articles by their ids or addresses
        return [{"url" if is_article(key) else "id": key, **value} for key, value in whole.items()]
    return [whole]


def _has_text(row: Mapping[str, Any], reading: Reading) -> bool:
    found = columns.fields(row, reading.columns, reading.lexicon)
    return any(isinstance(value, str) for name in ("text", "html") for _, value in found.get(name, ()))


def _is_by_column(whole: Mapping[str, Any]) -> bool:
    """Whether the content is a table by columns, as pandas writes it: {"title": {"0": ..., "1": ...}}."""
    values = list(whole.values())
    keys = [tuple(value) for value in values if isinstance(value, dict)]
    return (
        len(values) > 1
        and len(keys) == len(values)
        and len(set(keys)) == 1
        and all(k.isdecimal() for k in keys[0])
    )


def _from_columns(whole: Mapping[str, Mapping[str, object]]) -> list[object]:
    places = next(iter(whole.values()))
    return [{name: column[place] for name, column in whole.items()} for place in places]
