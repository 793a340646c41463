"""How inputs are to be read, and whom to tell what was noticed on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from contactline.intake.errors import Refuse, stop
from contactline.lexicon import Lexicon, load

Note = Callable[[str], None]


def _silent(told: str) -> None:
    """A note that nobody asked for."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a user says of the inputs. ``columns``: the name of a column by the field that it holds ("text").

    ``day_order``: "dmy" or "mdy" for dates such as 3/4/2020, "" to let their column decide. ``note`` is called
    with a sentence for what was decided or left aside.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    day_order: str = ""
    note: Note = _silent


@dataclass(frozen=True, slots=True)
class Reading:
    """What every reader of files is given. ``refuse`` is called for what cannot be read."""

    lexicon: Lexicon
    refuse: Refuse = stop
    note: Note = _silent
    columns: Mapping[str, str] = field(default_factory=dict)
    day_order: str = ""


def reading(refuse: Refuse, options: Options | None, lexicon: Lexicon | None) -> Reading:
    """The options with what else the readers need; the lexicon is data/lexicon where none is given."""
    options = options or Options()
    return Reading(lexicon or load(), refuse, options.note, options.columns, options.day_order)
