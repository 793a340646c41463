"""What ruff does not count: how long functions are."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

LIB = Path(__file__).parents[1] / "lib" / "contactline"
MOST_LINES = 60
"""Of a function with its docstring: what fits on one screen."""


def long_functions(source: str) -> list[str]:
    """Functions of more than 60 lines whose ``def`` line has no comment that says why, as "name: lines"."""
    lines = source.splitlines()
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            count = (node.end_lineno or node.lineno) - node.lineno + 1
            reason = lines[node.lineno - 1].partition("#")[2].strip()
            if count > MOST_LINES and (not reason or reason.startswith("noqa")):
                found.append(f"{node.name}: {count}")
    return found


@pytest.mark.parametrize("path", sorted(LIB.rglob("*.py")), ids=lambda path: path.relative_to(LIB).as_posix())
def test_a_function_fits_on_one_screen_or_says_why_not(path: Path) -> None:
    assert long_functions(path.read_text(encoding="utf-8")) == []


BODY = "    x = 1\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("def f():\n" + 59 * BODY, [], id="60 lines"),
        pytest.param("def f():\n" + 60 * BODY, ["f: 61"], id="61 lines"),
        pytest.param("def f():  # one statement, a table of columns\n" + 60 * BODY, [], id="with a reason"),
        pytest.param("def f():  # noqa: C901\n" + 60 * BODY, ["f: 61"], id="a noqa is no reason"),
        pytest.param("class A:\n  async def f(self):\n" + 60 * BODY, ["f: 61"], id="a method"),
    ],
)
def test_long_functions_are_found(source: str, expected: list[str]) -> None:
    assert long_functions(source) == expected
