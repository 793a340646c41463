"""The number of people in a noun phrase: "between 19 and 21 soldiers", "at least five", "his daughter".

A count keeps what its words leave open: "at least five" has no upper bound, "dozens" no number at all. A singular
noun for a person counts one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived, patterns, split_cell
from contactline.parsing.clauses import Clauses

MOST = 100_000_000
"""A higher number of people is a run of digits without a separator, and is ignored."""
_PLAIN = re.compile(r"\d{1,3}(?:[,.]\d{3})+|\d+")
_FRACTION = re.compile(r"\d{1,3}\.\d{1,2}")
_THOUSANDS = re.compile(r"\d{3}")
_HYPHENS = frozenset({"-", "–", "—"})
_RANGE = frozenset({"to", "and", "or", "-", "–", "—"})
_NUMBERING = ("nummod", "det", "amod", "compound", "advmod", "nmod", "conj", "flat", "nmod:desc", "appos")
_PERSONS = ("soldiers", "civilians", "individuals")
"""The classes of words for people whose singular is one person."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people.

    ``number``: the one in the text, for a range the lower one. ``low`` and ``high``: the bounds that the words
    give, None where open. All three are None for "dozens".
    """

    number: int | None
    low: int | None
    high: int | None

    @classmethod
    def exactly(cls, number: int) -> Count:
        return cls(number, number, number)


UNTOLD = Count(None, None, None)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, the noun that it counts, and the tokens ``first`` to ``last`` that express it, both included."""

    count: Count
    head: int
    first: int
    last: int


def total(counts: Iterable[Count]) -> Count:
    """The sum of counts given side by side.

    It has no number if one part has none, or if it would exceed ``MOST``.
    """
    parts = tuple(counts)
    numbers, highs = [c.number for c in parts], [c.high for c in parts]
    lows = [c.low for c in parts if c.low is not None]
    known = [n for n in (*numbers, *lows, *highs) if n is not None]
    if sum(n for n in numbers if n is not None) > MOST or not known:
        return UNTOLD
    return Count(_sum(numbers), sum(lows) if lows else None, _sum(highs))


def _sum(values: Sequence[int | None]) -> int | None:
    known = [v for v in values if v is not None]
    return sum(known) if len(known) == len(values) else None


# --- numbers


@derived
def _values(lexicon: Lexicon) -> dict[str, int]:
    """Number words of one word that count (numbers.csv, without articles and ordinals)."""
    rows = lexicon.rows("numbers")
    return {row["word"]: int(row["value"]) for row in rows if row["kind"] == "cardinal" and row["value"]}


@derived
def _multipliers(lexicon: Lexicon) -> dict[str, int]:
    return {row["word"]: int(row["value"]) for row in lexicon.rows("multipliers")}


def number(words: Sequence[str], lexicon: Lexicon) -> int | None:
    """The value of "eleven", "1,200", "1 200", "sixty-one" in three words, "two hundred", "1.5 million".

    None for "dozens" and for more than ``MOST``.
    """
    values, multipliers = _values(lexicon), _multipliers(lexicon)
    whole = done = 0.0  # ``done``: the thousands and millions read so far
    told = False
    for word in (part for w in words for part in ([w] if w in values else w.split("-"))):
        if word in multipliers:
            by = multipliers[word]
            whole = (whole if told and whole else 1) * by
            if by >= 1000:
                done, whole = done + whole, 0
        elif _THOUSANDS.fullmatch(word) and 0 < whole < 1000 and whole == int(whole):
            whole = whole * 1000 + int(word)
        elif _PLAIN.fullmatch(word):
            whole += int(re.sub(r"[,.]", "", word))
        elif _FRACTION.fullmatch(word):
            whole += float(word)
        elif word in values:
            whole += values[word]
        else:
            continue
        told = True
    value = round(done + whole)
    return value if told and value <= MOST else None


def _is_number(word: str, lexicon: Lexicon) -> bool:
    return (
        word in _values(lexicon)
        or word in _multipliers(lexicon)
        or bool(_PLAIN.fullmatch(word) or _FRACTION.fullmatch(word))
    )


# --- phrases


@derived
def _singulars(lexicon: Lexicon) -> frozenset[str]:
    """Words for one person."""
    rows = (row for row in lexicon.rows("word_classes") if row["class"] in _PERSONS)
    return frozenset(word for row in rows for word in split_cell(row["words"]))


@derived
def _bounds(lexicon: Lexicon) -> dict[tuple[str, tuple[str, ...]], str]:
    """(side, words) -> bound, of count_bounds.csv."""
    return {(row["side"], tuple(row["words"].split())): row["bound"] for row in lexicon.rows("count_bounds")}


def is_one_person(clauses: Clauses, i: int, lexicon: Lexicon) -> bool:
    """Whether a noun means one person: "a soldier", "his daughter", an office or description before a name."""
    token, singular = clauses.tokens[i], _singulars(lexicon)
    if token.pos == "PROPN" and token.mention < 0 and token.lower not in singular:  # "Soldier killed" is one
        return any(clauses.tokens[c].lower in singular for c in clauses.children[i] if c < i)
    return token.lower.rpartition(" ")[2] in singular


def is_human(clauses: Clauses, i: int, lexicon: Lexicon) -> bool:
    """Whether a noun may be people: by its class, as a number that stands for them, as a name."""
    token, classes = clauses.tokens[i], patterns.word_classes(lexicon)
    word = token.lower.rpartition(" ")[2]
    return (
        any(word in classes[name] for name in ("people", "agents", *_PERSONS))
        or token.pos in ("NUM", "PROPN")
        or token.lower in classes["uncounted"]
        or token.mention >= 0
    )


