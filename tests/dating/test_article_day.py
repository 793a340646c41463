"""The article's own day: each step of the cascade on made-up articles, its evidence and its warnings."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from made_documents import document

from contactline import dates, dating, locations
from contactline.lexicon import load
from contactline.records import UNKNOWN, Byline, Dateline, Interval, Mention, PageDate, Published

LEXICON = load()


def published(text: str, mentions: tuple[Mention, ...] = (), **fields: object) -> Published:
    """``fields``: of the document; the manifest's ``published`` day, and ``basis`` for it."""
    found = document(text, **fields)  # type: ignore[arg-type]
    return dating.date_article(found, dates.find(found, LEXICON), mentions, LEXICON)


def dateline(text: str, words: str, date_text: str) -> Dateline:
    start = text.index(words)
    return Dateline((start, start + len(words)), date_text=date_text)


def test_the_manifest_wins_over_the_dateline():
    text = "Baku, 4 May 2021 (XYZ): Shells fell."
    line = dateline(text, "Baku, 4 May 2021 (XYZ):", "4 May 2021")

    found = published(text, published=date(2021, 5, 3), basis="manifest", dateline=line)

    assert found == Published(
        date(2021, 5, 3),
        Interval(date(2021, 5, 3), date(2021, 5, 3), "day"),
        "manifest",
        "the manifest gives 3 May 2021",
    )


def test_a_dateline_that_contradicts_the_manifest_is_a_warning():
    text = "Baku, 23 May (XYZ) -- Shells fell."
    line = dateline(text, "Baku, 23 May (XYZ) --", "23 May")

    found = published(text, published=date(2021, 5, 3), basis="manifest", dateline=line)

    assert found.day == date(2021, 5, 3)
    assert found.warnings == ("The dateline's '23 May' does not fit 3 May 2021 (the manifest gives 3 May 2021).",)


def test_dates_of_a_page_that_contradict_one_another_are_a_warning():
    found = published(
        "Shells fell.",
        page_dates=(
            PageDate("the page's metadata", "date 2022-08-04", date(2022, 8, 4)),
            PageDate("the page's time element", "2022-08-05", date(2022, 8, 5)),
            PageDate("the page's address", "2021/08/04", date(2021, 8, 4)),
        ),
    )
    assert found.day == date(2022, 8, 4)
    assert found.warnings == (
        "The page's address (2021/08/04) does not fit 4 August 2022 (the page's own data: date 2022-08-04).",
    )


EVERY_LINE = """Talks again

Episode 12 | Broadcast: 20 May 2021

Talks were held."""
STATED = PageDate("the page's metadata", "date 2021-05-17", date(2021, 5, 17))
BYLINE = Byline("May 18, 2021", None)
FILED = Dateline((0, 11), date_text="19 May 2021")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(
            {"page_dates": (STATED,), "byline": BYLINE, "dateline": FILED},
            (date(2021, 5, 17), "metadata", "the page's own data: date 2021-05-17"),
            id="the page's own date",
        ),
        pytest.param(
            {"byline": BYLINE, "dateline": FILED},
            (date(2021, 5, 18), "byline", "the byline 'May 18, 2021'"),
            id="the byline",
        ),
        pytest.param(
            {"dateline": FILED}, (date(2021, 5, 19), "dateline", "the dateline '19 May 2021'"), id="the dateline"
        ),
        pytest.param(
            {}, (date(2021, 5, 20), "text", "the heading 'Episode 12 | Broadcast: 20 May 2021'"), id="a heading"
        ),
    ],
)
def test_the_first_step_that_gives_a_day_decides(
    fields: dict[str, object], expected: tuple[date, str, str]
) -> None:
    found = published(EVERY_LINE, **fields)

    assert (found.day, found.basis, found.evidence) == expected


@pytest.mark.parametrize("text", ["Talks were held on Monday.", "Talks were held in May."])
def test_a_text_without_evidence_has_no_day(text: str) -> None:
    assert published(text) == Published(None, UNKNOWN, "unknown", "")


def test_a_dateline_takes_its_year_from_the_text():
    text = (
        "Moscow, 2 December (XYZ) -- The two leaders spoke by phone. Fighting broke out on September 27 this year, and "
        "2,000 Russian peacekeepers have arrived."
    )

    found = published(text, dateline=dateline(text, "Moscow, 2 December (XYZ) --", "2 December"))

    assert (found.day, found.basis, found.evidence.split(":")[0]) == (
        date(2020, 12, 2),
        "dateline",
        "the dateline '2 December', its year from the text",
    )


