"""The list of inputs that could not be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from contactline import rejects
from contactline.rejects import Reject

ROW = Reject("/srv/in/x.jsonl", 3, "a", "not JSON.", "Each line is one article.")
FILE = Reject("/srv/in/y.txt", None, "", "binary data.", "Leave it out.")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    rejects.write(tmp_path / "r.csv", [ROW, FILE])

    assert rejects.read(tmp_path / "r.csv") == [ROW, FILE]
    assert (tmp_path / "r.csv").read_text().splitlines()[0] == "file,row,id,reason,what to do"


def test_without_a_list_there_are_none(tmp_path: Path) -> None:
    assert rejects.read(tmp_path / "r.csv") == []


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    rejects.write(tmp_path / "r.csv", [Reject("x.csv", 1, "=cmd()", "@x", "+1")])

    assert (tmp_path / "r.csv").read_text().splitlines()[1] == "x.csv,1,'=cmd(),'@x,'+1"


@pytest.mark.parametrize(
    ("reject", "told", "short"),
    [
        (
            ROW,
            "/srv/in/x.jsonl, line 3: not JSON. Each line is one article.",
            "x.jsonl, line 3: not JSON. Each line is one article.",
        ),
        (FILE, "/srv/in/y.txt: binary data. Leave it out.", "y.txt: binary data. Leave it out."),
    ],
)
def test_a_reject_in_a_line(reject: Reject, told: str, short: str) -> None:
    assert (str(reject), reject.without_folder()) == (told, short)


@pytest.mark.parametrize(
    ("origin", "file", "row"),
    [
        ("a.txt", "a.txt", None),
        ("x, line 2.csv, line 7", "x, line 2.csv", 7),
        ("b, line 3.txt", "b, line 3.txt", None),
    ],
)
def test_a_reject_from_an_article_s_origin(origin: str, file: str, row: int | None) -> None:
    assert rejects.of_origin(origin, "a", "r", "t") == Reject(file, row, "a", "r", "t")
