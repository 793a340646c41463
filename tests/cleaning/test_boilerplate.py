"""What is cut from a scraped text, and what never is."""

from __future__ import annotations

import re
import time

import pytest

from contactline.cleaning import boilerplate
from contactline.lexicon import load

LEXICON = load()

BODY = (
    "The two ministers met in the capital on Monday and spoke for three hours about the border and the road.\n"
    "They agreed that the commission would meet again next week, and that the checkpoint would be opened.\n"
    "Residents of the villages said that shots had been heard at night, but nobody was hurt.\n"
    "Officials of the two sides blamed each other for the shots, as they had done after each of the others.\n"
)


def kept(text: str, title: str = "") -> list[str]:
    """The lines that are left."""
    for cut in reversed(boilerplate.find(text, title, LEXICON)):
        text = text[: cut.start] + text[cut.end :]
    return [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("row", LEXICON.rows("boilerplate"), ids=lambda row: row["#line"])
def test_each_row_matches_its_example(row: dict[str, str]) -> None:
    assert row["scope"] in {"line", "list", "link", "tail", "byline"}
    assert re.fullmatch(row["pattern"], row["example"], re.IGNORECASE)


CUT = [
    ("Skip to content\n" + BODY, []),
    ("Home\nWorld\nPolitics\nSport\nCulture\n" + BODY, []),
    (BODY + "Subscribe\n* indicates required\n", []),
    (BODY + "Also Read: Two presidents meet in the spring\n", []),
    (BODY + "###\n", []),
    ("By Jane Doe\n" + BODY, []),
    ("By Jane Doe, 4 October 2020\n" + BODY, ["By Jane Doe, 4 October 2020"]),
    ("Topics:\n* One thing\n* Another thing\n\n" + BODY, []),
    ("Topics:\n" + BODY, ["Topics:"]),
    (
        BODY
        + "Related articles\nFar away, a minister resigned on Friday after a dispute about the price of bread.\n",
        [],
    ),
    (BODY + "Elsewhere: a storm at sea\nKey developments: * A ship sank * A harbour closed * Three…\n", []),
    (BODY + "Ad slot\nAd slot\nAd slot\n", []),
    (BODY + "Contact\nJobs\nPress\nImprint here\n", []),
    (BODY + "Also read\nA minister resigns over bread\nA storm closes a harbour\n", []),
    (BODY + "  • Share on Facebook\n  • 360p | 15.2MB\n", []),
    (BODY + "Поделиться:\nՀետևեք մեզ\n", []),
    (BODY + "By Jane Doe\nBy John Roe\n", []),
    ("Home » News » Politics\nHY RU EN\n" + BODY, []),
    (BODY + "Leave a Reply Cancel reply\nComment *\nName *\n" + "Another headline of the day\n" * 2, []),
    (BODY + BODY.split("\n")[1] + "\n", []),
    ("PRESS RELEASE\n12:41,\n" + BODY, []),
    ("Facebook icon\narrow-right\n" + BODY, []),
    ("This is a machine translation of the Russian text.\n" + BODY, []),
    (BODY + "— Ministry of Roads (@roads_example) May 12, 2031\npic.twitter.com/example\n", []),
    ("From: Press Office <press@example.org>\nTo: all@example.org\n" + BODY, []),
    (BODY + "Kind regards,\nAnn Lee\nPress officer\nTel.: +1 555 0100\n", []),
    ("World\nA. Petrosyan/AFP via Getty Images\n" + BODY, []),
]


@pytest.mark.parametrize(("text", "left"), CUT)
def test_noise_goes_and_the_body_stays(text: str, left: list[str]) -> None:
    body = BODY.strip().split("\n")

    assert sorted(kept(text)) == sorted([*body, *left])


def test_a_headline_of_four_words_under_a_menu_stays() -> None:
    assert (
        kept("Home\nPolitics\nContact us\nRoad opened to buses\nBy Jane Doe\n" + BODY)[0] == "Road opened to buses"
    )


def test_a_short_article_loses_the_form_under_it() -> None:
    body = BODY.split("\n")[0]

    assert kept(f"{body}\n\nLeave a Reply\n\nYour email address will not be published.\n") == [body]


def test_a_link_between_paragraphs_takes_its_headline_with_it() -> None:
    first, second, *_ = BODY.split("\n")

    assert kept(f"{first}\nRead also\nA minister resigns over bread\n{second}\n") == [first, second]
    assert kept(f"{first}\nRead also\n{second}\n") == [first, second]


GOES_ON = (
    "The ministers said that the border commission and the checkpoint were the first steps, and that the villages "
    "would have a road.\n"
)


@pytest.mark.parametrize(
    "box",
    [
        "Related articles\n",
        "More stories\nA storm closes a harbour\nA minister resigns over bread\n",
        "Read more\n",
    ],
)
def test_the_article_goes_on_behind_a_box(box: str) -> None:
    assert kept(BODY + box + GOES_ON) == [*BODY.strip().split("\n"), GOES_ON.strip()]


def test_a_text_in_another_script_stays() -> None:
    text = "Նախարարները հանդիպեցին երեկ\nՆրանք խոսեցին սահմանի մասին\nRelated to this in English\n"

    assert kept(text) == text.strip().split("\n")


SCRAPED = """Skip to main content
Accessibility links
Live
Regions
Opinion
Search
Two Ministers Meet Over The Border
October 04, 2020 15:02 GMT
By Jane Doe
Share
Print
Image source, The Agency
Image caption, The checkpoint on the road
{body}
SEE ALSO: A Village That Two Armies Watch
The code has been copied to your clipboard.
No media source currently available
0:00 0:02:31
The talks will go on in the spring, the ministries said in a joint statement.
Views: 1 204
Related Topics
Armenia
Azerbaijan
More on this story
A storm closes a harbour
Published 3 October
© 2020 The Paper. The Paper is not responsible for the content of external sites.
"""


def test_a_scraped_page_keeps_its_headline_date_and_body() -> None:
    assert kept(SCRAPED.format(body=BODY.strip())) == [
        "Two Ministers Meet Over The Border",
        "October 04, 2020 15:02 GMT",
        *BODY.strip().split("\n"),
        "The talks will go on in the spring, the ministries said in a joint statement.",
    ]


STAYS = [
    "From: the village to the checkpoint it is a day's walk, the residents said.",
    "The statement was translated by the ministry, and its spokesman read it to the deputies.",
    "The ministry said in a statement (@mod) that it had opened the road, and nobody was hurt.",
    "Share prices fell after the attack on the pipeline, and the ministry called the companies to a meeting.",
    "Home to 120,000 people, the region was cut off for months.",
    "By Monday the troops had left the town.",
    "News of the ceasefire spread fast.",
    "Published reports of losses differ, the two ministries said on Sunday in statements of their own.",
    "More on this in the evening, the spokesman said.",
    "A heading between the parts",
    "Topics of the talks were the border and the road.",
    "Armenia says the road is closed | Reuters",
    "Breaking news: the two armies clash near the bridge",
    "Latest from the border: the road is open again",
    "Reporting by the observers was slow, the ministry said.",
    "Written by hand, the letter asked for the release of the two men.",
    "Cookies and warm clothes were sent to the villages on the border.",
    "Source: troops are moved to the border from both sides",
    "Comments by the president were not welcome in the capital, where a crowd had gathered by noon.",
]


@pytest.mark.parametrize("line", STAYS)
def test_a_line_of_the_article_stays(line: str) -> None:
    text = f"{BODY}{line}\n{BODY.replace('the ', 'these ')}"

    assert kept(text).count(line) == 1


HEADLINES = [
    "By land and by air, the two armies rearm",
    "By force if necessary, the minister says",
    "Border guards report new shots / Reuters",
    "Source: troops withdraw from the bridge",
    "Published in the capital: a new map of the border",
    "Region: three villages under fire",
    "Updated: the two armies clash again",
    "Terms of use of the road agreed",
    "Share of the valley returned to its farmers",
    "Comments by the envoy anger the capital",
    "Latest: three hurt on the border",
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_that_begins_like_noise_stays(headline: str) -> None:
    assert kept(f"{headline}\n{BODY}")[0] == headline


WRAPPED = """The road was opened again on Friday after long talks led
by Russian peacekeepers and by officers of the two armies
published reports of new shots were denied by the ministry
read more as a threat than as a promise to the people who
share the valley with soldiers
"""


def test_a_line_inside_a_hard_wrapped_paragraph_stays() -> None:
    assert kept(WRAPPED + "\nBy Jane Doe\n\n" + WRAPPED) == [*WRAPPED.splitlines(), *WRAPPED.splitlines()]


def test_the_title_stays_whatever_it_looks_like() -> None:
    assert kept("Breaking news\n" + BODY, title="Breaking News")[0] == "Breaking news"


def test_a_tail_heading_early_in_a_long_article_cuts_only_itself_at_most() -> None:
    later = [f"On day {n} of the talks, {line}" for n in (2, 3) for line in BODY.strip().split("\n")]
    text = BODY + "Latest news\n" + "\n".join(later)

    assert {*BODY.strip().split("\n"), *later} <= set(kept(text))


@pytest.mark.parametrize(
    "words",
    [
        "A",
        "A ",
        "email ",
        "by A ",
        "share on facebook ",
        "Reporting by A ",
        "news ",
        "en ",
        "1 ",
        "/",
        "AFP/",
        "cookies ",
    ],
)
def test_a_line_that_almost_matches_costs_no_time(words: str) -> None:
    began = time.process_time()
    boilerplate.find(f"{(words * 400)[:398]}§\n{BODY}", "", LEXICON)

    assert time.process_time() - began < 1


def test_a_text_of_one_line_is_left_alone() -> None:
    assert boilerplate.find("Subscribe", "", LEXICON) == ()
