"""Names and excerpts of annotator and coder brought to one form: plain words, and one name for each place.

Reads the lexicon's tables ``actors``, ``places`` and ``place_names``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import LCSseq

from contactline.lexicon import Lexicon, derived

_EXCERPT_WORDS = 60
_KIND_WORDS = re.compile(r"\b(?:city|town|village|district|region|rayon|province)\b")
_WORD = re.compile(r"[a-z0-9]+")
_ADDRESS = re.compile(r"<[^>]+>|https?://\S+|pic\.twitter\.com/\S+")


def words(text: str | None) -> list[str]:
    """The words of a text in lower case, without diacritics and punctuation."""
    plain = unicodedata.normalize("NFKD", (text or "").replace("’", "'").replace("ə", "e").replace("ı", "i"))
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).lower())


def plain_text(text: str) -> str:
    """The words of a text, separated by single spaces, without web addresses and markup."""
    return " ".join(words(_ADDRESS.sub(" ", text)))


def plain_name(name: str | None) -> str:
    """The words of a name: the first of two names ("Shusha / Shushi"), without anything in brackets."""
    return " ".join(words(re.sub(r"\([^)]*\)", " ", (name or "").split(" / ")[0])))


def share_in_order(some: Sequence[str], among: Sequence[str]) -> float:
    """The share (0 to 1) of the words in ``some`` that occur in ``among`` in the same order."""
    return LCSseq.similarity(some, among) / len(some) if some and among else 0.0


def words_around_trigger(excerpt: str, trigger: str) -> list[str]:
    """At most 60 words of an excerpt around its trigger, so that a very long excerpt does not match everything."""
    found, mark = words(excerpt), words(trigger)
    if len(found) <= _EXCERPT_WORDS:
        return found
    at = next((i for i in range(len(found)) if mark and found[i : i + len(mark)] == mark), 0)
    start = max(0, min(at - _EXCERPT_WORDS // 2, len(found) - _EXCERPT_WORDS))
    return found[start : start + _EXCERPT_WORDS]


@derived
def names(lexicon: Lexicon) -> Mapping[str, str]:
    """The name of each actor and place by its id."""
    return {row[f"{kind}_id"]: row["name"] for kind in ("actor", "place") for row in lexicon.rows(f"{kind}s")}


@derived
def persons(lexicon: Lexicon) -> frozenset[str]:
    """The plain names of the lexicon's persons."""
    return frozenset(plain_name(row["name"]) for row in lexicon.rows("actors") if row["kind"] == "person")


def place_name(name: str | None, lexicon: Lexicon) -> str:
    """The name of a place in comparable form: a town counts as its district, and a place's names count as one."""
    plain = plain_name(name)
    bare = " ".join(_KIND_WORDS.sub("", plain).split()) or plain
    return _canonical_names(lexicon).get(bare, bare)


@derived
def _canonical_names(lexicon: Lexicon) -> Mapping[str, str]:
    """The first name of each place by each of its names; a name that several places share belongs to the first
    one.
    """
    by_id = names(lexicon)
    found = {plain_name(row["name"]): plain_name(row["name"]) for row in lexicon.rows("places")}
    for row in lexicon.rows("place_names"):
        found.setdefault(plain_name(row["name"]), plain_name(by_id.get(row["place_id"], row["name"])))
    return found
