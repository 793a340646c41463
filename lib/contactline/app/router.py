"""The pages, their order, and the check that links to them keep their filters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from contactline import locations
from contactline.app import browser
from contactline.views.words import say

_TITLE = say("pages.site")
_STYLE = Path(__file__).with_name("style.css")

_PAGES = (
    ("overview", say("pages.overview"), ":material/dashboard:"),
    ("timeline", say("pages.timeline"), ":material/timeline:"),
    ("map", say("pages.map"), ":material/map:"),
    ("actors", say("pages.actors"), ":material/groups:"),
    ("incidents", say("pages.incidents"), ":material/event_note:"),
    ("casualties", say("pages.casualties"), ":material/personal_injury:"),
    ("sources", say("pages.sources"), ":material/article:"),
    ("whose_word", say("pages.whose_word"), ":material/record_voice_over:"),
    ("compare", say("pages.compare"), ":material/compare:"),
    ("changes", say("pages.changes"), ":material/update:"),
    ("verdicts", say("pages.verdicts"), ":material/fact_check:"),
    ("method", say("pages.method"), ":material/menu_book:"),
    ("add", say("pages.add"), ":material/person_add:"),
)

_TOGETHER = {
    say("pages.comparing"): ("compare", "whose_word", "changes"),
    say("pages.about"): ("verdicts", "method"),
}
"""Pages that share one entry of the menu, so that the menu fits above the page."""

_HIDDEN = ("add",)
"""Pages that are not in the menu; a button leads to them."""


def configure() -> None:
    """Set title, icon and width of every page. The icon is a local file, as others would be loaded from the
    internet.
    """
    st.set_page_config(page_title=_TITLE, page_icon=str(locations.ROOT / "docs" / "icon.png"), layout="wide")
    st.logo(str(locations.ROOT / "docs" / "logo.svg"), size="large")
    st.html(_STYLE)
    browser.script()


def pages() -> list[Any]:
    """All pages of the dashboard, the Overview first."""
    return [
        st.Page(
            locations.ROOT / "pages" / f"{name}.py",
            title=title,
            icon=icon,
            default=name == "overview",
            visibility="hidden" if name in _HIDDEN else "visible",
        )
        for name, title, icon in _PAGES
    ]


def menu() -> dict[str, list[Any]]:
    """The pages as the menu shows them: under "" those without a group, then the others under the name of their
    group.
    """
    every = dict(zip((row[0] for row in _PAGES), pages(), strict=True))
    together = {words: [every.pop(name) for name in names] for words, names in _TOGETHER.items()}
    return {"": list(every.values()), **together}


def page(name: str) -> Any:
    """The page with this name, for links and for switching to it."""
    return pages()[[row[0] for row in _PAGES].index(name)]


def mark(page: Any) -> None:
    """Record that dashboard.py has run before this page, and set the page's name as the title of the browser's
    tab.
    """
    entitle(page.title)
    st.session_state["_routed"] = True
    st.session_state["_page"] = page.url_path


def entitle(name: str) -> None:
    """Set the title of the browser's tab."""
    st.set_page_config(page_title=say("pages.tab", page=name, site=_TITLE))


def current() -> str:
    """The name of the current page, as in its address; "" for the Overview."""
    return str(st.session_state["_page"])


def guard() -> None:
    """Switch to dashboard.py if a page was run without it.

    Right after the server's start Streamlit may do that because a folder named pages/ exists; a visitor who opened
    a link would then see the page without its filters.
    """
    if "_routed" not in st.session_state:
        configure()
        st.navigation(pages(), position="hidden")
        st.rerun()
    del st.session_state["_routed"]


def forward(asked: Any) -> None:
    """Switch to the Incidents page if an old link asks the Sources page for the list of incidents; its filters
    stay.

    ``asked``: the page of the address. Has to be called before any filter is drawn, because Streamlit cannot leave
    a page once it has drawn filters that are in its address. A visitor who already has filters came by the menu,
    not by a link.
    """
    if asked.url_path != "sources" or "_filters" in st.session_state:
        return
    if st.query_params.get("list") == say("sources.incidents"):
        kept = {key: st.query_params.get_all(key) for key in st.query_params if key != "list"}
        moved = page("incidents")
        st.switch_page(moved, query_params=kept)
