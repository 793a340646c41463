"""Rows that only the five shipped articles use are listed; what others use, too, is not."""

from __future__ import annotations

from pathlib import Path

from contactline import locations
from contactline.lexicon import load
from contactline.quality import check_rows
from contactline.quality.check_rows import Row

LEXICON = load()

READER = "Talks were held.\n\nSkip to content\n\nArmenia accused Azerbaijan of shelling villages. (End)\n"


def test_rows_that_no_other_article_uses(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(READER, encoding="utf-8")

    without = set(check_rows.rows_of_the_five([], LEXICON))
    beside = set(check_rows.rows_of_the_five([tmp_path], LEXICON))

    assert {row.table for row in without} >= {"patterns", "chronology", "translation_signs", "mistranslations"}
    assert beside < without
    assert {(row.table, row.row) for row in without - beside} == {
        ("patterns", "accuse-accuse"),
        ("translation_signs", r"\((?:End|Finish|Finished)\)"),
        *((row.table, row.row) for row in without if row.row.startswith("(?:skip|jump|go|back) to")),
    }
    assert Row("mistranslations", "naqa") in beside


def test_the_five_themselves_are_no_other_articles() -> None:
    assert check_rows.rows_of_the_five([locations.ARTICLES], LEXICON) == check_rows.rows_of_the_five([], LEXICON)


def test_a_row_is_told_with_its_table_and_words() -> None:
    assert str(Row("chronology", "hill-war", "red ridge")) == "chronology.csv: hill-war (red ridge)"
    assert str(Row("patterns", "aid-help")) == "patterns.csv: aid-help"
