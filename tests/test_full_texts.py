"""What may not be shown whole is not sent at all: every page, looked at as it goes to the browser."""

from __future__ import annotations

import pytest
from dashboards import DASHBOARD, PAGES, use
from streamlit.testing.v1 import AppTest

from contactline import pipeline

SECRET = "Nobody in the quiet valley had expected the orchard to bloom so early."
TEXT = f"Shelling in the south\n\nBaku, 12 May 2021. {SECRET} Azerbaijan shelled the town of Kapan on 11 May 2021, killing 5 people."


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("whole")
    (folder / "articles").mkdir()
    (folder / "articles" / "one.txt").write_text(TEXT, encoding="utf-8")
    pipeline.build([folder / "articles"], folder / "tables")
    return {"CONTACTLINE_ARTICLES": str(folder / "articles"), "CONTACTLINE_TABLES": str(folder / "tables")}


def sent(app: AppTest) -> bytes:
    """All that the server sends for a page."""
    protos = [getattr(element, "proto", None) for element in app._tree]
    return b"".join(proto.SerializeToString() for proto in protos if proto is not None)


@pytest.mark.parametrize(("setting", "whole"), [("1", True), ("0", False), (None, False)])
def test_the_rest_of_an_article_reaches_only_who_may_read_it(
    setting: str | None, whole: bool, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, environment)
    monkeypatch.delenv("CONTACTLINE_FULL_TEXTS")
    if setting:
        monkeypatch.setenv("CONTACTLINE_FULL_TEXTS", setting)
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    app.query_params["q"] = "orchard OR shelled"
    app.run()
    pages = {"overview": sent(app)}
    for page in PAGES[1:]:
        app.switch_page(f"pages/{page}.py").run()
        pages[page] = sent(app)
    app.switch_page("pages/sources.py")
    app.query_params["article"] = "one"
    app.run()
    pages["reader"] = sent(app)

    named = [page for page, data in pages.items() if b"quiet valley" in data]
    assert named == (["sources", "reader"] if whole else [])
    assert b"Kapan" in pages["reader"]
