"""A file to be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from contactline.intake import source
from contactline.intake.errors import InputError


def test_a_file_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")

    found = source.of_path(tmp_path / "a.txt", "b/a.txt")

    assert (found.label, found.name, found.key) == (str(tmp_path / "a.txt"), "a.txt", "b/a.txt")
    assert (found.head(), found.data()) == (b"Text.", b"Text.")


def test_a_file_in_one_piece_may_not_be_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 10)

    with pytest.raises(InputError, match="more than 0 megabytes in one piece"):
        source.Source("a.txt", "a.txt", "a.txt", lambda: io.BytesIO(b"x" * 11)).data()
