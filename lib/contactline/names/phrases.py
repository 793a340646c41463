"""From names to mentions: a country and the noun beside it are one actor, a title and its holder's name too."""

from __future__ import annotations

import re
from dataclasses import replace

from contactline.lexicon import Lexicon
from contactline.names import actors, places
from contactline.names.index import Entry, Hit
from contactline.records import UNKNOWN, Mention

_JOINED = re.compile(r"(?: [\[(]|(?:,| and| or|, and|, or|/| &|-)? ?(?:the )?)")
_OF = re.compile(
    r"(?: \(\w{2,7}\))? of (?:the )?(?:(?:self-\w+|unrecogni[sz]ed|breakaway|so-called|de facto|separatist) )?"
)
_IN = re.compile(r" in (?:the )?(?:\w+ )?(?:(?:capital|city|region|enclave|territory) of )?")
_UNIONS = ("EU", "UN")
_SPEAKS = re.compile(r" (?:spokes\w+|press secretary|official|representative),? ")
_INTRODUCES = re.compile(
    r"(?: | \(?@?|, | - |: )(?:(?:lieutenant |lt\.? |major |maj\.? |colonel )?(?:general|gen\.?|colonel|col\.?) )?"
)
_TOWN = re.compile(r"\b(?:in|near|at|from|outside) ([A-Z][\w'-]{2,30}), $")
_ETHNIC = re.compile(r"\b(ethnic|local|illegal|karabakh|nagorno-karabakh|artsakh)(?:'s)?[ -]$")
_LIVING = re.compile(r" (?:living |residing |who live |remaining )?(?:of|in|from) (?:the )?")
_ENCLAVE = "nk_authorities"
_PAUSE = re.compile(r"$|[.,;:!?)\]\"”»\n]| (?:and|or|on|in|at|to|for|where|which|who|when|by|with|from|as|after) ")
_NEXT_GAP = 10  # characters between two names that are read together
_WORD = re.compile(r"\w+")
_EXPLAINS = re.compile(r", | \(|, the | - ")
_HEAD_GAP = 24  # characters between a country and its noun
_DEGREES = frozenset(
    "acting deputy ethnic interim military national new official own regular separatist special state top".split()
)  # one of these may stand between
_MINISTRY = {
    "defence_minister": "defence_ministry",
    "foreign_minister": "foreign_ministry",
    "interior_minister": "interior_ministry",
}  # a minister named makes a bare "the ministry" his


