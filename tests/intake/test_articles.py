"""Articles from every kind of input, and what is said where an input is wrong."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import made_inputs as made
import pytest

from contactline import intake
from contactline.records import Article


def put(folder: Path, **files: str | bytes) -> Path:
    """Write files named by keyword, with "__" for the dot."""
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_a_folder_gives_its_files_in_the_order_of_their_names_with_what_the_manifest_knows(tmp_path: Path) -> None:
    put(
        tmp_path,
        b__txt="Second.",
        a__html="<p>First.</p>",
        c__jsonl='{"id": "third", "text": "Third.", "published": "2020-10-04T09:00:00Z", "mood": "dark"}\n\n',
        d__csv='id,text,publisher,extra\nfourth,"Four, th.",The Post,x\n',
        ignored__png="No article.",
        manifest__csv="file,publisher,author,published,language,title,url,note\n"
        "b.txt,The Times,Ann,2023-09-20,en,A title,,x\n",
    )

    assert list(intake.read([tmp_path])) == [
        Article("a", "<p>First.</p>", is_html=True, origin=str(tmp_path / "a.html")),
        Article(
            "b",
            "Second.",
            title="A title",
            publisher="The Times",
            author="Ann",
            published=date(2023, 9, 20),
            published_basis="manifest",
            language="en",
            origin=str(tmp_path / "b.txt"),
        ),
        Article(
            "third",
            "Third.",
            published=date(2020, 10, 4),
            published_basis="metadata",
            origin=f"{tmp_path / 'c.jsonl'}, line 1",
        ),
        Article("fourth", "Four, th.", publisher="The Post", origin=f"{tmp_path / 'd.csv'}, line 2"),
    ]


@pytest.mark.parametrize(
    ("name", "article_id"),
    [
        ("000_845a451460190293.txt", "845a451460190293"),
        ("17_ABCDEF0123.txt", "abcdef0123"),
        ("report-of-monday.txt", "report-of-monday"),
        ("2020_notes.txt", "2020_notes"),
    ],
)
def test_the_id_of_a_text_file(tmp_path: Path, name: str, article_id: str) -> None:
    (tmp_path / name).write_text("Text.")

    assert [a.article_id for a in intake.read([tmp_path / name])] == [article_id]


WRONG = [
    ({"x__jsonl": "{]"}, "x.jsonl, line 1: not JSON"),
    ({"x__jsonl": "[1]"}, "x.jsonl, line 1: expected a JSON object, found int"),
    ({"x__jsonl": '{"id": "a"}'}, 'article \'a\' has neither "text" nor "html"'),
    ({"x__jsonl": '{"id": "a", "text": 5}'}, "\"text\" of article 'a' is int, not a string"),
    (
        {"x__jsonl": '{"id": "a", "text": "t"}\n{"id": "a", "text": "u"}'},
        "line 2: the article id 'a' was already read",
    ),
    ({"a__txt": "t", "a__html": "<p>t"}, "a.txt: the article id 'a' was already read from"),
    ({"x__csv": "name,kind\na,b\n"}, "x.csv: no column holds texts of articles. There are: name, kind."),
    ({"x__txt": " \n"}, "x.txt: the file has no text."),
    ({"x__pdf": "t"}, "x.pdf: the file is no .pdf, whatever its name says."),
    ({"x__txt": "{\\rtf1 t}"}, "x.txt: this is an RTF file, which is not read. Save it as .docx or .txt."),
    (
        {"x__txt": "t", "manifest__csv": "file,published\ny.txt,\n"},
        "manifest.csv, line 2: there is no file 'y.txt'",
    ),
    ({"x__txt": "t", "manifest__csv": "file\nx.txt\nx.txt\n"}, "line 3: 'x.txt' has a row already"),
    ({"x__txt": "t", "manifest__csv": "file,note\n,x\n"}, 'line 2: the cell "file" is empty'),
    ({"x__log": "t"}, "the folder holds no articles"),
    ({"x__jsonl": '{"id": true, "text": "t"}'}, 'line 1: the "id" True is not a string'),
    ({"x__txt": bytes(range(256))}, "x.txt: this is not text, but binary data"),
    ({"x__csv": 'id,text\na,"t\nb,u\n'}, "x.csv, line 2: not readable as CSV (unexpected end of data)"),
    ({"x__csv": "id,text\n\na,t\nb,Well, no.\n"}, "x.csv, line 4: the row has 3 cells, the header 2"),
    ({"x__csv": "id,text,text\na,t,u\n"}, "x.csv: the header has text twice"),
]


def test_a_table_of_another_name_and_empty_files(tmp_path: Path) -> None:
    made.put(tmp_path, a__txt="Title\tBody\nRoad\tOne.\n", b__csv="", c__jsonl="\n", d__csv="id,text\n")
    notes: list[str] = []

    found = list(intake.read([tmp_path], options=intake.Options(note=notes.append)))

    assert [(a.title, a.body) for a in found] == [("Road", "One.")]
    assert notes[-3:] == [f"{tmp_path / name}: it holds no articles." for name in ("b.csv", "c.jsonl", "d.csv")]


DEEP = "[" * 100_000

REFUSED = [
    # a line, a row, a second id
    (
        {
            "x__jsonl": '{"id": "a", "text": "t"}\n{]\n[1]\n{"id": "b"}\n{"id": "c", "text": "t"}\n{"id": "a", "text": "u"}'
        },
        ["a", "c"],
        [("x.jsonl", 2, ""), ("x.jsonl", 3, ""), ("x.jsonl", 4, "b"), ("x.jsonl", 6, "a")],
    ),
    (
        {"x__jsonl": f'{{"id": "a", "text": "t", "more": {DEEP}\n{{"id": "b", "text": "t"}}'},
        ["b"],
        [("x.jsonl", 1, "")],
    ),
    ({"x__csv": "id,text\na,t\nb,Well, no.\nd,\nc,u\n"}, ["a", "c"], [("x.csv", 3, ""), ("x.csv", 4, "d")]),
    # a quotation mark too many or too few: rows below are read only where they can be nothing else
    ({"x__csv": 'id,text\na,t\nb,"so "he" said"\nc,u\n'}, ["a", "c"], [("x.csv", 3, "")]),
    ({"x__csv": 'id,text\na,"t\nb,u\n'}, ["b"], [("x.csv", 2, "")]),
    (
        {"x__csv": 'id,text\na,t\nb,"so "he" said,\nand more, and more,\nand left"\nc,u\n'},
        ["a"],
        [("x.csv", 3, "")],
    ),
    # a file
    ({"a__csv": "name,kind\nx,y\n", "b__txt": "t"}, ["b"], [("a.csv", None, "")]),
    ({"a__txt": bytes(range(256)), "b__txt": "t"}, ["b"], [("a.txt", None, "a")]),
    # a manifest, whose articles stay
    (
        {"a__txt": "t", "manifest__csv": "file,published\na.txt,2031-05-12\nb.txt,\n"},
        ["a"],
        [("manifest.csv", 3, "")],
    ),
    ({"a__txt": "t", "manifest__csv": "name\na.txt\n"}, ["a"], [("manifest.csv", None, "")]),
    (
        {"a__txt": "t", "manifest__csv": f"file\n{'n' * 5000}\n../a.txt\n"},
        ["a"],
        [("manifest.csv", 2, ""), ("manifest.csv", 3, "")],
    ),
]


@pytest.mark.parametrize(("files", "ids", "refused"), REFUSED)
def test_what_is_wrong_costs_nothing_else(
    tmp_path: Path, files: dict[str, str], ids: list[str], refused: list[tuple[str, int | None, str]]
) -> None:
    put(tmp_path, **files)
    errors: list[intake.InputError] = []

    articles = list(intake.read([tmp_path], errors.append))

    assert [a.article_id for a in articles] == ids
    assert [(e.reject.name, e.reject.row, e.reject.article_id) for e in errors] == refused
    assert [e.reject for e in errors if str(tmp_path) in e.reject.reason + e.reject.todo] == []
    assert [len(str(e)) for e in errors if len(str(e)) > 600] == []


def test_names_and_kinds_of_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "b.txt").symlink_to("nowhere")
    (tmp_path / "c.txt").write_text("t")
    (tmp_path / "manifest.csv").mkdir()
    with open(os.fsencode(tmp_path) + b"/d\xe9.txt", "w") as f:
        f.write("t")
    errors: list[intake.InputError] = []

    articles = list(intake.read([tmp_path], errors.append))

    assert [a.article_id for a in articles] == ["c"]
    assert [(e.reject.name, e.reject.reason) for e in errors] == [
        ("manifest.csv", "this is a folder, not a file."),
        ("b.txt", "this is not a file that can be read."),
        ("d\ufffd.txt", "the file's name is not UTF-8."),
    ]


def test_a_name_that_no_file_can_have_is_not_there() -> None:
    for name in ("n" * 5000 + ".txt", "a\0b.txt"):
        with pytest.raises(intake.InputError, match="there is no such file"):
            list(intake.read([name]))


@pytest.mark.parametrize(("files", "message"), WRONG)
def test_a_wrong_input_is_named_with_file_and_row(tmp_path: Path, files: dict[str, str], message: str) -> None:
    put(tmp_path, **files)

    with pytest.raises(intake.InputError) as error:
        list(intake.read([tmp_path]))

    assert message in str(error.value)


def test_a_path_that_is_missing_or_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"\x89PNG")

    with pytest.raises(intake.InputError, match="there is no such file"):
        list(intake.read([tmp_path / "y.txt"]))
    with pytest.raises(intake.InputError, match="this is a picture, which is not read"):
        list(intake.read([tmp_path / "x.png"]))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_cells_may_be_parted_by_commas_semicolons_and_tabs(tmp_path: Path, mark: str) -> None:
    rows = [("id", "text", "published"), ("a", '"One,\ntwo; ""three"""', "2023-09-20Z"), ("b", "Four.", "")]
    put(tmp_path, x__csv="".join(mark.join(row) + "\r\n" for row in rows))

    assert list(intake.read([tmp_path])) == [
        Article(
            "a",
            'One,\ntwo; "three"',
            published=date(2023, 9, 20),
            published_basis="metadata",
            origin=f"{tmp_path / 'x.csv'}, line 2",
        ),
        Article("b", "Four.", origin=f"{tmp_path / 'x.csv'}, line 4"),
    ]