@pytest.mark.parametrize(
    ("text", "first", "last", "day"),
    [
        # "yesterday" beside a landmark
        (
            "The fuel depot near Stepanakert blew up yesterday, officials told reporters.",
            date(2023, 9, 26),
            date(2023, 9, 26),
            date(2023, 9, 26),
        ),
        # "today" with its date
        (
            "A spokesman said today (10 October) that the humanitarian ceasefire had to hold.",
            date(2020, 10, 10),
            date(2020, 10, 10),
            date(2020, 10, 10),
        ),
        # weekday and landmark: a week, no day
        (
            "The village saw the fuel depot near Stepanakert burn on Monday.",
            date(2023, 9, 25),
            date(2023, 10, 1),
            None,
        ),
        # the report's own day by number
        (
            "The ministry said on the 20th that its local anti-terrorist operation, begun on the 19th, was over. "
            "It had announced it on September 19.",
            date(2023, 9, 20),
            date(2023, 9, 20),
            date(2023, 9, 20),
        ),
        # what the opening tells is news
        (
            "In mid-September the sides agreed to a ceasefire after shells on Goris, Sotk and Jermuk. Talks go on.",
            date(2022, 9, 13),
            date(2022, 10, 4),
            None,
        ),
        # words that are used long afterwards leave the days open
        ("Six weeks of fighting are over. Russian peacekeepers came on Monday.", date(2020, 11, 10), None, None),
        ("The Sumgait pogrom was remembered on Monday.", date(1988, 2, 27), None, None),
        ("The EUMA said on Tuesday that it had seen nothing at Verin Shorzha.", date(2023, 2, 20), None, None),
        # "last year's", beside a name that tells which year it was
        (
            "After last year's 44-day war much has changed, the minister said on Monday.",
            date(2021, 1, 1),
            date(2021, 12, 31),
            None,
        ),
        # a weekday with its date, within such a year
        (
            "The prisoners were freed on Saturday, June 12. Last year's 44-day war had left them in captivity.",
            date(2021, 6, 12),
            date(2021, 6, 18),
            None,
        ),
        # a day without its year in the opening of a report that uses no weekdays
        (
            "On January 10 the ministers spoke by phone. The road had been closed on December 12, 2022.",
            date(2023, 1, 10),
            date(2023, 1, 22),
            None,
        ),
        # a landmark that is still to come
        (
            "The Historic Peace Summit will be held in Washington. They had met in May 2025.",
            date(2025, 5, 1),
            date(2025, 8, 8),
            None,
        ),
        # a running count, with what was counted
        (
            "So far 50,243 forcibly displaced people have arrived, the government says.",
            date(2023, 9, 27),
            date(2023, 9, 27),
            date(2023, 9, 27),
        ),
    ],
)
def test_inference(text, first, last, day):
    found = published(text)
    assert (found.interval.start, found.interval.end, found.day) == (first, last, day)
    assert found.basis == "inferred"


def test_a_date_above_the_title_against_one_below_it_is_no_certain_day():
    found = published("Shells fell.", byline=Byline("15 November 2020", None, bare=True, rival="2 November 2020"))

    assert found == Published(
        None,
        Interval(date(2020, 11, 2), date(2020, 11, 15), "range"),
        "byline",
        "the dates '2 November 2020' and '15 November 2020' at the head",
        (
            "The dates '2 November 2020' and '15 November 2020' at the head contradict each other: "
            "no day is taken for certain.",
        ),
    )


@pytest.mark.parametrize(("words", "day"), [("03/08/1992", date(1992, 8, 3)), ("08/13/1992", date(1992, 8, 13))])
def test_a_date_in_numbers_has_its_day_first_where_it_can(words, day):
    assert published("Shells fell.", byline=Byline(words, None)).day == day


def test_when_a_page_was_changed_dates_nothing():
    assert published("Shells fell. Last updated: 2 March 2024").interval == UNKNOWN


def test_two_weak_words_date_nothing():
    found = published("They spoke by phone on Friday. The picture shows them in Abu Dhabi, United Arab Emirates.")

    assert found == Published(None, UNKNOWN, "unknown", "")


def test_what_was_recorded_on_a_day_appears_within_a_week():
    found = published("Talks again\n\nEpisode 12 | Recorded: 20 May 2021\n\nTalks were held.")

    assert found == Published(
        None,
        Interval(date(2021, 5, 20), date(2021, 5, 26), "week"),
        "text",
        "the heading 'Episode 12 | Recorded: 20 May 2021' says when it was recorded",
    )


