"""Which figures of an incident's reports can be compared: of one kind, of the same people, up to the same day.

A running total is no other version of what one day cost, nor are the dead of one side of those of the other; and
"at least five" does not contradict "seven".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from contactline.linking.reports import Report

What = Literal["killed", "injured"]
_Key = tuple[str, date | None, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Version:
    """What one report says of how many were killed, or injured: the number, its bounds, and it in words."""

    report: Report
    number: int
    low: int | None
    high: int | None
    words: str


def comparable(reports: Sequence[Report], what: What) -> list[list[Version]]:
    """The versions that can be compared with one another; the groups that more reports give, and what the incident
    itself cost, first.
    """
    groups: dict[_Key, list[Version]] = {}
    for report in reports:
        figure = getattr(report, what)
        if figure.number is not None:
            key = (figure.kind, report.toll_as_of if figure.kind == "total" else None, report.toll_of)
            groups.setdefault(key, []).append(_version(report, what))
    joined: dict[_Key, list[Version]] = {}
    for key, versions in groups.items():
        joined.setdefault(_fuller(key, groups), []).extend(versions)
    order = sorted(joined.items(), key=lambda item: (item[0][0] == "total", -len(item[1])))
    return [versions for _, versions in order]


def contradict(versions: Sequence[Version]) -> bool:
    """Whether no one number would make the versions of several articles all true."""
    if len({v.report.article_id for v in versions}) < 2:
        return False
    lows = [v.low for v in versions if v.low is not None]
    highs = [v.high for v in versions if v.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def _fuller(key: _Key, groups: dict[_Key, list[Version]]) -> _Key:
    """The one group that tells more closely of whom ("two soldiers" for "two people"), else the group itself."""
    kind, as_of, people = key
    closer = [k for k in groups if k[:2] == (kind, as_of) and people < k[2]]
    return closer[0] if len(closer) == 1 else key


def _version(report: Report, what: What) -> Version:
    figure = getattr(report, what)
    words = {
        (True, False): f"at least {figure.number}",
        (False, True): f"up to {figure.number}",
        (False, False): f"about {figure.number}",
    }.get((figure.low is not None, figure.high is not None), str(figure.number))
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        words = f"{figure.low} to {figure.high}"
    total = " so far" if figure.kind == "total" else ""
    return Version(report, figure.number, figure.low, figure.high, f"{words} {what}{total}")
