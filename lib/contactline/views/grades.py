"""Whose word an incident is, in words: who reports it, who claims it, who denies it. Never a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from contactline.lexicon import Lexicon
from contactline.lexicon.conflict import conflict_parties
from contactline.views import labels
from contactline.views.words import count, say, words_of

_TOLD, _CLAIMED = words_of("told_by"), words_of("claimed_by")


def grade(incident: Mapping[str, Any], names: Mapping[str, str], lexicon: Lexicon) -> str:
    """ "told by both sides and 2 third parties, denied by Armenia"; "claimed by Azerbaijan alone".

    ``incident``: a row of the table of incidents. ``names``: the names of country codes. If the country of none of
    the sources is known, it says that.
    """
    tellers = list(incident["tellers"])
    claims = stance(incident, names, lexicon)
    if tellers and _only_claimed(incident):
        return claims
    told = _who(_TOLD, tellers, names, lexicon) if tellers else say("grades.unknown")
    return ", ".join(filter(None, (told, claims)))


def stance(incident: Mapping[str, Any], names: Mapping[str, str], lexicon: Lexicon) -> str:
    """Who claims an incident and who denies it: "claimed by Azerbaijan, denied by Armenia"; "" for nobody."""
    claimed, denied = list(incident["claimed_by"]), list(incident["denied_by"])
    said = []
    if claimed and _only_claimed(incident):
        said.append(_who(_CLAIMED, claimed, names, lexicon))
    elif claimed:
        said.append(say("grades.claimed_by", who=_named(claimed, names, lexicon)))
    if denied:
        said.append(say("grades.denied_by", who=_named(denied, names, lexicon)))
    return ", ".join(said)


def _only_claimed(incident: Mapping[str, Any]) -> bool:
    """Whether an incident is only claimed: no source reports it in its own words."""
    return bool(len(incident["claimed_by"])) and set(incident["tellers"]) <= set(incident["claimed_by"])


def _who(how: Mapping[str, str], codes: list[str], names: Mapping[str, str], lexicon: Lexicon) -> str:
    """Sides of the conflict by their names, third parties by their number. ``how``: the words to use."""
    conflict = conflict_parties(lexicon)
    own = [code for code in codes if code in conflict.belligerents]
    third = count(len(codes) - len(own), "third party")
    sides = conflict.one_side(own)
    if len(sides) > 1:
        key = "both_sides" if len(own) == len(codes) else "both_sides_and_third"
    elif sides:
        key = "one_side" if len(own) == len(codes) else "one_side_and_third"
    else:
        key = "third"
    return how[key].format(side=_named(own, names, lexicon), third=third)


def _named(codes: Iterable[str], names: Mapping[str, str], lexicon: Lexicon) -> str:
    """Countries by their names, including those about which nothing else is known."""
    return labels.together(names.get(code) or labels.side(code, lexicon) for code in codes)
