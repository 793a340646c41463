"""Places and actors in one pass: the longest name first, weak names only where other words bear them out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived
from contactline.names import actors, mistranslation, places, spelling
from contactline.names.index import Entry, Hit, Index, fold, occurs, shape_of, stands_free
from contactline.names.phrases import Composer
from contactline.records import UNKNOWN, Document, Mention

NEAR = 60  # characters on either side in which a weak name's words may stand
LIST = 200  # characters looked back for what a list of names is called
FAR = 5000  # characters on either side in which a telling word is looked for, to choose among places of one name
UNKNOWN_WORDS = 400  # unknown names of an article that are compared with known ones
REGION = ("ARM", "AZE", "NKR")
_BEFORE_NAME = re.compile(r"([^\W\d_][\w'.-]*) $")
_SURNAME = re.compile(r" [A-Z]\w{1,30}(?:y?an|ian|ov|ev|ova|eva|oglu)\b")
_ENDS_SENTENCE = '.!?:;"»”\n'
_PERSON = re.compile(r",? ([A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30})?)")
_NAME_AFTER = re.compile(r" ([A-Z][a-z]\w{1,30})")
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")
_LONG_NAME = re.compile(r"\b[A-Z][\w'’-]{4,30}")
_NEXT_WORD = re.compile(r"\w+")
_NEXT_NAME = re.compile(r" ([A-Z][\w'’-]{4,30})")
_SETTLEMENT = re.compile(
    r"\b(?:village|town|city|district|region|province|settlement)s? of ([A-Z][\w'’-]{4,30})"
    r"|\b([A-Z][\w'’-]{4,30}) (?:village|town|city|district|region|province|settlement)\b"
)
_NAMES = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_VILLAGES_OF = re.compile(rf"\b[Vv]illages?(?: of|:)? (?:{_NAMES}(?:, and |, | and ))*$")
_VILLAGES_AFTER = re.compile(rf"(?:(?:, and |, | and ){_NAMES})* (?:villages?|settlements?)\b")
_JOINTS = (", and ", ", ", " and ")
_JOINT = re.compile("|".join(_JOINTS))
_ACRONYM = re.compile(r" \(([A-Z][A-Za-z]{0,2}[A-Z]{1,6})\)")


@dataclass(frozen=True, slots=True)
class Tables:
    """What recognition needs of the lexicon, built once a folder."""

    index: Index
    actors: dict[str, actors.Actor]
    places: dict[str, places.Place]
    institutions: frozenset[str]  # words that make a name before them a part of another
    days: frozenset[str]  # names of weekdays and months
    lead_words: frozenset[str]  # words that begin a sentence and are no first name
    by_place: dict[str, str]  # place_id of a country -> its code
    honorifics: dict[str, bool]  # word -> whether it lets a weak surname through
    namesakes: dict[str, tuple[tuple[str, str], ...]]  # first name -> surnames with their actor_id
    attributive: frozenset[tuple[str, str]]  # half of a compound, and on which side of the name it stands
    surnames: dict[str, tuple[tuple[str, str], ...]]  # country -> surnames with their actor_id
    towns: tuple[tuple[str, str], ...]  # strong names of places of the region with their place_id
    heard: dict[str, tuple[str, ...]]  # sound of a surname or of a town of the region -> the ids


@derived
def tables(lexicon: Lexicon) -> Tables:
    """The index of all names and the tables beside it."""
    people = actors.actors(lexicon)
    land = places.places(lexicon)
    no_names = lexicon.rows("not_names")
    blocks = [(r["phrase"], Entry("block", r["reason"], shape=shape_of(r["phrase"]))) for r in no_names]
    surnames: dict[str, list[tuple[str, str]]] = {}
    for actor in people.values():
        if actor.kind == "person" and " " in actor.name:
            surnames.setdefault(actor.country, []).append((actor.name.split()[-1], actor.actor_id))
    towns = tuple(
        (r["name"], r["place_id"])
        for r in lexicon.rows("place_names")
        if land[r["place_id"]].country in places.DISPUTING and r["strength"] == "strong" and " " not in r["name"]
    )
    heard: dict[str, dict[str, None]] = {}
    for name, ref in (*(pair for code in surnames for pair in surnames[code]), *towns):
        heard.setdefault(spelling.sound(name), {})[ref] = None
    return Tables(
        index=Index([*places.entries(lexicon), *actors.entries(lexicon), *blocks]),
        actors=people,
        places=land,
        institutions=frozenset(r["word"] for r in lexicon.rows("institutions")),
        days=frozenset(r["word"].lower() for t in ("weekdays", "months") for r in lexicon.rows(t)),
        lead_words=frozenset(
            r["word"].lower() for t in ("lead_words", "sentence_openers") for r in lexicon.rows(t)
        ),
        by_place={c.place_id: code for code, c in actors.countries(lexicon).items() if c.place_id},
        honorifics={r["word"]: r["fits"] == "yes" for r in lexicon.rows("honorifics")},
        namesakes=actors.first_names(lexicon),
        attributive=frozenset((r["word"], r["side"]) for r in lexicon.rows("attributive")),
        surnames={code: tuple(names) for code, names in surnames.items()},
        towns=towns,
        heard={sound: tuple(refs) for sound, refs in heard.items() if len(sound) >= spelling.SHORTEST},
    )


class Facts:
    """What an article says as a whole, asked by weak names. Each answer is looked up once."""

    def __init__(self, text: str, folded: str, hits: Iterable[Hit], land: dict[str, places.Place]) -> None:
        self.text = text
        self.folded = folded
        self.full: set[str] = set()  # persons whom the article names with their first name
        self.regional = False
        self.starts: dict[int, str] = {}  # where strong names of places of the region start -> their province
        self.ends: dict[int, str] = {}  # where they end
        for start, end, entries in hits:
            for e in entries:
                if e.role == "place" and not e.weak and e.country in places.DISPUTING:
                    self.starts[start] = self.ends[end] = land[e.ref].admin.split(" ")[0]
                if e.full:
                    self.full.add(e.ref)
                elif not e.weak and e.country in REGION:
                    self.regional = True
        self._has: dict[str, bool] = {}

    def has(self, words: str) -> bool:
        """Whether folded words stand in the article as whole words; "a+b" asks for both."""
        if words not in self._has:
            self._has[words] = all(occurs(self.folded, w) for w in words.split("+"))
        return self._has[words]

    def distance(self, words: tuple[str, ...], start: int) -> int:
        """Characters from a position to the nearest of the words, FAR where none stands nearer."""
        found = [FAR]
        for word in words:
            before = self.folded.rfind(word, max(0, start - FAR), start)
            after = self.folded.find(word, start, start + FAR)
            found += [start - before] if before >= 0 else []
            found += [after - start] if after >= 0 else []
        return min(found)

    def near(self, words: tuple[str, ...], start: int, end: int) -> bool:
        """Whether one of the words stands within NEAR characters of start..end."""
        window = f"{self.folded[max(0, start - NEAR) : start]} {self.folded[end : end + NEAR]}"
        window = f" {re.sub(r'[^a-z0-9.]+', ' ', window)} "
        return any(f" {w} " in window for w in words)


def find(document: Document, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Every place and actor that the text names, sorted by start, none overlapping.

    Titles stay unresolved (``ref`` None with candidates) until the article is dated: actors.resolve. Ambiguous
    names that nothing in the article settles keep their candidates. The dateline's place is no mention.
    """
    known = tables(lexicon)
    text = document.text
    folded = fold(text)
    hits = known.index.scan(text, folded)
    hits += _mistranslated(text, folded, known, lexicon)
    facts = Facts(text, folded, hits, known.places)
    found, titled = _compose(hits, facts, known, lexicon)
    learnt = _learn(hits, found, titled, facts, known, lexicon)
    if learnt:
        found, _ = _compose(hits + _occurrences(text, learnt), facts, known, lexicon)
    if document.dateline:
        a, b = document.dateline.span
        found = [m for m in found if not (a <= m.start < b and (m.kind == "place" or m.other in known.places))]
    return tuple(found)


