"""The marks of Markdown, and what only looks like them."""

from __future__ import annotations

import pytest

from contactline.cleaning import markdown
from contactline.cleaning.edits import apply


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("# A road\n\n## Below", "A road\n\nBelow"),
        ("The **two** ministers and __one__ king", "The two ministers and one king"),
        ("an *old* and a _new_ road", "an old and a new road"),
        ("a [road](https://x.org/a_b) and ![a map](/m.png)", "a road and "),
        ('a [road](https://x.org "to the hill") here', "a road here"),
        ("> He said it.\n> And again.", "He said it.\nAnd again."),
        ("```\ncode\n```", "\ncode\n"),
        # no marks
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("file_name_here and __", "file_name_here and __"),
        ("- one\n- two", "- one\n- two"),
        ("#1 of the list [1] (see below)", "#1 of the list [1] (see below)"),
        ("5 > 3", "5 > 3"),
    ],
)
def test_marks_are_taken_off(raw: str, text: str) -> None:
    assert apply(raw, markdown.edits(raw))[0] == text
