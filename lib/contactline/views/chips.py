"""Each chosen filter in a few words, with the filters that remain when it is removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contactline.views import labels
from contactline.views.address import KNOWN, LISTS, known_of, with_known
from contactline.views.options import Options
from contactline.views.query import SWITCHES, Filters
from contactline.views.words import say


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in words ("Russia (all) as mediator"), and the filters without it."""

    words: str
    without: Filters


def chips(filters: Filters, options: Options) -> list[Chip]:
    """One chip for each chosen value, in the order of the sidebar; empty where nothing is chosen."""
    return list(_chips(filters, options))


def _chips(filters: Filters, options: Options) -> Iterator[Chip]:
    if filters.start and filters.end:
        days = labels.span(filters.start, filters.end)
        yield Chip(days, filters.changed(start=None, end=None))
    for name, field in LISTS.items():
        chosen = getattr(filters, field)
        for key in chosen:
            words = options.words[name].get(key, key)
            if name == "actor":
                words = say(f"chips.{filters.role}", actor=words)
            rest = filters.changed(**{field: tuple(other for other in chosen if other != key)})
            yield Chip(words, rest.changed(role="any") if name == "actor" and not rest.actors else rest)
    if filters.text:
        yield Chip(say("chips.text", text=filters.text), filters.changed(text=""))
    if (known := known_of(filters)) != "any":
        yield Chip(say("chips.known", known=KNOWN[known]), with_known(filters, "any"))
    for name in SWITCHES:
        if not getattr(filters, name):
            yield Chip(say(f"sentence.no_{name}"), filters.changed(**{name: True}))
