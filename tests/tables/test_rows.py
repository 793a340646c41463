"""Rows of one article, whole."""

from __future__ import annotations

from datetime import date

import made

from contactline.lexicon import load
from contactline.records import Figure, Toll
from contactline.tables.rows import article_rows, kind, lexicon_rows

LEXICON = load()


def test_the_rows_of_an_article() -> None:
    rows = article_rows(made.coded(publisher="The Times", title="A title"), "digest", LEXICON)

    assert rows["articles"] == [
        {
            "article_id": "a",
            "title": "A title",
            "publisher": "The Times",
            "publisher_country": "GBR",
            "author": "",
            "url": "",
            "language": "en",
            "published": made.DAY,
            "published_start": made.DAY,
            "published_end": made.DAY,
            "published_precision": "day",
            "published_basis": "byline",
            "published_evidence": "4 October",
            "published_likeliest": None,
            "text": "Azerbaijan shelled Stepanakert on Sunday,\nkilling two. =SUM(1) fled.\n",
            "noise_chars": 15,
            "sentences": 2,
            "copy_of": None,
            "warnings": ["A warning."],
            "origin": "a.txt",
            "digest": "digest",
        }
    ]
    assert rows["sentences"] == [
        {
            "article_id": "a",
            "sentence": 0,
            "start": 0,
            "end": 54,
            "text": "Azerbaijan shelled Stepanakert on Sunday,\nkilling two.",
        },
        {"article_id": "a", "sentence": 1, "start": 55, "end": 68, "text": "=SUM(1) fled."},
    ]
    assert [tuple(row.values()) for row in rows["mentions"]] == [
        (0, 10, "Azerbaijan", "actor", "name", "azerbaijan", "AZE", [], "", "a", 0),
        (11, 18, "shelled", "event", "", "a-01", "", [], "shell-1", "a", 0),
        (19, 30, "Stepanakert", "place", "name", "stepanakert", "AZE", [], "a note", "a", 0),
        (34, 40, "Sunday", "date", "date", "2020-10-04", "", [], "article", "a", 0),
    ]
    assert [
        (row["event_id"], row["quad"], row["incident_id"], row["other_sentences"]) for row in rows["events"]
    ] == [("a-01", "material conflict", None, [1])]
    assert [(row["event_id"], row["role"], row["actor_id"], row["country"]) for row in rows["event_actors"]] == [
        ("a-01", "source", "azerbaijan", "AZE"),
        ("a-01", "target", None, "NKR"),
    ]
    assert [(row["text"], row["reason"].split(",")[0]) for row in rows["noise"]] == [
        ("Skip to content", "boilerplate.csv")
    ]
    assert rows["uncoded"] == [{"article_id": "a", "sentence": 1}]


def test_a_toll_has_its_bounds_its_kind_and_of_whom() -> None:
    toll = Toll(
        killed=Figure(5, None, "total"),
        handed_over=Figure(3, 3, "increment"),
        of=("soldiers", "ARM"),
        as_of=date(2020, 10, 4),
    )
    (event,) = article_rows(made.coded(killed=5, toll=toll), "", LEXICON)["events"]

    assert {
        name: event[name] for name in event if name.startswith(("killed", "injured", "captured", "handed", "held"))
    } == {
        "killed": 5,
        "injured": None,
        "killed_low": 5,
        "killed_high": None,
        "killed_kind": "total",
        "injured_low": None,
        "injured_high": None,
        "injured_kind": "",
        "captured_low": None,
        "captured_high": None,
        "handed_over_low": 3,
        "handed_over_high": 3,
        "held_low": None,
        "held_high": None,
    }
    assert (event["toll_of"], event["toll_as_of"]) == ("soldiers;ARM", date(2020, 10, 4))


def test_an_unknown_mode_takes_the_label_of_its_type() -> None:
    assert kind("ASSAULT", "no such mode", LEXICON) == kind("ASSAULT", "", LEXICON)


def test_roles_have_days() -> None:
    since = {row["since"] for row in lexicon_rows(LEXICON)["actor_roles"]}

    assert {type(day) for day in since} == {date, type(None)}
