"""The words of a sentence that are events: patterns matched against clauses.

A word fires the most demanding of its patterns whose frame holds. Events in its own complement are then absorbed
by it if the pattern says so ("called on both sides to stop the fighting" is one event).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from contactline.coding.participants import Participants
from contactline.lexicon.patterns import Condition, Entry, Pattern, Patterns
from contactline.lexicon.prepositions import OF_OUTER_PHRASE, OF_VERB_OR_OBJECT
from contactline.parsing.clauses import Clauses, Slots

_NOUN_TAGS = frozenset({"NOUN", "PROPN"})
_OUTSIDE = frozenset(
    ("subj", "poss", "adj", "mod", "by", "between", "told", "passive", "case", "after", "before", "since")
    + ("following", "during", "amid", "despite", "because_of", "according_to")
)
"""Slots with something besides an event, which is not part of what it asks, promises or refuses."""
_AT_THE_TIME = frozenset({"when", "while", "after", "before", "since", "as", "because", "although", "though"})
"""Words that introduce, within a complement, a clause about something else: "agreed to go on when they met"."""
_NO_FILLING = ("any", "head", "told", "passive", "not", "fact", "case")
"""Slots of a frame that are about the form of an event, not about a word of its complement."""
_WORD_IN_NAME = re.compile(r"[^\s-]+")
_AFTER_HEAD = re.compile(r" (?:of|from|in|on|at|near) ")
_KINDS_TAKEN = frozenset({"village", "town", "city", "district", "mountain", "base", "bridge", "road", "corridor"})
"""Kinds of place whose name alone can be blocked, taken or handed over. The name of a state or a capital often
means its government: "took Baku to court"."""
_EMPTY: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that fired. ``verb``: the verb of its clause (the word itself, or the verb that supports a noun).

    ``support``: whether that verb supports the noun ("held talks"). ``slots``: those with source and target.
    """

    i: int
    verb: int
    support: bool
    pattern: Pattern
    slots: Slots


class Attempt(NamedTuple):
    """Patterns that are tried for a word, in order, and the slots against which their frames are matched.

    ``entries``: each pattern with the words that must stand before the trigger. ``verb`` and ``support``: as in
    the resulting ``Trigger``.
    """

    entries: tuple[Entry, ...]
    verb: int
    support: bool
    slots: Slots


