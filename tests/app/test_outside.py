"""The server itself asks nobody on the internet."""

from __future__ import annotations

import socket
from pathlib import Path
from select import select
from urllib.parse import urlsplit

import pytest
from dashboards import prepare
from servers import serving
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin


def test_a_server_asks_nobody_as_it_starts_and_as_another_site_s_page_connects(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        proxy = f"http://127.0.0.1:{listener.getsockname()[1]}"  # what the server asks of others comes here
        environment = prepare(tmp_path, "empty") | dict.fromkeys(("http_proxy", "https_proxy"), proxy)
        with serving(environment, tmp_path / "log", bound="0.0.0.0") as address:
            stream = f"ws://{urlsplit(address).netloc}/_stcore/stream"
            with (
                pytest.raises(InvalidStatus),
                connect(stream, origin=Origin("http://elsewhere.example"), proxy=None),
            ):
                pass
        assert not select([listener], [], [], 0.5)[0]
