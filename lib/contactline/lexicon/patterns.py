"""The table of patterns: which words, in which frame, are which event. This is the reference for its editors.

A row of patterns.csv is one pattern:

    pattern_id   its name; begins with the type
    type, mode   of ontology.csv; NONE is no event and keeps other patterns of the word from matching
    pos          of the trigger: v verb, n noun, a adjective, m modal verb of a demand ("must")
    trigger      base forms, any of which sets the pattern off; of several words the last one is inflected
    frame        conditions, separated by blanks, all of which must hold
    source       slots asked in this order for who acts: the first that holds a party; a+b asks both at once
    target       the same for whom it is done to
    sided        2 where both parties are source and target ("Baku and Yerevan agreed")
    inner        what becomes of events in the complement: absorb (they are part of this one), keep or empty (they
                 count too), claim (the same, of what this event says that somebody did)
    example      a sentence of our own that only this row codes, its test
    expect       how the example is coded: TYPE SOURCE>TARGET

An empty source or target takes the slots of SOURCE_SLOTS and TARGET_SLOTS. Of several patterns of one word the
most demanding whose frame holds is taken: a condition on words weighs 3, on a kind of party or event 2, on being
there or absent 1, and a word before the trigger 2. Where two weigh the same, the one whose lists are shorter comes
first, then the one that stands first in the file.

A condition is one of

    slot=value|value   some phrase in the slot has one of the values:  obj=@aid|blood
    slot/slot=value    the same of any of several slots:               to/for=#party
    !slot              no phrase stands in the slot:                   !obj
    !slot=value        none of the phrases in the slot has the value:  !subj=market

and a value is one of

    word         a base form, in all its forms as a noun and a verb; _ joins two words (phone_call)
    @class       the words of a class of word_classes.csv
    {TYPE}       a word that is itself an event of that type, {coop} or {conflict} of that half of ontology.csv
    #party       somebody who can act
    #person      a person
    #state       a state, its government or a ministry of it, or an organisation of states
    *            anything

A slot is a key of PHRASE_SLOTS; a preposition (prepositions.PREPOSITIONS), which holds the phrases that it
introduces; a preposition or conjunction with -clause (from-clause: "from attacking"); or two joined by a dot: the
second below the first (obj.of: the "of" phrase of the object). Conditions may also ask about FRAME_ONLY_SLOTS.
clauses.py fills the slots.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contactline.lexicon import inflection
from contactline.lexicon.prepositions import PREPOSITIONS
from contactline.lexicon.table import LINE, Row, split_cell
from contactline.lexicon.value import Lexicon, LexiconError, derived

PHRASE_SLOTS = {
    "subj": "who acts: the subject, or the 'by' phrase of a passive",
    "obj": "whom it is done to: the object, or the subject of a passive",
    "iobj": "the receiver of two objects in a row: 'handed Armenia a letter'",
    "comp": "clauses that complete the word: 'agreed to meet'",
    "obj-comp": "clauses that complete the object: 'signed a deal ending the war'",
    "prt": "the particle of a verb: 'handed over'",
    "poss": "the owner of a noun: 'Iran's offer'",
    "adj": "adjectives and names before a noun that may be parties: 'Armenian shelling'",
    "mod": "any words before a noun: 'ceasefire talks'",
    "said": "who says what a modal verb demands: 'Baku said that Yerevan must leave'",
    "": "the first half of .of and the like: a phrase below another preposition's phrase",
}
"""Slots whose phrases may be parties, with what each contains; every preposition is also such a slot."""

FRAME_ONLY_SLOTS = {
    "told": "a noun reports an event: a support verb carries it ('held talks'), or it has its own date, or a "
    "word such as 'recent' before it",
    "passive": "the verb is passive",
    "not": "the verb is negated, and the negation is part of the event: 'will not tolerate'",
    "fact": "the clause that completes the verb says what is, was or will be: 'insisted that it had signed'",
    "any": "any word below the trigger",
    "head": "the word that the trigger hangs on",
    "case": "the preposition before the trigger itself",
}
"""Slots that only a condition can ask about, with their meaning: their words are not parties."""

SOURCE_SLOTS = {"n": ("subj", "poss", "by", "adj"), "v": ("subj",), "a": ("subj",), "m": ("subj",)}
TARGET_SLOTS = {"n": ("against", "on", "with", "of", "to"), "v": ("obj",), "a": ("obj",), "m": ("obj",)}
"""The slots asked where source or target is empty, by the part of speech of the trigger."""

_WIDEST = 1000  # breadth of a condition without a list of words
_TYPE_BREADTH = 100  # about the number of trigger words of an event type


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a frame: what some phrase in one of ``slots`` must be, or (``absent``) none may be.

    ``words``: forms in lower case. ``types``: event types. ``party``, ``person``, ``state``, ``anything``: #party,
    #person, #state and *. A phrase that is any one of these meets the condition.
    """

    slots: tuple[str, ...]
    words: frozenset[str]
    types: frozenset[str]
    party: bool
    person: bool
    state: bool
    anything: bool
    absent: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of patterns.csv.

    ``weight``: how demanding its frame is. ``breadth``: about how many words meet the frame. The patterns of a
    word are tried by falling weight, then by rising breadth. ``row``: its line in the file.
    """

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
"""The words that must stand before the last word of a trigger ("air" for "air raid", mostly ""), and its
pattern."""


@dataclass(frozen=True)
class Patterns:
    """The table, indexed by every form of its triggers' last words, with further data that the rules need.

    ``phrasal``: verbs (every form) with the particle that changes their meaning ("handed", "over"). ``classes``:
    word_classes.csv as class -> all forms of its words. ``cooperative``: the event types of the cooperative half.
    ``words``: the last words of all triggers in all their forms; no other word is a trigger.
    """

    by_verb: dict[str, tuple[Entry, ...]]
    by_noun: dict[str, tuple[Entry, ...]]
    by_modal: dict[str, tuple[Entry, ...]]
    by_adjective: dict[str, tuple[Entry, ...]]
    phrasal: frozenset[tuple[str, str]]
    all: tuple[Pattern, ...]
    classes: dict[str, frozenset[str]]
    cooperative: frozenset[str]
    words: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        every = (self.by_verb, self.by_noun, self.by_modal, self.by_adjective)
        object.__setattr__(self, "words", frozenset().union(*every))


@derived
def event_types(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The event types of the two halves of ontology.csv, as {"coop": types, "conflict": types}."""
    quads = {row["type"]: row["quad"] for row in lexicon.rows("ontology") if not row["mode"]}
    return {
        half: frozenset(type_ for type_, quad in quads.items() if quad.endswith(word))
        for half, word in (("coop", " cooperation"), ("conflict", " conflict"))
    }


