"""Flat rows: the columns that others rely on, and cells that harm no program that opens them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import made
import pandas as pd
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from contactline.lexicon import load
from contactline.records import Figure, Toll
from contactline.tables import schemas, store
from contactline.tables.rows import Rows, article_rows, kind, lexicon_rows
from contactline.views import export
from contactline.views.query import Filters

LEXICON = load()

HEADERS = {
    "articles": "article_id,title,publisher,url,published,published_start,published_end,published_precision,"
    "published_basis,published_evidence,copy_of,warnings,text,publisher_country",
    "events": "event_id,article_id,incident_id,type,mode,label,quad,status,date_start,date_end,date_precision,"
    "place,place_id,lat,lon,place_kind,sources,targets,source_countries,target_countries,mediators,attributed_to,killed,"
    "injured,killed_low,killed_high,killed_kind,injured_low,injured_high,injured_kind,captured_low,captured_high,"
    "handed_over_low,handed_over_high,toll_of,toll_as_of,trigger,excerpt,other_excerpts,confidence,pattern_id,"
    "date_basis,source_bases,target_bases,corrected",
    "mentions": "article_id,kind,form,name,id,country,start,end,text,note",
}


@pytest.fixture
def found(tmp_path: Path) -> store.Store:
    """A store of one hand-made article."""
    rows: Rows = {name: [] for name in schemas.SCHEMAS}
    toll = Toll(killed=Figure(2, None, "total"), of=("soldiers", "NKR"), as_of=made.DAY)
    coded = made.coded("a", toll=toll, title='=HYPERLINK("http://x")', publisher="The <b>Times")
    rows |= article_rows(coded, "d", LEXICON)
    lexicon = lexicon_rows(LEXICON)
    rows["places"] = [row for row in lexicon["places"] if row["place_id"] == "stepanakert"]
    rows["actors"] = [row for row in lexicon["actors"] if row["actor_id"] == "azerbaijan"]
    store.write(tmp_path / "t", {name: store.table(name, rows[name]) for name in schemas.SCHEMAS}, {})
    return store.read(tmp_path / "t")


def lines(found: store.Store, what: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(export.render(export.flat(found, what), "csv").decode())))


FILTERS = [
    ({}, 1),
    ({"start": date(2020, 10, 4), "end": date(2020, 10, 4)}, 1),
    ({"start": date(2020, 10, 5)}, 0),
    ({"actors": ("azerbaijan",)}, 1),
    ({"actors": ("AZERBAIJAN",)}, 1),
    ({"actors": ("AZE", "NKR")}, 1),
    ({"actors": ("Azerbaijan",), "role": "source"}, 1),
    ({"actors": ("Azerbaijan",), "role": "target"}, 0),
    ({"actors": ("nkr",), "role": "source"}, 0),
    ({"types": ("assault",)}, 1),
    ({"types": ("ASSAULT-heavy-weapons",), "statuses": ("reported",)}, 1),
    ({"places": ("Khankendi",)}, 1),
    ({"publishers": ("The <b>Times",)}, 1),
    ({"text": "killing TWO"}, 1),
    ({"text": "killing three"}, 0),
    ({"text": '"killing two" -three'}, 1),
    ({"types": ("Material conflict",)}, 1),
    ({"types": ("verbal conflict",)}, 0),
    ({"actors": ("Azerbaijan",), "role": "mediator"}, 0),
    ({"pairs": ("azerbaijan > *",)}, 1),
    ({"pairs": ("*>Azerbaijan",)}, 0),
]


@pytest.mark.parametrize(("asked", "number"), FILTERS)
def test_filters_choose_events_and_what_holds_them(
    found: store.Store, asked: dict[str, object], number: int
) -> None:
    events = export.chosen(found, Filters(**asked), LEXICON)  # type: ignore[arg-type]

    rows = {what: len(export.flat(found, what, events)) for what in ("events", "articles", "mentions")}
    assert rows == {"events": number, "articles": number, "mentions": 3 * number}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"actors": ("Azerbaidjan",)}, "No event has the actor 'Azerbaidjan'. Near to it: Azerbaijan"),
        ({"types": ("WAR",)}, "No event has the type 'WAR'"),
        ({"places": ("Paris",)}, "No event has the place 'Paris'"),
        ({"pairs": ("Azerbaijan",)}, "'Azerbaijan' is no pair. Expected who and to whom, as in Russia>Armenia."),
        ({"pairs": ("Azerbaidjan>*",)}, "No event has the actor 'Azerbaidjan'. Near to it: Azerbaijan"),
    ],
)
def test_a_filter_that_no_event_can_meet_is_named(
    found: store.Store, asked: dict[str, object], message: str
) -> None:
    with pytest.raises(export.ExportError) as error:
        export.chosen(found, Filters(**asked), LEXICON)  # type: ignore[arg-type]

    assert message in str(error.value)


def test_events_as_csv(found: store.Store) -> None:
    header, row = lines(found, "events")

    assert ",".join(header) == HEADERS["events"]
    cells = dict(zip(header, row, strict=True))
    place = found.places.iloc[0]
    assert cells == {
        "event_id": "a-01",
        "article_id": "a",
        "incident_id": "",
        "type": "ASSAULT",
        "mode": "heavy-weapons",
        "label": kind("ASSAULT", "heavy-weapons", LEXICON).label,
        "quad": "material conflict",
        "status": "reported",
        "date_start": "2020-10-04",
        "date_end": "2020-10-04",
        "date_precision": "day",
        "place": "Stepanakert",
        "place_id": "stepanakert",
        "lat": str(place["lat"]),
        "lon": str(place["lon"]),
        "place_kind": place["kind"],
        "sources": "Azerbaijan",
        "targets": "Stepanakert",
        "source_countries": "AZE",
        "target_countries": "NKR",
        "mediators": "",
        "attributed_to": "Azerbaijan;an eyewitness",
        "killed": "2",
        "injured": "",
        "killed_low": "2",
        "killed_high": "",
        "killed_kind": "total",
        "injured_low": "",
        "injured_high": "",
        "injured_kind": "",
        "captured_low": "",
        "captured_high": "",
        "handed_over_low": "",
        "handed_over_high": "",
        "toll_of": "soldiers;NKR",
        "toll_as_of": "2020-10-04",
        "trigger": "shelled",
        "excerpt": "Azerbaijan shelled Stepanakert on Sunday, killing two.",
        "other_excerpts": "'=SUM(1) fled.",
        "confidence": "0.9",
        "pattern_id": "shell-1",
        "date_basis": "article",
        "source_bases": "told",
        "target_bases": "place held",
        "corrected": "",
    }


def test_articles_as_csv(found: store.Store) -> None:
    assert lines(found, "articles") == [
        HEADERS["articles"].split(","),
        [
            "a",
            '\'=HYPERLINK("http://x")',
            "The <b>Times",
            "",
            "2020-10-04",
            "2020-10-04",
            "2020-10-04",
            "day",
            "byline",
            "4 October",
            "",
            "A warning.",
            "Azerbaijan shelled Stepanakert on Sunday,\nkilling two. =SUM(1) fled.\n",
            "",
        ],
    ]


def test_mentions_as_csv(found: store.Store) -> None:
    assert lines(found, "mentions") == [
        HEADERS["mentions"].split(","),
        ["a", "actor", "name", "Azerbaijan", "azerbaijan", "AZE", "0", "10", "Azerbaijan", ""],
        ["a", "place", "name", "Stepanakert", "stepanakert", "AZE", "19", "30", "Stepanakert", "a note"],
        ["a", "date", "date", "2020-10-04", "2020-10-04", "", "34", "40", "Sunday", "article"],
    ]


@pytest.mark.parametrize("what", export.TABLES)
@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "json", "jsonl"])
def test_every_table_in_every_format_has_the_same_columns(found: store.Store, what: str, form: str) -> None:
    frame = export.flat(found, what)
    data = export.render(frame, form)
    readers = {
        "csv": lambda: pd.read_csv(io.BytesIO(data)).columns,
        "xlsx": lambda: [cell.value for cell in next(load_workbook(io.BytesIO(data)).active.iter_rows())],
        "parquet": lambda: pd.read_parquet(io.BytesIO(data)).columns,
        "json": lambda: (json.loads(data) or [dict.fromkeys(export.COLUMNS[what])])[0],
        "jsonl": lambda: json.loads(data.splitlines()[0]) if data else export.COLUMNS[what],
    }

    assert tuple(readers[form]()) == export.COLUMNS[what]


def test_no_cell_of_a_spreadsheet_is_a_formula_and_none_is_changed(found: store.Store) -> None:
    articles = export.flat(found, "articles").assign(publisher="-\x01\uffff5", text="x" * 40_000)
    row = load_workbook(io.BytesIO(export.render(articles, "xlsx"))).active[2]

    assert [cell.data_type for cell in row].count("f") == 0
    assert [cell.value for cell in row][1:3] == ['=HYPERLINK("http://x")', "-5"]
    text = row[articles.columns.get_loc("text")].value
    assert (len(text), text[-8:]) == (32_767, "xx [...]")


def test_lists_have_one_type_in_parquet_whatever_they_hold(found: store.Store) -> None:
    frame = export.flat(found, "events")

    for rows in (frame, frame.iloc[:0]):
        schema = pq.read_schema(io.BytesIO(export.render(rows, "parquet")))
        assert {str(schema.field(name).type) for name in ("sources", "mediators", "other_excerpts")} == {
            "list<element: string>"
        }


def test_days_the_wrong_way_round_are_told(found: store.Store) -> None:
    with pytest.raises(export.ExportError, match="2020-02-01, lies after the last, 2020-01-01"):
        export.chosen(found, Filters(date(2020, 2, 1), date(2020, 1, 1)), LEXICON)


def test_geojson_has_points_and_rows_without_a_place_have_none(found: store.Store) -> None:
    frame = export.flat(found, "events")
    nowhere = frame.assign(lat=float("nan"), lon=float("nan"))

    features = [json.loads(export.render(rows, "geojson"))["features"][0] for rows in (frame, nowhere)]

    assert [f["geometry"] for f in features] == [
        {"type": "Point", "coordinates": [frame["lon"][0], frame["lat"][0]]},
        None,
    ]
    assert features[0]["properties"]["source_countries"] == ["AZE"]
    with pytest.raises(export.ExportError, match="no places"):
        export.render(export.flat(found, "articles"), "geojson")


@pytest.mark.parametrize(
    ("precision", "start"),
    [
        ("day", {"year": "2020", "month": "10", "day": "04"}),
        ("month", {"year": "2020", "month": "10"}),
        ("year", {"year": "2020"}),
    ],
)
def test_a_timeline_shows_no_more_than_is_known(found: store.Store, precision: str, start: dict[str, str]) -> None:
    frame = export.flat(found, "events").assign(date_precision=precision, excerpt="<script>x</script>")

    (slide,) = json.loads(export.render(frame, "timelinejs"))["events"]

    assert (slide["start_date"], slide["text"]["text"], slide["unique_id"]) == (
        start,
        "&lt;script&gt;x&lt;/script&gt;",
        "a-01",
    )


@pytest.mark.parametrize(
    ("precision", "basis", "last", "words"),
    [
        ("day", "clause", "2020-10-04", "4 October 2020"),
        ("day", "article", "2020-10-04", "reported 4 October 2020"),
        ("month", "clause", "2020-10-31", "October 2020, day not known"),
        ("year", "clause", "2020-12-31", "2020, day not known"),
    ],
)
def test_a_timeline_says_its_days_as_the_screen_does(
    found: store.Store, precision: str, basis: str, last: str, words: str
) -> None:
    frame = export.flat(found, "events").assign(date_precision=precision, date_basis=basis, date_end=last)

    (slide,) = json.loads(export.render(frame, "timelinejs"))["events"]

    assert slide["display_date"] == words


def test_a_timeline_s_ids_are_escaped_for_the_page_they_stand_in(found: store.Store) -> None:
    frame = export.flat(found, "events").assign(event_id='"><img src=x>')

    (slide,) = json.loads(export.render(frame, "timelinejs"))["events"]

    assert slide["unique_id"] == "&quot;&gt;&lt;img src=x&gt;"


def test_what_has_no_date_is_on_no_timeline(found: store.Store) -> None:
    frame = export.flat(found, "events").assign(date_start=pd.NaT)

    assert json.loads(export.render(frame, "timelinejs")) == {"events": []}
    with pytest.raises(export.ExportError, match="no dates"):
        export.render(export.flat(found, "mentions"), "timelinejs")
