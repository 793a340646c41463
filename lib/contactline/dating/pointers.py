"""Words that point at the day of publication: "yesterday", "on Tuesday" or "last week" next to a dated fact.

Each gives a clue: the days on which the words would refer to the fact next to them. ``votes`` adds up the clues
for each day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from contactline.dates import Anchors, Expression, chronology, timex
from contactline.dating.bounds import Clue
from contactline.dating.evidence import DatedFact, TextEvidence, describe, in_words, words_of_kinds

_REACH = 200  # characters between a fact and the words that say when it was
_OLDEST = 45  # days before the bound of the oldest fact that a weekday can be beside
_LATEST = 40  # days after a fact on the last of which words can still point at it
_LONGEST_WHOLE = 3  # days of the longest event that is pointed at as a whole: of a longer one its beginning is
_SAME_NEWS = 2  # days off the bound up to which a landmark is the news that the text is known to report
_WINDOW = 3  # days after the bound in which words of a landmark's kind alone can mean it
_AROUND = 80  # characters around an expression in which words of the kind are looked for
_KIND_WEIGHT = {1: 0.7, 2: 0.5}  # weight of such a landmark on the day of the bound, by its importance
_HALF_LIFE = 20  # days after the bound in which that weight is halved
_FAINTEST = 0.4  # the lowest weight that counts
_DAY_WEIGHT, _WIDER_WEIGHT = 2.0, 1.0  # weight of "yesterday", and of "on Tuesday" or "last week"
_LAST_WEEK = 2, 14  # least and most days after an event of "last week"
_COUNT_WEIGHT = 2.0  # weight of a running count, which was right on one day only
_WAR_WEIGHT = 1.5  # weight of a day or week counted from the beginning of a war
_LONGEST_FIGHTING = 70  # days of the longest war whose days and weeks are counted
_BEFORE_FIGHTING, _AFTER_FIGHTING = 80, 60  # characters around such a count in which fighting is named

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
_COUNTED = re.compile(
    r"\b(?:for\s+(?:a|the)\s+|in\s+(?:its|their|the)\s+|enter(?:ed|s|ing)\s+(?:its|their|a|the)\s+|on\s+the\s+"
    rf"|the\s+)(?P<nth>{'|'.join(_ORDINALS[1:])})\s+(?:straight\s+|consecutive\s+)?(?P<unit>day|week|month)\b",
    re.IGNORECASE,
)
"""A count of days or weeks: "for a sixth week", "the third day". Nobody counts a first day."""
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LENGTH = (
    r"(?P<about>more\s+than\s+|over\s+|nearly\s+|almost\s+|about\s+|around\s+)?"
    rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+(?P<unit>day|week|month)s?"
)
_SO_LONG = re.compile(
    rf"(?P<lead>\b(?:for|over|during|in)\s+the\s+(?:past|last)\s+|\b(?:has|have)\s+been\s[^.]{{0,60}}?\bfor\s+)?"
    rf"\b{_LENGTH}\b(?P<on>\s+on\b)?",
    re.IGNORECASE,
)
"""How long something has gone on by the article's day: "for the past seven months", "has been shut for a week"."""
_FIGHTING = re.compile(
    r"\b(?:fight\w*|war|clash\w*|hostilit\w+|offensive|conflict|battle\w*|violence|shelling|escalation|operation)\b",
    re.IGNORECASE,
)
"""Words beside such a count that show that it counts from the beginning of the war."""


def find(
    text: TextEvidence, facts: Sequence[DatedFact], bound: date, end: date, is_news: bool = True
) -> list[Clue]:
    """The clues of all words that point at a day. ``bound``: the day of the latest fact. ``end``: the last
    possible day.

    ``is_news``: whether the text reports its latest fact as news; if not, a weekday fits it only by chance.
    """
    probe = Anchors.of(text.document, None, text.lexicon)
    beside = list(_beside_facts(text, probe, facts, bound, end))
    used = frozenset(clue.at for clue in beside)
    return [
        *beside,
        *_running_counts(text, facts),
        *(_by_kind(text, probe, used, bound, end) if is_news else ()),
        *_days_of_fighting(text, facts),
        *so_long_since(text, facts),
    ]


