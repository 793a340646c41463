"""An exported story in TimelineJS itself, drawn in a real browser: what a reader of the slides sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pytest
from made_exports import exported
from playwright.sync_api import Browser, Page, Route, expect

from contactline.views import export
from contactline.views.export_files import About

pytestmark = pytest.mark.browser

TIMELINEJS = Path(__file__).with_name("timelinejs")
SITE = "http://story.test/"
INDEX = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="timeline.css"><script src="timeline.js"></script>
<div id="story" style="height:600px"></div>
<script>
fetch("story.json").then(answer => answer.json()).then(story => {
  window.story = new TL.Timeline("story", story, {font: null, script_path: "/", hash_bookmark: false})
})
</script>"""


@dataclass
class Story:
    """A drawn story: its page, and what it asked for beyond its own site."""

    page: Page
    elsewhere: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def events(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Story:
    return drawn(browser, export.flat(exported(tmp_path_factory.mktemp("t")), "events"))


@pytest.fixture(scope="module")
def incidents(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Story:
    return drawn(browser, export.flat(exported(tmp_path_factory.mktemp("t")), "incidents"))


def drawn(browser: Browser, frame: pd.DataFrame) -> Story:
    """The rows as a story that TimelineJS has drawn."""
    files = {
        "": INDEX.encode(),
        "story.json": export.render(frame, "timelinejs", About("what was asked for")),
        **{path.name: path.read_bytes() for path in TIMELINEJS.iterdir()},
    }
    kinds = {"": "text/html", "json": "application/json", "js": "text/javascript", "css": "text/css"}
    found = Story(browser.new_page(viewport={"width": 1200, "height": 700}))

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(SITE)
        if name in files:
            kind = kinds.get(name.rpartition(".")[2], "text/plain")
            route.fulfill(body=files[name], content_type=f"{kind}; charset=utf-8")
        else:
            if not route.request.url.startswith(SITE):
                found.elsewhere.append(route.request.url)
            route.fulfill(status=404)

    found.page.route("**/*", answer)
    found.page.goto(SITE)
    expect(found.page.locator(".tl-slide").first).to_be_attached()
    return found


def slides(story: Story) -> list[list[str]]:
    """The lines of each slide, the first the one before the events."""
    texts = story.page.locator(".tl-slide").evaluate_all("all => all.map(slide => slide.innerText)")
    return [[line for line in text.split("\n") if line.strip()] for text in texts]


CLAIM = [
    "4 Oct 2020",
    "“- Guns fell silent in town; then =SUM(1) fell.”",
    "claimed by one side · The <b>Times · 5 Oct 2020",
]


def test_a_slide_an_event_that_has_a_date_the_others_are_counted(events: Story) -> None:
    first, *others = slides(events)

    assert first[:2] == ["Contact Line", "what was asked for"]
    assert first[2].startswith(
        "3 of 4 are shown. Without a date, and so not shown: 1. Claims are those of their speakers"
    )
    assert [slide[:2] for slide in others] == [
        ["Aid · Iran", "2019–2020, day not known"],
        ["Talks", "Oct 2020, day not known"],
        ["Attack or fighting · Shusha / Shushi (claimed by one side)", "4 Oct 2020"],
    ]


def test_a_claim_is_marked_as_one_on_its_slide(events: Story) -> None:
    *_, claim = slides(events)

    assert claim == ["Attack or fighting · Shusha / Shushi (claimed by one side)", *CLAIM, "The article"]


def test_incidents_have_text_and_claims_are_marked(incidents: Story) -> None:
    first, claim, _ = slides(incidents)

    assert first[2].startswith("2 of 4 are shown. Without a date, and so not shown: 2.")
    assert claim == ["Attack (claimed by one side)", *CLAIM[:2], f"{CLAIM[2]} · publishers: 1"]


def test_what_an_article_says_is_no_markup_and_only_web_addresses_are_links(events: Story) -> None:
    text = events.page.locator(".tl-text-content-container")

    assert text.locator("b, script, img").count() == 0
    links = text.locator(".tl-text-content a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert links == ["https://example.org/a?x=1&y=2"] * 2


def test_each_event_has_its_mark_on_the_time_line(events: Story) -> None:
    assert events.page.locator(".tl-timemarker").count() == 3
    groups = events.page.locator(".tl-timegroup").all_inner_texts()
    assert sorted(groups) == ["material conflict", "material cooperation", "verbal cooperation"]


def test_nothing_is_asked_for_elsewhere(events: Story, incidents: Story) -> None:
    assert events.elsewhere + incidents.elsewhere == []
