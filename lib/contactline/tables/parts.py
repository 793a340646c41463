"""What was found in one article as a few bytes, to travel between processes and to be kept until it is needed.

Comes in: the tables of an article (``schemas.ARTICLE_TABLES``). Goes out: bytes, and from these the tables again.
The columns are not written down with them: bytes are only read by the code that wrote them, since an article's
digest changes with the code.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

import pyarrow as pa

from contactline.tables.schemas import ARTICLE_TABLES, SCHEMAS

_LENGTHS = struct.Struct(f"<{len(ARTICLE_TABLES)}q")


class PartError(ValueError):
    """Bytes that are not, or no longer, the tables of an article."""


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
