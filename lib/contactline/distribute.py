"""Work on one article after the other: in this process, in several, or on the machines of a Dask cluster.

Comes in: a function of one item and the items. Goes out: its results, in the order of the items. No table is read
here. Items are worked on independently of one another, and only so many are held as are being worked on.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from contactline import processes

Item = TypeVar("Item")
Result = TypeVar("Result")

_DASK_NEEDED = 'A scheduler needs Dask. Install it with: pip install -e ".[cluster]"'
_AHEAD_ON_CLUSTER = 500  # items that a cluster has at once: its workers come and go, and each takes some ahead
_PATIENCE = 10.0  # seconds without a result after which it is told that a cluster has no workers

_log = logging.getLogger(__name__)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    lost: Callable[[Item], Result],
) -> Iterator[Result]:
    """``work`` of each item, in the order of the items, each as soon as those before it are done.

    ``jobs``: processes that share the work; 1 is this one. ``scheduler``: the address of a Dask scheduler
    ("tcp://host:8786") that takes it instead. There ``work`` and the items are pickled, and an error of the work
    is raised here when its turn has come. ``lost`` gives the result for an item that ended the process that worked
    on it, more than once. Raises ModuleNotFoundError where a scheduler is named and Dask is not installed.
    """
    if scheduler is not None:
        try:
            from dask.distributed import Client
        except ImportError:
            raise ModuleNotFoundError(_DASK_NEEDED) from None
        return _on_cluster(work, items, Client, scheduler, lost)
    if jobs > 1:
        return processes.in_order(work, items, jobs, lost)
    return map(work, items)


def _on_cluster(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    client_of: Callable[[str], Any],
    scheduler: str,
    lost: Callable[[Item], Result],
) -> Iterator[Result]:
    with client_of(scheduler) as client:
        waiting: deque[tuple[Item, Any]] = deque()

        def first() -> Result:
            item, future = waiting.popleft()
            try:
                found: Result = _result(future, client, scheduler)
                return found
            except _killed_worker():
                return lost(item)
            finally:
                future.release()

        for item in items:
            # pure=False: equal items are two tasks, so that releasing the first result keeps the second
            waiting.append((item, client.submit(work, item, pure=False)))
            if len(waiting) == _AHEAD_ON_CLUSTER:
                yield first()
        while waiting:
            yield first()


def _result(future: Any, client: Any, scheduler: str) -> Any:
    """What a future gives, however long that takes; it is told where there is nobody to work on it."""
    told = False
    while True:
        try:
            return future.result(timeout=_PATIENCE)
        except TimeoutError:
            if not told and not client.scheduler_info()["workers"]:
                _log.warning(
                    "The scheduler %s has no workers. Waiting for one; begin it with: dask worker %s",
                    scheduler,
                    scheduler,
                )
                told = True


def _killed_worker() -> type[Exception]:
    """What Dask raises for an item that has ended several workers."""
    from dask.distributed import KilledWorker

    found: type[Exception] = KilledWorker
    return found
