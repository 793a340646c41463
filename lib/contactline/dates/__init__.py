"""Date expressions."""

from contactline.dates.expressions import find, find_in, resolve

__all__ = ["find", "find_in", "resolve"]
