"""How fast the path is, stage by stage, on one core.

    python bench/speed.py [ARTICLES ...] [--sentences 10000]

The articles (default: the five) are repeated until they hold so many sentences. Printed are, for each stage, the
seconds of the processor (so that a busy machine does not count) and the sentences a second, then the sums with
and without the parser.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from contactline import cleaning, coding, dates, dating, intake, locations, names, parsing, pipeline
from contactline.lexicon import load
from contactline.records import Article, CodedArticle
from contactline.tables import rows

LEXICON = load()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", default=[locations.ARTICLES])
    parser.add_argument("--sentences", type=int, default=10_000)
    arguments = parser.parse_args()
    articles = list(intake.read(arguments.articles))
    for article in articles:  # tables are read and weights loaded before the clock runs
        pipeline.code(article, LEXICON)
    seconds: dict[str, float] = defaultdict(float)
    sentences = characters = 0
    for number, article in enumerate(itertools.cycle(articles)):
        document, spent = measure(replace(article, article_id=f"{article.article_id}-{number}"))
        for stage, more in spent.items():
            seconds[stage] += more
        sentences += len(document.document.sentences)
        characters += len(document.document.text)
        if sentences >= arguments.sentences:
            break
    for stage, spent_seconds in seconds.items():
        show(stage, spent_seconds, sentences, characters)
    total = sum(seconds.values())
    show("all", total, sentences, characters)
    show("all but the parser", total - seconds["parsing"], sentences, characters)


def measure(article: Article) -> tuple[CodedArticle, dict[str, float]]:
    """One article through the stages, and the seconds that each took."""
    spent: dict[str, float] = defaultdict(float)

    def timed(stage: str, call: Callable[[], Any]) -> Any:
        began = time.process_time()
        value = call()
        spent[stage] += time.process_time() - began
        return value

    document = timed("cleaning", lambda: cleaning.clean(article, LEXICON))
    expressions = timed("dates", lambda: dates.find(document, LEXICON))
    found = timed("names", lambda: names.find(document, LEXICON))
    published = timed("dating", lambda: dating.date_article(document, expressions, found, LEXICON))
    timexes = timed("dates", lambda: dates.resolve(expressions, document, published, LEXICON))
    mentions = timed("names", lambda: names.resolve(found, document, published, LEXICON, timexes))
    indexes = timed("coding", lambda: coding.sentences_to_parse(document, LEXICON))
    parses = timed("parsing", lambda: parsing.parse(document, mentions, timexes, indexes, LEXICON))
    events, uncoded = timed("coding", lambda: coding.code(document, published, timexes, mentions, parses, LEXICON))
    coded = CodedArticle(document, published, timexes, mentions, events, uncoded)
    timed("rows", lambda: rows.article_rows(coded, "", LEXICON))
    return coded, spent


def show(stage: str, seconds: float, sentences: int, characters: int) -> None:
    rate, speed = sentences / max(seconds, 1e-9), characters / max(seconds, 1e-9)
    sys.stdout.write(f"{stage:20} {seconds:8.2f} s {rate:10,.0f} sentences/s {speed:12,.0f} characters/s\n")


if __name__ == "__main__":
    main()
