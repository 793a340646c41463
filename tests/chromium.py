"""Pages of the real server in Chromium, as a visitor sees them."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, ViewportSize

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
WIDE: ViewportSize = {"width": 1400, "height": 1000}
PHONE: ViewportSize = {"width": 390, "height": 844}
DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@contextmanager
def visiting(
    browser: Browser, size: ViewportSize = WIDE, *, dark: bool = False, trusting: bool = False
) -> Iterator[Page]:
    """A page of a fresh visitor that notes every address it asks for, and what the server's policy refuses.

    ``trusting``: the browser does not heed that policy, so that what keeps it from asking elsewhere is the page alone.
    """
    context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light", bypass_csp=trusting)
    page = context.new_page()
    page.set_default_timeout(40_000)
    page.asked = []  # type: ignore[attr-defined]
    page.on("request", lambda request: page.asked.append(request.url))  # type: ignore[attr-defined]
    page.on("websocket", lambda found: page.asked.append(found.url))  # type: ignore[attr-defined]
    page.refused = []  # type: ignore[attr-defined]
    page.expose_function("refused", lambda words: page.refused.append(words))  # type: ignore[attr-defined]
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e =>"
        " window.refused(`${e.violatedDirective} ${e.blockedURI}`))"
    )
    yield page
    context.close()


STILL = """
() => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning"
  && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
  && !document.getAnimations().some(one => one instanceof CSSTransition && one.playState === "running")
"""
"""Whether a page has been drawn and nothing on it fades: what was drawn again is pale for a moment.

A grey skeleton stands where the browser still loads what draws an element, our own style among them.
"""
QUIET = f"""
([quiet, call]) => {{
  const still = ({STILL})(), known = window.still;
  if (!still || known?.call !== call) window.still = {{call, since: still ? performance.now() : Infinity}};
  else if (known.since === Infinity) known.since = performance.now();
  return window.still.since + quiet <= performance.now();
}}
"""
_calls = itertools.count()


def settled(page: Page, quiet: int = 1000) -> None:
    """Wait until the page has been drawn and has stood still for so many milliseconds.

    Some pages are drawn again once their width is known, and what a click sets off begins a moment later.
    """
    page.wait_for_selector(DRAWN)
    page.wait_for_function(QUIET, arg=[quiet, next(_calls)], polling=50)
