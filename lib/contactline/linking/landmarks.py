"""Which landmark of the chronology a report is about: a war, its outbreak, a ceasefire that many articles mention.

Reports of a war or an accord date it with different precision ("in the 1990s", "in 1994", "a six-week war"), so
that their days alone do not bring them together. The chronology has these landmarks with their days, their parties
and the words that name them; reports of one landmark are one incident. A landmark is accepted only if everything
in the report is compatible with it and no other landmark fits as well.
"""

from __future__ import annotations

from collections.abc import Iterable

from contactline.lexicon import Lexicon
from contactline.lexicon.conflict import conflict_parties
from contactline.linking.accords import accord
from contactline.linking.landmark_fit import LandmarkMatch
from contactline.linking.reports import CARRIED, Publication, Report
from contactline.linking.wars import outbreak, share, tells_end_of_war, war

__all__ = ["LandmarkMatch", "dated_by", "match"]


def match(report: Report, publication: Publication, kind: str, lexicon: Lexicon) -> LandmarkMatch | None:
    """The landmark that a report of a kind is about; None where none fits, or several fit equally well."""
    conflict = conflict_parties(lexicon)
    tells_end = tells_end_of_war(report, lexicon)
    if not tells_end and kind == "accord":
        return accord(report, publication, conflict, lexicon)
    if (report.type != "ASSAULT" and not tells_end) or report.status in ("planned", "denied"):
        return None
    return outbreak(report, conflict, lexicon) or war(report, publication, conflict, lexicon)


def dated_by(found: LandmarkMatch, reports: Iterable[Report]) -> Report | None:
    """Of the reports of a war as a whole, the one whose own days are closest to those of the war; None
    otherwise.
    """
    if found.part != "war":
        return None
    dated = [r for r in reports if r.start and r.end and r.date_basis not in CARRIED]
    return max(dated, default=None, key=lambda r: (share(r, found.landmark), r.event_id))
