"""Flat rows of the stored tables for other programs: spreadsheets, maps, timelines.

Column names and their order are a promise to other programs. Article text is not trusted: no cell of
a spreadsheet is taken for a formula, and what TimelineJS shows as markup is escaped.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from rapidfuzz import fuzz, process

from contactline.cells import no_formula
from contactline.lexicon import Lexicon
from contactline.tables.store import Store
from contactline.views import escape, labels
from contactline.views.query import ANYONE, EventIndex, Filters

FORMATS = ("csv", "xlsx", "parquet", "json", "jsonl", "geojson", "timelinejs")
TABLES = ("events", "articles", "mentions", "incidents", "corrections")

COLUMNS: dict[str, tuple[str, ...]] = {
    "articles": (
        "article_id",
        "title",
        "publisher",
        "url",
        "published",
        "published_start",
        "published_end",
        "published_precision",
        "published_basis",
        "published_evidence",
        "copy_of",
        "warnings",
        "text",
        "publisher_country",
    ),
    "events": (
        "event_id",
        "article_id",
        "incident_id",
        "type",
        "mode",
        "label",
        "quad",
        "status",
        "date_start",
        "date_end",
        "date_precision",
        "place",
        "place_id",
        "lat",
        "lon",
        "place_kind",
        "sources",
        "targets",
        "source_countries",
        "target_countries",
        "mediators",
        "attributed_to",
        "killed",
        "injured",
        "killed_low",
        "killed_high",
        "killed_kind",
        "injured_low",
        "injured_high",
        "injured_kind",
        "captured_low",
        "captured_high",
        "handed_over_low",
        "handed_over_high",
        "toll_of",
        "toll_as_of",
        "trigger",
        "excerpt",
        "other_excerpts",
        "confidence",
        "pattern_id",
        "date_basis",
        "source_bases",
        "target_bases",
        "corrected",
    ),
    "mentions": ("article_id", "kind", "form", "name", "id", "country", "start", "end", "text", "note"),
    "incidents": (
        "incident_id",
        "type",
        "mode",
        "label",
        "date_start",
        "date_end",
        "date_precision",
        "place",
        "place_id",
        "lat",
        "lon",
        "place_kind",
        "countries",
        "articles",
        "events",
        "publishers",
        "killed_min",
        "killed_max",
        "injured_min",
        "injured_max",
        "differences",
        "linked_by",
        "part_of",
        "killed_best",
        "injured_best",
        "captured_min",
        "captured_best",
        "captured_max",
        "told_by",
        "tellers",
        "claimed_by",
        "denied_by",
        "corrected",
    ),
    "corrections": ("when", "what", "field", "value", "why", "fingerprint", "state", "article_id", "event_id"),
}

_LISTS = frozenset(
    {"sources", "targets", "source_countries", "target_countries", "mediators", "attributed_to", "other_excerpts"}
    | {"source_bases", "target_bases"}
    | {"warnings", "countries", "differences", "linked_by", "corrected"}
)
_LONGEST_CELL = 32_767  # characters that a spreadsheet's cell holds
_CUT_OFF = " [...]"
_UNKNOWN_TO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_JOINED = {"other_excerpts": " || "}


class ExportError(ValueError):
    """A format that does not suit the rows, or a filter that no row can meet."""


def flat(store: Store, what: str, events: Iterable[str] | None = None) -> pd.DataFrame:
    """The rows of ``what`` (of ``TABLES``) with the columns of ``COLUMNS``; lists stay lists, unknown is null.

    ``events``: ids of the events that are asked for (None: all rows); with them go the incidents and articles that
    hold one of them, and those articles' mentions.
    """
    build = {
        "events": _events,
        "articles": _articles,
        "mentions": _mentions,
        "incidents": _incidents,
        "corrections": _corrections,
    }[what]
    frame = build(store)
    if events is not None:
        wanted = store.events[store.events["event_id"].isin(list(events))]
        key = {"events": "event_id", "incidents": "incident_id"}.get(what, "article_id")
        frame = frame[frame[key].isin(wanted[key])]
    return frame[list(COLUMNS[what])].reset_index(drop=True)


def chosen(store: Store, filters: Filters, lexicon: Lexicon) -> list[str]:
    """The ids of the events that the filters ask for, as on the dashboard.

    ``actors`` and ``places`` may be names here, too; a state's name means all that acts for it. Raises
    ExportError for a word that no row has, naming near ones, and for days the wrong way round.
    """
    if filters.start and filters.end and filters.start > filters.end:
        raise ExportError(f"The first day, {filters.start}, lies after the last, {filters.end}.")
    states = store.actors[store.actors["part"] == "state"]
    actors = {
        **_by_name(store.actors, "actor_id"),
        **{word: code for column in ("name", "actor_id") for code, word in _pairs(states, "country", column)},
        **{code: code for code in store.event_actors["country"].unique()},
    }
    with_mode = store.events[store.events["mode"] != ""]
    kinds = with_mode["type"] + "-" + with_mode["mode"]
    filters = replace(
        filters,
        actors=tuple(_known(value, actors, "actor") for value in filters.actors),
        places=tuple(_known(value, _by_name(store.places, "place_id"), "place") for value in filters.places),
        pairs=tuple(_pair(value, actors) for value in filters.pairs),
        types=tuple(
            _known(v, {k: k for k in (*store.events["type"], *kinds, *labels.QUADS)}, "type")
            for v in filters.types
        ),
        statuses=tuple(_known(v, {s: s for s in store.events["status"]}, "status") for v in filters.statuses),
        publishers=tuple(
            _known(v, {p: p for p in store.articles["publisher"]}, "publisher") for v in filters.publishers
        ),
    )
    index = EventIndex.build(store, lexicon)
    return list(index.events.loc[index.select(filters), "event_id"])


def _pair(value: str, actors: Mapping[str, str]) -> str:
    """Who to whom by names or ids, as the keys of a pair."""
    ends = [end.strip() for end in value.split(">")]
    if len(ends) != 2:
        raise ExportError(f"{value!r} is no pair. Expected who and to whom, as in Russia>Armenia.")
    return ">".join(end if end == ANYONE else _known(end, actors, "actor") for end in ends)


def _by_name(table: pd.DataFrame, key: str) -> dict[str, str]:
    """Ids and names of a table's rows, each to the id."""
    names = {
        name: id_
        for column in ("name_other", "name")
        if column in table
        for id_, name in _pairs(table, key, column)
    }
    return {**names, **{id_: id_ for id_ in table[key]}}


