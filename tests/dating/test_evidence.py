"""What a text tells as past and can be dated."""

from __future__ import annotations

from datetime import date

import made_landmarks
import pytest
from made_documents import document

from contactline import dates
from contactline.dating import evidence
from contactline.dating.evidence import DatedFact, TextEvidence
from contactline.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return made_landmarks.lexicon()


def find(text: str, lexicon: Lexicon, **fields: object) -> list[DatedFact]:
    made = document(text, **fields)
    return evidence.dated_facts(TextEvidence.of(made, dates.find(made, lexicon), lexicon))


WAR, WAR_END = date(2031, 3, 3), date(2031, 4, 20)
TRUCE, MEETING = date(2031, 4, 21), date(2031, 7, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing of note.", []),
        ("The hill war was over.", [DatedFact(WAR, WAR_END, 4, "hill war", "The Hill War", 1.0, kind="war")]),
        # weak cues tell only together, and add to a strong one
        ("They met at red ridge.", []),
        (
            "They met at red ridge and at the old mill.",
            [DatedFact(WAR, WAR_END, 12, "red ridge", "The Hill War", 1.0, hinted=True, kind="war")],
        ),
        (
            "They met at red ridge, at the old mill and at the burnt bridge.",
            [DatedFact(WAR, WAR_END, 12, "red ridge", "The Hill War", 1.5, lasting=True, kind="war")],
        ),
        (
            "The hill war came to red ridge.",
            [DatedFact(WAR, WAR_END, 4, "hill war", "The Hill War", 1.5, kind="war")],
        ),
        # what is to come is not told as past
        ("They will sign the river pact.", []),
        # since when something goes on
        (
            "Since the hill war he is blind.",
            [DatedFact(WAR, WAR_END, 10, "hill war", "The Hill War", 1.0, since=True, kind="war")],
        ),
        # the world's news bounds, but dates nothing here
        (
            "The far vote was close.",
            [
                DatedFact(
                    date(2031, 5, 5),
                    date(2031, 5, 5),
                    4,
                    "far vote",
                    "A vote far away",
                    1.0,
                    coarse=True,
                    kind="other",
                )
            ],
        ),
        # dates with their year, the more exact the weightier
        (
            "He came on 21 April 2031.",
            [DatedFact(TRUCE, TRUCE, 11, "21 April 2031", "", 3.0, by_date=True)],
        ),
        (
            "He came in April 2031.",
            [DatedFact(date(2031, 4, 1), date(2031, 4, 30), 11, "April 2031", "", 1.0, coarse=True, by_date=True)],
        ),
        (
            "He is here since 2030.",
            [
                DatedFact(
                    date(2030, 1, 1),
                    date(2030, 12, 31),
                    17,
                    "2030",
                    "",
                    1.0,
                    coarse=True,
                    since=True,
                    by_date=True,
                )
            ],
        ),
        ("He will come on 21 April 2031.", []),
        ("He came in 1920, or in 480 BC.", []),
        # each once, where it is first told
        (
            "He came in April 2031. In April 2031 he left.",
            [DatedFact(date(2031, 4, 1), date(2031, 4, 30), 11, "April 2031", "", 1.0, coarse=True, by_date=True)],
        ),
        # a landmark's day without its year, beside words of its kind
        (
            "The fighting broke out on March 3.",
            [DatedFact(WAR, WAR_END, 26, "March 3", "The Hill War", 1.0, by_date=True, kind="war")],
        ),
        (
            "The ceasefire came on 21 April.",
            [DatedFact(TRUCE, TRUCE, 22, "21 April", "The Truce", 1.0, by_date=True, kind="ceasefire")],
        ),
        ("He was born on 3 March.", []),
        # a day that need not have come
        ("They have until 3 March to leave, or war begins.", []),
        ("They must leave before 21 April 2031.", []),
        # what is to begin on a day that need not have come
        ("The mayor signed an order to close the mill from 1 May 2031.", []),
        ("The mayor asked them to be gone by 1 May 2031.", []),
        # a meeting is known by its day where its town is named, too
        (
            "They held talks in Vienna on 7 July.",
            [DatedFact(MEETING, MEETING, 29, "7 July", "The Hill Meeting", 1.0, by_date=True, kind="meeting")],
        ),
        ("They held talks in Paris on 7 July.", []),
    ],
)
def test_what_is_told_as_past(lexicon: Lexicon, text: str, expected: list[DatedFact]) -> None:
    assert find(text, lexicon) == expected


def test_a_title_that_stands_outside_the_text_counts(lexicon: Lexicon) -> None:
    found = find("He came home.", lexicon, title="After the hill war")

    assert [(fact.landmark, fact.at, fact.words) for fact in found] == [("The Hill War", 0, "hill war")]


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (DatedFact(WAR, WAR_END, 0, "hill war", "The Hill War", 1.0), "'hill war' (The Hill War, 3 March 2031)"),
        (DatedFact(WAR, WAR, 0, "3 March 2031", "", 3.0), "'3 March 2031'"),
        (DatedFact(WAR, WAR, 0, "'Friday' can be so", "", 3.0), "'Friday' can be so"),
    ],
)
def test_a_fact_in_plain_words(fact: DatedFact, words: str) -> None:
    assert evidence.describe(fact) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The valley pact ended the war, and the shepherds' accord brought rain.", ["The Valley Pact"]),
        # one that there is not yet
        ("They are close to signing a valley pact, a shepherds' accord.", []),
        ("They failed to reach a valley pact. Talks on a shepherds' accord went on.", []),
        ("The mayor hopes for a valley pact and no shepherds' accord.", []),
        ("A valley pact should be short, and a shepherds' accord must be fair.", []),
        # a strong cue is the name of one that there is
        ("They discussed the pact of the red valley.", ["The Valley Pact"]),
    ],
)
def test_an_agreement_that_is_sought_has_not_been(text: str, expected: list[str]) -> None:
    table = (
        "landmark_id,name,date_start,date_end,kind,parties,place,cues,weak_cues,importance\n"
        "valley-pact,The Valley Pact,2031-06-02,2031-06-02,agreement,ARM;AZE,,pact of the red valley,"
        "valley pact;shepherds' accord,1\n"
    )

    assert [fact.landmark for fact in find(text, made_landmarks.lexicon(chronology=table))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They met in early July in Vienna.", ["The Hill Meeting"], id="month, town and kind"),
        pytest.param("They met in late July in Vienna.", [], id="another part of the month"),
        pytest.param("They met in July in Paris.", [], id="another town"),
        pytest.param("They sang in July in Vienna.", [], id="another kind"),
        pytest.param("They will meet in July in Vienna.", [], id="still to come"),
        pytest.param("They met in July 2030 in Vienna.", [], id="a year of its own"),
    ],
)
def test_a_landmark_by_its_month_and_town_is_a_bound(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    made = document(text)
    facts = evidence.dated_facts(TextEvidence.of(made, dates.find(made, lexicon), lexicon))

    assert [fact.landmark for fact in facts if fact.coarse and fact.landmark] == expected
