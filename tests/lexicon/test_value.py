"""The lexicon as one value: equal by content, read anew after an edit, refused where a table breaks its schema."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from contactline.lexicon import Lexicon, LexiconError, derived, load


def edit(folder: Path, table: str, old: str, new: str) -> None:
    path = folder / f"{table}.csv"
    written = path.read_text(encoding="utf-8")
    assert old in written
    path.write_text(written.replace(old, new), encoding="utf-8")


@derived
def month_words(lexicon: Lexicon) -> list[str]:
    return [row["word"] for row in lexicon.rows("months")]


def test_a_folder_that_did_not_change_gives_the_same_value(lexicon_folder: Path) -> None:
    assert load(lexicon_folder) is load(lexicon_folder)


def test_an_edit_gives_another_value_and_new_indexes(lexicon_folder: Path) -> None:
    before = load(lexicon_folder)
    words = month_words(before)
    edit(lexicon_folder, "months", "\nApril,", "\nAvril,")
    after = load(lexicon_folder)

    assert after != before
    assert month_words(after) == [word.replace("April", "Avril") for word in words]
    assert month_words(before) is words


def test_the_fingerprint_is_of_the_content_alone(lexicon_folder: Path) -> None:
    before = load(lexicon_folder)
    (lexicon_folder / "notes.txt").write_text("not a table")
    (lexicon_folder / "months.csv").touch()
    assert load(lexicon_folder) == before == load()

    edit(lexicon_folder, "months", "\nApril,", "\n# a comment\nApril,")
    assert load(lexicon_folder) != before


def test_a_derived_index_is_built_once_for_each_lexicon() -> None:
    built: list[str] = []

    @derived
    def index(lexicon: Lexicon) -> int:
        built.append(lexicon.fingerprint)
        return len(lexicon.tables)

    assert [index(load()), index(load())] == [len(load().tables)] * 2
    assert built == [load().fingerprint]


def test_a_worker_gets_the_same_tables_or_is_told(lexicon_folder: Path) -> None:
    sent = pickle.dumps(load(lexicon_folder))
    assert pickle.loads(sent) == load(lexicon_folder)

    edit(lexicon_folder, "months", "\nApril,", "\nAvril,")
    with pytest.raises(LexiconError, match="not those of the machine that asks for them"):
        pickle.loads(sent)


@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        pytest.param(
            "months", "\nApril,4", "\nApril,13", "month '13': expected a whole number from 1 to 12", id="number"
        ),
        pytest.param("tense_hints", "'ll,future", "'ll,futur", "tense 'futur': expected ", id="choice"),
        pytest.param("chronology", ",1988-02-13,", ",1988-13-13,", "'1988-13-13': expected ", id="day"),
    ],
)
def test_a_table_that_breaks_its_schema_is_refused_by_name(
    lexicon_folder: Path, table: str, old: str, new: str, message: str
) -> None:
    edit(lexicon_folder, table, old, new)

    with pytest.raises(LexiconError) as error:
        load(lexicon_folder)
    assert f"{table}.csv, line " in str(error.value)
    assert message in str(error.value)


def test_a_missing_table_is_refused(lexicon_folder: Path) -> None:
    (lexicon_folder / "seasons.csv").unlink()

    with pytest.raises(LexiconError, match=r"seasons\.csv: no such file"):
        load(lexicon_folder)


def test_of_many_faults_the_first_are_listed(lexicon_folder: Path) -> None:
    path = lexicon_folder / "months.csv"
    path.write_text(path.read_text(encoding="utf-8") + "Xxx,13,yes\n" * 30, encoding="utf-8")

    with pytest.raises(LexiconError, match=r"and 10 more; contactline check lists them all"):
        load(lexicon_folder)
