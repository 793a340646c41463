"""In which country an article was published, by its publisher's name or its address (publishers.csv)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from contactline.lexicon.table import split_cell
from contactline.lexicon.value import Lexicon, derived

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_NO_LETTER = re.compile(r"[\W_]+")
_HOST = re.compile(r"(?:https?://)?(?:[^/@\s]*@)?([^/:?#\s]+\.[^/:?#\s]+)", re.IGNORECASE)
_ARCHIVED = re.compile(
    r"^https?://(?:web\.archive\.org|archive\.(?:is|ph|today))/.*?(https?://.+)$", re.IGNORECASE
)


def publisher_country(publisher: str, url: str, lexicon: Lexicon) -> str:
    """The code of the country (countries.csv, or OSC and the like for international bodies), "" where unknown.

    The name has priority over the address. A name may itself be an address ("www.azernews.az"), and may have an
    addition in brackets; for an archived page the original address counts.
    """
    names = _by_name(lexicon)
    for name in (publisher, _IN_BRACKETS.sub("", publisher)):
        if found := names.get(_plain(name)):
            return found
    return _of_address(publisher, lexicon) or _of_address(url, lexicon)


@derived
def _by_name(lexicon: Lexicon) -> Mapping[str, str]:
    return {
        _plain(name): row["country"]
        for row in lexicon.rows("publishers")
        for name in (row["name"], *split_cell(row["other_names"]))
    }


@derived
def _by_domain(lexicon: Lexicon) -> Mapping[str, str]:
    return {domain: row["country"] for row in lexicon.rows("publishers") for domain in split_cell(row["domains"])}


def _plain(name: str) -> str:
    """A name for comparison: its letters and digits, without case and without a leading "the"."""
    return _NO_LETTER.sub(" ", name.casefold()).strip().removeprefix("the ")


def _of_address(address: str, lexicon: Lexicon) -> str:
    archived = _ARCHIVED.match(address.strip())
    host = _HOST.match((archived[1] if archived else address).strip())
    if host is None:
        return ""
    parts = host[1].casefold().split(".")
    domains = _by_domain(lexicon)
    return next((found for n in range(len(parts) - 1) if (found := domains.get(".".join(parts[n:])))), "")
