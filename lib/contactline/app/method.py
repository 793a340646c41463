"""The Method page's parts."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import streamlit as st

from contactline import labels, lexicon
from contactline.app import router
from contactline.app.context import Context

_DATA = router.ROOT / "data"

_WORDS = """
## How it was made

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
  20th, a month is drawn as a month. An event is within chosen days when its span overlaps them. An event
  without any date is counted as such, and shown where no days are chosen or where you ask for it.
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


def ontology() -> None:
    """The types and modes with their definitions, in the four classes."""
    st.markdown("## Types of events")
    st.caption("The types and modes of PLOVER (the manual of 2021, draft 0.8), defined in our words.")
    rows = lexicon.rows("ontology")
    for quad in labels.QUADS:
        with st.expander(quad.capitalize(), expanded=False):
            some = [row for row in rows if row["quad"] == quad]
            st.dataframe(
                pd.DataFrame(
                    {
                        "Type": [row["type"] for row in some],
                        "Mode": [row["mode"] for row in some],
                        "Shown as": [row["label"] for row in some],
                        "Definition": [row["definition"] for row in some],
                    }
                ),
                hide_index=True,
                alt=f"Types of {quad} with their definitions",
            )


def figures() -> None:
    """Measured accuracy, where it has been measured."""
    st.markdown("## Measured")
    path = _DATA / "measured.json"
    if not path.is_file():
        st.caption("No figures are stored here. `contactline evaluate GOLD.jsonl --record FILE` measures them.")
        return
    measured: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    st.caption(f"On {measured.get('gold', 'annotated articles')}, on {measured.get('measured', 'a day unknown')}.")
    plain = [(name, value) for name, value in _flat(measured) if isinstance(value, int | float)]
    st.dataframe(
        pd.DataFrame(plain, columns=["Figure", "Value"]), hide_index=True, alt="Measured figures", width="content"
    )


def sources() -> None:
    """Where the tables of words and the maps come from."""
    st.markdown("## Sources and licences of the data")
    st.markdown((_DATA / "README.md").read_text(encoding="utf-8").partition("\n")[2])


def build(ctx: Context) -> None:
    """The stamp of the build that is shown."""
    st.markdown("## This build")
    stamp = ctx.store.build
    rows = [(name, str(stamp.get(name, ""))) for name in ("version", "time", "inputs", "lexicon", "code")]
    rows += [(f"rows of {name}", f"{number:,}") for name, number in stamp.get("counts", {}).items()]
    st.dataframe(
        pd.DataFrame(rows, columns=["What", "Value"]), hide_index=True, alt="The build's stamp", width="content"
    )


def _flat(tree: dict[str, Any], before: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for name, value in tree.items():
        called = f"{before}{name}".replace("_", " ")
        found += _flat(value, f"{called}, ") if isinstance(value, dict) else [(called, value)]
    return found
