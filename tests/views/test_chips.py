"""Each filter in a few words, and what remains without it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from made_tables import event, made

from contactline.lexicon import load
from contactline.views.chips import Chip, chips
from contactline.views.options import Options
from contactline.views.query import EventIndex, Filters, names

LEXICON = load()


def test_a_chip_for_each_value_takes_just_that_away(tmp_path: Path) -> None:
    store = made(tmp_path / "t", event("e1", sources="sona:RUS", targets="iran:IRN", place_id="goris"))
    options = Options.build(EventIndex.build(store, LEXICON), names(store, LEXICON))
    days = {"start": date(2031, 5, 12), "end": date(2031, 5, 14)}
    filters = Filters(actors=("RUS", "sona"), role="mediator", types=("CONSULT",), text="truce", **days)

    assert chips(filters, options) == [
        Chip(
            "12–14 May 2031",
            Filters(actors=("RUS", "sona"), role="mediator", types=("CONSULT",), text="truce"),
        ),
        Chip(
            "mediated by Russia (all)",
            Filters(**days, actors=("sona",), role="mediator", types=("CONSULT",), text="truce"),
        ),
        Chip(
            "mediated by Sona", Filters(**days, actors=("RUS",), role="mediator", types=("CONSULT",), text="truce")
        ),
        Chip("Talks", Filters(**days, actors=("RUS", "sona"), role="mediator", text="truce")),
        Chip("words: truce", Filters(**days, actors=("RUS", "sona"), role="mediator", types=("CONSULT",))),
    ]


def test_the_last_actor_takes_the_role_with_it(tmp_path: Path) -> None:
    store = made(tmp_path / "t", event("e1", sources="sona:RUS"))
    options = Options.build(EventIndex.build(store, LEXICON), names(store, LEXICON))

    assert chips(Filters(actors=("sona",), role="speaker"), options) == [Chip("said by Sona", Filters())]


def test_what_is_left_out_has_a_chip_too(tmp_path: Path) -> None:
    store = made(tmp_path / "t", event("e1", sources="sona:RUS"))
    options = Options.build(EventIndex.build(store, LEXICON), names(store, LEXICON))
    filters = Filters(
        background=False, completed=False, unlisted=False, reported=False, undated=True, pairs=("RUS>*",)
    )

    assert [chip.words for chip in chips(filters, options)] == [
        "RUS>*",
        "date known or not, the undated too",
        "without background history",
        "without parties that the texts do not name",
        "without names beyond the lexicon",
        "without those dated by their article alone",
    ]
    assert chips(Filters(), options) == []
