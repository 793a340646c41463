"""What the words between and around the names of a text say."""

from __future__ import annotations

import pytest
from made_names import longest

from contactline.names.passage import Passage, passage


def made(text: str) -> Passage:
    return passage(*longest(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Armenian forces", "ARM", id="adjective"),
        pytest.param("Armenia's forces", "ARM", id="country"),
        pytest.param("EU ministers", "EU", id="union"),
        pytest.param("Hadrut forces", "", id="town"),
    ],
)
def test_country_of_a_match(text: str, code: str) -> None:
    found = made(text)
    assert found.country_of(found.matches[0]) == code


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        pytest.param("Armenian forces", "forces", id="at once"),
        pytest.param("Armenia's new premier", "prime_minister", id="behind a word of degree"),
        pytest.param("Armenian blue forces", None, id="behind another word"),
        pytest.param("Armenia, forces", None, id="behind a comma"),
    ],
)
def test_noun_after_a_country(text: str, noun: str | None) -> None:
    found = made(text)
    sense = found.noun_after("ARM", found.matches[0], found.matches[1])
    assert (sense.ref if sense else None) == noun


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("forces of Armenia", "ARM", id="of a country"),
        pytest.param("forces of the breakaway Nagorno-Karabakh", "NKR", id="of a country described"),
        pytest.param("officials in Baku", "AZE", id="authorities in a town"),
        pytest.param("forces in Stepanakert", "", id="forces in a town"),
        pytest.param("forces and Armenia", "", id="joined"),
    ],
)
def test_country_behind_a_noun(text: str, code: str) -> None:
    found = made(text)
    match, after = found.matches
    assert found.country_behind(match, match.senses[0], after) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Armenian-made", True, id="half behind"),
        pytest.param("anti-Armenian", True, id="half before"),
        pytest.param("Armenian made", False, id="no compound"),
    ],
)
def test_quality(text: str, expected: bool) -> None:
    found = made(text)
    start, end, _ = found.matches[0]
    assert found.is_quality(start, end) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Goris, Armenia", True, id="comma"),
        pytest.param("Goris [Armenia", True, id="bracket"),
        pytest.param("Goris and Armenia", False, id="joined"),
        pytest.param("Goris, Azerbaijan", False, id="another country"),
        pytest.param("Goris", False, id="last name"),
    ],
)
def test_town_before_its_country(text: str, expected: bool) -> None:
    assert made(text).precedes_its_country(0) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("President Vladimir Putin", True, id="at once"),
        pytest.param("President: Lieutenant General Vladimir Putin", True, id="behind a rank"),
        pytest.param("President of Vladimir Putin", False, id="another word"),
        pytest.param("President Goris", False, id="no person"),
    ],
)
def test_title_before_a_person(text: str, expected: bool) -> None:
    found = made(text)
    assert found.precedes_person(found.matches[0].end, 1) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Vatican's secretary of state", True, id="another country's"),
        pytest.param("Ohio Secretary of State", True, id="of a state of the union"),
        pytest.param("a secretary of state", True, id="one of several"),
        pytest.param("Secretary of State for Europe", True, id="for something"),
        pytest.param("secretary of state of Georgia", True, id="of another country"),
        pytest.param("US Secretary of State", False, id="the country's own"),
        pytest.param("the Secretary of State", False, id="no owner"),
        pytest.param("Secretary of State of the United States", False, id="of the country itself"),
    ],
)
def test_title_of_somebody_else(text: str, expected: bool) -> None:
    there = made(text)
    i = next(i for i, m in enumerate(there.matches) if m.senses[0].role == "title")
    assert there.is_anothers(i, there.matches[i].senses[0]) is expected
