"""How fast places and actors are found, on one core and with the whole lexicon.

    python bench/names.py [ARTICLES ...] [--characters 1000000]

The articles (default: the five) are repeated until they hold so many characters. Printed are the processor
seconds for finding and for resolving titles, the best of three rounds, and the characters a second of both.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time

from contactline import cleaning, dates, dating, intake, locations, names
from contactline.lexicon import load
from contactline.records import Document, Published

LEXICON = load()

ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", default=[locations.ARTICLES])
    parser.add_argument("--characters", type=int, default=1_000_000)
    arguments = parser.parse_args()
    cleaned = [cleaning.clean(article, LEXICON) for article in intake.read(arguments.articles)]
    prepared: list[tuple[Document, Published]] = []
    for document in cleaned:
        published = dating.date_article(
            document, dates.find(document, LEXICON), names.find(document, LEXICON), LEXICON
        )
        prepared.append((document, published))
    work: list[tuple[Document, Published]] = []
    characters = 0
    for document, published in itertools.cycle(prepared):
        work.append((document, published))
        characters += len(document.text)
        if characters >= arguments.characters:
            break
    rounds = [measure(work) for _ in range(ROUNDS)]
    finding, resolving, mentions = min(rounds, key=lambda r: r[0] + r[1])
    speed = characters / (finding + resolving)
    sys.stdout.write(
        f"{characters:,} characters, {mentions:,} mentions: finding {finding:.2f} s, resolving {resolving:.2f} s, "
        f"{speed:,.0f} characters a second\n"
    )


def measure(work: list[tuple[Document, Published]]) -> tuple[float, float, int]:
    finding = resolving = 0.0
    mentions = 0
    for document, published in work:
        start = time.process_time()
        found = names.find(document, LEXICON)
        middle = time.process_time()
        names.resolve(found, document, published, LEXICON)
        finding += middle - start
        resolving += time.process_time() - middle
        mentions += len(found)
    return finding, resolving, mentions


if __name__ == "__main__":
    main()
