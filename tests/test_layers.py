"""Imports point one way: text, then tables, then charts, then the app, then the pages; each module has its tests."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIB = ROOT / "lib" / "contactline"

DASHBOARD = {
    "query", "labels", "charts", "excerpts", "reading", "manifest", "map_chart", "map_query", "actor_charts", "actor_query",
    "basemap", "export", "map_labels", "toponyms",
}  # fmt: skip
"""Modules right of the tables, but for the app."""

SHARED = {
    "__init__",
    "cli",
    "check",
    "check_landmarks",
    "check_names",
    "check_rows",
    "check_patterns",
    "lexicon",
    "records",
    "store",
    "read",
    "days",
    "freshness",
}
"""Modules that either side may use, and the command line, which uses both."""

TEXT = {path.stem for path in LIB.glob("*.py")} - DASHBOARD - SHARED
"""Modules that work on text. What stands right of the tables imports none of them."""


def imports(path: Path) -> set[str]:
    """The modules that a file imports anywhere: of the package with their own names, of others with the first."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if module in ("contactline", "contactline.app"):
                found |= {f"{module}.{alias.name}" for alias in node.names}
            else:
                found.add(module)
    return found


def own(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path) if name.startswith("contactline.")}


MODULES = sorted(LIB.glob("*.py"))
APP = sorted((LIB / "app").glob("*.py"))
PAGES = [ROOT / "dashboard.py", *sorted((ROOT / "pages").glob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_the_library_knows_neither_streamlit_nor_the_app(path: Path) -> None:
    assert {name for name in imports(path) if name.split(".")[0] == "streamlit"} == set()
    assert "app" not in own(path)


@pytest.mark.parametrize("path", [p for p in MODULES if p.stem in DASHBOARD], ids=lambda path: path.stem)
def test_what_reads_tables_knows_nothing_of_the_text(path: Path) -> None:
    assert own(path) & TEXT == set()


@pytest.mark.parametrize("path", [p for p in MODULES if p.stem in TEXT], ids=lambda path: path.stem)
def test_what_reads_text_knows_nothing_of_the_dashboard(path: Path) -> None:
    assert own(path) & DASHBOARD == set()


@pytest.mark.parametrize("path", APP, ids=lambda path: path.stem)
def test_one_module_of_the_app_crosses_the_seam(path: Path) -> None:
    assert own(path) & TEXT == ({"pipeline"} if path.stem == "jobs" else set())


def test_the_pipeline_is_imported_only_where_articles_are_coded() -> None:
    tree = ast.parse((LIB / "app" / "jobs.py").read_text(encoding="utf-8"))
    top = {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}

    assert "pipeline" not in top
    assert "pipeline" in {name.partition(".")[2] for name in imports(LIB / "app" / "jobs.py")}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_are_short_and_work_through_the_app(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120
    assert own(path) & TEXT == set()
    begun = "contactline.app" if path.stem == "dashboard" else "contactline.app.context"
    assert any(name.startswith(begun) for name in imports(path))


ELSEWHERE = {
    "app_actor_panels": "test_pages",
    "app_jobs": "test_jobs",
    "app_map_panel": "test_pages",
}
"""Modules whose tests stand in a module of another name: what they do shows only on a whole page."""


@pytest.mark.parametrize(
    "path",
    [path for path in (*MODULES, *APP) if path.stem != "__init__"],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_every_module_has_its_tests(path: Path) -> None:
    name = f"app_{path.stem}" if path.parent.name == "app" else path.stem
    tests = {found.stem for found in (ROOT / "tests").glob("test_*.py")}

    assert f"test_{name}" in tests or ELSEWHERE.get(name) in tests
