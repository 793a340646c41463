"""In: an Article as it was read. Out: a Document: its cleaned text, sentences, title, dateline, byline and noise.

Tables of the lexicon read: boilerplate, datelines, months, weekdays, abbreviations, sentence_openers.
"""

from contactline.cleaning.document import clean, raw_span

__all__ = ["clean", "raw_span"]
