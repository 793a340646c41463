"""Every page in a real browser for those who read it otherwise: axe finds no fault, and a phone scrolls one way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
import pytest
from chromium import PHONE, WIDE, settled, visiting
from dashboards import PAGES
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
FAULTS = """
async () => (await axe.run()).violations.map(
  found => `${found.id}: ${found.nodes.map(node => node.target + " " + node.html.slice(0, 120)).join("; ")}`)
"""
PALE = FAULTS.replace("axe.run()", "axe.run({runOnly: ['color-contrast']})")
"""All that another theme can change."""
NOT_OURS = "presentation-role-conflict: .st-emotion-cache"
"""How axe's line on the frame of Streamlit's own field for files begins: it has a role and can have the focus."""
SIDEWAYS = """
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
}
"""


@pytest.fixture
def address(five_served: str) -> str:
    return five_served


@contextmanager
def opened(browser: Browser, address: str, name: str, size: ViewportSize = WIDE) -> Iterator[Page]:
    """A page of the dashboard, drawn; axe can be put into it."""
    with visiting(browser, size, trusting=True) as page:
        page.goto(f"{address}/{'' if name == 'overview' else name}")
        settled(page)
        yield page


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_fault_in_light_and_dark_and_a_phone_never_scrolls_sideways(
    name: str, browser: Browser, address: str
) -> None:
    with opened(browser, address, name) as page:
        page.add_script_tag(path=AXE)
        faults = [fault for fault in page.evaluate(FAULTS) if not fault.startswith(NOT_OURS) or name != "add"]
        assert faults == []

        page.emulate_media(color_scheme="dark")
        page.reload()  # what is drawn for the other theme would stay for a while
        settled(page)
        page.add_script_tag(path=AXE)
        assert page.evaluate(PALE) == []

        page.set_viewport_size(PHONE)
        settled(page)
        assert page.evaluate(SIDEWAYS) <= 0
        if name == "incidents":  # a phone has cards, each with a title to click, and no table
            expect(page.locator(".st-key-incident_cards button").first).to_be_visible()
            assert page.locator('[data-testid="stDataFrame"]').count() == 0


def test_in_another_page_the_filters_are_left_out(browser: Browser, address: str) -> None:
    with opened(browser, address, "map?embed=true") as page:
        assert not page.locator('[data-testid="stSidebar"]').is_visible()


def test_the_map_s_first_view_fits_a_phone(browser: Browser, address: str) -> None:
    with opened(browser, address, "map", PHONE) as page:
        ruler = page.frame_locator("iframe.stCustomComponentV1").locator("html")
        assert 300 <= ruler.evaluate("() => window.innerWidth") <= 390
        assert page.locator('[data-testid="stDeckGlJsonChart"] canvas').first.bounding_box()["width"] <= 390  # type: ignore[index]
