"""Corrects subjects that a small parser attached wrongly, and verbs that it took for participles of their
subjects.

These are repairs as in repair.py, of one kind: the words of the subject are in the position of a subject, and only
their relation is wrong.
"""

from __future__ import annotations

from dataclasses import replace

from contactline.parsing.needs import needs
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
"""Intransitive verbs: without an object, such a form is not a passive participle."""


_REPORTING = frozenset({"said", "says", "reported", "claimed", "stated", "announced"})


@needs(("and", "&"), ("nmod:desc", "compound"))
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


@needs(("according",))
def _source_parsed_as_subject(tokens: list[Token], below: Children) -> list[Token]:
    """The quoted source, parsed as the first of the subjects: "According to the ministry, two men were hurt"."""
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


@needs(("acl",))
def _verb_parsed_as_participle_of_its_subject(tokens: list[Token], below: Children) -> list[Token]:
    """The verb of a sentence, parsed as a participle of its subject: "Hundreds of people gathered in the square".

    Assumed if the sentence has no finite verb and the participle has an object or is of an intransitive verb. A
    headline ("Two soldiers killed near Sotk") stays unchanged.
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


@needs(("parataxis", "advcl", "ccomp"), (",",))
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


@needs(_REPORTING, ("conj",), ("nummod",))
def _first_subject_parsed_as_object_of_report(tokens: list[Token], below: Children) -> list[Token]:
    """The first of two subjects, parsed as the object of a report: "said ten men and two boys died"."""
    found = list(tokens)
    for verb in tokens:
        report = tokens[verb.head]
        if verb.dep != "conj" or report.lower not in _REPORTING or not is_finite(tokens, below, verb.i):
            continue
        objects, subjects = (
            dependents(tokens, below, report.i, "obj"),
            dependents(tokens, below, verb.i, *SUBJECTS),
        )
        if len(objects) != 1 or len(subjects) != 1 or not dependents(tokens, below, objects[0], "nummod"):
            continue
        if not report.i < objects[0] < subjects[0] or any(t.text == "," for t in tokens[objects[0] : subjects[0]]):
            continue
        first, second = objects[0], subjects[0]
        found[first] = replace(tokens[first], head=verb.i, dep=tokens[second].dep)
        found[second] = replace(tokens[second], head=first, dep="conj")
        found[verb.i] = replace(verb, dep="ccomp")
        return found
    return found


@needs(("each",), ("other",))
def _each_other_parsed_as_modifiers(tokens: list[Token], below: Children) -> list[Token]:
    """ "Accused each other of shelling homes", where both words were hung on the homes: they are the object."""
    found = list(tokens)
    for other in tokens[1:]:
        noun = tokens[other.head]
        verb = tokens[noun.head]
        apart = other.lower == "other" and tokens[other.i - 1].lower == "each" and other.dep in ("amod", "det")
        if not apart or noun.dep != "obj" or verb.pos != "VERB" or noun.i < other.i or verb.i > other.i:
            continue
        gerund = next((t for t in tokens[other.i : noun.i] if t.dep == "acl" and t.head == other.i), None)
        if gerund is None:
            continue
        found[other.i] = replace(other, head=verb.i, dep="obj")
        found[other.i - 1] = replace(tokens[other.i - 1], head=other.i, dep="det")
        found[gerund.i] = replace(gerund, head=verb.i, dep="advcl")
        found[noun.i] = replace(noun, head=gerund.i)
        return found
    return found


@needs(("conj",))
def _phrase_joined_to_its_verb(tokens: list[Token], below: Children) -> list[Token]:
    """A phrase with a preposition, parsed as joined to the verb: "met in person and via video"."""
    found = list(tokens)
    for noun in tokens:
        if noun.dep != "conj" or noun.pos != "NOUN" or tokens[noun.head].pos != "VERB" or noun.head > noun.i:
            continue
        if dependents(tokens, below, noun.i, "case") and not dependents(tokens, below, noun.i, *SUBJECTS, "cop"):
            found[noun.i] = replace(noun, dep="obl")
    return found


LOST_SUBJECTS = (
    _first_subject_parsed_as_title,
    _source_parsed_as_subject,
    _verb_parsed_as_participle_of_its_subject,
    _subject_hung_on_its_participle,
    _first_subject_parsed_as_object_of_report,
    _each_other_parsed_as_modifiers,
    _phrase_joined_to_its_verb,
)
"""The repairs in the order in which they are tried."""
