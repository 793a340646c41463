"""Flat rows of the stored tables for other programs: spreadsheets, maps, timelines.

Other programs rely on the names and the order of columns. Article text is not trusted: no cell can be read as a
formula by a spreadsheet, and what TimelineJS would read as markup is escaped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from rapidfuzz import fuzz, process

from contactline.lexicon import Lexicon, load
from contactline.tables.store import Store
from contactline.views import (
    codebook,
    export_files,
    export_map,
    export_network,
    export_rows,
    export_timeline,
    labels,
)
from contactline.views.export_files import About
from contactline.views.query import ANYONE, SWITCHES, EventIndex, Filters, names, shown

NETWORKS = ("gexf", "graphml")
"""The formats of networks, for the rows of dyads."""

FORMATS = ("csv", "xlsx", "parquet", "json", "jsonl", "geojson", "timelinejs", *NETWORKS)
"""The formats in which rows are written."""

_ENDINGS = {"timelinejs": "timelinejs.json", "annotated": "annotated.jsonl"}
_LONGEST_NAME = 100  # characters of a file's name
_PLAIN = About()

TABLES = codebook.exports()

COLUMNS: dict[str, tuple[str, ...]] = {what: codebook.names(what) for what in TABLES}
"""The columns of each export, in order: the codebook's."""

_WHAT = {codebook.names(what): what for what in (*TABLES, *codebook.charts())}
_TOLD = ("excerpt", "date_start")  # columns that a timeline needs


class ExportError(ValueError):
    """Raised for a format that does not suit the rows, or a filter that no row can meet."""


def flat(
    store: Store, what: str, events: Iterable[str] | None = None, lexicon: Lexicon | None = None
) -> pd.DataFrame:
    """The rows of ``what`` (one of ``TABLES``) with the columns of ``COLUMNS``, of the codebook's types.

    Lists stay lists; unknown and empty values are null. ``events``: ids of the events that are asked for (None:
    all rows); the result then has the incidents and articles with one of them, and the sentences, mentions,
    parties and places of these. ``lexicon``: says who is on whose side, for tolls; None is data/lexicon.
    """
    wanted = store.events if events is None else store.events[store.events["event_id"].isin(list(events))]
    frame = _rows(store, what, wanted, lexicon)
    if events is not None:
        frame = frame[_asked(store, what, frame, wanted)]
    return described(what, frame)


