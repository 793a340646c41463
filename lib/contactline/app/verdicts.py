"""The Verdicts page: events drawn at random to be judged, the resulting precision, and all corrections."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import streamlit as st

from contactline.app import build_on_start, correct, events, router, visitor
from contactline.app.context import Context
from contactline.corrections import CorrectionsError, verdicts
from contactline.corrections.verdicts import Verdict
from contactline.views import corrected, escape, export, own
from contactline.views import verdicts as view
from contactline.views.export_files import About
from contactline.views.verdicts import Share
from contactline.views.words import count, say, words_of

_log = logging.getLogger(__name__)
_FILE = "verdicts.csv"
_ICONS = {"right": "check", "wrong": "close", "unsure": "question_mark"}
_KEYS = {"right": "y", "wrong": "n", "unsure": "u"}  # shortcut keys; Streamlit uses R and C itself
_LARGEST_SEED = 999_999
_WIDTHS = {"when": 130, "what": 80, "field": 130, "value": 170, "why": 190, "state": 190, "sentence": 380}


def judge(ctx: Context, every: list[Verdict]) -> None:
    """Draw one event after another, in the order of the random draw, to be judged. ``every``: the result of
    ``given``.
    """
    st.header(say("verdicts.title"))
    st.markdown(say("verdicts.explained" if visitor.may_edit() else "verdicts.explained_hosted"))
    seed = st.number_input(
        say("verdicts.seed"),
        0,
        _LARGEST_SEED,
        1,
        key="seed",
        bind="query-params",
        width=160,
        help=say("verdicts.seed_help"),
    )
    known = view.still_valid(ctx.store, every)
    order = ctx.kept("verdicts drawn", lambda: view.drawn(_drawn_from(ctx), int(seed or 0)), seed)
    if order.empty:
        events.nothing(ctx, say("events.no_event"))
        return
    left = order[~order.isin(known)]
    st.caption(say("verdicts.progress", judged=f"{len(order) - len(left):,}", events=count(len(order), "event")))
    if left.empty:
        st.success(say("verdicts.all_judged"), icon=":material/done_all:")
    else:
        event = ctx.at(np.flatnonzero((ctx.index.events["event_id"] == left.iloc[0]).to_numpy(bool))).iloc[0]
        events.card(ctx, event, "verdict")
        _buttons(ctx, event, int(seed or 0))
    if every and st.button(
        say("verdicts.undo"), icon=":material/undo:", type="tertiary", shortcut="z", key="verdict_undo"
    ):
        _take_back(every)


def _drawn_from(ctx: Context) -> pd.DataFrame:
    """The selected events, without those of articles that the visitor has added."""
    chosen = ctx.index.events.loc[ctx.mask, ["event_id", "type", "confidence", "article_id"]]
    return chosen[~own.are_own(chosen["article_id"])]


def _buttons(ctx: Context, event: pd.Series, seed: int) -> None:
    """Draw the list of what is wrong, then the verdict."""
    faults = st.pills(
        say("verdicts.faults"),
        verdicts.FAULTS,
        selection_mode="multi",
        format_func=words_of("verdict_faults").__getitem__,
        key=f"faults_{event['event_id']}",
    )
    with st.container(horizontal=True, gap="small"):
        for name, words in words_of("verdict_kinds").items():
            icon = f":material/{_ICONS[name]}:"
            if st.button(words, icon=icon, shortcut=_KEYS[name], key=f"verdict_{name}"):
                _say(ctx, event, name, tuple(faults or ()) if name == "wrong" else (), seed)


def _say(ctx: Context, event: pd.Series, verdict: str, faults: tuple[str, ...], seed: int) -> None:
    row = ctx.store.events[ctx.store.events["event_id"] == event["event_id"]].iloc[0]
    one = Verdict(
        correct.now(),
        row["event_id"],
        verdict,
        faults,
        seed,
        row["type"],
        float(row["confidence"]),
        view.digest(ctx.store, row),
        corrected.fingerprint(ctx.store, row["event_id"]),
    )
    if visitor.may_edit():
        _written(partial(verdicts.add, _path(), one))
    else:
        st.session_state.setdefault("_verdicts", []).append(one)
        st.rerun()


def _take_back(every: list[Verdict]) -> None:
    if visitor.may_edit():
        _written(partial(verdicts.remove_last, _path()))
    else:
        st.session_state["_verdicts"] = every[:-1]
        st.rerun()


def _written(write: partial[None]) -> None:
    """Change the file, and run the page again."""
    try:
        write()
    except (CorrectionsError, OSError):
        _log.exception("The verdict could not be written.")
        st.error(say("correct.not_written"))
        return
    st.rerun()


def _path() -> Path:
    """The file of verdicts, beside the corrections."""
    return build_on_start.corrections_file().with_name(_FILE)


def given() -> list[Verdict]:
    """The verdicts so far: of the file if the visitor may write it, else of this session.

    If part of the file cannot be read, the page says so.
    """
    if not visitor.may_edit():
        return list(st.session_state.get("_verdicts", []))
    try:
        found, unusable = verdicts.read(_path())
    except (CorrectionsError, OSError):
        _log.exception("The verdicts could not be read.")
        st.error(say("verdicts.unreadable", file=_FILE))
        return []
    if unusable:
        st.warning(say("verdicts.unusable", number=f"{unusable:,}", file=_FILE))
    return list(found)


def precision(ctx: Context, every: list[Verdict]) -> None:
    """Draw the precision that follows from the verdicts, overall, by type and by confidence; and their download.

    ``every``: the result of ``given``.
    """
    known = view.still_valid(ctx.store, every)
    st.header(say("verdicts.precision"))
    if not known:
        st.caption(say("verdicts.none"))
        return
    found, sizes = list(known.values()), view.sizes(ctx.store)
    whole, event = view.overall(found, sizes)
    _shares({say("verdicts.all_right"): whole, say("verdicts.an_event"): event}, say("verdicts.overall_alt"))
    unsure = sum(one.verdict == "unsure" for one in found)
    old = len({one.event_id for one in every}) - len(known)
    st.caption(say("verdicts.counted", unsure=f"{unsure:,}", old=f"{old:,}"))
    wrong = view.faults(found)
    if wrong:
        words = words_of("verdict_faults")
        st.caption(
            say("verdicts.faulty", faults=", ".join(f"{words[name]} {n}" for name, n in wrong.most_common()))
        )
    many, few = st.columns(2, gap="large")
    with many:
        _shares(view.by_type(found, sizes, ctx.index.lexicon), say("verdicts.by_type_alt"), say("method.kind"))
    with few:
        _shares(view.by_confidence(found, sizes), say("verdicts.by_confidence_alt"), say("method.confidence"))
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            say("verdicts.download"),
            partial(verdicts.text_of, every),
            file_name=_FILE,
            mime="text/csv",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
        )
        if visitor.full_texts():  # the file contains whole articles
            st.download_button(
                say("verdicts.annotated"),
                partial(view.annotated, ctx.store, known),
                file_name="verdicts.jsonl",
                mime="application/jsonl",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
                help=say("verdicts.annotated_help"),
            )


def _shares(shares: Mapping[str, Share], alt: str, heading: str = "") -> None:
    rows = [
        {
            heading or say("method.figure"): escape.markdown(name),
            say("verdicts.share"): "" if one.share is None else f"{one.share:.0%}",
            say("verdicts.interval"): say(
                "verdicts.from_to", low=f"{one.interval[0]:.0%}", high=f"{one.interval[1]:.0%}"
            ),
            say("verdicts.of"): f"{one.right:,} / {one.judged:,}",
        }
        for name, one in shares.items()
    ]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt=alt)


def listed(ctx: Context) -> None:
    """Draw every correction with its state, the last first; the one that is clicked can be read and undone."""
    st.header(say("verdicts.corrections"))
    found = corrected.listed(ctx.store, ctx.names, ctx.index.lexicon)
    if found.empty:
        st.caption(say("verdicts.no_corrections"))
        return
    left = int((ctx.store.corrections["state"] != "applied").sum())
    if left:
        st.warning(say("verdicts.not_applied", number=f"{left:,}"), icon=":material/warning:")
    headings = words_of("correct_columns")
    chosen = st.dataframe(
        found[list(headings)].rename(columns=headings),
        key="corrections",
        hide_index=True,
        height=min(420, 38 + 35 * len(found)),
        column_config={headings[name]: st.column_config.Column(width=width) for name, width in _WIDTHS.items()},
        on_select="rerun",
        selection_mode="single-cell",
        alt=say("verdicts.corrections_alt"),
    )
    picked = events.clicked(chosen) or 0
    at = picked if picked < len(found) else 0
    row = found.iloc[at]
    with st.container(border=True, key="correction_card", gap="small"):
        told = " \N{MIDDLE DOT} ".join(filter(None, (row["what"], row["field"], row["value"], row["state"])))
        st.markdown(f"**{escape.markdown(told)}**")
        if row["sentence"]:
            st.markdown(escape.markdown(say("text.quoted", text=row["sentence"])))
        if row["why"]:
            st.caption(escape.markdown(say("correct.because", why=row["why"])))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            _open(ctx, row)
            number = len(found) - 1 - at  # the list is in reverse order
            one = corrected.correction(ctx.store.corrections.iloc[number].to_dict())
            if visitor.may_edit() and st.button(
                say("correct.undo"), icon=":material/undo:", type="tertiary", key=f"undo_{number}"
            ):
                correct.undo([one])
    st.download_button(
        say("verdicts.corrections_download"),
        lambda: export.render(export.flat(ctx.store, "corrections"), "csv", About(bom=True)),
        file_name="corrections.csv",
        mime="text/csv",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )


def _open(ctx: Context, row: pd.Series) -> None:
    """Link to the event in its article; to the article only where the event is not shown."""
    shown = (ctx.store.events["event_id"] == row["event_id"]).any()
    if shown or (ctx.store.articles["article_id"] == row["article_id"]).any():
        asked = {"event": row["event_id"]} if shown else {"article": row["article_id"]}
        st.page_link(
            router.page("sources"), label=say("events.read"), icon=":material/article:", query_params=asked
        )
