"""Scores of one article: its day, its text line by line, and its mentions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import made
import pytest

from contactline.lexicon import load
from contactline.quality import scores
from contactline.quality.gold import Gold
from contactline.records import Article

LEXICON = load()


def gold(**facts: object) -> Gold:
    return Gold(Article("a", made.TEXT), {"id": "a", "text": made.TEXT, "events": [], **facts})


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        pytest.param(date(2020, 10, 5), (0, ""), id="right"),
        pytest.param(date(2020, 10, 3), (2, "DATE     a 2020-10-03 (byline), want 2020-10-05"), id="wrong"),
        pytest.param(None, (None, "DATE     a no day claimed (byline), want 2020-10-05"), id="none claimed"),
    ],
)
def test_a_day_is_wrong_by_days(claimed: date | None, expected: tuple[int | None, str]) -> None:
    coded = made.coded("a")
    coded = replace(coded, published=replace(coded.published, day=claimed))

    assert scores.score_day(gold(published="2020-10-05"), coded) == expected


LONG = "This is a line of the article that has more than eight words."


@pytest.mark.parametrize(
    ("text", "cleaned", "noise", "expected"),
    [
        pytest.param(
            f"Read more here\n{LONG}",
            LONG,
            ["Read more here"],
            scores.TextScores((True,), (True,), ()),
            id="right",
        ),
        pytest.param(
            f"Read more here\n{LONG}",
            f"Read more here\n{LONG}",
            ["Read more here"],
            scores.TextScores((False,), (True,), ("NOISE    a kept: Read more here",)),
            id="noise was kept",
        ),
        pytest.param(
            f"Read more here\n{LONG}",
            "",
            ["Read more here"],
            scores.TextScores((True,), (False,), (f"BODY     a lost: {LONG}",)),
            id="the body was lost",
        ),
        pytest.param(
            f"{LONG}\n{LONG}!",
            LONG,
            [f"{LONG}!"],
            scores.TextScores((), (), ()),
            id="noise that the body has, too",
        ),
        pytest.param(
            "By A. Writer of the paper in the city of Baku", "", [], scores.TextScores((), (), ()), id="byline"
        ),
    ],
)
def test_text_is_scored_line_by_line(
    text: str, cleaned: str, noise: list[str], expected: scores.TextScores
) -> None:
    coded = made.coded("a")
    coded = replace(coded, document=replace(coded.document, text=cleaned))

    assert scores.score_text(gold(text=text, noise=noise), coded) == expected


def test_mentions_are_counted_by_name_and_only_persons_may_be_invented() -> None:
    found = scores.score_mentions(
        gold(places={"Khankendi": 2}, actors={"Nikol Pashinyan": 1}), made.coded("a"), ["azerbaijan"], LEXICON
    )

    assert sorted(found) == [("actor", 0, 1), ("actor", 0, 1), ("place", 1, 2)]


def test_an_actor_that_no_annotator_asks_for_is_left_out() -> None:
    found = scores.score_mentions(gold(), made.coded("a"), [], LEXICON)

    assert list(found) == [("place", 0, 1)]
