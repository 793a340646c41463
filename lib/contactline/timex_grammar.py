"""The shapes of date expressions: from a place in the text to one expression, unresolved.

The words come from the tables under data/lexicon; here are only the orders in which they may stand.
``Grammar.parse`` reads the longest known shape that begins at an offset; ``timex`` decides where to try.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from contactline import lexicon
from contactline.records import Span


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression as its words say it; what they leave out stays None, 0 or "".

    ``kind``: date, duration, repeated. ``form``:

    - date: year, month, day, weekday as given, any of them absent; ``era`` "BC" has no days of ours;
    - numeric: two numbers whose order the article's habit decides, in ``day`` and ``month`` (as written);
    - season (``season`` with ``year`` or a relation), quarter and half (``number``), decade and century (``number``);
    - shift: ``offset`` units of ``unit`` from the anchor; vague: an unknown number of units.

    ``anchor``: article (from the article's day), text (from the last date the text fixed), "" (by the rules for
    the form); ``relation``: last, this, next, for months, weekdays and seasons ("last September"), and "later",
    "earlier", "coming" with spans. ``year_offset``/``year_anchor``: "of that year", "last year" behind a date.
    ``part``: early, mid, late, first, second. ``event``: the offset behind "a day after", where the event's words begin.
    ``group``: both ends of one range share a number above 0. ``open``: as in records.Timex.
    """

    start: int
    end: int
    text: str
    words: Span
    form: str
    kind: str = "date"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    number: int | None = None
    unit: str = ""
    offset: int | None = None
    anchor: str = ""
    relation: str = ""
    year_offset: int | None = None
    year_anchor: str = ""
    part: str = ""
    era: str = ""
    event: int = -1
    group: int = 0
    open: str = ""


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s{1,3}") for w in sorted(set(words), key=lambda w: (-len(w), w)))


