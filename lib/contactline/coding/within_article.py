"""Merges an event that an article reports in several sentences into one row that lists the other sentences.

Two events are compared by the reasons in ``REASONS``, in order: the first that applies decides. If none applies,
the two are the same event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from contactline.lexicon.conflict import ConflictParties
from contactline.records import NOBODY, Document, Event, Party, Toll

_CEASEFIRE = "ceasefire"
_CEASEFIRE_TYPES = frozenset({"CONCEDE", "RETREAT", "AGREE", "SUPPORT"})
"""Types under which articles report the same ceasefire: agreed to, in force, welcomed."""
_COMPARED_TYPES = frozenset({"CONSULT", "ASSAULT", "COERCE", "PROTEST"})
"""Types whose events are compared by day, parties and place, whatever their words."""
_MATERIAL_TYPES = frozenset(
    {"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "RETREAT", "AID", "COOPERATE"}
)
_PHONE = "phone"
_IN_PERSON = frozenset({"meeting", "meetings", "summit", "visit", "reception"})
"""Words for talks that are held in one place."""
_POINTING_WORDS = frozenset({"the", "this", "that", "these", "those", "latest", "recent"})
_OPERATION_WORDS = frozenset(
    {"operation", "offensive", "measures", "campaign", "aggression", "launched", "began", "invasion"}
)
"""Words for a whole operation; a side has only one at a time."""
_SEASON_DAYS = 92
"""A longer span, in days, contains many attacks, so that two in it need not be the same."""
_DAYS_APART, _DAYS_APART_DEFINITE = 3, 10
"""Most days between an event and one dated by the article's own day that can be the same; the second number is
for words that refer back ("the meeting")."""
_POINTING_REACH = 24
"""Characters before an event in which a pointing word is looked for."""
_DEADLY = re.compile(r"\b(?:fatal|mortal)(?:ly)?\b", re.IGNORECASE)
_LEAD = 3
"""Number of sentences after the title that report the news in it."""
_WORD = re.compile(r"[^\W\d_]+")
_STEM_LETTERS = 4
"""Number of letters by which words are compared, so that their endings do not matter: "killed" and "kills"."""
_SIZE = re.compile(
    r"\b((?:tens|hundreds) of thousands|dozens|scores|hundreds|thousands|\d{1,3}(?:[,.]\d{3})+|\d+)\b"
    r"((?: [\w-]+){1,4})",
    re.IGNORECASE,
)
"""A number, and the next words, one of which may be a word for people: "some 2,000 angry demonstrators"."""
_SHARED_WORDS, _SHARED_WORDS_TITLE = 0.6, 0.4
"""Share of the shorter sentence's words that makes it a repetition of the other. It is lower for a title, which
is shorter than what it sums up. Set by hand."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events of an article, in the order of the text, and what they are compared by.

    ``crowds``: words for people who protest or are arrested.
    """

    first: Event
    second: Event
    document: Document
    conflict: ConflictParties
    crowds: frozenset[str] = frozenset()

    @property
    def events(self) -> tuple[Event, Event]:
        return self.first, self.second

    @property
    def one_type(self) -> bool:
        return self.first.type == self.second.type

    @property
    def one_trigger(self) -> bool:
        return self.first.trigger.lower() == self.second.trigger.lower()

    @property
    def one_time(self) -> bool:
        return self.first.when == self.second.when

    @property
    def both_dated_by_clause(self) -> bool:
        return self.first.date_basis == self.second.date_basis == "clause"

    @property
    def one_of_a_span(self) -> bool:
        """Whether one is on the article's day, and the other on a span that the text gives ("talks since May")."""
        basis = {e.date_basis == "article": e.when.precision for e in self.events}
        return len(basis) == 2 and basis[False] == "range"

    @property
    def told_days(self) -> list[bool]:
        """For each event whether the text gives its days.

        An attack or coercion without a date only has the article's day, which does not distinguish it from others.
        """
        return [
            e.when.start is not None and not (e.date_basis == "article" and e.type in _MATERIAL_TYPES)
            for e in self.events
        ]

    @property
    def tolls_differ(self) -> bool:
        killed = self.first.killed, self.second.killed
        return None not in killed and killed[0] != killed[1]

    @property
    def sizes(self) -> tuple[str, str]:
        """The number of people who protested or were arrested in each; "" where there is none."""
        first, second = (_size(e, self.document, self.crowds) for e in self.events)
        return first, second

    @property
    def one_kind_of_toll(self) -> bool:
        """Whether it is not the case that one has a running total and the other the toll of one event."""
        kinds = [e.toll.killed.kind or e.toll.injured.kind for e in self.events]
        return "" in kinds or kinds[0] == kinds[1]

    @property
    def same_roles(self) -> bool:
        """Whether both name the same countries as source, and as target."""
        return all(
            _countries_as(self.first, role) == _countries_as(self.second, role) for role in ("source", "target")
        )

    @property
    def opposed_roles(self) -> bool:
        """Whether both name a source, or both a target, with no country in common; belligerents count by side."""
        return any(self._disjoint(role) for role in ("source", "target"))

    def _disjoint(self, role: str) -> bool:
        first, second = (self.conflict.one_side(_countries_as(e, role)) - {""} for e in self.events)
        return bool(first and second) and not first & second

    @property
    def one_ceasefire(self) -> bool:
        """Whether both are about a ceasefire; its agreement and its coming into force are two events."""
        if not self.first.mode == self.second.mode == _CEASEFIRE:
            return False
        types = {e.type for e in self.events}
        return types <= _CEASEFIRE_TYPES and ("RETREAT" not in types or len(types) == 1)

    @property
    def party_countries(self) -> tuple[frozenset[str], frozenset[str]]:
        """The countries of either's source and target; of attacks and ceasefires, belligerents by side."""
        first, second = (_countries(e) for e in self.events)
        if self.one_ceasefire or self.first.type == "ASSAULT":
            return self.conflict.one_side(first), self.conflict.one_side(second)
        return first, second


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for (``same``) or against two events being the same: whether it applies to a pair, and its
    description.
    """

    applies: Callable[[Pair], bool]
    same: bool
    description: str


def merge(
    events: Sequence[Event], document: Document, conflict: ConflictParties, crowds: frozenset[str] = frozenset()
) -> tuple[Event, ...]:
    """Merge the events into one row each, in the order of the text; what only one report says is taken from it.

    ``crowds``: words for people who protest or are arrested, whose numbers distinguish two such events.
    """
    kept: list[Event] = []
    told: list[set[int]] = []  # of each, the numbers of all sentences that tell it
    for event in events:
        sentences = {event.sentence, *event.other_sentences}
        for n, other in enumerate(kept):
            if other.type != event.type and not other.mode == event.mode == _CEASEFIRE:
                continue  # a shortcut: this is the first of the reasons, and applies to most pairs
            if is_same(Pair(other, event, document, conflict, crowds)):
                kept[n] = _combined(other, event, in_title=_in_title(other, document))
                told[n] |= sentences
                break
        else:
            kept.append(event)
            told.append(sentences)
    return tuple(_also_told_in(event, sentences) for event, sentences in zip(kept, told, strict=True))


def _also_told_in(event: Event, sentences: set[int]) -> Event:
    others = tuple(sorted(sentences - {event.sentence}))
    return event if others == event.other_sentences else replace(event, other_sentences=others)


def is_same(pair: Pair) -> bool:
    """Whether two events are one, by the first of the reasons that applies."""
    return next((reason.same for reason in REASONS if reason.applies(pair)), True)


# --- the reasons


def _other_type(pair: Pair) -> bool:
    return not pair.one_type and not pair.one_ceasefire


def _others_attacked(pair: Pair) -> bool:
    return pair.first.type in ("ASSAULT", "COERCE") and pair.opposed_roles


def _rows_of_one_word(pair: Pair) -> bool:
    return (pair.first.sentence, pair.first.start) == (pair.second.sentence, pair.second.start)


def _total_and_increment(pair: Pair) -> bool:
    return not pair.one_kind_of_toll


def _other_act_within_a_country(pair: Pair) -> bool:
    """Whether two arrests or protests are of another kind or another number of people."""
    first, second = pair.events
    if not pair.one_type or first.type not in ("COERCE", "PROTEST"):
        return False
    sizes = pair.sizes
    return first.mode != second.mode or ("" not in sizes and sizes[0] != sizes[1])


def _other_gathering(pair: Pair) -> bool:
    """Whether of two protests the day differs, or neither the place nor the number shows that they are one."""
    if pair.first.type != "PROTEST":
        return False
    places = {e.place_id for e in pair.events}
    same_place = len(places) == 1 and None not in places
    sizes = pair.sizes
    same_size = "" not in sizes and sizes[0] == sizes[1] and len(places - {None}) < 2
    return not pair.one_time or not (same_place or same_size)


def _repeats(pair: Pair) -> bool:
    first, second = pair.events
    stems = {e.trigger.lower()[:_STEM_LETTERS] for e in pair.events}
    if not pair.one_type or len(stems) > 1 or pair.opposed_roles:
        return False
    mutual = [_countries(e) for e in pair.events if _countries_as(e, "source") == _countries_as(e, "target")]
    if len(mutual) == 2 and mutual[0] != mutual[1]:
        return False
    if first.sentence == second.sentence:
        return pair.same_roles and first.type not in _MATERIAL_TYPES and pair.one_time
    if pair.tolls_differ or (pair.both_dated_by_clause and not pair.one_time):
        return False
    return _words_shared(pair)


def _words_shared(pair: Pair) -> bool:
    first, second = (_sentence_stems(e, pair.document) for e in pair.events)
    shared = len(first & second)
    share = shared / max(1, min(len(first), len(second)))
    return shared > 2 and share >= (_SHARED_WORDS_TITLE if _in_title(pair.first, pair.document) else _SHARED_WORDS)


def _title_tells_the_dead(pair: Pair) -> bool:
    """Whether a title and the first lines report the same dead, the latter with what the title leaves out."""
    first, second = pair.events
    if not first.type == second.type == "ASSAULT" or not _in_title(first, pair.document):
        return False
    near = 0 < second.sentence - first.sentence <= _LEAD
    killed = first.killed is not None and (second.killed is not None or _is_deadly(second, pair.document))
    killed = killed and not pair.tolls_differ
    places = {e.place_id for e in pair.events if e.place_id and e.place_basis == "own"}
    return near and killed and first.status != "denied" and not pair.opposed_roles and len(places) < 2


def _one_attack_of_a_sentence(pair: Pair) -> bool:
    first, second = pair.events
    attacks = first.type == second.type == "ASSAULT" and first.status == second.status
    one_toll = first.killed is None or second.killed is None
    return attacks and first.sentence == second.sentence and one_toll and pair.same_roles and pair.one_time


def _same_word_on_the_same_day(pair: Pair) -> bool:
    first, second = pair.events
    same_words = pair.one_type and pair.one_trigger and pair.both_dated_by_clause and pair.one_time
    return same_words and first.status == second.status and _countries(first) == _countries(second) != frozenset()


def _tells_only_a_toll(pair: Pair) -> bool:
    first, second = pair.events
    attacks = first.type == second.type == "ASSAULT" and second.sentence == first.sentence + 1
    bare = not _countries(second) and second.place_id is None and second.date_basis not in ("clause", "sentence")
    told = second.toll.killed != NOBODY or second.toll.injured != NOBODY
    return attacks and bare and told and first.status == second.status and not pair.tolls_differ


def _not_compared(pair: Pair) -> bool:
    return pair.first.type not in _COMPARED_TYPES and not pair.one_ceasefire


def _only_one_planned_or_denied(pair: Pair) -> bool:
    status = {e.status for e in pair.events}
    return bool(status & {"planned", "denied"}) and len(status) > 1


def _only_one_mediation(pair: Pair) -> bool:
    modes = {e.mode for e in pair.events}
    return "third-party" in modes and len(modes) > 1


def _call_and_meeting(pair: Pair) -> bool:
    modes = {e.mode: e.trigger.lower().rpartition(" ")[2] for e in pair.events}
    other = next((word for mode, word in modes.items() if mode != _PHONE), "")
    return _PHONE in modes and ("visit" in modes or other in _IN_PERSON)


def _other_countries(pair: Pair) -> bool:
    first, second = pair.party_countries
    return not first or not second or not (first <= second or second <= first)


def _each_names_one_country(pair: Pair) -> bool:
    attack = pair.first.type == "ASSAULT" and pair.first.sentence != pair.second.sentence
    return attack and all(len(countries) == 1 for countries in pair.party_countries)


def _near_the_articles_day(pair: Pair) -> bool:
    first, second = pair.events
    if first.type in _MATERIAL_TYPES or "article" not in (first.date_basis, second.date_basis):
        return False
    if first.when.end is None or second.when.start is None:
        return False
    if pair.one_of_a_span:
        return False
    pointing = second.date_basis == "article" and _is_definite(second, pair.document)
    days = _DAYS_APART_DEFINITE if pointing else _DAYS_APART
    return abs(second.when.start - first.when.end).days <= days


def _other_days(pair: Pair) -> bool:
    a, b = pair.first.when, pair.second.when
    if a.start is None or b.start is None or not all(pair.told_days) or (a.start, a.end) == (b.start, b.end):
        return False
    if a.end is None or b.end is None or pair.both_dated_by_clause or pair.one_of_a_span:
        return True
    return not (a.start <= b.start <= b.end <= a.end or b.start <= a.start <= a.end <= b.end)


def _deed_within_a_fight(pair: Pair) -> bool:
    if pair.first.type != "ASSAULT" or pair.one_trigger:
        return False
    mutual = [_countries_as(e, "source") == _countries_as(e, "target") for e in pair.events]
    named = [all(_countries_as(e, role) - {""} for role in ("source", "target")) for e in pair.events]
    return mutual[0] != mutual[1] and all(named) and not any(_in_title(e, pair.document) for e in pair.events)


def _other_roles_in_a_long_span(pair: Pair) -> bool:
    a, b = pair.first.when, pair.second.when
    one_span = (a.start, a.end) == (b.start, b.end)
    return pair.first.type == "ASSAULT" and one_span and not pair.same_roles and _days(pair.first) > _SEASON_DAYS


def _other_places(pair: Pair) -> bool:
    places = {e.place_id for e in pair.events if e.place_id}
    return len(places) > 1 and pair.first.type in ("ASSAULT", "COERCE")


def _other_tolls(pair: Pair) -> bool:
    return pair.tolls_differ


def _one_operation(pair: Pair) -> bool:
    first, second = pair.events
    return (
        first.type == second.type == "ASSAULT"
        and _countries_as(first, "source") == _countries_as(second, "source")
        and all(e.trigger.lower().rsplit(" ", 1)[-1] in _OPERATION_WORDS for e in pair.events)
    )


def _undated_by_other_words(pair: Pair) -> bool:
    dated = pair.told_days
    if pair.first.type != "ASSAULT" or all(dated) or pair.one_trigger:
        return False
    return not (dated == [True, False] and _is_definite(pair.second, pair.document))


REASONS = (
    Reason(_other_type, False, "two types, unless both are of a ceasefire"),
    Reason(_others_attacked, False, "attacks by, or on, countries that have none in common"),
    Reason(_rows_of_one_word, False, "one word told with tolls of two kinds or sides, each a row of its own"),
    Reason(_total_and_increment, False, "a running total, and those whom one event cost"),
    Reason(
        _other_act_within_a_country, False, "arrests or protests of another kind, or of another number of people"
    ),
    Reason(_repeats, True, "the second sentence says with the same verb what the first, or the title, has said"),
    Reason(_title_tells_the_dead, True, "the title, and one of the next sentences, tell of as many dead"),
    Reason(_one_attack_of_a_sentence, True, "attacks of one sentence with one day, one toll and the same roles"),
    Reason(_same_word_on_the_same_day, True, "the same word, day, status and countries, each dated by its clause"),
    Reason(
        _tells_only_a_toll, True, "the next sentence names nobody, no day and no place: only what the attack cost"
    ),
    Reason(_not_compared, False, "types of which only a repetition is the same event"),
    Reason(_other_gathering, False, "protests of other days, or that no place and no number shows to be one"),
    Reason(_only_one_planned_or_denied, False, "one is planned or denied and the other is not"),
    Reason(_only_one_mediation, False, "one is by a third party and the other is not"),
    Reason(_call_and_meeting, False, "one is held by phone and the other in one place"),
    Reason(_other_countries, False, "a country of either is none of the other, or one names none at all"),
    Reason(
        _each_names_one_country, False, "attacks of two sentences that name one country each: too little to tell"
    ),
    Reason(_near_the_articles_day, True, "no attack, dated by the article's day and a few days from the other"),
    Reason(_other_days, False, "days of which neither span lies in the other"),
    Reason(_other_roles_in_a_long_span, False, "attacks with other roles in a span of more than a season"),
    Reason(_deed_within_a_fight, False, "fighting of both sides, and what one of them did by another word"),
    Reason(_other_places, False, "attacks or coercion at two places"),
    Reason(_other_tolls, False, "two numbers of killed"),
    Reason(_one_operation, True, "words for a whole operation of the same source"),
    Reason(_undated_by_other_words, False, "attacks by other words, one without a date and not pointing back"),
)
"""In the order in which they are tested: the first that applies decides."""


# --- what they look at


def _countries(event: Event) -> frozenset[str]:
    return frozenset(p.country for p in event.parties if p.role in ("source", "target") and p.country)


def _countries_as(event: Event, role: str) -> frozenset[str]:
    """The countries of an event's parties in a role, "" for a party whose country is not known."""
    return frozenset(p.country for p in event.parties if p.role == role)