def test_json_lines_in_utf_16(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "Xankəndi"}, {"id": "b", "text": "Şuşa", "author": ["Ann", "Bo"]}]
    put(tmp_path, x__jsonl="".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows).encode("utf-16"))

    assert [(a.body, a.author) for a in intake.read([tmp_path])] == [("Xankəndi", ""), ("Şuşa", "Ann, Bo")]


def test_what_is_not_read_is_known(tmp_path: Path) -> None:
    put(tmp_path, a__txt="Text.", b__png="x", manifest__csv="file\n", __hidden="x")
    (tmp_path / "inner").mkdir()
    put(tmp_path / "inner", c__txt="Text.", d__log="x")

    assert [p.name for p in intake.left_out([tmp_path])] == ["b.png", "d.log"]


def test_a_folder_is_read_with_its_sub_folders(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "page_files").mkdir()
    (tmp_path / ".git").mkdir()
    put(tmp_path, a__txt="One.", page__html="<p>Page.", manifest__csv="file,title\nb/d.txt,Two\n")
    put(tmp_path / "b", d__txt="Two.", manifest__csv="FILE,Published\nd.txt,12 May 2031\n")
    put(tmp_path / "b" / "c", a__txt="Three.", **{"7_ABCDEF0123__txt": "Four."})
    put(tmp_path / "page_files", frame__html="<p>A frame.")
    put(tmp_path / ".git", x__txt="x")

    found = list(intake.read([tmp_path]))

    assert [(a.article_id, a.body, a.published) for a in found] == [
        ("a", "One.", None),
        ("page", "<p>Page.", None),
        ("b/d", "Two.", date(2031, 5, 12)),
        ("abcdef0123", "Four.", None),
        ("b/c/a", "Three.", None),
    ]
    assert [p.relative_to(tmp_path).as_posix() for p in intake.files([tmp_path])] == [
        "a.txt",
        "page.html",
        "manifest.csv",
        "b/d.txt",
        "b/manifest.csv",
        "b/c/7_ABCDEF0123.txt",
        "b/c/a.txt",
    ]


