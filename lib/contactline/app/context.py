"""What every page begins with: the store, the filters, and the events that they select."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pandas as pd
import streamlit as st

from contactline.app import build_on_start, chips, router, sidebar
from contactline.tables.store import Store, StoreError
from contactline.views import address, toponyms
from contactline.views.options import Options
from contactline.views.query import EventIndex, Filters, Mask, Shown, names, shown


@dataclass(frozen=True)
class Context:
    """A page's view of the tables.

    ``mask`` selects from ``index.events``; ``events`` are the selected rows, by first day, undated last, with the
    columns that ``EventIndex`` adds. ``names``: what actors, country codes and places are called, places as
    ``toponyms`` (of ``toponyms.SETTINGS``) says. ``dark``: whether the dark theme is shown.
    """

    index: EventIndex
    filters: Filters
    mask: Mask
    names: dict[str, str]
    dark: bool
    toponyms: str = "both"

    @property
    def store(self) -> Store:
        """The tables."""
        return self.index.store

    @cached_property
    def events(self) -> pd.DataFrame:
        """The selected events, with the names of their parties as the filters ask for them."""
        events = self.index.events[self.mask]
        if self.filters.completed and self.filters.unlisted:
            return events
        named = self.index.parties(self.filters.completed, self.filters.unlisted).sides
        return events.assign(**{side: column[self.mask] for side, column in named.items()})

    @cached_property
    def timeless(self) -> Mask:
        """The events that all filters but the days select."""
        return self.index.select(replace(self.filters, start=None, end=None))

    def address(self, **more: str) -> list[tuple[str, str]]:
        """What stands behind the question mark of a link to what is shown: the filters, and more."""
        _, options = index()
        return [*address.write(self.filters, options), *more.items()]

    @cached_property
    def shown(self) -> Shown:
        """The sentence over the page and its numbers."""
        return shown(self.index, self.mask, self.filters, self.names)


@st.cache_resource(show_spinner=False, max_entries=2)
def _loaded(folder: Path, stamp: str) -> tuple[EventIndex, dict[str, dict[str, str]], Options]:
    """The index of a build, its names under each setting, and its options, once a build for all visitors."""
    store = build_on_start.load()
    words = build_on_start.words()
    called = {setting: names(store, words, setting) for setting in toponyms.SETTINGS}
    found = EventIndex.build(store, words)
    return found, called, Options.build(found, called["both"])


def index() -> tuple[EventIndex, Options]:
    """The index of the current build, and what its filters offer."""
    found, _, options = _current()
    return found, options


def _current() -> tuple[EventIndex, dict[str, dict[str, str]], Options]:
    try:
        return _loaded(build_on_start.tables(), build_on_start.stamp())
    except StoreError as error:
        build_on_start.failed(error)


def context(heading: bool = True) -> Context:
    """The first line of every page. ``heading``: whether the sentence stands over the page."""
    router.guard()
    found, called, options = _current()
    filters: Filters = st.session_state["_filters"]
    setting = sidebar.toponyms_shown()
    here = Context(
        found, filters, found.select(filters), called[setting], st.context.theme.type == "dark", setting
    )
    sidebar.dropped()
    if heading:
        chips.heading(here.shown, found.also(filters), filters, options, [*here.address(), *sidebar.of_the_page()])
    return here
