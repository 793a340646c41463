"""Sentences to parse trees."""

from contactline.parsing.parser import parse

__all__ = ["parse"]
