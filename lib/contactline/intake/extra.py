"""Libraries for rarer formats, which are only installed on request."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from contactline.intake.errors import InputError


def needed(module: str, label: str, what: str) -> Any:
    """Import a library. Raises InputError, with the command that installs it, where it is missing."""
    try:
        return import_module(module)
    except ModuleNotFoundError:
        todo = "Install it: pip install 'contactline[formats]'"
        raise InputError(label, f"reading {what} needs a library that is not installed.", todo) from None
