"""Which side held which place on which days (control.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from contactline.lexicon.conflict import conflict_parties
from contactline.lexicon.table import split_cell
from contactline.lexicon.value import Lexicon, derived


@dataclass(frozen=True, slots=True)
class Hold:
    """A period in which one side held a place.

    ``holder``: a country code, "" where each side held a part or it is unknown. ``since``, ``until``: its first
    and last day, None where open; the day on which a place changed hands is the last day of its former holder.
    ``source``, ``note``: the cells of control.csv, which do not distinguish two holds.
    """

    holder: str
    since: date | None = None
    until: date | None = None
    source: str = field(default="", compare=False)
    note: str = field(default="", compare=False)

    def covers(self, first: date, last: date) -> bool:
        """Whether all days from ``first`` to ``last`` are within it."""
        return (self.since is None or self.since <= first) and (self.until is None or last <= self.until)


@dataclass(frozen=True, slots=True)
class Control:
    """Which side held which place: the holds of each place in control.csv, from its own row or its district's.

    ``states``: for all other places, the state that each belongs to, which always held it; lines (borders, roads)
    are left out, since they do not belong to one side.
    """

    holds: Mapping[str, tuple[Hold, ...]]
    states: Mapping[str, str]

    def is_known(self, place_id: str) -> bool:
        """Whether a place is in the territory of this conflict, whoever held it."""
        return place_id in self.holds or place_id in self.states

    def hold(self, place_id: str, first: date | None, last: date | None) -> Hold | None:
        """The hold that covers the days ``first`` to ``last``.

        None where the place changed hands on these days, where nothing is known about them, and where the days are
        open and the place has had more than one holder.
        """
        if place_id not in self.holds:
            state = self.states.get(place_id, "")
            return Hold(state) if state else None
        holds = self.holds[place_id]
        if first is None or last is None:
            (only,) = holds if len(holds) == 1 else (None,)
            return only if only is not None and only.holder and only.since is only.until is None else None
        return next((hold for hold in holds if hold.holder and hold.covers(first, last)), None)

    def holder(self, place_id: str, first: date | None, last: date | None) -> str:
        """The country code of the side that held a place on all of these days, "" where ``hold`` finds none."""
        hold = self.hold(place_id, first, last)
        return hold.holder if hold is not None else ""


@derived
def control(lexicon: Lexicon) -> Control:
    """Read control.csv; a place's own rows have priority over those of its district."""
    rows: dict[str, list[Hold]] = {}
    for row in lexicon.rows("control"):
        for name in split_cell(row["places"]):
            rows.setdefault(name, []).append(
                Hold(row["holder"], _day(row["since"]), _day(row["until"]), row["source"], row["note"])
            )
    belligerents = conflict_parties(lexicon).belligerents
    holds: dict[str, tuple[Hold, ...]] = {}
    states: dict[str, str] = {}
    for place in lexicon.rows("places"):
        key = place["place_id"]
        told = rows.get(key) or rows.get(place["admin"])
        if place["extent"] == "line" or place["country"] not in belligerents:
            continue
        if told is not None:
            holds[key] = tuple(told)
        else:
            states[key] = place["country"]
    return Control(holds, states)


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
