"""The days in which a text can have been written, by its own words alone.

The landmarks are made_landmarks': a war from Monday 3 March 2031 to 20 April, a truce on Monday 21 April, a pact on
2 June.
"""

from __future__ import annotations

from datetime import date

import made_landmarks
import pytest
from made_documents import document

from contactline import dates
from contactline.dating import inference
from contactline.dating.evidence import TextEvidence, dated_facts
from contactline.dating.inference import Inference
from contactline.lexicon import Lexicon
from contactline.records import Mention


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return made_landmarks.lexicon(
        actor_roles="actor_id,country,office,role,since,until,source,confidence\n"
        "keeper,ARM,president,President,2030-01-01,2031-12-31,,\n"
        "keeper,ARM,foreign_minister,Minister,2028-01-01,,,\n"
        "doubtful,ARM,president,President,2030-01-01,2031-12-31,,unsure\n"
    )


def infer(text: str, lexicon: Lexicon, *named: str) -> Inference | None:
    """``named``: actors whose ids, capitalised, stand in the text as names."""
    mentions = tuple(
        Mention(at, at + len(who), who.title(), "actor", "name", who, "ARM")
        for who in named
        for at in [text.index(who.title())]
    )
    made = document(text)
    evidence = TextEvidence.of(made, dates.find(made, lexicon), lexicon)
    return inference.infer(evidence, dated_facts(evidence), mentions)


def days(found: Inference | None) -> tuple[str, str, str] | None:
    """(first day, last day, the day where one is sure)"""
    return found and (str(found.interval.start), str(found.interval.end), str(found.day or ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nothing dates it, or only its year
        ("They met on Monday.", None),
        ("They met in 2030.", ("2030-01-01", "None", "")),
        ("They met in April 2031.", ("2031-04-01", "None", "")),
        # words that point at what is told beside them
        ("The truce of the hill was signed yesterday.", ("2031-04-22", "2031-04-22", "2031-04-22")),
        ("The truce of the hill was signed today.", ("2031-04-21", "2031-04-21", "2031-04-21")),
        ("On Monday the truce of the hill was signed.", ("2031-04-21", "2031-04-27", "")),
        ("The truce of the hill was signed last week.", ("2031-04-23", "2031-05-05", "")),
        # a running count stood on its day alone
        ("So far 500 tents have come.", ("2031-05-20", "2031-05-20", "2031-05-20")),
        # counted from the beginning of the war
        ("The hill war went on; the fighting entered its third week.", ("2031-03-17", "2031-03-23", "")),
        # its own date
        ("After the truce of the hill, they said today (23 April).", ("2031-04-23", "2031-04-23", "2031-04-23")),
        # the first day of a war is named long afterwards
        ("The hill war came as a shock.", ("2031-03-03", "None", "")),
        # while the war goes on, its end has not come
        ("The hill war rages in the south.", ("2031-03-03", "2031-04-27", "")),
        # what the opening tells is news, the sooner with the days of a report
        ("The truce of the hill holds.", ("2031-04-21", "2031-04-30", "")),
        ("The truce of the hill holds. A shot fell on Friday.", ("2031-04-21", "2031-04-28", "")),
        # a text that remembers counts its days from its own occasion, not from what it remembers
        ("Today they mark the anniversary. The truce of the hill was signed.", ("2031-04-21", "None", "")),
        # "today" beside the first day of a war that began long before
        ("The war began on March 3. Fighting was heavy today.", ("2031-03-03", "None", "")),
        # a day that names a statement gives no year to the dates beside it
        ("They recalled the ceasefire deal of 21 April. On May 3 they met.", ("2031-04-21", "None", "")),
        # a day in the year of one that has its year is of the same story, one of the next year is news
        ("The pact of 21 April 2031 holds. On May 3 they met again.", ("2031-04-21", "None", "")),
        ("The pact of 21 December 2031 holds. On January 3 they met again.", ("2032-01-03", "2032-01-08", "")),
        # between a bound and what is still to come
        ("They met in May 2031. The vote will be held on 20 June 2031.", ("2031-05-01", "2031-06-23", "")),
    ],
)
def test_the_days_that_the_words_allow(lexicon: Lexicon, text: str, expected: tuple[str, str, str] | None) -> None:
    assert days(infer(text, lexicon)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armenian President Keeper said so in May 2030.", ("2030-05-01", "2032-01-14", "")),
        ("The Armenian President, Keeper said, was there in May 2030.", ("2030-05-01", "None", "")),
        ("Former President Keeper said so in May 2030.", ("2030-05-01", "None", "")),
        # who held it in a year gone by need not hold it now
        ("In 2030 President Keeper met the envoy.", ("2030-01-01", "None", "")),
        # in office still: no end
        ("Foreign Minister Keeper said so in May 2030.", ("2030-05-01", "None", "")),
    ],
)
def test_an_office_bounds_the_days(lexicon: Lexicon, text: str, expected: tuple[str, str, str] | None) -> None:
    assert days(infer(text, lexicon, "keeper")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the weekday of the news is not that of a day told by its date
        ("They signed it on Monday. The ceasefire of the hill came on 21 April.", ("2031-04-21", "None", "")),
        (
            "The ceasefire of the hill came on 21 April. They signed it on Monday.",
            ("2031-04-21", "2031-04-26", ""),
        ),
        # one expression gives both
        ("They held talks in Vienna on Monday, 7 July.", ("2031-07-07", "2031-07-13", "")),
    ],
)
def test_a_weekday_beside_a_day_that_is_dated(
    lexicon: Lexicon, text: str, expected: tuple[str, str, str] | None
) -> None:
    assert days(infer(text, lexicon)) == expected


