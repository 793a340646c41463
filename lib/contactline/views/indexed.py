"""The columns that an index of events adds: numbers of different values, and names that people read.

In: a store and its numbered columns (``tables.coded``). Out: columns as categories, because a million events have
only a few thousand different names. Everything is computed with numbers, and each different text is made once.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from contactline.lexicon import Lexicon
from contactline.tables.coded import positions
from contactline.tables.store import Store
from contactline.views import completed, labels
from contactline.views.words import say

Codes = npt.NDArray[np.int32]
Numbers = tuple[Codes, "pd.Index[str]"]
"""For each row the position of its value among the different values, which are sorted; -1 if it is not known."""

SIDES = {"sources": "source", "targets": "target", "mediators": "mediator", "speakers": "speaker"}
"""The columns of names in ``EventIndex.events``, each with the role of the parties that it names."""


def numbers(column: pa.ChunkedArray) -> Numbers:
    """A column of ``coded`` with its different values."""
    whole = column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()
    values = pd.Index(whole.dictionary.to_numpy(zero_copy_only=False), dtype="str")
    codes = whole.indices
    return (codes.fill_null(-1) if codes.null_count else codes).to_numpy(), values


def rows(column: pa.ChunkedArray) -> Codes:
    """A column of row numbers of another table, as an array."""
    found: Codes = column.to_numpy()
    return found


def of_each(codes: Codes, values: list[str]) -> Numbers:
    """Number those of the ``values`` that occur; equal ones get one number. ``codes``: positions in ``values``, -1
    for none.
    """
    used = np.bincount(codes[codes >= 0], minlength=len(values)) > 0
    different = sorted({value for value, is_used in zip(values, used.tolist(), strict=True) if is_used})
    place = {value: number for number, value in enumerate(different)}
    found = np.array([*(place.get(value, -1) for value in values), -1], np.int32)
    return found[codes], pd.Index(different, dtype="str")


def with_missing(numbers_: Numbers, missing: str) -> Numbers:
    """The same numbers, with the value ``missing`` for the rows that have none."""
    codes, values = numbers_
    if not (codes < 0).any():
        return numbers_
    at = int(values.searchsorted(missing))
    found = codes + (codes >= at)
    found[codes < 0] = at
    return found.astype(np.int32), values.insert(at, missing)


def kinds(types: Numbers, modes: Numbers) -> Numbers:
    """Type and mode together ("CONSULT-phone"), the type alone where there is no mode."""
    (type_, names), (mode, words) = types, modes
    every = [f"{name}-{word}" if word else name for name in names for word in words]
    return of_each(type_ * np.int32(len(words)) + mode, every)


def column(numbers_: Numbers) -> pd.Categorical[Any]:
    """The numbers as a column of a data frame."""
    return pd.Categorical.from_codes(*numbers_)


def place_columns(store: Store, place: Numbers) -> dict[str, Any]:
    """The columns that describe each event's place: ``place`` (both names), ``place_kind``, ``extent``, ``lat``,
    ``lon``.
    """
    codes, ids = place
    at = positions(pd.Series(ids), store.places["place_id"]).to_numpy()
    known = store.places.iloc[at[at >= 0]]
    rows_ = np.full(len(at) + 1, -1, np.int32)
    rows_[:-1][at >= 0] = np.arange(len(known))
    here = rows_[codes]
    both = [labels.place(*pair) for pair in zip(known["name"], known["name_other"], strict=True)]
    told = {"place": both, "place_kind": list(known["kind"]), "extent": list(known["extent"])}
    found: dict[str, Any] = {name: column(of_each(here, values)) for name, values in told.items()}
    for name in ("lat", "lon"):
        found[name] = np.append(known[name].to_numpy(np.float64), np.nan)[here]
    return found


def sides(
    store: Store, parties: pa.Table, at: Codes, chosen: npt.NDArray[np.bool_] | None, events: int, lexicon: Lexicon
) -> dict[str, pd.Categorical]:
    """For each column of ``SIDES``, the names of each event's parties, joined with a comma.

    Names that the text does not give are in brackets, and so is the side of a party that it names by a place.

    ``parties``: as returned by ``coded.parties``; ``at``: the position of each party's event; ``events``: their
    number; ``chosen``: the parties that count, None for all. The columns have the same categories.
    """
    which, names = _party_names(store, parties, lexicon)
    roles, words = numbers(parties.column("role"))
    lists = _Lists(names)
    found = {}
    for name, part in SIDES.items():
        here = roles == (words.get_loc(part) if part in words else -2)
        here = here if chosen is None else here & chosen
        found[name] = lists.joined(at[here], which[here], events)
    whole, places = np.unique(np.array(lists.words, object), return_inverse=True)
    categories = pd.Index(whole, dtype="str")
    return {name: pd.Categorical.from_codes(places[number], categories) for name, number in found.items()}


def _party_names(store: Store, parties: pa.Table, lexicon: Lexicon) -> tuple[npt.NDArray[np.int64], list[str]]:
    """For each party the number of its name, and the different names."""
    (actor, actors), (country, countries), (basis, bases) = (
        numbers(parties.column(name)) for name in ("actor_id", "country", "basis")
    )
    called = store.actors.drop_duplicates("actor_id").set_index("actor_id")["name"].reindex(actors)
    names = list(called)
    known = np.append(called.notna().to_numpy(bool), False)
    who = actor.astype(np.int64)
    by_text = np.flatnonzero(~known[actor])
    texts, words = pd.factorize(store.event_actors["text"].iloc[by_text])
    who[by_text] = len(names) + texts
    names += list(words)
    key = (who * (len(countries) + 1) + country + 1) * (len(bases) + 1) + basis + 1
    codes, keys = pd.factorize(key)
    different: dict[str, int] = {}
    place = []
    for one in keys.tolist():
        rest, b = divmod(one, len(bases) + 1)
        n, c = divmod(rest, len(countries) + 1)
        told = bases[b - 1] if b else ""
        side = countries[c - 1] if c else ""
        name = (
            names[n] if told == completed.TOLD else completed.bracketed(names[n], labels.side(side, lexicon), told)
        )
        place.append(different.setdefault(name, len(different)))
    return np.array(place, np.int64)[codes], list(different)


class _Lists:
    """Lists of names, each joined into a text once, however many events have it.

    ``words``: these texts; the first is empty.
    """

    def __init__(self, names: list[str]) -> None:
        self._names = names
        self._number: dict[tuple[int, int], int] = {}
        self.words = [""]

    def joined(self, at: Codes, codes: npt.NDArray[np.int64], rows: int) -> npt.NDArray[np.int64]:
        """For each of ``rows`` rows the number of its list of names, each name once.

        ``codes``: names by number; ``at``: the row of each. In every round, the rows that have one more name get
        the number of the list that is longer by it.
        """
        found = np.zeros(rows, np.int64)
        if not len(at):
            return found
        size = len(self._names)
        if _apart(at, rows):
            order = np.argsort(at, kind="stable")
            at, codes = at[order], codes[order]
        once = np.ones(len(at), bool)
        for before in range(1, int(_turns(at).max()) + 1):
            once[before:] &= (at[before:] != at[:-before]) | (codes[before:] != codes[:-before])
        at, codes = at[once], codes[once]
        turn = _turns(at)
        for number in range(int(turn.max()) + 1):
            here = turn == number
            which, pairs = pd.factorize(found[at[here]] * size + codes[here])
            longer = [self._longer(*divmod(pair, size)) for pair in pairs.tolist()]
            found[at[here]] = np.array(longer, np.int64)[which]
        return found

    def _longer(self, before: int, code: int) -> int:
        """The number of the list that has one more name."""
        key = before, code
        if key not in self._number:
            self._number[key] = len(self.words)
            self.words.append(", ".join(filter(None, (self.words[before], self._names[code]))))
        return self._number[key]


def _apart(at: Codes, rows: int) -> bool:
    """Whether equal positions are not all next to each other. In the tables of a build they are."""
    return int((at[1:] != at[:-1]).sum()) + 1 != int((np.bincount(at, minlength=rows) > 0).sum())


def _turns(at: Codes) -> npt.NDArray[np.int64]:
    """For each position, how many equal ones are directly before it."""
    firsts = np.flatnonzero(np.concatenate(([True], at[1:] != at[:-1])))
    return np.arange(len(at)) - np.repeat(firsts, np.diff(firsts, append=len(at)))


def parts(
    parties: pa.Table, at: Codes, chosen: npt.NDArray[np.bool_] | None, events: int
) -> dict[str, dict[str, Codes]]:
    """The positions of the events in which each actor or country has a role, by its id or code and by the role.

    ``parties``, ``at``, ``chosen``, ``events``: as of ``sides``.
    """
    (actor, actors), (country, countries), (role, roles) = (
        numbers(parties.column(name)) for name in ("actor_id", "country", "role")
    )
    some = slice(None) if chosen is None else chosen
    size = max(1, events)
    told = []
    for codes, values, first in ((actor, actors, 0), (country, countries, len(actors))):
        nobody = values.get_loc("") if "" in values else -1
        own = codes[some].astype(np.int64)
        keys = ((own + first) * max(1, len(roles)) + role[some]) * size + at[some]
        told.append(keys[(own >= 0) & (own != nobody)])
    whole = np.sort(np.concatenate(told))
    once = np.ones(len(whole), bool)
    once[1:] = whole[1:] != whole[:-1]
    kinds_, events_at = np.divmod(whole[once], size)
    firsts = np.flatnonzero(np.diff(kinds_, prepend=-1))
    ids = [*actors, *countries]
    found: dict[str, dict[str, Codes]] = {}
    for kind, here in zip(kinds_[firsts], np.split(events_at.astype(np.int32), firsts)[1:], strict=True):
        key, number = divmod(int(kind), max(1, len(roles)))
        found.setdefault(str(ids[key]), {})[str(roles[number])] = here
    return found


def publishers(store: Store, at: Codes) -> Numbers:
    """The publisher of each event; ``at``: the row of its article."""
    unknown = say("sentence.publisher_unknown")
    codes, values = pd.factorize(store.articles["publisher"].replace("", unknown))
    return of_each(np.append(codes, -1).astype(np.int32)[at], list(values))
