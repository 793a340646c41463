"""How many articles a visitor may add, and which tables are shown then. On the whole dashboard: test_added_page."""

from __future__ import annotations

import pytest

from contactline.app import added, visitor


def test_visitors_from_elsewhere_have_narrower_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for local in (True, False):
        monkeypatch.setattr(visitor, "may_edit", lambda local=local: local)
        found.append(added.limits().articles)

    assert found == [1_000, 50]
