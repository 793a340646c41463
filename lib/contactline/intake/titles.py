"""Titles without the name of the site before or after them."""

from __future__ import annotations

import re

PARTING = re.compile(r"\s+[|–—:»·•/-]{1,2}\s+|\s*\|\s*|\s+::\s+")
"""What separates a title and the name of the site."""
_MOST_WORDS = 6  # most words of a site's name


def without_site(title: str, site: str) -> str:
    """The title without the name of the site at one of its ends; unchanged where ``site`` is not there."""
    parts = PARTING.split(title)
    sign = re.sub(r"\W", "", site.lower())
    if len(parts) < 2 or not sign:
        return title
    for end, rest in ((parts[-1], title[: title.rfind(parts[-1])]), (parts[0], title[len(parts[0]) :])):
        words = re.sub(r"\W", "", end.lower())
        if words and (words == sign or words in sign or sign in words and len(end.split()) <= _MOST_WORDS):
            return rest.strip(" |–—-:»·•/")
    return title