def votes(clues: Sequence[Clue], first: date, last: date) -> dict[date, float]:
    """The weight of the clues for each day from ``first`` to ``last``; of several for the same words only the
    best counts.
    """
    best: dict[tuple[date, int], float] = {}
    for i, clue in enumerate(clues):
        assert clue.first is not None and clue.last is not None
        words = clue.at if clue.at >= 0 else -1 - i
        day = max(clue.first, first)
        while day <= min(clue.last, last):
            best[day, words] = max(best.get((day, words), 0.0), clue.weight)
            day += timedelta(days=1)
    total: dict[date, float] = defaultdict(float)
    for (day, _), weight in best.items():
        total[day] += weight
    return total


def counts_from_article(e: Expression, wide_units: tuple[str, ...] = ("week", "month")) -> bool:
    """Whether an expression counts from the article's day: "yesterday", "on Tuesday", "last week".

    ``wide_units``: which units wider than a weekend count.
    """
    if e.kind != "date":
        return False
    if e.form == "shift":
        return e.anchor == "article" and e.unit in ("day", "weekend", *wide_units)
    return e.form == "date" and e.weekday is not None and e.day is None and e.anchor != "text"


def _beside_facts(
    text: TextEvidence, probe: Anchors, facts: Sequence[DatedFact], bound: date, end: date
) -> Iterator[Clue]:
    """ "The depot blew up yesterday": each expression beside the latest fact in whose sentence it can mean it."""
    used: set[int] = set()
    for fact in sorted(facts, key=lambda fact: (fact.first, fact.weight), reverse=True):
        if not _can_be_pointed_at(fact, bound, end):
            continue
        for e in _pointing_at(text, fact.at):
            days = [] if e.start in used else _days_of_reading(probe, e, fact.first, fact.last)
            if not days:
                continue
            used.add(e.start)
            weight = _DAY_WEIGHT if e.unit == "day" and e.form == "shift" else _WIDER_WEIGHT
            known = f"'{fact.words}'" if fact.first == bound else describe(fact)  # the bound is described before
            yield Clue(days[0], days[-1], weight, f"'{e.text}' beside {known}", e.start)


def _can_be_pointed_at(fact: DatedFact, bound: date, end: date) -> bool:
    if fact.coarse or fact.since or fact.by_date or fact.lasting:
        return False
    return (bound - fact.first).days <= _OLDEST and fact.first <= end


def _pointing_at(text: TextEvidence, at: int) -> list[Expression]:
    """The expressions in the sentence around an offset that count from the article's day, the nearest first."""
    low, high = text.sentence_around(at)
    found = [
        e
        for e in text.expressions
        if low <= e.start < high
        and abs(e.start - at) <= _REACH
        and counts_from_article(e)
        and not text.tense.is_future(e)
    ]
    return sorted(found, key=lambda e: abs(e.start - at))


def _days_of_reading(probe: Anchors, e: Expression, first: date, last: date) -> list[date]:
    """The days on which the expression, written then, means an event from ``first`` to ``last``."""
    if (last - first).days > _LONGEST_WHOLE:
        last = first
    if e.form == "shift" and e.unit == "week" and e.offset == -1:  # often no more than "some days ago"
        return [first + timedelta(days=offset) for offset in range(_LAST_WEEK[0], _LAST_WEEK[1] + 1)]
    days = []
    for offset in range(_LATEST + 1):
        day = first + timedelta(days=offset)
        meant = timex(e, probe.on(day)).interval
        if meant.start and meant.end and meant.start <= last and first <= meant.end:
            days.append(day)
    return days


def _running_counts(text: TextEvidence, facts: Sequence[DatedFact]) -> Iterator[Clue]:
    """ "So far 50,243 have arrived": a count in the chronology, which was right on one day only."""
    counts = {x.name for x in chronology.landmarks(text.lexicon) if x.kind == "count"}
    for fact in facts:
        if fact.landmark in counts:
            yield Clue(fact.first, fact.last, _COUNT_WEIGHT, f"'{fact.words}' stood on that day", fact.at)


