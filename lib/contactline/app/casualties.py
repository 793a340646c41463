"""The Casualties page: running totals, single incidents, captives and the list of all tolls, each with its
sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from contactline.app import cards, downloads, readable
from contactline.app.context import Context
from contactline.app.events import card, clicked, nothing
from contactline.app.over_time import CONFIG
from contactline.charts import tolls_chart
from contactline.tables.coded import positions
from contactline.views import alike, escape, export, labels, query, tolls
from contactline.views.words import count, say, words_of

_SHORTEST = 14  # least number of days on the axis
_MOST = 1000  # most rows of the list
_DRAWN = 600  # most marks of a chart: more of them hide one another
_PICKED = "_toll_picked"
_DEAD = ("killed", "injured")
_WIDTHS = {
    "when": 150,
    "what": 84,
    "number": 110,
    "panel": 250,
    "kind": 104,
    "publisher": 120,
    "word": 120,
    "words": 240,
}


def shown(ctx: Context) -> pd.DataFrame:
    """The tolls of the selected events, as from ``tolls.reported``. Where there are none, draws the reason."""
    every, at = ctx.index.answers.of(("tolls",), lambda: _every(ctx))
    rows = every[ctx.mask[at]]
    if not ctx.mask.any():
        nothing(ctx, say("events.no_event"))
    elif rows.empty:
        st.info(say("tolls.none"), icon=":material/search_off:")
    return rows


def _every(ctx: Context) -> tuple[pd.DataFrame, npt.NDArray[np.int32]]:
    """All tolls of the build, with the position of the event of each."""
    rows = tolls.reported(ctx.store, ctx.index.lexicon)
    return rows, positions(rows["event_id"], ctx.index.events["event_id"]).to_numpy()


def _in_words(ctx: Context, rows: pd.DataFrame) -> pd.DataFrame:
    """Some tolls as charts and list show them, as from ``tolls.drawn``."""
    return tolls.drawn(rows, ctx.names, ctx.index.lexicon)


def dead(ctx: Context, rows: pd.DataFrame) -> None:
    """Draw the killed or injured, whichever is chosen: running totals over time, and what single incidents
    cost.
    """
    st.caption(say("tolls.intro"))
    words = words_of("toll_whats")
    what = st.segmented_control(
        say("tolls.what"),
        _DEAD,
        format_func=words.__getitem__,
        default="killed",
        required=True,
        label_visibility="collapsed",
        key="toll",
        bind="query-params",
        persist_state="session",
    )
    some = rows[rows["what"] == what]
    if some.empty:
        st.info(words_of("no_toll")[what], icon=":material/search_off:")
        return
    totals = some["kind"] == tolls.TOTAL
    window = _window(ctx, some)
    drawn = _drawable(some, window)
    for name, chosen, figure in (
        ("grown", drawn & totals, tolls_chart.grown),
        ("single", drawn & ~totals, tolls_chart.single),
    ):
        _section(ctx, some[chosen], name, window, figure)
    if drawn.any():
        st.caption(say("tolls.shapes"))
    _undrawn(drawn)


def captives(ctx: Context, rows: pd.DataFrame) -> None:
    """Draw prisoners taken and held, and prisoners and bodies handed over; no number is subtracted from
    another.
    """
    some = rows[~rows["what"].isin(_DEAD)]
    st.header(say("tolls.captives"))
    if some.empty:
        st.caption(say("tolls.none_captives"))
        return
    st.caption(say("tolls.captives_help"))
    window = _window(ctx, some)
    drawn = _drawable(some, window)
    _chart(ctx, some[drawn], "captives", say("tolls.captives"), window, tolls_chart.single)
    _undrawn(drawn)


def _highest(rows: pd.DataFrame) -> pd.DataFrame:
    """The tolls that a chart has room for: if there are too many, the highest."""
    if len(rows) <= _DRAWN:
        return rows
    number = rows["number"].fillna(0).to_numpy(np.int64)
    return rows.iloc[np.sort(np.argsort(-number, kind="stable")[:_DRAWN])]


def _by_panel(ctx: Context, rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """The tolls that a chart draws, in words; for captives, each panel also names what is counted."""
    some = _in_words(ctx, _highest(rows))
    if key != "captives":
        return some
    words = words_of("toll_names")
    titled = [
        f"{words[what].capitalize()}: {panel}" for what, panel in zip(some["what"], some["panel"], strict=True)
    ]
    return some.assign(panel=titled).sort_values("panel", kind="stable")


@st.fragment
def listed(ctx: Context, rows: pd.DataFrame) -> None:
    """Draw all tolls, the latest first, including those in words only and without a day; a click shows the
    sentence.
    """
    st.header(say("tolls.list"))
    if len(rows) > _MOST:
        st.caption(say("tolls.list_short", number=f"{_MOST:,}", total=f"{len(rows):,}"))
    first = ctx.kept("tolls listed", lambda: _latest(ctx, rows))
    names, kinds, tellers = words_of("toll_names"), words_of("toll_kinds"), words_of("tellers")
    table = pd.DataFrame(
        {
            "when": [labels.sortable(*tolls.days(row)) for row in first.to_dict("records")],
            "what": first["what"].map(names).to_numpy(),
            "number": first["short"].to_numpy(),
            "panel": first["whom"].to_numpy(),
            "kind": first["kind"].map(kinds).fillna("").to_numpy(),
            "publisher": first["publisher"].to_numpy(),
            "word": [tellers[word or "unknown"] for word in first["word"]],
            "words": first["words"].to_numpy(),
        }
    )
    headings = words_of("toll_columns")
    table, said = alike.without_constant_columns(
        table.rename(columns=headings), (headings["when"], headings["number"])
    )
    ids = list(first["event_id"])
    if ctx.narrow:  # the sentence comes above the list, as the cards make the list long
        picked = int(st.session_state.get(_PICKED, 0))
        _sentence(ctx, str(ids[min(picked, len(ids) - 1)]), "toll_list")
        titles = [headings[name] for name in ("when", "what", "number")]
        cards.listed(readable.texts(table, (headings["when"],)), titles, "tolls", _pick)
        downloads.row(escape.markdown(said), lambda: _offer(ctx, rows, "tolls_rows"))
        return
    chosen = st.dataframe(
        readable.styled(table, (headings["when"],)),
        key="toll_rows",
        hide_index=True,
        height=min(423, 38 + 35 * len(table)),
        on_select="rerun",
        selection_mode="single-cell",
        column_config={headings[name]: st.column_config.Column(width=width) for name, width in _WIDTHS.items()},
        alt=say("tolls.list_alt", number=f"{len(table):,}"),
    )
    row = clicked(chosen)
    asking = (row is None or row >= len(ids)) and len(ids) > 1
    words = " ".join(filter(None, (escape.markdown(said), say("tolls.click") if asking else "")))
    downloads.row(words, lambda: _offer(ctx, rows, "tolls_rows"))
    _sentence(ctx, str(ids[0 if row is None or row >= len(ids) else row]), "toll_list")


def _latest(ctx: Context, rows: pd.DataFrame) -> pd.DataFrame:
    """The tolls that the list has room for, in words, the latest first."""
    dated = rows.assign(day=rows["as_of"].fillna(rows["date_start"]))
    return _by_day(_in_words(ctx, _by_day(dated).head(_MOST)))


def _by_day(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values("day", ascending=False, kind="stable", na_position="last")


def _pick(number: int) -> None:
    """Choose the toll whose sentence is shown on a phone."""
    st.session_state[_PICKED] = number


def _undrawn(drawn: pd.Series[bool]) -> None:
    """Say how many tolls no chart has."""
    if not drawn.all():
        st.caption(say("tolls.undrawn", number=count(int((~drawn).sum()), "toll")))


def click(key: str) -> None:
    """Put the mark that was clicked into the address, so that its sentence is shown."""
    points = st.session_state[key]["selection"]["points"]
    if points:
        value = points[0]["customdata"]
        st.query_params["told"] = value[0] if isinstance(value, list) else value


def _section(
    ctx: Context,
    rows: pd.DataFrame,
    name: str,
    window: tuple[date, date],
    figure: Callable[[pd.DataFrame, tuple[date, date], bool, bool], go.Figure],
) -> None:
    if rows.empty:
        return
    title = words_of("toll_charts")[name]
    st.header(title, help=words_of("toll_charts_help")[name])
    _chart(ctx, rows, name, title, window, figure)


def _chart(
    ctx: Context,
    rows: pd.DataFrame,
    key: str,
    title: str,
    window: tuple[date, date],
    figure: Callable[[pd.DataFrame, tuple[date, date], bool, bool], go.Figure],
) -> None:
    """Draw a chart, and below it the sentence of the mark named in the address, if the mark is in this chart."""
    if rows.empty:
        return
    if len(rows) > _DRAWN:
        st.caption(say("tolls.highest", number=f"{_DRAWN:,}", total=f"{len(rows):,}"))
    what = (key, str(rows["what"].iloc[0]), window)
    rows = ctx.kept("tolls drawn", lambda: _by_panel(ctx, rows, key), *what)
    st.plotly_chart(
        ctx.kept("tolls chart", lambda: figure(rows, window, ctx.dark, ctx.narrow), *what, ctx.dark, ctx.narrow),
        key=f"tolls_{key}",
        on_select=lambda: click(f"tolls_{key}"),
        selection_mode="points",
        config=CONFIG,
        alt=say("tolls.alt", title=title, tolls="; ".join(f"{r.panel}: {r.hover}" for r in rows.itertuples())),
    )
    downloads.row("", lambda: _offer(ctx, rows, f"tolls_{key}", f"tolls_{key}"))
    asked = st.query_params.get("told")
    if asked in set(rows["event_id"]):
        _sentence(ctx, str(asked), f"told_{key}")


def _offer(ctx: Context, rows: pd.DataFrame, key: str, chart: str = "") -> None:
    """Draw the download of the tolls of a chart or list."""

    def found() -> pd.DataFrame:
        told = set(zip(rows["event_id"], rows["what"], strict=True))
        every = export.flat(ctx.store, "tolls", rows["event_id"], ctx.index.lexicon)
        return every[[pair in told for pair in zip(every["event_id"], every["what"], strict=True)]]

    downloads.control(ctx, key, key.removesuffix("_rows").replace("_", " "), found, chart=chart)


def _sentence(ctx: Context, event_id: str, key: str) -> None:
    """Draw the event with a toll and all its sentences, as the number may be in a later sentence."""
    here = np.flatnonzero((ctx.index.events["event_id"] == event_id).to_numpy(bool))
    card(ctx, ctx.index.events.iloc[here[0]], key, whole=True)


def _window(ctx: Context, rows: pd.DataFrame) -> tuple[date, date]:
    """The days of the axis: the chosen ones, or those that hold all but a few of these tolls."""
    if ctx.filters.start and ctx.filters.end:
        return ctx.filters.start, ctx.filters.end
    found = query.bulk(rows.drop_duplicates("event_id"))
    known = rows["as_of"].dropna()
    if found is None:
        return (known.min().date(), known.max().date()) if len(known) else (date.today(), date.today())
    missing = timedelta(days=max(0, _SHORTEST - (found[1] - found[0]).days) // 2)
    return found[0] - missing, found[1] + missing


def _drawable(rows: pd.DataFrame, window: tuple[date, date]) -> pd.Series[bool]:
    """Which tolls can be drawn: those whose day, or one of whose possible days, is on the axis."""
    first, last = (pd.Timestamp(day) for day in window)
    exact = rows["as_of"].between(first, last)
    end = rows["date_end"].fillna(last)
    return exact | (rows["as_of"].isna() & (rows["date_start"] <= last) & (end >= first))
