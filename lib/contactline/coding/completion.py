"""Parties that the text leaves out and that follow from facts of the conflict, once an event's day and place are
known.

Whoever held a place is the party hit there; the attacker is the other side; police and courts are those of the
place. A party that the text names is never replaced, and an added one is marked by its ``basis``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from contactline.coding import home
from contactline.coding.candidates import Candidate
from contactline.coding.participants import CIVILIANS, OTHER_SIDE, OWN_GOVERNMENT, PLACE_HELD, Participant
from contactline.coding.sentence import SentenceContext
from contactline.coding.triggers import Trigger
from contactline.lexicon import unlisted
from contactline.lexicon.control import Control, control

Days = tuple[date | None, date | None]
"""The first and the last possible day of an event; (None, None) where nothing is known."""

_GIVEN_OVER = frozenset({"RETREAT", "CONCEDE"})
"""Types whose place is given by one side to the other."""
_BESIDE = ("advcl", "acl", "acl:relcl", "parataxis")
"""Clauses that are about something else than what one side gives up."""
_INTERNAL = frozenset({"COERCE", "ASSAULT", "PROTEST", "REJECT", "SANCTION"})
"""Types of acts between authorities and people of one country."""
_OF_TWO_FORCES = frozenset({"heavy-weapons", "aerial"})
"""Modes of attack that only armed forces are capable of."""
_PEOPLE = ("agents", "people", "officials", "bodies", "authorities", "captives")
"""Classes of words for people who act or are acted on."""
_CAME_THERE = ("forces", "weapons")
"""Classes of words for things that either side may have brought to the place that was hit, unlike people and
houses."""


def completed(candidate: Candidate, days: Days, place_id: str | None, context: SentenceContext) -> Candidate:
    """The event with the missing parties added. ``place_id``: where it took place, None if unknown."""
    facts = _Facts(days, place_id, context, control(context.lexicon))
    source = [facts.on_the_day(a) for a in candidate.source]
    target = list(candidate.target)
    if candidate.type not in _GIVEN_OVER:
        target = [facts.on_the_day(a, hit=candidate.type == "ASSAULT") for a in target]
    mutual = candidate.trigger.pattern.two_sided or (bool(source) and candidate.source == candidate.target)
    if candidate.type in _INTERNAL and not mutual:
        source = facts.authorities_of_the_place(source)
        source, target = home.completed(candidate, source, target, facts.holder_here(), context)
    if candidate.type == "AID" and source and not target:
        target = facts.helped_there(source)
    if candidate.type == "ASSAULT" and not mutual and not context.is_elsewhere():
        source = [a for a in source if not facts.is_weapon(a)]
        target = facts.across_the_line(source, target, candidate)
        target = facts.hit_there(source, target)
        target = facts.losses_of_speaker(source, target, candidate)
        target = facts.fought(source, target, candidate)
        if not source and candidate.status != "denied" and facts.is_fight(candidate.trigger):
            source = facts.opponents(target, candidate)
    target = [a for a in target if facts.is_somebody(a)]
    if candidate.type in _GIVEN_OVER and not mutual and not context.is_elsewhere():
        source = source or facts.released_by(target, candidate)
        target = facts.given_to(source, target, candidate)
    return replace(candidate, source=tuple(source), target=tuple(target))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known about an event's days and place, and about who held the place."""

    days: Days
    place_id: str | None
    context: SentenceContext
    control: Control

    def on_the_day(self, actor: Participant, hit: bool = False) -> Participant:
        """A party given by a place, as whoever held the place on the event's days; without a country where that is
        unknown.

        ``hit``: whether the name of a seat of government means the town.
        """
        state = actor.actor_id in self.context.participants.facts.conflict.states.values()
        if not actor.place or (actor.actor_id is not None and (state or not hit)):
            return actor
        if not self.control.is_known(actor.place):
            return replace(actor, basis=PLACE_HELD)
        holder = self.control.holder(actor.place, *self.days)
        if holder == actor.country or (not holder and actor.actor_id is not None):
            return replace(actor, basis=PLACE_HELD)
        return replace(actor, actor_id=None, country=holder, basis=PLACE_HELD)

    def authorities_of_the_place(self, source: Sequence[Participant]) -> list[Participant]:
        """Police, courts and the like without a country as those of the place."""
        holder = self.holder_here()
        words = self.context.table.classes["authorities"]
        tokens = self.context.clauses.tokens
        return [
            replace(a, country=holder, sure=False, basis=OWN_GOVERNMENT)
            if holder and not a.country and a.actor_id is None and tokens[a.i].lower in words
            else a
            for a in source
        ]

    def across_the_line(
        self, source: Sequence[Participant], target: list[Participant], candidate: Candidate
    ) -> list[Participant]:
        """If land that the attacker's side holds, or that changed hands, was hit: the other side, if the
        article mentions it.
        """
        conflict = self.context.participants.facts.conflict
        own = {conflict.side_of(a.country) for a in source if a.country}
        if len(own) != 1 or not own <= conflict.states.keys() or not target:
            return target
        if not all(a.basis == PLACE_HELD and conflict.side_of(a.country) in (*own, "") for a in target):
            return target
        return self._if_spoken_of(self._other_side(min(own), target[0], candidate))

    def hit_there(self, source: Sequence[Participant], target: list[Participant]) -> list[Participant]:
        """People and houses of no known side that were hit, or no target at all, become whoever held the place."""
        conflict = self.context.participants.facts.conflict
        holder = self.holder_here()
        sides = {conflict.side_of(a.country) for a in source if a.country}
        if not holder or not all(map(_of_no_side, target)) or conflict.side_of(holder) in sides:
            return target
        if not target:
            return [replace(a, country=holder) for a in self._place_named()]
        return [
            replace(
                a, actor_id=_own_id(a), country=holder, sure=False, basis=PLACE_HELD, place=self.place_id or ""
            )
            if sides or not self._came_there(a)
            else a
            for a in target
        ]

    def helped_there(self, source: Sequence[Participant]) -> list[Participant]:
        """The target of aid that is only said to be for a place: whoever holds it."""
        holder = self.holder_here()
        if not holder or holder in {a.country for a in source}:
            return []
        return [replace(a, country=holder) for a in self._place_named()]

    def losses_of_speaker(
        self, source: Sequence[Participant], target: list[Participant], candidate: Candidate
    ) -> list[Participant]:
        """People whose killing a side of the conflict reports without naming who did it, as its own people."""
        speakers = candidate.said.speakers if candidate.said is not None else ()
        sides = {a.country for a in speakers} & self.context.participants.facts.conflict.belligerents.keys()
        classes = self.context.table.classes
        word = self.context.clauses.tokens[candidate.trigger.i].lower
        if source or not target or len(sides) != 1 or not all(map(_of_no_side, target)):
            return target
        if word not in classes["killing"] | classes["wounding"] | classes["dying"]:
            return target
        (side,) = sides
        return [replace(a, actor_id=_own_id(a), country=side, sure=False, basis=OWN_GOVERNMENT) for a in target]

    def fought(
        self, source: Sequence[Participant], target: list[Participant], candidate: Candidate
    ) -> list[Participant]:
        """The opponent of a side of the conflict if none is named: the other side, if the article mentions it."""
        conflict = self.context.participants.facts.conflict
        own = {a.country for a in source if a.country}
        if not own or not own <= conflict.belligerents.keys() or len(conflict.one_side(own)) != 1:
            return target
        if target and all(_is_private(a) for a in target):
            (other, *more) = self._other_side(min(own), target[0], candidate)
            found = [replace(a, country=other.country, sure=False, basis=OTHER_SIDE) for a in target]
            return found if not more and self._if_spoken_of([other]) else target
        if not all(map(_of_no_side, target)):
            return target
        if not (self.is_fight(candidate.trigger) or self._has_forces(source)):
            return target
        token = self.context.clauses.tokens[candidate.trigger.i]
        word = Participant(None, "", token.text, token.start, token.end, token.i)
        others = self._other_side(min(own), target[0] if target else word, candidate)
        return self._if_spoken_of(others) or target

    def given_to(
        self, source: Sequence[Participant], target: list[Participant], candidate: Candidate
    ) -> list[Participant]:
        """Who receives land or captives from a side of the conflict if nobody is named: the other side, if it is
        mentioned.

        People who flee do not give up land.
        """
        conflict, classes = self.context.participants.facts.conflict, self.context.table.classes
        own = {a.country for a in source if a.country}
        if not own or not own <= conflict.belligerents.keys() or len(conflict.one_side(own)) != 1:
            return target
        clauses, states = self.context.clauses, conflict.belligerents.values()
        if not all(map(_of_no_side, target)) or not (
            self._has_forces(source) or all(a.actor_id in states for a in source)
        ):
            return target
        below = clauses.descendants(candidate.trigger.i, lambda i: clauses.tokens[i].dep in _BESIDE)
        given = {clauses.tokens[i].lower for i in below}
        if not given & (classes["territory"] | classes["captives"]):
            return target
        token = clauses.tokens[candidate.trigger.i]
        word = target[0] if target else Participant(None, "", token.text, token.start, token.end, token.i)
        return self._if_spoken_of(self._other_side(min(own), word, candidate)) or target

    def released_by(self, target: Sequence[Participant], candidate: Candidate) -> list[Participant]:
        """Who let captives of one side of the conflict go, where nobody is said to: the other side, where the
        article speaks of it.
        """
        clauses, classes = self.context.clauses, self.context.table.classes
        held = [a for a in target if clauses.tokens[a.i].lower.rpartition(" ")[2] in classes["captives"]]
        passive = candidate.trigger.pattern.pos == "v" and clauses.passive(candidate.trigger.i)
        if not passive or not held or clauses.tokens[candidate.trigger.i].lower not in classes["handing_over"]:
            return []
        return self._if_spoken_of(self.opponents(held, candidate))

    def opponents(self, target: Sequence[Participant], candidate: Candidate) -> list[Participant]:
        """The other side of those who were hit, if they are of one side of the conflict."""
        conflict = self.context.participants.facts.conflict
        hit = {a.country for a in target if a.country}
        if not hit or not hit <= conflict.belligerents.keys() or len(conflict.one_side(hit)) != 1:
            return []
        token = self.context.clauses.tokens[candidate.trigger.i]
        word = Participant(None, "", token.text, token.start, token.end, token.i)
        return self._other_side(min(hit), word, candidate)

    def is_fight(self, trigger: Trigger) -> bool:
        """Whether an attack is by armed forces: by its mode, or by a word of fighting next to it."""
        clauses, classes = self.context.clauses, self.context.table.classes
        words = classes["hostilities"] | classes["weapons"] | classes["ceasefire"]  # a ceasefire that is violated
        near = {trigger.i, trigger.verb, *clauses.children[trigger.i], *clauses.children[trigger.verb]}
        return trigger.pattern.mode in _OF_TWO_FORCES or any(clauses.tokens[i].lower in words for i in near)

    def _has_forces(self, source: Sequence[Participant]) -> bool:
        """Whether troops are the source, by their word."""
        classes, tokens = self.context.table.classes, self.context.clauses.tokens
        words = {tokens[a.i].lower.rpartition(" ")[2] for a in source}
        return bool(words & classes["forces"]) and not words & classes["authorities"]

    def _other_side(self, code: str, beside: Participant, candidate: Candidate) -> list[Participant]:
        """The opponent of a belligerent, named by the words of ``beside``.

        It is whoever held the event's place when it began, or whoever reports the event, if one of these is an
        opponent; else the opposing state.
        """
        conflict = self.context.participants.facts.conflict
        others = conflict.opponents(code)
        speaking = {a.country for a in candidate.said.speakers} if candidate.said is not None else set()
        speaker = min(speaking) if len(speaking) == 1 else ""
        here = self.holder_here() or self._holder_before()
        held_or_told = next((c for c in (here, speaker) if conflict.side_of(c) in others), "")
        if held_or_told:
            others = (held_or_told,)
        else:
            others = tuple(self._as_named(other) for other in others)
        return [
            replace(
                beside,
                actor_id=conflict.belligerents[other],
                country=other,
                person=False,
                sure=False,
                basis=OTHER_SIDE,
                place="",
            )
            for other in others
        ]

    def _if_spoken_of(self, others: list[Participant]) -> list[Participant]:
        """The other side, if the article mentions it; else nobody."""
        conflict = self.context.participants.facts.conflict
        named = conflict.one_side(self.context.participants.discourse.mentioned)
        return others if all(conflict.side_of(a.country) in named for a in others) else []

    def _as_named(self, state: str) -> str:
        """A side as the article names it: its unrecognised party, if only that is named."""
        named = self.context.participants.discourse.mentioned
        party = self.context.participants.facts.conflict.unrecognised_of(state)
        return party if party in named and state not in named else state

    def holder_here(self) -> str:
        """The country that held the event's place on its days, "" where unknown."""
        return self.control.holder(self.place_id, *self.days) if self.place_id else ""

    def _holder_before(self) -> str:
        """The country that held a place on the first day of an event in which it changed hands."""
        return self.control.holder(self.place_id, self.days[0], self.days[0]) if self.place_id else ""

    def _place_named(self) -> Iterable[Participant]:
        """The words that name the event's place, as a party."""
        mentions = self.context.participants.mentions
        for token in self.context.clauses.tokens:
            if token.mention >= 0 and mentions[token.mention].ref == self.place_id is not None:
                text = mentions[token.mention].text
                yield Participant(
                    None, "", text, token.start, token.end, token.i, False, False, PLACE_HELD, self.place_id
                )
                return

    def is_somebody(self, actor: Participant) -> bool:
        """Whether a target is known, given by a place, named, or a word for people; a thing or a number is not."""
        token, classes = self.context.clauses.tokens[actor.i], self.context.table.classes
        if actor.country or actor.actor_id or actor.place or token.pos == "PROPN":
            return True
        counted = token.lower in classes["uncounted"] | classes["amounts"]
        return (counted and self.context.can_act(actor)) or any(token.lower in classes[name] for name in _PEOPLE)

    def is_weapon(self, actor: Participant) -> bool:
        """Whether a source is only what was fired ("artillery"), whoever fired it."""
        return (
            _of_no_side(actor)
            and self.context.clauses.tokens[actor.i].lower in self.context.table.classes["weapons"]
        )

    def _came_there(self, actor: Participant) -> bool:
        """Whether troops or arms are meant, which either side may have brought there."""
        classes, word = self.context.table.classes, self.context.clauses.tokens[actor.i].lower
        return any(word in classes[name] for name in _CAME_THERE)


def _is_private(actor: Participant) -> bool:
    """Whether a party is a person of no country whom only this text names."""
    return unlisted.is_person(actor.actor_id) and not actor.country


def _of_no_side(actor: Participant) -> bool:
    """Whether nothing shows to which side somebody belongs; the name of a person in no table does not show it."""
    unknown = actor.actor_id is None or unlisted.is_unlisted(actor.actor_id)
    return actor.country == CIVILIANS or (not actor.country and unknown)


def _own_id(actor: Participant) -> str | None:
    """The id of a person whom no table knows, who stays that person on whichever side."""
    return actor.actor_id if actor.actor_id is not None and unlisted.is_unlisted(actor.actor_id) else None
