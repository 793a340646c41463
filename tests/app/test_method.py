"""What the Method page tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_tables import event, made
from made_views import drawn, frames, said, view

from contactline import locations
from contactline.app import method
from contactline.lexicon import load
from contactline.views import escape

LEXICON = load()


def test_every_type_and_mode_is_defined() -> None:
    shown = [definition for table in frames(drawn(method.ontology, LEXICON)) for definition in table["Definition"]]

    assert sorted(shown) == sorted(escape.markdown(row["definition"]) for row in LEXICON.rows("ontology"))


def test_the_build_is_told(tmp_path: Path) -> None:
    first, more = frames(drawn(method.build, view(made(tmp_path / "tables", event("e")))))

    assert list(first.iloc[:, 0]) == ["Version", "Time"]
    assert first.iloc[0, 1] == "0"
    assert {"Inputs", "Lexicon", "Code"} <= set(more.iloc[:, 0])  # folded


def test_figures_are_shown_only_where_they_were_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert frames(drawn(method.figures, LEXICON)) != []

    monkeypatch.setattr(method, "_DATA", tmp_path)

    app = drawn(method.figures, LEXICON)
    assert (frames(app), "No figures" in said(app)) == ([], True)


def test_unseen_articles_come_before_those_that_were_read() -> None:
    words = said(drawn(method.figures, LEXICON))

    assert 0 <= words.find("nobody had at hand") < words.find("used in developing")


def test_every_data_file_has_its_source() -> None:
    words = said(drawn(method.sources))

    assert [path.name for path in locations.LEXICON.glob("*.csv") if path.name not in words] == []
