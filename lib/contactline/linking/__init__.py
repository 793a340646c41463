"""Events to incidents."""

from contactline.linking.incidents import Incident, Source, Told, link
from contactline.linking.near_duplicates import near_duplicates

__all__ = ["Incident", "Source", "Told", "link", "near_duplicates"]
