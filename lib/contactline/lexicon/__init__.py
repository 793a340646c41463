"""The tables that people edit (data/lexicon) as one frozen value.

In: the CSV files of a folder. Out: a ``Lexicon``, checked against the schema, which is passed through all stages.
Reads every table.
"""

from contactline.lexicon.table import Row, read_table, split_cell
from contactline.lexicon.value import Lexicon, LexiconError, derived, load

__all__ = ["Lexicon", "LexiconError", "Row", "derived", "load", "read_table", "split_cell"]
