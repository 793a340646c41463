"""Figures against annotated articles: checked on hand-made pairs and against all possible matchings."""

from __future__ import annotations

import itertools
import json
import random
from pathlib import Path

import made
import pytest

from contactline import intake, pipeline
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
    ([FACT], {"event_f1": 1.0, "strict_f1": 1.0, "killed": 1.0}),
    ([], {"event_f1": 0.0, "predicted_events": 1, "gold_events": 0}),
    ([FACT | {"type": "CONSULT"}], {"event_f1": 0.0, "predicted_events": 1}),
    ([FACT | {"type": "CONSULT", "alt": ["ASSAULT"]}], {"event_f1": 1.0}),
    ([FACT | {"quote": "quite other words that stand nowhere"}], {"event_f1": 0.0}),
    ([FACT | {"date_end": "2020-10-06"}], {"strict_f1": 0.0, "date_exact": 0.0, "date_overlaps": 1.0}),
    ([FACT | {"date_end": "2020-10-06", "alt_dates": [["2020-10-04", "2020-10-04"]]}], {"date_exact": 1.0}),
    ([FACT | {"place": None}], {"place": 0.0}),
    ([FACT | {"place": "Khankendi (Stepanakert)"}], {"place": 1.0}),
    ([FACT | {"place": None, "alt_places": ["Stepanakert"]}], {"place": 1.0}),
    ([FACT | {"source": ["NKR"], "target": ["AZE"]}], {"actors_exact": 0.0, "actors_jaccard": 1.0}),
    ([FACT | {"source": ["AZE", "NKR"], "target": ["AZE", "NKR"]}], {"actors_exact": 1.0}),
    ([FACT | {"target": ["ARM"]}], {"actors_exact": 0.0, "actors_jaccard": 0.333}),
    ([FACT | {"status": "claimed"}], {"status": 0.0}),
    ([FACT | {"status": "background"}], {"status": 1.0}),
    ([FACT | {"killed": None}], {"killed": 0.0}),
    ([FACT | {"killed": 3, "alt_killed": [2]}], {"killed": 1.0}),
    ([FACT | {"optional": True}], {"gold_events": 0, "predicted_events": 0}),
    ([FACT | {"optional": True}, FACT], {"gold_events": 1, "event_f1": 1.0}),
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


def test_the_best_matching_is_the_best_of_all() -> None:
    chance = random.Random(7)
    for _ in range(300):
        rows, columns = chance.randint(0, 5), chance.randint(1, 5)
        score = [[chance.choice([0, chance.randint(1, 20)]) for _ in range(columns)] for _ in range(rows)]
        size = max(rows, columns)
        best = max(
            sum(score[i][j] for i, j in enumerate(order) if j < columns)
            for order in itertools.permutations(range(size), rows)
        )

        match = evaluate.best_matching(score)

        assert len(set(match.values())) == len(match)
        assert sum(score[i][j] for i, j in match.items()) == best
        assert all(score[i][j] > 0 for i, j in match.items())


def test_a_gold_row_may_name_a_file_and_undated_withholds_its_facts(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("The text.")
    row = {"id": "a", "file": "x.txt", "title": "T", "publisher": "P", "published": "2020-10-05", "events": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n\n")

    (known,) = evaluate.read_gold(tmp_path / "gold.jsonl")
    (bare,) = evaluate.read_gold(tmp_path / "gold.jsonl", undated=True)

    assert (known.article.body, known.article.title, str(known.article.published)) == (
        "The text.",
        "T",
        "2020-10-05",
    )
    assert (bare.article.body, bare.article.title, bare.article.published) == ("The text.", "", None)
    assert str(bare.published) == "2020-10-05"


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}'])
def test_a_broken_gold_row_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "gold.jsonl").write_text("\n" + line)

    with pytest.raises(intake.InputError, match="line 2: not an annotated article"):
        evaluate.read_gold(tmp_path / "gold.jsonl")


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ({"events": {}}, '"events" is no list of objects'),
        ({"events": [FACT | {"type": "RAID"}]}, "event 1 is of the type 'RAID', none of ACCUSE"),
        ({"events": [{"type": "ASSAULT"}]}, 'event 1 has no "quote"'),
        ({"events": [FACT, FACT | {"source": "AZE"}]}, '"source" of event 2 is no list of country codes'),
        ({"events": [FACT | {"date_end": "2020-13-01"}]}, "'2020-13-01', is no date"),
        ({"events": [], "places": ["Talish"]}, '"places" is no object of names'),
    ],
)
def test_an_annotation_that_could_not_be_scored_is_told(
    tmp_path: Path, facts: dict[str, object], fault: str
) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "a", "text": "They met."} | facts))

    with pytest.raises(intake.InputError, match=r"line 1, article 'a': ") as error:
        evaluate.read_gold(tmp_path / "gold.jsonl")

    assert fault in str(error.value)


def test_a_second_line_with_an_id_is_told_and_any_sign_may_stand_in_a_text(tmp_path: Path) -> None:
    row = json.dumps({"id": "a", "text": "They met.\u2028They left.", "events": []}, ensure_ascii=False)
    (tmp_path / "gold.jsonl").write_text(f"{row}\n")
    assert [gold.article.body for gold in evaluate.read_gold(tmp_path / "gold.jsonl")] == [
        "They met.\u2028They left."
    ]

    (tmp_path / "gold.jsonl").write_text(f"{row}\n{row}\n")
    with pytest.raises(intake.InputError, match="line 2: the id 'a' has a line already"):
        evaluate.read_gold(tmp_path / "gold.jsonl")


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
