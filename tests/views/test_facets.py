"""What of an agreement each of its reports tells."""

from __future__ import annotations

import pandas as pd
import pytest

from contactline import lexicon
from contactline.views import facets

WORDS = lexicon.load()


def reports(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Events of an incident with type, mode and trigger, named a, b, c."""
    found = pd.DataFrame(rows, columns=["type", "mode", "trigger"])
    return found.assign(event_id=list("abcdef")[: len(rows)])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(
            [
                ("AGREE", "", "agreed"),
                ("CONCEDE", "ceasefire", "signed"),
                ("CONSULT", "third-party", "talks"),
                ("SUPPORT", "", "brokered"),
                ("RETREAT", "ceasefire", "halted"),
                ("COOPERATE", "", "took effect"),
            ],
            {"a": "agreement", "b": "signing", "c": "mediation", "d": "mediation", "e": "force", "f": "force"},
            id="each",
        ),
        pytest.param([("AGREE", "", "agreed"), ("CONCEDE", "ceasefire", "reached")], {}, id="all the same"),
        pytest.param([("ASSAULT", "", "shelled"), ("RETREAT", "", "signed")], {}, id="no agreement"),
        pytest.param(
            [("AGREE", "", "agreed"), ("RETREAT", "ceasefire", "stopped"), ("ACCUSE", "", "accused")],
            {"a": "agreement", "b": "force"},
            id="a report of something else",
        ),
    ],
)
def test_the_facet_of_each_report(rows: list[tuple[str, str, str]], found: dict[str, str]) -> None:
    assert facets.facets(reports(*rows), WORDS) == found


def test_how_many_tell_which_in_words() -> None:
    told = facets.told({"a": "force", "b": "agreement", "c": "force"})

    assert (
        told
        == "What the reports tell of the agreement: that it was agreed (1 report), its coming into force (2 reports)."
    )
    assert facets.told({}) == ""
