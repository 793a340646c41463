"""Where: events by place, on a map that needs no network."""

from contactline.app import map_panel
from contactline.app.context import context
from contactline.app.events import event_list

ctx = context()
map_panel.chart(ctx)
map_panel.table(ctx)
event_list(ctx, ctx.events, "map")
