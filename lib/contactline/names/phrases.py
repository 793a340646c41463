"""Makes mentions of names: a country and the noun next to it are one actor, and so are a title and its holder's
name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from contactline.names import offices, places
from contactline.names.article_context import ArticleContext
from contactline.names.index import NameMatch, NameSense, fold
from contactline.names.passage import passage
from contactline.names.place_or_actor import ACTING_KINDS, is_place
from contactline.records import UNKNOWN, Mention

_JOINED = re.compile(r"(?: [\[(]|(?:,| and| or|, and|, or|/| &|-)? ?(?:the )?)")
"""Text between two names of places that belong together."""
_FARTHEST_JOINED = 10  # characters between two such names
_UNKNOWN_TOWN = re.compile(r"\b(?:in|near|at|from|outside) ([A-Z][\w'-]{2,30}), $")
_LONGEST_TOWN = 40  # characters before a position searched for one
_PAUSE = re.compile(r"$|[.,;:!?)\]\"”»\n]| (?:and|or|on|in|at|to|for|where|which|who|when|by|with|from|as|after) ")
"""Text after a country that only locates the place before it."""
_KARABAKH_ARMENIAN = re.compile(r"\b(ethnic|local|illegal|karabakh|nagorno-karabakh|artsakh)(?:'s)?[ -]$")
"""Words before "Armenian" that show that those of Nagorno-Karabakh are meant."""
_LONGEST_KARABAKH = 20  # characters before a position searched for it
_BEFORE_EXPLANATION = re.compile(r", | \(|, the | - ")
_SHARED_TITLE_JOINTS = (" and ", ", and ", ", ")
_OF_COUNTRY = (" the country's ", " the nation's ", "the country's own ", "\nthe country's ")
"""Words before a ministry or the like that refer to the country named last."""
_OWNED = re.compile(r"['’]s ([a-z]+) ?([a-z]*)")
_PARTS_OF_TOWN = ("town_of", "held_in", "settlement", "after", "direction")
"""Cues of words for what a town has: "Yerevan's airport", "Baku's central square"."""
_MINISTRY_OF = {
    "defence_minister": "defence_ministry",
    "foreign_minister": "foreign_ministry",
    "interior_minister": "interior_ministry",
}
"""By office of a minister: the ministry that "the ministry" means after the minister is named."""
_NO_HOLDER_ALONE = ("leader", "ambassador")
"""Titles that without a country could mean too many people."""


class BareTitle(NamedTuple):
    """A title without a known name after it: the end of its phrase, its country ("" for none), its office."""

    end: int
    country: str
    office: str


class Composed(NamedTuple):
    """The mentions of a text, sorted, none overlapping, and its titles without a known name."""

    mentions: list[Mention]
    titles: list[BareTitle]


def compose(matches: list[NameMatch], context: ArticleContext) -> Composed:
    """Interpret the selected matches of an article (in order, none overlapping) together."""
    composer = _Composer(matches, context)
    i = 0
    while i < len(matches):
        i = composer.take(i)
    return Composed(composer.mentions, composer.titles)


class _Phrase(NamedTuple):
    """A title or group noun whose country is known.

    start..end is the mention; ``phrase_end``: where the phrase with its country ends; ``following``: the position
    of the match after the phrase.
    """

    code: str
    start: int
    end: int
    noun: NameSense
    phrase_end: int
    following: int
    note: str = ""


class _Composer:
    """Processes the matches from left to right. Earlier mentions influence how the next match is interpreted."""

    def __init__(self, matches: list[NameMatch], context: ArticleContext) -> None:
        self.passage = passage(matches, context)
        self.matches = matches
        self.text, self.folded = context.text, context.folded
        self.known = context.known
        self.lexicon = context.lexicon
        self.mentions: list[Mention] = []
        self.titles: list[BareTitle] = []
        self.country_of_part: dict[str, str] = {}  # part of a country -> the country with which it was last named

    def take(self, i: int) -> int:
        """Make the mention of the match at i, if it is one. Returns the position of the next match to process."""
        match, after = self.matches[i], self.passage.match(i + 1)
        first = match.senses[0]
        code = self.passage.country_of(match)
        if code and after is not None:
            noun = self.passage.noun_after(code, match, after)
            if noun is not None:
                self._country_and_noun(i, code, noun)
                return i + 2
        noun = next((s for s in match.senses if s.role in ("title", "group")), None)
        if noun is not None and (first is noun or self.passage.country_behind(match, noun, after)):
            return self._noun(i, noun)
        if first.role in ("adjective", "people"):
            self._demonym(i, first)
        elif first.role == "actor":
            self._actor(match)
        elif first.role == "place":
            if not (first.form == "description" and after and self.passage.names_described(match, after)):
                self._place(i)
        return i + 1

    def _add_actor(self, match: NameMatch, sense: NameSense, ref: str | None, country: str = "") -> None:
        start, end, _ = match
        words = self.text[start:end]
        self.mentions.append(Mention(start, end, words, "actor", sense.form, ref, country, note=sense.note))

    def _last(self) -> Mention | None:
        return self.mentions[-1] if self.mentions else None

    # --- countries with titles and nouns

    def _country_and_noun(self, i: int, code: str, noun: NameSense) -> None:
        """ "Armenian forces", "Armenia's new premier": a country at i, followed by its title or noun."""
        match, end = self.matches[i], self.matches[i + 1].end
        start = match.start
        if self.known.conflict.unrecognised_of(code):
            code, start = self._whose_people(i, code, noun)
        if noun.role == "title" and noun.plural:
            self._share_title(noun, start)
        if noun.role == "title" and self._is_region(match) and self.passage.precedes_person(end, i + 2):
            self._place(i)
        self._with_country(_Phrase(code, start, end, noun, end, i + 2, match.senses[0].note))

    def _is_region(self, match: NameMatch) -> bool:
        """Whether a name is a region's; in a title before a person's name it remains a separate mention."""
        sense = match.senses[0]
        return sense.role == "place" and self.known.places[sense.ref].kind == "region"

    def _whose_people(self, i: int, state: str, noun: NameSense) -> tuple[str, int]:
        """To whom a noun of a state's people belongs, the state or its unrecognised ally ("Armenian forces").

        Returns the country code and the start of the phrase.
        """
        ally = self.known.conflict.unrecognised_of(state)
        start, end = self.matches[i].start, self.matches[i + 1].end
        karabakh = self._start_of_karabakh(start) if noun.role == "group" else None
        if karabakh is not None:
            return ally, karabakh
        if "separatist" in self.folded[start:end]:
            return ally, start
        people = noun.role == "group" and noun.ref == "people"
        return (ally if people and self.passage.live_in_enclave(i + 1) else state), start

    def _start_of_karabakh(self, start: int) -> int | None:
        """The offset of "ethnic", "Karabakh" or the like before an Armenian name, None where there is none.

        A mention of Karabakh there is removed: "Karabakh" in "Karabakh Armenian fighters" is not a place.
        """
        match = _KARABAKH_ARMENIAN.search(self.folded, max(0, start - _LONGEST_KARABAKH), start)
        if match is None or (match[1] == "local" and not self.passage.names_enclave):
            return None
        last = self._last()
        if last is not None and match.start(1) <= last.start < start:
            self.mentions.pop()
        return match.start(1)

    def _share_title(self, title: NameSense, start: int) -> None:
        """In "the Azerbaijani and Armenian foreign ministers" each adjective also stands for its minister."""
        for i in range(len(self.mentions) - 1, -1, -1):
            mention = self.mentions[i]
            joint = self.folded[mention.end : start]
            if mention.form != "demonym" or not mention.country or joint not in _SHARED_TITLE_JOINTS:
                break
            holders = offices.holders(mention.country, title.ref, UNKNOWN, self.lexicon)
            self.mentions[i] = replace(mention, form="title", ref=None, candidates=holders, other=None)
            start = mention.start

    def _noun(self, i: int, noun: NameSense) -> int:
        """Process a title or noun of a group without a country before it. Returns the position of the next
        match.
        """
        match, after = self.matches[i], self.passage.match(i + 1)
        if after is not None and self.passage.has_acronym_between(match, after):
            i += 1
            after = self.passage.match(i + 1)
        start, end = match.start, match.end
        if noun.country and self.passage.is_anothers(i, noun):
            return i + 1
        if noun.country:
            self._with_country(_Phrase(noun.country, start, end, noun, end, i + 1))
            return i + 1
        code = self.passage.country_behind(match, noun, after)
        if code and after is not None:
            if noun.role == "group" and noun.form == "name":
                self._with_country(_Phrase(code, start, after.end, noun, after.end, i + 2))
                return i + 2
            # the country is a separate mention: "authorities" is the actor, "Nagorno-Karabakh" the place
            self._with_country(_Phrase(code, start, end, noun, after.end, i + 2))
        elif noun.role == "group":
            self._group_alone(match, noun, self.passage.match(i + 1))
        else:
            self._title_alone(match, noun, i + 1)
        return i + 1

    def _with_country(self, phrase: _Phrase) -> None:
        """A title or group whose country is known."""
        if phrase.noun.role == "group":
            self._group(phrase)
        else:
            self._title(phrase)

    def _group(self, phrase: _Phrase) -> None:
        code, noun = phrase.code, phrase.noun
        ref = self.known.actor_of_part.get((code, noun.ref))
        self.country_of_part[noun.ref] = code
        words = self.text[phrase.start : phrase.end]
        form = "description"
        if ref:
            form = "name" if self._is_own_name(words, ref, code) else noun.form
        self.mentions.append(
            Mention(
                phrase.start, phrase.end, words, "actor", form, ref or self._state(code), code, note=phrase.note
            )
        )

    def _is_own_name(self, words: str, ref: str, code: str) -> bool:
        """Whether a phrase has all words of its actor's name after the country's ("Artsakh authorities")."""
        land = self.known.places.get(self.known.countries[code].place_id) if code in self.known.countries else None
        if land is None:
            return False
        own = fold(self.known.actors[ref].name).removeprefix(f"{fold(land.name)} ")
        return own != fold(land.name) and fold(words).replace("\n", " ").endswith(f" {own}")

    def _title(self, phrase: _Phrase) -> None:
        code, office = phrase.code, phrase.noun.ref
        if office in _MINISTRY_OF:
            self.country_of_part[_MINISTRY_OF[office]] = code
        if self.passage.precedes_person(phrase.phrase_end, phrase.following):
            return
        if self._follows_holder(phrase.start, code):
            return
        self.titles.append(BareTitle(phrase.phrase_end, code, office))
        words = self.text[phrase.start : phrase.end]
        holders = offices.holders(code, office, UNKNOWN, self.lexicon)
        self.mentions.append(
            Mention(phrase.start, phrase.end, words, "actor", "title", None, code, holders, note=phrase.note)
        )

    def _follows_holder(self, start: int, code: str) -> bool:
        """Whether a title stands after its holder's name ("Nikol Pashinyan, Prime Minister of Armenia")."""
        last = self._last()
        if last is None or last.kind != "actor" or last.form != "name" or last.ref is None:
            return False
        if code and last.country != code or not self.known.is_person(last.ref):
            return False
        return _BEFORE_EXPLANATION.fullmatch(self.folded, last.end, start) is not None

    def _group_alone(self, match: NameMatch, noun: NameSense, after: NameMatch | None) -> None:
        """A group without its country ("the Defense Ministry said"): that of its speaker, or of the country named
        last.

        "The country's foreign ministry" is that of the country named last.
        """
        of_last = noun.ref != "people" and self.folded.endswith(_OF_COUNTRY, 0, match.start)
        code = self._country_named_last() if of_last else self.passage.country_of_speaker(match, after)
        code = code or self.country_of_part.get(noun.ref, "")
        ref = self.known.actor_of_part.get((code, noun.ref))
        if ref and (noun.alone or of_last):
            self.country_of_part[noun.ref] = code
            self._add_actor(match, noun, ref, code)

    def _country_named_last(self) -> str:
        """The code of the state from the last name of a state, its territory or its people, "" for none."""
        for mention in reversed(self.mentions):
            code = self.known.country_of_place.get(mention.ref or "") or mention.country
            if mention.form in ("name", "demonym") and self._state(code) in (mention.ref, mention.other):
                return code
        return ""

    def _title_alone(self, match: NameMatch, title: NameSense, following: int) -> None:
        """A title without its country ("the president"); ``following``: the position of the match after it."""
        if self.passage.precedes_person(match.end, following) or self._follows_holder(match.start, ""):
            return
        self.titles.append(BareTitle(match.end, "", title.ref))
        definite = places.words_before(self.folded, match.start)[:1] == ["the"]
        of_something = self.folded.startswith(" of ", match.end)
        if definite and not of_something and not title.plural and title.ref not in _NO_HOLDER_ALONE:
            self._add_actor(match, title, None)

    # --- adjectives, peoples and actors by name

    def _demonym(self, i: int, sense: NameSense) -> None:
        """The adjective or people of a country without a noun."""
        start, end, _ = self.matches[i]
        if self.passage.is_quality(start, end) or self.passage.is_language(sense, start, end):
            return
        code = sense.ref
        ally = self.known.conflict.unrecognised_of(code)
        if ally and sense.role == "people":
            karabakh = self._start_of_karabakh(start)
            if karabakh is not None:
                code, start = ally, karabakh
            elif self.passage.live_in_enclave(i):
                code = ally
        ref = self._state(code)
        if sense.role == "people":
            ref = self.known.actor_of_part.get((code, "people")) or ref
        land = self.known.countries[code].place_id or None
        words = self.text[start:end]
        self.mentions.append(
            Mention(start, end, words, "actor", "demonym", ref, code, other=land, note=sense.note)
        )

    def _actor(self, match: NameMatch) -> None:
        """An actor's name; the mention stays open if several actors have it."""
        senses = [s for s in match.senses if s.role == "actor"]
        first = senses[0]
        refs = tuple(dict.fromkeys(s.ref for s in senses))
        if len(refs) > 1:
            country = first.country if len({s.country for s in senses}) == 1 else ""
            words = self.text[match.start : match.end]
            self.mentions.append(
                Mention(match.start, match.end, words, "actor", first.form, None, country, candidates=refs)
            )
            return
        actor = self.known.actors.get(first.ref)
        if actor is not None and actor.part:
            self.country_of_part[actor.part] = actor.country
        if self._explains_name_before(match, first.ref):
            first = replace(first, form="description")
        self._add_actor(match, first, first.ref, first.country)

    def _explains_name_before(self, match: NameMatch, ref: str) -> bool:
        """Whether a name in brackets is only another form of the one before it ("Red Cross (ICRC)")."""
        last = self._last()
        gap = "" if last is None else self.folded[last.end : match.start]
        return last is not None and last.ref == ref and gap == " (" and self.folded.startswith(")", match.end)

    def _state(self, code: str) -> str | None:
        """The actor_id of a country's state."""
        country = self.known.countries.get(code)
        return country.actor_id or None if country else None

    # --- places

    def _place(self, i: int) -> None:
        """A place's name: a place, or the actor there; the mention stays open if several places have it."""
        start, end, every = self.matches[i]
        senses = [s for s in every if s.role == "place"]
        first = senses[0]
        words = self.text[start:end]
        refs = tuple(dict.fromkeys(s.ref for s in senses))
        if len(refs) > 1:
            self.mentions.append(Mention(start, end, words, "place", first.form, None, candidates=refs))
            return
        place = self.known.places[first.ref]
        is_seat = place.kind != "country" and self.folded.startswith("-based", end)
        if self.passage.is_quality(start, end) and not is_seat:
            return
        if not place.actor or first.form != "name":
            note = first.note or self.passage.area_note(start, place)
            mention = Mention(start, end, words, "place", first.form, first.ref, place.country, note=note)
        elif is_seat or self._is_place(i, place):
            mention = Mention(
                start, end, words, "place", "name", first.ref, place.country, other=place.actor, note=first.note
            )
        else:
            country = self.known.actors[place.actor].country
            mention = Mention(
                start, end, words, "actor", "name", place.actor, country, other=first.ref, note=first.note
            )
        self.mentions.append(mention)

    def _is_place(self, i: int, place: places.Place) -> bool:
        """Whether a name that can also stand for an actor is meant as the place."""
        match = self.matches[i]
        after_place = self._after_place(match, place)
        if place.kind not in ACTING_KINDS and self._beside_acting_capital(match):
            return False
        if place.kind == "capital" and self._owns_no_place(match.end):
            return False
        return self.passage.precedes_its_country(i) or is_place(
            self.folded, match.start, match.end, place.kind, after_place, self.lexicon
        )

    def _owns_no_place(self, end: int) -> bool:
        """Whether a capital that ends at ``end`` owns something that a town cannot have ("a change in Baku's
        policy").
        """
        owned = _OWNED.match(self.text, end)
        if owned is None:
            return False
        table = places.cues(self.lexicon)
        return not any(word in table[cue] for word in owned.groups() for cue in _PARTS_OF_TOWN)

    def _in_list_of_regions(self) -> bool:
        """Whether the last two mentions are places larger than a country, joined by a comma or "and"."""
        pair = self.mentions[-2:]
        lands = [self.known.places.get(mention.ref or "") for mention in pair if mention.kind == "place"]
        if len(lands) < 2 or not _JOINED.fullmatch(self.folded, pair[0].end, pair[1].start):
            return False
        return all(land is not None and land.kind == "region" and not land.country for land in lands)

    def _beside_acting_capital(self, match: NameMatch) -> bool:
        """Whether a town is joined by "and" to a capital that acts ("Baku and Stepanakert agreed")."""
        last = self._last()
        if last is None or last.kind != "actor" or last.other not in self.known.places:
            return False
        capital = self.known.places[last.other].kind == "capital"
        return capital and self.folded[last.end : match.start] == " and "

    def _after_place(self, match: NameMatch, place: places.Place) -> bool:
        """Whether the name before makes this one a place: "Yerevan, Armenia", "in Armenia and Georgia"."""
        start = match.start
        last = self._last()
        near = last is not None and start - last.end < _FARTHEST_JOINED
        if last is None or last.kind != "place" or last.ref is None or not near:
            town = _UNKNOWN_TOWN.search(self.text, max(0, start - _LONGEST_TOWN), start)
            return town is not None and town[1].lower() not in self.known.lead_words
        gap = self.folded[last.end : start]
        if gap == " to ":
            return places.words_before(self.folded, last.start)[:1] == ["from"]  # "from Goris to Yerevan"
        if not _JOINED.fullmatch(gap):
            return False
        before = self.known.places[last.ref]
        if self._in_list_of_regions():
            return True  # "in the Balkans, Central Asia, Ukraine and Georgia"
        same_level = (before.kind == "country") == (place.kind == "country")
        if gap.endswith(("[", "(")) or gap.startswith(",") and " and" not in gap:
            if not _PAUSE.match(self.folded, match.end):
                return False  # "near the Lachin corridor, Azerbaijan once more blocked it"
            return same_level or before.country == place.country
        return same_level or before.kind == "region"
