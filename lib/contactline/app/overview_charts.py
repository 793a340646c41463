"""The numbers of the Overview, and bars of the most frequent kinds, sides and places; a click on a bar filters by
it.

Each bar counts what a click on it would show: all other filters apply, and the filter that it sets is replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from contactline.app import downloads, router
from contactline.app.context import Context
from contactline.app.over_time import CONFIG
from contactline.app.sidebar import set_filter
from contactline.charts import rankings, timeline
from contactline.views import counting, export_charts, labels
from contactline.views.query import NOWHERE, Mask
from contactline.views.words import say, words_of

_TOP = 10
_TILE = 171  # width in pixels, so that two fit side by side on a phone


def numbers(ctx: Context) -> None:
    """Draw the numbers of incidents, events, articles, places and actors, each linked to its list; the unit
    first.
    """
    shown, lists = ctx.shown, {"incidents": "incidents", "events": "sources"}
    tiles = {
        "incidents": (say("overview.incidents"), shown.incidents, say("overview.incidents_link")),
        "events": (say("overview.events"), shown.events, say("overview.events_link")),
    }
    helps = {"incidents": say("overview.incidents_help"), "events": say("overview.events_help")}
    with st.container(horizontal=True, gap="small", key="numbers"):
        for unit in sorted(tiles, key=lambda unit: unit != ctx.unit):
            _tile(*tiles[unit], lists[unit], helps[unit])
        _tile(
            say("overview.articles"),
            shown.articles,
            say("overview.articles_link"),
            "sources",
            kind=say("sources.articles"),
        )
        places = ctx.kept("places", lambda: _places(ctx))
        _tile(say("overview.places"), places, say("overview.places_link"), "map")
        actors = ctx.kept("named", lambda: ctx.index.named(ctx.mask))
        _tile(say("overview.actors"), actors, say("overview.actors_link"), "actors", say("overview.actors_help"))


def _places(ctx: Context) -> int:
    """The number of places of the selected events."""
    counts = ctx.index.counts(ctx.mask, "place_id")
    return int((counts.drop(NOWHERE, errors="ignore") > 0).sum())


def _tile(name: str, number: int, link: str, page: str, help: str | None = None, kind: str | None = None) -> None:
    """Draw a number with its name and a link to the page that lists what it counts. ``kind``: which list of
    that page.
    """
    address = {"list": kind} if kind else None
    with st.container(border=True, gap=None, width=_TILE):
        st.metric(name, f"{number:,}", help=help)
        st.page_link(router.page(page), label=link, icon=":material/arrow_forward:", query_params=address)


def kinds(ctx: Context) -> None:
    """Draw the most frequent types; if only one type is filtered for, its modes as well."""
    quads, words = labels.type_quads(ctx.index.lexicon), labels.kinds(ctx.index.lexicon)
    counts = _counts(ctx, "type", types=())
    chosen = ctx.filters.types
    if len(chosen) == 1:
        modes = _counts(ctx, "kind", types=())
        of_type = [kind for kind in modes.index if kind.startswith(f"{chosen[0].partition('-')[0]}-")]
        counts = pd.concat([counts, modes[of_type]])
    counts = _first(counts, _TOP, chosen)
    colour = timeline.colours(ctx.dark)
    fills = [colour[quads[key.partition("-")[0]]] for key in counts.index]
    names = [words.get(key, key) for key in counts.index]
    title, told = say("overview.what"), say("overview.what_counted", unit=_unit(ctx).capitalize())
    _ranking(ctx, (title, told), "type", counts, names, fills, chosen)


def sides(ctx: Context, most: int = _TOP) -> None:
    """Draw the countries and parties with the most events or incidents, in the role that the filter asks for."""
    found = ctx.kept("sides", lambda: counting.sides(ctx.index, _freely(ctx, actors=()), ctx.unit, ctx.filters))
    counts = _first(found, most, ctx.filters.actors)
    names = [ctx.names.get(key, key) for key in counts.index]
    title, told = say("overview.who"), say("overview.who_counted", unit=_unit(ctx).capitalize())
    _ranking(ctx, (title, told), "actor", counts, names, [timeline.GREY] * len(counts), ctx.filters.actors)


def places(ctx: Context, most: int = _TOP) -> None:
    """Draw the places with the most events or incidents, and how many have no place."""
    counts = _counts(ctx, "place_id", places=())
    nowhere = int(counts.get(NOWHERE, 0))
    counts = _first(counts.drop(NOWHERE, errors="ignore"), most, ctx.filters.places)
    names = [ctx.names.get(key, key) for key in counts.index]
    title, told = say("overview.where"), say("overview.where_counted", unit=_unit(ctx).capitalize())
    _ranking(ctx, (title, told), "place", counts, names, [timeline.GREY] * len(counts), ctx.filters.places)
    if nowhere:
        st.button(
            say("overview.no_place", number=ctx.in_words(nowhere)),
            key="nowhere",
            type="tertiary",
            icon=":material/filter_alt:",
            help=say("overview.only_these"),
            on_click=set_filter,
            kwargs={"place": [NOWHERE]},
        )


def click_ranking(key: str, name: str) -> None:
    """Filter by the bar that was clicked; a click on the only chosen bar removes the filter."""
    points = st.session_state[key]["selection"]["points"]
    if points:
        value = points[0]["customdata"]
        value = value[0] if isinstance(value, list) else value
        set_filter(**{name: [] if list(st.session_state.get(name) or []) == [value] else [value]})


def _unit(ctx: Context) -> str:
    return words_of("units")[ctx.unit]


def _freely(ctx: Context, **free: Any) -> Mask:
    """The events that all filters select, with some of the filters replaced."""
    wider = replace(ctx.filters, **free)
    return ctx.mask if wider == ctx.filters else ctx.index.select(wider)


def _counts(ctx: Context, column: str, **free: Any) -> pd.Series[int]:
    """The number of events for each value of a column of the index, with some of the filters replaced."""
    return ctx.kept("counts", lambda: ctx.index.counts(_freely(ctx, **free), column, ctx.unit), column)


def _first(counts: pd.Series[int], most: int, chosen: Sequence[str]) -> pd.Series[int]:
    """The highest counts, without zeros, in descending order; values that are filtered for are always included."""
    counts = counts[counts > 0].sort_values(ascending=False, kind="stable")
    kept = counts.index.isin(chosen)
    room = max(0, most - int(kept.sum()))
    return counts[kept | (np.cumsum(~kept) <= room)]


def _ranking(
    ctx: Context,
    titles: tuple[str, str],
    name: str,
    counts: pd.Series[int],
    words: list[str],
    fills: list[str],
    chosen: Sequence[str],
) -> None:
    """Draw a panel of bars with its title and what it counts. ``name``: the filter that a click sets."""
    st.header(titles[0])
    if counts.empty:
        st.caption(say("overview.nothing"))
        return
    key = f"top_{name}"
    numbers = [int(n) for n in counts]
    downloads.row(
        titles[1],
        lambda: downloads.control(
            ctx,
            key,
            f"{titles[0]} {ctx.unit}",
            lambda: export_charts.ranking(list(counts.index), words, numbers),
            chart=key,
        ),
    )
    st.plotly_chart(
        rankings.ranking(list(counts.index), words, numbers, fills, ctx.dark, chosen),
        key=key,
        on_select=lambda: click_ranking(key, name),
        selection_mode="points",
        config=CONFIG,
        alt=say(
            "overview.ranking_alt",
            title=titles[0],
            unit=_unit(ctx),
            counts=", ".join(f"{word} {number}" for word, number in zip(words, numbers, strict=True)),
        ),
    )
