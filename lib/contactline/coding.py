"""Events of an article: who did what to whom, when and where, and how the text stands to it.

One engine: patterns (patterns.csv) over the clauses of a dependency parse. Types are PLOVER's (manual of
2021, draft 0.8). Each event names the pattern that fired; each party the words that name it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from contactline import lexicon, merging, names, patterns, placing, standing, timing, tolls
from contactline.clauses import Clauses
from contactline.parties import SIDES, Actor, Discourse, Known, Parties
from contactline.patterns import COOPERATIVE, Patterns
from contactline.records import UNKNOWN, Document, Event, Mention, Party, Published, Sentence, Timex, Token
from contactline.triggers import NESTED, Matcher, Trigger

_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
_THINGS = (
    "things",
    "hostilities",
    "accord",
    "talks",
    "territory",
    "weapons",
    "aid",
    "access",
    "restriction",
    "demand",
    "concern",
    "sympathy",
    "charge",
    "relations",
    "times",
    "ceasefire",
    "calm",
    "decree",
    "uncounted",
)
"""Classes of words that name no actor: "violence has forced ..." has nobody who forced."""
_MATERIAL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event of one sentence before it has a date, a place and a standing in the article."""

    trigger: Trigger
    type: str
    mode: str
    stance: str
    status: str
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    mediators: tuple[Actor, ...]
    said: standing.Saying | None


@cache
def _forms(directory: Path) -> frozenset[str]:
    table = patterns.load(directory)
    return frozenset(table.by_verb) | frozenset(table.by_noun) | frozenset(table.by_adjective)


def _extents(extent: str, directory: Path) -> frozenset[str]:
    return frozenset(row["place_id"] for row in lexicon.rows("places", directory) if row["extent"] == extent)


@cache
def _known(directory: Path) -> Known:
    rows = lexicon.rows("actors", directory)
    return Known(
        frozenset(row["actor_id"] for row in rows if row["kind"] == "person"),
        {row["actor_id"]: row["country"] for row in rows},
        _extents("line", directory),
        _extents("point", directory),
    )


def candidates(document: Document, directory: Path = lexicon.DIRECTORY) -> tuple[int, ...]:
    """The sentences that hold a word of some pattern: only these are parsed."""
    forms = _forms(directory)
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
    directory: Path = lexicon.DIRECTORY,
) -> tuple[tuple[Event, ...], tuple[int, ...]]:
    """The events of an article in the order of its text, and the sentences that look as if they held one.

    ``parses``: what parsing.parse gave for the sentences of ``candidates``. The second value lists sentences
    with two parties and a word of violence or agreement in which nothing was coded.
    """
    table = patterns.load(directory)
    discourse = Discourse(publisher=_publisher(document, directory))
    known = _known(directory)
    for mention in mentions:
        for country in {mention.country, known.countries.get(mention.other or "", "")} - {""}:
            discourse.seen[country] = discourse.seen.get(country, 0) + 1
    calendar = timing.Calendar(document, published, timexes)
    events: list[Event] = []
    uncoded = []
    for sentence in document.sentences:
        tokens = parses.get(sentence.index)
        if not tokens:
            continue
        clauses = Clauses(tokens, table.phrasal)
        parties = Parties(clauses, mentions, document.text, table.classes, known, discourse)
        drafts, aliases = _outcomes(_drafts(clauses, parties, table), clauses, table)
        costs = tolls.tolls(clauses, document.text, directory)
        coded = _finish(
            sentence.index, document, drafts, aliases, costs, clauses, parties, calendar, mentions, table
        )
        events.extend(coded)
        calendar.pass_over(
            sentence.index, any(d.said is not None for d in drafts), {c for d in drafts for c in _countries(d)}
        )
        _remember(discourse, parties, clauses, drafts)
        if not coded and _telling(clauses, parties, table):
            uncoded.append(sentence.index)
    return merging.merge(events, document, calendar), tuple(uncoded)


def _publisher(document: Document, directory: Path) -> tuple[Actor, ...]:
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
    for mention in names.find(head, directory):
        if (
            mention.kind == "actor"
            and mention.country not in ("", "MED")
            and mention.end <= len(document.article.publisher)
        ):
            return (Actor(mention.ref, mention.country, mention.text, 0, 0, -1, sure=False),)
    return ()


