"""Events drawn at random, and the results of verdicts on them: precision with its interval, and annotated
articles.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from contactline.corrections.verdicts import Verdict
from contactline.lexicon import Lexicon
from contactline.tables.store import Store
from contactline.views import corrected, labels

BANDS = (0.0, 0.5, 0.65, 0.8, 1.01)
"""Bands of confidence, as in ``contactline evaluate``."""
_NO_EVENT = {"not an event", "type"}
_SIDES = ("source", "target")
_Z = 1.959964  # standard deviations of a normal distribution within which 95 % lie
_QUOTED = 25  # words of a quotation on each side of the trigger
_NEVER = "0001-01-01"
_SHOWN = ("type", "mode", "date_start", "date_end", "date_precision", "place_id", "status", "killed", "injured")


@dataclass(frozen=True, slots=True)
class Share:
    """The share of judged events that are right, with its 95 % confidence interval (Wilson).

    ``estimate``: the estimated share of all events, where the judged events represent different numbers of events.
    ``effective``: the number of events judged at random that would say as much (Kish). None where all represent as
    many.
    """

    right: int
    judged: int
    estimate: float | None = None
    effective: float | None = None

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None where nothing was judged."""
        if self.estimate is not None:
            return self.estimate
        return self.right / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float]:
        """The lower and upper bound; 0 and 1 where nothing was judged."""
        p = self.share
        if p is None:
            return 0.0, 1.0
        n, z = self.effective or self.judged, _Z
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, centre - half), min(1.0, centre + half)


Stratum = tuple[str, str]
"""A type of event and a band of confidence; events are drawn from each in turn."""


def drawn(events: pd.DataFrame, seed: int) -> pd.Series[str]:
    """The ids of events in the order of a random draw: each round draws one of each type and band of confidence.

    ``events``: columns event_id, type, confidence. With the same seed, two events of the same type and band always
    have the same order, whatever other events there are.
    """
    keys = pd.util.hash_array(events["event_id"].to_numpy(object), hash_key=f"{seed % 10**16:016d}")
    rows = _strata(events).assign(event_id=events["event_id"].to_numpy()).iloc[keys.argsort(kind="stable")]
    turn = rows.groupby(["type", "band"], sort=False).cumcount()
    ids: pd.Series[str] = rows.loc[turn.sort_values(kind="stable").index, "event_id"].reset_index(drop=True)
    return ids


def sizes(store: Store) -> dict[Stratum, int]:
    """The number of a store's events by type and band of confidence."""
    found = _strata(store.events).value_counts().reset_index(name="number")
    return {(type_, band): int(number) for type_, band, number in found.itertuples(index=False, name=None)}


def _strata(events: pd.DataFrame) -> pd.DataFrame:
    names = [_band(low) for low in BANDS[:-1]]
    at = np.searchsorted(BANDS[1:], events["confidence"].to_numpy(), side="right")
    return pd.DataFrame({"type": events["type"].to_numpy(), "band": np.array(names, object)[at]})


def _stratum(verdict: Verdict) -> Stratum:
    return verdict.type, _band(verdict.confidence)


