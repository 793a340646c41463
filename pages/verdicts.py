"""How right it is: events drawn at random and judged, the precision that follows, what readers have put right."""

from contactline.app import verdicts
from contactline.app.context import context

ctx = context()
verdicts.judge(ctx)
verdicts.precision(ctx)
verdicts.listed(ctx)
