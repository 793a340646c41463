"""How many were killed, injured and taken, as the reports tell it: totals as they grew, incidents, captives."""

from contactline.app import casualties
from contactline.app.context import context

ctx = context()
rows = casualties.shown(ctx)
if len(rows):
    casualties.dead(ctx, rows)
    casualties.captives(ctx, rows)
    casualties.listed(ctx, rows)
