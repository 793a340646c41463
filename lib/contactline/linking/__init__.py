"""In: Reports (events as single articles report them) and the articles' texts. Out: Incidents, near-duplicates.

Tables read: incident_kinds.
"""

from contactline.linking.incidents import link
from contactline.linking.near_duplicates import near_duplicates
from contactline.linking.reports import Publication, Report
from contactline.linking.summary import Incident

__all__ = ["Incident", "Publication", "Report", "link", "near_duplicates"]
