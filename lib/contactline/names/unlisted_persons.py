"""Persons who are in no table, found by a first name, the ending of a surname, a rank before or an age after
the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from contactline.names.article_context import ArticleContext
from contactline.names.capitals import CapitalWord, begins_sentence, follows_rank, is_in_headline
from contactline.names.taken import Taken

_MOST_WORDS = 3
_SHORTEST_ENDED = 5  # least letters of a word that is a surname by its ending
_AGE = re.compile(r", (?:aged )?[1-9]\d(?:,|\.|-year| and\b| who\b)| \([1-9]\d\)")
_OPENING_ENDINGS = ("ing", "ed", "ly")
"""Of participles and adverbs that begin a sentence: "Quoting Arman Tatoyan"."""


_WITH_FIRST_NAME_ALONE = frozenset({"father", "sister", "brother", "mother"})
"""Of clergy and nuns, who are called by a first name: the word belongs to the name ("Father Grigor")."""


class Person(NamedTuple):
    """start..end of the text names a person. ``words``: those of the name, folded, an initial without its full
    stop.
    """

    start: int
    end: int
    words: tuple[str, ...]


def persons(runs: Iterable[list[CapitalWord]], taken: Taken, context: ArticleContext) -> list[Person]:
    """The names of persons in runs of capitalised words, in order. ``taken``: the names of the lexicon."""
    found = []
    for run in runs:
        name = _name(run, taken, context)
        if name:
            words = tuple(word.folded.rstrip(".") for word in name)
            found.append(Person(name[0].start, name[-1].end, words))
    return found


def _name(run: list[CapitalWord], taken: Taken, context: ArticleContext) -> list[CapitalWord]:
    """The words of a run that are a person's name, [] where there is none."""
    ranked = follows_rank(run[0].start, context)
    if len(run) == 1 and not ranked:
        return []
    first = 0
    while first < len(run) and not _may_begin(run, first, context):
        ranked = run[first].folded in context.known.person_words
        first += 1
    named_by_one = first == len(run) - 1 and first > 0 and run[first - 1].folded in _WITH_FIRST_NAME_ALONE
    name = _from_first_name(run[first:], context)
    if not name or len(name) > _MOST_WORDS or _is_other_thing(name, taken, context):
        return []
    if not _is_shown(name, ranked and name[0] is run[first], context):
        return []
    return run[first - 1 :] if named_by_one else name


def _may_begin(run: list[CapitalWord], i: int, context: ArticleContext) -> bool:
    """Whether a word of a run can be the first of a person's name: not a rank, country or beginning of a
    sentence.
    """
    known, word = context.known, run[i].folded
    if word in known.first_names:
        return known.first_names[word] or i + 2 == len(run)
    if word in known.person_words or word in known.days or known.index.is_form(word):
        return False
    opens = word in known.lead_words or word.endswith(_OPENING_ENDINGS)
    return not (opens and begins_sentence(run[i].start, context))


def _from_first_name(name: list[CapitalWord], context: ArticleContext) -> list[CapitalWord]:
    """The name from its first known first name on, if another word stands before it ("Activists Arman ...")."""
    firsts = context.known.first_names
    at = next((i for i, word in enumerate(name[:-1]) if firsts.get(word.folded)), 0)
    return name[at:]


def _is_other_thing(name: list[CapitalWord], taken: Taken, context: ArticleContext) -> bool:
    """Whether capitalised words belong to a name of the lexicon, an institution or a headline."""
    known, text = context.known, context.text
    written = [text[w.start : w.end] for w in name]
    if any(word in known.thing_words or word.isupper() and len(word) > 1 and word[-1] != "." for word in written):
        return True
    if any(w.folded in known.days for w in name):
        return True
    covered = [word for word in name if taken.covers(word.start, word.end)]
    if covered:
        strong = known.first_names.get(name[0].folded)
        # "Jack London", "Jordan Bardella": a first name makes a place's name a person's
        pair = len(name) == 2 and len(covered) == 1 and taken.is_place(covered[0].start)
        if not (pair and (covered[0] is name[1] if strong else covered[0] is name[0])):
            return True
    return is_in_headline(name[0].start, context.text)


def _is_shown(name: list[CapitalWord], ranked: bool, context: ArticleContext) -> bool:
    """Whether there is evidence that capitalised words are a person's name."""
    known = context.known
    last = name[-1].folded
    if ranked and len(last) > 2:
        alone = len(name) == 1 and last not in known.first_names and known.index.is_form(last)
        return not alone and not _is_common(name, context)
    if len(name) == 1 or len(last) < 2 or last.endswith("."):
        return False
    strong = known.first_names.get(name[0].folded)
    if strong is None and len(name[0].folded) == 2 and name[0].folded.endswith("."):
        strong = False  # an initial
    if strong is not None:
        return strong or not (known.index.is_form(last) or _is_common(name[1:], context))
    if len(last) >= _SHORTEST_ENDED and last.endswith(known.surname_endings):
        return not _is_common(name, context)
    return _AGE.match(context.text, name[-1].end) is not None and not _is_common(name, context)


def _is_common(words: Sequence[CapitalWord], context: ArticleContext) -> bool:
    """Whether one of these is an ordinary word: the lexicon or the article has it in lower case."""
    return any(w.folded in context.known.common_words or context.has_lower(w.folded) for w in words)
