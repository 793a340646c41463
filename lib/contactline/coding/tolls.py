"""The toll of an event: killed and injured, as the clauses of a sentence give them.

A toll is given by a word of dying or wounding with the people counted, by lives lost, by "lost ten soldiers", or
as a running total ("bringing the death toll to 320").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contactline.coding import counts
from contactline.coding.counts import Count, Counted
from contactline.coding.sentence import SentenceContext

INCREMENT, TOTAL = "increment", "total"
KILLED, INJURED = "killed", "injured"
CAPTURED, HANDED_OVER, HELD = "captured", "handed_over", "held"

_UNSURE = frozenset({"may", "might", "could", "would", "should", "will", "'ll", "’ll"})
_TELLING = ("wounding", "killing", "losing", "lives")
"""Classes of the words at which a toll is told."""
_AFTER_VERB = ("obj", "obl", "nmod", "xcomp", "obl:unmarked")


@dataclass(frozen=True, slots=True)
class ToldToll:
    """People killed or injured, as one word of a sentence gives them.

    ``what``: killed, injured, captured, handed_over or held. ``kind``: increment or total. ``groups``: soldiers,
    civilians or both, empty where the text says neither. ``countries``: codes of their countries. ``text``: the
    words from ``start`` to ``end`` of the document. ``i``: the word to which the toll belongs. ``since``: whether
    the words name a day or event since which it counts.
    """

    what: str
    count: Count
    kind: str
    groups: tuple[str, ...]
    countries: tuple[str, ...]
    text: str
    start: int
    end: int
    i: int
    since: bool = False


def tolls(context: SentenceContext, text: str) -> list[ToldToll]:
    """The tolls that a sentence tells, in the order of its words; ``text`` is the document's."""
    found: list[ToldToll] = []
    words, classes = [token.lower for token in context.clauses.tokens], context.table.classes
    tells = any(not classes[name].isdisjoint(words) for name in _TELLING)
    for i in range(len(words) if tells else 0):
        what = _what(context, i)
        if what and not context.clauses.negated(i) and not _is_supposed(context, i):
            found.extend(_at_word(context, text, i, what))
    found.extend(_running_totals(context, text, found))
    return sorted(found, key=lambda told: told.start)


# --- at a word of dying or wounding


def _what(context: SentenceContext, i: int) -> str:
    """killed or injured, if a word may mean one of these, else ""."""
    token, classes = context.clauses.tokens[i], context.table.classes
    if token.lower in classes["wounding"]:
        return INJURED
    if token.lower in classes["killing"]:
        return KILLED
    if token.lower in classes["losing"] and context.clauses.is_verb(i):
        return KILLED
    above = context.clauses.tokens[token.head].lower
    lives = token.lower in classes["lives"] and token.dep in ("obj", "nsubj:pass")
    return KILLED if lives and above in classes["costing"] else ""


def _is_supposed(context: SentenceContext, i: int) -> bool:
    """Whether a death is only feared or possible: "is feared dead", "may have been killed"."""
    clauses, classes = context.clauses, context.table.classes
    token = clauses.tokens[i]
    if clauses.is_verb(i) and clauses.modal(i) in _UNSURE:
        return True
    near = (clauses.tokens[max(0, i - 1)].lower, clauses.tokens[token.head].lower if token.dep == "xcomp" else "")
    return any(word in classes["supposed_dead"] for word in near)


def _at_word(context: SentenceContext, text: str, i: int, what: str) -> Iterator[ToldToll]:
    """The toll at a word of dying or wounding; one for each side where the people counted are of several."""
    clauses = context.clauses
    found = _counted(context, i)
    if not found:
        return
    owners = _subject_countries(context, i) if clauses.tokens[i].lower in context.table.classes["losing"] else ()
    since = _is_since(context, i)
    kind = TOTAL if since or _is_so_far(context, i) else INCREMENT
    neither = _over_both(context, i)
    for countries, part in _by_side(context, found):
        start = min(clauses.tokens[c.first].start for c in part)
        end = max(clauses.tokens[c.last].end for c in part)
        if len(part) == len(found):
            start, end = min(start, clauses.tokens[i].start), max(end, clauses.tokens[i].end)
        count = counts.UNTOLD if neither else counts.total(c.count for c in part)
        groups = groups_of(context, [c.head for c in part])
        yield ToldToll(what, count, kind, groups, countries or owners, text[start:end], start, end, i, since)


