"""The Method page's parts."""

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
    """What is coded, how, and what it cannot do."""
    st.markdown(say("method.text"))


def ontology(lexicon: Lexicon) -> None:
    """The types and modes with their definitions, in the four classes."""
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
    """Measured accuracy, where it has been measured: on unseen articles first, then on those that come with it."""
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
    """The figures on articles that nobody had at hand while the program was made."""
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
    """The figures on articles that were read while the program was made, with those by type and by confidence."""
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
    """Where the tables of words and the maps come from, folded where it is long."""
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
    """The stamp of the build that is shown."""
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
