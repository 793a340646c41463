"""The Compare page: two periods or two actors side by side. All choices are kept in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from contactline.app import chosen, downloads, router
from contactline.app.context import Context, index
from contactline.app.over_time import CONFIG
from contactline.charts import two_sides
from contactline.views import compare, escape, export_charts, labels
from contactline.views.compare import Days, Side
from contactline.views.presets import last_month, presets
from contactline.views.words import count, say, words_of

_NAMES = ("a", "b")  # names of the two sides, used in the address as well
_NUMBER = "number"  # in the address: the number clicked, as side, what is counted, and its value
_TOP = 8
_ARTICLES = say("sources.articles")

Sides = tuple[Side, Side]


def sides(ctx: Context) -> Sides | None:
    """Draw the choice of what is compared and return it; where nothing can be compared, draw the reason and
    return None.
    """
    st.header(say("compare.title"))
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        by = _one_of("sides", compare.BY, words_of("compare_by"), say("compare.by"))
        _one_of("per", ("count", "article"), words_of("compare_per"), say("compare.per"))
    found = _periods(ctx) if by == "periods" else _actors(ctx)
    if found is None:
        st.info(say("compare.nothing"), icon=":material/search_off:")
        return None
    if found[0].name != found[1].name:
        return found
    first, second = (say("compare.same", name=one.name, number=n) for n, one in enumerate(found, 1))
    return replace(found[0], name=first), replace(found[1], name=second)  # columns and bars need different names


def numbers(ctx: Context, both: Sides) -> None:
    """Draw the totals of both sides, each number with a link to what it counts."""
    for column, one, colour in zip(st.columns(2, gap="medium"), both, two_sides.colours(ctx.dark), strict=True):
        own = _within(ctx, one)
        address = own.address()
        told = own.shown
        with column, st.container(border=True, gap="small"):
            st.html(
                f'<div style="border-left:.6rem solid {colour};padding-left:.6rem;font-weight:600">'
                f"{escape.markup(one.name)}</div>"
            )
            if not told.events:
                st.caption(say("compare.none"))
                continue
            with st.container(horizontal=True, gap=None):
                for page, words, more in (
                    ("incidents", count(told.incidents, "incident"), []),
                    ("sources", count(told.events, "event"), []),
                    ("sources", count(told.articles, "article"), [("list", _ARTICLES)]),
                    ("timeline", say("pages.timeline"), []),
                    ("map", say("pages.map"), []),
                ):
                    st.page_link(router.page(page), label=words, query_params=[*address, *more], width="content")
            number = compare.each(told.incidents if own.unit == "incidents" else told.events, one)
            st.caption(say("compare.each", number=f"{number:.2f}", unit=words_of("units")[own.unit]))


def course(ctx: Context, both: Sides) -> None:
    """Draw both over time: periods counted from their first day, actors on the same days."""
    st.header(say("compare.course"))
    aligned = _by() == "periods"
    windows = [_within(ctx, one).window if aligned else ctx.window for one in both]
    drawn = [
        two_sides.Course(one.name, _exact(ctx, one), window, _articles(one))
        for one, window in zip(both, windows, strict=True)
        if window
    ]
    if len(drawn) < 2:
        st.caption(say("compare.no_days"))
        return
    unit = words_of("units")[ctx.unit]
    st.caption(say("compare.course_periods" if aligned else "compare.course_actors", unit=unit.capitalize()))
    st.plotly_chart(
        two_sides.course((drawn[0], drawn[1]), aligned, ctx.dark),
        key="compare_course",
        config=CONFIG,
        selection_mode="points",
        on_select=lambda: chosen.click("compare_course", _NUMBER),
        alt=say("compare.course_alt", unit=unit, a=both[0].name, b=both[1].name),
    )
    _undrawn(ctx, both, windows)
    asked = chosen.asked(_NUMBER)
    if len(asked) == 3 and asked[1] in ("days", "others") and (days := compare.days_of(asked[2])):
        span = labels.span(*days)
        _behind(ctx, both, span if asked[1] == "days" else say("compare.others", days=span))


def _exact(ctx: Context, one: Side) -> pd.Series:
    """The dates of the rows that are known to the day."""
    rows = _within(ctx, one).rows
    return rows["date_start"][rows["date_precision"] == "day"]


def _undrawn(ctx: Context, both: Sides, windows: Sequence[Days | None]) -> None:
    """Draw how much of each side is missing from the chart, with a link to the sentences."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for name, one, window in zip(_NAMES, both, windows, strict=True):
            first, last = map(pd.Timestamp, window or ())
            number = len(_within(ctx, one).rows) - int(_exact(ctx, one).between(first, last).sum())
            if number:
                st.button(
                    say("compare.not_drawn", side=escape.markdown(one.name), number=f"{number:,}"),
                    key=f"compare_others_{name}",
                    type="tertiary",
                    help=say("compare.not_drawn_help"),
                    on_click=chosen.choose,
                    args=(_NUMBER, (name, "others", f"{first.date()}/{last.date()}")),
                )


