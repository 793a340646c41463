"""Codes articles when the dashboard starts, if and only if the tables do not match the current articles.

This is the only module of the dashboard that imports the stages that read text.
"""

from __future__ import annotations

import argparse
import logging
import math
import os
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NoReturn

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from contactline import corrections, intake, lexicon, locations
from contactline.lexicon import Lexicon
from contactline.rejects import Reject
from contactline.tables import freshness, store
from contactline.tables.store import Store
from contactline.views import escape
from contactline.views.words import count, say, words_of

if TYPE_CHECKING:
    from contactline.beside import Added

_LISTED = 200  # at most so many rejects are listed on a page
_RATE_KNOWN = 3  # seconds of coding after which the time left can be estimated
_MINUTES = 90  # seconds from which the time left is given in minutes
_AGAIN = 600  # seconds until a failed build is tried again, if nothing has changed

_log = logging.getLogger(__name__)
_coding = Lock()
_adding = Lock()
_WAIT = 60  # seconds that a visitor waits while another visitor's articles are coded
_failed: dict[tuple[Path, str], tuple[float, str]] = {}
"""By tables and stamp of the articles: when their build failed, and the message. No visitor has to wait for the
same failure again."""


def articles() -> tuple[Path, ...]:
    """The articles to show: from the command line, CONTACTLINE_ARTICLES, the last build, or data/articles."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--articles", action="append")
    named = parser.parse_known_args(sys.argv[1:])[0].articles or []
    if not named and os.environ.get("CONTACTLINE_ARTICLES"):
        named = [os.environ["CONTACTLINE_ARTICLES"]]
    return tuple(Path(path) for path in named) or _built() or (locations.ARTICLES,)


def _built() -> tuple[Path, ...]:
    """The inputs of the last build, if they still exist."""
    paths = tuple(Path(path) for path in _last_build().get("paths", ()))
    return paths if all(path.exists() for path in paths) else ()


def _reading() -> intake.Options | None:
    """The options for columns and dates with which the last build read these articles."""
    last = _last_build()
    if last.get("paths") != [str(path.absolute()) for path in articles()]:
        return None
    return intake.Options(last.get("columns", {}), last.get("day_order", ""))


def tables() -> Path:
    """The folder of the tables: CONTACTLINE_TABLES or data/tables."""
    return Path(os.environ.get("CONTACTLINE_TABLES") or locations.TABLES)


def corrections_file() -> Path:
    """The file of corrections: CONTACTLINE_CORRECTIONS, the last build's file, or data/corrections.csv."""
    if named := os.environ.get("CONTACTLINE_CORRECTIONS"):
        return Path(named)
    return Path(_last_build().get("corrections_file") or locations.CORRECTIONS)


def _last_build() -> dict[str, Any]:
    """The content of build.json; empty where there are no tables that can be read."""
    try:
        return store.read_build(tables())
    except store.StoreError:
        return {}


def current_lexicon() -> Lexicon:
    """The current lexicon, from CONTACTLINE_LEXICON or data/lexicon. Raises LexiconError."""
    return lexicon.load(Path(os.environ.get("CONTACTLINE_LEXICON") or locations.LEXICON))


def ensure_built() -> None:
    """Code what has changed since the last build, with a progress bar; checked once per session.

    If there are tables, the page is shown even when this fails, with a notice of the failure and of inputs left
    out.
    """
    if not st.session_state.get("_coded"):
        st.session_state["_coded"], st.session_state["_notice"] = _coded()
    if st.session_state.get("_notice"):
        st.warning(escape.markdown(st.session_state["_notice"]), icon=":material/warning:")
    _rejects(_left_out(tables(), stamp()))


def _coded() -> tuple[bool, str]:
    """Whether the check was made, and the message to show about it ("" for none)."""
    older = bool(_last_build())
    if not _coding.acquire(blocking=not older):
        return False, say("start.busy")
    try:
        now = freshness.stamp(articles(), current_lexicon(), corrections.digest(corrections_file()))
        this = tables(), str(now)
        if not freshness.differs(now, tables()):
            return True, ""
        when, notice = _failed.get(this, (-math.inf, ""))
        if older and time.monotonic() - when < _AGAIN:
            return True, notice
        try:
            _build()
        except Exception as error:
            _failed[this] = time.monotonic(), _notice(error)
            raise
        return True, ""
    except Exception as error:
        if not older:
            failed(error)
        _report(error)
        return True, _notice(error)
    finally:
        _coding.release()


def _notice(error: Exception) -> str:
    return say("start.last_build", error=told(error))


def told(error: Exception) -> str:
    """An error as a message for visitors, without paths of the server."""
    if isinstance(error, intake.InputError):
        return say("start.bad_input", reason=error.reject.without_folder())
    if isinstance(error, lexicon.LexiconError):
        return say("start.bad_lexicon")
    if isinstance(error, store.StoreError):
        return say("start.bad_tables")
    return say("start.unexpected", error=type(error).__name__)


