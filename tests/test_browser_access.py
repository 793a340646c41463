"""Every page in a real browser for those who read it otherwise: axe finds no fault, and a phone scrolls one way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from dashboards import PAGES, prepare
from servers import serving

pytestmark = pytest.mark.browser

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
SIZES = {"wide": (1400, 1000), "phone": (390, 844)}
DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"]'

FAULTS = """
async () => (await axe.run()).violations.map(
  found => `${found.id}: ${found.nodes.map(node => node.target + " " + node.html.slice(0, 120)).join("; ")}`)
"""
NOT_OURS = "presentation-role-conflict: .st-emotion-cache"
"""How axe's line on the frame of Streamlit's own field for files begins: it has a role and can have the focus."""
SIDEWAYS = """
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
}
"""

if CHROMIUM is None and not os.environ.get("CI"):
    pytest.skip("no Chromium on this machine: apt-get install chromium", allow_module_level=True)

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "CI needs Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    environment = prepare(tmp_path_factory.mktemp("access"), "full")
    with serving(environment, tmp_path_factory.mktemp("log") / "server.log") as found:
        yield found


def opened(browser: Browser, address: str, name: str, size: str, theme: str = "light") -> Page:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=theme,
        bypass_csp=True,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{address}/{'' if name == 'overview' else name}")
    for _ in range(2):
        page.wait_for_selector(DRAWN)
        page.wait_for_timeout(700)
    return page


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_fault_and_a_phone_never_scrolls_sideways(name: str, browser: Browser, address: str) -> None:
    page = opened(browser, address, name, "wide")
    page.add_script_tag(path=AXE)
    faults = [fault for fault in page.evaluate(FAULTS) if not fault.startswith(NOT_OURS) or name != "add"]
    assert faults == []

    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(700)
    assert page.evaluate(SIDEWAYS) <= 0
    page.context.close()


def test_in_another_page_the_filters_are_left_out(browser: Browser, address: str) -> None:
    page = opened(browser, address, "map?embed=true", "wide")

    assert not page.locator('[data-testid="stSidebar"]').is_visible()
    page.context.close()


def test_the_map_s_first_view_fits_a_phone(browser: Browser, address: str) -> None:
    page = opened(browser, address, "map", "phone")

    ruler = page.frame_locator("iframe.stCustomComponentV1").locator("html")
    assert 300 <= ruler.evaluate("() => window.innerWidth") <= 390
    assert page.locator('[data-testid="stDeckGlJsonChart"] canvas').first.bounding_box()["width"] <= 390  # type: ignore[index]
    page.context.close()
