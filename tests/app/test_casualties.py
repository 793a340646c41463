"""The page of tolls, from made-up articles to the sentence behind a mark."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import made_articles
import pytest
from made_tables import event, made
from made_views import drawn, frames, html, said, specs, view
from streamlit.testing.v1 import AppTest

from contactline import pipeline
from contactline.app import casualties
from contactline.tables import store
from contactline.tables.store import Store
from contactline.views.query import Filters


@pytest.fixture(scope="module")
def tolls(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("tolls")
    pipeline.build([made_articles.write(folder / "made.jsonl")], folder / "tables")
    return store.read(folder / "tables")


def page(found: Store, filters: Filters | None = None, **query: str) -> AppTest:
    """The whole page."""

    def draw(ctx: Any) -> None:
        rows = casualties.shown(ctx)
        if len(rows):
            casualties.dead(ctx, rows)
            casualties.captives(ctx, rows)
            casualties.listed(ctx, rows)

    return drawn(draw, view(found, filters), **query)


def panels(app: AppTest) -> list[list[str]]:
    """The titles of the panels of each chart."""
    return [
        [
            a["text"].removeprefix("<b>").removesuffix("</b>")
            for a in json.loads(chart.spec)["layout"]["annotations"]
        ]
        for chart in specs(app)
    ]


def test_totals_incidents_and_captives_have_a_chart_each_by_side_and_group(tolls: Store) -> None:
    app = page(tolls)

    armenian = "Armenia and Nagorno-Karabakh Armenians"
    assert panels(app) == [
        [f"{armenian}: soldiers"],
        [f"{armenian}: civilians", f"{armenian}: soldiers", "Azerbaijan: civilians"],
        [f"Handed over: {armenian}: prisoners", f"Taken: {armenian}: soldiers"],
    ]
    assert [chart.alt.partition(":")[0] for chart in specs(app)] == [
        "Running totals",
        "What incidents cost",
        "Prisoners and bodies",
    ]


def test_the_list_has_every_toll_with_its_bounds_and_whose_word_it_is(tolls: Store) -> None:
    (table,) = frames(page(tolls))

    rows = set(table[["When", "How many", "Of whom", "Counts", "Whose word"]].itertuples(index=False, name=None))
    assert rows == {
        ("2020-12-14", "44", "Armenia: prisoners", "", "third party"),
        ("2020-12-13", "62", "Armenia: soldiers", "", "third party"),
        ("2020-10-11 reported", "at least 376", "Armenia: soldiers", "running total", "third party"),
        ("2020-10-11 reported", "500", "Armenia: soldiers", "running total", "the other side"),
        ("2020-10-06", "223", "Armenia: soldiers", "running total", "the side itself"),
        ("2020-10-05", "“lost dozens”", "Armenia: soldiers", "this incident", "the side itself"),
        ("2020-10-03", "158", "Armenia: soldiers", "running total", "the side itself"),
        (
            "2020-10-01",
            "4",
            "Nagorno-Karabakh Armenians (whom it hit): civilians",
            "this incident",
            "the side itself",
        ),
        ("2020-10-01", "6", "Nagorno-Karabakh Armenians (whom it hit): civilians", "this incident", "third party"),
        ("2020-10-01", "9", "Azerbaijan (whom it hit): civilians", "this incident", "the side itself"),
    }


def test_the_sentence_of_a_mark_stands_under_its_chart(tolls: Store) -> None:
    total = tolls.events.loc[tolls.events["killed"] == 223, "event_id"].iloc[0]

    quoted, listed = [body for body in html(page(tolls, told=total)) if "<blockquote" in body]

    assert "the death toll of Armenian soldiers has risen to 223" in quoted
    assert "44 Armenian prisoners of war" in listed  # the first of the list


def test_a_click_on_a_mark_asks_for_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, str] = {}
    state = {"chart": {"selection": {"points": [{"customdata": "e1"}]}}}
    monkeypatch.setattr("streamlit.session_state", state)
    monkeypatch.setattr("streamlit.query_params", asked)

    casualties.click("chart")
    state["chart"]["selection"]["points"] = []
    casualties.click("chart")

    assert asked == {"told": "e1"}


def test_the_filters_apply_and_what_is_not_drawn_is_counted(tmp_path: Path) -> None:
    untold = {
        f"{what}_{end}": None for what in ("injured", "captured", "handed_over", "held") for end in ("low", "high")
    }
    blank = untold | {"killed": 3, "killed_low": 3, "killed_high": 3, "killed_kind": "increment"}
    found = made(
        tmp_path / "tables",
        event("e1", "ASSAULT", "2031-05-12", **blank),
        event("e2", "ASSAULT", "", **blank),
        event("e3", "ASSAULT", "2031-05-14", status="claimed", **blank),
    )

    assert "1 toll without a day" in said(page(found))
    assert [len(frames(page(found, filters))[0]) for filters in (Filters(), Filters(statuses=("claimed",)))] == [
        3,
        1,
    ]


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(types=("AGREE",)), "None of these events gives a number of people killed, injured, taken"),
        (Filters(text="no such words"), "No event meets the filters"),
    ],
)
def test_where_there_is_no_toll_it_says_why(tolls: Store, filters: Filters, words: str) -> None:
    app = page(tolls, filters)

    assert words in said(app)
    assert (frames(app), specs(app)) == ([], [])


def test_the_injured_are_another_choice(tolls: Store) -> None:
    words = said(page(tolls, toll="Injured"))

    assert "None of these events gives a number of people injured." in words
