"""Who acted on whom as a network: GEXF (Gephi) and GraphML, from the rows of dyads."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from contactline.views import labels
from contactline.views.export_files import printable

if TYPE_CHECKING:
    import networkx as nx

# the day of the export, which is removed so that equal rows give equal files
_WRITTEN = re.compile(rb' lastmodifieddate="[^"]*"')


def as_gexf(frame: pd.DataFrame) -> bytes:
    """The network as GEXF 1.2."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_gexf(graph(frame), out)
    return _WRITTEN.sub(b"", out.getvalue())


def as_graphml(frame: pd.DataFrame) -> bytes:
    """The network as GraphML."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml(graph(frame), out)
    return out.getvalue()


def graph(frame: pd.DataFrame) -> nx.DiGraph:
    """A directed network of the parties in rows of dyads.

    A node is an actor with label, country and kind, where known. An edge leads from the party that acts or
    mediates to the other: weight (the sum of the rows' weights), events (their number), completed (the number of
    them in which the text does not name both), first and last (ISO days, where known), and the number of events of
    each class (verbal_cooperation ...).
    """
    import networkx as nx

    found: Any = nx.DiGraph()
    rows = frame.assign(completed=(frame["source_basis"] != "told") | (frame["target_basis"] != "told"))
    for side in ("source", "target"):
        rows[f"{side}_key"] = _keys(rows, side)
        for row in rows.drop_duplicates(f"{side}_key").to_dict("records"):
            facts = {"label": row[side], "country": row[f"{side}_country"], "kind": row[f"{side}_kind"]}
            known = {name: printable(value) for name, value in facts.items() if not pd.isna(value)}
            found.add_node(row[f"{side}_key"], **known)
    for (source, target), some in rows.groupby(["source_key", "target_key"], sort=True):
        found.add_edge(source, target, **_edge(some))
    return found


def _keys(rows: pd.DataFrame, side: str) -> pd.Series[Any]:
    """The key of each node: the actor's id; for words that name no known actor, the words with their country."""
    words = rows[f"{side}_country"].fillna("") + ":" + rows[side].map(printable)
    return rows[f"{side}_id"].fillna(words)


def _edge(some: pd.DataFrame) -> dict[str, Any]:
    days = some["date_start"].min(), some["date_end"].max()
    events = some.drop_duplicates("event_id")
    classes = events["quad"].value_counts()
    facts = {
        "weight": round(float(some["weight"].sum()), 6),
        "events": len(events),
        "completed": int(events["completed"].sum()),
        **{quad.replace(" ", "_"): int(classes.get(quad, 0)) for quad in labels.QUADS},
    }
    told = {
        name: day.date().isoformat() for name, day in zip(("first", "last"), days, strict=True) if not pd.isna(day)
    }
    return facts | told
