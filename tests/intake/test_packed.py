"""Packed files, and those that unpack to far more than they are."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import made_inputs as made
import pyarrow as pa
import pytest

from contactline import intake
from contactline.intake import packed
from contactline.intake.source import Source, of_path

MUCH = b"\0" * 60_000_000


def source(data: bytes, name: str = "a.txt.gz") -> Source:
    return Source(f"in/{name}", name, name, lambda: io.BytesIO(data))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("gzip", gzip.compress(b"Te") + gzip.compress(b"xt.")),
        ("zstd", pa.compress(b"Text.", codec="zstd", asbytes=True)),
    ],
    ids=["gzip", "zstd"],
)
def test_a_packed_file_can_be_opened_again(kind: str, data: bytes) -> None:
    inside = packed.unpacked(source(data), kind)

    assert (inside.label, inside.name, inside.key) == ("in/a.txt.gz", "a.txt", "a.txt")
    assert [inside.data() for _ in range(2)] == [b"Text.", b"Text."]
    assert packed.unpacked(source(data, "a.html"), kind).name == "a.html"


@pytest.mark.parametrize(
    "pack",
    [
        pytest.param(gzip.compress, id="gzip"),
        pytest.param(lambda data: pa.compress(data, codec="zstd", asbytes=True), id="zstd"),
        pytest.param(lambda data: made.zipped(a__txt=data), id="zip"),
        pytest.param(lambda data: gzip.compress(gzip.compress(data)), id="twice"),
    ],
)
def test_what_unpacks_to_far_more_than_articles_is_refused(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / "a.gz").write_bytes(pack(MUCH))

    with pytest.raises(intake.InputError, match="unpacks to far more than articles can be"):
        list(intake.read([tmp_path]))


def test_a_document_that_unpacks_to_far_more_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(made.zipped(xl___workbook__xml="x", xl___sheet__xml=MUCH))

    with pytest.raises(intake.InputError, match="the document unpacks to far more than articles can be"):
        list(intake.read([tmp_path]))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04broken", "the archive is broken"),
        (made.zipped(a__png="x"), "the archive holds no articles"),
        (
            made.zipped(mimetype="application/vnd.oasis.opendocument.text"),
            "this is a document of a kind that is not read",
        ),
        (gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"x")))), "it is packed within a packed file"),
        (b"\x1f\x8bbroken", "the file cannot be read"),
    ],
    ids=["broken", "a picture", "another document", "packed too often", "no gzip"],
)
def test_archives_that_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a.zip").write_bytes(data)

    with pytest.raises(intake.InputError, match=message):
        list(intake.read([tmp_path]))


def test_the_files_of_an_archive_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(made.zipped(b___c__txt="Two.", a__txt="One.", __MACOSX___a__txt="x"))

    found = [(inside.key, inside.name, inside.data()) for inside in packed.members(of_path(tmp_path / "all.zip"))]

    assert found == [("a.txt", "a.txt", b"One."), ("b/c.txt", "c.txt", b"Two.")]


def test_what_a_browser_saved_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(
        made.zipped(b___road__html="<p>One.", b___road_files___ad__html="<p>Ad", my_files___a__txt="Two.")
    )

    found = [inside.key for inside in packed.members(of_path(tmp_path / "all.zip"))]

    assert found == ["b/road.html", "my_files/a.txt"]


def test_a_member_with_a_password_costs_itself_only(tmp_path: Path) -> None:
    data = bytearray(made.zipped(a__txt="One.", b__txt="Two."))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    (tmp_path / "all.zip").write_bytes(data)
    assert zipfile.ZipFile(tmp_path / "all.zip").infolist()[0].flag_bits & 1
    reasons: list[str] = []

    found = list(intake.read([tmp_path], lambda error: reasons.append(error.reject.reason)))

    assert [a.body for a in found] == ["Two."]
    assert reasons == ["the file has a password."]
