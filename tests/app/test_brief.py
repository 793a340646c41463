"""The brief and the citation on the whole dashboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from dashboards import DASHBOARD, prepare, use
from streamlit.testing.v1 import AppTest


def test_each_page_offers_the_brief_and_says_how_to_cite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, prepare(tmp_path, "one"))
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()

    assert "Brief" in [button.label for button in app.get("download_button")]
    assert any(str(code.value).startswith("Contact Line ") for code in app.code)
    assert [str(error.value) for error in app.exception] == []
