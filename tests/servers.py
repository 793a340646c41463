"""The real server, started for a test."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from dashboards import ROOT


@contextmanager
def serving(environment: dict[str, str], log: Path, bound: str = "127.0.0.1") -> Iterator[str]:
    """The dashboard's address on a server that has just started and listens at ``bound``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py"), "--server.headless=true"]
    command += [f"--server.port={port}", f"--server.address={bound}"]
    with open(log, "w") as out:
        server = subprocess.Popen(
            command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, **environment}
        )
        try:
            yield _ready(f"http://127.0.0.1:{port}", server, log)
        finally:
            server.terminate()
            server.wait(20)


def _ready(address: str, server: subprocess.Popen[bytes], log: Path) -> str:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return address
        except (URLError, OSError):
            assert server.poll() is None, log.read_text()
            time.sleep(0.1)
    raise TimeoutError(log.read_text())
