"""Names of places and actors.

In: a cleaned document. Out: its mentions (``find``), and once it is dated, titles and shared surnames resolved
(``resolve``). Reads the tables of actors, places, countries, offices, name forms and words beside names.
"""

from contactline.names.mentions import find
from contactline.names.resolution import resolve

__all__ = ["find", "resolve"]
