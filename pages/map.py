"""Where: events by place, on a map that needs no network."""

import streamlit as st

from contactline.app import map_panel
from contactline.app.context import context
from contactline.app.events import event_list

ctx = context()
map_panel.chart(ctx)
st.subheader("The events")
event_list(ctx, ctx.events, "map")
