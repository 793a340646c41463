"""Articles from files: folders, plain text, pages, JSON lines and CSV.

A folder's .txt, .html, .jsonl and .csv files are all read, in the order of their names; its manifest.csv
says what is known of a .txt or .html file that the file does not tell. Nothing is cut here.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from contactline.records import Article

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


class InputError(ValueError):
    """An input that cannot be read: the message names what, where, what was expected and what to do."""


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


def read(paths: Iterable[Path | str]) -> Iterator[Article]:
    """Yield the articles of files and folders, in the order given; a folder's files by name.

    Raises InputError for a path that is missing or of an unknown kind, a broken row, and a second article
    with an id that was read before.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for article in _of_path(Path(path)):
            if article.article_id in seen:
                raise InputError(
                    f"{article.origin}: the article id {article.article_id!r} was already read from "
                    f"{seen[article.article_id]}. Each article needs an id of its own: rename one or leave it out."
                )
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
    """What lies in the folders and is not read: files of other kinds, folders in folders, broken links."""
    return [
        inside
        for folder in map(Path, paths)
        if folder.is_dir()
        for inside in sorted(folder.iterdir())
        if inside.name != MANIFEST and not inside.name.startswith(".") and inside not in _inside(folder)
    ]


def row_article(row: Mapping[str, object], origin: str) -> Article:
    """An article from one row of JSON or CSV: ``id``, ``text`` or ``html``, and what is known of Article's fields.

    Other keys are ignored. ``published`` is an ISO day (a time after it is dropped). Raises InputError, naming
    ``origin``, for a missing id, no text, or a date that is none.
    """
    given = row.get("id")
    if isinstance(given, bool | float | list | dict):
        raise InputError(f'{origin}: the "id" {given!r} is no string. Give each article a short id of its own.')
    article_id = _text(given)
    if not article_id:
        raise InputError(f'{origin}: the article has no "id". Give each article a short id of its own.')
    text, page = row.get("text"), row.get("html")
    if text is None and page is None:
        raise InputError(f'{origin}: article {article_id!r} has neither "text" nor "html". One of them is needed.')
    for key, value in (("text", text), ("html", page)):
        if value is not None and not isinstance(value, str):
            raise InputError(
                f'{origin}: "{key}" of article {article_id!r} is {type(value).__name__}, not a string.'
            )
    published = _day(row.get("published"), f'{origin}, article {article_id!r}, "published"')
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


def _of_path(path: Path) -> Iterator[Article]:
    if path.is_dir():
        yield from _of_folder(path)
    else:
        _known_kind(path)
        yield from _readers()[path.suffix.lower()](path)


def _known_kind(path: Path) -> None:
    if not path.exists():
        raise InputError(f"{path}: there is no such file or folder.")
    if path.suffix.lower() not in _SUFFIXES:
        raise InputError(f"{path}: files of this kind are not read. Expected a folder or {', '.join(_SUFFIXES)}.")


def _inside(folder: Path) -> list[Path]:
    return sorted(
        p for p in folder.iterdir() if p.is_file() and p.suffix.lower() in _SUFFIXES and p.name != MANIFEST
    )


def _of_folder(folder: Path) -> Iterator[Article]:
    known = _manifest(folder)
    inside = _inside(folder)
    if not inside:
        raise InputError(
            f"{folder}: the folder itself holds no articles. Expected files ending in {', '.join(_SUFFIXES)}."
        )
    for path in inside:
        for article in _readers()[path.suffix.lower()](path):
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


def _manifest(folder: Path) -> dict[str, _Known]:
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    known: dict[str, _Known] = {}
    for origin, row in _csv_rows(path, "file"):
        name = row.get("file", "").strip()
        if not name:
            raise InputError(f'{origin}: the cell "file" is empty. It names the article\'s file in this folder.')
        if not (folder / name).is_file():
            raise InputError(f"{origin}: there is no file {name!r} in {folder}. Fix the name or remove the row.")
        if name in known:
            raise InputError(f"{origin}: {name!r} has a row already ({known[name].origin}). Remove one of them.")
        published = _day(row.get("published"), f'{origin}, file {name!r}, "published"')
        known[name] = _Known(
            publisher=_text(row.get("publisher")),
            author=_text(row.get("author")),
            published=published,
            language=_text(row.get("language")),
            title=_text(row.get("title")),
            url=_text(row.get("url")),
            origin=origin,
        )
    return known


