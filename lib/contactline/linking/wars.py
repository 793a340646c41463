"""Which war of the chronology a report is about as a whole, or its outbreak; a fight on one day of it does not
count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from contactline.dates import chronology
from contactline.dates.chronology import Landmark
from contactline.lexicon import Lexicon, derived
from contactline.lexicon.conflict import DEAD_OF_YEARS, ConflictParties
from contactline.linking.landmark_fit import (
    AROUND,
    FEW_DAYS,
    YEAR,
    LandmarkMatch,
    decades_beside,
    fits_parties,
    has_days,
    is_local,
    is_of_years,
    is_short,
    says,
    years_of,
)
from contactline.linking.reports import Publication, Report

_WAR_DAYS = timedelta(days=1)
"""Least length in days of a landmark of kind war that is a war; a shorter one is an attack."""
_SHORT_WAR = timedelta(days=7)
"""Longest length of a war without a separate outbreak: reports of its outbreak are reports of the war."""
_FRESH = timedelta(days=60)
"""Days after a war in which an undated report of a war means this one."""
_FIRST_DAYS = timedelta(days=7)
"""Most days between the first day of a war and the day of a report of its beginning."""
_LONG = timedelta(days=6 * 365)
_SOME_DAYS = timedelta(days=10)
"""A third of a month ("late September"): the longest span for a first day."""
_MANY = 100
"""A number of dead that is too high for a single fight, where none is named."""


@derived
def wars(lexicon: Lexicon) -> tuple[Landmark, ...]:
    """The wars of the chronology, without the offensives that are part of one."""
    some = [x for x in chronology.landmarks(lexicon) if x.kind == "war" and x.end - x.start >= _WAR_DAYS]
    return tuple(x for x in some if not any(y.start <= x.start and x.end <= y.end for y in some if y is not x))


def tells_end_of_war(report: Report, lexicon: Lexicon) -> bool:
    """Whether a report tells the end, without an accord, of a war of months or years ("since the war ended in
    1994").
    """
    return (
        report.mode == "ceasefire"
        and report.trigger.lower().startswith("end")
        and report.precision in ("year", "season", "month")
        and says("war", report.sentence, lexicon)
        and not says("accord", report.words, lexicon)
    )


def war(
    report: Report, publication: Publication, conflict: ConflictParties, lexicon: Lexicon
) -> LandmarkMatch | None:
    """The war that a report is about as a whole: by its name, by a long span, or without a day during or soon
    after it.
    """
    if is_local(report, lexicon) and not is_of_years(report):
        return None
    fitting = [x for x in wars(lexicon) if fits_parties(report, x, conflict) and _fits_toll(report, x)]
    begun = [x for x in fitting if report.start and abs(report.start - x.start) <= _FIRST_DAYS]
    if begun and _counts_until_now(report, lexicon):
        return _best(begun)
    if has_days(report, publication) and is_short(report):
        return None
    named = {m.landmark.landmark_id for m in chronology.find(report.words, lexicon) if m.sure}
    by_name = [x for x in fitting if x.landmark_id in named]
    if by_name:
        return LandmarkMatch(by_name[0], "war") if len(by_name) == 1 else None
    if _costs_years(report) and says("deaths", report.trigger, lexicon) and len(fitting) == 1:
        return LandmarkMatch(fitting[0], "war")
    of_years = report.date_basis == "text" and is_of_years(report) and not says("anew", report.sentence, lexicon)
    if has_days(report, publication) or of_years:
        so_far = [x for x in fitting if _is_so_far(report, x, lexicon)]
        of_some_days = says("deaths", report.trigger, lexicon) and not is_of_years(report)
        if so_far or (_is_of_war(report, lexicon) and not (of_some_days and not _is_of_all_days(report, lexicon))):
            return _best(so_far or fitting, lambda x: share(report, x))
        return None
    return _undated(report, publication, fitting, lexicon) if _is_of_war(report, lexicon) else None


def _undated(
    report: Report, publication: Publication, fitting: Iterable[Landmark], lexicon: Lexicon
) -> LandmarkMatch | None:
    """The war of a report without days: the one of a landmark named beside it, or the one going on or just
    over.
    """
    of_its_time = [x for x in fitting if _is_of_time(report, x, lexicon)]
    if of_its_time:
        return _best(of_its_time)
    day = publication.first
    going_on = [x for x in fitting if day is not None and x.start <= day <= x.end + _FRESH]
    years = years_of(report.sentence) | decades_beside(report)
    if any(year < x.start.year for year in years for x in going_on):
        return None  # the sentence is also about an earlier war
    return _best(going_on) if _is_of_all_days(report, lexicon) else None


def _is_of_war(report: Report, lexicon: Lexicon) -> bool:
    """Whether the act is the war itself or its dead: "a war", "were killed in the war", but not "was captured
    in".
    """
    of_dead = says("deaths", report.trigger, lexicon) and (
        report.killed.kind == "total" or says("war", report.sentence, lexicon)
    )
    return of_dead or says("war", report.trigger, lexicon) or tells_end_of_war(report, lexicon)


def _counts_until_now(report: Report, lexicon: Lexicon) -> bool:
    """Whether a report counts the dead since the war began: "has killed 700 since it erupted on 27 September"."""
    if report.killed.number is None or report.date_basis == "article":
        return False
    of_dead = says("deaths", report.trigger, lexicon) and says("since", report.sentence, lexicon)
    return of_dead or report.killed.kind == "total"


def _fits_toll(report: Report, landmark: Landmark) -> bool:
    """Whether the number of dead is possible for a war of its length: tens of thousands need years."""
    return not _costs_years(report) or landmark.end - landmark.start > YEAR


def _costs_years(report: Report) -> bool:
    return (report.killed.number or 0) >= DEAD_OF_YEARS


def _is_of_all_days(report: Report, lexicon: Lexicon) -> bool:
    """Whether a report without a day of its own is about the war so far, and not about the day's fighting."""
    if says("unrest", report.sentence, lexicon):
        return False
    if says("lasting", report.sentence, lexicon) or report.killed.kind == "total":
        return True
    if says("deaths", report.trigger, lexicon):
        return (report.killed.number or 0) >= _MANY or says("until_now", report.sentence, lexicon)
    is_renewed = says("renewed", report.trigger, lexicon)
    return report.start is None and bool(report.sources & report.targets) and not is_renewed


def _is_of_time(report: Report, landmark: Landmark, lexicon: Lexicon) -> bool:
    """Whether the sentence names something from the time of the war ("After the collapse of the Soviet Union")."""
    if report.start is not None:
        return False
    found = (m.landmark for m in chronology.find(report.sentence, lexicon) if m.sure)
    return any(landmark.start - YEAR <= x.start and x.end <= landmark.end for x in found)


def _is_so_far(report: Report, landmark: Landmark, lexicon: Lexicon) -> bool:
    """Whether a report is about all days of a war until then ("1,000 have been killed since 27 September")."""
    start, end = report.start, report.end
    if start is None or end is None:
        return False
    counts = says("until_now", report.sentence, lexicon) or says("lasting", report.sentence, lexicon)
    fits = abs(start - landmark.start) <= 2 * AROUND and end <= landmark.end + _FRESH
    return counts and fits and end - start > FEW_DAYS


def outbreak(report: Report, conflict: ConflictParties, lexicon: Lexicon) -> LandmarkMatch | None:
    """The war whose outbreak a report tells: on its first day, or within a few days around it if the words say
    so.
    """
    start, end = report.start, report.end
    if start is None or end is None or is_local(report, lexicon) or _counts_until_now(report, lexicon):
        return None
    words = says("outbreak", report.sentence, lexicon) and says("war", report.sentence, lexicon)
    two_sided = bool(report.sources & report.targets)
    if report.sources and report.targets and not two_sided and not (words and start == end):
        return None  # an attack by one side, not described as the beginning of the war
    on_one_day = two_sided and start == end
    if report.date_basis == "article" and not on_one_day:
        return None
    off = AROUND if words and start < end else timedelta(0)
    near = [
        x
        for x in wars(lexicon)
        if fits_parties(report, x, conflict)
        and start - off <= x.start <= end
        and (words or on_one_day)
        # a year is exact enough for the beginning of a war of several years
        and end - start <= max(_SOME_DAYS, (x.end - x.start) / 4)
    ]
    if len(near) != 1:
        return None
    return LandmarkMatch(near[0], "war" if near[0].end - near[0].start <= _SHORT_WAR else "outbreak")


def share(report: Report, landmark: Landmark) -> float:
    """The days that a report and a landmark have in common, as a share of the longer of the two.

    0 where a report's span is many years longer ("under their control since 1994"); a decade is accepted.
    """
    assert report.start is not None and report.end is not None
    if report.end > landmark.end + _LONG or report.start < landmark.start - _LONG:
        return 0.0
    common = (min(report.end, landmark.end) - max(report.start, landmark.start)).days + 1
    longest = max((report.end - report.start).days, (landmark.end - landmark.start).days) + 1
    return max(0.0, common / longest)


def _best(fitting: Iterable[Landmark], fit: Callable[[Landmark], float] = lambda _: 1.0) -> LandmarkMatch | None:
    """The war that fits best, the latest of several; None where none fits."""
    ranked = [(fit(x), x.start, x) for x in fitting]
    found, _, best = max(ranked, default=(0.0, date.min, None), key=lambda f: f[:2])
    return LandmarkMatch(best, "war") if best is not None and found > 0 else None
