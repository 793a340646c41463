"""The events of an article: who did what to whom, when and where, and whether the text presents it as a fact.

Types are those of PLOVER (manual of 2021, draft 0.8). Each event names the pattern of patterns.csv that found it,
and each party the words that name it. The steps, in the order of ``code`` and ``_events_of``:

1. triggers: words that a pattern matches (triggers) 2. candidates: each trigger with its source and target (roles,
inferred_roles), its factuality and speaker (factuality),
   without acts of war in a sentence about sport (sport); those that are the same event are merged (candidates)
3. for each event its date (event_date), place (event_place), status (status), parties that are not named
(completion),
   toll (tolls, event_toll) and confidence (confidence)
4. what later sentences may refer to (carry_over) 5. events reported in several sentences become one
(within_article)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contactline import names
from contactline.coding import (
    candidates,
    captives,
    carry_over,
    clause_dates,
    completion,
    confidence,
    event_place,
    event_toll,
    quotations,
    status,
    tolls,
    within_article,
)
from contactline.coding.candidates import Candidate
from contactline.coding.event_date import NO_DATE, EventDate, EventDates
from contactline.coding.event_toll import EventToll
from contactline.coding.event_words import EventWords
from contactline.coding.participants import ActorFacts, Discourse, Participant, Participants
from contactline.coding.sentence import SentenceContext
from contactline.coding.triggers import Trigger
from contactline.lexicon import Lexicon, derived, patterns
from contactline.lexicon.conflict import DEAD_OF_YEARS, conflict_parties
from contactline.parsing.clauses import Clauses
from contactline.records import UNKNOWN, Document, Event, Mention, Party, Published, Sentence, Timex, Token

NO_LOOSE = EventToll()
_REPEATED = 20
"""Times that the same sentence of an article is coded; only a broken text repeats one more often."""
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
_STATEMENT = "(?:statement|communiqué|communique|declaration|press release|remarks)"
_STATEMENT_AFTER = re.compile(rf"(?:['’]s)? (?:[a-z]+ )?{_STATEMENT}\.?", re.IGNORECASE)
_STATEMENT_BEFORE = re.compile(rf"\W*(?:official |press )?{_STATEMENT} (?:by|of|from) (?:the )?", re.IGNORECASE)
"""The words of a title before or after the name of the party that makes a statement."""
_DASH_BEFORE = re.compile(r"\s(?:[–—]|--?|:)\s*(?:the )?$", re.IGNORECASE)
"""What separates the news of a title from the party that reports it: "Border under fire – Armenia MFA"."""


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event with the candidate that it was made of, and why it has its status."""

    event: Event
    candidate: Candidate
    status_reason: str


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """A sentence and its events, before events of several sentences are merged.

    ``loose``: dead and injured in it that may belong to an attack reported before it.
    """

    index: int
    context: SentenceContext
    found: tuple[CodedEvent, ...]
    loose: EventToll = NO_LOOSE


def sentences_to_parse(document: Document, lexicon: Lexicon) -> tuple[int, ...]:
    """The numbers of the sentences that contain a word of some pattern or toll: only these have to be parsed.

    Of a sentence that a broken text repeats many times, only the first ``_REPEATED`` occurrences count.
    """
    forms = _trigger_forms(lexicon)
    text = document.text.lower()
    if len(text) != len(document.text):  # a letter whose small form is longer (İ)
        text = document.text
    told: Counter[str] = Counter()
    found: list[int] = []
    for s in document.sentences:
        if any(word.group() in forms for word in _WORD.finditer(text, s.start, s.end)):
            words = text[s.start : s.end]
            told[words] += 1
            if told[words] <= _REPEATED:
                found.append(s.index)
    return tuple(found)


def code(
    document: Document,
    published: Published,
    timexes: Sequence[Timex],
    mentions: Sequence[Mention],
    parses: Mapping[int, Sequence[Token]],
    lexicon: Lexicon,
) -> tuple[tuple[Event, ...], tuple[int, ...]]:
    """Code the events of an article, in the order of its text, and find sentences that look as if they had one.

    ``parses``: by sentence number, the result of parsing.parse for those of ``sentences_to_parse``. ``timexes``
    and ``mentions`` are in the order of the text, and tokens refer to mentions by number. The second value lists
    sentences with two parties and a word of violence or agreement in which nothing was coded.
    """
    events: list[Event] = []
    uncoded: list[int] = []
    for sentence in by_sentence(document, published, timexes, mentions, parses, lexicon):
        if sentence.loose.told and events and _is_attack_before(events[-1], sentence.index):
            events[-1:] = event_toll.with_later(events[-1], sentence.loose, sentence.index, published, lexicon)
        events.extend(coded.event for coded in sentence.found)
        if not sentence.found and _looks_like_an_event(sentence.context):
            uncoded.append(sentence.index)
    merged = within_article.merge(events, document, _actor_facts(lexicon).conflict, _crowds(lexicon))
    return merged, tuple(uncoded)


