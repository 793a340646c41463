"""What was coded is kept, within bounds, and a cache that fails costs no build anything but time."""

from __future__ import annotations

from pathlib import Path

import pytest

from contactline.tables import cache
from contactline.tables.cache import FILE, Cache, Size


def put(folder: Path, **parts: bytes) -> None:
    """One build that keeps some parts."""
    held = Cache(folder)
    for digest, part in parts.items():
        held.put(digest, part)
    held.close()


def digests(folder: Path) -> set[str]:
    held = Cache(folder)
    found = held.known("abcdef")
    held.close()
    return set(found)


def test_what_one_build_kept_the_next_one_finds(tmp_path: Path) -> None:
    put(tmp_path, a=b"one", b=b"two")
    held = Cache(tmp_path)

    assert held.known(["a", "c", "b"]) == {"a", "b"}
    assert (held.get("a"), held.get("c")) == (b"one", None)
    held.close()


def test_many_digests_can_be_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_PER_QUERY", 2)
    put(tmp_path, a=b"1", b=b"2", c=b"3", d=b"4", e=b"5")

    assert digests(tmp_path) == set("abcde")


def test_what_was_not_used_for_the_longest_time_goes_first(tmp_path: Path) -> None:
    for key in "abc":
        put(tmp_path, **{key: b"x" * 10})
    held = Cache(tmp_path)
    held.known(["a"])
    held.put("d", b"x" * 10)
    held.trim(30)
    held.close()

    assert digests(tmp_path) == {"a", "c", "d"}


def test_room_is_given_back(tmp_path: Path) -> None:
    put(tmp_path, a=b"x" * 10**6, b=b"y")
    before = cache.size(tmp_path)
    held = Cache(tmp_path)
    held.known(["b"])
    held.trim(10)
    held.close()

    after = cache.size(tmp_path)
    assert (before.articles, after.articles) == (2, 1)
    assert (before.bytes > 10**6, after.bytes < 10**5) == (True, True)


def test_it_is_shown_and_cleared(tmp_path: Path) -> None:
    put(tmp_path, a=b"1", b=b"2")

    held = cache.clear(tmp_path)

    assert (held.articles, held.bytes > 0) == (2, True)
    assert cache.size(tmp_path) == cache.clear(tmp_path) == Size(0, 0)
    assert list(tmp_path.iterdir()) == []


def test_one_that_holds_nothing_leaves_no_file(tmp_path: Path) -> None:
    put(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_cache_is_done_without_and_replaced_by_the_next_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).write_bytes(b"no database " * 100)
    held = Cache(tmp_path)
    held.put("a", b"1")

    assert (held.known(["a"]), held.get("a")) == (frozenset(), None)
    held.trim()
    held.close()
    assert "is not used, because of an error (file is not a database)" in caplog.text
    put(tmp_path, a=b"1")
    assert digests(tmp_path) == {"a"}


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    put(tmp_path / "nowhere", a=b"1")

    assert "is not used, because of an error (unable to open database file)" in caplog.text


def test_two_builds_share_it(tmp_path: Path) -> None:
    one, two = Cache(tmp_path), Cache(tmp_path)
    one.put("a", b"1")
    two.put("b", b"2")
    two.put("a", b"1")

    assert (one.get("b"), two.get("a")) == (b"2", b"1")
    one.close()
    two.close()
    assert digests(tmp_path) == {"a", "b"}
