"""Places and actors in one pass over the text: the longest match first, weak names only where the words around bear them out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from contactline import actors, lexicon, places
from contactline.matching import Entry, Hit, Index, fold
from contactline.records import UNKNOWN, Document, Mention

NEAR = 60  # characters on either side in which a weak name's words may stand
_JOINED = re.compile(r"(?:,| and| or|, and|, or|/| &|-)? ?(?:the )?$")
_OF = re.compile(r" (?:of|for|in) (?:the )?$")
_BEFORE_NAME = re.compile(r"([^\W\d_][\w'.-]*) $")
_SURNAME = re.compile(r" [A-Z]\w+(?:y?an|ian|ov|ev|ova|eva|oglu)\b")
_SENTENCE_END = ".!?:;\"»”"


@dataclass(frozen=True, slots=True)
class Tables:
    """What recognition needs of the lexicon, built once a folder."""

    index: Index
    places: dict[str, places.Place]
    actors: dict[str, actors.Actor]
    countries: dict[str, actors.Country]
    parts: dict[tuple[str, str], str]
    by_place: dict[str, str]  # place_id of a country -> its code
    honorifics: dict[str, bool]
    first_names: frozenset[str]
    attributive: frozenset[str]
    lead_in: frozenset[str]  # words that begin sentences, days and months: no first names


@cache
def tables(directory: Path = lexicon.DIRECTORY) -> Tables:
    """The index of all names and the tables beside it."""
    blocks = ((r["phrase"], Entry("block", r["reason"], shape="capital")) for r in lexicon.rows("not_names", directory))
    index = Index([*places.entries(directory), *actors.entries(directory), *blocks])
    people = actors.actors(directory)
    table = actors.countries(directory)
    return Tables(
        index=index,
        places=places.places(directory),
        actors=people,
        countries=table,
        parts=actors.parts(directory),
        by_place={c.place_id: c.code for c in table.values() if c.place_id},
        honorifics={r["word"]: r["fits"] == "yes" for r in lexicon.rows("honorifics", directory)},
        first_names=frozenset(fold(a.name.split()[0]) for a in people.values() if a.kind == "person" and " " in a.name),
        attributive=frozenset(r["word"] for r in lexicon.rows("attributive", directory)),
        lead_in=frozenset(),
    )


class Facts:
    """What an article says as a whole, asked by weak names. Each answer is looked up once."""

    def __init__(self, text: str, folded: str, hits: Iterable[Hit], known: Tables) -> None:
        self.text = text
        self.folded = folded
        self.full: set[str] = set()
        self.regional = False
        for _, _, entries in hits:
            for e in entries:
                if e.full:
                    self.full.add(e.ref)
                elif not e.weak and e.country in ("ARM", "AZE", "NKR"):
                    self.regional = True
        self._has: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Whether the folded word stands in the article as a whole word."""
        if word not in self._has:
            at = self.folded.find(word)
            while at >= 0:
                end = at + len(word)
                if not (at and self.folded[at - 1].isalnum()) and not self.folded[end : end + 1].isalnum():
                    break
                at = self.folded.find(word, at + 1)
            self._has[word] = at >= 0
        return self._has[word]

    def near(self, words: tuple[str, ...], start: int, end: int) -> int:
        """How many of the words stand within NEAR characters of start..end."""
        window = re.sub(r"[^\w']+", " ", f" {self.folded[max(0, start - NEAR) : start]} {self.folded[end : end + NEAR]} ")
        return sum(f" {w} " in window for w in words)


def find(document: Document, directory: Path = lexicon.DIRECTORY) -> tuple[Mention, ...]:
    """Every place and actor that the text names, sorted by start, none overlapping.

    Titles stay unresolved (``ref`` None with candidates) until the article is dated: actors.resolve. Ambiguous names that
    nothing in the article settles keep their candidates. The dateline's place is no mention.
    """
    known = tables(directory)
    text = document.text
    folded = fold(text)
    hits = known.index.scan(text, folded)
    facts = Facts(text, folded, hits, known)
    chosen = _choose(hits, facts, known, directory)
    found = _Composer(text, folded, chosen, known, directory).mentions()
    if document.dateline:
        a, b = document.dateline
        found = [m for m in found if not (m.kind == "place" and a <= m.start < b)]
    return tuple(found)


