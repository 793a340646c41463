"""The builder of holidays: "Christmas Eve", "Armenian Independence Day", or "Victory Day" of a country in the
text.

It returns [] where the words turn out not to be a date ("the Easter Offensive"), or where no owner is known.
"""

from __future__ import annotations

import re

from contactline.dates.holiday_words import Holiday, HolidayWords, holiday_key
from contactline.dates.matches import Match, before, expression, year_fields
from contactline.dates.words import RELATIONS, Count, DateWords, Expression

_SENTENCE = 300  # characters on either side of a holiday that are read of its sentence
_NAMED_BEFORE = 3000  # characters before it in which a country is looked for
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s+(?=[A-Z“\"])|\n")
_RELATED = re.compile(  # "last Christmas", "the following Easter"
    r"\b(?P<relation>last|this past|this|next|coming|previous|following|that)\s$", re.IGNORECASE
)
_REPEATED = re.compile(r"\b(?:every|each)\s$", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:on|at|by|before|after|during|until|till|since|for|from|to|around|this|last|next|and|between)\s$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?P<word>[A-Z]\w*)\s$")  # the song "White Christmas"
_NAME_BEHIND = re.compile(r"\s[A-Z][a-z]")  # "the Easter Offensive"
_OPENERS = re.compile(
    r"after|around|at|before|between|by|during|every|for|from|in|its|last|next|on|our|since|the|their|this|to|until",
    re.IGNORECASE,
)


def holiday(m: Match, words: DateWords) -> list[Expression]:
    """Read "Christmas Eve", "last Easter", "Armenia's Independence Day", "Easter Monday, 1998"."""
    key = holiday_key(m["holiday"])
    rows = words.holidays.rows[key]
    beside = words.holidays.owner_beside.search(before(m, 60))
    start = beside.start() if beside else m.start()
    context = m.string[max(0, start - 24) : start]
    if _REPEATED.search(context) or _is_in_name(m, context, bool(beside)):
        return []
    owner = _owner(m, rows, words.holidays, words.holidays.codes[beside["owner"]] if beside else "")
    if owner is None:
        return []
    related = _RELATED.search(context)
    relation, anchor = "", ""
    if related:
        relation, _, anchor = RELATIONS[related["relation"].lower()]
        start -= len(related[0])
    one_year = {"year": rows[0].year} if rows[0].year else {}
    of_weekend = {"unit": "weekend", "counted": Count(0, "week")} if m["weekend"] else {}
    fields = {**one_year, **of_weekend, **year_fields(m)}
    return [
        expression(
            m, "holiday", (start, m.end()), holiday=key, owner=owner, relation=relation, anchor=anchor, **fields
        )
    ]


def _is_in_name(m: Match, context: str, has_owner: bool) -> bool:
    """Whether the words are a part of a longer name, before or behind."""
    name = _NAME_BEFORE.search(context)
    if name and not has_owner and not _OPENERS.fullmatch(name["word"]):
        return True
    return _NAME_BEHIND.match(m.string, m.end()) is not None and not _PREPOSITION.search(context)


def _owner(m: Match, rows: tuple[Holiday, ...], words: HolidayWords, beside: str) -> str | None:
    """The owner of a holiday: a country's code, or "" for any; None where it is unknown."""
    owners = {row.owner for row in rows if not row.beside}
    if not beside and (behind := words.owner_behind.match(m.string, m.end())):
        beside = words.codes[behind["owner"]]
    if beside:
        if beside in {row.owner for row in rows}:
            return beside
        return "" if "" in owners else None
    if owners == {""}:
        return ""
    low = max(
        (end.end() for end in _SENTENCE_END.finditer(m.string, max(0, m.start() - _SENTENCE), m.start())),
        default=0,
    )
    sentence_end = _SENTENCE_END.search(m.string, m.end(), m.end() + _SENTENCE)
    high = sentence_end.start() if sentence_end else m.end() + _SENTENCE
    named = _named(words, m.string, low, m.start(), owners)
    named = named[-1:] or _named(words, m.string, m.end(), high, owners)[:1]
    named = named or _named(words, m.string, max(0, low - _NAMED_BEFORE), low, owners)[-1:]
    return named[0] if named else "" if "" in owners else None


def _named(words: HolidayWords, text: str, start: int, end: int, owners: set[str]) -> list[str]:
    """Those of the owners that a part of the text names, in its order."""
    found = [words.codes[m["owner"]] for m in words.owner.finditer(text, start, end)]
    return [owner for owner in found if owner in owners]
