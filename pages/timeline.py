"""When: all years in a strip where they are more, the chosen days in classes and lanes, vague dates as spans."""

from contactline.app import overview_charts
from contactline.app.context import context
from contactline.app.events import every_event

ctx = context()
overview_charts.years(ctx)
overview_charts.course(ctx, "timeline_course", lanes=True)
every_event(ctx, "timeline")
