"""Tolls as the reports give them, one by one: how many, of whom, up to which day. Nothing is added up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from contactline.lexicon import Lexicon
from contactline.lexicon.conflict import ConflictParties, conflict_parties
from contactline.tables.store import Store
from contactline.views import labels
from contactline.views.words import say

_CAPTIVES = ("captured", "handed_over", "held")
WHATS = ("killed", "injured", *_CAPTIVES)
"""What a toll counts."""

TOTAL = "total"
"""The kind of a running total; the toll of a single event is an increment."""

_GROUPS = tuple(labels.COUNTED)
_NOBODY = ("", "UNK", "CIV", "MED")  # codes of parties that belong to no side
_GIVING = "RETREAT"
_HOLDING = ("coerce-hold-captive", "coerce-in-captivity")  # patterns about people who are already prisoners
COLUMNS = (
    *("incident_id", "event_id", "article_id", "publisher", "what", "side", "side_basis", "group"),
    *("number", "low", "high", "kind", "as_of", "date_start", "date_end", "date_precision", "day_basis"),
    *("told", "status", "teller", "words"),
)
"""The columns of ``reported``, in order."""


def reported(store: Store, lexicon: Lexicon) -> pd.DataFrame:
    """The tolls of the events of a store, one row for each event and kind of toll, by ``as_of``.

    Columns: ``incident_id``, ``event_id``, ``article_id``, ``publisher`` (str, "" where unknown). ``what``: one of
    ``WHATS``. ``side``: codes of the countries whose people are counted, separated by ";", "" where unknown.
    ``side_basis``: told (the words of the toll say whose) | target (they do not, but only one side was acted on) |
    "". ``group``: of soldiers, civilians, prisoners, bodies, separated by ";", "" where unknown. ``number``,
    ``low``, ``high`` (Int64): the text's number and its bounds; low or high is null where that end is open ("at
    least 5"), both are null for an estimate ("about 900"), all are null where there are only words. ``kind``:
    increment (what the event alone cost) | total (all so far) | "" (unknown, as for captives). ``as_of``
    (datetime64): for a total, the day up to which it counts (that of its report if the text gives none), else the
    event's day; NaT if not known to the day. ``date_start``, ``date_end`` (datetime64), ``date_precision``: the
    event's days as exactly as they are known. ``day_basis``: how as_of, or else these days, are known; article if
    only the day of the report is known. ``told``: the article's day, NaT where unknown. ``status``: that of the
    event. ``teller``: whose word it is, the code of the speaker's country, or without a speaker that of the
    publisher's, "" where unknown. ``words``: those of the text.
    """
    events = store.events[_tells(store.events)]
    rows = pd.concat([_of(events, what) for what in WHATS], ignore_index=True)
    rows = rows.merge(_whose(store, events, lexicon), on="event_id", how="left")
    articles = store.articles[["article_id", "publisher", "publisher_country", "published"]]
    rows = rows.merge(articles.rename(columns={"published": "told"}), on="article_id", how="left")
    rows["publisher"] = rows["publisher"].fillna("")
    rows["teller"] = _speakers(store, rows).fillna(rows["publisher_country"]).fillna("")
    to_the_day = rows["date_start"].where(rows["date_precision"] == "day")
    reported_on = to_the_day.where(rows["date_basis"] == "article")
    rows["as_of"] = rows["toll_as_of"].fillna(reported_on).where(rows["kind"] == TOTAL, to_the_day)
    rows["day_basis"] = rows["date_basis"].mask((rows["kind"] == TOTAL) & rows["toll_as_of"].notna(), "text")
    order = ["as_of", "told", "event_id"]
    return rows.sort_values(order, kind="stable", ignore_index=True)[list(COLUMNS)]


def _tells(events: pd.DataFrame) -> pd.Series[bool]:
    bounds = [f"{what}_{end}" for what in WHATS for end in ("low", "high")]
    return (events["toll_text"] != "") | events[[*bounds, "killed", "injured"]].notna().any(axis=1)


def _of(events: pd.DataFrame, what: str) -> pd.DataFrame:
    """The events with one kind of toll, with its number, bounds and kind."""
    low, high = events[f"{what}_low"], events[f"{what}_high"]
    number = events[what] if what in events else low.fillna(high)
    kind = events[f"{what}_kind"] if f"{what}_kind" in events else pd.Series("", events.index, dtype="str")
    told = number.notna() | low.notna() | high.notna() | (kind != "")
    if what in _CAPTIVES:
        told |= _words_alone(events) & (_of_captives(events) == what)
    columns = ["incident_id", "event_id", "article_id", "date_start", "date_end", "date_precision", "date_basis"]
    columns += ["status", "attributed_to", "toll_as_of"]
    return pd.DataFrame(
        events.loc[told, columns].assign(
            what=what,
            number=number[told].astype("Int64"),
            low=low[told].astype("Int64"),
            high=high[told].astype("Int64"),
            kind=kind[told],
            words=events.loc[told, "toll_text"].str.split().str.join(" "),
        )
    )


def _words_alone(events: pd.DataFrame) -> pd.Series[bool]:
    """Events with captives in words only; the tables have no kind of toll for these, as they have for the dead."""
    bounds = [f"{what}_{end}" for what in _CAPTIVES for end in ("low", "high")]
    wordless = (events["killed_kind"] != "") | (events["injured_kind"] != "")
    numbers = events[[*bounds, "killed", "injured"]].notna().any(axis=1)
    return (events["toll_text"] != "") & ~wordless & ~numbers


def _of_captives(events: pd.DataFrame) -> pd.Series[str]:
    """Which of ``_CAPTIVES`` an event without a number is about."""
    holds = np.where(events["pattern_id"].isin(_HOLDING), "held", "captured")
    return pd.Series(np.where(events["type"] == _GIVING, "handed_over", holds), events.index, dtype="str")


def _speakers(store: Store, rows: pd.DataFrame) -> pd.Series[str]:
    """The country of the first speaker for each toll that has one, missing where nobody is named."""
    actors = store.actors[~store.actors["country"].isin(_NOBODY)]
    countries = dict(zip(actors["actor_id"], actors["country"], strict=True))
    said = [
        next((countries[key] for key in keys.split(";") if key in countries), None)
        for keys in rows["attributed_to"]
    ]
    return pd.Series(said, rows.index, dtype="str")


def _whose(store: Store, events: pd.DataFrame, lexicon: Lexicon) -> pd.DataFrame:
    """Whose people each event counts, and of which group: columns event_id, side, side_basis, group."""
    of, at = np.unique(events["toll_of"].to_numpy(object), return_inverse=True)  # there are few distinct values
    parts = [[part for part in told.split(";") if part] for told in of]
    groups = np.array([";".join(p for p in some if p in _GROUPS) for some in parts], object)
    sides = np.array([";".join(p for p in some if p not in _GROUPS) for some in parts], object)
    whose = pd.DataFrame({"event_id": events["event_id"], "group": groups[at], "side": sides[at]})
    targets = _only_targets(store.event_actors[store.event_actors["event_id"].isin(events["event_id"])], lexicon)
    hit = pd.Series([targets.get(key, "") for key in whose["event_id"]], whose.index, dtype="str")
    told = whose["side"] != ""
    basis = np.where(told, "told", np.where(hit != "", "target", ""))
    return whose.assign(side=whose["side"].where(told, hit), side_basis=basis)


def _only_targets(parties: pd.DataFrame, lexicon: Lexicon) -> Mapping[str, str]:
    """By event, the only country that was its target; events with several, or between two sides, are left out."""
    parties = parties[parties["role"].isin(["source", "target"]) & ~parties["country"].isin(_NOBODY)]
    side_of = {code: conflict_parties(lexicon).side_of(code) for code in parties["country"].unique()}
    parties = parties.assign(side=parties["country"].map(side_of))
    targets = parties[parties["role"] == "target"]
    sources = parties.loc[parties["role"] == "source", ["event_id", "side"]].drop_duplicates()
    one = targets.drop_duplicates(["event_id", "country"]).drop_duplicates("event_id", keep=False)
    own = one.merge(sources, on=["event_id", "side"])["event_id"]
    one = one[~one["event_id"].isin(own)]
    return dict(zip(one["event_id"], one["country"], strict=True))


def drawn(rows: pd.DataFrame, names: Mapping[str, str], lexicon: Lexicon) -> pd.DataFrame:
    """Tolls as charts and lists show them, panel by panel, those of one side first, by its name.

    ``rows``: of ``reported``. ``names``: of country codes. Additional columns: ``panel``: side of the conflict and
    group in words. ``whom``: the same with the countries that are named, and whether the side is inferred.
    ``word``: whose word it is, own (the side whose people are counted), other (the other side), third or ""
    (unknown). ``bound``: how the text bounds the number, exact, range, least, most, about or words (no number).
    ``short``: the number in words, or the words of the text where it has none. ``hover``: the tooltip, with all of
    these.
    """
    conflict = conflict_parties(lexicon)
    sides = [tuple(code for code in side.split(";") if code) for side in rows["side"]]
    codes = {*conflict.belligerents, *(code for side in sides for code in side)}
    called = {code: names.get(code) or labels.side(code, lexicon) for code in codes}
    groups = [group.split(";") if group else [] for group in rows["group"]]
    lines = list(zip(rows.to_dict("records"), sides, strict=True))
    short = [_short(row) for row, _ in lines]
    found = rows.assign(
        panel=[_people(_sides(side, called, conflict), group) for side, group in zip(sides, groups, strict=True)],
        whom=[
            _people(labels.together(called[code] for code in side), group, row["side_basis"])
            for (row, side), group in zip(lines, groups, strict=True)
        ],
        word=[_word(row["teller"], side, conflict) for row, side in lines],
        bound=[_bound(row) for row, _ in lines],
        short=short,
        hover=[_hover(row, number) for (row, _), number in zip(lines, short, strict=True)],
        _several=[len(conflict.one_side(side)) != 1 for side in sides],
    )
    order = found.sort_values(["_several", "panel"], kind="stable", ignore_index=True)
    return order.drop(columns="_several")


def _sides(side: tuple[str, ...], names: Mapping[str, str], conflict: ConflictParties) -> str:
    """ "Armenia and Nagorno-Karabakh Armenians": a side of the conflict counts as one, whichever of its parties
    is named.
    """
    of_sides = conflict.one_side(side)
    members = [code for code in conflict.belligerents if conflict.side_of(code) in of_sides]
    others = [code for code in side if code not in conflict.belligerents]
    who = labels.together(names[code] for code in (*members, *others))
    return say("tolls.together", sides=who) if len(of_sides) > 1 else who


def _people(side: str, group: list[str], basis: str = "") -> str:
    """Whose people and which group, in words. ``basis``: as in ``side_basis``."""
    people = labels.together(labels.COUNTED[part] for part in group) if group else say("tolls.people")
    key = "tolls.inferred" if basis == "target" else "tolls.panel"
    return say(key, side=side or say("tolls.no_side"), people=people)


def _word(teller: str, side: tuple[str, ...], conflict: ConflictParties) -> str:
    if not teller:
        return ""
    if conflict.side_of(teller) in conflict.one_side(side):
        return "own"
    return "other" if teller in conflict.belligerents and side else "third"


def _bound(row: Mapping[Any, Any]) -> str:
    low, high = pd.isna(row["low"]), pd.isna(row["high"])
    if pd.isna(row["number"]):
        return "words"
    if low and high:
        return "about"
    if low or high:
        return "most" if low else "least"
    return "exact" if row["low"] == row["high"] else "range"


def _short(row: Mapping[Any, Any]) -> str:
    """The number with its bounds, or the text's words where it has none."""
    if pd.isna(row["number"]):
        return say("text.quoted", text=row["words"])
    return labels.number(row["number"], row["low"], row["high"])


def days(row: Mapping[Any, Any]) -> tuple[Any, Any, str, str]:
    """The day up to which a total counts, or else the days of the event: first, last, precision and basis.

    These are the arguments of ``labels.when`` and ``labels.sortable``. ``row``: of ``reported``.
    """
    if pd.isna(row["as_of"]):
        return row["date_start"], row["date_end"], row["date_precision"], row["day_basis"]
    return row["as_of"], row["as_of"], "day", row["day_basis"]


def _hover(row: Mapping[Any, Any], short: str) -> str:
    when = labels.when(*days(row))
    if row["kind"] == TOTAL and not pd.isna(row["as_of"]) and row["day_basis"] != "article":
        when = say("tolls.as_of", day=when)
    inferred = say("tolls.side_inferred") if row["side_basis"] == "target" else ""
    said = [short, when, row["publisher"], labels.STATUSES_SHORT.get(row["status"], ""), inferred]
    return " \N{MIDDLE DOT} ".join(filter(None, said))
