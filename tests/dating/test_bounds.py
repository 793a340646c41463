"""What bounds the day a text was published: offices, "last year" beside a name, what is still to come.

The landmarks are those of made_landmarks.
"""

from __future__ import annotations

import re
from datetime import date

import made_landmarks
import pytest
from made_documents import document

from contactline import dates
from contactline.dating import bounds
from contactline.dating.bounds import Clue
from contactline.dating.evidence import TextEvidence, dated_facts
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


def read(text: str, lexicon: Lexicon) -> TextEvidence:
    made = document(text)
    return TextEvidence.of(made, dates.find(made, lexicon), lexicon)


def days(clues: list[Clue]) -> list[tuple[str, str]]:
    return [(str(c.first or ""), str(c.last or "")) for c in clues]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote will be held on 20 June 2031.", [("", "2031-06-23")]),
        ("The vote will be held in June 2031.", [("", "2031-07-03")]),
        ("The vote was held on 20 June 2031.", []),
        ("The vote will be held on 20 June.", []),
        # a date that can be that of the promise as well as of what was promised
        ("They voiced their wish to meet again in June 2031.", []),
        ("The two sides agreed to meet on 20 June 2031.", []),
        ("The two sides agreed to meet by 20 June 2031.", [("", "2031-06-23")]),
        ("They agreed that the vote would be held on 20 June 2031.", [("", "2031-06-23")]),
        # a name that holds a date, and a plan that is older than what has been
        ("It would surpass the June 2031 fighting.", []),
        ("They will speak of it in May 2031. It was over on 3 June 2031.", []),
    ],
)
def test_what_is_still_to_come_ends_after_the_article(
    lexicon: Lexicon, text: str, expected: list[tuple[str, str]]
) -> None:
    evidence = read(text, lexicon)
    assert days(bounds.planned_dates(evidence, dated_facts(evidence))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will speak at the hill meeting.", [("", "2031-07-07")]),
        ("They spoke at the hill meeting.", []),
        # told as past elsewhere in the text
        ("They spoke at the hill meeting. They will speak at the hill meeting.", []),
        # a pact is named before it is signed, and long before
        ("They will sign the river pact.", []),
        # the text tells of something later
        ("They will speak at the hill meeting. In August 2031 they spoke.", []),
    ],
)
def test_a_meeting_that_is_awaited(lexicon: Lexicon, text: str, expected: list[tuple[str, str]]) -> None:
    evidence = read(text, lexicon)

    assert days(bounds.awaited_meetings(evidence, dated_facts(evidence))) == expected


IN_OFFICE_STILL = Clue(
    date(2027, 12, 18),
    None,
    1.0,
    "'Foreign Minister Keeper' (in office from 1 January 2028, give or take two weeks)",
)


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        (
            "Armenian President Keeper spoke.",
            "keeper",
            [
                Clue(
                    date(2029, 12, 18),
                    date(2032, 1, 14),
                    1.0,
                    "'President Keeper' (in office from 1 January 2030 to 31 December 2031, give or take two weeks)",
                )
            ],
        ),
        # in office still
        (
            "Foreign Minister Keeper spoke.",
            "keeper",
            [IN_OFFICE_STILL],
        ),
        ("Former President Keeper spoke.", "keeper", []),
        ("The former Red Valley President Keeper spoke.", "keeper", []),
        ("He met ex-Republic of the Hills President Keeper.", "keeper", []),
        ("The former separatist Foreign Minister Keeper spoke.", "keeper", []),
        # the former one is somebody else
        (
            "The former mayor told Red Valley Foreign Minister Keeper so.",
            "keeper",
            [IN_OFFICE_STILL],
        ),
        ("The president met Keeper.", "keeper", []),
        ("President Doubtful spoke.", "doubtful", []),
        ("Keeper spoke.", "keeper", []),
    ],
)
def test_an_office_bounds_on_both_sides(lexicon: Lexicon, text: str, who: str, expected: list[Clue]) -> None:
    at = text.index(who.title())
    mention = Mention(at, at + len(who), who.title(), "actor", "name", who, "ARM")

    assert bounds.offices(read(text, lexicon), (mention,)) == expected


