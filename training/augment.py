"""Training sentences made more like the ones the coder parses.

The coder shows the parser each found name as one word (a stand-in, or the name with "_" for its spaces), leaves
out quotation marks and most dates, and takes its text from scraped pages: headlines in lower case or with Each
Word Capitalised, full stops lost, two sentences glued together. Treebanks have little of this. Here other names
of the same kind take the place of a treebank's proper nouns, each as one word, and the noise is put in.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from conllu import Sentence, Word

WORDS = Path(__file__).with_name("words.csv")

SHORTEST = 4  # words; less is a list item or a signature
DOMAIN_WORDS = 0.25  # share of the nouns, verbs and adjectives that can be replaced and are, in a copy
SUBSTITUTED = 0.8  # share of a sentence's names that are replaced in a copy
STAND_INS = 0.5  # share of the replaced names that get a stand-in
COMMON = 0.5  # share of place names drawn from the few that every article has
MERGED_FORCES = 0.5  # share of "Azerbaijani troops" that become one word
LEFT_OUT = 0.7  # share of the dates, and of the sentences' quotation marks, that are left out of a copy
LONGEST_DATE = 7  # words
NOUN_RELATIONS = frozenset(
    "nsubj nsubj:pass nsubj:outer obj iobj obl obl:agent nmod nmod:poss conj appos compound root".split()
)
DATE_RELATIONS = frozenset("obl nmod obl:unmarked nmod:unmarked".split())
DATE_POS = frozenset("ADP DET NUM PROPN PUNCT".split())
FRAMES = ("transitive", "intransitive")
FRAME_RELATIONS = frozenset("obj iobj nsubj:pass xcomp ccomp csubj compound:prt expl cop".split())
NOUN_HEAD_RELATIONS = frozenset("nsubj nsubj:pass obj obl obl:agent nmod nmod:poss conj appos".split())
NOUN_CHILD_RELATIONS = frozenset(
    "det det:predet amod case nmod nmod:poss compound punct acl:relcl conj cc nummod appos".split()
)
QUOTES = frozenset("\"“”„«»‘`''``")
NATIONALITY_ENDINGS = ("an", "ish", "ese", "qi", "eli", "ani", "ench")


@dataclass(frozen=True)
class Names:
    """What may be put in, by kind, and the words that tell a kind (words.csv). ``demonyms``: adjective, plural."""

    places: tuple[str, ...]
    persons: tuple[str, ...]
    organisations: tuple[str, ...]
    demonyms: tuple[tuple[str, str], ...]
    words: dict[str, tuple[str, ...]]
    nouns: tuple[dict[str, str], ...]
    verbs: dict[str, tuple[dict[str, str], ...]]


def read_names(places: Path, actors: Path, words: Path = WORDS) -> Names:
    """The names of two tables of the lexicon: column ``name``, and ``name_other`` and ``aliases`` if present.

    Only names in Latin script that begin with a capital and have at most five words are taken. Actors whose
    ``kind`` is "person" are persons, all others organisations. Raises KeyError where a table has no ``name``.
    """
    actor_rows = _rows(actors)
    table = _rows(words)
    verbs = _rows(words.with_name("verbs.csv"))
    by_kind: dict[str, list[str]] = {}
    for row in table:
        by_kind.setdefault(row["kind"], []).append(row["word"])
    return Names(
        places=_usable(_rows(places)),
        persons=_usable(row for row in actor_rows if row.get("kind") == "person"),
        organisations=_usable(row for row in actor_rows if row.get("kind") != "person"),
        demonyms=tuple((row["word"], row["plural"]) for row in table if row["kind"] == "demonym"),
        words={kind: tuple(found) for kind, found in by_kind.items()},
        nouns=tuple(_rows(words.with_name("nouns.csv"))),
        verbs={frame: tuple(row for row in verbs if row["frame"] == frame) for frame in FRAMES},
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _usable(rows: Iterable[dict[str, str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}  # keeps the order and drops doubles
    for row in rows:
        others = f"{row.get('name_other') or ''};{row.get('aliases') or ''}".split(";")
        for name in (row["name"], *others):
            name = name.strip()
            latin = all(ord(c) < 0x250 or c in "’‘" for c in name)
            if len(name) > 2 and name[0].isupper() and latin and len(name.split()) <= 5:
                found[name] = None
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Run:
    """Words start..end (end exclusive) that stand for one name.

    ``kind``: places, persons, organisations, demonyms, or "any" of the first three.
    """

    start: int
    end: int
    head: int
    kind: str


def runs(sentence: Sentence, names: Names) -> tuple[Run, ...]:
    """The proper nouns that a name can stand for, in order, not overlapping.

    A run is a longest row of proper nouns (hyphens between them too) of which one word alone hangs on the outside;
    a title before a person ("Prime Minister") stays out of it, the "United" of "United States" is taken in.
    """
    found = []
    i = 0
    while i < len(sentence):
        if sentence[i].pos != "PROPN":
            i += 1
            continue
        end = i + 1
        while end < len(sentence) and _continues(sentence, end):
            end += 1
        run = _run(sentence, i, end, names)
        if run:
            found.append(run)
        i = end
    return tuple(found)


def _continues(sentence: Sentence, i: int) -> bool:
    if sentence[i].pos == "PROPN":
        return True
    return sentence[i].text == "-" and i + 1 < len(sentence) and sentence[i + 1].pos == "PROPN"


def _is_part(sentence: Sentence, i: int, end: int) -> bool:
    """Whether word i is the "United" of "United States": a capitalised adjective of the name that ends at end."""
    word = sentence[i]
    capitalised = i > 0 and word.pos in ("ADJ", "VERB") and word.dep == "amod" and word.text[:1].isupper()
    return capitalised and i < word.head < end and not _is_nationality(word)


def _run(sentence: Sentence, start: int, end: int, names: Names) -> Run | None:
    while start and _is_part(sentence, start - 1, end):
        start -= 1
    while start < end - 1 and sentence[start].dep == "nmod:desc" and start < sentence[start].head < end:
        start += 1
    outside = [i for i in range(start, end) if not start <= sentence[i].head < end or sentence[i].head == i]
    if len(outside) != 1:
        return None
    head = outside[0]
    word = sentence[head]
    texts = {sentence[i].text for i in range(start, end)}
    if word.dep not in NOUN_RELATIONS or not word.text[:1].isupper():
        return None
    if texts & {*names.words["fixed"], *names.words["date"]}:
        return None
    if any(text.startswith(("@", "http")) for text in texts):
        return None
    if "Number=Plur" in word.features and word.text.endswith("ns") and end - start == 1:
        return Run(start, end, head, "demonyms")
    children = [child for i, child in enumerate(sentence) if child.head == head and i != head]
    if any(sentence[i].dep == "flat" for i in range(start, end)):
        kind = "persons"
    elif texts & set(names.words["institution"]) or any(child.dep == "det" for child in children):
        kind = "organisations"
    elif any(child.dep == "case" and child.text.lower() in names.words["locative"] for child in children):
        kind = "places"
    else:
        kind = "any"
    return Run(start, end, head, kind)


def substitute(sentence: Sentence, names: Names, rng: random.Random) -> Sentence | None:
    """The sentence as the coder would show it, with other names in it; None where there is nothing to change."""
    if len(sentence) < SHORTEST:
        return None
    words = with_domain_words(sentence, names, rng)
    for i, word in enumerate(words):
        if i and _is_nationality(word) and rng.random() < SUBSTITUTED:
            words[i] = replace(word, text=rng.choice(names.demonyms)[0])
    spans: list[tuple[int, int, int, str]] = []
    for run in runs(sentence, names):
        if rng.random() < SUBSTITUTED:
            spans.append((run.start, run.end, run.head, _name(run.kind, names, rng)))
    taken = {i for start, end, _, _ in spans for i in range(start, end)}
    for i in range(1, len(words)):
        demonym, noun = words[i - 1], words[i]
        is_force = noun.text in names.words["force"] and demonym.head == i and _is_nationality(demonym)
        if is_force and not {i - 1, i} & taken and rng.random() < MERGED_FORCES:
            spans.append((i - 1, i + 1, i, f"{demonym.text}_{noun.text}"))
    changed = merge(tuple(words), sorted(spans))
    if rng.random() < LEFT_OUT:
        changed = without(changed, {i for i, word in enumerate(changed) if word.text in QUOTES})
    dropped: set[int] = set()
    for date in dates(changed, names):
        if rng.random() < LEFT_OUT:
            dropped |= date
    changed = without(changed, dropped)
    return None if changed == sentence else changed


def with_domain_words(sentence: Sentence, names: Names, rng: random.Random) -> list[Word]:
    """The words with some nouns, verbs and adjectives replaced by those of war and diplomacy, form kept.

    A noun is replaced only as part of a plain phrase, a verb only where it has an object or a passive subject and
    no other complement, or a subject alone, so that the new word fits the tree.
    """
    words = list(sentence)
    children: list[set[str]] = [set() for _ in sentence]
    for i, word in enumerate(sentence):
        if word.head != i:
            children[word.head].add(word.dep)
    for i, word in enumerate(sentence):
        text = None
        if not word.text.islower() or rng.random() >= DOMAIN_WORDS:
            continue
        if word.pos == "NOUN" and word.dep in NOUN_HEAD_RELATIONS and children[i] <= NOUN_CHILD_RELATIONS:
            text = rng.choice(names.nouns)["plural" if "Number=Plur" in word.features else "singular"]
        elif word.pos == "ADJ" and word.dep == "amod" and "Degree=Pos" in word.features and not children[i]:
            text = rng.choice(names.words["adjective"])
        elif word.pos == "VERB":
            text = _verb(word, children[i], names, rng)
        if text:
            words[i] = replace(word, text=text)
            if i and words[i - 1].text.lower() in ("a", "an"):
                article = "an" if text[0] in "aeiou" else "a"
                words[i - 1] = replace(
                    words[i - 1], text=article if words[i - 1].text.islower() else article.capitalize()
                )
    return words


def _verb(word: Word, children: set[str], names: Names, rng: random.Random) -> str | None:
    """Another verb of the same frame in the same form; None where the frame or the form is neither known."""
    frame_children = children & FRAME_RELATIONS
    if frame_children in ({"obj"}, {"nsubj:pass"}):
        frame = "transitive"
    elif not frame_children and "nsubj" in children:
        frame = "intransitive"
    else:
        return None
    form = _form(word.features)
    return rng.choice(names.verbs[frame])[form] if form else None


def _form(features: str) -> str | None:
    """The column of verbs.csv that a verb's features ask for."""
    found = set(features.split("|"))
    if "VerbForm=Inf" in found:
        return "base"
    if "VerbForm=Ger" in found or {"VerbForm=Part", "Tense=Pres"} <= found:
        return "gerund"
    if "VerbForm=Part" in found:
        return "participle"
    if {"VerbForm=Fin", "Tense=Past"} <= found:
        return "past"
    if {"VerbForm=Fin", "Tense=Pres"} <= found:
        return "third" if {"Number=Sing", "Person=3"} <= found else "base"
    return None


