"""Who does what in a parsed sentence: clauses read off the dependency tree.

A view over one sentence's tokens. Slots of a verb: subj, obj, iobj, comp (clauses that complete it), prt,
and each preposition by its own word; passives are turned round, and what a participle, an infinitive, a
relative or a joined verb leaves unsaid is taken from the clause above. Slots of a noun: poss, adj (adjective
or noun before it), and prepositions; a noun under a supporting verb ("held talks") has the verb's slots too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from contactline.parsing import repair
from contactline.records import Token

Slots = dict[str, list[int]]

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_OBLIQUES = frozenset({"obl", "obl:agent", "obl:unmarked", "nmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_MODALS = frozenset({"will", "'ll", "’ll", "shall", "would", "could", "may", "might", "can", "must", "should"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "none"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "csubj"})


class Clauses:
    """The clauses of one sentence. ``tokens`` as parsing gives them; ``phrasal``: verbs (every form) with the
    particle that makes them another verb ("handed", "over"), which parsers take for a preposition.
    """

    def __init__(self, tokens: Sequence[Token], phrasal: frozenset[tuple[str, str]] = frozenset()):
        self.tokens = repair.mended(tokens)
        self.children = repair.children(self.tokens)
        self._phrasal = phrasal
        self._slots: dict[int, Slots] = {}

    def dependents(self, i: int, *deps: str) -> list[int]:
        """The tokens that hang on this one by one of these relations, in the order of the text."""
        tokens = self.tokens
        return [c for c in self.children[i] if tokens[c].dep in deps]

    def is_verb(self, i: int) -> bool:
        """A verb; or what the tagger took for another word though it has a subject and an object, or for an
        adjective though it is a participle with either.
        """
        token = self.tokens[i]
        if token.pos in ("VERB", "AUX"):
            return True
        if not self.children[i]:
            return False
        subjects, objects = self.dependents(i, "nsubj:pass", "nsubj"), self.dependents(i, "obj")
        participle = token.pos == "ADJ" and token.lower.endswith(("ed", "en")) and bool(subjects or objects)
        return (participle or bool(subjects and objects)) and not self.dependents(i, "cop")

    def case(self, i: int) -> str:
        """The preposition before a nominal, of several words joined by _ ("according_to"), "" where none."""
        words: list[str] = []
        last = i
        for c in self.children[i]:
            if self.tokens[c].dep != "case" or c > i or self.tokens[c].lower in ("'s", "’s", "'", "’"):
                continue
            if any(self.tokens[k].mention >= 0 for k in range(last, c)):
                words = []  # "between Armenian and Azerbaijani troops near Goris", read as one phrase
            words.append(self.tokens[c].lower)
            words.extend(self.tokens[f].lower for f in self.children[c] if self.tokens[f].dep == "fixed")
            last = c
        if not words and self.tokens[i].dep in ("obl", "nmod", "obj", "conj"):
            # "with Secretary of State Blinken": small parsers hang it on the office
            titles = (c for c in self.dependents(i, "nmod:desc") if c < i)
            return next((case for c in titles if (case := self.case(c))), "")
        return "_".join(words)

    def joined(self, i: int) -> list[int]:
        """A nominal and those joined to it by "and", in the order of the text."""
        found = [i]
        stack = [i]
        while stack:
            for c in self.children[stack.pop()]:
                if self.tokens[c].dep == "conj" and self.tokens[c].pos in _NOMINAL and len(found) < 12:
                    found.append(c)
                    stack.append(c)
        return sorted(found)

    def span_of(self, i: int) -> tuple[int, int]:
        """First and last token of a noun phrase: what stands before its head, and its "of" phrase."""
        first = last = i
        stack = [i]
        while stack:
            here = stack.pop()
            for c in self.children[here]:
                dep = self.tokens[c].dep
                before = c < here and dep in (
                    "amod",
                    "compound",
                    "nmod:poss",
                    "nummod",
                    "det",
                    "nmod:desc",
                    "flat",
                    "advmod",
                    "case",
                    "punct",
                    "nmod",
                    "appos",
                    "goeswith",
                )
                if dep == "case" and self.tokens[c].lower not in ("'s", "’s", "'", "’"):
                    before = False
                after = c > here and (
                    dep in ("flat", "case", "nmod:desc", "goeswith") or (dep == "nmod" and self.case(c) == "of")
                )
                if dep == "punct" and self.tokens[c].lower not in ("-", "–"):
                    before = after = False
                if before or after:
                    first, last = min(first, c), max(last, c)
                    stack.append(c)
        return first, last

    def root_of(self, i: int) -> list[int]:
        """The tokens above this one, nearest first."""
        path: list[int] = []
        while self.tokens[i].head != i and len(path) < 60:
            i = self.tokens[i].head
            path.append(i)
        return path

    def under(self, i: int, skip: Callable[[int], bool] | None = None) -> list[int]:
        """All tokens below this one; those for which ``skip`` holds are left out with what hangs on them."""
        found = []
        stack = list(self.children[i])
        while stack:
            c = stack.pop()
            if skip and skip(c):
                continue
            found.append(c)
            stack.extend(self.children[c])
        return found

    # --- verbs

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

    def surface_subject(self, i: int, depth: int = 0) -> list[int]:
        """The words in subject place, the clause above asked where the verb has none of its own."""
        own = self.dependents(i, *_SUBJECTS)
        token = self.tokens[i]
        if own:
            word = self.tokens[own[0]]
            if self.case(own[0]) in ("in", "at", "on", "near", "from") and token.dep in ("acl:relcl", "acl"):
                return self.joined(token.head)  # no subject has a preposition: what stands before it is meant
            if (
                word.lower in _RELATIVE
                and token.dep in ("acl:relcl", "acl")
                and word.pos in ("PRON", "DET", "SCONJ")
            ):
                return self.joined(token.head)
            return [j for s in own for j in self.joined(s)]
        if token.head == i or depth > 6:
            return []
        head = token.head
        if not self.is_verb(head):
            if token.dep in ("acl", "acl:relcl"):
                return self.joined(head)
            if token.dep in ("conj", "xcomp", "ccomp", "advcl", "parataxis"):
                # a participle or an adjective at the head of the clause above
                return self.surface_subject(head, depth + 1) if self.dependents(head, *_SUBJECTS) else []
            return []
        if token.dep == "xcomp" or (token.dep in ("advcl", "ccomp") and self.infinitive(i)):
            objects = self.dependents(head, "obj", "iobj")
            if objects and token.dep != "advcl":
                return [j for o in objects for j in self.joined(o)]
            obliques = [c for c in self.dependents(head, "obl") if self.case(c) == "on" and c < i]
            if obliques and self.infinitive(i):
                return self.joined(obliques[0])
            return self.surface_subject(head, depth + 1)
        if token.dep == "conj" and self.tokens[head].dep == "ccomp" and self.passive(head) and not self.passive(i):
            # "stressed that no troops were deployed and accused ...": who accuses is who stressed
            return self.surface_subject(self.tokens[head].head, depth + 1)
        if token.pos == "ADJ" and token.dep in ("obj", "obl"):
            return self.surface_subject(head, depth + 1)  # "stand ready to help"
        if token.dep == "advcl" and self.tokens[i - 1].lower == "," and "VerbForm=Part" in token.features:
            # "condemned the attack launched on Monday, calling for ...": not the attack calls
            while self.tokens[head].dep in ("acl", "xcomp") and self.passive(head):
                head = self.clause_of(self.tokens[head].head)
        if token.dep in ("conj", "advcl", "ccomp", "parataxis"):
            return self.surface_subject(head, depth + 1)
        return []

    def infinitive(self, i: int) -> bool:
        """Whether a verb stands with "to"."""
        return any(self.tokens[c].dep == "mark" and self.tokens[c].lower == "to" for c in self.children[i])

    def slots(self, i: int) -> Slots:
        """What fills each slot of a verb or noun, as heads of phrases."""
        if i not in self._slots:
            self._slots[i] = self._verb_slots(i) if self.is_verb(i) else self._noun_slots(i)
        return self._slots[i]

    def clause_slots(self, i: int) -> Slots:
        """The slots of a word that heads a clause as a verb would ("is ready to sign")."""
        return self._verb_slots(i)

    def _verb_slots(self, i: int) -> Slots:
        token = self.tokens[i]
        passive = self.passive(i)
        slots: Slots = {}
        surface = self.surface_subject(i)
        if passive and token.dep == "conj" and not self.dependents(i, *_SUBJECTS) and self.is_verb(token.head):
            surface = self.surface_subject(token.head)
        slots["obj" if passive else "subj"] = surface
        if passive:
            slots["passive"] = [i]
        if self.negated(i):
            slots["not"] = [i]
        given = -1 if passive else self._given(i)
        for c in self.children[i]:
            dep = "iobj" if c == given else self.tokens[c].dep
            if dep == "obj" or (dep == "iobj" and passive):
                if self.tokens[c].lower in _RELATIVE and token.dep == "acl:relcl":
                    slots.setdefault("obj", []).extend(self.joined(token.head))
                else:
                    slots.setdefault("obj", []).extend(self.joined(c))
            elif dep == "iobj":
                slots.setdefault("iobj", []).extend(self.joined(c))
            elif dep in _OBLIQUES:
                case = self.case(c)
                if case == "by" and (passive or dep == "obl:agent"):
                    slots.setdefault("subj", []).extend(self.joined(c))
                    slots.setdefault("by", []).extend(self.joined(c))
                elif (token.lower, case) in self._phrasal and self.tokens[
                    min(i + 1, len(self.tokens) - 1)
                ].lower == case:
                    slots.setdefault("prt", []).append(i + 1)
                    slots.setdefault("obj", []).extend(self.joined(c))
                elif case:
                    slots.setdefault(case, []).extend(self.joined(c))
                    for n in self.dependents(c, "nmod"):
                        slots.setdefault("." + self.case(n), []).extend(self.joined(n))
            elif dep == "compound:prt":
                slots.setdefault("prt", []).append(c)
            elif dep == "advmod" and self.tokens[c].lower in _PARTICLES:
                slots.setdefault("prt", []).append(c)
            elif dep in ("xcomp", "ccomp"):
                slots.setdefault("comp", []).append(c)
            elif dep == "conj" and self.infinitive(c):
                # "called for calm and for Baku to withdraw"
                asked = self.dependents(c, *_SUBJECTS)
                marked = any(self.tokens[m].lower == "for" for m in self.dependents(c, "mark"))
                if asked and (marked or self.case(asked[0]) == "for"):
                    slots.setdefault("for", []).extend([*self.joined(asked[0]), c])
            elif dep == "advcl":
                mark = next((self.tokens[m].lower for m in self.dependents(c, "mark", "case")), "")
                slots.setdefault("comp" if mark == "to" else f"{mark}-clause", []).append(c)
        after = self.tokens[i + 1].lower if i + 1 < len(self.tokens) else ""
        if "prt" not in slots and (token.lower, after) in self._phrasal:
            slots["prt"] = [i + 1]
        if token.dep == "acl:relcl" and not passive and "obj" not in slots and token.head not in slots["subj"]:
            slots["obj"] = self.joined(token.head)
        for o in list(slots.get("obj", [])):
            for n in self.dependents(o, "nmod", "acl"):
                if self.tokens[n].dep == "acl":
                    slots.setdefault("obj-comp", []).append(n)
                    continue
                slots.setdefault("obj." + self.case(n), []).extend(self.joined(n))
            for n in self.dependents(o, "nmod:poss"):
                slots.setdefault("obj.poss", []).extend(self.joined(n))
            for n in self.dependents(o, "amod", "compound"):
                slots.setdefault("obj.mod", []).append(n)
        return slots

    def _given(self, i: int) -> int:
        """The first of two objects in a row, to whom the second is given ("handed Armenia a letter"), or -1."""
        objects = [c for c in self.dependents(i, "obj") if c > i]
        if len(objects) != 2 or self.tokens[objects[1]].pos not in ("NOUN", "PROPN"):
            return -1
        return objects[0] if self.span_of(objects[0])[1] + 1 == self.span_of(objects[1])[0] else -1

    def _noun_slots(self, i: int) -> Slots:
        slots: Slots = {}
        for c in self.children[i]:
            dep = self.tokens[c].dep
            if dep == "nmod:poss":
                slots.setdefault("poss", []).extend(self.joined(c))
            elif dep in ("amod", "compound", "nmod:desc", "flat", "nmod:unmarked") or (
                dep == "nmod" and not self.case(c)
            ):
                slots.setdefault("adj", []).extend(self.joined(c))
            elif dep == "nsubj" and self.case(i):
                slots.setdefault("subj", []).extend(self.joined(c))  # "is on a visit", "are in contact"
            elif dep == "case":
                slots.setdefault("case", []).append(c)
            elif dep in ("nmod", "obl", "obl:agent"):
                case = self.case(c)
                slots.setdefault(case, []).extend(self.joined(c))
                for n in self.dependents(c, "nmod"):
                    if self.case(n) in ("with", "against", "between", "by"):
                        slots.setdefault(self.case(n), []).extend(self.joined(n))
            elif dep in ("acl", "acl:relcl", "ccomp"):
                slots.setdefault("comp", []).append(c)
                if self.tokens[c].dep == "acl":
                    for key, found in self._verb_slots(c).items():
                        if key in ("with", "against", "between", "on", "to", "in"):
                            slots.setdefault(key, []).extend(found)
                        elif key == "subj" and self.passive(c):
                            slots.setdefault("by", []).extend(found)
        return slots

    # --- how the clause is said

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
            self.tokens[c].lower in _NEGATIONS
            and self.tokens[c].dep in ("advmod", "cc", "det", "case", "cc:preconj", "mark")
            for c in self.children[i]
        ):
            return True
        if self.is_verb(i):
            return any(
                self.tokens[d].lower in ("no", "neither", "none")
                for s in self.dependents(i, "nsubj", "nsubj:pass", "obj")
                for d in [s, *self.dependents(s, "det")]
            )
        return False

    def clause_of(self, i: int) -> int:
        """The verb (or the sentence's root) whose clause a token stands in."""
        here = i
        for _ in range(60):
            token = self.tokens[here]
            if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "aux", "aux:pass", "cop", "compound"):
                return here
            if token.head == here:
                return here
            here = token.head
        return here


_PARTICLES = frozenset(
    {"out", "up", "off", "down", "back", "over", "away", "forward", "in", "on", "aside", "through"}
)
CLAUSE_DEPS = _CLAUSES
