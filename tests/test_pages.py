"""Every page as Streamlit's own test runner sees it: with the five articles, with one, and with none."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from dashboards import DASHBOARD, PAGES, prepare, use
from streamlit.testing.v1 import AppTest

from contactline.app import actor_panels, context, downloads, map_panel
from contactline.lexicon import load
from contactline.tables import store
from contactline.views import actor_query, address, export, map_query
from contactline.views.options import Options
from contactline.views.query import EventIndex, Filters, names
from contactline.views.words import count, say

LEXICON = load()

SIZES = ("full", "one", "empty")


@pytest.fixture(scope="module")
def environments(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    return {which: prepare(tmp_path_factory.mktemp(which), which) for which in SIZES}


@pytest.fixture
def full(environments: dict[str, dict[str, str]], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    use(monkeypatch, environments["full"])
    return environments["full"]


def opened(page: str = "overview", **query: str | list[str]) -> AppTest:
    """The page as a fresh visitor's link opens it."""
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    if page != "overview":
        app.switch_page(f"pages/{page}.py").run()
    return app


def texts(app: AppTest) -> str:
    return "\n".join(
        str(block.value) for kind in ("title", "markdown", "caption", "info", "warning") for block in app.get(kind)
    )


def chips(app: AppTest) -> list[str]:
    """The words of the chips under the heading."""
    return [str(button.label).replace("\\", "") for button in app.button if str(button.key).startswith("_chip")]


def frames(app: AppTest) -> list[Any]:
    return [element.value for element in app.dataframe]


