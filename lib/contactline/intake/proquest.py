"""The facts of a document in an export of ProQuest: a title, paragraphs that begin with a label, and the text."""

from __future__ import annotations

import re

from contactline.lexicon import Lexicon

IS_IN = "ProQuest document"
"""Words that every export of ProQuest contains."""
RULE = re.compile(r"^[ \t]*_{40,}[ \t]*\r?$", re.MULTILINE)
"""The line between two documents."""

_NUMBER = re.compile(r"Document \d+ of \d+")
_LABEL = re.compile(r"([A-Z][A-Za-z /]{2,40}):[ \t]*(.*)", re.DOTALL)
_TEXT_LABEL = re.compile(r"full text:?", re.IGNORECASE)
_BELOW = frozenset(
    "Subject|Location|People|Company|Company / organization|Classification|Title|Publication title|Credit|CREDIT"
    "|Copyright|Illustration|Caption|Identifier / keyword|DETAILS|Details|Last updated|Database|Pages".split("|")
)
"""Labels that end the text."""


def facts(document: str, lexicon: Lexicon) -> dict[str, str]:
    """The title, author, publisher, publication day, language and text of a document; "" for what it lacks."""
    parts = [part.strip() for part in re.split(r"\r?\n[ \t]*\r?\n", document) if part.strip()]
    parts = [part for part in parts if not _NUMBER.fullmatch(part)]
    labelled: dict[str, str] = {}
    text: list[str] = []
    in_text = False
    for part in parts:
        label = _LABEL.match(part)
        name = label[1] if label else part
        if opening := _TEXT_LABEL.match(part):
            in_text, rest = True, part[opening.end() :].strip()
            text += [rest] if rest else []
        elif in_text and name not in _BELOW:
            text.append(part)
        else:
            in_text = False
            if label:
                labelled.setdefault(label[1], label[2].strip())
    author = labelled.get("Author", "")
    return {
        "title": labelled.get("Title") or (parts[0] if parts and not _LABEL.match(parts[0]) else ""),
        "author": "" if author == "Anonymous" else author,
        "publisher": labelled.get("Publication title", "").partition(";")[0],
        "published": labelled.get("Publication date", ""),
        "language": labelled.get("Language of publication", labelled.get("Language", "")),
        "body": "\n\n".join(text) if "".join(text) != "Not available." else "",
    }
