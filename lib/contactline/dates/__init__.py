"""In: the text of an article, and later its own day. Out: date expressions, then timexes with values and days.

Tables of the lexicon read: months, weekdays, numbers, decades, number_cues, seasons, time_units, date_words,
date_parts, holidays, countries, places, tense_hints, chronology.
"""

from contactline.dates.anchors import Anchors
from contactline.dates.expressions import find, find_in
from contactline.dates.resolution import resolve
from contactline.dates.tense import Tense
from contactline.dates.values import timex
from contactline.dates.words import Expression

__all__ = ["Anchors", "Expression", "Tense", "find", "find_in", "resolve", "timex"]