def by_sentence(
    document: Document,
    published: Published,
    timexes: Sequence[Timex],
    mentions: Sequence[Mention],
    parses: Mapping[int, Sequence[Token]],
    lexicon: Lexicon,
) -> Iterator[CodedSentence]:
    """Yield the parsed sentences in the order of the text, each coded with knowledge of those before it;
    arguments as for ``code``.
    """
    table = patterns.load(lexicon)
    facts = _actor_facts(lexicon)
    discourse = Discourse(publisher=_publisher(document, lexicon), mentioned=_mentioned(mentions, facts))
    dates = EventDates.of(document, published, timexes, table.classes)
    quoted = quotations.find(document, mentions)
    for sentence in document.sentences:
        tokens = parses.get(sentence.index)
        if not tokens:
            continue
        clauses = Clauses(tokens, table.phrasal)
        participants = Participants(clauses, mentions, document.text, table.classes, facts, discourse)
        context = SentenceContext(clauses, participants, table, lexicon, quoted)
        found, aliases = candidates.find(context)
        words = EventWords(clauses, [(c.trigger.i, c.trigger.verb) for c in found], aliases)
        event_dates, dates = _dates_of(sentence.index, found, words, context, dates)
        told = tolls.tolls(context, document.text)
        coded = tuple(_events_of(sentence.index, document, found, event_dates, words, context, dates, told))
        dated = any(True for _ in dates.within(sentence.start, sentence.end))
        loose = NO_LOOSE if dated or not told else event_toll.loose(told, found, words, _is_misfortune(context))
        yield CodedSentence(sentence.index, context, coded, loose)
        discourse = carry_over.after(discourse, context, [c.candidate for c in coded])
        dates = dates.after_sentence(
            sentence.index,
            attributed=any(c.said is not None for c in found),
            news=any(when.basis == "article" for when in event_dates),
            countries=frozenset().union(*map(_countries, found)),
        )


def _dates_of(
    sentence: int, found: Sequence[Candidate], words: EventWords, context: SentenceContext, dates: EventDates
) -> tuple[list[EventDate], EventDates]:
    """The date of each event of a sentence, and the article's dates after them."""
    own: list[EventDate] = []
    for number, candidate in enumerate(found):
        own.append(dates.when(sentence, number, words, context, candidate))
        dates = dates.after_event(sentence, candidate.type, own[-1])
    whens = [_or_of_its_clause(number, found, own, context.clauses) for number in range(len(found))]
    return [
        when if dates.may_share_background(when, _countries(c)) else NO_DATE
        for when, c in zip(whens, found, strict=True)
    ], dates


def _events_of(
    sentence: int,
    document: Document,
    found: Sequence[Candidate],
    event_dates: Sequence[EventDate],
    words: EventWords,
    context: SentenceContext,
    dates: EventDates,
    told: Sequence[tolls.ToldToll],
) -> Iterable[CodedEvent]:
    """The candidates of a sentence as events, each with its date, place, status, toll and confidence.

    A candidate with tolls of several rows (event_toll) gives one event for each.
    """
    for number, (candidate, when) in enumerate(zip(found, event_dates, strict=True)):
        place = event_place.where(number, words, context, candidate.trigger, candidate.type)
        rows = event_toll.tolls_of(
            number, candidate, words, told, captives.told_by(candidate.trigger, context, document.text)
        )
        for row, toll in enumerate(rows):
            of_row = event_toll.of_its_side(candidate, toll) if len(rows) > 1 else candidate
            days = when
            if toll.is_total and (row > 0 or any(t.since or t.i == candidate.trigger.i for t in toll.told)):
                # the toll of an attack that another word names is of the attack's day
                toll, days = event_toll.dated_total(toll, when, row == 0, dates.published, context.lexicon)
            if days.basis == "article" and _costs_years(toll):
                days = NO_DATE  # told as history, whatever the article's own day
            yield _event_of(sentence, document, of_row, days, place, toll, context, dates)


