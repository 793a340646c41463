"""The index of all names and the tables that recognition needs besides, built once for a lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived, split_cell, unlisted
from contactline.lexicon.conflict import ConflictParties, conflict_parties
from contactline.names import actors, places, spelling
from contactline.names.actors import Country, KnownActor
from contactline.names.index import NameIndex, NameSense, fold, shape_of
from contactline.names.places import Place

Names = tuple[tuple[str, str], ...]
"""Pairs of a name and the id of the person, body or place."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The index of all names, and the tables for interpreting a match.

    ``actor_of_part``: (country, part) -> actor_id. ``country_of_place``: place_id of a country -> its code.
    ``institutions``: words that make a name before them part of an institution's. ``days``: names of weekdays and
    months. ``lead_words``: words that begin a sentence and are not first names. ``honorifics``: word -> whether it
    supports a weak surname. ``attributive``: half of a compound, and its side of the name. ``by_first_name``:
    folded first name -> surnames of those who have it. ``surnames``: country -> surnames. ``conflict``: the
    parties to the conflict. ``towns``: strong names of places of the region that are one word. ``by_sound``: sound
    of a surname or of such a town -> ids. ``by_full_name``: sounds of a first name and a surname -> the one person
    of that name. ``first_names``: folded first name -> whether it is never anything else.
    ``person_words``: ranks, offices and professions before a person's name. ``body_heads``: words that end or
    begin the name of a body. ``thing_words``: these and all others that make capitalised words the name of a
    thing. ``common_words``: ordinary words in the lexicon. ``us_states``: folded names of the states of the United
    States. ``country_named``: folded name -> country code.
    """

    index: NameIndex
    actors: dict[str, KnownActor]
    places: dict[str, Place]
    countries: dict[str, Country]
    actor_of_part: dict[tuple[str, str], str]
    country_of_place: dict[str, str]
    institutions: frozenset[str]
    days: frozenset[str]
    lead_words: frozenset[str]
    honorifics: dict[str, bool]
    attributive: frozenset[tuple[str, str]]
    by_first_name: dict[str, Names]
    surnames: dict[str, Names]
    towns: Names
    by_sound: dict[str, tuple[str, ...]]
    by_full_name: dict[tuple[str, str], str]
    conflict: ConflictParties
    first_names: dict[str, bool]
    person_words: frozenset[str]
    surname_endings: tuple[str, ...]
    body_heads: frozenset[str]
    thing_words: frozenset[str]
    common_words: frozenset[str]
    us_states: frozenset[str]
    country_named: dict[str, str]

    def is_person(self, actor_id: str) -> bool:
        """Whether an actor is a person, in a table or not."""
        actor = self.actors.get(actor_id)
        return actor.kind == "person" if actor is not None else unlisted.is_person(actor_id)


@derived
def known_names(lexicon: Lexicon) -> KnownNames:
    """The index of all names and the tables beside it."""
    states = actors.countries(lexicon)
    surnames, towns = _surnames(lexicon), _towns(lexicon)
    blocked = lexicon.rows("not_names")
    blocks = [(r["phrase"], NameSense("block", r["reason"], shape=shape_of(r["phrase"]))) for r in blocked]
    return KnownNames(
        index=NameIndex([*places.senses(lexicon), *actors.senses(lexicon), *blocks]),
        actors=actors.actors(lexicon),
        places=places.places(lexicon),
        countries=states,
        actor_of_part=actors.actors_by_part(lexicon),
        country_of_place={c.place_id: code for code, c in states.items() if c.place_id},
        institutions=_words("institutions", lexicon),
        days=_lower_words("weekdays", lexicon) | _lower_words("months", lexicon),
        lead_words=_lower_words("lead_words", lexicon) | _lower_words("sentence_openers", lexicon),
        honorifics={r["word"]: r["fits"] == "yes" for r in lexicon.rows("honorifics")},
        attributive=frozenset((r["word"], r["side"]) for r in lexicon.rows("attributive")),
        by_first_name=actors.persons_by_first_name(lexicon),
        surnames=surnames,
        towns=towns,
        by_sound=_by_sound((*(pair for names in surnames.values() for pair in names), *towns)),
        by_full_name=_by_full_name(lexicon),
        conflict=conflict_parties(lexicon),
        first_names=_first_names(lexicon),
        person_words=frozenset(r["word"] for r in lexicon.rows("honorifics") if r["names"]),
        surname_endings=tuple(r["ending"] for r in lexicon.rows("surname_endings")),
        body_heads=_words("body_heads", lexicon),
        thing_words=_words("body_heads", lexicon) | _words("institutions", lexicon),
        common_words=_common_words(lexicon),
        us_states=frozenset(fold(r["name"]) for r in lexicon.rows("us_states")),
        country_named=_countries_by_name(states, lexicon),
    )


def _first_names(lexicon: Lexicon) -> dict[str, bool]:
    """Folded first names, including those of persons in actors.csv, each with whether it is never anything
    else.
    """
    titles = frozenset(r["word"] for r in lexicon.rows("honorifics"))
    found = {first: True for first in actors.persons_by_first_name(lexicon) if first not in titles}
    return found | {fold(r["name"]): r["strength"] == "strong" for r in lexicon.rows("first_names")}


def _countries_by_name(states: dict[str, Country], lexicon: Lexicon) -> dict[str, str]:
    """The codes of countries by the folded names of their territories."""
    code_of = {country.place_id: code for code, country in states.items() if country.place_id}
    return {
        fold(r["name"]): code_of[r["place_id"]] for r in lexicon.rows("place_names") if r["place_id"] in code_of
    }


def _common_words(lexicon: Lexicon) -> frozenset[str]:
    """Ordinary words that other tables have in lower case."""
    cells = [cell for r in lexicon.rows("word_classes") for cell in split_cell(r["words"])]
    cells += [cell for r in lexicon.rows("patterns") for cell in split_cell(r["trigger"])]
    cells += [r["noun"] for r in lexicon.rows("groups")] + [r["title"] for r in lexicon.rows("offices")]
    cells += [r["word"] for table in ("lead_words", "place_cues", "honorifics") for r in lexicon.rows(table)]
    return frozenset(fold(word) for cell in cells for word in cell.replace("_", " ").split())


def _words(table: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(r["word"] for r in lexicon.rows(table))


def _lower_words(table: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word.lower() for word in _words(table, lexicon))


def _surnames(lexicon: Lexicon) -> dict[str, Names]:
    """The surnames of the persons of each country."""
    found: dict[str, list[tuple[str, str]]] = {}
    for actor in actors.actors(lexicon).values():
        if actor.kind == "person" and " " in actor.name:
            found.setdefault(actor.country, []).append((actor.surname, actor.actor_id))
    return {code: tuple(names) for code, names in found.items()}


def _by_full_name(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """The persons by how their first name and surname sound; names that two persons have are left out."""
    found: dict[tuple[str, str], str] = {}
    for actor in actors.actors(lexicon).values():
        first, *rest = actor.name.split()
        if actor.kind == "person" and rest:
            key = spelling.sound(first), spelling.sound(actor.surname)
            found[key] = "" if key in found else actor.actor_id
    return {key: ref for key, ref in found.items() if ref}


def _towns(lexicon: Lexicon) -> Names:
    """The one-word names of places of the region that need no supporting words."""
    land, states = places.places(lexicon), conflict_parties(lexicon).states
    return tuple(
        (r["name"], r["place_id"])
        for r in lexicon.rows("place_names")
        if land[r["place_id"]].country in states and r["strength"] == "strong" and " " not in r["name"]
    )


def _by_sound(names: Names) -> dict[str, tuple[str, ...]]:
    """The ids of names that sound alike, each id once, by the sound."""
    found: dict[str, dict[str, None]] = {}
    for name, ref in names:
        found.setdefault(spelling.sound(name), {})[ref] = None
    return {sound: tuple(refs) for sound, refs in found.items() if len(sound) >= spelling.SHORTEST}