def _telling(clauses: Clauses, parties: Parties, table: Patterns) -> bool:
    named = {a.country for t in clauses.tokens if (a := parties.named(t.i)) is not None and a.country}
    words = table.classes["hostilities"] | table.classes["accord"] | table.classes["killing"]
    return len(named) >= 2 and any(t.lower in words for t in clauses.tokens)


# --- one sentence


def _drafts(clauses: Clauses, parties: Parties, table: Patterns) -> list[Draft]:
    matcher = Matcher(clauses, parties, table)
    for token in clauses.tokens:
        actor = parties.named(token.i)
        if actor is not None:
            parties.local.append(actor)
    drafts = []
    for trigger in matcher.triggers():
        draft = _draft(clauses, parties, table, trigger)
        if draft is not None:
            drafts.append(draft)
    return _brokered(_held(drafts, clauses), clauses)


def _held(drafts: list[Draft], clauses: Clauses) -> list[Draft]:
    """A noun in the clause of a verb of its own type is no event beside it ("allocated millions in aid")."""
    verbs = {(d.trigger.i, d.type) for d in drafts if d.trigger.pattern.pos == "v"}
    return [
        d for d in drafts if d.trigger.pattern.pos != "n" or (clauses.clause_of(d.trigger.i), d.type) not in verbs
    ]


def _brokered(drafts: list[Draft], clauses: Clauses) -> list[Draft]:
    """ "Talks mediated by the EU" are one event: who brokered an event told beside it is its mediator."""
    brokers = [
        d
        for d in drafts
        if d.mode == "third-party"
        and clauses.tokens[d.trigger.i].dep in ("acl", "advcl", "amod", "acl:relcl", "conj")
        and clauses.passive(d.trigger.i)
    ]
    events = [d for d in drafts if d.mode != "third-party" and d.trigger.pattern.two_sided]
    if not brokers or not events:
        return drafts
    main = min(events, key=lambda d: abs(d.trigger.i - brokers[0].trigger.i))
    named = {a.country for a in main.mediators}
    added = tuple(a for b in brokers for a in b.source if a.country and a.country not in named)
    shut = {a.country for a in added}
    source, target = (
        tuple(a for a in side if a.country not in shut) or side for side in (main.source, main.target)
    )
    mended = replace(main, mediators=(*main.mediators, *added), source=source, target=target)
    return [mended if d is main else d for d in drafts if d not in brokers]


def _outcomes(drafts: list[Draft], clauses: Clauses, table: Patterns) -> tuple[list[Draft], dict[int, int]]:
    """Takes a killing that is only the outcome of an attack told beside it ("the shelling killed two") into the
    attack, whom it hit included. The second value maps the words of the killing to the attack's number.
    """
    into: dict[int, int] = {}
    for n, draft in enumerate(drafts):
        attack = _attack_of(draft, drafts, clauses, table)
        if attack is not None:
            into[n] = attack
    kept = [n for n in range(len(drafts)) if n not in into]
    merged = list(drafts)
    aliases: dict[int, int] = {}
    for n, attack in into.items():
        if not any(a.country for a in merged[attack].target):
            merged[attack] = replace(merged[attack], target=drafts[n].target or merged[attack].target)
        aliases[drafts[n].trigger.i] = kept.index(attack)
        aliases.setdefault(drafts[n].trigger.verb, kept.index(attack))
    return [merged[n] for n in kept], aliases


def _attack_of(draft: Draft, drafts: Sequence[Draft], clauses: Clauses, table: Patterns) -> int | None:
    """The number of the attack whose outcome a killing is, None where it stands for itself."""
    hurting = table.classes["killing"] | table.classes["wounding"]
    word = clauses.tokens[draft.trigger.i].lower
    if draft.type != "ASSAULT" or word not in hurting:
        return None
    known = any(a.country for a in draft.source)
    above = set(clauses.root_of(draft.trigger.i))
    doers = {j for i in draft.trigger.slots.get("subj", ()) for j in (i, *clauses.under(i))}
    for number, other in enumerate(drafts):
        if other is draft or other.type != "ASSAULT" or other.status != draft.status:
            continue
        if clauses.tokens[other.trigger.i].lower in hurting:
            continue
        if not known or other.trigger.i in doers or {other.trigger.i, other.trigger.verb} & above:
            return number
    return None


