"""In: the tables of all articles. Out: the same tables with near-duplicates marked and incidents added.

Tables of the lexicon read: incident_kinds, and ontology for labels.
"""

from contactline.linking.from_tables import link_tables
from contactline.linking.incidents import link
from contactline.linking.near_duplicates import near_duplicates
from contactline.linking.reports import Publication, Report
from contactline.linking.summary import Incident

__all__ = ["Incident", "Publication", "Report", "link", "link_tables", "near_duplicates"]
