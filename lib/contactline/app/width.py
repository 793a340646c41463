"""The width of the page in the visitor's browser, which the server does not know by itself."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v1 import declare_component

WIDE = 1000
"""In pixels: the assumed width of a page until the browser has reported it."""
NARROW = 600
"""In pixels: a narrower page is a phone's."""

_KNOWN = "_page_width"
_measure = declare_component("measure", path=Path(__file__).with_name("measure"))


def width() -> int:
    """The width in pixels of the container in which this is called, in steps of 50.

    It is the width of the visitor's last page (at first ``WIDE``) until the browser has reported another, and
    stays if the new width is much the same, so that most pages are drawn only once.
    """
    granted = st.session_state.get(_KNOWN, WIDE)
    found = int(_measure(granted=granted, key="page_width", default=granted))
    st.session_state[_KNOWN] = found
    return found
