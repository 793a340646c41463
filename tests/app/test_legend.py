"""What colours and signs mean."""

from __future__ import annotations

import re

import pytest

from contactline.app import legend
from contactline.charts import timeline
from contactline.views import labels


def words(html: str) -> list[str]:
    """What is read aloud: each sign is followed by its words."""
    return re.findall(r'aria-hidden="true" style="[^"]*"></span>([^<]+)</span>', html)


@pytest.mark.parametrize("dark", [False, True])
def test_the_classes_have_the_colours_of_the_charts(dark: bool) -> None:
    found = legend.classes(dark)

    assert words(found) == [quad.capitalize() for quad in labels.QUADS]
    assert re.findall(r"background:(#\w+)", found) == list(timeline.colours(dark).values())


@pytest.mark.parametrize("dark", [False, True])
def test_each_sign_of_the_map_has_its_words(dark: bool) -> None:
    found = legend.signs(dark)

    assert [word for word in ("a town", "a region, as a whole", "along a line") if word not in words(found)] == []
    assert len(words(found)) == found.count('aria-hidden="true"') == len(set(words(found)))


def test_the_signs_of_the_base_map_change_with_the_theme() -> None:
    assert legend.signs(True) != legend.signs(False)
    assert words(legend.signs(True)) == words(legend.signs(False))
