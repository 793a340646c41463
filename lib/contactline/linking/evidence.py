"""How strongly two reports of the same kind of act appear to be one incident, with the reasons in words.

Each similarity counts a few points; a contradiction (other days, other sides, other towns) excludes the pair. The
points and the threshold were set on annotated articles so that at least 85 of 100 linked pairs are right.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby, takewhile

from contactline.lexicon.conflict import ConflictParties
from contactline.linking.reports import PLACED, SPOKEN, Publication, Report, is_joint

THRESHOLD = 5.0
"""Least number of points for two reports to be one incident."""
_FEW_DAYS = timedelta(days=4)
_NIGHT = timedelta(days=1)
_LAG = timedelta(days=3)
"""Most days between news without a day of its own and its article."""
_NO_DAY = 2.0
"""Points taken off if the day of one of the two is unknown."""
_LEAST_LETTERS, _STEM_LETTERS = 5, 6
_RARE = 0.4
"""Least weight of a stem that connects reports: of a hundred articles, one in at most fifteen."""
_MOST_FOR_WORDS = 4.0
_WORD = re.compile(r"[^\W\d_]+")
_Window = tuple[date, date]
"""The first and the last possible day of an event."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare each word stem is among the articles of a build: near 1 for a stem of two articles, 0 for one of
    all.

    ``weights``: by stem. A stem that occurs in one article only has none, as it cannot connect articles.
    ``weighted``: by sentence, its stems that have a weight, the rarest first; kept because a report is compared
    many times.
    """

    weights: Mapping[str, float]
    weighted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Rarity:
        """Compute the rarity of the stems in the sentences of reports."""
        articles = 0
        counts: Counter[str] = Counter()
        # equal stems of all sentences share one string, which saves memory with a million sentences
        one: dict[str, str] = {}
        found: dict[str, tuple[str, ...]] = {}
        for _, together in groupby(sorted(reports, key=_article), key=_article):
            sentences = {report.sentence for report in together}
            for sentence in sentences:
                if sentence not in found:
                    found[sentence] = tuple(one.setdefault(stem, stem) for stem in stems(sentence))
            counts.update({stem for sentence in sentences for stem in found[sentence]})
            articles += 1
        whole = math.log(max(2, articles))
        rarity = cls({stem: math.log(articles / number) / whole for stem, number in counts.items() if number > 1})
        for sentence, known in found.items():
            found[sentence] = rarity.in_order(known)
        return cls(rarity.weights, found)

    def in_order(self, some: Iterable[str]) -> tuple[str, ...]:
        """Those of the stems that have a weight, the rarest first."""
        weights = self.weights
        return tuple(sorted((stem for stem in some if stem in weights), key=lambda stem: (-weights[stem], stem)))

    def rare(self, report: Report) -> list[str]:
        """The stems of a report's sentence that are rare enough to connect reports, the rarest first."""
        weights = self.weights
        return list(takewhile(lambda stem: weights[stem] >= _RARE, self._of(report)))

    def shared(self, first: Report, second: Report) -> list[str]:
        """The stems that the sentences of both reports contain, the rarest first."""
        others = self._of(second)
        return [stem for stem in self._of(first) if stem in others]

    def _of(self, report: Report) -> tuple[str, ...]:
        known = self.weighted.get(report.sentence)
        return self.in_order(stems(report.sentence)) if known is None else known


def _article(report: Report) -> str:
    return report.article_id


def stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text, in lower case, so that "shelled" and "shelling" are the
    same.
    """
    return frozenset(w[:_STEM_LETTERS] for w in _WORD.findall(text.lower()) if len(w) >= _LEAST_LETTERS)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points for two reports being one incident, and the reasons for them: "same day", "21 killed"."""

    points: float
    reasons: tuple[str, ...]

    @property
    def enough(self) -> bool:
        return self.points >= THRESHOLD


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is needed to compare pairs of reports: publications by article id, towns, the conflict's sides,
    rarity.
    """

    publications: Mapping[str, Publication]
    points: frozenset[str]
    conflict: ConflictParties
    rarity: Rarity
    _sides: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)
    """Sets of codes replaced by sides; cached, as there are few and each pair of reports needs several."""

    def sides(self, codes: frozenset[str]) -> frozenset[str]:
        """The codes, with each belligerent replaced by its side (``ConflictParties.one_side``)."""
        found = self._sides.get(codes)
        if found is None:
            found = self._sides[codes] = self.conflict.one_side(codes)
        return found

    def compare(self, first: Report, second: Report, kind: str) -> Evidence | None:
        """The evidence that two reports of one kind are the same incident; None where something excludes it."""
        windows = self.window(first), self.window(second)
        if (days := self._days(first, second, *windows)) is None:
            return None
        if (parties := self._parties(first, second, kind)) is None:
            return None
        if (places := self._places(first, second)) is None:
            return None
        if (mode := self._mode(first, second, kind)) is None:
            return None
        parts = days, parties, places, mode, self._tolls(first, second), self._words(first, second)
        points = sum(p for p, _ in parts)
        if None in windows:
            points -= _NO_DAY
        return Evidence(points, tuple(reason for _, reason in parts if reason))

    def window(self, report: Report) -> _Window | None:
        """The days on which a report's event can have happened; None where neither the event nor its article
        has days.
        """
        if report.start is not None and report.end is not None and report.date_basis != "article":
            return report.start, report.end
        publication = self.publications[report.article_id]
        if publication.first is None or publication.last is None:
            return None
        return publication.first - _LAG, publication.last

    @staticmethod
    def _days(first: Report, second: Report, a: _Window | None, b: _Window | None) -> tuple[float, str] | None:
        if a is None or b is None:
            return 0.0, ""
        if a[0] > b[1] + _NIGHT or b[0] > a[1] + _NIGHT:
            return None
        exact = [
            r.date_basis != "article" and r.end is not None and w[1] - w[0] <= _FEW_DAYS
            for r, w in ((first, a), (second, b))
        ]
        if all(exact):
            if a[0] == b[0]:
                return 3.0, "same day"
            if a[0] <= b[1] and b[0] <= a[1]:
                return 2.0, "days that overlap"
            # it may have happened in the night between the two days
            return (0.5, "the day before or after") if first.type == "ASSAULT" else None
        if any(exact):
            return 1.0, "days that fit"
        return (
            (1.0, "reported within days")
            if a[1] - a[0] <= timedelta(7) and b[1] - b[0] <= timedelta(7)
            else (0.5, "")
        )

    def _parties(self, first: Report, second: Report, kind: str) -> tuple[float, str] | None:
        a, b = self.sides(first.parties), self.sides(second.parties)
        if not a or not b:
            return 0.0, ""
        if not (a <= b or b <= a):
            return None
        if not is_joint(kind):
            for one, other in ((first.sources, second.sources), (first.targets, second.targets)):
                if one and other and self.sides(one).isdisjoint(self.sides(other)):
                    return None
            if kind in SPOKEN and self.sides(first.sources) != self.sides(second.sources):
                return None
        return (1.5, "same parties") if a == b else (0.5, "parties that fit")

    def _places(self, first: Report, second: Report) -> tuple[float, str] | None:
        a, b = first.place_id, second.place_id
        if not a or not b:
            return 0.0, ""
        if a == b:
            return (2.0, "same place") if a in self.points else (0.5, "same region")
        if a in self.points and b in self.points:
            return None
        return (-1.0, "") if first.type in PLACED else (0.0, "")

    @staticmethod
    def _mode(first: Report, second: Report, kind: str) -> tuple[float, str] | None:
        if first.mode and second.mode and first.mode != second.mode and (not is_joint(kind) or kind == "CONSULT"):
            return None
        return (0.5, "") if first.mode and first.mode == second.mode else (0.0, "")

    @staticmethod
    def _tolls(first: Report, second: Report) -> tuple[float, str]:
        points, reasons = 0.0, []
        for a, b, word in (
            (first.killed.number, second.killed.number, "killed"),
            (first.injured.number, second.injured.number, "injured"),
        ):
            if a is not None and a == b:
                points += 2.5 if a > 2 else 1.5
                reasons.append(f"{a} {word}")
            elif a is not None and b is not None:
                points -= 1.0
        return points, ", ".join(reasons)

    def _words(self, first: Report, second: Report) -> tuple[float, str]:
        shared = self.rarity.shared(first, second)
        points = 0.8 * min(_MOST_FOR_WORDS, sum(self.rarity.weights[stem] ** 2 for stem in shared))
        return points, f"{len(shared)} words in common" if points >= 1 else ""
