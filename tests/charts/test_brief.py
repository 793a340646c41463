"""The printable page of a view: it holds all that it shows, and no word of an article is markup."""

from __future__ import annotations

import re
from pathlib import Path

from made_tables import event, made
from made_views import LEXICON

from contactline.charts import brief
from contactline.views.query import EventIndex, Filters, names, shown


def page(tmp_path: Path, filters: Filters) -> str:
    store = made(
        tmp_path / "tables",
        event(
            "e1",
            "CONSULT",
            "2031-05-12",
            sources="russia:RUS",
            text="They <script>met</script>.",
            incident_id="i1",
        ),
        event(
            "e2",
            "ASSAULT",
            "2031-05-14",
            sources="iran:IRN",
            text="Five fell.",
            incident_id="i2",
            killed=5,
            killed_low=5,
            killed_high=5,
            toll_text="killing five",
            place_id="stepanakert",
        ),
        publishers={"a": "The <i>Post</i>"},
        articles={"a": {"title": "A week", "publisher": "The <i>Post</i>"}},
        incidents={"i1": {}, "i2": {"type": "ASSAULT", "label": "Attack"}},
    )
    index = EventIndex.build(store, LEXICON)
    mask, called = index.select(filters), names(store, LEXICON)
    told = shown(index, mask, filters, called, "events")
    return brief.page(index, mask, filters, called, told, "events", "Cited <so>.").decode()


def test_what_is_selected_stands_in_it_with_sentence_source_and_citation(tmp_path: Path) -> None:
    found = page(tmp_path, Filters())

    assert "2 events in 1 article" in found
    assert "They &lt;script&gt;met&lt;/script&gt;." in found and "The &lt;i&gt;Post&lt;/i&gt;" in found
    assert "5 killed" in found and "killing five" in found
    assert "Cited &lt;so&gt;." in found
    assert found.count("<svg") == 2


def test_a_filter_leaves_the_rest_out(tmp_path: Path) -> None:
    found = page(tmp_path, Filters(types=("CONSULT",)))

    assert "They " in found
    assert "Five fell." not in found and "killing five" not in found


def test_it_has_no_script_and_asks_for_nothing(tmp_path: Path) -> None:
    found = page(tmp_path, Filters())

    assert re.findall(r"<(?:script|link|img|iframe|a)\b", found) == []
    assert set(re.findall(r"https?://[^\"' ]+", found)) == {"http://www.w3.org/2000/svg"}


def test_nothing_selected_is_said(tmp_path: Path) -> None:
    assert "No incident meets the filters." in page(tmp_path, Filters(text="nowhere"))