def _is_nationality(word: Word) -> bool:
    capitalised = word.pos == "ADJ" and word.dep == "amod" and word.text[:1].isupper()
    return capitalised and word.text.endswith(NATIONALITY_ENDINGS)


def _name(kind: str, names: Names, rng: random.Random) -> str:
    if kind == "demonyms":
        return rng.choice(names.demonyms)[1]
    if kind == "any":
        kind = rng.choice(("places", "persons", "organisations"))
    if rng.random() < STAND_INS:
        return rng.choice(names.words[f"stand_in_{kind[:-1]}"])
    if kind == "places" and rng.random() < COMMON:
        return rng.choice(names.words["common"])
    choices = {"places": names.places, "persons": names.persons, "organisations": names.organisations}[kind]
    return rng.choice(choices).replace(" ", "_")


def merge(sentence: Sentence, spans: Sequence[tuple[int, int, int, str]]) -> Sentence:
    """The sentence with each (start, end, head, text) as one word that keeps the place in the tree of its head.

    Words that hung on a word inside a span hang on the new one. Spans are sorted and do not overlap.
    """
    new_index: list[int] = []
    kept: list[Word] = []
    at = 0
    for start, end, head, text in [*spans, (len(sentence), len(sentence), 0, "")]:
        for i in range(at, start):
            new_index.append(len(kept))
            kept.append(sentence[i])
        if start < end:
            new_index += [len(kept)] * (end - start)
            kept.append(replace(sentence[head], text=text, space_after=sentence[end - 1].space_after))
        at = end
    return tuple(replace(word, head=new_index[word.head]) for word in kept)


