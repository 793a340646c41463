"""Persons whom no table has."""

from __future__ import annotations

import pytest
from made_names import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Then Garik Melikants came.", ["Garik Melikants"], id="first name"),
        pytest.param("Then Frenk Aghavelyan came.", ["Frenk Aghavelyan"], id="ending of a surname"),
        pytest.param("A villager, Nubar Kess, 71, saw it.", ["Nubar Kess"], id="age"),
        pytest.param("Then Maj. Ruzgar Kess came.", ["Ruzgar Kess"], id="abbreviated rank"),
        pytest.param("Sergeant Kessoyan fell.", ["Kessoyan"], id="rank before a surname alone"),
        pytest.param("There Father Grigor sang.", ["Father Grigor"], id="clergy by the first name"),
        pytest.param("There Father Garik Melikants sang.", ["Garik Melikants"], id="clergy by the full name"),
        pytest.param("Quoting Garik Melikants, he sat down.", ["Garik Melikants"], id="behind a participle"),
        pytest.param(
            "Activists Garik Melikants and Sona Pel sat.", ["Garik Melikants", "Sona Pel"], id="behind a noun"
        ),
        pytest.param(
            "Jordan Pelletier and Chad Wozny spoke.", ["Jordan Pelletier", "Chad Wozny"], id="like countries"
        ),
        pytest.param("Brian Goris and Jack London spoke.", ["Brian Goris", "Jack London"], id="like towns"),
        pytest.param("On Monday Dusk Fell over Highland Park.", [], id="capitals alone"),
        pytest.param("He lives in Garik Melikants Street.", [], id="street"),
        pytest.param("GARIK MELIKANTS came.", [], id="capitals only"),
        pytest.param("First line.\nGarik Melikants Tells Paper That Winter Comes\nIt rained.", [], id="headline"),
        pytest.param("The Jordan River is a river.", [], id="weak first name before a common word"),
        pytest.param(
            "Ilham Aliyev, Nikol Pashinyan and Hayk Abrahamyants spoke.", ["Hayk Abrahamyants"], id="known"
        ),
    ],
)
def test_persons(text: str, expected: list[str]) -> None:
    assert [words for words, _, ref in found(text) if ref and ref.startswith("new:")] == expected
