"""Which articles the dashboard shows, and when it codes them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from dashboards import DASHBOARD, ONE
from streamlit.testing.v1 import AppTest

from contactline import intake, locations, pipeline
from contactline.app import build_on_start
from contactline.tables.store import StoreError
from contactline.views import escape

UNREADABLE = "The tables cannot be read or written. The server's log says why and what to do."


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
    assert [e.value for e in app.error] == [
        escape.markdown(
            "The articles could not be coded. nowhere: there is no such file or folder. Name one that is there."
        )
    ]


@pytest.mark.parametrize("page", ["overview", "sources"])
def test_broken_tables_are_said_plainly_with_what_to_do(
    place: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, page: str
) -> None:
    monkeypatch.setenv("CONTACTLINE_ARTICLES", str(place / "articles"))
    pipeline.build([place / "articles"], place / "tables")
    (place / "tables" / "events.parquet").write_text("no table")

    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    if page != "overview":
        app.switch_page(f"pages/{page}.py")
    app.run()

    assert [str(e.value) for e in app.exception] == []
    assert [e.value for e in app.error] == [escape.markdown(UNREADABLE)]
    assert f"{place / 'tables' / 'events.parquet'} is broken" in caplog.text
    assert "contactline build" in caplog.text


def test_tables_that_cannot_be_written_are_said_plainly(
    place: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("CONTACTLINE_ARTICLES", str(place / "articles"))
    (place / "file").touch()
    monkeypatch.setenv("CONTACTLINE_TABLES", str(place / "file" / "tables"))

    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()

    assert [str(e.value) for e in app.exception] == []
    assert [e.value for e in app.error] == [escape.markdown(UNREADABLE)]
    assert f"{place / 'file'} cannot be written to" in caplog.text
    assert "CONTACTLINE_TABLES" in app.caption[-1].value


def visited() -> AppTest:
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    assert [str(e.value) for e in app.exception] == []
    return app


@pytest.mark.parametrize(
    ("error", "notice"),
    [
        (
            intake.InputError("/srv/secret/x.txt, line 2", "not JSON.", "Write JSON."),
            "The articles could not be coded. x.txt, line 2: not JSON. Write JSON.",
        ),
        (StoreError("/srv/secret is a file."), UNREADABLE),
        (MemoryError("/srv/secret"), "The articles could not be coded (MemoryError). The server's log says more."),
        (
            OSError(28, "No space left", "/srv/secret"),
            "The articles could not be coded (OSError). The server's log says more.",
        ),
    ],
)
def test_where_a_build_fails_the_last_one_is_shown_with_a_notice_and_not_tried_again(
    place: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, notice: str
) -> None:
    monkeypatch.setenv("CONTACTLINE_ARTICLES", str(place / "articles"))
    visited()
    (place / "articles" / "two.txt").write_text("Armenia and Azerbaijan held talks on 3 May 2021.\n")
    calls: list[object] = []

    def build(*_: object, **named: object) -> object:
        calls.append(named)
        raise error

    monkeypatch.setattr(pipeline, "build", build)
    apps = [visited(), visited()]

    for app in apps:
        assert [w.value for w in app.warning] == [
            escape.markdown(f"{notice} This is the last build that succeeded.")
        ]
        assert "in 1 article" in app.title[0].value
        assert app.error == []
    assert len(calls) == 1


def test_while_articles_are_coded_others_see_the_build_before(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACTLINE_ARTICLES", str(place / "articles"))
    visited()
    (place / "articles" / "two.txt").write_text("Armenia and Azerbaijan held talks on 3 May 2021.\n")

    with build_on_start._coding:
        app = visited()
    waiting = [w.value for w in app.warning], app.title[0].value
    app.run()

    assert (len(waiting[0]), "being coded again" in waiting[0][0], "in 1 article" in waiting[1]) == (1, True, True)
    assert ([w.value for w in app.warning], "in 2 articles" in app.title[0].value) == ([], True)


def test_inputs_that_could_not_be_used_are_told_without_their_folder(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACTLINE_ARTICLES", str(place / "articles"))
    (place / "articles" / "more.jsonl").write_text("{\n")

    app = visited()

    assert [e.label for e in app.expander if "could not be used" in e.label] == ["1 input could not be used"]
    (listed,) = [e.value for e in app.dataframe if list(e.value)[0] == "File"]
    assert listed.iloc[0].to_dict() == {
        "File": "more.jsonl",
        "Line": "1",
        "Id": "",
        "Why": "not JSON (Expecting property name enclosed in double quotes): this article and all below it are left out.",
        "What to do": "Correct it there, or give each article as a line of JSON.",
    }
    assert "in 1 article" in app.title[0].value


@pytest.mark.parametrize(
    ("done", "total", "seconds", "words"),
    [
        pytest.param(0, 64, 9, "Coding the articles: 0 of 64", id="none is done, so that there is no rate"),
        pytest.param(3, 64, 1, "Coding the articles: 3 of 64", id="too early to tell"),
        pytest.param(16, 64, 10, "Coding the articles: 16 of 64, about 30 seconds left", id="seconds"),
        pytest.param(63, 64, 31, "Coding the articles: 63 of 64, about 1 second left", id="one second"),
        pytest.param(100, 1300, 10, "Coding the articles: 100 of 1,300, about 2 minutes left", id="minutes"),
        pytest.param(64, 64, 30, "Coding the articles: 64 of 64", id="all are done"),
    ],
)
def test_how_long_coding_will_take_is_told_once_its_rate_is_known(
    done: int, total: int, seconds: float, words: str
) -> None:
    assert build_on_start.coding_words(done, total, seconds) == words
