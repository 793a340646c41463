"""Whether the text presents an event as a fact, a plan, a demand, a supposition or a denial (its factuality),
and who says so (its attribution).
"""

from __future__ import annotations

from dataclasses import dataclass

from contactline.coding.participants import Participant, Participants
from contactline.coding.triggers import Trigger
from contactline.lexicon.patterns import Patterns
from contactline.parsing.clauses import Clauses

FACT, FUTURE, DEMAND, SUPPOSED, NEGATED, REFUSED = "fact", "future", "demand", "supposed", "negated", "refused"

_OF_NEGATED = {FACT: NEGATED, FUTURE: REFUSED}
_GOING_TO = ("be", "is", "are", "was", "were", "going")
"""Verbs that with an infinitive express the future ("is to meet", "going to meet")."""
_ACTS = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
"""Types that a story or an exercise may describe although they did not happen."""
_NEGOTIATED = frozenset({"AGREE", "SUPPORT", "CONCEDE", "RETREAT", "COOPERATE"})
"""Types that talks may be about before such an act is done."""
_WHOEVER = frozenset({"those", "anyone", "anybody", "whoever", "everyone", "everybody"})
"""Words whose relative clause in the present tense states a rule, not an act."""
_UNTIL = frozenset({"until", "till", "before", "once"})
_ENDS = frozenset({".", "!", "?", '"', "”", "»"})
_DEEPEST = 4
"""Most verbs above a clause that are examined for its factuality."""


_REPORTED = ("ccomp", "xcomp", "parataxis", "advcl", "acl", "obj")
"""Relations between a clause and the verb of saying above it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a clause: the verb of saying and its speakers; ``verb`` -1 for "according to"."""

    verb: int
    speakers: tuple[Participant, ...]


def factuality(clauses: Clauses, patterns: Patterns, trigger: Trigger) -> str:
    """The factuality of the clause of an event, from its modal verb, its negation and the verbs above it."""
    classes = patterns.classes
    i = trigger.verb if trigger.support or trigger.i == trigger.verb else trigger.i
    if trigger.pattern.type in _ACTS and _is_make_believe(clauses, classes, trigger):
        return SUPPOSED
    if clauses.is_verb(i) or trigger.pattern.pos == "a":
        found = _of_verb(clauses, classes, i)
        told = any(c.slots == ("not",) and not c.absent for c in trigger.pattern.conditions)
        if found == NEGATED and trigger.pattern.type in _ACTS and clauses.infinitive(i):
            return SUPPOSED  # "learned not to attack": nothing is denied
        # "will not tolerate", "did not rule out": the negation is what tells the event
        return FACT if told and found in (NEGATED, REFUSED) else found
    return _of_noun(clauses, classes, trigger, i)


def _of_noun(clauses: Clauses, classes: dict[str, frozenset[str]], trigger: Trigger, i: int) -> str:
    """The factuality of a noun without a supporting verb, from the words before it and the word on which it
    depends.
    """
    above = clauses.tokens[i].head
    beside = {clauses.tokens[c].lower for c in clauses.children[i]}
    if beside & {"no", "without"}:
        return NEGATED
    if beside & classes["planned_words"] or _is_predicted(clauses, classes, i):
        return FUTURE
    if "any" in beside or _is_defined(clauses, classes, i):
        return SUPPOSED  # "any attack will be met"
    if above != i and clauses.is_verb(above):
        word = clauses.tokens[above].lower
        if word in classes["supposing"] and clauses.tokens[i].dep in ("obj", "obl", "nmod", "nsubj:pass"):
            return SUPPOSED
        planned = word in classes["planning"] and clauses.tokens[i].dep == "obj"
        if planned or _is_provided_for(clauses, classes, i):
            return FUTURE
        caused = word in classes["carrying_on"]  # "a pretext to force the exodus"
        open_to = trigger.pattern.type != "ASSAULT" and (caused or not _definite(clauses, i))
        if open_to and clauses.tokens[i].dep in ("obj", "obl") and _is_wish_or_need(clauses, classes, above):
            return SUPPOSED
    elif _is_topic_of_thought(clauses, classes, i, trigger.pattern.type in _NEGOTIATED):
        return SUPPOSED
    return FACT


