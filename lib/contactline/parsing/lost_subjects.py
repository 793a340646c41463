"""Subjects that a small parser made part of something else, and verbs that it took for participles of them.

Repairs as in repair.py, of one kind: the words of the subject stand where a subject stands, and only their
relation is wrong.
"""

from __future__ import annotations

from dataclasses import replace

from contactline.parsing.tree import SUBJECTS, Children, children, dependents, descendants, is_finite
from contactline.records import Token

_INTRANSITIVE = frozenset(
    {
        *(
            "agreed",
            "arrived",
            "assembled",
            "began",
            "clashed",
            "collapsed",
            "convened",
            "died",
            "engaged",
            "erupted",
        ),
        *("flared", "fled", "focused", "gathered", "lasted", "marched", "met", "protested", "rallied", "resigned"),
        *("resumed", "returned", "spoke", "talked", "travelled", "traveled"),
    }
)
"""Verbs that nothing is done to, so that without an object they are no participles of what suffered them."""


def _first_subject_parsed_as_title(tokens: list[Token], below: Children) -> list[Token]:
    """The first of two subjects, parsed as a title of the second: "Mirzoyan and Turkish minister Fidan met"."""
    found = list(tokens)
    for first in tokens:
        second = tokens[first.head]
        if first.mention < 0 or first.dep not in ("nmod:desc", "compound") or second.dep not in SUBJECTS:
            continue
        joined = first.i + 1 < second.i and tokens[first.i + 1].lower in ("and", "&")
        if not joined or second.mention < 0 or second.mention == first.mention:
            continue
        found[first.i] = replace(first, head=second.head, dep=second.dep)
        found[second.i] = replace(second, head=first.i, dep="conj")
        found[first.i + 1] = replace(tokens[first.i + 1], head=second.i, dep="cc")
        return found
    return found


def _source_parsed_as_subject(tokens: list[Token], below: Children) -> list[Token]:
    """Whoever is quoted, parsed as the first of the subjects: "According to the ministry, two men were hurt"."""
    found = list(tokens)
    for source in tokens:
        if source.dep not in SUBJECTS or not any(
            tokens[c].lower == "according" for c in dependents(tokens, below, source.i, "case")
        ):
            continue
        joined = [c for c in dependents(tokens, below, source.i, "conj") if c < source.head]
        if not joined or not any(t.text == "," for t in tokens[source.i : joined[0]]):
            continue
        found[source.i] = replace(source, dep="obl")
        found[joined[0]] = replace(tokens[joined[0]], head=source.head, dep=source.dep)
        for c in joined[1:]:
            found[c] = replace(tokens[c], head=joined[0])
        return found
    return found


def _verb_parsed_as_participle_of_its_subject(tokens: list[Token], below: Children) -> list[Token]:
    """The verb of a sentence, parsed as a participle of its subject: "Hundreds of people gathered in the square".

    So it must be where the sentence has no verb with a tense, and the participle an object or a verb to which
    nothing is done. A headline ("Two soldiers killed near Sotk") stays as it is.
    """
    found = list(tokens)
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in ("NOUN", "PROPN", "NUM"):
        return found
    if dependents(tokens, below, root.i, "cop", "case", *SUBJECTS):
        return found
    verb = next((t for t in tokens if _can_be_its_verb(tokens, below, t, root)), None)
    if verb is None:
        return found
    own = {verb.i, *descendants(below, verb.i)}
    if any(
        is_finite(tokens, below, t.i) and t.pos == "VERB" and not _in_a_clause(t) for t in tokens if t.i not in own
    ):
        return found
    found[verb.i] = replace(verb, head=verb.i, dep="ROOT")
    found[root.i] = replace(root, head=verb.i, dep="nsubj")
    for c in below[root.i]:
        if c > verb.i or tokens[c].dep == "punct":
            found[c] = replace(tokens[c], head=verb.i)
    return found


def _can_be_its_verb(tokens: list[Token], below: Children, verb: Token, root: Token) -> bool:
    """Whether a participle behind a noun can be the verb that the noun is the subject of."""
    if verb.dep != "acl" or verb.pos != "VERB" or "Tense=Past" not in verb.features or verb.i < root.i:
        return False
    if dependents(tokens, below, verb.i, "obl:agent", "aux", "aux:pass") or tokens[verb.i - 1].text in (
        ",",
        "(",
        "-",
    ):
        return False
    here = verb
    while here.head != here.i:
        here = tokens[here.head]
        if here.dep not in ("ROOT", "nmod", "acl", "obj", "conj"):
            return False
    return verb.lower in _INTRANSITIVE or bool(
        [c for c in dependents(tokens, below, verb.i, "obj", "ccomp") if c > verb.i]
    )


def _in_a_clause(token: Token) -> bool:
    """Whether a verb has a subordinate clause of its own."""
    return token.dep in ("acl:relcl", "advcl", "ccomp", "advcl:relcl")


def _subject_hung_on_its_participle(tokens: list[Token], below: Children) -> list[Token]:
    """A subject hung on a participle behind it, where the verb has none: "Petrosyan, seized in May, was tried"."""
    found = list(tokens)
    for participle in tokens:
        verb = tokens[participle.head]
        if participle.dep not in ("parataxis", "advcl", "ccomp") or participle.i >= verb.i or verb.pos != "VERB":
            continue
        subjects = dependents(found, below, participle.i, *SUBJECTS)
        bare = "VerbForm=Part" in participle.features and not dependents(
            found, below, participle.i, "aux", "aux:pass", "mark"
        )
        if len(subjects) != 1 or not bare or dependents(found, below, verb.i, *SUBJECTS, "expl"):
            continue
        auxiliaries = dependents(found, below, verb.i, "aux", "aux:pass")
        if not auxiliaries or not any(t.text == "," for t in tokens[participle.i : auxiliaries[0]]):
            continue
        subject = subjects[0]
        passive = any(tokens[c].dep == "aux:pass" for c in auxiliaries)
        found[subject] = replace(tokens[subject], head=verb.i, dep="nsubj:pass" if passive else "nsubj")
        found[participle.i] = replace(participle, head=subject, dep="acl")
        below = children(found)
    return found


LOST_SUBJECTS = (
    _first_subject_parsed_as_title,
    _source_parsed_as_subject,
    _verb_parsed_as_participle_of_its_subject,
    _subject_hung_on_its_participle,
)
"""The repairs in the order in which they are tried."""
