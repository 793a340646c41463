"""Reports made by hand, for tests of linking."""

from __future__ import annotations

from datetime import date

from contactline.dates import chronology
from contactline.lexicon import load
from contactline.lexicon.conflict import conflict_parties
from contactline.linking import Publication, Report, landmarks
from contactline.linking.reports import Losses, Reference, kind_of

DAY = date(2020, 10, 4)
PUBLICATIONS = {
    "a": Publication("The Times", "The Times", country="GBR"),
    "b": Publication("The Post", "The Post"),
    "c": Publication("Copy", "Copy", copy_of="a"),
}

REFERENCE = Reference(
    PUBLICATIONS,
    frozenset({"ganja", "baku"}),
    {"ganja": "Ganja", "baku": "Baku"},
    {"ARM": "Armenia", "AZE": "Azerbaijan", "NKR": "Nagorno-Karabakh"},
    conflict_parties(load()),
)
BOTH: dict[str, object] = {"sources": "ARM AZE", "targets": "ARM AZE"}
NOBODY: dict[str, object] = {"sources": "", "targets": ""}
UNDATED: dict[str, object] = {"start": None, "end": None, "precision": "unknown"}
CEASEFIRE: dict[str, object] = {"type": "CONCEDE", "mode": "ceasefire"}
NOVEMBER = date(2020, 11, 13)
"""When articles appeared that tell of a war and of the accord that ended it, a few days before."""
WAR_2020 = next(x for x in chronology.landmarks(load()) if x.landmark_id == "20200927_war44")


def days(first: str, last: str = "", precision: str = "range") -> dict[str, object]:
    """The days of a report."""
    return {"start": date.fromisoformat(first), "end": date.fromisoformat(last or first), "precision": precision}


def words(trigger: str, sentence: str) -> dict[str, object]:
    """The words of a report: its sentence, and its trigger in it."""
    return {"trigger": trigger, "words": sentence[sentence.index(trigger) :], "sentence": sentence}


def landmark_of(facts: dict[str, object], published: date) -> tuple[str, str] | None:
    """The id of the landmark that a report tells, and which part of it."""
    publication = Publication("The Times", first=published, last=published)
    made = report("a-1", **facts)
    found = landmarks.match(made, publication, kind_of(made, load()), load())
    return found and (found.landmark.landmark_id, found.part)


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
    facts["speakers"] = frozenset(str(facts.get("speakers", "")).split())
    for what in ("killed", "injured", "captured", "handed_over", "held"):
        if isinstance(number := facts.get(what), int):
            facts[what] = Losses(number, number, number, "increment")
    return Report(event_id=event_id, article_id=event_id[0], **{**usual, **facts}, **sides)  # type: ignore[arg-type]
