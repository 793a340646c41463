"""Offices: who held which one when, and which office a title means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from contactline.lexicon import Lexicon, derived
from contactline.names.index import fold
from contactline.records import Interval


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office of an actor. ``since`` and ``until``: first and last day, None where open or unknown."""

    actor_id: str
    country: str
    office: str
    since: date | None
    until: date | None

    def overlaps(self, interval: Interval) -> bool:
        """Whether the term includes some day of the interval; an open end is unbounded."""
        after = self.since is None or interval.end is None or self.since <= interval.end
        before = self.until is None or interval.start is None or interval.start <= self.until
        return after and before


@derived
def terms_of_person(lexicon: Lexicon) -> dict[str, tuple[Term, ...]]:
    """The terms by the actor's id, in the order of the table."""
    found: dict[str, list[Term]] = {}
    for term in _terms(lexicon):
        found.setdefault(term.actor_id, []).append(term)
    return {actor: tuple(terms) for actor, terms in found.items()}


@derived
def terms_of_office(lexicon: Lexicon) -> dict[tuple[str, str], tuple[Term, ...]]:
    """The terms by (country, office), in the order of the table."""
    found: dict[tuple[str, str], list[Term]] = {}
    for term in _terms(lexicon):
        if term.office:
            found.setdefault((term.country, term.office), []).append(term)
    return {key: tuple(terms) for key, terms in found.items()}


@derived
def countries_of_office(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The codes of the countries that are known to have an office, by office."""
    found: dict[str, set[str]] = {}
    for code, office in terms_of_office(lexicon):
        found.setdefault(office, set()).add(code)
    return {office: frozenset(codes) for office, codes in found.items()}


@derived
def offices_of_many(lexicon: Lexicon) -> frozenset[str]:
    """The offices that many people hold at once; such a title alone identifies nobody."""
    return frozenset(r["office"] for r in lexicon.rows("office_kinds") if r["holders"] == "many")


def holders(country: str, office: str, interval: Interval, lexicon: Lexicon) -> tuple[str, ...]:
    """The ids of those who held an office of a country on some day of the interval, the latest first.

    "leader" is the office that leads the country at that time (leaders.csv; without a row its president).
    """
    offices = [office]
    if office == "leader":
        leading = _leading_offices(lexicon).get(country)
        offices = [t.office for t in leading if t.overlaps(interval)] if leading else ["president"]
    terms = terms_of_office(lexicon)
    found = [t for o in offices for t in terms.get((country, o), ()) if t.overlaps(interval)]
    found.sort(key=lambda t: t.since or date.min, reverse=True)
    return tuple(dict.fromkeys(t.actor_id for t in found))


def office_of(title: str, lexicon: Lexicon) -> str:
    """The office that a title means, "" for none: by the longest title of offices.csv in it."""
    return _office_finder(lexicon)(title)


@derived
def _terms(lexicon: Lexicon) -> tuple[Term, ...]:
    return tuple(
        Term(r["actor_id"], r["country"], r["office"], _day(r["since"]), _day(r["until"]))
        for r in lexicon.rows("actor_roles")
    )


@derived
def _leading_offices(lexicon: Lexicon) -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for r in lexicon.rows("leaders"):
        term = Term("", r["country"], r["office"], _day(r["since"]), _day(r["until"]))
        found.setdefault(term.country, []).append(term)
    return {code: tuple(terms) for code, terms in found.items()}


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


@derived
def _office_finder(lexicon: Lexicon) -> Callable[[str], str]:
    titles = sorted(((fold(r["title"]), r["office"]) for r in lexicon.rows("offices")), key=lambda t: -len(t[0]))

    @cache
    def find(title: str) -> str:
        folded = f" {fold(title)} ".replace("'s ", " ")
        return next((office for words, office in titles if f" {words} " in folded), "")

    return find
