"""An edit of the lexicon under a running dashboard: the next visitor's session codes anew and shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from dashboards import DASHBOARD
from streamlit.testing.v1 import AppTest

from contactline.tables import store

ARTICLE = "Armenian forces shelled the town of Ganja on 5 October 2020. They attacked Barda on 6 October 2020.\n"


@pytest.fixture
def lexicon(tmp_path: Path, lexicon_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lexicon of its own for the dashboard, and one article."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setenv("CONTACTLINE_ARTICLES", str(tmp_path / "articles"))
    monkeypatch.setenv("CONTACTLINE_TABLES", str(tmp_path / "tables"))
    monkeypatch.setenv("CONTACTLINE_LEXICON", str(lexicon_folder))
    return lexicon_folder


def session(tables: Path) -> list[str]:
    """The words of the events that a new visitor's session finds coded."""
    app = AppTest.from_file(DASHBOARD, default_timeout=60).run()
    assert [str(error.value) for error in app.exception] == []
    return list(store.read(tables).events["trigger"])


def test_the_next_session_codes_by_the_edited_rows(lexicon: Path, tmp_path: Path) -> None:
    assert session(tmp_path / "tables") == ["shelled", "attacked"]

    path = lexicon / "patterns.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if not row.startswith("assault-shell,")), encoding="utf-8")

    assert session(tmp_path / "tables") == ["attacked"]


def test_a_faulty_edit_is_told_and_the_last_tables_stay(lexicon: Path, tmp_path: Path) -> None:
    session(tmp_path / "tables")
    with (lexicon / "months.csv").open("a", encoding="utf-8") as table:
        table.write("Septembre,13,yes\n")

    app = AppTest.from_file(DASHBOARD, default_timeout=60).run()

    assert "The lexicon has faults" in app.warning[0].value.replace("\\", "")
    assert list(store.read(tmp_path / "tables").events["trigger"]) == ["shelled", "attacked"]
