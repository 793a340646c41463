"""The Whose word page: who publishes or speaks, against what they report, and what only one side reports."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from contactline.app import chosen
from contactline.app.context import Context
from contactline.app.events import nothing
from contactline.app.over_time import CONFIG
from contactline.charts import grid, rankings, timeline
from contactline.views import export_charts, whose_word
from contactline.views.words import count, say, words_of

_CELL, _ALONE = "cell", "alone"  # in the address: the cell, and the bar of incidents, that were clicked
_ROWS = 15
_LINES = 8


def matrix(ctx: Context) -> None:
    """Draw who publishes, against what they report; a click on a number lists its sentences."""
    if not ctx.mask.any():
        nothing(ctx, say("events.no_event"))
        return
    st.header(say("whose_word.title"), help=say("grades.help"))
    st.caption(say("whose_word.intro"))
    by = _by()
    table = whose_word.counted(ctx.index, ctx.mask, ctx.filters, by, ctx.unit)
    keys = list(dict.fromkeys(table["teller"]))
    shown = keys if len(keys) <= _ROWS or _every(len(keys)) else keys[:_ROWS]
    lexicon = ctx.index.lexicon
    names = dict(zip(keys, whose_word.teller_names(keys, by, ctx.names, lexicon), strict=True))
    order = whose_word.told(ctx.index, ctx.filters)
    told = {key: whose_word.told_name(key, ctx.names, lexicon) for key in order if key in set(table["told"])}
    numbers = [row for row in table.itertuples(index=False, name=None) if row[0] in shown]
    cell = chosen.asked(_CELL)
    st.plotly_chart(
        grid.grid(
            [(key, names[key]) for key in shown],
            list(told.items()),
            numbers,
            ctx.dark,
            (cell[0], cell[1]) if len(cell) == 2 else None,
            ctx.narrow,
        ),
        key="whose_word_grid",
        config=CONFIG,
        selection_mode="points",
        on_select=lambda: chosen.click("whose_word_grid", _CELL),
        alt=say(
            "whose_word.alt",
            numbers="; ".join(f"{names[row]}, {told[column]} {number:,}" for row, column, number in numbers),
        ),
    )
    unknown = by != "publisher" and keys == [""]
    st.caption(say("whose_word.none_known") if unknown else say("whose_word.click"))
    if len(cell) == 2 and cell[0] in names and cell[1] in told:
        mask = ctx.mask & order[cell[1]] & (whose_word.tellers(ctx.index, by) == cell[0])
        words = say("whose_word.cell", teller=names[cell[0]], told=told[cell[1]])
        chosen.sentences(ctx, mask, words, _CELL, "whose_word_cell")
    rows = table.assign(teller=table["teller"].map(names), told=table["told"].map(told))
    rows = rows.rename(columns=words_of("word_columns") | {"number": words_of("units")[ctx.unit].capitalize()})
    chosen.table(
        ctx,
        rows,
        say("whose_word.file", unit=ctx.unit),
        "whose_word_matrix",
        lambda: export_charts.whose_word(table, names, told),
        "whose_word_grid",
    )


def one_side(ctx: Context) -> None:
    """Draw how many incidents only one side reports, both, or others; a click lists them with their sentences."""
    if not ctx.mask.any():
        return
    st.header(say("whose_word.alone"), help=say("grades.help"))
    found = whose_word.alone(ctx.index, ctx.mask)
    if found.empty:
        st.caption(say("events.no_incident"))
        return
    st.caption(say("whose_word.alone_intro", incidents=count(len(found), "incident")))
    lexicon = ctx.index.lexicon
    counts = found.value_counts()
    keys = [key for key in whose_word.alone_order(lexicon) if key in counts.index]
    names = [whose_word.alone_name(key, ctx.names, lexicon) for key in keys]
    numbers = [int(counts[key]) for key in keys]
    asked = chosen.asked(_ALONE)
    st.plotly_chart(
        rankings.ranking(keys, names, numbers, [timeline.GREY] * len(keys), ctx.dark, asked),
        key="whose_word_alone",
        config=CONFIG,
        selection_mode="points",
        on_select=lambda: chosen.click("whose_word_alone", _ALONE),
        alt=say("whose_word.alone_alt", numbers="; ".join(map("{} {:,}".format, names, numbers))),
    )
    if asked and asked[0] in keys:
        wanted = np.zeros(len(ctx.store.incidents) + 1, bool)
        wanted[found.index[found == asked[0]]] = True
        mask = ctx.mask & wanted[ctx.index.incident_at]
        words = names[keys.index(asked[0])]
        chosen.sentences(ctx, mask, words, _ALONE, "whose_word_alone_events", _LINES)
    headings = words_of("word_columns")
    rows = pd.DataFrame({headings["teller"]: names, headings["incidents"]: numbers})
    chosen.table(
        ctx,
        rows,
        say("whose_word.alone_file"),
        "told_alone",
        lambda: export_charts.told_alone(keys, names, numbers),
        "whose_word_alone",
    )


def _by() -> str:
    words = words_of("word_by")
    by = st.segmented_control(
        say("whose_word.by"),
        list(whose_word.BY),
        format_func=words.__getitem__,
        default=whose_word.BY[0],
        key="by",
        bind="query-params",
        persist_state="session",
        required=True,
        on_change=lambda: chosen.forget(_CELL),
    )
    return by or whose_word.BY[0]


def _every(number: int) -> bool:
    """Draw the switch to list all of this number of rows, and return whether it is on."""
    return st.toggle(say("whose_word.every", number=f"{number:,}"), key="every_teller", bind="query-params")
