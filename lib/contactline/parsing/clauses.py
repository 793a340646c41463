"""Who does what in a parsed sentence: clauses read from the dependency tree.

``Clauses`` is a view of one sentence's tokens. Words are given as indexes into its ``tokens``; a phrase stands for
its head word. The slots of a word say what fills each part of its clause:

    subj, obj, iobj   subject, object, receiver; of a passive the subject is "obj" and the agent "subj"
    comp              clauses that complete the verb, or that hang on the noun
    prt               the particle of a verb ("handed over")
    passive, not      the verb itself, where it is passive or negated
    fact              the verb itself, where the clause that completes it says what is, was or will be
    to, with, ...     the phrases that each preposition introduces; "by" also where it is the agent
    .of, .to, ...     phrases below such a phrase
    when-clause, ...  clauses that a conjunction or preposition introduces
    obj.of, obj.poss, obj.mod, obj-comp
                      what hangs on the object: phrases, owners, the words before it, clauses
    poss, adj, case   of a noun: owners, adjectives and nouns before it, the preposition before it

What a participle, an infinitive, a relative or a joined verb leaves unsaid is taken from the clause above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from contactline.lexicon.prepositions import NO_SUBJECT, PARTIES_OF_NOUN, PARTIES_OF_PARTICIPLE
from contactline.parsing import repair
from contactline.parsing.tree import children
from contactline.records import Token

Slots = dict[str, list[int]]
"""Slot -> the words that fill it, in the order in which they were found."""

Filling = tuple[str, list[int]]
"""A slot, and words that fill it."""

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
_RELATIVE_CLAUSES = frozenset({"acl", "acl:relcl"})
_OF_OBJECT = frozenset({"of", "for", "with", "from", "against", "into"})
"""Words between a verb's object and a gerund about the object: "accused Baku of shelling"."""
_POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’"})
_HYPHENS = frozenset({"-", "–"})
_MODALS = frozenset({"will", "'ll", "’ll", "shall", "would", "could", "may", "might", "can", "must", "should"})
_WANTED = frozenset({"must", "should", "shall", "be", "to"})
"""Auxiliaries of demands: "insisted that it be signed", "that Baku must sign"."""
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "none"})
_NOT_ALONE = frozenset({"only", "just", "merely", "simply", "solely"})
"""Words after "not" that make it no negation: "not only held but also seized"."""
_NEGATING_RELATIONS = frozenset({"advmod", "cc", "det", "case", "cc:preconj", "mark"})
_NEGATING_DETERMINERS = frozenset({"no", "neither", "none"})
_PARTICLES = frozenset("out up off down back over away forward in on aside through".split())
_BEFORE_HEAD = frozenset(
    """
    amod compound nmod:poss nummod det nmod:desc flat advmod case punct nmod appos goeswith
    """.split()
)
"""Relations by which words before a noun belong to its phrase."""
_AFTER_HEAD = frozenset({"flat", "case", "nmod:desc", "goeswith"})
"""Relations by which words after a noun belong to its phrase."""

_MOST_JOINED = 12  # most words of a list joined by "and"; a longer list is broken text
_DEEPEST = 60  # most words on the way up to the root; a longer chain is broken text
_CLAUSES_UP = 6  # most clauses above a verb that are searched for its subject


