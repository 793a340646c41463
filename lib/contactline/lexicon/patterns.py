"""The table of patterns: which words, in which frame, are which event.

patterns.csv, a row a pattern: pattern_id; type, mode (PLOVER); pos (v verb, n noun, a adjective, m modal of a
demand); trigger (base forms, ';'); frame (conditions, all of which hold); source, target (slots, the first
that holds a party, ';'); sided (2: both parties are source and target); inner (what becomes of events told in
its complement: absorb, claim, keep; empty keeps); example (our own sentence, the row's test); expect
(TYPE SRC>TGT).

A condition of a frame is slot=value|value or !slot. Slots are those of clauses.py ("obj", "subj", "prt",
"comp", a preposition, "obj.of", "mod" for the words before a noun; "told" holds where a noun is carried by
a supporting verb or has a date of its own; "not" where the verb is negated, which is then part of what is
told: "will not tolerate"). Values: a base form (of two words: phone_call); @class of
word_classes.csv; {TYPE} for a word that is itself an event of that type ({coop}, {conflict} for the halves);
#party for an actor; #person for a person; * for anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from contactline.lexicon import inflection
from contactline.lexicon.table import Row, split_cell
from contactline.lexicon.value import Lexicon, LexiconError, derived

COOPERATIVE = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
CONFLICT = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
TYPES = (*COOPERATIVE, *CONFLICT)

_PARTS = frozenset({"subj", "obj", "iobj", "comp", "obj-comp", "prt", "poss", "adj", "mod", "said", ""})
_PREPOSITIONS = frozenset(
    {
        "about",
        "across",
        "after",
        "against",
        "along",
        "alongside",
        "among",
        "around",
        "as",
        "at",
        "back",
        "before",
        "behind",
        "beside",
        "between",
        "by",
        "concerning",
        "down",
        "during",
        "for",
        "from",
        "in",
        "in_favor_of",
        "inside",
        "into",
        "near",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "out_of",
        "outside",
        "over",
        "through",
        "to",
        "toward",
        "towards",
        "under",
        "up",
        "upon",
        "using",
        "via",
        "with",
        "within",
        "without",
    }
)
_SIGNS = frozenset({"told", "passive", "not", "any", "head", "case"})
"""What only a frame can ask of: these name no phrase that could be a party."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a frame: what one of ``slots`` must hold, or (``absent``) none of them may."""

    slots: tuple[str, ...]
    words: frozenset[str]
    types: frozenset[str]
    party: bool
    person: bool
    anything: bool
    absent: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of patterns.csv. ``weight`` and ``breadth``: how much its frame asks for, and how much meets it, by
    which the patterns of a word are tried in order; ``row``: its line in the file."""

    pattern_id: str
    type: str
    mode: str
    pos: str
    triggers: tuple[str, ...]
    conditions: tuple[Condition, ...]
    source: tuple[str, ...]
    target: tuple[str, ...]
    two_sided: bool
    inner: str
    weight: int
    breadth: int
    example: str
    expect: str
    row: int


Entry = tuple[str, Pattern]
"""A pattern with what must stand before its trigger: "air" for "air raid", "" for most."""


@dataclass(frozen=True)
class Patterns:
    """The table, indexed by every form of its triggers' last words."""

    by_verb: dict[str, tuple[Entry, ...]]
    by_noun: dict[str, tuple[Entry, ...]]
    by_modal: dict[str, tuple[Entry, ...]]
    by_adjective: dict[str, tuple[Entry, ...]]
    phrasal: frozenset[tuple[str, str]]
    all: tuple[Pattern, ...]
    classes: dict[str, frozenset[str]]


