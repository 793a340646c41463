"""The dateline and the dated byline at the head of an article.

A dateline says where and when a report was filed: "Moscow, 14 March 2023 (TDI):", "BAKU, Azerbaijan, Sept. 20
(Agency) --", "YEREVAN (Reuters) -". Its place is not where an event happened, and its date is evidence for the day
of publication. The forms are those of the agencies and translators in datelines.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived
from contactline.records import Byline, Dateline

_HEAD = 3000  # characters from the start within which a dateline or byline is looked for
_LINES = 12  # first lines with words in which one is looked for
_LONGEST = 200  # characters of the longest dateline or byline

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_NAME = r"[A-Z][\w'’.-]*(?:[ ][A-Z][\w'’.-]*){0,2}"
_PLACE = rf"(?P<place>{_NAME}(?:(?:,[ ]|/){_NAME}){{0,2}}?)"
"""A city alone, or with its country or state ("BAKU, Azerbaijan", "Yerevan/Baku")."""
_PLACE_BEHIND = _PLACE.replace("?P<place>", "?:")  # a group's name can stand in a pattern only once
_PLACE_IN_CAPITALS = rf"(?P<place>[A-ZÀ-Þ]{{3,}}(?:[ -][A-ZÀ-Þ]{{2,}}){{0,2}}(?:,[ ]{_NAME})?)"
_BRACKETED = r"(?:[(\[/]+[ ]*(?P<agency>[A-Za-z][\w.'/& -]{1,40}?)[ ]*[)\]/]+)"
"""Any short name in brackets can be an agency: the table cannot know them all."""
_DASH = r"[ ]*(?:-{1,3}|[–—―])(?=[ \n\"“A-Z])"
_YEAR_WORD = r"(?:[ ]+year)?"
_CLOCK = r"(?:[ ,]+(?:at[ ]+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:[ ]*[AaPp]\.?[Mm]\.?)?(?:[ ]+[A-Z]{2,5})?)?"
_AUTHOR = r"[A-ZÀ-Þ][\w'’.-]*(?:[ ,&]+(?:and[ ])?[\w'’.-]+){0,7}?"
_CLOCK_FIRST = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:[ ]*[AaPp]\.?[Mm]\.?)?(?:[ ]+[A-Z]{2,5})?[ ,|•·-]+)?"
_PUBLISHED = (
    r"(?i:(?:first[ ]+|originally[ ]+|date[ ]+)?(?:published|posted)|publication[ ]+date|date[ ]+of[ ]+publication"
    r"|publish(?:ed)?[ ]+date|date|issued|release[ ]+date|created)(?:[ ]+(?:on|at|online))?[ ]*[:|]?[ ]*"
)
_UPDATED = r"(?i:(?:last[ ]+|page[ ]+)?(?:updated|modified|edited|revised)|update)(?:[ ]+(?:on|at))?[ ]*[:|]?[ ]*"


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the tables as regular expressions, each matching any word of its kind."""

    agency: str
    reporter: str
    byline: str
    month: str
    weekday: str  # with the space after it; also matches the empty text


@dataclass(frozen=True, slots=True)
class _Patterns:
    datelines: tuple[re.Pattern[str], ...]  # tried in this order
    bylines: tuple[re.Pattern[str], ...]  # the last one is for a line on when the article was changed


def find(text: str, lexicon: Lexicon) -> Dateline | None:
    """The dateline at the start of the text or of one of its first lines, None where there is none."""
    datelines = _patterns(lexicon).datelines
    for start in _line_starts(text):
        for pattern in datelines:
            if found := pattern.match(text, start, start + _LONGEST):
                words = {name: value or "" for name, value in found.groupdict().items()}
                return Dateline(
                    span=found.span(),
                    place=words.get("place", ""),
                    date_text=words.get("date", ""),
                    agency=words.get("agency", ""),
                )
    return None


