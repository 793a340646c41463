"""Tables of words as they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from contactline import lexicon
from contactline.lexicon import load, split_cell

LEXICON = load()


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("word,tense\nwill,future\n", [{"word": "will", "tense": "future", "#line": "2"}]),
        # blanks around a cell, comments and empty lines are no part of the table
        (
            "# what it is\n word , tense \n\n# a group\n will , future \n",
            [{"word": "will", "tense": "future", "#line": "5"}],
        ),
        # an absent cell is empty, one too many is dropped
        (
            "word,tense\nwill\nwas,past,more\n",
            [
                {"word": "will", "tense": "", "#line": "2"},
                {"word": "was", "tense": "past", "#line": "3"},
            ],
        ),
        # a cell in quotes holds commas and ends where its quotes end
        (
            'word,tense\n"so,\nthen",past\nnow,none\n',
            [
                {"word": "so,\nthen", "tense": "past", "#line": "3"},
                {"word": "now", "tense": "none", "#line": "4"},
            ],
        ),
        ("word,tense\nԵրևան,none\n", [{"word": "Երևան", "tense": "none", "#line": "2"}]),
        ("word,tense\n", []),
        ("", []),
    ],
)
def test_rows(tmp_path: Path, written: str, rows: list[dict[str, str]]) -> None:
    (tmp_path / "made.csv").write_text(written, encoding="utf-8")

    assert list(LEXICON.rows("made", tmp_path)) == rows


def test_a_table_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"made\.csv"):
        LEXICON.rows("made", tmp_path)


@pytest.mark.parametrize(
    ("cell", "items"),
    [("", []), ("one", ["one"]), ("one; two ;three", ["one", "two", "three"]), (";one;;", ["one"])],
)
def test_a_list_in_a_cell(cell: str, items: list[str]) -> None:
    assert split_cell(cell) == items


def test_the_fingerprint_changes_with_a_row_a_name_and_a_table_and_with_nothing_else(tmp_path: Path) -> None:
    def printed(**tables: str) -> str:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        for name, written in tables.items():
            (folder / name.replace("__", ".")).write_text(written, encoding="utf-8")
        return lexicon.fingerprint(folder)

    base = printed(a__csv="x\n1\n", b__csv="y\n2\n")

    assert printed(b__csv="y\n2\n", a__csv="x\n1\n", notes__txt="not a table") == base
    others = [
        printed(a__csv="x\n2\n", b__csv="y\n2\n"),
        printed(a__csv="x\n1\n", c__csv="y\n2\n"),
        printed(a__csv="x\n1\n"),
        printed(a__csv="y\n2\n", b__csv="x\n1\n"),
    ]
    assert len({base, *others}) == 5


def test_the_programs_own_tables_are_found() -> None:
    assert {row["tense"] for row in LEXICON.rows("tense_hints")} == {"future", "past", "none", "ahead"}
