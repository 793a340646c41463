"""Which matches of names count: the longest usable ones from left to right, weak names only with supporting
words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from contactline.lexicon import unlisted
from contactline.names import places
from contactline.names.article_context import ArticleContext
from contactline.names.index import NameMatch, NameSense, fold
from contactline.names.surnames import follows_first_name, is_surname_of_person, start_with_first_name

_SURNAME_AFTER = re.compile(r" [A-Z]\w{1,30}(?:y?an|ian|ov|ev|ova|eva|oglu)\b")
_CAPITALS_AFTER = re.compile(r"(?: [A-Z][\w'’-]+){1,3}")
"""What may make a name a part of an institution's: "Paris Peace Forum"."""
_CALLED_TOWN_IN = re.compile(
    r", an? (?:\w+ ){0,2}(?:city|town|village|county|suburb) (?:in|of) (?:the )?(?:\w+ )?([A-Z]\w+)"
)
"""Behind a name: it is a town's in a country or part of one."""
_CAPITALS_BEHIND_COMMA = re.compile(r", ([A-Z]\w+(?: [A-Z]\w+)?)")
_ONE_NAME_BEHIND = re.compile(r", ([A-Z]\w+(?: [A-Z]\w+)?)(?=[,.;)\n]|$)(?!, (?:and |or )?[A-Z]|, and )")
"""One name behind a comma, with which no list goes on."""
_INSIDE = frozenset({"in", "from", "near"})
_NAMES = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_VILLAGES_BEFORE = re.compile(rf"\b[Vv]illages?(?: of|:)? (?:{_NAMES}(?:, and |, | and ))*$")
_VILLAGES_AFTER = re.compile(rf"(?:(?:, and |, | and ){_NAMES})* (?:villages?|settlements?)\b")
_CALLED_VILLAGE = re.compile(r", (?:an?|the) (?:[\w-]+ ){0,2}(?:village|settlement|hamlet|town)\b")
_LONGEST_LIST = 200  # characters looked back for what a list of names is called
_JOINTS = (", and ", ", ", " and ")
_JOINT = re.compile("|".join(_JOINTS))


def in_order(matches: Iterable[NameMatch]) -> list[NameMatch]:
    """The matches from left to right; at one start a corrected or misspelt name first, then the longest."""
    return sorted(matches, key=lambda m: (m.start, not m.senses[0].note, -m.end))


def select(ordered: list[NameMatch], context: ArticleContext) -> list[NameMatch]:
    """Select the longest usable matches from left to right, none overlapping, each with its usable senses.

    ``ordered``: as returned by ``in_order``.
    """
    selected: list[NameMatch] = []
    free = 0  # where the last match selected ends
    for i, match in enumerate(ordered):
        if match.start < free or _runs_into_longer(ordered, i):
            continue
        usable = tuple([s for s in match.senses if _is_usable(s, match, context)]) or _open(match, context)
        if usable:
            senses = _best(usable, match, context)
            start = start_with_first_name(senses[0], match, context)
            selected.append(NameMatch(start if start >= free else match.start, match.end, senses))
            free = match.end
    return selected


def _runs_into_longer(matches: list[NameMatch], i: int) -> bool:
    """Whether a place's name overlaps a longer one after it ("the State Border Service"); never for corrected
    names.
    """
    match = matches[i]
    if match.senses[0].role != "place" or match.senses[0].note:
        return False
    for at in range(i + 1, len(matches)):  # a slice would copy the rest at every name
        later = matches[at]
        if later.start >= match.end:
            return False
        longer = later.end - later.start > match.end - match.start and later.end > match.end
        if longer and any(s.form == "name" and not s.weak and s.role != "block" for s in later.senses):
            return True
    return False


# --- which senses are usable