S = r"\s{1,3}"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)(?!\d|[.,]\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
_SUFFIX = r"(?:\s?(?:st|nd|rd|th))?"
_DASH = r"\s?(?:[-–—‑/]|--)\s?"
_RANGE_WORD = rf"{S}(?:to|until|till|through|thru){S}(?:the{S})?"
_AND = rf"(?:,?{S}(?:and|or|&){S}(?:the{S})?)"


@dataclass(frozen=True, slots=True)
class Words:
    """The tables, as indexes and as alternations for patterns."""

    months: dict[str, int]
    alone: dict[str, str]
    weekdays: dict[str, int]
    numbers: dict[str, int | None]
    ordinals: dict[str, int]
    seasons: dict[str, str]
    units: dict[str, str]
    phrases: dict[str, tuple[int, str, str]]
    parts: dict[str, str]
    holidays: dict[str, tuple[int, int]]


@cache
def words(directory: Path = lexicon.DIRECTORY) -> Words:
    """The tables of date words, keyed by lower-case word."""
    months, alone = {}, {}
    for row in lexicon.rows("months", directory):
        months[row["word"].lower()] = int(row["month"])
        alone[row["word"].lower()] = row["alone"]
    weekdays = {}
    for row in lexicon.rows("weekdays", directory):
        weekdays[row["word"].lower()] = int(row["weekday"])
        alone[row["word"].lower()] = row["alone"]
    numbers: dict[str, int | None] = {}
    ordinals = {}
    for row in lexicon.rows("numbers", directory):
        if row["kind"] == "ordinal":
            ordinals[row["word"]] = int(row["value"])
        else:
            numbers[row["word"]] = int(row["value"]) if row["value"] else None
    return Words(
        months=months,
        alone=alone,
        weekdays=weekdays,
        numbers=numbers,
        ordinals=ordinals,
        seasons={row["word"]: row["code"] for row in lexicon.rows("seasons", directory)},
        units={row["word"]: row["unit"] for row in lexicon.rows("time_units", directory)},
        phrases={
            row["phrase"]: (int(row["offset"]), row["unit"], row["anchor"])
            for row in lexicon.rows("date_words", directory)
        },
        parts={row["word"]: row["part"] for row in lexicon.rows("date_parts", directory)},
        holidays={
            row["name"]: (int(row["month"]), int(row["day"])) for row in lexicon.rows("holidays", directory)
        },
    )


_RELATIONS = {  # word: (relation, offset in units, anchor)
    "last": ("last", -1, "article"),
    "past": ("last", -1, "article"),
    "this past": ("last", -1, "article"),
    "this last": ("last", -1, "article"),
    "this coming": ("next", 1, "article"),
    "coming": ("next", 1, "article"),
    "next": ("next", 1, "article"),
    "this": ("this", 0, "article"),
    "current": ("this", 0, "article"),
    "previous": ("last", -1, "text"),
    "preceding": ("last", -1, "text"),
    "following": ("next", 1, "text"),
    "subsequent": ("next", 1, "text"),
    "ensuing": ("next", 1, "text"),
    "that": ("this", 0, "text"),
    "same": ("this", 0, "text"),
    "that same": ("this", 0, "text"),
    "this same": ("this", 0, "text"),
    "very same": ("this", 0, "text"),
}
_BEFORE = {"ago": "article", "earlier": "text", "before": "text", "prior": "text", "previously": "text", "prior to": "text",
           "ahead of": "text", "beforehand": "text"}
_AFTER = {"later": "text", "after": "text", "afterwards": "text", "afterward": "text", "following": "text",
          "thereafter": "text", "hence": "article", "from now": "article", "into": "text", "since": "text"}
# What "the 20th" is when it is no day.
_NOT_A_DAY = (
    r"(?!\s?(?:-|–)?\s?(?:\w+\s)?(?:anniversar|centur|session|congress|summit|round|meeting|edition|time|floor|parallel|"
    r"grade|birthday|place|army|division|brigade|regiment|battalion|corps|infantry|fleet|legion|century|annual|"
    r"day\b|week\b|month\b|year\b|president|republic|package|largest|straight|consecutive|article|amendment|"
    r"conference|assembly|general|class|cent|percentile|hour|minute|member|person|state|country|of\s(?:his|her|its|their)))"
)


Match = re.Match[str]


def _make(m: Match, form: str, span: Span | None = None, **fields: object) -> Expression:
    start, end = span or m.span()
    while end > start and m.string[end - 1] in " \t\n(":
        end -= 1
    return Expression(start, end, m.string[start:end], (start, end), form, **fields)  # type: ignore[arg-type]


def _group(m: Match, name: str) -> str:
    """The words of a named group, lower case and with single spaces; "" where the shape has no such group."""
    try:
        found = m.group(name)
    except IndexError:
        return ""
    return " ".join(found.lower().split()) if found else ""


def _year_fields(m: Match) -> dict[str, object]:
    """year or year_offset with its anchor, as told behind a day or month."""
    fields: dict[str, object] = {}
    if year := _group(m, "year"):
        fields["year"] = int(year)
    if _group(m, "era"):
        fields["era"] = "BC"
        if ancient := _group(m, "ancient"):
            fields["year"] = int(ancient)
    if relation := _group(m, "year_relation"):
        _, offset, anchor = _RELATIONS[relation]
        fields["year_offset"], fields["year_anchor"] = offset, anchor
    return fields


def _in_words(w: Words, m: Match, name: str) -> str:
    return _group(m, name).rstrip(".")


def _days(m: Match, w: Words, month: int | None, **fields: object) -> list[Expression]:
    """One expression for each day of "20", "20-22" or "20, 21 and 22"; the ends of a range share a group."""
    start, end = m.span("days")
    numbers = [(n.start() + start, n.end() + start, int(n[0])) for n in re.finditer(r"\d{1,2}", m["days"])]
    if len(numbers) == 1:
        return [_make(m, "date", month=month, day=numbers[0][2], **fields)]
    between = m.string[numbers[0][1]:numbers[1][0]]
    is_range = len(numbers) == 2 and re.search(r",|and|or|&", between, re.I) is None
    found = []
    for i, (first, last, day) in enumerate(numbers):
        # The outer expressions take the words before the first and behind the last day.
        span = (m.start() if i == 0 else first, m.end() if i == len(numbers) - 1 else last)
        found.append(replace(
            _make(m, "date", span, month=month, day=day, **fields),
            group=1 if is_range else 0,
            words=m.span() if is_range else span,
        ))
    return found


def _iso(m: Match, w: Words) -> list[Expression]:
    return [_make(m, "date", year=int(m["year"]), month=int(m["month"]), day=int(m["day"]))]


def _numeric(m: Match, w: Words) -> list[Expression]:
    year = int(m["year"])
    if len(m["year"]) == 2:
        if m["sep"] == "-":  # a score or a model number rather than a date
            return []
        year += 2000 if year < 50 else 1900
    first, second = int(m["first"]), int(m["second"])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12 and 1800 <= year <= 2100):
        return []
    return [_make(m, "numeric", day=first, month=second, year=year, relation=m["sep"])]


