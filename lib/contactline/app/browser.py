"""The one script of ours that runs in the browser, served by this server and asked for by every page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from starlette.responses import FileResponse
from starlette.routing import Route

from contactline.views import escape

_FILE = Path(__file__).with_name("browser.js")
_NAME = "contactline.js"
_KEY, _SIGN = "contactline_script", "contactline_sign"  # style.css takes them out of the page


def script() -> None:
    """Ask for the script. Without it, Back goes page by page, and typed days wait until they are left."""
    with st.container(key=_KEY):
        st.html(f'<script type="module" src="./{_NAME}"></script>', unsafe_allow_javascript=True)


def sign(build: str, kept: Sequence[str]) -> None:
    """Tell the script which build is shown, and since which earlier ones the Overview says what changed."""
    with st.container(key=_SIGN):
        st.html(f'<span data-build="{escape.markup(build)}" data-kept="{escape.markup(" ".join(kept))}"></span>')


def route() -> Route:
    """Where the server has the script."""
    return Route(f"/{_NAME}", lambda _: FileResponse(_FILE, media_type="text/javascript"))