@derived
def word_classes(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Class -> every form of its words, nouns and verbs alike."""
    found: dict[str, set[str]] = {}
    for row in lexicon.rows("word_classes"):
        for word in split_cell(row["words"]):
            found.setdefault(row["class"], set()).update(_forms_of(word, row["pos"], lexicon))
    return {name: frozenset(words) for name, words in found.items()}


def _forms_of(word: str, pos: str, lexicon: Lexicon) -> tuple[str, ...]:
    if pos == "v":
        return inflection.verb_forms(word, lexicon)
    if pos == "n":
        return inflection.noun_forms(word, lexicon)
    if pos == "nv":
        return (*inflection.noun_forms(word, lexicon), *inflection.verb_forms(word, lexicon))
    return (word,)


@derived
def load(lexicon: Lexicon) -> Patterns:
    """Reads the table. Raises LexiconError naming file and row where a cell makes no sense."""
    classes = word_classes(lexicon)
    by_verb: dict[str, list[Entry]] = {}
    by_noun: dict[str, list[Entry]] = {}
    by_modal: dict[str, list[Entry]] = {}
    by_adjective: dict[str, list[Entry]] = {}
    every = []
    for row in lexicon.rows("patterns"):
        pattern = _read(row, classes, lexicon)
        every.append(pattern)
        index = {"v": by_verb, "n": by_noun, "m": by_modal, "a": by_adjective}[pattern.pos]
        for trigger in pattern.triggers:
            before, _, last = trigger.rpartition(" ")
            for form in _forms_of(last, pattern.pos, lexicon):
                index.setdefault(form, []).append((before, pattern))
    order = {p.pattern_id: n for n, p in enumerate(every)}
    return Patterns(
        by_verb=_ordered(by_verb, order),
        by_noun=_ordered(by_noun, order),
        by_modal=_ordered(by_modal, order),
        by_adjective=_ordered(by_adjective, order),
        phrasal=frozenset(
            (form, name.removeprefix("phrasal_"))
            for name, words in classes.items()
            if name.startswith("phrasal_")
            for form in words
        ),
        all=tuple(every),
        classes=classes,
    )


def _ordered(index: dict[str, list[Entry]], order: dict[str, int]) -> dict[str, tuple[Entry, ...]]:
    """Most demanding pattern first, of two alike the one of fewer words: the first that holds fires."""
    return {
        form: tuple(
            sorted(found, key=lambda e: (-e[1].weight - 2 * bool(e[0]), e[1].breadth, order[e[1].pattern_id]))
        )
        for form, found in index.items()
    }


def _read(row: Row, classes: dict[str, frozenset[str]], lexicon: Lexicon) -> Pattern:
    where = f"patterns.csv row {row['#line']} ({row['pattern_id']})"
    conditions = tuple(_condition(text, row["pos"], classes, lexicon, where) for text in row["frame"].split())
    for cell in ("source", "target"):
        for slot in split_cell(row[cell]):
            _known(slot.split("+"), _PARTS | _PREPOSITIONS, f"{where}: {cell} {slot!r}")
    verb = row["pos"] != "n"
    return Pattern(
        pattern_id=row["pattern_id"],
        type=row["type"],
        mode=row["mode"],
        pos=row["pos"],
        triggers=tuple(split_cell(row["trigger"])),
        conditions=conditions,
        source=tuple(split_cell(row["source"])) or (("subj",) if verb else ("subj", "poss", "by", "adj")),
        target=tuple(split_cell(row["target"])) or (("obj",) if verb else ("against", "on", "with", "of", "to")),
        two_sided=row["sided"] == "2",
        inner=row["inner"],
        weight=sum(
            1 if c.anything or c.absent else 2 if c.party or c.person or c.types else 3 for c in conditions
        ),
        breadth=sum(_breadth(c) for c in conditions),
        example=row["example"],
        expect=row["expect"],
        row=int(row["#line"]),
    )


def _known(slots: list[str], parts: frozenset[str], what: str) -> None:
    """Raises LexiconError for a slot that clauses.py never fills: the pattern would wait for it in vain."""
    for slot in slots:
        for part in slot.removesuffix("-clause").split("."):
            if part not in parts:
                raise LexiconError(f"{what}: no slot {part!r}")


def _breadth(condition: Condition) -> int:
    """How many words fill a condition, roughly: what shuts words out is wider than any list."""
    if condition.absent or condition.anything or condition.party or condition.person:
        return 1000
    return len(condition.words) + 100 * len(condition.types)


def _condition(text: str, pos: str, classes: dict[str, frozenset[str]], lexicon: Lexicon, where: str) -> Condition:
    absent = text.startswith("!")
    slot, _, value = text.removeprefix("!").partition("=")
    if not absent and not value:
        raise LexiconError(f"{where}: frame {text!r}: expected slot=value or !slot")
    _known(slot.split("/"), _PARTS | _PREPOSITIONS | _SIGNS, f"{where}: frame {text!r}")
    words: set[str] = set()
    types: set[str] = set()
    party = person = anything = False
    for item in value.split("|") if value else ["*"]:
        if item == "*":
            anything = True
        elif item == "#party":
            party = True
        elif item == "#person":
            person = True
        elif item.startswith("@"):
            if item[1:] not in classes:
                raise LexiconError(f"{where}: frame {text!r}: no class {item[1:]!r} in word_classes.csv")
            words |= classes[item[1:]]
        elif item.startswith("{") and item.endswith("}"):
            name = item[1:-1]
            types |= set(COOPERATIVE if name == "coop" else CONFLICT if name == "conflict" else (name,))
            if not types <= set(TYPES):
                raise LexiconError(f"{where}: frame {text!r}: {name!r} is no type")
        else:
            own = item.replace("_", " ")
            words.update(inflection.noun_forms(own, lexicon), inflection.verb_forms(own, lexicon))
    return Condition(tuple(slot.split("/")), frozenset(words), frozenset(types), party, person, anything, absent)