class Clauses:
    """The clauses of one sentence. ``tokens``: as the parser gives them; their errors are corrected by repair.py.

    ``phrasal``: verbs (every form) with the particle that changes their meaning ("handed", "over"), which parsers
    take for a preposition.
    """

    def __init__(self, tokens: Sequence[Token], phrasal: frozenset[tuple[str, str]] = frozenset()):
        self.tokens = repair.repaired(tokens)
        self.children = children(self.tokens)
        self.phrasal = phrasal
        self._slots: dict[int, Slots] = {}
        self._verbs: dict[int, bool] = {}
        self._prepositions: dict[int, str] = {}
        self._below: dict[int, list[int]] = {}

    # --- phrases

    def dependents(self, i: int, *deps: str) -> list[int]:
        """The tokens that depend on this one by one of these relations, in the order of the text."""
        tokens = self.tokens
        return [c for c in self.children[i] if tokens[c].dep in deps]

    def is_verb(self, i: int) -> bool:
        """Whether a word is a verb, or is used as one although it was tagged as something else.

        The latter is a word with a subject and an object, or a participle tagged as an adjective with either of
        them.
        """
        found = self._verbs.get(i)
        if found is None:
            found = self._verbs[i] = self._stands_as_verb(i)
        return found

    def _stands_as_verb(self, i: int) -> bool:
        token = self.tokens[i]
        if token.pos in ("VERB", "AUX"):
            return True
        if not self.children[i]:
            return False
        subjects, objects = self.dependents(i, "nsubj:pass", "nsubj"), self.dependents(i, "obj")
        participle = token.pos == "ADJ" and token.lower.endswith(("ed", "en")) and bool(subjects or objects)
        return (participle or bool(subjects and objects)) and not self.dependents(i, "cop")

    def preposition(self, i: int) -> str:
        """The preposition before a nominal, several words being joined by _ ("according_to"); "" for none."""
        found = self._prepositions.get(i)
        if found is None:
            found = self._prepositions[i] = self._found_preposition(i)
        return found

    def _found_preposition(self, i: int) -> str:
        words: list[str] = []
        last = i
        for c in self.children[i]:
            if self.tokens[c].dep != "case" or c > i or self.tokens[c].lower in _POSSESSIVE_MARKS:
                continue
            if any(self.tokens[k].mention >= 0 for k in range(last, c)):
                words = []  # "between Armenian and Azerbaijani troops near Goris", read as one phrase
            words.append(self.tokens[c].lower)
            words.extend(self.tokens[f].lower for f in self.children[c] if self.tokens[f].dep == "fixed")
            last = c
        if not words and self.tokens[i].dep in ("obl", "nmod", "obj", "conj"):
            # "with Secretary of State Blinken": small parsers hang it on the office
            titles = (c for c in self.dependents(i, "nmod:desc") if c < i)
            return next((case for c in titles if (case := self.preposition(c))), "")
        return "_".join(words)

    def conjuncts(self, i: int) -> list[int]:
        """A nominal and those joined to it by "and", in the order of the text."""
        found = [i]
        stack = [i]
        while stack:
            for c in self.children[stack.pop()]:
                nominal = self.tokens[c].dep == "conj" and self.tokens[c].pos in _NOMINAL
                if nominal and len(found) < _MOST_JOINED:
                    found.append(c)
                    stack.append(c)
        return sorted(found)

    def span_of(self, i: int) -> tuple[int, int]:
        """The first and last token of a noun phrase: the words before its head, and its "of" phrase."""
        first = last = i
        stack = [i]
        while stack:
            here = stack.pop()
            for c in self.children[here]:
                if self._in_phrase(c, here):
                    first, last = min(first, c), max(last, c)
                    stack.append(c)
        return first, last

    def _in_phrase(self, child: int, head: int) -> bool:
        """Whether a word that hangs on a noun is one of the words of its phrase."""
        token = self.tokens[child]
        if token.dep == "punct":
            return child < head and token.lower in _HYPHENS
        if child > head:
            return token.dep in _AFTER_HEAD or (token.dep == "nmod" and self.preposition(child) == "of")
        if token.dep == "case":
            return token.lower in _POSSESSIVE_MARKS
        return token.dep in _BEFORE_HEAD

    def ancestors(self, i: int) -> list[int]:
        """The tokens above this one, nearest first, up to the root or ``_DEEPEST`` of them."""
        path: list[int] = []
        while self.tokens[i].head != i and len(path) < _DEEPEST:
            i = self.tokens[i].head
            path.append(i)
        return path

    def descendants(self, i: int, skip: Callable[[int], bool] | None = None) -> list[int]:
        """All tokens below this one; those for which ``skip`` holds are left out with what hangs on them."""
        if skip is not None:
            return self._reached(i, skip)
        if i not in self._below:
            self._below[i] = self._reached(i, None)
        return list(self._below[i])

    def _reached(self, i: int, skip: Callable[[int], bool] | None) -> list[int]:
        found = []
        stack = list(self.children[i])
        while stack:
            c = stack.pop()
            if skip and skip(c):
                continue
            found.append(c)
            stack.extend(self.children[c])
        return found

    # --- the form of a verb

    def passive(self, i: int) -> bool:
        """Whether a verb is passive, by its auxiliary or subject, or as a participle without an object."""
        token = self.tokens[i]
        if any(self.tokens[c].dep in ("aux:pass", "nsubj:pass") for c in self.children[i]):
            return True
        if any(self.tokens[c].dep == "aux" for c in self.children[i]) or self.dependents(i, "obj"):
            return False
        if token.dep == "conj" and "VerbForm=Part" in token.features and not self.dependents(i, *_SUBJECTS):
            return self.passive(token.head) if self.is_verb(token.head) else "Voice=Pass" in token.features
        return "Voice=Pass" in token.features and token.dep in ("acl", "advcl", "amod", "xcomp")

    def infinitive(self, i: int) -> bool:
        """Whether "to" stands before a verb."""
        return any(self.tokens[c].dep == "mark" and self.tokens[c].lower == "to" for c in self.children[i])

    def auxiliaries(self, i: int) -> list[str]:
        """The auxiliaries and copulas of a clause, lower case; a joined verb without any has those before it."""
        found = [
            self.tokens[c].lower for c in self.children[i] if self.tokens[c].dep in ("aux", "aux:pass", "cop")
        ]
        if self.tokens[i].dep == "conj" and not found and self.is_verb(self.tokens[i].head):
            return self.auxiliaries(self.tokens[i].head)
        return found

    def modal(self, i: int) -> str:
        """The modal verb of a clause, "" where none."""
        return next((a for a in self.auxiliaries(i) if a in _MODALS), "")

    def negated(self, i: int) -> bool:
        """Whether a negation stands with a word, or with a subject or object of it ("no soldier left")."""
        if any(
            self.tokens[c].lower in _NEGATIONS and self.tokens[c].dep in _NEGATING_RELATIONS
            for c in self.children[i]
            if self.tokens[min(c + 1, i)].lower not in _NOT_ALONE
        ):
            return True
        if self.is_verb(i):
            return any(
                self.tokens[d].lower in _NEGATING_DETERMINERS
                for s in self.dependents(i, "nsubj", "nsubj:pass", "obj")
                for d in [s, *self.dependents(s, "det")]
            )
        return False

    def clause_of(self, i: int) -> int:
        """The verb (or the sentence's root) whose clause a token stands in."""
        here = i
        for _ in range(_DEEPEST):
            token = self.tokens[here]
            if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "aux", "aux:pass", "cop", "compound"):
                return here
            if token.head == here:
                return here
            here = token.head
        return here

    # --- subjects

    def surface_subject(self, i: int, depth: int = 0) -> list[int]:
        """The words in subject position; for a verb without a subject, those of the clause above it.

        ``depth``: the number of clauses between this one and the one first asked about.
        """
        own = self.dependents(i, *_SUBJECTS)
        if own:
            return self._own_subject(i, own)
        token = self.tokens[i]
        if token.head == i or depth > _CLAUSES_UP:
            return []
        if not self.is_verb(token.head):
            return self._subject_below_noun(i, depth)
        inherited = _INHERITED_SUBJECT.get(token.dep)
        return inherited(self, i, depth) if inherited else []

    def _own_subject(self, i: int, own: list[int]) -> list[int]:
        """The subjects of a verb; for a relative pronoun, or none, the noun that the relative clause describes."""
        token, word = self.tokens[i], self.tokens[own[0]]
        cleft = token.dep == "advcl:relcl" and not self.is_verb(token.head)  # "it was troops that fired"
        if token.dep in _RELATIVE_CLAUSES or cleft:
            pronoun = word.lower in _RELATIVE_PRONOUNS and word.pos in ("PRON", "DET", "SCONJ")
            if pronoun or self.preposition(own[0]) in NO_SUBJECT:
                return self.conjuncts(token.head)
        return [j for s in own for j in self.conjuncts(s)]

    def _subject_below_noun(self, i: int, depth: int) -> list[int]:
        """The subject of a verb that hangs on a noun, or on an adjective or participle that heads a clause."""
        token = self.tokens[i]
        if token.dep in _RELATIVE_CLAUSES:
            return self.conjuncts(token.head)
        clausal = token.dep in ("conj", "xcomp", "ccomp", "advcl", "parataxis")
        if clausal and self.dependents(token.head, *_SUBJECTS):
            return self.surface_subject(token.head, depth + 1)
        return []

    def _subject_above(self, i: int, depth: int) -> list[int]:
        """The subject of the verb above: "They came and left"."""
        return self.surface_subject(self.tokens[i].head, depth + 1)

    def _subject_of_complement(self, i: int, depth: int) -> list[int]:
        """The person whom the verb above asks or lets act ("urged Baku to free captives", "called on Baku to
        free them").
        """
        objects = self.dependents(self.tokens[i].head, "obj", "iobj")
        return [j for o in objects for j in self.conjuncts(o)] or self._subject_of_infinitive(i, depth)

    def _subject_of_infinitive(self, i: int, depth: int) -> list[int]:
        asked = [c for c in self.dependents(self.tokens[i].head, "obl") if self.preposition(c) == "on" and c < i]
        if asked and self.infinitive(i):
            return self.conjuncts(asked[0])
        return self._subject_above(i, depth)

    def _subject_of_content(self, i: int, depth: int) -> list[int]:
        """The subject of what is said or thought ("promised to leave")."""
        return self._subject_of_complement(i, depth) if self.infinitive(i) else self._subject_above(i, depth)

    def _subject_of_circumstance(self, i: int, depth: int) -> list[int]:
        """The subject of "They came to help", "They left, leaving arms", "They accused Baku of shelling"."""
        if self.infinitive(i):
            return self._subject_of_infinitive(i, depth)
        head = self.tokens[i].head
        mark = next((self.tokens[c].lower for c in self.dependents(i, "mark", "case")), "")
        if mark in _OF_OBJECT and (objects := [c for c in self.dependents(head, "obj") if c < i]):
            return self.conjuncts(objects[0])
        if self.tokens[i - 1].lower == "," and "VerbForm=Part" in self.tokens[i].features:
            # "condemned the attack launched on Monday, calling for ...": it is not the attack that calls
            while self.tokens[head].dep in ("acl", "xcomp") and self.passive(head):
                head = self.clause_of(self.tokens[head].head)
        return self.surface_subject(head, depth + 1)

    def _subject_of_joined(self, i: int, depth: int) -> list[int]:
        """The subject of a verb joined to another by "and"."""
        head = self.tokens[i].head
        if self.tokens[head].dep == "ccomp" and self.passive(head) and not self.passive(i):
            # "stressed that no troops were deployed and accused ...": who accuses is who stressed
            return self.surface_subject(self.tokens[head].head, depth + 1)
        return self._subject_above(i, depth)

    def _subject_of_adjective(self, i: int, depth: int) -> list[int]:
        """The subject of an adjective that the parser took for an object: "stand ready to help"."""
        return self._subject_above(i, depth) if self.tokens[i].pos == "ADJ" else []

    # --- slots

    def slots(self, i: int) -> Slots:
        """The words that fill each slot of a verb or noun, as heads of phrases."""
        if i not in self._slots:
            self._slots[i] = _verb_slots(self, i) if self.is_verb(i) else _noun_slots(self, i)
        return self._slots[i]

    def clause_slots(self, i: int) -> Slots:
        """The slots of a word that heads a clause like a verb ("is ready to sign")."""
        return _verb_slots(self, i)


