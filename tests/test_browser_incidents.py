"""Incidents and tolls in a real browser: from a line to its reports, from a mark to its sentence, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import made_articles
import pytest
from chromium import settled, visiting
from playwright.sync_api import Browser, Locator, Page, expect
from servers import serving

from contactline import lexicon, pipeline
from contactline.tables import store
from contactline.views import export_request
from contactline.views.export_request import Request

pytestmark = pytest.mark.browser


@pytest.fixture
def address(made_served: tuple[str, str]) -> str:
    return made_served[0]


@pytest.fixture
def edited(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server on tables of its own that may be edited, and its file of corrections."""
    articles = made_articles.write(tmp_path / "made.jsonl")
    pipeline.build([articles], tmp_path / "tables")
    file = tmp_path / "corrections.csv"
    environment = {"CONTACTLINE_ARTICLES": str(articles), "CONTACTLINE_TABLES": str(tmp_path / "tables")}
    environment |= {"CONTACTLINE_EDIT": "1", "CONTACTLINE_CORRECTIONS": str(file)}
    with serving(environment, tmp_path / "server.log") as found:
        yield found, file


def quoted(page: Page, words: str) -> None:
    expect(page.locator("blockquote").filter(has_text=words).first).to_be_visible()


def test_a_line_of_what_happened_opens_its_reports_and_back_closes_them(browser: Browser, address: str) -> None:
    with visiting(browser) as page:
        page.goto(address)
        page.get_by_role("link", name="shelling, Azerbaijan").first.click()
        quoted(page, "killing 4 civilians")
        quoted(page, "killing 6 civilians")
        opened = page.url
        assert "/incidents?" in opened and "incident=" in opened

        page.reload()
        quoted(page, "killing 6 civilians")
        page.get_by_role("button", name="All incidents").click()
        expect(page.get_by_text("one a line however many tell it")).to_be_visible()
        assert "incident=" not in page.url
        page.go_back()
        quoted(page, "killing 6 civilians")
        assert page.url == opened


def test_a_click_on_a_mark_of_a_toll_shows_its_sentence_and_the_link_keeps_it(
    browser: Browser,
    address: str,
) -> None:
    with visiting(browser) as page:
        page.goto(f"{address}/casualties")
        chart = page.locator('[class*="st-key-tolls_grown"]')
        chart.locator(".scatterlayer .trace.scatter .points path").first.wait_for()
        marks = chart.locator(".scatterlayer .points path")
        marks.first.click(force=True)
        page.wait_for_url("**told=*")
        shown = page.locator('[class*="st-key-told_grown_card"] blockquote')
        expect(shown).to_contain_text("158 of its soldiers had been killed")

        page.reload()
        expect(shown).to_contain_text("158 of its soldiers had been killed")


def opened(page: Page, name: str, nth: int = 0) -> Locator:
    """What a button opens, once a reason is given there."""
    page.get_by_role("button", name=name).nth(nth).click()
    page.get_by_label("Why, in a word").fill("Martakert saw one day of shelling")
    page.keyboard.press("Enter")
    settled(page)
    return page.locator('[data-testid="stPopoverBody"]')


def chosen(page: Page, inside: Locator, nth: int, option: str) -> None:
    inside.get_by_role("combobox").nth(nth).click()
    page.get_by_role("option").filter(has_text=option).first.click()
    settled(page)


def test_an_incident_is_split_and_rejected_and_undone_with_one_click_and_merged_and_fixed_for_good(
    browser: Browser, edited: tuple[str, Path]
) -> None:
    address, file = edited
    with visiting(browser) as page:
        page.goto(address)
        settled(page)
        page.get_by_role("link", name="shelling, Azerbaijan").first.click()
        main, undo = page.locator('[data-testid="stMain"]'), page.locator(".st-key-_undo_last button")
        expect(main).to_contain_text("2 reports in 2 articles")
        settled(page)

        def undone() -> None:
            settled(page)
            undo.first.click()
            expect(main).to_contain_text("2 reports in 2 articles")
            expect(undo).to_have_count(0)
            settled(page)
            assert not file.exists()

        opened(page, "Correct", 1).get_by_role("button", name="Another incident").click()
        expect(main).to_contain_text("1 report in 1 article")
        undone()

        opened(page, "Correct this incident").get_by_role("button", name="Not an event").click()
        expect(main).to_contain_text("a reader has said that it was no event")
        undone()

        inside = opened(page, "Correct this incident")
        chosen(page, inside, 1, "Ganja")
        inside.get_by_role("button", name="Save").click()
        expect(main).to_contain_text("3 reports in 3 articles")
        expect(main).to_contain_text("put together by a reader")
        settled(page)

        inside = opened(page, "Correct this incident")
        chosen(page, inside, 0, "Held")
        page.get_by_label("Held", exact=True).fill("3")
        page.keyboard.press("Enter")
        settled(page)
        inside.get_by_role("button", name="Save").click()
        expect(page.locator("h1").first).to_contain_text("3 held prisoner")
        assert page.locator('[data-testid="stException"]').all_inner_texts() == []

    folder = file.parent
    again = pipeline.build([folder / "made.jsonl"], folder / "tables", corrected=file)
    assert [(field, state) for _, field, state in again.corrections] == [("merge", "applied"), ("held", "applied")]
    made = export_request.make(store.read(folder / "tables"), Request("incidents", "csv"), lexicon.load())
    assert [row for row in csv.DictReader(io.StringIO(made.data.decode())) if row["held_max"] == "3"] != []
