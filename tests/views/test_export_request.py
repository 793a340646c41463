"""Exports asked for by name: what suits what, the file's name, and that files hold what the screen counts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from frictionless import Package
from made_exports import exported
from made_views import many

from contactline import intake
from contactline.lexicon import load
from contactline.quality import evaluate
from contactline.tables.store import Store
from contactline.views import codebook, export
from contactline.views.export_request import Request, described, make
from contactline.views.query import EventIndex, Filters, names, shown

LEXICON = load()


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return exported(tmp_path_factory.mktemp("t"))


@pytest.mark.parametrize(
    ("request_", "name"),
    [
        (Request(), "contactline.csv"),
        (Request("incidents", "xlsx"), "contactline_incidents.xlsx"),
        (Request(form="gexf"), "contactline_dyads.gexf"),
        (Request(profile="ucdp", form="parquet"), "contactline_ucdp.parquet"),
        (Request("events", "annotated"), "contactline_articles.annotated.jsonl"),
        (
            Request(filters=Filters(date(2020, 9, 27), date(2020, 10, 10), actors=("Putin",))),
            "contactline_2020-09-27_2020-10-10_putin.csv",
        ),
        (
            Request(filters=Filters(start=date(2020, 9, 27), background=False, text="Héavy /fire")),
            "contactline_from-2020-09-27_heavy-fire_no-background.csv",
        ),
        (Request(filters=Filters(pairs=("putin>*",))), "contactline_putin-to.csv"),
    ],
)
def test_a_file_s_name_says_what_was_asked_for(found: Store, request_: Request, name: str) -> None:
    assert make(found, request_, LEXICON).name == name


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (Request("places", profile="ucdp"), "The profile ucdp is for events and incidents, not for places."),
        (Request(form="geojson", profile="polecat"), "A profile is for tables, and geojson is none."),
        (Request("tolls", "annotated"), "annotated is for articles with their events."),
        (Request("articles", "gexf"), "These rows are not pairs: gexf is for dyads."),
    ],
)
def test_what_does_not_suit_is_said(found: Store, request_: Request, message: str) -> None:
    with pytest.raises(export.ExportError) as error:
        make(found, request_, LEXICON)

    assert str(error.value) == message


@pytest.mark.parametrize("what", export.TABLES)
def test_frictionless_finds_each_export_as_it_is_described(found: Store, tmp_path: Path, what: str) -> None:
    request = Request(what, bom=what == "events")
    made = make(found, request, LEXICON)
    (tmp_path / made.name).write_bytes(made.data)
    told = codebook.package(described(request, made, made.name), found.build)
    (tmp_path / "datapackage.json").write_text(told, encoding="utf-8")

    report = Package(str(tmp_path / "datapackage.json")).validate()

    assert report.flatten(["type", "note", "fieldName"]) == []
    assert report.tasks[0].stats["rows"] == made.rows


FILTERS = [
    Filters(),
    Filters(start=date(2031, 5, 12)),
    Filters(end=date(2031, 5, 14)),
    Filters(date(2031, 5, 12), date(2031, 5, 14)),
    Filters(date(2031, 5, 12), date(2031, 5, 14), undated=True),
    Filters(date(2031, 7, 1), date(2031, 7, 31), actors=("IRN",)),
    Filters(actors=("putin",)),
    Filters(actors=("putin", "aliyev"), role="source"),
    Filters(actors=("RUS",), role="target"),
    Filters(actors=("RUS",), unlisted=False),
    Filters(actors=("IRN",), completed=False),
    Filters(types=("ASSAULT",)),
    Filters(types=("ASSAULT-heavy-weapons", "AID")),
    Filters(types=("verbal cooperation",)),
    Filters(places=("goris",)),
    Filters(statuses=("claimed",)),
    Filters(background=False),
    Filters(precision="day"),
    Filters(precision="none"),
    Filters(reported=False),
    Filters(text="they met"),
    Filters(pairs=("IRN>RUS",)),
]


def test_files_hold_what_the_screen_counts(tmp_path: Path) -> None:
    store = many(tmp_path / "t")
    index = EventIndex.build(store, LEXICON)
    called = names(store, LEXICON)
    for filters in FILTERS:
        mask = index.select(filters)
        screen = shown(index, mask, filters, called)
        chosen = export.choose(store, filters, LEXICON).events
        files = {what: export.flat(store, what, chosen) for what in ("events", "incidents", "articles")}
        rows = {what: export.render(frame, "jsonl").count(b"\n") for what, frame in files.items()}
        assert rows == {
            "events": screen.events,
            "incidents": screen.incidents,
            "articles": screen.articles,
        }, filters
        mapped = json.loads(export.render(files["events"], "geojson"))
        assert len(mapped["features"]) + mapped["contactline"]["without_place"]["count"] == screen.events


def test_evaluate_reads_what_is_annotated(found: Store, tmp_path: Path) -> None:
    made = make(found, Request(form="annotated", filters=Filters(types=("ASSAULT", "CONSULT"))), LEXICON)
    (tmp_path / made.name).write_bytes(made.data)

    gold = evaluate.read_gold(tmp_path / made.name)

    assert [one.article.article_id for one in gold] == ["a", "b"]
    assert [(e["type"], e["optional"]) for one in gold for e in one.facts["events"]] == [
        ("ASSAULT", False),
        ("CONSULT", False),
        ("CONSULT", False),
        ("AID", True),
    ]


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "json", "jsonl"])
def test_another_build_reads_the_articles(found: Store, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"articles.{form}"
    path.write_bytes(make(found, Request("articles", form), LEXICON).data)

    notes: list[str] = []

    read = {a.article_id: a for a in intake.read([path], options=intake.Options(note=notes.append))}

    assert {key: (a.body.strip("'"), a.url, a.published) for key, a in read.items()} == {
        row.article_id: (
            row.text,
            row.url,
            None if row.published is None or row.published != row.published else row.published.date(),
        )
        for row in found.articles.itertuples()
    }
    assert notes == []
