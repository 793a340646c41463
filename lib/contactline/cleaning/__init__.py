"""An article to its text."""

from contactline.cleaning.document import clean, raw_span

__all__ = ["clean", "raw_span"]
