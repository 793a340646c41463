"""Work in order: in this process, and through a stand-in for Dask's client."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from contactline import distribute


def double(number: int) -> int:
    return 2 * number


def lost(number: int) -> int:
    return -number


def test_without_a_scheduler_each_result_comes_before_the_next_item_is_begun() -> None:
    begun: list[int] = []

    results = distribute.in_order(lambda n: begun.append(n) or double(n), [3, 1, 2], lost=lost)  # type: ignore[func-returns-value]

    assert (next(results), begun) == (6, [3])
    assert (list(results), begun) == ([2, 4], [3, 1, 2])


def test_several_jobs_give_the_same_results_in_the_same_order() -> None:
    assert list(distribute.in_order(abs, range(-9, 0), jobs=2, lost=lost)) == list(range(9, 0, -1))


def test_there_is_at_least_one_core() -> None:
    assert distribute.cores() >= 1


class Killed(Exception):
    """What Dask raises for an item of which workers died."""


class Future:
    """A future of Dask: of the item 7 workers die, at the item 5 nobody works for some time."""

    def __init__(self, work: Callable[[int], int], item: int) -> None:
        self.work, self.item, self.late = work, item, 2 * (item == 5)

    def result(self, timeout: float) -> int:
        if self.late:
            self.late -= 1
            raise TimeoutError
        if self.item == 7:
            raise Killed
        return self.work(self.item)

    def release(self) -> None:
        LOG.append(f"release {self.item}")


class Client:
    """Dask's client as far as it is used; no worker has come."""

    def __init__(self, address: str) -> None:
        self.address = address

    def __enter__(self) -> Client:
        LOG.append(f"open {self.address}")
        return self

    def __exit__(self, *error: object) -> None:
        LOG.append("close")

    def submit(self, work: Callable[[int], int], item: int, pure: bool) -> Future:
        LOG.append(f"submit {item}")
        return Future(work, item)

    def scheduler_info(self) -> dict[str, dict[str, object]]:
        return {"workers": {}}


LOG: list[str] = []


@pytest.fixture
def dask(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("dask.distributed")
    module.Client, module.KilledWorker = Client, Killed  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dask", ModuleType("dask"))
    monkeypatch.setitem(sys.modules, "dask.distributed", module)
    monkeypatch.setattr(distribute, "_AHEAD_ON_CLUSTER", 2)
    LOG.clear()


@pytest.mark.usefixtures("dask")
def test_a_scheduler_gives_the_same_results_and_holds_only_so_many_items() -> None:
    results = list(distribute.in_order(double, [3, 1, 4], scheduler="tcp://host:8786", lost=lost))

    assert results == [6, 2, 8]
    assert LOG == [
        "open tcp://host:8786",
        "submit 3",
        "submit 1",
        "release 3",
        "submit 4",
        "release 1",
        "release 4",
        "close",
    ]


@pytest.mark.usefixtures("dask")
def test_an_item_that_ends_the_workers_of_a_cluster_is_lost_alone() -> None:
    assert list(distribute.in_order(double, [3, 7, 1], scheduler="tcp://host:8786", lost=lost)) == [6, -7, 2]


@pytest.mark.usefixtures("dask")
def test_a_cluster_without_workers_is_told_once_and_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    assert list(distribute.in_order(double, [5], scheduler="tcp://host:8786", lost=lost)) == [10]
    assert [record.getMessage() for record in caplog.records] == [
        "The scheduler tcp://host:8786 has no workers. Waiting for one; start one with: dask worker tcp://host:8786"
    ]


def test_without_dask_a_scheduler_is_an_error_that_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask.distributed", None)

    with pytest.raises(ModuleNotFoundError, match="pip install"):
        distribute.in_order(double, [3], scheduler="tcp://host:8786", lost=lost)
