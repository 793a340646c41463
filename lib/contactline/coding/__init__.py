"""In: a Document with its Published day, Timexes, Mentions and parses. Out: Events, and sentences that look like
one.

Tables of the lexicon read: patterns, word_classes, conflict_parties, countries, actors, places, numbers,
multipliers, chronology.
"""

from contactline.coding.events import by_sentence, code, sentences_to_parse

__all__ = ["by_sentence", "code", "sentences_to_parse"]
