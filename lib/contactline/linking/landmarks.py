"""Which landmark of the chronology a report tells: a war, its outbreak, a ceasefire that many write about.

Reports of a war or an accord differ in how exactly they date it ("in the 1990s", "in 1994", "a six-week war"), so
that their days alone do not bring them together. The chronology knows these landmarks with their days, their
parties and the words that name them: reports that tell one landmark are one incident. A landmark is taken only
where all that the report says fits it and no other fits as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from contactline.dates import chronology
from contactline.dates.chronology import Landmark
from contactline.lexicon import Lexicon, derived
from contactline.lexicon.conflict import ConflictParties, conflict_parties
from contactline.linking.reports import Publication, Report, kind_of

_WAR_DAYS = timedelta(days=1)
"""A landmark of kind war from its first to its last day: a shorter one is an attack of a day."""
_SHORT_WAR = timedelta(days=7)
"""A war that is so short has no outbreak of its own: those who tell that it broke out tell the war."""
_ACCORDS = frozenset({"ceasefire", "agreement"})
_AROUND = timedelta(days=1)
"""Days by which reports of one event differ: it was signed at night, or the next morning by another clock."""
_FRESH = timedelta(days=14)
"""Days after an accord in which an article that tells it without a date means the latest one."""
_LONG_FRESH = timedelta(days=60)
"""The same for an accord that ended a war."""
_WAR_FRESH = timedelta(days=60)
"""The same for a war, from its last day."""
_YEAR = timedelta(days=364)
_LONG = timedelta(days=6 * 365)
_FEW_DAYS = timedelta(days=4)
"""A report of a span up to here is of single fights."""
_SOME_DAYS = timedelta(days=10)
"""A third of a month ("late September"): the longest span in which a first day is told."""
_IMPORTANT = 1
_MANY = 100
"""Dead in one figure that are more than those of a single fight, where none is named."""
_OF_A_WAR = 1000
"""Dead in one figure that only a war costs, whoever fought it."""
_BESIDE = 10
"""Letters before and after a trigger in which a year is its own."""
_YEAR_NUMBER = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_CARRIED = frozenset({"article", "text"})
"""Bases of days that a report's own words do not tell."""


_CIVILIANS = "CIV"


@dataclass(frozen=True, slots=True)
class LandmarkMatch:
    """A landmark that a report tells, and which part of it: "war", "outbreak" or "accord"."""

    landmark: Landmark
    part: str

    @property
    def description(self) -> str:
        """What its reports have in common, in words."""
        if self.part == "outbreak":
            return f"all report the outbreak of {self.landmark.name}"
        return f"all report {self.landmark.name} (a landmark of the chronology)"


def match(report: Report, publication: Publication, lexicon: Lexicon) -> LandmarkMatch | None:
    """The landmark that a report tells, or None: where none fits, or several fit equally well."""
    conflict = conflict_parties(lexicon)
    tells_war = _tells_end_of_war(report, lexicon)
    if not tells_war and kind_of(report, lexicon) == "accord":
        return _accord(report, publication, conflict, lexicon)
    if not tells_war and report.type != "ASSAULT" or report.status in ("planned", "denied"):
        return None
    return _outbreak(report, publication, conflict, lexicon) or _war(report, publication, conflict, lexicon)


def dated_by(found: LandmarkMatch, reports: Iterable[Report]) -> Report | None:
    """The report of a war as a whole whose own days come closest to those of the war; None for other landmarks."""
    if found.part != "war":
        return None
    dated = [r for r in reports if _has_days(r)]
    return max(dated, default=None, key=lambda r: (_share(r, found.landmark), r.event_id))


# --- wars


@derived
def _wars(lexicon: Lexicon) -> tuple[Landmark, ...]:
    """The wars, without the offensives that are part of one."""
    wars = [x for x in chronology.landmarks(lexicon) if x.kind == "war" and x.end - x.start >= _WAR_DAYS]
    return tuple(x for x in wars if not any(y.start <= x.start and x.end <= y.end for y in wars if y is not x))


