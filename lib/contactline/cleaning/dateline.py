"""The opening of a report that says where and when it was filed, and the byline with its date.

"Moscow, 14 March 2023 (TDI):", "BAKU, Azerbaijan, Sept. 20 (Agency) --", "YEREVAN (Reuters) -". The dateline's
place is no place of an event, and its date is evidence for the article's day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived

_HEAD = 3000  # characters in which a dateline or a byline may stand
_LINES = 12  # the first lines that are looked at


@dataclass(frozen=True, slots=True)
class Dateline:
    """An opening ``text[start:end]``: the words of its place, of its date and of who filed it, "" where absent."""

    start: int
    end: int
    place: str
    date_text: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class _Patterns:
    openings: tuple[re.Pattern[str], ...]
    byline: re.Pattern[str]
    page_date: re.Pattern[str]


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@derived
def _patterns(lexicon: Lexicon) -> _Patterns:
    words: dict[str, list[str]] = {}
    for row in lexicon.rows("datelines"):
        words.setdefault(row["kind"], []).append(row["words"])
    months = [row["word"] for row in lexicon.rows("months")]
    weekdays = [row["word"] for row in lexicon.rows("weekdays")]
    month = rf"(?i:{_alternatives(months)})\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    weekday = rf"(?:(?i:{_alternatives(weekdays)})\.?,?[ ]+)?"
    date = (
        rf"(?P<date>{weekday}(?:{day}\.?[ ]+{month}|{month}[ ]*{day})(?:,?[ ]+\d{{4}})?"
        r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
    )
    agency = rf"(?P<agency>{_alternatives(words['agency'])})"
    # Any short name in brackets can be an agency: the table cannot know them all.
    bracketed = r"(?:[(\[/]+[ ]*(?P<agency>[A-Za-z][\w.'/& -]{1,40}?)[ ]*[)\]/]+)"
    reporter = rf"(?:[ ]*\((?:{_alternatives(words['reporter'])})[^()\n]{{0,60}}\))"
    name = r"[A-Z][\w'’.-]*(?:[ ][A-Z][\w'’.-]*){0,2}"
    # The city alone, or with its country or state ("BAKU, Azerbaijan", "Yerevan/Baku").
    place = rf"(?P<place>{name}(?:(?:,[ ]|/){name}){{0,2}}?)"
    capitals = rf"(?P<place>[A-ZÀ-Þ]{{3,}}(?:[ -][A-ZÀ-Þ]{{2,}}){{0,2}}(?:,[ ]{name})?)"
    dash = r"[ ]*(?:-{1,3}|[–—―])(?=[ \n\"“A-Z])"
    year = r"(?:[ ]+year)?"
    openings = (
        # Xinhua News Agency, Moscow, December 7th (Reporter Leo)
        rf"{agency}(?:[,:]|[ ]*[-–—])?[ ]+{place},?[ ]+{date}(?:{reporter}|[ ]*:|{dash}|,)?",
        # Moscow, 14 March 2023 (TDI): / BAKU, Azerbaijan, Sept. 20 (Agency) -- / MOSCOW, September 20. /TASS/.
        rf"{place}[,.]?[ ]+{date}{year}[,.]?[ ]*{bracketed}(?:[ ]*[:.]|{dash})?",
        # YEREVAN, SEPTEMBER 20, ARMENPRESS. / Baku, Azerbaijan, Sept. 20 Trend: / Baku. 20 September. REPORT:
        rf"{place}[,.][ ]+{date}[,.]?[ \n]+(?i:{agency})(?:[ ]*[:.,]|{dash})?",
        # Moscow, 9 September -- / Brussels, 20 September 2023:
        rf"{place},?[ ]+{date}(?:[ ]*:|{dash})",
        # GENEVA (20 September 2023) --
        rf"{place}[ ]*\({date}\)(?:[ ]*[:.]|{dash})?",
        # YEREVAN (Reuters) - / STEPANAKERT (Agency) --: an unknown agency needs a place in capitals
        rf"{place}[ ]*\({agency}\)(?:[ ]*:|{dash})",
        rf"{capitals}[ ]*{bracketed}(?:[ ]*:|{dash})",
        # (Reuters) - / TASS, September 20. / Xinhua --
        rf"\({agency}\)(?:[ ]*:|{dash})",
        rf"{agency},[ ]+{date}[.:](?=[ ])",
        # TBILISI, Georgia -- / YEREVAN --
        rf"{capitals}{dash}",
    )
    clock = r"(?:[ ,]+(?:at[ ]+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:[ ]*[AaPp]\.?[Mm]\.?)?(?:[ ]+[A-Z]{2,5})?)?"
    full_date = (
        rf"(?P<date>{weekday}(?:{day}\.?[ ]+{month},?|{month}[ ]*{day},?)[ ]+\d{{4}}"
        r"|\d{4}[-/.]\d\d[-/.]\d\d(?:T[\d:.+-]+Z?)?|\d{1,2}[./]\d{1,2}[./]\d{4})"
    )
    return _Patterns(
        openings=tuple(re.compile(p) for p in openings),
        byline=re.compile(
            rf"(?:{_alternatives(words['byline'])})[ :]+"
            rf"(?P<name>[A-ZÀ-Þ][\w'’.-]*(?:[ ,&]+(?:and[ ])?[\w'’.-]+){{0,7}}?)"
            rf"[ ]*(?:[|,•·-]|on|–|—)?[ ]*{full_date}{clock}"
        ),
        # A line that is nothing but a date, or says that it is one: "Published: 20 September 2023, 14:05".
        page_date=re.compile(
            r"(?:(?i:published|posted|updated|last updated|date|issued|recorded|release date|created)"
            rf"(?:[ ]+(?:on|at))?[ ]*[:|]?[ ]*)?{full_date}{clock}[ ]*(?:[|•·-][^\n]{{0,40}})?$"
        ),
    )


def _line_starts(text: str) -> list[int]:
    """Where the first lines with words begin, indentation skipped."""
    starts: list[int] = []
    at = 0
    limit = min(len(text), _HEAD)
    while at < limit and len(starts) < _LINES:
        end = text.find("\n", at, limit)
        end = limit if end < 0 else end
        first = at
        while first < end and text[first] in " \t\u00a0*_#":
            first += 1
        if first < end:
            starts.append(first)
        at = end + 1
    return starts


def find(text: str, lexicon: Lexicon) -> Dateline | None:
    """The dateline that opens the text or one of its first lines, None where there is none."""
    patterns = _patterns(lexicon)
    for start in _line_starts(text):
        for pattern in patterns.openings:
            m = pattern.match(text, start, start + 200)
            if m is None:
                continue
            found = m.groupdict()
            return Dateline(
                start, m.end(), found.get("place") or "", found.get("date") or "", found.get("agency") or ""
            )
    return None


def find_byline(text: str, lexicon: Lexicon) -> Dateline | None:
    """The line near the top that says who wrote the article and on which day, or on which day it appeared.

    "by Name September 21, 2023 12:53 AM", "Published: 20 September 2023". None where no line tells a whole date.
    """
    patterns = _patterns(lexicon)
    for start in _line_starts(text):
        end = text.find("\n", start)
        end = min(len(text) if end < 0 else end, start + 200)
        m = patterns.byline.match(text, start, end) or patterns.page_date.match(text, start, end)
        if m is not None:
            return Dateline(start, m.end(), "", m["date"])
    return None
