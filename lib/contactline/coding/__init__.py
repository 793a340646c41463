"""Clauses to events."""

from contactline.coding.events import code, sentences_to_parse

__all__ = ["code", "sentences_to_parse"]