def _draft(clauses: Clauses, parties: Parties, table: Patterns, trigger: Trigger) -> Draft | None:
    pattern = trigger.pattern
    manner = standing.stance(clauses, table, trigger)
    said = standing.saying(clauses, parties, table, trigger.verb if trigger.support else trigger.i)
    source = _filled(parties, trigger, pattern.source, ())
    if not source and said is not None and "said" in pattern.source:
        source = list(said.speakers)
    target = _filled(parties, trigger, pattern.target, tuple(source), place_too=True)
    if not source and said is not None and pattern.type in _OWN_WORD and _agentless(clauses, trigger):
        source = list(said.speakers)
    if not any(a.country for a in source):
        source = _doer(source, target, said, trigger, parties) or source
    if not any(a.country for a in target) and pattern.type in _ADDRESSED and not pattern.two_sided:
        target = _addressee(clauses, parties, table, trigger, source) or target
    first, second = _known_only(source), _known_only(target)
    mediators = _mediators(clauses, parties, table, trigger)
    if mediators:
        shut = {a.country for a in mediators}
        source = [a for a in source if a.country not in shut or not a.country]
        target = [a for a in target if a.country not in shut or not a.country]
    if pattern.mode == "third-party" and not any(a.country for a in target):
        target = [
            a for a in parties.sides(clauses.tokens[trigger.i]) if all(a.country != b.country for b in source)
        ]
    if not target and pattern.type in ("AGREE", "COOPERATE") and len({a.country for a in source if a.country}) > 1:
        target = source
    elif pattern.two_sided:
        both = _united(source, target)
        if said is not None and len({a.country for a in both if a.country}) == 1 and _agentless(clauses, trigger):
            both = _united([a for a in said.speakers if a.country not in ("MED", "")], both)
        told = pattern.pos != "n" or "told" in trigger.slots
        if len(both) < 2 and (not told or _topic(clauses, table, trigger)):
            return None  # "a dialogue with Azerbaijan", said of nobody; "welcomed the agreement"
        if told and pattern.type in ("ASSAULT", "CONCEDE", "RETREAT") and not _elsewhere(clauses, parties):
            both = _both_sides(both, parties, clauses.tokens[trigger.i])
        source = target = both
    else:
        type_of = pattern.type
        if (
            type_of == "ASSAULT"
            and "told" in trigger.slots
            and pattern.mode != "explosives"
            and not (any(a.country for a in (*source, *target)) or _elsewhere(clauses, parties))
        ):
            source = target = parties.sides(clauses.tokens[trigger.i])
        else:
            starts = {a.start for a in source}
            own = {a.country for a in source if a.country}
            target = [a for a in target if a.start not in starts]
            selves = {a.actor_id for a in source if a.actor_id}
            pointed = [
                a
                for a in target
                if a.country in own
                and type_of in _OUTWARD
                and (not a.sure or a.actor_id in selves or a.country in _STATES)
            ]
            if pointed or len({a.country for a in target}) > 1:
                target = [a for a in target if a.country not in own]
    type_, mode, status = pattern.type, pattern.mode, "reported"
    agentive = any(a.country or a.actor_id for a in source)
    if manner == standing.SUPPOSED:
        return None
    if manner == standing.FUTURE:
        if type_ in COOPERATIVE:
            type_, mode, status = "AGREE", "", "planned"
            if pattern.two_sided and first and second:
                source, target = first, second
        elif type_ in _MATERIAL and said is not None and source:
            type_, mode = "THREATEN", ""
        else:
            status = "planned"
    elif manner == standing.REFUSED:
        if type_ in COOPERATIVE:
            type_, mode = "REJECT", ""
        elif type_ not in ("REJECT",):
            return None
    elif manner == standing.NEGATED:
        if type_ in COOPERATIVE and type_ not in ("CONSULT",) and agentive:
            type_, mode = "REJECT", ""
        elif type_ == "REJECT":
            return None
        else:
            status = "denied"
    elif manner == standing.DEMAND:
        if said is None or not said.speakers:
            if type_ not in ("REQUEST",):
                return None
        else:
            target = source or target
            source = list(said.speakers)
            type_, mode = "REQUEST", ""
    source = [a for a in source if _acts(a, clauses, table)]
    if type_ == "PROTEST" and source and not any(a.country for a in source):
        source = _local(source, clauses, parties)
    if type_ in ("THREATEN", "AGREE", "REQUEST") and not pattern.two_sided and source is not target:
        own = {a.country for a in source if a.country}
        target = [a for a in target if a.country not in own or not a.country]
    if not any(_acts(a, clauses, table) for a in (*source, *target)):
        return None
    if type_ in _SPOKEN or type_ == "REJECT":
        target = [a for a in target if _acts(a, clauses, table)]
    if type_ == "THREATEN" and any(clauses.tokens[a.i].lower in table.classes["observers"] for a in source):
        return None  # who only foresees does not threaten
    if pattern.mode == "expel" and {a.country for a in target} == {"ARM"} and _of_karabakh(clauses, parties):
        target = [replace(a, actor_id="karabakh_armenians", country="NKR", sure=False) for a in target]
    unsourced = not any(a.country or _acts(a, clauses, table) for a in source)
    if unsourced and (pattern.mode == "third-party" or status == "planned"):
        return None
    if pattern.pos == "m" and not any(_acts(a, clauses, table) for a in target):
        return None
    noun_alone = pattern.pos == "n" and "told" not in trigger.slots
    if noun_alone and type_ in ("REQUEST", "ACCUSE", "THREATEN", "SUPPORT") and not any(a.country for a in target):
        return None
    if source and type_ != "ASSAULT" and not any(_acts(a, clauses, table) for a in source):
        return None  # "violence has forced ...": no actor did it
    if (
        pattern.two_sided
        and type_ in ("SUPPORT", "COOPERATE")
        and len(source) == 1
        and source[0].country
        and not source[0].sure
    ):
        return None
    if (
        type_ == "REQUEST"
        and {a.country for a in source} == {a.country for a in target} != {""}
        and len(source) == 1
    ):
        return None  # "we should ..." asks nothing of anybody else
    return Draft(trigger, type_, mode, manner, status, tuple(source), tuple(target), tuple(mediators), said)


