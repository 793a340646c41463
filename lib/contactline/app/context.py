"""What every page begins with: the store, the filters, and the events that they select."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st

from contactline.app import added, brief, build_on_start, chips, counted, router, sidebar, visitor, width
from contactline.tables.store import Store, StoreError
from contactline.views import address, citation, counting, excerpts, map_query, toponyms
from contactline.views.options import Options
from contactline.views.query import NOUNS, UNITS, EventIndex, Filters, Mask, Shown, names, shown, window
from contactline.views.words import count, words_of

_OWN = "_added_index"
T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """A page's view of the tables.

    ``mask`` selects from ``index.events``; ``events`` are the selected rows, by first day, undated last, with the
    columns that ``EventIndex`` adds. ``names``: what actors, country codes and places are called, places as
    ``toponyms`` (of ``toponyms.SETTINGS``) says. ``dark``: whether the dark theme is shown. ``count``: what the
    visitor wants counted, of ``query.UNITS`` (or another that the page offered to ``context``). ``url``: the whole
    address of the page, "" of what is not drawn on one. ``wide``: its width in pixels.
    """

    index: EventIndex
    filters: Filters
    mask: Mask
    names: dict[str, str]
    dark: bool
    toponyms: str = "both"
    count: str = "incidents"
    url: str = ""
    wide: int = width.WIDE

    @property
    def store(self) -> Store:
        """The tables."""
        return self.index.store

    def kept(self, what: str, make: Callable[[], T], *more: Hashable) -> T:
        """What ``make`` returns, kept for the next page run that shows the same: it must not be changed.

        ``what``: a name for it, another for each use; ``more``: what it depends on beside the tables, the filters,
        what is counted and what places are called.
        """
        return self.index.answers.of((what, self.filters, self.count, self.toponyms, *more), make)

    @property
    def narrow(self) -> bool:
        """Whether the page is a phone's, which has no room for wide tables."""
        return self.wide < width.NARROW

    @cached_property
    def events(self) -> pd.DataFrame:
        """The selected events, as of ``at``: of a million perhaps, so that few pages ask for all of them."""
        return self.at(np.flatnonzero(self.mask))

    def at(self, positions: npt.NDArray[np.integer[Any]]) -> pd.DataFrame:
        """Some events, by their positions, with the names of their parties as the filters ask for them."""
        events = self.index.events.iloc[positions]
        if self.filters.completed and self.filters.unlisted:
            return events
        named = self.index.parties(self.filters.completed, self.filters.unlisted).sides
        return events.assign(**{side: column.iloc[positions] for side, column in named.items()})

    @cached_property
    def timeless(self) -> Mask:
        """The events that all filters but the days select."""
        return self.index.select(replace(self.filters, start=None, end=None))

    def address(self, **more: str) -> list[tuple[str, str]]:
        """What stands behind the question mark of a link to what is shown: the filters, and more."""
        _, options = index()
        called = [("names", words_of("toponyms")[self.toponyms])] if self.toponyms != "both" else []
        pairs = [*address.write(self.filters, options), *called, *counted.address(self.count)]
        return [*pairs, *more.items()]

    def articles(self, mask: Mask) -> set[str]:
        """The ids of the articles in which names are counted: those of these events, all where these are all."""
        if mask.all():
            return set(self.store.articles["article_id"])
        number = self.index.counts(mask, "article_id")
        return set(number.index[number > 0])

    def number(self, mask: Mask) -> int:
        """How many events or incidents a mask over ``index.events`` selects, as ``count`` asks."""
        return self.index.number(mask, self.unit)

    def in_words(self, number: int) -> str:
        """A number with what is counted: "8 incidents"."""
        return count(number, NOUNS[self.unit])

    @property
    def unit(self) -> str:
        """What is counted of events: ``count``, or incidents where it asks for what only some pages have."""
        return self.count if self.count in UNITS else UNITS[0]

    @cached_property
    def window(self) -> tuple[date, date] | None:
        """The days that the page is about: those asked for, or where most of the selected events lie."""
        return self.kept("window", lambda: window(self.index, self.mask, self.filters))

    @cached_property
    def rows(self) -> pd.DataFrame:
        """A row for each thing that is counted, as of ``counting.rows``."""
        return self.kept("rows", lambda: counting.rows(self.index, self.mask, self.unit))

    @cached_property
    def shown(self) -> Shown:
        """The sentence over the page and its numbers."""
        return self.kept("shown", self._shown)

    def _shown(self) -> Shown:
        counted = ""
        if self.count == "mentions":
            counted = count(map_query.mentions(self.index, self.articles(self.mask)), map_query.NOUNS[self.count])
        return shown(self.index, self.mask, self.filters, self.names, self.unit, counted)

    @cached_property
    def also(self) -> dict[str, int]:
        """How much one click leaves out or lets in again, as of ``EventIndex.also``."""
        return self.kept("also", lambda: self.index.also(self.filters, self.unit))

    @cached_property
    def cited(self) -> str:
        """How to cite the page."""
        return self.cite(self.shown.sentence, self.url)

    def cite(self, sentence: str, url: str) -> str:
        """How to cite what is told in a sentence, and shown at a whole address."""
        return citation.cite(self.store.build, sentence, url, date.today())