def described(what: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The columns of the codebook for an export or a chart's table, in their order and of their types."""
    return pd.DataFrame(
        {column.name: _typed(frame[column.name], column.type) for column in codebook.columns(what)}
    )


def _typed(values: pd.Series[Any], type_: str) -> pd.Series[Any]:
    """A column of a type, with null for empty texts, nullable integers, and an index counted from 0."""
    values = values.reset_index(drop=True)
    if type_ == "integer":
        return values.astype("Int64")
    return values.mask(values == "") if type_ == "text" else values


def _rows(store: Store, what: str, wanted: pd.DataFrame, lexicon: Lexicon | None) -> pd.DataFrame:
    if what == "tolls":
        return export_rows.told_tolls(store, lexicon or load())
    if what in ("actors", "places"):
        return {"actors": export_rows.actors, "places": export_rows.places}[what](store, wanted)
    build: dict[str, Callable[[Store], pd.DataFrame]] = {
        "events": export_rows.events,
        "articles": export_rows.articles,
        "sentences": export_rows.sentences,
        "mentions": export_rows.mentions,
        "incidents": export_rows.incidents,
        "corrections": export_rows.corrections,
        "dyads": export_rows.dyads,
    }
    return build[what](store)


def _asked(store: Store, what: str, frame: pd.DataFrame, wanted: pd.DataFrame) -> pd.Series[bool]:
    """Which rows belong to the events that are asked for."""
    if what == "actors":
        some = store.event_actors[store.event_actors["event_id"].isin(wanted["event_id"])]
        return frame["actor_id"].isin(some["actor_id"].dropna())
    keys = {
        "events": "event_id",
        "dyads": "event_id",
        "tolls": "event_id",
        "incidents": "incident_id",
        "places": "place_id",
    }
    key = keys.get(what, "article_id")
    return frame[key].isin(wanted[key].dropna())


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen events: their ids, the filters with names replaced by ids, and the filters in words."""

    events: list[str]
    filters: Filters
    words: str


def chosen(store: Store, filters: Filters, lexicon: Lexicon) -> list[str]:
    """The ids of the events that the filters select, as in ``choose``."""
    return choose(store, filters, lexicon).events


def choose(store: Store, filters: Filters, lexicon: Lexicon) -> Choice:
    """Select events by filters, as on the dashboard.

    ``actors`` and ``places`` may be names here, too; a state's name means everybody who acts for it. Raises
    ExportError for a word that matches no row, naming similar ones, and for a first day after the last.
    """
    if filters.start and filters.end and filters.start > filters.end:
        raise ExportError(f"The first day, {filters.start}, lies after the last, {filters.end}.")
    filters = _with_ids(store, filters)
    index = EventIndex.build(store, lexicon)
    mask = index.select(filters)
    words = shown(index, mask, filters, names(store, lexicon)).sentence
    return Choice(list(index.events.loc[mask, "event_id"]), filters, words)


def _with_ids(store: Store, filters: Filters) -> Filters:
    states = store.actors[store.actors["part"] == "state"]
    actors = {
        **_by_name(store.actors, "actor_id"),
        **{word: code for column in ("name", "actor_id") for code, word in _pairs(states, "country", column)},
        **{code: code for code in store.event_actors["country"].unique()},
    }
    told = {column: store.events[column].unique() for column in ("type", "status")}
    with_mode = store.events.loc[store.events["mode"] != "", ["type", "mode"]].drop_duplicates()
    kinds = with_mode["type"] + "-" + with_mode["mode"]
    return replace(
        filters,
        actors=tuple(_known(value, actors, "actor") for value in filters.actors),
        places=tuple(_known(value, _by_name(store.places, "place_id"), "place") for value in filters.places),
        pairs=tuple(_pair(value, actors) for value in filters.pairs),
        types=tuple(
            _known(v, {k: k for k in (*told["type"], *kinds, *labels.QUADS)}, "type") for v in filters.types
        ),
        statuses=tuple(_known(v, {s: s for s in told["status"]}, "status") for v in filters.statuses),
        publishers=tuple(
            _known(v, {p: p for p in store.articles["publisher"]}, "publisher") for v in filters.publishers
        ),
    )


def _pair(value: str, actors: Mapping[str, str]) -> str:
    """The key of a pair, from names or ids of source and target."""
    ends = [end.strip() for end in value.split(">")]
    if len(ends) != 2:
        raise ExportError(f"{value!r} is not a pair. Expected who and to whom, as in Russia>Armenia.")
    return ">".join(end if end == ANYONE else _known(end, actors, "actor") for end in ends)


def _by_name(table: pd.DataFrame, key: str) -> dict[str, str]:
    """The id by each id and each name of a table's rows."""
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
    """The id for a word that a user typed, in upper or lower case."""
    folded = {name.casefold(): id_ for name, id_ in known.items() if name}
    if value.casefold() in folded:
        return folded[value.casefold()]
    near = [name for name, _, _ in process.extract(value, [n for n in known if n], scorer=fuzz.WRatio, limit=5)]
    raise ExportError(f"No event has the {what} {value!r}. Near to it: {', '.join(near) or 'nothing'}.")


def render(frame: pd.DataFrame, form: str, about: About = _PLAIN) -> bytes:
    """Write flat rows in one of ``FORMATS``.

    Raises ExportError where the format needs places, days or pairs that the rows lack.
    """
    if form == "geojson" and "lat" not in frame:
        raise ExportError("These rows have no places: geojson is for events, incidents and places.")
    if form == "timelinejs" and not set(_TOLD) <= set(frame.columns):
        raise ExportError("These rows have no dates to tell: timelinejs is for events and incidents.")
    if form in NETWORKS and "source_id" not in frame:
        raise ExportError(f"These rows are not pairs: {form} is for dyads.")
    writers: dict[str, Callable[[], bytes]] = {
        "timelinejs": lambda: export_timeline.as_timelinejs(frame, about),
        "gexf": lambda: export_network.as_gexf(frame),
        "graphml": lambda: export_network.as_graphml(frame),
    }
    return writers[form]() if form in writers else _table(frame, form, about)


def _table(frame: pd.DataFrame, form: str, about: About) -> bytes:
    """Write rows under their full names, or under those that a shapefile can hold."""
    what = _WHAT.get(tuple(frame.columns))
    columns = {column.name: column for column in codebook.columns(what)} if what else {}
    if about.short:
        short = codebook.short_names(list(frame.columns))
        frame, columns = frame.rename(columns=short), {short[name]: column for name, column in columns.items()}
    writers: dict[str, Callable[[], bytes]] = {
        "csv": lambda: export_files.as_csv(frame, about),
        "xlsx": lambda: export_files.as_xlsx(frame, about, columns),
        "parquet": lambda: export_files.as_parquet(frame, about, columns),
        "json": lambda: export_files.as_json(frame),
        "jsonl": lambda: export_files.as_jsonl(frame),
        "geojson": lambda: export_map.as_geojson(frame, about),
    }
    return writers[form]()


def file_name(what: str, form: str, filters: Filters, names: Mapping[str, str], profile: str = "") -> str:
    """A file name that says what was asked for: contactline_2020-09-27_2020-10-10_russia.csv.

    ``what``: one of ``TABLES``, or what a chart shows, in words. ``names``: the names of actors, country codes and
    places.
    """
    first, last = (str(day) if day else "" for day in (filters.start, filters.end))
    days = [first, last] if first and last else [f"from-{first}" if first else "", f"to-{last}" if last else ""]
    asked = [*filters.actors, *filters.types, *filters.places, *filters.statuses, *filters.publishers]
    pairs = ["-to-".join(names.get(end, end) for end in pair.split(">")) for pair in filters.pairs]
    words = [filters.role if filters.actors and filters.role != "any" else "", filters.text]
    words += [f"no-{name}" for name in SWITCHES if not getattr(filters, name)]
    words += [filters.precision if filters.precision != "any" else "", "with-undated" if filters.undated else ""]
    parts = ["contactline", profile, _slug(what) if what != "events" else "", *days]
    parts += [_slug(word) for word in [*(names.get(one, one) for one in asked), *pairs, *words]]
    stem = "_".join(filter(None, parts))[:_LONGEST_NAME].rstrip("_-")
    return f"{stem}.{_ENDINGS.get(form, form)}"


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))
