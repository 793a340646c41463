"""Each article once, under an id of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import made_inputs as made
import pytest

from contactline.intake import identity
from contactline.intake.errors import InputError
from contactline.records import Article

GIVEN = Article("a", made.TEXT, publisher="Post", published=date(2031, 5, 12), origin="in/x.csv, line 2")
MADE = replace(GIVEN, article_id="", url="https://valley.example/road")


def distinct(*articles: Article) -> tuple[list[Article], list[str]]:
    refused: list[str] = []
    found = list(
        identity.distinct(
            articles, lambda error: refused.append(f"{error.reject.article_id}: {error.reject.reason}")
        )
    )
    return found, refused


@pytest.mark.parametrize(
    ("one", "other", "refused"),
    [
        pytest.param(
            GIVEN,
            replace(GIVEN, body="Other."),
            ["a: the article id 'a' was already read from x.csv, line 2."],
            id="an id",
        ),
        pytest.param(
            GIVEN, replace(GIVEN, article_id="b"), ["b: the text was already read as article 'a'."], id="a text"
        ),
        pytest.param(GIVEN, replace(GIVEN, article_id="b", publisher="Times"), [], id="by another publisher"),
        pytest.param(GIVEN, replace(GIVEN, article_id="b", published=None), [], id="of another day"),
        pytest.param(
            replace(GIVEN, body="Yes."), replace(GIVEN, article_id="b", body="Yes."), [], id="a short text"
        ),
        pytest.param(MADE, replace(MADE, body=f"{made.TEXT} More."), [], id="two texts at one address"),
    ],
)
def test_what_comes_twice(one: Article, other: Article, refused: list[str]) -> None:
    found, told = distinct(one, other)

    assert told == refused
    assert len(found) == 2 - len(refused)
    assert len({article.article_id for article in found}) == len(found)


def test_made_ids_follow_from_the_address_else_from_title_and_text() -> None:
    same = replace(MADE, url="http://www.valley.example/road/?utm_source=x", body="Other.")

    assert identity.made_id(MADE) == identity.made_id(same)
    assert identity.made_id(replace(MADE, url="https://valley.example/")) == identity.made_id(
        replace(MADE, url="")
    )
    assert identity.made_id(replace(MADE, url="")) != identity.made_id(replace(MADE, url="", title="A road"))


def test_an_error_that_is_raised_stops_the_reading() -> None:
    def stop(error: InputError) -> None:
        raise error

    with pytest.raises(InputError, match="Leave one of them out"):
        list(identity.distinct([GIVEN, replace(GIVEN, article_id="b")], stop))
