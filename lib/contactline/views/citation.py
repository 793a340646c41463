"""How to cite a view: the program, the build, the view in words, its address and the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from contactline.views import labels
from contactline.views.words import count, say


def cite(build: Mapping[str, Any], sentence: str, address: str, today: date) -> str:
    """A line to put under a figure or into a list of sources.

    ``build``: as of build.json; ``sentence``: the view in words; ``address``: the link to it; ``today``: when it
    was looked at.
    """
    try:
        day = labels.day(date.fromisoformat(str(build.get("time"))[:10]))
    except ValueError:  # a build that does not say when it was made
        day = say("citation.no_day")
    articles = count(int(build.get("counts", {}).get("articles", 0)), "article")
    return say(
        "citation.line",
        version=build.get("version", ""),
        articles=articles,
        built=day,
        inputs=build.get("inputs", ""),
        sentence=sentence,
        address=address,
        today=labels.day(today),
    )
