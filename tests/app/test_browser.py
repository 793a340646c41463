"""The script that runs in the browser. What it does there: test_browser of the whole dashboard."""

from __future__ import annotations

from pathlib import Path

from made_views import drawn

from contactline.app import browser


def test_pages_ask_for_the_script_and_show_no_words() -> None:
    app = drawn(browser.script)

    (shown,) = app.get("html")
    assert shown.proto.body == '<script type="module" src="./contactline.js"></script>'


def test_the_server_has_the_script() -> None:
    route = browser.route()
    answer = route.endpoint(None)

    assert (route.path, answer.media_type) == ("/contactline.js", "text/javascript")
    assert "history.pushState" in Path(answer.path).read_text(encoding="utf-8")
