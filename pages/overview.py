"""What happened, at a glance: the numbers, the course of time, what, who, where, and reports that differ."""

import streamlit as st

from contactline.app import incidents, panels
from contactline.app.context import context
from contactline.app.events import event_list

ctx = context()
panels.numbers(ctx)
panels.course(ctx, "overview_course")
what, who, where = st.columns(3, gap="large")
with what:
    panels.kinds(ctx)
with who:
    panels.sides(ctx)
with where:
    panels.places(ctx)
incidents.differing(ctx)
st.header("The events")
event_list(ctx, ctx.events, "overview")
