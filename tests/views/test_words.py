"""Every word of the screen is in words.toml, and every word there is used."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

from contactline.views import words
from contactline.views.map_query import NOUNS

ROOT = Path(__file__).parents[2]
LIB = ROOT / "lib" / "contactline"
SCREENS = [*(LIB / "app").glob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "dashboard.py"]
MODULES = [*SCREENS, *(LIB / "views").glob("*.py"), *(LIB / "charts").glob("*.py")]
ALL = tomllib.loads(words.FILE.read_text(encoding="utf-8"))
WORDED = ("label", "help", "placeholder", "alt", "text", "title", "body", "page_title")
"""Arguments of Streamlit's functions that hold words."""

WITHOUT_WORDS = {
    "html",
    "columns",
    "fragment",
    "form",
    "page_link",
    "Page",
    "logo",
    "get_option",
    "cache_resource",
}
"""Functions of Streamlit whose first argument is markup, or names a key, page, file or setting."""


def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def called(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def constants(node: ast.AST) -> list[str]:
    return [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def test_every_key_is_used_and_every_used_key_is_there() -> None:
    strings = {text for tree in trees().values() for text in constants(tree)}
    keys = {f"{section}.{name}" for section, names in ALL.items() for name in names}
    whole = {
        text
        for tree in trees().values()
        for node in ast.walk(tree)
        if called(node, "words_of")
        for text in constants(node)
    }
    asked = {
        key
        for tree in trees().values()
        for node in ast.walk(tree)
        if called(node, "say")
        for key in constants(node.args[0])  # type: ignore[attr-defined]
        if "." in key
    }
    nouns = {
        node.args[1].value
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node, "count") and isinstance(node.args[1], ast.Constant)
    }
    put_together = {  # what a key begins with whose end is a value: f"chips.no_{name}"
        node.args[0].values[0].value
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node, "say") and isinstance(node.args[0], ast.JoinedStr)
    }
    assert {start for start in put_together if not any(key.startswith(start) for key in keys)} == set()
    assert asked - keys - put_together == set()
    assert whole - set(ALL) == set()
    assert nouns | set(NOUNS.values()) == set(ALL["counts"])
    unsaid = {key for key in keys - strings if key.partition(".")[0] not in {*whole, "counts"}}
    assert {key for key in unsaid if not key.startswith(tuple(put_together))} == set()


def test_each_call_gives_the_values_that_its_words_name() -> None:
    wrong = []
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if not (called(node, "say") and isinstance(node, ast.Call)):
                continue
            given = {keyword.arg for keyword in node.keywords}
            for key in constants(node.args[0]):
                section, _, name = key.partition(".")
                if name not in ALL.get(section, {}):
                    continue
                named = {field for _, field, _, _ in string.Formatter().parse(ALL[section][name]) if field}
                if named != given:
                    wrong.append((path.name, key, named, given))
    assert wrong == []


def literal_words(node: ast.AST) -> list[str]:
    """Strings with words in an argument, but for the keys of words, the names of columns, and those of kept answers."""
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("say", "words_of", "count")
    ):
        return []
    if isinstance(node, ast.Subscript):
        return []
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "kept":
        return [text for argument in node.args[1:] for text in literal_words(argument)]
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and re.search(r"[A-Za-z]{2}", node.value) else []
    return [text for child in ast.iter_child_nodes(node) for text in literal_words(child)]


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.name)
def test_no_screen_has_words_of_its_own(path: Path) -> None:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "st"):
            continue
        first = [] if node.func.attr in WITHOUT_WORDS else node.args[:1]
        shown = [*first, *(keyword.value for keyword in node.keywords if keyword.arg in WORDED)]
        found += [(node.lineno, text) for argument in shown for text in literal_words(argument)]
    assert found == []


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [(0, "event", "0 events"), (1, "event", "1 event"), (1234, "incident", "1,234 incidents")],
)
def test_count(number: int, noun: str, expected: str) -> None:
    assert words.count(number, noun) == expected


def test_say_puts_values_in_and_keeps_their_braces() -> None:
    assert (
        words.say("text.quoted", text="{number}")
        == "\N{LEFT DOUBLE QUOTATION MARK}{number}\N{RIGHT DOUBLE QUOTATION MARK}"
    )


@pytest.mark.parametrize("key", ["events.nothing_of_the_kind", "no_section.title"])
def test_say_knows_no_other_key(key: str) -> None:
    with pytest.raises(KeyError):
        words.say(key)
