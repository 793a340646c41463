"""What is said of an input that cannot be read."""

from __future__ import annotations

from contactline.intake import errors
from contactline.rejects import Reject


def test_an_error_names_file_row_reason_and_what_to_do() -> None:
    error = errors.InputError("in/a.csv, line 3", "no text.", "Add it.", "x")

    assert str(error) == "in/a.csv, line 3: no text. Add it."
    assert error.reject == Reject("in/a.csv", 3, "x", "no text.", "Add it.")
    assert str(errors.InputError("all of it")) == "all of it"


def test_values_in_messages_are_short_and_can_be_stored() -> None:
    assert errors.short("a" * 300) == "'" + "a" * 199 + " ..."
    assert errors.short(5) == "5"
    assert errors.shown("a\udce9.txt") == "a\ufffd.txt"
