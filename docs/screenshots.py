"""Pictures of every page: light, dark, as wide as a phone in both, and three pages printed.

    python docs/screenshots.py [FOLDER] [--articles PATH]... [--page NAME]... [--look LOOK]...

The five articles, and those of each PATH as well, are built into folders of their own, the dashboard is started
on them, and each page, an incident and an article are opened in Chromium and photographed in their whole height:
FOLDER/PAGE-ARTICLES-LOOK.webp, such as map-5-dark.webp. The overview, an incident and the brief are printed as
well, to FOLDER/PAGE-ARTICLES.pdf. FOLDER is docs/screenshots where none is named; pictures
of the same name are overwritten. Git ignores that folder; the picture of the README, docs/dashboard.png, is kept
by hand.
"""

from __future__ import annotations

import argparse
import io
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

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

import contactline
from contactline.tables.store import Store

ROOT = Path(__file__).parents[1]
PAGES = {path.stem: "" if path.stem == "overview" else path.stem for path in sorted((ROOT / "pages").glob("*.py"))}
"""The pages and their addresses."""
SIZES = {"light": (1440, 1000), "dark": (1440, 1000), "phone": (390, 844), "phone-dark": (390, 844)}
PRINTED = ("overview", "incident")
"""Pages that are printed, beside the brief of the first."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
HIGHEST = 6000  # pixels of a picture; a longer page is cut
LARGEST = 150_000  # bytes of a picture
DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"]'
START_SECONDS, PAGE_SECONDS = 60, 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--articles", type=Path, action="append", default=[], help="Other articles, as well.")
    parser.add_argument("--page", action="append", help="A page, where not all are wanted.")
    parser.add_argument("--look", action="append", choices=SIZES, help="A look, where not all are wanted.")
    asked = parser.parse_args()
    browser_path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if browser_path is None:
        sys.exit(f"None of {', '.join(CHROMIUM)} is on this machine. Install one: apt-get install chromium")
    asked.folder.mkdir(parents=True, exist_ok=True)
    for articles in (None, *asked.articles):
        with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
            contactline.build([articles] if articles else None, Path(scratch) / "tables")
            store = contactline.load(Path(scratch) / "tables")
            browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
            with dashboard(Path(scratch)) as address:
                for look in asked.look or SIZES:
                    for name, page in addresses(store).items():
                        if not asked.page or name in asked.page:
                            file = asked.folder / f"{name}-{len(store.articles)}-{look}.webp"
                            picture(browser, f"{address}/{page}", look, file)
                if not asked.look:
                    for name, page in addresses(store).items():
                        if name in PRINTED and (not asked.page or name in asked.page):
                            printed(browser, f"{address}/{page}", asked.folder, f"{name}-{len(store.articles)}")
            browser.close()


def addresses(store: Store) -> dict[str, str]:
    """The pages, the incident with most reports and the article with most events, each with its address."""
    if store.incidents.empty:
        return PAGES
    incident = store.incidents.sort_values("events", ascending=False)["incident_id"].iloc[0]
    article = store.events["article_id"].value_counts().index[0]
    return {**PAGES, "incident": f"incidents?incident={incident}", "article": f"sources?article={article}"}


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
        viewport={"width": width, "height": height}, color_scheme="dark" if look.endswith("dark") else "light"
    )
    page = context.new_page()
    page.set_default_timeout(1000 * PAGE_SECONDS)
    page.goto(address)
    settle(page)
    tall = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    page.set_viewport_size({"width": width, "height": max(height, min(tall, HIGHEST))})
    settle(page)
    small(page.screenshot(), file)
    context.close()
    sys.stdout.write(f"{file}\n")


def printed(browser: Browser, address: str, folder: Path, name: str) -> None:
    """Print one page, and the brief that the page offers."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(1000 * PAGE_SECONDS)
    page.goto(address)
    settle(page)
    page.pdf(path=folder / f"{name}.pdf", format="A4")
    brief = page.get_by_role("button", name="Brief")
    if brief.count():
        with page.expect_download() as found:
            brief.click()
        page.set_content(Path(found.value.path()).read_text(encoding="utf-8"))
        page.pdf(path=folder / f"{name}-brief.pdf", format="A4")
    context.close()
    sys.stdout.write(f"{folder / name}.pdf\n")


def small(picture: bytes, file: Path) -> None:
    """Write a picture as WebP, as well as the largest size allows."""
    image = Image.open(io.BytesIO(picture))
    for quality in (80, 65, 50, 35, 20):
        image.save(file, "WEBP", quality=quality, method=6)
        if file.stat().st_size <= LARGEST:
            return


def settle(page: Page) -> None:
    """Wait until the page is drawn, and drawn again where it was in between."""
    for _ in range(2):
        page.wait_for_selector(DRAWN)
        page.wait_for_timeout(1500)


if __name__ == "__main__":
    main()
