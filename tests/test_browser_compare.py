"""Whose word, Compare and What changed in a real browser: from a number to its sentences, and what a visitor missed."""

from __future__ import annotations

import pytest
from chromium import settled, visiting
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def click_a_number(page: Page, chart: str) -> None:
    page.locator(f".st-key-{chart} .point path").first.click(force=True)


def test_a_cell_and_a_bar_show_their_sentences_and_back_closes_them(
    browser: Browser, made_served: tuple[str, str]
) -> None:
    address, _ = made_served
    with visiting(browser) as page:
        shown = page.locator("blockquote").first
        for chart, name, part in (
            ("whose_word_grid", "whose_word", "cell="),
            ("compare_type", "compare", "number="),
        ):
            page.goto(f"{address}/{name}")
            settled(page)
            click_a_number(page, chart)
            expect(shown).to_be_visible()
            assert part in page.url

            page.reload()
            expect(shown).to_be_visible()
            page.go_back()
            expect(shown).to_have_count(0)


def test_the_overview_tells_what_changed_and_since_the_visitor_s_last_visit_where_there_was_one(
    browser: Browser, made_served: tuple[str, str]
) -> None:
    address, first = made_served
    with visiting(browser) as page:
        page.goto(address)
        expect(page.get_by_role("link", name="Since the build before")).to_be_visible()
        expect(page.get_by_role("link", name="Since your last visit")).to_be_hidden()

        # Once this visit is kept, or it would be kept over the one that is made up below.
        page.wait_for_function("() => localStorage.getItem('contactline_seen')", polling=50)
        page.evaluate(f"localStorage.setItem('contactline_seen', '{first}'); sessionStorage.clear()")
        page.reload()
        line = page.get_by_role("link", name="Since your last visit").filter(visible=True)
        expect(line).to_contain_text("1 article added")
        expect(page.get_by_role("link", name="Since the build before")).to_be_hidden()
        line.click()
        expect(page.get_by_role("heading", name="What changed")).to_be_visible()
        assert f"since={first}" in page.url
