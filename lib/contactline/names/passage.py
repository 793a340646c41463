"""A text with the names selected in it, and what the words between and around them show.

Nothing here depends on mentions made earlier in the text; that is the task of phrases.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from contactline.lexicon import Lexicon
from contactline.names import places
from contactline.names.article_context import ArticleContext
from contactline.names.index import NameMatch, NameSense
from contactline.names.known_names import KnownNames

ENCLAVE = "nk_authorities"
"""The actor meant by names of Nagorno-Karabakh and its towns."""
_LENDING_ACTORS = ("eu", "un", ENCLAVE)
"""Actors that are no countries, yet have parts as one: "EU foreign ministers"."""
UNIONS = ("EU", "UN")
_DEGREES = frozenset(
    "acting deputy ethnic interim military national new official own regular separatist special state top".split()
)
"""One of these may stand between a country and its noun: "Armenia's new premier"."""
_FARTHEST_NOUN = 24  # characters between a country and its noun
_OF = re.compile(
    r"(?: \(\w{2,7}\))? of (?:the )?(?:(?:self-\w+|unrecogni[sz]ed|breakaway|so-called|de facto|separatist) )?"
)
_IN = re.compile(r" in (?:the )?(?:\w+ )?(?:(?:capital|city|region|enclave|territory) of )?")
_SPEAKS_FOR = re.compile(r" (?:spokes\w+|press secretary|official|representative),? ")
_BEFORE_PERSON = re.compile(
    r"(?: | \(?@?|, | - |: )(?:(?:lieutenant |lt\.? |major |maj\.? |colonel )?(?:general|gen\.?|colonel|col\.?) )?"
)
"""What may stand between a title and the name of its holder."""
_LIVING_IN = re.compile(r" (?:living |residing |who live |remaining )?(?:of|in|from) (?:the )?")
_WORD = re.compile(r"\w+")
_LONGEST_OWNER = 20  # characters before a title in which the name of a state begins
_LONGEST_QUALITY = 8  # characters of the first half of a compound such as "anti-Armenian"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, also folded, with its ``matches`` in order, none overlapping; positions are indexes into these.

    ``names_enclave``: whether one of them is a place of Nagorno-Karabakh.
    """

    text: str
    folded: str
    matches: list[NameMatch]
    known: KnownNames
    lexicon: Lexicon
    names_enclave: bool

    def match(self, i: int) -> NameMatch | None:
        """The match at a position, None after the last one."""
        return self.matches[i] if i < len(self.matches) else None

    # --- a country and its noun

    def country_of(self, match: NameMatch, adjective: bool = True) -> str:
        """The code of the country that a name or adjective gives to a noun beside it, "" where none."""
        for sense in match.senses:
            if sense.role == "adjective" and adjective:
                return sense.ref
            if sense.role == "place" and sense.ref in self.known.country_of_place:
                return self.known.country_of_place[sense.ref]
            if sense.role == "actor" and sense.ref in _LENDING_ACTORS:
                return sense.country
        return ""

    def noun_after(self, code: str, country: NameMatch, after: NameMatch) -> NameSense | None:
        """The title or noun that directly follows a country ("Armenian forces", "Armenia's new premier")."""
        if after.start - country.end > _FARTHEST_NOUN:
            return None
        noun = next((s for s in after.senses if s.role in ("title", "group")), None)
        if noun is None or noun.country not in ("", code) or (noun.countries and code not in noun.countries):
            return None
        if code in UNIONS and noun.role == "group" and noun.ref == "people":
            return None  # "UN children's agency"
        gap = self.folded[country.end : after.start]
        between = gap.removeprefix("'s").split()
        if gap[:1] not in (" ", "'") or gap[-1] != " " or len(between) > 1:
            return None
        return noun if not between or between[0] in _DEGREES else None

    def country_behind(self, match: NameMatch, noun: NameSense, after: NameMatch | None) -> str:
        """The country of a noun that " of " connects to the name after it, "" for none.

        For authorities and ministries also " in " and a town: "officials in Stepanakert" are those of the town.
        """
        if after is None or noun.country or noun.plural:
            return ""
        if _OF.fullmatch(self.folded, match.end, after.start):
            return self.country_of(after, adjective=False)
        seated = noun.role == "group" and (noun.ref == "state" or noun.alone)
        if seated and _IN.fullmatch(self.folded, match.end, after.start):
            actor = next((self.known.places[s.ref].actor for s in after.senses if s.role == "place"), "")
            return self.known.actors[actor].country if actor else ""
        return ""

    def is_anothers(self, i: int, noun: NameSense) -> bool:
        """Whether the title at i, which by itself belongs to one country, belongs to somebody else here.

        "The Vatican's secretary of state", "Ohio Secretary of State", "a secretary of state", "Secretary of State
        for Europe".
        """
        match = self.matches[i]
        if self.folded.startswith((" for ", " at "), match.end):
            return True
        before = self.folded[max(0, match.start - _LONGEST_OWNER) : match.start].rstrip(" ")
        words = before.removesuffix("'s").replace('"', " ").split()
        if words[-1:] in (["a"], ["an"]):
            return True
        if any(
            before.removesuffix("'s").endswith(f" {state}") or before == state for state in self.known.us_states
        ):
            return True
        last = self.matches[i - 1] if i else None
        if last is not None and self.folded[last.end : match.start] in (" ", "'s "):
            code = self.country_of(last)
            return code not in ("", noun.country)
        after = self.match(i + 1)
        if after is not None and _OF.fullmatch(self.folded, match.end, after.start):
            return self.country_of(after, adjective=False) not in ("", noun.country)
        return False

    def has_acronym_between(self, match: NameMatch, after: NameMatch) -> bool:
        """Whether the name after a noun is its acronym: "the Ministry of Foreign Affairs (MFA) of Armenia"."""
        return self.text[match.end : after.start] == " (" and self.text.startswith(") of ", after.end)

    # --- persons

    def is_person(self, match: NameMatch) -> bool:
        """Whether a match can be a person's name."""
        return any(s.role == "actor" and self.known.is_person(s.ref) for s in match.senses)

    def precedes_person(self, end: int, i: int) -> bool:
        """Whether a title that ends at ``end`` stands before the person named at i ("President Vladimir
        Putin").
        """
        after = self.match(i)
        return (
            after is not None
            and self.is_person(after)
            and _BEFORE_PERSON.fullmatch(self.folded, end, after.start) is not None
        )

    def country_of_speaker(self, match: NameMatch, after: NameMatch | None) -> str:
        """The country of the person who speaks for a ministry ("Defense Ministry spokesman Vagif Dargahli")."""
        if after is None or not _SPEAKS_FOR.fullmatch(self.folded, match.end, after.start):
            return ""
        return after.senses[0].country if self.is_person(after) else ""

    # --- what a name is not

    def is_quality(self, start: int, end: int) -> bool:
        """Whether a compound makes a name a mere attribute ("Turkish-made", "anti-Armenian")."""
        attributive = self.known.attributive
        if self.folded.startswith("-", end):
            match = _WORD.match(self.folded, end + 1)
            if match and (match[0], "after") in attributive:
                return True
        if self.folded.startswith("-", start - 1) and start > 1:
            word = self.folded[max(0, start - _LONGEST_QUALITY) : start - 1].split()[-1:]
            return bool(word) and (word[0], "before") in attributive
        return False

    def is_language(self, sense: NameSense, start: int, end: int) -> bool:
        """Whether an adjective without a following word is a language: "Khankendi in Azerbaijani"."""
        following = self.folded[end : end + 2]
        if sense.role != "adjective" or following.strip()[:1].isalnum() or following[:1] == "-":
            return False
        return places.words_before(self.folded, start)[:1] == ["in"]

    def names_described(self, match: NameMatch, after: NameMatch) -> bool:
        """Whether the name of a described place follows at once ("the region's capital, Stepanakert")."""
        named = any(s.role == "place" and s.form == "name" for s in after.senses)
        return named and self.folded[match.end : after.start] in (" ", ", ", " of ")

    # --- places

    def live_in_enclave(self, i: int) -> bool:
        """Whether the people named at i live in Nagorno-Karabakh ("Armenians in Artsakh")."""
        after = self.match(i + 1)
        if after is None or not _is_of_enclave(after, self.known):
            return False
        return _LIVING_IN.fullmatch(self.folded, self.matches[i].end, after.start) is not None

    def precedes_its_country(self, i: int) -> bool:
        """Whether the town at i stands before its country's name ("Baku, Azerbaijan")."""
        match, after = self.matches[i], self.match(i + 1)
        if after is None or self.text[match.end : after.start] not in (", ", " [", " ("):
            return False
        table = self.known.places
        town = table[match.senses[0].ref]
        land = next((table[s.ref] for s in after.senses if s.role == "place"), None)
        return (
            town.kind != "country" and land is not None and land.kind == "country" and land.country == town.country
        )

    def area_note(self, start: int, place: places.Place) -> str:
        """A note if the words before a place show that its surroundings are meant: "north of Martakert"."""
        if place.extent != "point":
            return ""
        before = places.words_before(self.folded, start)[:2]
        if before[:1] == ["of"] and before[1:] and before[1] in places.cues(self.lexicon)["around"]:
            return f"the area: {before[1]} of it"
        return f"the area: {before[0]} it" if before[:1] == ["around"] else ""


def passage(matches: list[NameMatch], context: ArticleContext) -> Passage:
    """The passage of an article whose names are these, in order, none overlapping."""
    return Passage(
        text=context.text,
        folded=context.folded,
        matches=matches,
        known=context.known,
        lexicon=context.lexicon,
        names_enclave=any(_is_of_enclave(match, context.known) for match in matches),
    )


def _is_of_enclave(match: NameMatch, known: KnownNames) -> bool:
    """Whether a match can be the name of Nagorno-Karabakh or a place in it."""
    return any(s.role == "place" and known.places[s.ref].actor == ENCLAVE for s in match.senses)