def counted(ctx: Context, both: Sides) -> None:
    """Draw what, who and where as pairs of bars and as a table, then the sentences of the number clicked."""
    table = compare.table(ctx.index, both, ctx.unit, ctx.names)
    for column, what in zip(st.columns(3, gap="large"), compare.WHATS, strict=True):
        with column:
            _pairs(ctx, both, table[table["what"] == what], what)
    st.caption(say("compare.click"))
    asked = chosen.asked(_NUMBER)
    if len(asked) == 3:
        names = table["name"][(table["what"] == asked[1]) & (table["key"] == asked[2])]
        if len(names):
            _behind(ctx, both, str(names.iloc[0]))
    headings = words_of("compare_columns") | {name: one.name for name, one in zip(_NAMES, both, strict=True)}
    headings |= {f"{name}_each": say("compare.each_column", side=headings[name]) for name in _NAMES}
    titles = words_of("compare_whats")
    rows = table.drop(columns="key").assign(what=table["what"].map(titles)).round(3)
    chosen.table(
        ctx,
        rows.rename(columns=headings),
        say("compare.file", a=both[0].name, b=both[1].name, unit=ctx.unit),
        "compare",
        lambda: export_charts.compare(table, both[0].name, both[1].name),
        "compare_course",
    )


def _pairs(ctx: Context, both: Sides, table: pd.DataFrame, what: str) -> None:
    title = words_of("compare_whats")[what]
    st.header(title)
    if table.empty:
        st.caption(say("overview.nothing"))
        return
    value = "{}_each" if _each() else "{}"
    first = table[[value.format(name) for name in _NAMES]].max(axis=1).sort_values(ascending=False, kind="stable")
    table = table.loc[first.index[:_TOP]]
    key = f"compare_{what}"
    st.plotly_chart(
        two_sides.pairs(
            what,
            list(table["key"]),
            list(table["name"]),
            (list(table["a"]), list(table["b"])),
            (_articles(both[0]), _articles(both[1])),
            ctx.dark,
        ),
        key=key,
        config=CONFIG,
        selection_mode="points",
        on_select=lambda: chosen.click(key, _NUMBER),
        alt=say(
            "compare.pairs_alt",
            title=title,
            numbers="; ".join(f"{row.name} {row.a:,}, {row.b:,}" for row in table.itertuples(index=False)),
        ),
    )
    names = both[0].name, both[1].name
    file = say("compare.file", a=names[0], b=names[1], unit=f"{what} {ctx.unit}")
    downloads.row(
        "", lambda: downloads.control(ctx, key, file, lambda: export_charts.compare(table, *names), chart=key)
    )


def _behind(ctx: Context, both: Sides, words: str) -> None:
    """Draw the sentences of the number named in the address. ``words``: what it counts."""
    name, what, value = chosen.asked(_NUMBER)
    if name not in _NAMES:
        return
    one = both[_NAMES.index(name)]
    own = _within(ctx, one)
    mask = compare.behind(ctx.index, one, what, value, own.rows, ctx.unit)
    if mask.any():
        chosen.sentences(own, mask, say("compare.behind", side=one.name, what=words), _NUMBER, "compare_number")