def _by_kind(text: TextEvidence, probe: Anchors, used: frozenset[int], bound: date, end: date) -> Iterator[Clue]:
    """ "The truce agreed on Saturday": landmarks around or after the bound that fit by their kind and weekday.

    ``used``: where the expressions start that point at a fact already.
    """
    kinds = words_of_kinds(text.lexicon)
    landmarks = _near_landmarks(text, bound, end)
    for e in text.expressions:
        if e.start in used or not counts_from_article(e) or text.tense.is_future(e):
            continue
        low, high = text.sentence_around(e.start)
        around = text.text[max(low, e.start - _AROUND) : min(high, e.end + _AROUND)]
        for x in landmarks:
            # "yesterday" fits any landmark: it can mean only the one that the text is known to report.
            can_mean = e.weekday is not None or _is_the_news(x, bound)
            if can_mean and kinds[x.kind].search(around) and (clue := _kind_clue(probe, e, x, bound)):
                yield clue


def _near_landmarks(text: TextEvidence, bound: date, end: date) -> list[chronology.Landmark]:
    """The important landmarks from just before the bound on, of the kinds that have words of their own."""
    first, last = bound - timedelta(days=_SAME_NEWS), min(end, bound + timedelta(days=_WINDOW))
    kinds = words_of_kinds(text.lexicon)
    return [
        x
        for x in chronology.landmarks(text.lexicon)
        if first <= x.start <= last
        and x.importance in _KIND_WEIGHT
        and x.kind in kinds
        and (x.end - x.start).days <= _LONGEST_WHOLE
    ]


def _is_the_news(x: chronology.Landmark, bound: date) -> bool:
    """Whether a landmark of the highest importance is on the day of the bound or next to it."""
    return abs((x.start - bound).days) <= _SAME_NEWS and x.importance == 1


def _kind_clue(probe: Anchors, e: Expression, x: chronology.Landmark, bound: date) -> Clue | None:
    """The clue that an expression beside words of a landmark's kind gives, None for one too faint."""
    if _is_the_news(x, bound) and e.form == "shift" and e.unit == "day":
        weight = _DAY_WEIGHT
    else:
        weight = _KIND_WEIGHT[x.importance] * 0.5 ** (max((x.start - bound).days, 0) / _HALF_LIFE)
    days = _days_of_reading(probe, e, x.start, x.end) if weight >= _FAINTEST else []
    if not days:
        return None
    return Clue(days[0], days[-1], weight, f"'{e.text}' can be {x.name}, {in_words(x.start)}", e.start)


def _days_of_fighting(text: TextEvidence, facts: Sequence[DatedFact]) -> Iterator[Clue]:
    """ "For a sixth week", "the third day of fighting": counted from the latest short war in the text."""
    wars = {x.name for x in chronology.landmarks(text.lexicon) if x.kind in ("war", "clash")}
    begun = [f.first for f in facts if f.landmark in wars and (f.last - f.first).days < _LONGEST_FIGHTING]
    if not begun:
        return
    start = max(begun)
    for count in _COUNTED.finditer(text.text):
        low, high = max(0, count.start() - _BEFORE_FIGHTING), min(len(text.text), count.end() + _AFTER_FIGHTING)
        if not _FIGHTING.search(text.text, low, high):
            continue
        length = _UNIT_DAYS[count["unit"].lower()]
        first = start + timedelta(days=_ORDINALS.index(count["nth"].lower()) * length)
        last = first + timedelta(days=length - 1)
        yield Clue(first, last, _WAR_WEIGHT, f"'{count[0]}' of what began on {in_words(start)}")


def so_long_since(text: TextEvidence, facts: Sequence[DatedFact]) -> Iterator[Clue]:
    """ "For the past seven months", "more than two months on": counted from a blockade in the text."""
    blockades = [f for f in facts if f.kind == "blockade" and (f.last - f.first).days >= _UNIT_DAYS["month"]]
    if not blockades:
        return
    start, words = max(fact.first for fact in blockades), words_of_kinds(text.lexicon)["blockade"]
    for count in _SO_LONG.finditer(text.text):
        low, high = text.sentence_around(count.start())
        if not (count["lead"] or count["on"]) or not words.search(text.text, low, high):
            continue
        number = count["number"].lower()
        units = int(number) if number.isdigit() else _NUMBERS.index(number) + 1
        if (count["about"] or "").lower().strip() in ("nearly", "almost"):
            units -= 1
        length = _UNIT_DAYS[count["unit"].lower()]
        first = start + timedelta(days=units * length)
        last = first + timedelta(days=length + length // 3)
        yield Clue(first, last, _WIDER_WEIGHT, f"'{count[0]}' of what began on {in_words(start)}", count.start())