class Matcher:
    """Finds the triggers of one sentence."""

    def __init__(self, clauses: Clauses, participants: Participants, patterns: Patterns):
        self.clauses = clauses
        self.tokens = clauses.tokens
        self.participants = participants
        self.patterns = patterns
        self._matched: dict[int, Trigger | None] = {}
        self._labelled: dict[int, frozenset[str]] = {}
        self._counted: dict[int, list[int]] = {}

    def triggers(self) -> list[Trigger]:
        """The events of the sentence, in the order of the text."""
        words = self.patterns.words
        found = [t for token in self.tokens if token.lower in words and (t := self.trigger(token.i)) is not None]
        taken: set[int] = set()
        for trigger in found:
            taken.update(self.taken(trigger))
        return [t for t in found if t.i not in taken and t.pattern.type != "NONE"]

    def trigger(self, i: int) -> Trigger | None:
        """The pattern that a word fires; None where none of its frames holds."""
        if i not in self._matched:
            self._matched[i] = None  # a word is no part of its own frame
            self._matched[i] = self._match(i)
        return self._matched[i]

    def _match(self, i: int) -> Trigger | None:
        for attempt in self.attempts(i):
            for before, pattern in attempt.entries:
                if self.preceded(i, before) and self.failed(pattern, attempt.slots, i) is None:
                    return Trigger(i, attempt.verb, attempt.support, pattern, attempt.slots)
        return None

    def attempts(self, i: int) -> Iterator[Attempt]:
        """Yield the patterns that a word triggers, in the order in which they are tried until one fires."""
        token = self.tokens[i]
        if token.mention >= 0 or token.dep in ("date", "punct"):
            return
        if token.dep in ("aux", "xcomp") and token.lower in self.patterns.by_modal:
            yield from self._modal(i)
            return
        verbs = self.patterns.by_verb.get(token.lower, _EMPTY)
        if verbs and token.dep not in ("aux", "aux:pass", "cop") and self.clauses.is_verb(i):
            if token.dep in ("amod", "compound") and not self.clauses.children[i]:
                return
            if self._is_noun_of_verb(i):
                yield self._noun(i, self.patterns.by_noun[token.lower])
            yield Attempt(verbs, i, True, self._suffered(i, self.clauses.slots(i)))
        if (
            token.pos == "ADJ"
            and token.lower in self.patterns.by_adjective
            and token.dep not in ("amod", "compound", "conj")
        ):
            yield Attempt(self.patterns.by_adjective[token.lower], i, True, self.clauses.clause_slots(i))
        if token.pos in _NOUN_TAGS or (token.pos == "VERB" and token.lower.endswith("ing")):
            candidates = self.patterns.by_noun.get(token.lower, _EMPTY)
            if candidates and token.dep not in ("compound", "amod", "flat"):
                yield self._noun(i, candidates)

    def _is_noun_of_verb(self, i: int) -> bool:
        """Whether a gerund stands as a noun: "shooting was heard near Goris"."""
        token = self.tokens[i]
        bare = not self.clauses.dependents(i, "obj", "nsubj", "aux", "mark")
        placed = token.dep in ("nsubj", "nsubj:pass", "obj", "nmod", "obl")
        return placed and bare and token.lower.endswith("ing") and token.lower in self.patterns.by_noun

    def _suffered(self, i: int, slots: Slots) -> Slots:
        """The slots of "Soldier killed near Agdam": in headlines, a word of killing without an object is passive.

        So is, after a passive, a word of killing or capture: "three were killed and an officer captured".
        """
        token, classes = self.tokens[i], self.patterns.classes
        hurting = token.lower in classes["killing"] or token.lower in classes["wounding"]
        shared = token.dep == "conj" and self.clauses.passive(token.head)
        if shared and token.lower in classes["capturing"]:
            hurting = True
        if not hurting or token.lower in classes["dying"]:
            return slots
        past = "Tense=Past" in token.features or token.pos == "ADJ"
        own = self.clauses.dependents(i, "aux", "aux:pass") if shared else self.clauses.auxiliaries(i)
        if not past or "passive" in slots or "obj" in slots or own:
            return slots
        if not slots["subj"] or not all(self._is_party(word) or self._is_civilian(word) for word in slots["subj"]):
            return slots
        if token.dep == "conj" and self.clauses.dependents(token.head, "obj"):
            return slots  # "killed four and wounded eleven": who kills also wounds
        return {**slots, "obj": slots["subj"], "subj": [], "passive": [i]}

    def _modal(self, i: int) -> Iterator[Attempt]:
        """Yield the attempt for "X said that Y must ...": the demand is the clause, whatever its verb."""
        verb = self.tokens[i].head
        above = self.tokens[verb].head
        saying = self.patterns.classes["saying"]
        if above == verb or self.tokens[above].lower not in saying or not self.clauses.is_verb(above):
            return
        if self.tokens[verb].dep not in ("ccomp", "parataxis") or self.clauses.negated(verb):
            return
        if any(self.tokens[s].lower in ("we", "i") for s in self.clauses.surface_subject(verb)):
            return  # "we should": nobody else is asked
        slots: Slots = {
            "said": self.clauses.surface_subject(above),
            "subj": self.clauses.surface_subject(verb),
            "comp": [verb],
        }
        yield Attempt(self.patterns.by_modal[self.tokens[i].lower], above, True, slots)

    def _noun(self, i: int, candidates: tuple[Entry, ...]) -> Attempt:
        verb, support = self._carrier(i)
        slots: Slots = {key: list(found) for key, found in self.clauses.slots(i).items()}
        slots["mod"] = [
            c for c in self.clauses.children[i] if self.tokens[c].dep in ("amod", "compound", "nmod", "nmod:desc")
        ]
        phrase = self.clauses.descendants(i, self.clauses.is_verb)
        if (
            support
            or any(self.tokens[c].dep == "date" for c in phrase)
            or any(self._tells(c) for c in self.clauses.children[i])
        ):
            slots["told"] = [verb if verb != i else self.tokens[i].head]
        if support and verb != i and self.clauses.is_verb(verb):
            for key, found in self.clauses.slots(verb).items():
                if key == "subj" and i in found:
                    continue
                if key in ("obj", "comp") or key.startswith("obj."):
                    continue
                slots.setdefault(key, []).extend(f for f in found if f != i and f not in slots.get(key, ()))
            if (
                self.tokens[verb].lower in self.patterns.classes["receiving"]
                and not self.clauses.passive(verb)
                and i in self.clauses.slots(verb).get("obj", ())
            ):
                slots = _turned_round(slots)
        return Attempt(candidates, verb, support, slots)

    def _tells(self, child: int) -> bool:
        """Whether a word below a noun shows that the noun reports an event: "the recent clashes".

        Also "clashes that left ten dead", "a deal brokered by Moscow".
        """
        token, classes = self.tokens[child], self.patterns.classes
        if token.lower in classes["telling"]:
            return True
        telling = token.lower in classes["leaving"] or token.lower in classes["mediating"]
        return telling and token.dep in ("acl:relcl", "acl") and self.clauses.is_verb(child)

    def _carrier(self, i: int) -> tuple[int, bool]:
        """The verb on which a noun depends, and whether it is only a support verb ("held talks", "talks took
        place").
        """
        here = i
        joined = False
        while self.tokens[here].dep == "conj" and self.tokens[self.tokens[here].head].pos in _NOUN_TAGS:
            here = self.tokens[here].head
            joined = True
        token = self.tokens[here]
        head = token.head
        if (
            token.dep == "nmod"
            and self.clauses.preposition(here) in ("of", "in")
            and (self.tokens[head].lower in self.patterns.classes["phases"])
        ):
            return self._carrier(head)
        if token.dep == "nsubj" and self.tokens[head].lower in self.patterns.classes["going_on"]:
            return head, True
        if head == here or not self.clauses.is_verb(head) or self._is_opinion(head):
            return self.clauses.clause_of(i), False
        verb = self.tokens[head].lower
        classes = self.patterns.classes
        oblique = token.dep == "obl" and self.clauses.preposition(here) in ("in", "to") and not joined
        if token.dep in ("obj", "nsubj:pass") or oblique:
            return head, verb in classes["light"]
        if token.dep == "nsubj":
            return head, verb in classes["occur"] or bool(self.clauses.dependents(head, "expl"))
        return head, False

    def _is_opinion(self, verb: int) -> bool:
        """Whether a verb expresses an opinion about a thing: "sees the deal as treason"."""
        viewed = self.tokens[verb].lower in self.patterns.classes["viewing"]
        return viewed and "as" in self.clauses.slots(verb)

    def preceded(self, i: int, before: str) -> bool:
        """Whether the words of a trigger that stand before its last one ("air" of "air raid") do so here."""
        if not before:  # as of most patterns
            return True
        words = before.split()
        return [t.lower for t in self.tokens[max(0, i - len(words)) : i]] == words

    # --- frames

    def failed(self, pattern: Pattern, slots: Slots, i: int) -> int | None:
        """The number of the first condition of a pattern's frame that does not hold, None where all do."""
        for number, condition in enumerate(pattern.conditions):
            if not self._condition(condition, slots, i, figures=pattern.type != "ASSAULT"):
                return number
        return None

    def _condition(self, condition: Condition, slots: Slots, i: int, figures: bool) -> bool:
        """Whether a condition holds. ``figures``: the war of "a price war" counts as a war, too."""
        figures = figures or condition.absent
        for slot in condition.slots:
            for word in self.filling(slot, slots, i, nested=not condition.absent):
                if word == i and slot not in ("told", "passive", "not", "fact"):
                    continue
                if condition.anything or (condition.words and self._names_one_of(word, condition.words, figures)):
                    return not condition.absent
                if condition.types and self._tells_one_of(word, condition.types):
                    return not condition.absent
                if condition.party and self._is_party(word):
                    return not condition.absent
                if condition.person and self._is_person(word):
                    return not condition.absent
                if condition.state and self._is_state(word):
                    return not condition.absent
        return condition.absent

    def _names_one_of(self, word: int, words: frozenset[str], figures: bool) -> bool:
        """Whether a word, or what it counts, is among those listed; ``figures`` as of ``_condition``."""
        for counted in self._through(word):
            if self._is_one_of(counted, words) and (figures or not self._is_figure(counted)):
                return True
        return False

    def _tells_one_of(self, word: int, types: frozenset[str]) -> bool:
        """Whether a word, or what it counts, is an event of one of these types."""
        inner = (self.trigger(counted) for counted in self._through(word))
        return any(trigger is not None and trigger.pattern.type in types for trigger in inner)

    def _is_one_of(self, word: int, words: frozenset[str]) -> bool:
        """Whether a word, alone, with the one before it or by the common noun in a name, is among those listed."""
        labels = self._labelled.get(word)
        if labels is None:
            labels = frozenset((self.tokens[word].lower, self._compound(word), *self._common_nouns(word)))
            self._labelled[word] = labels
        return not words.isdisjoint(labels)

    def _is_figure(self, word: int) -> bool:
        """Whether a noun is used figuratively: the war in "launched a price war"."""
        if self.tokens[word].lower not in self.patterns.by_noun or self.tokens[word].pos not in _NOUN_TAGS:
            return False
        inner = self.trigger(word)
        return inner is not None and inner.pattern.type == "NONE"

    def filling(self, slot: str, slots: Slots, i: int, nested: bool = True) -> Sequence[int]:
        """The words that a condition on a slot examines, as indexes of tokens."""
        if slot == "any":
            return self.clauses.descendants(i)
        if slot == "head":
            return (self.tokens[i].head,)
        found: Sequence[int] = slots.get(slot, ())
        if slot in OF_VERB_OR_OBJECT:
            below = slots.get(f"obj.{slot}", ())
            beside = slots.get(f".{slot}", ()) if nested and slot in OF_OUTER_PHRASE else ()
            if below or beside:
                return (*found, *below, *beside)
        return found

    def _through(self, word: int) -> list[int]:
        """A word and, if it is a quantity, what is counted: "dozens of activists", "a rocket barrage"."""
        if word not in self._counted:
            self._counted[word] = self._with_counted(word)
        return self._counted[word]

    def _with_counted(self, word: int) -> list[int]:
        found = [word]
        classes = self.patterns.classes
        while (
            (lower := self.tokens[found[-1]].lower) in classes["uncounted"]
            or lower in classes["amounts"]
            or (self.tokens[found[-1]].pos == "NUM")
        ):
            inner = [
                c
                for c in self.clauses.dependents(found[-1], "nmod")
                if self.clauses.preposition(c) in ("of", "in", "")
            ]
            inner = inner or self.clauses.dependents(found[-1], "compound", "amod")[-1:]
            if not inner or len(found) > 3:
                break
            found.append(inner[0])
        return found

    def _compound(self, word: int) -> str:
        """ "cease - fire", "peace talks": a word with the one before it."""
        before = [c for c in self.clauses.children[word] if self.tokens[c].dep == "compound" and c < word]
        return f"{self.tokens[before[-1]].lower} {self.tokens[word].lower}" if before else ""

    def _common_nouns(self, word: int) -> tuple[str, ...]:
        """The common nouns in a name, or known for it.

        For an actor the noun in its name ("Russian peacekeepers", "refugees from Baku"), alone and with the word
        before it ("sabotage group"); for a place also its kind ("Lachin road", Shusha: town).
        """
        token = self.tokens[word]
        if token.mention < 0:
            return ()
        mention = self.participants.mentions[token.mention]
        said = _AFTER_HEAD.split(token.text.lower(), maxsplit=1)[0]
        own = said.rpartition(" ")[2]
        if mention.kind == "actor" or mention.ref is None:
            return (own, " ".join(_WORD_IN_NAME.findall(said)[-2:]))
        kind = self.participants.facts.kinds.get(mention.ref, "")
        return (own, kind) if kind in _KINDS_TAKEN else (own,)

    def _is_party(self, word: int) -> bool:
        token = self.tokens[word]
        return (
            token.lower in self.patterns.classes["agents"]
            or (token.pos == "PROPN" and token.mention < 0)
            or (token.pos == "PRON" and token.lower not in ("it", "that", "this", "what", "which"))
            or any(a.country or a.actor_id for a in self.participants.of([word]))
        )

    def _is_civilian(self, word: int) -> bool:
        return self.tokens[word].lower in self.patterns.classes["civilians"]

    def _is_person(self, word: int) -> bool:
        actor = self.participants.named(word)
        if actor is not None:
            return actor.person or self.tokens[word].lower in self.patterns.classes["officials"]
        unknown = (
            self.tokens[word].pos == "PROPN" and self.tokens[word].mention < 0
        )  # no place, which is a mention
        return unknown or self.tokens[word].lower in self.patterns.classes["officials"]

    def _is_state(self, word: int) -> bool:
        actor = self.participants.named(word)
        if actor is None or actor.actor_id not in self.participants.facts.bodies:
            return False
        return self.participants.mentions[self.tokens[word].mention].form != "demonym"  # "Armenians" are people

    # --- what an event takes in

    def taken(self, trigger: Trigger) -> set[int]:
        """Words that are not separate events next to this one."""
        taken = set(self._asked_for(trigger))
        if trigger.pattern.inner == "absorb":
            taken.update(self._complement(trigger))
        taken.discard(trigger.i)
        return taken

    def _asked_for(self, trigger: Trigger) -> Iterator[int]:
        """Words that the frame of an event asks for by themselves or by their type."""
        for condition in trigger.pattern.conditions:
            slots = () if condition.absent else condition.slots
            for slot in slots:
                if slot in _NO_FILLING:
                    continue
                for filling in self.filling(slot, trigger.slots, trigger.i):
                    yield from (word for word in self._through(filling) if self._satisfies(condition, word))

    def _satisfies(self, condition: Condition, word: int) -> bool:
        inner = self._matched.get(word)
        return inner is not None and (
            self.tokens[word].lower in condition.words or inner.pattern.type in condition.types
        )

    def _complement(self, trigger: Trigger) -> Iterator[int]:
        """All words of what an event asks, promises or refuses."""
        for slot, words in trigger.slots.items():
            if slot.removeprefix(".") in _OUTSIDE or slot.endswith("-clause"):
                continue
            for word in words:
                if word != trigger.i:
                    yield word
                    yield from self.clauses.descendants(word, self._apart)

    def _apart(self, i: int) -> bool:
        """Whether a phrase within a complement tells of something beside it ("to a truce after the clashes")."""
        token = self.tokens[i]
        if token.dep == "advcl" and self.clauses.dependents(i, "nsubj", "nsubj:pass"):
            return any(self.tokens[c].lower in _AT_THE_TIME for c in self.clauses.children[i])
        return token.dep in ("acl:relcl", "parataxis", "advcl:relcl") or (
            token.dep in ("nmod", "obl") and self.clauses.preposition(i) in _OUTSIDE
        )


def _turned_round(slots: Slots) -> Slots:
    """The slots of somebody who "received" or "faced" something: the other is the source, the receiver the
    target.
    """
    givers = slots.get("from", [])
    own = {key: [w for w in words if w not in givers] for key, words in slots.items() if key != "from"}
    return {**own, "subj": givers, "to": slots.get("subj", [])}
