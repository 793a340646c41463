"""Who held which district and town on the days shown, and the sources for it: the rows of control.csv in words."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from contactline.lexicon import Lexicon
from contactline.lexicon.control import Hold, control
from contactline.lexicon.table import split_cell
from contactline.views import labels, toponyms
from contactline.views.words import say

_KINDS = ("district", "city", "town")
"""Kinds of places that the map is large enough for; for villages, districts and regions are shown instead."""

_COLUMNS = ["place_id", "label", "extent", "lat", "lon", "before", "after", "words", "sources"]
_DAY = timedelta(days=1)


def holders(lexicon: Lexicon, first: date, last: date, names: str = "both") -> pd.DataFrame:
    """A row for each district and town in control.csv, by name.

    ``first``, ``last``: the days that are shown. ``names``: one of ``toponyms.SETTINGS``. Columns: place_id,
    label, extent, lat, lon (degrees), before and after (the code of the side that held it on the first and on the
    last of the days, "" where each side held a part or nothing is known), words (who held it on these days, with
    days where it changed hands), sources (landmarks of the chronology with their own sources).
    """
    held = control(lexicon).holds
    landmarks = {row["landmark_id"]: row for row in lexicon.rows("chronology")}
    rows = []
    for place in lexicon.rows("places"):
        key = place["place_id"]
        if key not in held or place["kind"] not in _KINDS:
            continue
        here = [hold for hold in held[key] if _meets(hold, first, last)]
        name = toponyms.label(key, place["name"], place["name_other"], names, lexicon)
        rows.append(
            {
                "place_id": key,
                "label": name,
                "extent": place["extent"],
                "lat": float(place["lat"]),
                "lon": float(place["lon"]),
                "before": _on(here, first),
                "after": _on(here, last),
                "words": _told(here, first, last, lexicon),
                "sources": "; ".join(
                    dict.fromkeys(_source(s, landmarks) for h in here for s in split_cell(h.source))
                ),
            }
        )
    return pd.DataFrame(rows, columns=_COLUMNS).sort_values("label", ignore_index=True)


def _meets(hold: Hold, first: date, last: date) -> bool:
    return (hold.since is None or hold.since <= last) and (hold.until is None or hold.until >= first)


def _on(here: list[Hold], day: date) -> str:
    return next((hold.holder for hold in here if hold.covers(day, day)), "")


def _told(here: list[Hold], first: date, last: date, lexicon: Lexicon) -> str:
    """Who held a place, in order: each hold with its days, and a gap that no row covers as not known."""
    parts: list[str] = []
    next_day = first
    for hold in sorted(here, key=lambda hold: hold.since or date.min):
        if hold.since is not None and hold.since > next_day:
            parts.append(_span(say("held.not_known"), next_day, hold.since - _DAY))
        who = labels.side(hold.holder, lexicon) if hold.holder else (hold.note or say("held.in_part"))
        parts.append(_span(who, hold.since, hold.until))
        if hold.until is None or hold.until >= last:
            return "; ".join(parts)
        next_day = max(next_day, hold.until + _DAY)
    return "; ".join([*parts, _span(say("held.not_known"), next_day, last)])


def _span(who: str, since: date | None, until: date | None) -> str:
    """Who held it and the days, as far as they have ends."""
    if since and until:
        return say("held.during", who=who, days=labels.span(since, until))
    if since:
        return say("held.since", who=who, day=labels.day(since))
    return say("held.until", who=who, day=labels.day(until)) if until else who


def _source(named: str, landmarks: dict[str, dict[str, str]]) -> str:
    """A landmark with its day and its source, in words."""
    if named not in landmarks:
        return named
    row = landmarks[named]
    return say("held.landmark", name=row["name"], source=row["source"])