_INHERITED_SUBJECT: dict[str, Callable[[Clauses, int, int], list[int]]] = {
    "xcomp": Clauses._subject_of_complement,
    "ccomp": Clauses._subject_of_content,
    "advcl": Clauses._subject_of_circumstance,
    "conj": Clauses._subject_of_joined,
    "parataxis": Clauses._subject_above,
    "obj": Clauses._subject_of_adjective,
    "obl": Clauses._subject_of_adjective,
}
"""By relation to the verb above: where a verb without a subject gets its subject from."""


# --- the slots of a verb: one function for each relation in which a word hangs on it


class _Verb(NamedTuple):
    """A verb whose slots are being filled. ``receiver``: the first of two objects in a row, -1 for none."""

    i: int
    token: Token
    passive: bool
    receiver: int


def _verb_slots(clauses: Clauses, i: int) -> Slots:
    token = clauses.tokens[i]
    passive = clauses.passive(i)
    verb = _Verb(i, token, passive, -1 if passive else _receiver(clauses, i))
    slots: Slots = {"obj" if passive else "subj": _subject_of_verb(clauses, verb)}
    if passive:
        slots["passive"] = [i]
    if clauses.negated(i):
        slots["not"] = [i]
    for child in clauses.children[i]:
        dep = "iobj" if child == verb.receiver else clauses.tokens[child].dep
        fill = _OF_VERB.get(dep)
        if fill is not None:
            _add(slots, fill(clauses, verb, child))
    for complete in (_particle_behind, _object_of_relative, _below_objects):
        _add(slots, complete(clauses, verb, slots))
    if any(_states_fact(clauses, c) for c in slots.get("comp", ())):
        slots["fact"] = [i]
    return slots


