"""The articles that a visitor has added, on the whole dashboard: theirs alone, on all pages, and gone when removed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from dashboards import DASHBOARD, prepare, use
from streamlit.testing.v1 import AppTest

from contactline.app import added, build_on_start
from contactline.tables.store import Store

TEXT = "Baku, 12 May 2021. Azerbaijan shelled the town of Kapan on 11 May 2021, killing 5 people, officials said."


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return prepare(tmp_path_factory.mktemp("added"), "one")


@pytest.fixture(autouse=True)
def current(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, environment)


def visit(page: str = "add") -> AppTest:
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    return app.switch_page(f"pages/{page}.py").run()


def paste(app: AppTest, text: str = TEXT, publisher: str = "The Hill Times") -> AppTest:
    area = app.text_area[0]
    number = str(area.key).rpartition("_")[2]
    area.set_value(text)
    app.text_input(key=f"add_publisher_{number}").set_value(publisher)
    app.button[[b.label for b in app.button].index("Add")].click().run()
    assert [str(e.value) for e in app.exception] == []
    return app


def words(app: AppTest) -> str:
    kinds = ("title", "header", "markdown", "caption", "success", "warning", "info")
    return "\n".join(str(e.value) for kind in kinds for e in app.get(kind)).replace("\\", "")


def publishers(app: AppTest) -> list[Any]:
    return list(app.multiselect(key="publisher").options)


def test_an_added_article_is_on_all_pages_of_its_visitor_and_of_nobody_else(environment: dict[str, str]) -> None:
    tables = Path(environment["CONTACTLINE_TABLES"])
    before = {path: path.read_bytes() for path in sorted(tables.parent.rglob("*")) if path.is_file()}

    app = paste(visit())
    assert "Added: 1 article with 1 event. All pages show them." in words(app)
    app.switch_page("pages/overview.py").run()

    assert "in 2 articles" in words(app)
    assert "1 article of yours beside the collection" in words(app)
    assert "The Hill Times (added by you) · 1" in publishers(app)
    assert "in 1 article" in words(visit("overview"))
    assert {path: path.read_bytes() for path in sorted(tables.parent.rglob("*")) if path.is_file()} == before


def test_the_collection_can_be_left_out_and_the_articles_removed() -> None:
    app = paste(visit())
    app.segmented_control(key="add_mode").set_value("alone").run()
    app.switch_page("pages/overview.py").run()
    alone = words(app)
    app.switch_page("pages/add.py").run()
    app.button[[b.label for b in app.button].index("Remove all")].click().run()
    app.switch_page("pages/overview.py").run()

    assert "in 1 article" in alone and "Only your own: 1 article." in alone
    assert "of yours" not in words(app)
    assert "added by you" not in str(publishers(app))


def test_beside_a_large_collection_they_stand_alone_and_are_linked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(added, "MOST_BESIDE", 0)
    linked: list[bool] = []
    load_with = build_on_start.load_with

    def counted(own: Any, alone: bool) -> Store:
        linked.append(alone)
        return load_with(own, alone)

    monkeypatch.setattr(build_on_start, "load_with", counted)
    app = paste(visit())
    app.switch_page("pages/overview.py").run()

    assert "Only your own: 1 article." in words(app)
    assert linked == [True]


def test_the_article_opens_in_the_reader_where_nothing_of_it_can_be_corrected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CONTACTLINE_EDIT", "1")
    app = paste(visit())
    (key,) = [str(b.key).removeprefix("remove_") for b in app.button if str(b.key).startswith("remove_")]
    app.switch_page("pages/sources.py")
    app.query_params["article"] = key
    app.run()

    assert any("the town of" in str(e.proto.body) for e in app.get("html"))
    assert "The Hill Times (added by you)" in words(app)
    assert "Set the date" not in [str(getattr(e.proto, "label", "")) for e in app.get("popover")]


def test_nothing_pasted_and_what_is_left_out_are_told() -> None:
    app = visit()
    app.button[[b.label for b in app.button].index("Add")].click().run()
    empty = words(app)
    paste(app, "x" * 100_001)

    assert "Paste a text or choose a file first." in empty
    assert "pasted text: the article has more than 100,000 letters. Add a part of it." in words(app)


def test_kept_articles_are_written_and_can_be_taken_back(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACTLINE_EDIT", "1")
    folder = Path(environment["CONTACTLINE_ARTICLES"])
    app = paste(visit())
    app.button(key="add_keep").click().run()
    kept = words(app)
    files = list(folder.glob("added-*.jsonl"))
    app.switch_page("pages/overview.py").run()
    shown = words(app)
    app.switch_page("pages/add.py").run()
    app.button(key="add_undo").click().run()

    assert "Kept: 1 article" in kept and len(files) == 1
    assert "in 2 articles" in shown and "of yours" not in shown
    assert list(folder.glob("added-*.jsonl")) == []
    assert "Your articles: 1 article" in words(app)


def test_whoever_is_not_at_the_machine_cannot_keep() -> None:
    app = paste(visit())

    assert "add_keep" not in [b.key for b in app.button]
    assert "never written to the server's disk" in words(app)