class Composer:
    """Makes the mentions of one text from its hits, which are sorted and do not overlap."""

    def __init__(
        self,
        text: str,
        folded: str,
        hits: list[Hit],
        by_place: dict[str, str],
        attributive: frozenset[tuple[str, str]],
        lead_words: frozenset[str],
        lexicon: Lexicon,
    ) -> None:
        self.text = text
        self.folded = folded
        self.hits = hits
        self.lexicon = lexicon
        self.by_place = by_place
        self.attributive = attributive
        self.lead_words = lead_words
        self.places = places.places(lexicon)
        self.actors = actors.actors(lexicon)
        self.countries = actors.countries(lexicon)
        self.parts = actors.parts(lexicon)
        self.found: list[Mention] = []
        self.titled: list[tuple[int, str, str]] = []  # ends of titles that no known name follows; country, office
        self.enclave = any(
            e.role == "place" and self.places[e.ref].actor == _ENCLAVE for hit in hits for e in hit.entries
        )
        self.last_part: dict[str, str] = {}  # part -> the country that it was named of last

    def mentions(self) -> list[Mention]:
        """The mentions, sorted, none overlapping."""
        i = 0
        while i < len(self.hits):
            i = self._step(i)
        return self.found

    def _add(
        self,
        start: int,
        end: int,
        kind: str,
        form: str,
        ref: str | None,
        country: str = "",
        candidates: tuple[str, ...] = (),
        other: str | None = None,
        note: str = "",
    ) -> None:
        text = self.text[start:end]
        self.found.append(Mention(start, end, text, kind, form, ref, country, candidates, other, note))

    def _step(self, i: int) -> int:
        """Take the hit at i; returns the index of the next one."""
        hit = self.hits[i]
        e = hit.entries[0]
        after = self.hits[i + 1] if i + 1 < len(self.hits) else None
        code = self._lends(hit)
        if code and after is not None:
            head = self._head(hit, after)
            if head:
                return self._compound(i, code, hit, after.end, head)
        noun = next((x for x in hit.entries if x.role in ("title", "group")), None)
        if noun and (e is noun or self._of_country(hit, noun, after)):
            return self._noun(i, hit, noun, after)
        if e.role in ("adjective", "people"):
            self._demonym(i, hit, e)
        elif e.role == "actor":
            self._actor(hit)
        elif e.role == "place":
            if not (e.form == "description" and after and self._names_it(hit, after)):
                self._place(i)
        return i + 1

    def _names_it(self, hit: Hit, after: Hit) -> bool:
        """Whether the name of a described place follows at once ("the region's capital, Stepanakert")."""
        named = any(e.role == "place" and e.form == "name" for e in after.entries)
        return named and self.folded[hit.end : after.start] in (" ", ", ", " of ")

    def _lends(self, hit: Hit, adjective: bool = True) -> str:
        """The country code that a hit lends to a noun beside it, "" where none."""
        for e in hit.entries:
            if e.role == "adjective" and adjective:
                return e.ref
            if e.role == "place" and e.ref in self.by_place:
                return self.by_place[e.ref]
            if e.role == "actor" and e.ref in ("eu", "un", "nk_authorities"):
                return e.country
        return ""

    def _head(self, hit: Hit, after: Hit) -> Entry | None:
        """The title or noun that directly follows a country ("Armenian forces", "Armenia's new premier")."""
        if after.start - hit.end > _HEAD_GAP:
            return None
        e = next((e for e in after.entries if e.role in ("title", "group")), None)
        code = self._lends(hit)
        if e is None or (e.country and e.country != code) or (e.countries and code not in e.countries):
            return None
        if code in _UNIONS and e.role == "group" and e.ref == "people":
            return None  # "UN children's agency"
        gap = self.folded[hit.end : after.start]
        between = gap.removeprefix("'s").split()
        if gap[:1] not in (" ", "'") or gap[-1] != " " or len(between) > 1:
            return None
        return e if not between or between[0] in _DEGREES else None

    def _compound(self, i: int, code: str, hit: Hit, end: int, e: Entry) -> int:
        start = hit.start
        if code == "ARM":
            ethnic = self._ethnic(start) if e.role == "group" else None
            if ethnic is not None:
                code, start = "NKR", ethnic
            elif "separatist" in self.folded[start:end]:
                code = "NKR"
            elif e.role == "group" and e.ref == "people" and self._of_enclave(i + 1):
                code = "NKR"
        if e.role == "title" and e.plural:
            self._share(e, start)
        self._whole(code, start, end, e, i + 2, hit.entries[0].note)
        return i + 2

    def _ethnic(self, start: int) -> int | None:
        """Where "ethnic", "Karabakh" or the like before an Armenian name begins, None where it does not stand."""
        match = _ETHNIC.search(self.folded, max(0, start - 20), start)
        if match is None or (match[1] == "local" and not self.enclave):
            return None
        last = self.found[-1] if self.found else None
        if last is not None and match.start(1) <= last.start < start:
            self.found.pop()  # "Karabakh" of "Karabakh Armenian fighters" is no place
        return match.start(1)

    def _share(self, e: Entry, start: int) -> None:
        """In "the Azerbaijani and Armenian foreign ministers" each adjective stands for its minister too."""
        for i in range(len(self.found) - 1, -1, -1):
            last = self.found[i]
            joint = self.folded[last.end : start]
            if last.form != "demonym" or not last.country or joint not in (" and ", ", and ", ", "):
                break
            everyone = actors.office_holders(last.country, e.ref, UNKNOWN, self.lexicon)
            self.found[i] = replace(last, form="title", ref=None, candidates=everyone, other=None)
            start = last.start

    def _noun(self, i: int, hit: Hit, e: Entry, after: Hit | None) -> int:
        """A title or noun of a group that no country stands before."""
        if after and self.text[hit.end : after.start] == " (" and self.text.startswith(") of ", after.end):
            i += 1  # its acronym: "the Ministry of Foreign Affairs (MFA) of Armenia"
            after = self.hits[i + 1] if i + 1 < len(self.hits) else None
        if e.country:
            self._whole(e.country, hit.start, hit.end, e, i + 1)
            return i + 1
        code = self._of_country(hit, e, after)
        if code and after:
            if e.role == "group" and e.form == "name":
                self._whole(code, hit.start, after.end, e, i + 2)
                return i + 2
            # the country stays a mention of its own: "authorities" is the actor, "Nagorno-Karabakh" the place
            self._whole(code, hit.start, hit.end, e, i + 2, end_of_phrase=after.end)
            return i + 1
        self._alone(i, hit, e)
        return i + 1

    def _of_country(self, hit: Hit, e: Entry, after: Hit | None) -> str:
        """The country of a noun that " of " joins to the name after it, "" where none.

        Of authorities and ministries also " in " and a town: "officials in Stepanakert" are the town's.
        """
        if after is None or e.country or e.plural:
            return ""
        if _OF.fullmatch(self.folded, hit.end, after.start):
            return self._lends(after, adjective=False)
        seated = e.role == "group" and (e.ref == "state" or e.alone)
        if seated and _IN.fullmatch(self.folded, hit.end, after.start):
            actor = next((self.places[x.ref].actor for x in after.entries if x.role == "place"), "")
            return self.actors[actor].country if actor else ""
        return ""

    def _whole(
        self, code: str, start: int, end: int, e: Entry, following: int, note: str = "", end_of_phrase: int = 0
    ) -> None:
        """A title or group whose country is known. ``following``: index of the hit after the phrase."""
        if e.role == "group":
            ref = self.parts.get((code, e.ref))
            self.last_part[e.ref] = code
            form = e.form if ref else "description"
            self._add(start, end, "actor", form, ref or self._state(code), country=code, note=note)
            return
        if e.ref in _MINISTRY:
            self.last_part[_MINISTRY[e.ref]] = code
        phrase_end = end_of_phrase or end
        if self._introduces(phrase_end, following) or self._explains(start, code):
            return
        self.titled.append((phrase_end, code, e.ref))
        everyone = actors.office_holders(code, e.ref, UNKNOWN, self.lexicon)
        self._add(start, end, "actor", "title", None, country=code, candidates=everyone, note=note)

    def _introduces(self, end: int, following: int) -> bool:
        """Whether a title ending at ``end`` stands before a person's name ("Russian President Vladimir Putin")."""
        if following >= len(self.hits):
            return False
        after = self.hits[following]
        return self._is_person(after) and bool(_INTRODUCES.fullmatch(self.folded, end, after.start))

    def _is_person(self, hit: Hit) -> bool:
        return any(e.role == "actor" and self.actors[e.ref].kind == "person" for e in hit.entries)

    def _explains(self, start: int, code: str) -> bool:
        """Whether a title stands after its holder's name ("Nikol Pashinyan, Prime Minister of Armenia")."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "actor" or last.form != "name" or last.ref is None:
            return False
        if code and last.country != code or self.actors[last.ref].kind != "person":
            return False
        return bool(_EXPLAINS.fullmatch(self.folded, last.end, start))

    def _alone(self, i: int, hit: Hit, e: Entry) -> None:
        """A title or ministry without its country ("the president", "the Defense Ministry said")."""
        if e.role == "group":
            code = self._spokesman(i, hit) or self.last_part.get(e.ref, "")
            ref = self.parts.get((code, e.ref))
            if e.alone and ref:
                self.last_part[e.ref] = code
                self._add(hit.start, hit.end, "actor", e.form, ref, country=code)
            return
        if self._introduces(hit.end, i + 1) or self._explains(hit.start, ""):
            return
        self.titled.append((hit.end, "", e.ref))
        before = places.words_before(self.folded, hit.start)[:1]
        of = self.folded.startswith(" of ", hit.end)
        if before == ["the"] and not of and not e.plural and e.ref not in ("leader", "ambassador"):
            self._add(hit.start, hit.end, "actor", "title", None)

    def _spokesman(self, i: int, hit: Hit) -> str:
        """The country of the person who speaks for a ministry ("Defense Ministry spokesman Vagif Dargahli")."""
        after = self.hits[i + 1] if i + 1 < len(self.hits) else None
        if after is None or not _SPEAKS.fullmatch(self.folded, hit.end, after.start) or not self._is_person(after):
            return ""
        return after.entries[0].country

    def _quality(self, start: int, end: int) -> bool:
        """Whether a compound makes a name a mere quality ("Turkish-made", "anti-Armenian")."""
        if self.folded.startswith("-", end):
            match = _WORD.match(self.folded, end + 1)
            if match and (match[0], "after") in self.attributive:
                return True
        if self.folded.startswith("-", start - 1) and start > 1:
            word = self.folded[max(0, start - 8) : start - 1].split()[-1:]
            return bool(word) and (word[0], "before") in self.attributive
        return False

    def _of_enclave(self, i: int) -> bool:
        """Whether the people named by the hit at i are those of Nagorno-Karabakh ("Armenians in Artsakh")."""
        if i + 1 >= len(self.hits):
            return False
        hit, after = self.hits[i], self.hits[i + 1]
        home = any(e.role == "place" and self.places[e.ref].actor == _ENCLAVE for e in after.entries)
        return home and bool(_LIVING.fullmatch(self.folded, hit.end, after.start))

    def _demonym(self, i: int, hit: Hit, e: Entry) -> None:
        start, end, code = hit.start, hit.end, e.ref
        if self._quality(start, end):
            return
        following = self.folded[end : end + 2]
        if e.role == "adjective" and not following.strip()[:1].isalnum() and following[:1] != "-":
            if places.words_before(self.folded, start)[:1] == ["in"]:
                return  # a language: "Khankendi in Azerbaijani"
        if code == "ARM" and e.role == "people":
            ethnic = self._ethnic(start)
            if ethnic is not None:
                code, start = "NKR", ethnic
            elif self._of_enclave(i):
                code = "NKR"
        ref = self._state(code)
        if e.role == "people":
            ref = self.parts.get((code, "people")) or ref
        other = self.countries[code].place_id or None
        self._add(start, end, "actor", "demonym", ref, country=code, other=other, note=e.note)

    def _actor(self, hit: Hit) -> None:
        entries = [e for e in hit.entries if e.role == "actor"]
        e = entries[0]
        ids = tuple(dict.fromkeys(x.ref for x in entries))
        if len(ids) > 1:
            codes = {x.country for x in entries}
            country = e.country if len(codes) == 1 else ""
            self._add(hit.start, hit.end, "actor", e.form, None, country=country, candidates=ids)
            return
        actor = self.actors[e.ref]
        if actor.part:
            self.last_part[actor.part] = actor.country
        self._add(hit.start, hit.end, "actor", e.form, e.ref, country=e.country, note=e.note)

    def _place(self, i: int) -> None:
        hit = self.hits[i]
        entries = [e for e in hit.entries if e.role == "place"]
        e = entries[0]
        ids = tuple(dict.fromkeys(x.ref for x in entries))
        if len(ids) > 1:
            self._add(hit.start, hit.end, "place", e.form, None, candidates=ids)
            return
        place = self.places[e.ref]
        if self._quality(hit.start, hit.end):
            return
        if not place.actor or e.form != "name":
            note = e.note or self._around(hit.start, place)
            self._add(hit.start, hit.end, "place", e.form, e.ref, country=place.country, note=note)
            return
        after_place = self._after_place(hit, place)
        acts_with = place.kind not in places.ACTING and self._beside_government(i)
        if not acts_with and (
            self._in_its_country(i)
            or places.is_place(self.folded, hit.start, hit.end, place.kind, after_place, self.lexicon)
        ):
            self._add(
                hit.start, hit.end, "place", "name", e.ref, country=place.country, other=place.actor, note=e.note
            )
        else:
            country = self.actors[place.actor].country
            self._add(hit.start, hit.end, "actor", "name", place.actor, country=country, other=e.ref, note=e.note)

    def _around(self, start: int, place: places.Place) -> str:
        """A note where the words before tell that not the place itself is meant ("north of Martakert")."""
        if place.extent != "point":
            return ""
        around = places.cues(self.lexicon)["around"]
        before = places.words_before(self.folded, start)[:2]
        if before[:1] == ["of"] and before[1:] and before[1] in around:
            return f"the area: {before[1]} of it"
        return f"the area: {before[0]} it" if before[:1] == ["around"] else ""

    def _in_its_country(self, i: int) -> bool:
        """Whether a town stands before its country's name ("Baku, Azerbaijan")."""
        hit, after = self.hits[i], self.hits[i + 1] if i + 1 < len(self.hits) else None
        if after is None or self.text[hit.end : after.start] not in (", ", " [", " ("):
            return False
        own = self.places[hit.entries[0].ref]
        land = next((self.places[e.ref] for e in after.entries if e.role == "place"), None)
        return own.kind != "country" and land is not None and (land.kind, land.country) == ("country", own.country)

    def _beside_government(self, i: int) -> bool:
        """Whether "and" joins a town to a capital that acts ("Baku and Stepanakert agreed")."""
        hit = self.hits[i]
        last = self.found[-1] if self.found else None
        if last is not None and last.kind == "actor" and last.other in self.places:
            capital = self.places[last.other].kind == "capital"
            return capital and self.folded[last.end : hit.start] == " and "
        return False

    def _after_place(self, hit: Hit, place: places.Place) -> bool:
        """Whether the name before makes this one a place: "Yerevan, Armenia", "in Armenia and Georgia"."""
        start = hit.start
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "place" or last.ref is None or start - last.end >= _NEXT_GAP:
            town = _TOWN.search(self.text, max(0, start - 40), start)
            return town is not None and town[1].lower() not in self.lead_words
        if self.folded[last.end : start] == " to ":
            return places.words_before(self.folded, last.start)[:1] == ["from"]  # "from Goris to Yerevan"
        if not _JOINED.fullmatch(self.folded, last.end, start):
            return False
        before = self.places[last.ref]
        alike = (before.kind == "country") == (place.kind == "country")
        gap = self.folded[last.end : start]
        if gap.endswith(("[", "(")) or gap.startswith(",") and " and" not in gap:
            if not _PAUSE.match(self.folded, hit.end):
                return False  # "near the Lachin corridor, Azerbaijan once more blocked it"
            return alike or before.country == place.country
        return alike or before.kind == "region"

    def _state(self, code: str) -> str | None:
        country = self.countries.get(code)
        return country.actor_id or None if country else None
