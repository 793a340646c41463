"""Putting an event or incident right, and taking it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_corrections import LEXICON, correction, editing, mark, stored
from made_views import drawn, press, said, view
from streamlit.testing.v1 import AppTest

from contactline.app import correct
from contactline.corrections import Correction, read
from contactline.tables.store import Store


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of corrections; whoever visits may edit."""
    editing(tmp_path, monkeypatch)
    return tmp_path / "corrections.csv"


def built(folder: Path, *some: Correction) -> Store:
    """Talks alone, and two reports of one attack."""
    return stored(folder, some, {"a-01": "talks", "a-02": "fire", "b-01": "fire"})


def event_form(found: Store, event_id: str) -> AppTest:
    ctx = view(found)
    return drawn(correct.event_controls, ctx, ctx.events[ctx.events["event_id"] == event_id].iloc[0], "made")


def incident_form(found: Store, incident_id: str) -> AppTest:
    ctx = view(found)
    incident = next(one for one in found.incidents.itertuples() if one.incident_id == incident_id)
    return drawn(correct.controls, ctx, incident)


def saved(file: Path) -> list[tuple[str, ...]]:
    found, rejects = read(file, LEXICON)
    assert rejects == ()
    return [(one.what, one.field, one.value, one.why, one.fingerprint) for one in found]


@pytest.mark.parametrize(
    ("event_id", "button", "field"),
    [("a-02", "Right", "right"), ("a-02", "Not an event", "wrong"), ("a-02", "Another incident", "split")],
)
def test_a_judgement_on_an_event(tmp_path: Path, file: Path, event_id: str, button: str, field: str) -> None:
    app = event_form(built(tmp_path), event_id)
    app.text_input[0].set_value("It  says so").run()
    press(app, button)

    assert saved(file) == [(f"event {event_id}", field, "", "It says so", mark(event_id))]


def test_a_report_that_is_alone_cannot_be_split(tmp_path: Path, file: Path) -> None:
    assert [one.label for one in event_form(built(tmp_path), "a-01").button] == ["Right", "Not an event", "Save"]


@pytest.mark.parametrize(
    ("field", "kind", "given", "value"),
    [
        ("day", "text_input", "2031-05", "2031-05"),
        ("killed", "text_input", "3..", "3.."),
        ("type", "selectbox", "CONSULT", "CONSULT"),
        ("status", "selectbox", "denied", "denied"),
        ("place", "selectbox", "goris", "goris"),
        ("source", "multiselect", ["azerbaijan", "CIV"], "azerbaijan;CIV"),
    ],
)
def test_a_field_of_an_event_is_fixed(
    tmp_path: Path, file: Path, field: str, kind: str, given: str, value: str
) -> None:
    app = event_form(built(tmp_path), "a-02")
    app.text_input[0].set_value("told so").run()
    app.selectbox[0].set_value(field).run()
    app.get(kind)[-1].set_value(given).run()
    press(app, "Save")

    assert saved(file) == [("event a-02", field, value, "told so", mark("a-02"))]


@pytest.mark.parametrize(
    ("value", "why", "told"),
    [
        ("2031-05-20", "", "Give a reason in a few words"),
        ("2031-05-14", "so", "is the current value already"),
        ("14 May", "so", "A day, month, year or span"),
    ],
)
def test_what_cannot_be_saved_says_why(tmp_path: Path, file: Path, value: str, why: str, told: str) -> None:
    app = event_form(built(tmp_path), "a-02")
    app.text_input[0].set_value(why).run()
    app.text_input[1].set_value(value).run()
    press(app, "Save")

    assert [told in str(one.value) for one in (*app.warning, *app.error)] == [True]
    assert not file.exists()


