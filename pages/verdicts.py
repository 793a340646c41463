"""How right it is: events drawn at random and judged, the precision that follows, what readers have put right."""

from contactline.app import verdicts
from contactline.app.context import context

ctx = context()
every = verdicts.given()
verdicts.judge(ctx, every)
verdicts.precision(ctx, every)
verdicts.listed(ctx)
