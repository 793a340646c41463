"""Words that each reader of markup shows as they stand, and that nobody writes on the screen past these functions."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from test_layers import LIB, PAGES

from contactline.views import escape

APP = sorted((LIB / "app").glob("*.py"))

J = "\N{WORD JOINER}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Talks in Goris", "Talks in Goris"),
        ("*a* _b_ [c](d)", r"\*a\* \_b\_ \[c\]\(d\)"),
        ("$5 <b> :red[x]", r"\$5 \<b\> \:red\[x\]"),
        ("1. # a|b", r"1\. \# a\|b"),
        ("a\n\n    b\t&lt;", r"a b \&lt;"),
        # addresses, mails and signs, which Streamlit looks for when the backslashes are gone
        ("see http://a.org", rf"see http{J}\://a\.org"),
        ("HTTPS://a.org", rf"HTTP{J}S\://a\.org"),
        ("www.a.org", rf"www{J}\.a\.org"),
        ("x@a.org", rf"x@{J}a\.org"),
        (":material/home: at 10:30", rf"\:{J}material/home\: at 10\:30"),
    ],
)
def test_words_for_markdown(text: str, shown: str) -> None:
    assert escape.markdown(text) == shown


@pytest.mark.parametrize(
    ("function", "text", "shown"),
    [
        (escape.markup, "<img src=\"x\"> 'a' & b", "&lt;img src=&quot;x&quot;&gt; &#x27;a&#x27; &amp; b"),
        (escape.label, '<span style="x">A</span> & "b"', '&lt;span style="x"&gt;A&lt;/span&gt; &amp; "b"'),
        (escape.template, "@@=alert {told} @@x", "=alert told @@x"),
        (escape.template, "{@@#x}", "#x"),
    ],
)
def test_words_for_html_plotly_and_the_map(function: object, text: str, shown: str) -> None:
    assert function(text) == shown  # type: ignore[operator]


TRIED = {
    "Page",
    "button",
    "cache_resource",
    "caption",
    "code",
    "column_config",
    "columns",
    "container",
    "context",
    "App",
    "dataframe",
    "date_input",
    "download_button",
    "error",
    "expander",
    "file_uploader",
    "form",
    "form_submit_button",
    "fragment",
    "get_option",
    "header",
    "html",
    "info",
    "link_button",
    "logo",
    "markdown",
    "metric",
    "multiselect",
    "navigation",
    "number_input",
    "page_link",
    "pagination",
    "pills",
    "plotly_chart",
    "popover",
    "progress",
    "pydeck_chart",
    "query_params",
    "rerun",
    "segmented_control",
    "select_slider",
    "selectbox",
    "session_state",
    "set_page_config",
    "sidebar",
    "stop",
    "subheader",
    "success",
    "switch_page",
    "table",
    "text",
    "text_area",
    "text_input",
    "title",
    "toggle",
    "warning",
}
"""What the app uses of Streamlit: test_browser shows hostile words in each that shows words."""


OWN_SCRIPT = {"browser"}
"""What may ask for a script: it shows no words, as tests/app/test_browser.py asserts."""


def calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("path", [*APP, *PAGES], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_page_shows_words_by_a_way_that_was_not_tried(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "st"
    }

    assert used - TRIED == set()
    assert (
        path.stem in OWN_SCRIPT
        or [
            call.lineno
            for call in calls(path)
            if {"unsafe_allow_html", "unsafe_allow_javascript"} & {k.arg for k in call.keywords}
        ]
        == []
    )


@pytest.mark.parametrize("path", sorted(LIB.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_else_escapes(path: Path) -> None:
    written = {ast.unparse(call.func) for call in calls(path)}

    assert path.stem == "escape" or "html.escape" not in written
