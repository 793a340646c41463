"""The downloads of every chart and table: its rows as files, its picture, and the line to cite it by.

The picture is made in the visitor's browser (browser.js) from what is on the screen there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from contactline.app.context import Context
from contactline.views import citation, escape, export
from contactline.views.export_files import About
from contactline.views.words import say

_FILES = {
    "csv": (say("downloads.csv"), "text/csv"),
    "xlsx": (say("downloads.xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "geojson": (say("downloads.geojson"), "application/geo+json"),
}
SHEETS = ("csv", "xlsx")
PLACED = (*SHEETS, "geojson")
"""The formats for rows that have places."""

CHART = ("png", "svg")
MAP = ("png",)
"""The formats of pictures that the browser makes of a chart, and of the map, which is a bitmap."""


def control(
    ctx: Context,
    key: str,
    what: str,
    rows: Callable[[], pd.DataFrame],
    forms: Sequence[str] = SHEETS,
    chart: str = "",
    pictures: Sequence[str] = CHART,
) -> None:
    """Draw one button that opens the downloads.

    ``key``: unique for each control of a page. ``what``: what the rows are, for the names of files. ``rows``:
    makes the rows, with columns of the codebook, when a file is asked for. ``forms``: some of ``export.FORMATS``.
    ``chart``: the key of the chart or map whose ``pictures`` are offered, "" for none.
    """
    with st.popover(say("downloads.open"), icon=":material/download:", type="tertiary", key=f"{key}_offer"):
        with st.container(horizontal=True, gap="small"):
            for form in forms:
                name, mime = _FILES[form]
                st.download_button(
                    name,
                    partial(rendered, ctx, rows, form),
                    file_name=export.file_name(what, form, ctx.filters, ctx.names),
                    mime=mime,
                    key=f"{key}_{form}",
                    on_click="ignore",
                    icon=":material/table:",
                )
            if chart:
                stem = export.file_name(what, "png", ctx.filters, ctx.names).removesuffix(".png")
                words = citation.under(ctx.store.build, ctx.shown.sentence)
                st.html(_pictures(chart, stem, words, pictures), width="content")
        st.caption(say("downloads.cite"))
        st.html(f'<div class="contactline-cite">{escape.markup(ctx.cited)}</div>')


def row(words: str, offer: Callable[[], None]) -> None:
    """Draw a chart's caption ("" for none), and to the right of it what ``offer`` draws."""
    with st.container(horizontal=True, wrap=False, gap="small", horizontal_alignment="right"):
        if words:
            st.caption(words, width="stretch")
        offer()


def rendered(ctx: Context, rows: Callable[[], pd.DataFrame], form: str) -> bytes:
    """The rows as a file; a CSV begins with the byte order mark by which Excel recognises UTF-8."""
    about = About(ctx.shown.sentence, ctx.store.build, bom=True, cited=ctx.cited)
    return export.render(rows(), form, about)


def _pictures(chart: str, stem: str, words: str, pictures: Sequence[str]) -> str:
    """Draw buttons that browser.js handles: the chart's key, the file's name and format, and the words below
    the picture.
    """
    told = {"chart": chart, "name": stem, "words": words}
    facts = " ".join(f'data-{name}="{escape.markup(value)}"' for name, value in told.items())
    buttons = "".join(
        f'<button type="button" data-picture="{form}" {facts}>{escape.markup(say(f"downloads.{form}"))}</button>'
        for form in pictures
    )
    return f'<div class="contactline-pictures">{buttons}</div>'
