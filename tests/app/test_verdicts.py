"""Judging events drawn at random, and the list of corrections."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_corrections import LEXICON, correction, editing, stored
from made_views import drawn, frames, press, said, view
from streamlit.testing.v1 import AppTest

from contactline.app import correct, verdicts
from contactline.corrections import Correction, read
from contactline.corrections import verdicts as record
from contactline.tables.store import Store
from contactline.views import verdicts as draw
from contactline.views.query import Filters


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of verdicts; whoever visits may edit."""
    editing(tmp_path, monkeypatch)
    return tmp_path / "verdicts.csv"


def built(folder: Path, *some: Correction) -> Store:
    """Three events, each of an incident of its own."""
    return stored(folder, some, {})


def page(found: Store, filters: Filters | None = None, **query: str) -> AppTest:
    ctx = view(found, filters)

    def whole(ctx):  # type: ignore[no-untyped-def]
        every = verdicts.given()
        verdicts.judge(ctx, every)
        verdicts.precision(ctx, every)

    return drawn(whole, ctx, **query)


def judge(app: AppTest, says: str) -> None:
    app.button(key=f"verdict_{says}").click().run()
    assert [str(error.value) for error in app.exception] == []


def test_events_are_judged_one_after_the_other_and_the_last_is_taken_back(tmp_path: Path, file: Path) -> None:
    found = built(tmp_path)
    app = page(found, seed="7")
    judge(app, "right")
    app.pills[0].set_value(["day", "who"]).run()
    judge(app, "wrong")
    judge(app, "unsure")

    judged, _ = record.read(file)
    assert [(one.event_id, one.verdict, one.seed) for one in judged] == list(
        zip(draw.drawn(found.events, 7), ("right", "wrong", "unsure"), (7, 7, 7), strict=True)
    )
    assert len(app.success) == 1
    press(app, "Undo the last verdict")
    assert len(record.read(file)[0]) == 2
    assert "2 of 3 events judged" in said(app)
    assert [list(shares)[1:] for shares in frames(app)[0].to_numpy()] == [
        ["67%", "15% to 96%", "1 / 2"],
        ["100%", "32% to 100%", "2 / 2"],
    ]
    assert "Wrong: Day 1, Who 1." in said(app)


def test_the_draw_is_of_the_events_that_are_shown(tmp_path: Path, file: Path) -> None:
    app = page(built(tmp_path), Filters(types=("CONSULT",)), seed="3")
    judge(app, "right")

    assert [one.event_id for one in record.read(file)[0]] == ["a-01"]
    assert "1 of 1 event judged" in said(app)


def test_a_visitor_from_elsewhere_judges_for_the_visit_alone(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACTLINE_EDIT", "0")
    app = page(built(tmp_path))
    judge(app, "right")
    judge(app, "right")
    press(app, "Undo the last verdict")

    assert not file.exists()
    assert "1 of 3 events judged" in said(app)
    assert len(app.get("download_button")) == 1  # no file of whole articles


def test_without_events_and_verdicts_the_page_says_so(tmp_path: Path, file: Path) -> None:
    words = said(page(built(tmp_path), Filters(text="no such words")))

    assert "No event meets the filters" in words
    assert "No event has been judged yet." in words


def test_rows_and_files_that_are_no_verdicts_are_told(tmp_path: Path, file: Path) -> None:
    found = built(tmp_path)
    judge(page(found), "right")
    with file.open("a", encoding="utf-8") as f:
        f.write("not,a,verdict\n")
    bad_row = page(found)
    file.write_text("title\nTalks\n", encoding="utf-8")
    bad_file = page(found)

    assert [one.value for one in bad_row.warning] == [
        "Rows of verdicts.csv that are not verdicts and were left out: 1."
    ]
    assert ["cannot be read" in one.value for one in bad_file.error] == [True]


def test_each_correction_stands_with_its_state_and_is_undone(tmp_path: Path, file: Path) -> None:
    some = [correction("a-02", "day", "2031-06"), correction("a-01", "wrong", fingerprint="000000000000:met")]
    correct.corrections.add(tmp_path / "corrections.csv", some)
    app = drawn(verdicts.listed, view(built(tmp_path, *some)))

    (table,) = frames(app)
    assert table[["Field", "New value", "State"]].to_numpy().tolist() == [
        ["Not an event", "", "not applied: the article has no such sentence now"],
        ["Day", "Jun 2031, day not known", "applied"],
    ]
    assert "not applied: 1" in said(app)
    press(app, "Undo")
    assert read(tmp_path / "corrections.csv", LEXICON)[0] == (some[0],)


def test_without_corrections_the_list_says_how_they_are_made(tmp_path: Path, file: Path) -> None:
    app = drawn(verdicts.listed, view(built(tmp_path)))

    assert (frames(app), "the button Correct" in said(app)) == ([], True)
