"""What the schemas of the stored tables promise one another."""

from __future__ import annotations

from functools import cached_property

import pyarrow as pa

from contactline.tables.schemas import ARTICLE_TABLES, SCHEMAS
from contactline.tables.store import Store


def test_a_store_has_a_frame_for_each_table() -> None:
    assert {name for name, value in vars(Store).items() if isinstance(value, cached_property)} == {*SCHEMAS}


def test_ids_are_text_in_every_table() -> None:
    ids = {(name, field.name): field.type for name, schema in SCHEMAS.items() for field in schema}
    assert {key: kind for key, kind in ids.items() if key[1].endswith("_id") and kind != pa.string()} == {}


def test_rows_of_an_article_name_it_or_its_event() -> None:
    without = [name for name in ARTICLE_TABLES if not {"article_id", "event_id"} & set(SCHEMAS[name].names)]
    assert without == []