def test_a_dateline_takes_no_year_from_one_that_lies_long_back():
    text = "Baku, 7 Jan (XYZ) -- A soldier was shot. The truce was signed in 1994."

    found = published(text, dateline=dateline(text, "Baku, 7 Jan (XYZ) --", "7 Jan"))

    assert (found.day, found.interval, found.warnings) == (None, Interval(date(1994, 1, 1), None, "range"), ())


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("A visit to Yerevan (22 November 2020)", "The minister came.", date(2020, 11, 22)),
        ("Remembering 20 January 1990", "The day is remembered.", None),
        ("Press release, 3 May 2021", "On 12 June 2022 the minister came.", None),
    ],
)
def test_the_title_s_date(title, text, expected):
    assert published(text, title=title).day == expected


# What is no landmark: a number without the words of one, a common word, a name that many bear.
NUMBERS_ALONE = [
    "Armenia imported 70,500 cars last year, the customs service said on Monday.",
    "The bridge near Gyumri cost 84,770 euros.",
    "A crowd of 28,120 watched the match in Baku on Saturday.",
    "The mill in Ganja bought 42,500 tonnes of wheat.",
    "Some 2,783 pupils of Yerevan sat the examination yesterday.",
    "Parliament passed the budget of Armenia by 39 to 7.",
]
COMMON_WORDS = [
    "Farrukh, a baker of Lahore, met an Armenian buyer on Monday.",
    "Movses sold his vineyard on Sunday.",
    "The minister called new tariffs inexpedient.",
    "Five people were killed on the road to Sevan yesterday; five people killed is the worst toll this year.",
    "A fuel depot in Rotterdam burned on Friday.",
    "The farmers of Khaybar asked Azerbaijan for seed.",
]


@pytest.mark.parametrize("text", [*NUMBERS_ALONE, *COMMON_WORDS])
def test_what_is_no_landmark_dates_nothing(text):
    found = published(text)
    assert (found.day, found.basis, found.evidence) == (None, "unknown", "")


def test_evidence_is_told_in_words():
    found = published("The fuel depot near Stepanakert blew up yesterday, officials told reporters.")
    assert found.evidence == (
        "not before 25 September 2023: the text tells of 'fuel depot near Stepanakert' (Fuel depot explosion near Stepanakert, "
        "25 September 2023); 'yesterday' beside 'fuel depot near Stepanakert'"
    )


def test_a_day_without_its_year_is_told_with_what_it_follows():
    found = published("On January 10 they spoke by phone. The road had been closed on December 12, 2022.")
    assert found.evidence.startswith(
        "not before 10 January 2023: 'January 10', which follows 'December 12, 2022';"
    )


def test_a_dateline_that_contradicts_the_text_is_a_warning():
    text = (
        "Moscow, 9 Sep (XYZ) -- The ministry said on the 20th that the anti-terrorist operation, begun on "
        "September 19, was over."
    )
    found = published(text, dateline=dateline(text, "Moscow, 9 Sep (XYZ) --", "9 Sep"))
    assert (found.day, found.basis) == (date(2023, 9, 20), "inferred")
    assert found.warnings == (f"The dateline's '9 Sep' does not agree with the text: {found.evidence}.",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fuel depot near Stepanakert burned, officials told reporters.",
            (
                "The text tells of 'fuel depot near Stepanakert' (Fuel depot explosion near Stepanakert, 25 September 2023), after 3 May"
                " 2021 (the manifest gives 3 May 2021).",
            ),
        ),
        (
            "The truce was signed on 12 May 2022.",
            ("The text tells of '12 May 2022', after 3 May 2021 (the manifest gives 3 May 2021).",),
        ),
        ("The truce will be signed on 12 May 2022.", ()),
        ("The truce was signed on 12 May 2020.", ()),
        ("They were pictured in Abu Dhabi, United Arab Emirates.", ()),
    ],
)
def test_what_came_after_the_given_day_is_a_warning(text, expected):
    assert published(text, published=date(2021, 5, 3), basis="manifest").warnings == expected


def test_offices_bound_the_day():
    text = "German Chancellor Merkel and the president spoke about Karabakh."
    at = text.index("Merkel")
    mention = Mention(at, at + 6, "Merkel", "actor", "name", "merkel", "DEU")
    found = published(text, (mention,))
    assert (found.day, found.interval) == (None, Interval(date(2005, 11, 8), date(2021, 12, 22), "range"))


def test_a_former_holder_bounds_nothing():
    text = "Former German Chancellor Merkel spoke about Karabakh."
    at = text.index("Merkel")
    mention = Mention(at, at + 6, "Merkel", "actor", "name", "merkel", "DEU")
    assert published(text, (mention,)).interval == UNKNOWN


