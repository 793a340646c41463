"""Where: events by place, on a map that needs no network."""

from contactline.app import incidents, map_panel
from contactline.app.context import context

ctx = context(units=map_panel.UNITS)
map_panel.chart(ctx)
incidents.happened(ctx, 5)
