"""What tests of several rooms need from pytest itself: a copy of the lexicon to edit.

Lexicons with other rows, documents, sentences, tables and pages made by hand are plain functions in the modules ``made_*``, since tables of
cases call them before any fixture exists.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from contactline import locations


@pytest.fixture
def lexicon_folder(tmp_path: Path) -> Path:
    """A copy of the lexicon's tables on disk, to edit."""
    return shutil.copytree(locations.LEXICON, tmp_path / "lexicon")
