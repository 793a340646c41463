"""Builders of dates counted in units of time: "two days ago", "next month", "for two weeks".

A builder returns [] where the words turn out not to be a date ("the last day", "a day of talks").
"""

from __future__ import annotations

import re

from contactline.dates.build_dates import INSIDE_NAME
from contactline.dates.matches import Match, before, behind, each_day, expression, word_of, words_of
from contactline.dates.tense import IN_BEFORE
from contactline.dates.words import AFTER, BEFORE, RELATIONS, Count, DateWords, Expression

_EVENT_DIRECTIONS = ("before", "after", "following", "prior to", "ahead of")  # what an event can follow
_EVENT_BEHIND = re.compile(r"\s+\w|\s+[\"“‘'«]")
_CLAUSE_GOES_ON = re.compile(  # "the day after saw rain": no event of that name
    r"(?:and|but|when|which|while|in|at|on|saw|brought|was|were|had|would|could)\b"
)
_ENDS_BEFORE_EVENT = re.compile(r"\b(?:before|after|following|eve)$", re.I)
_VAGUE_NUMBERS = ("a", "an", "some", "many", "few")
_UNITS_OF_OTHER_THINGS = ("second", "minute", "night", "day", "quarter")  # "a day of talks", "a quarter of them"
_UNITS_AHEAD = ("day", "week", "fortnight", "month", "year")  # "in two hours" is still today
_IN_ALL = re.compile(r"\sof\b|['’]")  # "in three days of fighting"
_UNITS_OF_DATES = ("day", "week", "month", "year")
_CENTENARY = 100
_PARTITIVE = re.compile(r"\s+(?:of\b|to\s+(?!(?:this|next|the)\b))")  # "the last quarter to fall"
_OF_ANOTHER_YEAR = re.compile(r"\s+(?:(?:of|in)\s+(?:\d{4}\b|last\b|the\s+previous\b)|last\s+year\b|a\s+year\b)")
_OF = re.compile(r"\s+of\s+")


def phrase(m: Match, words: DateWords) -> list[Expression]:
    """Read a row of date_words.csv: "yesterday", "the day after the vote", "on the eve of the war"."""
    if m[0][0].isupper() and INSIDE_NAME.search(before(m, 16)):
        return []  # "Russia Today"
    offset, unit, anchor = words.phrases[words_of(m, "phrase")]
    event = -1
    if anchor == "text" and _ENDS_BEFORE_EVENT.search(m[0]):
        # "the day after the vote" counts from the event; "the day after, he left" from the text.
        follows = behind(m, 30).lstrip()
        if m[0].lower().endswith("eve"):
            if not follows.startswith("of"):
                return []
            event = m.end()
        elif re.match(r"[a-zA-Z\"“]", follows) and not _CLAUSE_GOES_ON.match(follows):
            event = m.end()
    return [expression(m, "shift", unit=unit, offset=offset, anchor=anchor, event=event)]


# --- last, this, next -------------------------------------------------------------------------------------------


def relation_unit(m: Match, words: DateWords) -> list[Expression]:
    """Read "last week", "the following month", "earlier this year"."""
    word = words_of(m, "relation")
    relation, offset, anchor = RELATIONS[word]
    unit = words.units[words_of(m, "unit")]
    if word == "same" and _OF_ANOTHER_YEAR.match(behind(m, 16)):
        return []  # "the same month of 2019": the year behind tells more
    if words_of(m, "unit").endswith("s") or unit in ("hour", "minute", "second"):
        return []
    if unit == "quarter":
        # "the last quarter" is the one before this; "this quarter of the city" is none
        partitive = _PARTITIVE.match(behind(m, 12))
        return [] if partitive else [expression(m, "shift", unit=unit, offset=offset, anchor=anchor)]
    if unit in ("day", "night"):
        if relation == "this" and anchor == "article" or word in ("last", "past"):
            return []  # "this day", "the last day": rarely counted from the article's
        unit = "day"
    # "the last year" of something is no "last year"; "the next month" is counted from the text.
    if m[0].lower().startswith("the") and anchor == "article" and unit != "weekend":
        if relation == "last":
            return [expression(m, "vague", kind="duration", unit=unit)]
        if relation == "next":
            anchor = "text"
    position = words_of(m, "position")
    part, cut = ("", position) if position in ("earlier", "later") else (position, "")
    return [expression(m, "shift", unit=unit, offset=offset, anchor=anchor, part=part, relation=cut)]


def relation_name(m: Match, words: DateWords) -> list[Expression]:
    """Read "last Monday", "next May", "this 5 May"."""
    word = words_of(m, "relation")
    relation, _, anchor = RELATIONS[word]
    if word == "current":
        return []
    if m["month"]:
        month = words.months[word_of(m, "month")]
        if m["days"]:
            return each_day(m, month, relation=relation, anchor=anchor)
        return [expression(m, "date", month=month, relation=relation, anchor=anchor)]
    weekday = word_of(m, "weekday")
    if words.alone[weekday] == "number":
        return []
    return [expression(m, "date", weekday=words.weekdays[weekday], relation=relation, anchor=anchor)]


def position_in_unit(m: Match, words: DateWords) -> list[Expression]:
    """Read "earlier in the week", "later in the year"."""
    unit = words.units[words_of(m, "unit")]
    if unit not in (*_UNITS_OF_DATES, "decade"):
        return []
    anchor = "text" if unit == "day" else ""
    return [expression(m, "shift", unit=unit, offset=0, anchor=anchor, relation=words_of(m, "position"))]


def the_weekend(m: Match, words: DateWords) -> list[Expression]:
    """Read "the weekend"."""
    return [expression(m, "shift", unit="weekend", offset=0, anchor="article", relation="the")]


