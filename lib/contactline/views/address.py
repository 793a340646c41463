"""The filters written into an address and read from it: each filter under its name, with the words of its options.

Words of earlier links, ids, and other upper or lower case are understood too; words that are not understood are
reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from contactline.views import labels
from contactline.views.options import Options
from contactline.views.query import ANYONE, ROLES, SWITCHES, Filters
from contactline.views.words import words_of

LISTS = {
    "actor": "actors",
    "type": "types",
    "place": "places",
    "status": "statuses",
    "publisher": "publishers",
    "pair": "pairs",
}
"""Filters of several values: their names in the address, with those in ``Filters``."""

NAMES = ("dates", *LISTS, "role", "q", *SWITCHES, "known", "undated")
"""All names of filters in an address; ``undated`` occurs in earlier links."""

KNOWN = labels.DATED
"""How exactly an event's date is known, together with undated events: one choice for two fields of ``Filters``."""

_ROLE_WORDS = words_of("roles")


@dataclass(frozen=True, slots=True)
class Read:
    """The filters that an address asks for, and its words that match no option ("actor": "Nobody")."""

    filters: Filters
    dropped: tuple[tuple[str, str], ...] = ()


def write(filters: Filters, options: Options) -> list[tuple[str, str]]:
    """The filters as pairs of name and word, only where something is chosen."""
    pairs: list[tuple[str, str]] = []
    if filters.start and filters.end:
        pairs += [("dates", filters.start.isoformat()), ("dates", filters.end.isoformat())]
    for name, field in LISTS.items():
        pairs += [(name, options.words[name].get(key, key)) for key in getattr(filters, field)]
    pairs += [("role", _ROLE_WORDS[filters.role])] if filters.role != "any" else []
    pairs += [("q", filters.text)] if filters.text else []
    pairs += [(name, "false") for name in SWITCHES if not getattr(filters, name)]
    if (known := known_of(filters)) != "any":
        pairs.append(("known", KNOWN[known]))
    return pairs


def read(given: Mapping[str, Sequence[str]], options: Options) -> Read:
    """The filters that an address asks for. ``given``: the words under each name."""
    dropped: list[tuple[str, str]] = []
    chosen: dict[str, Any] = {}
    classes: list[str] = []
    for name, field in LISTS.items():
        keys = []
        for word in given.get(name, ()):
            if name == "pair" and word.count(">") == 2:  # an earlier link, which has source, target and class
                word, _, quad = word.rpartition(">")
                classes.append(quad)
            key = _key(name, word, options)
            keys += [key] if key is not None else []
            dropped += [(name, word)] if key is None else []
        chosen[field] = tuple(dict.fromkeys(keys))
    chosen["types"] = tuple(dict.fromkeys((*chosen["types"], *(q for q in classes if q in labels.QUADS))))
    role, known = (_one(name, given, words, dropped) for name, words in (("role", _ROLE_WORDS), ("known", KNOWN)))
    chosen |= {name: given.get(name, ("true",))[-1].lower() != "false" for name in SWITCHES}
    start, end = _days(given.get("dates", ()), dropped)
    text = " ".join(given.get("q", ("",))[-1].split())
    filters = Filters(start, end, role=role if role in ROLES else "any", text=text, **chosen)
    if known == "any" and given.get("undated", ("",))[-1].lower() == "true":
        known = "too"
    return Read(with_known(filters, known), tuple(dropped))


def known_of(filters: Filters) -> str:
    """The value of ``KNOWN`` that the filters amount to."""
    return "too" if filters.undated and filters.precision == "any" else filters.precision


def with_known(filters: Filters, known: str) -> Filters:
    """The filters changed to another value of ``KNOWN``."""
    return filters.changed(precision="any" if known == "too" else known, undated=known == "too")


def _key(name: str, word: str, options: Options) -> str | None:
    """The key of an option, found by its words, by earlier words or by the key itself; None where there is
    none.
    """
    by_word = {shown: key for key, shown in options.words[name].items()}
    if word in by_word:
        return by_word[word]
    folded = {shown.casefold(): key for shown, key in by_word.items()} | options.old[name]
    if name == "pair" and word.casefold() not in folded:  # a pair need not be an option: any two actors can be one
        ends = [ANYONE if end == ANYONE else _key("actor", end, options) for end in word.split(">")]
        return ">".join(end for end in ends if end) if len(ends) == 2 and all(ends) else None
    return folded.get(word.casefold())


def _one(
    name: str, given: Mapping[str, Sequence[str]], words: Mapping[str, str], dropped: list[tuple[str, str]]
) -> str:
    for word in given.get(name, ())[-1:]:
        for key, shown in words.items():
            if word in (key, shown):
                return key
        dropped.append((name, word))
    return "any"


def _days(words: Sequence[str], dropped: list[tuple[str, str]]) -> tuple[date | None, date | None]:
    """The first and the last day; (None, None) where there are not two."""
    days = []
    for word in words:
        try:
            days.append(date.fromisoformat(word))
        except ValueError:
            dropped.append(("dates", word))
    if len(days) == 1:
        dropped.append(("dates", days[0].isoformat()))
    return (min(days), max(days)) if len(days) >= 2 else (None, None)
