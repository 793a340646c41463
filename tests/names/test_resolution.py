"""Titles and shared surnames, resolved by the article's day."""

from __future__ import annotations

from datetime import date

import pytest
from made_documents import document, published_on

from contactline import names
from contactline.lexicon import load

LEXICON = load()


def resolved(text: str, day: date | None) -> list[tuple[str, str | None]]:
    made = document(text)
    return [
        (m.text, m.ref)
        for m in names.resolve(names.find(made, LEXICON), made, published_on(day), LEXICON)
        if m.form == "title"
    ]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("The Armenian premier spoke.", date(2020, 10, 4), [("Armenian premier", "pashinyan")]),
        ("The Armenian president spoke.", date(2017, 1, 4), [("Armenian president", "serzh_sargsyan")]),
        ("The Armenian president spoke.", date(2023, 1, 4), [("Armenian president", "khachaturyan")]),
        ("The Armenian leader spoke.", date(2017, 1, 4), [("Armenian leader", "serzh_sargsyan")]),
        ("The Armenian leader spoke.", date(2020, 1, 4), [("Armenian leader", "pashinyan")]),
        ("The President of the United States spoke.", date(2021, 3, 1), [("President", "biden")]),
        ("The U.S. Secretary of State spoke.", date(2017, 5, 1), [("U.S. Secretary of State", "tillerson")]),
        ("Armenian separatist leader.", date(2022, 1, 4), [("Armenian separatist leader", "arayik_harutyunyan")]),
        ("The UN chief spoke.", date(2019, 5, 1), [("UN chief", "guterres")]),
        ("The Karabakh state minister spoke.", date(2023, 1, 9), [("Karabakh state minister", "ruben_vardanyan")]),
        # open: no day, a former holder, an office nobody is known to have held then
        ("The Armenian president spoke.", None, [("Armenian president", None)]),
        ("The former Armenian president spoke.", date(2023, 1, 4), [("Armenian president", None)]),
        ("The ambassador of Armenia spoke.", date(2022, 1, 4), [("ambassador", None)]),
        ("The Armenian president spoke.", date(1950, 1, 4), [("Armenian president", None)]),
        # without a day the holder whom the article names
        (
            "Serzh Sargsyan came late. The Armenian president spoke.",
            None,
            [("Armenian president", "serzh_sargsyan")],
        ),
        # a title without a country is the holder named last
        (
            "Ilham Aliyev met Emmanuel Macron and Nikol Pashinyan. The prime minister left.",
            date(2022, 10, 6),
            [("prime minister", "pashinyan")],
        ),
        # the only country that has such an office, where the article speaks of it
        (
            "In Stepanakert the state minister spoke.",
            date(2023, 1, 9),
            [("state minister", "ruben_vardanyan")],
        ),
        ("In Tirana the state minister spoke.", date(2023, 1, 9), [("state minister", None)]),
        # whoever stands below the holder is somebody else
        (
            "Armenia's deputy defence minister spoke.",
            date(2023, 1, 9),
            [("Armenia's deputy defence minister", None)],
        ),
        ("The EU's top diplomat spoke.", date(2022, 1, 9), [("EU's top diplomat", "borrell")]),
        ("The Turkish prime minister spoke.", date(1993, 9, 9), [("Turkish prime minister", "tansu_ciller")]),
        (
            "The Armenian defence minister spoke.",
            date(1994, 3, 3),
            [("Armenian defence minister", "serzh_sargsyan")],
        ),
        # the title is shared by adjectives before it
        (
            "The French, Azerbaijani and Armenian leaders met.",
            date(2022, 10, 6),
            [("French", "macron"), ("Azerbaijani", "ilham_aliyev"), ("Armenian leaders", "pashinyan")],
        ),
        (
            "The Azerbaijani and Armenian foreign ministers met.",
            date(2022, 7, 16),
            [("Azerbaijani", "bayramov"), ("Armenian foreign ministers", "ararat_mirzoyan")],
        ),
    ],
)
def test_titles(text: str, day: date | None, expected: list[tuple[str, str | None]]) -> None:
    assert resolved(text, day) == expected


@pytest.mark.parametrize(
    ("day", "ref", "candidates"),
    [
        (date(2021, 9, 1), "arshak_karapetyan", ()),
        (date(2017, 9, 1), "karen_karapetyan", ()),
        (date(1996, 3, 3), None, ("arshak_karapetyan", "karen_karapetyan", "samvel_karapetyan")),
        (None, None, ("arshak_karapetyan", "karen_karapetyan", "samvel_karapetyan")),
    ],
)
def test_shared_surname_in_office(day: date | None, ref: str | None, candidates: tuple[str, ...]) -> None:
    made = document("Karapetyan spoke to the Armenian side.")
    first = names.resolve(names.find(made, LEXICON), made, published_on(day), LEXICON)[0]
    assert (first.text, first.ref, first.country, tuple(sorted(first.candidates))) == (
        "Karapetyan",
        ref,
        "ARM",
        candidates,
    )


def test_shared_surname_is_the_one_named_last() -> None:
    made = document(
        "Vagharshak Harutyunyan spoke in Armenia. Harutyunyan left. Arayik Harutyunyan came. Harutyunyan ate."
    )
    found = names.resolve(names.find(made, LEXICON), made, published_on(None), LEXICON)
    assert [m.ref for m in found if m.text == "Harutyunyan"] == ["vagharshak_harutyunyan", "arayik_harutyunyan"]
