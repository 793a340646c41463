"""What readers have put right, in words."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from made_corrections import LEXICON, TOLD, correction, mark, tables
from made_tables import row

from contactline.corrections import to_events, to_incidents
from contactline.corrections.record import Correction
from contactline.tables import store
from contactline.tables.assemble import lexicon_tables, with_column
from contactline.tables.store import Store
from contactline.views import corrected
from contactline.views.query import EventIndex, names

WAR = Correction("2031-06-02T10:00:00", "event", "c-01", "day", "2031", "gone", "0:war")


def built(folder: Path, *some: Correction) -> Store:
    """The three events, each its own incident, with these corrections."""
    found, resolved = to_events(tables(), some, LEXICON)
    found |= lexicon_tables(found, LEXICON)
    ids = [f"i-{key}" for key in found["events"]["event_id"].to_pylist()]
    found["events"] = with_column(found["events"], "incident_id", ids)
    found["incidents"] = store.table(
        "incidents", [row("incidents", incident_id=key, place_id=None) for key in ids]
    )
    store.write(folder, to_incidents(found, resolved, LEXICON), {})
    return store.read(folder)


def note(found: Store, event_id: str) -> str:
    events = EventIndex.build(found, LEXICON).events
    event = events[events["event_id"] == event_id].iloc[0]
    return corrected.note(found, event, names(found, LEXICON), LEXICON)


@pytest.mark.parametrize(
    ("some", "words"),
    [
        ([], ""),
        ([correction("a-02", "right")], "Checked by a reader: right. Why: because."),
        (
            [correction("a-02", "day", "2031-06"), correction("a-02", "killed", "3..")],
            "Corrected by a reader: Day (the program has: 14 May 2031); Killed (the program has: 2). Why: because.",
        ),
        (
            [correction("a-02", "source", "IRN")],
            "Corrected by a reader: Who (source) (the program has: Armenia). Why: because.",
        ),
        (
            [correction("a-02", "place", "goris")],
            "Corrected by a reader: Place (the program has: nothing). Why: because.",
        ),
        ([correction("a-01", "day", "2031")], ""),
    ],
)
def test_the_note_beside_an_event(tmp_path: Path, some: list[Correction], words: str) -> None:
    assert note(built(tmp_path / "t", *some), "a-02") == words


def test_the_note_beside_an_incident(tmp_path: Path) -> None:
    some = [correction("a-02", "place", "goris", "incident"), correction("a-02", "right", "", "incident")]
    found = built(tmp_path / "t", *some)

    words = [corrected.incident_note(found, f"i-{key}") for key in ("a-01", "a-02")]

    assert words == ["", "Corrected by a reader: Place. Checked by a reader: right. Why: because."]


@pytest.mark.parametrize("event_id", list(TOLD))
def test_the_fingerprint_of_an_event_stays_when_another_is_rejected(tmp_path: Path, event_id: str) -> None:
    found = built(tmp_path / "t", correction("a-01", "wrong"))

    assert corrected.fingerprint(found, event_id) == mark(event_id)


def test_the_list_of_all_corrections(tmp_path: Path) -> None:
    article = Correction("2031-06-02T11:00:00", "article", "b", "day", "2031-05-15")
    found = corrected.listed(built(tmp_path / "t", correction("a-01", "wrong"), WAR, article), {}, LEXICON)

    assert found[["what", "field", "value", "why", "state", "sentence"]].to_numpy().tolist() == [
        ["Article", "Day", "15 May 2031", "", "applied", ""],
        ["Event", "Day", "2031, day not known", "gone", "not applied: the article is not among those shown", ""],
        ["Event", "Not an event", "", "because", "applied", "They met in Goris."],
    ]
    assert found["when"].tolist()[0] == "2031-06-02 11:00"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("type", "CONSULT-phone", "Phone call"),
        ("place", "goris", "Goris"),
        ("source", "AZE;pashinyan", "Azerbaijan, Nikol Pashinyan"),
        ("killed", "5..8", "5 to 8"),
        ("status", "denied", "denied"),
        ("day", "", "nothing"),
        ("split", "", ""),
    ],
)
def test_values_in_words(field: str, value: str, words: str) -> None:
    assert corrected.value_words(field, value, {}, LEXICON) == words


@pytest.mark.parametrize(
    ("event_id", "field", "value"),
    [
        ("a-02", "day", "2031-05-14"),
        ("a-02", "type", "ASSAULT"),
        ("a-02", "source", "armenia"),
        ("a-02", "mediator", ""),
        ("a-02", "killed", "2"),
        ("a-02", "injured", ""),
        ("a-02", "place", ""),
        ("a-02", "status", "reported"),
    ],
)
def test_what_stands_there_as_a_correction_writes_it(
    tmp_path: Path, event_id: str, field: str, value: str
) -> None:
    found = built(tmp_path / "t")
    event = found.events[found.events["event_id"] == event_id].iloc[0]

    parties = found.event_actors[found.event_actors["event_id"] == event_id]
    assert corrected.as_value(event, parties, field) == value


@pytest.mark.parametrize(
    ("days", "value"),
    [
        (("2031-05-01", "2031-05-31", "month"), "2031-05"),
        (("2031-01-01", "2031-12-31", "year"), "2031"),
        (("2031-05-01", "2031-05-07", "week"), "2031-05-01/2031-05-07"),
        (("2031-05-01", None, "range"), "2031-05-01"),
        ((None, None, "unknown"), ""),
    ],
)
def test_days_as_a_correction_writes_them(days: tuple[str | None, str | None, str], value: str) -> None:
    assert corrected.day_value(*days) == value


def test_a_list_marks_what_was_put_right() -> None:
    table = pd.DataFrame({"day": ["2031-05-14", "2031"], "toll": ["", "2 killed"]})

    shown = corrected.marked(table, pd.Series([["day"], ["killed", "injured"]]))

    assert shown.to_numpy().tolist() == [["2031-05-14 ✎", ""], ["2031", "2 killed ✎"]]
