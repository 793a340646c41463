"""The width of the page as the browser tells it."""

from __future__ import annotations

import pytest

from contactline.app import width


@pytest.mark.parametrize(("told", "expected"), [(350, 350), (None, 1000)])
def test_the_width_is_what_the_browser_tells_or_what_is_granted(
    monkeypatch: pytest.MonkeyPatch, told: int | None, expected: int
) -> None:
    def measure(granted: int, key: str, default: int) -> int:
        return default if told is None else told

    monkeypatch.setattr(width, "_measure", measure)

    state: dict[str, int] = {}
    monkeypatch.setattr("streamlit.session_state", state)

    assert width.width() == expected
    assert state == {"_page_width": expected}  # the next page takes it for granted
