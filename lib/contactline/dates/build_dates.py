"""From a match to the dates of the calendar that its words name: days, months, years, seasons, holidays.

A builder gives [] where the words turn out to be no date ("the fall of the city").
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from contactline.dates.matches import (
    Match,
    before,
    behind,
    each_day,
    expression,
    word_of,
    words_of,
    year_fields,
    year_of_two_figures,
)
from contactline.dates.words import RELATIONS, DateWords, Expression

_NUMERIC_YEARS = (1800, 2100)  # of "20/9/1998": others are scores, fractions, numbers of decisions
_LONGEST_YEAR_RANGE = 200  # "1905-07"; what lies further apart is a telephone number
_NTH_WEEKDAYS = 4  # no month is sure of a fifth Monday

_BEFORE_SHORT_YEAR = re.compile(  # "in '97" is a year, "'97 points" are none
    r"\b(?:in|of|since|until|till|by|from|to|early|late|spring|summer|autumn|fall|winter)\s$", re.IGNORECASE
)
_BEFORE_SHORT_WEEKDAY = re.compile(r"\b(?:on|last|next|since|until|by)\s$")  # "on Sun" is a day, "Sun" the star
_BEFORE_SEASON = re.compile(  # "in spring" is a season, "a hot spring" is none
    r"\b(?:in|of|since|until|till|by|during|this|last|next|early|late|mid|before|after|from|through)[ -]+"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
_BEFORE_NTH = re.compile(  # "on the 20th" is a day, "the 20th" alone may be anything
    r"\b(?P<word>on|by|from|since|until|till|of|between|and|to|before|after)\s+(?:the\s+)?$", re.IGNORECASE
)
_BEFORE_DECADE = re.compile(r"\b(?:the|early|late|mid)[\s-]$", re.IGNORECASE)  # "the late 80s"
_APOSTROPHE = re.compile(r"^['’]")
_OTHER_DECADE = re.compile(  # an age or a temperature
    r"\b(?:(?:his|her|their|my|your|our)\s(?:(?:early|late|mid)[\s-])?|(?:temperatures?|highs|lows|degrees)\s"
    r"(?:in|to|of)\s(?:the\s)?(?:(?:early|late|mid)[\s-])?)$",
    re.IGNORECASE,
)
_SMALL_MONTHS = ("context", "number")  # months whose names are other words: "in 2020 May said"
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:)]|$)")
_NTH_ENDS = re.compile(  # what follows a day; a number of something is followed by its noun
    r"\s*(?:[.,;:)\"”’'–—-]|$)"
    r"|\s(?:that|at|in|of|and|to|by|the|on|with|after|when|it|he|they|was|were|is|until)\b"
)
_MONTH_ENDS = re.compile(r"\s*(?:[.,;:)]|$)|\s(?:and|or|to|until|through|when|in|at|as|the)\b")
_NAMED_DAY = re.compile(r"\b(?:Black|Bloody|Super|Cyber|Holy)\s$")  # the name of an event, not of a day
_IN_APPOSITION = re.compile(r"\d,\sa\s$")  # "on Sept. 13, a Wednesday": the weekday of the date before
INSIDE_NAME = re.compile(r"\b(?!(?:On|By|Before|After|Until|Since|At|Around|This|Last|Next)\s)[A-Z]\w*\s$")
"""A capitalised word before, which makes a holiday or "Today" part of a name: "Russia Today"."""


def iso(m: Match, words: DateWords) -> list[Expression]:
    """Read "2023-09-20"."""
    return [expression(m, "date", year=int(m["year"]), month=int(m["month"]), day=int(m["day"]))]


def compact(m: Match, words: DateWords) -> list[Expression]:
    """Read "19980227" and, in a wire service's number, "980227"."""
    year = int(m["year"]) if len(m["year"]) == 4 else year_of_two_figures(int(m["year"]))
    return [expression(m, "date", year=year, month=int(m["month"]), day=int(m["day"]))]


def numeric(m: Match, words: DateWords) -> list[Expression]:
    """Read "20/9/2023": two numbers whose order is open, and a year."""
    year = int(m["year"])
    if len(m["year"]) == 2:
        if m["sep"] == "-" and len(m["first"] + m["second"]) < 4:  # a score rather than a date
            return []
        year = year_of_two_figures(year)
    first, second = int(m["first"]), int(m["second"])
    earliest, latest = _NUMERIC_YEARS
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12 and earliest <= year <= latest):
        return []
    return [expression(m, "numeric", day=first, month=second, year=year, relation=m["sep"])]


