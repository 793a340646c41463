"""What has been counted or drawn, kept for the next page run that asks the same.

A page runs anew at each click, for each visitor, and mostly asks what was asked before: of a million events an
answer takes a tenth of a second, to look it up none. Only the last answers are kept, so that memory does not grow
with the number of visitors.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 96
"""Answers that are kept: those of about ten different choices of filters."""


class Answers:
    """The last answers to questions about tables that do not change, shared by all visitors' threads.

    ``most``: how many are kept. Whoever gets an answer must not change it.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def of(self, question: Hashable, make: Callable[[], T]) -> T:
        """The answer to a question: that of before, or what ``make`` returns. What it raises is not kept.

        Two threads that ask the same at once may both make it.
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
