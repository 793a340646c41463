"""Persons and bodies that are in no table: the forms by which an article names them, and their countries."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from contactline.lexicon import unlisted
from contactline.names import spelling
from contactline.names.article_context import ArticleContext
from contactline.names.capitals import runs
from contactline.names.index import NameSense
from contactline.names.taken import Taken
from contactline.names.unlisted_bodies import Body, bodies
from contactline.names.unlisted_persons import Person, persons
from contactline.records import Mention

_SHORTEST_SURNAME = 4  # least letters of a surname that is looked for without the first name
_MOST_NAMES = 2000  # most names of an article, a limit for hostile text
_RANKS_BETWEEN = 3  # most words such as "army colonel" between a country's name and a person's
_APPOSITION = re.compile(
    r", (?:(?:the|an?) )?(?:[\w-]+ ){0,2}|, (?:(?:the|an?) )?(?:[\w-]+ ){1,4}(?:of|for|at) (?:the )?"
)
"""Between a name and the country that tells whose the person is: ", a " or ", spokesman for the "."""
_FARTHEST_APPOSED = 50  # characters between them
_TELLING_FORMS = ("demonym", "title", "description")


def unlisted_names(
    mentions: Sequence[Mention], explained: Collection[str], context: ArticleContext
) -> dict[str, tuple[NameSense, ...]]:
    """The forms in an article for persons and bodies that are in no table, each with its possible senses.

    ``mentions``: those of the lexicon's names. ``explained``: forms that the article explains as one of these. A
    surname alone is also a form if nobody in the lexicon has it; it then stands for all persons of that name in
    the article.
    """
    taken, rows = Taken(mentions), list(runs(context))
    found: dict[str, NameSense] = {}
    for body in bodies(rows, taken, context)[:_MOST_NAMES]:
        ref = unlisted.body_id(body.words, body.country)
        found.setdefault(_written(body, context), _sense(ref, body.country))
    people = [p for p in persons(rows, taken, context) if _written(p, context).split()[-1] not in explained]
    of_bodies = {form: (sense,) for form, sense in found.items()}
    return _forms_of_persons(people[:_MOST_NAMES], taken, context) | of_bodies


def _written(name: Person | Body, context: ArticleContext) -> str:
    """A name as written, on one line."""
    return context.text[name.start : name.end].replace("\n", " ")


def _sense(ref: str, country: str, whole: bool = True) -> NameSense:
    """The sense of a form. ``whole``: false for a surname alone."""
    note = unlisted.NOTE if unlisted.is_unlisted(ref) else ""
    return NameSense("actor", ref, country=country, shape="capital", has_first_name=whole, note=note)


def _forms_of_persons(
    people: Sequence[Person], taken: Taken, context: ArticleContext
) -> dict[str, tuple[NameSense, ...]]:
    """The forms of persons: each name as written, and surnames with all persons who have them."""
    full = _by_surname(p.words for p in people if len(p.words) > 1)
    countries: dict[str, str] = {}
    refs = [_ref(_fullest(p.words, full), context) for p in people]
    for person, ref in zip(people, refs, strict=True):
        known = context.known.actors.get(ref)
        countries.setdefault(ref, known.country if known is not None else "")
        countries[ref] = countries.get(ref) or _country(person, taken, context)
    found: dict[str, tuple[NameSense, ...]] = {}
    for person, ref in zip(people, refs, strict=True):
        found.setdefault(_written(person, context), (_sense(ref, countries[ref]),))
    bearers: dict[str, dict[str, None]] = {}  # surname -> the persons with that name, each once
    for person, ref in zip(people, refs, strict=True):
        surname = _written(person, context).split()[-1]
        if len(person.words) > 1 and _stands_alone(surname, person, context):
            bearers.setdefault(surname, {})[ref] = None
    for surname, those in bearers.items():
        in_full = [ref for ref in those if not unlisted.is_unlisted(ref) or len(unlisted.person_words(ref)[0]) > 1]
        found.setdefault(surname, tuple(_sense(ref, countries[ref], whole=False) for ref in in_full or those))
    return found


def _ref(sounds: tuple[str, ...], context: ArticleContext) -> str:
    """The id of a person by how the name sounds: that of the lexicon's person whose name is only spelt otherwise
    there ("Harutiunian", "Harutyunyan"), else one made of the name.
    """
    listed = context.known.by_full_name.get((sounds[0], sounds[-1])) if len(sounds) > 1 else None
    return listed or unlisted.person_id(sounds)


def _by_surname(names: Iterable[tuple[str, ...]]) -> dict[str, set[tuple[str, ...]]]:
    """Names of two words or more, reduced to how they sound and without middle ones, by the surname."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for words in names:
        first, last = spelling.sound(words[0]), spelling.sound(words[-1])
        found.setdefault(last, set()).add((first, last))
    return found


def _fullest(words: tuple[str, ...], full: dict[str, set[tuple[str, ...]]]) -> tuple[str, ...]:
    """The fullest name in the article of which a name can be a short form, as "A. Tatoyan" of "Arman Tatoyan"."""
    last = spelling.sound(words[-1])
    first = spelling.sound(words[0]) if len(words) > 1 else ""
    longer = {n for n in full.get(last, ()) if len(n[0]) > 1 and n[0].startswith(first)}
    if len(first) < 2 and len(longer) == 1:
        return longer.pop()
    return (first, last) if first else (last,)


def _stands_alone(surname: str, person: Person, context: ArticleContext) -> bool:
    """Whether a surname without a first name can only mean a person of that name in the article."""
    folded = person.words[-1]
    known = context.known
    return (
        len(surname) >= _SHORTEST_SURNAME
        and folded not in known.first_names
        and not known.index.is_form(folded)
        and folded not in known.common_words
        and not context.has_lower(folded)
    )


def _country(person: Person, taken: Taken, context: ArticleContext) -> str:
    """The country of a person from the words next to the name: "Armenian soldier ...", "..., Armenia's
    ombudsman".
    """
    before = taken.last_before(person.start)
    if before is not None and before.end <= person.start and before.country:
        gap = context.folded[before.end : person.start]
        between = [word.rstrip(".") for word in gap.removeprefix("'s").split()]
        ranks = all(word in context.known.honorifics for word in between)
        if ranks and len(between) <= _RANKS_BETWEEN and (before.kind == "actor" or gap.startswith("'s")):
            return before.country
    behind = taken.first_from(person.end)
    if behind is None or behind.start - person.end > _FARTHEST_APPOSED:
        return ""
    land = (
        behind.form in _TELLING_FORMS or behind.other in context.known.places or behind.ref in context.known.places
    )
    return behind.country if land and _APPOSITION.fullmatch(context.folded, person.end, behind.start) else ""