def _is_predicted(clauses: Clauses, classes: dict[str, frozenset[str]], i: int) -> bool:
    """Whether what is said of a noun is that it is to come: "a meeting on Sunday was possible"."""
    token = clauses.tokens[i]
    said = clauses.tokens[token.head]
    return token.dep == "nsubj" and said.pos == "ADJ" and said.lower in classes["planned_words"]


def _is_provided_for(clauses: Clauses, classes: dict[str, frozenset[str]], i: int) -> bool:
    """Whether a document says that something is to be done: "the deal provides for a withdrawal"."""
    token = clauses.tokens[i]
    verb = clauses.tokens[token.head]
    if verb.lower not in classes["providing_for"]:
        return False
    documents = clauses.dependents(verb.i, "nsubj")
    placed = token.dep == "obj" or (token.dep == "obl" and clauses.preposition(i) == "for")
    words = classes["documents"] | classes["thoughts"]  # thoughts: plans, proposals
    return placed and any(clauses.tokens[c].lower.rpartition(" ")[2] in words for c in documents)


def _is_defined(clauses: Clauses, classes: dict[str, frozenset[str]], i: int) -> bool:
    """Whether a clause is a general statement: "attacks on civilians are a crime".

    A clause that names a party or a place, or has a day, reports an act.
    """
    token = clauses.tokens[i]
    copulas = [clauses.tokens[c] for c in clauses.dependents(token.head, "cop")]
    if token.dep not in ("nsubj", "csubj") or not any("Tense=Pres" in c.features for c in copulas):
        return False
    if clauses.tokens[token.head].pos != "NOUN" or clauses.auxiliaries(token.head) != [c.lower for c in copulas]:
        return False
    below = [clauses.tokens[c] for c in clauses.descendants(i)]
    named = any(t.mention >= 0 and t.lower not in classes["civilians"] for t in below)
    return not named and all(t.dep != "date" and t.lower not in ("this", "these", "latest") for t in below)


def _definite(clauses: Clauses, i: int) -> bool:
    """Whether a noun refers to something that exists: "the attack", "their talks"."""
    own = [clauses.tokens[c] for c in clauses.children[i]]
    return any(t.dep == "nmod:poss" or t.lower in ("the", "this", "these", "that", "those") for t in own)


def _is_topic_of_thought(clauses: Clauses, classes: dict[str, frozenset[str]], i: int, cooperative: bool) -> bool:
    """Whether a noun is the topic of a threat, plan or document, so that it need not have happened: "a threat of
    war".

    Also "resolutions on the withdrawal", "talks on the signing of a treaty". ``cooperative``: whether it is an act
    of cooperation, which does not exist while it is negotiated; fighting that is discussed does.
    """
    token = clauses.tokens[i]
    about = token.dep == "nmod" and clauses.preposition(i) in ("of", "on", "for", "about")
    head = clauses.tokens[token.head].lower
    negotiated = clauses.preposition(i) != "of" and head in classes["talks"]
    return about and (head in classes["thoughts"] or (cooperative and negotiated))


def _is_wish_or_need(clauses: Clauses, classes: dict[str, frozenset[str]], i: int, depth: int = 0) -> bool:
    """Whether a verb expresses what must, should or may be, or a need or wish."""
    token = clauses.tokens[i]
    if clauses.modal(i) not in ("", "will", "shall"):
        return True
    if not clauses.infinitive(i) or token.head == i or depth > 3:
        return False
    head = clauses.tokens[token.head]
    if clauses.is_verb(head.i):
        return _is_wish_or_need(clauses, classes, head.i, depth + 1)
    return head.pos in ("NOUN", "ADJ") and head.lower not in classes["planning"]


def _of_verb(clauses: Clauses, classes: dict[str, frozenset[str]], i: int, depth: int = 0) -> str:
    """The factuality of a verb's clause. ``depth``: the number of verbs between it and the one first asked
    about.
    """
    modal, negated = clauses.modal(i), clauses.negated(i)
    if modal in ("can", "could") and negated:
        return REFUSED
    if _is_condition(clauses, i) or _is_means(clauses, classes, i) or _is_only_thought_of(clauses, classes, i):
        return SUPPOSED
    if clauses.tokens[i].dep == "csubj" and "VerbForm=Ger" in clauses.tokens[i].features:
        return SUPPOSED  # "bringing them to justice is a duty"
    if _is_below_condition(clauses, i) or _is_of_whoever(clauses, i) or _is_yet_to_come(clauses, i):
        return SUPPOSED
    if _is_order(clauses, i):
        return DEMAND
    own = _of_modal(clauses, classes, i, modal)
    if _is_feared(clauses, classes, i, own):
        return SUPPOSED
    if negated:
        return _OF_NEGATED.get(own, SUPPOSED)
    if own != FACT or depth > _DEEPEST or clauses.tokens[i].head == i:
        return own
    return _of_verb_above(clauses, classes, i, depth)