def _event_of(
    sentence: int,
    document: Document,
    candidate: Candidate,
    when: EventDate,
    place: event_place.EventPlace,
    toll: EventToll,
    context: SentenceContext,
    dates: EventDates,
) -> CodedEvent:
    """One row: a candidate with its days, place and toll, its status and confidence."""
    start, end = _trigger_span(context.clauses, candidate.trigger)
    event_status, reason = status.status_and_reason(context, candidate, when, dates)
    held_on = _days(when, event_status, dates.published)
    candidate = completion.completed(candidate, held_on, place.place_id, context)
    if event_status == "reported":  # whose claim it is can show only once the parties are known
        event_status, reason = status.status_and_reason(context, candidate, when, dates)
    if event_status == "reported" and when.interval == UNKNOWN and _costs_years(toll):
        event_status, reason = "background", "only a war of years has cost so many dead"
    event = Event(
        sentence=sentence,
        start=start,
        end=end,
        trigger=document.text[start:end],
        type=candidate.type,
        mode=candidate.mode,
        when=when.interval,
        date_basis=when.basis,
        date_text=when.text,
        place_id=place.place_id,
        place_basis=place.basis,
        status=event_status,
        attributed_to=_speakers(candidate),
        killed=toll.number(tolls.KILLED),
        injured=toll.number(tolls.INJURED),
        toll_text=toll.text,
        confidence=0.0,
        pattern_id=candidate.trigger.pattern.pattern_id,
        parties=_parties(candidate),
        toll=toll.toll(),
    )
    level = confidence.confidence(event, candidate, len(context.clauses.tokens))
    return CodedEvent(replace(event, confidence=level), candidate, reason)


def _costs_years(toll: EventToll) -> bool:
    return (toll.number(tolls.KILLED) or 0) >= DEAD_OF_YEARS


# --- of the lexicon and of the article


@derived
def _trigger_forms(lexicon: Lexicon) -> frozenset[str]:
    table = patterns.load(lexicon)
    tolls_told = table.classes["killing"] | table.classes["wounding"]
    return frozenset(table.by_verb) | frozenset(table.by_noun) | frozenset(table.by_adjective) | tolls_told


@derived
def _crowds(lexicon: Lexicon) -> frozenset[str]:
    classes = patterns.load(lexicon).classes
    return classes["crowds"] | classes["people"] | classes["captives"]


@derived
def _actor_facts(lexicon: Lexicon) -> ActorFacts:
    rows = lexicon.rows("actors")
    return ActorFacts(
        persons=frozenset(row["actor_id"] for row in rows if row["kind"] == "person"),
        countries={row["actor_id"]: row["country"] for row in rows},
        conflict=conflict_parties(lexicon),
        people={row["country"]: row["actor_id"] for row in rows if row["part"] == "people"},
        lines=_places_of_extent("line", lexicon),
        points=_places_of_extent("point", lexicon),
        bodies=frozenset(row["actor_id"] for row in rows if row["kind"] in ("government", "ministry", "igo")),
        kinds={row["place_id"]: row["kind"] for row in lexicon.rows("places")},
    )


def _places_of_extent(extent: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["place_id"] for row in lexicon.rows("places") if row["extent"] == extent)


def _mentioned(mentions: Sequence[Mention], facts: ActorFacts) -> frozenset[str]:
    """The countries of all that an article names, of a place also that of the actor with its name."""
    return frozenset(
        country for m in mentions for country in (m.country, facts.countries.get(m.other or "", "")) if country
    )


def _publisher(document: Document, lexicon: Lexicon) -> tuple[Participant, ...]:
    """The government or body that publishes the text, or makes the statement by its title, and so is "we" in it.

    Empty for a newspaper.
    """
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
        publishes = mention.end <= len(document.article.publisher) and mention.form != "demonym"
        speaks = publishes or _signs(title, mention)  # an "Armenian News Network" is no body of Armenia
        if mention.kind == "actor" and mention.country not in ("", "MED") and speaks:
            return (Participant(mention.ref, mention.country, mention.text, 0, 0, -1, sure=False),)
    return ()


