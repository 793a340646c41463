"""Articles from files: folders, plain text, pages, JSON lines and CSV.

A folder's .txt, .html, .jsonl and .csv files are all read, in the order of their names; its manifest.csv
says what is known of a .txt or .html file that the file does not tell. Nothing is cut here. What cannot be read is
handed to whoever asks, who may go on without it: a bad row costs a row, a bad file a file.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from contactline.records import Article
from contactline.rejects import of_origin

MANIFEST = "manifest.csv"
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years that an article's day may lie in; whatever is outside is an error of the data."""

_PAGES = (".html", ".htm")
_SUFFIXES = (".txt", *_PAGES, ".jsonl", ".csv")
_NUMBERED = re.compile(r"\d+_([0-9a-f]{8,})", re.IGNORECASE)  # a running number, then the id
_MARKUP = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml)", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*|Z|[+-]\d{2}:?\d{2})?")
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, as broken JSON holds: no file can store it
_INVISIBLE = re.compile("[\x00-\x1f\x7f\ufffe\uffff]")  # control characters: no part of a title or a name
_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]{2,20})")
_HEAD_BYTES = 2048  # of a page in which it names its encoding
_LARGEST_CELL = 2**31 - 1
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ",;\t"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_MOST_CONTROLS = 0.02
_LONGEST = 200  # letters of a value in a message


class InputError(ValueError):
    """An input that cannot be read: the message names what, where, what was expected and what to do.

    ``where``: "file" or "file, line 3", or the whole message. ``reason`` and ``todo`` name no folder.
    """

    def __init__(self, where: str, reason: str = "", todo: str = "", article_id: str = "") -> None:
        self.reject = of_origin(where, article_id, reason, todo)
        super().__init__(str(self.reject) if reason else where)


Refuse = Callable[[InputError], None]


def stop(error: InputError) -> None:
    """Raise the first error: for those who can use all of an input or nothing."""
    raise error


@dataclass(frozen=True, slots=True)
class _Known:
    """A row of a manifest: what is known of a file's article."""

    publisher: str
    author: str
    published: date | None
    language: str
    title: str
    url: str
    origin: str