def _war(
    report: Report, publication: Publication, conflict: ConflictParties, lexicon: Lexicon
) -> LandmarkMatch | None:
    """The war as a whole: told by its name, or by a long span, or without a day while it went on or soon after."""
    if (_is_local(report, lexicon) and not _is_of_years(report)) or (_has_days(report) and _is_short(report)):
        return None
    wars = [x for x in _wars(lexicon) if _fits_parties(report, x, conflict)]
    named = {m.landmark.landmark_id for m in chronology.find(report.words, lexicon) if m.sure}
    by_name = [x for x in wars if x.landmark_id in named]
    if by_name:
        return LandmarkMatch(by_name[0], "war") if len(by_name) == 1 else None
    if _has_days(report):
        so_far = [x for x in wars if _is_so_far(report, x)]
        if so_far or _is_of_war(report, lexicon):
            return _best(so_far or wars, lambda x: _share(report, x))
        return None
    if not _is_of_war(report, lexicon):
        return None
    day = publication.first
    of_its_time = [x for x in wars if _is_of_time(report, x, lexicon)]
    if of_its_time:
        return _best(of_its_time, lambda _: 1.0)
    going_on = [x for x in wars if day is not None and x.start <= day <= x.end + _WAR_FRESH]
    return _best(going_on, lambda _: 1.0) if _is_of_all_days(report, lexicon) else None


def _is_of_war(report: Report, lexicon: Lexicon) -> bool:
    """Whether the act is the war itself, or its dead: "a war", "were killed in the war"; not "was captured in"."""
    of_dead = _says("deaths", report.trigger, lexicon) and (
        report.killed.kind == "total" or _says("war", report.sentence, lexicon)
    )
    return of_dead or _says("war", report.trigger, lexicon)


def _is_of_all_days(report: Report, lexicon: Lexicon) -> bool:
    """Whether a report without a day of its own tells of all the war so far, and not of the day's fighting."""
    if _says("lasting", report.sentence, lexicon) or report.killed.kind == "total":
        return True
    if _says("deaths", report.trigger, lexicon):
        return (report.killed.number or 0) >= _MANY or _says("until_now", report.sentence, lexicon)
    return report.start is None and bool(report.sources & report.targets)


def _is_of_time(report: Report, war: Landmark, lexicon: Lexicon) -> bool:
    """Whether the sentence tells a landmark of the war's time beside it ("After the collapse of the Soviet Union")."""
    if report.start is not None:
        return False
    found = (m.landmark for m in chronology.find(report.sentence, lexicon) if m.sure)
    return any(war.start - _YEAR <= x.start and x.end <= war.end for x in found)


def _tells_end_of_war(report: Report, lexicon: Lexicon) -> bool:
    """Whether an end is told that is no accord, of a war of years ("since the war ended in 1994")."""
    return (
        report.mode == "ceasefire"
        and report.trigger.lower().startswith("end")
        and report.precision in ("year", "season", "month")
        and _says("war", report.sentence, lexicon)
        and not _says("accord", report.words, lexicon)
    )


def _is_so_far(report: Report, war: Landmark) -> bool:
    """Whether a report tells of all the days of a war until then ("1,000 have been killed since 27 September")."""
    start, end = report.start, report.end
    if start is None or end is None:
        return False
    return abs(start - war.start) <= timedelta(days=2) and _FEW_DAYS < end - start and end <= war.end + _WAR_FRESH


def _outbreak(
    report: Report, publication: Publication, conflict: ConflictParties, lexicon: Lexicon
) -> LandmarkMatch | None:
    """That a war broke out: on its first day, or in some days that hold it where the words say so."""
    start, end = report.start, report.end
    if start is None or end is None or _is_local(report, lexicon):
        return None
    words = _says("outbreak", report.sentence, lexicon) and _says("war", report.sentence, lexicon)
    two_sided = bool(report.sources & report.targets)
    if report.sources and report.targets and not two_sided:
        return None
    if report.date_basis == "article" and not (two_sided and start == end):
        return None
    near = [
        x
        for x in _wars(lexicon)
        if _fits_parties(report, x, conflict)
        and start - (_AROUND if words and start < end else timedelta(0)) <= x.start <= end
        and (words or (two_sided and start == end))
        and end - start <= max(_SOME_DAYS, (x.end - x.start) / 4)  # the year in which a war of years began
    ]
    if len(near) != 1:
        return None
    return LandmarkMatch(near[0], "war" if near[0].end - near[0].start <= _SHORT_WAR else "outbreak")


# --- accords


@derived
def _accords(lexicon: Lexicon) -> tuple[Landmark, ...]:
    return tuple(x for x in chronology.landmarks(lexicon) if x.kind in _ACCORDS)


