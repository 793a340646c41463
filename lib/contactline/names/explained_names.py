"""Forms of names that an article itself explains: acronyms after a name, misspelt names next to a title or
first name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from contactline.names import offices, spelling
from contactline.names.article_context import ArticleContext
from contactline.names.index import NameMatch, NameSense, fold, is_whole_word
from contactline.names.phrases import BareTitle
from contactline.names.surnames import word_before
from contactline.records import UNKNOWN, Mention

MOST_COMPARED = 400
"""Most unknown names of a kind in an article that are compared with known ones; a limit for hostile text."""
_ACRONYM = re.compile(r" \(([A-Z][A-Za-z]{0,2}[A-Z]{1,6})\)")
_PERSON_AFTER = re.compile(r",? ([A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30})?)")
_NAME_AFTER = re.compile(r" ([A-Z][\w'’-]{4,30})")
_LONG_NAME = re.compile(r"\b[A-Z][\w'’-]{4,30}")
_SETTLEMENT = re.compile(
    r"\b(?:village|town|city|district|region|province|settlement)s? of ([A-Z][\w'’-]{4,30})"
    r"|\b([A-Z][\w'’-]{4,30}) (?:village|town|city|district|region|province|settlement)\b"
)

Explained = dict[str, NameSense]
"""A form as written in the article -> its senses."""


def explained(
    matches: Iterable[NameMatch],
    mentions: Iterable[Mention],
    titles: Iterable[BareTitle],
    context: ArticleContext,
) -> Explained:
    """Find the forms of names that an article explains.

    ``matches``: all names of the text, in order. ``mentions`` and ``titles``: those that ``phrases.compose`` made
    of them. Misspelt names are only looked for in articles about the region.
    """
    found = _acronyms(mentions, context)
    if context.regional:
        found |= _persons_after_titles(titles, context)
        found |= _persons_after_first_names(matches, context)
        found |= _names_that_sound_known(found, context)
        found |= _settlements(found, context)
    return found


def occurrences(text: str, forms: Mapping[str, tuple[NameSense, ...]]) -> list[NameMatch]:
    """Find where forms (at least one) occur in the text, with all senses of each; a blank also matches a line
    break.
    """
    pattern = re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)))
    return [
        NameMatch(m.start(), m.end(), forms[m[0]])
        for m in pattern.finditer(text.replace("\n", " "))
        if is_whole_word(text, m.start(), m.end())
    ]


def _acronyms(mentions: Iterable[Mention], context: ArticleContext) -> Explained:
    """Acronyms in brackets after a body's name: "the Collective Security Treaty Organization (CSTO)"."""
    found: Explained = {}
    for mention in mentions:
        if mention.kind != "actor" or mention.form != "name" or not mention.ref:
            continue
        match = _ACRONYM.match(context.text, mention.end)
        actor = context.known.actors.get(mention.ref)
        if match is None or actor is None or actor.kind in ("person", "government"):
            continue
        if not context.known.index.is_form(fold(match[1])):
            sense = NameSense("actor", mention.ref, mention.form, country=mention.country, shape="upper")
            found.setdefault(match[1], sense)
    return found


def _persons_after_titles(titles: Iterable[BareTitle], context: ArticleContext) -> Explained:
    """Misspelt surnames after a title ("Prime Minister Nikol Pashinian")."""
    found: Explained = {}
    for title in list(titles)[:MOST_COMPARED]:
        match = _PERSON_AFTER.match(context.text, title.end)
        if match and not context.known.index.is_form(fold(match[1].split()[-1])):
            word = _without_possessive(match[1].split()[-1])
            found |= _person(word, _holder(word, title, context), context)
    return found


def _holder(word: str, title: BareTitle, context: ArticleContext) -> str | None:
    """The person meant by a misspelt surname after a title: somebody who held the office, else one of the
    country.
    """
    known = context.known
    if title.country:
        held = [known.actors[a] for a in offices.holders(title.country, title.office, UNKNOWN, context.lexicon)]
        ref = spelling.closest(word, [(a.surname, a.actor_id) for a in held], slack=1)
        if ref:
            return ref
    codes = (title.country,) if title.country else known.conflict.with_forces
    return spelling.closest(word, [pair for code in codes for pair in known.surnames.get(code, ())])


def _persons_after_first_names(matches: Iterable[NameMatch], context: ArticleContext) -> Explained:
    """Misspelt surnames after the first name of a known person."""
    found: Explained = {}
    firsts = [match for match in matches if match.senses[0].role == "first"]
    for first in firsts[:MOST_COMPARED]:
        match = _NAME_AFTER.match(context.text, first.end)
        if match and not context.known.index.is_form(fold(match[1])):
            word = _without_possessive(match[1])
            surnames = context.known.by_first_name[first.senses[0].ref]
            found |= _person(word, spelling.closest(word, surnames), context)
    return found


def _names_that_sound_known(before: Explained, context: ArticleContext) -> Explained:
    """Words that sound like a person's surname, after a similar first name, or like a town of the region.

    ``before``: forms explained so far.
    """
    known = context.known
    found: Explained = {}
    for match in _LONG_NAME.finditer(context.text):
        word = _without_possessive(match[0])
        refs = known.by_sound.get(spelling.sound(word))
        if refs is None or word in before or word in found or known.index.is_form(fold(word)):
            continue
        preceding = word_before(context, match.start())
        if preceding is not None and preceding[1][0].isupper():
            found |= _person(word, _only(_with_first_name(preceding[1], refs, context)), context)
        else:
            found |= _place(word, _only([r for r in refs if r in known.places]), context)
    return found


def _with_first_name(first: str, refs: Iterable[str], context: ArticleContext) -> list[str]:
    """Those of these ids that are persons with such a first name."""
    table = context.known.actors
    return [r for r in refs if r in table and spelling.same_first_name(first, table[r].first_name)]


def _only(refs: list[str]) -> str | None:
    return refs[0] if len(refs) == 1 else None


def _settlements(before: Explained, context: ArticleContext) -> Explained:
    """Misspelt names of places that are called a village, town or the like. ``before``: forms explained so far."""
    found: Explained = {}
    compared = 0
    for match in _SETTLEMENT.finditer(context.text):
        word = _without_possessive(match[1] or match[2])
        if word in before or word in found or context.known.index.is_form(fold(word)):
            continue
        compared += 1
        if compared > MOST_COMPARED:
            break
        found |= _place(word, spelling.closest(word, context.known.towns), context)
    return found


def _without_possessive(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _person(word: str, ref: str | None, context: ArticleContext) -> Explained:
    """A form that stands for a person; nothing where ``ref`` is None."""
    if ref is None:
        return {}
    actor = context.known.actors[ref]
    note = f"read as {actor.name}: unusual spelling"
    return {word: NameSense("actor", ref, "name", country=actor.country, shape="capital", note=note)}


def _place(word: str, ref: str | None, context: ArticleContext) -> Explained:
    """A form that stands for a place; nothing where ``ref`` is None."""
    if ref is None:
        return {}
    place = context.known.places[ref]
    note = f"read as {place.name}: unusual spelling"
    return {word: NameSense("place", ref, "name", country=place.country, shape="capital", note=note)}
