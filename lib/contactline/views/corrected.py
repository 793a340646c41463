"""What readers have corrected, in words: beside an event, in lists, and for each correction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from contactline.corrections import Correction, values
from contactline.corrections.identity import fingerprints, sentence_mark
from contactline.lexicon import Lexicon
from contactline.tables.store import Store
from contactline.views import labels
from contactline.views.words import say, words_of

FIELDS = words_of("correct_fields")
"""The fields of an event or incident that can be corrected, in words."""
STATES = words_of("correct_states")
"""The states of a correction, in words."""
SIGN = "\N{LOWER RIGHT PENCIL}"
"""Marks a corrected value in a list."""

_LISTED = {
    "day": "day",
    "type": "label",
    "place": "place",
    "source": "sources",
    "target": "targets",
    "status": "status",
    **dict.fromkeys(values.TOLLS, "toll"),
}
"""By field: its column in a list of events."""


def fingerprint(store: Store, event_id: str) -> str:
    """The fingerprint by which corrections identify an event. Raises KeyError for an event that is not there."""
    return fingerprints_of(store, event_id.rpartition("-")[0])[event_id]


def fingerprints_of(store: Store, article_id: str) -> dict[str, str]:
    """The fingerprints of all events of an article, including rejected ones."""
    columns = ["event_id", "sentence", "trigger"]
    events = pd.concat(
        [table.loc[table["article_id"] == article_id, columns] for table in (store.events, store.coded_events)]
    ).drop_duplicates("event_id")
    texts = _sentences(store, article_id)
    rows = sorted(
        events.itertuples(index=False, name=None),
        key=lambda row: int(row[0].rpartition("-")[2]),
    )
    return fingerprints((key, texts.get(number, ""), trigger) for key, number, trigger in rows)


def _sentences(store: Store, article_id: str) -> dict[int, str]:
    rows = store.sentences[store.sentences["article_id"] == article_id]
    return dict(zip(rows["sentence"], rows["text"], strict=True))


def of_event(store: Store, event_id: str) -> list[Correction]:
    """The corrections that are applied to an event, in their order, without those of its incident."""
    rows = store.corrections
    some = rows[(rows["event_id"] == event_id) & (rows["state"] == "applied")]
    found = map(correction, some.to_dict("records"))
    return [one for one in found if one.kind == "event"]


def steps_of_incident(store: Store, incident_id: str) -> list[list[Correction]]:
    """The corrections of an incident in their order, grouped as they were saved: one, or the status of all its
    reports.
    """
    reports = store.events.loc[store.events["incident_id"] == incident_id, "event_id"]
    steps: dict[tuple[str, ...], list[Correction]] = {}
    rows = store.corrections
    for row in rows[rows["event_id"].isin(reports) & (rows["state"] == "applied")].to_dict("records"):
        one = correction(row)
        if one.kind == "incident" or one.field == "split":
            steps[one.cells] = [one]
        elif one.field == "status":
            steps.setdefault((one.when, one.value, one.why), []).append(one)
    return list(steps.values())


def of_article(store: Store, article_id: str) -> list[Correction]:
    """The corrections of an article's day, in their order."""
    rows = store.corrections
    found = map(correction, rows[rows["article_id"] == article_id].to_dict("records"))
    return [one for one in found if one.kind == "article"]


def correction(row: Mapping[Any, Any]) -> Correction:
    """A row of the table of corrections as the value that the file contains."""
    kind, _, key = row["what"].partition(" ")
    return Correction(row["when"], kind, key, row["field"], row["value"], row["why"], row["fingerprint"])


def note(store: Store, event: pd.Series, names: Mapping[str, str], lexicon: Lexicon) -> str:
    """What a reader has corrected in an event, with the coded value: "Corrected: day (coded: 4 May 2031)"; "" for
    nothing.

    A reader's judgement that the event is right is included.
    """
    own = of_event(store, event["event_id"])
    fields = dict.fromkeys(one.field for one in own if one.field in event["corrected"])
    parts = []
    if fields:
        changed = (
            say(
                "correct.coded_as",
                field=FIELDS[field],
                value=_coded(store, event["event_id"], field, names, lexicon),
            )
            for field in fields
        )
        parts.append(say("correct.note", fields="; ".join(changed)))
    if any(one.field == "right" for one in own):
        parts.append(say("correct.found_right"))
    return " ".join(parts + _reasons(own))


def incident_note(store: Store, incident_id: str) -> str:
    """What a reader has corrected in an incident; "" for nothing."""
    own = [one for step in steps_of_incident(store, incident_id) for one in step]
    fields = dict.fromkeys(FIELDS[one.field] for one in own if one.field != "right")
    parts = [say("correct.note", fields="; ".join(fields))] if fields else []
    parts += [say("correct.found_right")] if any(one.field == "right" for one in own) else []
    return " ".join(parts + _reasons(own))


def _reasons(corrections: list[Correction]) -> list[str]:
    said = dict.fromkeys(one.why for one in corrections if one.why)
    return [say("correct.because", why="; ".join(said))] if said else []


def _coded(store: Store, event_id: str, field: str, names: Mapping[str, str], lexicon: Lexicon) -> str:
    """The coded value of a field of an event that was corrected."""
    row = store.coded_events[store.coded_events["event_id"] == event_id].iloc[0]
    if field == "day":
        return labels.when(row["date_start"], row["date_end"], row["date_precision"], row["date_basis"])
    parties = store.coded_parties[store.coded_parties["event_id"] == event_id]
    return value_words(field, as_value(row, parties, field), names, lexicon)


