"""Actors: the tables, the phrases that make one ("Azerbaijani troops"), and titles resolved by the date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import takewhile

from contactline.lexicon import Lexicon, derived, split_cell
from contactline.names.index import Entry, fold, shape_of
from contactline.names.places import words
from contactline.records import UNKNOWN, Document, Interval, Mention, Published

PAST = ("former", "then", "ex", "late", "previous", "outgoing")  # before a title: not who holds it now
SHARING = 4  # adjectives that may share one title
UNDER = ("deputy", "vice", "assistant")  # in or before a title: somebody below its holder


@dataclass(frozen=True, slots=True)
class Actor:
    """A row of actors.csv. ``part``: which part of its country it is ("state", "forces", "" where none)."""

    actor_id: str
    name: str
    kind: str
    country: str
    part: str


@dataclass(frozen=True, slots=True)
class Role:
    """An office held: ``since`` and ``until`` are its first and last day, None where open or unknown."""

    actor_id: str
    country: str
    office: str
    role: str
    since: date | None
    until: date | None

    def held_in(self, interval: Interval) -> bool:
        """Whether the office was held on some day of the interval."""
        after = self.since is None or interval.end is None or self.since <= interval.end
        before = self.until is None or interval.start is None or interval.start <= self.until
        return after and before


@dataclass(frozen=True, slots=True)
class Country:
    """A row of countries.csv: ``actor_id`` the state as actor, ``place_id`` its land."""

    code: str
    actor_id: str
    place_id: str


@derived
def actors(lexicon: Lexicon) -> dict[str, Actor]:
    """The actors by id."""
    return {
        r["actor_id"]: Actor(r["actor_id"], r["name"], r["kind"], r["country"], r["part"])
        for r in lexicon.rows("actors")
    }


@derived
def countries(lexicon: Lexicon) -> dict[str, Country]:
    """The countries by code."""
    return {r["code"]: Country(r["code"], r["actor_id"], r["place_id"]) for r in lexicon.rows("countries")}


@derived
def parts(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """The actor that is a part of a country: (country, part) -> actor_id."""
    return {(a.country, a.part): a.actor_id for a in actors(lexicon).values() if a.part}


@derived
def roles(lexicon: Lexicon) -> tuple[Role, ...]:
    """All offices held, as in the table."""
    return tuple(
        Role(r["actor_id"], r["country"], r["office"], r["role"], _day(r["since"]), _day(r["until"]))
        for r in lexicon.rows("actor_roles")
    )


@derived
def first_names(lexicon: Lexicon) -> dict[str, tuple[tuple[str, str], ...]]:
    """The persons by their folded first name, as pairs of surname and actor_id, without names of countries."""
    nations = {fold(a.name) for a in actors(lexicon).values() if a.part == "state"} | {"king"}
    found: dict[str, list[tuple[str, str]]] = {}
    for actor in actors(lexicon).values():
        if actor.kind == "person" and " " in actor.name:
            first, *_, last = actor.name.split()
            if fold(first) not in nations:
                found.setdefault(fold(first), []).append((last, actor.actor_id))
    return {first: tuple(people) for first, people in found.items()}


@derived
def holders(lexicon: Lexicon) -> dict[tuple[str, str], tuple[Role, ...]]:
    """Who held an office: (country, office) -> roles."""
    found: dict[tuple[str, str], list[Role]] = {}
    for role in roles(lexicon):
        if role.office:
            found.setdefault((role.country, role.office), []).append(role)
    return {key: tuple(held) for key, held in found.items()}


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def entries(lexicon: Lexicon) -> Iterator[tuple[str, Entry]]:
    """Names, adjectives, peoples, titles and nouns of groups for the index of all names."""
    table = actors(lexicon)
    for r in lexicon.rows("actor_names"):
        actor = table[r["actor_id"]]
        yield (
            r["name"],
            Entry(
                "actor",
                actor.actor_id,
                r["form"],
                weak=r["strength"] == "weak",
                near=words(r["near"]),
                article=words(r["article"]),
                country=actor.country,
                shape=shape_of(r["name"]),
                full=actor.kind == "person" and " " in r["name"],
            ),
        )
    for first in first_names(lexicon):
        yield first, Entry("first", first, shape="capital")
    for r in lexicon.rows("countries"):
        for word in split_cell(r["adjectives"]):
            yield word, Entry("adjective", r["code"], "demonym", country=r["code"], shape=shape_of(word))
        for word in split_cell(r["people"]):
            yield word, Entry("people", r["code"], "demonym", country=r["code"], shape="capital")
    for r in lexicon.rows("offices"):
        yield (
            r["title"],
            Entry(
                "title",
                r["office"],
                "title",
                country=r["country"],
                plural=r["plural"] == "yes",
                shape="upper" if r["title"].isupper() else "any",
            ),
        )
    for r in lexicon.rows("groups"):
        yield (
            r["noun"],
            Entry(
                "group",
                r["part"],
                r["form"],
                countries=tuple(split_cell(r["countries"])),
                alone=r["alone"] == "yes",
                shape="upper" if r["noun"].isupper() else "any",
            ),
        )


@derived
def _leaders(lexicon: Lexicon) -> dict[str, tuple[Role, ...]]:
    found: dict[str, list[Role]] = {}
    for r in lexicon.rows("leaders"):
        role = Role("", r["country"], r["office"], "", _day(r["since"]), _day(r["until"]))
        found.setdefault(role.country, []).append(role)
    return {code: tuple(rows) for code, rows in found.items()}


def office_holders(country: str, office: str, interval: Interval, lexicon: Lexicon) -> tuple[str, ...]:
    """The ids of those who held an office of a country on some day of the interval, the latest first.

    "leader" is the office that leads the country at that time.
    """
    offices = [office]
    if office == "leader":
        leading = _leaders(lexicon).get(country)
        offices = [r.office for r in leading if r.held_in(interval)] if leading else ["president"]
    held = [r for o in offices for r in holders(lexicon).get((country, o), ()) if r.held_in(interval)]
    held.sort(key=lambda r: r.since or date.min, reverse=True)
    return tuple(dict.fromkeys(r.actor_id for r in held))


@derived
def _titles(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    found = [(fold(r["title"]), r["office"]) for r in lexicon.rows("offices")]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@derived
def _office_finder(lexicon: Lexicon) -> Callable[[str], str]:
    titles = _titles(lexicon)

    @cache
    def find(title: str) -> str:
        folded = f" {fold(title)} ".replace("'s ", " ")
        return next((office for words_, office in titles if f" {words_} " in folded), "")

    return find


def office_of(title: str, lexicon: Lexicon) -> str:
    """The office that a title's words name, "" where none: the longest title of offices.csv in them."""
    return _office_finder(lexicon)(title)