def test_the_five_articles_without_their_manifest(five):
    assert {key: (found.day, found.basis) for key, found in five.items()} == {
        "845a451460190293": (date(2023, 9, 20), "inferred"),
        "be8276d035cbccc6": (date(2020, 12, 7), "dateline"),
        "2c65f0bc1e8ed644": (None, "inferred"),
        "bcae97faca071bd7": (date(2023, 9, 21), "byline"),
        "c2162a0aef7b93c9": (date(2023, 3, 14), "dateline"),
    }
    assert any("'9 Sep'" in warning for warning in five["845a451460190293"].warnings)


@pytest.fixture(scope="module")
def five():
    from contactline import cleaning, intake, names

    found = {}
    for article in intake.read([locations.ARTICLES]):
        cleaned = cleaning.clean(replace(article, published=None, published_basis=""), LEXICON)
        found[article.article_id] = dating.date_article(
            cleaned, dates.find(cleaned, LEXICON), names.find(cleaned, LEXICON), LEXICON
        )
    return found


def test_a_long_text_is_dated_in_linear_time():
    def seconds(times):
        text = (
            "On Monday 27 September 2020 war broke out. Yesterday the fuel depot near Stepanakert burned. " * times
        )
        before = time.process_time()
        assert published(text).day is not None
        return time.process_time() - before

    def best(times):  # of three, since other work on the machine slows single runs
        return min(seconds(times) for _ in range(3))

    seconds(10)  # what is loaded once is loaded before
    assert best(800) < 8 * max(best(200), 0.05)


def shown(words: str, day: int) -> PageDate:
    return PageDate("a date beside the page's headline", words, date(2021, 5, day), lesser=True)


def test_a_date_beside_the_headline_is_the_day_with_a_lesser_basis() -> None:
    found = published("Shells fell.", page_dates=(shown("4 May 2021", 4),))

    assert found == Published(
        date(2021, 5, 4),
        Interval(date(2021, 5, 4), date(2021, 5, 4), "day"),
        "byline",
        "the date beside the page's headline: '4 May 2021'",
    )


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"page_dates": (shown("4 May 2021", 4), shown("19 May 2021", 19))}, id="two beside it"),
        pytest.param(
            {"page_dates": (shown("4 May 2021", 4),), "byline": Byline("19 May 2021", None)}, id="a byline"
        ),
    ],
)
def test_two_dates_at_the_head_that_differ_give_no_day(fields: dict[str, object]) -> None:
    found = published("Shells fell.", **fields)

    assert (found.day, found.interval) == (None, Interval(date(2021, 5, 4), date(2021, 5, 19), "range"))
    assert found.warnings == (
        "The dates '4 May 2021' and '19 May 2021' at the head contradict each other: no day is taken for certain.",
    )


def test_what_the_page_states_goes_before_the_date_beside_its_headline() -> None:
    found = published("Shells fell.", page_dates=(STATED, shown("4 May 2021", 4)))

    assert (found.day, found.basis, found.warnings) == (date(2021, 5, 17), "metadata", ())


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        (date(2021, 5, 1), date(2021, 5, 31), "month"),
        (date(2021, 1, 1), date(2021, 12, 31), "year"),
        (date(2021, 3, 4), date(2021, 4, 3), "range"),
    ],
)
def test_days_that_the_input_gives_are_kept_as_they_are(first: date, last: date, precision: str) -> None:
    found = document("Shells fell.", basis="metadata")
    found = replace(found, article=replace(found.article, published_within=(first, last)))

    day = dating.date_article(found, dates.find(found, LEXICON), (), LEXICON)

    assert (day.day, day.interval, day.basis) == (None, Interval(first, last, precision), "metadata")


def test_a_day_that_is_found_within_the_days_of_the_input_is_taken() -> None:
    found = document("Shells fell.", byline=BYLINE)
    inside = replace(found, article=replace(found.article, published_within=(date(2021, 5, 1), date(2021, 5, 31))))
    outside = replace(
        found, article=replace(found.article, published_within=(date(2021, 6, 1), date(2021, 6, 30)))
    )

    days = [dating.date_article(one, dates.find(one, LEXICON), (), LEXICON).day for one in (inside, outside)]

    assert days == [date(2021, 5, 18), None]


def test_a_page_that_is_written_on_over_years_has_no_day() -> None:
    found = published("Shells fell on 4 May 2021. Today talks were held.", changing=True, byline=BYLINE)

    assert found == Published(None, UNKNOWN, "unknown", "")


def test_a_date_in_a_column_of_a_heading() -> None:
    assert published("PRESS RELEASE          18 May 2021\n\nShells fell.").day == date(2021, 5, 18)
