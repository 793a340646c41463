"""Parties of an event that its text does not name, in words: who was added, and for what reason."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from contactline.lexicon import Lexicon
from contactline.lexicon.control import Hold, control
from contactline.tables.store import Store
from contactline.views import labels
from contactline.views.words import say, words_of

TOLD = "told"
"""The basis of a party that the text names."""
PLACE_HELD = "place held"
BASES = words_of("completed_bases")
"""Why a party stands in an event that the text does not name it in."""

_GROUNDS = words_of("completed_grounds")
_HELD = words_of("completed_held")


def note(store: Store, event: pd.Series, names: Mapping[str, str], lexicon: Lexicon) -> str:
    """The event's sources and targets that the text does not name, each with the reason; "" for none.

    ``event``: a row of the index's events. ``names``: the names of country codes and places.
    """
    rows = store.event_actors[store.event_actors["event_id"] == event["event_id"]]
    rows = rows[(rows["basis"] != TOLD) & rows["role"].isin(["source", "target"]) & (rows["country"] != "")]
    grounds = dict.fromkeys(
        _ground(basis, names.get(country, country), _hold(event, country, basis, lexicon), event, names)
        for country, basis in rows[["country", "basis"]].itertuples(index=False)
    )
    return say("completed.note", parties="; ".join(grounds)) if grounds else ""


def bracketed(name: str, side: str, basis: str) -> str:
    """A party that the text does not name, as lists show it.

    It is in brackets; if the text names a place instead of it, its side follows the text's words in brackets.
    ``name``: the actor's name, else the words. ``side``: the name of the side.
    """
    if basis != PLACE_HELD:
        return say("completed.party", party=name)
    return say("completed.words_of_party", words=name, party=side) if side and side != name else name


def _hold(event: pd.Series, country: str, basis: str, lexicon: Lexicon) -> Hold | None:
    """The row of control.csv by which a party held the event's place; None where it was not added for that
    reason.
    """
    place, first, last = event["place_id"], event["date_start"], event["date_end"]
    if basis != PLACE_HELD or not isinstance(place, str):
        return None
    days = (
        (None, None)
        if pd.isna(first) or pd.isna(last)
        else (pd.Timestamp(first).date(), pd.Timestamp(last).date())
    )
    hold = control(lexicon).hold(place, *days)
    return hold if hold is not None and hold.holder == country else None


def _ground(basis: str, party: str, hold: Hold | None, event: pd.Series, names: Mapping[str, str]) -> str:
    if hold is None:
        return _GROUNDS.get(basis, _GROUNDS[TOLD]).format(party=party)
    place = names.get(event["place_id"], event["place_id"])
    since, until = (labels.day(day) if day else "" for day in (hold.since, hold.until))
    key = {(True, True): "span", (True, False): "since", (False, True): "until"}.get((bool(since), bool(until)))
    return _HELD[key or "ever"].format(party=party, place=place, since=since, until=until)