def _month_days(m: Match, w: Words) -> list[Expression]:
    return _days(m, w, w.months[_in_words(w, m, "month")], **_year_fields(m))


def _weekday_date(m: Match, w: Words) -> list[Expression]:
    month = w.months[_in_words(w, m, "month") or _in_words(w, m, "month2")]
    # The second of two groups of the same shape: days before or behind the month.
    fields = _year_fields(m)
    return _days(m, w, month, weekday=w.weekdays[_in_words(w, m, "weekday")], **fields)


def _weekday_day(m: Match, w: Words) -> list[Expression]:
    day = int(re.sub(r"\D", "", m["days"]))
    return [_make(m, "date", day=day, weekday=w.weekdays[_in_words(w, m, "weekday")])]


def _ordinal_month(m: Match, w: Words) -> list[Expression]:
    day = w.ordinals[_group(m, "ordinal")]
    return [_make(m, "date", month=w.months[_in_words(w, m, "month")], day=day, **_year_fields(m))]


def _month_month(m: Match, w: Words) -> list[Expression]:
    """"June-July 2022", "in September and October": both months take the year behind the second."""
    fields = _year_fields(m)
    first, second = w.months[_in_words(w, m, "month")], w.months[_in_words(w, m, "month2")]
    between = m.string[m.end("month"):m.start("month2")].lower()
    is_range = "and" not in between and "or" not in between and "&" not in between
    one = _make(m, "date", m.span("month"), month=first, **fields)
    if first > second and one.year is not None:  # "December-January 2022"
        one = replace(one, year=one.year - 1)
    two = _make(m, "date", (m.start("month2"), m.end()), month=second, **fields)
    group = 1 if is_range else 0
    return [
        replace(one, group=group, words=m.span() if is_range else one.words),
        replace(two, group=group, words=m.span() if is_range else two.words),
    ]


def _month(m: Match, w: Words) -> list[Expression]:
    return [_make(m, "date", month=w.months[_in_words(w, m, "month")], **_year_fields(m))]


def _weekday(m: Match, w: Words) -> list[Expression]:
    if m["plural"]:
        return [_make(m, "date", kind="repeated")]
    before = m.string[max(0, m.start() - 8):m.start()]
    if w.alone[_in_words(w, m, "weekday")] == "number" and not re.search(r"\b(?:on|last|next|since|until|by)\s$", before):
        return []
    if re.search(r"\d,\sa\s$", before):
        return []  # "on Sept. 13, a Wednesday": said of the date before
    return [_make(m, "date", weekday=w.weekdays[_in_words(w, m, "weekday")])]


def _weekday_of_week(m: Match, w: Words) -> list[Expression]:
    offset = _RELATIONS[m["relation"]][1]
    weekday = w.weekdays[_in_words(w, m, "weekday")]
    return [_make(m, "date", weekday=weekday, unit="week", offset=offset, anchor="article")]