def _compose(
    hits: list[Hit], facts: Facts, known: Tables, lexicon: Lexicon
) -> tuple[list[Mention], list[tuple[int, str, str]]]:
    chosen = _choose(hits, facts, known, lexicon)
    composer = Composer(
        facts.text, facts.folded, chosen, known.by_place, known.attributive, known.lead_words, lexicon
    )
    return composer.mentions(), composer.titled


def _choose(hits: list[Hit], facts: Facts, known: Tables, lexicon: Lexicon) -> list[Hit]:
    """The longest usable hits from left to right, none overlapping; what is read otherwise goes first."""
    hits.sort(key=lambda h: (h.start, not h.entries[0].note, -h.end))
    chosen: list[Hit] = []
    free = 0
    for i, hit in enumerate(hits):
        if hit.start < free or _within_longer(hits, i):
            continue
        usable = tuple(e for e in hit.entries if _usable(e, hit, facts, known, lexicon)) or _open(hit, facts)
        if usable:
            usable = _settled(usable, hit, facts)
            start = _with_first_name(facts, hit.start, usable[0], known)
            start = start if start >= free else hit.start
            chosen.append(Hit(start, hit.end, usable))
            free = hit.end
    return chosen


def _within_longer(hits: list[Hit], i: int) -> bool:
    """Whether a place's name runs into a longer one ("the State Border Service"); one read otherwise does not."""
    hit = hits[i]
    if hit.entries[0].role != "place" or hit.entries[0].note:
        return False
    for later in hits[i + 1 :]:
        if later.start >= hit.end:
            return False
        longer = later.end - later.start > hit.end - hit.start and later.end > hit.end
        if longer and any(e.form == "name" and not e.weak and e.role != "block" for e in later.entries):
            return True
    return False


