"""Who: how often each is named, acts and is acted on; an actor's card; who does what to whom."""

import streamlit as st

from contactline.app import actor_panels as actors
from contactline.app.context import context

ctx = context()
found = actors.cast(ctx)
st.subheader("Who")
rows = actors.opened(found)
actors.frequency(ctx, found, rows)
actors.cards(ctx, found)
st.subheader("Who does what to whom")
actors.relations(ctx, found, rows)
actors.listed(ctx, found)
