"""Names of places and actors.

In: a cleaned document. Out: its mentions (``find``); once the article is dated, titles and shared surnames are
resolved to persons (``resolve``). Tables of the lexicon read: those of actors, places, countries, offices, forms
of names and words beside names.
"""

from contactline.names.mentions import find
from contactline.names.resolution import resolve

__all__ = ["find", "resolve"]
