"""The pages, their order, and the guard that keeps links to them whole."""

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
"""Pages that stand together under one word of the menu, so that it fits over the page."""

_HIDDEN = ("add",)
"""Pages that are not in the menu: another button leads there."""


def configure() -> None:
    """Title, icon and width of every page. The icon is a file of ours: another would be fetched from elsewhere."""
    st.set_page_config(page_title=_TITLE, page_icon=str(locations.ROOT / "docs" / "icon.png"), layout="wide")
    st.logo(str(locations.ROOT / "docs" / "logo.svg"), size="large")
    st.html(_STYLE)
    browser.script()


def pages() -> list[Any]:
    """The pages of the dashboard, the overview first."""
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
    """The pages as the menu has them: under "" those that stand alone, then the others under their word."""
    every = dict(zip((row[0] for row in _PAGES), pages(), strict=True))
    together = {words: [every.pop(name) for name in names] for words, names in _TOGETHER.items()}
    return {"": list(every.values()), **together}


def page(name: str) -> Any:
    """One page, to link or switch to."""
    return pages()[[row[0] for row in _PAGES].index(name)]


def mark(page: Any) -> None:
    """Say that dashboard.py has run before the page that follows, and name that page in the browser's tab."""
    entitle(page.title)
    st.session_state["_routed"] = True
    st.session_state["_page"] = page.url_path


def entitle(name: str) -> None:
    """Name what is shown in the browser's tab."""
    st.set_page_config(page_title=say("pages.tab", page=name, site=_TITLE))


def current() -> str:
    """The name of the page that is shown, as in its address; the overview has none."""
    return str(st.session_state["_page"])


def guard() -> None:
    """Hand over to dashboard.py where a page was run on its own.

    Right after a server's start Streamlit may do so, because a folder named pages/ exists: whoever opened a link
    to a page then would see it without its filters.
    """
    if "_routed" not in st.session_state:
        configure()
        st.navigation(pages(), position="hidden")
        st.rerun()
    del st.session_state["_routed"]


def forward(asked: Any) -> None:
    """Go on to the page of incidents where an old link asks Sources for their list; its filters stay.

    ``asked``: the page of the address. To be called before any filter is drawn: Streamlit leaves no page whose
    address holds filters that are drawn, and a visitor who has some has no old link, but a menu.
    """
    if asked.url_path != "sources" or "_filters" in st.session_state:
        return
    if st.query_params.get("list") == say("sources.incidents"):
        kept = {key: st.query_params.get_all(key) for key in st.query_params if key != "list"}
        moved = page("incidents")
        st.switch_page(moved, query_params=kept)