@pytest.mark.parametrize("page", ["overview", "timeline", "map"])
def test_that_there_are_no_articles_is_said_once(
    page: str, environments: dict[str, dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, environments["empty"])

    assert [str(notice.value) for notice in opened(page).info] == [say("events.no_articles")]


@dataclass(frozen=True)
class Seen:
    """A page as it opens."""

    exceptions: list[str]
    filters: int
    words: str
    alts: list[str]


@pytest.fixture(scope="module")
def seen(environments: dict[str, dict[str, str]]) -> dict[tuple[str, str], Seen]:
    """Every page of each dashboard, gone through once from the menu."""
    found = {}
    for which in SIZES:
        with pytest.MonkeyPatch.context() as patch:
            use(patch, environments[which])
            app = opened()
            for page in PAGES:
                if page != "overview":
                    app.switch_page(f"pages/{page}.py").run()
                charts = [*app.get("plotly_chart"), *app.get("deck_gl_json_chart")]
                found[which, page] = Seen(
                    [str(e.value) for e in app.exception],
                    len(app.multiselect),
                    texts(app),
                    [c.proto.alt for c in charts],
                )
    return found


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("which", SIZES)
def test_every_page_opens(which: str, page: str, seen: dict[tuple[str, str], Seen]) -> None:
    assert seen[which, page].exceptions == []
    assert seen[which, page].filters >= 5
    assert seen[which, page].words != ""


@pytest.mark.parametrize("page", [page for page in PAGES if page not in ("method", "add", "changes")])
def test_each_page_says_what_is_shown(page: str, seen: dict[tuple[str, str], Seen]) -> None:
    assert "in 5 articles" in seen["full", page].words


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("which", SIZES)
def test_charts_have_words_for_those_who_do_not_see_them(
    which: str, page: str, seen: dict[tuple[str, str], Seen]
) -> None:
    assert "" not in seen[which, page].alts


def test_pages_have_charts(seen: dict[tuple[str, str], Seen]) -> None:
    charted = [page for page in PAGES if seen["full", page].alts]
    assert charted == ["overview", "timeline", "map", "actors", "casualties", "whose_word", "compare"]


def test_a_link_brings_its_filters(full: dict[str, str]) -> None:
    app = opened(actor="Vladimir Putin", background="false", type="Talks", role="as source: acts")

    assert app.multiselect(key="actor").value == ["putin"]
    assert app.multiselect(key="type").value == ["CONSULT"]
    assert app.selectbox(key="role").value == "source"
    assert chips(app) == [
        "done by Vladimir Putin",
        "Talks",
        "without background history",
    ]


def test_filters_stay_when_the_page_changes(full: dict[str, str]) -> None:
    app = opened()
    app.multiselect(key="actor").select("RUS").run()
    app.switch_page("pages/timeline.py").run()

    assert app.multiselect(key="actor").value == ["RUS"]
    assert chips(app) == ["Russia (all)"]


def test_reset_takes_every_filter_away(full: dict[str, str]) -> None:
    app = opened(actor="Vladimir Putin", q="ceasefire", known="known to the day")
    app.button(key="_heading_reset").click().run()

    assert app.multiselect(key="actor").value == []
    assert app.text_input(key="q").value == ""
    assert app.selectbox(key="known").value == "any"


@pytest.mark.parametrize(
    ("switch", "chip"),
    [
        ("background", "without background history"),
        ("completed", "without parties that the texts do not name"),
        ("reported", "without those dated by their article alone"),
    ],
)
def test_one_click_leaves_something_out_and_another_brings_it_back(
    full: dict[str, str], switch: str, chip: str
) -> None:
    app = opened("sources")
    counted = list(app.pills(key="_also").value)
    before = len(frames(app)[-1])
    app.pills(key="_also").set_value([name for name in counted if name != switch]).run()
    assert chips(app) == [chip]
    assert (len(frames(app)[-1]) < before) == (switch != "completed")

    app.pills(key="_also").set_value(counted).run()
    assert (chips(app), len(frames(app)[-1])) == ([], before)


def test_one_click_shows_the_undated_too(full: dict[str, str]) -> None:
    app = opened("sources", dates=["2023-09-01", "2023-09-30"], count="events")
    before = len(frames(app)[-1])
    undated = next(option for option in app.pills(key="_also").options if "undated" in option)
    app.pills(key="_also").set_value([*app.pills(key="_also").value, "undated"]).run()

    assert len(frames(app)[-1]) == before + int(undated.split()[-1]) > before


def test_a_chip_takes_its_filter_away(full: dict[str, str]) -> None:
    app = opened("sources", actor="Russia (all)", type="Talks")
    app.button(key="_chip_1").click().run()

    assert (chips(app), app.multiselect(key="type").value) == (["Russia (all)"], [])


def test_an_event_is_shown_in_its_article_with_its_words_marked(full: dict[str, str]) -> None:
    found = store.read(Path(full["CONTACTLINE_TABLES"]))
    event = found.events.iloc[0]
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    app.switch_page("pages/sources.py")
    app.query_params["event"] = event["event_id"]
    app.run()

    body = "".join(element.proto.body for element in app.get("html"))
    assert [str(e.value) for e in app.exception] == []
    assert f">{event['trigger']}</mark>" in body
    assert "Published" in texts(app)


def test_hostile_text_is_escaped(environments: dict[str, dict[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, environments["one"])
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    app.switch_page("pages/sources.py")
    app.query_params["article"] = "one"
    app.run()

    body = "".join(element.proto.body for element in app.get("html"))
    assert "&lt; 10 &amp; rising" in body
    assert "< 10" not in body


TWO_REPORTS = """\
{"id": "a", "publisher": "Alpha", "published": "2022-09-14", "text": "Azerbaijan shelled the town of Jermuk on 13 September 2022, killing 49 soldiers."}
{"id": "b", "publisher": "Beta", "published": "2022-09-14", "text": "Azerbaijan shelled the town of Jermuk on 13 September 2022, killing 105 soldiers. Armenia has called on the United Nations to act."}
{"id": "c", "text": "Armenien und Aserbaidschan haben sich am Mittwoch auf eine Waffenruhe geeinigt. Die Regierung in Moskau begrüßte den Schritt und forderte beide Seiten auf, die Vereinbarung einzuhalten. Zuvor waren bei Gefechten mehrere Soldaten getötet worden."}
"""


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports of one incident that give different tolls, and an article in German."""
    (tmp_path / "reports.jsonl").write_text(TWO_REPORTS, encoding="utf-8")
    use(
        monkeypatch,
        {"CONTACTLINE_ARTICLES": str(tmp_path / "reports.jsonl"), "CONTACTLINE_TABLES": str(tmp_path / "tables")},
    )


def test_reports_that_differ_stand_side_by_side_with_their_sentences(reports: None) -> None:
    link = next(e.proto for e in opened().get("page_link") if "shelling" in e.proto.label)
    app = linked(link.page, incident=parse_qs(link.query_string)["incident"])

    assert [str(e.value) for e in app.exception] == []
    assert "105 according to Beta, 49 according to Alpha" in texts(app).replace("\\", "")
    bodies = [re.sub("<[^>]*>", "", element.proto.body) for element in app.get("html")]
    for toll in ("killing 49 soldiers", "killing 105 soldiers"):
        assert any(toll in body for body in bodies)


def test_an_old_link_to_the_list_of_incidents_leads_to_their_page(full: dict[str, str]) -> None:
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    app.switch_page("pages/sources.py")
    app.query_params["list"] = "Incidents"
    app.query_params["actor"] = "Russia (all)"
    app.run()

    assert [str(e.value) for e in app.exception] == []
    assert {"Publishers", "Whose word"} <= set(frames(app)[0])
    assert app.multiselect(key="actor").value == ["RUS"]


def test_the_list_of_articles_says_what_is_not_dated_not_english_and_without_events(reports: None) -> None:
    app = opened("sources", list="Articles")

    assert "3 articles: 2 with a known day, 1 not dated; 1 without any event." in texts(app)
    table = frames(app)[-1].set_index("Title")[["Published", "Publisher", "Events", "Notes"]]
    assert sorted(table.itertuples(index=False, name=None)) == [
        ("2022-09-14", "Alpha", 1, ""),
        ("2022-09-14", "Beta", 2, ""),
        ("not dated", "", 0, "not in English (de)"),
    ]


def test_the_list_of_events_has_days_that_sort_and_says_each_other_where_both_act(full: dict[str, str]) -> None:
    table = frames(opened("sources"))[-1]

    assert list(table) == [
        "When",
        "What",
        "Who",
        "To whom",
        "Mediated by",
        "Said by",
        "Where",
        "Reported as",
        "Toll",
        "Publisher",
        "Words",
    ]
    assert table["When"][table["When"] != ""].str.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?(/[\d-]+)?( reported)?").all()
    both = table[table["To whom"] == "each other"]
    assert len(both) > 0
    assert both["Who"].str.contains(", ").all()
    assert set(table["Reported as"]) <= {"fact", "claim", "plan", "denial", "history"}


def test_an_address_that_names_nothing_says_so(full: dict[str, str]) -> None:
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    app.switch_page("pages/sources.py")
    app.query_params["event"] = "no-such-event"
    app.run()

    assert "names an event or an article that is not in the tables" in texts(app)


def test_a_page_run_on_its_own_hands_over_to_the_dashboard(full: dict[str, str]) -> None:
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    app.switch_page("pages/timeline.py").run()

    assert len(app.multiselect) >= 5
    assert "in 5 articles" in texts(app)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(date(2020, 1, 1), date(2023, 9, 20), ("RUS", "putin"), "target", ("CONSULT", "CONSULT-phone")),
        Filters(places=("stepanakert",), statuses=("reported", "planned"), publishers=("Xinhua News Agency",)),
        Filters(text="a & b", background=False, precision="vague", completed=False, unlisted=False),
        Filters(date(2020, 1, 1), date(2023, 9, 20), undated=True, reported=False, pairs=("ARM>AZE", "RUS>*")),
    ],
)
def test_the_link_of_a_view_has_the_words_that_bring_it_back(full: dict[str, str], filters: Filters) -> None:
    found = store.read(Path(full["CONTACTLINE_TABLES"]))
    index = EventIndex.build(found, LEXICON)
    options = Options.build(index, names(found, LEXICON))
    query = parse_qs(urlencode(address.write(filters, options)))

    app = opened(**query)

    assert app.session_state["_filters"] == filters


def deck(app: AppTest) -> dict[str, Any]:
    """The layers of the map on the screen by their names."""
    (found,) = app.get("deck_gl_json_chart")
    return {layer["id"]: layer for layer in json.loads(found.proto.json)["layers"]}


def test_a_place_chosen_by_a_link_leaves_the_others_on_the_map_paler(full: dict[str, str]) -> None:
    app = opened("map", place="Stepanakert / Khankendi")

    (stepanakert,) = deck(app)["points"]["data"]
    areas = {
        f["properties"]["place_id"]: f["properties"]["soft"][3] for f in deck(app)["areas"]["data"]["features"]
    }
    every = {
        f["properties"]["place_id"]: f["properties"]["soft"][3]
        for f in deck(opened("map"))["areas"]["data"]["features"]
    }
    assert stepanakert["place_id"] == "stepanakert"
    assert 0 < areas["nagorno_karabakh"] < every["nagorno_karabakh"]


def test_a_link_brings_the_week_by_week_view(full: dict[str, str]) -> None:
    app = opened("map", weekly="true")

    index = EventIndex.build(store.read(Path(full["CONTACTLINE_TABLES"])), LEXICON)
    every = index.select(Filters())
    weeks = map_query.weeks(index, every)
    for monday in (weeks[0], weeks[-1]):
        app.select_slider(key="week").set_value(monday).run()
        number = index.number(map_query.within(index, every, monday), "incidents")
        assert f"\n{count(number, 'incident')} known to be of this week" in texts(app)


@pytest.mark.parametrize(("setting", "expected"), [("Armenian", "Stepanakert"), ("Azerbaijani", "Khankendi")])
def test_names_of_disputed_places_are_those_of_the_setting(
    full: dict[str, str], setting: str, expected: str
) -> None:
    app = opened("map", names=setting, place="Stepanakert / Khankendi")

    assert chips(app) == ["Stepanakert / Khankendi"]
    assert deck(app)["points"]["data"][0]["label"] == expected
    assert expected in list(frames(app)[0]["Place"])
    told = [caption.value for caption in opened("sources", names=setting, place="Stepanakert / Khankendi").caption]
    assert any(f"Where ({expected})" in words.replace("\\", "") for words in told)  # the same in all rows
    assert app.multiselect(key="place").value == ["stepanakert"]  # either name finds it


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ({"points": [{"place_id": "goris"}]}, ["goris"]),
        ({"areas": [{"properties": {"place_id": "lachin_corridor"}}]}, ["lachin_corridor"]),
        ({"names": [{"place_id": "azerbaijan"}]}, ["azerbaijan"]),
        ({}, []),
    ],
)
def test_a_click_on_the_map_filters_and_one_beside_all_places_lets_go(
    monkeypatch: pytest.MonkeyPatch, objects: dict[str, Any], expected: list[str]
) -> None:
    state: dict[str, Any] = {"map_chart": {"selection": {"objects": objects}}, "place": ["moscow"]}
    monkeypatch.setattr("streamlit.session_state", state)

    map_panel.click_place()

    assert state["place"] == expected


def test_the_map_counts_mentions_and_quotes_them() -> None:
    state: dict[str, Any] = {"map_chart": {"selection": {"objects": {"halos": [{"place_id": "goris"}]}}}}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("streamlit.session_state", state)
        patched.setattr("streamlit.query_params", asked := {})
        map_panel.click_place("mentions")
        assert asked == {"named": "goris"} and "place" not in state
        map_panel.click_place("mentions")  # again: none
        assert asked == {}


def test_a_link_brings_mentions_of_a_place_and_who_held_what(full: dict[str, str]) -> None:
    app = linked("map", count="mentions", named="lachin_corridor", held="true")

    assert "1 mention of Lachin corridor" in headings(app)
    assert {"held", "held_towns"} <= set(deck(app))
    assert "Mentions" in frames(app)[-1].columns and "Held by" in frames(app)[0].columns


def linked(page: str, **query: str | list[str]) -> AppTest:
    """A page as its link opens it, with what the address says of the page itself."""
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    app.switch_page(f"pages/{page}.py")
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def who(app: AppTest) -> list[str]:
    """The names beside the bars of the Actors page."""
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    titles = {"Named", "Acts", "Acted on"}
    return [a["text"] for a in figure["layout"]["annotations"] if a["text"] not in titles]


def headings(app: AppTest) -> list[str]:
    return [str(heading.value) for heading in app.header]


def test_a_link_unfolds_a_country(full: dict[str, str]) -> None:
    closed, unfolded = who(linked("actors")), who(linked("actors", open="AZE"))

    assert "Persons of Azerbaijan" not in closed
    assert {"Azerbaijan itself", "Persons of Azerbaijan"} <= set(unfolded)
    assert set(closed) <= set(unfolded)


def test_a_link_unfolds_all_but_what_was_folded(full: dict[str, str]) -> None:
    unfolded = who(opened("actors", level="Organisations"))
    app = opened("actors", level="Organisations")
    app.query_params["open"] = "AZE"
    app.run()

    assert "Persons of Azerbaijan" in unfolded
    assert "Persons of Azerbaijan" not in who(app)
    assert "Persons of Armenia" in who(app)


def test_a_link_brings_the_events_of_a_pair(full: dict[str, str]) -> None:
    app = linked("actors", pair="ARM>AZE")

    (title,) = [heading for heading in headings(app) if "\N{RIGHTWARDS ARROW}" in heading]
    number = int(title.rpartition(": ")[2].split()[0])
    assert title.startswith("Armenia")
    assert len(frames(app)[-1]) == number > 0
    next(button for button in app.button if button.label == "Show all events again").click().run()
    assert "What happened" in headings(app)


def test_a_card_tells_offices_names_and_their_sentences(full: dict[str, str]) -> None:
    app = linked("actors", who="putin", name="name:Putin")

    offices, names = frames(app)[:2]
    assert "President" in " ".join(offices["Office"])
    assert "\n### Vladimir Putin\n" in texts(app)
    quotes = [element.proto.body for element in app.get("html") if "<blockquote" in element.proto.body]
    spoken = names.set_index("Words")["Times"]
    assert sum(quote.count(">Putin</mark>") for quote in quotes) == spoken["Putin"] > 0


def test_a_link_to_nobody_shows_no_card(full: dict[str, str]) -> None:
    app = linked("actors", who="no-such-actor", rows="XXX>YYY", open="ZZZ")

    assert [str(e.value) for e in app.exception] == []
    assert "Click an actor to see its card" in texts(app)
    assert any(heading.endswith(": 0 events") for heading in headings(app))


@pytest.fixture
def clicked(full: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[dict, dict]]:
    """What a click's callback makes of the filters and of the address."""
    index = EventIndex.build(store.read(Path(full["CONTACTLINE_TABLES"])), LEXICON)
    here = context.Context(index, Filters(), index.select(Filters()), names(index.store, LEXICON), dark=False)
    cast = actor_query.Cast.build(index)

    def click(callback: Callable[..., None], *points: Any, **address: Any) -> tuple[dict, dict]:
        state: dict[str, Any] = {"chart": {"selection": {"points": [{"customdata": p} for p in points]}}}
        asked = Address(address)
        monkeypatch.setattr("streamlit.session_state", state)
        monkeypatch.setattr("streamlit.query_params", asked)
        callback("chart", here, cast)
        state.pop("chart")
        return state, dict(asked)

    return click


class Address(dict[str, Any]):
    """Query parameters as Streamlit has them."""

    def get_all(self, key: str) -> list[str]:
        value = self.get(key, [])
        return [value] if isinstance(value, str) else list(value)


CONFLICT = ["ACCUSE", "REJECT", "REQUEST", "THREATEN"]


@pytest.mark.parametrize(
    ("point", "before", "filters", "after"),
    [
        (["fold", "AZE"], {}, {}, {"open": ["AZE"]}),
        (["fold", "AZE"], {"open": ["AZE", "RUS"]}, {}, {"open": ["RUS"]}),
        (["named", "AZE", "named"], {"who": "putin"}, {"actor": ["AZE"], "role": "any"}, {}),
        (["source", "RUS", "verbal conflict"], {}, {"actor": ["RUS"], "role": "source", "type": CONFLICT}, {}),
        (["named", "nobody", "named"], {}, {}, {"who": "nobody"}),
        (
            ["target", "AZE/unnamed", "verbal conflict"],
            {},
            {"type": CONFLICT},
            {"who": "AZE/unnamed", "rows": "*>AZE/unnamed"},
        ),
    ],
)
def test_a_click_on_a_bar_of_an_actor(
    clicked: Callable[..., tuple[dict, dict]], point: list[str], before: dict, filters: dict, after: dict
) -> None:
    state, address = clicked(actor_panels.click_frequency, point, **before)

    assert {key: sorted(value) if key == "type" else value for key, value in state.items()} == filters
    assert address == after


@pytest.mark.parametrize(
    ("point", "before", "filters", "after"),
    [
        (["ARM", "AZE", "verbal conflict"], {}, {"pair": ["ARM>AZE"], "type": ["verbal conflict"]}, {}),
        (["ARM", "AZE", ""], {}, {"pair": ["ARM>AZE"]}, {}),
        (["RUS/persons", "AZE", ""], {"rows": "RUS>AZE"}, {}, {"rows": "RUS/persons>AZE"}),
        (["RUS/persons", "AZE", ""], {"rows": "RUS/persons>AZE"}, {}, {}),
        ("putin", {"rows": "RUS/persons>AZE"}, {"actor": ["putin"], "role": "any"}, {}),
    ],
)
def test_a_click_on_a_square_an_arrow_or_a_node(
    clicked: Callable[..., tuple[dict, dict]], point: Any, before: dict, filters: dict, after: dict
) -> None:
    assert clicked(actor_panels.click_relation, point, **before) == (filters, after)


def test_a_click_beside_all_marks_changes_nothing(clicked: Callable[..., tuple[dict, dict]]) -> None:
    for callback in (actor_panels.click_frequency, actor_panels.click_relation):
        assert clicked(callback, rows="ARM>AZE") == ({}, {"rows": "ARM>AZE"})


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_a_download_has_the_rows_of_the_screen(full: dict[str, str], form: str) -> None:
    found = store.read(Path(full["CONTACTLINE_TABLES"]))
    index = EventIndex.build(found, LEXICON)
    filters = Filters(actors=("RUS",), background=False)
    here = context.Context(index, filters, index.select(filters), names(found, LEXICON), dark=False)

    ids = list(here.events["event_id"])
    data = downloads.rendered(here, lambda: export.flat(found, "events", ids), form)

    rows = (
        [line.split(",")[0] for line in data.decode().splitlines()[1:]]
        if form == "csv"
        else [
            row["event_id"]
            for row in (
                *(feature["properties"] for feature in json.loads(data)["features"]),
                *json.loads(data)["contactline"]["without_place"]["rows"],
            )
        ]
    )
    app = opened("sources", actor="Russia (all)", background="false")
    assert sorted(rows) == sorted(here.events["event_id"]) == sorted(export.chosen(found, filters, LEXICON))
    assert len(frames(app)[-1]) == len(rows) > 0
