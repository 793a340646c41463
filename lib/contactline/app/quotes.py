"""Sentences that name an actor or a place, with the name marked and a link to the article."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from contactline.app import router
from contactline.views import highlight
from contactline.views.words import say

_MOST = 30
_COLUMNS = ["article_id", "text", "start", "spans", "publisher", "title"]


def listed(told: pd.DataFrame, words: str, kind: str, dark: bool) -> None:
    """List the first sentences, and say how many more there are.

    ``told``: columns article_id, text, start (the sentence's offset in its article), spans (start and end of each
    name), publisher, title. ``words``: the tooltip of the mark. ``kind``: the mark's, one of ``highlight.KINDS``.
    """
    with st.container(height=360 if len(told) > 2 else "content", border=False):
        for article_id, text, first, spans, *known in told[_COLUMNS].head(_MOST).to_numpy(object):
            marks = [highlight.Mark(start, end, kind, words) for start, end in spans]
            markup = highlight.marked(text, marks, dark, first)
            source = " \N{MIDDLE DOT} ".join(part for part in known if part)
            st.html(highlight.quotation(markup, source, "#7f8b99"))
            st.page_link(
                router.page("sources"),
                label=say("actors.read"),
                icon=":material/article:",
                query_params={"article": article_id},
            )
        if len(told) > _MOST:
            st.caption(say("actors.more_sentences", number=f"{len(told) - _MOST:,}"))