def _choose(hits: list[Hit], facts: Facts, known: Tables, directory: Path) -> list[Hit]:
    """The longest usable hits from left to right, none overlapping."""
    hits.sort(key=lambda h: (h.start, -h.end))
    chosen: list[Hit] = []
    free = 0
    for hit in hits:
        if hit.start < free:
            continue
        usable = tuple(e for e in hit.entries if _usable(e, hit, facts, known, directory))
        if usable:
            chosen.append(Hit(hit.start, hit.end, usable))
            free = hit.end
    return chosen


def _usable(entry: Entry, hit: Hit, facts: Facts, known: Tables, directory: Path) -> bool:
    """Whether the words around bear an entry out."""
    if entry.role == "actor" and known.actors[entry.ref].kind == "person" and not entry.full:
        return _surname(entry, hit, facts, known)
    if entry.role == "place" and _SURNAME.match(facts.text, hit.end) and not _people_follow(facts, hit, known):
        return False
    if not entry.weak:
        return True
    if entry.near and not facts.near(entry.near, hit.start, hit.end):
        return False
    if entry.article and not any(facts.has(w) for w in entry.article):
        return False
    if entry.near or entry.article:
        return True
    if entry.role == "place":
        if entry.country in places.DISPUTING and not facts.regional:
            return False
        settlement = places.cues(directory)["settlement"]
        before = places.words_before(facts.folded, hit.start)[:1]
        return bool(before and before[0] in settlement) or places.word_after(facts.folded, hit.end) in settlement
    return entry.role != "actor" or facts.regional


def _people_follow(facts: Facts, hit: Hit, known: Tables) -> bool:
    word = places.word_after(facts.folded, hit.end)
    return any(e.role in ("adjective", "people") for h in known.index.scan(word.title(), word) for e in h.entries)


def _surname(entry: Entry, hit: Hit, facts: Facts, known: Tables) -> bool:
    """Whether a surname alone is this person's: after no other first name, and a weak one only with evidence."""
    before = _BEFORE_NAME.search(facts.text, max(0, hit.start - 30), hit.start)
    word = fold(before[1]).rstrip(".") if before else ""
    titled = known.honorifics.get(word)
    if before and before[1][0].isupper() and titled is None and not word.endswith("'s"):
        opening = before.start() < 2 or facts.text[: before.start()].rstrip()[-1:] in _SENTENCE_END
        first = fold(known.actors[entry.ref].name.split()[0])
        if len(word) == 1:
            if word != first[0]:
                return False
        elif word in known.first_names or not opening:
            if word != first and not _known_word(word, known):
                return False
    return not entry.weak or entry.ref in facts.full or bool(titled)


def _known_word(word: str, known: Tables) -> bool:
    """Whether a capitalised word is a nationality, a country or a title, so no first name."""
    return any(h.end == len(word) and h.start == 0 for h in known.index.scan(word.title(), word))


