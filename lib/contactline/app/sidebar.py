"""The filters that all pages share. Widgets and address always agree, so that a link contains what is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from contactline.app import added, router
from contactline.views import address, escape, labels, toponyms
from contactline.views.address import KNOWN, LISTS, NAMES
from contactline.views.options import Options
from contactline.views.presets import last_month, presets
from contactline.views.query import ROLES, SWITCHES, EventIndex, Filters
from contactline.views.words import say, words_of

_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)  # the days of a link may be outside those of the data

_ROLE_WORDS = words_of("roles")
_TOPONYM_WORDS = words_of("toponyms")


def draw(index: EventIndex, options: Options, page: str = "") -> Filters:
    """Draw the filters and return them. ``page``: the name of the page that follows, as in its address."""
    _arrive(index, options, page)
    _gather_classes(index)
    with st.sidebar:
        _add_link()
        _presets(index)
        start, end = _dates(index)
        chosen: dict[str, tuple[str, ...]] = {"actor": _several("actor", options, say("filters.actor_help"))}
        role = _one("role", say("filters.role"), ROLES, _ROLE_WORDS)
        chosen["type"] = _several("type", options, say("filters.options_help"))
        chosen["place"] = _several("place", options, say("filters.place_help"))
        text = st.text_input(
            say("filters.text"), key="q", placeholder=say("filters.text_example"), help=say("filters.text_help")
        )
        with st.expander(say("filters.more"), icon=":material/tune:"):
            chosen |= {
                name: _several(name, options, say("filters.options_help"))
                for name in ("pair", "status", "publisher")
            }
            known = _one("known", say("filters.known"), list(KNOWN), KNOWN, say("filters.known_help"))
            st.selectbox(
                say("filters.toponyms"),
                toponyms.SETTINGS,
                format_func=_TOPONYM_WORDS.__getitem__,
                key="names",
                bind="query-params",
                help=say("filters.toponyms_help"),
            )
        st.button(say("filters.reset"), on_click=reset, icon=":material/restart_alt:", width="stretch")
    filters = Filters(start, end, role=role, text=" ".join((text or "").split()))
    filters = filters.changed(**{field: chosen[name] for name, field in LISTS.items()})
    filters = filters.changed(**{name: bool(st.session_state[name]) for name in SWITCHES})
    filters = address.with_known(filters, known)
    _tell(filters, options)
    return filters


def _add_link() -> None:
    """Draw the link to the page where visitors add articles."""
    own = len(added.all_added())
    words = say("add.link_own", number=f"{own:,}") if own else say("add.link")
    st.page_link(router.page("add"), label=words, icon=":material/person_add:")


def choose(filters: Filters) -> None:
    """Set exactly these filters; for callbacks, and before the widgets are drawn."""
    state: dict[str, Any] = {name: list(getattr(filters, field)) for name, field in LISTS.items()}
    state |= {name: getattr(filters, name) for name in SWITCHES}
    state |= {"role": filters.role, "q": filters.text, "known": address.known_of(filters)}
    for key, value in state.items():
        st.session_state[key] = value
    if "_span" in st.session_state:
        first, last = st.session_state["_span"]
        st.session_state["dates"] = (filters.start or first, filters.end or last)


def set_filter(**chosen: Any) -> None:
    """Set some filters, in a callback, by their names in the address.

    Values are keys: actor=["RUS"], role="source", dates=(first, last), background=False, undated=True.
    """
    for key, value in chosen.items():
        if key == "undated":
            st.session_state["known"] = "too" if value else "any"
        elif key == "dates":
            st.session_state[key] = tuple(value)
        else:
            st.session_state[key] = list(value) if key in LISTS else value


def reset() -> None:
    """Remove all filters."""
    choose(Filters())


def toponyms_shown() -> str:
    """Which names of disputed places are shown, one of ``toponyms.SETTINGS``."""
    return str(st.session_state.get("names") or "both")


def of_the_page() -> list[tuple[str, str]]:
    """The part of the address that is neither a filter nor shared by all pages: the choices of the page itself."""
    own = (key for key in st.query_params if key not in (*NAMES, "names", "count"))
    return [(key, value) for key in own for value in st.query_params.get_all(key)]


def dropped() -> None:
    """Say which words of the opened link match no filter."""
    words = st.session_state.get("_dropped")
    if words:
        headings = words_of("filters")
        said = (say("filters.dropped_word", name=headings.get(name, name), word=word) for name, word in words)
        st.warning(escape.markdown(say("filters.dropped", words=", ".join(said))), icon=":material/link_off:")


def _arrive(index: EventIndex, options: Options, page: str) -> None:
    """Set the filters from the address if it was just opened: by a link, by Back, or by a link to another page.

    Otherwise the widgets decide, and the address follows them (``_tell``).
    """
    given = {name: st.query_params.get_all(name) for name in NAMES if name in st.query_params}
    known: dict[str, list[str]] | None = st.session_state.get("_address")
    context = get_script_run_ctx()
    back = bool(getattr(context, "is_history_navigation", False))
    elsewhere = st.session_state.get("_filtered_page") != page
    st.session_state["_filtered_page"] = page
    if index.news is not None:
        before = st.session_state.get("_span")
        if before and before != index.news and st.session_state.get("dates") == before:
            # all days were shown, and a correction has changed which those are
            st.session_state["dates"] = index.news
        st.session_state["_span"] = index.news
    if known is None or back:
        found = address.read(given, options)
    elif elsewhere and given and given != known:
        found = address.read(known | given, options)
    elif elsewhere or "type" not in st.session_state:
        # Streamlit forgets widgets whose run sent the visitor on to another page; and where a page was left before
        # it was drawn, the browser would give back empty fields. Chosen again, they are sent again.
        choose(address.read(known, options).filters)
        return
    else:
        return
    choose(found.filters)
    st.session_state["_dropped"] = found.dropped


def _tell(filters: Filters, options: Options) -> None:
    """Write the chosen filters into the address, where it differs from them."""
    wanted: dict[str, list[str]] = {}
    for name, word in address.write(filters, options):
        wanted.setdefault(name, []).append(word)
    for name in NAMES:
        if name in st.query_params and name not in wanted:
            del st.query_params[name]
    changed = {name: words for name, words in wanted.items() if st.query_params.get_all(name) != words}
    if changed:
        st.query_params.update(changed)
    st.session_state["_address"] = wanted


def _gather_classes(index: EventIndex) -> None:
    """If all types of a class are chosen, choose the class instead."""
    chosen = list(st.session_state["type"])
    for quad in labels.QUADS:
        types = labels.types_of(quad, index.lexicon)
        if set(types) <= set(chosen):
            chosen = [quad, *(key for key in chosen if key not in types and key != quad)]
    st.session_state["type"] = chosen


def _presets(index: EventIndex) -> None:
    """Draw the periods that one click chooses; a second click on the chosen one removes it."""
    if index.news is None:
        return
    periods = presets(index.lexicon) | {say("filters.last_month"): last_month(index.news[1])}
    days = tuple(st.session_state.get("dates") or ())
    st.session_state["_period"] = next((name for name, period in periods.items() if period == days), None)

    def pick() -> None:
        name = st.session_state["_period"]
        set_filter(dates=periods[name] if name else st.session_state["_span"])

    st.pills(
        say("filters.presets"),
        list(periods),
        key="_period",
        on_change=pick,
        help=say("filters.last_month_help"),
    )


def _dates(index: EventIndex) -> tuple[date | None, date | None]:
    """Draw the choice of days and return it; (None, None) for the whole span."""
    if index.span is None or index.news is None:
        st.caption(say("filters.no_dates"))
        return None, None
    first, last = index.news
    chosen = st.date_input(
        say("filters.dates"),
        min_value=min(index.span[0], _EARLIEST),
        max_value=max(index.span[1], _LATEST),
        key="dates",
        format="YYYY-MM-DD",
    )
    days = chosen if isinstance(chosen, tuple) else ()  # empty after the days were removed, one day while choosing
    if len(days) != 2 or days == (first, last):
        return None, None
    return days


def _several(name: str, options: Options, help: str) -> tuple[str, ...]:
    """Draw a filter for any of several values. ``name``: its name in the address."""
    offered = options.offered(name)
    chosen = [key for key in st.session_state[name] if name == "pair" or key in options.words[name]]
    st.session_state[name] = chosen
    return tuple(
        st.multiselect(
            say(f"filters.{name}"),
            [*offered, *(key for key in chosen if key not in options.words[name])],
            format_func=lambda key: options.counted(name, key),
            key=name,
            placeholder=say(f"filters.{name}_all"),
            help=help,
            filter_mode="contains",
            select_all=False,
        )
    )


def _one(key: str, label: str, values: Sequence[str], words: Mapping[str, str], help: str | None = None) -> str:
    """Draw a choice of one value."""
    return st.selectbox(label, values, format_func=words.__getitem__, key=key, help=help)
