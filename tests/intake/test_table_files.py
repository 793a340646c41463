"""CSV of any delimiter, Excel and Parquet."""

from __future__ import annotations

import io
import time
import tracemalloc
from datetime import datetime

import made_inputs as made
import openpyxl
import pytest

from contactline import lexicon
from contactline.intake import decoding, table_files
from contactline.intake.errors import InputError
from contactline.intake.options import Reading
from contactline.intake.source import Source

WORDS = lexicon.load()


def source(data: bytes) -> Source:
    return Source("x", "x", "x", lambda: io.BytesIO(data))


def lines(text: str) -> table_files.Lines:
    return lambda: iter(io.StringIO(text, newline=""))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a,b;c\n", ","),
        ("a;b\n", ";"),
        ("a\tb\n", "\t"),
        ("a|b|c\n", "|"),
        ("sep=;\na,b;c\n", ";"),
        ("\n\na;b\n", ";"),
    ],
)
def test_the_mark_between_cells(text: str, mark: str) -> None:
    assert table_files.delimiter(text) == mark


def test_rows_with_their_lines() -> None:
    text = 'sep=;\nid;text\n\na;"One;\ntwo"\n;\nb;Three;4\nc;Five\n'

    found = list(table_files.csv_rows(lines(text), "x"))

    assert found[0] == ("x, line 4", {"id": "a", "text": "One;\ntwo"})
    assert isinstance(found[1], InputError) and found[1].reject.reason == "the row has 3 cells, the header 2."
    assert found[2:] == [("x, line 8", {"id": "c", "text": "Five"})]


def test_many_broken_rows_take_no_time() -> None:
    began = time.process_time()

    found = list(table_files.csv_rows(lines("id,text\n" + 'a,"x"y"\n' * 20_000), "x"))

    assert len(found) == 20_000
    assert time.process_time() - began < 5


def test_the_header_is_the_first_line_with_names() -> None:
    assert table_files.header(lines("\n\nsep=;\n id ; text\n")) == ["id", "text"]
    assert table_files.header(lines("")) == []


def test_a_guessed_encoding_is_told() -> None:
    notes: list[str] = []

    (found,) = table_files.csv_articles(
        source("id,text\na,schön\n".encode("cp1252")), Reading(WORDS, note=notes.append)
    )

    assert (found.body, notes) == (
        "schön",
        ["x: the file does not tell its encoding; it is read as windows-1252."],
    )


def test_a_column_twice_is_refused() -> None:
    with pytest.raises(InputError, match="the header has text twice"):
        list(table_files.csv_articles(source(b"id,text,text\na,t,u\n"), Reading(WORDS)))


def test_the_sheets_of_a_workbook() -> None:
    data = made.xlsx(
        [
            ("", ""),
            ("Title", "Text", "Date"),
            ("A", "One.", datetime(2031, 5, 12, 8)),
            (None, None),
            ("B", "Two.", None),
        ]
    )

    found = list(table_files.xlsx_articles(source(data), Reading(WORDS)))

    assert [(a.title, a.body, str(a.published), a.origin) for a in found] == [
        ("A", "One.", "2031-05-12", "x, line 3"),
        ("B", "Two.", "None", "x, line 5"),
    ]


def test_a_sheet_without_texts_beside_one_with_them_is_passed_over_and_named() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Title", "Text"])
    book.active.append(["A", "One."])
    notes = book.create_sheet("Notes")
    notes.append(["Coder", "Comment"])
    notes.append(["AB", "Checked."])
    out = io.BytesIO()
    book.save(out)
    told: list[str] = []

    found = list(table_files.xlsx_articles(source(out.getvalue()), Reading(WORDS, note=told.append)))

    assert [a.body for a in found] == ["One."]
    assert told[-1] == "x: sheets without texts of articles are passed over: Notes."


@pytest.mark.parametrize(
    ("head", "is_table"),
    [
        ("Title\tBody\tDate\nA\tOne.\t", True),
        ("\ufeffid;text\na;One.", True),
        ("Title, text and date of the statement were given by the ministry that day", False),
        ("Text\n\nThe ministers spoke of a road.", False),
        ("", False),
    ],
)
def test_a_table_is_known_by_its_first_line(head: str, is_table: bool) -> None:
    assert table_files.is_table(head, Reading(WORDS)) is is_table


def test_the_rows_of_parquet() -> None:
    data = made.parquet({"headline": ["A", None], "body": ["One.", "Two."], "source": [{"name": "Post"}, None]})

    found = list(table_files.parquet_articles(source(data), Reading(WORDS)))

    assert [(a.title, a.body, a.publisher) for a in found] == [("A", "One.", "Post"), ("", "Two.", "")]


def test_a_table_is_never_held_whole() -> None:
    row = 'a,"' + "The road was closed. " * 500 + '"\n'
    data = ("id,text\n" + row * 600).encode()
    rows = table_files.csv_rows(decoding.lines(lambda: io.BytesIO(data))[0], "x")
    next(rows)

    tracemalloc.start()
    read = sum(1 for _ in rows)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (read, len(data) > 6_000_000) == (599, True)
    assert peak < 1_000_000


@pytest.mark.parametrize(
    ("text", "read", "refused"),
    [
        ('id,text\na,"One\nb,Two\nc,Three\n', ["b", "c"], 1),
        ('id,text\na,"One\nb,Two\nc,Three, four\n', [], 1),
        ('id,text\na,"One"1\nb,Two\nc,"Three\n', ["b"], 2),
        ('id,text\na,One\nb,"Two\n"2\n', ["a"], 2),
    ],
)
def test_below_a_mark_that_stays_open_only_rows_like_the_header_are_read(
    text: str, read: list[str], refused: int
) -> None:
    found = list(table_files.csv_rows(lines(text), "x"))

    assert [one[1]["id"] for one in found if not isinstance(one, InputError)] == read
    assert len(found) - len(read) == refused


def test_a_cell_larger_than_any_text_costs_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_files, "_LARGEST_CELL", 50)

    found = list(table_files.csv_rows(lines('id,text\na,"' + "b,Two\n" * 20), "x"))

    assert isinstance(found[0], InputError) and found[0].reject.row == 2
    assert found[1:] == [(f"x, line {n}", {"id": "b", "text": "Two"}) for n in range(3, 22)]


def test_a_title_above_the_header_of_a_sheet_is_passed_over() -> None:
    data = made.xlsx([("Articles of May",), (), ("Headline", "Text"), ("A", "One."), ("", "Two.")])

    found = list(table_files.xlsx_articles(source(data), Reading(WORDS)))

    assert [(a.title, a.body, a.origin) for a in found] == [("A", "One.", "x, line 4"), ("", "Two.", "x, line 5")]


def test_a_sheet_of_one_column_has_its_header_in_the_first_row() -> None:
    found = list(table_files.xlsx_articles(source(made.xlsx([("Text",), ("One.",)])), Reading(WORDS)))

    assert [a.body for a in found] == ["One."]


def test_between_tabs_a_quotation_mark_may_be_the_text_s_own() -> None:
    text = 'id\ttext\na\t"Go," he said.\nb\tThe "road".\nc\t"It is ""closed"""\n'

    found = list(table_files.csv_rows(lines(text), "x"))

    assert found == [
        ("x, line 2", {"id": "a", "text": '"Go," he said.'}),
        ("x, line 3", {"id": "b", "text": 'The "road".'}),
        ("x, line 4", {"id": "c", "text": 'It is "closed"'}),
    ]
