"""Which column holds which fact."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from contactline import lexicon
from contactline.intake import columns

WORDS = lexicon.load()


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Text", "text"),
        ("FULL TEXT", "text"),
        ("articleBody", "text"),
        ("publishedAt", "published"),
        ("Publish-Date", "published"),
        ("source", "publisher"),
        ("_source", "inside"),
        ("Unnamed: 0", "unused"),
        ("Текст", "text"),
        ("Başlık", "title"),
        ("__index_level_0__", "unused"),
        ("mood", ""),
    ],
)
def test_names_of_columns_in_any_writing(name: str, field: str) -> None:
    assert columns.field_of(name, WORDS) == field


@pytest.mark.parametrize(
    ("row", "given", "found"),
    [
        pytest.param(
            {"content": "T", "description": "D"},
            {},
            {"text": [("content", "T")], "teaser": [("description", "D")]},
            id="usual",
        ),
        pytest.param(
            {"body": "B", "text": "T"}, {}, {"text": [("text", "T"), ("body", "B")]}, id="the best first"
        ),
        pytest.param({"text": "", "body": "B"}, {}, {"text": [("body", "B")]}, id="not an empty one"),
        pytest.param(
            {"text": "T", "abc": "A"}, {"text": "ABC"}, {"text": [("abc", "A"), ("text", "T")]}, id="a user's"
        ),
        pytest.param({"fields": {"bodyText": "T"}}, {}, {"text": [("bodyText", "T")]}, id="inside a dict"),
        pytest.param({"x": {"text": "T"}}, {}, {}, id="not inside any dict"),
        pytest.param({"x": {"y": "T"}}, {"text": "x.y"}, {"text": [("x.y", "T")]}, id="a user's inside a dict"),
    ],
)
def test_fields_of_a_row(
    row: Mapping[str, object], given: Mapping[str, str], found: Mapping[str, list[tuple[str, object]]]
) -> None:
    assert columns.fields(row, given, WORDS) == found


def test_columns_that_nobody_knows_and_the_nearest_known() -> None:
    assert columns.unknown(["text", "contnet", "mood", "mine"], {"title": "Mine"}, WORDS) == ["contnet", "mood"]
    assert [columns.nearest(name, WORDS) for name in ("contnet", "mood", "pubished")] == ["text", "", "published"]
