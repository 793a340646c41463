"""The filters as an address tells them: written, read again, and from earlier links."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from made_tables import event, made, row

from contactline.lexicon import load
from contactline.views import address
from contactline.views.options import Options
from contactline.views.query import EventIndex, Filters, names

LEXICON = load()

EVENTS = (
    event("e1", "CONSULT", "2031-05-12", sources="russia:RUS", mode="phone", place_id="goris"),
    event("e2", "ASSAULT", "2031-05-14", sources="iran:IRN", targets="russia:RUS", place_id="stepanakert"),
    event("e3", "AGREE", "2031-05-14", sources="russia:RUS", targets="iran:IRN", mediators="sona:IRN"),
)
STATE = row("actors", actor_id="russia", name="Russia", kind="government", part="state", country="RUS")


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    folder = tmp_path_factory.mktemp("address") / "tables"
    store = made(folder, *EVENTS, publishers={"a": "The Valley Post"}, more={"actors": [STATE]})
    return Options.build(EventIndex.build(store, LEXICON), names(store, LEXICON))


EVERY = Filters(
    date(2031, 5, 1),
    date(2031, 5, 31),
    ("RUS", "russia"),
    "mediator",
    ("verbal conflict", "CONSULT-phone"),
    ("goris",),
    ("claimed",),
    ("The Valley Post",),
    "truce -border",
    background=False,
    precision="day",
    completed=False,
    unlisted=False,
    reported=False,
    pairs=("RUS>IRN", "sona>*"),
)


@pytest.mark.parametrize("filters", [Filters(), EVERY, Filters(undated=True), Filters(precision="none")])
def test_what_is_written_is_read_again(options: Options, filters: Filters) -> None:
    given: dict[str, list[str]] = {}
    for name, word in address.write(filters, options):
        given.setdefault(name, []).append(word)

    assert address.read(given, options) == address.Read(filters)


def test_an_address_has_the_words_of_the_screen(options: Options) -> None:
    assert address.write(EVERY, options) == [
        ("dates", "2031-05-01"),
        ("dates", "2031-05-31"),
        ("actor", "Russia (all)"),
        ("actor", "Russia (government)"),
        ("type", "Verbal conflict (all kinds)"),
        ("type", "Talks: Phone call"),
        ("place", "Goris"),
        ("status", "claimed by one side"),
        ("publisher", "The Valley Post"),
        ("pair", "Russia → Iran"),
        ("pair", "sona>*"),
        ("role", "as mediator"),
        ("q", "truce -border"),
        ("background", "false"),
        ("completed", "false"),
        ("unlisted", "false"),
        ("reported", "false"),
        ("known", "known to the day"),
    ]


@pytest.mark.parametrize(
    ("given", "filters"),
    [
        # what links had before: the government by its bare name, two settings for the date, the class of a pair
        ({"actor": ["Russia"]}, Filters(actors=("russia",))),
        ({"undated": ["true"]}, Filters(undated=True)),
        ({"known": ["known, but not to the day"], "undated": ["true"]}, Filters(precision="vague")),
        ({"known": ["known or not"]}, Filters()),
        ({"role": ["as source: acts"]}, Filters(role="source")),
        ({"pair": ["RUS>IRN>verbal conflict"]}, Filters(pairs=("RUS>IRN",), types=("verbal conflict",))),
        ({"pair": ["RUS>*"]}, Filters(pairs=("RUS>*",))),
        ({"background": ["false"], "completed": ["False"]}, Filters(background=False, completed=False)),
        # ids and other letters
        ({"actor": ["RUS", "iran"]}, Filters(actors=("RUS", "iran"))),
        ({"actor": ["RUSSIA (ALL)"], "type": ["consult"]}, Filters(actors=("RUS",), types=("CONSULT",))),
        ({"place": ["stepanakert"], "status": ["denied"]}, Filters(places=("stepanakert",), statuses=("denied",))),
        ({"actor": ["iran", "IRAN"]}, Filters(actors=("iran",))),
        ({"dates": ["2031-05-14", "2031-05-12"]}, Filters(date(2031, 5, 12), date(2031, 5, 14))),
        ({"q": ["  truce   border "]}, Filters(text="truce border")),
    ],
)
def test_earlier_links_and_other_words_are_understood(
    options: Options, given: Mapping[str, list[str]], filters: Filters
) -> None:
    assert address.read(given, options) == address.Read(filters)


def test_what_is_not_understood_is_told(options: Options) -> None:
    given = {
        "actor": ["Nobody", "Iran (all)"],
        "type": ["Juggling"],
        "dates": ["2031-02-30", "2031-05-12"],
        "role": ["as juggler"],
        "known": ["somewhat"],
        "pair": ["RUS>Nobody"],
    }

    assert address.read(given, options) == address.Read(
        Filters(actors=("IRN",)),
        (
            ("actor", "Nobody"),
            ("type", "Juggling"),
            ("pair", "RUS>Nobody"),
            ("role", "as juggler"),
            ("known", "somewhat"),
            ("dates", "2031-02-30"),
            ("dates", "2031-05-12"),
        ),
    )


def test_no_words_of_an_empty_build(tmp_path: Path) -> None:
    store = made(tmp_path / "t")
    options = Options.build(EventIndex.build(store, LEXICON), names(store, LEXICON))

    assert address.read({"actor": ["Russia"]}, options) == address.Read(Filters(), (("actor", "Russia"),))
