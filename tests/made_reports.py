"""Reports made by hand, for tests of linking."""

from __future__ import annotations

from datetime import date

from contactline.linking import Publication, Report
from contactline.linking.reports import Losses

DAY = date(2020, 10, 4)
PUBLICATIONS = {
    "a": Publication("The Times", "The Times"),
    "b": Publication("The Post", "The Post"),
    "c": Publication("Copy", "Copy", copy_of="a"),
}


def report(event_id: str, **facts: object) -> Report:
    """A report of an attack on a day, but for what ``facts`` say. The id begins with its article's letter."""
    sides = {
        side: frozenset(str(facts.pop(side, usual)).split())
        for side, usual in (("sources", "AZE"), ("targets", "NKR"))
    }
    usual: dict[str, object] = {
        "type": "ASSAULT",
        "mode": "",
        "trigger": "shelled",
        "words": "",
        "start": DAY,
        "end": DAY,
        "precision": "day",
        "place_id": None,
    }
    for what in ("killed", "injured"):
        if isinstance(number := facts.get(what), int):
            facts[what] = Losses(number, number, number, "increment")
    return Report(event_id=event_id, article_id=event_id[0], **{**usual, **facts}, **sides)  # type: ignore[arg-type]
