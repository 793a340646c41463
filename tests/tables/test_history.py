"""What each of the last builds changed, as it is kept beside the tables."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import made
import pytest

from contactline import linking
from contactline.lexicon import load
from contactline.records import CodedArticle
from contactline.tables import history, store

LEXICON = load()


def build(folder: Path, *coded: CodedArticle, time: str = "", digest: str = "1") -> str:
    """Publish tables of articles coded by hand into a folder; the build's id."""
    tables = linking.link_tables(made.tables(*coded, digest=digest), LEXICON)
    store.write(folder, made.whole(tables), {"code": "1", "corrections": "", "lexicon": "1", "time": time})
    return str(store.read_build(folder)["build"])


def killed(number: int) -> CodedArticle:
    """The article made by hand, with another toll."""
    coded = made.coded("a")
    return replace(coded, events=(replace(coded.events[0], killed=number),))


def rows(one: history.Build) -> list[tuple[str, str, str]]:
    return [(row["what"], row["how"], row["label"]) for row in one.rows]


def test_the_first_build_has_none_before_it(tmp_path: Path) -> None:
    this = build(tmp_path / "t", made.coded("a"), time="2031-05-01T10:00:00+00:00")

    assert history.read(tmp_path / "t") == [history.Build(this, "2031-05-01T10:00:00+00:00")]


def test_a_build_tells_what_it_changed_and_those_before_it_what_they_did(tmp_path: Path) -> None:
    first = build(tmp_path / "t", made.coded("a", title="One"), time="2031-05-01")
    second = build(tmp_path / "t", made.coded("a", title="One"), made.coded("b", title="Two"), time="2031-05-02")
    third = build(tmp_path / "t", made.coded("b", title="Two"), time="2031-05-03")

    newest, before, oldest = history.read(tmp_path / "t")

    assert (newest.build, newest.before, newest.time, newest.time_before) == (
        third,
        second,
        "2031-05-03",
        "2031-05-02",
    )
    assert (before.build, before.before, before.how) == (second, first, history.COMPARED)
    assert (oldest.build, oldest.how) == (first, history.FIRST)
    assert rows(before)[0] == ("article", "added", "Two")
    assert before.counts["article added"] == before.counts["event added"] == 1
    assert rows(newest)[0] == ("article", "removed", "One")
    assert {what for what, _, _ in rows(newest)} <= {"article", "incident"}


def test_of_an_incident_that_is_gone_what_it_was_is_kept(tmp_path: Path) -> None:
    build(tmp_path / "t", made.coded("a"))
    build(tmp_path / "t", replace(made.coded("a"), events=()), digest="2")

    (gone,) = [row for row in history.read(tmp_path / "t")[0].rows if row["how"] == "removed"]

    assert gone["was"] == {
        "date_start": "2020-10-04",
        "date_end": "2020-10-04",
        "date_precision": "day",
        "place_id": "stepanakert",
        "countries": ["AZE", "NKR"],
    }


def test_a_toll_that_grew_is_told_with_both_numbers(tmp_path: Path) -> None:
    build(tmp_path / "t", killed(2))
    build(tmp_path / "t", killed(5), digest="2")

    (row,) = [row for row in history.read(tmp_path / "t")[0].rows if row["what"] == "incident"]

    assert {"field": "killed_best", "old": "2", "new": "5"} in row["fields"]


def test_of_a_large_collection_the_articles_alone_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_EVENTS", 1)
    build(tmp_path / "t", made.coded("a", title="One"), made.coded("b", title="Two"))
    build(tmp_path / "t", made.coded("b", title="Two"), made.coded("c", title="Three"), digest="2")

    newest = history.read(tmp_path / "t")[0]

    assert newest.how == history.MANY
    assert rows(newest) == [
        ("article", "removed", "One"),
        ("article", "changed", "Two"),
        ("article", "added", "Three"),
    ]


def test_a_build_before_that_cannot_be_read_is_none_to_compare_with(tmp_path: Path) -> None:
    build(tmp_path / "t", made.coded("a"))
    path = tmp_path / "t" / "build.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "tables_version": 0}))
    this = build(tmp_path / "t", made.coded("b"))

    assert history.read(tmp_path / "t") == [history.Build(this, "", how=history.UNLIKE)]


def test_the_file_is_bounded_in_builds_and_in_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_BUILDS", 3)
    monkeypatch.setattr(history, "_ROWS", 2)
    monkeypatch.setattr(history, "_ALL_ROWS", 3)
    build(tmp_path / "t", made.coded("a"))
    build(tmp_path / "t", *(made.coded(f"b{number}") for number in range(4)))
    build(tmp_path / "t", *(made.coded(f"c{number}") for number in range(4)))

    (only,) = history.read(tmp_path / "t")

    assert len(only.rows) == 2
    assert only.counts["article added"] == only.counts["article removed"] == 4

    for number in range(4):  # nothing changes: these have no rows
        build(tmp_path / "t", *(made.coded(f"c{number}") for number in range(4)), time=f"2031-05-0{number + 1}")

    assert [one.time for one in history.read(tmp_path / "t")] == ["2031-05-04", "2031-05-03", "2031-05-02"]


@pytest.mark.parametrize("words", ["", "[]", '{"builds": [{"of": 1}]}'])
def test_a_broken_file_tells_of_no_builds(tmp_path: Path, words: str) -> None:
    (tmp_path / history.FILE).write_text(words)

    assert history.read(tmp_path) == []
