"""Flat rows: the columns that others rely on, and cells that harm no program that opens them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import made
import pandas as pd
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
    "published_basis,published_evidence,copy_of,warnings,text,publisher_country,author,language,event_ids,published_likeliest",
    "events": "event_id,article_id,incident_id,type,mode,label,quad,status,date_start,date_end,date_precision,"
    "place,place_id,lat,lon,place_kind,sources,targets,source_countries,target_countries,mediators,attributed_to,killed,"
    "injured,killed_low,killed_high,killed_kind,injured_low,injured_high,injured_kind,captured_low,captured_high,"
    "handed_over_low,handed_over_high,held_low,held_high,toll_of,toll_as_of,trigger,excerpt,other_excerpts,confidence,pattern_id,"
    "date_basis,source_bases,target_bases,corrected,source_ids,source_kinds,target_ids,target_kinds,mediator_ids,"
    "mediator_countries,mediator_kinds,mediator_bases,attributed_to_ids,publisher,published,title,url,score,sentence,"
    "start,end,date_text,date_prec,place_other,place_country,place_basis,extent,radius_km,geonames_id,where_prec,"
    "toll_text",
    "mentions": "article_id,kind,form,name,id,country,start,end,text,note,sentence",
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
        (
            {"pairs": ("Azerbaijan",)},
            "'Azerbaijan' is not a pair. Expected who and to whom, as in Russia>Armenia.",
        ),
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
        "held_low": "",
        "held_high": "",
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
        "source_ids": "azerbaijan",
        "source_kinds": "government",
        "target_ids": "",
        "target_kinds": "",
        "mediator_ids": "",
        "mediator_countries": "",
        "mediator_kinds": "",
        "mediator_bases": "",
        "attributed_to_ids": "azerbaijan;",
        "publisher": "The <b>Times",
        "published": "2020-10-04",
        "title": '\'=HYPERLINK("http://x")',
        "url": "",
        "score": "",
        "sentence": "0",
        "start": "11",
        "end": "18",
        "date_text": "Sunday",
        "date_prec": "1",
        "place_other": "Khankendi",
        "place_country": "AZE",
        "place_basis": "clause",
        "extent": "point",
        "radius_km": str(place["radius_km"]),
        "geonames_id": "146970",
        "where_prec": "1",
        "toll_text": "two",
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
            "",
            "en",
            "a-01",
            "",
        ],
    ]


def test_mentions_as_csv(found: store.Store) -> None:
    assert lines(found, "mentions") == [
        HEADERS["mentions"].split(","),
        ["a", "actor", "name", "Azerbaijan", "azerbaijan", "AZE", "0", "10", "Azerbaijan", "", "0"],
        ["a", "place", "name", "Stepanakert", "stepanakert", "AZE", "19", "30", "Stepanakert", "a note", "0"],
        ["a", "date", "date", "2020-10-04", "2020-10-04", "", "34", "40", "Sunday", "article", "0"],
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


def test_days_the_wrong_way_round_are_told(found: store.Store) -> None:
    with pytest.raises(export.ExportError, match="2020-02-01, lies after the last, 2020-01-01"):
        export.chosen(found, Filters(date(2020, 2, 1), date(2020, 1, 1)), LEXICON)
