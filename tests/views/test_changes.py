"""What changed since an earlier build, in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from made_tables import event, made

from contactline.tables import history
from contactline.tables.history import Build
from contactline.tables.store import Store
from contactline.views import changes


def row(
    what: str, how: str, key: str, *fields: tuple[str, str, str], before: str = "", **more: Any
) -> dict[str, Any]:
    told = [{"field": name, "old": old, "new": new} for name, old, new in fields]
    found = {"what": what, "how": how, "id": key, "id_before": before or key, "label": key.upper()}
    return {**found, "why": ["its events"], "fields": told, **more}


def build(number: int, *rows: dict[str, Any], **more: Any) -> Build:
    counts: dict[str, int] = {}
    for one in rows:
        name = f"{one['what']} {one['how']}"
        counts[name] = counts.get(name, 0) + 1
    before = f"b{number - 1}" if number else ""
    how = history.COMPARED if number else history.FIRST
    facts: dict[str, Any] = {"how": how, "counts": counts, "time_before": f"2031-05-0{number}"} | more
    return Build(f"b{number}", f"2031-05-0{number + 1}", before, rows=[*rows], **facts)


def told(found: changes.Changed | None) -> list[tuple[str, str]]:
    assert found is not None
    return [(one["id"], one["how"]) for one in (*found.articles, *found.incidents)]


def test_the_first_build_has_nothing_to_tell() -> None:
    assert (changes.since([build(0)]), changes.since([]), changes.earlier([build(0)])) == (None, None, [])


def test_builds_are_called_by_their_times_no_two_alike() -> None:
    found = [
        build(3),
        build(2, time_before="2031-05-02T10:00:59+00:00"),
        build(1, time_before="2031-05-02T10:00:01+00:00"),
    ]

    assert changes.names(found) == {
        "b2": "3 May 2031, 00:00 UTC",
        "b1": "2 May 2031, 10:00 UTC [b1]",
        "b0": "2 May 2031, 10:00 UTC [b0]",
    }


def test_since_the_build_before() -> None:
    found = [build(2, row("article", "added", "a")), build(1, row("article", "added", "b")), build(0)]

    assert changes.earlier(found) == ["b1", "b0"]
    assert told(changes.since(found)) == [("a", "added")]
    assert changes.since(found, "unknown") is None


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        (row("incident", "added", "i"), row("incident", "changed", "i"), [("i", "added")]),
        (row("incident", "added", "i"), row("incident", "removed", "i"), []),
        (row("incident", "removed", "i"), row("incident", "added", "i"), []),
        (row("incident", "changed", "i"), row("incident", "removed", "i"), [("i", "removed")]),
        (
            row("incident", "changed", "j", ("events", "1", "2"), before="i"),
            row("incident", "changed", "k", ("events", "2", "3"), before="j"),
            [("k", "changed")],
        ),
        (
            row("incident", "changed", "i", ("events", "1", "2")),
            row("incident", "changed", "i", ("events", "2", "1")),
            [],
        ),
    ],
)
def test_changes_of_several_builds_are_put_together(
    first: dict[str, Any], then: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert told(changes.since([build(2, then), build(1, first), build(0)], "b0")) == expected


def test_of_two_changes_the_first_value_and_the_last_are_told() -> None:
    first = row("incident", "changed", "i", ("events", "1", "2"), ("publishers", "1", "2"))
    then = row("incident", "changed", "i", ("events", "2", "3"), ("killed_best", "", "9"))

    found = changes.since([build(2, then), build(1, first), build(0)], "b0")

    assert found is not None
    (one,) = found.incidents
    assert changes.differences(one, {}) == [
        "killed: 9, not given before",
        "reports: 1, now 3",
        "publishers: 1, now 2",
    ]


def test_what_is_kept_no_more_is_counted_all_the_same() -> None:
    found = changes.since([build(1, row("article", "added", "a"), counts={"article added": 5, "event added": 7})])

    assert found is not None
    assert (found.left_out, found.counts["article added"]) == (4, 5)


@pytest.mark.parametrize(
    ("fields", "grown"),
    [
        ([("killed_best", "5", "8")], True),
        ([("injured_max", "", "8")], True),
        ([("killed_best", "8", "5")], False),
        ([("killed_best", "8", "")], False),
        ([("killed_min", "5", "8")], False),
        ([("events", "5", "8")], False),
    ],
)
def test_which_tolls_grew(fields: list[tuple[str, str, str]], grown: bool) -> None:
    found = changes.since([build(1, row("incident", "changed", "i", *fields))])

    assert found is not None
    assert (len(found.grown), len(found.of("incident", "changed"))) == ((1, 0) if grown else (0, 1))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, ""),
        ({"event added": 3}, ""),
        (
            {"incident changed": 1, "article added": 2, "incident removed": 1200},
            "2 articles added, 1 incident changed, 1,200 incidents removed",
        ),
    ],
)
def test_how_much_changed_in_words(counts: dict[str, int], expected: str) -> None:
    assert changes.counts_in_words(counts) == expected


@pytest.mark.parametrize(
    ("time", "expected"), [("2031-05-01T16:02:11+00:00", "1 May 2031, 16:02 UTC"), ("", "an unknown day")]
)
def test_when_a_build_was_made(time: str, expected: str) -> None:
    assert changes.time_in_words(time) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([("killed_best", "999", "1200"), ("killed_max", "999", "1300")], ["killed: 999, now 1,200"]),
        ([("injured_max", "4", "")], ["injured: 4, not given now"]),
        (
            [("date_start", "2031-05-01", "2031-05-02"), ("date_end", "2031-05-04", "2031-05-02")],
            ["day: 1–4 May 2031, now 2 May 2031"],
        ),
        ([("place_id", "", "goris")], ["place: Goris, not given before"]),
        ([("tellers", "ARM", "ARM; AZE")], ["told by: Armenia, now Armenia and Azerbaijan"]),
        ([("differences", "", "toll: so or so")], ["its reports differ on other things"]),
        ([("killed_min", "1", "2")], ["it is coded differently"]),
        ([("title", "Old", "New")], ["title: Old, now New"]),
    ],
)
def test_what_differs_in_words(fields: list[tuple[str, str, str]], expected: list[str]) -> None:
    called = {"goris": "Goris", "ARM": "Armenia", "AZE": "Azerbaijan"}

    assert changes.differences(row("incident", "changed", "i", *fields), called) == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (row("incident", "changed", "i", ("events", "1", "2")), ""),
        (row("incident", "added", "i"), ""),
        (
            row("incident", "changed", "i", ("killed_best", "1", "2")),
            "its reports are coded differently, or are others",
        ),
        (row("article", "changed", "a", why=["text", "lexicon: places.csv"]), "its text, lexicon: places.csv"),
        (row("article", "changed", "a", why=[]), "not known"),
    ],
)
def test_why_it_changed(one: dict[str, Any], expected: str) -> None:
    assert changes.reasons(one) == expected


def test_what_an_incident_was() -> None:
    was = {"date_start": "2031-05-01", "date_end": "2031-05-01", "countries": ["AZE", "IRN"], "place_id": "goris"}
    one = row("incident", "removed", "i", was=was)

    assert (
        changes.removed(one, {"AZE": "Azerbaijan", "goris": "Goris"}) == "1 May 2031: I, Azerbaijan and IRN, Goris"
    )
    assert changes.removed(row("incident", "removed", "i"), {}) == "date not known: I"


def test_all_changes_as_rows() -> None:
    found = changes.since(
        [build(1, row("article", "added", "a"), row("incident", "changed", "i", ("events", "1", "2")))]
    )

    assert found is not None
    assert changes.rows(found).to_dict("list") == {
        "what": ["article", "incident"],
        "how": ["added", "changed"],
        "id": ["a", "i"],
        "label": ["A", "I"],
        "why": ["its events"] * 2,
        "field": ["", "events"],
        "old": ["", "1"],
        "new": ["", "2"],
    }


def test_the_builds_of_a_store_are_those_up_to_it(tmp_path: Path) -> None:
    store: Store = made(tmp_path / "tables", event("e1"))
    own = store.build["build"]
    later = {"build": "later", "time": ""}
    (tmp_path / "tables" / history.FILE).write_text(json.dumps({"builds": [later, {"build": own, "time": ""}]}))

    assert [one.build for one in changes.builds(store)] == [own]
