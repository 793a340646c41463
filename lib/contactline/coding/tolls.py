"""What an event cost: killed and injured, as the clause tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived, patterns
from contactline.parsing.clauses import Clauses

_DIGITS = re.compile(r"\d{1,3}(?:[,.]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Toll:
    """Numbers of people, None where the text gives none that can be counted ("dozens")."""

    killed: int | None
    injured: int | None
    text: str
    start: int
    end: int
    i: int  # the word of dying or wounding that it hangs on


@derived
def _numbers(lexicon: Lexicon) -> dict[str, int]:
    """Number words: rows of numbers.csv and multipliers.csv (columns word, value)."""
    rows = (*lexicon.rows("numbers"), *lexicon.rows("multipliers"))
    return {row["word"]: int(row["value"]) for row in rows if row["value"].isdigit()}


def number(words: list[str], lexicon: Lexicon) -> int | None:
    """The value of "eleven", "1,200", "two hundred"; None for "dozens", "several"."""
    table = _numbers(lexicon)
    total: int | None = None
    for word in words:
        digits = _DIGITS.fullmatch(word)
        if digits:
            value = int(re.sub(r"[,.]", "", word))
        elif word in table:
            value = table[word]
        else:
            continue
        if total is None:
            total = value
        elif value in (100, 1000, 1_000_000):
            total *= value
        elif value < 100 <= total:
            total += value
    return total


def tolls(clauses: Clauses, text: str, lexicon: Lexicon) -> list[Toll]:
    """The tolls that a sentence tells, one for each verb or noun of dying or wounding."""
    classes = patterns.word_classes(lexicon)
    found = []
    for token in clauses.tokens:
        killed = token.lower in classes["killing"]
        injured = token.lower in classes["wounding"]
        if not killed and not injured:
            continue
        if clauses.negated(token.i):
            continue
        counted = _counted(clauses, classes, token.i)
        if not counted:
            continue
        values = [value for words, _, _ in counted if (value := number(words, lexicon)) is not None]
        start = min([start for _, start, _ in counted] + [token.start])
        end = max([end for _, _, end in counted] + [token.end])
        total = sum(values) if values else None
        # "killed and wounded" over one number tells neither
        both = any(
            clauses.tokens[c].lower in (classes["wounding"] if killed else classes["killing"])
            and clauses.tokens[c].dep == "conj"
            and not _counted(clauses, classes, c)
            for c in clauses.children[token.i]
        )
        if both:
            total = None
        found.append(
            Toll(total if killed else None, total if injured else None, text[start:end], start, end, token.i)
        )
    return found


def _counted(clauses: Clauses, classes: dict[str, frozenset[str]], i: int) -> list[tuple[list[str], int, int]]:
    """The people counted at a word of dying or wounding: the number words of each group with their span."""
    verb = clauses.is_verb(i)
    heads = _heads_of_verb(clauses, classes, i) if verb else _heads_of_noun(clauses, i)
    counts_anything = not verb or clauses.tokens[i].lower in classes["dying"]
    found = []
    for head in heads:
        numbers = _number_words(clauses, classes, head)
        if numbers and (counts_anything or _is_human(clauses, classes, head)):
            start, end = clauses.tokens[numbers[0]].start, clauses.tokens[max(numbers[-1], head)].end
            found.append(([clauses.tokens[w].lower for w in numbers], start, end))
    return found


def _heads_of_verb(clauses: Clauses, classes: dict[str, frozenset[str]], i: int) -> list[int]:
    """The nouns that may say who died or was hurt by a verb."""
    slots, token = clauses.slots(i), clauses.tokens[i]
    heads = slots.get("subj" if token.lower in classes["dying"] else "obj", [])
    if not heads and "Tense=Past" in token.features:
        heads = slots.get("subj", [])  # "five soldiers killed": a headline's passive
    hurting = classes["killing"] | classes["wounding"]
    heads = [h for h in heads if not any(t.lower in hurting for t in clauses.tokens[i + 1 : h])]
    before = clauses.tokens[i - 1] if i else None
    if before is not None and before.dep in ("conj", "nsubj", "nsubj:pass"):
        if before.pos == "NUM" or before.lower in classes["uncounted"]:
            heads = [before.i]  # "five killed and dozens injured"
    if not heads and token.dep in ("acl", "amod", "xcomp"):
        heads = [token.head]
    return heads


def _heads_of_noun(clauses: Clauses, i: int) -> list[int]:
    """The nouns that may say who died or was hurt by a noun or adjective ("the death of five", "ten dead")."""
    slots, token = clauses.slots(i), clauses.tokens[i]
    heads = [*slots.get("of", []), *slots.get("among", [])]
    if token.dep == "amod" and token.pos == "ADJ":
        heads = [token.head]
    elif token.dep == "xcomp" or token.pos == "ADJ":
        heads = [c for c in clauses.children[token.head] if clauses.tokens[c].dep in ("obj", "nsubj")]
    return heads or [i]


def _number_words(clauses: Clauses, classes: dict[str, frozenset[str]], head: int) -> list[int]:
    """The number words at a noun, in the order of the sentence; "dozens" is one."""
    modifiers = [
        c
        for c in clauses.children[head]
        if clauses.tokens[c].dep in ("nummod", "det", "amod", "compound", "advmod")
    ]
    numbers = [c for c in (head, *modifiers) if clauses.tokens[c].dep == "nummod"]
    parts = [
        c for n in numbers for c in clauses.children[n] if clauses.tokens[c].dep in ("compound", "nummod", "flat")
    ]
    words = sorted({head, *modifiers, *parts})
    return [w for w in words if clauses.tokens[w].pos == "NUM" or clauses.tokens[w].lower in classes["uncounted"]]


def _is_human(clauses: Clauses, classes: dict[str, frozenset[str]], head: int) -> bool:
    token = clauses.tokens[head]
    return (
        token.lower in classes["people"]
        or token.lower in classes["agents"]
        or token.pos in ("NUM", "PROPN")
        or token.mention >= 0
    )
