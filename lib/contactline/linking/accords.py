"""Which accord of the chronology a report is about: a ceasefire or an agreement that many articles mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from contactline.dates import chronology
from contactline.dates.chronology import Landmark
from contactline.lexicon import Lexicon, derived
from contactline.lexicon.conflict import ConflictParties
from contactline.linking.landmark_fit import (
    AROUND,
    FEW_DAYS,
    IMPORTANT,
    LandmarkMatch,
    fits_parties,
    has_days,
    is_short,
    years_beside,
)
from contactline.linking.reports import Publication, Report
from contactline.linking.wars import wars

_KINDS = frozenset({"ceasefire", "agreement"})
_FRESH = timedelta(days=14)
"""Days after an accord in which an undated report of an accord means the latest one."""
_LONG_FRESH = timedelta(days=60)
"""The same for an accord that ended a war."""


@derived
def _accords(lexicon: Lexicon) -> tuple[Landmark, ...]:
    """The accords of the chronology. One that follows from an important accord by the next day, as by its
    coming into force, is left out: the first stands for both.
    """
    accords: list[Landmark] = []
    for x in sorted(chronology.landmarks(lexicon), key=lambda x: (x.start, x.landmark_id)):
        if x.kind in _KINDS and not (accords and _comes_of(x, accords[-1])):
            accords.append(x)
    return tuple(accords)


def _comes_of(accord: Landmark, before: Landmark) -> bool:
    important = accord.importance == before.importance == IMPORTANT
    return important and accord.start - before.end <= AROUND and bool(set(accord.parties) & set(before.parties))


def accord(
    report: Report, publication: Publication, conflict: ConflictParties, lexicon: Lexicon
) -> LandmarkMatch | None:
    """The accord on a report's days, or with its name, or the latest one before an article that reports it as
    news.
    """
    if len(conflict.one_side(report.parties)) < 2 and not _is_signed(report):
        return None
    if has_days(report, publication):
        return _within(report, _accords(lexicon), conflict)
    fitting = [x for x in _accords(lexicon) if fits_parties(report, x, conflict)]
    named = [m.landmark for m in chronology.find(report.sentence, lexicon) if m.sure and m.landmark.kind in _KINDS]
    carried = report.date_basis == "text"
    day = report.start if carried and is_short(report) else publication.first
    years = years_beside(report) - ({day.year} if day else set())
    by_name = [x for x in fitting if any(x.start - AROUND <= y.start <= x.end + AROUND for y in named)]
    by_name = [x for x in by_name if not years or x.start.year in years]
    if by_name:
        return _latest(by_name)
    if years:
        return _latest(x for x in fitting if x.start.year in years and x.importance == IMPORTANT)
    fresh = [
        x
        for x in fitting
        if day is not None and x.start <= day <= x.end + (_FRESH if carried else _freshness(x, lexicon))
    ]
    return _latest(fresh) if fresh or not carried else _within(report, fitting, conflict)


def _within(report: Report, accords: Sequence[Landmark], conflict: ConflictParties) -> LandmarkMatch | None:
    """The accord on a report's days; if these are a longer span, only an accord that many articles mention."""
    start, end = report.start, report.end
    assert start is not None and end is not None
    if end - start > FEW_DAYS:
        near = (x for x in accords if start <= x.start and x.end <= end and x.importance == IMPORTANT)
    else:
        near = (x for x in accords if x.start <= end + AROUND and x.end >= start - AROUND)
    return _latest(x for x in near if fits_parties(report, x, conflict))


def _freshness(accord: Landmark, lexicon: Lexicon) -> timedelta:
    """How long after an accord "the ceasefire" in an article means it: longer for one that ended a war."""
    ended = any(abs(accord.end - war.end) <= AROUND for war in wars(lexicon))
    return _LONG_FRESH if ended else _FRESH


def _is_signed(report: Report) -> bool:
    """Whether a report that names only one party still reports an accord of two ("Baku signed the deal")."""
    return report.mode == "ceasefire" or report.trigger.lower().startswith("sign")


def _latest(landmarks: Iterable[Landmark]) -> LandmarkMatch | None:
    """The latest of the most important accords, None where there is none."""
    found = max(landmarks, default=None, key=lambda x: (-x.importance, x.start))
    return None if found is None else LandmarkMatch(found, "accord")
