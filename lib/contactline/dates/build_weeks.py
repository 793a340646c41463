"""Builders of weekdays given by their week: "Tuesday of last week", "two Tuesdays ago", "Friday week".

A builder returns [] where the words turn out not to be a date.
"""

from __future__ import annotations

from typing import Any

from contactline.dates.matches import Match, expression, word_of, words_of
from contactline.dates.words import BEFORE, RELATIONS, DateWords, Expression

# offset in weeks for a week; for a weekday it is one week less
_FAR = {"before last": ("last", -2), "after next": ("next", 2)}


def weekday_of_week(m: Match, words: DateWords) -> list[Expression]:
    """Read "Monday last week", "Sunday two weeks ago", "Tuesday of the week before last"."""
    fields: dict[str, Any] = {"anchor": "article"}
    back = words_of(m, "towards") in BEFORE
    if far := words_of(m, "far"):
        fields["offset"] = _FAR[far][1]
    elif relation := words_of(m, "relation"):
        _, fields["offset"], fields["anchor"] = RELATIONS[relation]
    else:
        weeks = _weeks(m, words)
        if weeks is None:
            return []
        fields |= {"offset": -weeks, "relation": "nearest"} if back else {"offset": weeks}
    return [expression(m, "date", weekday=words.weekdays[word_of(m, "weekday")], unit="week", **fields)]


def far_weekday(m: Match, words: DateWords) -> list[Expression]:
    """Read "Friday after next", "the Monday before last", "Thursday week"."""
    relation, weeks = _FAR.get(words_of(m, "far"), ("next", 2))
    return [_further(m, words.weekdays[word_of(m, "weekday")], relation, abs(weeks) - 1)]


def counted_weekdays(m: Match, words: DateWords) -> list[Expression]:
    """Read "two Tuesdays ago", "three Fridays from now"."""
    number = _number(m, words)
    if not number:
        return []
    relation = "last" if words_of(m, "towards") in BEFORE else "next"
    return [_further(m, words.weekdays[word_of(m, "weekday_plural").removesuffix("s")], relation, number - 1)]


def weeks_on_weekday(m: Match, words: DateWords) -> list[Expression]:
    """Read "a week on Thursday", "a fortnight last Tuesday", "a week ago last Friday"."""
    weeks = _weeks(m, words)
    if weeks is None:
        return []
    relation = "last" if words_of(m, "side").endswith(("last", "past")) else "next"
    return [_further(m, words.weekdays[word_of(m, "weekday")], relation, weeks)]


def _further(m: Match, weekday: int, relation: str, weeks: int) -> Expression:
    """The last or next such weekday, moved by so many weeks further from the article's day."""
    offset = -weeks if relation == "last" else weeks
    return expression(m, "date", weekday=weekday, relation=relation, offset=offset, anchor="article")


def _weeks(m: Match, words: DateWords) -> int | None:
    number = _number(m, words)
    if number is None:
        return None
    return 2 * number if words_of(m, "weeks").startswith("fortnight") else number


def _number(m: Match, words: DateWords) -> int | None:
    """The number of "two" or "12"; None for "several"."""
    number = words_of(m, "number")
    return words.numbers[number] if number in words.numbers else int(number)
