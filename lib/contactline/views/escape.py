"""The only way in which text of articles, tables and errors gets to the screen: one function for each markup
language.

Four programs interpret text on the screen: Streamlit's Markdown, the browser's HTML, plotly's labels and deck.gl's
JSON. Each reads some text as an instruction to load a picture, to evaluate a template or to make a link.
"""

from __future__ import annotations

import html
import re

_SIGNS = frozenset("\\`*_{}[]()#+-.!|$:~<>&=^\"'")
_JOINER = "\N{WORD JOINER}"
_LINKED = re.compile(r"(?<=http)(?=s?://)|(?<=www)(?=\.)|(?<=@)(?=\w)|(?<=:)(?=[\w+-][\w/+-]*:)", re.IGNORECASE)
"""Where an invisible joiner keeps Streamlit from finding an address or an ":icon:": it looks for these in the
text after the backslashes have been removed."""

_CODE = re.compile(r"^[{}]*@[{}]*@[@{}]*|[{}]")


def markdown(text: str) -> str:
    """Text on one line that Streamlit's Markdown shows unchanged: no link, picture, HTML, formula or icon."""
    joined = _LINKED.sub(_JOINER, " ".join(text.split()))
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in joined)


def markup(text: str) -> str:
    """Text that HTML shows unchanged, in an element or in a quoted attribute."""
    return html.escape(text)


def label(text: str) -> str:
    """Text that plotly shows unchanged; plotly interprets a few tags with their styles, and few entities."""
    return html.escape(text, quote=False)


def template(text: str) -> str:
    """Text without anything that deck.gl's JSON takes for code, or a tooltip's template for a placeholder."""
    return _CODE.sub("", text)
