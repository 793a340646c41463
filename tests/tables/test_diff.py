"""What differs between two builds, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import made
import pytest

from contactline import linking
from contactline.lexicon import Lexicon, load
from contactline.records import CodedArticle
from contactline.tables import diff, store
from contactline.tables.diff import Change

LEXICON = load()
STAMP = {"code": "1", "corrections": ""}


def build(folder: Path, *coded: CodedArticle, lexicon: Lexicon = LEXICON, digest: str = "1", **stamp: str) -> Path:
    """Tables of articles coded by hand; ``stamp``: what differs from the other build."""
    tables = linking.link_tables(made.tables(*coded, digest=digest), LEXICON)
    store.write(folder, made.whole(tables), STAMP | {"lexicon": lexicon.fingerprint} | stamp, lexicon=lexicon)
    return folder


def told(changes: list[Change]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(change.what, change.how, change.key, change.why) for change in changes]


def with_event(**facts: object) -> CodedArticle:
    """The article made by hand, its only event changed."""
    coded = made.coded("a")
    return replace(coded, events=(replace(coded.events[0], **facts),))  # type: ignore[arg-type]


def test_the_same_tables_do_not_differ(tmp_path: Path) -> None:
    build(tmp_path / "old", made.coded("a"), made.coded("b"))
    build(tmp_path / "new", made.coded("b"), made.coded("a"), time="later")

    changes = diff.compare(tmp_path / "old", tmp_path / "new")

    assert (changes, diff.summary(changes)) == ([], "No differences.")


def test_articles_that_come_and_go_bring_and_take_their_events(tmp_path: Path) -> None:
    build(tmp_path / "old", made.coded("a"), made.coded("b"))
    build(tmp_path / "new", made.coded("a"), made.coded("c"))

    changes = diff.compare(tmp_path / "old", tmp_path / "new")

    assert told(changes)[:4] == [
        ("article", "removed", "b", ("the articles",)),
        ("article", "added", "c", ("the articles",)),
        ("event", "removed", "b-01", ("the articles",)),
        ("event", "added", "c-01", ("the articles",)),
    ]
    assert diff.summary(changes).startswith("1 article removed, 1 article added, 1 event removed, 1 event added")


WORDS = replace(LEXICON, fingerprint="2")
PLACED = {"place_id": "talish", "pattern_id": "shell-2"}


@pytest.mark.parametrize(
    ("coded", "stamp", "expected"),
    [
        pytest.param(
            made.coded("a", made.TEXT + "More."),
            {"digest": "2"},
            [("article", "changed", "a", ("text",))],
            id="text",
        ),
        pytest.param(
            made.coded("a", publisher="Paper"),
            {"digest": "2"},
            [("article", "changed", "a", ("manifest",))],
            id="manifest",
        ),
        pytest.param(
            with_event(**PLACED),
            {"digest": "2", "code": "2"},
            [("event", "changed", "a-01", ("code",))],
            id="code",
        ),
        pytest.param(
            with_event(**PLACED),
            {"digest": "2", "lexicon": WORDS},
            [("event", "changed", "a-01", ("lexicon",))],
            id="lexicon whose rows are not known to differ",
        ),
        pytest.param(
            with_event(**PLACED),
            {"corrections": "2"},
            [("event", "changed", "a-01", ("correction",))],
            id="correction",
        ),
        pytest.param(
            with_event(**PLACED), {}, [("event", "changed", "a-01", ("other articles",))], id="other articles"
        ),
        pytest.param(
            replace(made.coded("a"), events=()),
            {"digest": "2", "code": "2"},
            [("event", "removed", "a-01", ("code",))],
            id="an event less",
        ),
    ],
)
def test_why_articles_and_events_differ(
    tmp_path: Path, coded: CodedArticle, stamp: dict[str, str], expected: list[object]
) -> None:
    build(tmp_path / "old", made.coded("a"))
    build(tmp_path / "new", coded, **stamp)  # type: ignore[arg-type]

    changes = diff.compare(tmp_path / "old", tmp_path / "new")

    assert [one for one in told(changes) if one[0] != "incident"] == expected


@pytest.mark.parametrize(
    ("gone", "why"),
    [("talish", "lexicon: places.csv, talish,"), ("aachen", "lexicon: places.csv")],
    ids=["the row of the event's place", "another row of the table"],
)
def test_the_row_of_the_lexicon_that_an_event_rests_on_is_named(tmp_path: Path, gone: str, why: str) -> None:
    places = LEXICON.tables["places"]
    rows = tuple(row for row in places.rows if row["place_id"] != gone)
    edited = Lexicon(LEXICON.folder, "2", {**LEXICON.tables, "places": replace(places, rows=rows)})
    build(tmp_path / "old", made.coded("a"))
    build(tmp_path / "new", with_event(**PLACED), lexicon=edited, digest="2")

    (change,) = [one for one in diff.compare(tmp_path / "old", tmp_path / "new") if one.what == "event"]

    assert len(rows) == len(places.rows) - 1
    assert change.why[0].startswith(why)
    assert (change.why[0] == why) == (gone == "aachen")


def test_an_event_is_the_same_under_another_number_and_its_fields_are_shown(tmp_path: Path) -> None:
    coded = made.coded("a")
    (event,) = coded.events
    first = replace(event, start=0, end=10, trigger="Azerbaijan", type="ACCUSE", mode="")
    build(tmp_path / "old", coded)
    build(tmp_path / "new", replace(coded, events=(first, replace(event, killed=3))), digest="2", code="2")

    changes = [one for one in diff.compare(tmp_path / "old", tmp_path / "new") if one.what == "event"]

    assert told(changes) == [("event", "changed", "a-02", ("code",)), ("event", "added", "a-01", ("code",))]
    assert changes[0].fields == (("killed", "2", "3"),)
    assert str(changes[0]) == (
        "event a-02 changed (code): ASSAULT: Azerbaijan shelled Stepanakert on Sunday, killin...\n    killed: 2 -> 3"
    )
    assert changes[0].record()["fields"] == [{"field": "killed", "old": "2", "new": "3"}]


def test_an_incident_follows_its_events(tmp_path: Path) -> None:
    interval = made.interval(date(2020, 10, 9))
    build(tmp_path / "old", made.coded("a"), made.coded("b"))
    build(tmp_path / "new", with_event(when=interval), made.coded("b"), digest="2", code="2")

    changes = [one for one in diff.compare(tmp_path / "old", tmp_path / "new") if one.what == "incident"]

    assert [(one.how, one.why) for one in changes] == [("changed", ("its events",))]


def test_incidents_that_are_gone_stand_in_the_order_of_the_old_build(tmp_path: Path) -> None:
    (event,) = made.coded("a").events
    coded = [
        replace(
            made.coded(f"a{month}"),
            events=(replace(event, when=made.interval(date(2019, month, 1)), date_basis="explicit"),),
        )
        for month in range(1, 9)
    ]
    old = build(tmp_path / "old", *coded)
    build(tmp_path / "new", made.coded("b"))

    gone = [
        one.key for one in diff.compare(old, tmp_path / "new") if (one.what, one.how) == ("incident", "removed")
    ]

    assert gone == store.read_table(old, "incidents")["incident_id"].to_pylist()
    assert len(gone) == len(coded)


def test_of_a_long_text_the_part_that_differs_is_shown(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(100))
    build(tmp_path / "old", made.coded("a", made.TEXT + words))
    build(tmp_path / "new", made.coded("a", made.TEXT + words + " more"), digest="2")

    (change,) = [one for one in diff.compare(tmp_path / "old", tmp_path / "new") if one.what == "article"]

    assert "more" in str(change)


def test_a_folder_without_tables_is_an_error(tmp_path: Path) -> None:
    build(tmp_path / "old", made.coded("a"))

    with pytest.raises(store.StoreError, match="There are no tables in"):
        diff.compare(tmp_path / "old", tmp_path / "new")
