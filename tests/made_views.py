"""Parts of pages drawn by Streamlit's own test runner, over stores made by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
from made_tables import event, made
from streamlit.testing.v1 import AppTest

from contactline.app.context import Context
from contactline.lexicon import load
from contactline.tables.store import Store
from contactline.views.query import EventIndex, Filters, names

LEXICON = load()


def view(store: Store, filters: Filters | None = None, count: str = "incidents") -> Context:
    """What a page over this store begins with."""
    index = EventIndex.build(store, LEXICON)
    filters = filters or Filters()
    return Context(index, filters, index.select(filters), names(store, LEXICON), dark=False, count=count)


def many(folder: Path, number: int = 80) -> Store:
    """A store of events of all sorts, some of which report one incident: always the same."""
    kinds = (("ASSAULT", "heavy-weapons"), ("ASSAULT", ""), ("CONSULT", "phone"), ("CONSULT", ""), ("AID", ""))
    sides = ("iran:IRN", "putin:RUS", "aliyev:AZE", ":RUS", "")
    days = ("2031-05-12", "2031-05-14", "2031-05-01..2031-05-31", "2031-07-02", "", "2028-01-01..2028-12-31")
    vague = {"2031-05-01..2031-05-31": "month", "2028-01-01..2028-12-31": "year"}
    events, incidents = [], {}
    for n in range(number):
        type_, mode = kinds[n * 7 % 5]
        when = days[n * 5 % 6]
        key = f"i{n * 11 % 50}"
        events.append(
            event(
                f"e{n}",
                type_,
                when,
                vague.get(when, "day"),
                sources=sides[n * 3 % 5],
                targets=sides[n % 4],
                mode=mode,
                article_id=f"a{n % 9}",
                place_id=(None, "goris", "stepanakert")[n * 2 % 3],
                status=("reported", "background", "claimed")[n % 3],
                date_basis=("clause", "article")[n % 4 == 1],
                incident_id=key,
            )
        )
        own = events[-1]["row"]
        incidents.setdefault(
            key, {name: own[name] for name in ("type", "mode", "date_start", "date_end", "date_precision")}
        )
    return made(folder, *events, incidents=incidents)


def drawn(draw: Callable[..., object], *arguments: object, **query: str) -> AppTest:
    """What a function draws by itself, under an address, as if on the Sources page."""

    def script(draw, arguments):  # type: ignore[no-untyped-def]  # run as a file of its own: no names but builtins
        import streamlit as st

        st.session_state["_page"] = "sources"
        draw(*arguments)

    app = AppTest.from_function(script, kwargs={"draw": draw, "arguments": arguments}, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert [str(error.value) for error in app.exception] == []
    return app


def press(app: AppTest, words: str) -> AppTest:
    """Click the one button with these words."""
    (button,) = [one for one in app.button if one.label == words]
    button.click().run()
    assert [str(error.value) for error in app.exception] == []
    return app


def said(app: AppTest) -> str:
    """The words outside of tables and charts, Markdown's backslashes taken out."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "expander")
    words = [str(getattr(e, "value", "") or getattr(e, "label", "")) for kind in kinds for e in app.get(kind)]
    return "\n".join(words).replace("\\", "")


def frames(app: AppTest) -> list[pd.DataFrame]:
    return [e.value for e in (*app.dataframe, *app.table)]


def html(app: AppTest) -> list[str]:
    """Each piece of HTML of ours, without the marks around words."""
    return [re.sub(r"</?mark[^>]*>", "", e.proto.body) for e in app.get("html")]


def specs(app: AppTest) -> list[Any]:
    return [e.proto for e in app.get("plotly_chart")]
