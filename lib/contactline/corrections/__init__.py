"""In: the file of corrections, and the tables of a build. Out: the tables as a reader has put them right, with the
state of each correction.

A correction names an event by the words of its sentence, so that it survives another coding. Tables read:
ontology, actors, countries and places of the lexicon, for the values that a correction may have.
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
