"""An event told in several sentences of an article is one event that lists the other sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from contactline.records import Document, Event, Party

if TYPE_CHECKING:
    from contactline.coding.event_date import Calendar

_CEASEFIRE = frozenset({"CONCEDE", "RETREAT", "AGREE", "SUPPORT"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "latest", "recent"})
_OPERATIONS = frozenset(
    {"operation", "offensive", "measures", "campaign", "aggression", "launched", "began", "invasion"}
)
_MATERIAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "RETREAT", "AID", "COOPERATE"})
_SEASON = 92
"""Days beyond which two attacks of one time need not be one."""
_WORD = re.compile(r"[^\W\d_]+")
_STEM = 4
"""Letters by which a word is known again, whatever its ending."""
_AGAIN, _TITLE = 0.6, 0.4
"""Shares of the shorter sentence's words that say the same again; a title is shorter than what it sums up."""
_ONE = frozenset({"CONSULT", "ASSAULT", "COERCE"})


def merge(events: Sequence[Event], document: Document, calendar: Calendar) -> tuple[Event, ...]:
    """One row for each event, in the order of the text."""
    kept: list[Event] = []
    for event in events:
        for n, other in enumerate(kept):
            if _same(other, event, document):
                kept[n] = _joined(other, event, titled=_in_title(other, document))
                break
        else:
            kept.append(event)
    return tuple(kept)


def _countries(event: Event) -> frozenset[str]:
    return frozenset(p.country for p in event.parties if p.role in ("source", "target") and p.country)


def _last(trigger: str) -> str:
    return trigger.lower().rsplit(" ", 1)[-1]


def _part(event: Event, role: str) -> frozenset[str]:
    return frozenset(p.country for p in event.parties if p.role == role)


