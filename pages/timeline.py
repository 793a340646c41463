"""When: all years in a strip where they are more, the chosen days in classes and lanes, vague dates as spans."""

from contactline.app import incidents, overview_charts
from contactline.app.context import context

ctx = context()
overview_charts.years(ctx)
overview_charts.course(ctx, "timeline_course", lanes=True)
incidents.happened(ctx, 5)
