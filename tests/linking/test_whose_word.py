"""Whose word an incident is."""

from __future__ import annotations

import pytest
from made_reports import REFERENCE, report

from contactline.linking.reports import Publication, Reference
from contactline.linking.whose_word import Word, whose_word

COUNTRIES = {"a": "GBR", "b": "AZE", "c": "ARM", "d": "NKR", "e": "", "f": "TUR"}
KNOWN = Reference(
    {key: Publication(key, key, country=country) for key, country in COUNTRIES.items()},
    REFERENCE.points,
    REFERENCE.place_names,
    REFERENCE.country_names,
    REFERENCE.conflict,
)


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param([("e", "reported", "")], Word(), id="an unknown publisher"),
        pytest.param([("a", "reported", "")], Word("third parties", ("GBR",)), id="a third party"),
        pytest.param([("f", "reported", "")], Word("third parties", ("TUR",)), id="an ally is no side"),
        pytest.param([("b", "reported", "")], Word("one side", ("AZE",)), id="a publisher of one side"),
        pytest.param(
            [("c", "reported", ""), ("d", "reported", "")], Word("one side", ("ARM", "NKR")), id="one side twice"
        ),
        pytest.param(
            [("a", "reported", ""), ("b", "reported", "")],
            Word("one side and third parties", ("AZE", "GBR")),
            id="one side and a third party",
        ),
        pytest.param(
            [("b", "reported", ""), ("d", "reported", ""), ("a", "reported", "")],
            Word("both sides", ("AZE", "GBR", "NKR")),
            id="both sides",
        ),
        pytest.param(
            [("a", "claimed", "AZE")],
            Word("one side", ("AZE",), ("AZE",)),
            id="who passes a claim on does not tell it",
        ),
        pytest.param([("a", "claimed", "")], Word("third parties", ("GBR",)), id="a claim of nobody named"),
        pytest.param(
            [("a", "reported", "RUS")],
            Word("third parties", ("GBR",)),
            id="what is told as a fact is the publisher's",
        ),
        pytest.param(
            [("a", "claimed", "AZE"), ("e", "denied", "ARM NKR")],
            Word("one side", ("AZE",), ("AZE",), ("ARM", "NKR")),
            id="who denies it does not tell it",
        ),
    ],
)
def test_whose_word_it_is(reports: list[tuple[str, str, str]], expected: Word) -> None:
    made = [report(f"{key}-1", status=status, speakers=speakers) for key, status, speakers in reports]

    assert whose_word(made, KNOWN) == expected
