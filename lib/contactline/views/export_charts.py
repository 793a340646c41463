"""What a chart or table of the dashboard shows, as rows with the columns that the codebook has for it.

Each function takes the frame that the chart is drawn from and returns a frame for export.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from contactline.views import labels
from contactline.views.export import described

_SPAN = {"date_start": "first_day", "date_end": "last_day"}
_ROLES = {"source": "acts", "target": "acted_on"}


def timeline(rows: pd.DataFrame, words: Mapping[str, str]) -> pd.DataFrame:
    """Rows of the chart over time. ``rows``: as returned by ``counting.rows``; ``words``: the labels of types."""
    counted = _counted(rows, ["date_precision", "date_basis", "quad", "type", "status"])
    return described("timeline", counted.assign(label=counted["type"].map(words).fillna("")))


def course(parts: pd.DataFrame) -> pd.DataFrame:
    """Rows of an actor's chart over time. ``parts``: as returned by ``actor_query.course``."""
    return described("course", _counted(parts, ["role", "date_precision", "quad", "status"]))


def ranking(keys: Sequence[str], words: Sequence[str], counts: Sequence[int]) -> pd.DataFrame:
    """Rows of a bar chart, the highest bar first."""
    return described("ranking", pd.DataFrame({"key": list(keys), "name": list(words), "number": list(counts)}))


def places(told: pd.DataFrame) -> pd.DataFrame:
    """Rows of the map. ``told``: rows of ``map_query.places``."""
    names = {"label": "name", "kind": "place_kind", **_classes()}
    return described("map", told.rename(columns=names))


def held(layer: pd.DataFrame) -> pd.DataFrame:
    """Rows on who held which place. ``layer``: as returned by ``held.holders``."""
    return described("held", layer.rename(columns={"label": "name", "words": "who"}))


def frequency(table: pd.DataFrame) -> pd.DataFrame:
    """Rows on how often actors are named, act and are acted on. ``table``: as returned by
    ``actor_query.frequency``.
    """
    names = dict(_ROLES)
    for role, word in _ROLES.items():
        names |= {f"{role} {quad}": f"{word}_{name}" for quad, name in _classes().items()}
    return described("frequency", table.rename(columns=names))


def pairs(found: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Rows on who does what to whom. ``found``: as returned by ``actor_query.pairs``; ``names``: of its rows."""
    return described(
        "pairs",
        found.assign(
            source_key=found["source"],
            target_key=found["target"],
            source=found["source"].map(names),
            target=found["target"].map(names),
            number=found["n"],
        ),
    )


def whose_word(found: pd.DataFrame, tellers: Mapping[str, str], told: Mapping[str, str]) -> pd.DataFrame:
    """Rows on who reports what. ``found``: as returned by ``whose_word.counted``; ``tellers``, ``told``: names
    of its keys.
    """
    keys = found.rename(columns={"teller": "teller_key", "told": "told_key"})
    named = keys.assign(teller=keys["teller_key"].map(tellers), told=keys["told_key"].map(told))
    return described("whose_word", named)


def told_alone(keys: Sequence[str], words: Sequence[str], counts: Sequence[int]) -> pd.DataFrame:
    """Rows on whose word incidents are, by the values of ``whose_word.alone``."""
    return described(
        "told_alone", pd.DataFrame({"told_by": list(keys), "name": list(words), "number": list(counts)})
    )


def compare(table: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Rows of a comparison. ``table``: as returned by ``compare.table``; ``first``, ``second``: the names of
    both sides.
    """
    names = {"a": "first", "b": "second", "a_each": "first_per_article", "b_each": "second_per_article"}
    return described("compare", table.rename(columns=names).assign(first_side=first, second_side=second))


def changes(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows on what changed. ``rows``: as returned by ``changes.rows``."""
    return described("changes", rows)


def _counted(rows: pd.DataFrame, kinds: list[str]) -> pd.DataFrame:
    """The number of rows with the same days and kinds, by first day, the undated last."""
    keys = [*_SPAN, *kinds]
    counted = rows.groupby(keys, observed=True, dropna=False).size().rename("number").reset_index()
    return counted.sort_values(keys, kind="stable", na_position="last").rename(columns=_SPAN)


def _classes() -> dict[str, str]:
    return {quad: quad.replace(" ", "_") for quad in labels.QUADS}
