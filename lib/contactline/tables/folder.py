"""The folder in which the tables of a build lie, and how a new build replaces the one before.

A new build is written completely into a hidden folder inside; renaming that folder makes it the pending build. Its
files are then moved to their places one by one. If a process is killed on the way, either the old build or the
pending one is complete; readers look into the pending build first, and the next process that may write moves the
remaining files. The folder itself is never renamed, so it may be a mount point (a Docker volume), and users find
plain Parquet files in it.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: two builds into one folder at the same time are not prevented there
    fcntl = None  # type: ignore[assignment]

BUILD = "build.json"
REJECTS = "rejects.csv"
PENDING = ".pending"
_WORK = ".work-"
_NEW_SECONDS = 10  # seconds within which a build locks the working folder that it has made
# age in seconds of an abandoned folder, where no lock tells whether a build still runs
_ABANDONED_SECONDS = 24 * 3600
_OF_THE_DISK = frozenset({"lost+found"})  # the folder that an empty volume may contain


class StoreError(RuntimeError):
    """Raised for tables that are missing, broken or of another version; the message says which, and what to do."""


def check_place(folder: Path) -> None:
    """Check that a build can be published in a folder, before hours of work instead of after them.

    Hidden files do not matter: builds that were killed leave some. Raises StoreError where it cannot be.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file. The tables need a folder of their own: name another with --tables.")
    if folder.is_dir() and not path_of(folder, BUILD).is_file() and _foreign(folder):
        raise StoreError(f"{folder} holds files that are not tables. Name an empty or a new folder with --tables.")
    above = folder if folder.is_dir() else next(p for p in folder.absolute().parents if p.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise StoreError(f"{above} cannot be written to, so no tables can be there. Name another with --tables.")


def _foreign(folder: Path) -> bool:
    return any(p.name[:1] != "." and p.name not in _OF_THE_DISK for p in folder.iterdir())


def path_of(folder: Path, name: str) -> Path:
    """The path of a file of the current build: in the pending build if there is one, else at its usual place."""
    pending = folder / PENDING / name
    return pending if pending.exists() else folder / name


@contextmanager
def workplace(folder: Path) -> Iterator[Path]:
    """Make a hidden working folder on the same disk as ``folder``, which is made too; both are removed at the end
    if empty.

    What killed builds have left is removed. Raises StoreError where nothing can be written.
    """
    folder = folder.resolve()
    made = not folder.exists()
    with in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(folder)
        work = Path(tempfile.mkdtemp(prefix=_WORK, dir=folder))
    try:
        with _locked(work):
            yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if made and not any(folder.iterdir()):
            folder.rmdir()


def publish(fresh: Path, folder: Path) -> None:
    """Replace the build in ``folder`` by the files of ``fresh``, a folder on the same disk."""
    with _locked(folder):
        _move_pending(folder)
        fresh.rename(folder / PENDING)
        _move_pending(folder)


def recover(folder: Path) -> None:
    """Finish publishing a build whose process was killed, if the folder is writable; if not, it is read as it
    is.
    """
    if not (folder / PENDING).is_dir():
        return
    try:
        with _locked(folder):
            _move_pending(folder)
    except OSError:
        return


def _move_pending(folder: Path) -> None:
    """Move the files of the pending build to their places, build.json last."""
    pending = folder / PENDING
    if not pending.is_dir():
        return
    for path in sorted(pending.iterdir(), key=lambda path: (path.name == BUILD, path.name)):
        path.replace(folder / path.name)
    pending.rmdir()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold an exclusive lock on a folder, after waiting for it; the system releases it when the process ends."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _remove_abandoned(folder: Path) -> None:
    for left in folder.glob(f"{_WORK}*"):
        if _is_abandoned(left):
            shutil.rmtree(left, ignore_errors=True)


def _is_abandoned(work: Path) -> bool:
    """Whether no process uses a working folder any more."""
    try:
        age = time.time() - work.stat().st_mtime
        if fcntl is None or age < _NEW_SECONDS:
            return age > _ABANDONED_SECONDS
        handle = os.open(work, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Turn errors of the disk into a StoreError that says what is wrong and what to do."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC or "No space left" in str(error):
            why = "the disk is full (No space left on device)"
            todo = "Free some space and build again: what is coded already is not coded again"
        else:
            why, todo = f"the tables could not be written ({error.strerror or error})", "Fix the cause"
        raise StoreError(
            f"{folder}: {why}. What was there is untouched. {todo}, or name another folder with --tables."
        ) from None