# --- so many units ----------------------------------------------------------------------------------------------


def counted_units(m: Match, words: DateWords) -> list[Expression]:
    """Read "two days ago", "a week after the vote", "in two days' time"; without a direction a span of time."""
    unit, number = words.units[words_of(m, "unit")], words_of(m, "number")
    direction = "from now" if words_of(m, "time") else words_of(m, "direction")
    span = [expression(m, "vague", kind="duration", unit=unit)]
    if not direction:
        if IN_BEFORE.search(before(m, 20)) and unit in _UNITS_AHEAD and not _IN_ALL.match(behind(m, 8)):
            return [_ahead(m, unit, number, words)]
        # "a day of talks" is neither a date nor worth a span
        return [] if number in _VAGUE_NUMBERS and unit in _UNITS_OF_OTHER_THINGS else span
    if direction in ("before", "after") and before(m, 4) in ("for ", "For "):
        return span  # "for four days after the quake"
    event = m.end() if direction in _EVENT_DIRECTIONS and _EVENT_BEHIND.match(behind(m, 12)) else -1
    if direction == "following" and event < 0:
        return span
    unit, amount = count_of(unit, number, words)
    anchor = _anchor_of(direction)
    if amount is None or unit == "century":
        return [expression(m, "vague", unit=unit, anchor=anchor, event=event, relation=_side(direction))]
    offset = -amount if direction in BEFORE else amount
    return [expression(m, "shift", unit=unit, offset=offset, anchor=anchor, event=event)]


def units_without_number(m: Match, words: DateWords) -> list[Expression]:
    """Read "weeks ago", "days later"."""
    direction = words_of(m, "direction")
    if not words_of(m, "unit").endswith("s"):
        return []
    unit = words.units[words_of(m, "unit")]
    return [expression(m, "vague", unit=unit, anchor=_anchor_of(direction), relation=_side(direction))]


def unit_and_event(m: Match, words: DateWords) -> list[Expression]:
    """Read "the week after the vote", "the year before the war"; "the year before" by itself."""
    unit, direction = words.units[words_of(m, "unit")], words_of(m, "direction")
    if not m[0].lower().startswith("the") or unit not in _UNITS_OF_DATES:
        return []
    if not m["event"] and direction not in ("before", "after"):
        return []
    offset = -1 if direction in BEFORE else 1
    event = m.end() if m["event"] else -1
    span = (m.start(), m.end("direction"))
    return [expression(m, "shift", span, unit=unit, offset=offset, anchor="text", event=event)]


def to_the_day(m: Match, words: DateWords) -> list[Expression]:
    """Read "two years ago to the day"."""
    unit, amount = count_of(words.units[words_of(m, "unit")], words_of(m, "number"), words)
    if not amount or unit not in _UNITS_OF_DATES:
        return []
    counted = Count(-amount, unit, exact=True)
    return [expression(m, "shift", unit="day", offset=0, anchor="article", counted=counted)]


def superlative(m: Match, words: DateWords) -> list[Expression]:
    """Read "the bloodiest day of the war": the date before it where it describes one, else a date without
    value.
    """
    span = (m.start(), m.end("unit"))
    return [expression(m, "shift", span, unit=words_of(m, "unit"), offset=0, anchor="text", event=m.end())]


def anniversary(m: Match, words: DateWords) -> list[Expression]:
    """Read "the tenth anniversary of the war", "the centenary"."""
    number = int(m["number"]) if m["number"] else words.ordinals.get(words_of(m, "ordinal"), _CENTENARY)
    of = _OF.match(behind(m, 6))
    if of is None:
        return [expression(m, "vague", kind="duration", unit="year")]
    return [expression(m, "anniversary", number=number, event=m.end() + of.end(), anchor="text")]


# --- spans of time and what is repeated -------------------------------------------------------------------------


def span(m: Match, words: DateWords) -> list[Expression]:
    """Read "the last two weeks", "a five-day visit": a span of time, no date."""
    return [expression(m, "vague", kind="duration", unit=words.units[words_of(m, "unit")])]


def few_units(m: Match, words: DateWords) -> list[Expression]:
    """Read "the coming days", "the last weeks"."""
    word = words_of(m, "relation")
    relation = "next" if word in ("next", "coming", "following") else "last"
    if word in ("recent", "previous"):
        relation = ""  # "as on previous days": nothing says how many
    unit = words.units[words_of(m, "unit")]
    return [expression(m, "vague", unit=unit, anchor="article", relation=relation)]


def repeated(m: Match, words: DateWords) -> list[Expression]:
    """Read "every Monday", "daily"."""
    return [expression(m, "vague", kind="repeated")]


def _ahead(m: Match, unit: str, number: str, words: DateWords) -> Expression:
    """Read "in ten days", "in a few weeks"; whether this is a future date is decided later, from the tense."""
    unit, amount = count_of(unit, number, words)
    return expression(m, "ahead", unit=unit, offset=amount, anchor="article", relation="" if amount else "next")


def count_of(unit: str, number: str, words: DateWords) -> tuple[str, int | None]:
    """Days, weeks, months or years and their number; None for "several"."""
    amount = _amount(number, words)
    if unit == "fortnight":
        return "week", amount and 2 * amount
    return "day" if unit == "night" else unit, amount


def _amount(number: str, words: DateWords) -> int | None:
    """The number of "two" or "12"; None for "several"."""
    if number in words.numbers:
        return words.numbers[number]
    return int(number) if number.isdigit() else None


def _anchor_of(direction: str) -> str:
    return BEFORE.get(direction) or AFTER[direction]


def _side(direction: str) -> str:
    return "last" if direction in BEFORE else "next"
