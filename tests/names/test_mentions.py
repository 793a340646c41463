"""Recognition of places and actors: whole lists of mentions for made sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_documents import document

from contactline import names
from contactline.lexicon import load
from contactline.records import Dateline, Mention

LEXICON = load()


def found(text: str) -> list[tuple[str, str, str | None]]:
    """The mentions as (words, "place name" and the like, id)."""
    return [(m.text, f"{m.kind} {m.form}", m.ref) for m in names.find(document(text), LEXICON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the longest name first
        (
            "Trucks drove along the Lachin corridor towards Lachin.",
            [("Lachin corridor", "place name", "lachin_corridor"), ("Lachin", "place name", "lachin")],
        ),
        (
            "The OSCE Minsk Group met in Minsk.",
            [("OSCE Minsk Group", "actor name", "minsk_group"), ("Minsk", "place name", "minsk")],
        ),
        (
            "Fuel ran out at the Armenian-Azerbaijani border and on the line of contact.",
            [
                ("Armenian-Azerbaijani border", "place name", "armenia_azerbaijan_border"),
                ("line of contact", "place name", "line_of_contact"),
            ],
        ),
        # both names of a disputed place, spellings and marks
        (
            "Stepanakert (Khankendi in Azerbaijani), or Xankəndi, is near Şuşa.",
            [
                ("Stepanakert", "place name", "stepanakert"),
                ("Khankendi", "place name", "stepanakert"),
                ("Xankəndi", "place name", "stepanakert"),
                ("Şuşa", "place name", "shusha"),
            ],
        ),
        # countries and capitals act, or are where something is
        (
            "Moscow said that a meeting in Moscow would follow.",
            [("Moscow", "actor name", "russia"), ("Moscow", "place name", "moscow")],
        ),
        (
            "Azerbaijan and Armenia agreed on a truce.",
            [("Azerbaijan", "actor name", "azerbaijan"), ("Armenia", "actor name", "armenia")],
        ),
        (
            "The envoy will travel to Georgia and Armenia, then talk to Armenia.",
            [
                ("Georgia", "place name", "georgia"),
                ("Armenia", "place name", "armenia"),
                ("Armenia", "actor name", "armenia"),
            ],
        ),
        (
            "Fighting goes on between Baku and Yerevan; shops in eastern Azerbaijan are open.",
            [
                ("Baku", "actor name", "azerbaijan"),
                ("Yerevan", "actor name", "armenia"),
                ("Azerbaijan", "place name", "azerbaijan"),
            ],
        ),
        (
            "They marched from Goris to Yerevan.",
            [("Goris", "place name", "goris"), ("Yerevan", "place name", "yerevan")],
        ),
        ("Artsakh said no.", [("Artsakh", "actor name", "nk_authorities")]),
        ("Calm returned to Artsakh.", [("Artsakh", "place name", "nagorno_karabakh")]),
        # adjectives and peoples
        (
            "Azeri troops and Armenian villagers met Turks with Turkish-made drones.",
            [
                ("Azeri troops", "actor description", "aze_forces"),
                ("Armenian villagers", "actor description", "arm_people"),
                ("Turks", "actor demonym", "turkey"),
            ],
        ),
        (
            "The Armenian side spoke of a Russian plan.",
            [("Armenian side", "actor description", "armenia"), ("Russian", "actor demonym", "russia")],
        ),
        (
            "Positions of ethnic Armenian forces were hit, and Armenian separatists fled.",
            [
                ("ethnic Armenian forces", "actor description", "nk_forces"),
                ("Armenian separatists", "actor description", "nk_forces"),
            ],
        ),
        # Armenians of Karabakh are not Armenia's
        (
            "Karabakh Armenian fighters left. Artsakh's Armenian forces and local Armenian troops stayed.",
            [
                ("Karabakh Armenian fighters", "actor description", "nk_forces"),
                ("Artsakh's Armenian forces", "actor description", "nk_forces"),
                ("local Armenian troops", "actor description", "nk_forces"),
            ],
        ),
        (
            "Armenians living in Artsakh met Armenian residents of Stepanakert and Armenians of Glendale.",
            [
                ("Armenians", "actor demonym", "karabakh_armenians"),
                ("Artsakh", "place name", "nagorno_karabakh"),
                ("Armenian residents", "actor description", "karabakh_armenians"),
                ("Stepanakert", "place name", "stepanakert"),
                ("Armenians", "actor demonym", "arm_people"),
                ("Glendale", "place name", "glendale"),
            ],
        ),
        # ministries by the country beside them, then alone
        (
            "Azerbaijan’s Defense Ministry met the Ministry of Defence of Armenia. The defence ministry slept.",
            [
                ("Azerbaijan’s Defense Ministry", "actor name", "aze_mod"),
                ("Ministry of Defence of Armenia", "actor name", "arm_mod"),
                ("defence ministry", "actor name", "arm_mod"),
            ],
        ),
        (
            "Defense Ministry spokeswoman Shushan Stepanyan said so. The defence ministry said no more.",
            [
                ("Defense Ministry", "actor name", "arm_mod"),
                ("Shushan Stepanyan", "actor name", "shushan_stepanyan"),
                ("defence ministry", "actor name", "arm_mod"),
            ],
        ),
        (
            "The authorities of Nagorno-Karabakh thanked the Russian peacekeeping force.",
            [
                ("authorities", "actor description", "nk_authorities"),
                ("Nagorno-Karabakh", "place name", "nagorno_karabakh"),
                ("Russian peacekeeping force", "actor name", "rus_peacekeepers"),
            ],
        ),
        (
            "Authorities in the capital of Stepanakert agreed; officials in Baku did not.",
            [
                ("Authorities", "actor description", "nk_authorities"),
                ("Stepanakert", "place name", "stepanakert"),
                ("officials", "actor description", "azerbaijan"),
                ("Baku", "place name", "baku"),
            ],
        ),
        # titles beside a name are no mentions of their own
        (
            "Russian President Vladimir Putin met Nikol Pashinyan, Premier of Armenia, and Antony J. Blinken.",
            [
                ("Vladimir Putin", "actor name", "putin"),
                ("Nikol Pashinyan", "actor name", "pashinyan"),
                ("Armenia", "actor name", "armenia"),
                ("Antony J. Blinken", "actor name", "blinken"),
            ],
        ),
        (
            "They met Nancy Pelosi. Pelosi spoke of ethnic-Armenian forces.",
            [
                ("Nancy Pelosi", "actor name", "pelosi"),
                ("Pelosi", "actor name", "pelosi"),
                ("ethnic-Armenian forces", "actor description", "nk_forces"),
            ],
        ),
        # surnames
        ("Aliyev spoke. Natig Aliyev did not.", [("Aliyev", "actor name", "ilham_aliyev")]),
        ("They say that on Monday Aliyev slept.", [("Aliyev", "actor name", "ilham_aliyev")]),
        ("The price of power rose in May.", []),
        ("President Michel Temer flew home; Michel stayed.", [("Michel", "actor name", "michel")]),
        (
            "Ex-President Kocharyan Meets Putin, Tells Erdogan Nothing",
            [
                ("Kocharyan", "actor name", "kocharyan"),
                ("Putin", "actor name", "putin"),
                ("Erdogan", "actor name", "erdogan"),
            ],
        ),
        ("Secretary Austin flew home; Austin grows.", [("Austin", "actor name", "austin")]),
        (
            "Secretary of State Baker and Vaqif Khachatryan met; Baker and Khachatryan did not.",
            [("Baker", "actor name", "james_baker"), ("Vaqif Khachatryan", "actor name", "vagif_khachatryan")],
        ),
        (
            "Ned Price answered. Price said no more.",
            [("Ned Price", "actor name", "ned_price"), ("Price", "actor name", "ned_price")],
        ),
        (
            "Shushan Stepanyan wrote first. Stepanyan wrote again.",
            [
                ("Shushan Stepanyan", "actor name", "shushan_stepanyan"),
                ("Stepanyan", "actor name", "shushan_stepanyan"),
            ],
        ),
        # no names: documents, clock times, places inside a person's name, small words
        ("The Helsinki Final Act was quoted at 5 p.m. Moscow time.", []),
        ("A nice van with ganja came by; tell us more.", []),
        ("Ararat Grigoryants, a baker, sang.", []),
        # weak names of small places need an article about the region and a word beside them
        ("Sos was a village. We sent an SOS.", []),
        (
            "Shelling was reported near Sos in Nagorno-Karabakh.",
            [("Nagorno-Karabakh", "place name", "nagorno_karabakh")],
        ),
        (
            "The village of Sos in Nagorno-Karabakh was shelled.",
            [("Sos", "place name", "sos"), ("Nagorno-Karabakh", "place name", "nagorno_karabakh")],
        ),
        (
            "Guns fired from the villages of Mazam, Sos and Talish at Getik and Chiva villages in Armenia. Getik is old.",
            [
                ("Mazam", "place name", "mazam"),
                ("Sos", "place name", "sos"),
                ("Talish", "place name", "talish"),
                ("Getik", "place name", "getik"),
                ("Chiva", "place name", "chiva"),
                ("Armenia", "place name", "armenia"),
            ],
        ),
        (
            "Shots were fired at Verin Shorzha and Kut in Armenia. Kut and Berlin are far apart.",
            [
                ("Verin Shorzha", "place name", "verin_shorzha"),
                ("Kut", "place name", "kut"),
                ("Armenia", "place name", "armenia"),
                ("Berlin", "actor name", "germany"),
            ],
        ),
        # Martuni lies in Karabakh and on Lake Sevan
        (
            "Martuni was shelled, and so was Hadrut.",
            [("Martuni", "place name", "khojavend"), ("Hadrut", "place name", "hadrut")],
        ),
        (
            "Martuni on Lake Sevan held a fair.",
            [("Martuni", "place name", "martuni_gegharkunik"), ("Lake Sevan", "place name", "lake_sevan")],
        ),
        # the country and the state of one name
        (
            "Votes were counted again in Atlanta, Georgia, before the runoff.",
            [("Atlanta", "place name", "atlanta"), ("Georgia", "place name", "georgia_us")],
        ),
        # of two places the one whose telling word stands nearer
        (
            "Martuni, near Hadrut, was quiet." + " Nothing was heard that day." * 9 + " Gavar lies in Armenia.",
            [
                ("Martuni", "place name", "khojavend"),
                ("Hadrut", "place name", "hadrut"),
                ("Gavar", "place name", "gavar"),
                ("Armenia", "place name", "armenia"),
            ],
        ),
        # names inside other names
        (
            "The Aznavour Foundation quoted the Minsk Protocol; anti-Armenian slogans were Russian-made.",
            [],
        ),
        # a described place before its name is no second mention
        (
            "Shells hit the region’s capital, Stepanakert, in Karabakh; the enclave burned.",
            [
                ("Stepanakert", "place name", "stepanakert"),
                ("Karabakh", "place name", "nagorno_karabakh"),
                ("the enclave", "place description", "nagorno_karabakh"),
            ],
        ),
        # the longer name, though a described place begins before it
        (
            "The border between Armenia and Azerbaijan was calm, the border was open.",
            [
                ("border between Armenia and Azerbaijan", "place name", "armenia_azerbaijan_border"),
                ("the border", "place description", "armenia_azerbaijan_border"),
            ],
        ),
        (
            "The State Border Service of Azerbaijan met the Caucasus Muslims Office.",
            [
                ("State Border Service of Azerbaijan", "actor name", "aze_border"),
                ("Caucasus Muslims Office", "actor name", "caucasus_muslims"),
            ],
        ),
        # who acts beside whom, and where a town stands before its country
        (
            "Talks between Baku and Stepanakert ended. The road between Goris and Stepanakert is long.",
            [
                ("Baku", "actor name", "azerbaijan"),
                ("Stepanakert", "actor name", "nk_authorities"),
                ("Goris", "place name", "goris"),
                ("Stepanakert", "place name", "stepanakert"),
            ],
        ),
        (
            "Baku [Azerbaijan] is far. By the Lachin corridor, Azerbaijan once more dug in. It rained in Goris, Armenia.",
            [
                ("Baku", "place name", "baku"),
                ("Azerbaijan", "place name", "azerbaijan"),
                ("Lachin corridor", "place name", "lachin_corridor"),
                ("Azerbaijan", "actor name", "azerbaijan"),
                ("Goris", "place name", "goris"),
                ("Armenia", "place name", "armenia"),
            ],
        ),
        (
            "The Defense Ministry in Yerevan met General Rustam Muradov under the ceasefire regime in Karabakh.",
            [
                ("Defense Ministry in Yerevan", "actor name", "arm_mod"),
                ("Rustam Muradov", "actor name", "muradov"),
                ("Karabakh", "place name", "nagorno_karabakh"),
            ],
        ),
        # glued words and handles
        (
            "They shelled the enclave.Azerbaijan denied it, wrote @NikolPashinyan.",
            [("Azerbaijan", "actor name", "azerbaijan"), ("Pashinyan", "actor name", "pashinyan")],
        ),
        # areas without a name of their own
        (
            "Armenia and Azerbaijan blame each other for clashes on the border.",
            [
                ("Armenia", "actor name", "armenia"),
                ("Azerbaijan", "actor name", "azerbaijan"),
                ("the border", "place description", "armenia_azerbaijan_border"),
            ],
        ),
        (
            "The Armenian embassy in Tehran thanked the Supreme Soviet of Azerbaijan.",
            [
                ("Armenian", "actor demonym", "armenia"),
                ("Tehran", "place name", "tehran"),
                ("Supreme Soviet of Azerbaijan", "actor name", "aze_parliament"),
            ],
        ),
        # acronyms that the text explains
        (
            "The Organization of Turkic States (TDT) met Armenia. The TDT spoke.",
            [
                ("Organization of Turkic States", "actor name", "ots"),
                ("TDT", "actor name", "ots"),
                ("Armenia", "actor name", "armenia"),
                ("TDT", "actor name", "ots"),
            ],
        ),
        (
            "The Ministry of Foreign Affairs (MFA) of Armenia met. The MFA slept.",
            [
                ("Ministry of Foreign Affairs (MFA) of Armenia", "actor name", "arm_mfa"),
                ("MFA", "actor name", "arm_mfa"),
            ],
        ),
        # spellings that sound alike: a surname after a like first name, a town by itself
        (
            "Armenia heard Serguei Lawrow; Lawrow was brief. Sjusha was quiet, Olaf Lawrow loud.",
            [
                ("Armenia", "actor name", "armenia"),
                ("Serguei Lawrow", "actor name", "lavrov"),
                ("Lawrow", "actor name", "lavrov"),
                ("Sjusha", "place name", "shusha"),
            ],
        ),
        # unusual spellings beside a title, a first name or the word for a settlement
        (
            "Armenian Prime Minister Pasjinjan spoke; Pasjinjan went on to the city of Nachitjevan.",
            [
                ("Pasjinjan", "actor name", "pashinyan"),
                ("Pasjinjan", "actor name", "pashinyan"),
                ("Nachitjevan", "place name", "nakhchivan"),
            ],
        ),
        (
            "Armenia sent Zohrab Mnatsakanjan to the province of Tuvush.",
            [
                ("Armenia", "actor name", "armenia"),
                ("Zohrab Mnatsakanjan", "actor name", "mnatsakanyan"),
                ("Tuvush", "place name", "tavush"),
            ],
        ),
    ],
)
def test_find(text: str, expected: list[tuple[str, str, str | None]]) -> None:
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
