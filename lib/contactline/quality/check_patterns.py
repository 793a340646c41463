"""A check of the pattern table: the example of every row must be coded as the row says."""

from __future__ import annotations

from collections.abc import Iterator

from contactline import coding, names, parsing
from contactline.cleaning import sentences
from contactline.lexicon import Lexicon, LexiconError, patterns
from contactline.lexicon.table import LINE, Fault
from contactline.records import UNKNOWN, Article, Document, Event, Published

LONGEST = 13
"""Most alternatives in a frame; more of them should be a class of words with a name that says what they share."""

_UNDATED = Published(None, UNKNOWN, "unknown", "")


def faults(lexicon: Lexicon) -> list[Fault]:
    """Return the rows of patterns.csv whose frame is invalid, or whose example is not coded as the row says.

    A row's ``expect`` reads "TYPE SOURCE>TARGET": country codes joined by "+"; an empty side is not checked. "-"
    says that the example holds no event (rows of type NONE, which keep other patterns from firing).
    """
    try:
        table = patterns.load(lexicon)
    except LexiconError as error:
        return [Fault("patterns", 0, "", str(error), "a frame as described in lexicon/patterns.py")]
    return [*_long_frames(lexicon), *(fault for pattern in table.all for fault in _example(pattern, lexicon))]


def _long_frames(lexicon: Lexicon) -> Iterator[Fault]:
    for row in lexicon.rows("patterns"):
        for condition in row["frame"].split():
            if condition.count("|") >= LONGEST:
                expected = f"at most {LONGEST} alternatives; name more of them in word_classes.csv"
                yield Fault("patterns", int(row[LINE]), "frame", condition.partition("=")[0], expected)


def coded(text: str, lexicon: Lexicon) -> tuple[Event, ...]:
    """Code a few plain sentences without a date through the whole pipeline, and return their events."""
    pieces = ((0, 0, len(text)),)
    document = Document(Article("example", text), text, text, pieces, (), sentences.split(text, lexicon))
    mentions = names.find(document, lexicon)
    parses = parsing.parse(document, mentions, (), coding.sentences_to_parse(document, lexicon), lexicon)
    return coding.code(document, _UNDATED, (), mentions, parses, lexicon)[0]


def _example(pattern: patterns.Pattern, lexicon: Lexicon) -> Iterator[Fault]:
    events = coded(pattern.example, lexicon)
    if any(_as_expected(event, pattern) for event in events) or (pattern.expect == "-" and not events):
        return
    wanted = "no event" if pattern.expect == "-" else f"{pattern.expect} by {pattern.pattern_id}"
    got = _shown(events) or "nothing"
    yield Fault("patterns", pattern.row, "example", pattern.example, f"{wanted}; coded is {got}")


def _as_expected(event: Event, pattern: patterns.Pattern) -> bool:
    wanted, _, sides = pattern.expect.partition(" ")
    source, _, target = sides.partition(">")
    return (event.pattern_id, event.type) == (pattern.pattern_id, wanted) and all(
        not side or _codes(event, role) == frozenset(side.split("+"))
        for role, side in (("source", source), ("target", target))
    )


def _codes(event: Event, role: str) -> frozenset[str]:
    return frozenset(p.country for p in event.parties if p.role == role and p.country)


def _shown(events: tuple[Event, ...]) -> str:
    def side(event: Event, role: str) -> str:
        return "+".join(sorted(_codes(event, role)))

    return "; ".join(f"{e.type} {side(e, 'source')}>{side(e, 'target')} by {e.pattern_id}" for e in events)
