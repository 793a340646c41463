"""Names found in made sentences, for the tests of the room of names."""

from __future__ import annotations

from made_documents import document

from contactline import names
from contactline.lexicon import load
from contactline.names.article_context import ArticleContext, context_of
from contactline.names.index import NameMatch, fold
from contactline.names.known_names import known_names

LEXICON = load()

Found = list[tuple[str, str, str | None]]


def found(text: str) -> Found:
    """The mentions as (words, "place name" and the like, id)."""
    return [(m.text, f"{m.kind} {m.form}", m.ref) for m in names.find(document(text), LEXICON)]


def matched(text: str) -> tuple[list[NameMatch], ArticleContext]:
    """All matches of names in a text, overlaps included, and the context of the text as an article."""
    folded = fold(text)
    matches = known_names(LEXICON).index.matches(text, folded)
    return matches, context_of(text, folded, matches, LEXICON)


def longest(text: str) -> tuple[list[NameMatch], ArticleContext]:
    """The longest matches from left to right, whatever stands around them, and the context."""
    matches, context = matched(text)
    kept: list[NameMatch] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept, context
