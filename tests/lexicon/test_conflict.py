"""The parties to the conflict, and what follows from their table."""

from __future__ import annotations

import pytest
from made_lexicon import with_tables

from contactline.lexicon import load
from contactline.lexicon.conflict import ConflictParties, conflict_parties
from contactline.lexicon.faults import faults
from contactline.lexicon.table import Table, parse_table

PARTIES = conflict_parties(load())
OTHER = """code,part,side,basis
GEO,belligerent,GEO,made up
RUS,belligerent,RUS,made up
AND,belligerent,RUS,made up
FRA,mediator,,made up
TUR,ally,GEO,made up
"""


def test_a_value_is_made_of_the_rows_and_of_nothing_else() -> None:
    assert conflict_parties(with_tables(conflict_parties=OTHER)) == ConflictParties(
        belligerents={"GEO": "georgia", "RUS": "russia", "AND": "andorra"},
        states={"GEO": "georgia", "RUS": "russia"},
        unrecognised=frozenset({"AND"}),
        with_forces=("GEO", "RUS", "AND", "TUR"),
        involved=frozenset({"GEO", "RUS", "AND", "FRA", "TUR"}),
        sides={"GEO": "GEO", "RUS": "RUS", "AND": "RUS"},
    )


def test_the_shipped_table_has_two_states_and_one_unrecognised_party() -> None:
    assert (list(PARTIES.belligerents), dict(PARTIES.states), PARTIES.unrecognised) == (
        ["ARM", "AZE", "NKR"],
        {"ARM": "armenia", "AZE": "azerbaijan"},
        frozenset({"NKR"}),
    )


@pytest.mark.parametrize(
    ("code", "side", "opponents"),
    [
        pytest.param("ARM", "ARM", ("AZE",), id="a state"),
        pytest.param("AZE", "AZE", ("ARM",), id="the other state"),
        pytest.param("NKR", "ARM", ("AZE",), id="the unrecognised party"),
        pytest.param("TUR", "TUR", (), id="an ally fights on nobody's side by itself"),
        pytest.param("FIN", "FIN", (), id="nobody in the conflict"),
        pytest.param("", "", (), id="no code"),
    ],
)
def test_sides(code: str, side: str, opponents: tuple[str, ...]) -> None:
    assert (PARTIES.side_of(code), PARTIES.opponents(code)) == (side, opponents)


def test_the_codes_of_one_side_are_one() -> None:
    assert PARTIES.one_side(["ARM", "NKR", "AZE", "RUS"]) == {"ARM", "AZE", "RUS"}


def tables(written: str) -> dict[str, Table]:
    return {**load().tables, "conflict_parties": parse_table("conflict_parties", written.encode())}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(
            "TUR,ally,,made up",
            "conflict_parties.csv, line 5: side '': expected a code of conflict_parties.csv where part is ally",
            id="an ally of nobody",
        ),
        pytest.param(
            "TUR,ally,FRA,made up",
            "conflict_parties.csv, line 5: side 'FRA': expected a code of conflict_parties.csv",
            id="an ally of somebody outside the conflict",
        ),
        pytest.param(
            "TUR,friend,AZE,made up",
            "conflict_parties.csv, line 5: part 'friend': expected belligerent, ally, peacekeeper, mediator or neighbour",
            id="an unknown part",
        ),
    ],
)
def test_a_row_that_cannot_be_is_a_fault(row: str, message: str) -> None:
    written = (
        "code,part,side,basis\n"
        "ARM,belligerent,ARM,made up\nAZE,belligerent,AZE,made up\nNKR,belligerent,ARM,made up\n" + row + "\n"
    )

    assert [str(fault) for fault in faults(tables(written))] == [message]
