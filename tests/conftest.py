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
import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from contactline import locations


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
