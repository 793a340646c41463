"""How inputs are to be read."""

from __future__ import annotations

from contactline.intake import errors, options
from contactline.lexicon import load


def test_what_a_user_says_reaches_the_readers() -> None:
    notes: list[str] = []
    said = options.Options({"text": "abc"}, "mdy", notes.append)

    reading = options.reading(errors.stop, said, None)
    reading.note("noted")

    assert (dict(reading.columns), reading.day_order, notes) == ({"text": "abc"}, "mdy", ["noted"])
    assert reading.lexicon == load()


def test_without_options_nothing_is_said() -> None:
    words = load()
    reading = options.reading(errors.stop, None, words)

    assert (dict(reading.columns), reading.day_order, reading.note("x")) == ({}, "", None)
    assert reading.lexicon is words
