"""Clauses to events."""

from contactline.coding.events import by_sentence, code, sentences_to_parse

__all__ = ["by_sentence", "code", "sentences_to_parse"]
