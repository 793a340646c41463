"""Events under the column names and in the column order of POLECAT and of UCDP's Georeferenced Event Dataset.

A column that is not coded here stays null; nothing is guessed to fill it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from contactline.tables.store import Store

PROFILES = ("polecat", "ucdp")
"""The data sets whose columns can be exported."""

POLECAT = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW"),
    *("Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw"),
    *("Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude"),
    *("GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People"),
    *("Story Organizations", "Story Locations", "Language", "Version"),
)
"""The columns of POLECAT's weekly files, in their order."""

UCDP = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id"),
    *("conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id"),
    *("side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources"),
    *("source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec"),
    *("where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt"),
    *("priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
"""The columns of UCDP GED, in their order."""

_SEPARATOR = "; "
_TOWNS = ("village", "town", "city", "capital")
_PERSON = "person"


def polecat(store: Store, events: pd.DataFrame) -> pd.DataFrame:
    """Events in the columns of ``POLECAT``. ``events``: rows of the export of events.

    ``Event Date`` is null where the day is not known; several parties, and the names in an article, are joined by
    "; ".
    """
    place, kind = events["place"], events["place_kind"]
    told = {"Event ID": "event_id", "Event Type": "type", "Event Mode": "mode", "Intensity": "score"}
    told |= {"Placename": "place", "Country": "place_country", "Latitude": "lat", "Longitude": "lon"}
    told |= {"GeoNames ID": "geonames_id", "Feature Type": "place_kind", "Source": "publisher"}
    told |= {"Publication Date": "published"}
    found = {name: events[column] for name, column in told.items()} | {
        "Event Date": events["date_start"].where(events["date_precision"] == "day"),
        "Quad Code": events["quad"].str.upper(),
        "City": place.where(kind.isin(_TOWNS)),
        "District": place.where(kind == "district"),
        "Province": place.where(kind == "region"),
        "Language": pd.Series("en", events.index, dtype="str"),
        "Version": pd.Series(str(store.build.get("version", "")), events.index, dtype="str"),
        **_sides(events),
        **_stories(store, events),
    }
    return _in_order(found, POLECAT, events.index)


def _sides(events: pd.DataFrame) -> dict[str, pd.Series[Any]]:
    found = {}
    for named, side in (("Actor", "source"), ("Recipient", "target")):
        found[f"{named} Name"] = _joined(events[f"{side}s"])
        found[f"{named} Country"] = _joined(events[f"{side}_countries"])
        found[f"{named} Sectors"] = _joined(events[f"{side}_kinds"])
        first = [next((one for one in kinds if one), None) for kinds in events[f"{side}_kinds"]]
        found[f"Primary {named} Sector"] = pd.Series(first, events.index, dtype="str")
    return found


def _stories(store: Store, events: pd.DataFrame) -> dict[str, pd.Series[Any]]:
    """The persons, bodies and places that each event's article names."""
    actors = store.actors.set_index("actor_id")
    places = store.places.set_index("place_id")["name"]
    named = store.mentions[store.mentions["ref"].notna()].drop_duplicates(["article_id", "kind", "ref"])
    some = named[named["kind"] == "actor"]
    some = some.assign(name=some["ref"].map(actors["name"]), person=some["ref"].map(actors["kind"]) == _PERSON)
    where = named[named["kind"] == "place"]
    return {
        "Story People": _by_article(some[some["person"]], events),
        "Story Organizations": _by_article(some[~some["person"]], events),
        "Story Locations": _by_article(where.assign(name=where["ref"].map(places)), events),
    }


def _by_article(rows: pd.DataFrame, events: pd.DataFrame) -> pd.Series[Any]:
    names = rows[rows["name"].notna()].groupby("article_id")["name"].agg(_SEPARATOR.join)
    return events["article_id"].map(names)


def ucdp(rows: pd.DataFrame) -> pd.DataFrame:
    """Events or incidents in the columns of ``UCDP``. ``rows``: of the export of either.

    ``year`` is null where the date is open or spans several years; ``low`` and ``high`` where the toll has no such
    bound. An incident has no sides and no headline; only its reports do.
    """
    event = "event_id" in rows
    years = rows["date_start"].dt.year.astype("Int64")
    told = {"where_prec": "where_prec", "where_coordinates": "place", "latitude": "lat", "longitude": "lon"}
    told |= {"country": "place_country", "date_prec": "date_prec", "date_start": "date_start"}
    told |= {"date_end": "date_end", "source_office": "publisher", "source_date": "published"}
    told |= (
        {"id": "event_id", "relid": "incident_id", "source_headline": "title"}
        | {"best": "killed", "high": "killed_high", "low": "killed_low"}
        if event
        else {"id": "incident_id", "relid": "part_of", "number_of_sources": "publishers"}
        | {"best": "killed_best", "high": "killed_max", "low": "killed_min"}
    )
    found = {name: rows[column] for name, column in told.items()} | {
        "year": years.where(years == rows["date_end"].dt.year.astype("Int64")),
        "source_article": _cited(rows),
        "where_description": rows["place_other"],
        "adm_1": rows["place"].where(rows["place_kind"] == "region"),
        "adm_2": rows["place"].where(rows["place_kind"] == "district"),
        "geom_wkt": _points(rows),
    }
    return _in_order(found | (_event_facts(rows) if event else {}), UCDP, rows.index)


def _event_facts(events: pd.DataFrame) -> dict[str, pd.Series[Any]]:
    """The sides of events, and the people that their tolls count."""
    of = events["toll_of"].fillna("").str.split(";")
    sides = {"a": events["source_countries"], "b": events["target_countries"]}
    groups = [_group(told, *pair) for told, *pair in zip(of, sides["a"], sides["b"], strict=True)]
    counted = pd.Series(groups, events.index, dtype="str")
    columns = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    return {name: events["killed"].where(counted == name) for name in columns} | {
        "side_a": _joined(events["sources"]),
        "side_b": _joined(events["targets"]),
        "source_original": _joined(events["attributed_to"]),
        "number_of_sources": pd.Series(1, events.index, dtype="Int64"),
    }


def _group(told: list[str], first: list[str | None], second: list[str | None]) -> str:
    """The deaths column to which a toll belongs: soldiers of one side, civilians, else unknown."""
    if "civilians" in told and "soldiers" not in told:
        return "deaths_civilians"
    whose = [name for name, side in (("deaths_a", first), ("deaths_b", second)) if {*told} & {*filter(None, side)}]
    return whose[0] if "soldiers" in told and "civilians" not in told and len(whose) == 1 else "deaths_unknown"


def _points(rows: pd.DataFrame) -> pd.Series[Any]:
    points = "POINT (" + rows["lon"].astype("str") + " " + rows["lat"].astype("str") + ")"
    return points.where(rows["lat"].notna())


def _cited(rows: pd.DataFrame) -> pd.Series[Any]:
    """ "Reuters (2020-10-05): Shelling goes on": publisher, day and title of the article, as far as they are
    known.
    """
    days = rows["published"].dt.strftime(" (%Y-%m-%d)").fillna("")
    titles = (": " + rows["title"]).fillna("") if "title" in rows else ""
    cited: pd.Series[Any] = rows["publisher"].fillna("") + days + titles
    cited = cited.str.strip(" :")
    return cited.mask(cited == "")


def _joined(lists: pd.Series[Any]) -> pd.Series[Any]:
    texts = [_SEPARATOR.join(one for one in some if one) or None for some in lists]
    return pd.Series(texts, lists.index, dtype="str")


def _in_order(found: Mapping[str, pd.Series[Any]], names: tuple[str, ...], index: pd.Index[Any]) -> pd.DataFrame:
    """The columns in their order; columns without values are null."""
    return pd.DataFrame({name: found.get(name, pd.Series(None, index, dtype="str")) for name in names}, index)