def _is_usable(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool:
    """Whether a name may have this sense where it stands."""
    for rule in _RULES:
        answer = rule(sense, match, context)
        if answer is not None:
            return answer
    return True


def _first_name(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """A first name alone identifies nobody."""
    return False if sense.role == "first" else None


def _part_of_institution(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """A town's or person's name within that of an institution is neither ("Aznavour Prize", "Minsk Protocol").

    A capital's name may be further away in it ("Paris Peace Forum"); something named after another town is in that
    town.
    """
    text, known = context.text, context.known
    if text[match.end : match.end + 1] != " " or not text[match.end + 1 : match.end + 2].isupper():
        return None
    person = sense.role == "actor" and known.is_person(sense.ref)
    town = sense.role == "place" and sense.ref not in known.country_of_place
    if person or town:
        words = _CAPITALS_AFTER.match(text, match.end)
        capital = town and known.places[sense.ref].kind == "capital"
        following = words[0].split() if words else []
        return False if not known.institutions.isdisjoint(following if capital else following[:1]) else None
    return None


def _namesake(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """A town or country that the words after it locate elsewhere is a different one ("Moscow, Idaho")."""
    text, folded, known = context.text, context.folded, context.known
    if sense.role != "place" or not text.startswith(", ", match.end):
        return None
    called = _CALLED_TOWN_IN.match(text, match.end)
    if called:
        code = known.country_named.get(fold(called[1]), sense.country)
        return False if code != sense.country or sense.ref in known.country_of_place else None
    state = _CAPITALS_BEHIND_COMMA.match(text, match.end)
    if state and folded[state.start(1) : state.end(1)] in known.us_states:
        is_land = folded[state.start(1) : state.end(1)] in known.country_named  # Georgia
        return None if sense.country == "USA" or is_land else False
    behind = _ONE_NAME_BEHIND.match(text, match.end)
    if behind is None:
        return None
    words = folded[behind.start(1) : behind.end(1)]
    code = known.country_named.get(words, sense.country)
    in_it = places.words_before(folded, match.start)[:1]
    return False if code != sense.country and in_it and in_it[0] in _INSIDE else None


def _surname_alone(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """A surname without its first name is decided by the words around it."""
    if sense.role != "actor" or sense.has_first_name or not context.known.is_person(sense.ref):
        return None
    if unlisted.is_unlisted(sense.ref):
        return not follows_first_name(match, context)
    return is_surname_of_person(sense, match, context)


def _first_name_of_somebody(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """A place's name before an unknown surname is somebody's first name ("Lori Avagyan")."""
    if sense.role == "place" and _SURNAME_AFTER.match(context.text, match.end):
        if not context.known.index.is_form(places.word_after(context.folded, match.end)):
            return False
    return None


def _strong(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """A strong name needs no supporting words."""
    return None if sense.weak else True


def _town_with_preposition(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """The only town with a name, if its row requires no other words and "in", "mayor of" or the like stands
    before it.
    """
    if sense.role != "place" or sense.near or len({s.ref for s in match.senses if s.role == "place"}) > 1:
        return None
    town = context.known.places[sense.ref].kind in ("town", "city") and sense.form == "name"
    if not town or _CAPITALS_AFTER.match(context.text, match.end):
        return None
    before, cues = places.words_before(context.folded, match.start)[:2], places.cues(context.lexicon)
    if before[:1] == ["of"]:
        return True if before[1:] and before[1] in cues["town_of"] else None
    return True if before and before[0] in cues["locative"] else None


def _among_villages(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """The only place with a name, if it is called a village or is listed among villages ("villages of Sus and
    Sos").

    Next to a strong name it must be in the same province ("Verin Shorzha and Kut").
    """
    if sense.role != "place" or not context.regional:
        return None
    refs = [s.ref for s in match.senses if s.role == "place"]
    if len(refs) > 1:
        return None
    province = context.known.places[refs[0]].province
    after = _JOINT.match(context.folded, match.end)
    if after and context.province_at_start.get(after.end()) == province:
        return True
    before = next((j for j in _JOINTS if context.folded.endswith(j, 0, match.start)), "")
    if before and context.province_at_end.get(match.start - len(before)) == province:
        return True
    past = context.text[max(0, match.start - _LONGEST_LIST) : match.start]
    if _CALLED_VILLAGE.match(context.text, match.end) or _VILLAGES_AFTER.match(context.text, match.end):
        return True
    return True if _VILLAGES_BEFORE.search(past) else None


def _words_of_its_own(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """If a name's row lists words, one of them must be nearby or in the article."""
    if sense.near and not context.near(sense.near, match.start, match.end):
        return False
    if sense.article and not any(context.contains(w) for w in sense.article):
        return False
    return True if sense.near or sense.article else None


def _elsewhere(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """A weak name of the region does not count in an article about another subject."""
    return False if sense.country in context.known.conflict.states and not context.regional else None


def _called_settlement(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool | None:
    """A weak name of a place must be called a settlement ("the village of Sus", "Sus village")."""
    if sense.role != "place":
        return None
    words = places.cues(context.lexicon)["settlement"]
    before = places.words_before(context.folded, match.start)[:1]
    return bool(before) and before[0] in words or places.word_after(context.folded, match.end) in words


_RULES: tuple[Callable[[NameSense, NameMatch, ArticleContext], bool | None], ...] = (
    _first_name,
    _part_of_institution,
    _namesake,
    _surname_alone,
    _first_name_of_somebody,
    _strong,
    _town_with_preposition,
    _among_villages,
    _words_of_its_own,
    _elsewhere,
    _called_settlement,
)
"""Asked in this order until one answers: True for usable, False for not, None for no answer."""


# --- which of several usable senses


def _open(match: NameMatch, context: ArticleContext) -> tuple[NameSense, ...]:
    """The places with the same name, if nothing in an article about the region decides between them."""
    senses = tuple(s for s in match.senses if s.role == "place" and s.article and not s.near)
    return senses if len(senses) > 1 and context.regional else ()


def _best(senses: tuple[NameSense, ...], match: NameMatch, context: ArticleContext) -> tuple[NameSense, ...]:
    """The best of several senses of a form: a person named in full first, then strong senses, then the nearest.

    Nouns and titles stay beside a name with the same form ("National Security Service"), for a country before
    them.
    """
    if len(senses) == 1:
        return senses
    names = tuple(s for s in senses if s.role in ("actor", "place"))
    if len(names) > 1:
        in_full = tuple(s for s in names if s.ref in context.named_in_full)
        names = in_full or tuple(s for s in names if not s.weak) or _nearest(names, match, context)
    return names + tuple(s for s in senses if s.role not in ("actor", "place"))


def _nearest(names: tuple[NameSense, ...], match: NameMatch, context: ArticleContext) -> tuple[NameSense, ...]:
    """Of places with the same name, those whose supporting word is nearest in the article."""
    distances = [context.distance(s.article, match.start) for s in names]
    best = min(distances)
    return tuple(s for s, distance in zip(names, distances, strict=True) if distance == best)