def _readers() -> Mapping[str, Callable[[Path], Iterator[Article]]]:
    return {".txt": _text_file, ".html": _page_file, ".htm": _page_file, ".jsonl": lines, ".csv": _csv_file}


def _text_file(path: Path) -> Iterator[Article]:
    body = decode(path.read_bytes())
    if len(_CONTROL.findall(body)) > _MOST_CONTROLS * len(body):
        raise InputError(f"{path}: this is no text, but binary data. Save it as plain text, or leave it out.")
    yield Article(_file_id(path), body, is_html=bool(_MARKUP.match(body)), origin=str(path))


def _page_file(path: Path) -> Iterator[Article]:
    yield Article(_file_id(path), decode(path.read_bytes()), is_html=True, origin=str(path))


def _file_id(path: Path) -> str:
    numbered = _NUMBERED.fullmatch(path.stem)
    return numbered[1].lower() if numbered else path.stem


def lines(path: Path) -> Iterator[Article]:
    """The articles of a file of JSON lines, one after the other. Raises InputError, naming file and line."""
    for number, line in enumerate(_lines_of_text(path), 1):
        origin = f"{path}, line {number}"
        if not line.strip():
            continue
        try:
            row = json.loads(line.strip())
        except ValueError as error:
            raise InputError(f"{origin}: not JSON ({error}). Each line is one article as a JSON object.") from None
        if not isinstance(row, dict):
            raise InputError(f"{origin}: expected a JSON object, found {type(row).__name__}.")
        yield row_article(row, origin)


def _lines_of_text(path: Path) -> Iterator[str]:
    with open(path, "rb") as f:
        if f.read(2) not in _WIDE_MARKS:
            f.seek(0)
            yield from map(decode, f)
            return
    with open(path, encoding="utf-16", errors="replace") as wide:
        yield from wide


def _csv_file(path: Path) -> Iterator[Article]:
    for origin, row in _csv_rows(path, "id"):
        yield row_article({k: v for k, v in row.items() if v}, origin)


def _csv_rows(path: Path, needed: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with its origin ("file, line 3").

    Raises InputError where the header lacks the column ``needed`` or has one twice, where a row has more cells
    than the header, and where a quotation mark is never closed: all signs that text was lost.
    """
    csv.field_size_limit(_LARGEST_CELL)
    text = decode(path.read_bytes())
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    header: list[str] | None = None
    first = 1  # the line that a row begins on
    try:
        for cells in reader:
            origin, first = f"{path}, line {first}", reader.line_num + 1
            if not any(cells):
                continue
            if header is None:
                header = [c.strip() for c in cells]
                if needed not in header:
                    raise InputError(f"{path}: no column {needed!r} in the header {', '.join(header)}.")
                if twice := sorted({name for name in header if name and header.count(name) > 1}):
                    raise InputError(f"{path}: the header has {', '.join(twice)} twice. Rename or remove one.")
                continue
            if any(cells[len(header) :]):
                raise InputError(
                    f"{origin}: the row has {len(cells)} cells, the header {len(header)}. "
                    "A cell that holds a comma needs quotation marks around it."
                )
            yield origin, dict(zip(header, cells, strict=False))
    except csv.Error as error:
        raise InputError(
            f"{path}, line {first}: not readable as CSV ({error}). "
            "Inside a quoted cell, a quotation mark is written twice."
        ) from None


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


def _day(value: object, origin: str) -> date | None:
    text = _text(value)
    if not text:
        return None
    match = _DAY.fullmatch(text)
    try:
        day = date.fromisoformat(match[1] if match else text)
    except ValueError:
        raise InputError(
            f"{origin}: {text!r} is no date. Expected a day such as 2023-09-20, or nothing."
        ) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InputError(
            f"{origin}: {text!r} lies outside {FIRST_YEAR} to {LAST_YEAR}: no article is of that day."
        )
    return day