_ADDRESSED = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "AGREE", "THREATEN", "REJECT", "AID", "COERCE"})
_OUTWARD = frozenset(
    {"SUPPORT", "REJECT", "AID", "COOPERATE", "AGREE", "CONSULT", "ACCUSE", "REQUEST", "RETREAT", "SANCTION"}
)
"""Types that nobody does to himself: a target that is the source was misread."""
_STATES = frozenset({"ARM", "AZE", "NKR", "RUS", "TUR", "IRN", "GEO", "FRA", "USA", "EU", "UN"})
"""Parties of this conflict and its mediators, of whom the texts tell what they do to one another."""
_SPOKEN = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "AGREE"})


def _doer(
    source: list[Actor], target: list[Actor], said: standing.Saying | None, trigger: Trigger, parties: Parties
) -> list[Actor]:
    """Who did what one side of the conflict tells without a doer: itself to the other, the other to itself."""
    if trigger.pattern.type != "ASSAULT" or trigger.pattern.two_sided or said is None or source:
        return []
    speaking = {a.country for a in said.speakers if a.country in (*SIDES, "NKR")}
    struck = {a.country for a in target if a.country in (*SIDES, "NKR")}
    if len(speaking) != 1 or not struck:
        return []
    if ("AZE" in speaking) != ("AZE" in struck):
        return list(said.speakers)
    other = "ARM" if "AZE" in struck else "AZE"
    return [a for a in parties.sides(parties.tokens[trigger.i]) if a.country == other]


