"""Where a reader corrects an event or incident: judges it, changes a field, splits or merges incidents, and
undoes it.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from contactline import corrections
from contactline.app import build_on_start, visitor
from contactline.app.context import Context
from contactline.corrections import Correction, CorrectionsError, values
from contactline.lexicon import Lexicon
from contactline.views import corrected, escape, labels
from contactline.views import own as view
from contactline.views.words import say

_log = logging.getLogger(__name__)
_OF_EVENT = ("day", "type", "place", "source", "target", "mediator", *values.TOLLS, "status")
_OF_INCIDENT = ("merge", "day", "type", "place", "parties", *values.TOLLS, "status")
_NEAR = 100  # most incidents offered for merging, those closest in time first


def event_controls(ctx: Context, event: pd.Series, key: str) -> None:
    """Draw what was corrected in an event and, for visitors who may edit, the controls to judge, correct and undo.

    ``event``: a row of ``ctx.events``. ``key``: unique for each place on a page.
    """
    event_id, lexicon = event["event_id"], ctx.index.lexicon
    _note(corrected.note(ctx.store, event, ctx.names, lexicon))
    if not visitor.may_edit() or view.is_own(event["article_id"]):
        return
    own = corrected.of_event(ctx.store, event_id)
    key = f"{key}_{event_id}_{len(own)}"  # a new key after each correction, so that the fields are empty
    with st.container(horizontal=True, gap="small"):
        with st.popover(say("correct.open"), icon=":material/edit:", type="tertiary", key=f"{key}_correct"):
            why = _why(key)
            with st.container(horizontal=True, gap="small"):
                if _judgement("right", "check", key):
                    save([_of_event(ctx, event_id, "right", "", why)])
                if _judgement("wrong", "close", key) and _given(why):
                    save([_of_event(ctx, event_id, "wrong", "", why)])
                if _shared(ctx, event["incident_id"]) and _judgement("split", "call_split", key) and _given(why):
                    save([_of_event(ctx, event_id, "split", "", why)])
            parties = ctx.store.event_actors[ctx.store.event_actors["event_id"] == event_id]
            field = _field(_OF_EVENT, key)
            before = corrected.as_value(event, parties, field)
            value = _value(field, before, lexicon, key)
            if _saved(key) and _usable("event", field, value, before, lexicon) and _given(why):
                save([_of_event(ctx, event_id, field, value, why)])
        _undo_of([[one] for one in own], key)


def controls(ctx: Context, incident: Any, key: str = "incident") -> None:
    """Draw the same for an incident, a row of the store's incidents: judge, correct, merge with another.

    An incident that is wrong loses all its reports, and an incident's status is that of all its reports: both are
    saved as corrections of the reports, one row each. For merging, incidents closest in time come first.
    """
    incident_id, lexicon = incident.incident_id, ctx.index.lexicon
    _note(corrected.incident_note(ctx.store, incident_id))
    if not visitor.may_edit() or view.in_incident(ctx.store, incident_id):
        return
    own = corrected.steps_of_incident(ctx.store, incident_id)
    key = f"{key}_{incident_id}_{len(own)}"
    told = ctx.store.events[ctx.store.events["incident_id"] == incident_id]
    events = list(told["event_id"])
    with st.container(horizontal=True, gap="small"):
        with st.popover(
            say("correct.open_incident"), icon=":material/edit:", type="tertiary", key=f"{key}_correct"
        ):
            why = _why(key)
            with st.container(horizontal=True, gap="small"):
                if _judgement("right", "check", key):
                    save([_of_incident(ctx, events[0], "right", "", why)])
                if _judgement("wrong", "close", key) and _given(why):
                    save([_of_event(ctx, event_id, "wrong", "", why) for event_id in events])
            field = _field(_OF_INCIDENT, key)
            before = "" if field == "merge" else _incident_value(incident, told, field)
            value = _other(ctx, incident, key) if field == "merge" else _value(field, before, lexicon, key)
            kind = "event" if field == "status" else "incident"
            if _saved(key) and _usable(kind, field, value, before, lexicon) and _given(why):
                others = told.loc[told["status"] != value, "event_id"]
                save(
                    [_of_event(ctx, event_id, field, value, why) for event_id in others]
                    if field == "status"
                    else [_of_incident(ctx, events[0], field, value, why)]
                )
        _undo_of(own, key)


def save(some: Sequence[Correction]) -> None:
    """Write corrections and update the tables. Shows an error instead where the visitor may not edit, whatever
    was drawn.
    """
    if not visitor.may_edit():
        st.error(say("correct.refused"))
        return
    try:
        corrections.add(build_on_start.corrections_file(), some)
    except (CorrectionsError, OSError):
        _log.exception("The correction could not be written.")
        st.error(say("correct.not_written"))
        return
    st.session_state["_last_corrections"] = list(some)
    build_on_start.check_again()
    st.rerun()


def undo(some: Sequence[Correction]) -> None:
    """Remove corrections and update the tables. Shows an error instead where the visitor may not edit, whatever
    was drawn.
    """
    if not visitor.may_edit():
        st.error(say("correct.refused"))
        return
    try:
        for one in some:
            corrections.remove(build_on_start.corrections_file(), one)
    except (CorrectionsError, OSError):
        _log.exception("The correction could not be taken back.")
        st.error(say("correct.not_written"))
        return
    st.session_state.pop("_last_corrections", None)
    build_on_start.check_again()
    st.rerun()


def last_saved() -> None:
    """Draw what this visitor has just corrected, with a button to undo it: a rejected event has no card any
    more.
    """
    some: list[Correction] = st.session_state.get("_last_corrections", [])
    if not some:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="last_correction"):
        st.caption(say("correct.saved", field=corrected.FIELDS[some[0].field]), width="content")
        if st.button(say("correct.undo"), icon=":material/undo:", type="tertiary", key="_undo_last"):
            undo(some)
        if st.button(say("correct.close"), icon=":material/close:", type="tertiary", key="_close_last"):
            st.session_state.pop("_last_corrections")
            st.rerun()


def now() -> str:
    """The current time as the files of corrections and verdicts store it: UTC to the second,
    "2031-05-14T12:00:00".
    """
    return datetime.now(UTC).isoformat(timespec="seconds").removesuffix("+00:00")


def made(kind: str, key: str, field: str, value: str, why: str, fingerprint: str = "") -> Correction:
    """Make a correction with the current time."""
    return Correction(now(), kind, key, field, value, " ".join(why.split()), fingerprint)


def _of_event(ctx: Context, event_id: str, field: str, value: str, why: str) -> Correction:
    return made("event", event_id, field, value, why, corrected.fingerprint(ctx.store, event_id))


def _of_incident(ctx: Context, event_id: str, field: str, value: str, why: str) -> Correction:
    """Make a correction of the incident to which an event belongs."""
    return made("incident", event_id, field, value, why, corrected.fingerprint(ctx.store, event_id))


def _note(words: str) -> None:
    if words:
        st.caption(escape.markdown(words))


def _why(key: str) -> str:
    return st.text_input(say("correct.why"), key=f"{key}_why", placeholder=say("correct.why_example")).strip()


def _given(why: str) -> bool:
    """Whether a reason was given; if not, ask for it."""
    if not why:
        st.warning(say("correct.why_missing"), icon=":material/edit_note:")
    return bool(why)


def _judgement(field: str, icon: str, key: str) -> bool:
    return st.button(corrected.FIELDS[field], icon=f":material/{icon}:", key=f"{key}_{field}")


def _field(fields: Sequence[str], key: str) -> str:
    return str(
        st.selectbox(say("correct.field"), fields, format_func=corrected.FIELDS.__getitem__, key=f"{key}_field")
    )


def _saved(key: str) -> bool:
    return st.button(say("correct.save"), type="primary", key=f"{key}_save")


def _value(field: str, before: str, lexicon: Lexicon, key: str) -> str:
    """Draw the widget for a field's value, which starts with the current value, and return its value."""
    label, key = corrected.FIELDS[field], f"{key}_{field}_value"
    if field in (*values.ROLES, "parties"):
        called = corrected.side_names(lexicon) if field == "parties" else corrected.actor_names(lexicon)
        now = [one for one in before.split(";") if one]
        called |= {one: one for one in now if one not in called}
        return ";".join(st.multiselect(label, list(called), now, format_func=called.__getitem__, key=key))
    choices = {
        "type": labels.kinds(lexicon),
        "status": labels.STATUSES,
        "place": {"": say("correct.no_place"), **corrected.place_names(lexicon)},
    }
    if field in choices:
        words = choices[field]
        at = list(words).index(before) if before in words else 0
        return str(st.selectbox(label, list(words), at, format_func=words.__getitem__, key=key))
    return st.text_input(label, before, key=key, help=_help(field), placeholder=_help(field)).strip()


