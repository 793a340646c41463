"""Events of an article: who did what to whom, when and where, and how the text stands to it.

One engine: patterns (patterns.csv) over the clauses of a dependency parse. Types are PLOVER's (manual of
2021, draft 0.8). Each event names the pattern that fired; each party the words that name it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from contactline import names
from contactline.coding import (
    candidates,
    event_date,
    event_place,
    inferred_roles,
    roles,
    status,
    tolls,
    within_article,
)
from contactline.coding.candidates import Draft
from contactline.coding.participants import Actor, Discourse, Known, Parties
from contactline.coding.sentence import Scene
from contactline.coding.triggers import Trigger
from contactline.lexicon import Lexicon, derived, patterns
from contactline.parsing.clauses import Clauses
from contactline.records import UNKNOWN, Document, Event, Mention, Party, Published, Sentence, Timex, Token

_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")


@derived
def _forms(lexicon: Lexicon) -> frozenset[str]:
    table = patterns.load(lexicon)
    return frozenset(table.by_verb) | frozenset(table.by_noun) | frozenset(table.by_adjective)


def _extents(extent: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["place_id"] for row in lexicon.rows("places") if row["extent"] == extent)


@derived
def _known(lexicon: Lexicon) -> Known:
    rows = lexicon.rows("actors")
    return Known(
        frozenset(row["actor_id"] for row in rows if row["kind"] == "person"),
        {row["actor_id"]: row["country"] for row in rows},
        _extents("line", lexicon),
        _extents("point", lexicon),
    )


def sentences_to_parse(document: Document, lexicon: Lexicon) -> tuple[int, ...]:
    """The sentences that hold a word of some pattern: only these are parsed."""
    forms = _forms(lexicon)
    text = document.text.lower()
    if len(text) != len(document.text):  # a letter whose small form is longer (İ)
        text = document.text
    return tuple(
        s.index
        for s in document.sentences
        if any(word.group() in forms for word in _WORD.finditer(text, s.start, s.end))
    )


def code(
    document: Document,
    published: Published,
    timexes: Sequence[Timex],
    mentions: Sequence[Mention],
    parses: Mapping[int, Sequence[Token]],
    lexicon: Lexicon,
) -> tuple[tuple[Event, ...], tuple[int, ...]]:
    """The events of an article in the order of its text, and the sentences that look as if they held one.

    ``parses``: what parsing.parse gave for the sentences of ``candidates``. The second value lists sentences
    with two parties and a word of violence or agreement in which nothing was coded.
    """
    table = patterns.load(lexicon)
    discourse = Discourse(publisher=_publisher(document, lexicon))
    known = _known(lexicon)
    for mention in mentions:
        for country in {mention.country, known.countries.get(mention.other or "", "")} - {""}:
            discourse.seen[country] = discourse.seen.get(country, 0) + 1
    classes = table.classes
    calendar = event_date.Calendar(
        document, published, timexes, classes["times"] | classes["phases"], classes["bygone"]
    )
    events: list[Event] = []
    uncoded = []
    for sentence in document.sentences:
        tokens = parses.get(sentence.index)
        if not tokens:
            continue
        clauses = Clauses(tokens, table.phrasal)
        parties = Parties(clauses, mentions, document.text, table.classes, known, discourse)
        scene = Scene(clauses, parties, table, lexicon)
        found, aliases = candidates.drafts(scene)
        costs = tolls.tolls(clauses, document.text, lexicon)
        events.extend(_finish(sentence.index, document, found, aliases, costs, scene, calendar))
        said = any(d.said is not None for d in found)
        calendar.pass_over(sentence.index, said, {c for d in found for c in _countries(d)})
        _remember(discourse, scene, found)
        if not found and _telling(scene):
            uncoded.append(sentence.index)
    return within_article.merge(events, document, calendar), tuple(uncoded)


def _publisher(document: Document, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The government or body that publishes the text and says "we" in it; nobody for a newspaper."""
    title = f"{document.article.publisher}. {document.title or document.article.title}".strip()
    head = replace(
        document,
        text=title,
        pieces=(),
        sentences=(Sentence(0, 0, len(title)),),
        dateline=None,
        byline=None,
        title_span=None,
    )
    for mention in names.find(head, lexicon):
        if (
            mention.kind == "actor"
            and mention.country not in ("", "MED")
            and mention.end <= len(document.article.publisher)
        ):
            return (Actor(mention.ref, mention.country, mention.text, 0, 0, -1, sure=False),)
    return ()