def without(sentence: Sentence, dropped: set[int]) -> Sentence:
    """The sentence without these words; unchanged where one that stays hangs on one of them or none stays."""
    kept = [i for i in range(len(sentence)) if i not in dropped]
    if not kept or any(sentence[i].head in dropped for i in kept):
        return sentence
    new_index = {old: new for new, old in enumerate(kept)}
    return tuple(replace(sentence[i], head=new_index[sentence[i].head]) for i in kept)


def dates(sentence: Sentence, names: Names) -> list[set[int]]:
    """The words of each date phrase ("on March 5, 2003", "Tuesday", "in 1999") that nothing else belongs to."""
    calendar = set(names.words["date"])
    found = []
    for head, word in enumerate(sentence):
        is_year = word.pos == "NUM" and word.text.isdigit() and 1800 <= int(word.text) <= 2100
        if word.dep not in DATE_RELATIONS or not (word.text in calendar or is_year):
            continue
        if sentence[word.head].pos == "NUM":  # "September" of "September 11"
            continue
        phrase = _below(sentence, head)
        one_row = len(phrase) <= LONGEST_DATE and max(phrase) - min(phrase) + 1 == len(phrase)
        if not one_row or any(sentence[i].pos not in DATE_POS for i in phrase):
            continue
        cases = {sentence[i].text.lower() for i in phrase if sentence[i].pos == "ADP"}
        has_sign = cases or not is_year
        if has_sign and cases <= set(names.words["date_preposition"]):
            found.append(phrase)
    return found


