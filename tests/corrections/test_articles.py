"""Days that a reader has set for articles."""

from __future__ import annotations

from datetime import date

import pytest

from contactline.corrections.articles import dated
from contactline.corrections.record import Correction
from contactline.records import Article

GIVEN = Article("a", "Text.", published=date(2031, 5, 1), published_basis="metadata")


def set_to(day: str, key: str = "a") -> Correction:
    return Correction("t", "article", key, "day", day)


@pytest.mark.parametrize(
    ("corrections", "day", "basis"),
    [
        pytest.param([], date(2031, 5, 1), "metadata", id="none"),
        pytest.param([set_to("2031-05-09", "b")], date(2031, 5, 1), "metadata", id="of another"),
        pytest.param([set_to("2031-05-09")], date(2031, 5, 9), "correction", id="set"),
        pytest.param([set_to("2031-05-09"), set_to("2031-05-10")], date(2031, 5, 10), "correction", id="the last"),
        pytest.param([set_to("")], None, "", id="taken out"),
    ],
)
def test_the_day_of_an_article(corrections: list[Correction], day: date | None, basis: str) -> None:
    (article,) = dated([GIVEN], corrections)

    assert (article.published, article.published_basis) == (day, basis)
