"""Apply a function to many items: in this process, in several, or on the machines of a Dask cluster.

In: a function of one item, and the items. Out: its results, in the order of the items. Items are worked on
independently of one another, and only those being worked on are held in memory. No table of the lexicon is read.
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
# items sent to a cluster at once: the number of workers changes, and each takes some ahead
_AHEAD_ON_CLUSTER = 500
_PATIENCE = 10.0  # seconds without a result after which a log line says that the cluster has no workers

_log = logging.getLogger(__name__)


def cores() -> int:
    """Return the number of CPU cores that this process may use."""
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
    """Yield ``work(item)`` for each item, in the order of the items, each result as soon as those before it are
    done.

    ``jobs``: the number of processes that share the work; with 1 it is done in this process. ``scheduler``: the
    address of a Dask scheduler ("tcp://host:8786") whose workers do it instead. In other processes ``work`` and
    the items are pickled, and an exception of ``work`` is raised here when its result is due. ``lost(item)`` gives
    the result for an item whose process ended (for example out of memory) more than once. Raises
    ModuleNotFoundError where a scheduler is named and Dask is not installed.
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
    """Wait for the result of a future, however long it takes; log a warning while the cluster has no workers."""
    told = False
    while True:
        try:
            return future.result(timeout=_PATIENCE)
        except TimeoutError:
            if not told and not client.scheduler_info()["workers"]:
                _log.warning(
                    "The scheduler %s has no workers. Waiting for one; start one with: dask worker %s",
                    scheduler,
                    scheduler,
                )
                told = True


def _killed_worker() -> type[Exception]:
    """Return the exception class that Dask raises for an item during which several workers ended."""
    from dask.distributed import KilledWorker

    found: type[Exception] = KilledWorker
    return found