def _addressee(
    clauses: Clauses, parties: Parties, table: Patterns, trigger: Trigger, source: list[Actor]
) -> list[Actor]:
    """To whom a statement without a named addressee speaks: whom its object names; whom the speaker met; the
    two sides, where it speaks of their fighting or their peace.
    """
    own = {a.country for a in source if a.country}
    below: list[Actor] = []
    for slot, words in trigger.slots.items():
        if slot in ("subj", "poss", "adj", "mod", "by", "said", "told") or slot.endswith("-clause"):
            continue
        for word in words:
            if word == trigger.i:
                continue
            for i in [word, *clauses.under(word, lambda c: clauses.tokens[c].dep in ("advcl", "parataxis"))]:
                actor = parties.named(i)
                if actor is None or not actor.country or actor.country in own or actor.country in ("MED", "UNK"):
                    continue
                paired = clauses.tokens[i].dep == "conj" and parties.named(clauses.tokens[i].head) is not None
                if (actor.sure or paired) and all(a.country != actor.country for a in below):
                    below.append(actor)
    if own and 0 < len(below) <= 3:
        return below
    if trigger.pattern.type not in _SPOKEN or trigger.pattern.mode == "investigate" or not own:
        return []
    met = [a for a in parties.discourse.main if a.country not in own]
    token = clauses.tokens[trigger.i]
    if met and own & {a.country for a in parties.discourse.main}:
        return [parties.back(a, token) for a in met]
    spoken = {clauses.tokens[i].lower for i in clauses.under(trigger.i)}
    classes = table.classes
    if (
        not own & set(SIDES)
        and not _elsewhere(clauses, parties)
        and spoken & (classes["hostilities"] | classes["ceasefire"] | classes["calm"])
    ):
        return parties.sides(token)
    return []


def _of_karabakh(clauses: Clauses, parties: Parties) -> bool:
    """Whether the sentence names the region: the Armenians who flee it are its people."""
    return any(a.country == "NKR" and not a.sure for t in clauses.tokens if (a := parties.named(t.i)) is not None)


def _local(source: list[Actor], clauses: Clauses, parties: Parties) -> list[Actor]:
    """Protesters who are only said to protest somewhere are people of that country."""
    for token in clauses.tokens:
        if token.mention >= 0 and parties.mentions[token.mention].kind == "place":
            country = (parties.named(token.i) or source[0]).country or parties.mentions[token.mention].country
            return [replace(a, country=country, sure=False) for a in source]
    return source


def _topic(clauses: Clauses, table: Patterns, trigger: Trigger) -> bool:
    """Whether a noun is only what another event is about ("welcomed the agreement")."""
    token = clauses.tokens[trigger.i]
    above = clauses.tokens[token.head].lower
    return trigger.pattern.pos == "n" and not trigger.support and token.dep == "obj" and above in table.by_verb


def _acts(actor: Actor, clauses: Clauses, table: Patterns) -> bool:
    """Whether a party is somebody who can act: known, named, or a word for people and bodies."""
    if actor.country or actor.actor_id:
        return True
    token = clauses.tokens[actor.i]
    if token.pos in ("PROPN", "NUM"):
        return True
    if token.pos != "NOUN":
        return False
    classes = table.classes
    counted = [c for c in clauses.dependents(actor.i, "nmod") if clauses.case(c) == "of"]
    if counted and token.lower in classes["uncounted"] | classes["amounts"]:
        return any(clauses.tokens[c].lower in classes["people"] | classes["agents"] for c in counted)
    word = token.lower
    return word in classes["agents"] or not (
        word in table.by_noun or any(word in classes[name] for name in _THINGS)
    )


def _elsewhere(clauses: Clauses, parties: Parties) -> bool:
    """Whether the sentence names places, and none of them in the countries of this conflict."""
    countries = [
        parties.mentions[token.mention].country
        for token in clauses.tokens
        if token.mention >= 0 and parties.mentions[token.mention].kind == "place"
    ]
    return any(countries) and not any(c in SIDES for c in countries)


def _both_sides(named: list[Actor], parties: Parties, token: Token) -> list[Actor]:
    """Fighting and truces have two sides: where one of this conflict's is named alone, the other is added."""
    known = {a.country for a in named if a.country}
    if not known:
        return parties.sides(token) or named
    if known == {"AZE"}:
        other = "NKR" if "NKR" in parties.discourse.seen and "ARM" not in parties.discourse.seen else "ARM"
        return [*named, *(a for a in parties.sides(token) if a.country == other)]
    if known <= {"ARM", "NKR"}:
        return [*named, *(a for a in parties.sides(token) if a.country == "AZE")]
    return named


_OWN_WORD = frozenset({"RETREAT", "CONCEDE", "AGREE", "SUPPORT", "CONSULT", "REQUEST", "ACCUSE", "REJECT"})