Loaded = tuple[EventIndex, dict[str, dict[str, str]], Options]
"""The index of some tables, its names under each setting, and what its filters offer."""


@st.cache_resource(show_spinner=False, max_entries=4)
def _loaded(folder: Path, stamp: str, whole: bool) -> Loaded:
    """The index of a build, its names under each setting, and its options, once a build for all visitors."""
    return _indexed(build_on_start.load(), whole)


def _indexed(store: Store, whole: bool) -> Loaded:
    """``whole``: whether full texts may be shown; otherwise they are not even loaded."""
    store = store if whole else excerpts.only(store)
    words = build_on_start.words()
    called = {setting: names(store, words, setting) for setting in toponyms.SETTINGS}
    found = EventIndex.build(store, words)
    return found, called, Options.build(found, called["both"])


def index() -> tuple[EventIndex, Options]:
    """The index of the current build, and what its filters offer."""
    found, _, options = _current()
    return found, options


def _current() -> Loaded:
    """The build's, or those of the visitor who has added articles, made once for each change of these."""
    try:
        whole = visitor.full_texts()
        shared = _loaded(build_on_start.tables(), build_on_start.stamp(), whole)
        key = added.key()
        if not key:
            st.session_state.pop(_OWN, None)
            return shared
        known: tuple[str, Loaded] | None = st.session_state.get(_OWN)
        if known is None or known[0] != key:
            own = _indexed(added.load(len(shared[0].events)), whole)
            known = st.session_state[_OWN] = added.key(), own  # of a large collection it is another than before
        return known[1]
    except StoreError as error:
        build_on_start.failed(error)


def context(heading: bool = True, units: Sequence[str] = UNITS) -> Context:
    """The first line of every page.

    ``heading``: whether the sentence stands over the page; ``units``: what a visitor may have counted there.
    """
    router.guard()
    found, called, options = _current()
    filters: Filters = st.session_state["_filters"]
    setting = sidebar.toponyms_shown()
    wide = width.width()
    above, beside = st.container(gap="small"), counted.row()
    with beside:
        unit = counted.choose(units) if heading else counted.chosen()
    here = Context(
        found,
        filters,
        found.select(filters),
        called[setting],
        st.context.theme.type == "dark",
        setting,
        unit,
        wide=wide,
    )
    address_ = [*here.address(), *sidebar.of_the_page()]
    here = replace(here, url=chips.url(address_))
    sidebar.dropped()
    added.note()
    if heading:
        with above:
            offered = partial(
                brief.button, found, here.mask, filters, here.names, here.shown, here.unit, here.cited
            )
            chips.heading(here.shown, here.also, filters, options, address_, here.cited, offered)
        with beside:
            counted.beyond(here.shown, found.span, here.window, filters)
    return here
