"""Who says so: lists of events, articles and incidents, and each article with what was found in it."""

import streamlit as st

from contactline.app import incidents, reader
from contactline.app.context import context
from contactline.app.events import event_list

ctx = context(heading=not reader.asked())
if reader.asked():
    reader.show(ctx)
else:
    lists = {"Events": "events", "Articles": "articles", "Incidents": "incidents"}
    wanted = st.query_params.get("list", "events")
    default = next((name for name, value in lists.items() if value == wanted), "Events")
    match lists[st.segmented_control("List", lists, default=default, required=True, label_visibility="collapsed")]:
        case "articles":
            reader.article_list(ctx)
        case "incidents":
            incidents.listed(ctx)
        case _:
            event_list(ctx, ctx.events, "sources", height=560)
