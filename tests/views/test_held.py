"""Who held what on the days shown, in words."""

from __future__ import annotations

from datetime import date

import pytest
from made_lexicon import with_tables

from contactline.lexicon import load
from contactline.views import held

MADE = """places,holder,since,until,source,note
fuzuli,NKR,1993-08-24,2020-10-17,20201017_fuzuli20,
fuzuli,AZE,2020-10-20,,20201017_fuzuli20;general knowledge,
shusha_district,NKR,,2020-10-31,general knowledge,
shusha_district,,2020-11-01,,general knowledge,a wood was between them
zabukh,AZE,,,general knowledge,
"""
LEXICON = with_tables(control=MADE)


def found(place_id: str, first: str, last: str) -> dict[str, object]:
    frame = held.holders(LEXICON, date.fromisoformat(first), date.fromisoformat(last)).set_index("place_id")
    return dict(frame.loc[place_id])


@pytest.mark.parametrize(
    ("place", "first", "last", "before", "after", "words"),
    [
        (
            "fuzuli",
            "2020-10-01",
            "2020-10-31",
            "NKR",
            "AZE",
            "Nagorno-Karabakh Armenians, 24 Aug 1993 \u2013 17 Oct 2020; "
            "not known, 18\u201319 Oct 2020; Azerbaijan since 20 Oct 2020",
        ),
        ("fuzuli", "2023-01-01", "2023-01-31", "AZE", "AZE", "Azerbaijan since 20 Oct 2020"),
        ("fuzuli", "1990-01-01", "1990-01-31", "", "", "not known, 1\u201331 Jan 1990"),
        (
            "shusha_district",
            "2020-10-31",
            "2020-11-01",
            "NKR",
            "",
            "Nagorno-Karabakh Armenians until 31 Oct 2020; a wood was between them since 1 Nov 2020",
        ),
    ],
)
def test_a_place_tells_who_held_it_at_both_ends_and_in_between(
    place: str, first: str, last: str, before: str, after: str, words: str
) -> None:
    row = found(place, first, last)

    assert (row["before"], row["after"], row["words"]) == (before, after, words)


def test_the_sources_are_landmarks_with_what_they_rest_on() -> None:
    sources = str(found("fuzuli", "2020-10-01", "2020-10-31")["sources"]).split("; ")
    (landmark,) = [row for row in load().rows("chronology") if row["landmark_id"] == "20201017_fuzuli20"]

    assert sources == [f"{landmark['name']} ({landmark['source']})", "general knowledge"]


def test_only_districts_and_towns_are_told_of() -> None:
    frame = held.holders(LEXICON, date(2020, 1, 1), date(2020, 1, 2), "Azerbaijani")

    assert list(frame["label"]) == ["Fuzuli", "Shusha District"]


def test_a_table_without_a_row_tells_of_no_place() -> None:
    nobody = with_tables(control=MADE.splitlines(keepends=True)[0])

    frame = held.holders(nobody, date(2020, 1, 1), date(2020, 1, 2))

    assert (list(frame["label"]), "words" in frame) == ([], True)


def test_every_row_of_the_real_table_can_be_told() -> None:
    frame = held.holders(load(), date(1988, 1, 1), date(2024, 1, 1))

    assert frame["words"].str.len().min() > 0
    assert frame["sources"].str.len().min() > 0
    assert set(frame["after"]) == {"AZE"}
