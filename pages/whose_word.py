"""Whose word: who publishes and who is quoted, against what they tell; what one side alone tells."""

from contactline.app import whose_word
from contactline.app.context import context

ctx = context()
whose_word.matrix(ctx)
whose_word.one_side(ctx)
