"""What tests of several rooms need from pytest itself: a copy of the lexicon to edit, and one Chromium for all browser tests.

Lexicons with other rows, documents, sentences, tables and pages made by hand are plain functions in the modules ``made_*``, since tables of
cases call them before any fixture exists.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import chromium
import made_articles
import pytest
from dashboards import prepare
from playwright.sync_api import Browser, expect, sync_playwright
from servers import serving

from contactline import locations, pipeline
from contactline.tables import store


@pytest.fixture
def lexicon_folder(tmp_path: Path) -> Path:
    """A copy of the lexicon's tables on disk, to edit."""
    return shutil.copytree(locations.LEXICON, tmp_path / "lexicon")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once. Where there is none, its tests are skipped, but not in CI."""
    if chromium.PROGRAM is None:
        assert not os.environ.get("CI"), "CI needs Chromium: apt-get install chromium"
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        expect.set_options(timeout=40_000)
        browser = playwright.chromium.launch(executable_path=chromium.PROGRAM, args=chromium.ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a dashboard on the five articles, coded once."""
    return prepare(tmp_path_factory.mktemp("five"), "full")


@pytest.fixture(scope="session")
def five_served(five: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the five articles that all browser tests share: they must leave nothing behind."""
    with serving(five, tmp_path_factory.mktemp("log") / "server.log") as address:
        yield address


@pytest.fixture(scope="session")
def made_served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The same of made-up articles that were built twice, first without one; and the first build's id."""
    folder = tmp_path_factory.mktemp("made")
    articles = made_articles.write(folder / "made.jsonl")
    lines = articles.read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "fewer.jsonl").write_text("".join(lines[:-1]), encoding="utf-8")
    pipeline.build([folder / "fewer.jsonl"], folder / "tables")
    first = str(store.read_build(folder / "tables")["build"])
    pipeline.build([articles], folder / "tables")
    environment = {"CONTACTLINE_ARTICLES": str(articles), "CONTACTLINE_TABLES": str(folder / "tables")}
    with serving(environment, folder / "server.log") as address:
        yield address, first
