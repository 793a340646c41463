"""The parts of the Actors page. Its own choices are in the address: level, open rows, an actor, a name."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from contactline.app import added, build_on_start, downloads, incidents, legend, quotes, readable, router, visitor
from contactline.app.context import Context
from contactline.app.events import clicked, event_list
from contactline.app.over_time import CONFIG
from contactline.app.sidebar import set_filter
from contactline.charts import actor_charts
from contactline.views import actor_query, escape, export_charts, labels
from contactline.views.actor_query import ANY, LEVELS, UNKNOWN, Cast
from contactline.views.query import EventIndex, Mask, bulk
from contactline.views.words import count, say, words_of

_ROWS, _NODES, _CARDS = 12, 12, 3
_FEW = 4  # rows and columns of the matrix on a phone
_TOLD = 5  # incidents listed at the end of the page
_NETWORK = 8  # actors in the network; with more of them the arrows cannot be told apart
_OFFICES = {"who": 110, "office": 160, "since": 92, "until": 92}  # widths in pixels
_FORMS = {"demonym": say("actors.people")}  # a label for it; the other forms need none


@st.cache_resource(show_spinner=False, max_entries=4)
def _cast(stamp: str, completed: bool, _index: EventIndex) -> Cast:
    return Cast.build(_index, completed)


def cast(ctx: Context) -> Cast:
    """The actors of the current build, with the parties that the filters ask for."""
    if added.key():  # the visitor has added articles, so the result must not be shared with others
        return Cast.build(ctx.index, ctx.filters.completed)
    return _cast(f"{build_on_start.stamp()} {visitor.full_texts()}", ctx.filters.completed, ctx.index)


def opened(found: Cast) -> frozenset[str]:
    """Draw the choice of a level, and return the open rows: those above that level, changed by the rows
    clicked.
    """
    st.header(say("actors.who"))
    level = st.segmented_control(
        say("actors.detail"),
        list(LEVELS),
        format_func=LEVELS.__getitem__,
        default="country",
        key="level",
        bind="query-params",
        required=True,
    )
    return found.unfolded(level or "country") ^ frozenset(st.query_params.get_all("open"))


def frequency(ctx: Context, found: Cast, rows: frozenset[str], key: str = "actors_frequency") -> None:
    """Draw how often each actor is named, acts, and is acted on; a click on a triangle opens a row."""
    every = st.toggle(say("actors.all"), key="all_actors", bind="query-params")
    most = None if every else _ROWS
    articles, table = ctx.kept("frequency", lambda: _frequency(ctx, found, rows, most), rows, most)
    if table.empty:
        st.info(say("actors.none"), icon=":material/search_off:")
        return
    st.html(legend.classes(ctx.dark))
    st.plotly_chart(
        ctx.kept(
            "frequency chart",
            lambda: actor_charts.frequency(table, ctx.dark, ctx.narrow),
            rows,
            most,
            ctx.dark,
            ctx.narrow,
        ),
        key=key,
        config=CONFIG,
        selection_mode="points",
        on_select=lambda: click_frequency(key, ctx, found),
        alt=say(
            "actors.frequency_alt",
            counts="; ".join(
                f"{row.name} {row.named}, {row.source}, {row.target}" for row in table.head(20).itertuples()
            ),
        ),
    )
    downloads.row(
        say("actors.frequency_help", articles=count(articles, "article")),
        lambda: downloads.control(ctx, key, "actors", lambda: export_charts.frequency(table), chart=key),
    )


def _frequency(ctx: Context, found: Cast, rows: frozenset[str], most: int | None) -> tuple[int, pd.DataFrame]:
    """The number of articles in which names are counted, and for each row how often it is named, acts and is
    acted on.
    """
    here = ctx.articles(ctx.mask)
    return len(here), actor_query.frequency(found, ctx.mask, here, rows, most)


def click_frequency(key: str, ctx: Context, found: Cast) -> None:
    """Open or close a row, or filter by the bar that was clicked and show the actor's card."""
    points = st.session_state[key]["selection"]["points"]
    if not points:
        return
    what, actor, *rest = points[0]["customdata"]
    if what == actor_charts.FOLD:
        toggled = set(st.query_params.get_all("open")) ^ {actor}
        st.query_params["open"] = sorted(toggled)
        return
    if what == "named":
        choose(ctx, found, actor)
    else:
        quad = rest[0]
        choose(ctx, found, actor, what, labels.types_of(quad, ctx.index.lexicon))