def _settled(entries: tuple[Entry, ...], hit: Hit, facts: Facts) -> tuple[Entry, ...]:
    """The best of several entries of one form: whom the article names in full, then strong, then nearest.

    Nouns and titles stay beside a name of the same form ("National Security Service"), for a country before them.
    """
    names = tuple(e for e in entries if e.role in ("actor", "place"))
    if len(names) > 1:
        full = tuple(e for e in names if e.ref in facts.full)
        names = full or tuple(e for e in names if not e.weak) or _nearest(names, hit, facts)
    return names + tuple(e for e in entries if e.role not in ("actor", "place"))


def _nearest(names: tuple[Entry, ...], hit: Hit, facts: Facts) -> tuple[Entry, ...]:
    """Of places of one name the one whose telling word stands nearest in the article."""
    distances = [facts.distance(e.article, hit.start) for e in names]
    best = min(distances)
    return tuple(e for e, distance in zip(names, distances, strict=True) if distance == best)


def _open(hit: Hit, facts: Facts) -> tuple[Entry, ...]:
    """The places of one name among which nothing in an article about the region decides."""
    entries = tuple(e for e in hit.entries if e.role == "place" and e.article and not e.near)
    return entries if len(entries) > 1 and facts.regional else ()


def _usable(entry: Entry, hit: Hit, facts: Facts, known: Tables, lexicon: Lexicon) -> bool:
    """Whether the words around bear an entry out."""
    if entry.role == "first" or _part_of_another(entry, hit, facts, known):
        return False
    if entry.role == "actor" and not entry.full and known.actors[entry.ref].kind == "person":
        return _surname(entry, hit, facts, known)
    if entry.role == "place" and _SURNAME.match(facts.text, hit.end):
        if not known.index.knows(places.word_after(facts.folded, hit.end)):
            return False
    if not entry.weak:
        return True
    if entry.role == "place" and _listed(hit, facts, known):
        return True
    if entry.near and not facts.near(entry.near, hit.start, hit.end):
        return False
    if entry.article and not any(facts.has(w) for w in entry.article):
        return False
    if entry.near or entry.article:
        return True
    if entry.country in places.DISPUTING and not facts.regional:
        return False
    if entry.role == "place":
        settlement = places.cues(lexicon)["settlement"]
        before = places.words_before(facts.folded, hit.start)[:1]
        return bool(before) and before[0] in settlement or places.word_after(facts.folded, hit.end) in settlement
    return True


def _listed(hit: Hit, facts: Facts, known: Tables) -> bool:
    """Whether the only place of a name is called a village or stands among villages ("villages of Sus and Sos").

    Beside a name that needs no other words it must lie in the same province ("Verin Shorzha and Kut").
    """
    found = [e.ref for e in hit.entries if e.role == "place"]
    if not facts.regional or len(found) > 1:
        return False
    after = _JOINT.match(facts.folded, hit.end)
    before = next((j for j in _JOINTS if facts.folded.endswith(j, 0, hit.start)), "")
    province = known.places[found[0]].admin.split(" ")[0]
    if after and facts.starts.get(after.end()) == province:
        return True
    if before and facts.ends.get(hit.start - len(before)) == province:
        return True
    past = facts.text[max(0, hit.start - LIST) : hit.start]
    return bool(_VILLAGES_OF.search(past) or _VILLAGES_AFTER.match(facts.text, hit.end))