def test_an_office_that_is_not_sure_bounds_nothing(lexicon: Lexicon) -> None:
    found = infer("President Doubtful said so in May 2030.", lexicon, "doubtful")

    assert days(found) == ("2030-05-01", "None", "")


def test_the_reasons_are_told(lexicon: Lexicon) -> None:
    found = infer("The truce of the hill was signed yesterday.", lexicon)

    assert found is not None
    bound, pointer = found.why
    assert bound == "not before 21 April 2031: the text tells of 'truce of the hill' (The Truce, 21 April 2031)"
    assert pointer.startswith("'yesterday' beside 'truce of the hill'")
    assert found.reach == date(2031, 6, 5)


@pytest.mark.parametrize(
    ("upper", "expected"),
    [
        # nothing holds the year fast, or only much later
        (None, date(2031, 6, 5)),
        (date(2033, 1, 1), date(2031, 6, 5)),
        # to the end of what does, but not further than four months
        (date(2031, 5, 1), date(2031, 5, 1)),
        (date(2031, 12, 31), date(2031, 8, 19)),
    ],
)
def test_how_far_a_date_without_its_year_follows(upper: date | None, expected: date) -> None:
    assert inference.completed_within(date(2031, 4, 21), upper) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The ceasefire came on 21 April.", ("2031-04-21", "2031-04-26", "2031-04-21"), id="beside days"
        ),
        pytest.param(
            "After the truce of the hill the minister said on 23 April that they met.",
            ("2031-04-23", "2031-04-29", "2031-04-23"),
            id="said",
        ),
        pytest.param("The truce of the hill was signed today.", ("2031-04-21", "2031-04-21", "None"), id="a day"),
        pytest.param("They met in April 2031.", ("2031-04-01", "None", "None"), id="no end"),
    ],
)
def test_the_likeliest_day_stands_beside_days_only(lexicon: Lexicon, text: str, expected: tuple[str, ...]) -> None:
    found = infer(text, lexicon)

    assert found is not None
    assert (str(found.interval.start), str(found.interval.end), str(found.likeliest)) == expected


def test_a_day_in_the_running_year_is_the_news(lexicon: Lexicon) -> None:
    found = infer("They met on 8 May. This is their second meeting in 2031.", lexicon)

    assert days(found) == ("2031-05-08", "2031-05-13", "")
