"""Articles from the rows of tables: what is taken, what is said, what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from contactline import intake, lexicon
from contactline.intake import rows
from contactline.intake.options import Reading
from contactline.records import Article

WORDS = lexicon.load()


def read(*table: Mapping[str, object], **options: object) -> tuple[list[Article], list[str], list[str]]:
    """The articles of a table "t", the notes, and the reasons of what was refused with what to do."""
    notes: list[str] = []
    refused: list[str] = []
    reading = Reading(WORDS, lambda error: refused.append(str(error.reject)), notes.append, **options)  # type: ignore[arg-type]
    numbered = [(f"t, line {number}", row) for number, row in enumerate(table, 1)]
    return list(rows.articles("t", lambda: numbered, reading)), notes, refused


def test_all_that_a_row_tells() -> None:
    found, notes, _ = read(
        {
            "Headline": "A &amp; B",
            "Content": "Text.",
            "URL": "https://www.bbc.co.uk/news/1",
            "source": {"id": None, "name": "BBC"},
            "authors": ["Ann", "Bo"],
            "date": "12 May 2031",
            "lang": "en-GB",
            "tags": ["x"],
        }
    )

    assert found == [
        Article(
            "",
            "Text.",
            title="A & B",
            publisher="BBC",
            author="Ann, Bo",
            url="https://www.bbc.co.uk/news/1",
            published=date(2031, 5, 12),
            published_basis="metadata",
            language="en-GB",
            origin="t, line 1",
        )
    ]
    taken = "title = Headline, text = Content, published = date, publisher = source, language = lang"
    assert [set(note.removeprefix("t: columns taken: ").rstrip(".").split(", ")) for note in notes] == [
        set(taken.split(", "))
    ]


def test_the_publisher_is_the_one_of_the_address_where_none_is_named() -> None:
    found, _, _ = read(
        {"text": "One.", "url": "https://www.bbc.co.uk/news/1"},
        {"text": "Two.", "domain": "valley.example"},
        {"html": "<p>Three.", "url": "https://www.bbc.co.uk/news/2"},
    )

    assert [(a.publisher, a.is_html) for a in found] == [
        ("BBC News", False),
        ("valley.example", False),
        ("", True),
    ]


def test_unused_columns_are_named_once_with_the_nearest_known() -> None:
    _, notes, _ = read({"text": "One.", "mood": "a", "pubished": "b"}, {"text": "Two.", "mood": "c"})

    assert notes == ["t: columns not used: mood, pubished (did you mean published? --map published=pubished)."]


def test_a_column_that_the_user_names() -> None:
    found, _, refused = read({"abc": "Text.", "text": "Other."}, {"text": "Other."}, columns={"text": "ABC"})

    assert ([a.body for a in found], refused) == (["Text.", "Other."], [])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param(
            {"url": "https://x.org/a", "title": "A road"},
            "t: no column holds texts of articles. There are: url, title. This is a list of addresses, as GDELT and Media "
            "Cloud give it: save the pages (news-please and trafilatura do) and give their folder.",
            id="addresses",
        ),
        pytest.param(
            {"event_id": "a-01", "toll_text": "two killed"},
            "t: this is a table of events, not of articles: no column holds their texts. Build from the articles that "
            "tell of the events, or say which column is a text: --map text=COLUMN.",
            id="events",
        ),
        pytest.param(
            {"title": "A road", "summary": "Short."},
            "t: no column holds texts of articles. There are: title, summary. If summary is the text, say so: --map "
            "text=summary.",
            id="short texts",
        ),
        pytest.param(
            {"title": "A road", "contnet": "Text."},
            "t: no column holds texts of articles. There are: title, contnet. If contnet is the text, say so: --map "
            "text=contnet.",
            id="a name written wrongly",
        ),
        pytest.param(
            {"1": "2", "x" * 81: "Text."},
            f"t: no column holds texts of articles. There are: 1, {'x' * 81}. The first line has to name the columns: id, "
            "text, published, publisher.",
            id="no header",
        ),
        pytest.param(
            {"title": "A road", "abc": "Text."},
            "t: no column holds texts of articles. There are: title, abc. Say which column is the text: --map "
            "text=COLUMN.",
            id="another name",
        ),
    ],
)
def test_a_table_without_texts_says_so_once_and_what_to_do(row: Mapping[str, object], reason: str) -> None:
    found, _, refused = read(row, row)

    assert (found, refused) == ([], [reason])


def test_rows_without_a_text_are_refused_one_by_one() -> None:
    found, _, refused = read(
        {"id": "a", "text": ""}, {"id": "b", "text": "Text."}, {"id": "c", "text": "NaN"}, {"id": 4}
    )

    assert [a.article_id for a in found] == ["b"]
    assert refused == [
        "t, line 1: article 'a' has no text. Add its text, or leave it out.",
        "t, line 3: article 'c' has no text. Add its text, or leave it out.",
        't, line 4: article \'4\' has neither "text" nor "html". Add its text, or leave it out.',
    ]


def test_a_library_in_one_cell_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "_LONGEST", 10)

    _, _, refused = read({"id": "a", "text": "x" * 11})

    assert refused == ["t, line 1: the text of article 'a' has 11 letters. Split it into its articles."]


@pytest.mark.parametrize(
    ("dates", "order", "found", "note"),
    [
        (["5/6/2031", "22/6/2031"], "", [date(2031, 6, 5), date(2031, 6, 22)], "have the day first"),
        (["5/6/2031", "6/22/2031"], "", [date(2031, 5, 6), date(2031, 6, 22)], "have the month first"),
        (["5/6/2031"], "", [(date(2031, 5, 6), date(2031, 6, 5))], "no date in the column shows it"),
        (
            ["5/6/2031", "22/6/2031", "6/22/2031"],
            "",
            [(date(2031, 5, 6), date(2031, 6, 5)), date(2031, 6, 22), date(2031, 6, 22)],
            "others with the month",
        ),
        (["5/6/2031"], "mdy", [date(2031, 5, 6)], "are read as asked for (mdy)"),
    ],
)
def test_dates_of_two_readings_are_decided_over_the_whole_column_and_said(
    dates: list[str], order: str, found: list[object], note: str
) -> None:
    read_so, notes, _ = read(*({"text": f"Text {day}.", "date": day} for day in dates), day_order=order)

    assert [a.published or a.published_within for a in read_so] == found
    assert [one for one in notes if note in one and one.startswith("t: ") and "5/6/2031" in one] != []


def test_a_date_that_is_none_is_unknown_and_said() -> None:
    found, _, _ = read(
        {"text": "One.", "date": "soon"}, {"text": "Two.", "date": "n/a"}, {"text": "Three.", "date": "2031-05"}
    )

    assert [(a.published, a.published_within, a.warnings) for a in found] == [
        (None, None, ("The date 'soon' that is given for the article is none that can be read.",)),
        (None, None, ()),
        (None, (date(2031, 5, 1), date(2031, 5, 31)), ()),
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"text": "no id"}, 'x: the article has no "id"'),
        ({"id": 1.5, "text": "t"}, 'x: the "id" 1.5 is not a string'),
        ({"id": "a"}, 'x: article \'a\' has neither "text" nor "html"'),
        ({"id": "a", "text": 5}, "x: \"text\" of article 'a' is int, not a string"),
        (
            {"id": "a", "text": "t", "published": "last week"},
            "'last week' is no date. Expected a day such as 2023-09-20",
        ),
        ({"id": "a", "text": "t", "published": "0001-01-01"}, "'0001-01-01' lies outside 1900 to 2100"),
        ({"id": "a", "text": "t", "published": "2023-02-30"}, "'2023-02-30' is no date"),
    ],
)
def test_what_a_program_hands_over_must_be_of_our_own_form(row: Mapping[str, object], message: str) -> None:
    with pytest.raises(intake.InputError) as error:
        intake.row_article(row, "x")

    assert message in str(error.value)


def test_a_day_that_was_worked_out_is_not_given_when_an_export_is_read_again() -> None:
    exported = [
        {"article_id": "a", "text": "One.", "published": "2031-05-12", "published_basis": "inferred"},
        {"article_id": "b", "text": "Two.", "published": "2031-05-12", "published_basis": "metadata"},
    ]

    found, _, _ = read(*exported)

    assert [(a.article_id, a.published) for a in found] == [("a", None), ("b", date(2031, 5, 12))]