def _surname(entry: Entry, hit: Hit, facts: Facts, known: Tables) -> bool:
    """Whether a surname alone is this person's: after no other first name, and a weak one only with evidence."""
    before = _BEFORE_NAME.search(facts.text, max(0, hit.start - 30), hit.start)
    word = fold(before[1]).rstrip(".") if before else ""
    parts = word.split("-")  # "ex-president", "Armenian-born"
    titles = [known.honorifics[part] for part in parts if part in known.honorifics]
    named = False
    if before and before[1][0].isupper() and not titles and not word.endswith("'s"):
        first = fold(known.actors[entry.ref].name.split()[0])
        if len(word) == 1 and word != first[0]:
            return False
        named = len(word) > 1 and spelling.alike(word, first)
        if len(word) > 1 and not named:
            if word in known.namesakes or not (
                _leads(word, before.start(), facts, known)
                or any(known.index.knows(part) for part in (word, *parts))
                or _headline(facts.text, hit.start, hit.end)
            ):
                return False
    after = _NAME_AFTER.match(facts.text, hit.end)
    if after and not (
        after[1].lower() in known.lead_words
        or known.index.knows(fold(after[1]))
        or _headline(facts.text, hit.start, hit.end)
    ):
        return False  # the first name of somebody else: "President Michel Temer"
    return not entry.weak or named or entry.ref in facts.full or any(titles)


def _leads(word: str, start: int, facts: Facts, known: Tables) -> bool:
    """Whether a capitalised word tells a day or only begins its sentence ("On Monday Aliyev")."""
    if word in known.days:
        return True
    opening = facts.text[max(0, start - 3) : start].rstrip(" ")[-1:] in _ENDS_SENTENCE
    return opening and (word in known.lead_words or word.endswith(("ing", "ed", "ly")))


def _headline(text: str, start: int, end: int) -> bool:
    """Whether every longer word around begins with a capital ("Putin Tells Pashinyan")."""
    words = _LONG_WORD.findall(text[max(0, start - NEAR) : start].rsplit("\n", 1)[-1])
    words += _LONG_WORD.findall(text[end : end + NEAR].split("\n", 1)[0])
    return len(words) > 1 and all(w[0].isupper() for w in words)


def _part_of_another(entry: Entry, hit: Hit, facts: Facts, known: Tables) -> bool:
    """Whether a town's or person's name is a part of another name ("Aznavour Foundation", "Minsk Protocol")."""
    if facts.text[hit.end : hit.end + 1] != " " or not facts.text[hit.end + 1 : hit.end + 2].isupper():
        return False
    person = entry.role == "actor" and known.actors[entry.ref].kind == "person"
    if person or entry.role == "place" and entry.ref not in known.by_place:
        match = _NEXT_WORD.match(facts.text, hit.end + 1)
        return bool(match and match[0] in known.institutions)
    return False


def _with_first_name(facts: Facts, start: int, e: Entry, known: Tables) -> int:
    """The start moved before a first name and initials that stand with a surname ("Antony J. Blinken")."""
    if e.role != "actor" or e.full or known.actors[e.ref].kind != "person":
        return start
    folded = facts.folded
    first = fold(known.actors[e.ref].name.split()[0])
    at = folded.rfind(first, max(0, start - len(first) - 14), start)
    if at < 0 or (at and folded[at - 1].isalnum()):
        before = _BEFORE_NAME.search(facts.text, max(0, start - 30), start)
        near = before is not None and before[1][0].isupper() and spelling.alike(before[1], first)
        return before.start() if before is not None and near else start
    between = folded[at + len(first) : start]
    return at if re.fullmatch(r" (?:\w\.? |[\w'-]+ )?", between) else start


def _mistranslated(text: str, folded: str, known: Tables, lexicon: Lexicon) -> list[Hit]:
    """Hits for the names that a machine translation has turned into others."""
    found = []
    for r in mistranslation.readings(text, folded, lexicon):
        ref, country = r.stands_for, r.stands_for
        if ref in known.places:
            country = known.places[ref].country
            name = known.places[ref].name
        else:
            state = actors.countries(lexicon)[ref]
            name = known.actors[state.actor_id].name
            ref = state.place_id if r.role == "place" else ref
        note = f"read as {name}: machine translation from {r.source}"
        found.append(Hit(r.start, r.end, (Entry(r.role, ref, "name", country=country, note=note),)))
    return found