def _year_range(m: Match, w: Words) -> list[Expression]:
    first = int(m["year"])
    last = int(m["year2"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 200:
        return []
    return [
        replace(_make(m, "date", m.span(name), year=year), group=1, words=m.span())
        for name, year in (("year", first), ("year2", last))
    ]


def _decade(m: Match, w: Words) -> list[Expression]:
    number = int(m["decade"]) if m["decade"] else 190 + int(m["short"])
    return [_make(m, "decade", number=number)]


def _century(m: Match, w: Words) -> list[Expression]:
    number = int(m["number"]) if m["number"] else w.ordinals[_group(m, "ordinal")]
    return [_make(m, "century", number=number, **_year_fields(m))]


def _year(m: Match, w: Words) -> list[Expression]:
    return [_make(m, "date", **_year_fields(m))]


def _quarter(m: Match, w: Words) -> list[Expression]:
    number = int(_group(m, "number") or _group(m, "q") or w.ordinals.get(_group(m, "ordinal"), 0))
    what = _group(m, "what") or "q"
    if not (m["q"] or what in ("quarter", "half")) or not 1 <= number <= (2 if what == "half" else 4):
        return []
    fields = _year_fields(m)
    if not fields and (what == "half" or not m[0].lower().startswith("the")):
        return []  # "the second half" is a part of anything, a match's too
    return [_make(m, "half" if what == "half" else "quarter", number=number, **fields)]


def _season(m: Match, w: Words) -> list[Expression]:
    relation, offset, anchor = _RELATIONS.get(_group(m, "relation"), ("", None, ""))
    word = _group(m, "season")
    fields = _year_fields(m)
    article = _group(m, "relation") or m.group(0).lower().startswith("the")
    if not fields and not article and not re.search(
        r"\b(?:in|of|since|until|till|by|during|this|last|next|early|late|mid|before|after|from|through)[ -]+(?:the\s)?$",
        m.string[max(0, m.start() - 12):m.start()], re.I,
    ):
        return []
    if word == "fall" and not fields and not relation:
        return []  # the fall of a city
    return [_make(m, "season", season=w.seasons[word], relation=relation, offset=offset, anchor=anchor, **fields)]


def _phrase(m: Match, w: Words) -> list[Expression]:
    if m[0][0].isupper() and _INSIDE_NAME.search(m.string, max(0, m.start() - 16), m.start()):
        return []  # "Russia Today"
    offset, unit, anchor = w.phrases[_group(m, "phrase")]
    event = -1
    follows = m.string[m.end():m.end() + 30].lstrip()
    if anchor == "text" and re.search(r"\b(?:before|after|following|eve)$", m[0], re.I):
        # "the day after the vote" hangs on the event; "the day after, he left" on the text.
        if m[0].lower().endswith("eve"):
            if not follows.startswith("of"):
                return []
            event = m.end()
        elif re.match(r"[a-z\"“A-Z]", follows) and not re.match(r"(?:and|but|when|which|while|in|at|on)\b", follows):
            event = m.end()
    return [_make(m, "shift", unit=unit, offset=offset, anchor=anchor, event=event)]


_INSIDE_NAME = re.compile(r"\b(?!(?:On|By|Before|After|Until|Since|At|Around|This|Last|Next)\s)[A-Z]\w*\s$")


def _holiday(m: Match, w: Words) -> list[Expression]:
    if _INSIDE_NAME.search(m.string, max(0, m.start() - 16), m.start()):
        return []  # the song "White Christmas"
    month, day = w.holidays[" ".join(m["holiday"].split())]
    return [_make(m, "date", month=month, day=day, **_year_fields(m))]


def _nth(m: Match, w: Words) -> list[Expression]:
    """"the 20th": only behind a word that makes it a day, since armies and congresses are numbered too."""
    before = m.string[max(0, m.start() - 12):m.start()]
    on = re.search(r"\b(?:on|by|from|since|until|till|of|between|and|to|before|after)\s+(?:the\s+)?$", before, re.I)
    if on is None:
        return []
    follows = m.string[m.end():m.end() + 24]
    word = on[0].split()[0].lower()
    if word != "on" and not re.match(
        r"\s*(?:[.,;:)\"”'’–—-]|$)|\s(?:that|at|in|of|and|to|by|the|on|with|after|when|it|he|they|was|were|is|until)\b", follows
    ):
        return []
    if word in ("of", "and", "to") and not re.match(r"\s*(?:[.,;:)]|$)", follows):
        return []
    return [_make(m, "date", day=int(m["day"]))]


def _nth_of_month(m: Match, w: Words) -> list[Expression]:
    relation, offset, anchor = _RELATIONS.get(_group(m, "relation"), ("this", 0, ""))
    return [_make(m, "nth_of_month", day=int(m["day"]), offset=offset, anchor=anchor, relation=relation)]


def _relation_unit(m: Match, w: Words) -> list[Expression]:
    relation, offset, anchor = _RELATIONS[_group(m, "relation")]
    unit = w.units[_group(m, "unit")]
    if _group(m, "unit").endswith("s") or unit in ("hour", "minute", "second", "quarter"):
        return []
    clip = _group(m, "clip")
    part = clip if clip in ("early", "late", "mid") else ""
    if unit in ("day", "night"):
        if relation == "this" and anchor == "article" or _group(m, "relation") in ("last", "past"):
            return []  # "this day", "the last day": rarely the article's
        unit = "day"
    # "the last year" of something is no "last year"; "the next month" is told from the text.
    if m.group(0).lower().startswith("the") and anchor == "article" and offset is not None:
        if relation == "last":
            return [_make(m, "vague", kind="duration", unit=unit)]
        if relation == "next":
            anchor = "text"
    return [_make(
        m, "shift", unit=unit, offset=offset, anchor=anchor, part=part,
        relation=clip if clip in ("earlier", "later") else "",
    )]


def _relation_name(m: Match, w: Words) -> list[Expression]:
    name = _group(m, "relation")
    relation, offset, anchor = _RELATIONS[name]
    if name in ("current",):
        return []
    if m["month"]:
        month = w.months[_in_words(w, m, "month")]
        if m["days"]:
            return _days(m, w, month, relation=relation, anchor=anchor)
        return [_make(m, "date", month=month, relation=relation, anchor=anchor)]
    word = _in_words(w, m, "weekday")
    if w.alone[word] == "number" or m["days"]:
        return []
    return [_make(m, "date", weekday=w.weekdays[word], relation=relation, anchor=anchor)]


def _the_unit(m: Match, w: Words) -> list[Expression]:
    if m["unit2"]:
        return [_make(m, "shift", unit="weekend", offset=0, anchor="article", relation="the")]
    unit = w.units[_group(m, "unit")]
    if unit not in ("day", "week", "month", "year", "decade"):
        return []
    clip = _group(m, "clip")
    return [_make(m, "shift", unit=unit, offset=0, anchor="" if unit != "day" else "text", relation=clip)]


def _amount(w: Words, words_: str) -> int | None:
    if words_ in w.numbers:
        return w.numbers[words_]
    return int(words_) if words_.isdigit() else None


def _counted_units(m: Match, w: Words) -> list[Expression]:
    unit = w.units[_group(m, "unit")]
    way = "from now" if _group(m, "time") else _group(m, "way")
    if not way:
        if _group(m, "number") in ("a", "an", "some", "many", "few") and unit in ("second", "minute", "night", "day", "quarter"):
            return []  # "a day of talks": neither a date nor worth a span
        return [_make(m, "vague", kind="duration", unit=unit)]
    amount = _amount(w, _group(m, "number"))
    back = way in _BEFORE
    anchor = _BEFORE.get(way) or _AFTER[way]
    if unit == "fortnight":
        unit, amount = "week", None if amount is None else 2 * amount
    if unit == "night":
        unit = "day"
    event = -1
    if way in ("before", "after", "following", "prior to", "ahead of"):
        follows = m.string[m.end():m.end() + 12]
        if re.match(r"\s+\w|\s+[\"“‘'«]", follows):
            event = m.end()
        elif way == "following":
            return [_make(m, "vague", kind="duration", unit=unit)]
    if amount is None or unit in ("century",):
        return [_make(m, "vague", unit=unit, anchor=anchor, event=event, relation="last" if back else "next")]
    return [_make(m, "shift", unit=unit, offset=-amount if back else amount, anchor=anchor, event=event)]


def _bare_units(m: Match, w: Words) -> list[Expression]:
    """"weeks ago", "days later": no number is told."""
    way = _group(m, "way")
    if not _group(m, "unit").endswith("s"):
        return []
    return [_make(
        m, "vague", unit=w.units[_group(m, "unit")], anchor=_BEFORE.get(way) or _AFTER[way],
        relation="last" if way in _BEFORE else "next",
    )]


def _the_day_event(m: Match, w: Words) -> list[Expression]:
    """"the week after the vote", "the year before the war"."""
    unit = w.units[_group(m, "unit")]
    if not m[0].lower().startswith("the") or unit not in ("day", "week", "month", "year"):
        return []
    offset = -1 if _group(m, "way") in _BEFORE else 1
    return [_make(m, "shift", unit=unit, offset=offset, anchor="text", event=m.end())]


def _span_units(m: Match, w: Words) -> list[Expression]:
    return [_make(m, "vague", kind="duration", unit=w.units[_group(m, "unit")])]


def _vague_units(m: Match, w: Words) -> list[Expression]:
    relation = "next" if _group(m, "relation") in ("next", "coming", "following") else "last"
    if _group(m, "relation") == "recent":
        relation = ""
    return [_make(m, "vague", unit=w.units[_group(m, "unit")], anchor="article", relation=relation)]


def _repeated(m: Match, w: Words) -> list[Expression]:
    return [_make(m, "vague", kind="repeated")]


def _adjective(m: Match, w: Words) -> list[Expression]:
    return [_make(m, "vague", kind="duration", unit=w.units[_group(m, "unit")])]


def _anniversary(m: Match, w: Words) -> list[Expression]:
    number = int(m["number"]) if m["number"] else w.ordinals.get(_group(m, "ordinal"), 100)
    follows = re.match(r"\s+of\s+", m.string[m.end():m.end() + 6])
    if follows is None:
        return [_make(m, "vague", kind="duration", unit="year")]
    return [_make(m, "anniversary", number=number, event=m.end() + follows.end(), anchor="text")]


Build = Callable[[Match, Words], list[Expression]]


class Grammar:
    """The compiled shapes over one folder of tables; ``parse`` is the whole interface."""

    def __init__(self, directory: Path) -> None:
        self.words = w = words(directory)
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
        relation = rf"(?i:{_alternatives(list(_RELATIONS))})\b"
        the = rf"(?:[Tt]he{S})?"
        day = rf"{_DAY}{_SUFFIX}\b"
        # "20", "20-22", "20 to 22", "20 and 22", "20, 21 and 22"
        days = rf"{day}(?:(?:{_DASH}|{_RANGE_WORD}){day}|(?:,\s{day})*{_AND}{day})?"
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

        def shape(pattern: str, build: Build) -> tuple[re.Pattern[str], Build]:
            return re.compile(pattern), build

        iso = shape(
            r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)"
            r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?", _iso,
        )
        numeric = shape(
            r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?!\d|[.,/-]\d)", _numeric,
        )
        days_month = shape(
            rf"{the}(?P<days>{days})(?:{S}of{S}(?:the{S}month{S}of{S})?|{S}|(?=[A-Z])|-)(?P<month>{month})"
            rf"(?:-(?P<dashed>{_YEAR})|{behind})", _days_month,
        )
        year_range = shape(rf"(?P<year>{_YEAR}){_DASH}(?P<year2>{_YEAR}|\d\d(?!\d))(?![-/.]\d)", _year_range)
        decade = shape(r"(?P<decade>[12]\d{2})0['’]?s\b|['’](?P<short>[2-9])0s\b", _decade)
        century = shape(
            rf"{the}(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<ordinal>{ordinal}))(?:{S}|-)century\b{era}", _century
        )
        anniversary = shape(
            rf"{the}(?:(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?P<ordinal>{ordinal})|centenary)(?:{S}|-)"
            rf"(?:year{S})?anniversar(?:y|ies)\b", _anniversary,
        )
        quarter = shape(
            rf"{the}(?:(?:(?P<ordinal>{ordinal})|(?P<number>\d)(?:st|nd|rd|th)){S}(?P<what>quarter|half)|Q(?P<q>[1-4]))"
            rf"(?:{S}(?:of{S})?(?:the{S})?(?:(?P<year>{_YEAR})|(?P<year_relation>{relation}){S}year\b))?", _quarter,
        )
        adjective = shape(
            rf"(?P<number>{number}|\d{{1,4}})[-‑](?P<unit>(?i:second|minute|hour|day|week|month|year|decade))s?"
            r"(?:[-‑](?:long|old))?\b", _adjective,
        )
        year = shape(rf"(?:{the}year{S}(?:of{S})?)?(?P<year>{_YEAR}){era}", _year)
        ancient = shape(r"(?P<year>\d{1,4})\s?(?P<era>BCE?|B\.C\.(?:E\.)?)(?!\w)", _year)
        counted_units = shape(
            rf"(?P<number>{number}){S}(?:(?:full|whole|short|long|more){S})?(?P<unit>{unit})"
            rf"(?:['’]s?{S}(?P<time>time)\b|{S}(?:and{S}a{S}half{S})?{way})?", _counted_units,
        )
        nth_of_month = shape(
            rf"{the}(?P<day>{_DAY})\s?(?:st|nd|rd|th){S}of{S}(?:the{S})?(?P<relation>{relation}|the){S}month\b", _nth_of_month,
        )
        nth = shape(rf"{the}(?P<day>{_DAY})\s?(?:st|nd|rd|th)\b{_NOT_A_DAY}", _nth)
        part = shape(
            rf"(?:{the}(?P<part>(?i:early|mid|late))(?:{S}(?:of|in|on){S}|{S}|-|–)"
            rf"|{the}(?:very{S})?(?P<part2>(?i:{_alternatives(list(w.parts))})){S}(?:of|in){S})", _part
        )
        self._shapes = {
            "digit": (
                iso, numeric, days_month, year_range, decade, century, ancient, anniversary, quarter, adjective, year,
                counted_units, nth_of_month, nth,
            ),
            "quote": (decade,),
            "month": (
                shape(rf"(?P<month>{month})(?:{_DASH}|{_AND}|{_RANGE_WORD})(?P<month2>{month})(?!\s?\d\d?(?!\d)){behind}", _month_month),
                shape(rf"{month_days.replace(month, f'(?P<month>{month})', 1)}(?P<days>{days}){counted}{behind}", _month_days),
                shape(rf"(?P<month>{month}){S}(?:the{S})?(?P<ordinal>{ordinal.replace('(?i:', '(?:')})(?!{S}(?:time|round|half)){behind}", _ordinal_month),
                shape(rf"(?P<month>{month})(?:['’]s)?{behind}", _month),
            ),
            "weekday": (
                shape(
                    rf"(?P<weekday>{weekday})(?:,?{S}(?:on{S})?(?:the{S})?|,)\(?(?P<month>{month})\s?(?:the{S})?(?P<days>{days})"
                    rf"{counted}{behind}", _weekday_date,
                ),
                shape(
                    rf"(?P<weekday>{weekday})(?:,?{S}(?:on{S})?(?:the{S})?|,)\(?(?P<days>{days})(?:{S}of)?{S}(?P<month>{month})"
                    rf"{behind}", _weekday_date,
                ),
                shape(rf"(?P<weekday>{weekday}),?{S}(?:the{S})?(?P<days>{_DAY}\s?(?:st|nd|rd|th))\b", _weekday_day),
                shape(
                    rf"(?P<weekday>{weekday}),?{S}(?:of{S})?(?P<relation>last|this|next){S}week\b", _weekday_of_week
                ),
                shape(rf"(?P<weekday>{weekday})(?P<plural>s\b)?(?:['’]s)?{clock}", _weekday),
            ),
            "other": (
                shape(rf"(?P<holiday>{_alternatives(list(w.holidays))})\b(?!['’]){behind}", _holiday),
                shape(rf"(?P<phrase>(?i:{_alternatives(list(w.phrases))}))\b", _phrase),
                anniversary,
                shape(rf"{the}(?P<ordinal>{ordinal}){S}(?:day{S})?of{S}(?P<month>{month}){behind}", _ordinal_month),
                century,
                quarter,
                nth_of_month,
                part,
                shape(
                    rf"{the}(?P<relation>(?i:last|past|next|coming|previous|preceding|following|first|final|recent)){S}"
                    rf"(?P<number>{number}){S}(?P<unit>{unit})", _span_units,
                ),
                shape(
                    rf"{the}(?P<relation>(?i:last|past|next|coming|previous|recent|following)){S}"
                    r"(?P<unit>(?i:hours|days|weeks|months|years|decades))\b", _vague_units,
                ),
                shape(
                    rf"{clip}{the}(?:very{S})?(?P<relation>{relation}){S}(?P<unit>{unit})(?:['’]s)?", _relation_unit,
                ),
                shape(
                    rf"{the}(?P<relation>{relation}){S}(?:(?P<month>{month})(?:\s?(?P<days>{days}){counted})?|(?P<weekday>{weekday})"
                    rf"(?!\s?\d)){clock}", _relation_name,
                ),
                shape(
                    rf"{the}(?:(?P<relation>{relation}){S})?(?P<season>{season})(?:(?:{S}of)?,?{S}(?P<year>{_YEAR})(?:[-–/]\d\d(?:\d\d)?\b)?{era}"
                    rf"|{S}(?:of{S})?(?:the{S})?(?P<year_relation>{relation}){S}year\b)?", _season,
                ),
                adjective,
                counted_units,
                shape(rf"(?P<clip>(?i:earlier|later)){S}in{S}the{S}(?P<unit>{unit})|[Tt]he{S}(?P<unit2>weekend)\b", _the_unit),
                shape(rf"{the}(?P<unit>{unit}){S}(?P<way>(?i:before|after|following|prior{S}to))(?={S}\w)", _the_day_event),
                shape(rf"(?P<unit>{unit}){S}(?P<way>(?i:ago|earlier|later|before|after|afterwards))\b", _bare_units),
                shape(
                    rf"(?i:every|each){S}(?:other{S})?(?:{number}{S})?(?:{weekday}|{unit}|{month})"
                    r"|(?i:daily|weekly|monthly|annually|yearly|nightly|hourly)\b", _repeated,
                ),
                shape(rf"{the}year{S}(?:of{S})?(?P<year>{_YEAR}){era}", _year),
                shape(rf"[Tt]he{S}(?P<decade>[12]\d\d)0['’]?s\b|[Tt]he{S}['’](?P<short>[2-9])0s\b", _decade),
                shape(
                    rf"[Tt]he{S}(?P<days>{days})(?:{S}of{S}|{S})(?P<month>{month})(?:-(?P<dashed>{_YEAR})|{behind})", _days_month
                ),
                nth,
            ),
        }

    def parse(self, text: str, at: int, starter: str) -> list[Expression]:
        """The expression that begins at ``at`` (several for "20 and 22 September"), [] where there is none.

        ``starter``: digit, quote, month, weekday or other, the kind of word at ``at``.
        """
        for pattern, build in self._shapes[starter]:
            m = pattern.match(text, at)
            if m is None:
                continue
            found = self._with_part(text, m) if build is _part else build(m, self.words)
            if found:
                return found
        return []

    def _with_part(self, text: str, m: Match) -> list[Expression]:
        """"mid-September", "the end of 2022", "early on Monday", "the end of the month"."""
        part = self.words.parts[_group(m, "part") or _group(m, "part2")]
        at = m.end()
        if the := re.compile(rf"the{S}", re.I).match(text, at):
            unit = re.compile(rf"(month|year|week|decade)\b(?!{S}(?:of|before|after|ago))", re.I).match(text, the.end())
            if unit is not None:
                end = unit.end()
                return [Expression(
                    m.start(), end, text[m.start():end], (m.start(), end), "shift", unit=unit[1].lower(), offset=0, part=part
                )]
        word = re.compile(r"\w+").match(text, at)
        if word is None:
            return []
        inner = self.parse(text, at, starter_of(word[0], self.words))
        if not inner or inner[0].kind != "date":
            return []
        first = inner[0]
        if first.day is not None or first.weekday is not None or first.unit == "day":
            part = ""  # "early on Monday": still that day
        if first.form == "vague":
            return []
        end = inner[-1].end
        return [
            replace(first, start=m.start(), text=text[m.start():first.end], part=part or first.part,
                    words=(m.start(), max(end, first.words[1]))),
            *inner[1:],
        ]


