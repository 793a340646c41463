"""What a build would read, told before it is built."""

from __future__ import annotations

from pathlib import Path

import made_inputs as made
import pytest

from contactline import intake, lexicon, preview

WORDS = lexicon.load()
ROWS = (
    "content,date,source,mood\n"
    f'"First. {made.TEXT}",5/22/2031,The Valley Post,x\n'
    f'"Second. {made.TEXT}",2031-05,The Hill Times,x\n'
    ",2031-05-22,The Hill Times,x\n"
)


def test_inputs_as_they_are_understood(tmp_path: Path) -> None:
    made.put(
        tmp_path,
        a__csv=ROWS,
        b__html=made.page("Ministers speak of a road", f"<p>12 May 2031</p><p>{made.TEXT}</p>"),
    )

    found = preview.look([tmp_path], WORDS, intake.Options())

    ids = [document.article.article_id for document in found.first]
    csv, html = tmp_path / "a.csv", tmp_path / "b.html"
    assert list(preview.lines(found)) == [
        "Would be read: 3 articles from 2 files.",
        f"  {csv}: 2",
        f"  {html}: 1",
        "The first as they are understood (id | day | publisher | language | title):",
        f"  {ids[0]} | 2031-05-22 | The Valley Post | en | -",
        f"  {ids[1]} | 2031-05-01 to 2031-05-31 | The Hill Times | en | -",
        "  b | 2031-05-12 | - | en | Ministers speak of a road",
        "Of all:",
        "  days given: 2, from 2031-05-12 to 2031-05-22; to be worked out from the text: 1",
        "  publishers: The Valley Post 1, The Hill Times 1, unknown 1",
        "  languages: en 3",
    ]
    assert found.notes == (
        f"{csv}: columns taken: text = content, published = date, publisher = source.",
        f"{csv}: columns not used: mood.",
    )
    assert [reject.reason for reject in found.rejects] == ["the article has no text."]


def test_where_nothing_would_be_read(tmp_path: Path) -> None:
    made.put(tmp_path, a__csv="url,title\nhttps://x.org/a,A\n")

    found = preview.look([tmp_path], WORDS, intake.Options())

    assert list(preview.lines(found)) == ["Would be read: 0 articles from 0 files."]
    assert len(found.rejects) == 1


def test_many_articles_are_counted_and_the_first_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "LOOKED_AT", 2)
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"{number}. {made.TEXT}")

    lines = list(preview.lines(preview.look([tmp_path], WORDS, intake.Options())))

    assert lines[0] == "Would be read: 12 articles from 12 files."
    assert lines[11] == "  and 2 more files"
    assert "Of the first 2:" in lines
