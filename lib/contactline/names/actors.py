"""Actors and countries: the tables, and the names, adjectives, titles and nouns that stand for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived, split_cell
from contactline.names.index import NameSense, fold, folded_words, shape_of

_NO_FIRST_NAMES = frozenset({"king"})
"""Words that begin the name of a person and are no first name, beside the names of states."""


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A row of actors.csv. ``part``: the part of its country that it is ("state", "forces"), "" for none."""

    actor_id: str
    name: str
    kind: str
    country: str
    part: str

    @property
    def first_name(self) -> str:
        """The first word of the name."""
        return self.name.split()[0]

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]


@dataclass(frozen=True, slots=True)
class Country:
    """A row of countries.csv. ``actor_id``: the state as an actor. ``place_id``: its territory, "" for none."""

    code: str
    actor_id: str
    place_id: str


@derived
def actors(lexicon: Lexicon) -> dict[str, KnownActor]:
    """The actors by id."""
    return {
        r["actor_id"]: KnownActor(r["actor_id"], r["name"], r["kind"], r["country"], r["part"])
        for r in lexicon.rows("actors")
    }


@derived
def countries(lexicon: Lexicon) -> dict[str, Country]:
    """The countries by code."""
    return {r["code"]: Country(r["code"], r["actor_id"], r["place_id"]) for r in lexicon.rows("countries")}


@derived
def actors_by_part(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """The actor that is a part of a country: (country, part) -> actor_id."""
    return {(a.country, a.part): a.actor_id for a in actors(lexicon).values() if a.part}


@derived
def persons_by_first_name(lexicon: Lexicon) -> dict[str, tuple[tuple[str, str], ...]]:
    """The persons by their folded first name, as pairs of surname and actor_id, without names of countries."""
    nations = {fold(a.name) for a in actors(lexicon).values() if a.part == "state"} | _NO_FIRST_NAMES
    found: dict[str, list[tuple[str, str]]] = {}
    for actor in actors(lexicon).values():
        if actor.kind == "person" and " " in actor.name:
            first = fold(actor.first_name)
            if first not in nations:
                found.setdefault(first, []).append((actor.surname, actor.actor_id))
    return {first: tuple(people) for first, people in found.items()}


def senses(lexicon: Lexicon) -> Iterator[tuple[str, NameSense]]:
    """Yield names, adjectives, demonyms, titles and nouns of groups with their senses, for the index of all
    names.
    """
    yield from _actor_names(lexicon)
    for first in persons_by_first_name(lexicon):
        yield first, NameSense("first", first, shape="capital")
    for r in lexicon.rows("countries"):
        for word in split_cell(r["adjectives"]):
            yield word, NameSense("adjective", r["code"], "demonym", country=r["code"], shape=shape_of(word))
        for word in split_cell(r["people"]):
            yield word, NameSense("people", r["code"], "demonym", country=r["code"], shape="capital")
    yield from _titles(lexicon)
    yield from _group_nouns(lexicon)


def _actor_names(lexicon: Lexicon) -> Iterator[tuple[str, NameSense]]:
    table = actors(lexicon)
    for r in lexicon.rows("actor_names"):
        actor = table[r["actor_id"]]
        yield (
            r["name"],
            NameSense(
                "actor",
                actor.actor_id,
                r["form"],
                weak=r["strength"] == "weak",
                near=folded_words(r["near"]),
                article=folded_words(r["article"]),
                country=actor.country,
                shape=shape_of(r["name"]),
                has_first_name=actor.kind == "person" and " " in r["name"],
            ),
        )


def _titles(lexicon: Lexicon) -> Iterator[tuple[str, NameSense]]:
    for r in lexicon.rows("offices"):
        yield (
            r["title"],
            NameSense(
                "title",
                r["office"],
                "title",
                country=r["country"],
                plural=r["plural"] == "yes",
                shape="upper" if r["title"].isupper() else "any",
            ),
        )


def _group_nouns(lexicon: Lexicon) -> Iterator[tuple[str, NameSense]]:
    for r in lexicon.rows("groups"):
        yield (
            r["noun"],
            NameSense(
                "group",
                r["part"],
                r["form"],
                countries=tuple(split_cell(r["countries"])),
                alone=r["alone"] == "yes",
                shape="upper" if r["noun"].isupper() else "any",
            ),
        )
