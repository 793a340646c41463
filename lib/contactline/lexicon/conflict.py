"""The parties to the conflict (conflict_parties.csv): who fights, on whose side, and who else takes part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from contactline.lexicon.value import Lexicon, derived

WITH_FORCES = ("belligerent", "ally", "peacekeeper")
"""Roles of parties whose forces fight in the conflict, support a side of it or stood between the sides."""

DEAD_OF_YEARS = 10_000
"""A number of dead that fighting of less than a year has never reached here; it means the war of the 1990s."""


@dataclass(frozen=True, slots=True)
class ConflictParties:
    """The parties to the conflict. All are country codes as in countries.csv, in the order of the table.

    ``belligerents``: those who fight, each with its actor id. ``states``: the belligerents that are the state of a
    side, which "the two sides" means where a text names nobody else. ``unrecognised``: belligerents that count on
    the side of another state. ``with_forces``: belligerents, their allies and peacekeepers. ``involved``: all in
    the table.
    """

    belligerents: Mapping[str, str]
    states: Mapping[str, str]
    unrecognised: frozenset[str]
    with_forces: tuple[str, ...]
    involved: frozenset[str]
    sides: Mapping[str, str]  # by belligerent, the state on whose side it fights
    _known: dict[frozenset[str], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    """Sets of codes that were asked for: few differ, and linking asks for them many times for each event."""

    def side_of(self, code: str) -> str:
        """The state on whose side a belligerent fights; any other code is returned unchanged."""
        return self.sides.get(code, code)

    def one_side(self, codes: Iterable[str]) -> frozenset[str]:
        """The codes with each belligerent replaced by its side, since texts differ in naming Armenia or the
        Karabakh Armenians.
        """
        codes = frozenset(codes)
        found = self._known.get(codes)
        if found is None:
            found = self._known[codes] = frozenset(self.sides.get(code, code) for code in codes)
        return found

    def unrecognised_of(self, state: str) -> str:
        """The unrecognised belligerent that counts on the side of a state, "" where there is none."""
        return next((code for code in self.unrecognised if self.sides[code] == state), "")

    def opponents(self, code: str) -> tuple[str, ...]:
        """The states of the other side; () for a code that is not a belligerent's."""
        side = self.sides.get(code)
        return tuple(state for state in self.states if state != side) if side is not None else ()


@derived
def conflict_parties(lexicon: Lexicon) -> ConflictParties:
    """The parties to the conflict, read from the tables."""
    rows = lexicon.rows("conflict_parties")
    actors = {row["code"]: row["actor_id"] for row in lexicon.rows("countries")}
    sides = {row["code"]: row["side"] for row in rows if row["part"] == "belligerent"}
    return ConflictParties(
        belligerents={code: actors[code] for code in sides},
        states={code: actors[code] for code, side in sides.items() if code == side},
        unrecognised=frozenset(code for code, side in sides.items() if code != side),
        with_forces=tuple(row["code"] for row in rows if row["part"] in WITH_FORCES),
        involved=frozenset(row["code"] for row in rows),
        sides=sides,
    )
