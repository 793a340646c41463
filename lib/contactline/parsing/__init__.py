"""Sentences to parse trees, and trees to clauses.

In: a document, its mentions and dates, and the numbers of the sentences to parse. Out: for each sentence its
tokens, which ``Clauses`` reads as who does what. Reads patterns.csv and word_classes.csv (words with a hyphen).
"""

from contactline.parsing.clauses import Clauses
from contactline.parsing.parser import parse

__all__ = ["Clauses", "parse"]
