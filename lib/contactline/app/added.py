"""The articles that this visitor has added: kept for the visit only, shown with the collection or instead of
it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from contactline.app import build_on_start, router, visitor
from contactline.intake import Limits, Told
from contactline.rejects import Reject
from contactline.tables.store import Store
from contactline.views import own as view
from contactline.views.words import count, say

if TYPE_CHECKING:
    from contactline.beside import Added

MODES = ("beside", "alone", "without")
"""How they are shown: together with the collection, alone, or not at all."""

MOST_BESIDE = 20_000
"""Most events of a collection that is linked again together with a visitor's articles; more would take too
long."""

_HOSTED = Limits(articles=50, letters=100_000, megabytes=5, seconds=60)
_LOCAL = Limits(articles=1_000, letters=1_000_000, megabytes=20, seconds=900)
_OWN, _MODE = "_added", "_added_mode"


def limits() -> Limits:
    """The limits on what this visitor may add: higher for somebody at the machine that runs the server."""
    return _LOCAL if visitor.may_edit() else _HOSTED


def all_added() -> list[Added]:
    """All articles added in this visit, in the order in which they were added."""
    return list(st.session_state.get(_OWN, []))


def add(files: Iterable[tuple[str, bytes]], told: Told) -> tuple[list[Added], list[Reject]]:
    """Code these files and show their articles. Returns what was added, and what could not be used."""
    found, rejects = build_on_start.code_added(
        files, told, limits(), [one.article.article_id for one in all_added()]
    )
    if found:
        st.session_state[_OWN] = [*all_added(), *found]
        if mode() == "without":
            choose("beside")
    return found, rejects


def remove(*article_ids: str) -> None:
    """Remove the articles with these ids, or all if none is given."""
    kept = [one for one in all_added() if article_ids and one.article.article_id not in article_ids]
    st.session_state[_OWN] = kept


def bring_back(some: Iterable[Added]) -> None:
    """Add removed articles again."""
    st.session_state[_OWN] = [*all_added(), *some]


def mode() -> str:
    """How they are shown, one of ``MODES``."""
    return str(st.session_state.get(_MODE, MODES[0]))


def choose(mode: str) -> None:
    """Show them in another of the ``MODES``."""
    st.session_state[_MODE] = mode


def key() -> str:
    """A key that differs for each set of added articles; "" where only the build is shown."""
    own = all_added()
    if not own or mode() == "without":
        return ""
    ids = ",".join(one.article.article_id for one in own)
    return f"{build_on_start.stamp()} {mode()} {ids}"


def load(events: int) -> Store:
    """The tables with these articles, which are marked. ``events``: the build's number of events. Raises
    StoreError.
    """
    if events > MOST_BESIDE:
        choose("alone")
    return view.marked(build_on_start.load_with(all_added(), mode() == "alone"))


def note() -> None:
    """Say, on every page, that added articles are shown, with a link to them."""
    if not key():
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="added_note"):
        st.caption(say(f"add.shown_{mode()}", articles=count(len(all_added()), "article")), width="content")
        st.page_link(router.page("add"), label=say("add.manage"), icon=":material/person_add:")
