"""Rows of exports: lists that keep step, numbers for how exact a day and a place are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from made_exports import exported
from made_tables import event, made

from contactline.tables.store import Store
from contactline.views import export


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return exported(tmp_path_factory.mktemp("t"))


def first(store: Store, what: str, *columns: str) -> dict[str, Any]:
    frame = export.flat(store, what)
    row = dict(frame.iloc[0][list(columns)])
    return {
        name: None if pd.api.types.is_scalar(value) and pd.isna(value) else value for name, value in row.items()
    }


def test_each_party_has_an_entry_in_all_lists(found: Store) -> None:
    columns = [f"source_{name}" for name in ("ids", "countries", "kinds", "bases")]

    assert first(found, "events", "sources", *columns, "targets", "target_ids", "target_countries") == {
        "sources": ["Iran", "Putin"],
        "source_ids": ["iran", "putin"],
        "source_countries": ["IRN", "RUS"],
        "source_kinds": ["person", "person"],
        "source_bases": ["told", "told"],
        "targets": ["NKR"],
        "target_ids": [None],
        "target_countries": ["NKR"],
    }
    assert first(found, "events", "attributed_to", "attributed_to_ids") == {
        "attributed_to": ["Iran", "an eyewitness"],
        "attributed_to_ids": ["iran", None],
    }


def test_an_event_has_its_article_and_its_place(found: Store) -> None:
    columns = ("publisher", "published", "url", "place", "place_other", "geonames_id", "where_prec", "date_prec")

    assert first(found, "events", *columns) == {
        "publisher": "The <b>Times",
        "published": pd.Timestamp(2020, 10, 5),
        "url": "https://example.org/a?x=1&y=2",
        "place": "Shusha",
        "place_other": "Shushi",
        "geonames_id": 147288,
        "where_prec": 1,
        "date_prec": 1,
    }


@pytest.mark.parametrize(
    ("days", "number"),
    [
        ("2020-10-04", 1),
        ("2020-10-04..2020-10-09", 2),
        ("2020-10-04..2020-10-10", 3),
        ("2020-10-01..2020-10-31", 4),
        ("2020-01-01..2020-12-31", 5),
        ("2019-01-01..2020-12-31", None),
        ("", None),
    ],
)
def test_the_number_for_a_span_of_days(tmp_path: Path, days: str, number: int | None) -> None:
    prec = export.flat(made(tmp_path / "t", event("a-01", days=days)), "events")["date_prec"][0]

    assert (None if pd.isna(prec) else prec) == number


@pytest.mark.parametrize(
    ("extent", "kind", "radius", "number"),
    [
        ("point", "village", 2, 1),
        ("point", "city", 12, 1),
        ("point", "village", 20, 2),
        ("point", "village", 30, 3),
        ("area", "district", 20, 3),
        ("area", "region", 60, 4),
        ("line", "river", 60, 5),
        ("area", "country", 200, 6),
        (None, None, None, None),
    ],
)
def test_the_number_for_a_place(extent: str | None, kind: str | None, radius: float | None, number: int) -> None:
    columns = (pd.Series([value]) for value in (extent, kind, radius))
    (prec,) = export.export_rows.where_prec(*columns)

    assert (None if pd.isna(prec) else prec) == number


def test_an_incident_has_the_sentence_of_a_report(found: Store) -> None:
    columns = ("excerpt", "publisher", "statuses", "event_ids", "article_ids")

    assert first(found, "incidents", *columns) == {
        "excerpt": "- Guns fell silent in town; then =SUM(1) fell.",
        "publisher": "The <b>Times",
        "statuses": ["claimed"],
        "event_ids": ["a-01"],
        "article_ids": ["a"],
    }


def test_pairs_of_an_event_weigh_one_together(found: Store) -> None:
    rows = export.flat(found, "dyads")[["event_id", "roles", "source", "target", "target_id", "weight"]]

    assert rows.astype(object).where(rows.notna(), None).to_numpy().tolist() == [
        ["a-01", "source-target", "Iran", "NKR", None, 0.5],
        ["a-01", "source-target", "Putin", "NKR", None, 0.5],
        ["a-02", "source-target", "Putin", "Iran", "iran", 1.0],
    ]


def test_tolls_tell_whom_they_count(found: Store) -> None:
    assert first(found, "tolls", "event_id", "what", "number", "high", "side", "group", "words") == {
        "event_id": "a-01",
        "what": "killed",
        "number": 2,
        "high": None,
        "side": ["NKR"],
        "group": ["soldiers"],
        "words": "two",
    }


def test_sentences_actors_and_places_count_what_is_asked_for(found: Store) -> None:
    asked = ["a-01", "a-02"]
    actors = export.flat(found, "actors", asked)[["actor_id", "events", "articles"]]
    places = export.flat(found, "places", asked)[["place_id", "events"]]

    assert actors.to_numpy().tolist() == [["iran", 2, 1], ["putin", 2, 1]]
    assert places.to_numpy().tolist() == [["shusha", 1]]
    assert export.flat(found, "sentences", asked)["event_ids"].to_list() == [["a-01"], ["a-02"]]


@pytest.mark.parametrize("what", export.TABLES)
def test_nothing_is_null_and_never_an_empty_text(found: Store, what: str) -> None:
    frame = export.flat(found, what)

    assert [
        name for name in frame.columns if frame[name].map(lambda value: isinstance(value, str) and not value).any()
    ] == []
