"""Work in order: in this process, and through a stand-in for Dask's client."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from contactline import distribute


def double(number: int) -> int:
    return 2 * number


def test_without_a_scheduler_each_result_comes_before_the_next_item_is_begun() -> None:
    begun: list[int] = []

    results = distribute.in_order(lambda n: begun.append(n) or double(n), [3, 1, 2], None)  # type: ignore[func-returns-value]

    assert (next(results), begun) == (6, [3])
    assert (list(results), begun) == ([2, 4], [3, 1, 2])


class Client:
    """Dask's client as far as it is used: futures in the order of the items, each released once."""

    def __init__(self, address: str) -> None:
        self.address = address

    def __enter__(self) -> Client:
        LOG.append(f"open {self.address}")
        return self

    def __exit__(self, *error: object) -> None:
        LOG.append("close")

    def map(self, work: object, items: list[int], pure: bool) -> list[SimpleNamespace]:
        return [
            SimpleNamespace(result=lambda n=n: work(n), release=lambda n=n: LOG.append(f"release {n}"))  # type: ignore[operator]
            for n in items
        ]


LOG: list[str] = []


def test_a_scheduler_gives_the_same_results_and_every_future_is_released(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("dask.distributed")
    module.Client = Client  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dask", ModuleType("dask"))
    monkeypatch.setitem(sys.modules, "dask.distributed", module)
    LOG.clear()

    results = list(distribute.in_order(double, [3, 1], "tcp://host:8786"))

    assert results == [6, 2]
    assert LOG == ["open tcp://host:8786", "release 3", "release 1", "close"]


def test_a_scheduler_without_dask_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask.distributed", None)

    with pytest.raises(ModuleNotFoundError, match=r'pip install -e "\.\[cluster\]"'):
        distribute.in_order(double, [1], "tcp://nowhere:1")