def _report(error: Exception) -> None:
    """Write an error in full to the server's log."""
    if isinstance(error, (intake.InputError, lexicon.LexiconError, store.StoreError)):
        _log.error("%s", error)
    else:
        _log.error("The articles could not be coded.", exc_info=error)


def failed(error: Exception) -> NoReturn:
    """Show an error and what to do about it instead of a page. The full error goes to the server's log."""
    _report(error)
    st.error(escape.markdown(told(error)), icon=":material/error:")
    st.caption(say("start.fix"))
    st.stop()


@lru_cache(maxsize=2)
def _left_out(folder: Path, stamp: str) -> tuple[Reject, ...]:
    """The inputs that a build could not use."""
    return tuple(store.read_rejects(folder))


def _rejects(rejects: tuple[Reject, ...]) -> None:
    """Draw the inputs that the build could not use, in an expander; files by their names only."""
    if not rejects:
        return
    rows = [(r.name, "" if r.row is None else str(r.row), r.article_id, r.reason, r.todo) for r in rejects]
    table = pd.DataFrame(rows[:_LISTED], columns=list(words_of("rejects").values()))
    with st.expander(say("start.rejects", inputs=count(len(rejects), "input")), icon=":material/warning:"):
        st.dataframe(
            table,
            key="rejects",
            hide_index=True,
            height=min(280, 38 + 35 * len(table)),
            alt=say("start.rejects_alt"),
        )
        if len(rejects) > _LISTED:
            st.caption(say("start.rejects_short", number=f"{_LISTED:,}", file=store.REJECTS))


def check_again() -> None:
    """Check for changes again at the next run."""
    st.session_state.pop("_coded", None)


def _build() -> None:
    from contactline import pipeline

    bar = st.progress(0.0, say("start.reading"))
    began = math.inf

    def progress(done: int, total: int, what: str) -> None:
        nonlocal began
        began = time.monotonic() if done == 0 else began
        told = coding_words(done, total, time.monotonic() - began)
        bar.progress(done / total if total else 1.0, say("start.linking") if what == "linking" else told)

    try:
        pipeline.build(
            articles(),
            tables(),
            progress=progress,
            time=datetime.now(UTC).replace(microsecond=0),
            lexicon=current_lexicon(),
            reading=_reading(),
            corrected=corrections_file(),
        )
    finally:
        bar.empty()


def coding_words(done: int, total: int, seconds: float) -> str:
    """The progress of coding in words, with an estimate of the time left after the first few seconds."""
    words_ = say("start.coding", done=f"{done:,}", total=f"{total:,}")
    if not 0 < done < total or seconds < _RATE_KNOWN:
        return words_
    left = seconds / done * (total - done)
    told = count(math.ceil(left / 60), "minute") if left > _MINUTES else count(math.ceil(left), "second")
    return say("start.coding_left", coding=words_, time=told)


def stamp() -> str:
    """A value that changes with each build: the modification time of build.json."""
    return store.stamp(tables())


def load() -> Store:
    """Read the tables of the build. Raises StoreError."""
    return store.read(tables())


def code_added(
    files: Iterable[tuple[str, bytes]], told: intake.Told, limits: intake.Limits, known: Sequence[str]
) -> tuple[list[Added], list[Reject]]:
    """Code the articles that a visitor sends, with a progress bar. Returns the coded ones, and what could not be
    used.

    Nothing is written. ``known``: the ids of those that were added before. Only one visitor's articles are coded
    at a time.
    """
    from contactline import beside

    articles, rejects = intake.read_given(files, told, limits, current_lexicon(), known)
    if not articles:
        return [], rejects
    bar = st.progress(0.0, say("add.waiting"))
    if not _adding.acquire(timeout=_WAIT):
        bar.empty()
        return [], [*rejects, Reject(articles[0].origin, None, "", say("add.busy"), say("add.busy_todo"))]
    try:
        found: list[Added] = []
        for one in beside.code(
            articles, limits, current_lexicon(), lambda done, total, _: _added_progress(bar, done, total)
        ):
            rejects.append(one) if isinstance(one, Reject) else found.append(one)
        return found, rejects
    finally:
        _adding.release()
        bar.empty()


def _added_progress(bar: DeltaGenerator, done: int, total: int) -> None:
    bar.progress(done / total, say("start.coding", done=f"{done:,}", total=f"{total:,}"))


def load_with(own: Sequence[Added], alone: bool) -> Store:
    """The tables of the build together with a visitor's articles, or of these only (``alone``). Raises
    StoreError.
    """
    from contactline import beside

    known = current_lexicon()
    if alone:
        return store.of_tables(
            tables(), store.read_build(tables()), beside.with_added(beside.empty_tables(), own, known)
        )
    right, _ = corrections.read(corrections_file(), known)
    found = beside.with_added(beside.stored(tables()), own, known, right)
    return store.of_tables(tables(), store.read_build(tables()), found)