def _signs(title: str, mention: Mention) -> bool:
    """Whether the title shows that the text is somebody's own ("Peace talks: UK statement"), or reports only what
    one party says ("Border under fire – Armenia MFA").
    """
    before, after = title[: mention.start], title[mention.end :]
    if not after.strip() and _DASH_BEFORE.search(before) is not None:
        return True
    return _STATEMENT_AFTER.fullmatch(after) is not None or _STATEMENT_BEFORE.fullmatch(before) is not None


# --- of one sentence


def _looks_like_an_event(context: SentenceContext) -> bool:
    """Whether a sentence names two parties and a word of violence or agreement."""
    named = {a.country for a in context.participants.named_here if a.country}
    if len(named) < 2:
        return False
    words = [t.lower for t in context.clauses.tokens]
    return any(not context.table.classes[name].isdisjoint(words) for name in ("hostilities", "accord", "killing"))


def _is_misfortune(context: SentenceContext) -> bool:
    """Whether a sentence tells of a crash, an illness or the like."""
    return any(t.lower in context.table.classes["misfortunes"] for t in context.clauses.tokens)


def _is_attack_before(event: Event, sentence: int) -> bool:
    """Whether an event is an attack told as a fact up to the sentence right before."""
    last = max(event.sentence, *event.other_sentences, -1)
    return event.type == "ASSAULT" and last == sentence - 1 and event.status in ("reported", "claimed")


def _or_of_its_clause(
    number: int, found: Sequence[Candidate], dates: Sequence[EventDate], clauses: Clauses
) -> EventDate:
    """An event's date, or that of another event in its clause ("declared martial law and a mobilisation")."""
    own = dates[number]
    open_day = own.basis == "unknown" or (own.basis == "article" and found[number].type not in clause_dates.VERBAL)
    if not open_day or clauses.preposition(found[number].trigger.i) in clause_dates.APART:
        return own
    verb = _clause_that_tells(clauses, found[number].trigger.i)
    for other, when in zip(found, dates, strict=True):
        apart = clauses.preposition(other.trigger.i) in clause_dates.APART
        if when.basis == "clause" and not apart and _clause_that_tells(clauses, other.trigger.i) == verb:
            return when
    return own


def _clause_that_tells(clauses: Clauses, i: int) -> int:
    """The verb of the clause that reports an event.

    For an event in a "with" phrase it is the verb above: "fighting broke out, with both sides bringing up guns".
    """
    verb = clauses.clause_of(i)
    token = clauses.tokens[verb]
    circumstance = token.dep == "acl" and clauses.preposition(token.head) == "with"
    noun = token.dep in ("nsubj", "nsubj:pass", "obj") and token.pos == "VERB"
    return clauses.clause_of(token.head) if circumstance or noun else verb


def _countries(candidate: Candidate) -> frozenset[str]:
    return frozenset(a.country for a in (*candidate.source, *candidate.target) if a.country)


def _trigger_span(clauses: Clauses, trigger: Trigger) -> tuple[int, int]:
    """The span of the words that name the event: the trigger, with its particle or the words before a noun."""
    tokens = clauses.tokens
    first = last = trigger.i
    for c in clauses.children[trigger.i]:
        if tokens[c].dep == "compound:prt" and abs(c - trigger.i) == 1:
            first, last = min(first, c), max(last, c)
        if not clauses.is_verb(trigger.i) and tokens[c].dep in ("compound", "amod") and 0 < trigger.i - c <= 4:
            first = min(first, c)
    return tokens[first].start, tokens[last].end


def _days(when: EventDate, event_status: str, published: Published) -> completion.Days:
    """The days of an event; for one without a date those of the article, except for history."""
    if when.interval.start or when.interval.end or event_status == "background":
        return when.interval.start, when.interval.end
    return published.interval.start, published.interval.end


def _speakers(candidate: Candidate) -> str:
    """Who says so, by actor_id or words, separated by ";"; "" where the text itself does."""
    if candidate.said is None:
        return ""
    return ";".join(dict.fromkeys(a.actor_id or a.text for a in candidate.said.speakers))


def _parties(candidate: Candidate) -> tuple[Party, ...]:
    speakers = candidate.said.speakers if candidate.said else ()
    return tuple(
        Party(role, a.actor_id, a.country, a.text, a.start, a.end, a.basis)
        for role, participants in (
            ("source", candidate.source),
            ("target", candidate.target),
            ("mediator", candidate.mediators),
            ("speaker", speakers),
        )
        for a in participants
    )
