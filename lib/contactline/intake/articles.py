"""Articles from files of every kind, and from folders with their sub-folders.

The files of a folder are read in the order of their names; its manifest.csv adds facts about files that hold one
article and do not state these themselves. Nothing is removed from a text here. What cannot be read is passed to
``refuse``, which may let the reading go on: a bad row then only loses that row, a bad file only that file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from contactline.intake import (
    days,
    decoding,
    documents,
    feeds,
    json_files,
    kinds,
    mail,
    packed,
    table_files,
    text_files,
    values,
    web_archives,
)
from contactline.intake import options as options_module
from contactline.intake.errors import SURROGATE, InputError, Refuse, cut, short, shown, stop
from contactline.intake.identity import distinct
from contactline.intake.options import Options, Reading
from contactline.intake.source import Source, of_bytes, of_path
from contactline.lexicon import Lexicon
from contactline.records import Article

MANIFEST = "manifest.csv"
_DEEPEST = 3  # most levels of archives within archives
_EXPECTED = f"Expected a folder or files ending in {', '.join(kinds.ENDINGS)}, each also with .gz or .zst."

_READERS: Mapping[str, Callable[[Source, Reading], Iterator[Article]]] = {
    "csv": table_files.csv_articles,
    "docx": documents.docx_articles,
    "feed": feeds.articles,
    "json": json_files.articles,
    "mail": mail.articles,
    "mbox": mail.mailbox_articles,
    "page": text_files.page_articles,
    "parquet": table_files.parquet_articles,
    "pdf": documents.pdf_articles,
    "text": text_files.text_articles,
    "warc": web_archives.articles,
    "xlsx": table_files.xlsx_articles,
    "xml": feeds.articles,
}
"""The reader of each kind of file that is not packed (``kinds.kind_of``)."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A row of a manifest: what is known of a file's article."""

    publisher: str
    author: str
    published: days.Days | None
    language: str
    title: str
    url: str
    origin: str
    warning: str = ""


def read(
    paths: Iterable[Path | str],
    refuse: Refuse = stop,
    options: Options | None = None,
    lexicon: Lexicon | None = None,
) -> Iterator[Article]:
    """Yield the articles of files and folders, in the order given; those of a folder by name.

    ``refuse`` is called for what cannot be read (a file, a broken row, an article that was read before); if it
    returns, the reading goes on without that. ``options``: what the user says about the inputs. ``lexicon``: the
    tables with the names of columns, months and publishers, data/lexicon where none is given. Raises InputError
    for a path that is missing or of an unknown kind, and for a folder without articles.
    """
    reading = options_module.reading(refuse, options, lexicon)
    yield from distinct((article for path in paths for article in _of_path(Path(path), reading)), refuse)


def read_bytes(
    files: Iterable[tuple[str, bytes]], refuse: Refuse = stop, lexicon: Lexicon | None = None
) -> Iterator[Article]:
    """Yield the articles of files that are in memory, each given with its name; nothing is written to disk.

    ``refuse`` and ``lexicon``: as in ``read``.
    """
    reading = options_module.reading(refuse, None, lexicon)
    yield from distinct((a for name, data in files for a in _of_source(of_bytes(name, data), reading)), refuse)


def lines(path: Path, refuse: Refuse = stop) -> Iterator[Article]:
    """Yield an article for each line of a file of JSON lines in the project's own form, including repeated
    articles.

    ``refuse``: as in ``read``, for bad lines.
    """
    yield from json_files.lines(of_path(path), refuse)


def files(paths: Iterable[Path | str]) -> list[Path]:
    """The files that ``read`` would open, manifests included. Raises InputError where a path is missing."""
    found: list[Path] = []
    for path in map(Path, paths):
        if os.path.isdir(path):
            for folder in _folders(path):
                found.extend(_inside(folder))
                if (folder / MANIFEST).is_file():
                    found.append(folder / MANIFEST)
        else:
            _check_path(path)
            found.append(path)
    return found