def _states_fact(clauses: Clauses, i: int) -> bool:
    """Whether a clause says what is, was or will be ("that it had signed"), not what is demanded ("that it sign").

    A verb in the present without -s, or with "must" or "should", may express a demand.
    """
    token = clauses.tokens[i]
    if token.dep not in ("ccomp", "parataxis"):
        return False
    helpers = [clauses.tokens[c].lower for c in clauses.dependents(i, "aux", "aux:pass", "cop")]
    if helpers:
        return not _WANTED.intersection(helpers)
    present = "Tense=Pres" in token.features and token.lower.endswith("s")
    return "VerbForm=Fin" in token.features and (present or "Tense=Past" in token.features)


def _add(slots: Slots, fillings: Iterator[Filling]) -> None:
    for slot, words in fillings:
        slots.setdefault(slot, []).extend(words)


def _subject_of_verb(clauses: Clauses, verb: _Verb) -> list[int]:
    inherits = verb.passive and verb.token.dep == "conj" and not clauses.dependents(verb.i, *_SUBJECTS)
    if inherits and clauses.is_verb(verb.token.head):
        return clauses.surface_subject(verb.token.head)
    return clauses.surface_subject(verb.i)


def _receiver(clauses: Clauses, i: int) -> int:
    """The first of two objects in a row, to whom the second is given ("handed Armenia a letter"), or -1."""
    objects = [c for c in clauses.dependents(i, "obj") if c > i]
    if len(objects) != 2 or clauses.tokens[objects[1]].pos not in ("NOUN", "PROPN"):
        return -1
    return objects[0] if clauses.span_of(objects[0])[1] + 1 == clauses.span_of(objects[1])[0] else -1


