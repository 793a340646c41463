"""Actors that are in no table of the lexicon: their ids, which show whether they are a person or a body, and
their names.
"""

from __future__ import annotations

from collections.abc import Iterable

from contactline.records import Mention

NOTE = "not in the lexicon"
"""The note of every mention of such an actor, and of its row among a build's actors."""
CONFIDENCE = "read"
"""The confidence of its row: it was read from articles, and nobody has looked it up."""
PREFIX = "new:"
"""The beginning of the id of every such actor."""
_PERSON, _BODY = PREFIX, "new:body:"


def person_id(words: Iterable[str]) -> str:
    """The id of a person, made from the reduced words of the name: "new:arman-tatoian"."""
    return _PERSON + "-".join(words)


def person_words(actor_id: str) -> tuple[str, ...]:
    """The reduced words of the name from which a person's id was made."""
    return tuple(actor_id.removeprefix(_PERSON).split("-"))


def body_id(words: Iterable[str], country: str) -> str:
    """The id of a body, made from the words of its name and its country's code:
    "new:body:aze:state-commission".
    """
    return f"{_BODY}{country.lower() or 'unk'}:{'-'.join(words)}"


def is_unlisted(actor_id: str | None) -> bool:
    """Whether an id is that of an actor that is in no table."""
    return actor_id is not None and actor_id.startswith(_PERSON)


def is_person(actor_id: str | None) -> bool:
    """Whether an id is that of a person who is in no table."""
    return actor_id is not None and actor_id.startswith(_PERSON) and not actor_id.startswith(_BODY)


def names(mentions: Iterable[Mention]) -> dict[str, str]:
    """The names of these actors in an article: by id, the longest name in its mentions."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.ref is not None and is_unlisted(mention.ref):
            found[mention.ref] = max(found.get(mention.ref, ""), " ".join(mention.text.split()), key=len)
    return found
