"""Results that were computed or drawn, kept for the next page run that needs the same.

A page runs again at each click, for each visitor, and mostly needs what was computed before: with a million events
that takes a tenth of a second, looking it up takes no time. Only the last results are kept, so that memory does
not grow with the number of visitors.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 96
"""Number of results that are kept: those of about ten different choices of filters."""


class Answers:
    """The last results computed from tables that do not change, shared by the threads of all visitors.

    ``most``: how many are kept. A caller must not change a result.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def of(self, question: Hashable, make: Callable[[], T]) -> T:
        """The result for a question: the stored one, or what ``make`` returns. An exception of ``make`` is not
        stored.

        Two threads that ask the same at once may both call ``make``.
        """
        with self._lock:
            if question in self._found:
                self._found.move_to_end(question)
                known: T = self._found[question]
                return known
        made = make()
        with self._lock:
            self._found[question] = made
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return made
