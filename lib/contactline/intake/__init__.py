"""Files to articles."""

from contactline.intake.articles import (
    FIRST_YEAR,
    LAST_YEAR,
    MANIFEST,
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
    "MANIFEST",
    "InputError",
    "decode",
    "delimiter",
    "files",
    "left_out",
    "lines",
    "read",
    "row_article",
]