def test_a_date_of_the_manifest_that_is_none_costs_only_the_date(tmp_path: Path) -> None:
    put(
        tmp_path,
        a__txt="One.",
        b__txt="Two.",
        manifest__csv="file,published,title\na.txt,soon,A\nb.txt,2031-05,B\n",
    )

    found = list(intake.read([tmp_path]))

    assert [(a.title, a.published, a.published_within, a.warnings) for a in found] == [
        ("A", None, None, ("The date 'soon' that the manifest gives is none that can be read.",)),
        ("B", None, (date(2031, 5, 1), date(2031, 5, 31)), ()),
    ]


def test_half_a_character_of_broken_json_becomes_a_mark(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(r'{"id": "a", "text": "one \ud800 two", "title": "\udfff"}')

    assert [(a.body, a.title) for a in intake.read([tmp_path / "x.jsonl"])] == [("one \ufffd two", "\ufffd")]


def test_a_line_of_five_megabytes(tmp_path: Path) -> None:
    text = "The two sides met. " * 270_000
    (tmp_path / "x.jsonl").write_text(json.dumps({"id": "a", "text": text}))

    assert [len(a.body) for a in intake.read([tmp_path / "x.jsonl"])] == [len(text)]


def test_a_page_saved_as_text_is_read_as_a_page(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("\n<!DOCTYPE html><html><p>Text.")

    assert [a.is_html for a in intake.read([tmp_path / "x.txt"])] == [True]


def test_the_five_articles_and_what_the_manifest_knows_of_them() -> None:
    articles = {a.article_id: a for a in intake.read([Path(__file__).parents[2] / "data" / "articles"])}

    assert {key: (a.publisher, a.author, str(a.published)) for key, a in articles.items()} == {
        "845a451460190293": ("China News Service (ZXS)", "", "2023-09-20"),
        "be8276d035cbccc6": ("Xinhua News Agency", "Leo", "2020-12-07"),
        "2c65f0bc1e8ed644": ("", "", "2022-10-31"),
        "bcae97faca071bd7": ("The Kyiv Independent", "Rachel Amran", "2023-09-21"),
        "c2162a0aef7b93c9": ("The Diplomatic Insight (TDI)", "", "2023-03-14"),
    }
