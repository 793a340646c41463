"""In: files and folders of articles, with the facts in their manifest.csv. Out: Articles, one after the other.

``articles.py`` has the table of readers, one module for each family of formats; ``kinds.py`` finds what a file is
from its content. Tables of the lexicon read: column_names, months, publisher_domains.
"""

from contactline.intake.articles import files, left_out, lines, read, read_bytes
from contactline.intake.days import FIRST_YEAR, LAST_YEAR
from contactline.intake.decoding import decode
from contactline.intake.errors import InputError
from contactline.intake.given import Limits, Told, read_given
from contactline.intake.options import Options
from contactline.intake.rows import row_article
from contactline.intake.table_files import delimiter

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "InputError",
    "Limits",
    "Options",
    "Told",
    "decode",
    "delimiter",
    "files",
    "left_out",
    "lines",
    "read",
    "read_bytes",
    "read_given",
    "row_article",
]