@derived
def word_classes(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Class -> every form of its words, as nouns and as verbs."""
    found: dict[str, set[str]] = {}
    for row in lexicon.rows("word_classes"):
        for word in split_cell(row["words"]):
            found.setdefault(row["class"], set()).update(_forms_of(word, row["pos"], lexicon))
    return {name: frozenset(words) for name, words in found.items()}


def _forms_of(word: str, pos: str, lexicon: Lexicon) -> tuple[str, ...]:
    """All forms of a word as a verb (v), a noun (n) or both (nv); other words have one form."""
    if pos == "v":
        return inflection.verb_forms(word, lexicon)
    if pos == "n":
        return inflection.noun_forms(word, lexicon)
    if pos == "nv":
        return (*inflection.noun_forms(word, lexicon), *inflection.verb_forms(word, lexicon))
    return (word,)


@derived
def load(lexicon: Lexicon) -> Patterns:
    """Read the table. Raises LexiconError naming file and row where a frame or slot is invalid."""
    classes = word_classes(lexicon)
    every = tuple(_pattern(row, lexicon) for row in lexicon.rows("patterns"))
    return Patterns(
        by_verb=_by_form("v", every, lexicon),
        by_noun=_by_form("n", every, lexicon),
        by_modal=_by_form("m", every, lexicon),
        by_adjective=_by_form("a", every, lexicon),
        phrasal=frozenset(
            (form, name.removeprefix("phrasal_"))
            for name, words in classes.items()
            if name.startswith("phrasal_")
            for form in words
        ),
        all=every,
        classes=classes,
        cooperative=event_types(lexicon)["coop"],
    )


def _by_form(pos: str, patterns: Iterable[Pattern], lexicon: Lexicon) -> dict[str, tuple[Entry, ...]]:
    """The patterns of one part of speech by every form of their triggers, in the order in which they are tried."""
    index: dict[str, list[Entry]] = {}
    for pattern in patterns:
        for trigger in pattern.triggers if pattern.pos == pos else ():
            before, _, last = trigger.rpartition(" ")
            for form in _forms_of(last, pos, lexicon):
                index.setdefault(form, []).append((before, pattern))
    return {form: tuple(sorted(entries, key=_order)) for form, entries in index.items()}


def _order(entry: Entry) -> tuple[int, int, int]:
    before, pattern = entry
    return -pattern.weight - 2 * bool(before), pattern.breadth, pattern.row


def _pattern(row: Row, lexicon: Lexicon) -> Pattern:
    where = f"patterns.csv row {row[LINE]} ({row['pattern_id']})"
    conditions = tuple(_condition(text, lexicon, f"{where}: frame {text!r}") for text in row["frame"].split())
    for cell in ("source", "target"):
        for slot in split_cell(row[cell]):
            _check_slots(slot.split("+"), PHRASE_SLOTS.keys(), f"{where}: {cell} {slot!r}")
    return Pattern(
        pattern_id=row["pattern_id"],
        type=row["type"],
        mode=row["mode"],
        pos=row["pos"],
        triggers=tuple(split_cell(row["trigger"])),
        conditions=conditions,
        source=tuple(split_cell(row["source"])) or SOURCE_SLOTS[row["pos"]],
        target=tuple(split_cell(row["target"])) or TARGET_SLOTS[row["pos"]],
        two_sided=row["sided"] == "2",
        inner=row["inner"],
        weight=sum(map(_weight, conditions)),
        breadth=sum(map(_breadth, conditions)),
        example=row["example"],
        expect=row["expect"],
        row=int(row[LINE]),
    )


def _check_slots(slots: Iterable[str], known: Iterable[str], what: str) -> None:
    """Raise LexiconError for a slot that clauses.py never fills, as the condition could never hold."""
    allowed = {*known, *PREPOSITIONS}
    for slot in slots:
        for part in slot.removesuffix("-clause").split("."):
            if part not in allowed:
                raise LexiconError(f"{what}: no slot {part!r}")


def _weight(condition: Condition) -> int:
    """How demanding a condition is, as the module's docstring defines it."""
    if condition.anything or condition.absent:
        return 1
    return 2 if condition.party or condition.person or condition.state or condition.types else 3


def _breadth(condition: Condition) -> int:
    """About how many words meet a condition; a condition that excludes words is wider than any list."""
    if condition.absent or condition.anything or condition.party or condition.person or condition.state:
        return _WIDEST
    return len(condition.words) + _TYPE_BREADTH * len(condition.types)


def _condition(text: str, lexicon: Lexicon, what: str) -> Condition:
    """Parse a condition of a frame. ``what``: file, row and frame, for the message of a LexiconError."""
    absent = text.startswith("!")
    names, _, value = text.removeprefix("!").partition("=")
    if not absent and not value:
        raise LexiconError(f"{what}: expected slot=value or !slot")
    slots = tuple(names.split("/"))
    _check_slots(slots, {*PHRASE_SLOTS, *FRAME_ONLY_SLOTS}, what)
    items = value.split("|") if value else ["*"]
    words: set[str] = set()
    types: set[str] = set()
    for item in items:
        if item.startswith("{") and item.endswith("}"):
            types |= _types(item[1:-1], lexicon, what)
        elif item not in ("*", "#party", "#person", "#state"):
            words |= _words(item, lexicon, what)
    return Condition(
        slots,
        words=frozenset(words),
        types=frozenset(types),
        party="#party" in items,
        person="#person" in items,
        state="#state" in items,
        anything="*" in items,
        absent=absent,
    )


def _types(name: str, lexicon: Lexicon, what: str) -> frozenset[str]:
    """The event types of a {value}."""
    halves = event_types(lexicon)
    if name not in halves and not any(name in types for types in halves.values()):
        raise LexiconError(f"{what}: {name!r} is no type")
    return halves.get(name, frozenset({name}))


def _words(item: str, lexicon: Lexicon, what: str) -> frozenset[str]:
    """All forms of a word or of a @class."""
    if not item.startswith("@"):
        return frozenset(_forms_of(item.replace("_", " "), "nv", lexicon))
    classes = word_classes(lexicon)
    if item[1:] not in classes:
        raise LexiconError(f"{what}: no class {item[1:]!r} in word_classes.csv")
    return classes[item[1:]]