def choose(ctx: Context, found: Cast, actor: str, role: str = "any", types: list[str] | None = None) -> None:
    """Show an actor's card, and its events if the filters can select exactly those."""
    for name in ("who", "rows", "name"):
        st.query_params.pop(name, None)
    wanted = actor_query.ids(found, actor, ctx.index.actors)
    if len(wanted) != 1:
        st.query_params["who"] = actor
    if wanted:
        set_filter(actor=wanted, role=role, **({"type": types} if types else {}))
    elif role != "any":
        st.query_params["rows"] = f"{actor}>{ANY}" if role == "source" else f"{ANY}>{actor}"
        if types:
            set_filter(type=types)


def relations(ctx: Context, found: Cast, rows: frozenset[str]) -> None:
    """Draw who does what to whom, as a matrix and as a network; a click selects a pair."""
    st.header(say("actors.relations"))
    nodes, pairs = ctx.kept("relations", lambda: _relations(ctx, found, rows), rows, ctx.narrow)
    if pairs.empty:
        st.caption(say("actors.no_pairs"))
        return
    chosen = pair(ctx)
    words = dict(zip(nodes["key"], nodes["name"], strict=True))
    alt = "; ".join(
        say("actors.pair", source=words[row.source], target=words[row.target], number=row.n, class_=row.quad)
        for row in pairs[pairs["source"].isin(words) & pairs["target"].isin(words)].head(12).itertuples()
    )
    known = nodes[~nodes["key"].str.startswith(UNKNOWN)]
    drawn = len(known) <= _NETWORK
    left, right = st.columns(2, gap="large") if drawn else (st.container(), None)
    with left:
        st.plotly_chart(
            ctx.kept(
                "matrix",
                lambda: actor_charts.matrix(nodes, pairs, ctx.dark, chosen, ctx.narrow),
                rows,
                ctx.dark,
                chosen,
                ctx.narrow,
            ),
            key="actors_matrix",
            config=CONFIG,
            on_select=lambda: click_relation("actors_matrix", ctx, found),
            selection_mode="points",
            alt=say("actors.matrix_alt", pairs=alt),
        )
    if right is not None:
        with right:
            st.plotly_chart(
                ctx.kept(
                    "network",
                    lambda: actor_charts.network(known, pairs, ctx.dark, chosen),
                    rows,
                    ctx.dark,
                    chosen,
                    ctx.narrow,
                ),
                key="actors_network",
                config=CONFIG,
                on_select=lambda: click_relation("actors_network", ctx, found),
                selection_mode="points",
                alt=say("actors.network_alt", pairs=alt),
            )
    helped = "actors.relations_help" if drawn else "actors.matrix_help"
    downloads.row(say(helped, number=len(nodes), most=_NETWORK), lambda: _offer_pairs(ctx, pairs, words))
    _pairs_table(pairs, words)


