"""Which patterns the words of a sentence triggered, which of them fired, and what the others lacked.

The coder's own ``Matcher`` is used, so nothing is matched by a second implementation. Reads the table ``patterns``
for the conditions as they are written there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from contactline.coding import candidates, factuality
from contactline.coding.events import CodedSentence
from contactline.coding.triggers import Attempt, Matcher, Trigger
from contactline.lexicon import Lexicon, derived
from contactline.lexicon.patterns import Pattern, Patterns

_VALUES = 6  # at most so many values of a condition are shown
_SIGNS = {
    "told": "no verb carries it, and it has no date of its own",
    "passive": "it is not passive",
    "not": "it is not negated",
    "any": "no such word hangs on it",
    "head": "it hangs on another word",
}
"""By slot that has no phrase to quote: what is wrong if a condition on it does not hold."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A pattern that a word triggered. ``outcome``: fired, failed, or not tried (because another one fired
    before).
    """

    pattern_id: str
    type: str
    outcome: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is a trigger: what fills its slots, its patterns in the order in which they are tried, and
    the outcome.
    """

    text: str
    pos: str
    slots: tuple[tuple[str, tuple[str, ...]], ...]
    tried: tuple[Tried, ...]
    outcome: str


def words(sentence: CodedSentence, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words of a sentence that are triggers of patterns, in their order."""
    context = sentence.context
    matcher = Matcher(context.clauses, context.participants, context.table)
    for token in context.clauses.tokens:
        attempts = list(matcher.attempts(token.i))
        fired = matcher.trigger(token.i)
        if attempts:
            slots = fired.slots if fired is not None else attempts[0].slots
            yield Word(
                token.text,
                token.pos,
                tuple((slot, _texts(words, matcher)) for slot, words in slots.items() if words),
                tuple(_tried(attempts, token.i, fired, matcher, lexicon)),
                _outcome(fired, sentence, matcher),
            )
        elif token.mention < 0 and token.dep != "date" and _is_form(token.lower, context.table):
            yield Word(token.text, token.pos, (), (), f"no pattern is tried with it as {token.pos}, {token.dep}")


def _is_form(lower: str, table: Patterns) -> bool:
    return lower in table.by_verb or lower in table.by_noun or lower in table.by_adjective


def _tried(
    attempts: list[Attempt], i: int, fired: Trigger | None, matcher: Matcher, lexicon: Lexicon
) -> Iterator[Tried]:
    """Yield the patterns of a word in their order with the outcome of each; those after the one that fired come
    last.

    A pattern with several triggers that end in this word ("air raid", "drone raid") is listed once.
    """
    entries = [(attempt, before, pattern) for attempt in attempts for before, pattern in attempt.entries]
    have_fired = False
    for pattern, group in groupby(entries, key=lambda entry: entry[2]):
        tries = list(group)
        if have_fired:
            yield Tried(pattern.pattern_id, pattern.type, "not tried")
        elif fired is not None and fired.pattern is pattern:
            have_fired = True
            yield Tried(pattern.pattern_id, pattern.type, "fired")
        else:
            whys = (_why_failed(pattern, before, attempt, i, matcher, lexicon) for attempt, before, _ in tries)
            yield Tried(pattern.pattern_id, pattern.type, "failed", "; or ".join(dict.fromkeys(whys)))


def _why_failed(
    pattern: Pattern, before: str, attempt: Attempt, i: int, matcher: Matcher, lexicon: Lexicon
) -> str:
    """The first condition that a pattern did not meet, in words."""
    if not matcher.preceded(i, before):
        return f"needs {before!r} before it"
    number = matcher.failed(pattern, attempt.slots, i)
    if number is None:
        return "its frame holds, but another pattern fired"
    condition, written = pattern.conditions[number], _clipped(_frames(lexicon)[pattern.pattern_id][number])
    found = [
        f"{slot}: {', '.join(words)}"
        for slot in condition.slots
        if slot not in _SIGNS
        if (words := _texts(matcher.filling(slot, attempt.slots, i, nested=not condition.absent), matcher))
    ]
    if condition.absent:
        return f"must not have {written.removeprefix('!')}" + (f"; found {'; '.join(found)}" if found else "")
    signs = [_SIGNS[slot] for slot in condition.slots if slot in _SIGNS]
    missing = [f"found {'; '.join(found)}"] if found else [] if signs else [f"no {'/'.join(condition.slots)}"]
    return "; ".join([f"needs {written}", *missing, *signs])


@derived
def _frames(lexicon: Lexicon) -> Mapping[str, list[str]]:
    """The conditions of each pattern as written in its row, in the order of ``Pattern.conditions``."""
    return {row["pattern_id"]: row["frame"].split() for row in lexicon.rows("patterns")}


def _clipped(condition: str) -> str:
    """A condition with only the first few of its values, where there are many."""
    values = condition.split("|")
    rest = len(values) - _VALUES
    return condition if rest <= 0 else f"{'|'.join(values[:_VALUES])}|... ({rest} more)"


def _texts(words: Iterable[int], matcher: Matcher) -> tuple[str, ...]:
    return tuple(dict.fromkeys(matcher.tokens[i].text for i in words))


def _outcome(fired: Trigger | None, sentence: CodedSentence, matcher: Matcher) -> str:
    """The outcome of a trigger: an event, a part of another event, or none, and why."""
    if fired is None:
        return "no pattern fired"
    context = sentence.context
    if any(coded.candidate.trigger.i == fired.i for coded in sentence.found):
        return "an event"
    if fired.pattern.type == "NONE":
        return f"no event: {fired.pattern.pattern_id} is of the type NONE, which keeps other patterns from firing"
    for token in matcher.tokens:
        other = matcher.trigger(token.i)
        if other is not None and fired.i in matcher.taken(other):
            return f"no event: part of what {token.text!r} tells ({other.pattern.pattern_id})"
    if factuality.factuality(context.clauses, context.table, fired) == factuality.SUPPOSED:
        return "no event: a supposition, a wish or a condition"
    if candidates.candidate_of(context, fired) is None:
        return "no event: nobody who can does it to another, or it is only what something else is about"
    return "no event of its own: one with another event of the sentence"
