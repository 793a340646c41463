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
    """The people counted at a word of dying: number words with their span."""
    slots = clauses.slots(i)
    if clauses.is_verb(i):
        intransitive = clauses.tokens[i].lower in classes["dying"]
        heads = slots.get("subj" if intransitive else "obj", [])
        if not heads and "Tense=Past" in clauses.tokens[i].features:
            heads = slots.get("subj", [])  # "five soldiers killed": a headline's passive
        hurting = classes["killing"] | classes["wounding"]
        heads = [h for h in heads if not any(t.lower in hurting for t in clauses.tokens[i + 1 : h])]
        before = clauses.tokens[i - 1] if i else None
        if (
            before is not None
            and before.dep in ("conj", "nsubj", "nsubj:pass")
            and (before.pos == "NUM" or before.lower in classes["uncounted"])
        ):
            heads = [before.i]  # "five killed and dozens injured"
        if not heads and clauses.tokens[i].dep in ("acl", "amod", "xcomp"):
            heads = [clauses.tokens[i].head]
    else:
        heads = [*slots.get("of", []), *slots.get("among", [])]
        if clauses.tokens[i].dep == "amod" and clauses.tokens[i].pos == "ADJ":
            heads = [clauses.tokens[i].head]
        elif clauses.tokens[i].dep == "xcomp" or clauses.tokens[i].pos == "ADJ":
            above = clauses.tokens[i].head
            heads = [c for c in clauses.children[above] if clauses.tokens[c].dep in ("obj", "nsubj")]
        if not heads:
            heads = [i]
    found = []
    for head in heads:
        near = [
            head,
            *(
                c
                for c in clauses.children[head]
                if clauses.tokens[c].dep in ("nummod", "det", "amod", "compound", "advmod")
            ),
        ]
        for c in list(near):
            if clauses.tokens[c].dep == "nummod":
                near.extend(
                    g for g in clauses.children[c] if clauses.tokens[g].dep in ("compound", "nummod", "flat")
                )
        words = sorted(set(near))
        numeric = [
            w for w in words if clauses.tokens[w].pos == "NUM" or clauses.tokens[w].lower in classes["uncounted"]
        ]
        human = (
            clauses.tokens[head].lower in classes["people"]
            or clauses.tokens[head].lower in classes["agents"]
            or (clauses.tokens[head].pos in ("NUM", "PROPN") or clauses.tokens[head].mention >= 0)
        )
        if numeric and (human or clauses.tokens[i].lower in classes["dying"] or not clauses.is_verb(i)):
            found.append(
                (
                    [clauses.tokens[w].lower for w in numeric],
                    clauses.tokens[numeric[0]].start,
                    clauses.tokens[max(numeric[-1], head)].end,
                )
            )
    return found
