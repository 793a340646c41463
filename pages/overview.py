"""What happened, at a glance: incidents in a line, numbers, the course of time, what, who, where, differences."""

import streamlit as st

from contactline.app import changes, incidents, over_time, overview_charts
from contactline.app.context import context

ctx = context()
changes.line(ctx)
incidents.happened(ctx)
overview_charts.numbers(ctx)
over_time.course(ctx, "overview_course")
what, who, where = st.columns(3, gap="large")
with what:
    overview_charts.kinds(ctx)
with who:
    overview_charts.sides(ctx)
with where:
    overview_charts.places(ctx)
incidents.differing(ctx)
