"""Which articles the dashboard shows, and when it codes them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from dashboards import DASHBOARD, ONE
from streamlit.testing.v1 import AppTest

from contactline import locations, pipeline
from contactline.app import article_page, build_on_start


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article; the dashboard's tables go beside it."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(ONE, encoding="utf-8")
    monkeypatch.setenv("CONTACTLINE_TABLES", str(tmp_path / "tables"))
    monkeypatch.delenv("CONTACTLINE_ARTICLES", raising=False)
    monkeypatch.setattr(sys, "argv", ["dashboard.py"])
    return tmp_path


def test_the_command_line_comes_before_the_environment_the_last_build_and_the_five(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [build_on_start.articles()]
    pipeline.build([place / "articles"], place / "tables")
    seen.append(build_on_start.articles())
    monkeypatch.setenv("CONTACTLINE_ARTICLES", "from-environment")
    seen.append(build_on_start.articles())
    monkeypatch.setattr(sys, "argv", ["dashboard.py", "--articles", "x", "--articles", "y"])
    seen.append(build_on_start.articles())

    assert seen == [
        (locations.ARTICLES,),
        (place / "articles",),
        (Path("from-environment"),),
        (Path("x"), Path("y")),
    ]


def test_what_has_changed_is_coded_at_the_next_visit_and_only_then(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACTLINE_ARTICLES", str(place / "articles"))
    builds: list[int] = []
    build = pipeline.build

    def counted(*arguments: object, **named: object) -> object:
        report = build(*arguments, **named)  # type: ignore[arg-type]
        builds.append(report.coded)
        return report

    monkeypatch.setattr(pipeline, "build", counted)
    for _ in range(2):
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
        assert [str(e.value) for e in app.exception] == []
    (place / "articles" / "two.txt").write_text("Armenia and Azerbaijan held talks on 3 May 2021.\n")
    AppTest.from_file(str(DASHBOARD), default_timeout=60).run()

    assert builds == [1, 1]


def test_a_path_that_is_not_there_is_said_plainly(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTACTLINE_ARTICLES", str(place / "nowhere"))

    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()

    assert [str(e.value) for e in app.exception] == []
    assert "nowhere" in app.error[0].value


@pytest.mark.parametrize("page", ["overview", "sources"])
def test_broken_tables_are_said_plainly_with_what_to_do(
    place: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setenv("CONTACTLINE_ARTICLES", str(place / "articles"))
    pipeline.build([place / "articles"], place / "tables")
    (place / "tables" / "events.parquet").write_text("no table")

    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    if page != "overview":
        app.switch_page(f"pages/{page}.py")
    app.run()

    assert [str(e.value) for e in app.exception] == []
    assert "events.parquet is broken" in app.error[0].value
    assert "contactline build" in app.error[0].value


def test_tables_that_cannot_be_written_are_said_plainly(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTACTLINE_ARTICLES", str(place / "articles"))
    (place / "file").touch()
    monkeypatch.setenv("CONTACTLINE_TABLES", str(place / "file" / "tables"))

    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()

    assert [str(e.value) for e in app.exception] == []
    assert "cannot be written to" in app.error[0].value
    assert "CONTACTLINE_TABLES" in app.caption[-1].value


@pytest.mark.parametrize(
    ("said", "expected"), [("1", True), ("true", True), ("on", True), ("0", False), ("", False), ("no", False)]
)
def test_the_environment_says_whether_dates_may_be_set(
    monkeypatch: pytest.MonkeyPatch, said: str, expected: bool
) -> None:
    monkeypatch.setenv("CONTACTLINE_EDIT", said)

    assert article_page.editable() is expected
