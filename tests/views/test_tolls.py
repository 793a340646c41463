"""Tolls one by one, each with whose they are, its bounds and its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from made_tables import event, made, row

from contactline.lexicon import load
from contactline.views import tolls
from contactline.views.query import names

LEXICON = load()

EMPTY: dict[str, Any] = {
    f"{what}{end}": None
    for what in ("killed", "injured", "captured", "handed_over", "held")
    for end in (("", "_low", "_high") if what in ("killed", "injured") else ("_low", "_high"))
} | {"toll_as_of": None}
SHELLED = {"type": "ASSAULT", "sources": "aze:AZE", "targets": "arm:ARM"}


def told(folder: Path, *events: dict[str, Any], **articles: Any) -> pd.DataFrame:
    """The tolls of events, days as text, what is null as "-"."""
    found = made(folder / "tables", *events, articles=articles)
    rows = tolls.reported(found, LEXICON)
    assert list(rows) == list(tolls.COLUMNS)
    days = {name: rows[name].dt.strftime("%Y-%m-%d") for name in ("as_of", "told")}
    return rows.assign(**days).astype(object).where(rows.notna(), "-").map(str)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"killed": 5, "killed_kind": "increment"}, "clause", id="a day that the text tells"),
        pytest.param(
            {"killed": 5, "killed_kind": "increment", "date_basis": "article"}, "article", id="the report's day"
        ),
        pytest.param(
            {"killed": 900, "killed_kind": "total", "date_basis": "article"},
            "article",
            id="a total up to its report",
        ),
        pytest.param(
            {"killed": 900, "killed_kind": "total", "date_basis": "article", "toll_as_of": date(2020, 10, 9)},
            "text",
            id="a total up to a day that is told",
        ),
    ],
)
def test_a_day_that_is_the_report_s_alone_says_so(tmp_path: Path, facts: dict[str, Any], expected: str) -> None:
    rows = told(tmp_path, event("e", **(SHELLED | EMPTY | {"date_basis": "clause"} | facts)))

    assert list(rows["day_basis"]) == [expected]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, [], id="no toll"),
        pytest.param(
            {"killed": 5, "killed_low": 5, "killed_high": 5, "killed_kind": "increment", "toll_text": "five dead"},
            [("killed", "5", "5", "5", "increment", "2020-10-04")],
            id="exact",
        ),
        pytest.param(
            {"killed": 5, "killed_low": 5, "killed_kind": "increment", "injured": 9, "injured_high": 9},
            [("killed", "5", "5", "-", "increment", "2020-10-04"), ("injured", "9", "-", "9", "", "2020-10-04")],
            id="open bounds, two kinds",
        ),
        pytest.param(
            {"killed": 900, "killed_kind": "total", "toll_as_of": date(2020, 10, 9)},
            [("killed", "900", "-", "-", "total", "2020-10-09")],
            id="an estimate of a total, on the day up to which it counts",
        ),
        pytest.param(
            {"killed": 900, "killed_low": 900, "killed_high": 900, "killed_kind": "total"},
            [("killed", "900", "900", "900", "total", "-")],
            id="a total whose day nobody tells is not put on the event's day",
        ),
        pytest.param(
            {"killed_kind": "increment", "toll_text": "dozens killed"},
            [("killed", "-", "-", "-", "increment", "2020-10-04")],
            id="words alone",
        ),
        pytest.param(
            {"killed": 900, "killed_kind": "total", "date_basis": "article"},
            [("killed", "900", "-", "-", "total", "2020-10-04")],
            id="an undated total counts up to its report",
        ),
        pytest.param(
            {"captured_high": 4, "toll_text": "up to four men"},
            [("captured", "4", "-", "4", "", "2020-10-04")],
            id="captives",
        ),
        pytest.param(
            {"type": "COERCE", "toll_text": "scores"},
            [("captured", "-", "-", "-", "", "2020-10-04")],
            id="captives in words",
        ),
        pytest.param(
            {"type": "COERCE", "toll_text": "scores", "pattern_id": "coerce-hold-captive"},
            [("held", "-", "-", "-", "", "2020-10-04")],
            id="prisoners held in words",
        ),
        pytest.param(
            {"held_low": 23, "toll_text": "at least 23 men"},
            [("held", "23", "23", "-", "", "2020-10-04")],
            id="prisoners held",
        ),
        pytest.param(
            {"type": "RETREAT", "toll_text": "scores"},
            [("handed_over", "-", "-", "-", "", "2020-10-04")],
            id="prisoners given back in words",
        ),
        pytest.param(
            {"days": "2020-10-01..2020-10-31", "precision": "month", "killed": 5, "killed_kind": "increment"},
            [("killed", "5", "-", "-", "increment", "-")],
            id="a month is no day",
        ),
    ],
)
def test_a_toll_with_its_bounds_kind_and_day(
    facts: dict[str, Any], expected: list[tuple[str, ...]], tmp_path: Path
) -> None:
    found = told(tmp_path, event("e", **({"type": "ASSAULT"} | EMPTY | facts)))

    columns = found[["what", "number", "low", "high", "kind", "as_of"]]
    assert list(columns.itertuples(index=False, name=None)) == expected


@pytest.mark.parametrize(
    ("facts", "side", "basis", "group"),
    [
        pytest.param({**SHELLED, "toll_of": "soldiers;AZE"}, "AZE", "told", "soldiers", id="told"),
        pytest.param({**SHELLED, "toll_of": "ARM;AZE"}, "ARM;AZE", "told", "", id="both sides together"),
        pytest.param({**SHELLED, "toll_of": "civilians"}, "ARM", "target", "civilians", id="of the one hit"),
        pytest.param({**SHELLED, "targets": "civ:CIV"}, "", "", "", id="civilians are no side"),
        pytest.param({**SHELLED, "targets": "arm:ARM tur:TUR"}, "", "", "", id="several hit"),
        pytest.param({**SHELLED, "sources": "nkr:NKR"}, "", "", "", id="one side only: whom it hit is not sure"),
        pytest.param({"type": "ASSAULT"}, "", "", "", id="nobody named"),
    ],
)
def test_whose_people_are_counted(
    facts: dict[str, Any], side: str, basis: str, group: str, tmp_path: Path
) -> None:
    (row,) = told(tmp_path, event("e", **(EMPTY | facts | {"killed": 3}))).itertuples()

    assert (row.side, row.side_basis, row.group) == (side, basis, group)


def test_tolls_come_in_the_order_of_their_days_with_their_source(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        event("late", "ASSAULT", "2020-10-09", **EMPTY | {"killed": 2, "toll_text": "two died"}),
        event("dateless", "ASSAULT", "", article_id="b", **EMPTY | {"killed": 7, "status": "claimed"}),
        event("early", "ASSAULT", "2020-10-02", article_id="b", **EMPTY | {"injured": 1}),
        b={"publisher": "The Post", "published": date(2020, 10, 10)},
    )

    columns = ["event_id", "incident_id", "article_id", "publisher", "told", "status", "words"]
    assert list(found[columns].itertuples(index=False, name=None)) == [
        ("early", "i-early", "b", "The Post", "2020-10-10", "reported", ""),
        ("late", "i-late", "a", "", "-", "reported", "two died"),
        ("dateless", "i-dateless", "b", "The Post", "2020-10-10", "claimed", ""),
    ]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            {**SHELLED, "killed": 5, "killed_low": 5, "toll_of": "soldiers;NKR"},
            (
                "Armenia and Nagorno-Karabakh Armenians: soldiers",
                "Nagorno-Karabakh Armenians: soldiers",
                "own",
                "least",
                "at least 5",
                "at least 5 · 4 Oct 2020 · Armenpress · fact",
            ),
            id="a side of the conflict, by its own word",
        ),
        pytest.param(
            {**SHELLED, "sources": "arm:ARM", "targets": "aze:AZE", "killed_high": 9, "killed": 9},
            (
                "Azerbaijan: people",
                "Azerbaijan (whom it hit): people",
                "other",
                "most",
                "up to 9",
                "up to 9 · 4 Oct 2020 · Armenpress · fact · side: whom it hit, not told with the number",
            ),
            id="whom it hit, by the other side's word",
        ),
        pytest.param(
            {"type": "ASSAULT", "killed": 3, "killed_low": 3, "killed_high": 5, "toll_of": "ARM;AZE"},
            (
                "Armenia, Azerbaijan and Nagorno-Karabakh Armenians together: people",
                "Armenia and Azerbaijan: people",
                "own",
                "range",
                "3 to 5",
                "3 to 5 · 4 Oct 2020 · Armenpress · fact",
            ),
            id="both sides together",
        ),
        pytest.param(
            {
                "type": "ASSAULT",
                "killed": 40,
                "killed_kind": "total",
                "toll_as_of": date(2020, 10, 3),
                "toll_of": "civilians",
                "attributed_to": "rus",
                "status": "claimed",
            },
            (
                "Side not given: civilians",
                "Side not given: civilians",
                "third",
                "about",
                "about 40",
                "about 40 · as of 3 Oct 2020 · Armenpress · claim",
            ),
            id="a running total of nobody's, by a third party's word",
        ),
        pytest.param(
            {
                "type": "ASSAULT",
                "days": "",
                "killed_kind": "increment",
                "toll_text": "many died",
                "article_id": "x",
            },
            (
                "Side not given: people",
                "Side not given: people",
                "",
                "words",
                "“many died”",
                "“many died” · date not known · fact",
            ),
            id="words alone, of nobody's, by nobody's word",
        ),
    ],
)
def test_a_toll_as_it_is_shown(facts: dict[str, Any], expected: tuple[str, ...], tmp_path: Path) -> None:
    russian = row("actors", actor_id="rus", name="Russia", country="RUS")
    store = made(
        tmp_path / "tables",
        event("e", **(EMPTY | facts)),
        articles={"a": {"publisher": "Armenpress", "publisher_country": "ARM"}},
        more={"actors": [russian]},
    )

    (shown,) = tolls.drawn(tolls.reported(store, LEXICON), names(store, LEXICON), LEXICON).itertuples()

    assert (shown.panel, shown.whom, shown.word, shown.bound, shown.short, shown.hover) == expected
