"""Flat rows of the stored tables for exports: one function for each kind of row.

The caller selects rows, and drops columns that are not in the codebook. Lists about an event's parties have one
entry for each party, null where nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from contactline.lexicon import Lexicon
from contactline.tables.store import Store
from contactline.views import tolls

ROLES = ("source", "target", "mediator")
_PARTY_COLUMNS = {"id": "ids", "country": "countries", "kind": "kinds", "basis": "bases"}
_GEONAMES = "geonames:"
_DAYS = (1, 6, 7, 31, 366)
"""The longest spans, in days, of UCDP's date_prec 1 to 5."""
_CITIES = ("city", "capital")  # kinds of place whose radius is their own size
_EXACT_KM, _NEAR_KM = 5, 25  # distances up to which a point counts as the place itself, or as near it


def events(store: Store) -> pd.DataFrame:
    """The events with their parties, place, article and sentences."""
    frame = store.events.merge(_place_columns(store), on="place_id", how="left")
    found = parties(store)
    for role in ROLES:
        some = found[found["role"] == role]
        frame[f"{role}s"] = _lists(some, "name", frame["event_id"])
        for column, named in _PARTY_COLUMNS.items():
            frame[f"{role}_{named}"] = _lists(some, column, frame["event_id"])
    names = dict(zip(store.actors["actor_id"], store.actors["name"], strict=True))
    speakers = [[one for one in told.split(";") if one] for told in frame["attributed_to"]]
    frame["attributed_to"] = [[names.get(one, one) for one in some] for some in speakers]
    frame["attributed_to_ids"] = [[one if one in names else None for one in some] for some in speakers]
    excerpts = _excerpts(store)
    frame["excerpt"] = [excerpts.get(key, "") for key in _sentence_keys(frame)]
    frame["other_excerpts"] = [
        [excerpts[key, index] for index in others if (key, index) in excerpts]
        for key, others in zip(frame["article_id"], frame["other_sentences"], strict=True)
    ]
    articles = store.articles[["article_id", "publisher", "published", "title", "url"]]
    return _with_precision(frame.merge(articles, on="article_id", how="left"))


def parties(store: Store) -> pd.DataFrame:
    """The parties of events, each once for an event and role, in the order of the text.

    Columns: event_id, role, name (the actor's, else the words, else the country's code), id, country, kind (null
    where unknown), basis ("told" if the text names it anywhere).
    """
    rows = store.event_actors.merge(store.actors[["actor_id", "name", "kind"]], on="actor_id", how="left")
    rows["country"] = _known(rows["country"])
    rows["name"] = rows["name"].fillna(_known(rows["text"])).fillna(rows["country"])
    rows = rows[rows["name"].notna()].rename(columns={"actor_id": "id"})
    key = ["event_id", "role", "name", "id", "country"]
    told = (rows["basis"] == "told").groupby([rows[name] for name in key], dropna=False).transform("any")
    rows["basis"] = rows["basis"].mask(told, "told")
    rows["kind"] = _known(rows["kind"])
    return rows.drop_duplicates(key)[["event_id", "role", "name", "id", "country", "kind", "basis"]]


def dyads(store: Store) -> pd.DataFrame:
    """Each pair of different parties of an event: sources with targets, mediators with both."""
    found = parties(store)
    sides = {role: found[found["role"] == role].drop(columns="role") for role in ROLES}
    pairs = pd.concat(
        [
            sides[one]
            .merge(sides[other], on="event_id", suffixes=("", "_of_target"))
            .assign(roles=f"{one}-{other}")
            for one, other in (("source", "target"), ("mediator", "source"), ("mediator", "target"))
        ],
        ignore_index=True,
    )
    alike = (pairs["name"] == pairs["name_of_target"]) & (
        pairs["country"].fillna("") == pairs["country_of_target"].fillna("")
    )
    pairs = pairs[~alike].rename(
        columns={"name": "source", "name_of_target": "target"}
        | {name: f"source_{name}" for name in _PARTY_COLUMNS}
        | {f"{name}_of_target": f"target_{name}" for name in _PARTY_COLUMNS}
    )
    pairs["weight"] = 1 / pairs.groupby("event_id")["roles"].transform("size")
    return store.events.merge(pairs, on="event_id", how="inner")


