"""A build on a real cluster: a Dask scheduler and two workers, of which one is killed under way."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from contactline import pipeline
from contactline.tables import schemas, store

pytest.importorskip("distributed", reason="Dask is not installed")
pytestmark = pytest.mark.filterwarnings("default")  # those of Dask are not ours

ARTICLES = 10
BREAKS = """
from contactline import pipeline


def breaks(article, lexicon, code=pipeline.code):
    if article.article_id == "bad":
        raise RecursionError
    return code(article, lexicon)


pipeline.code = breaks
"""


def dask(*arguments: str) -> subprocess.Popen[bytes]:
    """A program of Dask that finds this project; what it prints is not looked at."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", *arguments]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def worker(address: str, preload: Path) -> subprocess.Popen[bytes]:
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--preload", str(preload))
    return dask("distributed.cli.dask_worker", address, *options)


@pytest.fixture
def scheduler() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = dask("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield f"tcp://127.0.0.1:{port}"
    process.kill()
    process.wait()


def test_a_worker_that_is_killed_and_a_bad_article_cost_no_other(tmp_path: Path, scheduler: str) -> None:
    texts = {f"a{n}": f"Azerbaijan shelled Talish on {n + 1} October 2020." for n in range(ARTICLES)}
    source, breaks = tmp_path / "in.jsonl", tmp_path / "breaks.py"
    breaks.write_text(BREAKS)
    write(source, texts | {"bad": "Azerbaijan shelled Talish."})
    workers = [worker(scheduler, breaks), worker(scheduler, breaks)]

    def kill(done: int, total: int, what: str) -> None:
        if done == 2:
            workers[0].kill()

    try:
        report = pipeline.build([source], tmp_path / "cluster", scheduler=scheduler, progress=kill)
    finally:
        for process in workers:
            process.kill()
            process.wait()
    write(source, texts)
    pipeline.build([source], tmp_path / "one", jobs=1)

    assert (report.articles, [reject.article_id for reject in report.rejects]) == (ARTICLES, ["bad"])
    assert {
        name: store.read_table(tmp_path / "cluster", name).equals(store.read_table(tmp_path / "one", name))
        for name in schemas.SCHEMAS
    } == dict.fromkeys(schemas.SCHEMAS, True)


def write(path: Path, texts: dict[str, str]) -> None:
    path.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items()))
