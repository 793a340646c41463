"""The What changed page, and the line of the Overview that links to it.

Which build a visitor saw last is stored only in their browser (browser.js): the server sends a line for each
earlier build, and the browser shows the one for this visitor.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from contactline.app import browser, chosen, incidents, router
from contactline.app.context import Context
from contactline.tables import history
from contactline.tables.history import Build
from contactline.tables.store import Store
from contactline.views import changes, escape, export_charts, labels
from contactline.views import incidents as view
from contactline.views.changes import Changed, Record
from contactline.views.words import count, say, words_of

_SINCE = "since"  # in the address: the earlier build to compare with
_LINES = 8  # number of earlier builds for which a line is sent
_SHOWN = 12  # changes of a kind that are shown before the reader asks for all
_RESERVED = "_changes_since"


def sign(store: Store) -> None:
    """Tell the browser which build is shown, so that it remembers it as the visitor's last one."""
    found = changes.builds(store)
    browser.sign(str(store.build.get("build", "")), changes.earlier(found)[:_LINES])


def line(ctx: Context) -> None:
    """Draw a line on what the last build changed, and one on the changes since the visitor's last visit.

    Nothing is drawn where nothing changed.
    """
    found = changes.builds(ctx.store)
    kept = changes.earlier(found)[:_LINES]
    with st.container(gap=None, key="changed_lines"):
        told = changes.since(found)
        if told and (words := changes.counts_in_words(told.counts)):
            _link("changed_line", say("changes.line", time=changes.time_in_words(told.time), changes=words))
        for build in kept:
            own = changes.since(found, build)
            if own and (words := changes.counts_in_words(own.counts)):
                _link(f"since_{build}", say("changes.since_visit", changes=words), build)
        if kept:
            _link("since_older", say("changes.since_older"), kept[-1])


def _link(key: str, words: str, build: str = "") -> None:
    with st.container(key=key):
        address = {_SINCE: build} if build else None
        st.page_link(
            router.page("changes"), label=escape.markdown(words), icon=":material/update:", query_params=address
        )


def page(ctx: Context) -> None:
    """Draw what changed since the build that the address names, or since the one before the last."""
    st.title(say("changes.title"), anchor=False)
    found = changes.builds(ctx.store)
    told = changes.since(found, _since(found))
    if told is None:
        unlike = bool(found) and found[0].how == history.UNLIKE
        st.info(say("changes.unlike" if unlike else "changes.first"), icon=":material/update_disabled:")
        return
    st.caption(say("changes.of_all"))
    words = changes.counts_in_words(told.counts, ("article", "event", "incident"))
    st.markdown(escape.markdown(words or say("changes.nothing")))
    if told.how == history.MANY:
        st.caption(say("changes.many"))
    _grown(ctx, told)
    for how in changes.HOWS:
        _incidents(ctx, told.of("incident", how), how)
    for how in changes.HOWS:
        _articles(ctx, told.of("article", how), how)
    if told.left_out > 0:
        st.caption(say("changes.more", number=f"{told.left_out:,}"))
    if told.articles or told.incidents:
        rows = changes.rows(told)
        shown = rows.rename(columns=words_of("change_columns"))
        chosen.table(ctx, shown, say("changes.file"), "changes", lambda: export_charts.changes(rows))


def _since(found: Sequence[Build]) -> str:
    """Draw the choice of the build to compare with, if there are several, and return it."""
    kept = changes.earlier(found)
    asked = st.query_params.get(_SINCE, "")
    if asked and asked not in kept:
        st.warning(say("changes.unknown"), icon=":material/link_off:")
    build = asked if asked in kept else kept[0] if kept else ""
    if len(kept) > 1:
        words = changes.names(found)
        st.session_state[_RESERVED] = build

        def pick() -> None:
            st.query_params[_SINCE] = st.session_state[_RESERVED]

        st.selectbox(
            say("changes.since"),
            kept,
            format_func=words.__getitem__,
            key=_RESERVED,
            on_change=pick,
            width=320,
        )
    elif kept:
        st.caption(say("changes.since_one", time=changes.time_in_words(found[0].time_before)))
    return build


def _grown(ctx: Context, told: Changed) -> None:
    if told.grown:
        st.header(say("changes.grown"))
        _listed(_most_telling_first(ctx, told.grown), "grown", partial(_incident, ctx))


def _incidents(ctx: Context, rows: Sequence[Record], how: str) -> None:
    if rows:
        st.header(say(f"changes.{how}", things=count(len(rows), "incident")))
        _listed(_most_telling_first(ctx, rows), f"incidents_{how}", partial(_incident, ctx))


def _articles(ctx: Context, rows: Sequence[Record], how: str) -> None:
    if rows:
        st.header(say(f"changes.{how}", things=count(len(rows), "article")))
        _listed(rows, f"articles_{how}", partial(_article, ctx))


def _listed(rows: Sequence[Record], key: str, draw: Callable[[Sequence[Record]], None]) -> None:
    """Draw the first of these rows, and the others when the reader asks for them."""
    every = len(rows) <= _SHOWN or st.toggle(
        say("changes.every", number=f"{len(rows):,}"), key=f"every_{key}", bind="query-params"
    )
    with st.container(gap=None, key=f"told_{key}"):
        draw(rows if every else rows[:_SHOWN])


def _most_telling_first(ctx: Context, rows: Sequence[Record]) -> Sequence[Record]:
    """Incidents in the order of the incident list, removed ones last."""
    telling = view.selected(ctx.index, np.ones(len(ctx.mask), bool)).set_index("incident_id")["telling"]
    return sorted(rows, key=lambda one: -telling.get(one["id"], -math.inf))


def _incident(ctx: Context, rows: Sequence[Record]) -> None:
    """Draw incidents, one line each with a link, what differs and why; removed ones as they were."""
    store = ctx.store.incidents
    here = store[store["incident_id"].isin([one["id"] for one in rows])]
    lines = dict(zip(here["incident_id"], incidents.in_words(ctx, here), strict=True))
    for one in rows:
        if one["id"] in lines:
            incidents.link(one["id"], lines[one["id"]])
        else:
            st.markdown(escape.markdown(changes.removed(one, ctx.names)))
        _caption(ctx, one)


def _article(ctx: Context, rows: Sequence[Record]) -> None:
    """Draw articles, one line each with a link; removed ones by their titles only."""
    articles = ctx.store.articles
    some = articles[articles["article_id"].isin([one["id"] for one in rows])]
    here = dict(zip(some["article_id"], some.to_dict("records"), strict=True))
    for one in rows:
        article: Mapping[Hashable, Any] | None = here.get(one["id"])
        if article is None:
            st.markdown(escape.markdown(one["label"] or one["id"]))
        else:
            days = (article[f"published_{name}"] for name in ("start", "end", "precision"))
            facts = (one["label"] or one["id"], article["publisher"], labels.when(*days))
            st.page_link(
                router.page("sources"),
                label=escape.markdown(", ".join(filter(None, facts))),
                query_params={"article": one["id"]},
            )
        _caption(ctx, one)


def _caption(ctx: Context, one: Record) -> None:
    """Draw what differs, and why."""
    parts = changes.differences(one, ctx.names) if one["how"] == "changed" else []
    if why := changes.reasons(one):
        parts.append(say("changes.why", why=why))
    if parts:
        st.caption(escape.markdown("; ".join(parts)))
