"""Rows of the lexicon that only the five shipped articles use, and that may have been made for one of them.

A row that none of many other articles uses is worth a look, but is not a fault: a rare word may still be a general
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from contactline import intake, locations, pipeline
from contactline.dates import chronology
from contactline.lexicon import Lexicon
from contactline.names import mistranslation
from contactline.names.index import contains_words, fold
from contactline.records import Article


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A row, or one cue of a row: its table, its id or pattern, and the words of an article that matched it."""

    table: str
    row: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.table}.csv: {self.row}" + (f" ({self.words})" if self.words else "")


def rows_of_the_five(articles: Iterable[Path | str], lexicon: Lexicon) -> tuple[Row, ...]:
    """Return the rows that match in the five shipped articles and in none of ``articles``, sorted.

    ``articles``: files or folders as ``contactline build`` reads them. An article with the text of one of the five
    is left out. Raises InputError where they cannot be read.
    """
    five = list(intake.read([locations.ARTICLES]))
    texts = {_words(article) for article in five}
    others = [article for article in intake.read(articles) if _words(article) not in texts]
    return tuple(sorted(_fired(five, lexicon) - _fired(others, lexicon)))


def _words(article: Article) -> str:
    return " ".join(article.body.split())


def _fired(articles: Sequence[Article], lexicon: Lexicon) -> set[Row]:
    return {row for article in articles for row in _rows(article, lexicon)}


def _rows(article: Article, lexicon: Lexicon) -> Iterator[Row]:
    """Yield the rows that an article uses. A pattern that only keeps others from firing cannot be seen here."""
    coded = pipeline.code(article, lexicon)
    text = coded.document.text
    folded = fold(text)
    for event in coded.events:
        yield Row("patterns", event.pattern_id)
    for hit in chronology.find(text, lexicon):
        yield Row("chronology", hit.landmark.landmark_id, hit.cue)
    for sign in lexicon.rows("translation_signs"):
        if re.search(sign["pattern"], text):
            yield Row("translation_signs", sign["pattern"])
    for correction in mistranslation.corrections(text, folded, lexicon):
        yield Row("mistranslations", text[correction.start : correction.end])
    for phrase in lexicon.rows("not_names"):
        if contains_words(folded, fold(phrase["phrase"])):
            yield Row("not_names", phrase["phrase"])
    lines = {line.strip() for line in article.body.splitlines()}
    for boilerplate in lexicon.rows("boilerplate"):
        pattern = re.compile(boilerplate["pattern"], re.IGNORECASE)
        if any(line and pattern.fullmatch(line) for line in lines):
            yield Row("boilerplate", boilerplate["pattern"])