@derived
def offices_held(lexicon: Lexicon) -> dict[str, tuple[Role, ...]]:
    """The roles by the actor's id."""
    found: dict[str, list[Role]] = {}
    for role in roles(lexicon):
        found.setdefault(role.actor_id, []).append(role)
    return {actor: tuple(held) for actor, held in found.items()}


def resolve(
    mentions: tuple[Mention, ...], document: Document, published: Published, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """Titles get their holder on the article's day ("the Armenian premier"), shared surnames who was in office.

    A title without a country ("the president") is the holder named last before it, or the holder in the only
    country that has such an office ("the state minister") where the article speaks of it. Where the day is
    unknown, or several held the office, the one whom the article names is taken; what stays open keeps its
    candidates. "former" and "then" before a title leave it open, "deputy" says that it is another's. A surname of
    several who are named in full is the last one's.
    """
    held = published.interval
    interval = held if held.start is not None or held.end is not None else None
    named = frozenset(m.ref for m in mentions if m.kind == "actor" and m.form == "name" and m.ref)
    table = actors(lexicon)
    about = frozenset(m.country for m in mentions if m.kind == "actor") | {
        table[m.other].country for m in mentions if m.other in table
    }
    resolved: list[Mention] = []
    people: list[Mention] = []  # persons named so far
    for i, m in enumerate(mentions):
        if m.kind == "actor" and m.ref is None:
            if m.form == "title":
                # "the Azerbaijani and Armenian foreign ministers": the first has its office from the last
                titles = takewhile(lambda x: x.form == "title", mentions[i : i + SHARING])
                office = next(filter(None, (office_of(x.text, lexicon) for x in titles)), "")
                if not m.country:
                    m = replace(m, country=_only_country(office, about, lexicon))
                m = _title(m, office, document, interval, named, people[-12:], lexicon)
            elif m.candidates:
                m = _namesake(m, interval, people, lexicon)
        if m.kind == "actor" and m.ref is not None and table[m.ref].kind == "person":
            people.append(m)
        resolved.append(m)
    return tuple(resolved)


@derived
def _crowded(lexicon: Lexicon) -> frozenset[str]:
    """The offices that many hold at once: their title alone names nobody."""
    return frozenset(r["office"] for r in lexicon.rows("office_kinds") if r["holders"] == "many")


def _title(
    m: Mention,
    office: str,
    document: Document,
    interval: Interval | None,
    named: frozenset[str],
    people: list[Mention],
    lexicon: Lexicon,
) -> Mention:
    before = fold(document.text[max(0, m.start - 12) : m.start]).replace("-", " ").split()[-1:]
    if before and before[0] in PAST:
        return m
    under = any(word in UNDER for word in (*before, *fold(m.text).replace("-", " ").split()))
    if office in _crowded(lexicon) or (under and office.split("_")[0] not in UNDER):
        return replace(m, candidates=())
    when = interval or UNKNOWN
    if not m.country:
        for person in reversed(people):
            actor = person.ref or ""
            codes = {r.country for r in offices_held(lexicon).get(actor, ())}
            if any(actor in office_holders(code, office, when, lexicon) for code in codes):
                return replace(m, ref=actor, country=person.country, candidates=())
        return m
    found = office_holders(m.country, office, when, lexicon)
    if len(found) > 1:
        found = tuple(a for a in found if a in named) or found
    if len(found) == 1:
        return replace(m, ref=found[0], candidates=())
    return replace(m, candidates=found)


@derived
def _countries_of_office(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, office in holders(lexicon):
        found.setdefault(office, set()).add(code)
    return {office: frozenset(codes) for office, codes in found.items()}


def _only_country(office: str, about: frozenset[str], lexicon: Lexicon) -> str:
    """The only country known to have an office, where the article speaks of it; else ""."""
    codes = _countries_of_office(lexicon).get(office, frozenset())
    return next(iter(codes)) if len(codes) == 1 and codes <= about else ""


def _namesake(m: Mention, interval: Interval | None, people: list[Mention], lexicon: Lexicon) -> Mention:
    """A surname of several persons: the one named last before it, else the only one then in an office."""
    table = offices_held(lexicon)
    found = [p.ref for p in reversed(people) if p.form == "name" and p.ref in m.candidates][:1]
    if not found and interval is not None:
        found = [a for a in m.candidates if any(r.held_in(interval) for r in table.get(a, ()))]
    if len(found) == 1 and found[0]:
        return replace(m, ref=found[0], country=actors(lexicon)[found[0]].country, candidates=())
    return m
