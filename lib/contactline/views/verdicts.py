"""Events drawn at random, and what verdicts on them say: precision with its interval, annotated articles."""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from contactline.corrections.verdicts import Verdict
from contactline.lexicon import Lexicon
from contactline.tables.store import Store
from contactline.views import corrected, labels

BANDS = (0.0, 0.5, 0.65, 0.8, 1.01)
"""Of the confidence, as ``contactline evaluate`` has them."""
_NO_EVENT = ("not an event", "type")
_Z = 1.959964  # of a normal distribution: 95 % lie within it
_QUOTED = 25  # words of a quotation on each side of those that name the event
_NEVER = "0001-01-01"
_SHOWN = ("type", "mode", "date_start", "date_end", "date_precision", "place_id", "status", "killed", "injured")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those judged are right, with the interval that holds the true share 95 times in 100 (Wilson)."""

    right: int
    judged: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None where nothing was judged."""
        return self.right / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float]:
        """Its lower and upper bound; 0 and 1 where nothing was judged."""
        if not self.judged:
            return 0.0, 1.0
        n, p, z = self.judged, self.right / self.judged, _Z
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, centre - half), min(1.0, centre + half)


def drawn(event_ids: Iterable[str], seed: int) -> pd.Series[str]:
    """The events in the order of a draw: the same seed orders two events alike, whatever others there are."""
    ids = pd.Series(list(event_ids), dtype="str")
    keys = pd.util.hash_array(ids.to_numpy(object), hash_key=f"{seed % 10**16:016d}")
    return ids.iloc[keys.argsort(kind="stable")].reset_index(drop=True)


