"""What each shape of a date expression means: from a pattern's match to expressions, unresolved.

A shape that turns out to be no date ("the fall of the city") gives [].
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from typing import Any

from contactline.dates.words import AFTER, BEFORE, RELATIONS, Expression, Words
from contactline.records import Span

Match = re.Match[str]


def make_(m: Match, form: str, span: Span | None = None, **fields: Any) -> Expression:
    """An expression over a match (or ``span`` of its text) with the fields that its words tell."""
    start, end = span or m.span()
    while end > start and m.string[end - 1] in " \t\n(":
        end -= 1
    return Expression(start, end, m.string[start:end], (start, end), form, **fields)


def group_(m: Match, name: str) -> str:
    """The words of a named group, lower case and with single spaces; "" where the shape has no such group."""
    try:
        found = m.group(name)
    except IndexError:
        return ""
    return " ".join(found.lower().split()) if found else ""


def year_fields(m: Match) -> dict[str, Any]:
    """year or year_offset with its anchor, as told behind a day or month."""
    fields: dict[str, Any] = {}
    if year := group_(m, "year"):
        fields["year"] = int(year)
    if group_(m, "era"):
        fields["era"] = "BC"
        if ancient := group_(m, "ancient"):
            fields["year"] = int(ancient)
    if relation := group_(m, "year_relation"):
        _, offset, anchor = RELATIONS[relation]
        fields["year_offset"], fields["year_anchor"] = offset, anchor
    return fields


def in_words(w: Words, m: Match, name: str) -> str:
    return group_(m, name).rstrip(".")


def days_(m: Match, w: Words, month: int | None, **fields: Any) -> list[Expression]:
    """One expression for each day of "20", "20-22" or "20, 21 and 22"; the ends of a range share a group."""
    start, end = m.span("days")
    numbers = [(n.start() + start, n.end() + start, int(n[0])) for n in re.finditer(r"\d{1,2}", m["days"])]
    if len(numbers) == 1:
        return [make_(m, "date", month=month, day=numbers[0][2], **fields)]
    between = m.string[numbers[0][1] : numbers[1][0]]
    # "15 and 16 June": what is told of two days in a row lies in both.
    in_a_row = len(numbers) == 2 and numbers[1][2] == numbers[0][2] + 1
    is_range = len(numbers) == 2 and (in_a_row or re.search(r",|and|or|&", between, re.I) is None)
    found = []
    for i, (first, last, day) in enumerate(numbers):
        # The outer expressions take the words before the first and behind the last day.
        span = (m.start() if i == 0 else first, m.end() if i == len(numbers) - 1 else last)
        found.append(
            replace(
                make_(m, "date", span, month=month, day=day, **fields),
                group=1 if is_range else 0,
                words=m.span() if is_range else span,
            )
        )
    return found


def iso(m: Match, w: Words) -> list[Expression]:
    return [make_(m, "date", year=int(m["year"]), month=int(m["month"]), day=int(m["day"]))]


def _of_two_figures(year: int) -> int:
    return year + (2000 if year < 50 else 1900)


_SHORT_YEAR_BEFORE = re.compile(
    r"\b(?:in|of|since|until|till|by|from|to|early|late|spring|summer|autumn|fall|winter)\s$", re.IGNORECASE
)


def short_year(m: Match, w: Words) -> list[Expression]:
    """Read "in '97": only behind a word that makes it a year."""
    before = m.string[max(0, m.start() - 12) : m.start()]
    if not _SHORT_YEAR_BEFORE.search(before):
        return []
    return [make_(m, "date", year=_of_two_figures(int(m["year"])))]


def nth_weekday(m: Match, w: Words) -> list[Expression]:
    """Read "the first Monday of May"."""
    nth = -1 if group_(m, "ordinal") == "last" else w.ordinals[group_(m, "ordinal")]
    if nth > 4:
        return []
    month, weekday = w.months[in_words(w, m, "month")], w.weekdays[in_words(w, m, "weekday")]
    about = 28 if nth < 0 else 7 * nth - 3
    rule = f"{nth} {calendar.day_name[weekday].lower()}"
    return [make_(m, "date", month=month, day=about, rule=rule, **year_fields(m))]


def compact(m: Match, w: Words) -> list[Expression]:
    """Read "19980227" and, in a wire service's number, "980227"."""
    year = int(m["year"]) if len(m["year"]) == 4 else _of_two_figures(int(m["year"]))
    return [make_(m, "date", year=year, month=int(m["month"]), day=int(m["day"]))]


