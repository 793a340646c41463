"""How inputs are to be read, and where notes about them go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from contactline.intake.errors import Refuse, stop
from contactline.lexicon import Lexicon, load

Note = Callable[[str], None]


def _silent(told: str) -> None:
    """Ignore notes; the default where the caller does not ask for them."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a user says about the inputs.

    ``columns``: the name of a column by the field that it holds ("text"). ``day_order``: "dmy" or "mdy" for dates
    such as 3/4/2020, "" to let their column decide. ``note`` is called with a sentence about what was decided or
    ignored.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    day_order: str = ""
    note: Note = _silent


@dataclass(frozen=True, slots=True)
class Reading:
    """What every reader of files receives. ``refuse`` is called for what cannot be read."""

    lexicon: Lexicon
    refuse: Refuse = stop
    note: Note = _silent
    columns: Mapping[str, str] = field(default_factory=dict)
    day_order: str = ""


def reading(refuse: Refuse, options: Options | None, lexicon: Lexicon | None) -> Reading:
    """The options together with everything else that readers need; the lexicon is data/lexicon where none is
    given.
    """
    options = options or Options()
    return Reading(lexicon or load(), refuse, options.note, options.columns, options.day_order)
