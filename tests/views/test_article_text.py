"""An article as a reader sees it: what is marked, and what is said beside it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from made_tables import event, made, row

from contactline.lexicon import load, unlisted
from contactline.tables.store import Store
from contactline.views import article_text
from contactline.views.highlight import Mark
from contactline.views.query import EventIndex, names

LEXICON = load()


@pytest.fixture
def found(tmp_path: Path) -> Store:
    """Two sentences: "They met in Goris." and "Asian troops left."; an event in each."""
    plain = made(
        tmp_path / "tables",
        event("e1", text="They met in Goris.", place_id="goris"),
        event("e2", "RETREAT", text="Asian troops left."),
    )
    mentions = [
        row("mentions", article_id="a", sentence=0, start=12, end=17, text="Goris", kind="place", ref="goris"),
        row(
            "mentions",
            article_id="a",
            sentence=0,
            start=0,
            end=4,
            text="They",
            kind="actor",
            ref=None,
            candidates=["goris", "x"],
        ),
        row("mentions", article_id="a", sentence=0, start=0, end=4, text="They", kind="event", ref="e1"),
        row(
            "mentions",
            article_id="a",
            sentence=1,
            start=19,
            end=24,
            text="Asian",
            kind="actor",
            ref="stepanakert",
            note="read as Armenian: machine translation",
        ),
        row("mentions", article_id="a", sentence=1, start=19, end=23, text="Asia", kind="event", ref="e2"),
        row(
            "mentions",
            article_id="a",
            sentence=1,
            start=32,
            end=36,
            text="left",
            kind="date",
            ref="2020-10",
            note="article",
        ),
    ]
    return plain.having(mentions=pd.DataFrame(mentions))


def events(found: Store) -> pd.DataFrame:
    return EventIndex.build(found, LEXICON).events.set_index("event_id", drop=False)


def test_an_events_own_sentence_is_marked_with_its_words_and_names(found: Store) -> None:
    marks = article_text.marks(found, events(found).loc["e1"], names(found, LEXICON))

    assert marks == [
        Mark(0, 4, "event", "Talks: 4 Oct 2020"),
        Mark(12, 17, "place", "Goris"),
        Mark(0, 4, "actor", "Goris or x"),
    ]


def test_the_whole_article_has_the_other_events_and_what_was_read_so(found: Store) -> None:
    marks = article_text.marks(found, events(found).loc["e1"], names(found, LEXICON), whole=True)

    assert marks == [
        Mark(0, 4, "event", "Talks: 4 Oct 2020"),
        Mark(0, 18, "sentence"),
        Mark(12, 17, "place", "Goris"),
        Mark(0, 4, "actor", "Goris or x"),
        Mark(19, 24, "actor", "Stepanakert / Khankendi"),
        Mark(19, 24, "reading", "read as Armenian: machine translation"),
        Mark(19, 23, "other", "Withdrawal or release"),
        Mark(32, 36, "date", "2020-10 (counted from the article's day)"),
    ]


def test_words_that_were_read_as_another_name_are_listed(found: Store) -> None:
    assert article_text.readings(found, "a") == [("Asian", "read as Armenian: machine translation")]


def test_a_name_that_no_table_has_is_marked_so_and_is_no_reading(found: Store) -> None:
    person = {"article_id": "a", "start": 0, "end": 4, "text": "They", "kind": "actor", "note": unlisted.NOTE}
    some = found.having(mentions=pd.DataFrame([row("mentions", ref="new:sona-pel", **person)]))

    marks = article_text.mentions(some, "a", {"new:sona-pel": "Sona Pel"})
    assert marks == [Mark(0, 4, "actor", "Sona Pel (not in the lexicon)")]
    assert article_text.readings(some, "a") == []


def test_a_sentence_is_found_by_its_number(found: Store) -> None:
    assert article_text.sentence(found, "a", 1) == ("Asian troops left.", 19)
    with pytest.raises(KeyError, match="a has no sentence 9"):
        article_text.sentence(found, "a", 9)


@pytest.mark.parametrize(
    ("basis", "words", "expected"),
    [
        ("byline", "by X, 4 October", "4 Oct 2020 (in the byline: by X, 4 October)"),
        ("manifest", "", "4 Oct 2020 (given with the article)"),
    ],
)
def test_the_evidence_of_a_date(basis: str, words: str, expected: str) -> None:
    day = pd.Timestamp("2020-10-04")
    article = pd.Series(
        {
            "published_start": day,
            "published_end": day,
            "published_precision": "day",
            "published_basis": basis,
            "published_evidence": words,
            "published_likeliest": None,
        }
    )

    assert article_text.evidence(article) == expected


def test_the_likeliest_day_stands_beside_the_days() -> None:
    article = pd.Series(
        {
            "published_start": pd.Timestamp("2020-10-04"),
            "published_end": pd.Timestamp("2020-10-10"),
            "published_precision": "range",
            "published_basis": "inferred",
            "published_evidence": "",
            "published_likeliest": pd.Timestamp("2020-10-05"),
        }
    )

    assert article_text.evidence(article) == (
        "4–10 Oct 2020, day not known; likeliest 5 Oct 2020, by when half of such articles have appeared; no event is "
        "dated from it (inferred from the text)"
    )


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("A title", "Text.", "A title"),
        (" ", "\nThe first line\nThe second", "The first line"),
        ("", "word " * 30, "word " * 17 + "…"),
    ],
)
def test_the_heading_of_an_article(title: str, text: str, expected: str) -> None:
    assert article_text.heading(pd.Series({"title": title, "text": text})) == expected


def test_a_citation_names_an_article_as_far_as_it_is_known() -> None:
    day = pd.Timestamp("2031-05-12")
    known = {"title": "A title", "text": "", "publisher": "The Valley Post", "published_precision": "day"}
    known |= {"published_start": day, "published_end": day}

    assert (
        article_text.cited(pd.Series(known))
        == "\N{LEFT DOUBLE QUOTATION MARK}A title\N{RIGHT DOUBLE QUOTATION MARK}, The Valley Post, 12 May 2031"
    )


def test_what_a_reader_should_know_of_an_article_in_a_few_words(found: Store) -> None:
    articles = pd.DataFrame(
        {
            "article_id": ["a", "b", "c", "d"],
            "language": ["en", "en", "de", ""],
            "copy_of": [None, "a", None, None],
            "warnings": [["x", "y"], [], ["not in English"], []],
        }
    )
    noise = pd.DataFrame(
        [row("noise", article_id="a"), row("noise", article_id="b"), row("noise", article_id="a")]
    )
    uncoded = pd.DataFrame([row("uncoded", article_id="b")])

    assert article_text.notes(found.having(noise=noise, uncoded=uncoded), articles) == [
        "2 warnings; 2 passages removed",
        "near-duplicate; 1 passage removed; 1 not coded",
        "not in English (de)",
        "",
    ]