def _is_definite(event: Event, document: Document) -> bool:
    """Whether the words point to an event named before: "the attack", "this latest fighting"."""
    before = document.text[max(0, event.start - _POINTING_REACH) : event.start].lower().split()
    return any(word in _POINTING_WORDS for word in before[-2:])


def _size(event: Event, document: Document, crowds: frozenset[str]) -> str:
    """The one number of people that an event's sentence gives, as it is written without its commas."""
    sentence = document.sentences[event.sentence]
    found = {
        number.lower().replace(",", "").replace(".", "")
        for number, behind in _SIZE.findall(document.text, sentence.start, sentence.end)
        if not crowds.isdisjoint(behind.lower().split())
    }
    return min(found) if len(found) == 1 else ""


def _in_title(event: Event, document: Document) -> bool:
    span = document.title_span
    return span is not None and span[0] <= event.start < span[1]


def _is_deadly(event: Event, document: Document) -> bool:
    """Whether an event's sentence reports a deadly wound without a number of dead: "fatally wounded"."""
    sentence = document.sentences[event.sentence]
    return _DEADLY.search(document.text, sentence.start, sentence.end) is not None


def _days(event: Event) -> int:
    start, end = event.when.start, event.when.end
    return 0 if start is None or end is None else (end - start).days


def _sentence_stems(event: Event, document: Document) -> frozenset[str]:
    """The beginnings of the longer words of an event's sentence."""
    sentence = document.sentences[event.sentence]
    text = document.text[sentence.start : sentence.end].lower()
    return frozenset(word[:_STEM_LETTERS] for word in _WORD.findall(text) if len(word) > _STEM_LETTERS)