def _object(clauses: Clauses, verb: _Verb, child: int) -> Iterator[Filling]:
    """The object; for the pronoun of a relative clause ("the town that they left"), what it stands for."""
    pronoun = clauses.tokens[child].lower in _RELATIVE_PRONOUNS and verb.token.dep == "acl:relcl"
    yield "obj", clauses.conjuncts(verb.token.head if pronoun else child)


def _indirect_object(clauses: Clauses, verb: _Verb, child: int) -> Iterator[Filling]:
    """The receiver; a passive has no other object: "was handed a letter"."""
    if verb.passive:
        yield from _object(clauses, verb, child)
    else:
        yield "iobj", clauses.conjuncts(child)


def _prepositional(clauses: Clauses, verb: _Verb, child: int) -> Iterator[Filling]:
    """A phrase with a preposition: the agent of a passive, the object of a phrasal verb, or a slot of its own."""
    case = clauses.preposition(child)
    after = min(verb.i + 1, len(clauses.tokens) - 1)
    if case == "by" and (verb.passive or clauses.tokens[child].dep == "obl:agent"):
        yield "subj", clauses.conjuncts(child)
        yield "by", clauses.conjuncts(child)
    elif (verb.token.lower, case) in clauses.phrasal and clauses.tokens[after].lower == case:
        yield "prt", [after]
        yield "obj", clauses.conjuncts(child)
    elif case:
        yield case, clauses.conjuncts(child)
        for inner in clauses.dependents(child, "nmod"):
            yield "." + clauses.preposition(inner), clauses.conjuncts(inner)


