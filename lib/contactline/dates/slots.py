"""The pieces of which the patterns of shapes are made: ``{month}``, ``{days}``, ``{number}`` and so on.

A pattern has names of pieces in braces. Some pieces are words of the tables, others are made of pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from contactline.dates.words import AFTER, BEFORE, RELATIONS, DateWords

_SLOT = re.compile(r"\{([a-z_]+)\}")  # a repetition such as {1,3} has no letters

_HUNDREDS = range(10, 20)  # of "the nineteen-fifties"
_WHAT_IS_NUMBERED = (  # "the 20th ..." of these is no day
    r"\w*anniversar|centur|session|congress|summit|round|meeting|edition|time|floor|parallel|grade|birthday|place"
    r"|army|division|brigade|regiment|battalion|corps|infantry|fleet|legion|annual|day\b|week\b|month\b|year\b"
    r"|president|republic|package|largest|straight|consecutive|article|amendment|conference|assembly|general|class"
    r"|cent|percentile|hour|minute|member|person|state|country|of\s(?:his|her|its|their)"
)

_FIXED = {
    "gap": r"\s{1,3}",
    "the": r"(?:[Tt]he{gap})?",
    "and": r"(?:,?{gap}(?:and|or|&){gap}(?:the{gap})?)",
    "dash": r"\s?(?:[-–—‑/]|--)\s?",
    "range_word": r"{gap}(?:to|until|till|through|thru){gap}(?:the{gap})?",
    "th": r"(?:st|nd|rd|th)",
    "year": r"(?:1[0-9]\d\d|20\d\d)(?!\d|[.,]\d)",
    "day_number": r"(?:[12]\d|3[01]|0?[1-9])(?!\d)",
    "day": r"{day_number}(?:\s?{th}\b|\.(?=(?:{dash}|{range_word}|{and})\d)|\b)",
    # "20", "20-22", "20 to 22", "20 and 22", "20, 21 and 22"
    "days": r"{day}(?:(?:{dash}|{range_word}){day}|(?:,\s{day}){0,6}{and}{day})?",
    "ordinal_days": r"{ordinal}(?:(?:{dash}|{range_word}){ordinal}|(?:,\s{ordinal}){0,6}{and}{ordinal})?",
    "nth": r"(?:(?P<number>{day_number})\s?{th}|(?P<ordinal>{ordinal}|(?i:last|final)))",
    # What counts something is no day: "September 20,000", "May 5%".
    "not_counted": r"(?!\s?%|\s(?:percent|per\scent|million|billion|thousand|km|kilomet)|[.,]\d|:\d\d)",
    "not_numbered": rf"(?!\s?(?:-|–)?\s?(?:\w+\s)?(?:{_WHAT_IS_NUMBERED}))",
    "month_and_day": r"(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    "bc": r"(?P<era>BCE?|B\.C\.(?:E\.)?)(?!\w)",
    "era": r"(?P<era>\s?(?:BCE?|B\.C\.(?:E\.)?)(?!\w))?",
    "related_year": r"(?P<year_relation>{relation}){gap}year\b",
    # The year behind a day or month: itself, or by reference ("of that year", "last year").
    "year_behind": (
        r"(?:(?:\s?,\s?|{gap}of{gap}|,?{gap}(?:in{gap})?(?:the{gap}year{gap})?|(?<=\d)\s?/|(?<=\.))"
        r"(?:(?P<ancient>\d{1,4})\s?{bc}|(?P<year>{year}))"
        r"|,?{gap}(?:of{gap}|in{gap})?(?:the{gap})?{related_year}|{short_year})?"
    ),
    # "Nov. '20"
    "short_year": r",?{gap}?(?:of{gap})?['’](?P<two_figures>\d\d)(?![\w'’])",
    # "3 Aug 96": only where no noun follows that it could count
    "bare_short_year": r"{gap}(?P<bare>0\d|[4-9]\d)(?![\w%]|[:.,]\d){no_noun_behind}",
    "no_noun_behind": (
        r"(?=\s?(?:[.,;:!?)\"”]|$)|\s(?:in|at|near|on|by|and|when|while|after|before|with|to|for|from|the|that|as"
        r"|he|she|they|it|its|his|her|their)\b)"
    ),
    # "02-Nov-2021" and "02/Nov/21" as well
    "year_behind_day_and_month": (
        r"(?:(?<=[-/][A-Za-z]{3})[-/](?P<short>\d\d)(?!\d)|{bare_short_year}|{year_behind})"
    ),
    "part_of_year": r"(?i:quarter|qtr\.?|trimester|half|half-year|semester)(?![\w-])",
    "quarters": r"(?i:quarters?)\b",
    # The year of a quarter or half: "Q3 of 2019", "Q3/2019", "the last quarter of the year".
    "year_of_part": (
        r"(?:(?:,?{gap}(?:of{gap}|in{gap})?|(?<=\w)[-/])"
        r"(?:(?P<year>{year})|{the}(?P<year_relation>{relation}|the){gap}year\b))?"
    ),
    # "the 18th" behind a beginning, without taking it
    "nth_ahead": r"(?:(?=(?P<nth>(?:the{gap})?(?:{day_number}\s?{th}\b|(?P<nth_word>{ordinal})){not_numbered})))?",
    # What a day lies in: "May 1997", "the month", "next month", "2019", "last year".
    "month_named": r"(?P<month>{month}){year_behind}",
    "month_related": r"{the}(?P<relation>{relation}|the){gap}month\b",
    "year_whole": r"{the}(?:(?:year{gap})?(?P<whole_year>{year})|(?P<whole_relation>{relation}|the){gap}year\b)",
    # The week that a weekday belongs to: "last week", "the week before last", "two weeks ago".
    "which_week": (
        r"(?:{the}(?P<relation>{relation}){gap}week\b|{the}week{gap}(?P<far>(?i:before{gap}last|after{gap}next))\b"
        r"|{counted_weeks}{gap}{towards})"
    ),
    "counted_weeks": r"(?P<number>{number}){gap}(?P<weeks>(?i:weeks?|fortnights?))",
    "towards": r"(?P<towards>(?i:ago|earlier|hence|from{gap}now))\b",
    "time_of_day": r"(?:{gap}(?:morning|afternoon|evening|night|noon|midnight)\b)?",
    "position": r"(?:(?P<position>(?i:earlier|later|early|late|mid))(?:{gap}|-)(?:in{gap})?)?",
}


def slots(words: DateWords) -> dict[str, str]:
    """The pieces by name, for the words of the tables."""
    # Full names in lower case too where they mean nothing else; a full stop belongs to an abbreviation alone.
    full_months = [x for x in words.months if len(x) > 4 or x in ("may", "june", "july")]
    months = [*_with_capital(full_months), *(x for x in full_months if words.alone[x] == "yes")]
    short_months = _with_capital(x for x in words.months if x not in full_months)
    full_days = [x for x in words.weekdays if words.alone[x] == "yes"]
    days = [*full_days, *_with_capital(full_days)]
    short_days = _with_capital(x for x in words.weekdays if x not in full_days)
    return _FIXED | {
        "month": rf"(?:(?:{_any_of(months)})\b|(?:{_any_of(short_months)})\b\.?)",
        "any_month": rf"(?i:{_any_of(words.months)})\b\.?",
        "weekday": rf"(?:(?:{_any_of(days)})\b|(?:{_any_of(short_days)})\b\.?)",
        "weekday_plural": rf"(?:{_any_of(days)})s\b",
        "number": rf"(?:(?i:{_any_of(words.numbers)})\b|\d{{1,3}}\b)",
        "unit": rf"(?i:{_any_of(words.units)})\b",
        "hundreds": rf"(?i:{_any_of(word for word, n in words.numbers.items() if n in _HUNDREDS)})",
        "decade_word": rf"(?i:{_any_of(words.decades)})\b",
        "season": rf"(?i:{_any_of(words.seasons)})\b",
        "ordinal": rf"(?i:{_any_of(words.ordinals)})\b",
        "relation": rf"(?i:{_any_of(RELATIONS)})\b",
        "direction": rf"(?P<direction>(?i:{_any_of([*BEFORE, *AFTER])}))\b",
        "holiday": _any_holiday(words.holidays.names),
        "phrase": rf"(?i:{_any_of(words.phrases)})\b",
        "part_of": rf"(?i:{_any_of(words.parts)})",
    }


def filled(pattern: str, pieces: dict[str, str]) -> str:
    """A pattern with its pieces filled in. Raises KeyError for a piece that does not exist."""
    while _SLOT.search(pattern):
        pattern = _SLOT.sub(lambda m: pieces[m[1]], pattern)
    return pattern


def _with_capital(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word.capitalize(), word.upper())]


def _any_holiday(names: Iterable[str]) -> str:
    """Any of some holidays, also without the apostrophe, with a hyphen for a space or the reverse, with "day"."""
    pattern = _any_of(names).replace(r"\-", r"\s{1,3}").replace(r"\s{1,3}", r"[-‑\s]{1,3}").replace("'", "['’]?")
    return re.sub(r"(?<=\})Day\b", "[Dd]ay", pattern)


def _any_of(words: Iterable[str]) -> str:
    """Any of some words, the longest first; a space is any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered)
