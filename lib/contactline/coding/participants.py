"""From a noun phrase to the participants that it stands for, including pronouns and "the two sides".

A phrase stands for the actor that it names; else for the actor in the adjective, possessive or "of" phrase of its
head ("Azerbaijani forces", "the leaders of Armenia and Azerbaijan"); else, if it refers back, for a participant
named before; else it keeps its own words without an id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from contactline.lexicon import unlisted
from contactline.lexicon.conflict import ConflictParties
from contactline.parsing.clauses import Clauses
from contactline.records import BASES, Mention, Token

_HE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves", "both", "each", "one_another"})
_WE = frozenset({"we", "us", "our", "i", "my", "me", "ours"})
_WE_ALL = frozenset({"we", "us", "our"})
_OPPOSITE = frozenset({"counterpart", "counterparts", "neighbour", "neighbours", "neighbor", "neighbors", "rival"})
_DEFINITE = frozenset({"the", "both", "these", "those", "all", "warring", "opposing"})
_OWNING = ("nmod:poss", "amod", "compound", "nmod:desc", "flat", "appos", "nmod:unmarked", "nmod")
"""Relations of a word that shows to whom a noun belongs, or which one it is."""
CIVILIANS = "CIV"
"""The code of people who belong to no particular side."""
_ORGANISATIONS = frozenset({"EU", "UN", "NATO", "OSC"})
"""Codes of international organisations, which "the three countries" excludes."""
_ORGANISED = frozenset({"bloc", "organisation", "organization", "alliance"})
"""Nouns for such an organisation that the text has named before."""
_COUNTRIES = frozenset({"countries", "country", "states", "state", "nations", "nation", "powers", "power"})
_OF_BOTH = frozenset({"commissions", "delegations"})
"""Bodies that each side of the conflict has, unless something else is said."""
_LANDS = frozenset({"enclave", "exclave", "region", "province", "territory", "area"})
_BESIDE_ANOTHER = frozenset({"ally", "backer", "foe", "neighbor", "neighbour", "partner", "patron", "rival"})
"""Words for a relation to another party, after which a name in apposition says who is meant."""
_NUMBERS = {"two": 2, "both": 2, "three": 3, "2": 2, "3": 3, "four": 4}


TOLD, PLACE_HELD, OTHER_SIDE, ADDRESSEE, OWN_GOVERNMENT = BASES
"""The bases of a party, as in ``records.BASES``."""

_PEOPLE = ("agents", "people", "civilians", "captives")
"""The classes of words for people, who belong to the place or state from which they come."""


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor as a phrase names it. ``country``: "" where unknown. ``i``: the head word of the phrase.

    ``basis``: one of ``records.BASES``. ``place``: the place_id by which a party is given ("Shusha was shelled",
    "a resident of Shusha"); until the event has a day, its country is the state to which the place belongs.
    """

    actor_id: str | None
    country: str
    text: str
    start: int
    end: int
    i: int
    person: bool = False
    sure: bool = True
    basis: str = TOLD
    place: str = ""


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """Facts about actors from the lexicon: which are persons, their countries, and the parties to the conflict."""

    persons: frozenset[str]
    countries: dict[str, str]
    conflict: ConflictParties
    people: dict[str, str] = field(default_factory=dict)  # of a country, its people as an actor
    lines: frozenset[str] = frozenset()  # borders, corridors, roads: places that belong to no one side
    points: frozenset[str] = frozenset()  # towns and other points
    bodies: frozenset[str] = frozenset()  # states, governments, ministries, organisations of states
    kinds: dict[str, str] = field(default_factory=dict)  # of a place, what it is: "town", "road"


