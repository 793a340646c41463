"""Who: how often each is named, acts and is acted on; an actor's card; who does what to whom."""

from contactline.app import actor_panels as actors
from contactline.app.context import context

ctx = context()
found = actors.cast(ctx)
rows = actors.opened(found)
actors.frequency(ctx, found, rows)
actors.cards(ctx, found)
actors.relations(ctx, found, rows)
actors.listed(ctx, found)
