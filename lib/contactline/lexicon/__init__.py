"""The tables that people edit, read and checked."""

from contactline.lexicon.tables import DIRECTORY, fingerprint, rows, split

__all__ = ["DIRECTORY", "fingerprint", "rows", "split"]
