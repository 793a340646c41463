"""The only way from words of articles, tables and errors to the screen: one function for each reader of markup.

Four read what is on the screen: Streamlit's Markdown, the browser's HTML, plotly's labels and deck.gl's JSON. Each
takes some words for orders to fetch a picture, to run a template or to make a link.
"""

from __future__ import annotations

import html
import re

_SIGNS = frozenset("\\`*_{}[]()#+-.!|$:~<>&=^\"'")
_JOINER = "\N{WORD JOINER}"
_LINKED = re.compile(r"(?<=http)(?=s?://)|(?<=www)(?=\.)|(?<=@)(?=\w)|(?<=:)(?=[\w+-][\w/+-]*:)", re.IGNORECASE)
"""Where an invisible joiner keeps Streamlit from finding an address or a ":sign:": it looks for these in the words
that are left when the backslashes are gone."""

_CODE = re.compile(r"^[{}]*@[{}]*@[@{}]*|[{}]")


def markdown(text: str) -> str:
    """Words on one line that Streamlit's Markdown shows as they stand: no link, picture, HTML, formula or sign."""
    joined = _LINKED.sub(_JOINER, " ".join(text.split()))
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in joined)


def markup(text: str) -> str:
    """Words that HTML shows as they stand, in an element or between an attribute's quotes."""
    return html.escape(text)


def label(text: str) -> str:
    """Words that plotly shows as they stand: it reads a few tags and their styles, and knows few entities."""
    return html.escape(text, quote=False)


def template(text: str) -> str:
    """Words without what deck.gl's JSON takes for code, or a tooltip's template for a placeholder."""
    return _CODE.sub("", text)
