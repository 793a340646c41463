"""Where: events by place, on a map that needs no network."""

from contactline.app import incidents, map_panel
from contactline.app.context import context

ctx = context()
map_panel.chart(ctx)
incidents.happened(ctx, 5)
