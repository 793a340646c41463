"""Datelines and dated bylines, in the forms that agencies and translators give them."""

from __future__ import annotations

import pytest

from contactline.cleaning import dateline
from contactline.lexicon import load

LEXICON = load()


def read(text):
    found = dateline.find(text, LEXICON)
    return None if found is None else (text[slice(*found.span)], found.place, found.date_text, found.agency)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("05.04.2016 Mardakert. The army", ("05.04.2016 Mardakert.", "Mardakert", "05.04.2016", "")),
        ("05.04.2016 / Yerevan\nThe army", ("05.04.2016 / Yerevan", "", "05.04.2016", "")),
        (
            "Moscow, 14 March 2023 (TDI): The president",
            ("Moscow, 14 March 2023 (TDI):", "Moscow", "14 March 2023", "TDI"),
        ),
        (
            "BAKU, Azerbaijan, Sept. 20 (Agency) -- The army",
            ("BAKU, Azerbaijan, Sept. 20 (Agency) --", "BAKU, Azerbaijan", "Sept. 20", "Agency"),
        ),
        ("YEREVAN (Reuters) - The premier", ("YEREVAN (Reuters) -", "YEREVAN", "", "Reuters")),
        ("YEREVAN, Armenia (AP) — The premier", ("YEREVAN, Armenia (AP) —", "YEREVAN, Armenia", "", "AP")),
        ("Moscow, 9 Sep (ZXS) -- The president", ("Moscow, 9 Sep (ZXS) --", "Moscow", "9 Sep", "ZXS")),
        (
            "Xinhua News Agency, Moscow, December 7th (Reporter Leo) The president",
            (
                "Xinhua News Agency, Moscow, December 7th (Reporter Leo)",
                "Moscow",
                "December 7th",
                "Xinhua News Agency",
            ),
        ),
        (
            "MOSCOW, September 20. /TASS/. The ministry",
            ("MOSCOW, September 20. /TASS/.", "MOSCOW", "September 20", "TASS"),
        ),
        (
            "YEREVAN, SEPTEMBER 20, ARMENPRESS. The ministry",
            ("YEREVAN, SEPTEMBER 20, ARMENPRESS.", "YEREVAN", "SEPTEMBER 20", "ARMENPRESS"),
        ),
        (
            "Baku, September 20, AZERTAC\nThe ministry",
            ("Baku, September 20, AZERTAC", "Baku", "September 20", "AZERTAC"),
        ),
        (
            "Baku, Azerbaijan, Sept. 20\nTrend:\nThe ministry",
            ("Baku, Azerbaijan, Sept. 20\nTrend:", "Baku, Azerbaijan", "Sept. 20", "Trend"),
        ),
        (
            "Baku, Azerbaijan, Sept. 20 Trend:\nThe ministry",
            ("Baku, Azerbaijan, Sept. 20 Trend:", "Baku, Azerbaijan", "Sept. 20", "Trend"),
        ),
        (
            "GENEVA (20 September 2023) – Experts",
            ("GENEVA (20 September 2023) –", "GENEVA", "20 September 2023", ""),
        ),
        (
            "BRUSSELS, 20 September 2023: Ministers",
            ("BRUSSELS, 20 September 2023:", "BRUSSELS", "20 September 2023", ""),
        ),
        (
            "05.04.2016, Nagorny Karabakh. The army",
            ("05.04.2016, Nagorny Karabakh.", "Nagorny Karabakh", "05.04.2016", ""),
        ),
        ("20 September 2023, Baku\n\nThe army", None),
        (
            "Stepanakert, 6 October 2020. The army",
            ("Stepanakert, 6 October 2020.", "Stepanakert", "6 October 2020", ""),
        ),
        ("Stepanakert, 6 October 2020. Photo: Ann Lee", None),
        ("TBILISI, Georgia — Ministers", ("TBILISI, Georgia —", "TBILISI, Georgia", "", "")),
        ("(Reuters) - Ministers", ("(Reuters) -", "", "", "Reuters")),
        (
            "A title of the article\n\nMoscow, 2 May (ZXS) -- The president",
            ("Moscow, 2 May (ZXS) --", "Moscow", "2 May", "ZXS"),
        ),
        ("In Moscow, 14 March 2023 was a cold day.", None),
        ("Armenia said on 20 September that it had withdrawn.", None),
        ("President Aliyev (pictured) said that talks would go on.", None),
        ("Talks in Moscow ended on 20 September (TASS) - nobody was glad.", None),
        ("", None),
    ],
)
def test_dateline(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by Anna Example September 21, 2023 12:53 AM 1 min read", "September 21, 2023"),
        ("By John Example | 20 Sept. 2023\nText", "20 Sept. 2023"),
        ("A title\n\nPublished: 20 September 2023, 14:05\nText", "20 September 2023"),
        ("September 20, 2023\n\nText", "September 20, 2023"),
        ("Posted on 2023-09-20\nText", "2023-09-20"),
        ("Publication date 13/08/1992\nText", "13/08/1992"),
        ("14:05, 20 September 2023\nText", "20 September 2023"),
        # when it appeared, not when it was changed
        ("Updated: 2 March 2024\nPublished: 20 September 2023\nText", "20 September 2023"),
        ("Published 20 September 2023, updated 2 March 2024\nText", "20 September 2023"),
        ("Last updated on 2 March 2024. First published on 20 September 2023.\nText", "20 September 2023"),
        ("Posted on September 20, 2023 | Last updated: March 2, 2024\nText", "September 20, 2023"),
        ("By Anna Example. Updated 2 March 2024. Published 20 September 2023.\nText", "20 September 2023"),
        ("20 September 2023, 14:05 (updated: 15:40, 21 September 2023)\nText", "20 September 2023"),
        ("Last modified: 2 March 2024\nText", "2 March 2024"),
        # what says that it is the day wins over a bare date above it
        ("14:05, 2 March 2024\nA title\n\nPublished: 20 September 2023\nText", "20 September 2023"),
        ("By 20 September 2023 the troops had left.", None),
        ("By Anna Example\n\nOn 20 September 2023 the troops left.", None),
        ("On 20 September 2023 the troops left.", None),
    ],
)
def test_byline(text, expected):
    found = dateline.find_byline(text, LEXICON)
    assert (found.date_text if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:05, 2 March 2024\nA title\n\n20 September 2023\nText", (True, "20 September 2023")),
        ("2 March 2024\nA title\n\nText", (True, "")),
        ("Published: 2 March 2024\nA title\n\n20 September 2023\nText", (False, "")),
    ],
)
def test_a_bare_date_and_its_rival(text, expected):
    found = dateline.find_byline(text, LEXICON)
    assert found and (found.bare, found.rival) == expected