def articles(store: Store) -> pd.DataFrame:
    """The articles with the events that they report."""
    frame = store.articles.copy()
    frame["event_ids"] = _ids(store.events, "article_id", frame["article_id"])
    return frame


def sentences(store: Store) -> pd.DataFrame:
    """The sentences with the events whose trigger they contain."""
    named = dict(store.events.groupby(["article_id", "sentence"])["event_id"].agg(sorted))
    return store.sentences.assign(event_ids=[named.get(key, []) for key in _sentence_keys(store.sentences)])


def mentions(store: Store) -> pd.DataFrame:
    """Names and date expressions with their readings, without the triggers of events."""
    frame = store.mentions[store.mentions["kind"] != "event"].rename(columns={"ref": "id"})
    names = {
        **{("actor", key): name for key, name in zip(store.actors["actor_id"], store.actors["name"], strict=True)},
        **{("place", key): name for key, name in zip(store.places["place_id"], store.places["name"], strict=True)},
    }
    called = [
        key if kind == "date" else names.get((kind, key))
        for kind, key in zip(frame["kind"], frame["id"], strict=True)
    ]
    return frame.assign(name=pd.Series(called, index=frame.index, dtype="str"))


def incidents(store: Store) -> pd.DataFrame:
    """The incidents with their place, the events that report them, and the sentence of one of these."""
    frame = store.incidents.merge(_place_columns(store), on="place_id", how="left")
    typical = _typical(store)
    frame = frame.merge(typical, on="incident_id", how="left")
    by = store.events.groupby("incident_id")
    statuses = dict(by["status"].agg(lambda told: list(dict.fromkeys(told))))
    frame["statuses"] = [statuses.get(key, []) for key in frame["incident_id"]]
    frame["event_ids"] = _ids(store.events, "incident_id", frame["incident_id"])
    told_in = dict(by["article_id"].agg(lambda told: sorted(set(told))))
    frame["article_ids"] = [told_in.get(key, []) for key in frame["incident_id"]]
    return _with_precision(frame)


def _typical(store: Store) -> pd.DataFrame:
    """One report of each incident, the most certain of those with its days: its sentence and its article's day."""
    days = store.incidents[["incident_id", "date_start", "date_end"]]
    found = store.events.merge(days, on="incident_id", suffixes=("", "_of_incident"))
    other = [
        (found[name] != found[f"{name}_of_incident"]) & ~(found[name].isna() & found[f"{name}_of_incident"].isna())
        for name in ("date_start", "date_end")
    ]
    found = found.assign(other=other[0] | other[1], doubt=-found["confidence"])
    found = found.sort_values(["other", "doubt", "event_id"], kind="stable").drop_duplicates("incident_id")
    excerpts = _excerpts(store)
    found["excerpt"] = [excerpts.get(key, "") for key in _sentence_keys(found)]
    found = found.merge(store.articles[["article_id", "publisher", "published"]], on="article_id", how="left")
    return found[["incident_id", "quad", "date_basis", "excerpt", "publisher", "published"]]


def corrections(store: Store) -> pd.DataFrame:
    """The corrections of readers."""
    return store.corrections


def told_tolls(store: Store, lexicon: Lexicon) -> pd.DataFrame:
    """The tolls as reported, with the people counted as lists."""
    found = tolls.reported(store, lexicon)
    for name in ("side", "group"):
        found[name] = [[part for part in told.split(";") if part] for told in found[name]]
    return found


def actors(store: Store, some: pd.DataFrame) -> pd.DataFrame:
    """The actors, with the number of ``some`` events in which they have a part, and of the articles with these."""
    known = store.event_actors[["event_id", "actor_id"]].drop_duplicates()
    return _counted(store.actors, "actor_id", some[["event_id", "article_id"]].merge(known, on="event_id"))


def places(store: Store, some: pd.DataFrame) -> pd.DataFrame:
    """The places, with the number of ``some`` events that happened there, and of the articles with these."""
    frame = store.places.assign(geonames_id=_geonames(store.places["external_id"]))
    return _counted(frame, "place_id", some[["event_id", "article_id", "place_id"]])


