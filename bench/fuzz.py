"""Whether any text breaks the path: made-up and mutilated articles, coded one by one until so many are done.

    python bench/fuzz.py [ARTICLES] [--first SEED] [--most-seconds 10] [--say-every 1000]

Each article is made from its number alone, so that one which fails can be coded again by itself (``--first`` its
number, ARTICLES 1). Half of them are sentences of the five articles, cut, doubled, shuffled and spoiled by odd
letters; the rest strings of names, dates, words, markup and letters of any alphabet. Of each it is asked that
nothing is raised, that it ends within ``--most-seconds`` of the processor, that all offsets point at the words
that they stand for, and that the tables take its rows. What fails is printed, and the program then ends with 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from datetime import date
from pathlib import Path

from contactline import intake, locations, pipeline
from contactline.lexicon import Lexicon, load
from contactline.records import Article, CodedArticle
from contactline.tables import assemble, parts
from contactline.tables.rows import article_rows

DAYS = (None, date(1900, 1, 1), date(2020, 10, 4), date(2023, 9, 20), date(2100, 12, 31))
ODD = (
    *("\x00", "\u202e", "İ", "ß", "ﬁ", "\u0301", "👍", "\ufffd", "\u2028", "\xad", "\u200b", "\t", "\r\n", "\n\n"),
    *(
        "“",
        "”",
        "«",
        "»",
        "'",
        "’s",
        '"',
        "(",
        ")",
        "[",
        "—",
        "...",
        "!?",
        ";",
        ":",
        ",",
        "|",
        "*",
        "#",
        "> ",
        "`",
    ),
    *(
        "<p>",
        "</div>",
        "<script>",
        "<time datetime=2020-13-45>",
        "&amp;",
        "&#0;",
        "<!--",
        "]]>",
        "{",
        "}",
        "%s",
        "\\",
    ),
    *(
        "99/99/2020",
        "31 February 2021",
        "in 0000",
        "the 1900s",
        "2020-2022",
        "1" * 40,
        "A" * 200,
        "٣ أكتوبر",
        "2²",
    ),
    *("Степанакерт", "Արցախ", "Şuşa", "ქართული", "中文", "@x", "https://x.y/z", "By A B", "---", "Subscribe now"),
    *("ninety nine billion", "killing two", "dozens of thousands", "no fewer than -3", "said that", "must", "not"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--most-seconds", type=float, default=10)
    parser.add_argument("--say-every", type=int, default=1000)
    options = parser.parse_args()
    lexicon = load()
    sentences, words = material(lexicon)
    failed = 0
    for done, number in enumerate(range(options.first, options.first + options.articles), 1):
        article = made(number, sentences, words)
        began = time.process_time()
        fault = fault_of(article, lexicon)
        if not fault and time.process_time() - began > options.most_seconds:
            fault = f"took {time.process_time() - began:.0f} s"
        if fault:
            failed += 1
            say(f"article {number}: {fault}: {article.body[:200]!r}")
        if done % options.say_every == 0 or done == options.articles:
            say(f"{done:,} articles, {failed} failed, {time.process_time():.0f} s of the processor")
    sys.exit(failed > 0)


def material(lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """Sentences of the five articles, and the words and names that the lexicon and these articles hold."""
    sentences = []
    for article in intake.read([Path(locations.ARTICLES)]):
        document = pipeline.code(article, lexicon).document
        sentences += [document.text[s.start : s.end] for s in document.sentences]
    words = {word for sentence in sentences for word in sentence.split()}
    words |= {row["name"] for table in ("actor_names", "place_names") for row in lexicon.rows(table)}
    words |= {word for row in lexicon.rows("patterns") for word in row["trigger"].split("|")}
    return sentences, sorted(words)


def made(number: int, sentences: list[str], words: list[str]) -> Article:
    """The article of a number, always the same."""
    chance = random.Random(number)
    if number % 2:
        pieces = chance.choices(sentences, k=chance.randrange(1, 6))
        text = "".join(spoiled(piece, chance) + chance.choice((" ", "\n", "", " ")) for piece in pieces)
    else:
        pieces = [chance.choice(ODD) if chance.random() < 0.3 else chance.choice(words) for _ in range(60)]
        text = "".join(piece + chance.choice((" ", " ", " ", "", "\n", ". ")) for piece in pieces)
    day = chance.choice(DAYS)
    return Article(
        f"f{number}",
        text,
        is_html=chance.random() < 0.2,
        title=chance.choice(("", chance.choice(sentences), chance.choice(ODD))),
        publisher=chance.choice(("", "TASS", chance.choice(words), chance.choice(ODD))),
        published=day,
        published_basis="metadata" if day else "",
    )


def spoiled(sentence: str, chance: random.Random) -> str:
    """A sentence with some of its letters or words lost, doubled, moved, or changed for odd ones."""
    for _ in range(chance.randrange(4)):
        first, second = sorted(chance.choices(range(len(sentence) + 1), k=2))
        odd = chance.choice(ODD)
        sentence = chance.choice(
            (
                sentence[:first] + sentence[second:],
                sentence[:second] + sentence[first:],
                sentence[:first] + odd + sentence[first:],
                sentence[:first] + sentence[first:second].upper() + sentence[second:],
                " ".join(chance.sample(sentence.split(), len(sentence.split()))),
            )
        )
    return sentence


def fault_of(article: Article, lexicon: Lexicon) -> str:
    """What is wrong with how an article is coded, "" where nothing is."""
    try:
        coded = pipeline.code(article, lexicon)
        parts.pack(assemble.tables_of(article_rows(coded, "", lexicon)))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return misplaced(coded)


def misplaced(coded: CodedArticle) -> str:
    """The first offset that does not point at its words, "" where all do."""
    text = coded.document.text
    for found in (*coded.mentions, *coded.timexes):
        if text[found.start : found.end] != found.text:
            return f"{found.text!r} is not at {found.start}"
    last = 0
    for sentence in coded.document.sentences:
        if not last <= sentence.start < sentence.end <= len(text):
            return f"sentence {sentence.index} is at {sentence.start} to {sentence.end}"
        last = sentence.end
    for event in coded.events:
        sentence = coded.document.sentences[event.sentence]
        if not sentence.start <= event.start < event.end <= sentence.end:
            return f"event {event.trigger!r} is at {event.start} to {event.end}"
        for party in event.parties:
            if party.start != party.end and text[party.start : party.end] != party.text:
                return f"party {party.text!r} is not at {party.start}"
    return ""


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
