"""A day set by hand goes into the manifest, and everything else stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from contactline import intake
from contactline.intake import manifest

HEADER = "file,publisher,author,published,language,title,url,note\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, HEADER + "a.txt,,,2023-09-20,,,,\n"),
        (
            HEADER + 'b.txt,"X, Y",,2020-01-01,en,,,n\n',
            HEADER + 'b.txt,"X, Y",,2020-01-01,en,,,n\na.txt,,,2023-09-20,,,,\n',
        ),
        (HEADER + "a.txt,X,,2020-01-01,en,,,n\n", HEADER + "a.txt,X,,2023-09-20,en,,,n\n"),
        ("file,own\na.txt,kept\n", "file,own,published\na.txt,kept,2023-09-20\n"),
        ("file;own\na.txt;kept, too\n", "file;own;published\na.txt;kept, too;2023-09-20\n"),
    ],
)
def test_a_day_is_set(tmp_path: Path, before: str | None, after: str) -> None:
    article = tmp_path / "a.txt"
    article.write_text("A text.")
    (tmp_path / "b.txt").write_text("Another.")
    if before is not None:
        (tmp_path / "manifest.csv").write_text(before)

    manifest.set_published(article, date(2023, 9, 20))

    assert (tmp_path / "manifest.csv").read_text() == after
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "b.txt", "manifest.csv"]
    found = next(iter(intake.read([tmp_path])))
    assert (found.article_id, found.published, found.published_basis) == ("a", date(2023, 9, 20), "manifest")


@pytest.mark.parametrize(
    ("before", "taken_out"),
    [
        (None, None),
        (HEADER + "a.txt,X,,,en,,,n\n", HEADER + "a.txt,X,,,en,,,n\n"),
        (HEADER + "a.txt,X,,2020-01-01,en,,,n\n", HEADER + "a.txt,X,,,en,,,n\n"),
        (HEADER + "b.txt,X,,2020-01-01,en,,,n\n", HEADER + "b.txt,X,,2020-01-01,en,,,n\n"),
    ],
)
def test_a_day_is_taken_out_and_set_back(tmp_path: Path, before: str | None, taken_out: str | None) -> None:
    table = tmp_path / "manifest.csv"
    if before is not None:
        table.write_text(before)

    known = manifest.set_published(tmp_path / "a.txt", date(2023, 9, 20))
    assert manifest.set_published(tmp_path / "a.txt", None) == date(2023, 9, 20)
    assert (table.read_text() if table.exists() else None) == taken_out

    manifest.set_published(tmp_path / "a.txt", date(2023, 9, 20))
    manifest.set_published(tmp_path / "a.txt", known)
    assert (table.read_text() if table.exists() else None) == before


def test_a_row_whose_day_is_no_date_is_left_as_it_is(tmp_path: Path) -> None:
    table = tmp_path / "manifest.csv"
    table.write_text("file,published\na.txt,soon\n")

    with pytest.raises(ValueError, match="soon"):
        manifest.set_published(tmp_path / "a.txt", date(2023, 9, 20))

    assert table.read_text() == "file,published\na.txt,soon\n"


@pytest.mark.parametrize(
    ("name", "expected"), [("a.txt", True), ("a.html", True), ("a.jsonl", False), ("b.txt", False)]
)
def test_which_files_a_manifest_tells_about(tmp_path: Path, name: str, expected: bool) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "a.html").touch()
    (tmp_path / "a.jsonl").touch()

    assert manifest.holds(tmp_path / name) is expected