# --- days and months --------------------------------------------------------------------------------------------


def days_month(m: Match, words: DateWords) -> list[Expression]:
    """Read "20 September 2023", "20-22 September", "02-Nov-21"."""
    fields = year_fields(m)
    if m["dashed"]:
        fields["year"] = int(m["dashed"])
    if m["short"]:
        fields["year"] = year_of_two_figures(int(m["short"]))
    return each_day(m, words.months[word_of(m, "month")], **fields)


def month_days(m: Match, words: DateWords) -> list[Expression]:
    """Read "September 20, 2023"."""
    return each_day(m, words.months[word_of(m, "month")], **year_fields(m))


def ordinal_month(m: Match, words: DateWords) -> list[Expression]:
    """Read "the first of March", "March the first"."""
    day = words.ordinals[words_of(m, "ordinal")]
    return [expression(m, "date", month=words.months[word_of(m, "month")], day=day, **year_fields(m))]


def month_month(m: Match, words: DateWords) -> list[Expression]:
    """Read "June-July 2022", "in September and October": both months take the year behind the second."""
    fields = year_fields(m)
    first, second = words.months[word_of(m, "month")], words.months[word_of(m, "month2")]
    between = m.string[m.end("month") : m.start("month2")].lower()
    one = expression(m, "date", m.span("month"), month=first, **fields)
    if first > second and one.year is not None:  # "December-January 2022"
        one = replace(one, year=one.year - 1)
    two = expression(m, "date", (m.start("month2"), m.end()), month=second, **fields)
    if "and" in between or "or" in between or "&" in between:
        return [one, two]
    return [replace(one, group=1, words=m.span()), replace(two, group=1, words=m.span())]


def month(m: Match, words: DateWords) -> list[Expression]:
    """Read "September", "September 2023"."""
    return [expression(m, "date", month=words.months[word_of(m, "month")], **year_fields(m))]


def year_month(m: Match, words: DateWords) -> list[Expression]:
    """Read "2020 October 4", "2020, 4 October", "last year's July"."""
    name = word_of(m, "month") or word_of(m, "month2")
    fields = year_fields(m)
    if m["days"] or m["days2"]:
        return each_day(m, words.months[name], "days" if m["days"] else "days2", **fields)
    if words.alone[name] in _SMALL_MONTHS and not _MONTH_ENDS.match(behind(m, 12)):
        return []
    return [expression(m, "date", month=words.months[name], **fields)]


def nth(m: Match, words: DateWords) -> list[Expression]:
    """Read "the 20th": only behind a word that makes it a day, since armies and congresses are numbered too."""
    found = _BEFORE_NTH.search(before(m, 12))
    if found is None:
        return []
    preposition, follows = found["word"].lower(), behind(m, 24)
    if preposition != "on" and not _NTH_ENDS.match(follows):
        return []
    if preposition in ("of", "and", "to") and not _CLAUSE_ENDS.match(follows):
        return []
    return [expression(m, "date", day=int(m["day"]))]


def nth_of_month(m: Match, words: DateWords) -> list[Expression]:
    """Read "the 5th of next month"."""
    relation, offset, anchor = RELATIONS.get(words_of(m, "relation"), ("this", 0, ""))
    return [expression(m, "nth_of_month", day=int(m["day"]), offset=offset, anchor=anchor, relation=relation)]


# --- weekdays --------------------------------------------------------------------------------------


def weekday_date(m: Match, words: DateWords) -> list[Expression]:
    """Read "Tuesday, September 19", "Tuesday 19 September"."""
    found = words.months[word_of(m, "month")]
    return each_day(m, found, weekday=words.weekdays[word_of(m, "weekday")], **year_fields(m))


def weekday_day(m: Match, words: DateWords) -> list[Expression]:
    """Read "Friday the 15th"."""
    day = int(re.sub(r"\D", "", m["days"]))
    return [expression(m, "date", day=day, weekday=words.weekdays[word_of(m, "weekday")])]


