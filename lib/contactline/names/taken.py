"""The positions of mentions that come from the lexicon."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from contactline.records import Mention


class Taken:
    """The mentions of a text, sorted, none overlapping, for queries by position."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = list(mentions)
        self._starts = [m.start for m in self._mentions]

    def covers(self, start: int, end: int) -> bool:
        """Whether a mention overlaps start..end."""
        last = self.last_before(end)
        return last is not None and last.end > start

    def is_place(self, at: int) -> bool:
        """Whether the mention at a position is the name of a place, or of an actor named like one."""
        mention = self.last_before(at + 1)
        return mention is not None and mention.end > at and (mention.kind == "place" or mention.other is not None)

    def last_before(self, end: int) -> Mention | None:
        """The last mention that starts before a position."""
        i = bisect_right(self._starts, end - 1)
        return self._mentions[i - 1] if i else None

    def first_from(self, start: int) -> Mention | None:
        """The first mention that starts at or after a position."""
        i = bisect_right(self._starts, start - 1)
        return self._mentions[i] if i < len(self._mentions) else None
