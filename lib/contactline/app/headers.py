"""HTTP headers of every answer: the browser may load only from this server, and sends no address elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; "
    "frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""The Content-Security-Policy: no script but the server's files runs, and no address but the server's is asked.

Styles of elements are Streamlit's own; data:, blob: and WebAssembly are what the map makes itself. The one script
inside Streamlit's page, a sign for search engines, is refused.
"""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@cache
def charts_ahead() -> str:
    """The header ``Link`` of a page: the browser loads what draws charts while the server prepares them.

    Streamlit's page would ask for these files (5 MB) only once the first chart has arrived. "" where this version
    of Streamlit has them elsewhere.
    """
    folder = Path(streamlit.__file__).parent / "static" / "static" / "js"
    files = sorted(folder.glob("PlotlyChart.*.js"))
    return ", ".join(f"<./static/js/{file.name}>; rel=modulepreload" for file in files)


class Headers:
    """ASGI middleware that adds ``HEADERS`` to each answer of the server, and to pages ``charts_ahead``."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if headers.get("content-type", "").startswith("text/html") and charts_ahead():
                    headers["Link"] = charts_ahead()
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)
