"""A day set by hand is in the manifest, and nothing else has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from contactline import manifest, read

DAY = date(2023, 9, 20)

CASES = [
    (None, DAY, "file,publisher,author,published,language,title,url,note\nx.txt,,,2023-09-20,,,,\n"),
    ("file,note\ny.txt,n\n", DAY, "file,note,published\ny.txt,n,\nx.txt,,2023-09-20\n"),
    ('file,published,note\nx.txt,2020-01-01,"a, b"\n', DAY, 'file,published,note\nx.txt,2023-09-20,"a, b"\n'),
    ("file\nx.txt\n", DAY, "file,published\nx.txt,2023-09-20\n"),
]


@pytest.mark.parametrize(("before", "day", "after"), CASES)
def test_a_day_is_set(tmp_path: Path, before: str | None, day: date, after: str) -> None:
    (tmp_path / "x.txt").write_text("text")
    (tmp_path / "y.txt").write_text("text")
    if before is not None:
        (tmp_path / "manifest.csv").write_text(before)

    manifest.set_published(tmp_path / "x.txt", day)

    assert (tmp_path / "manifest.csv").read_text() == after
    assert sorted(p.name for p in tmp_path.iterdir()) == ["manifest.csv", "x.txt", "y.txt"]
    assert {a.article_id: a.published for a in read.read([tmp_path])}["x"] == day


@pytest.mark.parametrize(
    ("name", "held"), [("x.txt", True), ("x.html", True), ("x.jsonl", False), ("no.txt", False)]
)
def test_a_manifest_tells_about_files_of_one_article(tmp_path: Path, name: str, held: bool) -> None:
    if name != "no.txt":
        (tmp_path / name).write_text("")

    assert manifest.holds(tmp_path / name) == held


def test_the_name_is_the_one_that_is_read() -> None:
    assert manifest.NAME == read.MANIFEST
