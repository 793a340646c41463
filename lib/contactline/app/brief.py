"""The button that makes a printable page (the brief) of the current view."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from contactline.charts import brief
from contactline.views.query import EventIndex, Filters, Mask, Shown
from contactline.views.words import say


def button(
    index: EventIndex, mask: Mask, filters: Filters, names: Mapping[str, str], shown: Shown, unit: str, cited: str
) -> None:
    """Draw the button. The arguments are those of ``charts.brief.page``."""
    st.download_button(
        say("brief.button"),
        partial(brief.page, index, mask, filters, names, shown, unit, cited),
        file_name=say("brief.file"),
        mime="text/html",
        key="_brief",
        icon=":material/print:",
        type="tertiary",
        help=say("brief.help"),
        on_click="ignore",
    )