@dataclass(frozen=True, slots=True)
class Discourse:
    """The parties named so far, which pronouns and "the two sides" in the next sentence may mean."""

    main: tuple[Participant, ...] = ()  # the sides of the first talks
    recent: tuple[Participant, ...] = ()  # the sides of the last event that has two
    person: Participant | None = None  # the person named last
    body: Participant | None = None  # the government or other body that was the subject last
    speaker: tuple[Participant, ...] = ()  # to whom a statement was attributed last
    publisher: tuple[Participant, ...] = ()  # who publishes the text, where that is a government or a body
    voice: tuple[Participant, ...] = ()  # a body that the text speaks for ("The European Union condemns ...")
    they: tuple[Participant, ...] = ()  # the subject of the last sentence, where it was more than one
    fight: tuple[Participant, ...] = ()  # the parties of the attack that was told last, while the text tells of it
    claimants: tuple[Participant, ...] = ()  # who proposed, asked, accused or said something last
    mentioned: frozenset[str] = frozenset()  # countries of all that the whole article names
    home: str = ""  # the country whose police, courts and protesters the text told of last
    named: tuple[Participant, ...] = ()  # the parties named lately, in the order of the text
    listed: tuple[Participant, ...] = ()  # three or more that the text named last in one list: "A, B and C"
    joint: tuple[tuple[str, tuple[Participant, ...]], ...] = ()  # a noun in the plural, and whose several it meant


