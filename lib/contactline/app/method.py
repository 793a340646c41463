"""The parts of the Method page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from contactline import locations
from contactline.app.context import Context
from contactline.lexicon import Lexicon
from contactline.quality import measured
from contactline.views import escape, labels
from contactline.views.words import count, say, words_of

_DATA = locations.ROOT / "data"
_FIGURES = words_of("figures")
"""What is shown of a set's entry in data/measured.json, with the words for each."""
_UNSEEN_FIGURES = words_of("unseen_figures")
"""The same for the entry of unseen articles."""


def words() -> None:
    """Draw what is coded, how, and the known limits."""
    st.markdown(say("method.text"))


def ontology(lexicon: Lexicon) -> None:
    """Draw the types and modes with their definitions, by class."""
    st.markdown(say("method.types"))
    st.caption(say("method.types_source"))
    rows = lexicon.rows("ontology")
    for quad in labels.QUADS:
        with st.expander(quad.capitalize(), expanded=False):
            some = [row for row in rows if row["quad"] == quad]
            st.table(
                pd.DataFrame(
                    {
                        say("method.label"): [row["label"] for row in some],
                        say("method.definition"): [row["definition"] for row in some],
                        say("method.code"): ["/".join(filter(None, (row["type"], row["mode"]))) for row in some],
                    }
                ).map(escape.markdown),
                hide_index=True,
                border="horizontal",
                alt=say("method.types_alt", class_=quad),
            )


def figures(lexicon: Lexicon) -> None:
    """Draw the measured accuracy, where there is one: first on unseen articles, then on the annotated sets."""
    st.markdown(say("method.measured"))
    sets = measured.read(_DATA / "measured.json")
    if not sets:
        st.caption(say("method.not_measured"))
    if measured.UNSEEN in sets:
        _unseen(sets[measured.UNSEEN])
    for name, some in sets.items():
        if name != measured.UNSEEN:
            _seen(name, some, lexicon)


def _unseen(some: dict[str, Any]) -> None:
    """Draw the figures on articles that nobody had seen while the program was developed."""
    st.markdown(
        say(
            "method.unseen",
            articles=count(some["articles"], "article"),
            annotated=some["annotated_events"],
            coded=some["coded_events"],
            day=labels.day(date.fromisoformat(some["measured"])),
            commit=escape.markdown(some["commit"]),
        )
    )
    shares = [(words, _share(some, *key.split("."))) for key, words in _UNSEEN_FIGURES.items()]
    _listed(say("method.figure"), say("method.share"), shares, say("method.unseen_alt"))


def _seen(name: str, some: dict[str, Any], lexicon: Lexicon) -> None:
    """Draw the figures on articles that were used in development, with those by type and by confidence."""
    st.markdown(
        say(
            "method.compared",
            name=escape.markdown(name),
            articles=count(some["articles"], "article"),
            annotated=some["gold_events"],
            coded=some["predicted_events"],
            day=labels.day(date.fromisoformat(some["measured"])),
        )
    )
    many, few = st.columns([3, 2], gap="large")
    with many:
        shares = [(words, _share(some, *key.split("."))) for key, words in _FIGURES.items()]
        _listed(say("method.figure"), say("method.share"), shares, say("method.measured_alt"))
    with few:
        kinds = labels.kinds(lexicon)
        found = [(kinds.get(kind, kind), says) for kind, says in some["recall_by_type"].items()]
        _listed(say("method.kind"), say("method.found"), found, say("method.recall_alt"))
        sure = [
            (
                f"{row['from']:.2f} \N{EN DASH} {row['to']:.2f}",
                say("method.right_of", share=f"{row['right']:.0%}", number=row["events"]),
            )
            for row in some["calibration"]
        ]
        _listed(say("method.confidence"), say("method.right"), sure, say("method.confidence_alt"))


def sources() -> None:
    """Draw the sources of the tables of words and of the maps, in an expander where they are long."""
    st.markdown(say("method.sources"))
    first, *more = (_DATA / "README.md").read_text(encoding="utf-8").partition("\n")[2].split("\n## ")
    st.markdown(first)
    for section in more:
        name, _, text = section.partition("\n")
        with st.expander(
            say(
                "method.source",
                name=name.strip().capitalize(),
                tables=count(text.count(".csv |"), "table"),
            )
        ):
            st.markdown(text)


def build(ctx: Context) -> None:
    """Draw what is known of the build that is shown (build.json)."""
    st.markdown(say("method.build"))
    stamp = ctx.store.build
    version, time, *digests = (
        (name.capitalize(), str(stamp.get(name, ""))) for name in ("version", "time", "inputs", "lexicon", "code")
    )
    _listed(say("method.what"), say("method.value"), [version, time], say("method.build_alt"))
    counts = [(say("method.rows", table=name), f"{number:,}") for name, number in stamp.get("counts", {}).items()]
    with st.expander(say("method.build_more")):
        _listed(say("method.what"), say("method.value"), [*digests, *counts], say("method.build_alt"))


def _share(figures: dict[str, Any], name: str, *rest: str) -> str:
    found = figures[name]
    return _share(found, *rest) if rest else f"{found:.0%}"


def _listed(first: str, second: str, rows: Sequence[tuple[str, str]], alt: str) -> None:
    table = pd.DataFrame(rows, columns=[first, second]).map(escape.markdown)
    st.table(table, hide_index=True, border="horizontal", alt=alt)
