"""How to cite a view: the program, the build, the view in words, its address and the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from contactline.views import labels
from contactline.views.words import count, say


def cite(build: Mapping[str, Any], sentence: str, address: str, today: date) -> str:
    """A line to put below a figure or into a list of sources.

    ``build``: the content of build.json. ``sentence``: the view in words. ``address``: the link to it. ``today``:
    the day on which it was viewed.
    """
    articles = count(int(build.get("counts", {}).get("articles", 0)), "article")
    return say(
        "citation.line",
        version=build.get("version", ""),
        articles=articles,
        built=_day(build),
        inputs=build.get("inputs", ""),
        sentence=sentence,
        address=address,
        today=labels.day(today),
    )


def under(build: Mapping[str, Any], sentence: str) -> str:
    """The text below a picture: the view in words, the program and its build."""
    return say("citation.picture", sentence=sentence, version=build.get("version", ""), built=_day(build))


def _day(build: Mapping[str, Any]) -> str:
    try:
        return labels.day(date.fromisoformat(str(build.get("time"))[:10]))
    except ValueError:  # the build has no time
        return say("citation.no_day")