def left_out(paths: Iterable[Path | str]) -> list[Path]:
    """The files in the folders that are of other kinds and so are not read."""
    return [
        inside
        for path in map(Path, paths)
        if path.is_dir()
        for folder in _folders(path)
        for inside in sorted(folder.iterdir())
        if not inside.is_dir() and not _meant(inside) and not inside.name.startswith(".")
    ]


def _of_path(path: Path, reading: Reading) -> Iterator[Article]:
    if os.path.isdir(path):
        yield from _of_folder(path, reading)
    else:
        _check_path(path)
        yield from _of_source(of_path(path), reading)


def _of_source(source: Source, reading: Reading, depth: int = 0) -> Iterator[Article]:
    """Yield the articles of a file. An exception while it is read only affects this file."""
    try:
        if SURROGATE.search(source.name):
            raise InputError(source.label, "the file's name is not UTF-8.", "Rename the file.")
        yield from _by_kind(source, reading, depth)
    except InputError as error:
        reading.refuse(error)
    except Exception as error:
        why = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
        told = f"the file cannot be read ({why})."
        reading.refuse(InputError(source.label, told, "Open it to see why, or leave it out."))


def _by_kind(source: Source, reading: Reading, depth: int) -> Iterator[Article]:
    head = source.head()
    kind = kinds.kind_of(head, source.name)
    if kind == "zip":
        kind = packed.office_kind(source)
    if kind == "text" and table_files.is_table(decoding.decode(head), reading):
        kind = "csv"
    if kind in ("gzip", "zstd", "zip") and depth >= _DEEPEST or kind == "zip" and depth:
        raise InputError(source.label, "it is packed within a packed file.", "Unpack it.")
    if kind in ("gzip", "zstd"):
        yield from _of_source(packed.unpacked(source, kind), reading, depth + 1)
    elif kind == "zip":
        yield from _of_archive(source, reading, depth)
    elif told := kinds.unread(head):
        what, todo = told
        raise InputError(source.label, f"this is {what}, which is not read.", todo)
    elif kind == "misnamed":
        why = f"the file is no {kinds.ending(source.name)}, whatever its name says."
        raise InputError(source.label, why, "Save it again, or leave it out.")
    elif kind == "other":
        raise InputError(
            source.label, "this is a document of a kind that is not read.", "Save it as .docx or .txt."
        )
    else:
        yield from _READERS[kind](source, reading)


def _of_archive(source: Source, reading: Reading, depth: int) -> Iterator[Article]:
    """Yield the articles of the files in an archive; files of other kinds are skipped."""
    found = False
    for member in packed.members(source):
        if kinds.is_meant(member.name) and member.name != MANIFEST:
            found = True
            yield from _of_source(member, reading, depth + 1)
    if not found:
        raise InputError(source.label, "the archive holds no articles.", _EXPECTED)


def _check_path(path: Path) -> None:
    try:
        there = path.exists()
    except (OSError, ValueError):  # the name is too long or has characters that are not allowed
        there = False
    if not there:
        raise InputError(cut(shown(path)), "there is no such file or folder.", "Name one that is there.")


def _meant(path: Path) -> bool:
    """Whether a file with this name is an article's file or a manifest."""
    return kinds.is_meant(path.name) or path.name == MANIFEST


def _folders(folder: Path) -> list[Path]:
    """The folder and its sub-folders, except hidden ones and those that browsers save beside a page."""
    found = [folder]
    for inside in sorted(folder.iterdir()):
        beside = [inside.with_name(inside.name.removesuffix("_files") + ending) for ending in (".html", ".htm")]
        is_pages = inside.name.endswith("_files") and any(map(Path.is_file, beside))
        if (
            inside.is_dir()
            and not inside.is_symlink()
            and not inside.name.startswith((".", "__"))
            and not is_pages
        ):
            found.extend(_folders(inside))
    return found


def _inside(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if _readable(p) and p.is_file())


def _readable(path: Path) -> bool:
    return _meant(path) and path.name != MANIFEST and not path.name.startswith(".")