def read(paths: Iterable[Path | str], refuse: Refuse = stop) -> Iterator[Article]:
    """Yield the articles of files and folders, in the order given; a folder's files by name.

    ``refuse`` is called for what cannot be read (a file, a broken row, a second article with an id that was read
    before); where it returns, the reading goes on without that. Raises InputError for a path that is missing or of
    an unknown kind, and for a folder without articles.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for article in _of_path(Path(path), refuse):
            if article.article_id in seen:
                refuse(
                    InputError(
                        article.origin,
                        f"the article id {_short(article.article_id)} was already read from "
                        f"{os.path.basename(seen[article.article_id])}.",
                        "Each article needs an id of its own: rename one or leave it out.",
                        article.article_id,
                    )
                )
                continue
            seen[article.article_id] = article.origin
            yield article


def files(paths: Iterable[Path | str]) -> list[Path]:
    """The files that ``read`` would open, manifests included. Raises InputError where a path is missing."""
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            found.extend(_inside(path))
            if (path / MANIFEST).is_file():
                found.append(path / MANIFEST)
        else:
            _known_kind(path)
            found.append(path)
    return found


def left_out(paths: Iterable[Path | str]) -> list[Path]:
    """What lies in the folders and is not meant to be read: files of other kinds, folders in folders."""
    return [
        inside
        for folder in map(Path, paths)
        if folder.is_dir()
        for inside in sorted(folder.iterdir())
        if not _meant(inside) and not inside.name.startswith(".")
    ]


def row_article(row: Mapping[str, object], origin: str) -> Article:
    """An article from one row of JSON or CSV: ``id``, ``text`` or ``html``, and what is known of Article's fields.

    Other keys are ignored. ``published`` is an ISO day (a time after it is dropped). Raises InputError, naming
    ``origin``, for a missing id, no text, or a date that is none.
    """
    given = row.get("id")
    own = "Give each article a short id of its own."
    if isinstance(given, bool | float | list | dict):
        raise InputError(origin, f'the "id" {_short(given)} is no string.', own)
    article_id = _text(given)
    if not article_id:
        raise InputError(origin, 'the article has no "id".', own)
    text, page = row.get("text"), row.get("html")
    if text is None and page is None:
        told = f'article {_short(article_id)} has neither "text" nor "html".'
        raise InputError(origin, told, "One of them is needed.", article_id)
    for key, value in (("text", text), ("html", page)):
        if value is not None and not isinstance(value, str):
            told = f'"{key}" of article {_short(article_id)} is {type(value).__name__}, not a string.'
            raise InputError(origin, told, "Write it as text in quotation marks.", article_id)
    published = _day(row.get("published"), origin, f"article {_short(article_id)}", article_id)
    return Article(
        article_id=article_id,
        body=_SURROGATE.sub("\ufffd", str(text) if text else str(page or "")),
        is_html=not text and page is not None,
        title=_text(row.get("title")),
        publisher=_text(row.get("publisher")),
        author=_text(row.get("author")),
        url=_text(row.get("url")),
        published=published,
        published_basis="metadata" if published else "",
        language=_text(row.get("language")),
        origin=origin,
    )


def _of_path(path: Path, refuse: Refuse) -> Iterator[Article]:
    if os.path.isdir(path):
        yield from _of_folder(path, refuse)
    else:
        _known_kind(path)
        yield from _of_file(path, refuse)


def _of_file(path: Path, refuse: Refuse) -> Iterator[Article]:
    """The articles of a file; whatever is raised while it is read costs this file alone."""
    try:
        if not _is_utf8(path.name):
            raise InputError(shown(path), "the file's name is not UTF-8.", "Rename the file.")
        yield from _readers()[path.suffix.lower()](path, refuse)
    except InputError as error:
        refuse(error)
    except Exception as error:
        why = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
        told = f"the file cannot be read ({why})."
        refuse(InputError(shown(path), told, "Open it to see why, or leave it out."))


def _known_kind(path: Path) -> None:
    try:
        there = path.exists()
    except (OSError, ValueError):  # a name too long, or of signs that no name may have
        there = False
    if not there:
        raise InputError(_cut(shown(path)), "there is no such file or folder.", "Name one that is there.")
    if path.suffix.lower() not in _SUFFIXES:
        expected = f"Expected a folder or {', '.join(_SUFFIXES)}."
        raise InputError(shown(path), "files of this kind are not read.", expected)


def _meant(path: Path) -> bool:
    """Whether the name is one of an article's file or a manifest."""
    return path.suffix.lower() in _SUFFIXES or path.name == MANIFEST


def _inside(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if _meant(p) and p.is_file() and p.name != MANIFEST)


def _of_folder(folder: Path, refuse: Refuse) -> Iterator[Article]:
    known = _manifest(folder, refuse)
    inside = _inside(folder)
    for path in sorted(folder.iterdir()):
        if _meant(path) and not path.is_file():
            what = "this is a folder, not a file." if path.is_dir() else "this is no file that can be read."
            refuse(InputError(shown(path), what, "Put its files beside it, or remove it."))
    if not inside:
        expected = f"Expected files ending in {', '.join(_SUFFIXES)}."
        raise InputError(shown(folder), "the folder itself holds no articles.", expected)
    for path in inside:
        for article in _of_file(path, refuse):
            row = known.get(path.name)
            yield _with_known(article, row) if row else article


def _with_known(article: Article, row: _Known) -> Article:
    return replace(
        article,
        title=row.title or article.title,
        publisher=row.publisher or article.publisher,
        author=row.author or article.author,
        url=row.url or article.url,
        language=row.language or article.language,
        published=row.published or article.published,
        published_basis="manifest" if row.published else article.published_basis,
    )


