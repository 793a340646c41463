"""The options of each filter: those of a whole build, their words in the address, and the number of events of
each.

Options do not depend on what is chosen, so that a link opens the same view for everybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from contactline.lexicon import unlisted
from contactline.views import labels
from contactline.views.query import EventIndex, pair_name
from contactline.views.words import say

_SIDES, _MOST_PAIRS = 20, 200


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a build by the name of their filter: actor, type, place, status, publisher, pair.

    ``words``: by key of an option its words, unique within a filter. ``counts``: the number of its events in the
    whole build, in any role and on any day. ``old``: keys by the words that earlier links use for them.
    """

    words: dict[str, dict[str, str]]
    counts: dict[str, dict[str, int]]
    old: dict[str, dict[str, str]]

    @classmethod
    def build(cls, index: EventIndex, names: Mapping[str, str]) -> Options:
        """The options of a build. ``names``: of actors, country codes and places, with both names of a place."""
        every = np.ones(len(index.events), bool)
        counted = {
            column: {str(key): int(number) for key, number in index.counts(every, column).items()}
            for column in ("quad", "type", "kind", "place_id", "status", "publisher")
        }
        states = set(index.store.actors["actor_id"][index.store.actors["part"] == "state"])
        actors = {key: int(index.involved((key,)).sum()) for key in index.actors}
        pairs = _pairs(index)
        words = {
            "actor": {key: _actor(key, names.get(key, key), states) for key in index.actors},
            "type": _types(index),
            "place": {key: names.get(key, key) for key in index.values["place_id"]},
            "status": dict(labels.STATUSES),
            "publisher": {name: name for name in index.values["publisher"]},
            "pair": {pair: pair_name(pair, names) for pair in pairs},
        }
        counts = {
            "actor": actors,
            "type": counted["quad"] | counted["kind"] | counted["type"],
            "place": counted["place_id"],
            "status": counted["status"],
            "publisher": counted["publisher"],
            "pair": pairs,
        }
        old = {name: {key.casefold(): key for key in few} for name, few in words.items()}
        old["actor"] |= {names[key].casefold(): key for key in index.actors if key in states and key in names}
        return cls({name: _unlike(few) for name, few in words.items()}, counts, old)

    def offered(self, name: str) -> list[str]:
        """The keys of a filter's options, those with the most events first unless they have an order of their
        own.
        """
        keys = list(self.words[name])
        if name in ("type", "status", "actor"):
            return keys
        return sorted(keys, key=lambda key: (-self.counts[name].get(key, 0), self.words[name][key]))

    def counted(self, name: str, key: str) -> str:
        """An option with the number of its events: "Goris · 12"."""
        number = self.counts[name].get(key, 0)
        return say("filters.option", name=self.words[name].get(key, key), number=f"{number:,}")


def _pairs(index: EventIndex) -> dict[str, int]:
    """The pairs of the most active countries and parties of which one did something to the other, with numbers
    of events.
    """
    sides = [key for key in index.actors if key.isupper()][:_SIDES]
    acted, acted_on = (np.zeros((len(sides), len(index.events)), np.float32) for _ in range(2))
    for number, side in enumerate(sides):
        acted[number, index.parts[side].get("source", [])] = 1
        acted_on[number, index.parts[side].get("target", [])] = 1
    together = (acted @ acted_on.T).astype(int)
    found = {
        f"{source}>{target}": int(together[row, column])
        for row, source in enumerate(sides)
        for column, target in enumerate(sides)
        if row != column and together[row, column]
    }
    return dict(Counter(found).most_common(_MOST_PAIRS))


def _actor(key: str, name: str, states: set[str]) -> str:
    if unlisted.is_unlisted(key):
        return say("filters.actor_unlisted", name=name)
    if key.isupper():
        return say("filters.actor_country", name=name)
    return say("filters.actor_government", name=name) if key in states else name


def _types(index: EventIndex) -> dict[str, str]:
    """Each class, then its types, each followed by its modes that occur."""
    kinds = labels.kinds(index.lexicon)
    modes = [kind for kind in index.values["kind"] if "-" in kind]
    quads = labels.type_quads(index.lexicon)
    found = {quad: say("filters.type_class", class_=quad.capitalize()) for quad in labels.QUADS}
    for name in quads:
        found[name] = kinds[name]
        found |= {
            kind: say("filters.type_mode", type=kinds[name], mode=kinds.get(kind, kind))
            for kind in modes
            if kind.startswith(f"{name}-")
        }
    return found


def _unlike(words: dict[str, str]) -> dict[str, str]:
    """The same words, with the id added to those that would otherwise occur twice."""
    seen = Counter(words.values())
    return {key: f"{word} [{key}]" if seen[word] > 1 else word for key, word in words.items()}