class _Composer:
    """Makes mentions of the chosen hits: joins countries with the nouns and titles beside them."""

    def __init__(self, text: str, folded: str, hits: list[Hit], known: Tables, directory: Path) -> None:
        self.text = text
        self.folded = folded
        self.hits = hits
        self.known = known
        self.directory = directory
        self.found: list[Mention] = []
        self.last_part: dict[str, str] = {}  # part -> country that the article named it of last

    def mentions(self) -> list[Mention]:
        i = 0
        while i < len(self.hits):
            i = self._step(i)
        return self.found

    def _step(self, i: int) -> int:
        """Take the hit at i; returns the index of the next one to take."""
        hit = self.hits[i]
        e = hit.entries[0]
        code = self._country(hit)
        if code and i + 1 < len(self.hits):
            joined = self._head(hit, self.hits[i + 1])
            if joined:
                return self._compound(i, code, hit.start, self.hits[i + 1], joined)
        if e.role in ("title", "group"):
            if i + 1 < len(self.hits) and not e.country:
                after = self.hits[i + 1]
                code = self._country(after, adjective=False)
                if code and _OF.fullmatch(self.folded[hit.end : after.start]) and (
                    e.role == "title" or e.form == "name" or self.folded[hit.end : hit.end + 4] == " of ") and not e.plural:
                    return self._whole(i, code, hit.start, after.end, e, i + 2)
            if e.country:
                return self._whole(i, e.country, hit.start, hit.end, e, i + 1)
            self._alone(i, hit, e)
        elif e.role in ("adjective", "people"):
            self._demonym(hit, e)
        elif e.role == "actor":
            self._actor(hit)
        elif e.role == "place":
            self._place(hit)
        return i + 1

    def _country(self, hit: Hit, adjective: bool = True) -> str:
        """The country code that a hit can lend to a noun beside it, "" where none."""
        for e in hit.entries:
            if adjective and e.role == "adjective":
                return e.ref
            if e.role == "place" and e.ref in self.known.by_place:
                return self.known.by_place[e.ref]
            if e.role == "actor" and e.ref in ("eu", "un", "nk_authorities"):
                return e.country
        return ""

    def _head(self, hit: Hit, after: Hit) -> Entry | None:
        """The title or noun of a group that follows a country directly ("Armenian [ethnic] forces"), None where none does."""
        e = next((e for e in after.entries if e.role in ("title", "group")), None)
        if e is None or after.start - hit.end > 24:
            return None
        gap = self.folded[hit.end : after.start]
        words = gap.removeprefix("'s").split()
        if e.country and e.country != self._country(hit):
            return None
        if gap[:1] not in (" ", "'") or not gap.endswith(" ") or len(words) > 1:
            return None
        if words and not (words[0].isalpha() and words[0] in _MODIFIERS):
            return None
        return e

    def _compound(self, i: int, code: str, start: int, after: Hit, e: Entry) -> int:
        """A country and the noun at its side: one mention."""
        lead = self.folded[max(0, start - 7) : start]
        if code == "ARM" and lead.endswith("ethnic ") and e.role == "group":
            code, start = "NKR", start - 7
        if e.role == "group" and code == "ARM" and e.ref == "forces" and "separatist" in self.folded[start : after.end]:
            code = "NKR"
        if e.role == "title" and e.plural:
            self._share(e)
        return self._whole(i, code, start, after.end, e, i + 2)

    def _share(self, e: Entry) -> None:
        """ "the Azerbaijani and Armenian foreign ministers": the first adjective stands for its minister too."""
        last = self.found[-1] if self.found else None
        if last and last.form == "demonym" and self.folded[last.end : last.end + 5] == " and " and last.country:
            everyone = actors.office_holders(last.country, e.ref, _ANYTIME, self.directory)
            self.found[-1] = replace(last, form="title", ref=None, candidates=everyone, other=None)

    def _whole(self, i: int, code: str, start: int, end: int, e: Entry, following: int) -> int:
        text = self.text[start:end]
        if e.role == "group":
            ref = self.known.parts.get((code, e.ref)) or self._state(code)
            form = e.form if (code, e.ref) in self.known.parts else "description"
            self.last_part[e.ref] = code
            self.found.append(Mention(start, end, text, "actor", form, ref, country=code))
            return following
        self.last_part[_MINISTRY.get(e.ref, "")] = code
        if self._introduces(end, following, code) or self._explains(start, code):
            return following
        everyone = actors.office_holders(code, e.ref, _ANYTIME, self.directory)
        self.found.append(Mention(start, end, text, "actor", "title", None, country=code, candidates=everyone))
        return following

    def _introduces(self, end: int, following: int, code: str) -> bool:
        """Whether a title stands before its holder's name ("Russian President Vladimir Putin")."""
        if following >= len(self.hits):
            return False
        after = self.hits[following]
        gap = self.text[end : after.start]
        person = any(e.role == "actor" and self.known.actors[e.ref].kind == "person" for e in after.entries)
        return person and gap in (" ", ", ", " - ", ": ", " (")

    def _explains(self, start: int, code: str) -> bool:
        """Whether a title stands after its holder's name ("Nikol Pashinyan, Prime Minister of Armenia")."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "actor" or last.form != "name" or last.country != code or last.ref is None:
            return False
        gap = self.text[last.end : start]
        return self.known.actors[last.ref].kind == "person" and gap in (", ", ", the ", " (", " - ")

    def _alone(self, i: int, hit: Hit, e: Entry) -> None:
        """A title or ministry without its country."""
        if self._introduces(hit.end, i + 1, "") or self._explains(hit.start, self.found[-1].country if self.found else ""):
            return
        if e.role == "group":
            code = self.last_part.get(e.ref, "")
            if e.alone and (code, e.ref) in self.known.parts:
                ref = self.known.parts[code, e.ref]
                self.found.append(Mention(hit.start, hit.end, self.text[hit.start : hit.end], "actor", e.form, ref, country=code))
            return
        before = places.words_before(self.folded, hit.start)[:1]
        if not e.plural and e.ref not in ("leader", "ambassador") and before == ["the"]:
            self.found.append(Mention(hit.start, hit.end, self.text[hit.start : hit.end], "actor", "title", None))

    def _demonym(self, hit: Hit, e: Entry) -> None:
        before = places.words_before(self.folded, hit.start)[:1]
        after = self.folded[hit.end : hit.end + 14]
        if after.startswith("-") and after[1:].split(" ")[0].split(",")[0].rstrip(".") in self.known.attributive:
            return
        if before == ["in"] and not after[:2].strip(" ").isalnum() and e.role == "adjective":
            return  # a language: "in Azerbaijani)"
        code = e.ref
        ref = self._state(code)
        if e.role == "people":
            ref = self.known.parts.get((code, "people")) or ref
        start = hit.start
        if code == "ARM" and e.role == "people" and self.folded[max(0, start - 7) : start] == "ethnic ":
            code, start = "NKR", start - 7
            ref = self.known.parts.get((code, "people")) or self._state(code)
        place = self.known.countries[code].place_id or None
        self.found.append(Mention(start, hit.end, self.text[start : hit.end], "actor", "demonym", ref, country=code, other=place))

    def _actor(self, hit: Hit) -> None:
        entries = [e for e in hit.entries if e.role == "actor"]
        ids = tuple(dict.fromkeys(e.ref for e in entries))
        e = entries[0]
        start = self._with_first_name(hit.start, e)
        actor = self.known.actors[e.ref]
        if actor.part:
            self.last_part[actor.part] = actor.country
        if len(ids) > 1:
            codes = {x.country for x in entries}
            country = codes.pop() if len(codes) == 1 else ""
            self.found.append(Mention(start, hit.end, self.text[start : hit.end], "actor", e.form, None, country=country, candidates=ids))
            return
        self.found.append(Mention(start, hit.end, self.text[start : hit.end], "actor", e.form, e.ref, country=e.country))

    def _with_first_name(self, start: int, e: Entry) -> int:
        """The start moved before a first name and initials that stand with a surname ("Antony J. Blinken")."""
        if e.full or self.known.actors[e.ref].kind != "person":
            return start
        first = fold(self.known.actors[e.ref].name.split()[0])
        window = self.folded[max(0, start - len(first) - 24) : start]
        match = re.search(rf"\b{re.escape(first)} (?:[\w'-]+\.? )?$", window)
        return start - (len(window) - match.start()) if match else start

    def _place(self, hit: Hit) -> None:
        entries = [e for e in hit.entries if e.role == "place"]
        ids = tuple(dict.fromkeys(e.ref for e in entries))
        text = self.text[hit.start : hit.end]
        place = self.known.places[ids[0]]
        if len(ids) > 1:
            self.found.append(Mention(hit.start, hit.end, text, "place", "name", None, candidates=ids))
            return
        if not place.actor:
            self.found.append(Mention(hit.start, hit.end, text, "place", "name", ids[0], country=place.country))
            return
        after = self.folded[hit.end : hit.end + 14]
        if after.startswith("-") and after[1:].split(" ")[0].split(",")[0].rstrip(".") in self.known.attributive:
            return
        last = self.found[-1] if self.found else None
        joined = bool(last and last.kind == "place" and hit.start - last.end < 10 and _JOINED.fullmatch(self.folded[last.end : hit.start]))
        actor = self.known.actors[place.actor]
        if places.is_place(self.folded, hit.start, hit.end, place.kind, joined, self.directory):
            self.found.append(Mention(hit.start, hit.end, text, "place", "name", ids[0], country=place.country, other=place.actor))
        else:
            form = "name"
            self.found.append(Mention(hit.start, hit.end, text, "actor", form, place.actor, country=actor.country, other=ids[0]))

    def _state(self, code: str) -> str | None:
        country = self.known.countries.get(code)
        return country.actor_id if country and country.actor_id else None


_MODIFIERS = frozenset(("acting", "national", "separatist", "ethnic", "official", "new", "deputy", "military", "own", "top", "state", "regular", "interim", "special"))
_MINISTRY = {"foreign_minister": "foreign_ministry", "defence_minister": "defence_ministry", "interior_minister": "interior_ministry"}
_ANYTIME = UNKNOWN