class Participants:
    """The participants that phrases of one sentence stand for, given the text before.

    It does not change: ``named_here`` are those that the sentence names, ``of`` interprets any phrase.
    """

    def __init__(
        self,
        clauses: Clauses,
        mentions: Sequence[Mention],
        text: str,
        classes: dict[str, frozenset[str]],
        facts: ActorFacts,
        discourse: Discourse,
    ):
        self.clauses = clauses
        self.tokens = clauses.tokens
        self.mentions = mentions
        self.text = text
        self.classes = classes
        self.facts = facts
        self.discourse = discourse
        self._unrecognised = min(facts.conflict.unrecognised & discourse.mentioned, default="")
        named = ((token.i, self._name(token)) for token in self.tokens if token.mention >= 0)
        self._named = {i: participant for i, participant in named if participant is not None}
        self.named_here = tuple(self._named.values())  # in the order of the text

    # --- names

    def named(self, i: int) -> Participant | None:
        """The actor that a word itself names; a place that is also a state or a capital counts."""
        return self._named.get(i)

    def _name(self, token: Token) -> Participant | None:
        mention = self.mentions[token.mention]
        if mention.kind == "actor":
            ref = mention.ref or (mention.candidates[0] if len(mention.candidates) == 1 else None)
            person = ref in self.facts.persons or unlisted.is_person(ref)
            return Participant(ref, mention.country, mention.text, mention.start, mention.end, token.i, person)
        if mention.other and self.facts.countries.get(mention.other) in _ORGANISATIONS:
            # the city of an organisation's seat is a place of its country
            return Participant(
                None, mention.country, mention.text, mention.start, mention.end, token.i, sure=False
            )
        if mention.other:
            country = self.facts.countries.get(mention.other, mention.country)
            place = mention.ref if mention.ref in self.facts.points else None
            return Participant(
                mention.other,
                country,
                mention.text,
                mention.start,
                mention.end,
                token.i,
                sure=False,
                place=place or "",
            )
        return None

    def of(
        self, heads: Sequence[int], outside: Sequence[Participant] = (), place_too: bool = False
    ) -> list[Participant]:
        """The actors in a slot. ``outside``: the other party, which "the two sides" as object excludes."""
        found: list[Participant] = []
        for head in heads:
            for actor in [*self._phrase(head, outside, place_too), *self._listed(head)]:
                if all((actor.actor_id, actor.start) != (a.actor_id, a.start) for a in found):
                    found.append(actor)
        return found

    def _separatists(self, head: int) -> list[Participant]:
        """The unrecognised party to the conflict, named by a word that newspapers use for it and its forces."""
        words, token, code = self.classes["unrecognised"], self.tokens[head], self._unrecognised
        if not code or token.pos not in ("NOUN", "PROPN"):
            return []
        adjective = any(self.tokens[c].lower in words for c in self.clauses.dependents(head, "amod", "compound"))
        if token.lower not in words and not (adjective and token.lower in self.classes["agents"]):
            return []
        actor_id = self.facts.conflict.belligerents[code]
        return [Participant(actor_id, code, token.text, token.start, token.end, head, sure=False)]

    def _adjective_before(self, head: int) -> list[Participant]:
        """ "Turkish and Russian officials": the officials of the first country are only in its adjective."""
        if head < 2 or self.tokens[head - 1].lower not in ("and", "&"):
            return []
        mention, before = self.tokens[head - 2].mention, self.tokens[head - 2]
        if mention < 0 or not self.tokens[head].mention >= 0:
            return []
        if self.mentions[mention].form != "demonym" and (before.pos, before.dep) != ("ADJ", "amod"):
            return []
        if self.mentions[self.tokens[head].mention].form not in ("description", "title"):
            return []
        actor = self.named(head - 2)
        return [actor] if actor is not None else []

    def _listed(self, head: int) -> list[Participant]:
        """The rest of "A, B and C" where the parser lost it: names in a row that ends in "and"."""
        if self.named(head) is None:
            return []
        found: list[Participant] = []
        last, joined = self.named(head), False
        i = head + 1
        while i < len(self.tokens):
            token = self.tokens[i]
            if token.dep in ("punct", "date") and token.lower not in (",", "and"):
                break
            of_title = token.dep == "amod" and self.tokens[token.head].dep == "nmod:desc"
            if token.lower in (",", "and", "&") or token.dep in ("det", "nmod:desc") or of_title:
                joined = joined or token.lower in ("and", "&")
                i += 1
                continue
            actor = self.named(i)
            if actor is None or token.dep in ("nsubj", "nsubj:pass", "amod", "compound", "nmod:poss"):
                before = self.tokens[i - 1]
                ends = before.lower in (",", "and", "&") or before.dep in ("det", "nmod:desc")
                return found if joined and found and not ends else []
            if joined or last is None or actor.country != last.country:
                found.append(actor)  # else it is the name of the minister before it
            last = actor
            i += 1
            if joined:
                break
        return found if joined else []

    def _phrase(self, head: int, outside: Sequence[Participant], place_too: bool) -> list[Participant]:
        """The participants of one phrase by the first of these interpretations that gives any."""
        return (
            self._by_name(head)
            or self._titled(head)
            or self._pointing(self.tokens[head], outside)
            or (self._enclave_of(head) if place_too else [])
            or self._ally_named(head)
            or self._modifiers(head)
            or self._joint_before(head)
            or self._separatists(head)
            or self._by_office(head)
            or self._body_before(head)
            or (self._holders_of_territory(head) if place_too else [])
            or self._by_place_or_words(head, place_too)
        )

    def _by_name(self, head: int) -> list[Participant]:
        """By its own name. A description with several names means all of them ("leaders of A and B").

        Civilians belong to the country or place that the phrase gives.
        """
        own = self.named(head)
        if own is None:
            return []
        if self.mentions[self.tokens[head].mention].form == "description":
            several = self._modifiers(head)
            if len(several) > 1 or (several and own.country == CIVILIANS):
                return several
        return [*self._adjective_before(head), self._of_region(head, own)]

    def _titled(self, head: int) -> list[Participant]:
        """The person with a title, if the parser attached the name after it elsewhere: "met Minister A and
        President B".
        """
        behind = self.named(head + 1) if self.tokens[head].lower in self.classes["offices"] else None
        return [behind] if behind is not None and behind.person else []

    def _ally_named(self, head: int) -> list[Participant]:
        """ "Its ally, Turkey": the ally that is named, not the party that has it."""
        if self.tokens[head].lower not in _BESIDE_ANOTHER:
            return []
        named = (self.named(c) for c in self.clauses.dependents(head, "appos"))
        return [a for a in named if a is not None]

    def _of_region(self, head: int, own: Participant) -> Participant:
        """ "Armenian leaders of Nagorno-Karabakh", "ethnic Armenian forces in Karabakh": those of the region.

        Not those of the state on whose side the region is, which has troops there too.
        """
        conflict, form = self.facts.conflict, self.mentions[self.tokens[head].mention].form
        code = conflict.unrecognised_of(own.country) if own.country in conflict.states else ""
        if not code or form not in ("description", "title"):
            return own
        below = self.clauses.children[head]
        ethnic = any(self.tokens[c].lower == "ethnic" for c in below)
        cases = ("of", "from", "in") if ethnic else ("of", "from")
        for c in below:
            region = self.named(c)
            if region is not None and region.country == code and self.clauses.preposition(c) in cases:
                return self._with_words_of(head, conflict.belligerents[code], code, sure=False)
        return own

    def joint(self, head: int) -> tuple[Participant, ...]:
        """The parties of several countries that a plural noun stands for: "the commissions of Armenia and
        Azerbaijan".

        Empty for other words.
        """
        token = self.tokens[head]
        if token.pos != "NOUN" or token.mention >= 0 or "Number=Plur" not in token.features:
            return ()
        if token.lower.rpartition(" ")[2] not in self.classes["agents"]:
            return ()
        inner = [c for c in self.clauses.dependents(head, "nmod") if self.clauses.preposition(c) in ("on", "for")]
        found = tuple(self._modifiers(head)) or tuple(a for c in inner for a in self._modifiers(c))
        return found if len({a.country for a in found if a.country}) > 1 else ()

    def _joint_before(self, head: int) -> list[Participant]:
        """ "The commissions": those of the sides whose commissions the text named before."""
        token = self.tokens[head]
        below = [self.tokens[c].lower.partition(" ")[0] for c in self.clauses.children[head]]
        if not {"the", "these", "both"}.intersection(below):
            return []
        before = next((party for noun, party in reversed(self.discourse.joint) if noun == token.lower), ())
        if not before and token.lower in _OF_BOTH:
            return self.sides(token)
        return [self.back(a, token) for a in before]

    def _by_office(self, head: int) -> list[Participant]:
        """ "The minister": the person named last; "the co-chairs": those who did what was told last."""
        person, token = self.discourse.person, self.tokens[head]
        if token.lower not in self.classes["offices"]:
            return []
        if "Number=Plur" in token.features:
            return [self.back(a, token) for a in self.discourse.they if len(self.discourse.they) > 1]
        if person is None:
            return []
        definite = any(self.tokens[c].lower == "the" for c in self.clauses.children[head])
        return [self.back(person, token)] if definite else []

    def _body_before(self, head: int) -> list[Participant]:
        """ "The ministry", "the court": the one that spoke or was named last; "the bloc": the organisation."""
        token = self.tokens[head]
        if token.pos not in ("NOUN", "PROPN") or token.mention >= 0 or "Number=Plur" in token.features:
            return []
        if not any(self.tokens[c].lower in ("the", "this", "that") for c in self.clauses.children[head]):
            return []
        word, discourse = token.lower, self.discourse
        for actor in (*reversed(discourse.speaker), *reversed(discourse.named)):
            named = not actor.person and bool(actor.country) and actor.start < actor.end
            same = word in actor.text.lower().split()
            if word in _ORGANISED:
                same = actor.country in _ORGANISATIONS
            if named and same and word in self.classes["agents"]:
                return [self.back(actor, token)]
        return []

    def _holders_of_territory(self, head: int) -> list[Participant]:
        """ "The territory of Armenia", "villages near Goris": the party of the first name below."""
        if self.tokens[head].lower not in self.classes["territory"]:
            return []
        below = self.clauses.descendants(head, lambda c: self._told_of_another(c, head))
        for c in [*self.clauses.children[head], *below]:
            actor = self.named(c)
            if actor is not None:
                return [actor]
            number = self.tokens[c].mention
            if number >= 0 and self.mentions[number].kind == "place" and self.mentions[number].country:
                return [_of_place(self.mentions[number], c)]
        return []

    def _enclave_of(self, head: int) -> list[Participant]:
        """ "The Armenian enclave of Nagorno-Karabakh": the party of the place, not of the adjective."""
        if self.tokens[head].lower not in _LANDS or not self.clauses.dependents(head, "amod"):
            return []
        for c in self.clauses.dependents(head, "nmod"):
            mention = self.mentions[self.tokens[c].mention] if self.tokens[c].mention >= 0 else None
            if mention is not None and mention.kind == "place" and self.clauses.preposition(c) == "of":
                return [self.named(c) or _of_place(mention, c)] if mention.country else []
        return []

    def _told_of_another(self, c: int, head: int) -> bool:
        """Whether a clause is of another noun below: "villages, in breach of a truce agreed in Washington"."""
        return self.tokens[c].dep in ("acl", "acl:relcl") and self.tokens[c].head != head

    def _by_place_or_words(self, head: int, place_too: bool) -> list[Participant]:
        """A place as those who hold it, if asked for; else the phrase's own words, without an id."""
        token = self.tokens[head]
        if token.mention >= 0:
            mention = self.mentions[token.mention]
            if not place_too:
                return []
            if mention.country and mention.ref not in self.facts.lines:
                return [_of_place(mention, head)]
            if mention.kind == "place":
                return []
        if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM") or token.lower in self.classes["times"]:
            return []
        return [self._with_words_of(head, None, "", sure=False)]

    def _with_words_of(
        self, head: int, actor_id: str | None, country: str, person: bool = False, sure: bool = True
    ) -> Participant:
        """A participant whose words are the whole phrase of a head."""
        first, last = self.clauses.span_of(head)
        start, end = self.tokens[first].start, self.tokens[last].end
        return Participant(actor_id, country, self.text[start:end], start, end, head, person, sure)

    def _modifiers(self, head: int) -> list[Participant]:
        """Participants by what stands with a common noun: its owner, adjective, apposition or "of" phrase."""
        found: list[Participant] = []
        for c in self.clauses.children[head]:
            secondary = self.tokens[c].dep == "appos" or self.clauses.preposition(c) == "in"
            if not self._is_owner(head, c) or (found and secondary):
                continue
            for i in [*self.clauses.conjuncts(c), *(a.i for a in self._listed(c))]:
                found.extend(self._by_owner(head, c, i))
        unique: list[Participant] = []
        for actor in found:
            if all(a.actor_id != actor.actor_id or a.country != actor.country for a in unique):
                unique.append(actor)
        return unique

    def _is_owner(self, head: int, c: int) -> bool:
        """Whether a word below a common noun shows to whom it belongs, or which one it is."""
        token, noun = self.tokens[c], self.tokens[head].lower
        if token.dep not in _OWNING:
            return False
        if token.dep == "nmod:poss" and token.pos == "PRON" and noun in _OPPOSITE:
            return False  # "his counterparts in Paris" are not his people
        after = self.tokens[c + 1].lower if c + 1 < len(self.tokens) else ""
        if after in ("-", "–") and token.mention >= 0:
            return False  # "Russian-brokered"
        people = any(noun in self.classes[name] for name in _PEOPLE)
        cases = ("", "of", "from", "for", "in") if people else ("", "of", "from")
        return self.clauses.preposition(c) in cases

    def _by_owner(self, head: int, c: int, i: int) -> list[Participant]:
        """The participant meant by a noun with an owner. ``c``: the owner. ``i``: it or a word joined to it."""
        dep, case = self.tokens[c].dep, self.clauses.preposition(c)
        agentive = any(self.tokens[head].lower in self.classes[name] for name in _PEOPLE)
        actor = self.named(i)
        number = self.tokens[i].mention
        if actor is None and number < 0 and dep in ("nmod:poss", "nmod"):
            nested = dep == "nmod:poss" or case == "of" or agentive
            return self._pointing(self.tokens[i], ()) or (self._modifiers(i) if nested else [])
        if actor is None:
            home = self.mentions[number] if agentive and number >= 0 else None
            if home is None or not home.country or home.ref in self.facts.lines:
                return []  # "border commissions" are of no one side
            party = self._with_words_of(head, None, home.country, sure=False)
            return [replace(party, place=home.ref or "")]
        if self.mentions[number].kind == "place" and not agentive and dep != "nmod:poss":
            return []
        titled = dep in ("nmod:poss", "appos", "nmod:desc", "flat") or (dep == "nmod" and c > head)
        if actor.person and not (titled and not case) and case != "of":
            return []
        person = actor.person and dep != "nmod:poss"
        return [self._with_words_of(head, actor.actor_id, actor.country, person)]

    # --- what points back

    def _pointing(self, token: Token, outside: Sequence[Participant]) -> list[Participant] | None:
        """The participants that a pronoun or "the two sides" stands for; None where the phrase does not point."""
        discourse, word = self.discourse, token.lower
        before = [a for a in self.named_here if a.start < token.start]
        if token.pos == "PRON" and word not in _WE and token.dep in ("nsubj", "nsubj:pass"):
            speaker = [] if word == "it" and self._of_a_condition(token) else self._speaking_subject(token)
            if speaker:
                return speaker
        if word in _HE:
            person = next((a for a in reversed(before) if a.person), None) or discourse.person
            return [self.back(person, token)] if person else []
        if word in _IT and token.pos in ("PRON", "DET"):
            bodies = [a for a in before if not a.person and a.country]
            acting = next((a for a in bodies if self.tokens[a.i].dep.startswith("nsubj")), None)
            body = self._own_subject(token) or acting or (bodies[0] if bodies else None)
            if body is None and word == "it" and self._speaks(token):
                body = next((a for a in discourse.speaker if not a.person), None)
            if body is None and (word != "it" or self._speaks(token)):
                body = discourse.body
            return [self.back(body, token)] if body else []
        if word in _WE:
            voice = discourse.voice if word in _WE_ALL else ()
            return [self.back(a, token) for a in discourse.speaker or discourse.publisher or voice]
        return self._pointing_group(token, before, outside)

    def _of_a_condition(self, token: Token) -> bool:
        """ "If Baku attacks, it will pay, Pashinyan said": the pronoun means the body in the condition before
        it.
        """
        for c in self.clauses.dependents(token.head, "advcl"):
            body = next((a for s in self.clauses.surface_subject(c) if (a := self.named(s)) is not None), None)
            if c < token.i and body is not None and body.country and not body.person:
                return True
        return False

    def _speaks(self, token: Token) -> bool:
        """ "It said that": whether a pronoun is the subject of a verb of saying with a reported clause, so that it
        is an actor.

        A fight, too, "shows the need for talks".
        """
        saying = token.dep == "nsubj" and self.tokens[token.head].lower in self.classes["saying"]
        return saying and bool(self.clauses.dependents(token.head, "ccomp"))

    def _pointing_group(
        self, token: Token, before: list[Participant], outside: Sequence[Participant]
    ) -> list[Participant] | None:
        """The parties that "they", "both", "all" or "the two sides" stand for; None for other words."""
        discourse, word = self.discourse, token.lower
        beside = [self.tokens[c].lower for c in self.clauses.children[token.i]]
        number = next((_NUMBERS[w] for w in beside if w in _NUMBERS), 0)
        if word in self.classes["sides"] and "each" in beside:
            number = 2
        if word in _THEY or (word == "other" and ("each" in beside or ("the" in beside and len(outside) > 1))):
            if word == "they" and discourse.they and not before:
                return [self.back(a, token) for a in discourse.they]
            number = number or 2
        elif word == "all" and token.dep in ("nsubj", "nsubj:pass"):
            return [self.back(a, token) for a in discourse.main]
        elif word in self.classes["sides"]:
            if self._of_the_conflict(token):
                return [self.back(a, token) for a in self._states()] or None
            if not self._points_to_sides(token, beside, number):
                return None
        elif word not in _NUMBERS or token.dep in ("nummod", "det") or self._counts(token):
            return None
        if word == "other" and len(outside) > 1:
            return [self.back(a, token) for a in outside]
        if not number and token.dep == "nsubj" and any(word in a.text.lower().split() for a in discourse.speaker):
            return [self.back(a, token) for a in discourse.speaker]  # "the officials", after "officials said"
        return [self.back(a, token) for a in self._group(number, word, before, outside)]

    def _counts(self, token: Token) -> bool:
        """Whether a number tells how many of others: "four of its soldiers"."""
        return any(self.clauses.preposition(c) == "of" for c in self.clauses.dependents(token.i, "nmod"))

    def _of_the_conflict(self, token: Token) -> bool:
        """Whether sides are said to be those of the fight itself: "the parties to the conflict"."""
        plural = "Number=Plur" in token.features
        below = self.clauses.dependents(token.i, "nmod") if plural and not self._modifiers(token.i) else ()
        fights = [c for c in below if self.tokens[c].lower.rpartition(" ")[2] in self.classes["hostilities"]]
        return any(self.clauses.preposition(c) in ("to", "of", "in") for c in fights)

    def _points_to_sides(self, token: Token, beside: Sequence[str], number: int) -> bool:
        """Whether a word such as "sides" refers to sides named before: "the sides", "two countries"."""
        definite = any(word in _DEFINITE for word in beside)
        plural = "Number=Plur" in token.features
        return bool(number or (plural and definite)) and not self._modifiers(token.i)

    def _own_subject(self, token: Token) -> Participant | None:
        """The body that does what a possessive's clause tells: "Baku pushed its offensive"."""
        if token.dep != "nmod:poss" or self.tokens[token.head].lower not in self.classes["hostilities"]:
            return None  # "its posts" that somebody shelled are the other's
        subjects = self.clauses.surface_subject(self.clauses.clause_of(token.i))
        named = (self.named(s) for s in subjects if s < token.i)
        return next((a for a in named if a is not None and a.country and not a.person), None)

    def _speaking_subject(self, token: Token) -> list[Participant]:
        """ "X said that he would come": the pronoun is the speaker."""
        clause = token.head
        above = self.tokens[clause].head
        if above == clause or self.tokens[clause].dep != "ccomp" or not self.clauses.is_verb(above):
            return []
        subjects = [
            s
            for s in self.clauses.surface_subject(above)
            if s != token.i and (self.tokens[s].pos != "PRON" or self.tokens[s].lower == token.lower == "it")
        ]
        plural = token.lower in _THEY
        if not subjects or (plural and token.lower == "both"):
            return []
        alone = len(subjects) == 1 and not self.tokens[subjects[0]].lower.endswith("s")
        if plural and alone and (self.discourse.they or self.discourse.recent):
            return []  # "they met, the ministry said": those named before
        return [self.back(a, token) if a.actor_id or a.country else a for a in self.of(subjects)]

    def _group(
        self, number: int, word: str, before: list[Participant], outside: Sequence[Participant]
    ) -> list[Participant]:
        left_out = {a.country for a in outside if a.country}
        wanted = number or 2
        countries: list[Participant] = []
        for actor in before:
            if not actor.sure and actor.country in self.facts.conflict.unrecognised:
                continue  # the region that they fight over
            if (
                actor.country
                and actor.country not in left_out
                and all(a.country != actor.country for a in countries)
            ):
                countries.append(actor)
        if wanted > 2:
            if word in _COUNTRIES:
                left_out = left_out | _ORGANISATIONS
            return self._named_last(wanted, left_out, [a for a in countries if a.country not in left_out])
        recent = [a for a in self.discourse.recent if a.country not in left_out]
        main = [a for a in self.discourse.main if a.country not in left_out]
        groups = [countries, recent, main]
        if word in self.classes["officials"]:
            groups = [countries, main, recent]
        for group in groups:
            if len(group) == wanted or (not number and len(group) >= 2):
                return group
        if outside and wanted == 2:
            return self._states()
        for group in (recent, main):
            if len(group) >= 2:
                return self._opposed(group, wanted) if number else group
        return self._states() if wanted == 2 and word not in _THEY else countries[:wanted] or recent

    def _opposed(self, group: Sequence[Participant], wanted: int) -> list[Participant]:
        """So many of a group: the sides of the conflict before those who met or mediated with them."""
        fighting = [a for a in group if a.country in self.facts.conflict.belligerents]
        return (fighting if len(fighting) == wanted else list(group))[:wanted]

    def _named_last(self, wanted: int, left_out: set[str], countries: list[Participant]) -> list[Participant]:
        """ "the three leaders": those listed last, where they were three, else those that the text named last."""
        listed = [a for a in self.discourse.listed if a.country not in left_out]
        if not countries and len(listed) == wanted:
            return listed
        found = list(countries)
        for actor in reversed(self.discourse.named):
            if len(found) >= wanted:
                break
            if actor.country not in left_out and all(a.country != actor.country for a in found):
                found.append(actor)
        return found if len(found) == wanted else []

    def sides(self, token: Token) -> list[Participant]:
        """The states of the conflict as parties of an event that names none, with the word that means them."""
        return [self.back(a, token, OTHER_SIDE) for a in self._states()]

    def back(self, actor: Participant, token: Token, basis: str = TOLD) -> Participant:
        """An actor named before to whom a word of this sentence refers. ``basis``: not told if the word only
        implies the actor.
        """
        return Participant(
            actor.actor_id,
            actor.country,
            token.text,
            token.start,
            token.end,
            token.i,
            actor.person,
            sure=False,
            basis=basis,
        )

    def _states(self) -> list[Participant]:
        """The two states of the conflict, where the article has named them."""
        states = self.facts.conflict.states
        if not all(code in self.discourse.mentioned for code in states):
            return []
        return [Participant(actor_id, code, "", 0, 0, -1, sure=False) for code, actor_id in states.items()]


def _of_place(place: Mention, i: int) -> Participant:
    """Those who hold a place, by its name."""
    return Participant(
        None, place.country, place.text, place.start, place.end, i, sure=False, place=place.ref or ""
    )
