"""The filters that all pages share, kept in the address; the sentence over each page; links that carry them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from contactline.views import escape, labels, toponyms
from contactline.views.query import PRECISIONS, ROLES, EventIndex, Filters, Hidden, Shown

_EMPTY: dict[str, Any] = {
    "actor": [],
    "role": "any",
    "type": [],
    "place": [],
    "status": [],
    "publisher": [],
    "q": "",
    "background": True,
    "known": "any",
    "undated": False,
}
"""The names in the address, with what stands for "no filter" ("dates" has the whole span)."""

_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)  # a link's days may lie beyond those of the data

_ROLE_WORDS = {"any": "in any part", "source": "as source: who acts", "target": "as target: done to"}


def draw(index: EventIndex, names: dict[str, str]) -> Filters:
    """Draw the filters and say what is chosen. Options are always the same, so that links stay whole."""
    words = _words(index, names)
    with st.sidebar:
        start, end = _dates(index)
        actors = st.multiselect(
            "Actors",
            list(words["actor"]),
            format_func=words["actor"].__getitem__,
            key="actor",
            bind="query-params",
            placeholder="All actors",
        )
        role = st.selectbox(
            "Their part", ROLES, format_func=_ROLE_WORDS.__getitem__, key="role", bind="query-params"
        )
        types = st.multiselect(
            "What happened",
            list(words["type"]),
            format_func=words["type"].__getitem__,
            key="type",
            bind="query-params",
            placeholder="All kinds of events",
        )
        places = st.multiselect(
            "Place",
            list(words["place"]),
            format_func=words["place"].__getitem__,
            key="place",
            bind="query-params",
            placeholder="All places",
        )
        background = st.toggle(
            "Background history",
            True,
            key="background",
            bind="query-params",
            help="History that an article tells as context. It is drawn paler.",
        )
        statuses = st.multiselect(
            "Told as",
            list(labels.STATUSES),
            format_func=labels.STATUSES.__getitem__,
            key="status",
            bind="query-params",
            placeholder="Fact, claim, plan, denial",
        )
        publishers = st.multiselect(
            "Publisher",
            list(index.values["publisher"]),
            key="publisher",
            bind="query-params",
            placeholder="All publishers",
        )
        text = st.text_input("Words in the sentence", key="q", bind="query-params", placeholder="ceasefire")
        known = st.selectbox(
            "The date is", PRECISIONS, format_func=labels.PRECISIONS.__getitem__, key="known", bind="query-params"
        )
        undated = st.toggle(
            "Undated events, too",
            key="undated",
            bind="query-params",
            help="Where days are chosen, events without any date are left out unless this is on.",
        )
        st.button("Reset", on_click=reset, icon=":material/restart_alt:", width="stretch")
        st.selectbox(
            "Names of disputed places",
            toponyms.SETTINGS,
            key="names",
            bind="query-params",
            format_func=str.capitalize,
            help="On the map and in lists. The place filter finds either name.",
        )
    return Filters(
        start,
        end,
        tuple(actors),
        role,
        tuple(types),
        tuple(places),
        tuple(statuses),
        tuple(publishers),
        (text or "").strip(),
        background,
        known,
        undated,
    )


def heading(shown: Shown, hidden: Hidden, filters: Filters, address: list[tuple[str, str]]) -> None:
    """The sentence over a page, and what one click leaves out or shows. ``address``: as made by ``query``."""
    st.title(escape.markdown(shown.sentence), anchor=False)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if shown.vague and filters.precision == "any":
            _link(f"{shown.vague:,} without an exact day", "Show only these", "filter_alt", known="vague")
        if shown.undated and filters.precision == "any":
            _link(f"{shown.undated:,} without any date", "Show only these", "filter_alt", known="none")
        if hidden.undated:
            _link(f"{hidden.undated:,} without any date not shown", "Show them, too", "visibility", undated=True)
        if shown.background and filters.background and not filters.statuses:
            _link(f"{shown.background:,} background history", "Leave it out", "visibility_off", background=False)
        if hidden.background:
            _link(
                f"{hidden.background:,} background history not shown",
                "Show it, too",
                "visibility",
                background=True,
            )
        if filters != Filters():
            st.button(
                "Reset", key="_heading_reset", type="tertiary", icon=":material/restart_alt:", on_click=reset
            )
        link(address)


def link(address: list[tuple[str, str]]) -> None:
    """The address of what is shown, to copy and send. ``address``: what stands behind its question mark."""
    with st.popover("Link", icon=":material/link:", type="tertiary", help="An address that shows the same view"):
        here = (st.context.url or "").partition("?")[0]
        st.code(f"{here}?{urlencode(address)}".rstrip("?"), language=None, wrap_lines=True)
        st.caption("This address shows the same view. The sign on its right copies it.")


def set_filter(**chosen: Any) -> None:
    """Choose filters, for a callback: names as in the address (actor, type, place, ... , dates=(first, last))."""
    for key, value in chosen.items():
        if key == "dates":
            value = tuple(value)
        elif isinstance(_EMPTY[key], list):
            value = list(value)
        st.session_state[key] = value


def reset() -> None:
    """Choose nothing in particular."""
    for key, value in _EMPTY.items():
        st.session_state[key] = value
    if "_span" in st.session_state:
        st.session_state["dates"] = st.session_state["_span"]  # left out, they would come back from the address


def toponyms_shown() -> str:
    """Which names of disputed places are chosen, of ``toponyms.SETTINGS``."""
    return str(st.session_state.get("names") or "both")


def of_the_page() -> list[tuple[str, str]]:
    """What the address says beyond the filters: the choices of the page itself."""
    own = (key for key in st.query_params if key not in (*_EMPTY, "dates", "names"))
    return [(key, value) for key in own for value in st.query_params.get_all(key)]


def query(
    filters: Filters, index: EventIndex, names: dict[str, str], places: str = "both"
) -> list[tuple[str, str]]:
    """The filters as an address carries them: the words that the widgets show, only where something is chosen.

    ``names``: those of the options; ``places``: which names of disputed places are shown.
    """
    words = _words(index, names)
    pairs: list[tuple[str, str]] = []
    if filters.start and filters.end:
        pairs += [("dates", filters.start.isoformat()), ("dates", filters.end.isoformat())]
    pairs += [("actor", words["actor"].get(key, key)) for key in filters.actors]
    pairs += [("role", _ROLE_WORDS[filters.role])] if filters.role != "any" else []
    pairs += [("type", words["type"].get(key, key)) for key in filters.types]
    pairs += [("place", words["place"].get(key, key)) for key in filters.places]
    pairs += [("status", labels.STATUSES[key]) for key in filters.statuses]
    pairs += [("publisher", name) for name in filters.publishers]
    pairs += [("q", filters.text)] if filters.text else []
    pairs += [("background", "false")] if not filters.background else []
    pairs += [("known", labels.PRECISIONS[filters.precision])] if filters.precision != "any" else []
    pairs += [("undated", "true")] if filters.undated else []
    pairs += [("names", places.capitalize())] if places != "both" else []
    return pairs


def _dates(index: EventIndex) -> tuple[date | None, date | None]:
    """The chosen days; None, None for the whole span."""
    if index.span is None:
        st.caption("No event has a date.")
        return None, None
    first, last = st.session_state["_span"] = index.span
    chosen = st.date_input(
        "Dates",
        (first, last),
        min_value=min(first, _EARLIEST),
        max_value=max(last, _LATEST),
        key="dates",
        bind="query-params",
        format="YYYY-MM-DD",
    )
    days = chosen if isinstance(chosen, tuple) else ()  # empty where the days were taken out, one while choosing
    if len(days) != 2 or days == (first, last):
        return None, None
    return days


def _words(index: EventIndex, names: dict[str, str]) -> dict[str, dict[str, str]]:
    """The options of the filters with the words for each: no two alike, since the address holds the words."""
    return {
        "actor": _unlike({key: _actor(key, names) for key in index.actors}),
        "type": _unlike(_types(index)),
        "place": _unlike({key: names.get(key, key) for key in index.values["place_id"]}),
    }


def _unlike(words: dict[str, str]) -> dict[str, str]:
    """The same words, with the id behind those that would otherwise stand twice."""
    seen = Counter(words.values())
    return {key: f"{word} [{key}]" if seen[word] > 1 else word for key, word in words.items()}


def _actor(key: str, names: dict[str, str]) -> str:
    return f"{names.get(key, key)} (all)" if key.isupper() else names.get(key, key)


def _types(index: EventIndex) -> dict[str, str]:
    """Types in the order of the classes, each with its modes that occur."""
    kinds = labels.kinds(index.lexicon)
    modes = [kind for kind in index.values["kind"] if "-" in kind]
    found = {}
    for name in labels.type_quads(index.lexicon):
        found[name] = kinds[name]
        found |= {kind: f"{kinds[name]}: {kinds.get(kind, kind)}" for kind in modes if kind.startswith(f"{name}-")}
    return found


def _link(label: str, help: str, icon: str, **chosen: Any) -> None:
    st.button(
        label,
        help=help,
        icon=f":material/{icon}:",
        type="tertiary",
        key=f"_heading_{label}",
        on_click=set_filter,
        kwargs=chosen,
    )