def _of_folder(top: Path, reading: Reading) -> Iterator[Article]:
    folders = _folders(top)
    known: dict[Path, _Known] = {}
    for folder in folders:
        known |= _manifest(folder, reading)
        for path in sorted(folder.iterdir()):
            if _meant(path) and not path.is_file() and not path.is_dir():
                reading.refuse(InputError(shown(path), "this is not a file that can be read.", "Remove it."))
    inside = [path for folder in folders for path in _inside(folder)]
    if not inside:
        raise InputError(shown(top), "the folder holds no articles.", _EXPECTED)
    for path in inside:
        for article in _of_source(of_path(path, path.relative_to(top).as_posix()), reading):
            row = known.get(path)
            yield _with_known(article, row) if row else article


def _with_known(article: Article, row: _Known) -> Article:
    found = row.published
    article = replace(
        article,
        title=row.title or article.title,
        publisher=row.publisher or article.publisher,
        author=row.author or article.author,
        url=row.url or article.url,
        language=row.language or article.language,
        warnings=(*article.warnings, *filter(None, [row.warning])),
    )
    if found is None:
        return article
    within = None if found.day else (found.first, found.last)
    return replace(article, published=found.day, published_within=within, published_basis="manifest")


def _manifest(folder: Path, reading: Reading) -> dict[Path, _Known]:
    """What the manifest says of the folder's files. A row that is refused is ignored."""
    path = folder / MANIFEST
    known: dict[Path, _Known] = {}
    if path.is_dir():
        reading.refuse(InputError(shown(path), "this is a folder, not a file.", "Rename it."))
    if not path.is_file():
        return known
    try:
        lines, _ = decoding.lines(of_path(path).open)
        header = table_files.header(lines)
        if "file" not in map(str.lower, header):
            told = f"no column 'file' in the header {cut(', '.join(header))}."
            reading.refuse(InputError(shown(path), told, "Name the columns in the first line."))
            return known
        for one in table_files.csv_rows(lines, shown(path)):
            try:
                if isinstance(one, InputError):
                    raise one
                origin, row = one
                place, facts = _known_of({key.lower(): cell for key, cell in row.items()}, origin, folder, reading)
                if place in known:
                    where = known[place].origin.rpartition(", ")[2]
                    told = f"{short(row.get('file'))} has a row already ({where})."
                    raise InputError(origin, told, "Remove one of them.")
            except InputError as error:
                reading.refuse(error)
                continue
            known[place] = facts
    except OSError as error:
        reading.refuse(
            InputError(shown(path), f"the file cannot be read ({error.strerror}).", "Make it readable.")
        )
    return known


def _known_of(row: Mapping[str, str], origin: str, folder: Path, reading: Reading) -> tuple[Path, _Known]:
    name = row.get("file", "").strip()
    if not name:
        raise InputError(origin, 'the cell "file" is empty.', "It names the article's file in this folder.")
    place = _place(folder, name, _inside(folder))
    if place is None:
        told = f"there is no file {short(name)} for articles in this folder."
        raise InputError(origin, told, "Correct the name or remove the row.")
    written = row.get("published", "")
    found = days.read(written, reading.lexicon, reading.day_order)
    odd = f"The date {cut(values.one_line(written))!r} that the manifest gives is none that can be read."
    return place, _Known(
        publisher=values.one_line(row.get("publisher")),
        author=values.one_line(row.get("author")),
        published=found,
        language=values.one_line(row.get("language")),
        title=values.one_line(row.get("title")),
        url=values.one_line(row.get("url")),
        origin=origin,
        warning="" if found or days.is_nothing(written) else odd,
    )


def _place(folder: Path, name: str, inside: Collection[Path]) -> Path | None:
    """The file that a manifest names, in its folder or a sub-folder; None where there is none."""
    place = folder / name
    if place in inside:
        return place
    try:
        is_below = "/" in name and ".." not in name and not name.startswith("/") and place.is_file()
    except (OSError, ValueError):
        return None
    return place if is_below else None
