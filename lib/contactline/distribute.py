"""Work on one article after the other, on this machine or on the machines of a Dask cluster.

Comes in: a function of one article and the articles. Goes out: its results, in the order of the articles. No table
is read here. Articles are coded independently of one another, so that a cluster needs nothing but their text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_DASK_NEEDED = 'A scheduler needs Dask. Install it with: pip install -e ".[cluster]"'


def in_order(work: Callable[[Item], Result], items: Sequence[Item], scheduler: str | None) -> Iterator[Result]:
    """``work`` of each item, in the order of the items, each as soon as those before it are done.

    ``scheduler``: the address of a Dask scheduler ("tcp://host:8786"), or None for this process. On a cluster
    ``work`` and the items are pickled, and an error of the work is raised here when its turn has come.
    Raises ModuleNotFoundError where a scheduler is named and Dask is not installed.
    """
    if scheduler is None:
        return map(work, items)
    try:
        from dask.distributed import Client
    except ImportError:
        raise ModuleNotFoundError(_DASK_NEEDED) from None
    return _on_cluster(work, items, Client, scheduler)


def _on_cluster(
    work: Callable[[Item], Result], items: Sequence[Item], client_of: Callable[[str], object], scheduler: str
) -> Iterator[Result]:
    with client_of(scheduler) as client:  # type: ignore[attr-defined]
        # pure=False: equal articles are two tasks, so that releasing the first result keeps the second
        futures = client.map(work, list(items), pure=False)
        for future in futures:
            yield future.result()
            future.release()
