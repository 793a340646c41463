"""What an article says as a whole."""

from __future__ import annotations

import pytest
from made_names import matched

from contactline.names.article_context import FAR, NEAR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Armenia protested.", True, id="a state of the region"),
        pytest.param("Hadrut was quiet.", True, id="a town of the region"),
        pytest.param("France protested.", False, id="another state"),
    ],
)
def test_regional(text: str, expected: bool) -> None:
    _, context = matched(text)
    assert context.regional is expected


def test_who_is_named_in_full() -> None:
    _, context = matched("Nikol Pashinyan met Aliyev.")
    assert context.named_in_full == frozenset({"pashinyan"})


@pytest.mark.parametrize(
    ("words", "expected"),
    [("rome", True), ("rome+paris", True), ("rome+vienna", False), ("rom", False)],
)
def test_contains(words: str, expected: bool) -> None:
    _, context = matched("Rome and Paris.")
    assert context.contains(words) is expected


@pytest.mark.parametrize(
    ("text", "distance"),
    [("rome: x", 6), ("x, rome", 3), ("rome: x, rome", 3), ("x", FAR)],
)
def test_distance(text: str, distance: int) -> None:
    _, context = matched(text)
    assert context.distance(("rome",), text.index("x")) == distance


@pytest.mark.parametrize(
    ("blanks", "expected"),
    [pytest.param(NEAR - 5, True, id="within reach"), pytest.param(NEAR, False, id="beyond it")],
)
def test_near(blanks: int, expected: bool) -> None:
    _, context = matched("x" + " " * blanks + "rome")
    assert context.near(("rome",), 0, 1) is expected
