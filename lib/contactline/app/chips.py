"""Below the heading: a chip with a cross for each filter, what else is counted, and the link to the view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from contactline.app import added, sidebar
from contactline.views import chips, escape
from contactline.views.options import Options
from contactline.views.query import Filters, Shown
from contactline.views.words import say


def heading(
    shown: Shown,
    also: Mapping[str, int],
    filters: Filters,
    options: Options,
    address: list[tuple[str, str]],
    cited: str = "",
    beside: Callable[[], None] | None = None,
) -> None:
    """Draw how much is shown, and by which filters.

    ``also``: as returned by ``EventIndex.also``. ``address``: the query of the view's address. ``cited``: how to
    cite the view. ``beside``: draws what is offered beside the link.
    """
    st.title(escape.markdown(shown.counts), anchor=False)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="chips"):
        if shown.days and not filters.dated:
            st.markdown(escape.markdown(shown.days), width="content")
        for number, chip in enumerate(chips.chips(filters, options)):
            st.button(
                escape.markdown(chip.words),
                key=f"_chip_{number}",
                icon=":material/close:",
                icon_position="right",
                help=say("chips.help"),
                on_click=sidebar.choose,
                args=(chip.without,),
            )
        if filters != Filters():
            st.button(
                say("filters.reset"),
                key="_heading_reset",
                type="tertiary",
                icon=":material/restart_alt:",
                on_click=sidebar.reset,
            )
        link(address, say("heading.link_copy", sentence=escape.markdown(shown.sentence)), cited)
        if beside:
            beside()
    _also(also, filters)


def url(address: list[tuple[str, str]]) -> str:
    """The full address of the view."""
    page = urlsplit(st.context.url or "")
    return urlunsplit(
        (page.scheme, page.netloc, page.path or ("/" if page.netloc else ""), urlencode(address), "")
    )


def link(address: list[tuple[str, str]], words: str, cited: str = "") -> None:
    """Draw the address of the view, to copy and send. ``address``: the part after its question mark."""
    with st.popover(say("heading.link"), icon=":material/link:", type="tertiary", help=say("heading.link_help")):
        st.code(url(address), language=None, wrap_lines=True)
        st.caption(words)
        if cited:
            st.caption(say("heading.cite"))
            st.code(cited, language=None, wrap_lines=True)
        if added.key():
            st.caption(say("add.shared"))


def _also(also: Mapping[str, int], filters: Filters) -> None:
    """Draw what else is counted: a click leaves it out, another click includes it again."""
    offered = [name for name, number in also.items() if number]
    if not offered:
        return
    counted = [name for name in offered if getattr(filters, name)]
    st.session_state["_also"] = counted
    st.pills(
        say("also.label"),
        offered,
        selection_mode="multi",
        format_func=lambda name: say(f"also.{name}", number=f"{also[name]:,}"),
        key="_also",
        help=say("also.help"),
        on_change=lambda: sidebar.set_filter(**{name: name in st.session_state["_also"] for name in offered}),
    )
