"""Who may set a date: whoever sits at the machine, and nobody who only says so."""

from __future__ import annotations

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from dashboards import prepare
from servers import serving
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from contactline.app import visitor

HERE = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}


@pytest.mark.parametrize(
    ("said", "expected"), [("1", True), ("true", True), ("on", True), ("0", False), ("", False), ("no", False)]
)
def test_the_environment_says_whether_dates_may_be_set(
    monkeypatch: pytest.MonkeyPatch, said: str, expected: bool
) -> None:
    monkeypatch.setenv("CONTACTLINE_EDIT", said)

    assert visitor.may_edit() is expected


@pytest.mark.parametrize(("said", "expected"), [("1", True), ("0", False), (None, False)])
def test_the_environment_says_whether_articles_may_be_read_whole(
    monkeypatch: pytest.MonkeyPatch, said: str | None, expected: bool
) -> None:
    monkeypatch.delenv("CONTACTLINE_FULL_TEXTS", raising=False)
    if said:
        monkeypatch.setenv("CONTACTLINE_FULL_TEXTS", said)

    assert visitor.full_texts() is expected


def test_without_a_word_and_a_visitor_no_date_may_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONTACTLINE_EDIT", raising=False)

    assert visitor.may_edit() is False


@pytest.mark.parametrize(
    ("bound", "peer", "headers", "expected"),
    [
        ("localhost", "127.0.0.1", HERE, True),
        ("127.0.0.1", "127.0.0.1", {"Host": "127.0.0.1:8501"}, True),
        ("::1", "::1", {"Host": "[::1]:8501", "Origin": "http://[::1]:8501"}, True),
        # the server listens to others, too
        (None, "127.0.0.1", HERE, False),
        ("0.0.0.0", "127.0.0.1", HERE, False),
        ("::", "::1", HERE, False),
        ("192.168.0.5", "127.0.0.1", HERE, False),
        # another machine asks, or nobody knows who
        ("localhost", "192.168.0.7", HERE, False),
        ("localhost", None, HERE, False),
        ("localhost", "localhost.evil.org", HERE, False),
        # a proxy stands between
        ("localhost", "127.0.0.1", HERE | {"X-Forwarded-For": "127.0.0.1"}, False),
        ("localhost", "127.0.0.1", HERE | {"X-FORWARDED-PROTO": "https"}, False),
        ("localhost", "127.0.0.1", HERE | {"Forwarded": "for=127.0.0.1"}, False),
        ("localhost", "127.0.0.1", HERE | {"X-Real-Ip": "127.0.0.1"}, False),
        ("localhost", "127.0.0.1", HERE | {"Via": "1.1 proxy"}, False),
        # another site's page asks by the visitor's browser
        ("localhost", "127.0.0.1", {"Host": "evil.org:8501", "Origin": "http://evil.org:8501"}, False),
        ("localhost", "127.0.0.1", {"Host": "localhost:8501", "Origin": "http://evil.org"}, False),
        ("localhost", "127.0.0.1", {"Host": "localhost:8501", "Origin": "null"}, False),
        ("localhost", "127.0.0.1", {"Host": "localhost.evil.org"}, False),
        ("localhost", "127.0.0.1", {"Host": "localhost@evil.org"}, False),
        ("localhost", "127.0.0.1", {"Host": "["}, False),
        ("localhost", "127.0.0.1", {}, False),
    ],
)
def test_who_sits_at_this_machine(
    bound: str | None, peer: str | None, headers: dict[str, str], expected: bool
) -> None:
    assert visitor.local(bound, peer, headers) is expected


def offered(address: str, host: str, claimed: str, headers: dict[str, str]) -> bool:
    """Whether a client that says it sees ``claimed`` in its address bar is offered to set the article's date."""
    where = urlsplit(address)
    message = BackMsg()
    state = message.rerun_script
    state.query_string = "article=one"
    state.page_name = "sources"
    state.context_info.url = claimed
    with (
        socket.create_connection((where.hostname, where.port)) as way,
        connect(
            f"ws://{host}/_stcore/stream",
            sock=way,
            subprotocols=["streamlit"],
            additional_headers=headers,
            max_size=None,
        ) as client,
    ):
        client.send(message.SerializeToString())
        found = False
        while True:
            told = ForwardMsg()
            told.ParseFromString(client.recv(timeout=60))  # type: ignore[arg-type]
            found |= told.delta.add_block.popover.label == "Set the date"
            over = told.WhichOneof("type") == "script_finished"
            if over and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return found


def own_address() -> str:
    """An address of this machine by which others reach it, if it has one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))  # sends nothing
        except OSError:
            return "127.0.0.1"
        return str(way.getsockname()[0])


def test_a_client_that_only_says_it_is_local_sets_no_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONTACTLINE_EDIT", raising=False)
    environment = prepare(tmp_path, "one")
    claimed = "http://localhost:8501/sources"
    with serving(environment, tmp_path / "local.log") as address:
        host = urlsplit(address).netloc
        at_home = offered(address, host, claimed, {})
        behind = offered(address, host, claimed, {"X-Forwarded-For": "127.0.0.1"})
        rebound = offered(address, "evil.example:8080", claimed, {"Origin": "http://evil.example:8080"})
    with serving(environment, tmp_path / "hosted.log", "0.0.0.0") as address:
        port = urlsplit(address).port
        hosted = offered(f"http://{own_address()}:{port}", f"localhost:{port}", claimed, {})
        hosted_here = offered(address, f"localhost:{port}", claimed, {})
    with serving({**environment, "CONTACTLINE_EDIT": "1"}, tmp_path / "open.log", "0.0.0.0") as address:
        opened = offered(address, f"localhost:{urlsplit(address).port}", claimed, {})

    assert (at_home, behind, rebound, hosted, hosted_here, opened) == (True, False, False, False, False, True)
