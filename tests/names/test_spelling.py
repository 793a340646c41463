"""Spellings reduced to sound, and the bounded distance between them."""

from __future__ import annotations

import pytest

from contactline.names import spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [("Pasjinjan", "Pashinyan"), ("Sjusha", "Shusha"), ("Aliev", "Aliyev"), ("Dzhabrail", "Jabrail")],
)
def test_sounds_alike(one: str, other: str) -> None:
    assert spelling.sound(one) == spelling.sound(other)


@pytest.mark.parametrize(
    ("word", "slack", "expected"),
    [
        ("Pashinjan", 0, "p"),
        ("Pashian", 0, None),
        ("Pashian", 1, "p"),
        ("Tuvush", 0, "t"),
        ("Tokyo", 0, None),
        ("Mirzoyev", 0, None),
        ("Mirzoyen", 0, None),  # as near to one as to the other
    ],
)
def test_closest(word: str, slack: int, expected: str | None) -> None:
    known = [("Pashinyan", "p"), ("Tavush", "t"), ("Mirzoyan", "m1"), ("Mirzoyin", "m2")]
    assert spelling.closest(word, known, slack) == expected


@pytest.mark.parametrize(
    ("word", "name", "expected"),
    [
        pytest.param("Jeihun", "Jeyhun", True, id="same sound"),
        pytest.param("Vladimer", "Vladimir", True, id="one edit"),
        pytest.param("Anya", "Anna", False, id="one edit in a short name"),
        pytest.param("Kamran", "Ilham", False, id="another name"),
    ],
)
def test_same_first_name(word: str, name: str, expected: bool) -> None:
    assert spelling.same_first_name(word, name) is expected
