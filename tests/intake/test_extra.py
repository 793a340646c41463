"""Libraries that are installed only when asked for."""

from __future__ import annotations

import json

import pytest

from contactline.intake import extra
from contactline.intake.errors import InputError


def test_a_library_that_is_there() -> None:
    assert extra.needed("json", "a.x", "tables") is json


def test_a_library_that_is_missing_is_named_with_the_command_that_installs_it() -> None:
    with pytest.raises(InputError) as error:
        extra.needed("no_such_library", "a.docx", "Word documents")

    assert str(error.value) == (
        "a.docx: reading Word documents needs a library that is not installed. Install it: pip install "
        "'contactline[formats]'"
    )