def digest(store: Store, event: Mapping[Any, Any]) -> str:
    """12 hexadecimal digits of what is shown of an event, a row of ``events``."""
    parties = store.event_actors[store.event_actors["event_id"] == event["event_id"]]
    who = sorted(map(str, parties[["role", "actor_id", "country"]].itertuples(index=False, name=None)))
    told = ["" if pd.isna(event[name]) else str(event[name]) for name in _SHOWN]
    return hashlib.sha256(repr((told, who)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def of_today(store: Store, verdicts: Sequence[Verdict]) -> dict[str, Verdict]:
    """The last verdict on each event that is shown today as it was then, by the event's id."""
    last = {(_article(one), one.fingerprint): one for one in verdicts}
    found = {}
    for article_id in dict.fromkeys(article_id for article_id, _ in last):
        marks = corrected.fingerprints_of(store, article_id)
        for event in store.events[store.events["article_id"] == article_id].to_dict("records"):
            one = last.get((article_id, marks[event["event_id"]]))
            if one is not None and one.coded == digest(store, event):
                found[event["event_id"]] = one
    return found


def _article(verdict: Verdict) -> str:
    return verdict.event_id.rpartition("-")[0]


def overall(verdicts: Iterable[Verdict]) -> tuple[Share, Share]:
    """All right; and an event of that type, whatever else is wrong. Those that are unsure count in neither."""
    judged = [one for one in verdicts if one.verdict != "unsure"]
    right = sum(one.verdict == "right" for one in judged)
    events = sum(
        one.verdict == "right" or bool(one.faults) and not set(one.faults) & {*_NO_EVENT} for one in judged
    )
    return Share(right, len(judged)), Share(events, len(judged))


def by_type(verdicts: Iterable[Verdict], lexicon: Lexicon) -> dict[str, Share]:
    """The events that are all right, by the label of their type, the most judged first."""
    kinds = labels.kinds(lexicon)
    return _grouped((kinds.get(one.type, one.type), one) for one in verdicts)


def by_confidence(verdicts: Iterable[Verdict]) -> dict[str, Share]:
    """The same by bands of confidence ("0.50 - 0.65"), the lowest first."""
    found = _grouped((_band(one.confidence), one) for one in verdicts)
    return dict(sorted(found.items()))


def _band(confidence: float) -> str:
    low, high = next((a, b) for a, b in zip(BANDS, BANDS[1:], strict=False) if confidence < b)
    return f"{low:.2f} \N{EN DASH} {min(high, 1.0):.2f}"


def _grouped(pairs: Iterable[tuple[str, Verdict]]) -> dict[str, Share]:
    judged, right = Counter[str](), Counter[str]()
    for name, one in pairs:
        if one.verdict != "unsure":
            judged[name] += 1
            right[name] += one.verdict == "right"
    return {name: Share(right[name], number) for name, number in judged.most_common()}


def faults(verdicts: Iterable[Verdict]) -> Counter[str]:
    """How often each fault was named."""
    return Counter(fault for one in verdicts if one.verdict == "wrong" for fault in one.faults)


def annotated(store: Store, verdicts: Mapping[str, Verdict], articles: Iterable[str] | None = None) -> bytes:
    """The articles with a verdict, or those with these ids, as annotated articles for ``contactline evaluate``: a
    JSON line each.

    ``verdicts``: by event id, as from ``of_today``. A right event is annotated as it was coded. Of a wrong one
    that is an event, the wrong fields hold what nothing can equal; one that is none, or of another type, is left
    out, so that it counts as invented. All other events are optional: they cost nothing.
    """
    judged = store.events.loc[store.events["event_id"].isin(verdicts), "article_id"]
    ids = dict.fromkeys(judged if articles is None else articles)
    return "".join(_line(store, key, verdicts) for key in ids).encode("utf-8", "replace")


def _line(store: Store, article_id: str, verdicts: Mapping[str, Verdict]) -> str:
    article = store.articles[store.articles["article_id"] == article_id].iloc[0]
    events = store.events[store.events["article_id"] == article_id].to_dict("records")
    found = [_annotation(store, event, verdicts.get(event["event_id"])) for event in events]
    day = article["published"]
    facts = {
        "id": article_id,
        "title": article["title"],
        "publisher": article["publisher"],
        "url": article["url"],
        "published": None if pd.isna(day) else day.date().isoformat(),
        "text": article["text"],
        "events": [one for one in found if one is not None],
    }
    return json.dumps(facts, ensure_ascii=False) + "\n"


def _annotation(store: Store, event: Mapping[Any, Any], verdict: Verdict | None) -> dict[str, Any] | None:
    wrong = set(verdict.faults) if verdict is not None and verdict.verdict == "wrong" else set()
    if verdict is not None and verdict.verdict == "wrong" and (not wrong or wrong & {*_NO_EVENT}):
        return None
    start, end = (None if pd.isna(event[name]) else event[name].date().isoformat() for name in _SHOWN[2:4])
    parties = store.event_actors[store.event_actors["event_id"] == event["event_id"]]
    sides = {
        role: sorted({*parties.loc[parties["role"] == role, "country"].dropna()} - {""})
        for role in ("source", "target")
    }
    place = store.places.loc[store.places["place_id"] == event["place_id"], "name"]
    facts: dict[str, Any] = {
        "quote": _quote(store, event),
        "type": event["type"],
        "date_start": start,
        "date_end": end or start,
        **sides,
        "place": None if place.empty else place.iloc[0],
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
    told = {"verdict": verdict.verdict, "faults": sorted(wrong)} if verdict is not None else {}
    return facts | told | {"optional": verdict is None or verdict.verdict == "unsure"}


def _quote(store: Store, event: Mapping[Any, Any]) -> str:
    """The words of an event's sentence around those that name it."""
    rows = store.sentences
    row = rows[(rows["article_id"] == event["article_id"]) & (rows["sentence"] == event["sentence"])].iloc[0]
    at = int(event["start"]) - int(row["start"])
    before, after = row["text"][:at].split(), row["text"][at:].split()
    return " ".join([*before[-_QUOTED:], *after[:_QUOTED]])