def _manifest(folder: Path, refuse: Refuse) -> dict[str, _Known]:
    """What the manifest knows of the folder's files, by their names. A row that is refused is as if not there."""
    path = folder / MANIFEST
    known: dict[str, _Known] = {}
    if not path.is_file():
        return known
    names = {inside.name for inside in _inside(folder)}
    try:
        for origin, row in _csv_rows(path, "file", refuse):
            try:
                name, facts = _known_of(row, origin, names)
                if name in known:
                    where = known[name].origin.rpartition(", ")[2]
                    told = f"{_short(name)} has a row already ({where})."
                    raise InputError(origin, told, "Remove one of them.")
            except InputError as error:
                refuse(error)
                continue
            known[name] = facts
    except InputError as error:
        refuse(error)
    except OSError as error:
        refuse(InputError(shown(path), f"the file cannot be read ({error.strerror}).", "Make it readable."))
    return known


def _known_of(row: Mapping[str, str], origin: str, names: Collection[str]) -> tuple[str, _Known]:
    name = row.get("file", "").strip()
    if not name:
        raise InputError(origin, 'the cell "file" is empty.', "It names the article's file in this folder.")
    if name not in names:
        told = f"there is no file {_short(name)} for articles in this folder."
        raise InputError(origin, told, "Correct the name or remove the row.")
    return name, _Known(
        publisher=_text(row.get("publisher")),
        author=_text(row.get("author")),
        published=_day(row.get("published"), origin, f"file {_short(name)}"),
        language=_text(row.get("language")),
        title=_text(row.get("title")),
        url=_text(row.get("url")),
        origin=origin,
    )


def _readers() -> Mapping[str, Callable[[Path, Refuse], Iterator[Article]]]:
    return {".txt": _text_file, ".html": _page_file, ".htm": _page_file, ".jsonl": lines, ".csv": _csv_file}


def _text_file(path: Path, refuse: Refuse) -> Iterator[Article]:
    body = decode(path.read_bytes())
    if len(_CONTROL.findall(body)) > _MOST_CONTROLS * len(body):
        told = "this is no text, but binary data."
        raise InputError(shown(path), told, "Save it as plain text, or leave it out.", _file_id(path))
    yield Article(_file_id(path), body, is_html=bool(_MARKUP.match(body)), origin=shown(path))


def _page_file(path: Path, refuse: Refuse) -> Iterator[Article]:
    yield Article(_file_id(path), decode(path.read_bytes()), is_html=True, origin=shown(path))


def _file_id(path: Path) -> str:
    numbered = _NUMBERED.fullmatch(path.stem)
    return numbered[1].lower() if numbered else path.stem


def lines(path: Path, refuse: Refuse = stop) -> Iterator[Article]:
    """The articles of a file of JSON lines, one after the other; ``refuse``: as in ``read``, for each bad line."""
    for number, line in enumerate(_lines_of_text(path), 1):
        if not line.strip():
            continue
        try:
            article = _line_article(line.strip(), f"{shown(path)}, line {number}")
        except InputError as error:
            refuse(error)
            continue
        yield article


def _line_article(line: str, origin: str) -> Article:
    expected = "Each line is one article as a JSON object."
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(origin, f"not JSON ({error}).", expected) from None
    except (RecursionError, MemoryError):
        raise InputError(origin, "JSON with too many brackets within brackets.", expected) from None
    if not isinstance(row, dict):
        raise InputError(origin, f"expected a JSON object, found {type(row).__name__}.", expected)
    return row_article(row, origin)


def _lines_of_text(path: Path) -> Iterator[str]:
    with open(path, "rb") as f:
        if f.read(2) not in _WIDE_MARKS:
            f.seek(0)
            yield from map(decode, f)
            return
    with open(path, encoding="utf-16", errors="replace") as wide:
        yield from wide


def _csv_file(path: Path, refuse: Refuse) -> Iterator[Article]:
    for origin, row in _csv_rows(path, "id", refuse):
        try:
            article = row_article({k: v for k, v in row.items() if v}, origin)
        except InputError as error:
            refuse(error)
            continue
        yield article


