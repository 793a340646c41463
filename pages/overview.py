"""To come."""

from contactline.app.context import context

ctx = context()