def _of_modal(clauses: Clauses, classes: dict[str, frozenset[str]], i: int, modal: str) -> str:
    if modal in ("will", "'ll", "’ll", "shall"):
        return FUTURE
    if modal in ("must", "should"):
        return DEMAND
    if modal == "would" and clauses.tokens[i].pos == "ADJ" and clauses.tokens[i].lower in classes["planning"]:
        return FACT  # "would be ready to help" is an offer
    if modal == "would":
        return FUTURE if _under_saying(clauses, classes, i) else SUPPOSED
    if modal in ("may", "might") and "have" in clauses.auxiliaries(i):
        return FACT  # "may have fired": told as likely
    return SUPPOSED if modal else FACT


def _is_feared(clauses: Clauses, classes: dict[str, frozenset[str]], i: int, own: str) -> bool:
    """Whether a clause is what somebody fears, risks or avoids: "fear losing Lachin", "fear that they will come".

    What is feared to have happened already may have happened.
    """
    token = clauses.tokens[i]
    if token.head == i or clauses.tokens[token.head].lower not in classes["supposing"]:
        return False
    gerund = "VerbForm=Ger" in token.features or "being" in clauses.auxiliaries(i)
    if token.dep == "advcl":  # as the parser reads "risked losing Lachin": nothing stands between the two
        return gerund and min((i, *clauses.descendants(i))) == token.head + 1
    return token.dep in ("xcomp", "ccomp") and (gerund or own == FUTURE)


def _is_condition(clauses: Clauses, i: int) -> bool:
    """Whether a clause is a condition, or a question that is said to be open ("not known how many will leave")."""
    token, head = clauses.tokens[i], clauses.tokens[clauses.tokens[i].head]
    if (
        token.dep in ("ccomp", "csubj", "csubj:pass")
        and head.lower in ("known", "clear")
        and clauses.negated(head.i)
    ):
        return True
    first = min(j for j in (i, *clauses.descendants(i)) if clauses.tokens[j].dep != "punct")
    if clauses.tokens[first].lower in ("provided", "providing"):
        return True
    return any(
        clauses.tokens[c].dep == "mark" and clauses.tokens[c].lower in ("if", "unless", "whether", "lest")
        for c in clauses.children[i]
    )


def _is_yet_to_come(clauses: Clauses, i: int) -> bool:
    """Whether a clause in the present tense gives a future limit ("until he resigns") or time.

    The latter is "pledged to leave when the peacekeepers arrive".
    """
    token = clauses.tokens[i]
    if token.dep != "advcl" or clauses.auxiliaries(i) or "Tense=Pres" not in token.features:
        return False
    words = {clauses.tokens[c].lower for c in clauses.children[i] if clauses.tokens[c].dep in ("mark", "advmod")}
    if "VerbForm=Fin" not in token.features:
        return False
    open_yet = clauses.infinitive(token.head) or clauses.modal(token.head) in ("will", "shall")
    return bool(words & _UNTIL) or (open_yet and "when" in words)


def _is_order(clauses: Clauses, i: int) -> bool:
    """Whether a verb is what somebody is called upon to do, in the words of the call: "Nikol, resign!"."""
    token = clauses.tokens[i]
    if token.dep not in ("ROOT", "ccomp", "parataxis") or clauses.auxiliaries(i):
        return False
    bare = "VerbForm=Inf" in token.features and not clauses.infinitive(i)
    behind = min((c for c in range(i + 1, len(clauses.tokens)) if clauses.tokens[c].text in _ENDS), default=-1)
    exclaimed = behind >= 0 and clauses.tokens[behind].text == "!"
    return exclaimed and (bare or "Mood=Imp" in token.features)


