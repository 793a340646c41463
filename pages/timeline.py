"""When: all years in a strip, the chosen days in classes and lanes, vague dates as spans; or step by step."""

from contactline.app import steps
from contactline.app.context import context

ctx = context()
steps.panel(ctx, "timeline_course")