def numeric(m: Match, w: Words) -> list[Expression]:
    year = int(m["year"])
    if len(m["year"]) == 2:
        if m["sep"] == "-" and len(m["first"] + m["second"]) < 4:  # a score rather than a date
            return []
        year = _of_two_figures(year)
    first, second = int(m["first"]), int(m["second"])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12 and 1800 <= year <= 2100):
        return []
    return [make_(m, "numeric", day=first, month=second, year=year, relation=m["sep"])]


def month_days(m: Match, w: Words) -> list[Expression]:
    return days_(m, w, w.months[in_words(w, m, "month")], **year_fields(m))


def weekday_date(m: Match, w: Words) -> list[Expression]:
    month = w.months[in_words(w, m, "month") or in_words(w, m, "month2")]
    # The second of two groups of the same shape: days before or behind the month.
    fields = year_fields(m)
    return days_(m, w, month, weekday=w.weekdays[in_words(w, m, "weekday")], **fields)


def weekday_day(m: Match, w: Words) -> list[Expression]:
    day = int(re.sub(r"\D", "", m["days"]))
    return [make_(m, "date", day=day, weekday=w.weekdays[in_words(w, m, "weekday")])]


def ordinal_month(m: Match, w: Words) -> list[Expression]:
    day = w.ordinals[group_(m, "ordinal")]
    return [make_(m, "date", month=w.months[in_words(w, m, "month")], day=day, **year_fields(m))]


def month_month(m: Match, w: Words) -> list[Expression]:
    """Read "June-July 2022", "in September and October": both months take the year behind the second."""
    fields = year_fields(m)
    first, second = w.months[in_words(w, m, "month")], w.months[in_words(w, m, "month2")]
    between = m.string[m.end("month") : m.start("month2")].lower()
    is_range = "and" not in between and "or" not in between and "&" not in between
    one = make_(m, "date", m.span("month"), month=first, **fields)
    if first > second and one.year is not None:  # "December-January 2022"
        one = replace(one, year=one.year - 1)
    two = make_(m, "date", (m.start("month2"), m.end()), month=second, **fields)
    group = 1 if is_range else 0
    return [
        replace(one, group=group, words=m.span() if is_range else one.words),
        replace(two, group=group, words=m.span() if is_range else two.words),
    ]


def month(m: Match, w: Words) -> list[Expression]:
    return [make_(m, "date", month=w.months[in_words(w, m, "month")], **year_fields(m))]


_NAMED_DAY = re.compile(r"\b(?:Black|Bloody|Super|Cyber|Holy)\s$")  # of no week that is meant


def weekday(m: Match, w: Words) -> list[Expression]:
    before = m.string[max(0, m.start() - 8) : m.start()]
    if w.alone[in_words(w, m, "weekday")] == "number" and not re.search(
        r"\b(?:on|last|next|since|until|by)\s$", before
    ):
        return []
    if _NAMED_DAY.search(before):
        return []
    if re.search(r"\d,\sa\s$", before):
        return []  # "on Sept. 13, a Wednesday": said of the date before
    return [make_(m, "date", weekday=w.weekdays[in_words(w, m, "weekday")])]


