"""Changes of incidents by a reader: a report taken out of its incident, or two incidents put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contactline.linking.landmarks import LandmarkMatch
from contactline.linking.reports import Report

Move = tuple[str, str | None]
"""The id of a report's event, and None if it leaves its incident, or an event whose incident is merged with its
own."""


def moved(
    of_landmarks: Mapping[LandmarkMatch, list[Report]], groups: Sequence[list[Report]], moves: Sequence[Move]
) -> tuple[dict[LandmarkMatch, list[Report]], list[list[Report]]]:
    """Apply the moves one after the other to the reports of landmarks and to the other groups, and return both.

    When two incidents are put together and one of them is that of a landmark, the result keeps the landmark. A
    move whose events are not all there is ignored.
    """
    if not moves:
        return dict(of_landmarks), list(groups)
    lists = [list(group) for group in (*of_landmarks.values(), *groups)]
    place = {report.event_id: number for number, group in enumerate(lists) for report in group}
    for event_id, other_id in moves:
        if event_id not in place or (other_id is not None and other_id not in place):
            continue
        if other_id is None:
            own = lists[place[event_id]]
            if len(own) == 1:
                continue
            (report,) = (one for one in own if one.event_id == event_id)
            own.remove(report)
            place[event_id] = len(lists)
            lists.append([report])
            continue
        kept, emptied = sorted((place[event_id], place[other_id]))
        if kept != emptied:
            place |= {report.event_id: kept for report in lists[emptied]}
            lists[kept] += lists[emptied]
            lists[emptied] = []
    landmarks = dict(zip(of_landmarks, lists, strict=False))
    others = lists[len(of_landmarks) :]
    return {match: group for match, group in landmarks.items() if group}, [group for group in others if group]
