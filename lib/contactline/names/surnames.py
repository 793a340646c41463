"""Surnames without a known first name before them: whose they are, and where the whole name starts."""

from __future__ import annotations

import re

from contactline.names import spelling
from contactline.names.article_context import NEAR, ArticleContext
from contactline.names.index import NameMatch, NameSense, fold

_WORD_BEFORE = re.compile(r"([^\W\d_][\w'.-]*) $")
_FARTHEST_BEFORE = 30  # characters before a surname in which the word before it begins
_CAPITALISED_AFTER = re.compile(r" ([A-Z][a-z]\w{1,30})")
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")
_SENTENCE_ENDS = '.!?:;"»”\n'
_SENTENCE_OPENING_ENDINGS = ("ing", "ed", "ly")
"""Of participles and adverbs that begin a sentence: "Quoting Aliyev"."""
_INITIALS = re.compile(r" (?:\w\.? |[\w'-]+ )?")
_LONGEST_INITIALS = 14  # characters between first name and surname: " J. ", " Jonathan "


def word_before(context: ArticleContext, start: int) -> re.Match[str] | None:
    """The word right before a name, as group 1 of a match; None where there is none."""
    return _WORD_BEFORE.search(context.text, max(0, start - _FARTHEST_BEFORE), start)


def is_surname_of_person(sense: NameSense, match: NameMatch, context: ArticleContext) -> bool:
    """Whether a surname alone is this person's.

    Not after another first name ("Natig Aliyev") or before another surname ("President Michel Temer"). A weak one
    needs evidence: the person's first name, a title, or the full name elsewhere in the article.
    """
    first = fold(context.known.actors[sense.ref].first_name)
    before = word_before(context, match.start)
    word = fold(before[1]).rstrip(".") if before else ""
    # "ex-president", "Armenian-born"
    titles = [context.known.honorifics[p] for p in word.split("-") if p in context.known.honorifics]
    with_first_name = False
    if before and before[1][0].isupper() and not titles and not word.endswith("'s"):
        with_first_name = len(word) > 1 and spelling.same_first_name(word, first)
        if not with_first_name and _is_other_first_name(word, first, before.start(), match, context):
            return False
    if _is_others_first_name(match, context):
        return False
    return not sense.weak or with_first_name or sense.ref in context.named_in_full or any(titles)


def follows_first_name(match: NameMatch, context: ArticleContext) -> bool:
    """Whether a first name stands right before a surname."""
    before = word_before(context, match.start)
    return before is not None and before[1][0].isupper() and fold(before[1]) in context.known.first_names


def _is_other_first_name(word: str, first: str, start: int, match: NameMatch, context: ArticleContext) -> bool:
    """Whether the capitalised word before a surname, at ``start``, is a first name other than ``first``."""
    known = context.known
    if len(word) == 1:
        return word != first[0]
    if word in known.by_first_name:
        return True
    explained = (
        _begins_sentence_or_names_day(word, start, context)
        or any(known.index.is_form(part) for part in (word, *word.split("-")))
        or _in_headline(match, context)
    )
    return not explained


def _is_others_first_name(match: NameMatch, context: ArticleContext) -> bool:
    """Whether a surname is the first name of somebody else ("President Michel Temer")."""
    after = _CAPITALISED_AFTER.match(context.text, match.end)
    if after is None:
        return False
    explained = (
        after[1].lower() in context.known.lead_words
        or context.known.index.is_form(fold(after[1]))
        or _in_headline(match, context)
    )
    return not explained


def _begins_sentence_or_names_day(word: str, start: int, context: ArticleContext) -> bool:
    """Whether a capitalised word is the name of a day, or only begins its sentence ("On Monday Aliyev")."""
    if word in context.known.days:
        return True
    begins = context.text[max(0, start - 3) : start].rstrip(" ")[-1:] in _SENTENCE_ENDS
    return begins and (word in context.known.lead_words or word.endswith(_SENTENCE_OPENING_ENDINGS))


def _in_headline(match: NameMatch, context: ArticleContext) -> bool:
    """Whether every longer word around begins with a capital ("Putin Tells Pashinyan")."""
    text = context.text
    words = _LONG_WORD.findall(text[max(0, match.start - NEAR) : match.start].rsplit("\n", 1)[-1])
    words += _LONG_WORD.findall(text[match.end : match.end + NEAR].split("\n", 1)[0])
    return len(words) > 1 and all(w[0].isupper() for w in words)


def start_with_first_name(sense: NameSense, match: NameMatch, context: ArticleContext) -> int:
    """Where a person's name starts, with a first name and initials before the surname ("Antony J. Blinken")."""
    start = match.start
    actor = context.known.actors.get(sense.ref) if sense.role == "actor" else None
    if actor is None or sense.has_first_name or actor.kind != "person":
        return start
    folded = context.folded
    first = fold(actor.first_name)
    at = folded.rfind(first, max(0, start - len(first) - _LONGEST_INITIALS), start)
    if at >= 0 and not (at and folded[at - 1].isalnum()):
        return at if _INITIALS.fullmatch(folded, at + len(first), start) else start
    before = word_before(context, start)
    if before is not None and before[1][0].isupper() and spelling.same_first_name(before[1], first):
        return before.start()
    return start
