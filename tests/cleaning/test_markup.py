"""Markup within a text, and what stands for it in plain text."""

from __future__ import annotations

import pytest

from contactline.cleaning import markup
from contactline.cleaning.edits import apply


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("plain, with a < b & c", "plain, with a < b & c", id="nothing"),
        pytest.param("<p>One</p><div class='x'>Two</div>", "\nOne\n\nTwo\n", id="blocks"),
        pytest.param("a <b>bold</b> <a href='/x'>link</a>", "a bold link", id="inline elements"),
        pytest.param("a <unknown> b", "a <unknown> b", id="what is no element"),
        pytest.param("a<script>x > 1</script>b<!-- note -->c", "abc", id="scripts and comments"),
        pytest.param("Smith &amp; Sons &#8217;til&nbsp;dawn", "Smith & Sons ’til dawn", id="entities"),
        pytest.param("&bogus; &#0;", "&bogus; \ufffd", id="what is no entity"),
        pytest.param("a&shy;b&#8203;c", "abc", id="invisible entities"),
        pytest.param(
            "a\u200bb\u00a0c\u2028d\r\n", "ab c\nd\n", id="invisible characters, odd spaces and line ends"
        ),
    ],
)
def test_the_plain_text(raw: str, text: str) -> None:
    assert apply(raw, markup.edits(raw))[0] == text


def test_nothing_is_edited_before_the_start() -> None:
    assert apply("<p>a<p>b", markup.edits("<p>a<p>b", 4))[0] == "<p>a\nb"
