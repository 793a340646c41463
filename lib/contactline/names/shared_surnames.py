"""Surnames shared by several persons: which one is meant, by the office before it and the time described."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from contactline.lexicon import Lexicon, derived, split_cell
from contactline.names import offices, spelling
from contactline.names.actors import actors
from contactline.names.index import fold
from contactline.records import UNKNOWN, Interval

_LONGEST_TITLE = 9  # most words of a title
FARTHEST_TITLE = 110  # characters before a surname in which its title begins
_PAST = frozenset({"former", "then", "ex", "late", "previous"})


def holders(words: str, before: str, country: str, when: Interval, lexicon: Lexicon) -> list[str]:
    """The ids of the persons who may be meant by a surname, by the office right before it.

    ``words``: the surname. ``before``: the text before it. ``country``: the code that "of" gives after it, "" for
    none. ``when``: the time described. These are the persons with that surname who held the office then; else, for
    a former one, those who ever held it. Empty where there is no office, or nobody with that surname held it.
    """
    title = _title_before(before, lexicon)
    if title is None:
        return []
    office, of_title, left = title
    code = country or of_title or _country_before(left, lexicon)
    bearers = bearers_of(words, lexicon)
    ever = _in_office(bearers, office, code, UNKNOWN, lexicon)
    now = _in_office(bearers, office, code, when, lexicon)
    if set(left[-1:]) & _PAST:
        now = [actor for actor in ever if actor not in now] or ever
    return now or ever


def bearers_of(surname: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The ids of all persons with a surname, in any spelling."""
    return _by_sound(lexicon).get(spelling.sound(surname), ())


def in_any_office(bearers: Collection[str], when: Interval, lexicon: Lexicon) -> list[str]:
    """Those of some persons who held an office on some day of an interval."""
    terms = offices.terms_of_person(lexicon)
    return [a for a in bearers if any(t.office and t.overlaps(when) for t in terms.get(a, ()))]


def not_yet_in_office(actor: str, when: Interval, lexicon: Lexicon) -> bool:
    """Whether a person held offices, but only after an interval."""
    terms = offices.terms_of_person(lexicon).get(actor, ())
    end = when.end
    return bool(terms) and end is not None and all(t.since is not None and t.since > end for t in terms)


def _in_office(bearers: Sequence[str], office: str, code: str, when: Interval, lexicon: Lexicon) -> list[str]:
    terms = offices.terms_of_person(lexicon)
    return [
        a
        for a in bearers
        if any(t.office == office and code in ("", t.country) and t.overlaps(when) for t in terms.get(a, ()))
    ]


def _title_before(before: str, lexicon: Lexicon) -> tuple[str, str, list[str]] | None:
    """The office and country of the longest title that a text ends with, and the folded words left of it."""
    words = fold(before).split()
    if words and words[-1] == "mr":
        words.pop()
    for number in range(min(_LONGEST_TITLE, len(words)), 0, -1):
        title = _titles(lexicon).get(" ".join(words[-number:]))
        if title is not None:
            return title[0], title[1], words[:-number]
    return None


def _country_before(words: Sequence[str], lexicon: Lexicon) -> str:
    """The country whose adjective or name, alone or with "'s", ends these words; "" where none does."""
    if not words:
        return ""
    return _countries(lexicon).get(words[-1].removesuffix("'s"), "")


@derived
def _by_sound(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for actor in actors(lexicon).values():
        if actor.kind == "person" and " " in actor.name:
            found.setdefault(spelling.sound(actor.surname), []).append(actor.actor_id)
    return {sound: tuple(ids) for sound, ids in found.items()}


@derived
def _titles(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Titles of one holder, folded -> office and the country that the title itself names."""
    rows = [r for r in lexicon.rows("offices") if r["plural"] != "yes"]
    return {fold(r["title"]): (r["office"], r["country"]) for r in rows}


@derived
def _countries(lexicon: Lexicon) -> dict[str, str]:
    """Folded adjectives and names of countries -> code."""
    table = actors(lexicon)
    found = {}
    for r in lexicon.rows("countries"):
        names = [table[r["actor_id"]].name] if r["actor_id"] in table else []
        for word in (*split_cell(r["adjectives"]), *names):
            found[fold(word)] = r["code"]
    return found