def _is_below_condition(clauses: Clauses, i: int) -> bool:
    """Whether a clause completes a condition: "if Baku insists on shelling", "unless they stop firing"."""
    token = clauses.tokens[i]
    while token.dep in ("xcomp", "ccomp", "advcl") and token.head != token.i and clauses.is_verb(token.head):
        token = clauses.tokens[token.head]
        if _is_condition(clauses, token.i):
            return True
    return False


def _is_of_whoever(clauses: Clauses, i: int) -> bool:
    """Whether a clause is about everybody who does something: "those who violate the law", "anyone who fires"."""
    token = clauses.tokens[i]
    if "Tense=Past" in token.features or clauses.auxiliaries(i):
        return False
    return token.dep == "acl:relcl" and clauses.tokens[token.head].lower in _WHOEVER


def _is_means(clauses: Clauses, classes: dict[str, frozenset[str]], i: int) -> bool:
    """Whether a clause only gives a means or a reason ("by firing", "instead of leaving"), or something prevented.

    The latter are "warned against bombing", "capable of hitting". Somebody blamed "for shelling" did shell.
    """
    token = clauses.tokens[i]
    if token.dep not in ("advcl", "acl", "xcomp", "ccomp"):
        return False
    marks = {clauses.tokens[c].lower for c in clauses.children[i] if clauses.tokens[c].dep in ("mark", "case")}
    above = clauses.tokens[token.head]
    if above.lower in classes["blaming"]:
        return False
    if (
        marks & {"on", "of"}
        and token.dep == "acl"
        and above.lower in classes["thoughts"] | classes["joint_undertakings"]
    ):
        return True  # "the significance of holding talks", "a commission on demarcating the border"
    if marks & {"by", "without", "instead", "against", "from", "for"} and token.dep in ("advcl", "acl", "xcomp"):
        return not (clauses.infinitive(i) and token.dep == "xcomp")
    if "in" in marks:
        return token.dep != "xcomp" and above.lower not in classes["carrying_on"]
    if "about" in marks:
        return above.pos == "ADJ"  # "worried about losing Lachin"
    return "of" in marks and above.pos in ("VERB", "AUX", "ADJ", "ADV")


def _is_only_thought_of(clauses: Clauses, classes: dict[str, frozenset[str]], i: int) -> bool:
    """Whether a phrase is about something that need not have happened: "on the verge of attacking", "no sign of
    Baku attacking".

    The content of a text counts as said: "a resolution condemning the attack".
    """
    token = clauses.tokens[i]
    above = clauses.tokens[token.head].lower
    says = above in classes["issued_texts"] and not clauses.dependents(i, "mark", "case")
    return token.dep == "acl" and above in classes["thoughts"] and not says


def _is_make_believe(clauses: Clauses, classes: dict[str, frozenset[str]], trigger: Trigger) -> bool:
    """Whether an act is part of an exercise ("attacked a mock post") or of a story ("the film tells how ...").

    Something said to hit a named party during an exercise is not part of it.
    """
    tokens = clauses.tokens
    if any(tokens[c].lower in classes["make_believe"] for c in clauses.descendants(trigger.i)):
        return True
    hit = [j for i in trigger.slots.get("obj", ()) for j in (i, *clauses.descendants(i))]
    unnamed = all(tokens[j].mention < 0 for j in hit)
    for verb in [trigger.verb, *clauses.ancestors(trigger.verb)]:
        if verb != trigger.verb and any(
            tokens[c].lower in classes["stories"] for c in clauses.dependents(verb, "nsubj", "nsubj:pass")
        ):
            return True
        for c in clauses.dependents(verb, "obl"):
            staged = tokens[c].lower in classes["stories"] or (unnamed and tokens[c].lower in classes["drills"])
            if staged and clauses.preposition(c) in ("in", "during", "at"):
                return True
    return False


