"""Until when an article can have been written that tells its latest fact in this way.

The landmarks are made_landmarks': a war from 3 March 2031 to 20 April, a truce on Monday 21 April. The lags are its
own: 5 days for a date, 9 for a landmark, 7 for one beside the days of a report.
"""

from __future__ import annotations

import made_landmarks
import pytest
from made_documents import document

from contactline import dates
from contactline.dating import freshness
from contactline.dating.evidence import TextEvidence, dated_facts
from contactline.lexicon import Lexicon

FILLER = "Nobody knows what the people of the valley will live on when the winter has come to them. " * 8


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return made_landmarks.lexicon()


def end(text: str, lexicon: Lexicon) -> str:
    """The last day of the article that tells the latest fact of a text so, "" where the days stay open."""
    made = document(text)
    evidence = TextEvidence.of(made, dates.find(made, lexicon), lexicon)
    clue = freshness.end_of(evidence, max(dated_facts(evidence), key=lambda fact: fact.first))
    return str(clue.last) if clue else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The truce of the hill was signed.", "2031-04-30", id="the news"),
        pytest.param(
            "The truce of the hill was signed. They danced today.", "2031-04-28", id="with a report's days"
        ),
        pytest.param("The ceasefire came on 21 April.", "2031-04-26", id="a day without its year"),
        pytest.param(f"{FILLER}The truce of the hill was signed.", "", id="told far down"),
        pytest.param("The ceasefire came on 21 April 2031.", "", id="a day with its year"),
        pytest.param("They spoke of the ceasefire agreement of 21 April.", "", id="a day that names a thing"),
        pytest.param("The ceasefire came on the morning of 21 April.", "2031-04-26", id="a part of that day"),
        pytest.param("They spoke of the 21 April ceasefire.", "", id="a day before what it names"),
        pytest.param(
            "They spoke of the 21 April agreement at the old mill and at the truce.", "", id="in its name"
        ),
        pytest.param("Five years ago the truce of the hill was signed.", "", id="years ago"),
        pytest.param("The anniversary of the truce of the hill was kept.", "", id="an anniversary"),
        pytest.param("He came months after the truce of the hill.", "", id="months after it"),
        pytest.param("He fled the town, which the truce of the hill had spared.", "", id="in a relative clause"),
        pytest.param("Since the truce of the hill he is blind.", "", id="since"),
        pytest.param("Since they signed the truce of the hill he is blind.", "", id="since a clause"),
        pytest.param("Today is its anniversary. The ceasefire came on 21 April.", "", id="a text that remembers"),
        pytest.param("They spoke of the old ceasefire on 21 April.", "", id="a day of a thing that is known"),
        pytest.param("The ceasefire came on 21 April, and the rain on 9 May.", "", id="a later day"),
        pytest.param("The ceasefire came on 21 April, and the rain on 24 April.", "2031-04-26", id="a near day"),
        pytest.param(
            "They danced on Friday. The ceasefire came on 21 April.", "", id="behind the weekday of the news"
        ),
        pytest.param(
            "The ceasefire came on 21 April. They danced on Friday.", "2031-04-26", id="before a weekday"
        ),
        pytest.param("Rain fell on 2 March. The ceasefire came on 21 April.", "2031-04-26", id="an earlier day"),
        pytest.param(
            "The truce of the hill was signed, and was to take effect on 9 May.", "", id="a day that was ahead"
        ),
        pytest.param(
            "The truce of the hill was signed. They will vote on 9 May.", "2031-04-30", id="a day still ahead"
        ),
        pytest.param("The fighting broke out on March 3.", "", id="the first day of a war"),
        pytest.param("The fighting broke out on March 3 and continues.", "2031-04-27", id="a war that goes on"),
        pytest.param(
            "The fighting broke out on March 3. Since the war the talks continue.", "", id="a war that is over"
        ),
    ],
)
def test_the_end_of_the_days(lexicon: Lexicon, text: str, expected: str) -> None:
    assert end(text, lexicon) == expected


def test_the_end_is_told_with_its_reason(lexicon: Lexicon) -> None:
    made = document("The truce of the hill was signed.")
    evidence = TextEvidence.of(made, (), lexicon)

    clue = freshness.end_of(evidence, dated_facts(evidence)[0])

    assert clue is not None
    assert clue.why == "it is reported as news, which articles do within 9 days"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The ceasefire came on 21 April.", "2031-04-21", id="half had appeared on the day itself"),
        pytest.param("The truce of the hill was signed. They danced today.", "2031-04-22", id="half within a day"),
        pytest.param("The truce of the hill was signed.", "None", id="too few were measured"),
        pytest.param("The ceasefire came on 21 April 2031.", "None", id="no news"),
    ],
)
def test_the_likeliest_day(lexicon: Lexicon, text: str, expected: str) -> None:
    made = document(text)
    evidence = TextEvidence.of(made, dates.find(made, lexicon), lexicon)
    latest = max(dated_facts(evidence), key=lambda fact: fact.first)

    assert str(freshness.likeliest(evidence, latest)) == expected
