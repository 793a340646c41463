"""The real server in a real browser: links opened cold, clicks, and no request to anywhere else."""

from __future__ import annotations

import json
import re
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import made_hostile
import pandas as pd
import pytest
from chromium import settled, visiting
from dashboards import PAGES, prepare
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect
from servers import serving

from contactline.charts import bins, strip
from contactline.lexicon import load
from contactline.tables import freshness

pytestmark = pytest.mark.browser

RUSSIA = "actor=Russia+(all)&background=false"


@pytest.fixture
def address(five_served: str) -> str:
    return five_served


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with visiting(browser) as page:
        yield page


@pytest.fixture
def trusting(browser: Browser) -> Iterator[Page]:
    """A browser that does not heed the server's policy: what keeps it from asking elsewhere is the page alone."""
    with visiting(browser, trusting=True) as page:
        yield page


def chips(page: Page) -> list[str]:
    """The words of the chips under the heading."""
    found = page.locator('[class*="st-key-_chip_"] [data-testid="stMarkdownContainer"]')
    return list(dict.fromkeys(found.all_inner_texts()))  # a button with help stands twice, once for phones


def refused(page: Page) -> set[str]:
    """What the policy refused, but for the one script inside Streamlit's own page (app/headers.py)."""
    found: list[str] = page.refused  # type: ignore[attr-defined]
    return set(found) - {"script-src-elem inline"}


def elsewhere(page: Page) -> set[str]:
    """Addresses that are not the server's."""
    asked: list[str] = page.asked  # type: ignore[attr-defined]
    own = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
    return {url for url in asked if not url.startswith(own)}


def opens_with_its_filters(page: Page, address: str, name: str) -> None:
    """Open a page by a link with filters: it has them, and asks nobody else for anything."""
    page.goto(f"{address}/{'' if name == 'overview' else name}?{RUSSIA}")
    expect(page.locator('[data-testid="stSidebar"]')).to_contain_text("Russia (all)")
    settled(page)

    if name not in ("method", "add", "changes"):
        assert chips(page) == ["Russia (all)", "without background history"]
    assert page.locator('[data-testid="stException"]').all_inner_texts() == []
    assert RUSSIA.split("&")[1] in page.url
    assert (elsewhere(page), refused(page)) == (set(), set())


@pytest.mark.parametrize("name", PAGES)
def test_a_link_opens_with_its_filters_and_asks_nobody_else(name: str, address: str, page: Page) -> None:
    opens_with_its_filters(page, address, name)


@pytest.mark.parametrize("name", ["overview", "map", "add"])
def test_a_link_is_the_first_that_a_server_is_asked(
    name: str, five: dict[str, str], page: Page, tmp_path: Path
) -> None:
    with serving(five, tmp_path / "server.log") as address:
        opens_with_its_filters(page, address, name)


def test_a_reload_shows_the_same_view(address: str, page: Page) -> None:
    page.goto(f"{address}/timeline?{RUSSIA}&dates=2023-09-19&dates=2023-09-21")
    settled(page)
    before = page.locator("h1").first.inner_text()
    page.reload()
    settled(page)

    assert page.locator("h1").first.inner_text() == before
    assert chips(page)[0] == "19–21 Sep 2023"


def test_a_day_set_by_hand_is_kept_and_the_events_follow(page: Page, tmp_path: Path) -> None:
    environment = prepare(tmp_path, "none")
    told = {"id": "undated", "text": "Azerbaijan shelled the town of Goris on Tuesday, killing three people."}
    (tmp_path / "articles" / "more.jsonl").write_text(json.dumps(told) + "\n", encoding="utf-8")
    environment |= {"CONTACTLINE_EDIT": "1", "CONTACTLINE_CORRECTIONS": str(tmp_path / "corrections.csv")}
    with serving(environment, tmp_path / "server.log") as address:
        page.goto(f"{address}/sources?article=undated")
        facts = page.locator('[data-testid="stMain"]')
        expect(facts).to_contain_text("a day that the text does not state")
        settled(page)
        page.get_by_role("button", name="Set the date").click()
        for part, figures in (("day", "13"), ("month", "05"), ("year", "2021")):
            page.get_by_role("spinbutton", name=f"{part}, Published on").press_sequentially(figures)
        page.get_by_role("button", name="Save").click()

        expect(facts).to_contain_text("13 May 2021")
        settled(page)
        assert page.locator('[data-testid="stException"]').all_inner_texts() == []
    assert ",article undated,day,2021-05-13," in (tmp_path / "corrections.csv").read_text()
    events = pd.concat(pd.read_parquet(p) for p in (tmp_path / "tables").rglob("events.parquet"))
    assert {str(day)[:10] for day in events["date_start"]} == {"2021-05-11"}


