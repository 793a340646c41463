"""The file of corrections."""

from __future__ import annotations

from pathlib import Path

import pytest

from contactline.corrections import record
from contactline.corrections.csv_file import CorrectionsError
from contactline.corrections.record import COLUMNS, Correction
from contactline.lexicon import load

LEXICON = load()
HEADER = ",".join(COLUMNS) + "\n"
DAY = Correction("2031-06-01T12:00:00", "event", "a-01", "day", "2031-05-14", "=the text, says so", "0123:fell")
WRONG = Correction("2031-06-01T12:01:00", "event", "a b-02", "wrong", "", "", "4567:met")
ARTICLE = Correction("2031-06-01T12:02:00", "article", "a", "day", "2031-05-14")


def test_what_is_added_is_read_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "new" / "corrections.csv"
    record.add(path, [DAY])
    record.add(path, [WRONG, ARTICLE])

    assert record.read(path, LEXICON) == ((DAY, WRONG, ARTICLE), ())
    assert [p.name for p in path.parent.iterdir()] == ["corrections.csv"]
    assert '"\'=the text, says so"' in path.read_text(encoding="utf-8")


def test_no_file_holds_nothing(tmp_path: Path) -> None:
    assert record.read(tmp_path / "none.csv", LEXICON) == ((), ())
    assert record.digest(tmp_path / "none.csv") == record.digest(None) == ""


def test_taking_out_what_was_added_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    record.add(path, [DAY])
    before = path.read_bytes()
    record.add(path, [WRONG])

    assert record.remove(path, WRONG)
    assert path.read_bytes() == before
    assert not record.remove(path, WRONG)
    assert record.remove(path, DAY)
    assert not path.exists()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("t,event a-01,day,14 May,,0:fell", "'14 May' is not a day, month or year"),
        ("t,event a-01,colour,red,,0:fell", "'colour' is not a field of an event"),
        ("t,event,day,2031,,0:fell", "not one of article, event, incident"),
        ("t,war a-01,day,2031,,0:fell", "not one of article, event, incident"),
        ("t,event a-01,day,2031,,", "the fingerprint of its sentence is missing"),
        ("t,event a-01,day", "it has 3 cells, the first line 6"),
    ],
)
def test_a_bad_row_costs_itself_alone(tmp_path: Path, row: str, told: str) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(f"{HEADER}{row}\n2031-06-01T12:02:00,article a,day,2031-05-14,,\n", encoding="utf-8")

    found, (reject,) = record.read(path, LEXICON)

    assert found == (ARTICLE,)
    assert (reject.name, reject.row) == ("corrections.csv", 2)
    assert told in reject.reason
    assert reject.todo == "Correct the row or remove it; the others are applied."


def test_rows_that_cannot_be_used_stay_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(HEADER + "t,event a-01,colour,red,my note,0:fell\n", encoding="utf-8")
    record.add(path, [DAY])
    record.remove(path, DAY)

    assert path.read_text(encoding="utf-8") == HEADER + "t,event a-01,colour,red,my note,0:fell\n"


def test_a_spreadsheets_file_with_columns_of_its_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("\ufeffwhat;field;value;why;fingerprint;when;who\narticle a;day;2031-05-14;;;t;me\n", "utf-8")

    assert record.read(path, LEXICON)[0] == (Correction("t", "article", "a", "day", "2031-05-14"),)


def test_a_file_of_something_else_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("title,author\nTalks,Me\n", encoding="utf-8")

    found, (reject,) = record.read(path, LEXICON)
    with pytest.raises(CorrectionsError):
        record.add(path, [DAY])

    assert (found, reject.row) == ((), None)
    assert "lacks when, what, field" in reject.reason
    assert path.read_text(encoding="utf-8") == "title,author\nTalks,Me\n"


def test_the_digest_follows_the_file(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    record.add(path, [DAY])
    first = record.digest(path)
    record.add(path, [WRONG])

    assert record.digest(path) != first != ""
