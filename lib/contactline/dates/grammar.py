"""The orders in which the words of a date may stand, as patterns over the tables' words.

``Grammar.parse`` reads the first shape that fits at an offset; ``timex`` decides where to try.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from contactline.dates import shapes
from contactline.dates.words import RELATIONS, Expression, Words, date_words, starter_of
from contactline.lexicon import Lexicon, derived


def _alternatives(words: list[str]) -> str:
    return "|".join(
        re.escape(w).replace(r"\ ", r"\s{1,3}") for w in sorted(set(words), key=lambda w: (-len(w), w))
    )


S = r"\s{1,3}"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)(?!\d|[.,]\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
_SUFFIX = r"(?:\s?(?:st|nd|rd|th))?"
_DASH = r"\s?(?:[-–—‑/]|--)\s?"
_RANGE_WORD = rf"{S}(?:to|until|till|through|thru){S}(?:the{S})?"
_AND = rf"(?:,?{S}(?:and|or|&){S}(?:the{S})?)"
# What "the 20th" is when it is no day.
_NOT_A_DAY = (
    r"(?!\s?(?:-|–)?\s?(?:\w+\s)?(?:anniversar|centur|session|congress|summit|round|meeting|edition|time|floor"
    r"|parallel|"
    r"grade|birthday|place|army|division|brigade|regiment|battalion|corps|infantry|fleet|legion|century|annual|"
    r"day\b|week\b|month\b|year\b|president|republic|package|largest|straight|consecutive|article|amendment|"
    r"conference|assembly|general|class|cent|percentile|hour|minute|member|person|state|country|of\s(?:his|her"
    r"|its|their)))"
)

_DEPTH = 2  # parts within parts ("the end of early 2021"): hostile text could nest them without end
_THE = re.compile(rf"the{S}", re.I)
_PART_OF_UNIT = re.compile(rf"(month|year|week|decade)\b(?!{S}(?:of|before|after|ago))", re.I)
_WORD = re.compile(r"\w+")

Match = re.Match[str]
Build = Callable[[Match, Words], list[Expression]]


class Grammar:
    """The compiled shapes over one folder of tables; ``parse`` is the whole interface."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = w = date_words(lexicon)
        # Full names in lower case too where they mean nothing else; a full stop belongs to an abbreviation alone.
        full = [x for x in w.months if len(x) > 4 or x in ("may", "june", "july")]
        full_forms = [y for x in full for y in (x.capitalize(), x.upper())]
        full_forms += [x for x in full if w.alone[x] == "yes"]
        short_forms = [y for x in w.months if x not in full for y in (x.capitalize(), x.upper())]
        month = rf"(?:(?:{_alternatives(full_forms)})\b|(?:{_alternatives(short_forms)})\b\.?)"
        full_days = [x for x in w.weekdays if w.alone[x] == "yes"]
        short_days = [y for x in w.weekdays if x not in full_days for y in (x.capitalize(), x.upper())]
        full_days += [y for x in full_days for y in (x.capitalize(), x.upper())]
        weekday = rf"(?:(?:{_alternatives(full_days)})\b|(?:{_alternatives(short_days)})\b\.?)"
        number = rf"(?:(?i:{_alternatives(list(w.numbers))})\b|\d{{1,3}}\b)"
        unit = rf"(?i:{_alternatives(list(w.units))})\b"
        season = rf"(?i:{_alternatives(list(w.seasons))})\b"
        ordinal = rf"(?i:{_alternatives(list(w.ordinals))})\b"
        relation = rf"(?i:{_alternatives(list(RELATIONS))})\b"
        the = rf"(?:[Tt]he{S})?"
        day = rf"{_DAY}{_SUFFIX}\b"
        # "20", "20-22", "20 to 22", "20 and 22", "20, 21 and 22"
        days = rf"{day}(?:(?:{_DASH}|{_RANGE_WORD}){day}|(?:,\s{day}){{0,6}}{_AND}{day})?"
        # What counts something is no day: "September 20,000", "May 5%".
        counted = r"(?!\s?%|\s(?:percent|per\scent|million|billion|thousand|km|kilomet)|[.,]\d|:\d\d)"
        era = r"(?P<era>\s?(?:BCE?|B\.C\.(?:E\.)?)(?!\w))?"
        # The year behind a day or month: itself, or by reference ("of that year", "last year").
        behind = (
            rf"(?:(?:,\s?|{S}of{S}|,?{S}(?:in{S})?(?:the{S}year{S})?|(?<=\d)\s?/|(?<=\.))"
            rf"(?:(?P<ancient>\d{{1,4}})\s?(?P<era>BCE?|B\.C\.(?:E\.)?)(?!\w)|(?P<year>{_YEAR}))"
            rf"|,?{S}(?:of{S}|in{S})?(?:the{S})?(?P<year_relation>{relation}){S}year\b)?"
        )
        clock = rf"(?:{S}(?:morning|afternoon|evening|night|noon|midnight)\b)?"
        way = (
            rf"(?P<way>(?i:ago|earlier|before|prior{S}to|prior|ahead{S}of|later|afterwards?|after|following|"
            rf"thereafter|hence|from{S}now|previously|beforehand))\b"
        )
        clip = rf"(?:(?P<clip>(?i:earlier|later|early|late|mid))(?:{S}|-)(?:in{S})?)?"
        month_days = rf"{month}(?:{S}?|{S}the{S})"

        def shape(pattern: str, build: Build | None) -> tuple[re.Pattern[str], Build | None]:
            return re.compile(pattern), build

        iso = shape(
            r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)"
            r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?",
            shapes.iso,
        )
        within = r"(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
        compact = shape(rf"(?P<year>(?:19|20)\d\d){within}", shapes.compact)
        wire = shape(rf"(?P<year>[89]\d){within}(?=-\d)", shapes.compact)
        sorted_ = shape(rf"(?P<year>[6-9]\d)/{within.replace('(?P<day>', '/(?P<day>')}", shapes.compact)
        numeric = shape(
            r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?!\d|[.,/-]\d)",
            shapes.numeric,
        )
        days_month = shape(
            rf"{the}(?P<days>{days})(?:{S}of{S}(?:the{S}month{S}of{S})?|{S}|(?=[A-Z])|-)(?P<month>{month})"
            rf"(?:-(?P<dashed>{_YEAR})|(?<=-[A-Za-z]{{3}})-(?P<short>\d\d)(?!\d)|{behind})",
            shapes.days_month,
        )
        year_range = shape(rf"(?P<year>{_YEAR}){_DASH}(?P<year2>{_YEAR}|\d\d(?!\d))(?![-/.]\d)", shapes.year_range)
        decade = shape(r"(?P<decade>[12]\d{2})0['’]?s\b|['’](?P<short>[2-9])0s\b", shapes.decade)
        century = shape(
            rf"{the}(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<ordinal>{ordinal}))(?:{S}|-)century\b{era}",
            shapes.century,
        )
        anniversary = shape(
            rf"{the}(?:(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?P<ordinal>{ordinal})|centenary)(?:{S}|-)"
            rf"(?:year{S})?anniversar(?:y|ies)\b",
            shapes.anniversary,
        )
        holiday = shape(
            rf"(?P<holiday>{_alternatives(list(w.holidays))})\b(?!['’]|{S}week|{S}[A-Z][a-z]){behind}",
            shapes.holiday,
        )
        nth_weekday = shape(
            rf"{the}(?P<ordinal>{ordinal}|[Ll]ast){S}(?P<weekday>{weekday}){S}(?:in|of){S}(?P<month>{month}){behind}",
            shapes.nth_weekday,
        )
        short_year = shape(r"['’](?P<year>[2-9]\d)(?![\d\w'’])", shapes.short_year)
        quarter = shape(
            rf"{the}(?:(?:(?P<ordinal>{ordinal})|(?P<number>\d)(?:st|nd|rd|th))(?:{S}|-)(?P<what>quarter|half)|Q"
            rf"(?P<q>[1-4]))"
            rf"(?:{S}(?:of{S})?(?:the{S})?(?:(?P<year>{_YEAR})|(?P<year_relation>{relation}){S}year\b))?",
            shapes.quarter,
        )
        adjective = shape(
            rf"(?P<number>{number}|\d{{1,4}})[-‑](?P<unit>(?i:second|minute|hour|day|week|month|year|decade))s?"
            r"(?:[-‑](?:long|old))?\b",
            shapes.adjective,
        )
        year = shape(rf"(?:{the}year{S}(?:of{S})?)?(?P<year>{_YEAR}){era}", shapes.year)
        ancient = shape(r"(?P<year>\d{1,4})\s?(?P<era>BCE?|B\.C\.(?:E\.)?)(?!\w)", shapes.year)
        counted_units = shape(
            rf"(?P<number>{number}){S}(?:(?:full|whole|short|long|more){S})?(?P<unit>{unit})"
            rf"(?:['’]s?{S}(?P<time>time)\b|{S}(?:and{S}a{S}half{S})?{way})?",
            shapes.counted_units,
        )
        nth_of_month = shape(
            rf"{the}(?P<day>{_DAY})\s?(?:st|nd|rd|th){S}of{S}(?:the{S})?(?P<relation>{relation}|the){S}month\b",
            shapes.nth_of_month,
        )
        nth = shape(rf"{the}(?P<day>{_DAY})\s?(?:st|nd|rd|th)\b{_NOT_A_DAY}", shapes.nth)
        part = shape(
            rf"(?:{the}(?P<part>(?i:early|mid|late))(?:{S}(?:of|in|on){S}|{S}|-|–)"
            rf"|{the}(?:very{S})?(?P<part2>(?i:{_alternatives(list(w.parts))})){S}(?:of|in){S})",
            None,
        )
        self._shapes = {
            "digit": (
                iso,
                compact,
                sorted_,
                numeric,
                days_month,
                year_range,
                decade,
                century,
                ancient,
                anniversary,
                quarter,
                adjective,
                year,
                counted_units,
                nth_of_month,
                nth,
            ),
            "glued": (compact, wire),
            "quote": (decade, short_year),
            "month": (
                holiday,  # May Day
                shape(
                    rf"(?P<month>{month})(?:{_DASH}|{_AND}|{_RANGE_WORD})(?P<month2>{month})(?!\s?\d\d?"
                    rf"(?!\d)){behind}",
                    shapes.month_month,
                ),
                shape(
                    rf"{month_days.replace(month, f'(?P<month>{month})', 1)}(?P<days>{days}){counted}{behind}",
                    shapes.month_days,
                ),
                shape(
                    rf"(?P<month>{month}){S}(?:the{S})?(?P<ordinal>{ordinal.replace('(?i:', '(?:')})(?!{S}"
                    rf"(?:time|round|half)){behind}",
                    shapes.ordinal_month,
                ),
                shape(rf"(?P<month>{month})(?:['’]s)?{behind}", shapes.month),
            ),
            "weekday": (
                shape(
                    rf"(?P<weekday>{weekday})(?:,?{S}(?:on{S})?(?:the{S})?|,)\(?(?P<month>{month})\s?(?:the"
                    rf"{S})?(?P<days>{days})"
                    rf"{counted}{behind}",
                    shapes.weekday_date,
                ),
                shape(
                    rf"(?P<weekday>{weekday})(?:,?{S}(?:on{S})?(?:the{S})?|,)\(?(?P<days>{days})(?:{S}of)?{S}"
                    rf"(?P<month>{month})"
                    rf"{behind}",
                    shapes.weekday_date,
                ),
                shape(
                    rf"(?P<weekday>{weekday}),?{S}(?:the{S})?(?P<days>{_DAY}\s?(?:st|nd|rd|th))\b",
                    shapes.weekday_day,
                ),
                shape(
                    rf"(?P<weekday>{weekday}),?{S}(?:of{S})?(?P<relation>last|this|next){S}week\b",
                    shapes.weekday_of_week,
                ),
                shape(rf"(?P<weekday>{weekday})(?:['’]s)?{clock}", shapes.weekday),
            ),
            "other": (
                holiday,
                shape(rf"(?P<phrase>(?i:{_alternatives(list(w.phrases))}))\b", shapes.phrase),
                anniversary,
                nth_weekday,
                shape(
                    rf"{the}(?P<ordinal>{ordinal}){S}(?:day{S})?of{S}(?P<month>{month}){behind}",
                    shapes.ordinal_month,
                ),
                century,
                quarter,
                nth_of_month,
                part,
                shape(
                    rf"{the}(?P<relation>(?i:last|past|next|coming|previous|preceding|following|first|final"
                    rf"|recent)){S}"
                    rf"(?P<number>{number}){S}(?P<unit>{unit})",
                    shapes.span_units,
                ),
                shape(
                    rf"{the}(?P<relation>(?i:last|past|next|coming|previous|recent|following)){S}"
                    r"(?P<unit>(?i:hours|days|weeks|months|years|decades))\b",
                    shapes.vague_units,
                ),
                shape(
                    rf"{clip}{the}(?:very{S})?(?P<relation>{relation}){S}(?P<unit>{unit})(?:['’]s)?",
                    shapes.relation_unit,
                ),
                shape(
                    rf"{the}(?P<relation>{relation}){S}(?:(?P<month>{month})(?:\s?(?P<days>{days}){counted})?"
                    rf"|(?P<weekday>{weekday})"
                    rf"(?!\s?\d)){clock}",
                    shapes.relation_name,
                ),
                shape(
                    rf"{the}(?:(?P<relation>{relation}){S})?(?P<season>{season})(?:(?:{S}of)?,?{S}"
                    rf"(?P<year>{_YEAR})(?:[-–/]\d\d(?:\d\d)?\b)?{era}"
                    rf"|{S}(?:of{S})?(?:the{S})?(?P<year_relation>{relation}){S}year\b)?",
                    shapes.season,
                ),
                adjective,
                counted_units,
                shape(
                    rf"(?P<clip>(?i:earlier|later)){S}in{S}the{S}(?P<unit>{unit})|[Tt]he{S}(?P<unit2>weekend)\b",
                    shapes.the_unit,
                ),
                shape(
                    rf"{the}(?P<unit>{unit}){S}(?P<way>(?i:before|after|following|prior{S}to))\b"
                    rf"(?P<behind>{S}(?=\w))?",
                    shapes.the_day_event,
                ),
                shape(
                    rf"(?P<unit>{unit}){S}(?P<way>(?i:ago|earlier|later|before|after|afterwards))\b",
                    shapes.bare_units,
                ),
                shape(
                    rf"(?i:every|each){S}(?:other{S})?(?:{number}{S})?(?:{weekday}|{unit}|{month})"
                    r"|(?i:daily|weekly|monthly|annually|yearly|nightly|hourly)\b",
                    shapes.repeated,
                ),
                shape(rf"{the}year{S}(?:of{S})?(?P<year>{_YEAR}){era}", shapes.year),
                shape(rf"[Tt]he{S}(?P<decade>[12]\d\d)0['’]?s\b|[Tt]he{S}['’](?P<short>[2-9])0s\b", shapes.decade),
                shape(
                    rf"[Tt]he{S}(?P<days>{days})(?:{S}of{S}|{S})(?P<month>{month})(?:-(?P<dashed>{_YEAR})|(?<=-[A-Za-z]{{3}})-(?P<short>\d\d)(?!\d)"
                    rf"|{behind})",
                    shapes.days_month,
                ),
                nth,
            ),
        }

    def parse(self, text: str, at: int, starter: str, depth: int = 0) -> list[Expression]:
        """The expression that begins at ``at`` (several for "20 and 22 September"), [] where there is none.

        ``starter``: digit, glued, quote, month, weekday or other, the kind of word at ``at``.
        """
        for pattern, build in self._shapes[starter]:
            m = pattern.match(text, at)
            if m is None:
                continue
            found = self._with_part(text, m, depth) if build is None else build(m, self.words)
            if found:
                return found
        return []

    def _with_part(self, text: str, m: Match, depth: int) -> list[Expression]:
        """Read "mid-September", "the end of 2022", "early on Monday", "the end of the month"."""
        part = self.words.parts[shapes.group_(m, "part") or shapes.group_(m, "part2")]
        at = m.end()
        if the := _THE.match(text, at):
            unit = _PART_OF_UNIT.match(text, the.end())
            if unit is not None:
                end = unit.end()
                return [
                    Expression(
                        m.start(),
                        end,
                        text[m.start() : end],
                        (m.start(), end),
                        "shift",
                        unit=unit[1].lower(),
                        offset=0,
                        part=part,
                    )
                ]
        word = _WORD.match(text, at)
        if word is None:
            return []
        inner = self.parse(text, at, starter_of(word[0], self.words), depth + 1) if depth < _DEPTH else []
        if not inner or inner[0].kind != "date":
            return []
        first = inner[0]
        if first.day is not None or first.weekday is not None or first.unit == "day":
            part = ""  # "early on Monday": still that day
        if first.form == "vague":
            return []
        end = inner[-1].end
        return [
            replace(
                first,
                start=m.start(),
                text=text[m.start() : first.end],
                part=part or first.part,
                words=(m.start(), max(end, first.words[1])),
            ),
            *inner[1:],
        ]


@derived
def grammar(lexicon: Lexicon) -> Grammar:
    """The shapes over the tables of a folder, compiled once."""
    return Grammar(lexicon)
