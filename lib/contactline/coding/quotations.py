"""The speaker of a quotation that extends over several sentences.

The speaker is named once: after its last sentence ("...," the ministry said), before its first ("The ministry
said: ...") or where it is interrupted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from contactline.coding.participants import ActorFacts, Discourse, Participant
from contactline.records import Document, Mention, Sentence

_QUOTED = re.compile(r'“[^”]{10,3000}”|«[^»]{10,3000}»|(?<!\S)"(?=\S)[^"]{10,3000}(?<=[.,!?…])"')
"""Text in quotation marks. A new paragraph may open the marks again without closing them."""
_LONG = 40
"""Least number of letters of a quotation; shorter ones are terms ("special operation")."""
_SAYS = re.compile(
    r"\b(?:said|says|told|added|adds|stated|states|reads|read|announced|declared|reported|noted|claimed|according)\b"
)
_STATEMENT = re.compile(r"\b(?:it|he|she|they|statement|ministry|note|report|spokes\w+|minister|president)\b")
"""Words for a speaker who was named before."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation by its ``start`` and ``end`` in the text.

    ``speaker``: None where an earlier sentence names the speaker, or nobody does (``open``).
    """

    start: int
    end: int
    speaker: Mention | None
    open: bool


def find(document: Document, mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """The quotations of an article that extend over the end of a sentence, or that follow another one directly.

    The latter are of the form "...," he said. "...". In the order of the text.
    """
    found: list[Quotation] = []
    before: Quotation | None = None
    for quoted in _QUOTED.finditer(document.text):
        start, end = quoted.span()
        opening, closing = _sentence_at(document, start), _sentence_at(document, end - 1)
        if opening is None or closing is None:
            continue
        words = [(end, closing.end), (opening.start, start)]
        quotation = Quotation(start, end, None, True)
        for first, last in words:
            told = _speaker(document.text, first, last, mentions)
            if told is not None:
                quotation = Quotation(start, end, told[0], False)
                break
        if quotation.open and before is not None and opening.start == start:
            said_in = _sentence_at(document, before.end - 1)
            if said_in is not None and not document.text[said_in.end : start].strip():
                quotation = Quotation(start, end, before.speaker, before.open)
        if not quotation.open and end - start >= _LONG:
            found.append(quotation)
        before = quotation
    return tuple(found)


def speakers(
    quotations: Sequence[Quotation], start: int, facts: ActorFacts, discourse: Discourse
) -> tuple[Participant, ...]:
    """The speakers of the text at ``start``; empty outside quotations, or where the speaker is unknown."""
    quotation = next((q for q in quotations if q.start <= start < q.end), None)
    if quotation is None:
        return ()
    if quotation.speaker is None:
        return discourse.speaker or ((discourse.body,) if discourse.body is not None else ())
    mention = quotation.speaker
    actor_id = mention.ref if mention.kind == "actor" else mention.other
    country = mention.country if mention.kind == "actor" else facts.countries.get(actor_id or "", mention.country)
    person = actor_id in facts.persons
    return (Participant(actor_id, country, mention.text, mention.start, mention.end, -1, person, sure=False),)


def _speaker(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[Mention | None] | None:
    """The speaker named by the words next to a quotation: the actor nearest to the verb of saying.

    (None,) for one named before, None where there is no verb of saying.
    """
    says = _SAYS.search(text, start, end)
    if says is None:
        return None
    near = [
        m
        for m in mentions
        if start <= m.start and m.end <= end and m.country not in ("", "MED") and (m.kind == "actor" or m.other)
    ]
    if near:
        return (min(near, key=lambda m: min(abs(m.start - says.end()), abs(says.start() - m.end))),)
    return (None,) if _STATEMENT.search(text.lower(), start, end) else None


def _sentence_at(document: Document, at: int) -> Sentence | None:
    return next((s for s in document.sentences if s.start <= at < s.end), None)
