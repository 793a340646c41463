"""Where the dashboard crosses the seam: it codes articles when, and only when, the tables are not of today's.

This is the only module right of the tables that imports the path of the text.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import NoReturn

import streamlit as st

from contactline import intake, lexicon, locations
from contactline.lexicon import Lexicon
from contactline.tables import freshness, store
from contactline.tables.store import Store

_coding = Lock()


def articles() -> tuple[Path, ...]:
    """The articles to show: of the command line, of CONTACTLINE_ARTICLES, of the last build, or data/articles."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--articles", action="append")
    named = parser.parse_known_args(sys.argv[1:])[0].articles or []
    if not named and os.environ.get("CONTACTLINE_ARTICLES"):
        named = [os.environ["CONTACTLINE_ARTICLES"]]
    return tuple(Path(path) for path in named) or _built() or (locations.ARTICLES,)


def _built() -> tuple[Path, ...]:
    """Where the articles of the last build lie, if they are still there."""
    try:
        paths = tuple(Path(path) for path in store.read_build(tables()).get("paths", ()))
    except store.StoreError:
        return ()
    return paths if all(path.exists() for path in paths) else ()


def tables() -> Path:
    """Where the tables lie: CONTACTLINE_TABLES or data/tables."""
    return Path(os.environ.get("CONTACTLINE_TABLES") or locations.TABLES)


def words() -> Lexicon:
    """The lexicon as it stands now, of CONTACTLINE_LEXICON or data/lexicon. Raises LexiconError."""
    return lexicon.load(Path(os.environ.get("CONTACTLINE_LEXICON") or locations.LEXICON))


def ready() -> None:
    """Code what has changed since the last build, with a progress bar. Looked at once a session."""
    if st.session_state.get("_coded"):
        return
    try:
        with _coding:
            if freshness.stale(articles(), tables(), words()):
                _build()
    except (intake.InputError, lexicon.LexiconError, store.StoreError) as error:
        failed(str(error))
    st.session_state["_coded"] = True


def failed(message: str) -> NoReturn:
    """Show what is wrong and what to do about it instead of a page."""
    st.error(message, icon=":material/error:")
    st.caption(
        "Mend this and reload the page. `streamlit run dashboard.py -- --articles PATH` or the variable "
        "CONTACTLINE_ARTICLES names the articles (without either, those of the last build are shown), "
        "CONTACTLINE_TABLES the folder of the tables."
    )
    st.stop()


def again() -> None:
    """Look anew for changes at the next run."""
    st.session_state.pop("_coded", None)


def _build() -> None:
    from contactline import pipeline

    bar = st.progress(0.0, "Reading the articles")

    def progress(done: int, total: int, what: str) -> None:
        if what == "linking":
            words = "Linking the events of the articles"
        else:
            words = f"Coding the articles: {done:,} of {total:,}"
        bar.progress(done / total if total else 1.0, words)

    try:
        pipeline.build(
            articles(),
            tables(),
            progress=progress,
            time=datetime.now(UTC).replace(microsecond=0),
            lexicon=words(),
        )
    finally:
        bar.empty()


def stamp() -> str:
    """What tells one build from another: the time of its stamp file."""
    path = tables() / store.BUILD
    return str(path.stat().st_mtime_ns) if path.is_file() else ""


def load() -> Store:
    """The tables of the build. Raises StoreError."""
    return store.read(tables())