def _accord(
    report: Report, publication: Publication, conflict: ConflictParties, lexicon: Lexicon
) -> LandmarkMatch | None:
    """The accord of a report's days, of its name, or the latest before an article that tells it as news."""
    if len(conflict.one_side(report.parties)) < 2 and not _is_signed(report):
        return None
    accords = [x for x in _accords(lexicon) if _fits_parties(report, x, conflict)]
    if _has_days(report) or (report.date_basis == "text" and not _is_short(report)):
        start, end = report.start, report.end
        assert start is not None and end is not None
        if end - start > _FEW_DAYS:
            return _latest(x for x in accords if start <= x.start and x.end <= end and x.importance == _IMPORTANT)
        return _latest(x for x in accords if x.start <= end + _AROUND and x.end >= start - _AROUND)
    named = {m.landmark.landmark_id for m in chronology.find(report.sentence, lexicon) if m.sure}
    by_name = [x for x in accords if x.landmark_id in named]
    if by_name:
        return _latest(x for x in accords if any(abs(x.start - y.start) <= _AROUND for y in by_name))
    years = set(_years_beside(report))
    day = report.start if report.date_basis == "text" else publication.first
    if day is not None and years - {day.year}:
        return _latest(x for x in accords if x.start.year in years and x.importance == _IMPORTANT)
    if day is None:
        return None
    return _latest(
        x for x in accords if x.start <= day <= x.end + (_LONG_FRESH if _ended_a_war(x, lexicon) else _FRESH)
    )


def _years_beside(report: Report) -> Iterator[int]:
    """The years right before and after the trigger: "a 1994 truce"."""
    at = max(0, report.sentence.find(report.words))
    beside = report.sentence[max(0, at - _BESIDE) : at + len(report.trigger) + _BESIDE]
    return map(int, _YEAR_NUMBER.findall(beside))


def _ended_a_war(accord: Landmark, lexicon: Lexicon) -> bool:
    return any(abs(accord.start - war.end) <= _AROUND for war in _wars(lexicon))


def _is_signed(report: Report) -> bool:
    """Whether a report with one party alone still tells an accord of two ("Baku signed the deal")."""
    return report.mode == "ceasefire" or report.trigger.lower().startswith("sign")


# --- what fits


def _has_days(report: Report) -> bool:
    return report.start is not None and report.end is not None and report.date_basis not in _CARRIED


def _is_of_years(report: Report) -> bool:
    return report.start is not None and report.end is not None and report.end - report.start >= _YEAR


def _is_short(report: Report) -> bool:
    return report.start is not None and report.end is not None and report.end - report.start <= _FEW_DAYS


@derived
def _wide_places(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["place_id"] for row in lexicon.rows("places") if row["kind"] in ("region", "country"))


def _is_local(report: Report, lexicon: Lexicon) -> bool:
    """Whether a report names a place that is too small for a war: a town, a district, a road."""
    return report.place_id is not None and report.place_id not in _wide_places(lexicon)


@derived
def _words(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    return {row["part"]: re.compile(row["words"], re.IGNORECASE) for row in lexicon.rows("war_words")}


def _says(part: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a text holds words of a part of war_words.csv."""
    return _words(lexicon)[part].search(text) is not None


def _fits_parties(report: Report, landmark: Landmark, conflict: ConflictParties) -> bool:
    """Whether no party is foreign to the landmark, and a belligerent is among them; of the dead of a war, and of
    an accord that a mediator brought about, none need be named.
    """
    sides = conflict.one_side(report.parties - {_CIVILIANS})
    if not sides <= conflict.one_side(landmark.parties):
        return False
    of_war = report.killed.kind == "total" or (report.killed.number or 0) >= _OF_A_WAR
    others_suffice = of_war or report.mode == "ceasefire"
    return others_suffice or bool(sides & conflict.belligerents.keys())


def _share(report: Report, landmark: Landmark) -> float:
    """The days that a report and a landmark have in common, as a share of the longer of both.

    None where a report's span is of many years more ("under their control since 1994"); a decade may be.
    """
    assert report.start is not None and report.end is not None
    if report.end > landmark.end + _LONG or report.start < landmark.start - _LONG:
        return 0.0
    common = (min(report.end, landmark.end) - max(report.start, landmark.start)).days + 1
    longest = max((report.end - report.start).days, (landmark.end - landmark.start).days) + 1
    return max(0.0, common / longest)


def _best(landmarks: Iterable[Landmark], fit: Callable[[Landmark], float]) -> LandmarkMatch | None:
    """The war that fits best, None where none fits."""
    fitting = [(fit(x), x.start, x) for x in landmarks]
    share, _, war = max(fitting, default=(0.0, date.min, None), key=lambda f: f[:2])
    return LandmarkMatch(war, "war") if war is not None and share > 0 else None


def _latest(landmarks: Iterable[Landmark]) -> LandmarkMatch | None:
    """The latest of the most important accords, None where there is none."""
    accord = max(landmarks, default=None, key=lambda x: (-x.importance, x.start))
    return None if accord is None else LandmarkMatch(accord, "accord")
