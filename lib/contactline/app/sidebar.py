"""The filters that all pages share, kept in the address; the sentence over each page; links that carry them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from contactline.lexicon import unlisted
from contactline.views import escape, labels, toponyms
from contactline.views.query import PRECISIONS, ROLES, EventIndex, Filters, Hidden, Shown
from contactline.views.words import say, words_of

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
    "completed": True,
}
"""The names in the address, with what stands for "no filter" ("dates" has the whole span)."""

_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)  # a link's days may lie beyond those of the data

_ROLE_WORDS = words_of("roles")
_TOPONYM_WORDS = words_of("toponyms")


def draw(index: EventIndex, names: dict[str, str]) -> Filters:
    """Draw the filters and say what is chosen. Options are always the same, so that links stay whole."""
    words = _words(index, names)
    publishers = {name: name for name in index.values["publisher"]}
    with st.sidebar:
        start, end = _dates(index)
        filters = Filters(
            start,
            end,
            actors=_several("actor", say("filters.actor"), say("filters.actor_all"), words["actor"]),
            role=_one("role", say("filters.role"), ROLES, _ROLE_WORDS),
            types=_several("type", say("filters.type"), say("filters.type_all"), words["type"]),
            places=_several("place", say("filters.place"), say("filters.place_all"), words["place"]),
            background=_switch("background", say("filters.background"), say("filters.background_help"), on=True),
            statuses=_several("status", say("filters.status"), say("filters.status_all"), labels.STATUSES),
            publishers=_several("publisher", say("filters.publisher"), say("filters.publisher_all"), publishers),
            text=_text(),
            precision=_one("known", say("filters.known"), PRECISIONS, labels.PRECISIONS),
            undated=_switch("undated", say("filters.undated"), say("filters.undated_help")),
            completed=_switch("completed", say("filters.completed"), say("filters.completed_help"), on=True),
        )
        st.button(say("filters.reset"), on_click=reset, icon=":material/restart_alt:", width="stretch")
        _one(
            "names",
            say("filters.toponyms"),
            toponyms.SETTINGS,
            _TOPONYM_WORDS,
            say("filters.toponyms_help"),
        )
    return filters


def _several(key: str, label: str, all_: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """A filter for any of several values; ``key``: its name in the address, ``words``: those of each value."""
    return tuple(
        st.multiselect(
            label,
            list(words),
            format_func=words.__getitem__,
            key=key,
            bind="query-params",
            placeholder=all_,
        )
    )


def _one(key: str, label: str, values: Sequence[str], words: Mapping[str, str], help: str | None = None) -> str:
    """A choice of one value."""
    return st.selectbox(label, values, format_func=words.__getitem__, key=key, bind="query-params", help=help)


def _switch(key: str, label: str, help: str, on: bool = False) -> bool:
    return st.toggle(label, on, key=key, bind="query-params", help=help)


def _text() -> str:
    """The words that a sentence must have."""
    text = st.text_input(
        say("filters.text"), key="q", bind="query-params", placeholder=say("filters.text_example")
    )
    return (text or "").strip()


def heading(shown: Shown, hidden: Hidden, filters: Filters, address: list[tuple[str, str]]) -> None:
    """The sentence over a page, and what one click leaves out or shows. ``address``: as made by ``query``."""
    st.title(escape.markdown(shown.sentence), anchor=False)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if shown.vague and filters.precision == "any":
            _link(
                say("heading.vague", number=f"{shown.vague:,}"),
                say("heading.only_these"),
                "filter_alt",
                known="vague",
            )
        if shown.undated and filters.precision == "any":
            _link(
                say("heading.undated", number=f"{shown.undated:,}"),
                say("heading.only_these"),
                "filter_alt",
                known="none",
            )
        if hidden.undated:
            _link(
                say("heading.undated_hidden", number=f"{hidden.undated:,}"),
                say("heading.show_them"),
                "visibility",
                undated=True,
            )
        if shown.background and filters.background and not filters.statuses:
            _link(
                say("heading.background", number=f"{shown.background:,}"),
                say("heading.leave_out"),
                "visibility_off",
                background=False,
            )
        if hidden.background:
            _link(
                say("heading.background_hidden", number=f"{hidden.background:,}"),
                say("heading.show_it"),
                "visibility",
                background=True,
            )
        if filters != Filters():
            st.button(
                say("filters.reset"),
                key="_heading_reset",
                type="tertiary",
                icon=":material/restart_alt:",
                on_click=reset,
            )
        link(address)


def link(address: list[tuple[str, str]]) -> None:
    """The address of what is shown, to copy and send. ``address``: what stands behind its question mark."""
    with st.popover(say("heading.link"), icon=":material/link:", type="tertiary", help=say("heading.link_help")):
        here = (st.context.url or "").partition("?")[0]
        st.code(f"{here}?{urlencode(address)}".rstrip("?"), language=None, wrap_lines=True)
        st.caption(say("heading.link_copy"))


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
    own = (key for key in st.query_params if key not in (*_EMPTY, "dates", "names", "count"))
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
    pairs += [("completed", "false")] if not filters.completed else []
    pairs += [("names", _TOPONYM_WORDS[places])] if places != "both" else []
    return pairs


def _dates(index: EventIndex) -> tuple[date | None, date | None]:
    """The chosen days; None, None for the whole span."""
    if index.span is None or index.news is None:
        st.caption(say("filters.no_dates"))
        return None, None
    first, last = st.session_state["_span"] = index.news
    chosen = st.date_input(
        say("filters.dates"),
        (first, last),
        min_value=min(index.span[0], _EARLIEST),
        max_value=max(index.span[1], _LATEST),
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
    name = names.get(key, key)
    if unlisted.is_unlisted(key):
        return say("filters.actor_unlisted", name=name)
    return say("filters.actor_country", name=name) if key.isupper() else name


def _types(index: EventIndex) -> dict[str, str]:
    """Types in the order of the classes, each with its modes that occur."""
    kinds = labels.kinds(index.lexicon)
    modes = [kind for kind in index.values["kind"] if "-" in kind]
    found = {}
    for name in labels.type_quads(index.lexicon):
        found[name] = kinds[name]
        found |= {
            kind: say("filters.type_mode", type=kinds[name], mode=kinds.get(kind, kind))
            for kind in modes
            if kind.startswith(f"{name}-")
        }
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
