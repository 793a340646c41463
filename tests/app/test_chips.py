"""The heading, its chips and its link, drawn alone. With a page around them: test_pages."""

from __future__ import annotations

from datetime import date

import pytest
from made_tables import event, made
from made_views import drawn, view
from streamlit.testing.v1 import AppTest

from contactline.app import chips
from contactline.views.options import Options
from contactline.views.query import Filters, Shown

SHOWN = Shown("8 incidents", "1 to 3 May 2031", "8 incidents of 1 to 3 May 2031", 8, 8, 3, 0, 0, 0, 0, 0)
EVENTS = (event("e1", "ASSAULT", "2031-05-14", sources="iran:IRN", targets="russia:RUS"),)


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    ctx = view(made(tmp_path_factory.mktemp("chips") / "tables", *EVENTS))
    return Options.build(ctx.index, ctx.names)


def heading(options: Options, filters: Filters, also: dict[str, int]) -> AppTest:
    return drawn(chips.heading, SHOWN, also, filters, options, [("actor", "Iran (all)")])


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), []),
        (Filters(actors=("IRN",)), ["Iran (all)"]),
        (Filters(actors=("IRN",), types=("ASSAULT",)), ["Iran (all)", "Attack or fighting"]),
    ],
    ids=["none", "one", "two"],
)
def test_a_chip_for_each_filter(options: Options, filters: Filters, expected: list[str]) -> None:
    app = heading(options, filters, {})

    assert [str(b.label).replace("\\", "") for b in app.button if str(b.key).startswith("_chip")] == expected
    assert any(b.key == "_heading_reset" for b in app.button) == bool(expected)


def test_the_days_of_the_news_stand_beside_it_where_none_are_chosen(options: Options) -> None:
    chosen = Filters(start=date(2031, 5, 1), end=date(2031, 5, 2))

    assert any("1 to 3 May" in m.value for m in heading(options, Filters(), {}).markdown)
    assert not any("1 to 3 May" in m.value for m in heading(options, chosen, {}).markdown)


def test_only_what_there_is_can_be_left_out(options: Options) -> None:
    app = heading(options, Filters(), {"background": 4, "completed": 0})

    (pills,) = app.get("button_group")
    assert len(pills.proto.options) == 1
    assert "4" in pills.proto.options[0].content
