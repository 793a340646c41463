"""The pages and their order."""

from __future__ import annotations

from typing import Any

import pytest
from dashboards import PAGES
from made_views import drawn

from contactline import locations
from contactline.app import router


def made(*names: str) -> list[Any]:
    """The pages of these names, all where none is given; Streamlit makes a page only within a run."""
    found: list[Any] = []
    drawn(lambda: found.extend([router.page(name) for name in names] if names else router.pages()))
    return found


def test_every_page_is_in_the_menu_the_overview_first() -> None:
    shown = made()

    assert [page.url_path for page in shown] == ["", *PAGES[1:]]
    titles = {"whose_word": "whose word", "compare": "periods or actors", "changes": "what changed"}
    assert [page.title.lower() for page in shown] == [titles.get(name, name) for name in PAGES]
    assert sorted(path.stem for path in (locations.ROOT / "pages").glob("*.py")) == sorted(PAGES)


def test_the_menu_has_each_page_once_and_few_words() -> None:
    found: list[Any] = []
    drawn(lambda: found.append(router.menu()))

    (menu,) = found
    assert sorted(page.url_path for pages in menu.values() for page in pages) == sorted(["", *PAGES[1:]])
    assert {words: [page.url_path for page in menu[words]] for words in menu if words} == {
        "Compare": ["compare", "whose_word", "changes"],
        "About": ["verdicts", "method"],
    }


def test_a_page_by_its_name() -> None:
    assert [page.title for page in made("map", "overview")] == ["Map", "Overview"]


def test_a_page_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        router.page("nowhere")


def test_which_page_is_shown() -> None:
    shown: list[str] = []

    def show() -> None:
        router.mark(router.page("map"))
        shown.append(router.current())

    drawn(show)

    assert shown == ["map"]