def _periods(ctx: Context) -> Sides | None:
    """Two periods: the chosen ones, or those with the most events."""
    if ctx.index.news is None:
        return None
    periods = presets(ctx.index.lexicon) | {say("filters.last_month"): last_month(ctx.index.news[1])}
    default = compare.most_told(ctx.index, ctx.filters.changed(start=None, end=None), periods)
    days = [
        compare.days_of(st.query_params.get(name, "")) or own for name, own in zip(_NAMES, default, strict=True)
    ]
    found = []
    for column, name, own in zip(st.columns(2, gap="medium"), _NAMES, days, strict=True):
        with column:
            first, last = _period(name, own, periods)
        title = next((words for words, period in periods.items() if period == (first, last)), "")
        span = labels.span(first, last)
        words = say("compare.period", name=title, days=span) if title else span
        found.append(compare.side(ctx.index, words, ctx.filters.changed(start=first, end=last)))
    if ctx.filters.dated:
        st.caption(say("compare.own_days"))
    return found[0], found[1]


def _period(name: str, days: Days, periods: dict[str, Days]) -> Days:
    """Draw the choice of one period, by name or by days, and return its days."""
    other = say("compare.other")
    known = next((words for words, period in periods.items() if period == days), other)
    select, typed = f"_{name}_period", f"_{name}_days"
    st.session_state[select], st.session_state[typed] = known, days

    def pick() -> None:
        if (chosen_ := st.session_state[select]) in periods:
            _write(name, periods[chosen_])

    def write() -> None:
        if len(st.session_state[typed]) == 2:
            _write(name, st.session_state[typed])

    label = words_of("compare_sides")[name]
    st.selectbox(label, [*periods, *([other] if known == other else [])], key=select, on_change=pick)
    st.date_input(
        say("compare.days"),
        key=typed,
        format="YYYY-MM-DD",
        on_change=write,
        label_visibility="collapsed",
        min_value=date(1900, 1, 1),
        max_value=date(2100, 12, 31),
    )
    return days


def _write(name: str, days: Days) -> None:
    chosen.forget(_NUMBER)
    st.query_params[name] = f"{days[0]}/{days[1]}"


def _actors(ctx: Context) -> Sides | None:
    """Two actors: the chosen ones, or those with a part in the most events."""
    _, options = index()
    words, offered = options.words["actor"], options.offered("actor")
    freely = ctx.filters.changed(actors=())
    default = compare.most_active(ctx.index, freely, ctx.unit)
    default += [key for key in offered if key not in default][: 2 - len(default)]
    if len(default) < 2:
        return None
    keys = {word: key for key, word in words.items()}
    found = []
    for column, name, own in zip(st.columns(2, gap="medium"), _NAMES, default, strict=True):
        key = keys.get(st.query_params.get(name, ""), own)
        select = f"_{name}_actor"
        st.session_state[select] = key
        with column:
            st.selectbox(
                words_of("compare_sides")[name],
                offered,
                format_func=partial(options.counted, "actor"),
                key=select,
                on_change=partial(_pick_actor, name, words),
                filter_mode="contains",
            )
        found.append(compare.side(ctx.index, words[key], freely.changed(actors=(key,))))
    st.caption(say("compare.role", role=words_of("roles")[ctx.filters.role]))
    return found[0], found[1]


def _pick_actor(name: str, words: dict[str, str]) -> None:
    chosen.forget(_NUMBER)
    st.query_params[name] = words[st.session_state[f"_{name}_actor"]]


def _one_of(key: str, values: tuple[str, ...], words: dict[str, str], label: str) -> str:
    """Draw a choice of one value, kept in the address; the first value is the default."""

    def changed() -> None:
        chosen.forget(_NUMBER)
        if key == "sides":
            for name in _NAMES:
                st.query_params.pop(name, None)

    found = st.segmented_control(
        label,
        list(values),
        format_func=words.__getitem__,
        default=values[0],
        key=key,
        bind="query-params",
        required=True,
        on_change=changed,
    )
    return found or values[0]


def _by() -> str:
    return str(st.session_state.get("sides") or compare.BY[0])


def _each() -> bool:
    """Whether numbers are given per article."""
    return st.session_state.get("per") == "article"


def _articles(one: Side) -> int:
    """The number of articles by which the numbers of a side are divided."""
    return one.articles if _each() else 1


def _within(ctx: Context, one: Side) -> Context:
    """The same page, restricted to the events of one side."""
    return replace(ctx, filters=one.filters, mask=one.mask)
