"""Who: how often each is named, acts and is acted on; who does what to whom; an actor's card."""

import streamlit as st

from contactline.app import actor_panels as actors
from contactline.app.context import context

ctx = context()
found = actors.cast(ctx)
st.subheader("Who")
rows = actors.opened(found)
many, one = st.columns([3, 2], gap="large")
with many:
    actors.frequency(ctx, found, rows)
with one:
    actors.cards(ctx, found)
st.subheader("Who does what to whom")
actors.relations(ctx, found, rows)
actors.listed(ctx, found)