def _counted(context: SentenceContext, i: int) -> list[Counted]:
    """The people counted at a word of dying or wounding."""
    clauses, lexicon, classes = context.clauses, context.lexicon, context.table.classes
    word = clauses.tokens[i].lower
    found: list[Counted] = []
    for head in _heads(context, i):
        strict = word in classes["losing"]
        if strict and not counts.is_people(clauses, head, lexicon):
            continue
        if clauses.is_verb(i) and word not in classes["dying"] and not counts.is_human(clauses, head, lexicon):
            continue
        here = counts.counted(clauses, head, lexicon)
        if here is not None and all(here.head != other.head for other in found):
            found.append(here)
    return found


def _heads(context: SentenceContext, i: int) -> list[int]:
    """The nouns, or numbers that stand for people, which may be those who died or were hurt."""
    clauses, classes = context.clauses, context.table.classes
    token = clauses.tokens[i]
    if token.lower in classes["lives"]:
        return _heads_of_lives(context, i)
    bare = _bare_number_before(context, i)
    if bare is not None:
        return [bare]
    if clauses.is_verb(i):
        return _heads_of_verb(context, i)
    behind = [c for c in clauses.children[i] if c > i and clauses.tokens[c].dep in ("obl:unmarked", "obj")]
    if behind and token.dep == "conj" and clauses.is_verb(token.head):
        return behind  # "killed three and wounded five", the participle read as an adjective
    return _heads_of_noun(context, i)


def _bare_number_before(context: SentenceContext, i: int) -> int | None:
    """A number right before the word that stands for people: "three dead and five wounded"."""
    if i == 0:
        return None
    before, uncounted = context.clauses.tokens[i - 1], context.table.classes["uncounted"]
    if before.dep not in ("conj", "nsubj", "nsubj:pass", "obj", "obl", "nummod", "cc:preconj"):
        return None
    own = any(context.clauses.tokens[c].dep == "obj" for c in context.clauses.children[i] if c > i)
    number = before.pos == "NUM" or before.lower in uncounted
    return before.i if number and not own else None


def _heads_of_verb(context: SentenceContext, i: int) -> list[int]:
    clauses, classes = context.clauses, context.table.classes
    slots, token = clauses.slots(i), clauses.tokens[i]
    heads = slots.get("subj" if token.lower in classes["dying"] else "obj", [])
    past = "Tense=Past" in token.features and token.lower not in classes["losing"]
    if not heads and past:
        heads = slots.get("subj", [])  # "five soldiers killed": a headline's passive
    hurting = classes["killing"] | classes["wounding"]
    heads = [h for h in heads if not any(t.lower in hurting for t in clauses.tokens[i + 1 : h])]
    if not heads and token.dep in ("acl", "amod", "xcomp"):
        heads = [token.head]
    return heads


def _heads_of_noun(context: SentenceContext, i: int) -> list[int]:
    """ "The death of five", "ten dead": for a noun or adjective."""
    clauses = context.clauses
    slots, token = clauses.slots(i), clauses.tokens[i]
    heads = [*slots.get("of", []), *slots.get("among", [])]
    if token.dep == "amod" and token.pos == "ADJ":
        heads = [token.head]
    elif token.dep == "xcomp" or token.pos == "ADJ":
        heads = [
            c for c in clauses.children[token.head] if clauses.tokens[c].dep in ("obj", "nsubj", "nsubj:pass")
        ]
    return heads or [i]