def is_people(clauses: Clauses, i: int, lexicon: Lexicon) -> bool:
    """Whether a noun certainly means people, unlike tanks and towns, which can be lost or taken too."""
    classes = patterns.word_classes(lexicon)
    inner = [c for c in clauses.dependents(i, "nmod") if clauses.preposition(c) == "of"]
    vague = clauses.tokens[i].pos == "NUM" or clauses.tokens[i].lower in classes["uncounted"]
    words = [clauses.tokens[c].lower.rpartition(" ")[2] for c in (inner if vague else [i])]
    names = ("people", "prisoners", "crowds", *_PERSONS)
    return any(word in classes[name] for word in words for name in names)


def counted(clauses: Clauses, head: int, lexicon: Lexicon) -> Counted | None:
    """The count of people at a noun or at a number that stands for them; None where it counts nobody."""
    numbers = _number_tokens(clauses, head, lexicon)
    if numbers and _is_vague(clauses, numbers[0], lexicon):
        return Counted(UNTOLD, head, numbers[0] - 1, max(numbers[-1], head))
    if numbers:
        count, first = _with_bounds(clauses, numbers, head, lexicon)
        return Counted(count, head, first, max(numbers[-1], head))
    uncounted = patterns.word_classes(lexicon)["uncounted"]
    vague = [i for i in _at_head(clauses, head) if clauses.tokens[i].lower in uncounted]
    if vague:
        return Counted(UNTOLD, head, vague[0], max(vague[-1], head))
    if is_one_person(clauses, head, lexicon):
        before = [c for c in clauses.children[head] if c < head and clauses.tokens[c].dep in ("det", "nmod:poss")]
        return Counted(Count.exactly(1), head, min([head, *before]), head)
    return None


@derived
def _vague_words(lexicon: Lexicon) -> frozenset[str]:
    """The last words of vague numbers: "several", "few"."""
    rows = (row for row in lexicon.rows("numbers") if row["kind"] == "vague")
    return frozenset(row["word"].rpartition(" ")[2] for row in rows)


def _is_vague(clauses: Clauses, first: int, lexicon: Lexicon) -> bool:
    """Whether a count begins with a vague number of hundreds or thousands: "several thousand" is not 1000."""
    before = clauses.tokens[first - 1].lower.rpartition(" ")[2] if first else ""
    return clauses.tokens[first].lower in _multipliers(lexicon) and before in _vague_words(lexicon)


def _at_head(clauses: Clauses, head: int) -> list[int]:
    children = (c for c in clauses.children[head] if c < head and clauses.tokens[c].dep in _NUMBERING)
    return [*children, head]


def _number_tokens(clauses: Clauses, head: int, lexicon: Lexicon) -> list[int]:
    """The number words of a phrase in order.

    They depend on its head through number words only, which excludes ages ("a 45-year-old man").
    """
    found = []
    stack = [head]
    while stack:
        here = stack.pop()
        if _is_number(clauses.tokens[here].lower, lexicon):
            found.append(here)
        elif here != head:
            continue
        stack.extend(c for c in clauses.children[here] if clauses.tokens[c].dep in _NUMBERING and c <= head)
    return sorted(found)


def _with_bounds(clauses: Clauses, numbers: list[int], head: int, lexicon: Lexicon) -> tuple[Count, int]:
    """The count of number words, with the first token that belongs to it."""
    words = [t.lower for t in clauses.tokens]
    groups = _groups(numbers, words)
    values = [number([words[i] for i in group], lexicon) for group in groups]
    first = groups[0][0]
    if len(values) == 2 and None not in values and values[0] < values[1]:  # type: ignore[operator]
        if words[max(0, first - 1)] in ("between", "from"):
            first -= 1
        return Count(values[0], values[0], values[1]), first
    value = values[-1]
    before = groups[-1][0]
    if before > 1 and (words[before - 2], words[before - 1]) in clauses.phrasal:  # "handed over 15"
        words[before - 1] = ""
    bound, first = _bound(words, groups[-1], head, lexicon)
    if value is None:
        return UNTOLD, first
    low = value if bound in ("", "low") else None
    high = value if bound in ("", "high") else None
    return Count(value, low, high), first


def _groups(numbers: list[int], words: list[str]) -> list[list[int]]:
    """Number words grouped by number ("sixty-one", "two hundred and five"); a range has two ("19 to 21",
    "19-21").
    """
    groups = [[numbers[0]]]
    for i in numbers[1:]:
        last = groups[-1][-1]
        between = words[last + 1 : i]
        joined = not between or (
            len(between) == 1
            and (
                (between[0] in _HYPHENS and not words[i].isdigit())
                or (between[0] == "and" and words[last] == "hundred")
            )
        )
        if joined:
            groups[-1].append(i)
        elif between[-1] in _RANGE:
            groups.append([i])
        else:
            groups = [[i]]
    return groups


def _bound(words: list[str], group: list[int], head: int, lexicon: Lexicon) -> tuple[str, int]:
    """The bound given by the words next to a number ("" for none), and the first token that belongs to it."""
    table = _bounds(lexicon)
    longest = max(len(phrase) for _, phrase in table)
    first = group[0]
    if first and words[first - 1] in ("a", "the"):  # "more than a thousand people"
        first -= 1
    for size in range(longest, 0, -1):
        if size <= first and (bound := table.get(("before", tuple(words[first - size : first])))):
            return bound, first - size
    for last in dict.fromkeys((group[-1], head)):
        for size in range(longest, 0, -1):
            if bound := table.get(("after", tuple(words[last + 1 : last + 1 + size]))):
                return bound, group[0]
    return "", group[0]