def _pairs(table: pd.DataFrame, key: str, column: str) -> Iterable[tuple[str, str]]:
    return zip(table[key], table[column], strict=True)


def _known(value: str, known: Mapping[str, str], what: str) -> str:
    """The id for a word that a user typed, whatever its case."""
    folded = {name.casefold(): id_ for name, id_ in known.items() if name}
    if value.casefold() in folded:
        return folded[value.casefold()]
    near = [name for name, _, _ in process.extract(value, [n for n in known if n], scorer=fuzz.WRatio, limit=5)]
    raise ExportError(f"No event has the {what} {value!r}. Near to it: {', '.join(near) or 'nothing'}.")


def render(frame: pd.DataFrame, form: str) -> bytes:
    """Flat rows in one of ``FORMATS``. Raises ExportError where it needs places or dates that rows lack."""
    writers: dict[str, Callable[[pd.DataFrame], bytes]] = {
        "csv": _csv,
        "xlsx": _xlsx,
        "parquet": _parquet,
        "json": _json,
        "jsonl": _jsonl,
        "geojson": _geojson,
        "timelinejs": _timelinejs,
    }
    return writers[form](frame)


def _articles(store: Store) -> pd.DataFrame:
    return store.articles


def _events(store: Store) -> pd.DataFrame:
    frame = store.events.merge(_place_columns(store), on="place_id", how="left")
    parties = store.event_actors.merge(store.actors[["actor_id", "name"]], on="actor_id", how="left")
    parties["shown"] = parties["name"].fillna(parties["text"])
    for column, role, shown in (
        ("sources", "source", "shown"),
        ("targets", "target", "shown"),
        ("source_countries", "source", "country"),
        ("target_countries", "target", "country"),
        ("mediators", "mediator", "shown"),
    ):
        some = parties[(parties["role"] == role) & (parties[shown].fillna("") != "")]
        lists = some.groupby("event_id", sort=False)[shown].agg(_distinct)
        frame[column] = [lists.get(key, []) for key in frame["event_id"]]
    for column, role in (("source_bases", "source"), ("target_bases", "target")):
        bases = _bases(parties[parties["role"] == role])
        frame[column] = [bases.get(key, []) for key in frame["event_id"]]
    names = dict(zip(store.actors["actor_id"], store.actors["name"], strict=True))
    frame["attributed_to"] = [
        [names.get(speaker, speaker) for speaker in speakers.split(";") if speaker]
        for speakers in frame["attributed_to"]
    ]
    sentences = store.sentences["text"].map(lambda text: " ".join(text.split()))
    excerpts = dict(
        zip(zip(store.sentences["article_id"], store.sentences["sentence"], strict=True), sentences, strict=True)
    )
    frame["excerpt"] = [excerpts.get(key, "") for key in zip(frame["article_id"], frame["sentence"], strict=True)]
    frame["other_excerpts"] = [
        [excerpts[key, index] for index in others if (key, index) in excerpts]
        for key, others in zip(frame["article_id"], frame["other_sentences"], strict=True)
    ]
    return frame


