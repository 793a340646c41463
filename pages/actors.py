"""Who: events by side."""

from contactline.app import panels
from contactline.app.context import context
from contactline.app.events import event_list

ctx = context()
panels.sides(ctx, most=30)
event_list(ctx, ctx.events, "actors")
