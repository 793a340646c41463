"""What each filter offers, and how many events each option has."""

from __future__ import annotations

import pytest
from made_tables import event, made, row

from contactline.lexicon import load
from contactline.views.options import Options
from contactline.views.query import EventIndex, names

LEXICON = load()

EVENTS = (
    event("e1", "CONSULT", sources="russia:RUS iran:IRN", targets="russia:RUS iran:IRN", mode="phone"),
    event("e2", "ASSAULT", sources="iran:IRN", targets="russia:RUS", place_id="goris"),
    event("e3", "CONSULT", sources="new:sona-pel:", place_id="goris", article_id="b", mediators="russia:RUS"),
)
ACTORS = [
    row("actors", actor_id="russia", name="Russia", kind="government", part="state", country="RUS"),
    row("actors", actor_id="new:sona-pel", name="Sona Pel", kind="person", country=""),
]


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    folder = tmp_path_factory.mktemp("options") / "tables"
    store = made(folder, *EVENTS, publishers={"b": "The Valley Post"}, more={"actors": ACTORS})
    return Options.build(EventIndex.build(store, LEXICON), names(store, LEXICON))


def offered(options: Options, name: str) -> list[str]:
    return [options.counted(name, key) for key in options.offered(name)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "actor",
            [
                "Russia (all) · 3",
                "Iran (all) · 2",
                "Russia (government) · 3",
                "Iran · 2",
                "Sona Pel (not in the lexicon) · 1",
            ],
        ),
        ("place", ["Goris · 2", "not known · 1"]),
        ("publisher", ["publisher not known · 2", "The Valley Post · 1"]),
        ("pair", ["Iran → Russia · 2", "Russia → Iran · 1"]),
    ],
)
def test_options_stand_with_their_events_in_order(options: Options, name: str, expected: list[str]) -> None:
    assert offered(options, name) == expected


def test_a_class_is_one_option_before_its_types_and_their_modes(options: Options) -> None:
    found = offered(options, "type")

    assert found[:4] == [
        "Verbal cooperation (all kinds) · 2",
        "Material cooperation (all kinds) · 0",
        "Verbal conflict (all kinds) · 0",
        "Material conflict (all kinds) · 1",
    ]
    assert [one for one in found if one.startswith("Talks")] == ["Talks · 2", "Talks: Phone call · 1"]
