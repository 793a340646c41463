"""The page of what changed, and the line of the Overview."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from made_tables import event, made
from made_views import drawn, frames, html, said, view

from contactline.app import changes
from contactline.tables import history
from contactline.tables.store import Store

ADDED = {
    "what": "article",
    "how": "added",
    "id": "a",
    "id_before": "a",
    "label": "News *of* all",
    "why": [],
    "fields": [],
}
GROWN = {
    "what": "incident",
    "how": "changed",
    "id": "i-e1",
    "id_before": "i-e1",
    "label": "Talks",
    "why": ["its events"],
    "fields": [{"field": "killed_best", "old": "2", "new": "5"}, {"field": "events", "old": "1", "new": "2"}],
}
GONE = GROWN | {"how": "removed", "id": "i-old", "id_before": "i-old", "fields": []}


def with_history(folder: Path, *earlier: tuple[str, list[dict[str, Any]]], how: str = history.COMPARED) -> Store:
    """A store of one event whose build and those before it made these changes; each with its id, the newest first."""
    store = made(folder, event("e1", article_id="a"))
    ids = [store.build["build"], *(key for key, _ in earlier)]
    builds = [
        {
            "build": ids[n],
            "time": "2031-05-02T10:00:00+00:00",
            "before": before,
            "time_before": "2031-05-01T09:30:00+00:00",
            "how": how,
            "counts": {f"{one['what']} {one['how']}": 1 for one in rows},
            "rows": rows,
        }
        for n, (before, rows) in enumerate(earlier)
    ]
    builds.append({"build": ids[-1], "time": "", "how": history.FIRST if earlier else how})
    (folder / history.FILE).write_text(json.dumps({"builds": builds}))
    return store


@pytest.mark.parametrize(
    ("how", "expected"),
    [(history.FIRST, "This is the first build"), (history.UNLIKE, "tables cannot be read any more")],
)
def test_a_build_without_one_before_it_says_so(tmp_path: Path, how: str, expected: str) -> None:
    app = drawn(changes.page, view(with_history(tmp_path / "t", how=how)))

    assert expected in said(app)


def test_what_came_grew_and_went(tmp_path: Path) -> None:
    app = drawn(changes.page, view(with_history(tmp_path / "t", ("b0", [ADDED, GROWN, GONE]))))

    words = said(app)
    assert "1 article added, 1 incident changed, 1 incident removed" in words
    for expected in (
        "Tolls that grew",
        "killed: 2, now 5; reports: 1, now 2",
        "date not known: Talks",
        "why: not known",
    ):
        assert expected in words
    links = {one.proto.label.replace("\\", ""): parse_qsl(one.proto.query_string) for one in app.get("page_link")}
    assert [("incident", "i-e1")] in links.values()
    assert links["News *of* all, date not known"] == [("article", "a")]
    assert frames(app)[0]["Column"].tolist() == ["", "killed_best", "events", ""]


def test_nothing_changed(tmp_path: Path) -> None:
    assert "Nothing changed" in said(drawn(changes.page, view(with_history(tmp_path / "t", ("b0", [])))))


def test_a_large_collection_says_what_was_compared(tmp_path: Path) -> None:
    store = with_history(tmp_path / "t", ("b0", [ADDED]), how=history.MANY)

    assert "compared by their articles alone" in said(drawn(changes.page, view(store)))


def test_an_earlier_build_of_the_address(tmp_path: Path) -> None:
    store = with_history(tmp_path / "t", ("b1", [GROWN]), ("b0", [ADDED]))

    app = drawn(changes.page, view(store), since="b0")
    assert "1 article added, 1 incident changed" in said(app)
    app.selectbox[0].select("b1").run()
    assert app.query_params["since"] == "b1"
    assert "article added" not in said(app)


def test_a_build_that_is_kept_no_more_is_told(tmp_path: Path) -> None:
    app = drawn(changes.page, view(with_history(tmp_path / "t", ("b0", [ADDED]))), since="gone")

    assert [one.value for one in app.warning] == [
        "The build that this address names is not among those kept here. The one before the last is shown."
    ]
    assert "1 article added" in said(app)


def test_the_line_of_the_overview_and_those_since_each_earlier_build(tmp_path: Path) -> None:
    store = with_history(tmp_path / "t", ("b1", [GROWN]), ("b0", [ADDED]))

    links = [one.proto for one in drawn(changes.line, view(store)).get("page_link")]

    assert [(one.label.replace("\\", ""), one.query_string) for one in links] == [
        ("Since the build before, of 1 May 2031, 09:30 UTC: 1 incident changed", ""),
        ("Since your last visit: 1 incident changed", "since=b1"),
        ("Since your last visit: 1 article added, 1 incident changed", "since=b0"),
        (
            "Your last visit was before the builds that are kept here: see what changed since the oldest of them",
            "since=b0",
        ),
    ]


def test_after_the_first_build_the_overview_has_no_line(tmp_path: Path) -> None:
    assert len(drawn(changes.line, view(with_history(tmp_path / "t", how=history.FIRST))).get("page_link")) == 0


def test_the_browser_is_told_which_build_is_shown(tmp_path: Path) -> None:
    store = with_history(tmp_path / "t", ("b0", [ADDED]))

    (sign,) = html(drawn(changes.sign, store))

    assert sign == f'<span data-build="{store.build["build"]}" data-kept="b0"></span>'