def digest(store: Store, event: Mapping[Any, Any]) -> str:
    """12 hexadecimal digits that depend on what is shown of an event, a row of ``events``."""
    parties = store.event_actors[store.event_actors["event_id"] == event["event_id"]]
    who = sorted(map(str, parties[["role", "actor_id", "country"]].itertuples(index=False, name=None)))
    told = ["" if pd.isna(event[name]) else str(event[name]) for name in _SHOWN]
    return hashlib.sha256(repr((told, who)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def still_valid(store: Store, verdicts: Sequence[Verdict]) -> dict[str, Verdict]:
    """By event id, the last verdict on each event that is still shown as it was when it was judged."""
    last = {(_article(one), one.fingerprint): one for one in verdicts}
    found = {}
    for article_id in dict.fromkeys(article_id for article_id, _ in last):
        marks = corrected.fingerprints_of(store, article_id)
        rows = store.events.loc[store.events["article_id"] == article_id, ["event_id", *_SHOWN]]
        for event in rows.to_dict("records"):
            one = last.get((article_id, marks[event["event_id"]]))
            if one is not None and one.coded == digest(store, event):
                found[event["event_id"]] = one
    return found


def _article(verdict: Verdict) -> str:
    return verdict.event_id.rpartition("-")[0]


def overall(verdicts: Iterable[Verdict], sizes: Mapping[Stratum, int]) -> tuple[Share, Share]:
    """The share of events that are fully right, and of those with the right type, whatever else is wrong.

    Verdicts that are unsure count in neither. ``sizes``: as returned by ``sizes``; rare types and bands are drawn
    as often as frequent ones, and so get a lower weight.
    """
    some = list(verdicts)
    return _share(some, sizes), _share(some, sizes, _is_event)


def by_type(verdicts: Iterable[Verdict], sizes: Mapping[Stratum, int], lexicon: Lexicon) -> dict[str, Share]:
    """The share of events that are fully right, by the label of their type, the most judged first, types with
    none last.
    """
    kinds = labels.kinds(lexicon)
    found = _grouped(verdicts, sizes, 0)
    ranked = sorted(found.items(), key=lambda one: (-one[1].judged, kinds.get(one[0], one[0])))
    return {kinds.get(type_, type_): share for type_, share in ranked}


def by_confidence(verdicts: Iterable[Verdict], sizes: Mapping[Stratum, int]) -> dict[str, Share]:
    """The same share by bands of confidence ("0.50 - 0.65"), the lowest first."""
    return dict(sorted(_grouped(verdicts, sizes, 1).items()))


def _band(confidence: float) -> str:
    low, high = next((a, b) for a, b in zip(BANDS, BANDS[1:], strict=False) if confidence < b)
    return f"{low:.2f} \N{EN DASH} {min(high, 1.0):.2f}"


def _grouped(verdicts: Iterable[Verdict], sizes: Mapping[Stratum, int], part: int) -> dict[str, Share]:
    """The share for each type (``part`` 0) or band (1) that has an event, judged or not."""
    groups: dict[str, list[Verdict]] = {stratum[part]: [] for stratum in sizes}
    for one in verdicts:
        groups.setdefault(_stratum(one)[part], []).append(one)
    return {name: _share(some, sizes) for name, some in groups.items()}


def _is_right(verdict: Verdict) -> bool:
    return verdict.verdict == "right"


def _is_event(verdict: Verdict) -> bool:
    return _is_right(verdict) or bool(verdict.faults) and not set(verdict.faults) & _NO_EVENT


def _share(
    verdicts: Iterable[Verdict], sizes: Mapping[Stratum, int], right: Callable[[Verdict], bool] = _is_right
) -> Share:
    """The share of right verdicts, each weighted by the number of events of its type and band that it
    represents.
    """
    judged = [one for one in verdicts if one.verdict != "unsure"]
    if not judged:
        return Share(0, 0)
    number = Counter(map(_stratum, judged))
    weights = [sizes.get(_stratum(one), 1) / number[_stratum(one)] for one in judged]
    found = [right(one) for one in judged]
    whole = sum(weights)
    estimate = sum(weight for weight, good in zip(weights, found, strict=True) if good) / whole
    return Share(sum(found), len(judged), estimate, whole**2 / sum(weight**2 for weight in weights))


def faults(verdicts: Iterable[Verdict]) -> Counter[str]:
    """The number of times each fault was named."""
    return Counter(fault for one in verdicts if one.verdict == "wrong" for fault in one.faults)


def annotated(store: Store, verdicts: Mapping[str, Verdict], articles: Iterable[str] | None = None) -> bytes:
    """The articles with a verdict, or those with these ids, as annotated articles for ``contactline evaluate``, in
    JSON lines.

    ``verdicts``: by event id, as returned by ``still_valid``. A right event is annotated as coded. In a wrong one
    that is still an event, the wrong fields get a value that nothing equals. One that is no event, or of another
    type, is left out, so that it counts as false. All other events are optional, so that they do not count.
    """
    judged = store.events.loc[store.events["event_id"].isin(list(verdicts)), "article_id"]
    ids = list(dict.fromkeys(judged if articles is None else articles))
    events = store.events[store.events["article_id"].isin(ids)]
    texts = store.sentences[store.sentences["article_id"].isin(ids)]
    keys = zip(texts["article_id"], texts["sentence"], strict=True)
    sentences = dict(zip(keys, zip(texts["text"], texts["start"], strict=True), strict=True))
    places = dict(zip(store.places["place_id"], store.places["name"], strict=True))
    sides = _sides(store, events["event_id"])
    found: dict[str, list[dict[str, Any]]] = {key: [] for key in ids}
    for event in events.to_dict("records"):
        told = {
            "quote": _quote(event, *sentences[event["article_id"], event["sentence"]]),
            **{role: sorted(sides.get((event["event_id"], role), ())) for role in _SIDES},
            "place": places.get(event["place_id"]),
        }
        one = _annotation(event, told, verdicts.get(event["event_id"]))
        found[event["article_id"]] += [] if one is None else [one]
    rows = store.articles.set_index("article_id", drop=False).loc[ids].to_dict("records")
    return "".join(_line(row, found[row["article_id"]]) for row in rows).encode("utf-8", "replace")


def _sides(store: Store, event_ids: pd.Series[str]) -> dict[tuple[str, str], set[str]]:
    """The codes of the countries of each event's sources and targets, by event and role."""
    rows = store.event_actors
    rows = rows[rows["event_id"].isin(event_ids) & rows["role"].isin(_SIDES) & rows["country"].notna()]
    found: dict[tuple[str, str], set[str]] = {}
    for event_id, role, country in rows[["event_id", "role", "country"]].itertuples(index=False, name=None):
        if country:
            found.setdefault((event_id, role), set()).add(country)
    return found


def _line(article: Mapping[Any, Any], events: list[dict[str, Any]]) -> str:
    day = article["published"]
    facts = {
        "id": article["article_id"],
        "title": article["title"],
        "publisher": article["publisher"],
        "url": article["url"],
        "published": None if pd.isna(day) else day.date().isoformat(),
        "text": article["text"],
        "events": events,
    }
    return json.dumps(facts, ensure_ascii=False) + "\n"


def _annotation(
    event: Mapping[Any, Any], told: Mapping[str, Any], verdict: Verdict | None
) -> dict[str, Any] | None:
    """An event as annotated, None for one that is left out. ``told``: its quote, source, target and place."""
    wrong = set(verdict.faults) if verdict is not None and verdict.verdict == "wrong" else set()
    if verdict is not None and verdict.verdict == "wrong" and (not wrong or wrong & _NO_EVENT):
        return None
    start, end = (None if pd.isna(event[name]) else event[name].date().isoformat() for name in _SHOWN[2:4])
    facts: dict[str, Any] = {
        "quote": told["quote"],
        "type": event["type"],
        "date_start": start,
        "date_end": end or start,
        "source": told["source"],
        "target": told["target"],
        "place": told["place"],
        "status": event["status"],
        "killed": None if pd.isna(event["killed"]) else int(event["killed"]),
    }
    unlike: dict[str, dict[str, Any]] = {
        "day": dict.fromkeys(("date_start", "date_end"), None if start else _NEVER),
        "place": {"place": "?"},
        "who": {"source": ["?"], "target": ["?"]},
        "toll": {"killed": "?"},
        "status": {"status": "?"},
    }
    for fault in wrong:
        facts |= unlike[fault]
    judged = {"verdict": verdict.verdict, "faults": sorted(wrong)} if verdict is not None else {}
    return facts | judged | {"optional": verdict is None or verdict.verdict == "unsure"}


def _quote(event: Mapping[Any, Any], sentence: str, start: int) -> str:
    """The words of an event's sentence around its trigger. ``start``: the offset of the sentence."""
    at = int(event["start"]) - int(start)
    before, after = sentence[:at].split(), sentence[at:].split()
    return " ".join([*before[-_QUOTED:], *after[:_QUOTED]])
