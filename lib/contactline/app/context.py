"""The start of every page: the tables, the filters, and the events that they select."""

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
    columns that ``EventIndex`` adds. ``names``: the names of actors, country codes and places, the latter in the
    form that ``toponyms`` (one of ``toponyms.SETTINGS``) asks for. ``dark``: whether the dark theme is used.
    ``count``: what the visitor wants counted, one of ``query.UNITS`` or of the units that the page passed to
    ``context``. ``url``: the full address of the page, "" where there is no page. ``wide``: its width in pixels.
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
        """Return what ``make`` returns, kept for the next page run with the same question. The caller must not
        change it.

        ``what``: a unique name for each use. ``more``: what the result depends on, besides the tables, the
        filters, the unit and the names of places.
        """
        return self.index.answers.of((what, self.filters, self.count, self.toponyms, *more), make)

    @property
    def narrow(self) -> bool:
        """Whether the page is as narrow as a phone's, so that wide tables do not fit."""
        return self.wide < width.NARROW

    @cached_property
    def events(self) -> pd.DataFrame:
        """The selected events, as from ``at``. There may be a million: most pages use ``mask`` or ``at``."""
        return self.at(np.flatnonzero(self.mask))

    def at(self, positions: npt.NDArray[np.integer[Any]]) -> pd.DataFrame:
        """The events at some positions, with the names of their parties as the filters ask for them."""
        events = self.index.events.iloc[positions]
        if self.filters.completed and self.filters.unlisted:
            return events
        named = self.index.parties(self.filters.completed, self.filters.unlisted).sides
        return events.assign(**{side: column.iloc[positions] for side, column in named.items()})

    @cached_property
    def timeless(self) -> Mask:
        """The events that all filters except the one for days select."""
        return self.index.select(replace(self.filters, start=None, end=None))

    def address(self, **more: str) -> list[tuple[str, str]]:
        """The query of a link to the current view: the filters, and ``more``."""
        _, options = index()
        called = [("names", words_of("toponyms")[self.toponyms])] if self.toponyms != "both" else []
        pairs = [*address.write(self.filters, options), *called, *counted.address(self.count)]
        return [*pairs, *more.items()]

    def articles(self, mask: Mask) -> set[str]:
        """The ids of the articles in which names are counted: those of these events, or all if all events are
        selected.
        """
        if mask.all():
            return set(self.store.articles["article_id"])
        number = self.index.counts(mask, "article_id")
        return set(number.index[number > 0])

    def number(self, mask: Mask) -> int:
        """The number of events or incidents, as ``count`` asks, that a mask over ``index.events`` selects."""
        return self.index.number(mask, self.unit)

    def in_words(self, number: int) -> str:
        """A number with its unit: "8 incidents"."""
        return count(number, NOUNS[self.unit])

    @property
    def unit(self) -> str:
        """The unit in which events are counted: ``count``, or incidents if ``count`` is something that only
        some pages have.
        """
        return self.count if self.count in UNITS else UNITS[0]

    @cached_property
    def window(self) -> tuple[date, date] | None:
        """The days that the page is about: the chosen ones, or those of most of the selected events."""
        return self.kept("window", lambda: window(self.index, self.mask, self.filters))

    @cached_property
    def rows(self) -> pd.DataFrame:
        """A row for each thing that is counted, as ``counting.rows`` returns them."""
        return self.kept("rows", lambda: counting.rows(self.index, self.mask, self.unit))

    @cached_property
    def shown(self) -> Shown:
        """The sentence above the page and its numbers."""
        return self.kept("shown", self._shown)

    def _shown(self) -> Shown:
        counted = ""
        if self.count == "mentions":
            counted = count(map_query.mentions(self.index, self.articles(self.mask)), map_query.NOUNS[self.count])
        return shown(self.index, self.mask, self.filters, self.names, self.unit, counted)

    @cached_property
    def also(self) -> dict[str, int]:
        """How many events or incidents one click leaves out or includes again, as ``EventIndex.also`` returns
        them.
        """
        return self.kept("also", lambda: self.index.also(self.filters, self.unit))

    @cached_property
    def cited(self) -> str:
        """The citation of the page."""
        return self.cite(self.shown.sentence, self.url)

    def cite(self, sentence: str, url: str) -> str:
        """The citation of a view that ``sentence`` describes and that is found at the full address ``url``."""
        return citation.cite(self.store.build, sentence, url, date.today())


Loaded = tuple[EventIndex, dict[str, dict[str, str]], Options]
"""The index of some tables, its names under each setting, and what its filters offer."""


@st.cache_resource(show_spinner=False, max_entries=4)
def _loaded(folder: Path, stamp: str, whole: bool) -> Loaded:
    """The index of a build, its names under each setting, and its options, made once per build for all
    visitors.
    """
    return _indexed(build_on_start.load(), whole)


def _indexed(store: Store, whole: bool) -> Loaded:
    """``whole``: whether full texts may be shown; if not, they are not even loaded."""
    store = store if whole else excerpts.only(store)
    words = build_on_start.current_lexicon()
    called = {setting: names(store, words, setting) for setting in toponyms.SETTINGS}
    found = EventIndex.build(store, words)
    return found, called, Options.build(found, called["both"])


def index() -> tuple[EventIndex, Options]:
    """The index of the current build, and the options of its filters."""
    found, _, options = _current()
    return found, options


def _current() -> Loaded:
    """The index of the build, or for a visitor who has added articles their own, made again when these change."""
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
            # of a large collection, it may differ from the one before
            known = st.session_state[_OWN] = added.key(), own
        return known[1]
    except StoreError as error:
        build_on_start.failed(error)


def context(heading: bool = True, units: Sequence[str] = UNITS) -> Context:
    """Draw the sidebar and the heading, and return the page's view of the tables; every page calls this first.

    ``heading``: whether the sentence is drawn above the page. ``units``: what can be counted on the page.
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
