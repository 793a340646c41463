"""Who says so: lists of events, articles and incidents, and each article with what was found in it."""

import streamlit as st

from contactline.app import incidents, reader
from contactline.app.context import context
from contactline.app.events import event_list

ctx = context(heading=not reader.asked())
if reader.asked():
    reader.show(ctx)
else:
    match st.segmented_control(
        "List", ("Events", "Articles", "Incidents"), default="Events", required=True,
        label_visibility="collapsed", key="list", bind="query-params", persist_state="session",
    ):  # fmt: skip
        case "Articles":
            reader.article_list(ctx)
        case "Incidents":
            incidents.listed(ctx)
        case _:
            event_list(ctx, ctx.events, "sources", height=423)
