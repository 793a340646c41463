"""What answers tell the browser. That the dashboard works under it: test_browser."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import streamlit
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from contactline.app.headers import HEADERS, POLICY, Headers, charts_ahead

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def answered(type: str, answer: Response | None = None) -> list[dict[str, Any]]:
    """What is sent to a request that the server answers with a word, or with ``answer``."""
    sent: list[dict[str, Any]] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            await (answer or PlainTextResponse("word"))(scope, receive, send)
        else:
            await send({"type": "websocket.accept", "headers": []})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": f"{type}.disconnect"}

    asyncio.run(Headers(app)({"type": type, "method": "GET", "path": "/", "headers": []}, receive, send))
    return sent


def test_every_answer_has_the_headers() -> None:
    start, body = answered("http")

    found = {name.decode(): value.decode() for name, value in start["headers"]}
    assert {name: found[name.lower()] for name in HEADERS} == HEADERS
    assert body["body"] == b"word"


def test_a_page_asks_for_what_draws_charts_and_other_answers_do_not() -> None:
    page = dict(answered("http", HTMLResponse("<p>page</p>"))[0]["headers"])
    word = dict(answered("http")[0]["headers"])

    found = re.fullmatch(r"<\./(static/js/PlotlyChart\.[\w-]+\.js)>; rel=modulepreload", page[b"link"].decode())
    assert found is not None
    assert (Path(streamlit.__file__).parent / "static" / found[1]).is_file()
    assert charts_ahead() == found[0]
    assert b"link" not in word


def test_a_connection_of_another_kind_stays_as_it_is() -> None:
    assert answered("websocket") == [{"type": "websocket.accept", "headers": []}]


def test_the_policy_in_the_readme_is_the_server_s() -> None:
    assert POLICY in README