def _counted(frame: pd.DataFrame, key: str, told: pd.DataFrame) -> pd.DataFrame:
    by = told.groupby(key)
    for name, column in (("events", "event_id"), ("articles", "article_id")):
        frame = frame.assign(**{name: frame[key].map(by[column].nunique()).fillna(0).astype("Int64")})
    return frame


def _known(texts: pd.Series[Any]) -> pd.Series[Any]:
    """Texts with null instead of ""."""
    return texts.mask(texts == "")


def _lists(rows: pd.DataFrame, column: str, event_ids: Iterable[str]) -> list[list[str | None]]:
    """The values of a column for each event, null for unknown ones."""
    values = [None if pd.isna(value) else value for value in rows[column]]
    found: dict[str, list[str | None]] = {}
    for event_id, value in zip(rows["event_id"], values, strict=True):
        found.setdefault(event_id, []).append(value)
    return [found.get(event_id, []) for event_id in event_ids]


def _ids(rows: pd.DataFrame, key: str, keys: Iterable[str]) -> list[list[str]]:
    """The ids of the events with each key, in alphabetical order."""
    found = dict(rows.groupby(key)["event_id"].agg(sorted))
    return [found.get(one, []) for one in keys]


def _sentence_keys(frame: pd.DataFrame) -> Iterable[tuple[str, int]]:
    return zip(frame["article_id"], frame["sentence"], strict=True)


def _excerpts(store: Store) -> Mapping[tuple[str, int], str]:
    texts = store.sentences["text"].map(lambda text: " ".join(text.split()))
    return dict(zip(_sentence_keys(store.sentences), texts, strict=True))


def _place_columns(store: Store) -> pd.DataFrame:
    columns = {"name": "place", "name_other": "place_other", "kind": "place_kind", "country": "place_country"}
    kept = ["place_id", *columns, "extent", "lat", "lon", "radius_km"]
    frame = store.places[kept].rename(columns=columns)
    return frame.assign(
        geonames_id=_geonames(store.places["external_id"]),
        where_prec=where_prec(frame["extent"], frame["place_kind"], frame["radius_km"]),
    )


def _geonames(external: pd.Series[Any]) -> pd.Series[Any]:
    ids = external.where(external.str.startswith(_GEONAMES)).str.removeprefix(_GEONAMES)
    return pd.to_numeric(ids, errors="coerce").astype("Int64")


def _with_precision(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(date_prec=date_prec(frame["date_start"], frame["date_end"]))


def date_prec(start: pd.Series[Any], end: pd.Series[Any]) -> pd.Series[Any]:
    """The code of UCDP's GED for how exactly a date is known, by the length of its span (Int64, 1 to 5).

    Null for no date, for an open span, and for one of more than a year: GED has no code for these.
    """
    days = (end - start).dt.days + 1
    number = pd.Series(np.searchsorted(_DAYS, days.fillna(0).to_numpy()) + 1, days.index, dtype="Int64")
    return number.mask(days.isna() | (days > _DAYS[-1]))


def where_prec(extent: pd.Series[Any], kind: pd.Series[Any], radius: pd.Series[Any]) -> pd.Series[Any]:
    """The code of UCDP's GED for how exactly a place is known (Int64, 1 to 6), null where there is no place.

    A point known only to within ``_NEAR_KM`` or less exactly counts as a point in its district.
    """
    point: npt.NDArray[np.bool_] = (extent == "point").to_numpy(bool)
    km = radius.fillna(0).to_numpy(float)
    conditions = [
        point & ((km <= _EXACT_KM) | kind.isin(_CITIES).to_numpy(bool)),
        point & (km <= _NEAR_KM),
        point | (kind == "district").to_numpy(bool),
        (kind == "region").to_numpy(bool),
        (kind == "country").to_numpy(bool),
    ]
    number = pd.Series(np.select(conditions, [1, 2, 3, 4, 6], 5), extent.index, dtype="Int64")
    return number.mask(extent.isna() | (extent == ""))
