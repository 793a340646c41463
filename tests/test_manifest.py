"""A day set by hand is in the manifest, and nothing else has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from contactline import manifest, read

DAY = date(2023, 9, 20)

CASES = [
    (None, DAY, "file,publisher,author,published,language,title,url,note\nx.txt,,,2023-09-20,,,,\n"),
    ("file,note\ny.txt,n\n", DAY, "file,note,published\ny.txt,n\nx.txt,,2023-09-20\n"),
    ('file,published,note\nx.txt,2020-01-01,"a, b"\n', DAY, 'file,published,note\nx.txt,2023-09-20,"a, b"\n'),
    ("file,published,note\nx.txt,2020-01-01,n\n", None, "file,published,note\nx.txt,,n\n"),
    ("file\nx.txt\n", DAY, "file,published\nx.txt,2023-09-20\n"),
]


@pytest.mark.parametrize(("before", "day", "after"), CASES)
def test_a_day_is_set(tmp_path: Path, before: str | None, day: date | None, after: str) -> None:
    (tmp_path / "x.txt").write_text("text")
    (tmp_path / "y.txt").write_text("text")
    if before is not None:
        (tmp_path / "manifest.csv").write_text(before)

    manifest.set_published(tmp_path / "x.txt", day)

    assert (tmp_path / "manifest.csv").read_text() == after
    assert sorted(p.name for p in tmp_path.iterdir()) == ["manifest.csv", "x.txt", "y.txt"]
    assert {a.article_id: a.published for a in read.read([tmp_path])}["x"] == day


def test_only_files_of_one_article_can_be_dated_there(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("")

    with pytest.raises(read.InputError, match="carry their own"):
        manifest.set_published(tmp_path / "x.jsonl", DAY)
    with pytest.raises(read.InputError, match="no such file"):
        manifest.set_published(tmp_path / "y.txt", DAY)
