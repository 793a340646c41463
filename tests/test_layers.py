"""Imports point one way, from the pages down to the records; the folders of the package are the layers."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIB = ROOT / "lib" / "contactline"
MODULES = sorted(path for path in LIB.rglob("*.py") if path.name != "__init__.py")
PAGES = [ROOT / "dashboard.py", *sorted((ROOT / "pages").glob("*.py"))]
ROOMS = {path.name for path in LIB.iterdir() if path.is_dir() and path.name != "__pycache__"}
SEAM = {"tables", "corrections", "lexicon", "intake", "records", "rejects", "cells", "locations"}
"""What either side of the stored tables may use."""


@cache
def imported(path: Path) -> frozenset[str]:
    """The modules that a file imports anywhere, with their whole names; a name taken from a module counts as the
    module, unless it is a module of ours itself."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            for alias in node.names:
                inner = f"{module}.{alias.name}"
                place = LIB.parent / inner.replace(".", "/")
                found.add(inner if place.is_dir() or place.with_suffix(".py").is_file() else module)
    return frozenset(found)


def room(module: str) -> str:
    """The folder or single module of the package that a module belongs to."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def rooms_of(paths: Iterable[Path]) -> set[str]:
    return {room(name) for path in paths for name in imported(path) if name.split(".")[0] == "contactline"}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(LIB.parent).with_suffix("").parts)


def files(folder: str) -> list[Path]:
    place = LIB / folder
    return sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


EVERY_ROOM = sorted({room(name_of(path)) for path in MODULES})


@cache
def text_rooms() -> set[str]:
    """The rooms that the pipeline reaches, but for those that either side may use."""
    reached, ahead = set(), {"pipeline"}
    while ahead:
        one = ahead.pop()
        reached.add(one)
        ahead |= rooms_of(files(one)) - reached - {"__init__"}
    return reached - SEAM


def test_rooms_import_one_another_in_one_direction() -> None:
    graph = {one: rooms_of(files(one)) - {one, "__init__"} for one in EVERY_ROOM}

    assert set(TopologicalSorter(graph).static_order()) == set(EVERY_ROOM)  # a circle raises CycleError


@pytest.mark.parametrize("folder", sorted(ROOMS))
def test_modules_of_a_room_import_one_another_in_one_direction(folder: str) -> None:
    own = {name_of(path): path for path in (LIB / folder).glob("*.py") if path.name != "__init__.py"}
    graph = {name: imported(path) & own.keys() for name, path in own.items()}

    assert set(TopologicalSorter(graph).static_order()) == set(own)


@pytest.mark.parametrize("folder", EVERY_ROOM)
def test_only_the_app_knows_streamlit(folder: str) -> None:
    found = {name.split(".")[0] for path in files(folder) for name in imported(path)}

    assert ("streamlit" in found) == (folder == "app")


@pytest.mark.parametrize("folder", ["views", "charts", "app"])
def test_what_reads_tables_knows_nothing_of_the_text(folder: str) -> None:
    crossing = {path.name for path in files(folder) if rooms_of([path]) & text_rooms()}

    assert crossing == ({"build_on_start.py"} if folder == "app" else set())


@pytest.mark.parametrize("folder", sorted(text_rooms()))
def test_what_reads_text_knows_nothing_of_the_dashboard(folder: str) -> None:
    assert rooms_of(files(folder)) & {"views", "charts", "app", "quality"} == set()


def test_the_pipeline_is_imported_only_where_articles_are_coded() -> None:
    path = LIB / "app" / "build_on_start.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}

    assert "pipeline" not in top
    assert "contactline.pipeline" in imported(path)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_work_through_the_app(path: Path) -> None:
    assert rooms_of([path]) == {"app"}


ELSEWHERE = {"app/actor_panels": "test_pages", "app/map_panel": "test_pages", "locations": "test_docs"}
"""Modules whose tests stand in a module of another name: what they do shows only on a whole page, or in use."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(LIB).as_posix())
def test_every_module_has_its_tests(path: Path) -> None:
    place = path.relative_to(LIB).with_suffix("")
    own = ROOT / "tests" / place.with_name(f"test_{place.name}.py")
    other = ROOT / "tests" / f"{ELSEWHERE.get(place.as_posix(), place.name)}.py"

    assert own.is_file() or other.is_file()
