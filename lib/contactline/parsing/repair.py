"""Corrects errors of a small parser that are visible in its tree, before the tree is interpreted.

Each repair knows one shape that no English sentence has (a finite clause attached to the next one without a
conjunction, a name parsed as a preposition) and attaches the words in the only way that makes sense. A repair that
would make the tree cyclic is not applied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contactline.parsing.lost_subjects import LOST_SUBJECTS
from contactline.parsing.needs import Repair, held, may_apply, needs
from contactline.parsing.tree import (
    SUBJECTS,
    Children,
    children,
    dependents,
    descendants,
    is_finite,
    is_infinitive,
    is_tree,
)
from contactline.records import Token

_FUNCTION_RELATIONS = frozenset({"aux", "punct", "mark", "cc", "advmod", "discourse", "cop", "case"})
_CLAUSE_RELATIONS = frozenset({"ccomp", "xcomp", "advcl", "parataxis"})
_COMPLEMENTS = frozenset({"advcl", "xcomp", "ccomp", "acl"})
_COMMAS_AND_QUOTES = frozenset({",", '"', "“", "”", "«", "»"})
_SUBJECTED = frozenset({"subject", "subjects", "subjected", "subjecting"})
_STATES = frozenset({"hostage", "prisoner", "captive"})
_ASKS_WITH = {"called": ("for", "on", "upon"), "appealed": ("for", "to"), "pressed": ("for",), "pushed": ("for",)}
"""Verbs of asking and the prepositions after them, with which they are not passive."""

_REPORTS = frozenset(
    {"said", "told", "added", "reported", "reports", "wrote", "noted", "stated", "announced", "informed"}
)
"""Verbs that follow, with their subject, what somebody said."""
_LYING_AROUND = frozenset({"surrounding", "neighbouring", "neighboring", "adjoining", "bordering"})
"""Participles that before a plural without article give a position: "surrounding districts"."""
_SPANS = frozenset({"hours", "days", "weeks", "months", "years", "decades"})
"""Spans of time for which somebody has said or demanded something, before the reported clause: "demanded for
weeks that"."""
_BEFORE_A_GERUND = frozenset({"before", "after", "since"})
_PASSIVE_PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"
_PARTICIPLE_ENDINGS = ("ed", "en", "shot", "hit", "held")
_TOLD_WHOM = frozenset({"told", "assured", "informed", "reminded", "warned"})
_FARTHEST_COMMA = 25  # words between a fronted phrase and its verb; beyond, the comma belongs to something else


