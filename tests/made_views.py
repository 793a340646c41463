"""Parts of pages drawn by Streamlit's own test runner, over stores made by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest

from contactline.app.context import Context
from contactline.lexicon import load
from contactline.tables.store import Store
from contactline.views.query import EventIndex, Filters, names

LEXICON = load()


def view(store: Store, filters: Filters | None = None) -> Context:
    """What a page over this store begins with."""
    index = EventIndex.build(store, LEXICON)
    filters = filters or Filters()
    return Context(index, filters, index.select(filters), names(store, LEXICON), dark=False)


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
