"""Article text as markup: whatever it says, it is shown as it stands."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactline.views import highlight
from contactline.views.highlight import Mark


def words(markup: str) -> str:
    """What a reader sees."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


HOSTILE = '<script>alert(1)</script><img src=x onerror="y">&amp; </mark><style>*{color:red}</style>'


def test_hostile_text_is_shown_as_it_stands() -> None:
    marked = highlight.marked(HOSTILE, [Mark(3, 30, "event", 'a "note" <b>')], dark=False)

    assert set(re.findall(r"</?(\w+)", marked)) == {"mark"}
    assert words(marked) == HOSTILE
    assert 'title="a &quot;note&quot; &lt;b&gt;"' in marked


def test_marks_that_overlap_share_their_words() -> None:
    marked = highlight.marked("0123456789", [Mark(2, 6, "sentence"), Mark(4, 8, "actor", "who")], dark=False)

    pieces = re.findall(r"<mark style=\"([^\"]*)\"( title=\"who\")?>(\d+)</mark>", marked)
    assert [(("fff3c4" in style), bool(title), text) for style, title, text in pieces] == [
        (True, False, "23"),
        (True, True, "45"),
        (False, True, "67"),
    ]
    assert marked.startswith("01<mark") and marked.endswith("</mark>89")


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (Mark(100, 104, "place"), "abcd"),
        (Mark(90, 102, "place"), "ab"),
        (Mark(102, 200, "place"), "cd"),
        (Mark(10, 20, "place"), ""),
        (Mark(102, 102, "place"), ""),
    ],
)
def test_offsets_count_from_the_start_of_the_piece(mark: Mark, expected: str) -> None:
    marked = highlight.marked("abcd", [mark], dark=True, start=100)

    assert "".join(re.findall(r"<mark[^>]*>([^<]*)</mark>", marked)) == expected
    assert words(marked) == "abcd"


@given(
    st.text(alphabet="ab<>&\"' \n", max_size=30),
    st.lists(st.builds(Mark, st.integers(-5, 35), st.integers(-5, 35), st.sampled_from(list(highlight.KINDS)))),
)
def test_no_text_is_lost_or_added(text: str, marks: list[Mark]) -> None:
    assert words(highlight.marked(text, marks, dark=False)) == text


def test_the_source_of_a_quotation_and_the_legend_are_escaped() -> None:
    assert "&lt;i&gt;" in highlight.quotation("x", "<i>", "#fff")
    assert words(highlight.legend(["actor", "reading"], dark=True)).split("\xa0") == [
        "actor ",
        " read as another name",
    ]
