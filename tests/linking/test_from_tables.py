"""Tables linked with one another: what a report of linking is made of, and what comes back into the tables."""

from __future__ import annotations

from datetime import date

import made
import pyarrow as pa

from contactline.lexicon import load
from contactline.linking import from_tables
from contactline.linking.reports import Losses, Report
from contactline.records import Figure, Toll
from contactline.tables import assemble

LEXICON = load()


def tables_of(**texts: str) -> dict[str, pa.Table]:
    toll = Toll(killed=Figure(2, None, "total"), of=("soldiers", "NKR"), as_of=made.DAY)
    coded = [made.coded(key, text, toll=toll, publisher=f"Paper {key}") for key, text in texts.items()]
    return made.tables(*coded)


def test_a_report_has_the_countries_of_the_parties_and_the_words_at_the_trigger() -> None:
    (report,) = from_tables._reports(tables_of(a=made.TEXT))

    assert report == Report(
        event_id="a-01",
        article_id="a",
        type="ASSAULT",
        mode="heavy-weapons",
        trigger="shelled",
        words="shelled Stepanakert on Sunday,\nkilling two.",
        start=date(2020, 10, 4),
        end=date(2020, 10, 4),
        precision="day",
        place_id="stepanakert",
        sources=frozenset({"AZE"}),
        targets=frozenset({"NKR"}),
        status="reported",
        killed=Losses(2, 2, None, "total"),
        injured=Losses(),
        captured=Losses(kind="increment"),
        handed_over=Losses(kind="increment"),
        held=Losses(kind="increment"),
        confidence=0.9,
        date_basis="article",
        toll_of=frozenset({"soldiers", "NKR"}),
        toll_as_of=date(2020, 10, 4),
        sentence="Azerbaijan shelled Stepanakert on Sunday,\nkilling two.",
        speakers=frozenset({"AZE"}),
    )


def test_near_duplicates_are_named_and_told_in_one_incident() -> None:
    long = made.TEXT + " ".join(f"word{n}" for n in range(60))

    linked = from_tables.link_tables(tables_of(a=long, b=long, c=made.TEXT), LEXICON)

    assert linked["articles"]["copy_of"].to_pylist() == [None, "a", None]
    (incident,) = linked["incidents"].to_pylist()
    assert (incident["events"], incident["articles"], incident["publishers"]) == (3, 3, 2)
    assert (incident["label"], incident["killed_min"], incident["place_id"]) == ("Shelling", 2, "stepanakert")
    assert set(linked["events"]["incident_id"].to_pylist()) == {incident["incident_id"]}


def test_an_event_with_an_unknown_party_has_no_country_on_that_side() -> None:
    tables = tables_of(a=made.TEXT)
    actors = tables["event_actors"]
    unknown = assemble.with_column(actors, "country", ["UNK", None])

    (report,) = from_tables._reports({**tables, "event_actors": unknown})

    assert (report.sources, report.targets) == (frozenset(), frozenset())
