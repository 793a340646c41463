"""Articles that a visitor sends: what is said of them, and how many may come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from contactline import lexicon
from contactline.intake import Limits, Told, read_given

WORDS = lexicon.load()
LIMITS = Limits(articles=2, letters=200, megabytes=1, seconds=10)
TOLD = Told("A road", "The Valley Post", date(2031, 5, 12))
TEXT = b"The two ministers spoke of a road through the valley."
ROWS = b"text,title,publisher,published\nOne talk.,A talk,The Hill Times,2031-06-01\nOther talk.,,,\n"


def test_what_is_told_goes_to_what_an_article_does_not_say_itself() -> None:
    (pasted,), _ = read_given([("pasted text", TEXT)], TOLD, LIMITS, WORDS)
    rows, _ = read_given([("a.csv", ROWS)], TOLD, LIMITS, WORDS)

    assert [(a.title, a.publisher, a.published, a.published_basis) for a in (pasted, *rows)] == [
        ("A road", "The Valley Post", date(2031, 5, 12), "manifest"),
        ("A talk", "The Hill Times", date(2031, 6, 1), "metadata"),
        ("", "The Valley Post", date(2031, 5, 12), "manifest"),
    ]
    assert all(a.article_id.startswith("yours-") for a in (pasted, *rows))
    assert len({a.article_id for a in (pasted, *rows)}) == 3


@pytest.mark.parametrize(
    ("files", "limits", "articles", "reasons"),
    [
        ([("a.txt", TEXT), ("b.txt", b"Other. " + TEXT)], LIMITS, 2, []),
        ([("a.txt", b"x" * 1_000_001)], LIMITS, 0, ["these files have more than 1 megabytes together."]),
        ([("a.txt", TEXT * 9)], LIMITS, 0, ["the article has more than 200 letters."]),
        (
            [("a.txt", TEXT), ("b.txt", b"More. " + TEXT)],
            replace(LIMITS, articles=1),
            1,
            ["it and what follows were not read: 1 articles is the most."],
        ),
        ([("a.txt", b"")], LIMITS, 0, ["the file has no text."]),
    ],
)
def test_what_is_beyond_the_limits_is_left_out_and_told(
    files: list[tuple[str, bytes]], limits: Limits, articles: int, reasons: list[str]
) -> None:
    found, rejects = read_given(files, Told(), limits, WORDS)

    assert (len(found), [one.reason for one in rejects]) == (articles, reasons)


def test_what_was_added_before_is_not_taken_again_and_counts() -> None:
    (first,), _ = read_given([("a.txt", TEXT)], Told(), LIMITS, WORDS)

    again, rejects = read_given([("b.txt", TEXT)], Told(), LIMITS, WORDS, [first.article_id])
    full, told = read_given([("b.txt", b"More. " + TEXT)], Told(), LIMITS, WORDS, ["yours-1", "yours-2"])

    assert (again, [one.reason for one in rejects]) == ([], ["this article was added before."])
    assert (full, len(told)) == ([], 1)
