"""Work shared by real processes, some of which die."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from contactline import processes


def lost(item: object) -> str:
    return f"lost {item}"


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(processes.in_order(abs, [-3, 1, -2], 2, lost)) == [3, 1, 2]


def test_only_so_many_items_are_taken_ahead() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number

    results = processes.in_order(abs, items(), 2, lost)
    next(results)

    assert len(taken) == 8
    results.close()  # type: ignore[attr-defined]


def test_an_item_that_ends_its_process_is_lost_alone() -> None:
    """os._exit(0) ends a process as a kill does: without an answer."""
    results = list(processes.in_order(eval, ["1", "__import__('os')._exit(0)", "2", "3"], 2, lost))

    assert results == [1, "lost __import__('os')._exit(0)", 2, 3]


def test_a_process_that_is_killed_by_somebody_else_loses_nothing(tmp_path: Path) -> None:
    """The first one writes its number and waits; the second try finds the file and answers."""
    script = (
        "(lambda f: f.name if f.exists() else (f.write_text(str(__import__('os').getpid())), "
        f"__import__('time').sleep(60)))(__import__('pathlib').Path({str(tmp_path / 'pid')!r}))"
    )
    results = processes.in_order(eval, kill_later(tmp_path / "pid", script), 1, lost)

    assert list(results) == ["pid", 2, 3, 4]


def kill_later(pid: Path, script: str) -> Iterator[str]:
    yield script
    until = time.monotonic() + 30
    while not (pid.exists() and pid.read_text()) and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(int(pid.read_text()), signal.SIGKILL)
    yield from ["2", "3", "4"]


def test_what_the_work_prints_is_no_answer() -> None:
    assert list(processes.in_order(eval, ["print('x') or 1", "2"], 2, lost)) == [1, 2]


def test_an_error_of_the_work_is_raised_in_its_turn_and_ends_all() -> None:
    results = processes.in_order(eval, ["1", "1 / 0", "2"], 1, lost)

    assert next(results) == 1
    with pytest.raises(RuntimeError, match="ZeroDivisionError: division by zero"):
        next(results)


def test_processes_end_when_nobody_wants_more() -> None:
    results = processes.in_order(eval, ["__import__('os').getpid()"] * 9, 1, lost)
    pid = next(results)

    results.close()  # type: ignore[attr-defined]

    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)