def _of_verb_above(clauses: Clauses, classes: dict[str, frozenset[str]], i: int, depth: int) -> str:
    """The factuality of a verb that by itself would be a fact, changed by the word above it."""
    token, infinitive = clauses.tokens[i], clauses.infinitive(i)
    head = clauses.tokens[token.head]
    if token.dep == "conj" and clauses.is_verb(head.i) and not clauses.auxiliaries(i):
        alike = not infinitive or clauses.infinitive(head.i)
        return _of_verb(clauses, classes, head.i, depth + 1) if alike else FACT
    if _trails(clauses, i):
        above = head.i if clauses.is_verb(head.i) else head.head
        return _of_modal(clauses, classes, above, clauses.modal(above))
    if token.dep != "xcomp" and not (infinitive and token.dep in ("ccomp", "advcl", "acl")):
        return FACT
    if infinitive and "have" in clauses.auxiliaries(i):
        return FACT  # "is known to have sold drones"
    if head.lower in classes["planning"]:
        return FUTURE
    unplanned = SUPPOSED if infinitive else FACT
    if not clauses.is_verb(head.i) and head.pos in ("ADJ", "NOUN"):
        return unplanned
    if infinitive and head.lower in _GOING_TO:
        return FUTURE
    if head.lower in classes["carrying_on"]:
        return _of_verb(clauses, classes, head.i, depth + 1)
    return REFUSED if head.lower in classes["refusing"] else unplanned


def _trails(clauses: Clauses, i: int) -> bool:
    """Whether a participle after a comma gives the manner or the result of its verb, and so has the same
    factuality.

    "should apply the act, imposing sanctions". A small parser attaches it to the verb's object.
    """
    token = clauses.tokens[i]
    head = clauses.tokens[token.head]
    present = "VerbForm=Ger" in token.features or "Tense=Pres|VerbForm=Part" in token.features
    if not present or i < 1 or clauses.tokens[i - 1].text != "," or head.i > i:
        return False
    of_object = token.dep == "acl" and head.dep in ("obj", "obl") and clauses.is_verb(head.head)
    return of_object or (token.dep == "advcl" and clauses.is_verb(head.i))


def _under_saying(clauses: Clauses, classes: dict[str, frozenset[str]], i: int) -> bool:
    return any(
        clauses.tokens[a].lower in classes["saying"] or clauses.tokens[a].lower in classes["planning"]
        for a in clauses.ancestors(i)[:3]
    )


def attribution(clauses: Clauses, participants: Participants, patterns: Patterns, i: int) -> Attribution | None:
    """The speaker of the clause in which a word stands, None where it is the text itself."""
    above = _speaker_above(clauses, participants, patterns, i)
    if above is not None:
        return _behind_medium(clauses, participants, patterns, i, above)
    for word in [i, *clauses.ancestors(i)]:
        beside = _speaker_beside(clauses, participants, patterns, i, word)
        if beside is not None:
            return _behind_medium(clauses, participants, patterns, i, beside)
        if clauses.tokens[word].dep == "acl:relcl" and not _is_cleft(clauses, clauses.tokens[word].head):
            return None
    return (
        _cited(clauses, participants, patterns, i)
        or _according_to(clauses, participants)
        or _referred_to(clauses, participants)
    )


def _is_cleft(clauses: Clauses, i: int) -> bool:
    """ "It was troops that fired": the relative clause is what the sentence says."""
    return bool(clauses.dependents(i, "cop")) and any(
        clauses.tokens[c].lower == "it" for c in clauses.dependents(i, "expl", "nsubj")
    )


def _speaker_above(clauses: Clauses, participants: Participants, patterns: Patterns, i: int) -> Attribution | None:
    """Who says it by a verb or noun above the clause ("the ministry said that", "its claim that")."""
    below = clauses.tokens[i]
    in_statement = False  # "said in a statement that": the clause hangs on the statement
    for above in clauses.ancestors(i):
        reported = below.dep in _REPORTED or in_statement
        if reported and clauses.tokens[above].lower in patterns.classes["saying"]:
            slots = clauses.slots(above)
            speakers: tuple[Participant, ...] = ()
            if clauses.is_verb(above) and below.dep != "advcl":
                speakers = _issuers(clauses, participants, patterns.classes, above)
                speakers = speakers or tuple(participants.of(slots.get("subj", [])))
            elif below.dep in ("acl", "ccomp") and not clauses.is_verb(above):
                speakers = tuple(participants.of([*slots.get("poss", []), *slots.get("by", [])]))
            if speakers:
                return Attribution(above, speakers)
        text = clauses.tokens[above].lower in patterns.classes["issued_texts"]
        in_statement = text and below.dep in ("acl", "ccomp") and clauses.preposition(above) == "in"
        below = clauses.tokens[above]
    return None