def find_byline(text: str, lexicon: Lexicon) -> Byline | None:
    """The line near the top that gives the day on which the article appeared, with or without its author.

    "by Name September 21, 2023 12:53 AM", "Published: 20 September 2023". A line that says when the article was
    changed only counts if there is no other. None where no line has a complete date.
    """
    lines = list(_byline_matches(text, lexicon))
    told = [found for found, is_update in lines if not is_update]
    said = [found for found in told if not _is_bare(found)]
    if best := next(iter([*said, *told, *(found for found, _ in lines)]), None):
        rivals = [found["date"] for found in told if found["date"] != best["date"]]
        bare = _is_bare(best)
        return Byline(best["date"], best.span(), bare, rivals[0] if bare and rivals else "")
    return None


def _byline_matches(text: str, lexicon: Lexicon) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield each line near the top that is a byline, and whether it only gives the time of a change."""
    *bylines, updated = _patterns(lexicon).bylines
    for start in _line_starts(text):
        end = text.find("\n", start)
        end = min(len(text) if end < 0 else end, start + _LONGEST)
        if found := next(filter(None, (pattern.match(text, start, end) for pattern in bylines)), None):
            yield found, False
        elif found := updated.match(text, start, end):
            yield found, True


def _is_bare(line: re.Match[str]) -> bool:
    """Whether a byline is only a date and does not say what the date is."""
    return "label" in line.re.groupindex and not line["label"]


def _line_starts(text: str) -> Iterator[int]:
    """Yield the start of each of the first lines with words, after indentation and emphasis marks."""
    limit = min(len(text), _HEAD)
    position = count = 0
    while position < limit and count < _LINES:
        end = text.find("\n", position, limit)
        end = limit if end < 0 else end
        while position < end and text[position] in " \t\u00a0*_#":
            position += 1
        if position < end:
            count += 1
            yield position
        position = end + 1


@derived
def _patterns(lexicon: Lexicon) -> _Patterns:
    words = _words(lexicon)
    return _Patterns(
        datelines=tuple(map(re.compile, _dateline_forms(words))),
        bylines=tuple(map(re.compile, _byline_forms(words))),
    )


def _words(lexicon: Lexicon) -> _Words:
    by_kind: dict[str, list[str]] = {}
    for row in lexicon.rows("datelines"):
        by_kind.setdefault(row["kind"], []).append(row["words"])
    weekdays = _any_of(row["word"] for row in lexicon.rows("weekdays"))
    months = _any_of(row["word"] for row in lexicon.rows("months"))
    return _Words(
        agency=_any_of(by_kind["agency"]),
        reporter=_any_of(by_kind["reporter"]),
        byline=_any_of(by_kind["byline"]),
        month=rf"(?i:{months})\.?",
        weekday=rf"(?:(?i:{weekdays})\.?,?[ ]+)?",
    )


def _any_of(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _dateline_forms(words: _Words) -> tuple[str, ...]:
    """Each form of a dateline as a regular expression, with examples above it; the most complete forms come
    first.
    """
    date = (
        rf"(?P<date>{words.weekday}(?:{_DAY}\.?[ ]+{words.month}|{words.month}[ ]*{_DAY})(?:,?[ ]+\d{{4}})?"
        r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
    )
    whole_date = (
        rf"(?P<date>(?:{_DAY}\.?[ ]+{words.month},?|{words.month}[ ]*{_DAY},?)[ ]+\d{{4}}"
        r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
    )
    agency = rf"(?P<agency>{words.agency})"
    reporter = rf"(?:[ ]*\((?:{words.reporter})[^()\n]{{0,60}}\))"
    return (
        # Xinhua News Agency, Moscow, December 7th (Reporter Leo)
        rf"{agency}(?:[,:]|[ ]*[-–—])?[ ]+{_PLACE},?[ ]+{date}(?:{reporter}|[ ]*:|{_DASH}|,)?",
        # Moscow, 14 March 2023 (TDI): / BAKU, Azerbaijan, Sept. 20 (Agency) -- / MOSCOW, September 20. /TASS/.
        rf"{_PLACE}[,.]?[ ]+{date}{_YEAR_WORD}[,.]?[ ]*{_BRACKETED}(?:[ ]*[:.]|{_DASH})?",
        # YEREVAN, SEPTEMBER 20, ARMENPRESS. / Baku, Azerbaijan, Sept. 20 Trend: / Baku. 20 September. REPORT:
        rf"{_PLACE}[,.][ ]+{date}[,.]?[ \n]+(?i:{agency})(?:[ ]*[:.,]|{_DASH})?",
        # Moscow, 9 September -- / Brussels, 20 September 2023:
        rf"{_PLACE},?[ ]+{date}(?:[ ]*:|{_DASH})",
        # 05.04.2016, Nagorny Karabakh. / 20 September 2023, Stepanakert --
        rf"{whole_date},[ ]+{_PLACE}(?:[.:](?=\s|$)|{_DASH})",
        # 05.04.2016 Mardakert. / 05.04.2016 / Yerevan: only after a date in figures, which opens no sentence
        r"(?P<date>\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
        rf"(?:[ ]+{_PLACE}(?:[.:](?=\s|$)|{_DASH})|[ ]*/[ ]*{_PLACE_BEHIND}(?=[ ]*\n))",
        # Stepanakert, 6 October 2020. The army: but no caption of a picture
        rf"{_PLACE},[ ]+{whole_date}\.(?=[ ]+[A-Z\"“])(?![ ]+(?:Photo|Picture|Image|Credit|{words.agency}))",
        # GENEVA (20 September 2023) --
        rf"{_PLACE}[ ]*\({date}\)(?:[ ]*[:.]|{_DASH})?",
        # YEREVAN (Reuters) - / STEPANAKERT (Agency) --: an unknown agency needs a place in capitals
        rf"{_PLACE}[ ]*\({agency}\)(?:[ ]*:|{_DASH})",
        rf"{_PLACE_IN_CAPITALS}[ ]*{_BRACKETED}(?:[ ]*:|{_DASH})",
        # (Reuters) - / TASS, September 20. / Xinhua --
        rf"\({agency}\)(?:[ ]*:|{_DASH})",
        rf"{agency},[ ]+{date}[.:](?=[ ])",
        # TBILISI, Georgia -- / YEREVAN --
        rf"{_PLACE_IN_CAPITALS}{_DASH}",
    )


def _byline_forms(words: _Words) -> tuple[str, ...]:
    """Each form of a byline with a whole date, as a regular expression."""
    date = (
        rf"(?P<date>{words.weekday}(?:{_DAY}\.?[ ]+{words.month},?|{words.month}[ ]*{_DAY},?)[ ]+\d{{4}}"
        r"|\d{4}[-/.]\d\d[-/.]\d\d(?:T[\d:.+-]+Z?)?|\d{1,2}[./]\d{1,2}[./]\d{4})"
    )
    return (
        # By Anna Example. Updated 20 March 2023. Published 13 September 2022.
        rf"(?:{words.byline})[ :]+[^\n]{{2,60}}?{_UPDATED}[^\n]{{6,60}}?\b{_PUBLISHED}{date}{_CLOCK}",
        # by Anna Example September 21, 2023 12:53 AM / By John Example | 20 Sept. 2023
        rf"(?:{words.byline})[ :]+{_AUTHOR}[ ]*(?:[|,•·-]|on|–|—)?[ ]*{date}{_CLOCK}",
        # Updated: 20 March 2023. First published on 13 September 2022.
        rf"{_UPDATED}[^\n]{{6,60}}?\b{_PUBLISHED}{date}{_CLOCK}",
        # Published 13 September 2022, updated 20 March 2023 / 13 September 2022, 14:05 (updated: 20 March 2023)
        rf"(?:{_PUBLISHED})?{date}{_CLOCK}[ ,;.|•·(–-]*{_UPDATED}",
        # A line that is only a date, or says that it is one: "Published: 20 September 2023, 14:05".
        rf"(?P<label>{_PUBLISHED})?{_CLOCK_FIRST}{date}{_CLOCK}[ ]*(?:[|•·-][^\n]{{0,40}})?$",
        # Last updated: 20 March 2023
        rf"{_UPDATED}{_CLOCK_FIRST}{date}{_CLOCK}[ ]*(?:[|•·-][^\n]{{0,40}})?$",
    )
