"""In: files and folders of articles, with what their manifest.csv knows. Out: Articles, one after the other.

Tables read: none of the lexicon.
"""

from contactline.intake.articles import (
    FIRST_YEAR,
    LAST_YEAR,
    InputError,
    decode,
    delimiter,
    files,
    left_out,
    lines,
    read,
    row_article,
)

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "InputError",
    "decode",
    "delimiter",
    "files",
    "left_out",
    "lines",
    "read",
    "row_article",
]
