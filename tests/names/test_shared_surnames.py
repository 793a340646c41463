"""Surnames of several persons, by the office before them and the time."""

from __future__ import annotations

from datetime import date

import pytest
from made_documents import document, published_on
from made_names import LEXICON

from contactline import dates, names
from contactline.names import shared_surnames
from contactline.records import UNKNOWN, Interval


def persons(text: str, day: date | None) -> list[str | None]:
    """The persons whom an article of a day names, in order."""
    made, published = document(text), published_on(day)
    timexes = dates.resolve(dates.find(made, LEXICON), made, published, LEXICON)
    mentions = names.resolve(names.find(made, LEXICON), made, published, LEXICON, timexes)
    return [m.ref for m in mentions if m.form == "name" and m.kind == "actor"]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        pytest.param("President Aliyev rested.", date(1999, 5, 3), ["heydar_aliyev"], id="of then"),
        pytest.param("President Aliyev rested.", date(2012, 5, 3), ["ilham_aliyev"], id="of later"),
        pytest.param(
            "President Aliyev rested. Aliyev sang.", date(1999, 5, 3), ["heydar_aliyev"] * 2, id="bare, later"
        ),
        pytest.param("Aliyev sang.", date(1999, 5, 3), ["heydar_aliyev"], id="bare, before the other's time"),
        pytest.param("Former President Aliyev wrote it.", date(2012, 5, 3), ["heydar_aliyev"], id="former"),
        pytest.param(
            "Prosecutor General Aliyev rested.", date(2022, 5, 3), ["kamran_aliyev"], id="another office"
        ),
        pytest.param(
            "Prime Minister Sargsyan rested.", date(1999, 8, 3), ["vazgen_sargsyan"], id="premier of 1999"
        ),
        pytest.param(
            "Prime Minister Sargsyan rested.", date(2009, 8, 3), ["tigran_sargsyan"], id="premier of 2009"
        ),
        pytest.param("In 1999 Prime Minister Sargsyan rested.", date(2021, 8, 3), [None], id="told year of two"),
        pytest.param("Foreign Minister Mirzoyan rested.", date(2023, 8, 3), ["ararat_mirzoyan"], id="of Armenia"),
    ],
)
def test_whose_surname(text: str, day: date, expected: list[str]) -> None:
    assert persons(text, day) == expected


def test_country_behind() -> None:
    text = "Foreign Minister Mirzoyan of Artsakh rested."
    assert persons(text, date(2015, 8, 3))[0] == "karen_mirzoyan"


def test_no_office_or_nobody_with_it() -> None:
    then = Interval(date(1999, 5, 3), date(1999, 5, 3), "day")
    assert shared_surnames.holders("Aliyev", "yesterday ", "", then, LEXICON) == []
    assert shared_surnames.holders("Aliyev", "Ombudsman ", "", then, LEXICON) == []
    assert shared_surnames.holders("Aliyev", "President ", "", then, LEXICON) == ["heydar_aliyev"]
    both = ["heydar_aliyev", "ilham_aliyev"]
    assert sorted(shared_surnames.holders("Aliyev", "President ", "", UNKNOWN, LEXICON)) == both


def test_terms() -> None:
    then = Interval(date(1999, 5, 3), date(1999, 5, 3), "day")
    assert shared_surnames.not_yet_in_office("ilham_aliyev", then, LEXICON)
    assert not shared_surnames.not_yet_in_office("heydar_aliyev", then, LEXICON)
    assert shared_surnames.in_any_office(["ilham_aliyev", "heydar_aliyev"], then, LEXICON) == ["heydar_aliyev"]
