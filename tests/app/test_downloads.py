"""What is offered at a chart: files whose names say the filter, pictures, and the line to cite them by."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from made_tables import event, made
from made_views import drawn, view

from contactline.app import downloads
from contactline.app.context import Context
from contactline.views import export_charts
from contactline.views.query import Filters


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    store = made(
        tmp_path_factory.mktemp("offer") / "tables", event("e", "CONSULT", "2031-05-12", sources="iran:IRN")
    )
    return view(store, Filters(start=date(2031, 5, 1), end=date(2031, 5, 31), actors=("IRN",)))


def rows() -> pd.DataFrame:
    return export_charts.ranking(["ARM"], ["Armenia"], [7])


def test_a_chart_offers_its_rows_its_picture_and_a_citation(ctx: Context) -> None:
    app = drawn(downloads.control, ctx, "made", "What events", rows, downloads.SHEETS, "top_made")

    assert [button.label for button in app.get("download_button")] == ["CSV", "Excel"]
    pictures, cited = (str(element.proto.body) for element in app.get("html"))
    assert 'data-picture="svg" data-chart="top_made" data-name="contactline_what-events_2031-05-01' in pictures
    assert "_iran" in pictures
    assert cited.startswith('<div class="contactline-cite">Contact Line ')


def test_a_table_offers_no_picture(ctx: Context) -> None:
    app = drawn(downloads.control, ctx, "made", "events", rows, downloads.PLACED)

    assert [button.label for button in app.get("download_button")] == ["CSV", "Excel", "GeoJSON"]
    assert ["data-picture" in element.proto.body for element in app.get("html")] == [False]


def test_words_of_a_filter_are_no_markup_in_what_the_browser_takes(tmp_path: Path) -> None:
    store = made(tmp_path / "tables", event("e", text='A "<img src=x>" was shown.'))
    here = view(store, Filters(text='"<img src=x>"'))

    app = drawn(downloads.control, here, "made", "what", rows, downloads.SHEETS, "chart")

    bodies = [element.proto.body for element in app.get("html")]
    assert ["&lt;img" in body for body in bodies] == [True, True]
    assert not any("<img" in body for body in bodies)


def test_a_csv_has_the_mark_by_which_excel_knows_it(ctx: Context) -> None:
    assert downloads.rendered(ctx, rows, "csv") == b"\xef\xbb\xbfkey,name,number\nARM,Armenia,7\n"
