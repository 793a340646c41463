"""The shapes that a date expression can have, in the order in which they are tried.

A shape is a pattern made of the pieces of ``slots``, a builder, and examples, which are its tests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from contactline.dates import build_beginnings as beginnings
from contactline.dates import build_dates as dates
from contactline.dates import build_holidays as holidays
from contactline.dates import build_offsets as offsets
from contactline.dates import build_weeks as weeks
from contactline.dates.matches import Match
from contactline.dates.words import REPEATED, DateWords, Expression

Build = Callable[[Match, DateWords], list[Expression]]
Join = Callable[[Match, DateWords, list[Expression]], list[Expression]]

STARTERS = ("digit", "glued", "quote", "month", "weekday", "number", "ordinal", "holiday", "phrase", "other")
"""What an expression can begin with: figures, figures glued to letters ("APW19980227"), an apostrophe
before two figures, a month, a weekday, a number word, an ordinal ("the second", "the 2nd", "last", "Q3"),
the first word of a holiday or of a phrase and nothing else, another word."""


class Example(NamedTuple):
    """A text with one expression of a shape, and its values in an article of Monday 12 May 2031.

    ``values``: as in records.Timex; "first day/last day" for a date that has days but no value, "unknown" for one
    without days, "duration" or "repeated" for what is not a date. Empty: the words are not an expression.
    """

    text: str
    values: tuple[str, ...]


def example(text: str, *values: str) -> Example:
    """Make an example; a text can have several values."""
    return Example(text, values)


@dataclass(frozen=True, slots=True)
class Shape:
    """One order in which the words of a date can stand.

    ``starters``: what it can begin with. ``pattern``: with pieces of ``slots`` in braces. ``build``: makes
    expressions from a match, none where the words turn out not to be a date. If the match is only a beginning
    ("the end of", "two days before"), ``join`` also takes the expressions after it, and there is no ``build``.
    """

    name: str
    starters: tuple[str, ...]
    pattern: str
    build: Build | None
    examples: tuple[Example, ...]
    join: Join | None = None


SHAPES = (
    # --- dates in figures ---------------------------------------------------------------------------------------
    Shape(
        "iso",
        ("digit",),
        r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d|[./-]\d)"
        r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?",
        dates.iso,
        (
            example("on 2031-04-20", "2031-04-20"),
            example("on 2031/04/20", "2031-04-20"),
            example("on 2031.4.2", "2031-04-02"),
            example("at 2031-04-20T13:00:00Z", "2031-04-20"),
            example("on 2031-02-30", "unknown"),
        ),
    ),
    Shape(
        "year_month_day",
        ("digit",),
        r"(?P<year>{year})(?P<sep>[-/.])(?P<month>{any_month})(?P=sep)(?P<days>{day_number})",
        dates.days_month,
        (example("on 2031/Apr/2", "2031-04-02"), example("on 2031-April-20", "2031-04-20")),
    ),
    Shape(
        "day_month_year",
        ("digit",),
        r"(?P<days>{day_number})(?P<sep>[-/.])(?P<month>{any_month})(?P=sep)(?P<year>{year})",
        dates.days_month,
        (example("on 2/Apr/2031", "2031-04-02"), example("on 02-apr-2031", "2031-04-02")),
    ),
    Shape(
        "month_day_year",
        ("month",),
        r"(?P<month>{month})(?P<sep>[-/])(?P<days>{day_number})(?P=sep)(?P<year>{year})",
        dates.days_month,
        (example("on Apr-02-2031", "2031-04-02"),),
    ),
    Shape(
        "compact",
        ("digit", "glued"),
        r"(?P<year>(?:19|20)\d\d){month_and_day}",
        dates.compact,
        (example("filed 19980227", "1998-02-27"), example("APW19980227.0476", "1998-02-27")),
    ),
    Shape(
        "compact_short_year",
        ("glued",),
        r"(?P<year>[89]\d){month_and_day}(?=-\d)",
        dates.compact,
        (example("WSJ891102-0192", "1989-11-02"), example("the number F891102-0192")),
    ),
    Shape(
        "short_year_first",
        ("digit",),
        r"(?P<year>[6-9]\d)/(?P<month>0[1-9]|1[0-2])/(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        dates.compact,
        (example("filed 98/03/12", "1998-03-12"),),
    ),
    Shape(
        "numeric",
        ("digit",),
        r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?!\d|[.,/-]\d)",
        dates.numeric,
        (
            example("on 20.4.2031", "2031-04-20"),
            example("on 4/20/2031", "2031-04-20"),
            example("on 08-15-90", "1990-08-15"),
            example("won 3-2-10 on points"),
        ),
    ),
    # --- days and months ----------------------------------------------------------------------------------------
    Shape(
        "days_month",
        ("digit", "ordinal"),
        r"{the}(?P<days>{days})(?:{gap}of{gap}(?:the{gap}month{gap}of{gap})?|{gap}|(?=[A-Z])|[-/]"
        r"|(?P<dot>\.)(?:{gap}(?:of{gap})?)?)(?P<month>{month})"
        r"{year_behind_day_and_month}",
        dates.days_month,
        (
            example("on 20 April", "2031-04-20"),
            example("on the 20th of April, 2030", "2030-04-20"),
            example("on 20 April of last year", "2030-04-20"),
            example("on 02-Nov-29", "2029-11-02"),
            example("on 02/Nov/29", "2029-11-02"),
            example("on 20. April 2030", "2030-04-20"),
            example("on the 2. of November 2029", "2029-11-02"),
            example("from 20. to 22. April", "2031-04-20", "2031-04-22"),
            example("on 2 Nov. '29", "2029-11-02"),
            example("on 2 Nov 96 near Baku", "1996-11-02"),
            example("on 2 Nov 96 of them left", "2030-11-02"),
            example("on 20-22 April", "2031-04-20", "2031-04-22"),
            example("on 20, 21 and 25 April", "2031-04-20", "2031-04-21", "2031-04-25"),
            example("on 4 March 44 BC", "unknown"),
        ),
    ),
    Shape(
        "year_range",
        ("digit",),
        r"(?P<year>{year}){dash}(?P<year2>{year}|\d\d(?!\d))(?![-/.]\d)",
        dates.year_range,
        (
            example("in 2020-2022", "2020", "2022"),
            example("in 1992-94", "1992", "1994"),
            example("in 2029-04", "2029-04"),
            example("in 2003-04", "2003", "2004"),
        ),
    ),
    Shape(
        "decade",
        ("digit", "quote", "number", "other"),
        r"{the}(?:(?P<decade>[12]\d\d)0['’]?s|['’]?(?P<short>[02-9])0s"
        r"|(?:(?P<hundreds>{hundreds})(?:{gap}|-))?(?P<word>{decade_word}))\b"
        r"(?!{gap}(?:{ordinal}|\d{th}|last|final){gap}{part_of_year})",
        dates.decade,
        (
            example("in the 1990s", "199X"),
            example("1990s fashion", "199X"),
            example("in the ’90s", "199X"),
            example("in '90s style", "199X"),
            example("in the 80s", "198X"),
            example("in the nineties", "199X"),
            example("the nineteen-fifties", "195X"),
            example("in his sixties"),
            example("highs in the 80s"),
            example("the HK 90s"),
        ),
    ),
    Shape(
        "short_year",
        ("quote",),
        r"['’](?P<year>[2-9]\d)(?![\d\w'’])",
        dates.short_year,
        (example("in '97", "1997"), example("the rule of '98ers"), example("scored '97 points")),
    ),
    Shape(
        "holiday",
        ("month", "holiday", "other"),
        r"(?P<holiday>{holiday})\b(?!['’]|{gap}(?:week\b|season|holidays|break|period|tree))(?P<weekend>{gap}weekend\b)?"
        r"{year_behind}",
        holidays.holiday,
        (
            example("on May Day", "2031-05-01"),
            example("on Good Friday, 1998", "1998-04-10"),
            example("on Victory day", "2031-05-09"),
            example("last Christmas", "2030-12-25"),
            example("on Mothers Day 2029", "2029-05-13"),
            example("on Armenian Independence Day", "2030-09-21"),
            example("on Independence Day of Ukraine", "2030-08-24"),
            example("the Christmas holidays"),
            example("on the Easter weekend of 2029", "2029-W13"),
            example("the song White Christmas"),
            example("the Easter Offensive"),
            example("every Easter"),
        ),
    ),
    Shape(
        "month_month",
        ("month",),
        r"(?P<month>{month})(?:{dash}|{and}|{range_word})(?P<month2>{month})(?!\s?\d\d?(?!\d)){year_behind}",
        dates.month_month,
        (
            example("in June-July 2029", "2029-06", "2029-07"),
            example("in December-January 2029", "2028-12", "2029-01"),
            example("in March and April", "2031-03", "2031-04"),
        ),
    ),
    Shape(
        "month_days",
        ("month",),
        r"(?P<month>{month})(?:{gap}?|{gap}the{gap})(?P<days>{days}){not_counted}{year_behind}",
        dates.month_days,
        (
            example("on April 20", "2031-04-20"),
            example("on Apr. 20th, 2030", "2030-04-20"),
            example("on April the 20th", "2031-04-20"),
            example("on April 20-22", "2031-04-20", "2031-04-22"),
        ),
    ),
    Shape(
        "month_ordinal",
        ("month",),
        r"(?P<month>{month}){gap}(?:the{gap})?(?P<days>(?=[a-z]){ordinal_days})(?!{gap}(?:time|round|half)){year_behind}",
        dates.days_month,
        (
            example("on April the first", "2031-04-01"),
            example("on April first, 2030", "2030-04-01"),
            example("on April twenty second", "2031-04-22"),
            example("on April eighth to tenth, 2030", "2030-04-08", "2030-04-10"),
        ),
    ),
    Shape(
        "month_of_name",
        ("month",),
        r"(?P<month>{month})(?:{gap}[A-Z][a-z]+){1,3}{gap}of{gap}(?P<year>{year})",
        dates.month_of_name,
        (
            example("the April War of 2016", "2016-04", "2016"),
            example("the November Security Forum of 2029", "2029-11", "2029"),
        ),
    ),
    Shape(
        "month",
        ("month",),
        r"(?P<month>{month})(?:['’]s)?(?:{bare_short_year}|{year_behind})",
        dates.month,
        (
            example("in April", "2031-04"),
            example("in April 2030", "2030-04"),
            example("in April of that year", "2031-04"),
            example("in April '29", "2029-04"),
            example("in April 94 he left", "1994-04"),
            example("April's talks", "2031-04"),
            example("it may be"),
        ),
    ),
    # --- weekdays -----------------------------------------------------------------------------------------------
    Shape(
        "weekday_month_days",
        ("weekday",),
        r"(?P<weekday>{weekday})(?:\s?,?{gap}(?:on{gap})?(?:the{gap})?|,)\(?(?P<month>{month})\s?(?:the{gap})?"
        r"(?P<days>{days}){not_counted}{year_behind}",
        dates.weekday_date,
        (example("on Sunday, April 20", "2031-04-20"), example("on Sunday (April 20, 2031)", "2031-04-20")),
    ),
    Shape(
        "weekday_days_month",
        ("weekday",),
        r"(?P<weekday>{weekday})(?:\s?,?{gap}(?:on{gap})?(?:the{gap})?|,)\(?(?P<days>{days})(?:{gap}of|\.)?{gap}"
        r"(?P<month>{month}){year_behind}",
        dates.weekday_date,
        (example("on Sunday, 20 April", "2031-04-20"), example("on Sunday the 20th of April", "2031-04-20")),
    ),
    Shape(
        "weekday_day",
        ("weekday",),
        r"(?P<weekday>{weekday})\s?,?{gap}(?:(?:the{gap})?(?P<days>{day_number}\s?{th})\b|the{gap}(?P<ordinal>{ordinal})"
        r"(?!{gap}(?:of{gap}(?!the{gap}month|{month})|in|to|such|since|time|day)\b))",
        dates.weekday_day,
        (
            example("on Sunday the 20th", "2031-04-20"),
            example("on Friday, 9th", "2031-05-09"),
            example("on Sunday the twenty-seventh", "2031-04-27"),
        ),
    ),
    Shape(
        "weekday_of_week",
        ("weekday",),
        r"(?P<weekday>{weekday}),?{gap}(?:(?:of|in){gap})?{which_week}",
        weeks.weekday_of_week,
        (
            example("on Tuesday last week", "2031-05-06"),
            example("on Tuesday of next week", "2031-05-20"),
            example("on Sunday two weeks ago", "2031-04-27"),
            example("on Friday a fortnight from now", "2031-05-30"),
            example("on Thursday of the week before last", "2031-05-01"),
            example("on Thursday of the same week", "2031-05-15"),
        ),
    ),
    Shape(
        "far_weekday",
        ("weekday",),
        r"(?P<weekday>{weekday}){gap}(?:(?P<far>before{gap}last|after{gap}next)\b|week\b(?![-'’]))",
        weeks.far_weekday,
        (
            example("on Friday after next", "2031-05-23"),
            example("on the Monday before last", "2031-04-28"),
            example("on Thursday week", "2031-05-22"),
        ),
    ),
    Shape(
        "weekday",
        ("weekday",),
        r"(?P<weekday>{weekday})(?:['’]s)?{time_of_day}",
        dates.weekday,
        (
            example("on Friday", "2031-05-09"),
            example("Friday's vote", "2031-05-09"),
            example("on Sun.", "2031-05-11"),
            example("the Sun shone"),
            example("the film Bloody Sunday"),
        ),
    ),
    # --- what is counted from a day -----------------------------------------------------------------------------
    Shape(
        "to_the_day",
        ("digit", "number"),
        r"(?P<number>{number}){gap}(?P<unit>{unit}){gap}ago{gap}to{gap}the{gap}day\b",
        offsets.to_the_day,
        (
            example("two years ago to the day", "2029-05-12"),
            example("three weeks ago to the day", "2031-04-21"),
        ),
    ),
    Shape(
        "counted_from",
        ("digit", "number"),
        r"(?P<number>{number}){gap}(?:(?:full|whole|short){gap})?(?P<unit>{unit}){gap}"
        r"(?P<direction>(?i:before|prior{gap}to|ahead{gap}of|earlier{gap}than|ago|after|following|from|later{gap}than))"
        r"{gap}(?:on{gap})?{nth_ahead}",
        None,
        (
            example("two days before yesterday", "2031-05-09"),
            example("three weeks from tomorrow", "2031-06-03"),
            example("a year ago tomorrow", "2030-05-13"),
            example("a month ago today", "2031-04-12"),
            example("ten years ago this month", "2021-05"),
            example("ten years ago this week", "2021"),
            example("two weeks from Friday", "2031-05-30"),
            example("ten days after 25 April", "2031-05-05"),
            example("three weeks before 25 April", "2031-W14"),
            example("two days before the 6th the", "2031-05-04"),
        ),
        beginnings.counted_from,
    ),
    Shape(
        "unit_from",
        ("other",),
        r"[Tt]he{gap}(?P<unit>day|night|week|month|year){gap}(?P<direction>(?i:before|after|following)){gap}{nth_ahead}"
        r"(?!yesterday|tomorrow)",
        None,
        (
            example("the day before 25 April", "2031-04-24"),
            example("the week after Monday, April 21", "2031-W18"),
            example("the day after Christmas 2029", "2029-12-26"),
        ),
        beginnings.counted_from,
    ),
    Shape(
        "week_of",
        ("other",),
        r"{the}(?P<unit>week|weekend){gap}(?:of|beginning|starting|commencing|ending|ended|to|around"
        r"|(?:that|which){gap}(?:began|started|ended|begins|starts|ends)){gap}(?:on{gap}|with{gap})?{nth_ahead}",
        None,
        (
            example("in the week of 25 April", "2031-W17"),
            example("in the week beginning on April 7, 2031", "2031-W15"),
            example("in the week ended April 25", "2031-W17"),
            example("in the week of the 6th the", "2031-W19"),
            example("on the weekend of 26-27 April", "2031-W17"),
            example("the week of the vote"),
        ),
        beginnings.week_of,
    ),
    # --- words that name a day, and ordinals --------------------------------------------------------------------
    Shape(
        "phrase",
        ("number", "phrase", "other"),
        r"(?P<phrase>{phrase})",
        offsets.phrase,
        (
            example("he left yesterday", "2031-05-11"),
            example("the day before yesterday", "2031-05-10"),
            example("on the eve of the vote", "unknown"),
            example(
                "on the eve he left",
            ),
            example("he told Russia Today"),
        ),
    ),
    Shape(
        "counted_weekdays",
        ("digit", "number"),
        r"(?P<number>{number}){gap}(?P<weekday_plural>{weekday_plural}){gap}{towards}",
        weeks.counted_weekdays,
        (
            example("two Tuesdays ago", "2031-04-29"),
            example("3 Fridays from now", "2031-05-30"),
            example("some Fridays ago he left"),
        ),
    ),
    Shape(
        "weeks_on_weekday",
        ("digit", "number"),
        r"{counted_weeks}{gap}(?P<side>(?:ago{gap})?(?:last|past)|on|this|next){gap}(?P<weekday>{weekday})",
        weeks.weeks_on_weekday,
        (
            example("a week on Thursday", "2031-05-22"),
            example("a fortnight last Tuesday", "2031-04-22"),
            example("a week ago last Thursday", "2031-05-01"),
        ),
    ),
    Shape(
        "nth_day",
        ("digit", "ordinal"),
        r"{the}{nth}{gap}(?:(?P<weekday>{weekday})|(?:calendar{gap})?day){gap}(?:in|of){gap}"
        r"(?:{month_named}|{month_related}|{year_whole}|(?P<every>(?i:every|each){gap}month\b))",
        dates.nth_day,
        (
            example("on the second Sunday of May 1997", "1997-05-11"),
            example("the last Friday in March 1998", "1998-03-27"),
            example("on the 1st Monday of next month", "2031-06-02"),
            example("the last Friday of the month", "2031-05-30"),
            example("the first day of April 2030", "2030-04-01"),
            example("on the last day of February 2028", "2028-02-29"),
            example("on the last day of last year", "2030-12-31"),
            example("on the fifth Sunday of April", "unknown"),
            example("on the second Sunday of every month", "repeated"),
            example("on the first day of the talks"),
        ),
    ),
    Shape(
        "ordinal_month",
        ("ordinal",),
        r"{the}(?P<days>{ordinal_days})(?P<of>{gap}of)?{gap}(?P<month>{month}){year_behind}",
        dates.ordinals_month,
        (
            example("on the first of April", "2031-04-01"),
            example("on the twenty second of April, 2030", "2030-04-22"),
            example("from the fourth to the ninth of April", "2031-04-04", "2031-04-09"),
            example("on twenty-second April", "2031-04-22"),
        ),
    ),
    # --- years and their parts ----------------------------------------------------------------------------------
    Shape(
        "century",
        ("digit", "ordinal"),
        r"{the}(?:(?P<number>\d{1,2}){th}|(?P<ordinal>{ordinal}))(?:{gap}|-)century\b{era}",
        dates.century,
        (
            example("in the 19th century", "18XX"),
            example("in the first century BC", "unknown"),
            example("twentieth-century art", "19XX"),
            example("in the 0th century", "unknown"),
        ),
    ),
    Shape(
        "ancient_year",
        ("digit",),
        r"(?P<year>\d{1,4})\s?{bc}",
        dates.year,
        (example("in 480 BC", "unknown"),),
    ),
    Shape(
        "anniversary",
        ("digit", "other"),
        r"{the}(?:(?P<number>\d{1,3}){th}|(?P<ordinal>{ordinal})|centenary)(?:{gap}|-)(?:year{gap})?"
        r"anniversar(?:y|ies)\b",
        offsets.anniversary,
        (
            example("for the 20th anniversary", "duration"),
            example("the tenth anniversary of the unheard-of thing", "unknown"),
        ),
    ),
    Shape(
        "quarter",
        ("digit", "ordinal"),
        r"{the}(?:(?:(?P<ordinal>{ordinal}|(?i:last|final))|(?P<number>\d){th})(?:{gap}|-)(?P<what>{part_of_year})"
        r"|(?P<code>Q[1-4]|H[12]|[1-4]Q|[12]H)(?!\w))"
        r"{year_of_part}(?!{gap}(?:of|past)\b)",
        dates.quarter,
        (
            example("in the first quarter of 2029", "2029-Q1"),
            example("in Q3 2029", "2029-Q3"),
            example("in the second half of last year", "2030-H2"),
            example("third-quarter profit", "2030-Q3"),
            example("in the last quarter of the year", "2031-Q4"),
            example("sales in H1", "2031-H1"),
            example("in the first half-year", "2031-H1"),
            example("in 1Q 2029", "2029-Q1"),
            example("the second half of the match"),
            example("the last quarter of the match"),
            example("on the H1 road"),
        ),
    ),
    Shape(
        "quarters",
        ("digit", "ordinal"),
        r"{the}(?:(?P<ordinal>{ordinal})|(?P<number>\d){th})(?:{and}|{range_word})"
        r"(?:(?P<ordinal2>{ordinal})|(?P<number2>\d){th})(?:{gap}|-){quarters}{year_of_part}",
        dates.quarters,
        (
            example("in the first and second quarters of 2029", "2029-Q1", "2029-Q2"),
            example("from the 1st to the 3rd quarter of last year", "2030-Q1", "2030-Q3"),
        ),
    ),
    Shape(
        "year_quarter",
        ("digit",),
        r"(?P<year>{year})(?:(?:,?{gap}|[-/]|)(?P<code>Q[1-4]|H[12])(?!\w)"
        r"|(?:['’]s)?,?{gap}{the}(?:(?P<ordinal>{ordinal}|(?i:last|final))|(?P<number>\d){th})(?:{gap}|-)"
        r"(?P<what>{part_of_year}))",
        dates.quarter,
        (
            example("in 2029-Q1", "2029-Q1"),
            example("in 2029 H2", "2029-H2"),
            example("in 2029's third quarter", "2029-Q3"),
            example("in 2030's third quarter", "2030-Q3"),
        ),
    ),
    Shape(
        "nth_of_month",
        ("digit", "ordinal"),
        r"{the}(?P<days>{days}|{ordinal_days}){gap}(?:(?:of|in){gap})?{month_related}",
        dates.nth_of_month,
        (
            example("on the 5th of next month", "2031-06-05"),
            example("on 5th of the month", "2031-05-05"),
            example("on the first of this month", "2031-05-01"),
            example("from 4 to 8 this month", "2031-05-04", "2031-05-08"),
            example("between the 4th and 9th of last month", "2031-04-04", "2031-04-09"),
            example("it sold 20 of the months"),
        ),
    ),
    Shape(
        "year_season",
        ("digit", "other"),
        r"{the}(?:(?P<year>{year})(?:['’]s)?|{related_year}['’]s){gap}(?P<season>{season})\b"
        r"(?!{gap}[A-Z]|{gap}of\b)",
        dates.season,
        (
            example("2029 autumn was cold", "2029-FA"),
            example("the 2029 spring thaw", "2029-SP"),
            example("last year's summer", "2030-SU"),
        ),
    ),
    Shape(
        "year_month",
        ("digit", "other"),
        r"{the}(?:(?P<year>{year})(?:['’]s)?,?|{related_year}['’]s){gap}"
        r"(?:(?P<month>{month})(?:\s?(?:the{gap})?(?P<days>{days}){not_counted})?"
        r"|(?P<days2>{days})(?:{gap}of)?{gap}(?P<month2>{month}))(?!,?{gap}{year})",
        dates.year_month,
        (
            example("in 2029 October", "2029-10"),
            example("on 2029 October 4", "2029-10-04"),
            example("on 2029, 4 October", "2029-10-04"),
            example("on 2029 October 4-6", "2029-10-04", "2029-10-06"),
            example("in last year's July", "2030-07"),
        ),
    ),
    # --- parts, relations and what is counted -------------------------------------------------------------------
    Shape(
        "part",
        ("other",),
        r"(?:{the}(?P<part>(?i:early|mid|late))(?:{gap}(?:of|in|on){gap}|{gap}|-|–)"
        r"|{the}(?:very{gap})?(?P<part2>{part_of}){gap}(?:of|in){gap})",
        None,
        (
            example("in mid-2029", "2029"),
            example("in early April", "2031-04"),
            example("by the end of the year", "2031"),
            example("by the end of the quarter", "2031-Q2"),
            example("early on Friday", "2031-05-09"),
            example("the end of the road"),
        ),
        beginnings.part,
    ),
    Shape(
        "months_of_year",
        ("ordinal", "other"),
        r"{the}(?P<end>(?i:first|last|final)){gap}(?P<number>{number}){gap}months{gap}(?:of|in){gap}"
        r"(?:(?P<year>{year})|{the}(?P<year_relation>{relation}|the){gap}year\b)",
        dates.months_of_year,
        (
            example("in the first nine months of 2030", "2030-01", "2030-09"),
            example("in the first six months of last year", "2030-H1"),
            example("in the last three months of 2030", "2030-Q4"),
            example("in the first two months of the year", "2031-01", "2031-02"),
        ),
    ),
    Shape(
        "span_of_units",
        ("other",),
        r"{the}(?P<relation>(?i:last|past|next|coming|previous|preceding|following|first|final|recent)){gap}"
        r"(?P<number>{number}){gap}(?P<unit>{unit})",
        offsets.span,
        (example("over the past three months", "duration"), example("in the first two weeks", "duration")),
    ),
    Shape(
        "few_units",
        ("other",),
        r"{the}(?P<relation>(?i:last|past|next|coming|previous|recent|following)){gap}"
        r"(?P<unit>(?i:hours|days|weeks|months|years|decades))\b",
        offsets.few_units,
        (
            example("in the coming days", "2031-05-12/2031-05-19"),
            example("in the last weeks", "2031-04-12/2031-05-12"),
            example("as on previous days", "unknown"),
        ),
    ),
    Shape(
        "relation_unit",
        ("other",),
        r"{position}{the}(?:very{gap})?(?P<relation>{relation}){gap}(?P<unit>{unit})(?:['’]s)?",
        offsets.relation_unit,
        (
            example("last week", "2031-W19"),
            example("earlier this year", "2031"),
            example("the following month", "2031-06"),
            example("this year's session", "2031"),
            example("last quarter", "2031-Q1"),
            example("in the coming quarter", "2031-Q3"),
            example("this quarter of the city"),
            example("the last quarter to fall"),
            example("the last year of the war", "duration"),
            example("over the past weekend", "2031-W19"),
            example("on the last day"),
        ),
    ),
    Shape(
        "relation_name",
        ("other",),
        r"{the}(?P<relation>{relation}){gap}(?:(?P<month>{month})(?:\s?(?P<days>{days}){not_counted})?"
        r"|(?P<weekday>{weekday})(?!\s?\d)){time_of_day}",
        offsets.relation_name,
        (
            example("last April", "2031-04"),
            example("next 5 of them"),
            example("last Friday night", "2031-05-09"),
            example("this June 5", "2031-06-05"),
        ),
    ),
    Shape(
        "season",
        ("other",),
        r"{the}(?:(?P<relation>{relation}){gap})?(?P<season>{season})"
        r"(?:(?:{gap}of)?,?{gap}(?P<year>{year})(?:[-–/]\d\d(?:\d\d)?\b)?{era}|{gap}(?:of{gap})?(?:the{gap})?"
        r"{related_year}|{short_year}|(?:{gap}of)?{bare_short_year})?",
        dates.season,
        (
            example("in the autumn of 2029", "2029-FA"),
            example("in the winter of 2029-2030", "2029-WI"),
            example("in the winter of '92", "1992-WI"),
            example("in the winter of 92", "1992-WI"),
            example("last summer", "2030-SU"),
            example("the fall of the city"),
            example("a hot spring"),
            example("the Spring Offensive of the rebels"),
        ),
    ),
    Shape(
        "adjective",
        ("digit", "number"),
        r"(?P<number>{number}|\d{1,4})[-‑](?P<unit>(?i:second|minute|hour|day|week|month|year|decade))s?"
        r"(?:[-‑](?:long|old))?\b",
        offsets.span,
        (example("a five-day visit", "duration"), example("the 44-day war", "duration")),
    ),
    Shape(
        "year",
        ("digit", "other"),
        r"(?:{the}year{gap}(?:of{gap})?)?(?P<year>{year}){era}",
        dates.year,
        (
            example("in 2029", "2029"),
            example("in the year 2029", "2029"),
            example("the year of 2029", "2029"),
            example("in the year 1200 BC", "unknown"),
        ),
    ),
    Shape(
        "counted_units",
        ("digit", "number"),
        r"(?P<number>{number}){gap}(?:(?:full|whole|short|long|more){gap})?(?P<unit>{unit})"
        r"(?:['’]s?{gap}(?P<time>time)\b|{gap}(?:and{gap}a{gap}half{gap})?{direction})?",
        offsets.counted_units,
        (
            example("two days ago", "2031-05-10"),
            example("3 weeks ago", "2031-W17"),
            example("in two days' time", "2031-05-14"),
            example("a fortnight ago", "2031-W18"),
            example("several days ago", "2031-05-05/2031-05-12"),
            example("two weeks of talks", "duration"),
            example("for two days after the quake", "duration"),
            example("a day of talks"),
            example("he will leave in ten days", "2031-05-22"),
            example("he will leave in a few days", "2031-05-12/2031-05-19"),
            example("he left in ten days", "duration"),
        ),
    ),
    Shape(
        "position_in_unit",
        ("other",),
        r"(?P<position>(?i:earlier|later)){gap}in{gap}the{gap}(?P<unit>{unit})",
        offsets.position_in_unit,
        (example("earlier in the week", "2031-W20"), example("later in the hour")),
    ),
    Shape(
        "the_weekend",
        ("other",),
        r"(?i:the|all){gap}weekend\b",
        offsets.the_weekend,
        (example("at the weekend", "2031-W19"), example("all weekend", "2031-W19")),
    ),
    Shape(
        "unit_and_event",
        ("other",),
        r"{the}(?P<unit>{unit}){gap}(?P<direction>(?i:before|after|following|prior{gap}to))\b(?P<event>{gap}(?=\w))?",
        offsets.unit_and_event,
        (example("the year before", "2030"), example("the week after the vote", "unknown")),
    ),
    Shape(
        "units_without_number",
        ("other",),
        r"(?P<unit>{unit}){gap}(?P<direction>(?i:ago|earlier|later|before|after|afterwards))\b",
        offsets.units_without_number,
        (example("weeks ago", "2031-04-12/2031-05-12"), example("years later", "unknown")),
    ),
    Shape(
        "superlative",
        ("other",),
        r"(?i:bloodiest|deadliest|worst){gap}(?:single{gap})?(?P<unit>day|week|month|year){gap}(?:in|of|since|for){gap}",
        offsets.superlative,
        (example("it was the deadliest week since the truce", "unknown"),),
    ),
    Shape(
        "repeated",
        ("other",),
        r"(?i:every|each){gap}(?:other{gap})?(?:{number}{gap})?(?:{weekday}|{unit}|{month})"
        rf"|(?i:{'|'.join(REPEATED)})\b",
        offsets.repeated,
        (example("every other Monday", "repeated"), example("flights leave daily", "repeated")),
    ),
    Shape(
        "nth",
        ("digit", "ordinal"),
        r"{the}(?:(?P<day>{day_number})\s?{th}\b|(?P<ordinal>{ordinal})){not_numbered}",
        dates.nth,
        (
            example("on the 9th he left", "2031-05-09"),
            example("since the 9th, he said", "2031-05-09"),
            example("on the night of the 9th he left", "2031-05-09"),
            example("from the evening of the 9th shells fell", "2031-05-09"),
            example("he left on the twenty second.", "2031-04-22"),
            example("he left on the first.", "2031-05-01"),
            example("on the first, he agreed"),
            example("of the 4th Army"),
            example("on the 4th session"),
        ),
    ),
)
"""The first shape that matches and gives a date is used. No two shapes have the same name."""
