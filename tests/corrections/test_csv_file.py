"""A CSV file that people and the program write."""

from __future__ import annotations

from pathlib import Path

import pytest

from contactline.corrections import csv_file
from contactline.corrections.csv_file import CorrectionsError

COLUMNS = ("what", "why")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "some.csv"
    rows = [["a", "two, or\nthree"], ["'quoted'", "=SUM(1)"], ["", "-1"]]
    csv_file.write(path, COLUMNS, rows)

    header, found = csv_file.read(path, COLUMNS)

    assert (header, [cells for _, cells in found]) == (list(COLUMNS), rows)
    assert [line for line in path.read_text().splitlines() if line.startswith(("=", "-"))] == []
    assert list(path.parent.iterdir()) == [path]


def test_without_rows_there_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    csv_file.write(path, COLUMNS, [["a", "b"]])
    csv_file.write(path, COLUMNS, [])

    assert not path.exists()
    assert csv_file.read(path, COLUMNS) == (list(COLUMNS), [])


@pytest.mark.parametrize("text", ["", "\n", "what,why\n"])
def test_an_empty_file_has_all_columns(tmp_path: Path, text: str) -> None:
    path = tmp_path / "some.csv"
    path.write_text(text)

    assert csv_file.read(path, COLUMNS) == (list(COLUMNS), [])


def test_another_kind_of_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    path.write_text("what\na\n")

    with pytest.raises(CorrectionsError, match="lacks why"):
        csv_file.read(path, COLUMNS)


def test_rows_are_appended_under_the_columns_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    path.write_text("why,who,what\nso,me,a\n")

    csv_file.append(path, COLUMNS, [["b", "=x"], ["c", ""]])

    rows = [["so", "me", "a"], ["=x", "", "b"], ["", "", "c"]]
    assert csv_file.read(path, COLUMNS) == (["why", "who", "what"], list(enumerate(rows, 2)))


def test_a_file_that_cannot_be_replaced_stays(tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    path.mkdir()
    (path / "inside").touch()

    with pytest.raises(OSError, match=r"\w"):
        csv_file.write(path, COLUMNS, [["a", "b"]])
    assert [p.name for p in tmp_path.iterdir()] == ["some.csv"]
