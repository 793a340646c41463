"""TimelineJS: what the slides say, and that they say no more than is known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from made_exports import exported

from contactline.views import export
from contactline.views.export_files import About


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    return export.flat(exported(tmp_path_factory.mktemp("t")), "events")


def told(frame: pd.DataFrame, filters: str = "") -> dict[str, Any]:
    return json.loads(export.render(frame, "timelinejs", About(filters)))


def test_a_claim_is_told_as_one_with_who_tells_it(frame: pd.DataFrame) -> None:
    slide = told(frame)["events"][0]

    assert slide == {
        "start_date": {"year": "2020", "month": "10", "day": "04"},
        "display_date": "4 Oct 2020",
        "text": {
            "headline": "Attack or fighting · Shusha / Shushi (claimed by one side)",
            "text": "<p>“- Guns fell silent in town; then =SUM(1) fell.”</p>"
            "<p>claimed by one side · The &lt;b&gt;Times · 5 Oct 2020</p>"
            '<p><a href="https://example.org/a?x=1&amp;y=2">The article</a></p>',
        },
        "group": "material conflict",
        "unique_id": "a-01",
    }


def test_the_first_slide_counts_what_has_no_date(frame: pd.DataFrame) -> None:
    text = told(frame, "4 events <3")["title"]["text"]["text"]

    assert text == (
        "<p>4 events &lt;3</p><p>3 of 4 are shown. Without a date, and so not shown: 1. "
        "Claims are those of their speakers: each slide says how an event is reported, and by whom.</p>"
    )


def test_only_an_address_of_the_web_is_a_link(frame: pd.DataFrame) -> None:
    assert ["<a " in slide["text"]["text"] for slide in told(frame)["events"]] == [True, True, False]


def test_incidents_have_text(tmp_path: Path) -> None:
    (slide, *_) = told(export.flat(exported(tmp_path / "t"), "incidents"))["events"]

    assert slide["text"]["text"] == (
        "<p>“- Guns fell silent in town; then =SUM(1) fell.”</p>"
        "<p>claimed by one side · The &lt;b&gt;Times · 5 Oct 2020 · publishers: 1</p>"
    )


@pytest.mark.parametrize(
    ("precision", "basis", "last", "start", "words"),
    [
        ("day", "clause", "2020-10-04", {"year": "2020", "month": "10", "day": "04"}, "4 Oct 2020"),
        ("day", "article", "2020-10-04", {"year": "2020", "month": "10", "day": "04"}, "reported 4 Oct 2020"),
        ("month", "clause", "2020-10-31", {"year": "2020", "month": "10"}, "Oct 2020, day not known"),
        ("year", "clause", "2020-12-31", {"year": "2020"}, "2020, day not known"),
    ],
)
def test_a_slide_shows_no_more_than_is_known(
    frame: pd.DataFrame, precision: str, basis: str, last: str, start: dict[str, str], words: str
) -> None:
    changed = frame.iloc[:1].assign(date_precision=precision, date_basis=basis, date_end=pd.Timestamp(last))

    (slide,) = told(changed)["events"]

    assert (slide["start_date"], slide["display_date"]) == (start, words)


def test_ids_are_escaped_for_the_page_they_stand_in(frame: pd.DataFrame) -> None:
    slide = told(frame.assign(event_id='"><img src=x>'))["events"][0]

    assert slide["unique_id"] == "&quot;&gt;&lt;img src=x&gt;"
