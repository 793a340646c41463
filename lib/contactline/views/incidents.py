"""What happened, incident by incident: their order, and each in a line of plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from contactline.views import completed, grades, labels
from contactline.views.query import EventIndex, Mask
from contactline.views.words import count, say, words_of

ORDERS = tuple(words_of("incident_orders"))
"""Orders of a list: the most important first, by day, the latest first, those with most sources, those whose
reports differ, those with most dead."""

_MATERIAL = ("material cooperation", "material conflict")
_AGREEMENTS = ("AGREE", "CONCEDE")
_NO_COUNTRY = ("", "UNK", "CIV", "MED")  # codes that say less about a party than its own name
_STATUSES = words_of("incident_statuses")
"""The status of an incident in words, shown if all its reports agree on it."""


@dataclass(frozen=True, slots=True)
class Line:
    """An incident in words.

    ``when``: its day, as exactly as it is known. ``basis``: "article" where that is only the day of a report, else
    "". ``what``: its label, with the status if all reports agree on it ("planned"). ``who``: its parties and the
    mediator, in brackets those that no text names. ``where`` and ``toll``: "" where unknown. ``grade``: whose word
    it is. ``story``: everything but ``when`` in one sentence, with the number of publishers.
    """

    when: str
    basis: str
    what: str
    who: str
    where: str
    toll: str
    grade: str
    story: str


def selected(index: EventIndex, mask: Mask) -> pd.DataFrame:
    """The incidents of the selected events, in the order of the table of incidents and with its columns.

    The additional column ``telling`` (float) is a score of importance: from the number of sources, whether it is
    an act or an agreement, what it cost, and whether it is more than background. Only its order matters.
    """
    every = index.incidents(mask)
    news = index.incidents(mask & ~index.matches("status", ("background",)))[every]
    found = index.store.incidents  # copied only where some are left out, as there may be a million
    found = found if every.all() else found[every].reset_index(drop=True)
    quads = labels.type_quads(index.lexicon)
    deeds = found["type"].map(quads).isin(_MATERIAL) | found["type"].isin(_AGREEMENTS)
    killed = found["killed_max"].fillna(0).to_numpy(float)
    weight = 3 * np.log2(found["publishers"].clip(lower=1).to_numpy(float))
    weight += (np.log10(killed + 1) / 2).clip(max=1) + deeds + found["date_precision"].eq("day") + 4 * news
    return found.assign(telling=weight)


def ordered(found: pd.DataFrame, order: str) -> pd.DataFrame:
    """The incidents of ``selected`` in one of ``ORDERS``; equal ones by ``telling``.

    Undated ones come last where the order is by days. Raises KeyError for another order.
    """
    return found.loc[_sorted(found, order)].reset_index(drop=True)


def _sorted(found: pd.DataFrame, order: str) -> pd.Index[Any]:
    """The index of ``found`` in one of ``ORDERS``: no row is copied, as there may be a million."""
    day = found["date_start"].astype("int64").astype(float).where(found["date_start"].notna())
    keys: dict[str, Callable[[], Any]] = {
        "telling": lambda: -found["telling"],
        "first": lambda: day,
        "latest": lambda: -day,
        "sources": lambda: -found["publishers"],
        "differences": lambda: -lengths(found["differences"]),
        "killed": lambda: -found["killed_max"].astype("Float64"),
    }
    frame = pd.DataFrame({"key": keys[order](), "telling": -found["telling"], "day": day}, found.index)
    return frame.sort_values(["key", "telling", "day"], kind="stable").index


def lengths(lists: pd.Series[Any]) -> pd.Series[int]:
    """The number of entries in each of these lists of words."""
    found = pc.list_value_length(pa.array(lists, pa.list_(pa.string())))
    return pd.Series(found.to_numpy(zero_copy_only=False), lists.index)


def most_important(found: pd.DataFrame, most: int) -> pd.DataFrame:
    """The ``most`` important incidents in the order of their days; undated ones only if none has a date."""
    best = _sorted(found, "telling")
    dated = best[found["date_start"].notna()[best].to_numpy()]
    return ordered(found.loc[(dated if len(dated) else best)[:most]].reset_index(drop=True), "first")


def most_differing(found: pd.DataFrame, most: int) -> pd.DataFrame:
    """The ``most`` important incidents whose reports differ, the most important first."""
    some = found[lengths(found["differences"]) > 0]
    return some.loc[_sorted(some, "telling")[:most]].reset_index(drop=True)


def lines(index: EventIndex, found: pd.DataFrame, names: Mapping[str, str], added: bool = True) -> list[Line]:
    """Each incident of ``found`` in words, in the same order.

    ``names``: the names of actors, country codes and places. ``added``: whether to include, in brackets, parties
    that no text names.
    """
    events = index.events[index.events["incident_id"].isin(set(found["incident_id"]))]
    reports = dict(list(events.groupby("incident_id", sort=False)))
    parties = _parties(index, events, names, added)
    rows: list[dict[str, Any]] = found.to_dict("records")  # type: ignore[assignment]  # names of columns are texts
    return [
        _line(row, reports[row["incident_id"]], parties.get(row["incident_id"], {}), names, index) for row in rows
    ]


def _line(
    row: Mapping[str, Any],
    reports: pd.DataFrame,
    parties: Mapping[str, list[str]],
    names: Mapping[str, str],
    index: EventIndex,
) -> Line:
    bases = set(reports.loc[reports["date_start"] == row["date_start"], "date_basis"])
    basis = "article" if bases == {"article"} else ""
    when = labels.when(row["date_start"], row["date_end"], row["date_precision"], basis)
    status = next((words for s, words in _STATUSES.items() if (reports["status"] == s).all()), "")
    what = f"{row['label']} ({status})" if status else str(row["label"])
    who = _corrected_who(row, names) if "parties" in row["corrected"] else _who(parties)
    where = names.get(row["place_id"], "") if isinstance(row["place_id"], str) else ""
    toll = _toll(row, reports, names)
    said = what[:1].lower() + what[1:]
    place = say("incident_lines.where", place=where) if where else ""
    told = say("incident_lines.told_by", publishers=count(int(row["publishers"]), "publisher"))
    stance = grades.stance(row, names, index.lexicon)
    story = say(
        "incident_lines.story",
        what=", ".join(filter(None, (said, who, place, toll))),
        told=", ".join(filter(None, (told, stance))),
    )
    return Line(when, basis, what, who, where, toll, grades.grade(row, names, index.lexicon), story)


def _toll(row: Mapping[str, Any], reports: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The toll in the words of its only report, or for several reports as "49 to 105 killed"; "" where none
    gives one. If a reader has corrected a figure, all figures are those of the incident.
    """
    told = {labels.toll(event, names) for event in reports[reports["toll_text"] != ""].to_dict("records")} - {""}
    if set(row["corrected"]) & set(labels.TOLLS):
        return ", ".join(filter(None, (_bounds(row, what) for what in labels.TOLLS)))
    if len(told) == 1:
        return told.pop()
    return _bounds(row, "killed") if told else ""


