"""Places and actors."""

from contactline.names.actors import resolve
from contactline.names.mentions import find

__all__ = ["resolve", "find"]