def _heads_of_lives(context: SentenceContext, i: int) -> list[int]:
    """ "Claimed 30,000 lives", "the lives of five", "three traders lost their lives"."""
    clauses = context.clauses
    if counts.counted(clauses, i, context.lexicon) is not None:
        return [i]
    slots = clauses.slots(i)
    own = slots.get("poss", [])
    if own and clauses.tokens[own[0]].pos == "PRON":
        return clauses.surface_subject(clauses.tokens[i].head)
    return slots.get("of", []) or own


def _over_both(context: SentenceContext, i: int) -> bool:
    """Whether one number counts "killed and wounded" together, so that neither number is known."""
    clauses, classes = context.clauses, context.table.classes
    hurting = (classes["killing"], classes["wounding"])
    word = clauses.tokens[i]
    other = hurting[1] if word.lower in hurting[0] else hurting[0]
    joined = [c for c in clauses.children[i] if clauses.tokens[c].dep == "conj"]
    if word.dep == "conj":
        joined.append(word.head)
    return any(clauses.tokens[c].lower in other and _shares_count(context, i, c) for c in joined)


def _shares_count(context: SentenceContext, i: int, other: int) -> bool:
    own, others = (_counted_heads(context, w) for w in (i, other))
    has_own = [d for d in context.clauses.dependents(other, "nsubj", "nsubj:pass", "obj") if d > min(i, other)]
    return own == others or (not others and not has_own)


def _counted_heads(context: SentenceContext, i: int) -> list[int]:
    return [c.head for c in _counted(context, i)]


# --- whose, and since when


def _by_side(context: SentenceContext, found: Sequence[Counted]) -> list[tuple[tuple[str, ...], list[Counted]]]:
    """The people counted by country: separately if each part is of one known side, else all together."""
    known = [countries_of(context, c.head) for c in found]
    sides = context.participants.facts.conflict.belligerents
    if len(set(known)) > 1 and all(len(c) == 1 and c[0] in sides for c in known):
        return [(c, [f for f, of in zip(found, known, strict=True) if of == c]) for c in dict.fromkeys(known)]
    return [(tuple(dict.fromkeys(code for c in known for code in c)), list(found))]


def countries_of(context: SentenceContext, head: int) -> tuple[str, ...]:
    """The countries of the people counted, from the words of the phrase; "two people" refers back to nobody."""
    own = any(context.clauses.tokens[c].pos == "PRON" for c in context.clauses.dependents(head, "nmod:poss"))
    inner = context.clauses.dependents(head, "nmod")
    own = own or any(context.clauses.dependents(c, "nmod:poss") for c in inner)  # "49 of its soldiers"
    states = (a.country for a in context.participants.of([head]) if a.sure or own)
    return tuple(dict.fromkeys(c for c in states if c not in ("", "UNK", "CIV", "MED")))


def _subject_countries(context: SentenceContext, i: int) -> tuple[str, ...]:
    subjects = context.clauses.surface_subject(i)
    return tuple(dict.fromkeys(code for s in subjects for code in countries_of(context, s)))


def groups_of(context: SentenceContext, heads: Sequence[int]) -> tuple[str, ...]:
    """soldiers, civilians: which of the two the words name."""
    clauses, classes = context.clauses, context.table.classes
    nouns = [c for h in heads for c in (h, *clauses.dependents(h, "nmod"))]
    words = {clauses.tokens[c].lower.rpartition(" ")[2] for c in nouns}
    qualities = {clauses.tokens[c].lower for n in nouns for c in clauses.dependents(n, "amod", "compound")}
    named = {a.country for a in context.participants.of(heads)}
    of_soldiers = words & classes["soldiers"] or words & classes["forces"] or "military" in qualities
    of_civilians = words & classes["civilians"] or "CIV" in named or "civilian" in qualities
    return tuple(name for name, told in (("soldiers", of_soldiers), ("civilians", of_civilians)) if told)