def _help(field: str) -> str:
    """How the value of a field is written."""
    return say("correct.day_help") if field == "day" else say("correct.toll_help")


def _usable(kind: str, field: str, value: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a value is new and valid for the field; if not, say so."""
    if field == "merge" and not value:
        return False
    if value == before:
        st.warning(say("correct.unchanged"))
        return False
    try:
        values.checks(lexicon)[kind][field](value)
    except ValueError:
        st.error(_help(field))
        return False
    return True


def _incident_value(incident: Any, told: pd.DataFrame, field: str) -> str:
    """A field of an incident in the form of a correction. ``told``: its events, whose status may differ."""
    if field == "status":
        found = told["status"].unique()
        return str(found[0]) if len(found) == 1 else ""
    if field == "day":
        return corrected.day_value(incident.date_start, incident.date_end, incident.date_precision)
    if field == "type":
        return f"{incident.type}-{incident.mode}" if incident.mode else str(incident.type)
    if field == "place":
        return incident.place_id if isinstance(incident.place_id, str) else ""
    if field == "parties":
        return ";".join(incident.countries)
    return corrected.toll_value(getattr(incident, f"{field}_min"), getattr(incident, f"{field}_max"))


def _other(ctx: Context, incident: Any, key: str) -> str:
    """Draw the choice of the incident to merge with, closest in time first, and return one of its events' id."""
    rows = ctx.store.incidents[ctx.store.incidents["incident_id"] != incident.incident_id]
    away = (rows["date_start"] - incident.date_start).abs()
    rows = rows.assign(away=away).sort_values(["away", "incident_id"], kind="stable").head(_NEAR)
    words = {
        row.incident_id: " \N{MIDDLE DOT} ".join(
            (
                row.label,
                labels.when(row.date_start, row.date_end, row.date_precision),
                ", ".join(ctx.names.get(code, code) for code in row.countries),
                *([ctx.names[row.place_id]] if row.place_id in ctx.names else []),
            )
        )
        for row in rows.itertuples()
    }
    chosen = st.selectbox(
        say("correct.merge_with"),
        list(words),
        None,
        format_func=words.__getitem__,
        key=f"{key}_merge_value",
        placeholder=say("correct.merge_choose"),
    )
    if not chosen:
        return ""
    first = ctx.store.events.loc[ctx.store.events["incident_id"] == chosen, "event_id"].iloc[0]
    return f"{first} {corrected.fingerprint(ctx.store, first)}"


def _shared(ctx: Context, incident_id: str) -> bool:
    """Whether an incident has more than one report."""
    return int((ctx.store.events["incident_id"] == incident_id).sum()) > 1


def _undo_of(own: Sequence[Sequence[Correction]], key: str) -> None:
    """Draw the button that undoes the last step: the corrections of an event or incident saved with one click."""
    if own and st.button(say("correct.undo"), icon=":material/undo:", type="tertiary", key=f"{key}_undo"):
        undo(own[-1])