def _below(sentence: Sentence, head: int) -> set[int]:
    """A word and all that hangs on it, directly or not."""
    found = {head}
    grown = True
    while grown:
        more = {i for i, word in enumerate(sentence) if word.head in found}
        grown = not more <= found
        found |= more
    return found


def lower(sentence: Sentence) -> Sentence:
    """All in lower case, as some headlines and scraped texts are."""
    return tuple(replace(word, text=word.text.lower()) for word in sentence)


def headline(sentence: Sentence) -> Sentence:
    """Each Word Capitalised and no full stop, as titles of pages are."""
    return unstopped(tuple(replace(word, text=word.text[:1].upper() + word.text[1:]) for word in sentence))


def unstopped(sentence: Sentence) -> Sentence:
    """Without its last full stop; unchanged where it has none."""
    last = len(sentence) - 1
    return without(sentence, {last}) if sentence[last].text == "." else sentence


def glue(first: Sentence, second: Sentence) -> Sentence:
    """Two sentences as one with no space between; the second hangs on the first as parataxis.

    The coder's sentence is always one tree, also where the text has lost a border.
    """
    base = len(first)
    root = next(i for i, word in enumerate(first) if word.head == i)
    hung = tuple(
        replace(word, head=root, dep="parataxis") if word.head == i else replace(word, head=base + word.head)
        for i, word in enumerate(second)
    )
    return (*first[:-1], replace(first[-1], space_after=False), *hung)