def _is_since(context: SentenceContext, i: int) -> bool:
    """Whether a toll counts everybody since some day or event; "since clashes killed two" does not."""
    clauses = context.clauses
    for token in clauses.tokens:
        own_mark = token.dep == "mark" and token.head == i
        if token.lower == "since" and not own_mark and i in clauses.ancestors(token.i):
            return True
    return False


def _is_so_far(context: SentenceContext, i: int) -> bool:
    """Whether a toll counts all so far: "to date", "as of Monday"."""
    clauses = context.clauses
    words = [t.lower for t in clauses.tokens]
    phrases = [found for phrase in context.table.classes["so_far"] if (found := phrase.split())[0] in words]
    return any(
        words[here : here + len(phrase)] == phrase and i in (here, *clauses.ancestors(here))
        for here in range(len(words))
        for phrase in phrases
    )


# --- running totals


def _running_totals(context: SentenceContext, text: str, beside: Sequence[ToldToll]) -> Iterator[ToldToll]:
    """Yield the running totals: "the death toll has risen to 320", "bringing the total to 201".

    ``beside``: other tolls of the sentence, which say who is counted if the words do not.
    """
    clauses, classes = context.clauses, context.table.classes
    for token in clauses.tokens:
        if token.lower not in classes["counting"]:
            continue
        found = next(_reached(context, token.i), None)
        whats = _whats_counted(context, token.i)
        if not whats and beside and token.lower not in ("toll", "death toll"):
            whats = {beside[-1].what}
        elif not whats and token.lower == "toll":
            whats = {KILLED}
        if found is None or len(whats) != 1:
            continue
        below = clauses.descendants(token.i)
        nouns = [b for b in below if clauses.tokens[b].dep in ("nmod", "compound", "amod")]
        start, end = token.start, max(token.end, clauses.tokens[found.last].end)
        i = next(
            (b for b in below if clauses.tokens[b].lower in classes["killing"] | classes["wounding"]), token.i
        )
        told = ToldToll(
            min(whats),
            found.count,
            TOTAL,
            groups_of(context, nouns),
            tuple(dict.fromkeys(c for n in nouns for c in countries_of(context, n))),
            text[start:end],
            start,
            end,
            i,
            _is_since(context, token.i),
        )
        same = next((b for b in beside if b.what == told.what), None)
        if same is not None and not told.groups and not told.countries:
            told = replace(told, groups=same.groups, countries=same.countries)
        if all(b.count != told.count or b.end < told.start or b.start > told.end for b in beside):
            yield told


def _reached(context: SentenceContext, noun: int) -> Iterator[Counted]:
    """Yield the number that a toll has reached.

    Small parsers attach it to a participle before it ("the number of those killed in the town to 63"), so all
    words after the noun are searched.
    """
    clauses, classes = context.clauses, context.table.classes
    token = clauses.tokens[noun]
    verb = clauses.tokens[token.head]
    brought = token.dep == "obj" and verb.lower in classes["bringing"]
    rises = token.dep in ("nsubj", "nsubj:pass") and verb.lower in classes["reaching"] | classes["bringing"]
    below = sorted(clauses.descendants(verb.i if brought or rises else noun))
    for here in (b for b in below if b > noun and clauses.tokens[b].dep in _AFTER_VERB):
        case = clauses.preposition(here)
        direct = rises and clauses.tokens[here].head == verb.i and not case
        of_toll = case == "of" and clauses.tokens[here].head == noun and token.lower.endswith("toll")
        if not (direct or of_toll or (case in ("to", "at") and (brought or rises))):
            continue
        found = counts.counted(clauses, here, context.lexicon)
        if found is not None and found.count.number is not None:
            yield found


def _whats_counted(context: SentenceContext, noun: int) -> set[str]:
    """killed, injured or both, by the words below a noun of counting."""
    clauses, classes = context.clauses, context.table.classes
    words = {clauses.tokens[d].lower for d in (noun, *clauses.descendants(noun))}
    whats = {KILLED} if words & classes["killing"] else set()
    return whats | ({INJURED} if words & classes["wounding"] else set())