def _telling(scene: Scene) -> bool:
    """Whether a sentence names two parties and a word of violence or agreement."""
    tokens, classes = scene.clauses.tokens, scene.table.classes
    named = {a.country for t in tokens if (a := scene.parties.named(t.i)) is not None and a.country}
    words = classes["hostilities"] | classes["accord"] | classes["killing"]
    return len(named) >= 2 and any(t.lower in words for t in tokens)


# --- one sentence


def _remember(discourse: Discourse, scene: Scene, found: Sequence[Draft]) -> None:
    """Keeps of a sentence what a later one may point back to."""
    local, tokens = scene.parties.local, scene.clauses.tokens
    persons = [a for a in local if a.person]
    if persons:
        discourse.person = next((a for a in persons if tokens[a.i].dep in ("nsubj", "nsubj:pass")), persons[0])
    subject = next(
        (
            several
            for d in found
            if (several := tuple(a for a in d.source if a.sure))
            and (len(several) > 1 or several[0].text.endswith("s"))
        ),
        (),
    )
    if found or persons:
        discourse.they = subject
    discourse.named.extend(a for a in local if a.country and a.country not in ("MED", "UNK"))
    del discourse.named[:-30]
    bodies = [a for a in local if not a.person and a.country and a.sure]
    if bodies:
        discourse.body = next((a for a in bodies if tokens[a.i].dep in ("nsubj", "nsubj:pass")), None)
    for draft in found:
        sides: list[Actor] = []
        for actor in roles.united(draft.source, draft.target):
            if (
                actor.country
                and actor.country not in ("MED", "UNK")
                and all(a.country != actor.country for a in sides)
            ):
                sides.append(actor)
        if len(sides) >= 2 and draft.type != "ACCUSE":
            if draft.type == "CONSULT" and not discourse.main:
                discourse.main = tuple(sides)
            if draft.trigger.pattern.two_sided:
                discourse.recent = tuple(sides)
        if draft.said is not None and draft.said.speakers:
            discourse.speaker = draft.said.speakers
        opening = len(discourse.named) < _OPENING and not discourse.speaker and draft.said is None
        if opening and draft.type in inferred_roles.SPOKEN and _present(tokens[draft.trigger.verb]):
            discourse.voice = tuple(a for a in draft.source if a.country and not a.person) or discourse.voice


def _present(token: Token) -> bool:
    return "Tense=Pres" in token.features and "VerbForm=Fin" in token.features


def _finish(
    sentence: int,
    document: Document,
    found: Sequence[Draft],
    aliases: Mapping[int, int],
    costs: Sequence[tolls.Toll],
    scene: Scene,
    calendar: event_date.Calendar,
) -> list[Event]:
    """The drafts of a sentence as events of the article, each with its days, place, standing and cost."""
    clauses = scene.clauses
    owners = event_date.Owners(clauses, [(d.trigger.i, d.trigger.verb) for d in found], aliases)
    events = []
    whens = [
        calendar.when(sentence, number, owners, clauses, d.type, d.status, d.trigger)
        for number, d in enumerate(found)
    ]
    for number, draft in enumerate(found):
        trigger = draft.trigger
        when = _shared(number, found, whens, clauses)
        where = event_place.where(number, owners, scene, trigger, draft.type)
        if when.basis == "text" and calendar.told_of and not calendar.told_of & _countries(draft):
            when = event_date.When(UNKNOWN, "unknown", "")
        killed, injured, toll_text = _cost(number, draft, owners, costs)
        start, end = _words(clauses, trigger)
        event = Event(
            sentence=sentence,
            start=start,
            end=end,
            trigger=document.text[start:end],
            type=draft.type,
            mode=draft.mode,
            when=when.interval,
            date_basis=when.basis,
            date_text=when.text,
            place_id=where.place_id,
            place_basis=where.basis,
            status=status.status(scene, draft, when, calendar),
            attributed_to=_speakers(draft),
            killed=killed,
            injured=injured,
            toll_text=toll_text,
            confidence=0.0,
            pattern_id=trigger.pattern.pattern_id,
            parties=_parts(draft),
        )
        events.append(replace(event, confidence=_confidence(event, draft, len(clauses.tokens))))
    return events