def as_value(event: Any, parties: pd.DataFrame, field: str) -> str:
    """A field of an event in the form of a correction. ``parties``: the event's rows of ``event_actors``."""
    if field == "day":
        return day_value(event["date_start"], event["date_end"], event["date_precision"])
    if field == "type":
        return f"{event['type']}-{event['mode']}" if event["mode"] else str(event["type"])
    if field == "place":
        return event["place_id"] if isinstance(event["place_id"], str) else ""
    if field == "status":
        return str(event["status"])
    if field in values.ROLES:
        some = parties[parties["role"] == field][["actor_id", "country"]].itertuples(index=False, name=None)
        return ";".join(dict.fromkeys(key if isinstance(key, str) else code for key, code in some))
    return toll_value(event[f"{field}_low"], event[f"{field}_high"])


def day_value(start: Any, end: Any, precision: str) -> str:
    """Days in the form of a correction; an open end is left out."""
    if pd.isna(start):
        return ""
    first = pd.Timestamp(start).date().isoformat()
    if pd.isna(end) or precision == "day":
        return first
    last = pd.Timestamp(end).date().isoformat()
    whole = {"month": first[:7], "year": first[:4]}.get(precision, "")
    return whole or f"{first}/{last}"


def toll_value(low: Any, high: Any) -> str:
    """The bounds of a toll in the form of a correction."""
    if pd.isna(low) and pd.isna(high):
        return ""
    if not pd.isna(low) and not pd.isna(high) and low == high:
        return str(int(low))
    return f"{'' if pd.isna(low) else int(low)}..{'' if pd.isna(high) else int(high)}"


def value_words(field: str, value: str, names: Mapping[str, str], lexicon: Lexicon) -> str:
    """The value of a correction in readable words."""
    if field in ("right", "wrong", "split", "merge"):
        return ""
    if not value:
        return say("correct.nothing")
    if field == "day":
        found = values.day(value)
        return labels.when(found.start, found.end, found.precision)
    if field == "type":
        return labels.kinds(lexicon).get(value, value)
    if field == "place":
        return names.get(value) or place_names(lexicon).get(value, value)
    if field == "status":
        return labels.STATUSES.get(value, value)
    if field in (*values.ROLES, "parties"):
        called = actor_names(lexicon)
        return ", ".join(
            names.get(key) or called.get(key) or labels.side(key, lexicon) for key in value.split(";")
        )
    return value.replace("..", say("correct.to"))


def place_names(lexicon: Lexicon) -> dict[str, str]:
    """All places of the lexicon by id, sorted by name."""
    found = {row["place_id"]: labels.place(row["name"], row["name_other"]) for row in lexicon.rows("places")}
    return dict(sorted(found.items(), key=lambda item: item[1]))


def actor_names(lexicon: Lexicon) -> dict[str, str]:
    """All actors of the lexicon by id, followed by codes of countries and parties, sorted by name."""
    found = {row["actor_id"]: row["name"] for row in lexicon.rows("actors")}
    codes = {code: labels.side(code, lexicon) for code in labels.PARTIES if code != "UNK"}
    return dict(sorted((codes | found).items(), key=lambda item: item[1]))


def side_names(lexicon: Lexicon) -> dict[str, str]:
    """All codes of countries and parties, sorted by name."""
    codes = {*labels.PARTIES, *(row["code"] for row in lexicon.rows("countries"))} - {"UNK"}
    return dict(sorted(((code, labels.side(code, lexicon)) for code in codes), key=lambda item: item[1]))


def marked(table: pd.DataFrame, fields: pd.Series[Any]) -> pd.DataFrame:
    """A list of events with a pencil after each corrected value.

    ``table``: columns as in the list of events. ``fields``: the column ``corrected`` of the same rows.
    """
    columns = [{_LISTED[field] for field in own if field in _LISTED} for own in fields]
    for name in dict.fromkeys(column for own in columns for column in own):
        table[name] = [
            f"{value} {SIGN}".strip() if name in own else value
            for value, own in zip(table[name], columns, strict=True)
        ]
    return table


def listed(store: Store, names: Mapping[str, str], lexicon: Lexicon) -> pd.DataFrame:
    """All corrections, the last first.

    Columns: when, what, field, value, why, state, sentence, event_id, article_id.
    """
    rows = []
    for row in reversed(store.corrections.to_dict("records")):
        one = correction(row)
        rows.append(
            {
                "when": one.when[:16].replace("T", " "),
                "what": words_of("correct_kinds")[one.kind],
                "field": FIELDS[one.field],
                "value": value_words(one.field, one.value, names, lexicon),
                "why": one.why,
                "state": STATES.get(row["state"], row["state"]),
                "sentence": _sentence(store, row),
                "event_id": row["event_id"],
                "article_id": row["article_id"],
            }
        )
    columns = ["when", "what", "field", "value", "why", "state", "sentence", "event_id", "article_id"]
    return pd.DataFrame(rows, columns=columns)


def _sentence(store: Store, row: Mapping[Any, Any]) -> str:
    """The sentence that a correction is about; for an article, its title."""
    if not row["fingerprint"]:
        articles = store.articles[store.articles["article_id"] == row["article_id"]]
        return "" if articles.empty else str(articles["title"].iloc[0])
    mark = row["fingerprint"].partition(":")[0]
    texts = _sentences(store, row["article_id"]).values()
    return next((" ".join(text.split()) for text in texts if sentence_mark(text) == mark), "")
