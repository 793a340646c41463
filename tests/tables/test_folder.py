"""How one build takes the place of another: whole or not at all, whenever whoever publishes is killed."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from contactline.tables import folder
from contactline.tables.folder import StoreError

NAMES = ["a.parquet", "b.parquet", "build.json"]


def fresh(place: Path, words: str) -> Path:
    """A new build beside the tables: each of its files holds the same words."""
    made = place / f"fresh-{words}"
    made.mkdir()
    for name in NAMES:
        (made / name).write_text(words)
    return made


def seen(place: Path) -> list[str]:
    """What a reader finds in the files of the current build."""
    return [folder.path_of(place, name).read_text() for name in NAMES]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "t").mkdir()
    folder.publish(fresh(tmp_path, "old"), tmp_path / "t")
    return tmp_path / "t"


def test_files_are_replaced_and_others_left_alone(place: Path) -> None:
    (place / "notes.txt").write_text("mine")

    folder.publish(fresh(place.parent, "new"), place)

    assert seen(place) == ["new"] * 3
    assert sorted(path.name for path in place.iterdir()) == [*NAMES, "notes.txt"]


@pytest.mark.parametrize("moves", range(5))
def test_a_kill_between_two_renames_leaves_one_build_whole(
    place: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    """The first rename makes the new build the pending one; the others move its files."""
    rename, replace = Path.rename, Path.replace
    done: list[Path] = []

    def counted(how: object) -> object:
        def move(path: Path, target: Path) -> Path:
            if len(done) == moves:
                raise SystemExit
            done.append(path)
            return how(path, target)  # type: ignore[operator,no-any-return]

        return move

    monkeypatch.setattr(Path, "rename", counted(rename))
    monkeypatch.setattr(Path, "replace", counted(replace))
    if moves < 4:
        with pytest.raises(SystemExit):
            folder.publish(fresh(place.parent, "new"), place)
    else:
        folder.publish(fresh(place.parent, "new"), place)
    monkeypatch.undo()

    expected = "old" if moves == 0 else "new"
    assert seen(place) == [expected] * 3
    folder.recover(place)
    assert [(place / name).read_text() for name in NAMES] == [expected] * 3
    assert not (place / folder.PENDING).exists()


def test_what_was_left_pending_is_published_before_the_next_build(place: Path) -> None:
    fresh(place.parent, "pending").rename(place / folder.PENDING)

    folder.publish(fresh(place.parent, "new"), place)

    assert seen(place) == ["new"] * 3
    assert not (place / folder.PENDING).exists()


def test_a_pending_build_that_cannot_be_moved_is_read_as_it_lies(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh(place.parent, "pending").rename(place / folder.PENDING)

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "replace", refuse)
    folder.recover(place)

    assert seen(place) == ["pending"] * 3


def test_two_who_publish_at_once_wait_for_one_another(place: Path) -> None:
    builds = [fresh(place.parent, str(number)) for number in range(8)]
    threads = [threading.Thread(target=folder.publish, args=(build, place)) for build in builds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(seen(place))) == 1
    assert sorted(path.name for path in place.iterdir()) == NAMES


def test_a_workplace_is_gone_at_the_end_with_the_folder_that_was_made_for_it(tmp_path: Path) -> None:
    with folder.workplace(tmp_path / "new") as work:
        (work / "part").write_text("x")
        held = [path.name for path in (tmp_path / "new").iterdir()]

    assert held == [work.name]
    assert list(tmp_path.iterdir()) == []


def test_what_killed_builds_have_left_is_removed_and_what_running_ones_use_is_not(tmp_path: Path) -> None:
    (tmp_path / ".work-left").mkdir()
    with folder.workplace(tmp_path) as running:
        for path in (running, tmp_path / ".work-left"):
            os.utime(path, (0, 0))
        with folder.workplace(tmp_path) as other:
            held = sorted(path.name for path in tmp_path.iterdir())

    assert held == sorted([running.name, other.name])


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([], ""),
        (["lost+found", ".coded.sqlite", ".work-1"], ""),
        (["build.json", "notes.txt"], ""),
        ([".pending/build.json", "a.parquet"], ""),
        (["thesis.txt"], "holds files that are not tables"),
        (["a.parquet"], "holds files that are not tables"),
    ],
)
def test_where_tables_can_be(tmp_path: Path, names: list[str], message: str) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    try:
        folder.check_place(tmp_path)
        told = ""
    except StoreError as error:
        told = str(error)

    assert message in told
    assert bool(message) == bool(told)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            OSError(28, "No space left on device"),
            "the disk is full (No space left on device). What was there is unt",
        ),
        (OSError("IOError: Error writing bytes. No space left on device"), "Free some space and build again"),
        (
            OSError(13, "Permission denied"),
            "could not be written (Permission denied). What was there is untouched.",
        ),
    ],
)
def test_errors_of_the_disk_are_told_in_words(tmp_path: Path, error: OSError, told: str) -> None:
    with pytest.raises(StoreError) as raised, folder.in_words(tmp_path):
        raise error

    assert told in str(raised.value)
    assert str(raised.value).endswith("or name another folder with --tables.")