# --- two tellings as one row


def _combined(kept: Event, other: Event, in_title: bool) -> Event:
    """The fuller report, completed from the other one. A title (``in_title``) is never the fuller one."""
    names_source = not any(_countries_as(kept, "source")) and any(_countries_as(other, "source"))
    fuller = in_title or names_source or _fullness(other) > _fullness(kept) + 1
    main, rest = (other, kept) if fuller else (kept, other)
    dated = rest.when.start is not None and (
        main.when.start is None or (main.date_basis == "article" and rest.date_basis in ("clause", "sentence"))
    )
    return replace(
        main,
        parties=_combined_parties(main, rest),
        when=rest.when if dated else main.when,
        date_basis=rest.date_basis if dated else main.date_basis,
        date_text=rest.date_text if dated else main.date_text,
        place_id=main.place_id or rest.place_id,
        place_basis=main.place_basis if main.place_id else rest.place_basis,
        killed=main.killed if main.killed is not None else rest.killed,
        injured=main.injured if main.injured is not None else rest.injured,
        toll_text=main.toll_text or rest.toll_text,
        toll=_combined_toll(main.toll, rest.toll),
        confidence=max(main.confidence, rest.confidence),
    )


def _combined_toll(main: Toll, rest: Toll) -> Toll:
    """The toll of the fuller telling with the figures that only the other gives."""
    return replace(
        main,
        **{
            name: getattr(rest, name)
            for name in ("killed", "injured", "captured", "handed_over", "held")
            if getattr(main, name) == NOBODY
        },
        of=main.of or rest.of,
        as_of=main.as_of or rest.as_of,
    )


def _combined_parties(main: Event, rest: Event) -> tuple[Party, ...]:
    """The parties of the fuller telling, and what only the other says of who met, attacked or was attacked."""
    if main.type == "CONSULT" and len(_countries(main)) == 1 and _countries(main) < _countries(rest):
        return rest.parties
    parties = list(main.parties)
    for role, against in (("source", "target"), ("target", "source")):
        if main.type in ("ASSAULT", "COERCE") and not any(_countries_as(main, role)):
            opposite = ("", *_countries_as(main, against))
            added = [p for p in rest.parties if p.role == role and p.country not in opposite]
            parties = [p for p in parties if p.role != role or not added] + added
    return tuple(parties)


def _fullness(event: Event) -> int:
    """How much an event says: its countries, its own date (counts double), place, toll, and that it is a fact."""
    return (
        len(_countries(event))
        + (event.date_basis == "clause") * 2
        + (event.place_id is not None)
        + (event.killed is not None)
        + (event.status == "reported")
    )