def weekday_of_week(m: Match, w: Words) -> list[Expression]:
    offset = RELATIONS[m["relation"]][1]
    weekday = w.weekdays[in_words(w, m, "weekday")]
    return [make_(m, "date", weekday=weekday, unit="week", offset=offset, anchor="article")]


def year_range(m: Match, w: Words) -> list[Expression]:
    first = int(m["year"])
    last = int(m["year2"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 200:
        return []
    return [
        replace(make_(m, "date", m.span(name), year=year), group=1, words=m.span())
        for name, year in (("year", first), ("year2", last))
    ]


def decade(m: Match, w: Words) -> list[Expression]:
    number = int(m["decade"]) if m["decade"] else 190 + int(m["short"])
    return [make_(m, "decade", number=number)]


def century(m: Match, w: Words) -> list[Expression]:
    number = int(m["number"]) if m["number"] else w.ordinals[group_(m, "ordinal")]
    return [make_(m, "century", number=number, **year_fields(m))]


def year(m: Match, w: Words) -> list[Expression]:
    return [make_(m, "date", **year_fields(m))]


def quarter(m: Match, w: Words) -> list[Expression]:
    number = int(group_(m, "number") or group_(m, "q") or w.ordinals.get(group_(m, "ordinal"), 0))
    what = group_(m, "what") or "q"
    if not (m["q"] or what in ("quarter", "half")) or not 1 <= number <= (2 if what == "half" else 4):
        return []
    fields = year_fields(m)
    named = m[0].lower().startswith("the") or "-" in m[0]
    if not fields and (what == "half" or not named):
        return []  # "the second half" is a part of anything, a match's too
    return [make_(m, "half" if what == "half" else "quarter", number=number, **fields)]


def season(m: Match, w: Words) -> list[Expression]:
    relation, offset, anchor = RELATIONS.get(group_(m, "relation"), ("", None, ""))
    word = group_(m, "season")
    fields = year_fields(m)
    article = group_(m, "relation") or m.group(0).lower().startswith("the")
    if (
        not fields
        and not article
        and not re.search(
            r"\b(?:in|of|since|until|till|by|during|this|last|next|early|late|mid|before|after|from|through)["
            r" -]+(?:the\s)?$",
            m.string[max(0, m.start() - 12) : m.start()],
            re.I,
        )
    ):
        return []
    if word == "fall" and not fields and not relation:
        return []  # the fall of a city
    return [make_(m, "season", season=w.seasons[word], relation=relation, offset=offset, anchor=anchor, **fields)]


def phrase(m: Match, w: Words) -> list[Expression]:
    if m[0][0].isupper() and _INSIDE_NAME.search(m.string, max(0, m.start() - 16), m.start()):
        return []  # "Russia Today"
    offset, unit, anchor = w.phrases[group_(m, "phrase")]
    event = -1
    follows = m.string[m.end() : m.end() + 30].lstrip()
    if anchor == "text" and re.search(r"\b(?:before|after|following|eve)$", m[0], re.I):
        # "the day after the vote" hangs on the event; "the day after, he left" on the text.
        if m[0].lower().endswith("eve"):
            if not follows.startswith("of"):
                return []
            event = m.end()
        elif re.match(r"[a-z\"“A-Z]", follows) and not re.match(
            r"(?:and|but|when|which|while|in|at|on)\b", follows
        ):
            event = m.end()
    return [make_(m, "shift", unit=unit, offset=offset, anchor=anchor, event=event)]


_INSIDE_NAME = re.compile(r"\b(?!(?:On|By|Before|After|Until|Since|At|Around|This|Last|Next)\s)[A-Z]\w*\s$")


def holiday(m: Match, w: Words) -> list[Expression]:
    if _INSIDE_NAME.search(m.string, max(0, m.start() - 16), m.start()):
        return []  # the song "White Christmas"
    found = w.holidays[" ".join(m["holiday"].split())]
    fields = {"year": found.year, **year_fields(m)}
    return [make_(m, "date", month=found.month, day=found.day, rule=found.rule, **fields)]


def nth(m: Match, w: Words) -> list[Expression]:
    """Read "the 20th": only behind a word that makes it a day, since armies and congresses are numbered too."""
    before = m.string[max(0, m.start() - 12) : m.start()]
    on = re.search(
        r"\b(?:on|by|from|since|until|till|of|between|and|to|before|after)\s+(?:the\s+)?$", before, re.I
    )
    if on is None:
        return []
    follows = m.string[m.end() : m.end() + 24]
    word = on[0].split()[0].lower()
    if word != "on" and not re.match(
        r"\s*(?:[.,;:)\"”'’–—-]|$)|\s(?:that|at|in|of|and|to|by|the|on|with|after|when|it|he|they|was|were|is"
        r"|until)\b",
        follows,
    ):
        return []
    if word in ("of", "and", "to") and not re.match(r"\s*(?:[.,;:)]|$)", follows):
        return []
    return [make_(m, "date", day=int(m["day"]))]


def nth_of_month(m: Match, w: Words) -> list[Expression]:
    relation, offset, anchor = RELATIONS.get(group_(m, "relation"), ("this", 0, ""))
    return [make_(m, "nth_of_month", day=int(m["day"]), offset=offset, anchor=anchor, relation=relation)]


def relation_unit(m: Match, w: Words) -> list[Expression]:
    relation, offset, anchor = RELATIONS[group_(m, "relation")]
    unit = w.units[group_(m, "unit")]
    if group_(m, "unit").endswith("s") or unit in ("hour", "minute", "second", "quarter"):
        return []
    clip = group_(m, "clip")
    part = clip if clip in ("early", "late", "mid") else ""
    if unit in ("day", "night"):
        if relation == "this" and anchor == "article" or group_(m, "relation") in ("last", "past"):
            return []  # "this day", "the last day": rarely the article's
        unit = "day"
    # "the last year" of something is no "last year"; "the next month" is told from the text.
    if m.group(0).lower().startswith("the") and anchor == "article" and offset is not None:
        if relation == "last":
            return [make_(m, "vague", kind="duration", unit=unit)]
        if relation == "next":
            anchor = "text"
    return [
        make_(
            m,
            "shift",
            unit=unit,
            offset=offset,
            anchor=anchor,
            part=part,
            relation=clip if clip in ("earlier", "later") else "",
        )
    ]


def relation_name(m: Match, w: Words) -> list[Expression]:
    name = group_(m, "relation")
    relation, offset, anchor = RELATIONS[name]
    if name in ("current",):
        return []
    if m["month"]:
        month = w.months[in_words(w, m, "month")]
        if m["days"]:
            return days_(m, w, month, relation=relation, anchor=anchor)
        return [make_(m, "date", month=month, relation=relation, anchor=anchor)]
    word = in_words(w, m, "weekday")
    if w.alone[word] == "number" or m["days"]:
        return []
    return [make_(m, "date", weekday=w.weekdays[word], relation=relation, anchor=anchor)]


def the_unit(m: Match, w: Words) -> list[Expression]:
    if m["unit2"]:
        return [make_(m, "shift", unit="weekend", offset=0, anchor="article", relation="the")]
    unit = w.units[group_(m, "unit")]
    if unit not in ("day", "week", "month", "year", "decade"):
        return []
    clip = group_(m, "clip")
    return [make_(m, "shift", unit=unit, offset=0, anchor="" if unit != "day" else "text", relation=clip)]


def amount_(w: Words, words_: str) -> int | None:
    if words_ in w.numbers:
        return w.numbers[words_]
    return int(words_) if words_.isdigit() else None


def counted_units(m: Match, w: Words) -> list[Expression]:
    unit = w.units[group_(m, "unit")]
    way = "from now" if group_(m, "time") else group_(m, "way")
    if not way:
        if group_(m, "number") in ("a", "an", "some", "many", "few") and unit in (
            "second",
            "minute",
            "night",
            "day",
            "quarter",
        ):
            return []  # "a day of talks": neither a date nor worth a span
        return [make_(m, "vague", kind="duration", unit=unit)]
    if way in ("before", "after") and m.string.startswith(("for ", "For "), max(0, m.start() - 4)):
        return [make_(m, "vague", kind="duration", unit=unit)]  # "for four days after the quake"
    amount = amount_(w, group_(m, "number"))
    back = way in BEFORE
    anchor = BEFORE.get(way) or AFTER[way]
    if unit == "fortnight":
        unit, amount = "week", None if amount is None else 2 * amount
    if unit == "night":
        unit = "day"
    event = -1
    if way in ("before", "after", "following", "prior to", "ahead of"):
        follows = m.string[m.end() : m.end() + 12]
        if re.match(r"\s+\w|\s+[\"“‘'«]", follows):
            event = m.end()
        elif way == "following":
            return [make_(m, "vague", kind="duration", unit=unit)]
    if amount is None or unit in ("century",):
        return [make_(m, "vague", unit=unit, anchor=anchor, event=event, relation="last" if back else "next")]
    return [make_(m, "shift", unit=unit, offset=-amount if back else amount, anchor=anchor, event=event)]


def bare_units(m: Match, w: Words) -> list[Expression]:
    """Read "weeks ago", "days later": no number is told."""
    way = group_(m, "way")
    if not group_(m, "unit").endswith("s"):
        return []
    return [
        make_(
            m,
            "vague",
            unit=w.units[group_(m, "unit")],
            anchor=BEFORE.get(way) or AFTER[way],
            relation="last" if way in BEFORE else "next",
        )
    ]


def the_day_event(m: Match, w: Words) -> list[Expression]:
    """Read "the week after the vote", "the year before the war"; "the year before" by itself."""
    unit, way = w.units[group_(m, "unit")], group_(m, "way")
    if not m[0].lower().startswith("the") or unit not in ("day", "week", "month", "year"):
        return []
    if not m["behind"] and way not in ("before", "after"):
        return []
    offset = -1 if way in BEFORE else 1
    event = m.end() if m["behind"] else -1
    return [make_(m, "shift", (m.start(), m.end("way")), unit=unit, offset=offset, anchor="text", event=event)]


def span_units(m: Match, w: Words) -> list[Expression]:
    return [make_(m, "vague", kind="duration", unit=w.units[group_(m, "unit")])]


def vague_units(m: Match, w: Words) -> list[Expression]:
    relation = "next" if group_(m, "relation") in ("next", "coming", "following") else "last"
    if group_(m, "relation") in ("recent", "previous"):
        relation = ""  # "as on previous days": of no span that is told
    return [make_(m, "vague", unit=w.units[group_(m, "unit")], anchor="article", relation=relation)]


def repeated(m: Match, w: Words) -> list[Expression]:
    return [make_(m, "vague", kind="repeated")]


def adjective(m: Match, w: Words) -> list[Expression]:
    return [make_(m, "vague", kind="duration", unit=w.units[group_(m, "unit")])]


def anniversary(m: Match, w: Words) -> list[Expression]:
    number = int(m["number"]) if m["number"] else w.ordinals.get(group_(m, "ordinal"), 100)
    follows = re.match(r"\s+of\s+", m.string[m.end() : m.end() + 6])
    if follows is None:
        return [make_(m, "vague", kind="duration", unit="year")]
    return [make_(m, "anniversary", number=number, event=m.end() + follows.end(), anchor="text")]


def days_month(m: Match, w: Words) -> list[Expression]:
    fields = year_fields(m)
    if m["dashed"]:
        fields["year"] = int(m["dashed"])
    if m["short"]:
        fields["year"] = _of_two_figures(int(m["short"]))
    return days_(m, w, w.months[in_words(w, m, "month")], **fields)