def _days_month(m: Match, w: Words) -> list[Expression]:
    fields = _year_fields(m)
    if m["dashed"]:
        fields["year"] = int(m["dashed"])
    return _days(m, w, w.months[_in_words(w, m, "month")], **fields)


def _part(m: Match, w: Words) -> list[Expression]:
    raise AssertionError("a part needs the grammar: see Grammar.parse")


def starter_of(word: str, w: Words) -> str:
    """Which shapes can begin with a word: digit, quote, month, weekday or other."""
    if word[0].isdigit():
        return "digit"
    lower = word.lower()
    if lower in w.months and (word[0].isupper() or w.alone[lower] == "yes"):
        return "month"
    if lower in w.weekdays and (word[0].isupper() or w.alone[lower] == "yes"):
        return "weekday"
    return "other"


@cache
def first_words(directory: Path = lexicon.DIRECTORY) -> frozenset[str]:
    """The lower-case words that an expression can begin with, numbers in figures aside."""
    w = words(directory)
    several = [*w.phrases, *w.parts, *w.numbers, *_RELATIONS]
    return frozenset(
        {x.split()[0].split("-")[0] for x in several} | {*w.months, *w.weekdays, *w.ordinals, *w.seasons, *w.units}
        | {x.split()[0].lower().split("'")[0].split("’")[0] for x in w.holidays}
        | {"the", "earlier", "later", "final", "recent", "centenary", "every", "each", "q1", "q2", "q3", "q4"}
        | {"daily", "weekly", "monthly", "annually", "yearly", "nightly", "hourly"}
    )


@cache
def grammar(directory: Path = lexicon.DIRECTORY) -> Grammar:
    """The shapes over the tables of a folder, compiled once."""
    return Grammar(directory)