def repaired(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of one sentence with the parser's errors corrected; their words and offsets do not change."""
    found = list(tokens)
    below, labels = children(found), held(found)
    for repair in _REPAIRS:
        if not may_apply(repair, labels):
            continue
        tried = repair(found, below)
        if tried != found and is_tree(tried):
            found, below, labels = tried, children(tried), held(tried)
    return found


def _name_parsed_as_function_word(tokens: list[Token], below: Children) -> list[Token]:
    """A name parsed as a function word or as a clause.

    In "Goris fell", Goris was parsed as an auxiliary: it becomes the subject of the verb after it, or a modifier
    if that verb has a subject. In "shelled Goris", Goris was parsed as a clause: it becomes the object of the verb
    before it.
    """
    found = list(tokens)
    for i, token in enumerate(found):
        if token.mention < 0:
            continue
        if i and token.dep in _CLAUSE_RELATIONS and found[i - 1].pos == "VERB":
            found[i] = replace(token, dep="obj", head=i - 1, pos="PROPN")
            continue
        if token.dep not in _FUNCTION_RELATIONS:
            continue
        verb = found[token.head]
        bare = not any(t.head == verb.i and t.dep in SUBJECTS for t in found)
        subject = verb.i > i and verb.pos == "VERB" and bare
        found[i] = replace(token, dep="nsubj" if subject else "nmod", pos="PROPN")
    return found


@needs(("and", "&"), ("nmod",))
def _last_of_list_parsed_as_subject(tokens: list[Token], below: Children) -> list[Token]:
    """The last name of a list parsed as the verb's subject.

    In "The leaders of Russia, Azerbaijan and Armenia signed" Armenia alone was the subject: it joins the names
    before it, and the noun that they hang on becomes the subject.
    """
    found = list(tokens)
    for i, token in enumerate(found):
        if token.mention < 0 or token.dep not in SUBJECTS or i < 4 or found[i - 1].lower not in ("and", "&"):
            continue
        before = found[i - 3 if found[i - 2].lower == "," else i - 2]
        while before.dep == "conj" and before.mention >= 0 and before.head < before.i:
            before = found[before.head]
        noun, verb = found[before.head], found[token.head]
        if before.mention < 0 or before.dep != "nmod" or noun.pos != "NOUN" or noun.i >= before.i:
            continue
        if noun.i == verb.i or verb.i <= i:
            continue
        if verb.head == noun.i:
            head = verb.i if noun.head == noun.i else noun.head
            found[verb.i] = replace(verb, head=head, dep=noun.dep)
        found[noun.i] = replace(noun, head=verb.i, dep=token.dep)
        found[i] = replace(token, head=before.i, dep="conj")
    return found


@needs((",",))
def _subject_joined_to_fronted_phrase(tokens: list[Token], below: Children) -> list[Token]:
    """A subject parsed as one of a list that begins in the phrase before it.

    In "Under the mediation of Russia, Armenia and Azerbaijan agreed" the three were one list: a verb without a
    subject takes the nominal after the last comma before it.
    """
    found = list(tokens)
    for verb in range(2, len(found)):
        token = found[verb]
        if token.pos != "VERB" or token.dep not in ("ROOT", "ccomp", "conj", "parataxis", "advcl"):
            continue
        if dependents(found, below, verb, *SUBJECTS, "expl") or is_infinitive(found, below, verb):
            continue
        if not is_finite(found, below, verb):
            continue
        first = _nominal_after_comma(found, below, verb)
        if first is None:
            continue
        moved = found[first]
        own = {first, *descendants(below, first)}
        for i, other in enumerate(found):
            if other.head == moved.head and other.dep == "conj" and first < i < verb:
                found[i] = replace(other, head=first)
            elif i in own and i > verb:
                found[i] = replace(other, head=verb)
        passive = any(found[c].dep == "aux:pass" for c in below[verb])
        found[first] = replace(moved, head=verb, dep="nsubj:pass" if passive else "nsubj")
        below = children(found)
    return found


def _nominal_after_comma(tokens: list[Token], below: Children, verb: int) -> int | None:
    """The head of the nominal between a verb and the last comma before it, if it is attached to a word before
    the verb.
    """
    comma = next((i for i in range(verb - 1, 0, -1) if tokens[i].lower == ","), None)
    if comma is None or verb - comma < 2 or verb - comma > _FARTHEST_COMMA:
        return None
    for i in range(comma + 1, verb):
        token = tokens[i]
        nominal = token.pos in ("NOUN", "PROPN", "PRON") and token.dep in ("conj", "appos", "nmod")
        if nominal and token.head < comma:
            placed = any(tokens[c].dep == "case" and c > comma for c in below[i])
            return None if placed or _below_another_verb(tokens, i, verb) else i
        if token.pos in ("VERB", "ADP", "SCONJ", "CCONJ"):
            return None
    return None


def _below_another_verb(tokens: list[Token], i: int, verb: int) -> bool:
    """Whether a nominal belongs to a clause before the verb.

    "The deal signed by the leaders of Russia, Armenia and Azerbaijan will help": the leaders signed.
    """
    here = i
    for _ in tokens:
        above = tokens[here].head
        if above in (here, verb):
            return False
        if tokens[above].pos == "VERB" and above < verb:
            return True
        here = above
    return False


@needs((",",))
def _subjects_of_headline(tokens: list[Token], below: Children) -> list[Token]:
    """Two subjects that a headline joins by a comma, which parsers do not know: "Rome, Paris discuss peace"."""
    found = list(tokens)
    for i in range(2, len(found) - 1):
        second, first = found[i], found[i - 2]
        verb = found[second.head]
        if found[i - 1].lower != "," or first.mention < 0 or second.mention < 0 or second.dep not in SUBJECTS:
            continue
        if verb.i != i + 1 or first.dep not in ("ROOT", "vocative", "dislocated", "discourse"):
            continue
        if first.dep == "ROOT":
            found[verb.i] = replace(verb, head=verb.i, dep="ROOT")
            for other in tokens:
                if other.head == first.i and other.i > verb.i:
                    found[other.i] = replace(other, head=verb.i)
        found[first.i] = replace(first, head=verb.i, dep=second.dep)
        found[i] = replace(second, head=first.i, dep="conj")
        return found
    return found


@needs(("amod",))
def _verb_parsed_as_participle(tokens: list[Token], below: Children) -> list[Token]:
    """A verb parsed as a participle before its object.

    "The co-chairs hosted talks" was parsed as "co-chairs-hosted talks": where the root is a noun, a participle
    before it that has a noun of its own before it is the verb.
    """
    found = list(tokens)
    for verb in found:
        noun = found[verb.head]
        if verb.dep != "amod" or verb.pos != "VERB" or noun.dep != "ROOT" or noun.pos not in ("NOUN", "PROPN"):
            continue
        before = [c for c in dependents(found, below, verb.i, "compound", "nmod", "nsubj") if c < verb.i]
        if not before and noun.mention >= 0:
            names = dependents(found, below, noun.i, "compound", "nmod")
            before = [c for c in names if c == verb.i - 1 and found[c].mention >= 0 and found[c].pos != "ADJ"]
        if not before or found[verb.i - 1].lower in ("-", "–") or dependents(found, below, noun.i, "case"):
            continue
        first = before[-1]
        found[verb.i] = replace(verb, head=verb.i, dep="ROOT")
        found[noun.i] = replace(noun, head=verb.i, dep="obj")
        found[first] = replace(found[first], head=verb.i, dep="nsubj")
        for c in below[noun.i]:
            if c < first:
                placed = bool(dependents(found, below, c, "case"))
                found[c] = replace(found[c], head=verb.i if placed else first)
        return found
    return found


@needs(_ASKS_WITH, ("acl",))
def _verb_parsed_as_participle_behind(tokens: list[Token], below: Children) -> list[Token]:
    """A verb of asking parsed as a participle of its own subject.

    "The ministers called for a truce" was parsed as "the ministers who had been called": with the preposition of a
    verb of asking it is active, and if the sentence has no other main verb, it is the main verb. An infinitive is
    none: "the ministers called on both sides to stop and to return".
    """
    found = list(tokens)
    for verb in tokens:
        subject = tokens[verb.head]
        last = tokens[subject.head]
        nonfinite = subject.dep == "nsubj" and last.dep == "ROOT" and is_infinitive(tokens, below, last.i)
        if verb.dep != "acl" or verb.lower not in _ASKS_WITH or subject.i > verb.i:
            continue
        if subject.dep != "ROOT" and not (nonfinite and last.i > verb.i):
            continue
        if subject.pos not in ("NOUN", "PROPN") or dependents(found, below, subject.i, "case", "cop", *SUBJECTS):
            continue
        asked = {tokens[c].lower for d in below[verb.i] for c in below[d] if tokens[c].dep == "case"}
        if not asked.intersection(_ASKS_WITH[verb.lower]) or dependents(found, below, verb.i, "aux:pass"):
            continue
        features = "Mood=Ind|Tense=Past|VerbForm=Fin"
        found[verb.i] = replace(verb, head=verb.i, dep="ROOT", features=features)
        found[subject.i] = replace(subject, head=verb.i, dep="nsubj")
        if nonfinite:
            found[last.i] = replace(last, head=verb.i, dep="xcomp")
        for c in below[subject.i]:
            placed = c < subject.i and bool(dependents(found, below, c, "case"))
            if c != verb.i and (c > verb.i or placed):
                dep = "obl" if placed else found[c].dep
                found[c] = replace(found[c], head=verb.i, dep=dep)
        return found
    return found


@needs(("last", "first", "next"))
def _adverb_parsed_as_subject(tokens: list[Token], below: Children) -> list[Token]:
    """The adverb between a subject and its verb parsed as the subject: "Rome and Paris last met in May"."""
    found = list(tokens)
    for adverb in tokens[1:-1]:
        verb = tokens[adverb.i + 1]
        if adverb.lower not in ("last", "first", "next") or adverb.dep not in SUBJECTS or adverb.head != verb.i:
            continue
        subjects = [c for c in dependents(found, below, adverb.i, *SUBJECTS) if c < adverb.i]
        if verb.pos == "VERB" and subjects:
            found[subjects[0]] = replace(tokens[subjects[0]], head=verb.i, dep=adverb.dep)
            found[adverb.i] = replace(adverb, pos="ADV", dep="advmod")
    return found


@needs(("who",), ("acl:relcl",))
def _who_hung_on_thing(tokens: list[Token], below: Children) -> list[Token]:
    """A "who" clause after a name, attached to the thing that the name belongs to.

    "It drew a protest from Smith, who called for talks": a protest is not a person, so the clause belongs to
    Smith.
    """
    found = list(tokens)
    for clause in tokens:
        if clause.dep != "acl:relcl" or tokens[clause.head].mention >= 0:
            continue
        who = [c for c in dependents(found, below, clause.i, *SUBJECTS) if tokens[c].lower == "who"]
        if not who or who[0] < 2:
            continue
        name = tokens[who[0] - 2 if tokens[who[0] - 1].lower == "," else who[0] - 1]
        giver = any(tokens[c].dep == "case" and tokens[c].lower in ("from", "by", "with") for c in below[name.i])
        if name.mention >= 0 and name.head == clause.head and giver:
            found[clause.i] = replace(clause, head=name.i)
    return found


def _verb_between_names(tokens: list[Token], below: Children) -> list[Token]:
    """A verb parsed as a noun between two names.

    "Armenian forces retook Hadrut" was parsed as one name, and "after Baku retook Hadrut" as a phrase: a word in
    small letters between two names that hang on it, or with it on the second, is the verb.
    """
    found = list(tokens)
    finite = any(t.pos in ("VERB", "AUX") for t in found)
    for first in tokens[:-2]:
        verb, second = tokens[first.i + 1], tokens[first.i + 2]
        if first.mention < 0 or second.mention < 0 or verb.pos != "NOUN" or not verb.text.islower():
            continue
        phrase = first.dep == "nsubj" and first.head == second.head == verb.i and verb.dep in ("obl", "ROOT")
        name = verb.dep == first.dep == "compound" and verb.head == second.i and second.dep == "ROOT"
        if not phrase and (finite or not name or first.head not in (verb.i, second.i)):
            continue
        features = "Mood=Ind|Tense=Past|VerbForm=Fin"
        if name:
            found[verb.i] = replace(verb, pos="VERB", dep="ROOT", head=verb.i, features=features)
        else:
            dep = "advcl" if verb.dep == "obl" else verb.dep
            found[verb.i] = replace(verb, pos="VERB", dep=dep, features=features)
        found[first.i] = replace(first, dep="nsubj", head=verb.i)
        found[second.i] = replace(second, dep="obj", head=verb.i)
    return found


def _gerund_parsed_as_title(tokens: list[Token], below: Children) -> list[Token]:
    """A gerund before a name parsed as a word of the name.

    In "Baku began shelling Goris", shelling was a title of Goris: between a verb and its object, the gerund
    completes the verb and the name is its own object.
    """
    found = list(tokens)
    for name in tokens[2:]:
        gerund, verb = tokens[name.i - 1], tokens[name.i - 2]
        inside = gerund.dep in ("nmod:desc", "compound", "amod") and gerund.head == name.i
        if name.mention < 0 or name.dep != "obj" or name.head != verb.i or verb.pos != "VERB" or not inside:
            continue
        if not gerund.lower.endswith("ing") or gerund.mention >= 0:
            continue
        found[gerund.i] = replace(gerund, pos="VERB", dep="xcomp", head=verb.i, features="VerbForm=Ger")
        found[name.i] = replace(name, head=gerund.i)
    return found


def _gerund_below_name(tokens: list[Token], below: Children) -> list[Token]:
    """A gerund attached to the name before it, or taken for a noun although it has an object.

    "Accused Baku at the UN of killing prisoners": "of killing" cannot describe a name, it completes the verb.
    """
    found = list(tokens)
    for gerund in tokens:
        if not gerund.lower.endswith("ing"):
            continue
        marked = [c for c in dependents(found, below, gerund.i, "mark", "case") if c < gerund.i]
        if not marked or tokens[marked[0]].lower == "to":
            continue
        hit = [c for c in dependents(found, below, gerund.i, "obj", "flat") if c > gerund.i]
        if gerund.pos == "NOUN" and hit and gerund.dep in ("obl", "nmod"):
            found[gerund.i] = replace(gerund, pos="VERB", dep="advcl", features="VerbForm=Ger")
            found[hit[0]] = replace(tokens[hit[0]], dep="obj")
        above = tokens[gerund.head]
        if found[gerund.i].dep not in ("acl", "advcl") or above.mention < 0 or above.i > gerund.i:
            continue
        while above.pos not in ("VERB", "AUX") and above.head != above.i:
            above = tokens[above.head]
        if above.pos == "VERB":
            found[gerund.i] = replace(found[gerund.i], dep="advcl", head=above.i)
    return found


@needs(("on",), ("compound:prt",))
def _preposition_parsed_as_particle(tokens: list[Token], below: Children) -> list[Token]:
    """The preposition before the person called upon to act, parsed as a particle.

    In "call on both sides to stop", "on" was parsed as a particle of "call", as in "carry on the talks": before an
    object that is to do something it is a preposition.
    """
    found = list(tokens)
    for particle in tokens:
        verb = tokens[particle.head]
        if particle.dep != "compound:prt" or particle.lower != "on" or particle.i != verb.i + 1:
            continue
        asked = [c for c in dependents(found, below, verb.i, "obj") if c > particle.i]
        acts = [c for c in dependents(found, below, verb.i, "xcomp", "advcl") if asked and c > asked[0]]
        if acts and is_infinitive(found, below, acts[0]):
            found[particle.i] = replace(particle, dep="case", head=asked[0], pos="ADP")
            found[asked[0]] = replace(tokens[asked[0]], dep="obl")
    return found


@needs(("compound",))
def _verb_parsed_as_plural_noun(tokens: list[Token], below: Children) -> list[Token]:
    """A verb parsed as a plural noun.

    "The EU calls on Baku to talk" was parsed as "the EU's calls on Baku": in a sentence without a finite verb, an
    apparent plural right after a name is the verb. In any sentence it is the verb if it has an object and is what
    somebody says: "'The Armenian side bears the responsibility', Baku said".
    """
    found = list(tokens)
    finite = any("VerbForm=Fin" in t.features or t.dep in ("aux", "cop") for t in found)
    for name in found[:-2]:
        verb = found[name.i + 1]
        if name.mention < 0 or name.dep != "compound" or name.head != verb.i or verb.pos != "NOUN":
            continue
        above = found[verb.head]
        swapped = verb.dep == "nsubj" and above.dep == "ROOT"
        said = verb.dep == "ccomp" and any(found[c].dep == "obj" and c > verb.i for c in below[verb.i])
        if not verb.lower.endswith("s") or not (said or (not finite and (verb.dep == "ROOT" or swapped))):
            continue
        for c in below[verb.i]:
            if c > verb.i:
                dep = {"nmod": "obl", "acl": "xcomp"}.get(found[c].dep, found[c].dep)
                found[c] = replace(found[c], dep=dep)
            elif c != name.i:
                found[c] = replace(found[c], head=name.i)
        features = "Mood=Ind|Tense=Pres|VerbForm=Fin"
        dep, head = (verb.dep, verb.head) if said else ("ROOT", verb.i)
        found[verb.i] = replace(verb, pos="VERB", dep=dep, head=head, features=features)
        found[name.i] = replace(name, dep="nsubj")
        if swapped:
            found[above.i] = replace(above, dep="xcomp", head=verb.i)
        return found
    return found


@needs(("advcl",))
def _reported_clause_parsed_as_circumstance(tokens: list[Token], below: Children) -> list[Token]:
    """Reported speech parsed as an adverbial clause of the verb of saying.

    A finite clause attached without a conjunction to the one after it is what that one says ("the army withdrew,
    Baku said"), or, without a comma between them, says it ("both declared they would sign"). One that begins right
    after the verb is what the verb says ("Baku said a village had been hit").
    """
    found = list(tokens)
    for clause in tokens:
        above = found[clause.head]
        if clause.dep != "advcl" or clause.pos != "VERB" or above.pos != "VERB":
            continue
        if clause.i > above.i:
            if _is_content_behind(found, below, clause.i):
                found[clause.i] = replace(clause, dep="ccomp")
            continue
        subject = dependents(found, below, clause.i, *SUBJECTS)
        next_one = [s for s in dependents(found, below, above.i, *SUBJECTS) if s > clause.i]
        if not subject or not next_one or not is_finite(found, below, clause.i):
            continue
        before = [c for c in below[clause.i] if c < subject[0]]
        if dependents(found, below, clause.i, "mark") or any(
            found[c].lower in ("when", "where") or found[c].pos == "VERB" for c in before
        ):
            continue  # joined by "as", "when", "following"
        if any(t.lower in _COMMAS_AND_QUOTES for t in tokens[clause.i + 1 : next_one[0]]):
            found[clause.i] = replace(clause, dep="ccomp")
        elif above.dep == "ROOT":
            found[clause.i] = replace(clause, head=clause.i, dep="ROOT")
            found[above.i] = replace(above, head=clause.i, dep="ccomp")
    return found


def _is_content_behind(tokens: Sequence[Token], below: Children, i: int) -> bool:
    """Whether a finite clause directly follows the verb above it and begins with its own subject."""
    above, subjects = tokens[i].head, dependents(tokens, below, i, *SUBJECTS)
    told_already = dependents(tokens, below, above, "obj", "ccomp", "xcomp")
    if not subjects or told_already or not is_finite(tokens, below, i):
        return False
    first = min([subjects[0], *descendants(below, subjects[0])])
    return first == above + 1 and min(descendants(below, i)) == first


@needs(("conj",))
def _finite_verb_joined_to_nonfinite(tokens: list[Token], below: Children) -> list[Token]:
    """A verb in a tense joined to an infinitive, a participle or an adjective.

    In "discussed issues related to trade and agreed to meet", "agreed" was joined to "related": a verb in a tense
    without a subject belongs to the next verb above that has a tense.
    """
    found = list(tokens)
    for verb in tokens:
        if verb.dep != "conj" or verb.pos != "VERB" or "VerbForm=Fin" not in verb.features:
            continue
        if dependents(found, below, verb.i, *SUBJECTS):
            continue
        here = verb.head
        for _ in range(len(tokens)):
            token = found[here]
            if token.head == here or _heads_finite_clause(found, below, here):
                break
            here = token.head
        if here != verb.head and found[here].pos in ("VERB", "AUX") and here < verb.i:
            found[verb.i] = replace(verb, head=here)
    return found


def _heads_finite_clause(tokens: Sequence[Token], below: Children, i: int) -> bool:
    """Whether a word is a verb with a tense or a subject, or has a copula."""
    if tokens[i].pos in ("VERB", "AUX") and (
        is_finite(tokens, below, i) or dependents(tokens, below, i, *SUBJECTS)
    ):
        return True
    return bool(dependents(tokens, below, i, "cop"))


@needs(("NUM",), ("conj",))
def _number_hung_behind(tokens: list[Token], below: Children) -> list[Token]:
    """A number behind a joined verb hung on what follows: "killed two and wounded eleven near Goris"."""
    found = list(tokens)
    for i, token in enumerate(found[1:], 1):
        verb = found[i - 1]
        stray = token.pos == "NUM" and token.dep == "punct" and token.head > i
        if stray and verb.pos == "VERB" and verb.dep == "conj" and not dependents(found, below, verb.i, "obj"):
            found[i] = replace(token, dep="obj", head=verb.i)
    return found


@needs(("by",))
def _agent_hung_below_complement(tokens: list[Token], below: Children) -> list[Token]:
    """The agent of a passive, attached to a word in between: "was urged to withdraw its troops by Baku".

    An active verb has no agent after "by", so the name is the agent of the passive.
    """
    found = list(tokens)
    for i, token in enumerate(found):
        if token.mention < 0 or token.dep not in ("obl", "nmod"):
            continue
        if not any(found[c].dep == "case" and found[c].lower == "by" for c in below[i]):
            continue
        passive = _passive_above(found, below, token.head)
        if passive is not None:
            found[i] = replace(token, dep="obl", head=passive)
    return found


def _passive_above(tokens: list[Token], below: Children, i: int) -> int | None:
    """The passive without an agent whose complement, an active clause, contains a word; None where there is
    none.
    """
    here, active = i, False
    while True:
        token = tokens[here]
        passive = bool(dependents(tokens, below, here, "aux:pass"))
        if passive:
            doers = (c for d in dependents(tokens, below, here, "obl") for c in below[d])
            return here if active and all(tokens[c].lower != "by" for c in doers) else None
        if token.pos == "VERB":
            marked = any(tokens[c].dep == "mark" for c in below[here])
            infinite = token.dep in _COMPLEMENTS and "Voice=Pass" not in token.features
            if not infinite or dependents(tokens, below, here, *SUBJECTS) or not (marked or active):
                return None
            active = True
        if token.head == here:
            return None
        here = token.head


@needs(_REPORTS, ("conj",))
def _report_joined_behind(tokens: list[Token], below: Children) -> list[Token]:
    """ "Troops left the town, the ministry said on Monday": a clause of saying follows without a conjunction."""
    found = list(tokens)
    for verb in tokens:
        if verb.dep != "conj" or verb.lower not in _REPORTS or dependents(tokens, below, verb.i, "cc", "ccomp"):
            continue
        if not dependents(tokens, below, verb.i, "nsubj") or tokens[verb.head].pos not in ("VERB", "NOUN"):
            continue
        first = min(c for c in (verb.i, *descendants(below, verb.i)) if tokens[c].dep != "punct")
        if first > 0 and tokens[first - 1].lower in _COMMAS_AND_QUOTES:
            found[verb.i] = replace(verb, dep="parataxis")
    return found


@needs(_SUBJECTED)
def _object_joined_to_what_it_undergoes(tokens: list[Token], below: Children) -> list[Token]:
    """The object of "subject to", named after the act: "subjected to fire the army's posts".

    Nobody is subjected to an act of their own, so an apparent verb after "subject to" is a noun, and its object is
    the target. A noun with a name after it ("subjected to fire Azerbaijani posts") is not part of what follows, as
    within a phrase names come first.
    """
    found = list(tokens)
    for verb in tokens:
        to = verb.i + 1
        if verb.lower not in _SUBJECTED or verb.pos != "VERB" or to + 1 >= len(tokens) or tokens[to].lower != "to":
            continue
        undergone = tokens[to + 1]
        head = tokens[undergone.head]
        named_between = any(tokens[c].mention >= 0 and undergone.i < c < head.i for c in below[head.i])
        if undergone.pos == "VERB" and head == verb:
            for c in dependents(tokens, below, undergone.i, "obj", "obl"):
                found[c] = replace(tokens[c], head=verb.i)
        elif undergone.dep == "compound" and head.head == verb.i and named_between:
            found[head.i] = replace(head, dep="obj")
        else:
            continue
        if not dependents(tokens, below, verb.i, "aux:pass"):
            for c in dependents(tokens, below, verb.i, "nsubj:pass"):
                found[c] = replace(tokens[c], dep="nsubj")
        found[to] = replace(tokens[to], pos="ADP", dep="case", head=undergone.i)
        found[undergone.i] = replace(undergone, pos="NOUN", dep="obl", head=verb.i)
    return found


@needs(("by",), ("nsubj",))
def _passive_of_headline(tokens: list[Token], below: Children) -> list[Token]:
    """The passive of a headline, which has no auxiliary: "Guard killed by rebels near the post".

    A verb with an agent after "by" is passive, even if its auxiliary is left out.
    """
    found = list(tokens)
    for verb in tokens:
        if verb.pos != "VERB" or "VerbForm=Ger" in verb.features or not verb.lower.endswith(_PARTICIPLE_ENDINGS):
            continue
        subjects = [c for c in below[verb.i] if tokens[c].dep == "nsubj" and c < verb.i]
        if not subjects or dependents(tokens, below, verb.i, "aux", "aux:pass", "cop", "obj", "iobj", "ccomp"):
            continue
        if any(tokens[c].dep in ("obl:agent", "obl") and _is_doer(tokens, below, c) for c in below[verb.i]):
            found[subjects[0]] = replace(tokens[subjects[0]], dep="nsubj:pass")
    return found


def _is_doer(tokens: Sequence[Token], below: Children, i: int) -> bool:
    """Whether a word is a name after "by", and not a day or a means ("by Monday", "by boat")."""
    named = tokens[i].mention >= 0 or any(tokens[c].mention >= 0 for c in below[i])
    return named and any(tokens[c].dep == "case" and tokens[c].lower == "by" for c in below[i])


@needs(_TOLD_WHOM, ("appos",))
def _told_whom_parsed_as_subject(tokens: list[Token], below: Children) -> list[Token]:
    """The receiver of a message parsed as the subject of its content: "told Minister Roth the town backs it".

    Two names side by side without a comma are two parties: the first is told, the second acts.
    """
    found = list(tokens)
    for told in tokens:
        if told.lower not in _TOLD_WHOM or told.pos != "VERB":
            continue
        for clause in (c for c in below[told.i] if tokens[c].dep == "ccomp"):
            for whom in dependents(tokens, below, clause, "nsubj"):
                acts = next((c for c in below[whom] if tokens[c].dep == "appos" and whom < c < clause), None)
                if whom < told.i or acts is None or tokens[whom].mention < 0 or tokens[acts].mention < 0:
                    continue
                if all(t.lower != "," for t in tokens[whom:acts]):
                    found[whom] = replace(tokens[whom], dep="obj", head=told.i)
                    found[acts] = replace(tokens[acts], dep="nsubj", head=clause)
    return found


@needs(_STATES, ("taken",))
def _state_parsed_as_object(tokens: list[Token], below: Children) -> list[Token]:
    """A predicate complement parsed as a second object of a passive: "the shepherd was taken hostage"."""
    found = list(tokens)
    for word in tokens:
        verb = tokens[word.head]
        if word.dep == "obj" and word.lower in _STATES and word.i == verb.i + 1 and verb.lower == "taken":
            if dependents(tokens, below, verb.i, "nsubj:pass"):
                found[word.i] = replace(word, dep="xcomp")
    return found


@needs(("iobj",))
def _receiver_without_object(tokens: list[Token], below: Children) -> list[Token]:
    """The only object of a verb, parsed as a receiver: "Azerbaijan blocked the Lachin Corridor".

    A receiver needs a thing that is given: a verb without a direct object or a clause instead of it has no
    receiver.
    """
    found = list(tokens)
    for word in tokens:
        if word.dep == "iobj" and not dependents(tokens, below, word.head, "obj", "ccomp", "xcomp"):
            found[word.i] = replace(word, dep="obj")
    return found


@needs(("acl:relcl",), ("conj", "advcl"))
def _main_verb_joined_to_relative_clause(tokens: list[Token], below: Children) -> list[Token]:
    """The verb of a sentence, joined to the relative clause before it: "The unit, which left, fired on the post".

    Two verbs with only a comma between them are not joined. Where the sentence has no verb of its own, the second
    is the one of the noun that the relative clause describes.
    """
    found = list(tokens)
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in ("NOUN", "PROPN") or dependents(tokens, below, root.i, *SUBJECTS, "cop"):
        return found
    for verb in tokens:
        relative = tokens[verb.head]
        told = is_finite(tokens, below, verb.i) or (
            "Tense=Past" in verb.features and bool(dependents(tokens, below, verb.i, "obj", "obl"))
        )
        if verb.dep not in ("conj", "advcl") or relative.dep != "acl:relcl" or not told:
            continue
        if tokens[verb.i - 1].text != "," or dependents(tokens, below, verb.i, *SUBJECTS, "cc", "mark"):
            continue
        subject = "nsubj:pass" if dependents(tokens, below, verb.i, "aux:pass") else "nsubj"
        found[verb.i] = replace(verb, dep="ROOT", head=verb.i)
        found[root.i] = replace(root, dep=subject, head=verb.i)
        return found
    return found


@needs(("acl:relcl",), ("amod",), ("appos", "conj"))
def _main_verb_parsed_as_participle(tokens: list[Token], below: Children) -> list[Token]:
    """The verb of a sentence, parsed as a participle before its object: "Iran, which denies it, blamed Armenia".

    Behind the comma of a relative clause, in a sentence without another verb of its own, it is the main verb.
    """
    found = list(tokens)
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in ("NOUN", "PROPN") or not dependents(tokens, below, root.i, "acl:relcl"):
        return found
    for verb in tokens[1:]:
        noun = tokens[verb.head]
        behind = verb.pos == "VERB" and verb.dep == "amod" and tokens[verb.i - 1].text == ","
        if not behind or noun.i < verb.i or noun.dep not in ("appos", "conj") or noun.head != root.i:
            continue
        if verb.lower.endswith("ing") or dependents(tokens, below, noun.i, "det", "cc"):
            continue
        found[verb.i] = replace(verb, head=verb.i, dep="ROOT", features="Mood=Ind|Tense=Past|VerbForm=Fin")
        found[noun.i] = replace(noun, head=verb.i, dep="obj")
        found[root.i] = replace(root, head=verb.i, dep="nsubj")
        return found
    return found


@needs(_LYING_AROUND)
def _place_parsed_as_besieged(tokens: list[Token], below: Children) -> list[Token]:
    """A participle of position parsed as a passive: "returned to Karabakh and surrounding districts"."""
    found = list(tokens)
    for verb in tokens[1:-1]:
        noun = tokens[verb.i + 1]
        if verb.lower not in _LYING_AROUND or verb.pos != "VERB" or noun.head != verb.i or noun.dep != "obj":
            continue
        joined = verb.dep == "conj" and tokens[verb.i - 1].lower in ("and", "or", "the", "its")
        if noun.pos != "NOUN" or not joined:
            continue
        name = tokens[verb.i - 2]
        head = name.i if name.pos in ("PROPN", "NOUN") else verb.head
        found[noun.i] = replace(noun, head=head, dep="conj")
        found[verb.i] = replace(verb, pos="ADJ", dep="amod", head=noun.i)
        for c in below[verb.i]:
            if c != noun.i:
                found[c] = replace(tokens[c], head=noun.i)
    return found


@needs(_SPANS, ("that",))
def _content_hung_on_span(tokens: list[Token], below: Children) -> list[Token]:
    """A reported clause attached to a span of time: "have demanded for weeks that he resign".

    No span of time is described by a "that" clause with a subject.
    """
    found = list(tokens)
    for clause in tokens:
        span = tokens[clause.head]
        verb = tokens[span.head]
        if clause.dep not in ("acl", "acl:relcl") or span.lower not in _SPANS or verb.pos != "VERB":
            continue
        that = span.i + 1
        subject = dependents(tokens, below, clause.i, *SUBJECTS)
        if tokens[that].lower != "that" or tokens[that].head != clause.i or not subject or subject[0] == that:
            continue
        found[clause.i] = replace(clause, dep="ccomp", head=verb.i)
        found[that] = replace(tokens[that], pos="SCONJ", dep="mark")
    return found


@needs(("aux:pass",), ("conj",))
def _passive_whose_auxiliary_is_told_once(tokens: list[Token], below: Children) -> list[Token]:
    """ "One was killed and six soldiers wounded": the second passive shares the auxiliary of the first.

    A noun joined to a passive verb, with a participle behind it, was parsed as something described by that; it is
    the subject of what the participle tells. A participle with a doer behind it is a verb, no adjective.
    """
    found = list(tokens)
    for verb in tokens:
        told = verb.dep == "conj" and bool(dependents(tokens, below, verb.i, "obl:agent"))
        if verb.pos == "ADJ" and told and dependents(tokens, below, verb.head, "aux:pass"):
            found[verb.i] = replace(verb, pos="VERB", features=_PASSIVE_PARTICIPLE)
            return found
        noun = tokens[verb.head]
        passive = tokens[noun.head]
        participle = "VerbForm=Part" in verb.features or (verb.pos == "ADJ" and verb.lower.endswith("ed"))
        if not participle or verb.dep not in ("acl", "amod") or noun.i > verb.i or noun.dep != "conj":
            continue
        if passive.pos not in ("VERB", "ADJ") or not dependents(tokens, below, passive.i, "aux:pass"):
            continue
        joined = [c for c in below[noun.i] if tokens[c].dep == "cc" and passive.i < c]
        if not joined or dependents(tokens, below, noun.i, "case"):
            continue
        found[verb.i] = replace(verb, pos="VERB", dep="conj", head=passive.i, features=_PASSIVE_PARTICIPLE)
        found[noun.i] = replace(noun, dep="nsubj:pass", head=verb.i)
        for c in below[noun.i]:
            if c > verb.i or tokens[c].dep == "cc":
                found[c] = replace(tokens[c], head=verb.i)
        return found
    return found


@needs(("-", "–"))
def _names_joined_by_hyphen(tokens: list[Token], below: Children) -> list[Token]:
    """Two names with a hyphen before a noun: in "the Armenian-Azerbaijani talks" both belong to the talks."""
    found = list(tokens)
    for name in tokens[:-2]:
        hyphen, other = tokens[name.i + 1 : name.i + 3]
        if hyphen.text not in ("-", "–") or name.end != hyphen.start or hyphen.end != other.start:
            continue
        if min(name.mention, other.mention) < 0 or name.mention == other.mention:
            continue
        noun = other.head if name.head == other.i else name.head
        if name.i != other.head and name.head != other.i or noun <= other.i:
            continue
        for one in (name, other):
            dep = one.dep if one.dep in ("amod", "compound") else "compound"
            found[one.i] = replace(one, head=noun, dep=dep)
    return found


@needs(_BEFORE_A_GERUND, ("advcl",))
def _gerund_parsed_as_noun(tokens: list[Token], below: Children) -> list[Token]:
    """A gerund parsed as a noun: "praised the talks before meeting with Aliyev". A noun would have an article."""
    found = list(tokens)
    for noun in tokens:
        mark = tokens[noun.i - 1] if noun.i else noun
        marked = mark.dep == "mark" and mark.head == noun.i and mark.lower in _BEFORE_A_GERUND
        if noun.dep == "advcl" and noun.pos == "NOUN" and marked and noun.lower.endswith("ing"):
            found[noun.i] = replace(noun, pos="VERB", features="VerbForm=Ger")
    return found


_REPAIRS: tuple[Repair, ...] = (
    _name_parsed_as_function_word,
    _last_of_list_parsed_as_subject,
    _subject_joined_to_fronted_phrase,
    _subjects_of_headline,
    _verb_parsed_as_participle,
    _verb_parsed_as_participle_behind,
    _adverb_parsed_as_subject,
    _who_hung_on_thing,
    _verb_between_names,
    _gerund_parsed_as_title,
    _gerund_below_name,
    _preposition_parsed_as_particle,
    _verb_parsed_as_plural_noun,
    _reported_clause_parsed_as_circumstance,
    _finite_verb_joined_to_nonfinite,
    _number_hung_behind,
    _agent_hung_below_complement,
    _report_joined_behind,
    _object_joined_to_what_it_undergoes,
    _passive_of_headline,
    _told_whom_parsed_as_subject,
    _state_parsed_as_object,
    _main_verb_joined_to_relative_clause,
    _main_verb_parsed_as_participle,
    _receiver_without_object,
    _place_parsed_as_besieged,
    _content_hung_on_span,
    _passive_whose_auxiliary_is_told_once,
    _names_joined_by_hyphen,
    _gerund_parsed_as_noun,
    *LOST_SUBJECTS,
)
"""The repairs in the order in which they are applied; each gets the result of those before it."""