def _apart(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two parts are known and have no country in common, the two Armenian sides taken as one."""
    mine, yours = ({"ARM" if c == "NKR" else c for c in part if c} for part in (first, second))
    return bool(mine and yours) and not mine & yours


def _definite(event: Event, document: Document) -> bool:
    """Whether the words point to an event told before: "the attack", "this fighting"."""
    before = document.text[max(0, event.start - 24) : event.start].lower().split()
    return bool(before) and (before[-1] in _POINTING or (len(before) > 1 and before[-2] in _POINTING))


def _in_title(event: Event, document: Document) -> bool:
    span = document.title_span
    return span is not None and span[0] <= event.start < span[1]


def _days(event: Event) -> int:
    start, end = event.when.start, event.when.end
    return 0 if start is None or end is None else (end - start).days


def _words(event: Event, document: Document) -> frozenset[str]:
    """The beginnings of the longer words of an event's sentence: "killed" and "kills" are one."""
    sentence = document.sentences[event.sentence]
    text = document.text[sentence.start : sentence.end].lower()
    return frozenset(word[:_STEM] for word in _WORD.findall(text) if len(word) > _STEM)


def _retold(a: Event, b: Event, document: Document) -> bool:
    """Whether one sentence says again what another, or the title, has said with the same verb."""
    if a.type != b.type or a.trigger.lower()[:_STEM] != b.trigger.lower()[:_STEM]:
        return False
    if any(_apart(_part(a, role), _part(b, role)) for role in ("source", "target")):
        return False
    both = [_countries(e) for e in (a, b) if _part(e, "source") == _part(e, "target")]
    if len(both) == 2 and both[0] != both[1]:
        return False
    if a.sentence == b.sentence:
        same = _part(a, "source") == _part(b, "source") and _part(a, "target") == _part(b, "target")
        return same and a.type not in _MATERIAL and a.when == b.when
    if a.killed is not None and b.killed is not None and a.killed != b.killed:
        return False
    if a.date_basis == "clause" and b.date_basis == "clause" and a.when != b.when:
        return False
    mine, yours = _words(a, document), _words(b, document)
    share = len(mine & yours) / max(1, min(len(mine), len(yours)))
    return len(mine & yours) > 2 and share >= (_TITLE if _in_title(a, document) else _AGAIN)


def _same(a: Event, b: Event, document: Document) -> bool:
    if a.type in ("ASSAULT", "COERCE") and any(_apart(_part(a, r), _part(b, r)) for r in ("source", "target")):
        return False
    if _retold(a, b, document):
        return True
    if a.sentence == b.sentence and a.type == b.type == "ASSAULT" and a.status == b.status:
        sides = [(_part(e, "source"), _part(e, "target")) for e in (a, b)]
        if sides[0] == sides[1] and (a.killed is None or b.killed is None) and a.when == b.when:
            return True
    if a.type == b.type and a.trigger.lower() == b.trigger.lower() and a.date_basis == b.date_basis == "clause":
        if a.when == b.when and _countries(a) == _countries(b) and a.status == b.status and _countries(a):
            return True
    ceasefire = a.mode == "ceasefire" and b.mode == "ceasefire" and {a.type, b.type} <= _CEASEFIRE
    ceasefire = ceasefire and ("RETREAT" not in (a.type, b.type) or a.type == b.type)
    if not ceasefire and (a.type != b.type or a.type not in _ONE):
        return False
    if {a.status, b.status} & {"planned", "denied"} and a.status != b.status:
        return False
    if "third-party" in (a.mode, b.mode) and a.mode != b.mode:
        return False
    first, second = _countries(a), _countries(b)
    if ceasefire or a.type == "ASSAULT":  # the two Armenian sides are told apart by few texts
        first, second = (frozenset("ARM" if c == "NKR" else c for c in x) for x in (first, second))
    if not first or not second or not (first <= second or second <= first):
        return False
    if len(first) == 1 and len(second) == 1 and a.type == "ASSAULT" and a.sentence != b.sentence:
        return False
    exact = a.when.start == b.when.start and a.when.end == b.when.end
    soft = "article" in (a.date_basis, b.date_basis) and a.type != "ASSAULT"
    days = 10 if b.date_basis == "article" and _definite(b, document) else 3
    if soft and a.when.end and b.when.start and abs(b.when.start - a.when.end).days <= days:
        return True
    if a.when.start is not None and b.when.start is not None and not exact:
        if a.when.end is None or b.when.end is None or a.date_basis == b.date_basis == "clause":
            return False
        inside = (
            a.when.start <= b.when.start <= b.when.end <= a.when.end
            or b.when.start <= a.when.start <= a.when.end <= b.when.end
        )
        if not inside:
            return False
    sides = [(_part(e, "source"), _part(e, "target")) for e in (a, b)]
    if a.type == "ASSAULT" and exact and sides[0] != sides[1] and _days(a) > _SEASON:
        return False  # a year has many battles
    if a.place_id and b.place_id and a.place_id != b.place_id and a.type in ("ASSAULT", "COERCE"):
        return False
    if a.killed is not None and b.killed is not None and a.killed != b.killed:
        return False
    if (
        a.type == b.type == "ASSAULT"
        and _part(a, "source") == _part(b, "source")
        and (_last(a.trigger) in _OPERATIONS and _last(b.trigger) in _OPERATIONS)
    ):
        return True
    if a.type == "ASSAULT" and a.when.start is None and b.when.start is None:
        return a.trigger.lower() == b.trigger.lower()
    if a.type == "ASSAULT" and (a.when.start is None) != (b.when.start is None):
        return a.trigger.lower() == b.trigger.lower() or (b.when.start is None and _definite(b, document))
    return True


def _joined(kept: Event, other: Event, titled: bool) -> Event:
    """The fuller telling is kept; the other's sentence is listed. A title only names what the text tells."""
    unsaid = not any(_part(kept, "source")) and any(_part(other, "source"))
    fuller = titled or unsaid or _fullness(other) > _fullness(kept) + 1
    main, rest = (other, kept) if fuller else (kept, other)
    sentences = sorted({*main.other_sentences, *rest.other_sentences, rest.sentence} - {main.sentence})
    dated = rest.when.start is not None and (
        main.when.start is None or (main.date_basis == "article" and rest.date_basis == "clause")
    )
    return replace(
        main,
        parties=_parties(main, rest),
        other_sentences=tuple(sentences),
        when=rest.when if dated else main.when,
        date_basis=rest.date_basis if dated else main.date_basis,
        date_text=rest.date_text if dated else main.date_text,
        place_id=main.place_id or rest.place_id,
        place_basis=main.place_basis if main.place_id else rest.place_basis,
        killed=main.killed if main.killed is not None else rest.killed,
        injured=main.injured if main.injured is not None else rest.injured,
        toll_text=main.toll_text or rest.toll_text,
        confidence=max(main.confidence, rest.confidence),
    )


def _parties(main: Event, rest: Event) -> tuple[Party, ...]:
    """The parties of the fuller telling, and what only the other says of who met, attacked or was hit."""
    if main.type == "CONSULT" and len(_countries(main)) == 1 and _countries(main) < _countries(rest):
        return rest.parties
    parties = list(main.parties)
    for role, against in (("source", "target"), ("target", "source")):
        if main.type in ("ASSAULT", "COERCE") and not any(_part(main, role)):
            told = [p for p in rest.parties if p.role == role and p.country not in ("", *_part(main, against))]
            parties = [p for p in parties if p.role != role or not told] + told
    return tuple(parties)


def _fullness(event: Event) -> int:
    return (
        len(_countries(event))
        + (event.date_basis == "clause") * 2
        + (event.place_id is not None)
        + (event.killed is not None)
        + (event.status == "reported")
    )