def _agentless(clauses: Clauses, trigger: Trigger) -> bool:
    """A passive without a doer, or an infinitive: who says it is who does it."""
    verb = trigger.verb
    return clauses.is_verb(verb) and (clauses.passive(verb) or clauses.tokens[verb].dep == "xcomp")


def _known_only(actors: list[Actor]) -> list[Actor]:
    return [a for a in actors if a.country]


def _filled(
    parties: Parties, trigger: Trigger, order: tuple[str, ...], outside: tuple[Actor, ...], place_too: bool = False
) -> list[Actor]:
    """The parties of the first slot that holds one that is known; else the words of the first filled slot."""
    fallback: list[Actor] = []
    for name in order:
        found: list[Actor] = []
        for slot in name.split("+"):
            words = [w for w in trigger.slots.get(slot, []) if w != trigger.i]
            if "." in slot and not words:
                first, _, last = slot.partition(".")
                words = [
                    w
                    for f in trigger.slots.get(first, [])
                    if f != trigger.i
                    for w in parties.clauses.slots(f).get(last, [])
                ]
            if slot in _MODIFIERS:
                named = (a for w in words for a in [parties.named(w)] if a is not None and (a.sure or a.person))
                found.extend(named)
                continue
            if slot in _PREPOSITIONS:
                words += [w for w in trigger.slots.get(f"obj.{slot}", []) if w not in words]
                if slot in NESTED and trigger.pattern.pos != "n":
                    words = words or trigger.slots.get(f".{slot}", [])
            local = slot in ("in", "at", "near", "along", "on") and trigger.pattern.type not in _SUFFERED
            found.extend(
                a
                for a in parties.of(words, outside, place_too)
                if not (local and a.country == "NKR" and not a.sure)
            )
        if name.endswith("poss") and outside:
            shut = {a.country for a in outside}
            found = [a for a in found if a.country not in shut]
        if any(a.country or a.actor_id for a in found):
            return [a for a in found if a.country or a.actor_id]
        fallback = fallback or found
    return fallback


_SUFFERED = ("ASSAULT", "COERCE", "RETREAT")
"""Types whose target may be told by a place: an operation in the region is against those who hold it."""
_MODIFIERS = frozenset({"adj", "mod", "obj.mod"})
_PREPOSITIONS = frozenset(
    {
        "with",
        "against",
        "between",
        "on",
        "to",
        "for",
        "of",
        "from",
        "into",
        "over",
        "in",
        "at",
        "by",
        "about",
        "among",
    }
)


def _united(first: Sequence[Actor], second: Sequence[Actor]) -> list[Actor]:
    known = [a for a in (*first, *second) if a.country or a.actor_id]
    chosen = known or [*first, *second]
    united: list[Actor] = []
    for actor in chosen:
        if all(
            (a.actor_id, a.country) != (actor.actor_id, actor.country) or not (a.actor_id or a.country)
            for a in united
        ):
            united.append(actor)
    return united


def _mediators(clauses: Clauses, parties: Parties, table: Patterns, trigger: Trigger) -> list[Actor]:
    """Those who brokered: "Russian-brokered", "mediated by", "under the mediation of"."""
    if trigger.pattern.mode == "third-party":
        return []
    words = table.classes["mediating"]
    tokens = clauses.tokens
    found: list[Actor] = []
    scope = [trigger.i, *clauses.under(trigger.i)]
    if trigger.support:
        scope += clauses.under(trigger.verb)
    for i in scope:
        token = tokens[i]
        if token.lower not in words:
            continue
        if i and tokens[i - 1].lower in ("-", "–") and i > 1:
            actor = parties.named(i - 2)
            if actor is not None:
                found.append(actor)
        slots = clauses.slots(i)
        key = "subj" if clauses.is_verb(i) else "of"
        if clauses.is_verb(i) and not clauses.passive(i) and token.dep != "acl":
            continue
        found.extend(parties.of([w for w in slots.get(key, []) + slots.get("by", []) if w != trigger.i]))
    return [a for n, a in enumerate(found) if a.country and a not in found[:n]]


