"""Which matches count: the longest, weak ones only where other words allow them."""

from __future__ import annotations

import pytest
from made_names import Found, found, matched

from contactline.names.index import NameMatch, NameSense
from contactline.names.selection import in_order, select


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Helsinki Final Act was quoted at 5 p.m. Moscow time.",
            [],
            id="no names in documents and clock times",
        ),
        pytest.param("A nice van with ganja came by; tell us more.", [], id="no names in common words"),
        pytest.param(
            "Ararat Grigoryants, a baker, sang.",
            [("Ararat Grigoryants", "actor name", "new:ararat-grigoriants")],
            id="place in a person's name",
        ),
        pytest.param("Sos was a village. We sent an SOS.", [], id="not about the region"),
        pytest.param(
            "Shelling was reported near Sos in Nagorno-Karabakh.",
            [("Nagorno-Karabakh", "place name", "nagorno_karabakh")],
            id="no word beside it",
        ),
        pytest.param(
            "The village of Sos in Nagorno-Karabakh was shelled.",
            [("Sos", "place name", "sos"), ("Nagorno-Karabakh", "place name", "nagorno_karabakh")],
            id="called a village",
        ),
        pytest.param(
            "Guns fired from the villages of Mazam, Sos and Talish at Getik and Chiva villages in Armenia. Getik is old.",
            [
                ("Mazam", "place name", "mazam"),
                ("Sos", "place name", "sos"),
                ("Talish", "place name", "talish"),
                ("Getik", "place name", "getik"),
                ("Chiva", "place name", "chiva"),
                ("Armenia", "place name", "armenia"),
            ],
            id="in a list of villages",
        ),
        pytest.param(
            "Shots were fired at Verin Shorzha and Kut in Armenia. Kut and Berlin are far apart.",
            [
                ("Verin Shorzha", "place name", "verin_shorzha"),
                ("Kut", "place name", "kut"),
                ("Armenia", "place name", "armenia"),
                ("Berlin", "actor name", "germany"),
            ],
            id="beside a village of its province",
        ),
        pytest.param(
            "Martuni was shelled, and so was Hadrut.",
            [("Martuni", "place name", "khojavend"), ("Hadrut", "place name", "hadrut")],
            id="Martuni in Karabakh",
        ),
        pytest.param(
            "Martuni on Lake Sevan held a fair.",
            [("Martuni", "place name", "martuni_gegharkunik"), ("Lake Sevan", "place name", "lake_sevan")],
            id="Martuni on Lake Sevan",
        ),
        pytest.param(
            "Votes were counted again in Atlanta, Georgia, before the runoff.",
            [("Atlanta", "place name", "atlanta"), ("Georgia", "place name", "georgia_us")],
            id="Georgia, the state",
        ),
        pytest.param(
            "Martuni, near Hadrut, was quiet." + " Nothing was heard that day." * 9 + " Gavar lies in Armenia.",
            [
                ("Martuni", "place name", "khojavend"),
                ("Hadrut", "place name", "hadrut"),
                ("Gavar", "place name", "gavar"),
                ("Armenia", "place name", "armenia"),
            ],
            id="the nearest word of two places",
        ),
        pytest.param(
            "The Aznavour Prize went to the Minsk Protocol; anti-Armenian slogans were Russian-made.",
            [],
            id="in names of institutions",
        ),
        pytest.param(
            "The Riga Street Gallery and the Tbilisi Old Circus closed.",
            [],
            id="in longer names of institutions",
        ),
        pytest.param(
            "In Warsaw, Indiana, and from Lebanon, Ohio; Vienna, a town in Canada, is small.",
            [("Ohio", "place name", "ohio"), ("Canada", "place name", "canada")],
            id="namesakes",
        ),
        pytest.param(
            "They sat in Geneva, Switzerland, then in Tbilisi, Georgia, and in Armenia, Iran and Turkey.",
            [
                ("Geneva", "place name", "geneva"),
                ("Switzerland", "place name", "switzerland"),
                ("Tbilisi", "place name", "tbilisi"),
                ("Georgia", "place name", "georgia"),
                ("Armenia", "place name", "armenia"),
                ("Iran", "place name", "iran"),
                ("Turkey", "place name", "turkey"),
            ],
            id="no namesakes",
        ),
        pytest.param(
            "Shops in Tartar closed, and the mayor of Ganja wept. Ganja is a drug.",
            [("Tartar", "place name", "tartar"), ("Ganja", "place name", "ganja")],
            id="weak town behind a preposition",
        ),
        pytest.param(
            "A boy from Sus, a village in Lachin, and a girl from Kut, Gegharkunik, sang.",
            [
                ("Sus", "place name", "sus"),
                ("Lachin", "place name", "lachin"),
                ("Kut", "place name", "kut"),
                ("Gegharkunik", "place name", "gegharkunik"),
            ],
            id="weak village before its cue",
        ),
        pytest.param(
            "The border between Armenia and Azerbaijan was calm, the border was open.",
            [
                ("border between Armenia and Azerbaijan", "place name", "armenia_azerbaijan_border"),
                ("the border", "place description", "armenia_azerbaijan_border"),
            ],
            id="longer than a described place",
        ),
        pytest.param(
            "The State Border Service of Azerbaijan met the Caucasus Muslims Office.",
            [
                ("State Border Service of Azerbaijan", "actor name", "aze_border"),
                ("Caucasus Muslims Office", "actor name", "caucasus_muslims"),
            ],
            id="runs into a longer name",
        ),
    ],
)
def test_selected(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_one_start_and_a_corrected_name_first() -> None:
    short = NameMatch(0, 4, (NameSense("place", "a"),))
    long = NameMatch(0, 9, (NameSense("place", "b"),))
    corrected = NameMatch(0, 2, (NameSense("place", "c", note="read as C"),))
    later = NameMatch(3, 5, (NameSense("place", "d"),))

    assert in_order([later, short, long, corrected]) == [corrected, long, short, later]


def test_no_two_selected_matches_overlap() -> None:
    matches, context = matched(
        "Armenian Prime Minister Nikol Pashinyan of Armenia drove along the Lachin corridor."
    )
    spans = [(match.start, match.end) for match in select(in_order(matches), context)]

    assert [context.text[start:end] for start, end in spans] == [
        "Armenian",
        "Prime Minister",
        "Nikol Pashinyan",
        "Armenia",
        "Lachin corridor",
    ]