def test_the_last_correction_of_an_event_is_taken_back_with_one_click(tmp_path: Path, file: Path) -> None:
    first, last = correction("a-02", "day", "2031"), correction("a-02", "status", "denied")
    correct.corrections.add(file, [first, last, correction("a-01", "right")])

    app = press(event_form(built(tmp_path, first, last), "a-02"), "Undo")

    assert "Corrected by a reader: Day" in said(app)
    assert [(what, field) for what, field, *_ in saved(file)] == [("event a-02", "day"), ("event a-01", "right")]


def test_an_incident_is_merged_with_another(tmp_path: Path, file: Path) -> None:
    app = incident_form(built(tmp_path), "fire")
    app.text_input[0].set_value("one night").run()
    app.selectbox[1].set_value("talks").run()
    press(app, "Save")

    assert saved(file) == [("incident a-02", "merge", f"a-01 {mark('a-01')}", "one night", mark("a-02"))]


def test_a_field_of_an_incident_is_fixed(tmp_path: Path, file: Path) -> None:
    app = incident_form(built(tmp_path), "fire")
    app.text_input[0].set_value("told so").run()
    app.selectbox[0].set_value("parties").run()
    app.multiselect[0].set_value(["ARM", "AZE"]).run()
    press(app, "Save")

    assert saved(file) == [("incident a-02", "parties", "ARM;AZE", "told so", mark("a-02"))]


def test_the_status_of_an_incident_is_that_of_each_report_and_is_undone_with_one_click(
    tmp_path: Path, file: Path
) -> None:
    app = incident_form(built(tmp_path, correction("b-01", "day", "2031")), "fire")
    app.text_input[0].set_value("the mayor says not").run()
    app.selectbox[0].set_value("status").run()
    app.selectbox[1].set_value("denied").run()
    press(app, "Save")

    steps = [(f"event {key}", "status", "denied", "the mayor says not", mark(key)) for key in ("a-02", "b-01")]
    assert saved(file) == steps
    found, _ = read(file, LEXICON)
    again = incident_form(built(tmp_path, *found), "fire")
    assert "Corrected by a reader: Reported as. Why: the mayor says not" in said(again)
    press(again, "Undo")
    assert not file.exists()


def test_an_incident_that_is_wrong_loses_all_its_reports(tmp_path: Path, file: Path) -> None:
    app = incident_form(built(tmp_path), "fire")
    app.text_input[0].set_value("an exercise").run()
    press(app, "Not an event")

    assert [(what, field) for what, field, *_ in saved(file)] == [("event a-02", "wrong"), ("event b-01", "wrong")]


def test_a_visitor_from_elsewhere_sees_what_was_corrected_and_changes_nothing(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACTLINE_EDIT", "0")
    found = built(tmp_path, correction("a-02", "status", "denied"))

    app = event_form(found, "a-02")

    assert "Corrected by a reader: Reported as (the program has: reported as fact)" in said(app)
    assert (list(app.button), list(incident_form(found, "fire").button)) == ([], [])
    refused = [drawn(act, [correction("a-02", "day", "2031")]) for act in (correct.save, correct.undo)]
    assert ["Nothing was saved" in app.error[0].value for app in refused] == [True, True]
    assert not file.exists()


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, file: Path) -> None:
    file.write_text("title\nanother kind of file\n", encoding="utf-8")
    app = press(event_form(built(tmp_path), "a-01"), "Right")

    assert ["could not be saved" in one.value for one in app.error] == [True]
    assert file.read_text(encoding="utf-8") == "title\nanother kind of file\n"


def test_what_was_just_saved_can_be_taken_back_where_its_card_is_gone(tmp_path: Path, file: Path) -> None:
    wrong = correction("a-02", "wrong")
    correct.corrections.add(file, [wrong])

    def banner(some: list[Correction]) -> None:
        import streamlit as st

        from contactline.app import correct

        st.session_state.setdefault("_last_corrections", some)
        correct.last_saved()

    app = press(drawn(banner, [wrong]), "Undo")

    assert not file.exists()
    assert [str(error.value) for error in app.error] == []