def weekday(m: Match, words: DateWords) -> list[Expression]:
    """Read "Monday", "Monday night"."""
    context = before(m, 8)
    short = words.alone[word_of(m, "weekday")] == "number"
    if short and not _BEFORE_SHORT_WEEKDAY.search(context):
        return []
    if _NAMED_DAY.search(context) or _IN_APPOSITION.search(context):
        return []
    return [expression(m, "date", weekday=words.weekdays[word_of(m, "weekday")])]


def nth_weekday(m: Match, words: DateWords) -> list[Expression]:
    """Read "the first Monday of May"."""
    number = -1 if words_of(m, "ordinal") == "last" else words.ordinals[words_of(m, "ordinal")]
    if number > _NTH_WEEKDAYS:
        return []
    found, name = words.months[word_of(m, "month")], calendar.day_name[words.weekdays[word_of(m, "weekday")]]
    about = 28 if number < 0 else 7 * number - 3
    return [expression(m, "date", month=found, day=about, rule=f"{number} {name.lower()}", **year_fields(m))]


# --- years and their parts --------------------------------------------------------------------------------------


def year(m: Match, words: DateWords) -> list[Expression]:
    """Read "2020", "the year 2020", "480 BC"."""
    return [expression(m, "date", **year_fields(m))]


def short_year(m: Match, words: DateWords) -> list[Expression]:
    """Read "in '97": only behind a word that makes it a year."""
    if not _BEFORE_SHORT_YEAR.search(before(m, 12)):
        return []
    return [expression(m, "date", year=year_of_two_figures(int(m["year"])))]


def year_range(m: Match, words: DateWords) -> list[Expression]:
    """Read "2020-2022", "1992-94"."""
    first, last = int(m["year"]), int(m["year2"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + _LONGEST_YEAR_RANGE:
        return []
    return [
        replace(expression(m, "date", m.span(name), year=number), group=1, words=m.span())
        for name, number in (("year", first), ("year2", last))
    ]


def decade(m: Match, words: DateWords) -> list[Expression]:
    """Read "the 1990s", "the '90s", "the early nineties", "the nineteen-fifties"."""
    if m["decade"]:
        return [expression(m, "decade", number=int(m["decade"]))]
    figure = int(m["short"]) if m["short"] else words.decades[words_of(m, "word")]
    if hundreds := words.numbers.get(words_of(m, "hundreds")):
        return [expression(m, "decade", number=10 * hundreds + figure)]
    determined = m[0].lower().startswith("the") or _APOSTROPHE.search(m[0]) or _BEFORE_DECADE.search(before(m, 8))
    if not determined or _OTHER_DECADE.search(before(m, 24)):
        return []
    return [expression(m, "decade", number=figure)]


def century(m: Match, words: DateWords) -> list[Expression]:
    """Read "the 19th century", "the first century BC"."""
    number = int(m["number"]) if m["number"] else words.ordinals[words_of(m, "ordinal")]
    return [expression(m, "century", number=number, **year_fields(m))]


def quarter(m: Match, words: DateWords) -> list[Expression]:
    """Read "the first quarter of 2022", "Q3", "the second half of last year"."""
    number = int(words_of(m, "number") or words_of(m, "q") or words.ordinals.get(words_of(m, "ordinal"), 0))
    half = words_of(m, "what") == "half"
    if not 1 <= number <= (2 if half else 4):
        return []
    fields = year_fields(m)
    named = m[0].lower().startswith("the") or "-" in m[0]
    if not fields and (half or not named):
        return []  # "the second half" is a part of anything, a match's too
    return [expression(m, "half" if half else "quarter", number=number, **fields)]


def season(m: Match, words: DateWords) -> list[Expression]:
    """Read "the autumn of 2020", "last spring", "in summer"."""
    relation, offset, anchor = RELATIONS.get(words_of(m, "relation"), ("", None, ""))
    word, fields = words_of(m, "season"), year_fields(m)
    determined = bool(relation) or m[0].lower().startswith("the")
    if not fields and not determined and not _BEFORE_SEASON.search(before(m, 12)):
        return []
    if word == "fall" and not fields and not relation:
        return []  # the fall of a city
    code = words.seasons[word]
    return [expression(m, "season", season=code, relation=relation, offset=offset, anchor=anchor, **fields)]