def _csv_rows(path: Path, needed: str, refuse: Refuse) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with its origin ("file, line 3").

    Refused are a row that has more cells than the header, and one with a quotation mark too many or too few; after
    that, the rest of the file is refused, too, unless it falls into rows as long as the header: text of the broken
    cell must not be taken for articles. Raises InputError where the header lacks the column ``needed`` or has one
    twice.
    """
    name = shown(path)
    text = decode(path.read_bytes())
    rows = list(_cells(list(io.StringIO(text, newline="")), delimiter(text)))
    header: list[str] | None = None
    for place, (line, cells) in enumerate(rows):
        origin = f"{name}, line {line}"
        if isinstance(cells, csv.Error):
            told = f"not readable as CSV ({cells})."
            todo = "Inside a quoted cell, a quotation mark is written twice."
            lengths = {len(more) for _, more in rows[place:] if isinstance(more, list) and any(more)}
            if header is None or lengths - {len(header)}:
                refuse(InputError(origin, f"{told} This row and all below it are left out.", todo))
                return
            refuse(InputError(origin, told, todo))
        elif not any(cells):
            continue
        elif header is None:
            header = [c.strip() for c in cells]
            if needed not in header:
                told = f"no column {needed!r} in the header {_cut(', '.join(header))}."
                raise InputError(name, told, "Name the columns in the first line.")
            if twice := sorted({one for one in header if one and header.count(one) > 1}):
                raise InputError(name, f"the header has {_cut(', '.join(twice))} twice.", "Rename or remove one.")
        elif any(cells[len(header) :]):
            told = f"the row has {len(cells)} cells, the header {len(header)}."
            refuse(InputError(origin, told, "A cell that holds a comma needs quotation marks around it."))
        else:
            yield origin, dict(zip(header, cells, strict=False))


def _cells(lines: list[str], parting: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The cells of each row, or the error in their place, with the line that the row begins on."""
    csv.field_size_limit(_LARGEST_CELL)
    start = 0
    while start < len(lines):
        reader = csv.reader(lines[start:], delimiter=parting, strict=True)
        first = start + 1
        try:
            for cells in reader:
                yield first, cells
                first = start + reader.line_num + 1
            return
        except csv.Error as error:
            yield first, error
            ended = start + reader.line_num >= len(lines)
            start = first if ended else start + reader.line_num  # a quote that stays open takes in all lines


def delimiter(text: str) -> str:
    """The character between the cells of a CSV file: comma, semicolon or tab, which its first line has most."""
    header = text.lstrip().partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def decode(data: bytes) -> str:
    """Text from bytes: by its byte order mark, else UTF-8, else the encoding that a page names, else Windows-1252.

    Bytes that are not defined in the encoding become U+FFFD; nothing is raised.
    """
    if data.startswith(_WIDE_MARKS):
        return data.decode("utf-16", errors="replace")
    if 3 * data.count(0) > len(data):  # UTF-16 without its mark
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _CHARSET.search(data, 0, _HEAD_BYTES)
        try:
            return data.decode(named[1].decode("ascii") if named else "cp1252", errors="replace")
        except (LookupError, UnicodeError):
            return data.decode("cp1252", errors="replace")


def _text(value: object) -> str:
    """A value as text on one line, "" for None; the values of a list are separated by commas."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    return "" if value is None else _INVISIBLE.sub("", _SURROGATE.sub("\ufffd", " ".join(str(value).split())))


def shown(path: Path) -> str:
    """A path as text that can be stored: signs that are no UTF-8 become marks."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _is_utf8(name: str) -> bool:
    return not _SURROGATE.search(name)


def _short(value: object) -> str:
    """A value as Python writes it, cut where it is long."""
    return _cut(repr(value))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} ..."


def _day(value: object, origin: str, of: str, article_id: str = "") -> date | None:
    text = _text(value)
    if not text:
        return None
    match = _DAY.fullmatch(text)
    told = f'{of}, "published": {_short(text)}'
    try:
        day = date.fromisoformat(match[1] if match else text)
    except ValueError:
        todo = "Expected a day such as 2023-09-20, or nothing."
        raise InputError(origin, f"{told} is no date.", todo, article_id) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        why = f"{told} lies outside {FIRST_YEAR} to {LAST_YEAR}: no article is of that day."
        raise InputError(origin, why, "Correct the year.", article_id)
    return day
