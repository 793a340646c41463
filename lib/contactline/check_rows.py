"""Which rows of the lexicon only the five shipped articles need: each may have been made for one of them.

A row that none of many other articles uses is one to look at, and no fault: rare words may still be general ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from contactline import chronology, lexicon, pipeline, read, translation
from contactline.matching import fold, occurs
from contactline.records import Article


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A row, or one cue of a row: its table, its id or pattern, and the words of it that an article holds."""

    table: str
    row: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.table}.csv: {self.row}" + (f" ({self.words})" if self.words else "")


def rows_of_the_five(articles: Iterable[Path | str], directory: Path = lexicon.DIRECTORY) -> tuple[Row, ...]:
    """The rows that fire on the five shipped articles and on none of ``articles``, sorted.

    ``articles``: files or folders as ``contactline build`` reads them; one of the same text as one of the five
    is left out. Raises InputError where they cannot be read.
    """
    five = list(read.read([pipeline.ARTICLES]))
    texts = {_words(article) for article in five}
    others = [article for article in read.read(articles) if _words(article) not in texts]
    return tuple(sorted(_fired(five, directory) - _fired(others, directory)))


def _words(article: Article) -> str:
    return " ".join(article.body.split())


def _fired(articles: Sequence[Article], directory: Path) -> set[Row]:
    return {row for article in articles for row in _rows(article, directory)}


def _rows(article: Article, directory: Path) -> Iterator[Row]:
    """The rows that an article uses; a pattern that only keeps others from firing leaves no trace."""
    coded = pipeline.code(article, directory)
    text = coded.document.text
    folded = fold(text)
    for event in coded.events:
        yield Row("patterns", event.pattern_id)
    for hit in chronology.find(text, directory):
        yield Row("chronology", hit.landmark.landmark_id, hit.cue)
    for sign in lexicon.rows("translation_signs", directory):
        if re.search(sign["pattern"], text):
            yield Row("translation_signs", sign["pattern"])
    for reading in translation.readings(text, folded, directory):
        yield Row("mistranslations", text[reading.start : reading.end])
    for phrase in lexicon.rows("not_names", directory):
        if occurs(folded, fold(phrase["phrase"])):
            yield Row("not_names", phrase["phrase"])
    lines = {line.strip() for line in article.body.splitlines()}
    for boilerplate in lexicon.rows("boilerplate", directory):
        pattern = re.compile(boilerplate["pattern"], re.IGNORECASE)
        if any(line and pattern.fullmatch(line) for line in lines):
            yield Row("boilerplate", boilerplate["pattern"])
