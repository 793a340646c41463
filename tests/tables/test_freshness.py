"""When stored tables no longer fit the articles, the words or the code."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import made
import pytest
from dashboards import ONE
from test_layers import MODULES, SEAM, name_of, room, text_rooms

from contactline import intake, locations, pipeline
from contactline.lexicon import load
from contactline.tables import freshness

LEXICON = load()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``articles`` and the ``tables`` coded from them."""
    place = tmp_path_factory.mktemp("built")
    (place / "articles").mkdir()
    (place / "articles" / "one.txt").write_text(ONE, encoding="utf-8")
    pipeline.build([place / "articles"], place / "tables")
    return place


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_tables_of_today_are_fresh(place: Path) -> None:
    assert not made.stale([place / "articles"], place / "tables", LEXICON)


def test_tables_that_are_not_there_are_stale(place: Path) -> None:
    assert made.stale([place / "articles"], place / "nowhere", LEXICON)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("one.txt", ONE + "More.\n"),
        ("two.txt", "Talks were held.\n"),
        ("manifest.csv", "file,published\none.txt,2021-05-12\n"),
    ],
)
def test_an_article_or_a_fact_about_it_makes_them_stale(place: Path, name: str, written: str) -> None:
    (place / "articles" / name).write_text(written, encoding="utf-8")

    assert made.stale([place / "articles"], place / "tables", LEXICON)


def test_a_changed_row_makes_them_stale(place: Path) -> None:
    words = shutil.copytree(locations.LEXICON, place / "lexicon")
    assert not made.stale([place / "articles"], place / "tables", load(words))

    with (words / "months.csv").open("a", encoding="utf-8") as table:
        table.write("# more\n")

    assert made.stale([place / "articles"], place / "tables", load(words))


def test_the_stamp_is_the_builds(place: Path) -> None:
    stamp = freshness.stamp([place / "articles"], LEXICON)

    assert set(stamp) == {"inputs", "lexicon", "code", "corrections"}
    assert freshness.stamp([place / "articles" / "one.txt"], LEXICON) == stamp
    (place / "articles" / "one.txt").rename(place / "articles" / "other.txt")
    renamed = freshness.stamp([place / "articles"], LEXICON)["inputs"]
    assert renamed != stamp["inputs"]
    (place / "articles" / "below").mkdir()
    (place / "articles" / "other.txt").rename(place / "articles" / "below" / "other.txt")
    assert freshness.stamp([place / "articles"], LEXICON)["inputs"] != renamed


def test_a_change_of_the_corrections_makes_them_stale(place: Path) -> None:
    stamp = freshness.stamp([place / "articles"], LEXICON, "a digest")

    assert freshness.differs(stamp, place / "tables")


def test_names_and_files_that_cannot_be_read_have_a_stamp_all_the_same(place: Path) -> None:
    before = freshness.stamp([place / "articles"], LEXICON)
    (place / "articles" / "two.txt").mkdir()
    with open(os.fsencode(place / "articles") + b"/caf\xe9.txt", "w") as f:
        f.write("Text.")

    assert freshness.stamp([place / "articles"], LEXICON)["inputs"] != before["inputs"]


def test_articles_that_are_not_there_are_an_error(place: Path) -> None:
    with pytest.raises(intake.InputError):
        freshness.stamp([place / "nowhere"], LEXICON)


def test_the_code_that_counts_is_what_the_pipeline_runs() -> None:
    readers = {Path(name).stem for name in freshness.READERS}

    assert readers & text_rooms() == set()
    assert readers | text_rooms() | SEAM | {"__init__"} == {room(name_of(path)) for path in MODULES} | {"__init__"}
