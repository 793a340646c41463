"""Rows as a timeline for Knight Lab's TimelineJS. Claims are marked as such, and undated rows are counted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from contactline.views import escape, labels
from contactline.views.export_files import About, records
from contactline.views.words import say

_WEB = ("http://", "https://")


def as_timelinejs(frame: pd.DataFrame, about: About) -> bytes:
    """A slide for each row with a date, preceded by one that says what they are and how many rows have no date.

    A date known only to its month or year is given as such. All text is escaped for the page that will show it.
    """
    rows = records(frame)
    slides = [_slide(record) for record in rows if record["date_start"]]
    told = [say("export.timeline_rows", shown=f"{len(slides):,}", all=f"{len(rows):,}")]
    if len(slides) < len(rows):
        told.append(say("export.timeline_undated", number=f"{len(rows) - len(slides):,}"))
    told.append(say("export.timeline_claims"))
    title = {
        "text": {"headline": say("export.timeline_title"), "text": _paragraphs(about.filters, " ".join(told))}
    }
    whole = {"title": title, "events": slides}
    return (json.dumps(whole, ensure_ascii=False) + "\n").encode("utf-8")


def _slide(record: Mapping[str, Any]) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "start_date": _parts(record["date_start"], record["date_precision"]),
        "display_date": _in_words(record),
        "text": {"headline": escape.markup(_headline(record)), "text": _body(record)},
        "group": escape.markup(record["quad"] or record["type"]),
        "unique_id": escape.markup(record.get("event_id") or record["incident_id"]),
    }
    if record["date_end"] and record["date_end"] != record["date_start"]:
        slide["end_date"] = _parts(record["date_end"], record["date_precision"])
    return slide


def _headline(record: Mapping[str, Any]) -> str:
    """ "Shelling · Stepanakert / Khankendi (claimed by one side)": both names, and the status unless it is
    reported.
    """
    place = labels.place(record["place"] or "", record["place_other"] or "")
    words = " \N{MIDDLE DOT} ".join(filter(None, (record["label"], place)))
    status = _status(record)
    return words if status in ("", labels.STATUSES["reported"]) else f"{words} ({status})"


def _status(record: Mapping[str, Any]) -> str:
    """The status of an event, or of an incident from its reports."""
    told = [record["status"]] if "status" in record else record["statuses"]
    return labels.together(labels.STATUSES[status] for status in told)


def _body(record: Mapping[str, Any]) -> str:
    """The sentence, its status and source, the differences between an incident's reports, and the article's
    address.
    """
    told = [_status(record), record["publisher"] or "", _day(record["published"])]
    if "publishers" in record:
        told.append(say("export.timeline_publishers", number=f"{record['publishers']:,}"))
    quoted = say("text.quoted", text=record["excerpt"]) if record["excerpt"] else ""
    body = _paragraphs(quoted, " \N{MIDDLE DOT} ".join(filter(None, told)), *(record.get("differences") or []))
    url = record.get("url") or ""
    if url.startswith(_WEB):
        body += f'<p><a href="{escape.markup(url)}">{escape.markup(say("export.timeline_link"))}</a></p>'
    return body


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{escape.markup(text)}</p>" for text in texts if text)


def _day(day: str | None) -> str:
    return labels.day(date.fromisoformat(day)) if day else ""


def _in_words(record: Mapping[str, Any]) -> str:
    """The days of a row as on the screen: "June 2023", "reported 28 October 2020"."""
    start, end = (
        date.fromisoformat(record[name]) if record[name] else None for name in ("date_start", "date_end")
    )
    return escape.markup(labels.when(start, end, record["date_precision"], record["date_basis"] or ""))


def _parts(day: str, precision: str) -> dict[str, str]:
    year, month, number = day.split("-")
    parts = {"year": year, "month": month, "day": number}
    kept = {"year": 1, "month": 2}.get(precision, 3)
    return dict(list(parts.items())[:kept])