def _remember(discourse: Discourse, parties: Parties, clauses: Clauses, drafts: Sequence[Draft]) -> None:
    """Keeps of a sentence what a later one may point back to."""
    persons = [a for a in parties.local if a.person]
    if persons:
        discourse.person = next(
            (a for a in persons if clauses.tokens[a.i].dep in ("nsubj", "nsubj:pass")), persons[0]
        )
    subject = next(
        (
            found
            for d in drafts
            if (found := tuple(a for a in d.source if a.sure)) and (len(found) > 1 or found[0].text.endswith("s"))
        ),
        (),
    )
    if drafts or persons:
        discourse.they = subject
    discourse.named.extend(a for a in parties.local if a.country and a.country not in ("MED", "UNK"))
    del discourse.named[:-30]
    bodies = [a for a in parties.local if not a.person and a.country and a.sure]
    if bodies:
        discourse.body = next((a for a in bodies if clauses.tokens[a.i].dep in ("nsubj", "nsubj:pass")), None)
    for draft in drafts:
        sides: list[Actor] = []
        for actor in _united(draft.source, draft.target):
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


# --- the sentence's drafts as events of the article


def _finish(
    sentence: int,
    document: Document,
    drafts: Sequence[Draft],
    aliases: Mapping[int, int],
    costs: Sequence[tolls.Toll],
    clauses: Clauses,
    parties: Parties,
    calendar: timing.Calendar,
    mentions: Sequence[Mention],
    table: Patterns,
) -> list[Event]:
    owners = timing.Owners(clauses, [(d.trigger.i, d.trigger.verb) for d in drafts], aliases)
    events = []
    whens = [
        calendar.when(sentence, number, owners, clauses, d.type, d.status, d.trigger)
        for number, d in enumerate(drafts)
    ]
    for number, draft in enumerate(drafts):
        trigger = draft.trigger
        when = _shared(number, drafts, whens, clauses)
        where = placing.where(
            number, owners, clauses, mentions, trigger, draft.type, table.classes, parties.known.points
        )
        if when.basis == "text" and calendar.told_of and not calendar.told_of & _countries(draft):
            when = timing.When(UNKNOWN, "unknown", "")
        status = _status(draft, when, calendar, clauses, trigger, table)
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
            status=status,
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


def _shared(number: int, drafts: Sequence[Draft], whens: Sequence[timing.When], clauses: Clauses) -> timing.When:
    """An event's days, or those of another event in its clause ("declared martial law and a mobilisation")."""
    own = whens[number]
    if own.basis != "unknown":
        return own
    verb = clauses.clause_of(drafts[number].trigger.i)
    for other, when in zip(drafts, whens, strict=True):
        if when.basis == "clause" and clauses.clause_of(other.trigger.i) == verb:
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


def _status(
    draft: Draft, when: timing.When, calendar: timing.Calendar, clauses: Clauses, trigger: Trigger, table: Patterns
) -> str:
    """reported, claimed, planned, denied or background (DESIGN.md, "What an event is")."""
    if draft.status in ("denied", "planned"):
        return draft.status
    if when.interval.start is not None and calendar.after(when.interval):
        return "planned"
    if calendar.history(when, clauses, trigger, draft.type):
        return "background"
    if draft.said is not None and draft.said.speakers and draft.type in (*_MATERIAL, "RETREAT"):
        mine = {a.country for a in draft.said.speakers if a.country}
        word = clauses.tokens[trigger.i].lower
        partial = bool(mine & {"ARM", "AZE", "NKR"})
        verb = draft.said.verb
        if partial and (
            word in table.classes["results"]
            or (verb >= 0 and clauses.tokens[verb].lower in table.classes["claiming"])
        ):
            return "claimed"
        does = {a.country for a in draft.source if a.country}
        suffers = {a.country for a in draft.target if a.country}
        if (
            mine
            and does
            and "MED" not in mine
            and not mine & does
            and (mine & suffers or (does | suffers) & {"ARM", "AZE", "NKR"} and mine & {"ARM", "AZE", "NKR"})
        ):
            return "claimed"
        if mine & does and mine & suffers:
            return "claimed"
    below = trigger.i
    for above in clauses.root_of(trigger.i):
        if clauses.tokens[above].lower in table.classes["accusing"]:
            return draft.status if clauses.tokens[below].dep == "conj" else "claimed"
        below = above
    return draft.status


def _cost(
    number: int, draft: Draft, owners: timing.Owners, costs: Sequence[tolls.Toll]
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


_LONG = 45
"""Words of a sentence beyond which a small parser errs more."""
