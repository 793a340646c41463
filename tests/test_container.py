"""The container: built and run where Docker or Podman is there, and its steps run without them everywhere else."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path

import pytest
from dashboards import ONE

from contactline.tables import store

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def engine() -> str | None:
    """The program that runs containers here, if one does."""
    for name in ("docker", "podman"):
        path = shutil.which(name)
        if path and subprocess.run([path, "info"], capture_output=True).returncode == 0:
            return path
    return None


ENGINE = engine()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def health(port: int) -> list[str]:
    """The command of the health check, asked at another port."""
    (command,) = re.findall(r"HEALTHCHECK .*\n +CMD (\[.*\])", DOCKERFILE)
    asked: list[str] = json.loads(command.replace("8501", str(port)))
    return asked


def wait_until_healthy(check: list[str], environment: dict[str, str]) -> None:
    for _ in range(300):
        if subprocess.run(check, env=environment, capture_output=True).returncode == 0:
            return
        time.sleep(0.2)
    raise TimeoutError(check)


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """What the container holds of the project: the files that .dockerignore lets through."""
    kept, left = [], []
    for line in (ROOT / ".dockerignore").read_text().splitlines():
        if line.startswith("!"):
            kept.append(line[1:])
        elif line != "*":
            left.append(line)
    for name in kept:
        source, target = ROOT / name, tmp_path / "image" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=lambda folder, names: ignored(Path(folder), names, left))
        else:
            shutil.copy(source, target)
    return tmp_path / "image"


def ignored(folder: Path, names: list[str], patterns: list[str]) -> set[str]:
    places = {name: (folder / name).relative_to(ROOT).as_posix() for name in names}
    return {
        name
        for name, place in places.items()
        if any(fnmatch(f"./{place}", p.replace("**", "*")) or place == p for p in patterns)
    }


@contextmanager
def started(image: Path, environment: dict[str, str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The entry point without a command: the dashboard."""
    command = [str(image / ".docker" / "start"), f"--server.port={port}", "--server.address=127.0.0.1"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def test_the_steps_of_the_container_run_and_write_nothing_but_tables(image: Path, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "tables" / "lost+found").mkdir(parents=True)  # a volume's own folder
    port = free_port()
    environment = {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": str(image / "lib"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(tmp_path),
        "ARTICLES_FOLDER": str(tmp_path / "articles"),
        "CONTACTLINE_TABLES": str(tmp_path / "tables"),
        "CONTACTLINE_CORRECTIONS": str(tmp_path / "tables" / "corrections.csv"),
    }
    before = sorted(path for path in image.rglob("*"))

    subprocess.run(
        [image / ".docker" / "start", "build", tmp_path / "articles"],
        env=environment,
        check=True,
        capture_output=True,
    )
    with started(image, environment, port):
        wait_until_healthy(health(port), environment)

    assert len(store.read(tmp_path / "tables").articles) == 1
    assert (tmp_path / "tables" / "lost+found").is_dir()
    assert sorted(path for path in image.rglob("*")) == before


def test_the_container_runs_as_nobody_in_particular_and_keeps_tables_on_a_volume() -> None:
    last = DOCKERFILE.split("\nFROM ")[-1]

    assert re.findall(r"^USER (\w+)", last, re.MULTILINE) == ["contactline"]
    assert re.findall(r"^VOLUME (\S+)", last, re.MULTILINE) == ["/tables"]
    assert "CONTACTLINE_TABLES=/tables" in last
    assert last.index("COPY --from=built") < last.index("USER contactline")  # the data belong to root


@pytest.mark.skipif(ENGINE is None, reason="neither Docker nor Podman runs here")
def test_the_container_is_built_and_becomes_healthy_with_all_but_its_tables_read_only() -> None:
    assert ENGINE is not None
    name, port = f"contactline-test-{os.getpid()}", free_port()
    subprocess.run([ENGINE, "build", "-t", name, str(ROOT)], check=True, capture_output=True)
    options = ["--read-only", "--tmpfs", "/tmp", "-v", f"{name}:/tables", "-p", f"127.0.0.1:{port}:8501"]
    subprocess.run([ENGINE, "run", "-d", "--rm", "--name", name, *options, name], check=True, capture_output=True)
    try:
        wait_until_healthy([sys.executable, *health(port)[1:]], dict(os.environ))
        who = subprocess.run([ENGINE, "exec", name, "id", "-u"], check=True, capture_output=True, text=True)
        subprocess.run([ENGINE, "exec", name, "contactline", "build"], check=True, capture_output=True)
    finally:
        subprocess.run([ENGINE, "rm", "-f", name], capture_output=True)
        subprocess.run([ENGINE, "volume", "rm", "-f", name], capture_output=True)
        subprocess.run([ENGINE, "rmi", "-f", name], capture_output=True)

    assert who.stdout.strip() == "10001"
