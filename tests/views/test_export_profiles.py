"""The columns of other data sets: their names and order, and nothing guessed to fill them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from made_exports import exported

from contactline.tables.store import Store
from contactline.views import export
from contactline.views.export_profiles import POLECAT, UCDP, polecat, ucdp


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return exported(tmp_path_factory.mktemp("t"))


def known(frame: pd.DataFrame, row: int) -> dict[str, Any]:
    return {name: value for name, value in frame.iloc[row].items() if not pd.isna(value)}


def test_polecat(found: Store) -> None:
    frame = polecat(found, export.flat(found, "events"))

    assert tuple(frame.columns) == POLECAT
    assert known(frame, 0) == {
        "Event ID": "a-01",
        "Event Date": pd.Timestamp(2020, 10, 4),
        "Event Type": "ASSAULT",
        "Event Mode": "heavy-weapons",
        "Intensity": 0.0,
        "Quad Code": "MATERIAL CONFLICT",
        "Actor Name": "Iran; Putin",
        "Actor Country": "IRN; RUS",
        "Primary Actor Sector": "person",
        "Actor Sectors": "person; person",
        "Recipient Name": "NKR",
        "Recipient Country": "NKR",
        "Placename": "Shusha",
        "City": "Shusha",
        "Country": "AZE",
        "Latitude": 39.8,
        "Longitude": 46.75,
        "GeoNames ID": 147288,
        "Feature Type": "city",
        "Source": "The <b>Times",
        "Publication Date": pd.Timestamp(2020, 10, 5),
        "Story People": "Iran",
        "Language": "en",
        "Version": "0",
    }
    assert pd.isna(frame["Event Date"][1])  # known to its month


def test_ucdp_of_events(found: Store) -> None:
    frame = ucdp(export.flat(found, "events"))

    assert tuple(frame.columns) == UCDP
    assert known(frame, 0) == {
        "id": "a-01",
        "relid": "i-a-01",
        "year": 2020,
        "side_a": "Iran; Putin",
        "side_b": "NKR",
        "number_of_sources": 1,
        "source_article": "The <b>Times (2020-10-05): =1+1",
        "source_office": "The <b>Times",
        "source_date": pd.Timestamp(2020, 10, 5),
        "source_headline": "=1+1",
        "source_original": "Iran; an eyewitness",
        "where_prec": 1,
        "where_coordinates": "Shusha",
        "where_description": "Shushi",
        "latitude": 39.8,
        "longitude": 46.75,
        "geom_wkt": "POINT (46.75 39.8)",
        "country": "AZE",
        "date_prec": 1,
        "date_start": pd.Timestamp(2020, 10, 4),
        "date_end": pd.Timestamp(2020, 10, 4),
        "deaths_b": 2,
        "best": 2,
        "low": 2,
    }
    assert pd.isna(frame["year"][3])  # in two years


def test_ucdp_of_incidents(found: Store) -> None:
    frame = ucdp(export.flat(found, "incidents"))

    assert tuple(frame.columns) == UCDP
    assert [frame[name][0] for name in ("id", "number_of_sources", "date_prec")] == ["i-a-01", 1, 1]
