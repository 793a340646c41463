"""What charts draw, as rows: every one has the columns of the codebook, and the numbers of the screen."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from made_tables import event, made
from made_views import LEXICON

from contactline.views import actor_query, codebook, counting, export, export_charts, held, labels, map_query
from contactline.views.export_files import About
from contactline.views.query import EventIndex, Mask

TALKS = {"sources": "iran:IRN", "targets": "putin:RUS"}
KINDS = {"CONSULT": "Talks", "ASSAULT": "Attack or fighting"}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> EventIndex:
    events = (
        event("e1", "CONSULT", "2031-05-12", **TALKS, place_id="goris"),
        event("e2", "CONSULT", "2031-05-12", **TALKS),
        event("e3", "ASSAULT", "", sources="iran:IRN"),
    )
    return EventIndex.build(made(tmp_path_factory.mktemp("charts") / "tables", *events), LEXICON)


@pytest.fixture
def every(index: EventIndex) -> Mask:
    return np.ones(len(index.events), bool)


def test_time_has_a_row_for_each_span_and_kind_the_undated_last(index: EventIndex, every: Mask) -> None:
    found = export_charts.timeline(counting.rows(index, every, "events"), KINDS)

    assert tuple(found) == codebook.names("timeline")
    days = [str(day)[:10] for day in found["first_day"]]
    assert list(zip(days, found["label"], found["number"], strict=True)) == [
        ("2031-05-12", "Talks", 2),
        ("NaT", "Attack or fighting", 1),
    ]


def test_bars_stand_as_they_are_drawn() -> None:
    found = export_charts.ranking(["ARM", "AZE"], ["Armenia", "Azerbaijan"], [7, 3])

    assert found.to_dict("list") == {"key": ["ARM", "AZE"], "name": ["Armenia", "Azerbaijan"], "number": [7, 3]}


def test_a_place_has_its_numbers_by_class(index: EventIndex, every: Mask) -> None:
    places = map_query.places(index, every)
    (row,) = export_charts.places(places[places["number"] > 0]).to_dict("records")

    assert (row["place_id"], row["name"], row["number"], row["verbal_cooperation"]) == ("goris", "Goris", 1, 1)


def test_who_held_what_has_its_sources() -> None:
    found = export_charts.held(held.holders(LEXICON, date(2020, 9, 27), date(2020, 10, 1)))

    assert tuple(found) == codebook.names("held")
    known = found.set_index("place_id").loc["aghdam"]
    assert "Nagorno-Karabakh Armenians" in known["who"]
    assert "Aghdam" in known["sources"]


def test_actors_pairs_and_one_actor_s_course(index: EventIndex, every: Mask) -> None:
    cast = actor_query.Cast.build(index)
    table = actor_query.frequency(cast, every, set(index.store.articles["article_id"]), frozenset())
    acts = export_charts.frequency(table).set_index("name")["acts_verbal_cooperation"]
    pairs = export_charts.pairs(actor_query.pairs(cast, every, frozenset()), cast.tree["name"].to_dict())
    course = export_charts.course(actor_query.course(cast, index.events, "RUS"))

    assert acts[labels.side("IRN", LEXICON)] == 2
    assert pairs[["source_key", "source", "target", "quad", "number"]].to_numpy().tolist() == [
        ["IRN", "Iran", "Russia", "verbal cooperation", 2]
    ]
    assert course[["role", "number"]].to_numpy().tolist() == [["target", 2]]


@pytest.mark.parametrize("what", codebook.charts())
def test_every_column_of_a_chart_s_rows_has_a_meaning(what: str) -> None:
    for column in codebook.columns(what):
        assert column.means[-1:] == ".", column.name


def test_a_sheet_says_what_was_asked_for_what_its_columns_mean_and_how_to_cite_it() -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    rows = export_charts.ranking(["ARM"], ["Armenia"], [7])
    book = load_workbook(
        BytesIO(export.render(rows, "xlsx", About("7 events", cited="Contact Line, day and build")))
    )

    told = [cell.value for sheet in book for row in sheet for cell in row]
    assert {"7 events", "Contact Line, day and build", "What it is called on the screen."} <= set(told)


def test_who_tells_what_has_keys_and_words() -> None:
    found = pd.DataFrame({"teller": ["", "AZE"], "told": ["fact", "claim:AZE"], "number": [3, 1]})
    tellers, told = {"": "country not known", "AZE": "Azerbaijan"}, {"fact": "told as fact", "claim:AZE": "claims"}

    rows = export_charts.whose_word(found, tellers, told)

    assert [["" if pd.isna(cell) else cell for cell in row] for row in rows.itertuples(index=False)] == [
        ["", "country not known", "fact", "told as fact", 3],
        ["AZE", "Azerbaijan", "claim:AZE", "claims", 1],
    ]


def test_what_one_side_tells_alone() -> None:
    rows = export_charts.told_alone(["ARM+"], ["Armenia and others"], [2])

    assert rows.to_dict("list") == {"told_by": ["ARM+"], "name": ["Armenia and others"], "number": [2]}


def test_two_sides_have_their_names_in_each_row() -> None:
    table = pd.DataFrame(
        {"what": ["type"], "key": ["AID"], "name": ["Aid"], "a": [1], "b": [3], "a_each": [0.5], "b_each": [1.0]}
    )

    assert export_charts.compare(table, "Spring", "Autumn").to_dict("records") == [
        {
            "what": "type",
            "key": "AID",
            "name": "Aid",
            "first_side": "Spring",
            "first": 1,
            "first_per_article": 0.5,
            "second_side": "Autumn",
            "second": 3,
            "second_per_article": 1.0,
        }
    ]


def test_what_changed_has_null_for_what_was_not_there() -> None:
    columns = codebook.names("changes")
    rows = pd.DataFrame([["article", "added", "a", "", "the articles", "", "", ""]], columns=list(columns))

    found = export_charts.changes(rows)

    assert found.iloc[0].dropna().to_dict() == {
        "what": "article",
        "how": "added",
        "id": "a",
        "why": "the articles",
    }