def _bases(parties: pd.DataFrame) -> dict[str, list[str]]:
    """What each country of an event's parties rests on, in the order of its countries; told where any party of the
    country is named.
    """
    some = parties[parties["country"].fillna("") != ""]
    bases: dict[str, dict[str, str]] = {}
    for event_id, country, basis in some[["event_id", "country", "basis"]].itertuples(index=False):
        known = bases.setdefault(event_id, {})
        known[country] = "told" if "told" in (basis, known.get(country)) else known.get(country, basis)
    return {event_id: list(known.values()) for event_id, known in bases.items()}


def _distinct(values: pd.Series[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _mentions(store: Store) -> pd.DataFrame:
    frame = store.mentions[store.mentions["kind"] != "event"].rename(columns={"ref": "id"})
    names = {
        **{("actor", key): name for key, name in zip(store.actors["actor_id"], store.actors["name"], strict=True)},
        **{("place", key): name for key, name in zip(store.places["place_id"], store.places["name"], strict=True)},
    }
    frame = frame.assign(
        name=pd.Series(
            [
                key if kind == "date" else names.get((kind, key))
                for kind, key in zip(frame["kind"], frame["id"], strict=True)
            ],
            index=frame.index,
            dtype="str",
        )
    )
    return frame


def _incidents(store: Store) -> pd.DataFrame:
    return store.incidents.merge(_place_columns(store), on="place_id", how="left")


def _corrections(store: Store) -> pd.DataFrame:
    return store.corrections


def _place_columns(store: Store) -> pd.DataFrame:
    return store.places[["place_id", "name", "lat", "lon", "kind"]].rename(
        columns={"name": "place", "kind": "place_kind"}
    )


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of plain values: None for null, days as ISO strings, lists as lists."""
    plain = {name: [_plain(value) for value in frame[name]] for name in frame.columns}
    return [dict(zip(plain, row, strict=True)) for row in zip(*plain.values(), strict=True)]


def _plain(value: Any) -> Any:
    if isinstance(value, str | int | bool):
        return value
    if hasattr(value, "tolist") and not pd.api.types.is_scalar(value):
        return value.tolist()
    if isinstance(value, list):
        return value
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return value.item() if hasattr(value, "item") else value


def _cells(record: Mapping[str, Any]) -> list[Any]:
    """A record as the cells of a table: lists joined, nothing for null."""
    joined = {
        name: _JOINED.get(name, ";").join(map(str, value)) if isinstance(value, list) else value
        for name, value in record.items()
    }
    return ["" if value is None else value for value in joined.values()]


def _csv(frame: pd.DataFrame) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows(map(no_formula, _cells(record)) for record in _records(frame))
    return out.getvalue().encode("utf-8")


def _xlsx(frame: pd.DataFrame) -> bytes:
    """A sheet whose texts are marked as text: none is a formula, and none needs a sign before it."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Contact Line")
    sheet.append(list(frame.columns))
    for record in _records(frame):
        row = []
        for value in _cells(record):
            cell = WriteOnlyCell(sheet, _fitting(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"
            row.append(cell)
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fitting(text: str) -> str:
    """A text that a cell can hold: without what XML does not know, its end left out where it is too long."""
    text = _UNKNOWN_TO_XML.sub("", text)
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - len(_CUT_OFF)] + _CUT_OFF


def _parquet(frame: pd.DataFrame) -> bytes:
    """The columns with the same types whatever they hold: an empty list is one of strings, too."""
    named = [name for name in frame.columns if name in _LISTS or isinstance(frame[name].dtype, pd.ArrowDtype)]
    lists = {name: pa.array(frame[name], pa.list_(pa.string())) for name in named}
    plain = frame.assign(**dict.fromkeys(lists))  # else pandas could not read the names of their types
    table = pa.Table.from_pandas(plain, preserve_index=False)
    for name, values in lists.items():
        table = table.set_column(table.schema.get_field_index(name), name, values)
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def _json(frame: pd.DataFrame) -> bytes:
    return (json.dumps(_records(frame), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _jsonl(frame: pd.DataFrame) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in _records(frame)).encode("utf-8")


def _geojson(frame: pd.DataFrame) -> bytes:
    """A feature a row; what has no place has no geometry. Coordinates are longitude, latitude (RFC 7946)."""
    if "lat" not in frame:
        raise ExportError("These rows have no places: geojson is for events and incidents.")
    features = []
    for record in _records(frame):
        lat, lon = record.pop("lat"), record.pop("lon")
        point = {"type": "Point", "coordinates": [lon, lat]} if lat is not None else None
        features.append({"type": "Feature", "geometry": point, "properties": record})
    return (json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False) + "\n").encode(
        "utf-8"
    )


def _timelinejs(frame: pd.DataFrame) -> bytes:
    """Knight Lab's TimelineJS: rows with a date; a date known to its month or year keeps just that."""
    if "date_start" not in frame:
        raise ExportError("These rows have no dates: timelinejs is for events and incidents.")
    slides = []
    for record in _records(frame):
        if not record["date_start"]:
            continue
        slide: dict[str, Any] = {
            "start_date": _parts(record["date_start"], record["date_precision"]),
            "display_date": _in_words(record),
            "text": {
                "headline": escape.markup(" · ".join(x for x in (record["label"], record["place"]) if x)),
                "text": escape.markup(record.get("excerpt") or "; ".join(record.get("differences") or [])),
            },
            "group": escape.markup(record["type"]),
            "unique_id": escape.markup(record.get("event_id") or record["incident_id"]),
        }
        if record["date_end"] and record["date_end"] != record["date_start"]:
            slide["end_date"] = _parts(record["date_end"], record["date_precision"])
        slides.append(slide)
    return (json.dumps({"events": slides}, ensure_ascii=False) + "\n").encode("utf-8")


def _in_words(record: dict[str, Any]) -> str:
    """The days of a row as the screen says them: "June 2023", "reported 28 October 2020"."""
    start, end = (
        date.fromisoformat(record[name]) if record[name] else None for name in ("date_start", "date_end")
    )
    return escape.markup(labels.when(start, end, record["date_precision"], record.get("date_basis") or ""))


def _parts(day: str, precision: str) -> dict[str, str]:
    year, month, number = day.split("-")
    parts = {"year": year, "month": month, "day": number}
    kept = {"year": 1, "month": 2}.get(precision, 3)
    return dict(list(parts.items())[:kept])