def _bounds(row: Mapping[str, Any], what: str) -> str:
    """A figure of an incident in words: "49 to 105 killed"; "" where it has none."""
    low, high = row[f"{what}_min"], row[f"{what}_max"]
    if pd.isna(low):
        return ""
    number = f"{low:,}" if low == high else say("text.from_to", low=f"{low:,}", high=f"{high:,}")
    return say(labels.TOLLS[what], number=number)


def _corrected_who(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """The parties that a reader has put right: which side acts is not told then."""
    return labels.together(names.get(code, code) for code in row["countries"])


def _who(parties: Mapping[str, list[str]]) -> str:
    """ "Azerbaijan and Armenia, mediated by Russia"; "Azerbaijan → Armenia" where one acts on the other."""
    mediators = parties.get("mediator", [])
    acting = ([name for name in parties.get(role, []) if name not in mediators] for role in ("source", "target"))
    sources, targets = acting
    if set(sources) & set(targets) or not targets or not sources:
        who = labels.together(dict.fromkeys([*sources, *targets]))
    else:
        who = say("incident_lines.one_to_other", source=labels.together(sources), target=labels.together(targets))
    mediated = say("incident_lines.mediated", who=labels.together(mediators)) if mediators else ""
    return ", ".join(filter(None, (who, mediated)))


def _parties(
    index: EventIndex, events: pd.DataFrame, names: Mapping[str, str], added: bool
) -> dict[str, dict[str, list[str]]]:
    """The names of each incident's parties by role, those that most reports name first.

    An actor has its own name if it is the only one of its country, else its country's.
    """
    rows = index.store.event_actors
    rows = rows[rows["event_id"].isin(events["event_id"]) & rows["role"].isin(["source", "target", "mediator"])]
    if not added:
        rows = rows[rows["basis"] == completed.TOLD]
    rows = rows.assign(
        incident_id=rows["event_id"].map(dict(zip(events["event_id"], events["incident_id"], strict=True))),
        told=rows["basis"] == completed.TOLD,
        key=rows["country"].where(~rows["country"].isin(_NO_COUNTRY), rows["actor_id"].fillna(rows["text"])),
    )
    rows = rows[rows["key"].notna() & (rows["key"] != "")]
    one = _only_actors(rows)
    told = set(zip(rows["incident_id"][rows["told"]], rows["key"][rows["told"]], strict=True))
    by = rows.groupby(["incident_id", "role", "key"], sort=False)["event_id"].nunique()
    most_first = by.sort_values(ascending=False, kind="stable").reset_index()
    found: dict[str, dict[str, list[str]]] = {}
    for incident_id, role, key in most_first[["incident_id", "role", "key"]].itertuples(index=False, name=None):
        name = names.get(one.get((incident_id, key), key), str(key))
        shown = name if (incident_id, key) in told else say("completed.party", party=name)
        found.setdefault(incident_id, {}).setdefault(role, []).append(shown)
    return found


def _only_actors(rows: pd.DataFrame) -> dict[tuple[str, str], str]:
    """The actor that stands for its country in an incident, if all its reports name no other."""
    by = rows.assign(actor_id=rows["actor_id"].fillna("")).groupby(["incident_id", "key"], sort=False)["actor_id"]
    actors = by.agg(["first", "nunique"])
    alone = actors.loc[(actors["nunique"] == 1) & (actors["first"] != ""), "first"]
    return dict(zip(alone.index, alone, strict=True))
