"""Values of cells and JSON as plain text."""

from __future__ import annotations

import pytest

from contactline.intake import values


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (float("nan"), ""),
        ("null", ""),
        (7.0, "7"),
        ("  Ann \n Writer ", "Ann Writer"),
        ("Ministers &amp; a road", "Ministers & a road"),
        (["Ann", None, "Bo"], "Ann, Bo"),
        ("['Ann', 'Bo']", "Ann, Bo"),
        ('[{"name": "Ann"}]', "Ann"),
        ("{'id': None, 'name': 'The Valley Post'}", "The Valley Post"),
        ({"id": "post", "name": "The Valley Post"}, "The Valley Post"),
        ({"main": "A road", "print_headline": "x"}, "A road"),
        ({"colour": "red"}, ""),
        ("[sic]", "[sic]"),
        ("one\x00 two\ud800", "one two\ufffd"),
    ],
)
def test_a_value_on_one_line(value: object, text: str) -> None:
    assert values.one_line(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("One.\n  Two.", "One.\n  Two."),
        (["One.", "", "Two."], "One.\nTwo."),
        (
            ["Two ", {"type": "bold", "text": "soldiers"}, " fell."],
            "Two soldiers fell.",
        ),  # as Telegram marks words
        ({"rendered": "<p>One."}, "<p>One."),
        (" NaN ", ""),
        ("a\ud800", "a\ufffd"),
    ],
)
def test_a_text_keeps_its_lines(value: object, text: str) -> None:
    assert values.body(value) == text