def _particle(clauses: Clauses, verb: _Verb, child: int) -> Iterator[Filling]:
    """ "handed over" """
    yield "prt", [child]


def _adverb(clauses: Clauses, verb: _Verb, child: int) -> Iterator[Filling]:
    """A particle that the parser took for an adverb: "gave back"."""
    if clauses.tokens[child].lower in _PARTICLES:
        yield "prt", [child]


def _complement(clauses: Clauses, verb: _Verb, child: int) -> Iterator[Filling]:
    """ "agreed to meet", "said that they would meet" """
    yield "comp", [child]


def _joined_demand(clauses: Clauses, verb: _Verb, child: int) -> Iterator[Filling]:
    """A clause joined to a phrase with "for": "called for calm and for Baku to withdraw"."""
    asked = clauses.dependents(child, *_SUBJECTS)
    if not asked or not clauses.infinitive(child):
        return
    marked = any(clauses.tokens[m].lower == "for" for m in clauses.dependents(child, "mark"))
    if marked or clauses.preposition(asked[0]) == "for":
        yield "for", [*clauses.conjuncts(asked[0]), child]


def _adverbial_clause(clauses: Clauses, verb: _Verb, child: int) -> Iterator[Filling]:
    """A clause by the word that introduces it ("when-clause"); what "to" introduces completes the verb."""
    mark = next((clauses.tokens[m].lower for m in clauses.dependents(child, "mark", "case")), "")
    yield "comp" if mark == "to" else f"{mark}-clause", [child]


_OF_VERB: dict[str, Callable[[Clauses, _Verb, int], Iterator[Filling]]] = {
    "obj": _object,
    "iobj": _indirect_object,
    "obl": _prepositional,
    "obl:agent": _prepositional,
    "obl:unmarked": _prepositional,
    "nmod": _prepositional,
    "compound:prt": _particle,
    "advmod": _adverb,
    "xcomp": _complement,
    "ccomp": _complement,
    "conj": _joined_demand,
    "advcl": _adverbial_clause,
}
"""By relation: what a word that depends on a verb fills."""


def _particle_behind(clauses: Clauses, verb: _Verb, slots: Slots) -> Iterator[Filling]:
    """The particle of a phrasal verb that hangs elsewhere, where none was found."""
    after = clauses.tokens[verb.i + 1].lower if verb.i + 1 < len(clauses.tokens) else ""
    if "prt" not in slots and (verb.token.lower, after) in clauses.phrasal:
        yield "prt", [verb.i + 1]