def _issuers(
    clauses: Clauses, participants: Participants, classes: dict[str, frozenset[str]], saying: int
) -> tuple[Participant, ...]:
    """Who issued the text that says something: "the ministry published a statement claiming that"."""
    text = clauses.tokens[clauses.tokens[saying].head]
    if clauses.tokens[saying].dep != "acl" or text.lower not in classes["issued_texts"] or text.dep != "obj":
        return ()
    return tuple(participants.of(clauses.slots(text.head).get("subj", [])))


def _speaker_beside(
    clauses: Clauses, participants: Participants, patterns: Patterns, i: int, word: int
) -> Attribution | None:
    """Who says it in words that hang on a word of the clause ("..., the ministry said", "according to")."""
    verbs = patterns.classes["saying"]
    for c in clauses.children[word]:
        token = clauses.tokens[c]
        if token.dep == "parataxis" and token.lower in verbs:
            speakers = tuple(participants.of(clauses.slots(c).get("subj", [])))
            if speakers:
                return _passed_on(clauses, participants, verbs, i, c) or Attribution(c, speakers)
        if token.dep in ("obl", "nmod", "advcl", "parataxis") and clauses.preposition(c).startswith("according"):
            return Attribution(-1, _voices(clauses, participants, c))
    return None


def _passed_on(
    clauses: Clauses, participants: Participants, verbs: frozenset[str], i: int, outer: int
) -> Attribution | None:
    """The speaker in "..., the ministry said, Interfax reports": not the medium that passes it on."""
    tokens = clauses.tokens
    for verb in range(outer - 2, i, -1):
        if tokens[verb].lower not in verbs or not clauses.is_verb(verb) or tokens[verb + 1].lower != ",":
            continue
        subjects = clauses.dependents(verb, "nsubj")
        speakers = tuple(a for a in participants.of(subjects) if a.country not in ("", "MED"))
        if speakers:
            return Attribution(verb, speakers)
    return None


def _cited(clauses: Clauses, participants: Participants, patterns: Patterns, i: int) -> Attribution | None:
    """Who says it in "..., the agency quoted an official as saying"."""
    for token in clauses.tokens[i + 1 :]:
        quoting = token.lower in patterns.classes["quoting"] and clauses.is_verb(token.i)
        if quoting and not clauses.passive(token.i):
            speakers = tuple(a for a in participants.of(clauses.slots(token.i).get("obj", [])) if a.country)
            if speakers:
                return Attribution(token.i, speakers)
    return None


def _behind_medium(
    clauses: Clauses, participants: Participants, patterns: Patterns, i: int, said: Attribution
) -> Attribution:
    """The source that a medium quotes: "the agency reports with reference to the ministry", "citing officials"."""
    if any(a.country != "MED" for a in said.speakers):
        return said
    return _referred_to(clauses, participants) or _cited(clauses, participants, patterns, i) or said


def _referred_to(clauses: Clauses, participants: Participants) -> Attribution | None:
    """Whom a report refers to: "with reference to the ministry", "referring to officials"."""
    for token in clauses.tokens:
        if token.lower in ("reference", "referring"):
            speakers = tuple(a for a in participants.of(clauses.slots(token.i).get("to", [])) if a.country)
            if speakers:
                return Attribution(-1, speakers)
    return None


def _voices(clauses: Clauses, participants: Participants, i: int) -> tuple[Participant, ...]:
    """The owners of "information", "report", "figures published by the ombudsman" after "according to"."""
    speakers = tuple(participants.of([i]))
    if any(a.country for a in speakers):
        return speakers
    slots = clauses.slots(i)
    whose = participants.of([*slots.get("by", []), *slots.get("from", []), *slots.get("of", [])])
    return tuple(a for a in whose if a.country) or speakers


def _according_to(clauses: Clauses, participants: Participants) -> Attribution | None:
    """ "According to" at either end of a sentence, however it was parsed."""
    tokens = clauses.tokens
    for token in tokens[:-2]:
        if token.lower == "according" and tokens[token.i + 1].lower == "to":
            before = [t for t in tokens[: token.i] if t.dep not in ("punct", "date")]
            after = next(
                (t.i for t in tokens[token.i + 2 : token.i + 8] if participants.named(t.i) is not None), None
            )
            if after is not None and (not before or after + 6 > len(tokens)):
                return Attribution(-1, tuple(participants.of([after])))
    return None
