"""The Whose word page."""

from __future__ import annotations

import json

import pytest
from made_tables import event, made
from made_views import drawn, frames, html, said, specs, view

from contactline.app import whose_word
from contactline.tables.store import Store
from contactline.views.query import Filters

EVENTS = (
    event("e1", "ASSAULT", article_id="baku", incident_id="i1", text="Shells fell on the bridge."),
    event(
        "e2", "ASSAULT", article_id="paris", incident_id="i2", status="claimed", speakers=":ARM", text="It fell."
    ),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(
        tmp_path_factory.mktemp("word") / "tables",
        *EVENTS,
        publishers={"baku": "Mirror", "paris": "Globe"},
        articles={"baku": {"publisher_country": "AZE"}, "paris": {"publisher_country": "FRA"}},
        incidents={"i1": {"tellers": ["AZE"]}, "i2": {"tellers": ["ARM"]}},
    )


def test_numbers_stand_in_the_chart_and_in_a_table(store: Store) -> None:
    app = drawn(whose_word.matrix, view(store))

    assert specs(app)[0].alt == ("Who tells what: Azerbaijan, told as fact 1; France, claims of Armenia’s side 1")
    assert frames(app)[0].to_dict("list") == {
        "Who tells it": ["Azerbaijan", "France"],
        "What is told": ["told as fact", "claims of Armenia’s side"],
        "Incidents": [1, 1],
    }


def test_a_cell_of_the_address_shows_its_sentences(store: Store) -> None:
    app = drawn(whose_word.matrix, view(store), cell=["FRA", "claim:ARM"])  # type: ignore[arg-type]

    assert "France, claims of Armenia’s side: 1 incident" in said(app)
    assert any("It fell." in words for words in html(app))
    assert not any("bridge" in words for words in html(app))


@pytest.mark.parametrize("cell", [["FRA"], ["FRA", "nothing"], ["ITA", "fact"]])
def test_a_cell_that_is_not_there_shows_none(store: Store, cell: list[str]) -> None:
    app = drawn(whose_word.matrix, view(store), cell=cell)  # type: ignore[arg-type]

    assert len(specs(app)) == 1
    assert "Close" not in [button.label for button in app.button]


def test_rows_may_be_publishers(store: Store) -> None:
    app = drawn(whose_word.matrix, view(store))
    app.segmented_control(key="by").set_value("publisher").run()

    assert json.loads(specs(app)[0].spec)["layout"]["yaxis"]["ticktext"] == ["Mirror", "Globe"]


def test_incidents_by_who_tells_them_and_their_sentences(store: Store) -> None:
    app = drawn(whose_word.one_side, view(store), alone="AZE")

    assert specs(app)[0].alt == "Incidents by who tells them: Armenia’s side alone 1; Azerbaijan’s side alone 1"
    assert "Azerbaijan’s side alone: 1 incident" in said(app)
    assert len(app.get("page_link")) == 1  # the incident in a line
    assert any("bridge" in words for words in html(app))


def test_where_no_country_is_known_it_is_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    nowhere = made(tmp_path_factory.mktemp("word") / "tables", event("e1"))

    assert "The country of none of these publishers is known" in said(drawn(whose_word.matrix, view(nowhere)))


def test_nothing_found_is_said(store: Store) -> None:
    app = drawn(whose_word.matrix, view(store, Filters(text="no such words")))

    assert (len(app.info), specs(app)) == (1, [])
