"""Whose word it is: who publishes or speaks, against what they report; and what only one side reports.

Sides are those of the conflict (``conflict_parties``), with Nagorno-Karabakh Armenians on Armenia's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from contactline.lexicon import Lexicon
from contactline.lexicon.conflict import conflict_parties
from contactline.views import labels
from contactline.views.query import EventIndex, Filters, Mask
from contactline.views.words import say, words_of

BY = ("country", "side", "publisher")
"""What the rows are: countries of publishers, their sides, or publishers."""

THIRD, UNTOLD = "third", "untold"
"""Stand for third parties, and for unknown sources."""

BOTH = "both"
"""Stands for what both sides report."""

_WITH_SPEAKER = {"claim": "claimed", "denial": "denied"}
_WITHOUT = {"plan": "planned", "history": "background"}


def side_name(side: str, names: Mapping[str, str], lexicon: Lexicon) -> str:
    """ "Armenia's side", "third parties", "not told". ``names``: of country codes."""
    own = words_of("word_sides")
    return own.get(side) or say("whose_word.side", side=names.get(side) or labels.side(side, lexicon))


def tellers(index: EventIndex, by: str) -> npt.NDArray[Any]:
    """Who publishes each event of ``index.events``: a country's code, a side or a publisher, as ``by`` (of ``BY``)
    asks.

    "" where the publisher's country is not known.
    """
    if by == "publisher":
        return index.events["publisher"].to_numpy(object)
    articles = index.store.articles.set_index("article_id")["publisher_country"]
    if by == "side":
        articles = articles.map(lambda code: _side(code, index.lexicon) if code else "")
    return index.events["article_id"].map(articles).fillna("").to_numpy(object)


def told(index: EventIndex, filters: Filters) -> dict[str, Mask]:
    """The events by what they are.

    Keys: "fact"; "claim" and "denial" by the side of the speaker ("claim:AZE", "claim:third", "claim:untold");
    "plan"; "history". A claim by speakers of two sides is under both.
    """
    found = {"fact": index.matches("status", ("reported",))}
    speakers = _speakers(index, filters)
    for name, status in _WITH_SPEAKER.items():
        some = index.matches("status", (status,))
        found |= {f"{name}:{side}": some & spoken for side, spoken in speakers.items()}
    return found | {name: index.matches("status", (status,)) for name, status in _WITHOUT.items()}


def told_name(key: str, names: Mapping[str, str], lexicon: Lexicon) -> str:
    """A key of ``told`` in words: "claims of Armenia's side"."""
    what, _, side = key.partition(":")
    words = words_of("word_told")
    if side == UNTOLD:
        return words[f"{what}_{side}"]
    return words[what].format(side=side_name(side, names, lexicon)) if side else words[what]


def counted(index: EventIndex, mask: Mask, filters: Filters, by: str, unit: str) -> pd.DataFrame:
    """The number of selected events or incidents (``unit``) for each teller and kind, without zeros.

    Columns: teller (str), told (str, keys of ``told``), number (int). Tellers of the sides come first, then third
    parties, then unknown ones; within these, those with higher numbers first.
    """
    codes, keys = pd.factorize(tellers(index, by))
    at = np.arange(len(mask)) if unit == "events" else index.incident_at
    size = max(1, len(mask), len(index.store.incidents))
    rows = []
    for what, some in told(index, filters).items():
        here = some & mask & (at >= 0)
        found, number = np.unique(
            np.unique(codes[here].astype(np.int64) * size + at[here]) // size, return_counts=True
        )
        rows += [(str(keys[code]), what, int(n)) for code, n in zip(found, number, strict=True)]
    table = pd.DataFrame(rows, columns=["teller", "told", "number"])
    order = {key: number for number, key in enumerate(_ordered(table, index, by))}
    return table.sort_values("teller", key=lambda column: column.map(order), kind="stable", ignore_index=True)


def teller_names(keys: list[str], by: str, names: Mapping[str, str], lexicon: Lexicon) -> list[str]:
    """The names of tellers."""
    if by == "publisher":
        return keys
    if by == "side":
        return [side_name(key or UNTOLD, names, lexicon) for key in keys]
    unknown = say("whose_word.no_country")
    return [names.get(key) or labels.side(key, lexicon) if key else unknown for key in keys]


def alone(index: EventIndex, mask: Mask) -> pd.Series[str]:
    """Who reports the incidents of the selected events, by their row in the table of incidents.

    "ARM" and the like: only that side; "ARM+": that side and third parties; ``BOTH``, ``THIRD``, or ``UNTOLD``
    where the country of no source is known. All reports of an incident count, selected or not.
    """
    rows = np.flatnonzero(index.incidents(mask))
    found = index.store.incidents["tellers"].iloc[rows]
    return pd.Series([_who(tuple(codes), index.lexicon) for codes in found], index=rows, dtype="str")


def alone_name(key: str, names: Mapping[str, str], lexicon: Lexicon) -> str:
    """A value of ``alone`` in words: "Armenia's side alone"."""
    words = words_of("word_alone")
    if key in words:
        return words[key]
    how = "with_third" if key.endswith("+") else "one"
    return words[how].format(side=side_name(key.rstrip("+"), names, lexicon))


def alone_order(lexicon: Lexicon) -> list[str]:
    """The values of ``alone`` in the order in which they are shown."""
    states = list(conflict_parties(lexicon).states)
    return [*states, *(f"{state}+" for state in states), BOTH, THIRD, UNTOLD]


def _who(codes: tuple[str, ...], lexicon: Lexicon) -> str:
    conflict = conflict_parties(lexicon)
    own = [code for code in codes if code in conflict.belligerents]
    sides = sorted(conflict.one_side(own))
    if len(sides) > 1:
        return BOTH
    if sides:
        return sides[0] + ("+" if len(own) < len(codes) else "")
    return THIRD if codes else UNTOLD


def _side(code: str, lexicon: Lexicon) -> str:
    conflict = conflict_parties(lexicon)
    return conflict.side_of(code) if code in conflict.belligerents else THIRD


def _speakers(index: EventIndex, filters: Filters) -> dict[str, Mask]:
    """The events by the side of their speakers; those without a speaker of a known side under ``UNTOLD``."""
    sides = [*conflict_parties(index.lexicon).states, THIRD]
    found = {side: np.zeros(len(index.events), bool) for side in sides}
    for code, roles in index.parties(filters.completed, filters.unlisted).parts.items():
        if code.isupper() and code != "UNK" and "speaker" in roles:
            found[_side(code, index.lexicon)][roles["speaker"]] = True
    nobody = ~np.logical_or.reduce(list(found.values()))
    return found | {UNTOLD: nobody}


def _ordered(table: pd.DataFrame, index: EventIndex, by: str) -> list[str]:
    """The tellers in the order in which they are shown."""
    states = list(conflict_parties(index.lexicon).states)
    if by == "publisher":
        own = index.store.articles.assign(
            publisher=lambda a: a["publisher"].replace("", say("sentence.publisher_unknown"))
        )
        country = own.drop_duplicates("publisher").set_index("publisher")["publisher_country"].to_dict()
    else:
        country = {key: key for key in table["teller"]}

    def rank(key: str) -> int:
        code = country.get(key, "")
        side = code if code in (THIRD, "") else _side(code, index.lexicon)
        return states.index(side) if side in states else len(states) + (side == "")

    total = table.groupby("teller")["number"].sum()
    return sorted(total.index, key=lambda key: (rank(key), -total[key], key))
