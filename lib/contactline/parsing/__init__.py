"""Sentences to dependency trees, and trees to clauses.

In: a document, its mentions and dates, and the numbers of the sentences to parse. Out: for each sentence its
tokens, which ``Clauses`` interprets as who does what. Tables of the lexicon read: patterns and word_classes (for
words with a hyphen).
"""

from contactline.parsing.clauses import Clauses
from contactline.parsing.parser import parse

__all__ = ["Clauses", "parse"]
