"""Titles without the name of the site."""

from __future__ import annotations

import pytest

from contactline.intake import titles


@pytest.mark.parametrize(
    ("title", "site", "left"),
    [
        ("Ministers speak of a road | The Valley Post", "The Valley Post", "Ministers speak of a road"),
        ("Ministers speak of a road - BBC News", "BBC", "Ministers speak of a road"),
        ("The Valley Post :: A road", "The Valley Post", "A road"),
        ("Valley.Net - A road", "valley.net", "A road"),
        ("War and peace - a long road", "The Valley Post", "War and peace - a long road"),
        ("A road - and no end", "", "A road - and no end"),
        ("A road", "A road", "A road"),
    ],
)
def test_the_name_of_the_site_is_taken_off(title: str, site: str, left: str) -> None:
    assert titles.without_site(title, site) == left
