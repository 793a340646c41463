"""The kind of act by which reports of different types can be one incident."""

from __future__ import annotations

import pytest
from made_reports import report

from contactline.lexicon import load
from contactline.linking.reports import is_joint, kind_of

LEXICON = load()


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        pytest.param(
            {"type": "ASSAULT", "words": "shelled despite the ceasefire"}, "ASSAULT", id="not a type of accord"
        ),
        pytest.param({"type": "CONCEDE", "mode": "ceasefire"}, "accord", id="by its mode"),
        pytest.param({"type": "AGREE", "words": "agreed to accept a truce"}, "accord", id="by its words"),
        pytest.param({"type": "AGREE", "words": "agreed to meet again"}, "AGREE", id="other words"),
        pytest.param(
            {"type": "RETREAT", "mode": "resign", "words": "over the ceasefire"}, "RETREAT", id="another mode"
        ),
        pytest.param(
            {"type": "SUPPORT", "trigger": "welcomed", "words": "welcomed the ceasefire"},
            "SUPPORT",
            id="praise of one",
        ),
    ],
)
def test_kinds(facts: dict[str, object], kind: str) -> None:
    assert kind_of(report("a-1", **facts), LEXICON) == kind


@pytest.mark.parametrize(("kind", "joint"), [("accord", True), ("CONSULT", True), ("ASSAULT", False)])
def test_joint_acts(kind: str, joint: bool) -> None:
    assert is_joint(kind) is joint
