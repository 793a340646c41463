"""Events drawn at random, and what verdicts on them say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pandas as pd
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


def events(**of: tuple[str, float]) -> pd.DataFrame:
    """Events with their type and confidence, by id."""
    rows = [(event_id, type_, confidence) for event_id, (type_, confidence) in of.items()]
    return pd.DataFrame(rows, columns=["event_id", "type", "confidence"])


def test_a_draw_has_each_event_once_in_an_order_of_its_own() -> None:
    some = events(**{f"a-{number:02}": ("CONSULT", 0.9) for number in range(40)})
    ids = list(some["event_id"])
    one, again, other = (list(verdicts.drawn(some, seed)) for seed in (1, 1, 2))

    assert one == again != other
    assert sorted(one) == sorted(other) == ids != one
    assert [key for key in one if key in ids[:20]] == list(verdicts.drawn(some.head(20), 1))


def test_each_turn_of_a_draw_has_one_event_of_each_type_and_band_of_confidence() -> None:
    frequent = {f"talks-{number:02}": ("CONSULT", 0.9) for number in range(30)}
    rare = {"low": ("CONSULT", 0.3), "fight-1": ("ASSAULT", 0.7), "fight-2": ("ASSAULT", 0.79)}
    order = [key.partition("-")[0] for key in verdicts.drawn(events(**frequent, **rare), 5)]

    assert (sorted(order[:3]), sorted(order[3:5])) == (["fight", "low", "talks"], ["fight", "talks"])
    assert set(order[5:]) == {"talks"}


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


LOW, HIGH = "0.00 – 0.50", "0.80 – 1.00"
SIZES = {("CONSULT", HIGH): 30, ("CONSULT", LOW): 10, ("ASSAULT", HIGH): 60, ("DEMAND", LOW): 5}


def test_precision_overall_by_type_and_by_confidence() -> None:
    by_type = verdicts.by_type(SOME, SIZES, LEXICON)
    by_confidence = verdicts.by_confidence(SOME, SIZES)

    assert [(share.right, share.judged) for share in verdicts.overall(SOME, SIZES)] == [(2, 5), (3, 5)]
    assert [(name, share.right, share.judged) for name, share in by_type.items()] == [
        ("Attack or fighting", 0, 3),
        ("Talks", 2, 2),
        ("DEMAND", 0, 0),
    ]
    assert [(name, share.right, share.judged) for name, share in by_confidence.items()] == [
        (LOW, 1, 1),
        (HIGH, 1, 4),
    ]
    assert verdicts.faults(SOME) == {"day": 2, "type": 1}


def test_a_verdict_weighs_the_events_that_it_stands_for() -> None:
    whole, event = verdicts.overall(SOME, SIZES)

    # 30 and 10 talks by a verdict each, all right; 60 attacks by three, one of which is one
    assert (whole.share, event.share) == (0.4, 0.6)
    assert whole.effective == pytest.approx(100**2 / (30**2 + 10**2 + 3 * 20**2))
    assert verdicts.by_confidence(SOME, SIZES)[HIGH].share == pytest.approx(30 / 90)


def test_the_events_of_each_type_and_band(coded: Store) -> None:
    assert sum(verdicts.sizes(coded).values()) == len(coded.events)
    assert {type_ for type_, _ in verdicts.sizes(coded)} == set(coded.events["type"])


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

    found = verdicts.still_valid(coded, [replace(moved, verdict="wrong"), moved, second, changed])

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
    path.write_bytes(verdicts.annotated(coded, verdicts.still_valid(coded, given(coded, says))))

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
