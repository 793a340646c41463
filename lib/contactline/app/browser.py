"""The project's one script that runs in the browser, served by this server and loaded by every page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from starlette.responses import FileResponse
from starlette.routing import Route

from contactline.views import escape

_FILE = Path(__file__).with_name("browser.js")
_NAME = "contactline.js"
_KEY, _SIGN = "contactline_script", "contactline_sign"  # keys of elements that style.css hides


def script() -> None:
    """Load the script. Without it, Back goes from page to page only, and typed days take effect when their
    field is left.
    """
    with st.container(key=_KEY):
        st.html(f'<script type="module" src="./{_NAME}"></script>', unsafe_allow_javascript=True)


def sign(build: str, kept: Sequence[str]) -> None:
    """Tell the script which build is shown, and for which earlier builds the Overview can say what changed."""
    with st.container(key=_SIGN):
        st.html(f'<span data-build="{escape.markup(build)}" data-kept="{escape.markup(" ".join(kept))}"></span>')


def route() -> Route:
    """The route of the server under which the script is found."""
    return Route(f"/{_NAME}", lambda _: FileResponse(_FILE, media_type="text/javascript"))