def _relations(ctx: Context, found: Cast, rows: frozenset[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of the matrix, and who does what to whom among them."""
    # the filter of pairs is ignored, so that another pair can be chosen instead
    mask = ctx.index.select(ctx.filters.changed(pairs=()))
    nodes = actor_query.nodes(found, mask, rows, _FEW if ctx.narrow else _NODES)
    return nodes, actor_query.pairs(found, mask, rows)


def _offer_pairs(ctx: Context, pairs: pd.DataFrame, words: Mapping[str, str]) -> None:
    shown = pairs[pairs["source"].isin(words.keys()) & pairs["target"].isin(words.keys())]
    downloads.control(ctx, "pairs", "pairs", lambda: export_charts.pairs(shown, words), chart="actors_matrix")


def _pairs_table(pairs: pd.DataFrame, words: Mapping[str, str]) -> None:
    """Draw the squares of the matrix as table rows, for reading and copying."""
    shown = pairs[pairs["source"].isin(words.keys()) & pairs["target"].isin(words.keys())]
    headings = words_of("pair_columns")
    table = shown[["source", "target", "quad", "n"]].assign(
        source=shown["source"].map(words), target=shown["target"].map(words)
    )
    with st.expander(say("actors.as_table")):
        st.dataframe(
            readable.styled(table.rename(columns=headings)),
            hide_index=True,
            key="actors_pairs",
            alt=say("actors.as_table_alt"),
        )


def click_relation(key: str, ctx: Context, found: Cast) -> None:
    """Select the pair of a clicked square or arrow (a second click deselects it), or the actor of a circle."""
    points = st.session_state[key]["selection"]["points"]
    if not points:
        return
    mark = points[0]["customdata"]
    if isinstance(mark, str):
        choose(ctx, found, mark)
    elif len(mark) == 1:
        choose(ctx, found, mark[0])
    else:
        _choose_pair(ctx, *mark)


def _choose_pair(ctx: Context, source: str, target: str, quad: str) -> None:
    """Filter by a pair and its class (a second time: remove the filter). A row that no filter can express is
    selected on this page only.
    """
    wanted, types = f"{source}>{target}", [quad] if quad else []
    if all(end == ANY or end in ctx.index.actors for end in (source, target)):
        state = st.session_state
        again = list(state.get("pair") or []) == [wanted] and list(state.get("type") or []) == types
        set_filter(pair=[] if again else [wanted], **({"type": [] if again else types} if types else {}))
        return
    rows = ">".join(part for part in (source, target, quad) if part)
    if st.query_params.get("rows") == rows:
        del st.query_params["rows"]
    else:
        st.query_params["rows"] = rows


def pair(ctx: Context) -> tuple[str, str, str] | None:
    """The source, the target and the class ("": all) selected on this page, or by the filter of a single pair."""
    if len(ctx.filters.pairs) == 1:
        source, _, target = ctx.filters.pairs[0].partition(">")
        quads = [key for key in ctx.filters.types if key in labels.QUADS]
        return source, target, quads[0] if len(ctx.filters.types) == len(quads) == 1 else ""
    parts = st.query_params.get("rows", "").split(">")
    if len(parts) not in (2, 3):
        return None
    return parts[0], parts[1], parts[2] if len(parts) == 3 else ""


def listed(ctx: Context, found: Cast) -> None:
    """Draw the events of the selected pair, or without one the most important incidents."""
    chosen = pair(ctx)
    if chosen is None:
        incidents.happened(ctx, _TOLD)
        return
    source, target, quad = chosen
    mask: Mask = actor_query.between(found, ctx.mask, *chosen)
    name = found.tree["name"].to_dict() | {ANY: say("actors.anyone")}
    title = f"{name.get(source, source)} \N{RIGHTWARDS ARROW} {name.get(target, target)}"
    if quad:
        title = say("actors.pair_class", pair=title, class_=quad)
    events = count(int(mask.sum()), "event")
    st.header(say("actors.pair_events", pair=escape.markdown(title), events=events))
    st.button(
        say("actors.all_events"),
        icon=":material/filter_alt_off:",
        type="tertiary",
        key="actors_all",
        on_click=_all_events,
        args=(bool(ctx.filters.pairs),),
    )
    event_list(ctx, mask, "actors_pair")


def _all_events(filtered: bool) -> None:
    """Deselect the pair."""
    st.query_params.pop("rows", None)
    if filtered:
        set_filter(pair=[])


def cards(ctx: Context, found: Cast) -> None:
    """Draw the cards of the chosen actors."""
    asked = st.query_params.get("who", "")
    keys = [asked] if asked in found.tree.index else [key for key in ctx.filters.actors if key in found.tree.index]
    if not keys:
        st.caption(say("actors.click_card"))
    for key in keys[:_CARDS]:
        with st.container(border=True):
            card(ctx, found, key)
    if len(keys) > _CARDS:
        st.caption(say("actors.more_cards", number=len(keys) - _CARDS))


def card(ctx: Context, found: Cast, key: str) -> None:
    """Draw an actor: what it is, its events over time, its offices, its names, its first and last mention."""
    name, sort = (str(found.tree.at[key, column]) for column in ("name", "kind"))
    top = found.top(key)
    above = "" if top == key else str(found.tree.at[top, "name"])
    st.markdown(f"### {escape.markdown(name)}")
    here = ctx.articles(ctx.mask)
    named = actor_query.articles_named(found, key, here)
    kind = ", ".join(part for part in (sort, above) if part)
    st.caption(
        escape.markdown(
            say(
                "actors.named_in",
                kind=f"{kind[:1].upper()}{kind[1:]}",
                number=f"{named:,}",
                articles=count(len(here), "article"),
            )
        )
    )
    left, right = st.columns(2, gap="large")
    with left:
        _course(ctx, found, key)
        _ends(ctx, found, key, here)
        _roles(ctx, found, key)
    with right:
        _names(ctx, found, key, here)


def click_course(key: str, ctx: Context, found: Cast, actor: str) -> None:
    """Filter by the days, the role and the class of a bar in an actor's chart over time."""
    points = st.session_state[key]["selection"]["points"]
    if points:
        first, last, role, quad = points[0]["customdata"]
        choose(ctx, found, actor, role, labels.types_of(quad, ctx.index.lexicon))
        set_filter(dates=(pd.Timestamp(first).date(), pd.Timestamp(last).date()))


def _course(ctx: Context, found: Cast, key: str) -> None:
    parts = actor_query.course(found, ctx.index.events.loc[ctx.mask, list(actor_query.DATED)], key)
    exact = parts[parts["date_precision"] == "day"]
    chosen = ctx.filters.start and ctx.filters.end and (ctx.filters.start, ctx.filters.end)
    window = chosen or bulk(exact)
    number = {role: int((parts["role"] == role).sum()) for role in ("source", "target")}
    words = say("actors.course", events=count(number["source"], "event"), number=f"{number['target']:,}")
    if window is None or exact.empty:
        st.caption(say("actors.course_undated", course=words))
        return
    name = f"actor_course_{key}"
    st.plotly_chart(
        actor_charts.course(parts, window, ctx.dark),
        key=name,
        config=CONFIG,
        selection_mode="points",
        on_select=lambda: click_course(name, ctx, found, key),
        alt=say("actors.course_alt", name=found.tree["name"][key], course=words),
    )
    first, last = (pd.Timestamp(day) for day in window)
    outside = int(((exact["date_end"] < first) | (exact["date_start"] > last)).sum())
    without = len(parts) - len(exact)
    missing = []
    if without:
        missing.append(say("actors.without_day", number=f"{without:,}"))
    if outside:
        missing.append(say("actors.other_years", number=f"{outside:,}"))
    told = say("actors.course_all", course=words)
    if missing:
        told = say("actors.course_not_drawn", course=words, parts=", ".join(missing))
    downloads.row(
        told,
        lambda: downloads.control(
            ctx, name, f"course {found.tree['name'][key]}", lambda: export_charts.course(parts), chart=name
        ),
    )


def _ends(ctx: Context, found: Cast, key: str, here: set[str]) -> None:
    ends = actor_query.ends(found, key, here)
    with st.container(horizontal=True, gap="small"):
        for (article, *days), word in zip(
            ends.to_numpy(object), ("actors.first_named", "actors.last_named"), strict=False
        ):
            when = labels.when(*days)
            st.page_link(
                router.page("sources"),
                label=escape.markdown(say(word, when=when)),
                icon=":material/article:",
                query_params={"article": article},
            )


def _roles(ctx: Context, found: Cast, key: str) -> None:
    roles = actor_query.roles(found, ctx.store, key)
    if roles.empty:
        return
    table = pd.DataFrame(
        {
            "who": roles["name"],
            "office": roles["role"],
            "since": [labels.sortable(day, day, "day") for day in roles["since"]],
            "until": [labels.sortable(day, day, "day") for day in roles["until"]],
        }
    )
    if roles["actor_id"].nunique() == 1:
        table = table.drop(columns="who")
    headings = words_of("offices")
    st.markdown(say("actors.offices"))
    st.dataframe(
        readable.styled(table.rename(columns=headings), (headings["since"], headings["until"])),
        hide_index=True,
        height=min(180, 38 + 35 * len(table)),
        column_config={
            headings[name]: st.column_config.TextColumn(width=width) for name, width in _OFFICES.items()
        },
        key=f"roles_{key}",
        alt=say("actors.offices_alt", name=found.tree["name"][key]),
    )


def _names(ctx: Context, found: Cast, key: str, here: set[str]) -> None:
    names = actor_query.names(found, key, here)
    if names.empty:
        return
    table = pd.DataFrame({"words": names["text"], "form": names["form"].replace(_FORMS), "times": names["n"]})
    st.markdown(say("actors.names"))
    spoken = list(names["form"] + ":" + names["text"])
    st.dataframe(
        readable.styled(table.rename(columns=words_of("names"))),
        hide_index=True,
        height=min(214, 38 + 35 * len(table)),
        key=f"names_{key}",
        on_select=lambda: click_name(f"names_{key}", spoken),
        selection_mode=["single-row", "single-cell"],
        alt=say("actors.names_alt", name=found.tree["name"][key]),
    )
    wanted = st.query_params.get("name")
    if wanted not in spoken:
        st.caption(say("actors.click_name"))
        return
    row = names.iloc[spoken.index(wanted)]
    told = actor_query.sentences(found, ctx.store, key, here, row["text"], row["form"])
    words = str(row["text"])
    st.markdown(say("actors.sentences", sentences=count(len(told), "sentence"), name=escape.markdown(words)))
    if not visitor.full_texts():
        st.caption(say("excerpts.names"))
    quotes.listed(told, words, "actor", ctx.dark)


def click_name(key: str, spoken: list[str]) -> None:
    """Show the sentences with the name that was clicked (a second click hides them)."""
    picked = clicked(st.session_state[key])
    if picked is None or st.query_params.get("name") == spoken[picked]:
        st.query_params.pop("name", None)
    else:
        st.query_params["name"] = spoken[picked]
