"""What the coder makes of sentences: every event with all that it says, or none."""

from __future__ import annotations

import string
import time
from datetime import date

import pytest
from made_documents import document, published_on

from contactline import coding, pipeline
from contactline.lexicon import load
from contactline.records import Article, Event

LEXICON = load()

DAY = date(2023, 9, 22)  # a Friday


def events(text: str) -> tuple[Event, ...]:
    return pipeline.code(Article("x", text, published=DAY, published_basis="metadata"), LEXICON).events


def joined(event: Event, role: str) -> str:
    """The parties in a role: their countries, their words where no country is known."""
    return "+".join(sorted({p.country or p.text for p in event.parties if p.role == role}))


def outcome(event: Event) -> tuple[str | int | None, ...]:
    """(type, mode, sources, targets, first day, last day, place, status, killed); "" and None where unknown."""
    return (
        event.type,
        event.mode,
        joined(event, "source"),
        joined(event, "target"),
        str(event.when.start or ""),
        str(event.when.end or ""),
        event.place_id or "",
        event.status,
        event.killed,
    )


SENTENCES: list[tuple[str, list[tuple[str | int | None, ...]]]] = [
    # whose "its" is
    (
        "Iran protested on Monday as Azerbaijan launched its offensive.",
        [
            ("PROTEST", "demo", "IRN", "", "2023-09-18", "2023-09-18", "", "reported", None),
            ("ASSAULT", "", "AZE", "", "", "", "", "reported", None),
        ],
    ),
    # where a small parser errs
    (
        "Pashinyan held talks with U.S. Secretary of State Antony Blinken on Monday.",
        [("CONSULT", "", "ARM+USA", "ARM+USA", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "The EU calls on Azerbaijan to allow aid.",
        [("REQUEST", "", "EU", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "France called for calm and for Azerbaijan to stop its operation.",
        [("REQUEST", "", "FRA", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    # active
    (
        "Iran condemned Azerbaijan on Thursday for the closure of the Lachin corridor.",
        [("ACCUSE", "disapprove", "IRN", "AZE", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "Armenian border guards opened fire on Azerbaijani positions near Kalbajar on Wednesday night.",
        [("ASSAULT", "firearms", "ARM", "AZE", "2023-09-20", "2023-09-20", "kalbajar", "reported", None)],
    ),
    (
        "France delivered 12 tons of medicine to Armenia on Monday.",
        [("AID", "", "FRA", "ARM", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "Prime Minister Nikol Pashinyan thanked Emmanuel Macron for the support of France.",
        [("SUPPORT", "", "ARM", "FRA", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Turkish President Recep Tayyip Erdogan visited Nakhchivan on Monday and met Ilham Aliyev.",
        [("CONSULT", "visit", "AZE+TUR", "AZE+TUR", "2023-09-18", "2023-09-18", "nakhchivan", "reported", None)],
    ),
    (
        "Baku rejected the French proposal on Thursday.",
        [("REJECT", "", "AZE", "FRA", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "Aliyev threatened Armenia with a new war.",
        [("THREATEN", "", "AZE", "ARM", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "The United States imposed sanctions on two Azerbaijani generals on Wednesday.",
        [("SANCTION", "", "USA", "AZE", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    # passive
    (
        "Three Armenian soldiers were killed by Azerbaijani sniper fire near Sotk on Tuesday.",
        [("ASSAULT", "firearms", "AZE", "ARM", "2023-09-19", "2023-09-19", "sotk", "reported", 3)],
    ),
    (
        "Stepanakert was shelled by Azerbaijani forces on September 19.",
        [("ASSAULT", "heavy-weapons", "AZE", "NKR", "2023-09-19", "2023-09-19", "stepanakert", "reported", None)],
    ),
    (
        "Ruben Vardanyan was arrested by Azerbaijani border guards on Wednesday.",
        [("COERCE", "arrest", "AZE", "NKR", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    (
        "A convoy with humanitarian aid was blocked by Azerbaijani activists near Shusha on Monday.",
        [("PROTEST", "obstruct", "AZE", "A convoy", "2023-09-18", "2023-09-18", "shusha", "reported", None)],
    ),
    # possessive agents
    (
        "Azerbaijan's offensive in Nagorno-Karabakh began on Tuesday.",
        [("ASSAULT", "", "AZE", "NKR", "2023-09-19", "2023-09-19", "nagorno_karabakh", "reported", None)],
    ),
    (
        "Yerevan condemned Baku's shelling of Stepanakert.",
        [
            ("ACCUSE", "disapprove", "ARM", "AZE", "2023-09-22", "2023-09-22", "", "reported", None),
            ("ASSAULT", "heavy-weapons", "AZE", "NKR", "", "", "stepanakert", "background", None),
        ],
    ),
    (
        "Pashinyan's meeting with Aliyev took place in Brussels on July 15.",
        [("CONSULT", "", "ARM+AZE", "ARM+AZE", "2023-07-15", "2023-07-15", "brussels", "reported", None)],
    ),
    (
        "Iran's foreign minister criticised Turkey on Thursday.",
        [("ACCUSE", "disapprove", "IRN", "TUR", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "Moscow's envoy met Armenia's defence minister in Yerevan on Thursday.",
        [("CONSULT", "visit", "ARM+RUS", "ARM+RUS", "2023-09-21", "2023-09-21", "yerevan", "reported", None)],
    ),
    (
        "The Armenian foreign ministry's statement condemned Azerbaijan.",
        [("ACCUSE", "disapprove", "ARM", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Azerbaijan's shelling of Sotk on Monday wounded two Armenian soldiers.",
        [("ASSAULT", "heavy-weapons", "AZE", "ARM", "2023-09-18", "2023-09-18", "sotk", "reported", None)],
    ),
    # coordinated parties
    (
        "Russia and France called on Armenia and Azerbaijan to stop the fighting.",
        [("REQUEST", "", "FRA+RUS", "ARM+AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Germany, Canada and Greece condemned Azerbaijan on Wednesday.",
        [("ACCUSE", "disapprove", "CAN+DEU+GRC", "AZE", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    (
        "Turkey and Azerbaijan held joint military exercises near Baku on Monday.",
        [("COOPERATE", "", "AZE+TUR", "AZE+TUR", "2023-09-18", "2023-09-18", "baku", "reported", None)],
    ),
    (
        "Antony Blinken spoke by phone with Pashinyan and Aliyev on Thursday.",
        [("CONSULT", "phone", "ARM+AZE+USA", "ARM+AZE+USA", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "The European Union and the United States urged Baku to reopen the corridor.",
        [("REQUEST", "", "EU+USA", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    # two-sided
    (
        "Armenian and Azerbaijani troops exchanged fire near Sotk on Thursday.",
        [("ASSAULT", "firearms", "ARM+AZE", "ARM+AZE", "2023-09-21", "2023-09-21", "sotk", "reported", None)],
    ),
    (
        "Fighting between Armenian and Azerbaijani forces broke out near Jermuk on September 13, 2022.",
        [("ASSAULT", "", "ARM+AZE", "ARM+AZE", "2022-09-13", "2022-09-13", "jermuk", "background", None)],
    ),
    (
        "Clashes broke out between Azerbaijan and Armenia along the border on Wednesday.",
        [
            (
                "ASSAULT",
                "",
                "ARM+AZE",
                "ARM+AZE",
                "2023-09-20",
                "2023-09-20",
                "armenia_azerbaijan_border",
                "reported",
                None,
            ),
        ],
    ),
    (
        "Armenia and Azerbaijan exchanged prisoners on Monday.",
        [("RETREAT", "release", "ARM+AZE", "ARM+AZE", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "Putin and Erdogan discussed Nagorno-Karabakh in Sochi on Monday.",
        [("CONSULT", "", "RUS+TUR", "RUS+TUR", "2023-09-18", "2023-09-18", "sochi", "reported", None)],
    ),
    (
        "Mirzoyan met Bayramov in Tirana on Thursday.",
        [("CONSULT", "visit", "ARM+AZE", "ARM+AZE", "2023-09-21", "2023-09-21", "tirana", "reported", None)],
    ),
    (
        "The leaders of Russia, Armenia and Azerbaijan held a trilateral meeting in Moscow on Tuesday.",
        [
            (
                "CONSULT",
                "multilateral",
                "ARM+AZE+RUS",
                "ARM+AZE+RUS",
                "2023-09-19",
                "2023-09-19",
                "moscow",
                "reported",
                None,
            ),
        ],
    ),
    (
        "Macron and Pashinyan held a telephone conversation on Wednesday.",
        [("CONSULT", "phone", "ARM+FRA", "ARM+FRA", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    (
        "Negotiations between Baku and Yerevan resumed in Washington on Monday.",
        [("CONSULT", "", "ARM+AZE", "ARM+AZE", "2023-09-18", "2023-09-18", "washington", "reported", None)],
    ),
    (
        "Heavy fighting between Azerbaijani and Karabakh forces continued near Martuni on Wednesday.",
        [("ASSAULT", "", "AZE+NKR", "AZE+NKR", "2023-09-20", "2023-09-20", "khojavend", "reported", None)],
    ),
    (
        "A ceasefire between Armenia and Azerbaijan came into force on Wednesday.",
        [("RETREAT", "ceasefire", "ARM+AZE", "ARM+AZE", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    # mediators
    (
        "Armenia and Azerbaijan agreed on a Russian-brokered ceasefire on Wednesday.",
        [("CONCEDE", "ceasefire", "ARM+AZE", "ARM+AZE", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    (
        "Talks between Armenia and Azerbaijan, mediated by the European Union, were held in Brussels on Monday.",
        [("CONSULT", "", "ARM+AZE", "ARM+AZE", "2023-09-18", "2023-09-18", "brussels", "reported", None)],
    ),
    (
        "Under the mediation of Russia, Armenia and Azerbaijan exchanged 40 prisoners on Monday.",
        [("RETREAT", "release", "ARM+AZE", "ARM+AZE", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "Armenia and Azerbaijan agreed to a ceasefire brokered by Russia on Thursday.",
        [("CONCEDE", "ceasefire", "ARM+AZE", "ARM+AZE", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "A Russian-brokered truce between Armenia and Azerbaijan took effect on Wednesday.",
        [("RETREAT", "ceasefire", "ARM+AZE", "ARM+AZE", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    (
        "Russia mediated between Armenia and Azerbaijan on Monday.",
        [("CONSULT", "third-party", "RUS", "ARM+AZE", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "Charles Michel hosted Pashinyan and Aliyev in Brussels on Monday.",
        [
            (
                "CONSULT",
                "visit",
                "ARM+AZE+EU",
                "ARM+AZE+EU",
                "2023-09-18",
                "2023-09-18",
                "brussels",
                "reported",
                None,
            ),
        ],
    ),
    # the two sides
    (
        "Armenia and Azerbaijan are at odds over the corridor. Both sides held talks in Tbilisi on Tuesday.",
        [("CONSULT", "", "ARM+AZE", "ARM+AZE", "2023-09-19", "2023-09-19", "tbilisi", "reported", None)],
    ),
    # pronouns
    (
        "Pashinyan addressed the nation on Thursday. He accused Azerbaijan of ethnic cleansing.",
        [("ACCUSE", "allege", "ARM", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Mirzoyan met Bayramov in Washington on Tuesday, and they agreed to continue the talks.",
        [
            ("CONSULT", "visit", "ARM+AZE", "ARM+AZE", "2023-09-19", "2023-09-19", "washington", "reported", None),
            ("AGREE", "", "ARM+AZE", "ARM+AZE", "2023-09-19", "2023-09-19", "", "reported", None),
        ],
    ),
    (
        "Charles Michel said that he had met Aliyev in Brussels on Monday.",
        [("CONSULT", "visit", "AZE+EU", "AZE+EU", "2023-09-18", "2023-09-18", "brussels", "reported", None)],
    ),
    (
        "Aliyev spoke on television on Wednesday. He thanked Turkey for its support.",
        [("SUPPORT", "", "AZE", "TUR", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Pashinyan said that he had met Putin in Moscow on Tuesday.",
        [("CONSULT", "visit", "ARM+RUS", "ARM+RUS", "2023-09-19", "2023-09-19", "moscow", "reported", None)],
    ),
    (
        "Macron called Pashinyan on Wednesday and promised him aid.",
        [
            ("CONSULT", "phone", "ARM+FRA", "ARM+FRA", "2023-09-20", "2023-09-20", "", "reported", None),
            ("AGREE", "", "FRA", "ARM", "2023-09-20", "2023-09-20", "", "reported", None),
        ],
    ),
    (
        "Aliyev received the Turkish minister in Baku on Monday. He told him that the war was over.",
        [("CONSULT", "visit", "AZE+TUR", "AZE+TUR", "2023-09-18", "2023-09-18", "baku", "reported", None)],
    ),
    # relative clauses
    (
        "Iran, which borders both countries, warned Azerbaijan against changing the borders.",
        [("THREATEN", "", "IRN", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "The soldiers who were captured by Azerbaijan on Tuesday were released on Thursday.",
        [
            ("ASSAULT", "", "AZE", "The soldiers", "2023-09-19", "2023-09-19", "", "reported", None),
            ("RETREAT", "release", "", "The soldiers", "2023-09-21", "2023-09-21", "", "reported", None),
        ],
    ),
    (
        "Azerbaijan, whose troops entered Stepanakert on Wednesday, denied the accusation.",
        [("REJECT", "", "AZE", "", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Azerbaijan, which shelled Stepanakert on Tuesday, was condemned by France.",
        [
            (
                "ASSAULT",
                "heavy-weapons",
                "AZE",
                "NKR",
                "2023-09-19",
                "2023-09-19",
                "stepanakert",
                "reported",
                None,
            ),
            ("ACCUSE", "disapprove", "FRA", "AZE", "2023-09-22", "2023-09-22", "", "reported", None),
        ],
    ),
    (
        "Pashinyan, who visited Tehran on Monday, thanked Iran for its position.",
        [
            ("CONSULT", "visit", "ARM+IRN", "ARM+IRN", "2023-09-18", "2023-09-18", "tehran", "reported", None),
            ("SUPPORT", "", "ARM", "IRN", "2023-09-22", "2023-09-22", "", "reported", None),
        ],
    ),
    # participles
    (
        "Speaking in Yerevan, Mirzoyan accused Azerbaijan of genocide.",
        [("ACCUSE", "allege", "ARM", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Accusing Azerbaijan of aggression, Pashinyan appealed to the United Nations on Tuesday.",
        [
            ("ACCUSE", "allege", "ARM", "AZE", "2023-09-22", "2023-09-22", "", "reported", None),
            ("REQUEST", "", "ARM", "UN", "2023-09-19", "2023-09-19", "", "reported", None),
        ],
    ),
    (
        "Armenian units withdrew from Jermuk on Wednesday, leaving behind two tanks.",
        [("RETREAT", "withdraw", "ARM", "", "2023-09-20", "2023-09-20", "jermuk", "reported", None)],
    ),
    # attribution and claims
    (
        "Azerbaijani forces shelled Sotk on Thursday, the Armenian Defense Ministry said.",
        [("ASSAULT", "heavy-weapons", "AZE", "ARM", "2023-09-21", "2023-09-21", "sotk", "claimed", None)],
    ),
    (
        "Azerbaijan said that its forces had begun an operation in Karabakh on Tuesday.",
        [("ASSAULT", "", "AZE", "NKR", "2023-09-19", "2023-09-19", "nagorno_karabakh", "reported", None)],
    ),
    (
        "Armenia alleged that Azerbaijan had shelled Sotk on Thursday.",
        [
            ("ACCUSE", "allege", "ARM", "AZE", "2023-09-22", "2023-09-22", "", "reported", None),
            ("ASSAULT", "heavy-weapons", "AZE", "ARM", "2023-09-21", "2023-09-21", "sotk", "claimed", None),
        ],
    ),
    (
        "The Kremlin said that Putin had spoken with Pashinyan by phone on Wednesday.",
        [("CONSULT", "phone", "ARM+RUS", "ARM+RUS", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    (
        "The Azerbaijani Defense Ministry said that its troops had destroyed three Armenian tanks on Tuesday.",
        [("ASSAULT", "", "AZE", "ARM", "2023-09-19", "2023-09-19", "", "claimed", None)],
    ),
    (
        "Stepanakert said that Azerbaijani troops had fired on farmers near Askeran on Monday.",
        [("ASSAULT", "firearms", "AZE", "farmers", "2023-09-18", "2023-09-18", "askeran", "claimed", None)],
    ),
    (
        '"Azerbaijan has attacked Jermuk," Pashinyan said on Wednesday.',
        [("ASSAULT", "", "AZE", "ARM", "2023-09-20", "2023-09-20", "jermuk", "claimed", None)],
    ),
    (
        "Armenia's army shelled Azerbaijani positions on Monday, according to Azerbaijan's Defense Ministry.",
        [("ASSAULT", "heavy-weapons", "ARM", "AZE", "2023-09-18", "2023-09-18", "", "claimed", None)],
    ),
    # planned
    (
        "The European Union plans to send monitors to the Armenian border in October.",
        [("AGREE", "", "EU", "ARM", "2023-10-01", "2023-10-31", "", "planned", None)],
    ),
    (
        "Russia is to withdraw its peacekeepers from Karabakh in 2025.",
        [("SANCTION", "withdraw", "RUS", "NKR", "2025-01-01", "2025-12-31", "", "planned", None)],
    ),
    (
        "Lavrov is expected to visit Baku on Monday.",
        [("AGREE", "", "RUS", "AZE", "2023-09-25", "2023-09-25", "baku", "planned", None)],
    ),
    (
        "France will send military equipment to Armenia in October.",
        [("AGREE", "", "FRA", "ARM", "2023-10-01", "2023-10-31", "", "planned", None)],
    ),
    (
        "Azerbaijan pledged to grant Armenians full rights.",
        [("AGREE", "", "AZE", "ARM", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Armenia is ready to sign a peace treaty with Azerbaijan.",
        [("AGREE", "", "ARM", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Russia will supply Armenia with weapons, Lavrov said.",
        [("AGREE", "", "RUS", "ARM", "", "", "", "planned", None)],
    ),
    # denied
    ("Azerbaijan denied that its forces had shelled Stepanakert on Tuesday.", []),
    (
        "Armenian troops did not open fire on Thursday, the Defense Ministry in Yerevan said.",
        [("ASSAULT", "firearms", "ARM", "", "2023-09-21", "2023-09-21", "", "denied", None)],
    ),
    (
        "Russia did not send weapons to Azerbaijan, the Kremlin said.",
        [("REJECT", "", "RUS", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "No Azerbaijani soldier crossed the border on Thursday, Baku said.",
        [("ASSAULT", "", "AZE", "", "2023-09-21", "2023-09-21", "", "denied", None)],
    ),
    # refusals
    (
        "Aliyev refused to meet Pashinyan in Granada.",
        [("REJECT", "", "AZE", "ARM", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Moscow declined to send more peacekeepers to Karabakh.",
        [("REJECT", "", "RUS", "", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Azerbaijan cannot release the prisoners, a diplomat in Baku told reporters.",
        [("REJECT", "", "AZE", "the prisoners", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Azerbaijan refused to release the prisoners.",
        [("REJECT", "", "AZE", "the prisoners", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Aliyev rejected a meeting with Pashinyan.",
        [("REJECT", "", "AZE", "ARM", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Azerbaijan cancelled the talks with Armenia on Thursday.",
        [("REJECT", "", "AZE", "ARM", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    # hypothetical
    ("If Azerbaijan attacks Syunik, Iran could send troops to the border.", []),
    ("Whether Armenia shelled Kalbajar is not known.", []),
    ("Azerbaijan would attack Armenia only in self-defence.", []),
    ("The government fears that Azerbaijan may attack Goris.", []),
    ("If Armenia signs the treaty, Azerbaijan may open the border.", []),
    ("Analysts warn that Azerbaijan could attack Armenia next year.", []),
    ("Should Azerbaijan attack, Iran might intervene.", []),
    ("It is unclear whether Azerbaijan will withdraw its troops.", []),
    # demands
    (
        "Mirzoyan said that Azerbaijan must release all prisoners.",
        [("REQUEST", "", "ARM", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Macron demanded that Azerbaijan lift the blockade of the Lachin corridor.",
        [("REQUEST", "", "FRA", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "The UN Security Council called for an immediate ceasefire in Karabakh.",
        [("REQUEST", "", "UN", "", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    # background
    (
        "In 1994, Armenia and Azerbaijan signed a ceasefire agreement in Bishkek.",
        [
            (
                "CONCEDE",
                "ceasefire",
                "ARM+AZE",
                "ARM+AZE",
                "1994-01-01",
                "1994-12-31",
                "bishkek",
                "background",
                None,
            ),
        ],
    ),
    (
        "The two countries fought a war over Karabakh in the early 1990s, when Armenia and Azerbaijan "
        "became independent.",
        [
            (
                "ASSAULT",
                "",
                "ARM+AZE",
                "ARM+AZE",
                "1990-01-01",
                "1993-04-30",
                "nagorno_karabakh",
                "background",
                None,
            ),
        ],
    ),
    (
        "Russia deployed peacekeepers to Nagorno-Karabakh in November 2020.",
        [("AID", "", "RUS", "NKR", "2020-11-01", "2020-11-30", "nagorno_karabakh", "background", None)],
    ),
    (
        "Since the war of 2020, Azerbaijan has released 120 Armenian prisoners.",
        [
            ("ASSAULT", "", "ARM+AZE", "ARM+AZE", "2020-01-01", "2020-12-31", "", "background", None),
            ("RETREAT", "release", "AZE", "ARM", "", "", "", "reported", None),
        ],
    ),
    (
        "The war between Armenia and Azerbaijan began on September 27, 2020.",
        [("ASSAULT", "", "ARM+AZE", "ARM+AZE", "2020-09-27", "2020-09-27", "", "background", None)],
    ),
    (
        "In 2020, Turkey supplied Azerbaijan with drones.",
        [("AID", "", "TUR", "AZE", "2020-01-01", "2020-12-31", "", "background", None)],
    ),
    (
        "Pashinyan and Aliyev had met in Brussels in May 2022.",
        [("CONSULT", "visit", "ARM+AZE", "ARM+AZE", "2022-05-01", "2022-05-31", "brussels", "background", None)],
    ),
    (
        "Armenian forces occupied Kalbajar in April 1993.",
        [("ASSAULT", "", "ARM", "AZE", "1993-04-01", "1993-04-30", "kalbajar", "background", None)],
    ),
    # turned around: suspended, lifted, given back
    (
        "Azerbaijan suspended its military operation in Karabakh on Wednesday.",
        [("RETREAT", "ceasefire", "AZE", "NKR", "2023-09-20", "2023-09-20", "nagorno_karabakh", "reported", None)],
    ),
    (
        "Azerbaijan lifted the blockade of the Lachin corridor on Monday.",
        [("RETREAT", "access", "AZE", "", "2023-09-18", "2023-09-18", "lachin_corridor", "reported", None)],
    ),
    (
        "Armenia suspended its participation in the talks with Azerbaijan.",
        [("SANCTION", "discontinue", "ARM", "AZE", "", "", "", "reported", None)],
    ),
    (
        "The separatist forces in Karabakh laid down their arms on Wednesday.",
        [("RETREAT", "disarm", "NKR", "", "2023-09-20", "2023-09-20", "nagorno_karabakh", "reported", None)],
    ),
    (
        "Samvel Shahramanyan resigned on Thursday.",
        [("RETREAT", "resign", "NKR", "", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "Azerbaijan announced the start of a military operation in Nagorno-Karabakh on Tuesday.",
        [("ASSAULT", "", "AZE", "NKR", "2023-09-19", "2023-09-19", "nagorno_karabakh", "reported", None)],
    ),
    (
        "Azerbaijan stopped its operation in Nagorno-Karabakh on Wednesday.",
        [("RETREAT", "ceasefire", "AZE", "NKR", "2023-09-20", "2023-09-20", "nagorno_karabakh", "reported", None)],
    ),
    (
        "Azerbaijan released 15 Armenian prisoners on Monday.",
        [("RETREAT", "release", "AZE", "ARM", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "Armenian forces withdrew from Kalbajar in November 2020.",
        [("RETREAT", "withdraw", "ARM", "AZE", "2020-11-01", "2020-11-30", "kalbajar", "background", None)],
    ),
    # tolls
    (
        "Eleven servicemen and one civilian were killed in clashes on the border on Tuesday.",
        [("ASSAULT", "", "", "Eleven servicemen+one civilian", "2023-09-19", "2023-09-19", "", "reported", 12)],
    ),
    (
        "Dozens of civilians were killed in Azerbaijani shelling of Stepanakert on Tuesday.",
        [("ASSAULT", "heavy-weapons", "AZE", "NKR", "2023-09-19", "2023-09-19", "stepanakert", "reported", None)],
    ),
    (
        "An Azerbaijani drone strike killed two Armenian soldiers and wounded seven near Sotk on Monday.",
        [("ASSAULT", "aerial", "AZE", "ARM", "2023-09-18", "2023-09-18", "sotk", "reported", 2)],
    ),
    (
        "The shelling of Barda on Tuesday left 21 people dead.",
        [("ASSAULT", "heavy-weapons", "", "AZE", "2023-09-19", "2023-09-19", "barda", "reported", 21)],
    ),
    (
        "Two hundred soldiers died in the fighting near Martakert on Wednesday.",
        [("ASSAULT", "", "", "Two hundred soldiers", "2023-09-20", "2023-09-20", "martakert", "reported", 200)],
    ),
    (
        "Azerbaijan said that 192 of its soldiers had been killed in the operation in Karabakh.",
        [("ASSAULT", "", "", "AZE", "", "", "nagorno_karabakh", "claimed", 192)],
    ),
    (
        "Nobody was killed in the shelling of Tovuz on Monday.",
        [("ASSAULT", "heavy-weapons", "", "AZE", "2023-09-18", "2023-09-18", "tovuz", "reported", None)],
    ),
    (
        "More than 200 Armenian soldiers were killed by Azerbaijani troops near Jermuk on Monday.",
        [("ASSAULT", "", "AZE", "ARM", "2023-09-18", "2023-09-18", "jermuk", "reported", 200)],
    ),
    (
        "One Armenian soldier was killed and two were wounded by Azerbaijani gunfire on Monday.",
        [("ASSAULT", "firearms", "AZE", "ARM", "2023-09-18", "2023-09-18", "", "reported", 1)],
    ),
    (
        "Azerbaijani forces killed 1,200 people in Karabakh on Tuesday, Pashinyan claimed.",
        [("ASSAULT", "", "AZE", "NKR", "2023-09-19", "2023-09-19", "nagorno_karabakh", "claimed", 1200)],
    ),
    (
        "Scores of Armenian soldiers were killed by Azerbaijani artillery on Monday.",
        [("ASSAULT", "", "AZE", "ARM", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "Azerbaijani drones attacked an Armenian convoy near Goris on Monday, killing four soldiers and "
        "wounding dozens.",
        [("ASSAULT", "aerial", "AZE", "ARM", "2023-09-18", "2023-09-18", "goris", "reported", 4)],
    ),
    # other types
    (
        "Thousands of people rallied in Yerevan on Wednesday against Pashinyan.",
        [("PROTEST", "demo", "ARM", "ARM", "2023-09-20", "2023-09-20", "yerevan", "reported", None)],
    ),
    (
        "Armenia recalled its ambassador from Minsk on Monday.",
        [("SANCTION", "withdraw", "ARM", "BLR", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "Iran expelled four Azerbaijani diplomats on Tuesday.",
        [("SANCTION", "expel", "IRN", "AZE", "2023-09-19", "2023-09-19", "", "reported", None)],
    ),
    (
        "Azerbaijan handed over the bodies of five soldiers to Armenia on Monday.",
        [("RETREAT", "return", "AZE", "ARM", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "Armenia returned four villages in Gazakh to Azerbaijan on Monday.",
        [("RETREAT", "return", "ARM", "AZE", "2023-09-18", "2023-09-18", "gazakh", "reported", None)],
    ),
    (
        "Pope Francis prayed for peace in Karabakh and expressed condolences to Armenia.",
        [("SUPPORT", "", "VAT", "ARM", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "A court in Baku sentenced Vagif Khachatryan to 15 years in prison on Tuesday.",
        [("SANCTION", "convict", "AZE", "NKR", "2023-09-19", "2023-09-19", "", "reported", None)],
    ),
    (
        "Armenia declared martial law and a general mobilisation on Tuesday.",
        [
            ("MOBILIZE", "", "ARM", "", "2023-09-19", "2023-09-19", "", "reported", None),
            ("COERCE", "restrict", "ARM", "", "2023-09-19", "2023-09-19", "", "reported", None),
        ],
    ),
    (
        "Armenia filed a lawsuit against Azerbaijan at the International Court of Justice on Thursday.",
        [("ACCUSE", "investigate", "ARM", "AZE", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "Russian peacekeepers evacuated 5,000 residents from Martakert on Wednesday.",
        [("AID", "", "RUS", "CIV", "2023-09-20", "2023-09-20", "martakert", "reported", None)],
    ),
    (
        "Azerbaijan shot down an Armenian drone near Lachin on Wednesday.",
        [("ASSAULT", "heavy-weapons", "AZE", "ARM", "2023-09-20", "2023-09-20", "lachin", "reported", None)],
    ),
    (
        "Ilham Aliyev received a delegation of the Council of Europe in Baku on Monday.",
        [("CONSULT", "visit", "AZE+IGO", "AZE+IGO", "2023-09-18", "2023-09-18", "baku", "reported", None)],
    ),
    ("The foreign ministers of Armenia and Azerbaijan did not attend.", []),
    ("The weather in Stepanakert was cold on Monday.", []),
    (
        "Germany froze aid to Azerbaijan on Wednesday.",
        [("SANCTION", "discontinue", "DEU", "AZE", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    (
        "Aliyev warned Armenia on Wednesday against new provocations.",
        [("THREATEN", "", "AZE", "ARM", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    (
        "Baku issued an ultimatum to the Karabakh authorities on Tuesday.",
        [("THREATEN", "", "AZE", "NKR", "2023-09-19", "2023-09-19", "", "reported", None)],
    ),
    ("The two brothers were born in Ganja in 1975.", []),
    ("Armenia's economy grew by seven percent in the first half of the year.", []),
    # longer sentences
    (
        "Azerbaijan's Defense Ministry said on Thursday that Armenian forces had fired mortars at its "
        "positions in the Kalbajar district, wounding one serviceman.",
        [
            (
                "ASSAULT",
                "heavy-weapons",
                "ARM",
                "AZE",
                "2023-09-21",
                "2023-09-21",
                "kalbajar_district",
                "claimed",
                None,
            ),
        ],
    ),
    (
        "Two Armenian servicemen were killed and three others were wounded when Azerbaijani troops shelled "
        "their positions near the border village of Sotk on Wednesday.",
        [("ASSAULT", "heavy-weapons", "AZE", "ARM", "2023-09-20", "2023-09-20", "sotk", "reported", 2)],
    ),
    (
        "The foreign ministers of Armenia and Azerbaijan, who met in Washington in May, are expected to "
        "hold new talks in Arlington next week.",
        [
            (
                "CONSULT",
                "visit",
                "ARM+AZE",
                "ARM+AZE",
                "2023-05-01",
                "2023-05-31",
                "washington",
                "background",
                None,
            ),
            ("AGREE", "", "ARM+AZE", "ARM+AZE", "2023-09-25", "2023-10-01", "arlington", "planned", None),
        ],
    ),
    (
        "Secretary of State Antony Blinken urged President Ilham Aliyev in a phone call on Tuesday to halt "
        "the military operation in Nagorno-Karabakh.",
        [("REQUEST", "", "USA", "AZE", "2023-09-19", "2023-09-19", "", "reported", None)],
    ),
    (
        "After the talks in Yevlakh, the Azerbaijani presidential aide Hikmet Hajiyev said that Baku would "
        "provide fuel and food to the residents of Karabakh.",
        [("AGREE", "", "AZE", "NKR", "", "", "", "planned", None)],
    ),
    (
        "Thousands of Armenians marched through Yerevan on Wednesday evening to demand that Pashinyan "
        "resign over his handling of the crisis.",
        [("PROTEST", "demo", "ARM", "", "2023-09-20", "2023-09-20", "yerevan", "reported", None)],
    ),
    (
        "Russia's Foreign Ministry rejected Yerevan's criticism on Thursday and said that the peacekeepers "
        "would stay in Karabakh.",
        [("REJECT", "", "RUS", "ARM", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "Six Russian peacekeepers were killed on Wednesday when Azerbaijani soldiers opened fire on their "
        "car near the village of Janyatag.",
        [("ASSAULT", "firearms", "AZE", "RUS", "2023-09-20", "2023-09-20", "janyatag", "reported", 6)],
    ),
    (
        "In a joint statement on Tuesday, Germany and France called on Azerbaijan to end the offensive and "
        "to return to the negotiations.",
        [("REQUEST", "", "DEU+FRA", "AZE", "2023-09-19", "2023-09-19", "", "reported", None)],
    ),
    (
        "Dozens of Armenian soldiers were killed or wounded by Azerbaijani artillery fire near Vardenis on "
        "Tuesday.",
        [("ASSAULT", "heavy-weapons", "AZE", "ARM", "2023-09-19", "2023-09-19", "vardenis", "reported", None)],
    ),
    (
        "Pashinyan denied on Wednesday that Armenia had taken part in drafting the ceasefire agreement.",
        [("REJECT", "", "ARM", "", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    (
        "Yerevan and Baku exchanged prisoners of war on Monday with the mediation of Georgia.",
        [("RETREAT", "release", "ARM+AZE", "ARM+AZE", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "Norway allocated two million dollars in humanitarian aid to Armenia on Thursday.",
        [("AID", "", "NOR", "ARM", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "Baku warned Yerevan on Thursday that any provocation would be met with force.",
        [("THREATEN", "", "AZE", "ARM", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "Belgium appealed to Baku on Thursday to release the detained leaders of Nagorno-Karabakh.",
        [("REQUEST", "", "BEL", "AZE", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "The Netherlands condemned on Wednesday the military operation launched by Azerbaijan in "
        "Nagorno-Karabakh on September 19.",
        [
            ("ACCUSE", "disapprove", "NLD", "AZE", "2023-09-20", "2023-09-20", "", "reported", None),
            ("ASSAULT", "", "AZE", "NKR", "2023-09-19", "2023-09-19", "nagorno_karabakh", "reported", None),
        ],
    ),
    (
        "A spokesman for the Armenian government said on Friday that Yerevan had not received any proposal "
        "from Baku.",
        [],
    ),
    ("Neither Armenia nor Azerbaijan commented on the reports.", []),
    (
        "The Russian peacekeeping contingent reported on Thursday that it had recorded five violations of "
        "the ceasefire near Martuni.",
        [],
    ),
    (
        "Shelling of the town of Goris by Azerbaijani forces resumed on Thursday morning, the mayor's "
        "office said.",
        [("ASSAULT", "heavy-weapons", "AZE", "ARM", "2023-09-21", "2023-09-21", "goris", "reported", None)],
    ),
    (
        "The Armenian Security Council discussed the situation on the border at a meeting chaired by "
        "Pashinyan on Tuesday.",
        [("CONSULT", "", "ARM", "ARM", "2023-09-19", "2023-09-19", "", "reported", None)],
    ),
    (
        "Negotiations on the peace treaty between Armenia and Azerbaijan broke down on Thursday.",
        [("REJECT", "", "ARM+AZE", "ARM+AZE", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "The Armenian parliament speaker Alen Simonyan refused to shake hands with the Azerbaijani "
        "delegation in Ankara.",
        [("REJECT", "", "ARM", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Azerbaijani forces captured three Armenian soldiers near Khtsaberd on Wednesday.",
        [("ASSAULT", "", "AZE", "ARM", "2023-09-20", "2023-09-20", "khtsaberd", "reported", None)],
    ),
    (
        "Yerevan has recalled its ambassador from Moscow for consultations.",
        [("SANCTION", "withdraw", "ARM", "RUS", "", "", "", "reported", None)],
    ),
    (
        "Azerbaijan's parliament approved the treaty with Turkey on Monday.",
        [("SUPPORT", "", "AZE", "TUR", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    (
        "Armenia's ombudsman said that five civilians had been wounded by Azerbaijani shelling in Vardenis "
        "on Tuesday.",
        [("ASSAULT", "heavy-weapons", "AZE", "CIV", "2023-09-19", "2023-09-19", "vardenis", "claimed", None)],
    ),
    (
        "Erdogan promised Aliyev military support if Armenia attacked.",
        [("AGREE", "", "TUR", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Canada imposed an arms embargo on Turkey in April 2021.",
        [("SANCTION", "", "CAN", "TUR", "2021-04-01", "2021-04-30", "", "background", None)],
    ),
    (
        "Hikmet Hajiyev dismissed the accusations of ethnic cleansing as groundless on Thursday.",
        [("REJECT", "", "AZE", "", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "Azerbaijan freed the Armenian captives Vagif Khachatryan and two students on Thursday after talks "
        "with Yerevan.",
        [("RETREAT", "release", "AZE", "NKR", "2023-09-21", "2023-09-21", "", "reported", None)],
    ),
    (
        "The two foreign ministers agreed in Almaty on Monday to begin the demarcation of the border.",
        [
            (
                "AGREE",
                "",
                "The two foreign ministers",
                "The two foreign ministers",
                "2023-09-18",
                "2023-09-18",
                "almaty",
                "reported",
                None,
            ),
        ],
    ),
    (
        "Armenia must hand over the enclaves, Aliyev told parliament on Wednesday.",
        [("REQUEST", "", "AZE", "ARM", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    (
        "Kazakhstan hosted talks between the Armenian and Azerbaijani foreign ministers in Almaty on Monday.",
        [("CONSULT", "third-party", "KAZ", "ARM+AZE", "2023-09-18", "2023-09-18", "almaty", "reported", None)],
    ),
    # "there was", "there will be", "there is no"
    (
        "There was a clash between Azerbaijani and Armenian troops near Goris on Tuesday.",
        [("ASSAULT", "", "ARM+AZE", "ARM+AZE", "2023-09-19", "2023-09-19", "goris", "reported", None)],
    ),
    (
        "There will be a summit of Pashinyan and Aliyev in Prague.",
        [("AGREE", "", "ARM+AZE", "ARM+AZE", "", "", "prague", "planned", None)],
    ),
    # named only as what came before: with no day of the clause that names it
    (
        "Pashinyan met Aliyev on Monday after the recent clashes on the Armenian-Azerbaijani border.",
        [
            ("CONSULT", "visit", "ARM+AZE", "ARM+AZE", "2023-09-18", "2023-09-18", "", "reported", None),
            ("ASSAULT", "", "ARM+AZE", "ARM+AZE", "", "", "armenia_azerbaijan_border", "background", None),
        ],
    ),
    (
        "Armenia and Azerbaijan agreed to a truce on Monday after border clashes that left 12 soldiers dead.",
        [
            ("CONCEDE", "ceasefire", "ARM+AZE", "ARM+AZE", "2023-09-18", "2023-09-18", "", "reported", None),
            ("ASSAULT", "", "ARM+AZE", "ARM+AZE", "", "", "", "background", 12),
        ],
    ),
    # a place in the attacker's own state is held by the other side, where the article names both
    (
        "Armenia called up reservists. Azerbaijan shelled the town of Hadrut on Monday.",
        [
            ("MOBILIZE", "", "ARM", "", "", "", "", "reported", None),
            ("ASSAULT", "heavy-weapons", "AZE", "ARM", "2023-09-18", "2023-09-18", "hadrut", "reported", None),
        ],
    ),
    # "both sides" of a fight are not the two who talked last
    (
        "Armenia and Azerbaijan are neighbours. Putin telephoned Erdogan on Tuesday. Fighting broke out in the region "
        "on Monday, with both sides bringing up artillery.",
        [
            ("CONSULT", "phone", "RUS+TUR", "RUS+TUR", "2023-09-19", "2023-09-19", "", "reported", None),
            ("ASSAULT", "", "ARM+AZE", "ARM+AZE", "2023-09-18", "2023-09-18", "", "reported", None),
            ("MOBILIZE", "", "ARM+AZE", "", "2023-09-18", "2023-09-18", "", "reported", None),
        ],
    ),
    # the dead of a fight that has two sides, with the days by which the fight is called
    (
        "Armenia and Azerbaijan are neighbours. Some 30,000 people were killed in the war of 1988-1994.",
        [("ASSAULT", "", "ARM+AZE", "ARM+AZE", "1988-01-01", "1994-12-31", "", "background", 30000)],
    ),
    (
        "Armenia and Azerbaijan are neighbours. Two soldiers were killed in clashes in Syria on Tuesday.",
        [("ASSAULT", "", "", "Two soldiers", "2023-09-19", "2023-09-19", "syria", "reported", 2)],
    ),
    # a day behind the parties of a signing is the signing's
    (
        "Turkey signed a protocol with Russia on Wednesday.",
        [("SUPPORT", "", "RUS+TUR", "RUS+TUR", "2023-09-20", "2023-09-20", "", "reported", None)],
    ),
    # told as something before the news: of no day
    (
        "Blinken welcomed the recent meeting between Aliyev and Pashinyan in Tbilisi.",
        [
            ("SUPPORT", "", "USA", "ARM+AZE", "2023-09-22", "2023-09-22", "", "reported", None),
            ("CONSULT", "", "ARM+AZE", "ARM+AZE", "", "", "tbilisi", "reported", None),
        ],
    ),
    # who speaks at talks takes part in them
    (
        "Lavrov told reporters after talks with Mirzoyan in Yerevan that the railway would open.",
        [("CONSULT", "", "ARM+RUS", "ARM+RUS", "2023-09-22", "2023-09-22", "yerevan", "reported", None)],
    ),
    (
        "During a phone call with Aliyev, Blinken urged restraint.",
        [
            ("CONSULT", "phone", "AZE+USA", "AZE+USA", "2023-09-22", "2023-09-22", "", "reported", None),
            ("REQUEST", "", "USA", "AZE", "2023-09-22", "2023-09-22", "", "reported", None),
        ],
    ),
    # what came of the end of a state
    (
        "After the breakup of the Soviet Union, war broke out between Armenia and Azerbaijan.",
        [("ASSAULT", "", "ARM+AZE", "ARM+AZE", "", "", "", "background", None)],
    ),
    # a list before the verb that is not its subject
    (
        "The treaty signed by the presidents of Georgia, Russia and Armenia on Monday will help the railway.",
        [("SUPPORT", "", "ARM+GEO+RUS", "ARM+GEO+RUS", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    # a negation that is the event, and one that is not
    (
        "Iran will not tolerate any change of the border by Azerbaijan.",
        [("THREATEN", "", "IRN", "AZE", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "Baku did not rule out talks with Yerevan on Monday.",
        [("AGREE", "", "AZE", "ARM", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    ("If Iran does not tolerate the presence of Azerbaijan, nothing changes.", []),
    # what is taken from the other side, though the map gives it to the taker's state
    (
        "Azerbaijan captured the town of Hadrut on Monday, a newspaper in Armenia wrote.",
        [("ASSAULT", "", "AZE", "ARM", "2023-09-18", "2023-09-18", "hadrut", "reported", None)],
    ),
    # headlines
    (
        "Three Armenian soldiers killed near Goris on Tuesday",
        [("ASSAULT", "", "", "ARM", "2023-09-19", "2023-09-19", "goris", "reported", 3)],
    ),
    (
        "Lavrov, Bayramov discuss trade in Baku",
        [("CONSULT", "", "AZE+RUS", "AZE+RUS", "2023-09-22", "2023-09-22", "baku", "reported", None)],
    ),
    # an office before its holder
    (
        "Azerbaijan held consultations with Foreign Minister of Iran Hossein Amir-Abdollahian on Monday.",
        [("CONSULT", "", "AZE+IRN", "AZE+IRN", "2023-09-18", "2023-09-18", "", "reported", None)],
    ),
    ("An Armenian conscript shot himself near Goris, the ministry said.", []),
    # what need not be
    ("Peace must be built so as to allow for a genuine dialogue between Armenia and Azerbaijan, Macron said.", []),
    ("The possibility of talks between Armenia and Azerbaijan is small.", []),
    # who joins in, and whose word a date is
    (
        "France condemned the offensive launched by Azerbaijan on Tuesday, calling for talks.",
        [
            ("ACCUSE", "disapprove", "FRA", "AZE", "2023-09-22", "2023-09-22", "", "reported", None),
            ("ASSAULT", "", "AZE", "", "2023-09-19", "2023-09-19", "", "reported", None),
            ("REQUEST", "", "FRA", "", "2023-09-22", "2023-09-22", "", "reported", None),
        ],
    ),
    (
        "Iran asked Armenia to keep the agreement of 9 November 2020.",
        [("REQUEST", "", "IRN", "ARM", "2023-09-22", "2023-09-22", "", "reported", None)],
    ),
    (
        "The war began in 1988, when Armenia made claims against Azerbaijan.",
        [
            ("ASSAULT", "", "ARM+AZE", "ARM+AZE", "1988-01-01", "1988-12-31", "", "background", None),
            ("ACCUSE", "investigate", "ARM", "AZE", "1988-01-01", "1988-12-31", "", "background", None),
        ],
    ),
    (
        "Azerbaijani forces broke the truce and killed two Armenian soldiers near Goris on Tuesday.",
        [("ASSAULT", "", "AZE", "ARM", "2023-09-19", "2023-09-19", "goris", "reported", 2)],
    ),
    (
        "The European Union condemns the attack of Azerbaijan. We call on Azerbaijan to halt its operation.",
        [
            ("ACCUSE", "disapprove", "EU", "AZE", "2023-09-22", "2023-09-22", "", "reported", None),
            ("ASSAULT", "", "AZE", "", "", "", "", "background", None),
            ("REQUEST", "", "EU", "AZE", "2023-09-22", "2023-09-22", "", "reported", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentence(text, expected):
    assert [outcome(e) for e in events(text)] == expected


LONG_BACK = [
    "After the collapse of the USSR, war broke out between Armenia and Azerbaijan.",
    "During the first Karabakh war, Azerbaijani troops shelled Stepanakert.",
    "After the April war, clashes broke out between Armenian and Azerbaijani troops.",
    "Following the Bishkek Protocol, Armenian forces attacked Azerbaijan.",
    "After the 44-day war, Azerbaijani soldiers attacked a village in Armenia.",
    "After the Velvet Revolution, Azerbaijan shelled Armenia.",
]
OF_LATE = [
    "After the nine-month blockade, Azerbaijani troops shelled Stepanakert.",
    "Since the collapse of the USSR, Azerbaijani troops have shelled Armenia.",
    "After the meeting, Azerbaijani troops shelled Stepanakert.",
    "Azerbaijani troops shelled a museum of the first Karabakh war in Armenia.",
    "Following the local anti-terrorist operation, Azerbaijani troops attacked Armenia.",
    "With heavy guns, Azerbaijani troops shelled Stepanakert.",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*((t, "background") for t in LONG_BACK), *((t, "reported") for t in OF_LATE)]
)
def test_what_is_told_beside_a_landmark_long_back_is_background(text, expected):
    assert [(e.type, e.status) for e in events(text)] == [("ASSAULT", expected)]


TOLD_AGAIN: list[tuple[str, list[tuple[object, ...]]]] = [
    (
        "Macron expressed hope that the railway to Meghri will soon open. The weather was fine. President Emmanuel "
        "Macron expressed hope that the railway to Meghri will open.",
        [
            ("SUPPORT", "", "FRA", "", "2023-09-22", "2023-09-22", "", "reported", None, (2,)),
        ],
    ),
    (
        "Azerbaijani forces shelled Stepanakert on Tuesday. The shelling of the city by Azerbaijani forces "
        "killed five people.",
        [
            (
                "ASSAULT",
                "heavy-weapons",
                "AZE",
                "NKR",
                "2023-09-19",
                "2023-09-19",
                "stepanakert",
                "reported",
                5,
                (1,),
            ),
        ],
    ),
    (
        "Pashinyan and Aliyev met in Brussels on Monday. The meeting of Pashinyan and Aliyev lasted four hours.",
        [
            (
                "CONSULT",
                "visit",
                "ARM+AZE",
                "ARM+AZE",
                "2023-09-18",
                "2023-09-18",
                "brussels",
                "reported",
                None,
                (1,),
            ),
        ],
    ),
    (
        "Azerbaijani artillery shelled Stepanakert on Tuesday. Two days later the schools are still "
        "closed. Five people were killed when Azerbaijani artillery shelled Stepanakert on Tuesday.",
        [
            (
                "ASSAULT",
                "heavy-weapons",
                "AZE",
                "NKR",
                "2023-09-19",
                "2023-09-19",
                "stepanakert",
                "reported",
                5,
                (2,),
            ),
        ],
    ),
    (
        "Mirzoyan met Bayramov in Tirana on Thursday. It rained. Bayramov met Mirzoyan in Tirana on "
        "Thursday for two hours.",
        [("CONSULT", "visit", "ARM+AZE", "ARM+AZE", "2023-09-21", "2023-09-21", "tirana", "reported", None, (2,))],
    ),
    (
        "Putin telephoned Pashinyan on Wednesday. Pashinyan and Putin discussed the ceasefire in a phone "
        "call on Wednesday.",
        [("CONSULT", "phone", "ARM+RUS", "ARM+RUS", "2023-09-20", "2023-09-20", "", "reported", None, (1,))],
    ),
    (
        "Armenia and Azerbaijan agreed to a ceasefire on Wednesday. The ceasefire between Armenia and "
        "Azerbaijan was announced on Wednesday.",
        [("CONCEDE", "ceasefire", "ARM+AZE", "ARM+AZE", "2023-09-20", "2023-09-20", "", "reported", None, (1,))],
    ),
    (
        "Azerbaijani forces shelled Sotk on Monday. Azerbaijani forces shelled Jermuk on Wednesday.",
        [
            ("ASSAULT", "heavy-weapons", "AZE", "ARM", "2023-09-18", "2023-09-18", "sotk", "reported", None, ()),
            ("ASSAULT", "heavy-weapons", "AZE", "ARM", "2023-09-20", "2023-09-20", "jermuk", "reported", None, ()),
        ],
    ),
    (
        "Armenian forces attacked Azerbaijani posts on Tuesday. Azerbaijani forces attacked Armenian posts on Tuesday.",
        [
            ("ASSAULT", "", "ARM", "AZE", "2023-09-19", "2023-09-19", "", "reported", None, ()),
            ("ASSAULT", "", "AZE", "ARM", "2023-09-19", "2023-09-19", "", "reported", None, ()),
        ],
    ),
    (
        "Sergey Lavrov met Jeyhun Bayramov in Baku on Tuesday. They discussed trade, the Kremlin said.",
        [("CONSULT", "visit", "AZE+RUS", "AZE+RUS", "2023-09-19", "2023-09-19", "baku", "reported", None, (1,))],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_AGAIN)
def test_an_event_told_again_is_one_row_with_the_other_sentences(text, expected):
    assert [(*outcome(e), e.other_sentences) for e in events(text)] == expected


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        ("Armenia and Azerbaijan agreed to a ceasefire brokered by Russia on Thursday.", ["RUS"]),
        ("Armenia and Azerbaijan agreed to a ceasefire on Thursday.", [""]),
        ("Armenia and Azerbaijan agreed on a Russian-brokered ceasefire on Wednesday.", ["RUS"]),
        ("Armenia and Azerbaijan held US-brokered talks in Arlington on Monday.", ["USA"]),
        (
            "Armenia and Azerbaijan, mediated by the European Union, agreed on Monday to exchange prisoners.",
            ["EU"],
        ),
        (
            "Talks mediated by Charles Michel between Pashinyan and Aliyev took place in Brussels on Monday.",
            ["EU"],
        ),
        ("Under the mediation of Russia, Armenia and Azerbaijan exchanged 40 prisoners on Monday.", ["RUS"]),
    ],
)
def test_a_mediator_is_neither_source_nor_target(text, mediators):
    found = events(text)
    assert [joined(e, "mediator") for e in found] == mediators
    assert [(joined(e, "source"), joined(e, "target")) for e in found] == [("ARM+AZE", "ARM+AZE")]


@pytest.mark.parametrize(
    ("text", "speaker", "status"),
    [
        ("Azerbaijani forces shelled Sotk on Thursday.", "", "reported"),
        ("Azerbaijani forces shelled Sotk on Thursday, the Armenian Defense Ministry said.", "arm_mod", "claimed"),
        ("The Armenian Defense Ministry said Azerbaijani forces shelled Sotk on Monday.", "arm_mod", "claimed"),
        ("The Azerbaijani side claims that Armenian troops shelled Aghdam on Monday.", "azerbaijan", "claimed"),
        ("According to Baku, Armenian troops fired at Azerbaijani posts on Thursday.", "azerbaijan", "claimed"),
        ("According to the Kremlin, Putin and Macron discussed the situation in Karabakh.", "russia", "reported"),
        ("Azerbaijan said that its forces had begun an operation in Karabakh.", "azerbaijan", "reported"),
        (
            "Azerbaijani forces shelled Sotk on Thursday, the Armenian Defense Ministry said, Interfax reports.",
            "arm_mod",
            "claimed",
        ),
        (
            "Azerbaijani forces shelled Sotk, Interfax quoted the Armenian Defense Ministry as saying.",
            "arm_mod",
            "claimed",
        ),
        (
            "According to figures published by the Armenian Defense Ministry, Azerbaijani forces shelled Sotk.",
            "arm_mod",
            "claimed",
        ),
    ],
)
def test_who_says_so(text, speaker, status):
    assert [(e.attributed_to, e.status) for e in events(text)] == [(speaker, status)]


SHELLED = "Azerbaijani artillery shelled Sotk on Thursday"


@pytest.mark.parametrize(
    ("text", "killed", "injured", "words"),
    [
        (f"{SHELLED}, killing three soldiers and wounding seven.", 3, 7, "killing three soldiers; wounding seven"),
        (f"{SHELLED}, killing two hundred soldiers.", 200, None, "killing two hundred soldiers"),
        (
            f"{SHELLED}, killing several civilians and wounding 1,200 soldiers.",
            None,
            1200,
            "killing several civilians; wounding 1,200 soldiers",
        ),
        (f"{SHELLED} without killing anybody.", None, None, ""),
        (
            "Dozens of Armenian soldiers were killed by Azerbaijani artillery on Monday.",
            None,
            None,
            "Dozens of Armenian soldiers were killed",
        ),
        (
            "At least five people were killed and dozens injured when a mine exploded near Fuzuli.",
            5,
            None,
            "five people were killed; dozens injured",
        ),
    ],
)
def test_tolls(text, killed, injured, words):
    assert [(e.killed, e.injured, e.toll_text) for e in events(text)] == [(killed, injured, words)]


def test_words_are_where_the_event_says():
    text = "Azerbaijan accused Armenia of lies on Monday. France supported Armenia on Tuesday."
    assert [(e.sentence, text[e.start : e.end], e.trigger) for e in events(text)] == [
        (0, "accused", "accused"),
        (1, "supported", "supported"),
    ]
    for event in events(text):
        assert [text[p.start : p.end] for p in event.parties] == [p.text for p in event.parties]


def test_a_party_in_no_dictionary_keeps_its_words():
    (event,) = events("The beekeepers of the valley thanked Pashinyan in Yerevan on Thursday.")
    assert [(p.role, p.actor_id, p.country, p.text) for p in event.parties] == [
        ("source", None, "", "The beekeepers of the valley"),
        ("target", "pashinyan", "ARM", "Pashinyan"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t",
        ".",
        "Armenia. Azerbaijan. Nikol Pashinyan. Ilham Aliyev. Stepanakert. Baku.",
        "Armenia Azerbaijan Russia Turkey Iran Georgia",
        "The and of in on to.",
        "@@#" * 50,
        "".join(map(chr, range(32))),
        "\ufeff\u200b\u00ad\u2028\u202e",
    ],
)
def test_no_event_where_nothing_is_told(text):
    assert events(text) == ()


@pytest.mark.parametrize(
    ("text", "indexes"),
    [
        ("Baku shelled Goris. The sky was blue. They MET again.", (0, 2)),
        ("The sky was blue.", ()),
        ("", ()),
        ("\u0130zmir slept. Baku shelled Goris.", (1,)),  # its small letter is longer
    ],
)
def test_sentences_that_may_hold_an_event(text, indexes):
    assert coding.sentences_to_parse(document(text), LEXICON) == indexes


def test_nothing_parsed_nothing_coded():
    made = document("Baku shelled Goris.")
    assert coding.code(made, published_on(DAY), (), (), {}, LEXICON) == ((), ())


@pytest.mark.parametrize(
    ("text", "uncoded"),
    [
        ("The sky was blue. If Armenia attacks Azerbaijan, the war will return.", (1,)),
        ("If a state attacks Azerbaijan, the war will return.", ()),  # one party
        ("Armenia and Azerbaijan are small.", ()),  # no word of violence
    ],
)
def test_fighting_between_two_that_is_not_coded_is_listed(text, uncoded):
    coded = pipeline.code(Article("x", text, published=DAY, published_basis="metadata"), LEXICON)
    assert (coded.events, coded.uncoded) == ((), uncoded)


FACT = ("ACCUSE", "disapprove", "FRA", "AZE", "2023-09-20", "2023-09-20", "", "reported", None)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert('shelled')</script> @@# France condemned Azerbaijan on Wednesday.",
        "@@# %%% France condemned Azerbaijan on Wednesday. @@#",
        "\x01\x02 France condemned Azerbaijan\x07 on Wednesday.\x1b[31m",
    ],
)
def test_hostile_text_around_a_fact(text):
    assert [outcome(e) for e in events(text)] == [FACT]


def test_signs_between_words():
    """Signs that end or open no sentence and no bracket leave the fact as it is; none of the others raises."""
    found = {
        sign: [outcome(e) for e in events(f"France {sign} condemned {sign} Azerbaijan {sign} on Wednesday {sign}")]
        for sign in string.punctuation
    }
    plain = "\"#$%&'*_~"
    assert {sign: found[sign] for sign in plain} == dict.fromkeys(plain, [FACT])


def test_glued_sentences_are_read_apart():
    text = (
        "Fighting went on in the enclave.France condemned Azerbaijan on Wednesday.Iran sent aid to Armenia."
        "Turkey praised Azerbaijan on Monday."
    )
    assert ("ACCUSE", "FRA", "AZE") in [(e.type, joined(e, "source"), joined(e, "target")) for e in events(text)]
    assert ("SUPPORT", "TUR", "AZE") in [(e.type, joined(e, "source"), joined(e, "target")) for e in events(text)]


CHAIN = "Azerbaijani forces shelled Stepanakert and Armenia condemned the attack while Russia called for calm and "


def seconds(text: str) -> float:
    before = time.process_time()
    pipeline.code(Article("x", text, published=DAY, published_basis="metadata"), LEXICON)
    return time.process_time() - before


@pytest.mark.parametrize("ends", ["", "enclave."], ids=["no full stop", "glued"])
def test_time_grows_with_length(ends):
    """A sentence of 500 and one of 2,000 words; what is loaded once is loaded before."""

    def text(words: int) -> str:
        return (CHAIN + ends) * (words // len(CHAIN.split()))

    seconds(text(100))
    assert seconds(text(2000)) < 8 * max(seconds(text(500)), 0.02)


def test_a_thousand_words_without_a_full_stop_are_coded():
    assert {"ASSAULT", "ACCUSE", "REQUEST"} <= {e.type for e in events(CHAIN * 60)}
