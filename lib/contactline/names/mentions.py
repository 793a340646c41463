"""The mentions of places and actors in an article: all steps from its text to its mentions."""

from __future__ import annotations

from contactline.lexicon import Lexicon
from contactline.names import mistranslation
from contactline.names.article_context import context_of
from contactline.names.explained_names import explained, occurrences
from contactline.names.index import NameMatch, NameSense, fold
from contactline.names.known_names import KnownNames, known_names
from contactline.names.phrases import compose
from contactline.names.selection import in_order, select
from contactline.names.unlisted_names import unlisted_names
from contactline.records import Document, Mention


def find(document: Document, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Find every place and actor that the text names, sorted by start, none overlapping.

    Titles stay unresolved (``ref`` None with candidates) until the article is dated: resolution.resolve. Ambiguous
    names that the article does not resolve keep their candidates. The dateline's place is not a mention.
    """
    known = known_names(lexicon)
    text = document.text
    folded = fold(text)
    matches = [*known.index.matches(text, folded), *_mistranslated(text, folded, known, lexicon)]
    context = context_of(text, folded, matches, lexicon)
    matches = in_order(matches)
    composed = compose(select(matches, context), context)
    by_article = explained(matches, composed.mentions, composed.titles, context)
    more = unlisted_names(composed.mentions, by_article, context)
    more |= {form: (sense,) for form, sense in by_article.items()}
    if more:
        matches = in_order([*matches, *occurrences(text, more)])
        composed = compose(select(matches, context), context)
    return tuple(m for m in composed.mentions if not _is_place_of_dateline(m, document, known))


def _is_place_of_dateline(mention: Mention, document: Document, known: KnownNames) -> bool:
    """Whether a mention is the place where the report was filed, or the actor with that place's name."""
    if document.dateline is None:
        return False
    start, end = document.dateline.span
    return start <= mention.start < end and (mention.kind == "place" or mention.other in known.places)


def _mistranslated(text: str, folded: str, known: KnownNames, lexicon: Lexicon) -> list[NameMatch]:
    """Matches of names that a machine translation has changed into others."""
    found = []
    for c in mistranslation.corrections(text, folded, lexicon):
        ref, country = c.stands_for, c.stands_for
        if ref in known.places:
            country = known.places[ref].country
            name = known.places[ref].name
        else:
            state = known.countries[ref]
            name = known.actors[state.actor_id].name
            ref = state.place_id if c.role == "place" else ref
        note = f"read as {name}: machine translation from {c.source}"
        found.append(NameMatch(c.start, c.end, (NameSense(c.role, ref, "name", country=country, note=note),)))
    return found
