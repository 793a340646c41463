"""The tables that people edit (data/lexicon) as one frozen value.

In: the CSV files of a folder. Out: a ``Lexicon``, handed down the whole path. Reads every table.
"""

from contactline.lexicon.tables import Lexicon, LexiconError, Row, derived, load, read_rows, split_cell

__all__ = ["Lexicon", "LexiconError", "Row", "derived", "load", "read_rows", "split_cell"]
