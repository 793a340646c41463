"""Builders of the calendar dates that words name: days, months, years, seasons, holidays.

A builder returns [] where the words turn out not to be a date ("the fall of the city").
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from typing import Any

from contactline.dates.matches import (
    NOUN_BEHIND,
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
from contactline.dates.words import RELATIONS, THE_YEAR, DateWords, Expression

# years of "20/9/1998"; with others it is a score, a fraction or the number of a decision
_NUMERIC_YEARS = (1800, 2100)
_LONGEST_YEAR_RANGE = 200  # most years of "1905-07"; numbers further apart are telephone numbers
_MONTHS = 12
_PARTS_OF_MONTHS = {3: ("quarter", 4), 6: ("half", 2)}
"""What so many months at the beginning or end of a year are, and how many of it a year has."""
_QUARTERS = 4
_LISTED = re.compile(r",|\b(?:and|or)\b|&")
_MOST_DAYS, _MOST_WEEKDAYS = 31, 5  # of a month
_COMMON_YEAR = 2001  # a year without 29 February

_BEFORE_SHORT_YEAR = re.compile(  # "in '97" is a year, "'97 points" are none
    r"\b(?:in|of|since|until|till|by|from|to|early|late|spring|summer|autumn|fall|winter)\s$", re.IGNORECASE
)
_BEFORE_SHORT_WEEKDAY = re.compile(r"\b(?:on|last|next|since|until|by)\s$")  # "on Sun" is a day, "Sun" the star
_BEFORE_SEASON = re.compile(  # "in spring" is a season, "a hot spring" is none
    r"\b(?:in|of|since|until|till|by|during|this|last|next|early|late|mid|before|after|from|through)[ -]+"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
_PART_OF_NAME = re.compile(r"[A-Z]\w+\s[A-Z][a-z]")
_BEFORE_NTH = re.compile(  # "on the 20th" is a day, "the 20th" alone may be anything
    r"\b(?P<word>on|by|from|since|until|till|of|between|and|to|before|after)\s+(?:the\s+)?$", re.IGNORECASE
)
_BEFORE_DOTTED_DAY = re.compile(  # "on 20. November", or at the beginning of a line or after a comma
    r"(?:\b(?:on|by|from|since|until|till|of|between|and|to|before|after|the|for)\s|[,:;(\[–—-]\s?|(?:^|\n)\s*)$",
    re.IGNORECASE,
)
_BEFORE_DAYS_OF_MONTH = re.compile(r"\b(?:from|between|on)\s(?:the\s)?$", re.IGNORECASE)
_BEFORE_DECADE = re.compile(r"\b(?:the|early|late|mid)[\s-]$", re.IGNORECASE)  # "the late 80s"
_APOSTROPHE = re.compile(r"^['’]")
_OTHER_DECADE = re.compile(  # an age or a temperature
    r"\b(?:(?:his|her|their|my|your|our)\s(?:(?:early|late|mid)[\s-])?|(?:temperatures?|highs|lows|degrees)\s"
    r"(?:in|to|of)\s(?:the\s)?(?:(?:early|late|mid)[\s-])?)$",
    re.IGNORECASE,
)
_SMALL_MONTHS = ("context", "number")  # months whose names are other words: "in 2020 May said"
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:)]|$)")
_SENTENCE_ENDS = re.compile(r"\s*(?:[.;)]|$)")
_LAST_RANK = 10  # up to this, an ordinal in words ("the third") mostly ranks things
_TIME_OF = re.compile(r"\b(?:night|morning|evening|afternoon|day)\sof\s(?:the\s)?$", re.IGNORECASE)
_NTH_ENDS = re.compile(  # what can follow a day; an ordinal of something else is followed by its noun
    r"\s*(?:[.,;:)\"”’'–—-]|$)"
    r"|\s(?:that|at|in|of|and|to|by|the|on|with|after|when|it|he|they|was|were|is|until)\b"
)
_BEFORE_HALF = re.compile(r"\b(?:in|for|of|during|since|by|from|to|until|and)\s$")
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
    """Read "20/9/2023": two numbers whose order is unknown, and a year."""
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
    """Read "20 September 2023", "20-22 September", "02-Nov-21", "2023/Sep/20", "the first and second of March"."""
    if words_of(m, "dot") and not _BEFORE_DOTTED_DAY.search(before(m, 16)):
        return []  # "he scored 20. November was worse"
    fields = year_fields(m)
    if dashed := words_of(m, "dashed"):
        fields["year"] = int(dashed)
    if short := words_of(m, "short"):
        fields["year"] = year_of_two_figures(int(short))
    return each_day(m, words.months[word_of(m, "month")], words.ordinals, **fields)


def ordinals_month(m: Match, words: DateWords) -> list[Expression]:
    """Read "the first and second of March", "twenty-ninth February"."""
    found = days_month(m, words)
    # "the second April offensive" is no 2 April
    return found if m["of"] or all((e.day or 0) > _LAST_RANK for e in found) else []


def month_days(m: Match, words: DateWords) -> list[Expression]:
    """Read "September 20, 2023"."""
    return each_day(m, words.months[word_of(m, "month")], **year_fields(m))


def month_month(m: Match, words: DateWords) -> list[Expression]:
    """Read "June-July 2022", "in September and October": both months get the year after the second."""
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
        return each_day(m, words.months[name], group="days" if m["days"] else "days2", **fields)
    if words.alone[name] in _SMALL_MONTHS and not _MONTH_ENDS.match(behind(m, 12)):
        return []
    return [expression(m, "date", month=words.months[name], **fields)]


def nth(m: Match, words: DateWords) -> list[Expression]:
    """Read "the 20th": only after a word that makes it a day, since armies and congresses are numbered too."""
    found = _BEFORE_NTH.search(before(m, 12))
    if found is None:
        return []
    preposition, follows = found["word"].lower(), behind(m, 24)
    if _TIME_OF.search(before(m, 20)):
        preposition = "on"  # "on the night of the 9th they left"
    if preposition != "on" and not _NTH_ENDS.match(follows):
        return []
    if preposition in ("of", "and", "to") and not _CLAUSE_ENDS.match(follows):
        return []
    if m["day"]:
        return [expression(m, "date", day=int(m["day"]))]
    number = words.ordinals[words_of(m, "ordinal")]
    if number <= _LAST_RANK and not (preposition == "on" and _SENTENCE_ENDS.match(follows)):
        return []
    return [expression(m, "date", day=number)]


def nth_of_month(m: Match, words: DateWords) -> list[Expression]:
    """Read "the 5th of next month", "from 4 to 8 this month"."""
    if m["days"][-1].isdigit() and not _BEFORE_DAYS_OF_MONTH.search(before(m, 16)):
        return []  # "it sold 20 this month"
    return each_day(m, None, words.ordinals, form="nth_of_month", **_month_related(m))


def nth_day(m: Match, words: DateWords) -> list[Expression]:
    """Read "the first Monday of May", "the last day of next month", "the last Friday of 2019"."""
    if m["every"]:
        return [expression(m, "vague", kind="repeated")]
    ordinal = words_of(m, "ordinal")
    number = -1 if ordinal in ("last", "final") else int(m["number"] or words.ordinals[ordinal])
    weekday = words.weekdays[word_of(m, "weekday")] if m["weekday"] else None
    if number > (_MOST_DAYS if weekday is None else _MOST_WEEKDAYS):
        return []
    what = "day" if weekday is None else calendar.day_name[weekday].lower()
    fields: dict[str, Any] = {"rule": f"{number} {what}"}
    if m["relation"]:
        return [expression(m, "nth_of_month", day=number, **fields, **_month_related(m))]
    if m["month"]:
        fields |= {"month": words.months[word_of(m, "month")], **year_fields(m)}
    elif abs(number) == 1:
        fields |= {"month": 12 if number < 0 else 1, **_whole_year(m)}
    else:
        return []
    last_day = calendar.monthrange(_COMMON_YEAR, fields["month"])[1]
    about = number if weekday is None else 7 * number - 3
    return [expression(m, "date", day=last_day if number < 0 else min(about, last_day), **fields)]


def _month_related(m: Match) -> dict[str, Any]:
    """The fields of "of the month", "of next month"."""
    relation, offset, anchor = RELATIONS.get(words_of(m, "relation"), ("this", 0, ""))
    return {"offset": offset, "anchor": anchor, "relation": relation}


def _whole_year(m: Match) -> dict[str, Any]:
    """The fields of "of 2019", "of last year", "of the year"."""
    if year := words_of(m, "whole_year"):
        return {"year": int(year)}
    _, offset, anchor = RELATIONS.get(words_of(m, "whole_relation"), THE_YEAR)
    return {"year_offset": offset, "year_anchor": anchor}


# --- weekdays --------------------------------------------------------------------------------------


def weekday_date(m: Match, words: DateWords) -> list[Expression]:
    """Read "Tuesday, September 19", "Tuesday 19 September"."""
    found = words.months[word_of(m, "month")]
    return each_day(m, found, weekday=words.weekdays[word_of(m, "weekday")], **year_fields(m))


def weekday_day(m: Match, words: DateWords) -> list[Expression]:
    """Read "Friday the 15th", "Friday the fifteenth"."""
    if m["ordinal"] and not _NTH_ENDS.match(behind(m, 24)):
        return []  # "on Friday the second convoy"
    day = words.ordinals[words_of(m, "ordinal")] if m["ordinal"] else int(re.sub(r"\D", "", m["days"]))
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


# --- years and their parts --------------------------------------------------------------------------------------


def year(m: Match, words: DateWords) -> list[Expression]:
    """Read "2020", "the year 2020", "480 BC"."""
    return [expression(m, "date", **year_fields(m))]


def short_year(m: Match, words: DateWords) -> list[Expression]:
    """Read "in '97": only after a word that makes it a year."""
    if not _BEFORE_SHORT_YEAR.search(before(m, 12)):
        return []
    return [expression(m, "date", year=year_of_two_figures(int(m["year"])))]


def year_range(m: Match, words: DateWords) -> list[Expression]:
    """Read "2020-2022", "1992-94", and the month of "2020-04", which no range of years could be."""
    first, last = int(m["year"]), int(m["year2"])
    if m["year2"][0] == "0" and m[0][4] == "-" and 1 <= last <= _MONTHS and last <= first % 100:
        return [expression(m, "date", year=first, month=last)]
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
    """Read "the 19th century", "the first century BC", and as an age "a 19th-century church"."""
    number = int(m["number"]) if m["number"] else words.ordinals[words_of(m, "ordinal")]
    age = "-" in m[0] or NOUN_BEHIND.match(m.string, m.end()) is not None
    return [expression(m, "century", number=number, kind="age" if age else "date", **year_fields(m))]


def month_of_name(m: Match, words: DateWords) -> list[Expression]:
    """Read "the April War of 2016": the month of that year, and the year; the name between them is not a date."""
    year = int(m["year"])
    month = expression(m, "date", m.span("month"), month=words.months[word_of(m, "month")], year=year)
    return [month, expression(m, "date", m.span("year"), year=year)]


def quarter(m: Match, words: DateWords) -> list[Expression]:
    """Read "the first quarter of 2022", "Q3", "2019-H2", "the second half of last year"."""
    code, ordinal = words_of(m, "code"), words_of(m, "ordinal")
    half = "h" in code or words_of(m, "what").startswith(("half", "semester"))
    parts = 2 if half else _QUARTERS
    if code:
        number = int(code.strip("qh"))
    elif ordinal in ("last", "final"):
        number = parts
    else:
        number = int(words_of(m, "number") or words.ordinals[ordinal])
    if not 1 <= number <= parts:
        return []
    fields = year_fields(m)
    if not fields and not _is_part_of_year_alone(m, half=half):
        return []
    return [expression(m, "half" if half else "quarter", number=number, **fields)]


def quarters(m: Match, words: DateWords) -> list[Expression]:
    """Read "the first and second quarters of 2022", "from the 1st to the 3rd quarter"."""
    numbers = [
        int(words_of(m, f"number{end}") or words.ordinals[words_of(m, f"ordinal{end}")]) for end in ("", "2")
    ]
    if not 1 <= numbers[0] < numbers[1] <= _QUARTERS:
        return []
    end = max(m.end("ordinal"), m.end("number"))
    start = max(m.start("ordinal2"), m.start("number2"))
    first = expression(m, "quarter", (m.start(), end), number=numbers[0], **year_fields(m))
    last = expression(m, "quarter", (start, m.end()), number=numbers[1], **year_fields(m))
    if numbers[0] + 1 < numbers[1] and _LISTED.search(m.string, end, start):
        return [first, last]
    return [replace(e, group=1, words=m.span()) for e in (first, last)]


def months_of_year(m: Match, words: DateWords) -> list[Expression]:
    """Read "the first nine months of 2022", "the last three months of the year"."""
    count = _count(words_of(m, "number"), words)
    is_first = words_of(m, "end") == "first"
    if count in _PARTS_OF_MONTHS:
        form, parts = _PARTS_OF_MONTHS[count]
        return [expression(m, form, number=1 if is_first else parts, **year_fields(m))]
    if not 1 < count < _MONTHS:
        return []
    start, end = (1, count) if is_first else (_MONTHS - count + 1, _MONTHS)
    middle = m.end("number")
    first = expression(m, "date", (m.start(), middle), month=start, **year_fields(m))
    last = expression(m, "date", (middle + 1, m.end()), month=end, **year_fields(m))
    return [replace(e, group=1, words=m.span()) for e in (first, last)]


def _count(number: str, words: DateWords) -> int:
    """The number of "nine" or "9", 0 for "several"."""
    return int(number) if number.isdigit() else words.numbers.get(number) or 0


def _is_part_of_year_alone(m: Match, *, half: bool) -> bool:
    """Whether a quarter or half without a year is one of a year: "the second half" may be that of a match."""
    if code := words_of(m, "code"):
        if half:
            return _BEFORE_HALF.search(before(m, 12)) is not None  # "in H1", but "the H1 road"
        return code[0] != "q" or not behind(m, 1).startswith((":", ")"))  # "Q1: When did you arrive?"
    if half and words_of(m, "what") == "half" or words_of(m, "ordinal") in ("last", "final"):
        return False  # "the last quarter" is counted from the article's day
    return m[0].lower().startswith("the") or "-" in m[0]


def season(m: Match, words: DateWords) -> list[Expression]:
    """Read "the autumn of 2020", "last spring", "in summer"."""
    relation, offset, anchor = RELATIONS.get(words_of(m, "relation"), ("", None, ""))
    word, fields = words_of(m, "season"), year_fields(m)
    determined = bool(relation) or m[0].lower().startswith("the")
    if not fields and not determined and not _BEFORE_SEASON.search(before(m, 12)):
        return []
    if word == "fall" and not fields and not relation:
        return []  # the fall of a city
    if not fields and _PART_OF_NAME.match(m.string, m.start("season")):
        return []  # "the Winter War"
    code = words.seasons[word]
    return [expression(m, "season", season=code, relation=relation, offset=offset, anchor=anchor, **fields)]
