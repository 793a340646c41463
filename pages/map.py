"""Where: events by place, on a map that needs no network."""

from contactline.app import map_panel
from contactline.app.context import context
from contactline.app.events import every_event

ctx = context()
map_panel.chart(ctx)
every_event(ctx, "map")
