"""Whether the name of a country, capital or town means the place or the actor there.

Countries, capitals and bases are actors unless a word next to them shows a place ("in Armenia"); regions and other
towns are places unless a word shows that they act ("Artsakh accused"). The words are those of place_cues.csv.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from contactline.lexicon import Lexicon
from contactline.names.places import cues, word_after, words_before

ACTING_KINDS = ("country", "capital", "base")
"""Kinds of places whose names are actors unless a word beside them says place."""
_HELD_BY = (
    "-controlled",
    "-held",
    "-populated",
    "-run",
    "-majority",
    "-backed",
    "breakaway",
    "disputed",
    "contested",
)
"""How words end that between a preposition and a region's name only describe it ("in Armenian-held Karabakh")."""
_PEOPLE = ("ethnic", "mostly", "mainly")
"""What may stand before such a word."""
_REACH_OF_TO = {"country": 5}
"""Words before "to" among which a verb of motion counts, before a country: "to" a capital is mostly a place's."""
_REACH_OF_TO_CAPITAL = 10
_REACH_OF_FROM = 5  # words before and with "from" among which a verb of motion counts
_REACH_OF_ACT_FROM = 3  # words before and with "from" among which what only an actor gives counts


class _Surroundings(NamedTuple):
    """The words around a name, folded.

    ``country``: whether the place is a country. ``before``: the words before it without "the", the last first;
    ``last``: the first of these or "". ``following``: the next word or punctuation. ``owns``: whether "'s"
    follows. ``after_place``: whether the name before, joined by "and" or a comma, is a place.
    """

    kind: str
    country: bool
    before: list[str]
    last: str
    following: str
    owns: bool
    after_place: bool
    cues: Mapping[str, frozenset[str]]

    def preceded(self, cue: str, reach: int = 2) -> bool:
        """Whether one of the words before the last one, up to the ``reach``-th, is such a cue."""
        return any(word in self.cues[cue] for word in self.before[1:reach])


def is_place(folded: str, start: int, end: int, kind: str, after_place: bool, lexicon: Lexicon) -> bool:
    """Whether the name at start..end of a folded text means the place.

    ``kind``: the place's kind in places.csv. ``after_place``: whether the name before it, joined by "and" or a
    comma, is a place.
    """
    words = words_before(folded, start)
    following = word_after(folded, end)
    if kind not in ACTING_KINDS:
        table = cues(lexicon)
        while words and words[0].endswith(_HELD_BY):
            words = words[2:] if words[1:] and words[1] in _PEOPLE else words[1:]
        return following not in table["act"] or bool(words and words[0] in table["preposition"])
    while words and words[0] == "the":
        words = words[1:]
    around = _Surroundings(
        kind=kind,
        country=kind == "country",
        before=words,
        last=words[0] if words else "",
        following=following,
        owns=folded.startswith("'s", end),
        after_place=after_place,
        cues=cues(lexicon),
    )
    for rule in _RULES:
        answer = rule(around)
        if answer is not None:
            return answer
    return False


def _country_as_side(around: _Surroundings) -> bool | None:
    """A country that owns something, or that somebody's counterpart is from: "their counterparts in Armenia"."""
    if around.country and (around.owns or (around.last == "in" and around.preceded("actor_in"))):
        return False
    return None


def _beside_word_of_place(around: _Surroundings) -> bool | None:
    """ "in Armenia", "northern Armenia", "left Armenia", "Armenia territory" """
    last, words = around.last, around.cues
    if last in words["direction"] or last in words["locative"] or last in words["direct"]:
        return True
    return True if around.following in words["after"] else None


def _town_hit_or_host(around: _Surroundings) -> bool | None:
    """ "rockets struck Yerevan", "the Yerevan talks" """
    if around.country:
        return None
    return True if around.last in around.cues["struck"] or around.following in around.cues["held_in"] else None


def _takes_in(around: _Surroundings) -> bool | None:
    """ "a war that draws in Turkey": "in" belongs to the verb and does not show a place"""
    return False if around.last == "in" and around.preceded("takes_in") else None


def _destination(around: _Surroundings) -> bool | None:
    """ "returned to Armenia", but not "an appeal to Yerevan": "to" after a verb of motion"""
    reach = _REACH_OF_TO.get(around.kind, _REACH_OF_TO_CAPITAL)
    return around.after_place or around.preceded("to_directly") or around.preceded("to_motion", reach)


def _left_for(around: _Surroundings) -> bool | None:
    """ "left for Yerevan" """
    return True if around.preceded("for_after") else None


def _origin(around: _Surroundings) -> bool | None:
    """ "guests from Yerevan", "withdrew from Armenia": for a country only after a verb of motion

    For a capital not after an assurance, order or secession ("assurances from Yerevan").
    """
    if around.country:
        return around.preceded("from_motion", _REACH_OF_FROM)
    return not around.preceded("actor_from", _REACH_OF_ACT_FROM)


def _part_of_it(around: _Surroundings) -> bool | None:
    """ "north of Armenia", "part of Armenia", "the mayor of Yerevan", but not "the leaders of Armenia" """
    if around.before[1:3] == ["part", "the"]:
        return False  # "concessions on the part of Armenia"
    return around.preceded("compass") or (not around.country and around.preceded("town_of"))


_RULE_OF_PREPOSITION: dict[str, Callable[[_Surroundings], bool | None]] = {
    "to": _destination,
    "for": _left_for,
    "from": _origin,
    "of": _part_of_it,
}


def _preposition(around: _Surroundings) -> bool | None:
    """Prepositions that show a place only after certain words."""
    rule = _RULE_OF_PREPOSITION.get(around.last)
    return rule(around) if rule else None


def _joined_to_place(around: _Surroundings) -> bool | None:
    """ "in Georgia and Armenia", unless it then acts"""
    return around.following not in around.cues["act"] if around.after_place else None


def _bare_country(around: _Surroundings) -> bool | None:
    """ "Armenia said" """
    return False if around.country else None


def _set_off_by_commas(around: _Surroundings) -> bool | None:
    """ "the capital, Yerevan, slept" """
    if around.last != ",":
        return None
    return around.before[1:2] == ["capital"] or around.following in (",", ".", ")", "")


def _called_city(around: _Surroundings) -> bool | None:
    """ "the capital Yerevan" """
    return around.last in ("capital", "city")


_RULES: tuple[Callable[[_Surroundings], bool | None], ...] = (
    _country_as_side,
    _takes_in,
    _beside_word_of_place,
    _town_hit_or_host,
    _preposition,
    _joined_to_place,
    _bare_country,
    _set_off_by_commas,
    _called_city,
)
"""Asked in this order until one answers: True for the place, False for the actor, None for no answer."""