def _object_of_relative(clauses: Clauses, verb: _Verb, slots: Slots) -> Iterator[Filling]:
    """The noun that a relative clause without its own object is about: "the town they left"."""
    if verb.token.dep != "acl:relcl" or verb.passive or "obj" in slots:
        return
    if verb.token.head not in slots["subj"]:
        yield "obj", clauses.conjuncts(verb.token.head)


def _below_objects(clauses: Clauses, verb: _Verb, slots: Slots) -> Iterator[Filling]:
    """What hangs on the objects."""
    for found in tuple(slots.get("obj", ())):
        for child in clauses.dependents(found, "nmod", "acl"):
            if clauses.tokens[child].dep == "acl":
                yield "obj-comp", [child]
            else:
                yield "obj." + clauses.preposition(child), clauses.conjuncts(child)
        for child in clauses.dependents(found, "nmod:poss"):
            yield "obj.poss", clauses.conjuncts(child)
        for child in clauses.dependents(found, "amod", "compound"):
            yield "obj.mod", [child]


# --- the slots of a noun: one function for each relation in which a word hangs on it


def _noun_slots(clauses: Clauses, i: int) -> Slots:
    slots: Slots = {}
    for child in clauses.children[i]:
        fill = _OF_NOUN.get(clauses.tokens[child].dep)
        if fill is not None:
            _add(slots, fill(clauses, i, child))
    return slots


def _owner(clauses: Clauses, noun: int, child: int) -> Iterator[Filling]:
    """ "Iran's offer" """
    yield "poss", clauses.conjuncts(child)


def _modifier(clauses: Clauses, noun: int, child: int) -> Iterator[Filling]:
    """ "Armenian shelling" """
    yield "adj", clauses.conjuncts(child)


def _subject_of_phrase(clauses: Clauses, noun: int, child: int) -> Iterator[Filling]:
    """The subject of a phrase with a preposition: "is on a visit", "are in contact"."""
    if clauses.preposition(noun):
        yield "subj", clauses.conjuncts(child)


def _preposition_before(clauses: Clauses, noun: int, child: int) -> Iterator[Filling]:
    """ "on" of "on a visit" """
    yield "case", [child]


def _noun_phrase(clauses: Clauses, noun: int, child: int) -> Iterator[Filling]:
    """A phrase with its preposition ("talks with Baku"), and the parties named below it."""
    case = clauses.preposition(child)
    if not case and clauses.tokens[child].dep == "nmod":
        yield from _modifier(clauses, noun, child)
        return
    yield case, clauses.conjuncts(child)
    for inner in clauses.dependents(child, "nmod"):
        if (inner_case := clauses.preposition(inner)) in PARTIES_OF_NOUN:
            yield inner_case, clauses.conjuncts(inner)


def _clause_of_noun(clauses: Clauses, noun: int, child: int) -> Iterator[Filling]:
    """ "the claim that they left" """
    yield "comp", [child]


def _participle_of_noun(clauses: Clauses, noun: int, child: int) -> Iterator[Filling]:
    """A participle or infinitive ("an agreement signed with Baku by Rome"), whose parties are the noun's."""
    yield "comp", [child]
    for slot, words in _verb_slots(clauses, child).items():
        if slot in PARTIES_OF_PARTICIPLE:
            yield slot, words
        elif slot == "subj" and clauses.passive(child):
            yield "by", words


_OF_NOUN: dict[str, Callable[[Clauses, int, int], Iterator[Filling]]] = {
    "nmod:poss": _owner,
    "amod": _modifier,
    "compound": _modifier,
    "nmod:desc": _modifier,
    "flat": _modifier,
    "nmod:unmarked": _modifier,
    "nsubj": _subject_of_phrase,
    "case": _preposition_before,
    "nmod": _noun_phrase,
    "obl": _noun_phrase,
    "obl:agent": _noun_phrase,
    "acl": _participle_of_noun,
    "acl:relcl": _clause_of_noun,
    "ccomp": _clause_of_noun,
}
"""By relation: what a word that depends on a noun fills."""
