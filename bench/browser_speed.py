"""How long a visitor waits for the dashboard, in a real browser.

    python bench/browser_speed.py [--articles PATH]... [--runs N]

For the five articles, and those of each PATH as well: a server is started on tables that are there, and warmed by
one visit. Then a fresh browser opens the Overview (seconds to its heading, and to the first chart), chooses a
filter (to the heading that follows), and goes to other pages (to all of the page). Last, a server is started where
there are no tables: seconds from its start until the articles are coded and the heading is drawn. Printed are
medians of N runs beside what is asked for, and how busy the machine was: how many seconds a second of work took,
which is 1 where nothing else ran. Needs Chromium.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import contactline
from contactline import locations

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import chromium  # of the tests: how their Chromium and their server are started
from servers import serving

PATIENCE = 120_000  # milliseconds
HEADING = "h1"
CHART = ".js-plotly-plot .bars .point path"
LIMITS = {
    "warm server to heading": 1.5,
    "warm server to first chart": 3.0,
    "filter to redraw": 0.3,
    "page change": 1.0,
    "coded and drawn from nothing": 6.0,
}
PAGES = ("Timeline", "Actors", "Incidents", "Casualties", "Sources")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, action="append", default=[], help="Other articles, as well.")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    if chromium.PROGRAM is None:
        sys.exit("No Chromium on this machine: apt-get install chromium")
    sys.stdout.write("| articles | what | median s | asked for |\n|---|---|---|---|\n")
    busy: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.PROGRAM, args=chromium.ARGUMENTS)
        for articles in (locations.ARTICLES, *asked.articles):
            number, found = measured(browser, articles, asked.runs, busy)
            for what, seconds in found.items():
                sys.stdout.write(f"| {number} | {what} | {statistics.median(seconds):.2f} | {LIMITS[what]} |\n")
        browser.close()
    sys.stdout.write(f"A second of work took {statistics.median(busy):.1f} s.\n")


def measured(browser: Browser, articles: Path, runs: int, busy: list[float]) -> tuple[int, dict[str, list[float]]]:
    """The number of the articles, and the seconds of each run of what ``LIMITS`` names.

    ``busy``: gets the seconds that a second of work took.
    """
    found: dict[str, list[float]] = {what: [] for what in LIMITS}
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        number = contactline.build([articles], scratch / "tables").articles
        environment = {"CONTACTLINE_ARTICLES": str(articles), "CONTACTLINE_TABLES": str(scratch / "tables")}
        with serving(environment, scratch / "server.log") as address:
            with chromium.visiting(browser) as page:
                page.goto(address)
                chromium.settled(page)
            for _ in range(runs):
                busy.append(business())
                warm(browser, address, found)
        for run in range(runs):
            fresh = {**environment, "CONTACTLINE_TABLES": str(scratch / f"none{run}")}
            start = time.monotonic()
            with serving(fresh, scratch / "server.log") as address, chromium.visiting(browser) as page:
                page.goto(address)
                drawn(page, HEADING)
                found["coded and drawn from nothing"].append(time.monotonic() - start)
            shutil.rmtree(scratch / f"none{run}", ignore_errors=True)
    return number, found


def warm(browser: Browser, address: str, found: dict[str, list[float]]) -> None:
    """One visitor's walk."""
    with chromium.visiting(browser) as page:
        page.set_default_timeout(PATIENCE)
        start = time.monotonic()
        page.goto(address, wait_until="commit")
        drawn(page, HEADING)
        found["warm server to heading"].append(time.monotonic() - start)
        drawn(page, CHART)
        found["warm server to first chart"].append(time.monotonic() - start)
        chromium.settled(page)
        for name in ("War of 2020", "September 2023"):
            before = page.locator(HEADING).first.inner_text()
            with timed(found["filter to redraw"]):
                page.locator(".st-key-_period").get_by_text(name).click()
                page.wait_for_function("before => document.querySelector('h1').innerText !== before", arg=before)
            chromium.settled(page)
        page.locator(".st-key-_heading_reset button").click()
        chromium.settled(page)
        for name in PAGES:
            with timed(found["page change"]):
                page.get_by_role("link", name=name, exact=True).click()
                page.wait_for_function("name => document.title.startsWith(name)", arg=name)
                page.wait_for_function(chromium.STILL, polling=20)
            chromium.settled(page)


def business() -> float:
    """How many seconds a second of work takes now, seen on a fifth of one."""
    wall, work = time.monotonic(), time.process_time()
    while time.process_time() - work < 0.2:
        pass
    return (time.monotonic() - wall) / 0.2


def drawn(page: Page, what: str) -> None:
    page.locator(what).first.wait_for(state="attached")


@contextmanager
def timed(seconds: list[float]) -> Iterator[None]:
    """Notes how long what follows takes."""
    start = time.monotonic()
    yield
    seconds.append(time.monotonic() - start)


if __name__ == "__main__":
    main()
