"""Work shared by several processes of this machine, any of which may end unexpectedly.

In: a function of one item, and the items. Out: its results, in the order of the items. Each process runs this
module as a program, receives pickled items and returns pickled results, one at a time. So it is known which item a
process was working on when it ended, and a program that calls this needs no ``if __name__ == "__main__"`` guard.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event
from typing import Any, BinaryIO, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 4  # items that are taken in advance for each process
_TRIES = 2  # a process may end for a reason that has nothing to do with its item
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class _Died(Exception):
    """Raised when a process ended before it answered."""


class _Process:
    """A process that works on one item at a time."""

    def __init__(self, work: bytes) -> None:
        path = os.pathsep.join(filter(None, sys.path))
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **_ONE_THREAD, "PYTHONPATH": path},
        )
        self._work: bytes | None = work

    def answer(self, item: object) -> Any:
        """Return the result for an item, or raise the exception of the work. Raises _Died where the process
        ends.
        """
        assert self._process.stdin and self._process.stdout
        try:
            if self._work is not None:
                self._process.stdin.write(self._work)
                self._work = None
            pickle.dump(item, self._process.stdin)
            self._process.stdin.flush()
            is_error, found = pickle.load(self._process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise _Died from error
        if is_error:
            raise found
        return found

    def end(self) -> None:
        """Kill the process at once."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:  # closing a pipe to a dead process fails where something was still to be written
                    pass
        self._process.wait()


class _Pool:
    """Processes for a number of threads, each started when it is first needed."""

    def __init__(self, work: object, jobs: int) -> None:
        self._work = pickle.dumps(work)
        self._stopped = Event()
        self._running: set[_Process] = set()
        self._idle: SimpleQueue[_Process | None] = SimpleQueue()
        for _ in range(jobs):
            self._idle.put(None)

    def result(self, item: Item, lost: Callable[[Item], Result]) -> Result:
        """Return the result for an item, or ``lost(item)`` where two processes ended while working on it."""
        for _ in range(_TRIES):
            process = self._idle.get()
            try:
                process = process or self._begun()
                found: Result = process.answer(item)
                return found
            except _Died:
                if process is not None:
                    self._running.discard(process)
                    process.end()
                process = None
            finally:
                self._idle.put(process)
        return lost(item)

    def _begun(self) -> _Process:
        if self._stopped.is_set():
            raise _Died
        process = _Process(self._work)
        self._running.add(process)
        return process

    def stop(self) -> None:
        """Kill all processes and start no more."""
        self._stopped.set()
        for process in list(self._running):  # a thread that finds its process dead takes it out meanwhile
            process.end()


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """Yield ``work(item)`` for each item, in the order of the items, from ``jobs`` processes started when needed.

    ``work``, items and results are pickled. An exception of ``work`` is raised here when its result is due. An
    item whose process ends is tried once more in another process; after that its result is ``lost(item)``.
    """
    pool = _Pool(work, jobs)
    waiting: deque[Future[Result]] = deque()
    threads = ThreadPoolExecutor(jobs)
    try:
        for item in items:
            waiting.append(threads.submit(pool.result, item, lost))
            if len(waiting) == jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.stop()
        threads.shutdown(cancel_futures=True)
        pool.stop()  # a process may have been started just before


def _serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer one item after the other until there are no more; this is the loop of a process."""
    work = pickle.load(asked)
    while True:
        try:
            item = pickle.load(asked)
        except EOFError:
            return
        try:
            answer = pickle.dumps((False, work(item)))
        except Exception as error:
            answer = pickle.dumps((True, RuntimeError(f"{type(error).__name__}: {error}")))
        answers.write(answer)
        answers.flush()


if __name__ == "__main__":
    # Ctrl+C is left to the process that started this one, which then ends it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # standard output carries the answers, so what the work prints goes to standard error
    _serve(sys.stdin.buffer, _channel)
