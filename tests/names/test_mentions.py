"""Recognition of places and actors: whole lists of mentions for made sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_documents import document
from made_names import LEXICON, Found, found

from contactline import names
from contactline.records import Dateline, Mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Trucks drove along the Lachin corridor towards Lachin.",
            [("Lachin corridor", "place name", "lachin_corridor"), ("Lachin", "place name", "lachin")],
            id="longer name of a place",
        ),
        pytest.param(
            "The OSCE Minsk Group met in Minsk.",
            [("OSCE Minsk Group", "actor name", "minsk_group"), ("Minsk", "place name", "minsk")],
            id="body named after a town",
        ),
        pytest.param(
            "Fuel ran out at the Armenian-Azerbaijani border and on the line of contact.",
            [
                ("Armenian-Azerbaijani border", "place name", "armenia_azerbaijan_border"),
                ("line of contact", "place name", "line_of_contact"),
            ],
            id="border",
        ),
        pytest.param(
            "Stepanakert (Khankendi in Azerbaijani), or Xankəndi, is near Şuşa.",
            [
                ("Stepanakert", "place name", "stepanakert"),
                ("Khankendi", "place name", "stepanakert"),
                ("Xankəndi", "place name", "stepanakert"),
                ("Şuşa", "place name", "shusha"),
            ],
            id="both names of a disputed place",
        ),
        pytest.param(
            "Moscow said that a meeting in Moscow would follow.",
            [("Moscow", "actor name", "russia"), ("Moscow", "place name", "moscow")],
            id="capital: who acts and where",
        ),
        pytest.param(
            "Azerbaijan and Armenia agreed on a truce.",
            [("Azerbaijan", "actor name", "azerbaijan"), ("Armenia", "actor name", "armenia")],
            id="joined countries act",
        ),
        pytest.param(
            "The envoy will travel to Georgia and Armenia, then talk to Armenia.",
            [
                ("Georgia", "place name", "georgia"),
                ("Armenia", "place name", "armenia"),
                ("Armenia", "actor name", "armenia"),
            ],
            id="joined countries are places",
        ),
        pytest.param(
            "Fighting goes on between Baku and Yerevan; shops in eastern Azerbaijan are open.",
            [
                ("Baku", "actor name", "azerbaijan"),
                ("Yerevan", "actor name", "armenia"),
                ("Azerbaijan", "place name", "azerbaijan"),
            ],
            id="between capitals",
        ),
        pytest.param(
            "They marched from Goris to Yerevan.",
            [("Goris", "place name", "goris"), ("Yerevan", "place name", "yerevan")],
            id="from town to town",
        ),
        pytest.param("Artsakh said no.", [("Artsakh", "actor name", "nk_authorities")], id="region that acts"),
        pytest.param(
            "Calm returned to Artsakh.",
            [("Artsakh", "place name", "nagorno_karabakh")],
            id="region that is a place",
        ),
        pytest.param(
            "Azeri troops and Armenian villagers met Turks with Turkish-made drones.",
            [
                ("Azeri troops", "actor description", "aze_forces"),
                ("Armenian villagers", "actor description", "arm_people"),
                ("Turks", "actor demonym", "turkey"),
            ],
            id="troops and villagers",
        ),
        pytest.param(
            "The Armenian side spoke of a Russian plan.",
            [("Armenian side", "actor description", "armenia"), ("Russian", "actor demonym", "russia")],
            id="side and quality",
        ),
        pytest.param(
            "Positions of ethnic Armenian forces were hit, and Armenian separatists fled.",
            [
                ("ethnic Armenian forces", "actor description", "nk_forces"),
                ("Armenian separatists", "actor description", "nk_forces"),
            ],
            id="ethnic Armenians",
        ),
        pytest.param(
            "Karabakh Armenian fighters left. Artsakh's Armenian forces and local Armenian troops stayed.",
            [
                ("Karabakh Armenian fighters", "actor description", "nk_forces"),
                ("Artsakh's Armenian forces", "actor description", "nk_forces"),
                ("local Armenian troops", "actor description", "nk_forces"),
            ],
            id="Karabakh Armenians",
        ),
        pytest.param(
            "Armenians living in Artsakh met Armenian residents of Stepanakert and Armenians of Glendale.",
            [
                ("Armenians", "actor demonym", "karabakh_armenians"),
                ("Artsakh", "place name", "nagorno_karabakh"),
                ("Armenian residents", "actor description", "karabakh_armenians"),
                ("Stepanakert", "place name", "stepanakert"),
                ("Armenians", "actor demonym", "arm_people"),
                ("Glendale", "place name", "glendale"),
            ],
            id="Armenians living in Artsakh",
        ),
        pytest.param(
            "Azerbaijan’s Defense Ministry met the Ministry of Defence of Armenia. The defence ministry slept.",
            [
                ("Azerbaijan’s Defense Ministry", "actor name", "aze_mod"),
                ("Ministry of Defence of Armenia", "actor name", "arm_mod"),
                ("defence ministry", "actor name", "arm_mod"),
            ],
            id="ministry named last",
        ),
        pytest.param(
            "Defense Ministry spokeswoman Shushan Stepanyan said so. The defence ministry said no more.",
            [
                ("Defense Ministry", "actor name", "arm_mod"),
                ("Shushan Stepanyan", "actor name", "shushan_stepanyan"),
                ("defence ministry", "actor name", "arm_mod"),
            ],
            id="ministry of a speaker",
        ),
        pytest.param(
            "The authorities of Nagorno-Karabakh thanked the Russian peacekeeping force.",
            [
                ("authorities", "actor description", "nk_authorities"),
                ("Nagorno-Karabakh", "place name", "nagorno_karabakh"),
                ("Russian peacekeeping force", "actor name", "rus_peacekeepers"),
            ],
            id="authorities of a region",
        ),
        pytest.param(
            "Authorities in the capital of Stepanakert agreed; officials in Baku did not.",
            [
                ("Authorities", "actor description", "nk_authorities"),
                ("Stepanakert", "place name", "stepanakert"),
                ("officials", "actor description", "azerbaijan"),
                ("Baku", "place name", "baku"),
            ],
            id="authorities in a town",
        ),
        pytest.param(
            "Russian President Vladimir Putin met Nikol Pashinyan, Premier of Armenia, and Antony J. Blinken.",
            [
                ("Vladimir Putin", "actor name", "putin"),
                ("Nikol Pashinyan", "actor name", "pashinyan"),
                ("Armenia", "actor name", "armenia"),
                ("Antony J. Blinken", "actor name", "blinken"),
            ],
            id="titles beside names",
        ),
        pytest.param(
            "They met Nancy Pelosi. Pelosi spoke of ethnic-Armenian forces.",
            [
                ("Nancy Pelosi", "actor name", "pelosi"),
                ("Pelosi", "actor name", "pelosi"),
                ("ethnic-Armenian forces", "actor description", "nk_forces"),
            ],
            id="compound of an adjective",
        ),
        pytest.param(
            "Shells hit the region’s capital, Stepanakert, in Karabakh; the enclave burned.",
            [
                ("Stepanakert", "place name", "stepanakert"),
                ("Karabakh", "place name", "nagorno_karabakh"),
                ("the enclave", "place description", "nagorno_karabakh"),
            ],
            id="described place before its name",
        ),
        pytest.param(
            "Talks between Baku and Stepanakert ended. The road between Goris and Stepanakert is long.",
            [
                ("Baku", "actor name", "azerbaijan"),
                ("Stepanakert", "actor name", "nk_authorities"),
                ("Goris", "place name", "goris"),
                ("Stepanakert", "place name", "stepanakert"),
            ],
            id="town beside a capital that acts",
        ),
        pytest.param(
            "Baku [Azerbaijan] is far. By the Lachin corridor, Azerbaijan once more dug in. It rained in Goris, Armenia.",
            [
                ("Baku", "place name", "baku"),
                ("Azerbaijan", "place name", "azerbaijan"),
                ("Lachin corridor", "place name", "lachin_corridor"),
                ("Azerbaijan", "actor name", "azerbaijan"),
                ("Goris", "place name", "goris"),
                ("Armenia", "place name", "armenia"),
            ],
            id="towns before their countries",
        ),
        pytest.param(
            "The Defense Ministry in Yerevan met General Rustam Muradov under the ceasefire regime in Karabakh.",
            [
                ("Defense Ministry in Yerevan", "actor name", "arm_mod"),
                ("Rustam Muradov", "actor name", "muradov"),
                ("Karabakh", "place name", "nagorno_karabakh"),
            ],
            id="ministry in a capital",
        ),
        pytest.param(
            "They shelled the enclave.Azerbaijan denied it, wrote @NikolPashinyan.",
            [("Azerbaijan", "actor name", "azerbaijan"), ("Pashinyan", "actor name", "pashinyan")],
            id="words without a blank between",
        ),
        pytest.param(
            "Armenia and Azerbaijan blame each other for clashes on the border.",
            [
                ("Armenia", "actor name", "armenia"),
                ("Azerbaijan", "actor name", "azerbaijan"),
                ("the border", "place description", "armenia_azerbaijan_border"),
            ],
            id="border as a description",
        ),
        pytest.param(
            "The Armenian embassy in Tehran thanked the Supreme Soviet of Azerbaijan.",
            [
                ("Armenian", "actor demonym", "armenia"),
                ("Tehran", "place name", "tehran"),
                ("Supreme Soviet of Azerbaijan", "actor name", "aze_parliament"),
            ],
            id="embassy and parliament",
        ),
        pytest.param(
            "Armenian police, Armenian troops and Artsakh authorities came.",
            [
                ("Armenian police", "actor name", "arm_police"),
                ("Armenian troops", "actor description", "arm_forces"),
                ("Artsakh authorities", "actor name", "nk_authorities"),
            ],
            id="bodies by their own name and by a description",
        ),
        pytest.param(
            "Turkey slept. The country's foreign ministry spoke, and so did the country's army.",
            [
                ("Turkey", "actor name", "turkey"),
                ("foreign ministry", "actor name", "tur_mfa"),
                ("army", "actor description", "tur_forces"),
            ],
            id="ministry of the country named last",
        ),
        pytest.param(
            "The Vienna-based club, the Turkish-based one, and the Red Cross (ICRC) met Artsakh leader Bako Sahakyan.",
            [
                ("Vienna", "place name", "vienna"),
                ("Red Cross", "actor name", "icrc"),
                ("ICRC", "actor description", "icrc"),
                ("Artsakh", "place name", "nagorno_karabakh"),
                ("Bako Sahakyan", "actor name", "bako_sahakyan"),
            ],
            id="seats, acronyms in brackets, regions in titles",
        ),
        pytest.param(
            "They spoke of Central Asia, the Balkans, Georgia and Turkey; of Central Asia, Georgia said more.",
            [
                ("Central Asia", "place name", "central_asia"),
                ("Balkans", "place name", "balkans"),
                ("Georgia", "place name", "georgia"),
                ("Turkey", "place name", "turkey"),
                ("Central Asia", "place name", "central_asia"),
                ("Georgia", "actor name", "georgia"),
            ],
            id="countries in a list of regions",
        ),
        pytest.param(
            "A change in Baku's tone, and rain in Baku's streets.",
            [("Baku", "actor name", "azerbaijan"), ("Baku", "place name", "baku")],
            id="what a capital owns",
        ),
    ],
)
def test_find(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_a_name_that_is_both_keeps_the_other_id() -> None:
    assert names.find(document("Baku warned people in Armenia."), LEXICON) == (
        Mention(0, 4, "Baku", "actor", "name", "azerbaijan", country="AZE", other="baku"),
        Mention(22, 29, "Armenia", "place", "name", "armenia", country="ARM", other="armenia"),
    )


def test_the_area_of_a_town_is_noted() -> None:
    made = document("Shots north of Martakert, around Shusha, none in Hadrut, in Karabakh.")
    assert [(m.text, m.note) for m in names.find(made, LEXICON)] == [
        ("Martakert", "the area: north of it"),
        ("Shusha", "the area: around it"),
        ("Hadrut", ""),
        ("Karabakh", ""),
    ]


def test_what_nothing_settles_keeps_its_candidates() -> None:
    first, _, second = names.find(document("Karapetyan, an Armenian, left for Martuni."), LEXICON)
    assert (first.ref, sorted(first.candidates)) == (
        None,
        ["arshak_karapetyan", "karen_karapetyan", "samvel_karapetyan"],
    )
    assert (second.ref, second.candidates) == (None, ("khojavend", "martuni_gegharkunik"))


def test_the_place_of_the_dateline_is_no_mention() -> None:
    made = replace(document("MOSCOW, Oct 4 (Reuters) - Moscow said so."), dateline=Dateline((0, 25)))
    assert [(m.start, m.text, m.ref) for m in names.find(made, LEXICON)] == [
        (15, "Reuters", "reuters"),
        (26, "Moscow", "russia"),
    ]


def test_mentions_are_sorted_and_do_not_overlap() -> None:
    text = (
        "Armenian Prime Minister Nikol Pashinyan of Armenia and the Armenian leader's Armenian army in Armenia. "
        * 30
    )
    spans = [(m.start, m.end) for m in names.find(document(text), LEXICON)]
    assert len(spans) == 150
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    assert all(m.text == text[m.start : m.end] for m in names.find(document(text), LEXICON))