def _learn(
    hits: list[Hit],
    found: list[Mention],
    titled: list[tuple[int, str, str]],
    facts: Facts,
    known: Tables,
    lexicon: Lexicon,
) -> dict[str, Entry]:
    """Forms that the article itself explains: acronyms after a name, misspelt names beside a title."""
    text = facts.text
    learnt: dict[str, Entry] = {}
    for m in found:
        body = m.kind == "actor" and m.form == "name" and m.ref
        if body and known.actors[body].kind not in ("person", "government"):
            match = _ACRONYM.match(text, m.end)
            if match and not known.index.knows(fold(match[1])):
                learnt.setdefault(match[1], Entry("actor", body, m.form, country=m.country, shape="upper"))
    if not facts.regional:
        return learnt
    for end, code, office in titled[:UNKNOWN_WORDS]:
        match = _PERSON.match(text, end)
        if match and not known.index.knows(fold(match[1].split()[-1])):
            word = _bare(match[1].split()[-1])
            _learn_person(word, _titled(word, code, office, known, lexicon), learnt, known)
    firsts = [h for h in hits if h.entries[0].role == "first"]
    for hit in firsts[:UNKNOWN_WORDS]:
        match = _NEXT_NAME.match(text, hit.end)
        if match and not known.index.knows(fold(match[1])):
            word = _bare(match[1])
            _learn_person(word, spelling.closest(word, known.namesakes[hit.entries[0].ref]), learnt, known)
    _learn_heard(learnt, facts, known)
    tried = 0
    for match in _SETTLEMENT.finditer(text):
        word = _bare(match[1] or match[2])
        if word in learnt or known.index.knows(fold(word)):
            continue
        tried += 1
        if tried > UNKNOWN_WORDS:
            break
        _learn_place(word, spelling.closest(word, known.towns), learnt, known)
    return learnt


def _learn_heard(learnt: dict[str, Entry], facts: Facts, known: Tables) -> None:
    """Words that sound just like a person's surname, after a like first name, or like a town of the region."""
    for match in _LONG_NAME.finditer(facts.text):
        word = _bare(match[0])
        refs = known.heard.get(spelling.sound(word))
        if refs is None or word in learnt or known.index.knows(fold(word)):
            continue
        before = _BEFORE_NAME.search(facts.text, max(0, match.start() - 30), match.start())
        first = before[1] if before and before[1][0].isupper() else ""
        people = [r for r in refs if r in known.actors and first]
        people = [r for r in people if spelling.alike(first, known.actors[r].name.split()[0])]
        land = [r for r in refs if r in known.places and not first]
        if len(people) == 1:
            _learn_person(word, people[0], learnt, known)
        elif len(land) == 1:
            _learn_place(word, land[0], learnt, known)


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _titled(word: str, code: str, office: str, known: Tables, lexicon: Lexicon) -> str | None:
    """Whom a misspelt surname behind a title means: of those who held the office, then of the country."""
    if code:
        held = [known.actors[a] for a in actors.office_holders(code, office, UNKNOWN, lexicon)]
        ref = spelling.closest(word, [(a.name.split()[-1], a.actor_id) for a in held], slack=1)
        if ref:
            return ref
    codes = (code,) if code else (*REGION, "RUS", "TUR")
    return spelling.closest(word, [pair for c in codes for pair in known.surnames.get(c, ())])


def _learn_person(word: str, ref: str | None, learnt: dict[str, Entry], known: Tables) -> None:
    if ref:
        actor = known.actors[ref]
        note = f"read as {actor.name}: unusual spelling"
        learnt[word] = Entry("actor", ref, "name", country=actor.country, shape="capital", note=note)


def _learn_place(word: str, ref: str | None, learnt: dict[str, Entry], known: Tables) -> None:
    if ref:
        place = known.places[ref]
        note = f"read as {place.name}: unusual spelling"
        learnt[word] = Entry("place", ref, "name", country=place.country, shape="capital", note=note)


def _occurrences(text: str, learnt: dict[str, Entry]) -> list[Hit]:
    """Where the learnt forms stand in the text."""
    pattern = re.compile("|".join(re.escape(form) for form in sorted(learnt, key=len, reverse=True)))
    return [
        Hit(m.start(), m.end(), (learnt[m[0]],))
        for m in pattern.finditer(text)
        if stands_free(text, m.start(), m.end())
    ]
