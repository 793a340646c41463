"""Files that are compressed (.gz, .zst) or in a .zip, and the limits on their unpacked size."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from contactline.intake.errors import InputError
from contactline.intake.kinds import PACKED
from contactline.intake.source import Source

_FREE = 50_000_000  # bytes to which any file may unpack
_RATIO = 200  # a larger file may unpack to so many times its size; articles unpack to about five times
_MOST_MEMBERS = 200_000
_BOMB = "unpacks to far more than articles can be"


class _Bounded(io.RawIOBase):
    """An unpacked file that raises InputError when it becomes too large for its packed size."""

    def __init__(self, inner: Any, most: int, label: str, packed: BinaryIO | None = None) -> None:
        self._inner, self._left, self._label, self._packed = inner, most, label, packed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        found = self._inner.read(len(buffer))
        self._left -= len(found)
        if self._left < 0:
            raise InputError(self._label, f"the file {_BOMB}.", "Unpack it and look at what it holds.")
        buffer[: len(found)] = found
        return len(found)

    def close(self) -> None:
        self._inner.close()
        if self._packed is not None:
            self._packed.close()
        super().close()


def most_bytes(packed: int) -> int:
    """The number of bytes to which a packed file of this size may unpack."""
    return max(_FREE, _RATIO * packed)


def unpacked(source: Source, kind: str) -> Source:
    """The file inside a file of ``kind`` "gzip" or "zstd", with its name without .gz or .zst."""

    def opened() -> BinaryIO:
        packed = source.open()
        size = packed.seek(0, io.SEEK_END) if packed.seekable() else 0
        if size:
            packed.seek(0)
        inner: Any
        if kind == "gzip":
            inner = gzip.GzipFile(fileobj=packed)
        else:
            import pyarrow as pa

            inner = pa.CompressedInputStream(pa.PythonFile(packed, mode="r"), "zstd")
        bounded = _Bounded(inner, most_bytes(size), source.label, packed)
        return cast(BinaryIO, io.BufferedReader(bounded, 1 << 16))

    return Source(source.label, _plain(source.name), _plain(source.key), opened)


def _plain(name: str) -> str:
    """A name without the ending of a packed file; ".html" stays, for packed files with such a name."""
    return name[: name.rfind(".")] if name.lower().endswith(PACKED) else name


def members(source: Source) -> Iterator[Source]:
    """Yield the files of a zip archive by name. Raises InputError where it is broken or holds too many."""
    with _seekable(source) as f:
        try:
            archive = zipfile.ZipFile(f)
        except zipfile.BadZipFile:
            raise InputError(source.label, "the archive is broken.", "Pack it again.") from None
        yield from _members(archive, source)


def _members(archive: zipfile.ZipFile, source: Source) -> Iterator[Source]:
    inside = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
    if len(inside) > _MOST_MEMBERS:
        raise InputError(source.label, f"the archive holds {len(inside)} files.", "Unpack it.")
    names = {info.filename for info in inside}
    for info in inside:
        path = PurePosixPath(info.filename)
        label = f"{source.label}/{path}"
        if any(part.startswith((".", "__MACOSX")) for part in path.parts) or _is_beside_page(path, names):
            continue
        yield Source(label, path.name, str(path), _member(archive, info, label))


def _is_beside_page(path: PurePosixPath, names: Collection[str]) -> bool:
    """Whether a file lies in a folder that a browser saved beside a page: "road_files" of "road.html"."""
    return any(
        f"{folder.as_posix().removesuffix('_files')}{ending}" in names
        for folder in path.parents
        if folder.name.endswith("_files")
        for ending in (".html", ".htm")
    )


def _seekable(source: Source) -> BinaryIO:
    """The opened file, read into memory if it is not seekable, which archives need."""
    opened = source.open()
    return opened if opened.seekable() else io.BytesIO(source.data())


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, label: str) -> Any:
    def opened() -> BinaryIO:
        try:
            inner = archive.open(info)
        except RuntimeError:
            raise InputError(label, "the file has a password.", "Unpack the archive.") from None
        return cast(BinaryIO, io.BufferedReader(_Bounded(inner, most_bytes(info.compress_size), label), 1 << 16))

    return opened


def office_kind(source: Source) -> str:
    """What a zip archive is: "docx", "xlsx", "zip", or "other" for a document of another program.

    Raises InputError where a document would unpack to far more than its size.
    """
    try:
        with _seekable(source) as f:
            infos = zipfile.ZipFile(f).infolist()
            size = f.seek(0, io.SEEK_END)
    except zipfile.BadZipFile:
        return "zip"
    names = {info.filename for info in infos}
    kind = "docx" if "word/document.xml" in names else "xlsx" if "xl/workbook.xml" in names else "zip"
    if kind == "zip" and names & {"mimetype", "META-INF/container.xml", "[Content_Types].xml"}:
        return "other"
    if kind != "zip" and sum(info.file_size for info in infos) > most_bytes(size):
        raise InputError(source.label, f"the document {_BOMB}.", "Leave it out.")
    return kind
