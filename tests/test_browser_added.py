"""An article that a visitor adds, in a real browser: pasted, read, seen on the pages, gone after a reload."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from chromium import settled, visiting
from dashboards import prepare
from playwright.sync_api import Browser, expect
from servers import serving

pytestmark = pytest.mark.browser

TEXT = "Baku, 12 May 2021. Azerbaijan shelled the town of Kapan on 11 May 2021, killing 5 people, officials said."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("added")
    with serving(prepare(folder, "one"), folder / "server.log") as found:
        yield found


def test_a_pasted_article_opens_in_the_reader_and_is_gone_after_a_reload(browser: Browser, address: str) -> None:
    with visiting(browser) as page:
        page.goto(f"{address}/?q=shelled")
        page.get_by_role("link", name="Add articles").first.click()
        page.get_by_label("Text of an article").fill(TEXT)
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.get_by_text("Added: 1 article with 1 event")).to_be_visible()
        page.locator('[class*="st-key-added_yours"] a').first.click()
        expect(page).to_have_url(re.compile("article=yours-.*&q=shelled"))
        expect(page.get_by_text("the town of").first).to_be_visible()

        page.get_by_role("link", name="Overview").first.click()
        expect(page.get_by_text("1 article of yours beside the collection")).to_be_visible()
        expect(page.locator("h1")).to_contain_text("in 2 articles")
        with page.expect_download() as brief:
            page.get_by_role("button", name="Brief").click()
        assert "killing 5 people" in brief.value.path().read_text(encoding="utf-8")

        page.reload()
        settled(page)
        expect(page.locator("h1")).to_contain_text("in 1 article")
