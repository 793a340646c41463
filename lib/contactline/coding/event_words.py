"""Which event of a sentence a word belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contactline.parsing.clauses import Clauses

_APART = frozenset({"after", "before", "following", "since", "until", "than"})
"""Prepositions before something that has other days than the event next to it."""


class EventWords:
    """The event of a sentence to which each word belongs: the nearest one above it in the tree.

    ``events``: (trigger, verb) of each. ``aliases``: words that stand for an event without being its trigger.
    """

    def __init__(
        self, clauses: Clauses, events: Sequence[tuple[int, int]], aliases: Mapping[int, int] | None = None
    ):
        self._clauses = clauses
        self._by_token: dict[int, int] = {}
        for number, (trigger, verb) in enumerate(events):
            self._by_token.setdefault(trigger, number)
            self._by_token.setdefault(verb, number)
        for token, number in (aliases or {}).items():
            self._by_token.setdefault(token, number)
        self._triggers = [trigger for trigger, _ in events]

    def event_of(self, i: int, assault: bool = False) -> int | None:
        """The event's number. ``assault``: a toll may also stand above its event ("clashes left ten dead")."""
        for here in (i, *self._clauses.ancestors(i)):
            if here in self._by_token:
                return self._by_token[here]
        if assault or len(self._triggers) == 1:
            below = [n for n, t in enumerate(self._triggers)]
            return below[0] if below else None
        return None

    def is_of_another(self, i: int) -> bool:
        """Whether a word is in a clause about the time before its event, and is not an event itself.

        "fighting, the worst since a war in which thousands died, went on".
        """
        tokens = self._clauses.tokens
        for here in (i, *self._clauses.ancestors(i)):
            if here in self._by_token:
                return False
            above = tokens[here].head
            relative = tokens[here].dep in ("acl", "acl:relcl") and above not in self._by_token
            if relative and self._clauses.preposition(above) in _APART:
                return True
        return False

    def event_of_date(self, i: int) -> int | None:
        """The event of a date: the nearest one above it, or one in between that includes the date.

        "discussed the agreements reached in 2020".
        """
        above = self.event_of(i)
        if above is None:
            return None
        between = [n for n, t in enumerate(self._triggers) if self._triggers[above] < t < i]
        if between and self._triggers[above] in self._clauses.ancestors(self._triggers[between[-1]]):
            return between[-1]
        return above
