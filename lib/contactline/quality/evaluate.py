"""Accuracy against annotated articles: which events were found, how accurate their fields are, and how often
events of a given confidence are right.

In: annotated articles (gold.py). Out: figures, and a line for each event that was missed, false or partly wrong.
An annotated and a predicted event can only be paired if the gold allows the type, and if the excerpt contains at
least 60 % of the words of the gold's excerpt in the same order (scores.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from contactline import pipeline
from contactline.lexicon import Lexicon
from contactline.quality.comparable import persons, plain_name
from contactline.quality.gold import Gold, read_gold
from contactline.quality.scores import (
    EventScores,
    TextScores,
    score_day,
    score_events,
    score_mentions,
    score_text,
)

__all__ = ["Figures", "evaluate", "read_gold"]

_BANDS = (0.0, 0.5, 0.65, 0.8, 1.01)

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _ArticleScores:
    """The scores of one article.

    ``days``: () where the annotator gives no day, else by how many days the article's day is wrong (None: no day
    found).
    """

    events: EventScores
    text: TextScores
    days: tuple[int | None, ...]
    mentions: tuple[tuple[str, int, int], ...]
    misses: tuple[str, ...]


def evaluate(golds: Iterable[Gold], lexicon: Lexicon) -> tuple[Figures, list[str]]:
    """Return the figures over all articles, and a line for each event that was missed, false or partly wrong.

    Shares lie between 0 and 1 and are rounded to three digits; None where there is nothing to count.
    """
    golds = list(golds)
    asked = {plain_name(name) for gold in golds for name in gold.facts.get("actors", {})} & persons(lexicon)
    scores = [_score(gold, asked, lexicon) for gold in golds]
    return _figures(scores), [line for score in scores for line in score.misses]


def _score(gold: Gold, asked_persons: Iterable[str], lexicon: Lexicon) -> _ArticleScores:
    coded = pipeline.code(gold.article, lexicon)
    events, text = score_events(gold, coded, lexicon), score_text(gold, coded)
    day = [] if gold.published is None else [score_day(gold, coded)]
    return _ArticleScores(
        events=events,
        text=text,
        days=tuple(gap for gap, _ in day),
        mentions=tuple(score_mentions(gold, coded, asked_persons, lexicon)),
        misses=(*events.misses, *(line for _, line in day if line), *text.misses),
    )


def _figures(scores: Sequence[_ArticleScores]) -> Figures:
    events = [score.events for score in scores]
    pairs = [pair for found in events for pair in found.pairs]
    predicted = [one for found in events for one in found.predicted]
    wanted = Counter(name for found in events for name in found.wanted)
    hit = Counter(name for found in events for name in found.hit)
    precision = _share(sum(right for _, right in predicted), len(predicted))
    recall = _share(len(pairs), wanted.total())
    strict = sum(pair.strict for pair in pairs)
    return {
        "articles": len(scores),
        "gold_events": wanted.total(),
        "predicted_events": len(predicted),
        "event_precision": precision,
        "event_recall": recall,
        "event_f1": _f1(precision, recall),
        "strict_f1": _f1(_share(strict, len(predicted)), _share(strict, wanted.total())),
        "of_the_matched": {
            "date_exact": _mean(pair.date for pair in pairs),
            "date_overlaps": _mean(pair.near for pair in pairs),
            "place": _mean(pair.place for pair in pairs),
            "actors_exact": _mean(pair.actors for pair in pairs),
            "actors_jaccard": _mean(pair.parties for pair in pairs),
            "status": _mean(pair.status for pair in pairs),
            "killed": _mean(pair.killed for pair in pairs),
        },
        "published": _day_figures([gap for score in scores for gap in score.days]),
        "noise_removed": _mean(right for score in scores for right in score.text.noise),
        "body_kept": _mean(right for score in scores for right in score.text.body),
        "mention_counts": {kind: _agreement(kind, scores) for kind in ("actor", "place")},
        "recall_by_type": {name: f"{hit[name]}/{wanted[name]}" for name in sorted(wanted)},
        "calibration": list(_calibration(predicted)),
    }


def _day_figures(gaps: Sequence[int | None]) -> Figures:
    """Figures on the articles' days. ``gaps``: by how many days each one is wrong, None where no day was found."""
    claimed = [gap for gap in gaps if gap is not None]
    return {
        "exact": _share(sum(gap == 0 for gap in claimed), len(gaps)),
        "within_a_day": _share(sum(gap <= 1 for gap in claimed), len(gaps)),
        "day_claimed": _share(len(claimed), len(gaps)),
        "wrong_by_over_a_week": sum(gap > 7 for gap in claimed),
    }


def _agreement(kind: str, scores: Sequence[_ArticleScores]) -> float | None:
    """The share of mentions of one kind (actor or place) that annotator and coder agree on."""
    found = [(fewer, more) for score in scores for name, fewer, more in score.mentions if name == kind]
    return _share(sum(fewer for fewer, _ in found), sum(more for _, more in found))


def _calibration(predicted: Sequence[tuple[float, bool]]) -> Iterator[Figures]:
    """For each band of confidence, how many events are right (in the gold, with one of the types that it
    allows).
    """
    for low, high in zip(_BANDS, _BANDS[1:], strict=False):
        band = [right for confidence, right in predicted if low <= confidence < high]
        yield {"from": low, "to": min(high, 1.0), "events": len(band), "right": _mean(band)}


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return round(sum(found) / len(found), 3) if found else None


def _f1(precision: float | None, recall: float | None) -> float:
    return round(2 * precision * recall / (precision + recall), 3) if precision and recall else 0.0
