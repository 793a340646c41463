"""Whose word a quotation of several sentences is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from contactline import pipeline
from contactline.lexicon import load
from contactline.records import Article, Event

LEXICON = load()
DAY = date(2022, 8, 10)


class Told(NamedTuple):
    """An event as these tests look at it: roles as country codes."""

    source: str
    target: str
    speaker: str
    status: str


def attacks(text: str) -> list[Told]:
    """The attacks that a text tells."""
    found = pipeline.code(Article("x", text, published=DAY, published_basis="metadata"), LEXICON).events
    return [
        Told(countries(e, "source"), countries(e, "target"), countries(e, "speaker"), e.status)
        for e in found
        if e.type == "ASSAULT"
    ]


def countries(event: Event, role: str) -> str:
    return "+".join(sorted({p.country for p in event.parties if p.role == role}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“There was movement below the village. At dawn the Azerbaijani army opened fire on our posts. Nobody "
            "slept,” the Armenian Defense Ministry said in a statement.",
            [Told("AZE", "ARM", "ARM", "claimed")],
            id="speaker behind the last sentence",
        ),
        pytest.param(
            "The Azerbaijani Defense Ministry said: “We heard engines. On Sunday evening Armenian forces shelled our "
            "positions near Kalbajar.”",
            [Told("ARM", "AZE", "AZE", "claimed")],
            id="speaker before the first sentence",
        ),
        pytest.param(
            "“We reject these lies,” a spokesman of Azerbaijan's Foreign Ministry said. “Armenian troops fired mortars "
            "at Azerbaijani villages at night.”",
            [Told("ARM", "AZE", "AZE", "claimed")],
            id="speaker of the quotation that was interrupted",
        ),
        pytest.param(
            '"It was a bad night. Azerbaijani drones hit an Armenian ambulance," Armenia\'s Defense Minister Suren '
            "Papikyan told journalists.",
            [Told("AZE", "ARM", "ARM", "claimed")],
            id="straight marks",
        ),
        pytest.param(
            "The Armenian Defense Ministry issued a statement. “Azerbaijani troops attacked two Armenian posts. Reserves "
            "are on their way,” reads the statement.",
            [Told("AZE", "ARM", "ARM", "claimed")],
            id="a statement whose author the sentence before names",
        ),
        pytest.param(
            "“Azerbaijani troops attacked Armenian posts. Everybody ran,” wrote nobody in particular.",
            [Told("AZE", "ARM", "", "reported")],
            id="nobody named",
        ),
        pytest.param(
            "The Armenian Defense Ministry said it knew of nothing. Azerbaijani troops attacked Armenian posts.",
            [Told("AZE", "ARM", "", "reported")],
            id="no quotation",
        ),
    ],
)
def test_a_quotation_is_the_word_of_its_speaker(text: str, expected: list[Told]) -> None:
    assert attacks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Armenian servicemen were wounded when Azerbaijani troops fired at a post, the Defense Ministry said.",
            [Told("AZE", "ARM", "ARM", "claimed")],
            id="of the side that was hit",
        ),
        pytest.param(
            "Azerbaijan's Defense Ministry denied the report. Azerbaijani troops shelled an Armenian post in answer to "
            "fire, the ministry said.",
            [Told("AZE", "ARM", "AZE", "reported")],
            id="the one named before",
        ),
    ],
)
def test_a_ministry_without_a_country_is_of_a_side(text: str, expected: list[Told]) -> None:
    assert attacks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The clash with Azerbaijan went on. The Armenian Defense Ministry said that the enemy suffered heavy losses.",
            [Told("ARM", "AZE", "ARM", "claimed")],
            id="the enemy of who speaks",
        ),
        pytest.param(
            "The clash with Azerbaijan went on. The enemy suffered heavy losses.",
            [Told("", "", "", "reported")],
            id="nobody speaks",
        ),
    ],
)
def test_the_enemy_is_the_other_side(text: str, expected: list[Told]) -> None:
    assert attacks(text)[-1:] == expected


def test_a_clause_below_a_statement_is_said_by_its_author() -> None:
    told = attacks(
        "Baku's Defence Ministry said in a statement that Armenian units fired at a post near Kalbajar."
    )
    assert told == [Told("ARM", "AZE", "AZE", "claimed")]