def _shared(
    number: int, found: Sequence[Draft], whens: Sequence[event_date.When], clauses: Clauses
) -> event_date.When:
    """An event's days, or those of another event in its clause ("declared martial law and a mobilisation")."""
    own = whens[number]
    if own.basis != "unknown" or clauses.case(found[number].trigger.i) in event_date.APART:
        return own
    verb = clauses.clause_of(found[number].trigger.i)
    for other, when in zip(found, whens, strict=True):
        back = clauses.case(other.trigger.i) in event_date.APART
        if when.basis == "clause" and not back and clauses.clause_of(other.trigger.i) == verb:
            return when
    return own


def _countries(draft: Draft) -> set[str]:
    return {a.country for a in (*draft.source, *draft.target) if a.country}


def _words(clauses: Clauses, trigger: Trigger) -> tuple[int, int]:
    """The words that name the event: the trigger, with its particle or the words before a noun."""
    tokens = clauses.tokens
    first = last = trigger.i
    for c in clauses.children[trigger.i]:
        if tokens[c].dep == "compound:prt" and abs(c - trigger.i) == 1:
            first, last = min(first, c), max(last, c)
        if not clauses.is_verb(trigger.i) and tokens[c].dep in ("compound", "amod") and 0 < trigger.i - c <= 4:
            first = min(first, c)
    return tokens[first].start, tokens[last].end


def _speakers(draft: Draft) -> str:
    if draft.said is None:
        return ""
    return ";".join(dict.fromkeys(a.actor_id or a.text for a in draft.said.speakers))


def _parts(draft: Draft) -> tuple[Party, ...]:
    said = draft.said.speakers if draft.said else ()
    return tuple(
        Party(role, a.actor_id, a.country, a.text, a.start, a.end)
        for role, actors in (
            ("source", draft.source),
            ("target", draft.target),
            ("mediator", draft.mediators),
            ("speaker", said),
        )
        for a in actors
    )


def _cost(
    number: int, draft: Draft, owners: event_date.Owners, costs: Sequence[tolls.Toll]
) -> tuple[int | None, int | None, str]:
    """The toll of an ASSAULT: the one in its own clause, or the sentence's where no other event takes it."""
    if draft.type != "ASSAULT":
        return None, None, ""
    own = [cost for cost in costs if owners.owner(cost.i, assault=True) == number]
    if not own:
        return None, None, ""
    killed = next((c.killed for c in own if c.killed is not None), None)
    injured = next((c.injured for c in own if c.injured is not None), None)
    return killed, injured, "; ".join(dict.fromkeys(c.text for c in own))


def _confidence(event: Event, draft: Draft, words: int) -> float:
    """How likely the event is right, between 0.05 and 0.95: it falls with each thing that had to be guessed.

    The weights are round numbers set by hand; `evaluate` prints how often events of each level are right.
    """
    said = draft.said is not None and any(a.country != "MED" for a in draft.said.speakers)
    parties = (*draft.source, *draft.target)
    value = 0.95
    value -= 0.1 * (not any(a.country for a in draft.source))
    value -= 0.25 * (not any(a.country for a in draft.target))
    value -= 0.05 * (not all(a.sure for a in parties))
    value -= 0.15 * said
    value -= 0.1 * (draft.trigger.pattern.pos == "n" and not draft.trigger.support)
    value -= 0.1 * (draft.trigger.pattern.weight == 0)
    value -= 0.1 * (words > _LONG)
    value -= 0.1 * (event.when.start is None)
    value -= 0.1 * (event.status == "denied")
    return round(min(0.95, max(0.05, value)), 2)


_OPENING = 8
"""Names before which a text must have shown whose voice it speaks with."""
_LONG = 45
"""Words of a sentence beyond which a small parser errs more."""