NAMESAKES = {
    "actors": "actor_id,name,kind,country,part\nold,Aram Gatekeeper,person,ARM,\nnew,Gor Gatekeepper,person,ARM,\n",
    "actor_roles": "actor_id,country,office,role,since,until,source,confidence\n"
    "old,ARM,president,President,2020-01-01,2025-12-31,,\n"
    "new,ARM,president,President,2030-01-01,2031-12-31,,\n",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("President Gatekeeper spoke.", [("2019-12-18", "2032-01-14")], id="a surname that two had"),
        pytest.param(
            "President Gatekeeper spoke. Gor Gatekeeper left.", [("2029-12-18", "2032-01-14")], id="told in full"
        ),
    ],
)
def test_a_surname_alone_can_be_any_holders(text: str, expected: list[tuple[str, str]]) -> None:
    mentions = [
        Mention(m.start(), m.end(), m[0], "actor", "name", "new", "ARM")
        for m in re.finditer(r"(?:Gor )?Gatekeeper", text)
    ]

    assert days(bounds.offices(read(text, made_landmarks.lexicon(**NAMESAKES)), mentions)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hill war broke out on March 3 this year.", [("2031-01-01", "2031-12-31")]),
        ("The hill war broke out on March 3 last year.", [("2032-01-01", "2032-12-31")]),
        ("Last year's hill war is over.", [("2032-01-01", "2032-12-31")]),
        # another month, another sentence's words between
        ("The hill war broke out on May 9 last year.", []),
        ("Last year was dry, and the hill war is over.", []),
        ("Last year he told his children of the hill war.", []),
    ],
)
def test_the_year_that_the_words_fix(lexicon: Lexicon, text: str, expected: list[tuple[str, str]]) -> None:
    evidence = read(text, lexicon)

    assert days(bounds.years(evidence, dated_facts(evidence))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Monday 12 May was in 2031 alone
        ("He came on Monday, May 12.", [date(2031, 5, 12)]),
        ("He came on Tuesday, May 13.", [date(2031, 5, 13)]),
        ("He came on Friday, May 12.", []),
        ("He came on May 12.", []),
        ("He came on Monday, May 12, 2031.", []),
    ],
)
def test_a_weekday_that_only_one_year_allows(lexicon: Lexicon, text: str, expected: list[date]) -> None:
    found = bounds.dates_with_weekday(read(text, lexicon), date(2030, 1, 1), date(2032, 12, 31))

    assert [t.first for t in found] == expected


CO_CHAIRS = (
    "actor_id,country,office,role,since,until,source,confidence\n"
    "first,FRA,co_chair,Co-chair,2030-01-01,2031-12-31,,\n"
    "second,USA,co_chair,Co-chair,2029-07-02,2030-07-02,,unsure\n"
)
BOTH = [("2029-12-18", "2032-01-14"), ("2028-12-31", "2031-01-01")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The co-chairs Ann First and Bo Second came.", BOTH, id="two co-chairs"),
        pytest.param("The co-chair Ann First came.", [], id="one alone"),
        pytest.param("Ann First and Bo Second came.", [], id="no co-chairs are spoken of"),
        pytest.param("The co-chair Ann First met the former co-chair Bo Second.", [], id="a former one"),
        pytest.param("In 2030 the co-chairs Ann First and Bo Second came.", [], id="of a year gone by"),
    ],
)
def test_co_chairs_bound_the_days_together(text: str, expected: list[tuple[str, str]]) -> None:
    lexicon = made_landmarks.lexicon(actor_roles=CO_CHAIRS)
    mentions = [
        Mention(text.index(name), text.index(name) + len(name), name, "actor", "name", ref)
        for name, ref in (("Ann First", "first"), ("Bo Second", "second"))
        if name in text
    ]

    assert days(bounds.mediators(read(text, lexicon), mentions)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is the second visit to the valley in 2031.", [("2031-01-01", "2032-01-14")]),
        ("It has been their first loss of 2031.", [("2031-01-01", "2032-01-14")]),
        ("Three fell so far in 2031.", [("2031-01-01", "2032-01-14")]),
        ("The second visit to the valley was in 2031.", []),
        ("This is the second visit since May 2031.", []),
    ],
)
def test_the_running_year(lexicon: Lexicon, text: str, expected: list[tuple[str, str]]) -> None:
    assert days(bounds.years(read(text, lexicon), [])) == expected


TERM = [("2029-12-18", "2032-01-14")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The presidents Ann Keeper and Bo Other met.", TERM, id="the first of two"),
        pytest.param("The presidents Bo Other and Ann Keeper met.", TERM, id="the second"),
        pytest.param(
            "The presidents of Red Valley and Blue Hill, Bo Other and Ann Keeper, met.", TERM, id="of two lands"
        ),
        pytest.param(
            "The presidents of Red Valley and Blue Hill – Ann Keeper and Bo Other – met.", TERM, id="a dash"
        ),
        pytest.param(
            "President Bo Other and his Armenian counterpart, Ann Keeper, met.", TERM, id="a counterpart"
        ),
        pytest.param("The former presidents Ann Keeper and Bo Other met.", [], id="former ones"),
        pytest.param("The presidents met the envoy Ann Keeper.", [], id="no president herself"),
        pytest.param("President Bo Other met Ann Keeper.", [], id="no counterpart"),
        pytest.param("Rain fell. " * 150 + "The presidents Ann Keeper and Bo Other met.", [], id="far down"),
    ],
)
def test_a_title_that_two_share(lexicon: Lexicon, text: str, expected: list[tuple[str, str]]) -> None:
    at = text.index("Ann Keeper")
    mention = Mention(at, at + 10, "Ann Keeper", "actor", "name", "keeper", "ARM")

    assert days(bounds.offices(read(text, lexicon), (mention,))) == expected
