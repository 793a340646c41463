"""Tolls as the reports tell them, one by one: how many, of whom, up to which day. Nothing is summed up."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from contactline.lexicon import Lexicon
from contactline.lexicon.conflict import conflict_parties
from contactline.tables.store import Store
from contactline.views import labels

WHATS = ("killed", "injured", "captured", "handed_over")
"""What a toll counts."""

TOTAL = "total"
"""The kind of a running total; what an event alone cost is an increment."""

_GROUPS = tuple(labels.COUNTED)
_NOBODY = ("", "UNK", "CIV", "MED")  # codes of parties that are no side of anybody
_GIVING = "RETREAT"
COLUMNS = (
    *("incident_id", "event_id", "article_id", "publisher", "what", "side", "side_basis", "group"),
    *("number", "low", "high", "kind", "as_of", "date_start", "date_end", "date_precision", "told"),
    *("status", "words"),
)
"""The columns of ``reported``, in order."""


def reported(store: Store, lexicon: Lexicon) -> pd.DataFrame:
    """The tolls that the events of a store tell, one row for each event and kind of toll, by ``as_of``.

    Columns: ``incident_id``, ``event_id``, ``article_id``, ``publisher`` (str, "" where unknown); ``what`` of
    ``WHATS``; ``side``: codes of the countries whose people are counted, separated by ";", "" where nothing
    tells; ``side_basis``: told (the words of the toll say whose) | target (they do not, but one side alone was
    acted on) | ""; ``group``: of soldiers, civilians, prisoners, bodies, separated by ";", "" where not told.
    ``number``, ``low``, ``high`` (Int64): what the text says and its bounds, low or high null where it leaves one
    open ("at least 5"), both null where it only estimates ("about 900"), all null where it has words alone.
    ``kind``: increment (what the event alone cost) | total (all so far) | "" (not told, as for captives).
    ``as_of`` (datetime64): the day up to which a total counts, else the event's day; NaT where that is not known
    to the day; ``date_start``, ``date_end`` (datetime64), ``date_precision``: the event's days as exactly as they
    are known. ``told``: the article's day, NaT where unknown; ``status`` as of the event; ``words``: the text's.
    """
    events = store.events[_tells(store.events)]
    rows = pd.concat([_of(events, what) for what in WHATS], ignore_index=True)
    rows = rows.merge(_whose(store, events, lexicon), on="event_id", how="left")
    articles = store.articles[["article_id", "publisher", "published"]].rename(columns={"published": "told"})
    rows = rows.merge(articles, on="article_id", how="left")
    rows["publisher"] = rows["publisher"].fillna("")
    to_the_day = rows["date_start"].where(rows["date_precision"] == "day")
    rows["as_of"] = rows["toll_as_of"].where(rows["kind"] == TOTAL, to_the_day)
    order = ["as_of", "told", "event_id"]
    return rows.sort_values(order, kind="stable", ignore_index=True)[list(COLUMNS)]


def _tells(events: pd.DataFrame) -> pd.Series[bool]:
    bounds = [f"{what}_{end}" for what in WHATS for end in ("low", "high")]
    return (events["toll_text"] != "") | events[[*bounds, "killed", "injured"]].notna().any(axis=1)


def _of(events: pd.DataFrame, what: str) -> pd.DataFrame:
    """The events that tell one kind of toll, with its number, bounds and kind."""
    low, high = events[f"{what}_low"], events[f"{what}_high"]
    number = events[what] if what in events else low.fillna(high)
    kind = events[f"{what}_kind"] if f"{what}_kind" in events else pd.Series("", events.index, dtype="str")
    told = number.notna() | low.notna() | high.notna() | (kind != "")
    if what in ("captured", "handed_over"):
        told |= _words_alone(events) & ((events["type"] == _GIVING) == (what == "handed_over"))
    columns = ["incident_id", "event_id", "article_id", "date_start", "date_end", "date_precision", "status"]
    return pd.DataFrame(
        events.loc[told, [*columns, "toll_as_of"]].assign(
            what=what,
            number=number[told].astype("Int64"),
            low=low[told].astype("Int64"),
            high=high[told].astype("Int64"),
            kind=kind[told],
            words=events.loc[told, "toll_text"],
        )
    )


def _words_alone(events: pd.DataFrame) -> pd.Series[bool]:
    """Events that tell of captives in words alone: of those the tables keep no kind, as they do of the dead."""
    bounds = [f"{what}_{end}" for what in ("captured", "handed_over") for end in ("low", "high")]
    wordless = (events["killed_kind"] != "") | (events["injured_kind"] != "")
    numbers = events[[*bounds, "killed", "injured"]].notna().any(axis=1)
    return (events["toll_text"] != "") & ~wordless & ~numbers


def _whose(store: Store, events: pd.DataFrame, lexicon: Lexicon) -> pd.DataFrame:
    """Whose people each event counts, and of which group: columns event_id, side, side_basis, group."""
    of, at = np.unique(events["toll_of"].to_numpy(object), return_inverse=True)  # few differ
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
    """The one country whom each event was done to, by event; without those that have several, or that both sides
    did to one another.
    """
    parties = parties[parties["role"].isin(["source", "target"]) & ~parties["country"].isin(_NOBODY)]
    side_of = {code: conflict_parties(lexicon).side_of(code) for code in parties["country"].unique()}
    parties = parties.assign(side=parties["country"].map(side_of))
    targets = parties[parties["role"] == "target"]
    sources = parties.loc[parties["role"] == "source", ["event_id", "side"]].drop_duplicates()
    one = targets.drop_duplicates(["event_id", "country"]).drop_duplicates("event_id", keep=False)
    own = one.merge(sources, on=["event_id", "side"])["event_id"]
    one = one[~one["event_id"].isin(own)]
    return dict(zip(one["event_id"], one["country"], strict=True))
