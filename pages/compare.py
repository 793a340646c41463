"""Compare: two periods or two actors over one another, in numbers, over time, and by what, who and where."""

from contactline.app import compare
from contactline.app.context import context

ctx = context()
both = compare.sides(ctx)
if both is not None:
    compare.numbers(ctx, both)
    compare.course(ctx, both)
    compare.counted(ctx, both)
