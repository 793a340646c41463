"""The Method page's parts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from contactline import locations
from contactline.app.context import Context
from contactline.lexicon import Lexicon
from contactline.views import escape, labels

_DATA = locations.ROOT / "data"
_FIGURES = {
    "event_recall": "Annotated events that were found",
    "event_precision": "Coded events that are in the annotation",
    "event_f1": "Both in one number (F1)",
    "strict_f1": "The same, counted only where date, place, parties and status are right as well (strict F1)",
    "of_the_matched.date_exact": "Of the events found: date exactly right",
    "of_the_matched.place": "place right",
    "of_the_matched.actors_exact": "all parties right",
    "of_the_matched.status": "rightly told as fact, claim, plan, denial or history",
    "of_the_matched.killed": "number of dead right",
    "published.exact": "Articles whose own date is right",
    "noise_removed": "Foreign matter (menus, teasers) cut",
    "body_kept": "Article text kept",
    "mention_counts.actor": "Mentions of actors counted rightly",
    "mention_counts.place": "Mentions of places counted rightly",
}
"""What is shown of data/measured.json, with the words for each."""

_WORDS = """
# How it was made

Each article is cleaned of what is no part of it (menus, bylines, teasers), its date is worked out, names of
people, bodies and places are found and resolved, and sentences that may tell an event are parsed. Patterns
over the parse say which act it is and who did it to whom. Everything that was found points to the words it
was found in.

- **An event** is an act as one article tells it: one **type**, with a **source** (who acts) and a
  **target** (whom it is done to). Two-sided acts (talks, fighting, an accord) carry both sides in both
  parts. A mediator is neither.
- **An incident** is what happened in the world: events of several articles with the same kind of act, the
  same parties and dates that fit are one incident. Copies of one text count as one source. Where the
  reports differ (dates, places, numbers of dead), the differences are listed and no report is preferred.
- **Told as** says how the text stands to the event: *reported* as fact, *claimed* by a side, *planned*,
  *denied*, or *background*, history told as context. Background is drawn paler, and one click leaves it
  out.
- **Dates** are whole days, and never more exact than the text: "in mid-September" stays the 11th to the
  20th, a month is drawn as a month. In lists, 2023-09 is a month and 2020-12-09/16 some days. An event is
  within chosen days when its span overlaps them. An event without any date is counted as such, and shown
  where no days are chosen or where you ask for it.
- **Places** with two names carry both, the one most used in English-language news first; neither is called
  wrong.
- **Source and target are grammar, not guilt**: the source of an accusation is who accuses.

## What it cannot do

- It reads one sentence at a time. An act told over several sentences, or only hinted at, is missed;
  sentences that look as if they told an event but were not coded are listed on the article's page.
- Patterns make mistakes: irony, quotations within quotations, long lists and machine translations most of
  all. The confidence of an event is that of its pattern, not a probability that it happened.
- It counts what articles tell, not what happened: more reports are not more events in the world.
- Only English text is coded.
"""


def words() -> None:
    """What is coded, how, and what it cannot do."""
    st.markdown(_WORDS)


def ontology(lexicon: Lexicon) -> None:
    """The types and modes with their definitions, in the four classes."""
    st.markdown("## Types of events")
    st.caption("The types and modes of PLOVER (the manual of 2021, draft 0.8), defined in our words.")
    rows = lexicon.rows("ontology")
    for quad in labels.QUADS:
        with st.expander(quad.capitalize(), expanded=False):
            some = [row for row in rows if row["quad"] == quad]
            st.table(
                pd.DataFrame(
                    {
                        "Shown as": [row["label"] for row in some],
                        "Definition": [row["definition"] for row in some],
                        "Code": ["/".join(filter(None, (row["type"], row["mode"]))) for row in some],
                    }
                ).map(escape.markdown),
                hide_index=True,
                border="horizontal",
                alt=f"Types of {quad} with their definitions",
            )


def figures(lexicon: Lexicon) -> None:
    """Measured accuracy, where it has been measured."""
    st.markdown("## Measured")
    path = _DATA / "measured.json"
    if not path.is_file():
        st.caption("No figures are stored here. `contactline evaluate GOLD.jsonl --record FILE` measures them.")
        return
    measured: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    st.markdown(
        f"Compared with what a person found in {labels.count(measured['articles'], 'article')} "
        f"({measured['gold_events']} events; the program coded {measured['predicted_events']}), on "
        f"{labels.day(date.fromisoformat(measured['measured']))}. These articles were read while the program was "
        "made: expect less on others, and least on machine translations and opinion."
    )
    many, few = st.columns([3, 2], gap="large")
    with many:
        shares = [(words, _share(measured, *key.split("."))) for key, words in _FIGURES.items()]
        _listed("Figure", "Share", shares, "Measured figures")
    with few:
        kinds = labels.kinds(lexicon)
        found = [(kinds.get(name, name), says) for name, says in measured["recall_by_type"].items()]
        _listed("Kind of event", "Found", found, "Events found of those annotated, by type")
        sure = [
            (f"{row['from']:.2f} \N{EN DASH} {row['to']:.2f}", f"{row['right']:.0%} of {row['events']}")
            for row in measured["calibration"]
        ]
        _listed("Confidence", "Right", sure, "How many events were right, by confidence")


def sources() -> None:
    """Where the tables of words and the maps come from, folded where it is long."""
    st.markdown("## Sources and licences of the data")
    first, *more = (_DATA / "README.md").read_text(encoding="utf-8").partition("\n")[2].split("\n## ")
    st.markdown(first)
    for section in more:
        name, _, text = section.partition("\n")
        with st.expander(f"{name.strip().capitalize()}: {labels.count(text.count('.csv |'), 'table')}"):
            st.markdown(text)


def build(ctx: Context) -> None:
    """The stamp of the build that is shown."""
    st.markdown("## This build")
    stamp = ctx.store.build
    marks = ("version", "time", "inputs", "lexicon", "code")
    rows = [(name.capitalize(), str(stamp.get(name, ""))) for name in marks]
    rows += [(f"Rows of {name}", f"{number:,}") for name, number in stamp.get("counts", {}).items()]
    _listed("What", "Value", rows, "The build's stamp")


def _share(measured: dict[str, Any], name: str, *rest: str) -> str:
    found = measured[name]
    return _share(found, *rest) if rest else f"{found:.0%}"


def _listed(first: str, second: str, rows: Sequence[tuple[str, str]], alt: str) -> None:
    table = pd.DataFrame(rows, columns=[first, second]).map(escape.markdown)
    st.table(table, hide_index=True, border="horizontal", alt=alt)
