"""Pictures of every page: light, dark and as wide as a phone.

    python docs/screenshots.py [FOLDER] [--articles PATH]

The five articles, or those of PATH, are built into a folder of their own, the dashboard is started on them, and
each page is opened in Chromium and photographed in its whole height. FOLDER is docs/screenshots where none is
named; pictures of the same name are overwritten. Git ignores that folder; the picture of the README,
docs/dashboard.png, is kept by hand.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import Browser, Page, sync_playwright

import contactline

ROOT = Path(__file__).parents[1]
PAGES = (
    *("overview", "timeline", "map", "actors", "incidents", "casualties"),
    *("sources", "verdicts", "method", "add"),
)
SIZES = {"light": (1400, 1000), "dark": (1400, 1000), "phone": (390, 844)}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
HIGHEST = 6000  # pixels of a picture; a longer page is cut
DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"]'
START_SECONDS, PAGE_SECONDS = 60, 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--articles", type=Path, help="Other articles than the five: a file or a folder.")
    asked = parser.parse_args()
    folder, articles = asked.folder, asked.articles
    browser_path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if browser_path is None:
        sys.exit(f"None of {', '.join(CHROMIUM)} is on this machine. Install one: apt-get install chromium")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        contactline.build([articles] if articles else None, Path(scratch) / "tables")
        with dashboard(Path(scratch)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
            for look in SIZES:
                for page in PAGES:
                    picture(
                        browser,
                        f"{address}/{'' if page == 'overview' else page}",
                        look,
                        folder / f"{page}-{look}.png",
                    )
            browser.close()


@contextmanager
def dashboard(scratch: Path) -> Iterator[str]:
    """The address of a dashboard on the tables in a folder, stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py"), "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1"]
    environment = {**os.environ, "CONTACTLINE_TABLES": str(scratch / "tables")}
    with open(scratch / "server.log", "w") as log:
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, env=environment)
        try:
            wait(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return when the server answers. Exits with a message where it stopped or does not answer."""
    for _ in range(10 * START_SECONDS):
        if server.poll() is not None:
            sys.exit(
                f"The dashboard stopped with code {server.returncode}. "
                "Start it by hand to see why: streamlit run dashboard.py"
            )
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    sys.exit(f"The dashboard did not answer at {address} within {START_SECONDS} seconds.")


def picture(browser: Browser, address: str, look: str, file: Path) -> None:
    """Photograph one page in one look, in its whole height."""
    width, height = SIZES[look]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if look == "dark" else "light"
    )
    page = context.new_page()
    page.set_default_timeout(1000 * PAGE_SECONDS)
    page.goto(address)
    settle(page)
    tall = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    page.set_viewport_size({"width": width, "height": max(height, min(tall, HIGHEST))})
    settle(page)
    page.screenshot(path=file)
    context.close()
    sys.stdout.write(f"{file}\n")


def settle(page: Page) -> None:
    """Wait until the page is drawn, and drawn again where it was in between."""
    for _ in range(2):
        page.wait_for_selector(DRAWN)
        page.wait_for_timeout(1500)


if __name__ == "__main__":
    main()
