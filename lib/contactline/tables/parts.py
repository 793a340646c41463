"""The tables of one article packed into bytes, to be sent between processes and to be cached.

In: the tables of an article (``schemas.ARTICLE_TABLES``). Out: bytes, and from these the tables again. The bytes
do not contain the names of the columns: only the code that wrote them reads them, since an article's digest
changes with the code.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

import pyarrow as pa

from contactline.tables.schemas import ARTICLE_TABLES, SCHEMAS

_LENGTHS = struct.Struct(f"<{len(ARTICLE_TABLES)}q")


class PartError(ValueError):
    """Raised for bytes that are not the tables of an article, or not of the current schema."""


def pack(tables: Mapping[str, pa.Table]) -> bytes:
    """The tables of one article as bytes."""
    batches = [_one_batch(tables[name]).serialize().to_pybytes() for name in ARTICLE_TABLES]
    return zlib.compress(_LENGTHS.pack(*map(len, batches)) + b"".join(batches), level=1)


def _one_batch(table: pa.Table) -> pa.RecordBatch:
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], table.schema)


def unpack(packed: bytes) -> dict[str, pa.Table]:
    """The tables that ``pack`` was given. Raises PartError for other bytes."""
    try:
        data = zlib.decompress(packed)
        start, found = _LENGTHS.size, {}
        for name, length in zip(ARTICLE_TABLES, _LENGTHS.unpack_from(data), strict=True):
            batch = pa.ipc.read_record_batch(pa.py_buffer(data[start : start + length]), SCHEMAS[name])
            batch.validate()
            found[name] = pa.Table.from_batches([batch], SCHEMAS[name])
            start += length
    except (zlib.error, struct.error, pa.ArrowException, OSError) as error:
        raise PartError(str(error)) from None
    return found
