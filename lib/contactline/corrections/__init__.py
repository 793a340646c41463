"""In: the file of corrections, and the tables of a build. Out: the corrected tables, and the state of each
correction.

A correction identifies an event by the words of its sentence, so that it still applies when the article is coded
again. Tables of the lexicon read: ontology, actors, countries and places, for the values that a correction may
have.
"""

from contactline.corrections.articles import dated
from contactline.corrections.csv_file import CorrectionsError
from contactline.corrections.events import as_coded, to_events
from contactline.corrections.incidents import moves, to_incidents
from contactline.corrections.record import Correction, add, digest, read, remove

__all__ = [
    "Correction",
    "CorrectionsError",
    "add",
    "as_coded",
    "dated",
    "digest",
    "moves",
    "read",
    "remove",
    "to_events",
    "to_incidents",
]