def test_an_event_that_is_put_right_shows_so_everywhere_until_it_is_undone(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "corrections.csv"
    environment = {**prepare(tmp_path, "one"), "CONTACTLINE_EDIT": "1", "CONTACTLINE_CORRECTIONS": str(file)}
    with serving(environment, tmp_path / "server.log") as address:
        page.goto(f"{address}/sources?q=shelled")
        settled(page)
        page.get_by_role("button", name="Correct", exact=True).click()
        page.get_by_label("Why, in a word").fill("the byline's day")
        page.keyboard.press("Enter")
        settled(page)
        page.get_by_label("Day", exact=True).fill("2021-05-08")
        page.keyboard.press("Enter")
        settled(page)
        page.get_by_role("button", name="Save", exact=True).click()
        note = page.get_by_text(
            "Corrected by a reader: Day (the program has: 11 May 2021). Why: the byline's day."
        )
        expect(note).to_be_visible()
        page.goto(f"{address}/verdicts?q=shelled")
        expect(page.locator(".st-key-correction_card")).to_contain_text("Event · Day · 8 May 2021 · applied")
        expect(page.locator(".st-key-verdict_card")).to_contain_text("8 May 2021")
        page.locator(".st-key-correction_card").get_by_role("button", name="Undo").click()
        expect(page.locator(".st-key-verdict_card")).to_contain_text("11 May 2021")
        settled(page)
        assert page.locator('[data-testid="stException"]').all_inner_texts() == []
    assert not file.exists()


def test_a_click_on_a_place_filters(address: str, page: Page) -> None:
    page.goto(address)
    settled(page)
    page.get_by_role("heading", name="Where").scroll_into_view_if_needed()
    page.locator(".st-key-top_place .bars .point path").first.click(force=True)
    settled(page)

    assert "place=Nagorno-Karabakh" in page.url
    assert chips(page) == ["Nagorno-Karabakh / Artsakh"]


def test_a_click_on_an_event_shows_its_sentence_and_another_its_article(address: str, page: Page) -> None:
    page.goto(f"{address}/sources?type=Talks")
    settled(page)
    card = page.locator(".st-key-sources_card")
    expect(card.locator("blockquote mark").first).to_be_visible()  # all of the page is drawn
    page.locator(".st-key-sources_rows canvas").first.click(position={"x": 240, "y": 55}, force=True)
    settled(page)
    expect(card.locator("blockquote mark").first).to_be_visible()
    words = card.locator("blockquote mark").first.inner_text()
    card.get_by_text("Read it in the article").click()
    settled(page)

    assert "event=" in page.url
    expect(page.get_by_text("Back to the lists")).to_be_visible()
    expect(page.locator("mark", has_text=words).first).to_be_visible()


def test_an_event_is_opened_from_any_page_and_the_filters_stay(address: str, page: Page) -> None:
    page.goto(f"{address}/timeline?by=week+by+week&{RUSSIA}")
    settled(page)
    page.get_by_text("Read it in the article").click()
    page.wait_for_url("**/sources?**event=**")
    settled(page)
    assert "actor=Russia" in page.url

    page.get_by_text("Back to the lists").click()
    expect(page.locator("h1").first).to_contain_text("articles")
    settled(page)
    assert chips(page) == ["Russia (all)", "without background history"]
    page.get_by_text("Read it in the article").click()
    page.wait_for_url("**event=**")
    page.reload()
    expect(page.get_by_text("Back to the lists")).to_be_visible()
    assert "actor=Russia" in page.url


@pytest.mark.parametrize(
    "keys",
    [
        ("20230919", "Tab", "20230925", "Tab"),
        ("20230919", "Tab", "20230925", "Enter"),
        ("20230919", "Enter", "20230925", "Enter"),
    ],
    ids=" ".join,
)
def test_days_are_typed(address: str, page: Page, keys: tuple[str, ...]) -> None:
    page.goto(f"{address}/sources")
    settled(page)
    page.locator(".st-key-dates").get_by_role("spinbutton").first.click()
    for key in keys:
        if key.isdigit():
            page.keyboard.type(key, delay=40)
        else:
            page.keyboard.press(key)
    page.wait_for_url("**dates=2023-09-19&dates=2023-09-25")
    settled(page)

    assert chips(page) == ["19–25 Sep 2023"]


def test_back_undoes_one_choice_after_another(address: str, page: Page) -> None:
    page.goto(f"{address}/sources")
    settled(page)
    page.locator(".st-key-actor input").first.click()
    page.keyboard.type("russia", delay=60)
    expect(page.get_by_role("option").first).to_contain_text("Russia (all)")
    page.keyboard.press("Enter")
    page.wait_for_url("**actor=**")
    page.keyboard.press("Escape")
    settled(page)
    page.locator(".st-key-_period").get_by_text("September 2023").click()
    page.wait_for_url("**dates=**")
    settled(page)
    page.get_by_role("link", name="Timeline").click()
    page.wait_for_url("**/timeline?**")
    settled(page)
    both = ["19–30 Sep 2023", "Russia (all)"]
    seen = [(page.url.partition("?")[0].rpartition("/")[2], chips(page))]
    for _ in range(3):
        page.go_back()
        settled(page)
        seen.append((page.url.partition("?")[0].rpartition("/")[2], chips(page)))
    page.go_forward()
    settled(page)

    assert seen == [("timeline", both), ("sources", both), ("sources", both[1:]), ("sources", [])]
    assert chips(page) == ["Russia (all)"]
    assert (elsewhere(page), refused(page)) == (set(), set())


def test_reset_takes_the_days_out_of_the_address(address: str, page: Page) -> None:
    page.goto(f"{address}/timeline?{RUSSIA}&dates=2023-09-19&dates=2023-09-21")
    settled(page)
    assert page.title().startswith("Timeline")
    page.locator('[data-testid="stMain"]').get_by_role("button", name="Clear all").click()
    expect(page.locator("h1").first).to_contain_text("in 5 articles")
    settled(page)

    assert "?" not in page.url


def test_arrow_keys_go_from_event_to_event(address: str, page: Page) -> None:
    page.goto(f"{address}/sources")
    settled(page)
    page.locator(".st-key-sources_rows canvas").first.click(position={"x": 240, "y": 55}, force=True)
    settled(page)
    card = page.locator(".st-key-sources_card")
    before = card.inner_text()
    page.keyboard.press("ArrowDown")
    settled(page)

    assert card.inner_text() != before
    expect(card.locator("mark").first).to_be_visible()


def test_a_heading_sorts_and_tab_passes_but_neither_opens_a_row(address: str, page: Page) -> None:
    page.goto(f"{address}/incidents")
    table = page.locator(".st-key-incident_rows canvas").first
    settled(page)
    table.click(position={"x": 60, "y": 15}, force=True)
    settled(page)
    assert "incident=" not in page.url

    page.locator(".st-key-cards input").focus()
    page.keyboard.press("Tab")  # the tools of the table, which are there once something in it has the focus
    for _ in range(8):
        if page.evaluate("document.activeElement.dataset.testid") == "data-grid-canvas":
            break
        page.keyboard.press("Tab")
    settled(page)
    assert "incident=" not in page.url
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**incident=**")


def test_by_keyboard_any_incident_of_the_list_can_be_opened(address: str, page: Page) -> None:
    page.goto(f"{address}/incidents")
    settled(page)
    page.locator(".st-key-cards input").focus()
    page.keyboard.press("Space")
    card = page.locator(".st-key-incident_cards button").nth(2)
    words = card.inner_text().split(" \N{MIDDLE DOT} ")[0]
    card.press("Enter")
    page.wait_for_url("**incident=**")

    expect(page.locator("h1").first).to_contain_text(words)


def test_on_paper_no_chart_is_wider_than_the_sheet_and_the_map_is_one_picture(address: str, page: Page) -> None:
    page.goto(address)
    page.locator(".js-plotly-plot .bars path").last.wait_for(state="attached")
    settled(page)
    widths = page.locator(".js-plotly-plot .main-svg").evaluate_all("all => all.map(one => one.clientWidth)")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    main = page.get_by_test_id("stMainBlockContainer")
    assert 600 < max(widths) * float(main.evaluate("one => getComputedStyle(one).zoom")) <= 701
    assert not page.locator('[data-testid="stSidebar"]').is_visible()

    page.emulate_media(media="screen")
    page.goto(f"{address}/map")
    page.locator('[data-testid="stDeckGlJsonChart"] canvas').last.wait_for()
    settled(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    canvases = page.locator('[data-testid="stDeckGlJsonChart"] canvas').filter(visible=True)
    assert canvases.evaluate_all("all => all.map(one => one.className)") == ["contactline-paper"]


def test_a_drag_over_time_chooses_days(address: str, page: Page) -> None:
    page.goto(f"{address}/timeline?dates=2020-09-27&dates=2021-09-27")
    settled(page)
    box = page.locator(".st-key-timeline_course_years .nsewdrag").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 30, steps=8)
    page.mouse.up()
    page.wait_for_url(re.compile("dates=2022"))

    first, last = (date.fromisoformat(day) for day in re.findall(r"dates=([0-9-]{10})", page.url))
    week = strip.width((date(2020, 9, 27), date(2023, 9, 20)))
    assert (bins.bin_of(first, week)[0], bins.bin_of(last, week)[1]) == (first, last)


def test_a_click_on_a_bar_gives_its_number(address: str, page: Page) -> None:
    page.goto(f"{address}/timeline?dates=2023-09-19&dates=2023-09-20")
    settled(page)
    bar = page.locator(".st-key-timeline_course .xy .bars .point path").first
    bar.scroll_into_view_if_needed()
    bar.hover(force=True)
    hover = page.locator(".st-key-timeline_course .hoverlayer text").first.text_content() or ""
    number = re.findall(r"2023(\d+) ", hover)[0]
    bar.click(force=True)
    page.wait_for_url("**type=**")

    expect(page.locator("h1").first).to_contain_text(f"{number} incident")
    assert "known=" in page.url and page.url.count("dates=") == 2


def test_a_click_on_a_square_lists_its_events_and_the_link_keeps_them(address: str, page: Page) -> None:
    page.goto(f"{address}/timeline")
    settled(page)
    square = page.locator(".st-key-timeline_course .xy2 .scatterlayer .points path").first
    square.scroll_into_view_if_needed()
    square.click(force=True)
    page.wait_for_url("**mark=**")
    heading = page.get_by_role("heading", name=re.compile(r": \d+ incidents?$"))
    expect(heading).to_be_visible()
    words = heading.inner_text()
    page.reload()

    expect(heading).to_have_text(words)
    page.get_by_role("button", name="Show all again").click()
    page.wait_for_url(lambda url: "mark=" not in url)


def play(page: Page, slider: str, button: str) -> Locator:
    """Play until the slider's value is another, then stop; the value. ``slider``, ``button``: their keys."""
    value = page.locator(f".st-key-{slider} [data-testid='stSliderThumbValue']")
    before = value.inner_text()
    page.locator(f".st-key-{button} button").click()
    expect(value).not_to_have_text(before)
    page.locator(f".st-key-{button} button").click()
    settled(page)
    return value


def test_the_timeline_s_weeks_play_and_the_step_is_in_the_link(address: str, page: Page) -> None:
    page.goto(f"{address}/timeline?by=month+by+month")
    settled(page)
    step = play(page, "step", "steps_button")
    page.wait_for_url("**step=**")
    after = step.inner_text()
    page.reload()

    expect(step).to_have_text(after)


def test_what_is_counted_is_in_the_link_and_goes_along(address: str, page: Page) -> None:
    page.goto(address)
    settled(page)
    expect(page.locator("h1").first).to_contain_text("incidents in 5 articles")
    page.get_by_role("radio", name="events").click()
    page.wait_for_url("**count=events**")
    expect(page.locator("h1").first).to_contain_text("events in 5 articles")
    page.get_by_role("link", name="Timeline").click()

    expect(page.locator("h1").first).to_contain_text("events in 5 articles")
    expect(page.locator(".st-key-timeline_course")).to_contain_text("Events per")


def click_map(page: Page, across: float, down: float) -> None:
    """Click on the map, at a share of its width and height."""
    map_ = page.get_by_test_id("stDeckGlJsonChart")
    map_.scroll_into_view_if_needed()
    box = map_.bounding_box()
    assert box
    spot = box["x"] + across * box["width"], box["y"] + down * box["height"]
    page.mouse.move(*spot)
    page.wait_for_timeout(500)  # what lies under the pointer is found a moment later
    page.mouse.click(*spot)


def test_a_click_on_the_map_filters_and_another_lets_go(address: str, page: Page) -> None:
    page.goto(f"{address}/map")
    settled(page)
    page.wait_for_timeout(3000)  # the map draws itself
    click_map(page, 0.5, 0.5)
    page.wait_for_url("**place=**")
    settled(page)
    assert chips(page) == ["Nagorno-Karabakh / Artsakh"]
    click_map(page, 0.5, 0.5)
    page.wait_for_url(lambda url: "place=" not in url)

    assert (elsewhere(page), refused(page)) == (set(), set())


def test_the_map_s_weeks_play(address: str, page: Page) -> None:
    page.goto(f"{address}/map?weekly=true")
    settled(page)
    play(page, "week", "play")

    page.locator(".st-key-only_week button").click()
    page.wait_for_url("**dates=**")
    assert "weekly=true" in page.url


def test_a_triangle_unfolds_a_country_and_the_address_says_so(address: str, page: Page) -> None:
    page.goto(f"{address}/actors")
    settled(page)
    frequency = page.locator(".st-key-actors_frequency")
    frequency.locator(".scatterlayer .points path").first.click(force=True)
    page.wait_for_url("**open=AZE**")
    expect(frequency.get_by_text("Azerbaijan itself")).to_be_visible()
    page.reload()

    expect(frequency.get_by_text("Azerbaijan itself")).to_be_visible()


def test_a_click_on_a_square_and_on_an_arrow_shows_the_events_of_a_pair(address: str, page: Page) -> None:
    page.goto(f"{address}/actors")
    settled(page)
    for figure, mark in (("matrix", ".points path"), ("network", ".scatterlayer .trace:nth-last-child(2) path")):
        chart = page.locator(f".st-key-actors_{figure}")
        chart.scroll_into_view_if_needed()
        chart.locator(mark).first.click(force=True)
        page.wait_for_url("**pair=**")
        expect(page.get_by_role("heading", name="\N{RIGHTWARDS ARROW}")).to_be_visible()
        page.get_by_text("Show all events again").click()
        page.wait_for_url(lambda url: "pair=" not in url)
        settled(page)


def test_a_node_shows_its_actor_s_card(address: str, page: Page) -> None:
    page.goto(f"{address}/actors")
    settled(page)
    network = page.locator(".st-key-actors_network")
    network.scroll_into_view_if_needed()
    network.locator(".scatterlayer .trace").last.locator("path").first.click(force=True)
    page.wait_for_url("**actor=**")

    expect(page.get_by_text("Named in the texts as")).to_be_visible()
    assert elsewhere(page) == set()


def test_a_chart_s_rows_and_pictures_are_taken_away_under_names_that_say_the_filter(
    address: str, page: Page
) -> None:
    page.goto(f"{address}/?{RUSSIA}")
    settled(page)
    offer = page.locator(".st-key-top_place_offer").get_by_role("button", name="Download")
    body = page.locator('[data-testid="stPopoverBody"]')
    for name, begins in (("CSV", b"\xef\xbb\xbfkey,name,number\n"), ("PNG", b"\x89PNG"), ("SVG", b"<svg")):
        if not body.is_visible():
            offer.press("Enter")
        with page.expect_download() as found:
            body.get_by_role("button", name=name, exact=True).press("Enter")
        assert found.value.suggested_filename == f"contactline_where-incidents_russia_no-background.{name.lower()}"
        assert Path(found.value.path()).read_bytes().startswith(begins)
        settled(page)  # a picture closes the offer
    assert elsewhere(page) == set()


def test_the_map_s_picture_is_what_is_on_the_screen(address: str, page: Page) -> None:
    page.goto(f"{address}/map")
    page.locator('[data-testid="stDeckGlJsonChart"] canvas').last.wait_for()
    settled(page)
    page.locator(".st-key-map_offer").get_by_role("button", name="Download").click()
    with page.expect_download() as found:
        page.locator('[data-testid="stPopoverBody"]').get_by_role("button", name="PNG").click()

    picture = Image.open(found.value.path())
    drawn = page.locator('[data-testid="stDeckGlJsonChart"] canvas').first.bounding_box()
    assert drawn is not None and picture.width == round(drawn["width"]) and picture.height > drawn["height"]
    assert len(picture.convert("RGB").getcolors(1_000_000) or ()) > 100  # discs and names over the base map
    assert found.value.suggested_filename == "contactline_map-incidents.png"


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """An address of this machine, and the first line of whatever is asked there."""
    heard: list[str] = []

    def listen(server: socket.socket) -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(2)
                try:
                    heard.append(connection.recv(300).decode("latin-1").partition("\r\n")[0])
                except OSError:
                    heard.append("a connection without words")

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=listen, args=(server,), daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
        server.shutdown(socket.SHUT_RDWR)


def unfold(page: Page) -> int:
    """Open every expander, then move over all charts and click into all tables; the number of open expanders."""
    closed = page.locator('[data-testid="stExpander"] details:not([open]) > summary')
    while closed.count():
        closed.first.click()
        settled(page)
    for figure in page.locator('[data-testid="stPlotlyChart"], [data-testid="stDeckGlJsonChart"]').all():
        figure.scroll_into_view_if_needed()
        box = figure.bounding_box()
        assert box
        for across in (0.1, 0.3, 0.5, 0.7, 0.9):
            for down in (0.25, 0.5, 0.75):
                page.mouse.move(box["x"] + across * box["width"], box["y"] + down * box["height"])
                page.wait_for_timeout(40)
    for table in page.locator('[data-testid="stDataFrame"] canvas:first-of-type').all():
        table.hover(position={"x": 60, "y": 52}, force=True)
        page.wait_for_timeout(300)
    for field in page.locator('[data-testid="stSidebar"] [data-testid="stMultiSelect"] input').all():
        field.click()
        page.wait_for_timeout(150)
        page.keyboard.press("Escape")
    page.wait_for_timeout(500)
    return page.locator('[data-testid="stExpander"] details[open]').count()


def test_no_field_of_any_table_makes_a_browser_ask_elsewhere(trusting: Page, tmp_path: Path) -> None:
    page = trusting
    environment = prepare(tmp_path, "none")
    stamp = freshness.stamp([tmp_path / "articles"], load())
    with listening() as (origin, heard):
        shutil.rmtree(tmp_path / "tables")
        made_hostile.hostile(tmp_path / "tables", origin, stamp)
        keys = {key: made_hostile.attack(origin, key) for key in made_hostile.KEYS}
        actor = {"who": keys["actor_id"], "name": f"name:{made_hostile.attack(origin, 'mentions.text')}"}
        views = {
            **{name: {} for name in PAGES},
            "actors?who": actor,
            "map?weekly": {"weekly": "true"},
            "sources?event": {"event": keys["event_id"]},
            "sources?article": {"article": keys["article_id"]},
            "sources?articles": {"list": "Articles"},
        }
        opened, anchors, drawn = {}, {}, {}
        with serving(environment, tmp_path / "server.log") as address:
            page.asked.clear()  # type: ignore[attr-defined]
            for view, query in views.items():
                name = view.partition("?")[0]
                page.goto(f"{address}/{'' if name == 'overview' else name}?{urlencode(query)}")
                settled(page)
                opened[view] = unfold(page)
                assert page.locator('[data-testid="stException"]').all_inner_texts() == [], view
                links = page.locator("a[href]").evaluate_all("all => all.map(a => a.href)")
                anchors[view] = sorted(
                    {link for link in links if link.startswith(origin) or ".example" in link.partition("?")[0]}
                )
                drawn[view] = page.locator("img").evaluate_all("all => all.map(i => i.src)")
        asked = [
            url for url in page.asked if url.partition("://")[2].partition("/")[0] != address.partition("://")[2]
        ]  # type: ignore[attr-defined]
    own_page = {"sources?event": [f"{origin}/link"], "sources?article": [f"{origin}/link"]}
    assert heard == []
    assert [url for url in asked if not url.startswith(("data:", "blob:"))] == []
    assert {
        view: found for view, found in drawn.items() if any(not src.startswith("data:") for src in found)
    } == {}
    assert {view: found for view, found in anchors.items() if found} == own_page
    assert (opened["overview"], opened["sources?event"], opened["sources?article"]) == (1, 4, 3)


def test_the_policy_refuses_what_would_ask_elsewhere(address: str, page: Page) -> None:
    with listening() as (origin, heard):
        page.goto(address)
        settled(page)
        assert (refused(page), heard) == (set(), [])
        page.evaluate(
            """origin => {
                document.body.insertAdjacentHTML("beforeend", `<img src="${origin}/img">`);
                document.body.insertAdjacentHTML("beforeend", `<iframe src="${origin}/frame"></iframe>`);
                document.body.insertAdjacentHTML("beforeend", `<p style="background:url('${origin}/css')">x</p>`);
                fetch(`${origin}/fetch`).catch(() => {});
            }""",
            origin,
        )
        page.wait_for_timeout(1500)

    kinds = {line.split()[0] for line in refused(page)}
    assert (kinds, heard) == ({"img-src", "frame-src", "connect-src"}, [])


def test_a_build_that_fails_leaves_the_tables_and_says_so_without_harm(trusting: Page, tmp_path: Path) -> None:
    page = trusting
    environment = prepare(tmp_path, "one")
    with listening() as (origin, heard):
        words = f"![m]({origin}/id.png)"
        rows = [{"id": words, "text": "Azerbaijan shelled the town of Goris on 11 May 2021."}] * 2
        (tmp_path / "articles" / "more.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        with serving(environment, tmp_path / "server.log") as address:
            page.goto(address)
            expect(page.get_by_text("1 input could not be used")).to_be_visible()
            settled(page)
            unfold(page)
            expect(page.locator("h1").first).to_contain_text("in 2 articles")
            shutil.rmtree(tmp_path / "articles")
            page.goto(f"{address}/timeline")
            expect(page.get_by_text("there is no such file or folder")).to_be_visible()
            settled(page)
            expect(page.locator("h1").first).to_contain_text("in 2 articles")
            seen = page.locator('[data-testid="stMain"]').inner_text()

    assert str(tmp_path) not in seen
    assert heard == []
