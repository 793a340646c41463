"""Events drawn at random, and what verdicts on them say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from dashboards import ONE

from contactline import pipeline
from contactline.corrections.verdicts import Verdict
from contactline.lexicon import load
from contactline.quality import evaluate
from contactline.tables import store
from contactline.tables.store import Store
from contactline.views import corrected, verdicts
from contactline.views.verdicts import Share

LEXICON = load()


def verdict(says: str = "right", *faults: str, type: str = "CONSULT", confidence: float = 0.9) -> Verdict:
    return Verdict("t", "a-01", says, faults, 1, type, confidence, "", "0:met")


def test_a_draw_has_each_event_once_in_an_order_of_its_own() -> None:
    ids = [f"a-{number:02}" for number in range(40)]
    one, again, other = (list(verdicts.drawn(ids, seed)) for seed in (1, 1, 2))

    assert one == again != other
    assert sorted(one) == sorted(other) == ids != one
    assert [key for key in one if key in ids[:20]] == list(verdicts.drawn(ids[:20], 1))


@pytest.mark.parametrize(
    ("right", "judged", "low", "high"),
    [(0, 0, 0.0, 1.0), (8, 10, 0.490, 0.943), (10, 10, 0.722, 1.0), (0, 10, 0.0, 0.278), (80, 100, 0.711, 0.867)],
)
def test_the_interval_is_wilsons(right: int, judged: int, low: float, high: float) -> None:
    assert [round(bound, 3) for bound in Share(right, judged).interval] == [low, high]


SOME = [
    verdict(),
    verdict(confidence=0.4),
    verdict("wrong", "day", type="ASSAULT"),
    verdict("wrong", "type", "day", type="ASSAULT"),
    verdict("wrong", type="ASSAULT"),
    verdict("unsure", type="ASSAULT"),
]


def test_precision_overall_by_type_and_by_confidence() -> None:
    assert verdicts.overall(SOME) == (Share(2, 5), Share(3, 5))
    assert list(verdicts.by_type(SOME, LEXICON).items()) == [
        ("Attack or fighting", Share(0, 3)),
        ("Talks", Share(2, 2)),
    ]
    assert list(verdicts.by_confidence(SOME).items()) == [
        ("0.00 – 0.50", Share(1, 1)),
        ("0.80 – 1.00", Share(1, 4)),
    ]
    assert verdicts.faults(SOME) == {"day": 2, "type": 1}


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("verdicts")
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    pipeline.build([folder / "one.txt"], folder / "tables", corrected=folder / "none.csv")
    return store.read(folder / "tables")


def given(found: Store, says: Iterable[tuple[str, ...]]) -> list[Verdict]:
    """A verdict on each event of a store, in their order."""
    pairs = zip(found.events.to_dict("records"), says, strict=True)
    return [
        Verdict("t", e["event_id"], verdict, tuple(faults), 1, e["type"], 0.9, verdicts.digest(found, e), mark)
        for e, (verdict, *faults) in pairs
        for mark in [corrected.fingerprint(found, e["event_id"])]
    ]


def test_the_last_verdict_on_what_is_shown_counts(coded: Store) -> None:
    first, second, third = given(coded, [("right",), ("right",), ("right",)])
    changed = replace(third, coded="something else")
    moved = replace(first, event_id="one-09")  # found by its sentence

    found = verdicts.of_today(coded, [replace(moved, verdict="wrong"), moved, second, changed])

    assert found == {first.event_id: moved, second.event_id: second}


@pytest.mark.parametrize(
    ("says", "events", "right", "strict"),
    [
        ([("right",), ("right",), ("right",)], 3, 1.0, 1.0),
        ([("right",), ("wrong", "not an event"), ("right",)], 3, 0.667, 0.8),
        ([("right",), ("wrong", "type"), ("unsure",)], 2, 0.5, 0.667),
        ([("right",), ("wrong", "day"), ("unsure",)], 2, 1.0, 0.5),
        ([("wrong", "who"), ("wrong", "place"), ("wrong", "status")], 3, 1.0, 0.0),
    ],
)
def test_verdicts_as_annotated_articles_measure_the_same(
    coded: Store, tmp_path: Path, says: list[tuple[str, ...]], events: int, right: float, strict: float
) -> None:
    path = tmp_path / "verdicts.jsonl"
    path.write_bytes(verdicts.annotated(coded, verdicts.of_today(coded, given(coded, says))))

    figures, _ = evaluate.evaluate(evaluate.read_gold(path), LEXICON)

    assert (figures["predicted_events"], figures["event_precision"], figures["strict_f1"]) == (
        events,
        right,
        strict,
    )


def test_events_without_a_verdict_cost_nothing(coded: Store) -> None:
    (one, *_) = given(coded, [("right",), ("right",), ("right",)])

    facts = json.loads(verdicts.annotated(coded, {one.event_id: one}))

    assert [event["optional"] for event in facts["events"]] == [False, True, True]
    assert facts["published"] == "2021-05-12"
    assert verdicts.annotated(coded, {}) == b""
