"""Which facet of an agreement each report tells: that it was agreed, mediated or signed, or came into force.

Reads ``accord_facets`` of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from contactline.lexicon import Lexicon, derived, split_cell
from contactline.views.words import count, say, words_of

NAMES = words_of("facets")
"""The names of the facets, in the order in which they are shown."""

_Rule = tuple[str, frozenset[str], frozenset[str], re.Pattern[str]]


@derived
def _rules(lexicon: Lexicon) -> Sequence[_Rule]:
    return tuple(
        (
            row["facet"],
            frozenset(split_cell(row["types"])),
            frozenset(split_cell(row["modes"])),
            re.compile(row["triggers"], re.IGNORECASE),
        )
        for row in lexicon.rows("accord_facets")
    )


def facets(reports: pd.DataFrame, lexicon: Lexicon) -> dict[str, str]:
    """The facet (a key of ``NAMES``) of each report of an agreement, by event id.

    ``reports``: the rows of one incident's events, with the columns event_id, type, mode and trigger. Empty
    unless they report an agreement or ceasefire, and at least two different facets of it.
    """
    if not (reports["type"].eq("AGREE") | reports["mode"].eq("ceasefire")).any():
        return {}
    rows = reports[["event_id", "type", "mode", "trigger"]].itertuples(index=False, name=None)
    found = {event_id: facet for event_id, *row in rows if (facet := _facet(tuple(row), lexicon))}
    return found if len(set(found.values())) > 1 else {}


def _facet(row: tuple[str, ...], lexicon: Lexicon) -> str:
    type_, mode, trigger = row
    for facet, types, modes, triggers in _rules(lexicon):
        if (not types or type_ in types) and (not modes or mode in modes) and triggers.search(trigger):
            return facet
    return ""


def told(found: dict[str, str]) -> str:
    """How many reports tell which facet, in words; "" for none."""
    numbers = {facet: list(found.values()).count(facet) for facet in NAMES}
    parts = [
        say("incidents.facet", facet=NAMES[facet].lower(), reports=count(number, "report"))
        for facet, number in numbers.items()
        if number
    ]
    return say("incidents.facets", facets=", ".join(parts)) if parts else ""
