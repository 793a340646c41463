"""Comes in: the events of all articles. Goes out: incidents, each with the reports of it and where they differ.

Reads the lexicon's table ``incident_kinds`` (incidents.py) and, in from_tables.py, the stored tables' columns.
"""

from contactline.linking.from_tables import link_tables
from contactline.linking.incidents import Incident, Source, Told, link
from contactline.linking.near_duplicates import near_duplicates

__all__ = ["Incident", "Source", "Told", "link", "link_tables", "near_duplicates"]
