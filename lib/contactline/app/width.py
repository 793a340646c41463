"""How wide the page is in the visitor's browser, which the server does not know by itself."""

from __future__ import annotations

from pathlib import Path

from streamlit.components.v1 import declare_component

_measure = declare_component("measure", path=Path(__file__).with_name("measure"))


def width(granted: int, key: str) -> int:
    """The width in pixels of the container that this stands in, in steps of 50.

    ``granted``: what is taken for granted; it is returned until the browser has said otherwise, and for good where
    the browser's width is much the same, so that most pages are drawn only once.
    """
    return int(_measure(granted=granted, key=key, default=granted))
