"""An explanation as plain text for a terminal, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from contactline.coding.confidence import HIGHEST
from contactline.quality.explain import (
    DateExpression,
    ExplainedEvent,
    ExplainedSentence,
    Explanation,
    Role,
)
from contactline.quality.explain_names import Name
from contactline.quality.explain_patterns import Tried, Word
from contactline.records import Figure, Interval, Token

_SHOWN = 12  # at most so many patterns that were not tried are listed by name
_DATE_BASIS = {
    "explicit": "written out",
    "completed": "completed from the text",
    "article": "counted from the day of the article",
    "text": "counted from a date before it",
    "event": "counted from an event beside it",
    "unknown": "its day stays open",
}
_EVENT_DATE_BASIS = {
    "clause": "in its clause",
    "sentence": "in its sentence",
    "text": "carried over from a sentence before it",
    "article": "the day of the article, which reports it without a date",
    "chronology": "a running total since the fighting began, by the chronology",
    "unknown": "no date that could be its own",
}
_PLACE_BASIS = {
    "clause": "in its clause",
    "sentence": "the only place of its sentence",
    "none": "no place that could be its own",
}


def lines(explanation: Explanation) -> Iterator[str]:
    """Yield the lines of an explanation, without line ends."""
    for noise in explanation.removed:
        yield f"Removed before reading ({noise.reason}): {' '.join(noise.text.split())}"
    if explanation.language != "en":
        yield f"Taken for another language ({explanation.language}): only English is coded."
    for number, sentence in enumerate(explanation.sentences, 1):
        if number > 1:
            yield ""
        yield " ".join(sentence.text.split())
        yield from _sentence(sentence)
    if not explanation.sentences:
        yield "No sentence is left."


def _sentence(sentence: ExplainedSentence) -> Iterator[str]:
    yield from _section("Names", map(_name, sentence.names))
    yield from _section("Dates", map(_date, sentence.dates))
    if not sentence.tokens:
        yield from ("", "Not parsed: no word of it is a trigger of patterns.csv.")
        return
    yield from _section("Parse", _columns([_token(token, sentence.tokens) for token in sentence.tokens]))
    yield from _section("Patterns", (line for word in sentence.words for line in _word(word)))
    yield from _section("Events", (line for event in sentence.events for line in _event(event)))


def _section(title: str, rows: Iterable[str]) -> Iterator[str]:
    yield from ("", title)
    found = list(rows)
    yield from (f"  {row}" for row in found or ["none"])


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield rows with the same number of cells, every column as wide as its widest cell."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _name(name: Name) -> str:
    if not name.kind:
        return f"{name.text}: not taken; {name.why}"
    country = f" ({name.country})" if name.country else ""
    return f"{name.text}: {name.kind} {name.ref or 'open'}{country}, {name.form}; {name.why}"


def _date(found: DateExpression) -> str:
    kind = "" if found.kind == "date" else f", {found.kind}: no event's date"
    return f"{found.text}: {found.value or 'open'}; {_days(found.interval)}, {_DATE_BASIS[found.basis]}{kind}"


def _days(interval: Interval) -> str:
    if interval.start is None and interval.end is None:
        return "no days"
    if interval.start == interval.end:
        return str(interval.start)
    return f"{interval.start or 'open'} to {interval.end or 'open'}"


def _token(token: Token, tokens: Sequence[Token]) -> tuple[str, ...]:
    head = "root" if token.head == token.i else f"of {token.head} {tokens[token.head].text}"
    return str(token.i), token.text, token.pos, token.dep, head


def _word(word: Word) -> Iterator[str]:
    slots = ", ".join(f"{slot}={'+'.join(words)}" for slot, words in word.slots)
    yield f"{word.text} ({word.pos}){': ' if slots else ''}{slots}"
    yield from (f"  {_tried(tried)}" for tried in word.tried if tried.outcome != "not tried")
    rest = [tried.pattern_id for tried in word.tried if tried.outcome == "not tried"]
    if rest:
        more = f" and {len(rest) - _SHOWN} more" if len(rest) > _SHOWN else ""
        yield f"  not tried, since one before them fired: {', '.join(rest[:_SHOWN])}{more}"
    yield f"  -> {word.outcome}"


def _tried(tried: Tried) -> str:
    return f"{tried.pattern_id} ({tried.type}): {tried.why if tried.outcome == 'failed' else tried.outcome}"


def _event(explained: ExplainedEvent) -> Iterator[str]:
    event = explained.event
    turned = "" if event.type == explained.pattern_type else f", turned from {explained.pattern_type}"
    yield f"{event.type} {event.mode or '(no mode)'}: {event.trigger!r}, pattern {event.pattern_id}{turned}"
    if explained.joined:
        yield "  merged into another event of the text, which says more about it"
    yield from (f"  {_role(role)}" for role in explained.roles)
    yield f"  status      {event.status}: {explained.status_reason}"
    yield f"  told as     {explained.told_as}"
    words = f", {event.date_text!r}" if event.date_text else ""
    yield f"  date        {_days(event.when)}: {_EVENT_DATE_BASIS[event.date_basis]}{words}"
    yield f"  place       {event.place_id or 'none'}: {_PLACE_BASIS[event.place_basis]}"
    if event.toll_text:
        toll = f"killed {_number(event.killed, event.toll.killed)}, injured "
        toll += _number(event.injured, event.toll.injured)
        toll += f", of {';'.join(event.toll.of)}" if event.toll.of else ""
        yield f"  toll        {toll}: {event.toll_text!r}"
    yield f"  confidence  {event.confidence:.2f}, which is {HIGHEST:.2f} with these deductions:"
    yield from (f"              -{amount:.2f} {reason}" for reason, amount in explained.deductions)


def _role(role: Role) -> str:
    name = role.text or role.country
    return f"{role.role:11} {name}: {role.actor_id or 'open'} ({role.country or 'no country'}), {role.basis}"


def _number(number: int | None, figure: Figure) -> str:
    """ "5 (5 to unknown, total)": a number with its bounds and its kind."""
    told = "unknown" if number is None else str(number)
    ends = ["unknown" if end is None else str(end) for end in (figure.low, figure.high)]
    return f"{told} ({ends[0]} to {ends[1]}, {figure.kind})" if figure.kind else told
