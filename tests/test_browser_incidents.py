"""Incidents and tolls in a real browser: from a line to its reports, from a mark to its sentence, and back."""

from __future__ import annotations

import pytest
from chromium import visiting
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def address(made_served: tuple[str, str]) -> str:
    return made_served[0]


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
