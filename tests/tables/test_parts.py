"""An article's tables as bytes and back."""

from __future__ import annotations

import zlib
from dataclasses import replace

import made
import pytest

from contactline.records import CodedArticle
from contactline.tables import parts, schemas


@pytest.mark.parametrize(
    "coded",
    [
        pytest.param(made.coded(), id="an event"),
        pytest.param(replace(made.coded(), events=(), mentions=(), timexes=()), id="tables without rows"),
        pytest.param(made.coded(text=made.TEXT + "\U0001f44d \u0531 caf\u00e9."), id="signs beyond ASCII"),
    ],
)
def test_tables_come_back_as_they_were(coded: CodedArticle) -> None:
    tables = made.part(coded)

    found = parts.unpack(parts.pack(tables))

    assert {name: found[name].equals(tables[name]) for name in found} == dict.fromkeys(
        schemas.ARTICLE_TABLES, True
    )


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda packed: b"", id="nothing"),
        pytest.param(lambda packed: packed[: len(packed) // 2], id="half"),
        pytest.param(lambda packed: b"\0" + packed[1:], id="another beginning"),
        pytest.param(lambda packed: zlib.compress(b"short"), id="compressed, and no tables"),
        pytest.param(lambda packed: zlib.compress(zlib.decompress(packed)[:200]), id="compressed, and cut"),
    ],
)
def test_other_bytes_are_refused(harm: object) -> None:
    packed = parts.pack(made.part(made.coded()))

    with pytest.raises(parts.PartError):
        parts.unpack(harm(packed))  # type: ignore[operator]
