"""Figures against annotated articles, checked on hand-made pairs."""

from __future__ import annotations

import json
from pathlib import Path

import made
import pytest

from contactline import pipeline
from contactline.lexicon import load
from contactline.quality import evaluate

LEXICON = load()

FACT = {
    "quote": "shelled Stepanakert on Sunday",
    "type": "ASSAULT",
    "date_start": "2020-10-04",
    "date_end": "2020-10-04",
    "source": ["AZE"],
    "target": ["NKR"],
    "place": "Stepanakert",
    "status": "reported",
    "killed": 2,
}


@pytest.fixture
def figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """A function: the figures for gold events and facts, where coding finds made.coded's one event."""
    monkeypatch.setattr(pipeline, "code", lambda article, directory: made.coded(article.article_id, article.body))

    def measure(*events: dict[str, object], **facts: object) -> evaluate.Figures:
        row = {"id": "a", "text": made.TEXT, "events": events, **facts}
        path = tmp_path / "gold.jsonl"
        path.write_text(json.dumps(row))
        return evaluate.evaluate(evaluate.read_gold(path), LEXICON)[0]

    return measure


CASES = [
    pytest.param([FACT], {"event_f1": 1.0, "strict_f1": 1.0, "killed": 1.0}, id="all right"),
    pytest.param(
        [], {"event_f1": 0.0, "predicted_events": 1, "gold_events": 0}, id="an event that the gold lacks"
    ),
    pytest.param([FACT | {"type": "CONSULT"}], {"event_f1": 0.0, "predicted_events": 1}, id="another type"),
    pytest.param(
        [FACT | {"type": "CONSULT", "alt": ["ASSAULT"]}], {"event_f1": 1.0}, id="another type that the gold allows"
    ),
    pytest.param(
        [FACT | {"quote": "quite other words that stand nowhere"}], {"event_f1": 0.0}, id="another quote"
    ),
    pytest.param(
        [FACT | {"date_end": "2020-10-06"}],
        {"strict_f1": 0.0, "date_exact": 0.0, "date_overlaps": 1.0},
        id="days that overlap",
    ),
    pytest.param(
        [FACT | {"date_end": "2020-10-06", "alt_dates": [["2020-10-04", "2020-10-04"]]}],
        {"date_exact": 1.0},
        id="days that the gold allows, too",
    ),
    pytest.param([FACT | {"place": None}], {"place": 0.0}, id="a place that the gold lacks"),
    pytest.param([FACT | {"place": "Khankendi (Stepanakert)"}], {"place": 1.0}, id="another name of the place"),
    pytest.param(
        [FACT | {"place": None, "alt_places": ["Stepanakert"]}],
        {"place": 1.0},
        id="a place that the gold allows, too",
    ),
    pytest.param(
        [FACT | {"source": ["NKR"], "target": ["AZE"]}],
        {"actors_exact": 0.0, "actors_jaccard": 1.0},
        id="parties the wrong way round",
    ),
    pytest.param(
        [FACT | {"source": ["AZE", "NKR"], "target": ["AZE", "NKR"]}],
        {"actors_exact": 1.0},
        id="both sides as source and target",
    ),
    pytest.param(
        [FACT | {"target": ["ARM"]}], {"actors_exact": 0.0, "actors_jaccard": 0.333}, id="another target"
    ),
    pytest.param([FACT | {"status": "claimed"}], {"status": 0.0}, id="another status"),
    pytest.param(
        [FACT | {"status": "background"}],
        {"status": 1.0},
        id="reported where the gold says background, of last week",
    ),
    pytest.param([FACT | {"killed": None}], {"killed": 0.0}, id="a toll that the gold lacks"),
    pytest.param(
        [FACT | {"killed": 3, "alt_killed": [2]}], {"killed": 1.0}, id="a toll that the gold allows, too"
    ),
    pytest.param([FACT | {"optional": True}], {"gold_events": 0, "predicted_events": 0}, id="optional"),
    pytest.param(
        [FACT | {"optional": True}, FACT],
        {"gold_events": 1, "event_f1": 1.0},
        id="optional beside one that is needed",
    ),
]


@pytest.mark.parametrize(("events", "expected"), CASES)
def test_what_counts_as_right(
    figures: object, events: list[dict[str, object]], expected: dict[str, float]
) -> None:
    found = figures(*events)  # type: ignore[operator]

    flat = found | found["of_the_matched"]
    assert {key: flat[key] for key in expected} == expected


def test_days_noise_and_mentions(figures: object) -> None:
    found = figures(  # type: ignore[operator]
        FACT,
        published="2020-10-05",
        noise=["Skip to content"],
        places={"Khankendi": 2},
        actors={"Azerbaijan": 1, "Nikol Pashinyan": 1},
    )

    assert found["published"] == {"exact": 0.0, "within_a_day": 1.0, "day_claimed": 1.0, "wrong_by_over_a_week": 0}
    assert (found["noise_removed"], found["body_kept"]) == (1.0, None)
    assert found["mention_counts"] == {"actor": 0.5, "place": 0.5}
    assert found["calibration"][-1] == {"from": 0.8, "to": 1.0, "events": 1, "right": 1.0}


def test_misses_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "code", lambda article, directory: made.coded(article.article_id, article.body))
    row = {"id": "a", "text": made.TEXT, "published": "2020-10-05", "events": [FACT | {"type": "CONSULT"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row))

    _, lines = evaluate.evaluate(evaluate.read_gold(tmp_path / "gold.jsonl"), LEXICON)

    assert [line.split()[:3] for line in lines] == [
        ["MISSED", "a", "CONSULT"],
        ["INVENTED", "a", "ASSAULT"],
        ["DATE", "a", "2020-10-04"],
    ]


def test_the_five_articles_own_annotation() -> None:
    golds = evaluate.read_gold(Path(__file__).parents[1] / "five.jsonl")

    found, _ = evaluate.evaluate(golds, LEXICON)

    assert [gold.article.article_id for gold in golds] == [
        "845a451460190293",
        "be8276d035cbccc6",
        "2c65f0bc1e8ed644",
        "bcae97faca071bd7",
        "c2162a0aef7b93c9",
    ]
    assert all(e["quote"] in g.article.body for g in golds for e in g.facts["events"])
    assert (found["published"]["exact"], found["noise_removed"], found["body_kept"]) == (1.0, 1.0, 1.0)
    assert found["event_f1"] >= 0.65
