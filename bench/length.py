"""How long texts that no article has take, as one line: whether time grows faster than length.

    python bench/length.py [--characters 5000000] [--only NAME ...]

Printed are, of each text, the seconds of the processor and what was found in it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from datetime import date

from contactline import pipeline
from contactline.lexicon import load
from contactline.records import Article

DAY = date(2020, 10, 5)
TEXTS = {
    "one sentence again and again": (
        "Azerbaijani forces shelled Shusha on Sunday, killing 12 soldiers.",
        " ",
        1.0,
    ),
    "one name a line": ("Ilham Aliyev", "\n", 1.0),
    "what one said that another said": ("Armenia said that Azerbaijan said that", " ", 0.02),
    "digits": ("1234567890", "", 0.2),
    "no full stop": ("Azerbaijani forces shelled Shusha killing soldiers and", " ", 0.2),
}
"""By name what is repeated, what stands between, and the share of ``--characters``."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=5_000_000)
    parser.add_argument("--only", nargs="*", choices=TEXTS, default=list(TEXTS))
    options = parser.parse_args()
    for line in measured(options.characters, options.only):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def measured(characters: int, names: list[str]) -> Iterator[str]:
    """A line for each text."""
    lexicon = load()
    pipeline.code(Article("first", "Armenia left.", published=DAY, published_basis="metadata"), lexicon)
    for name in names:
        piece, between, share = TEXTS[name]
        length = int(characters * share)
        text = (piece + between) * (length // len(piece + between) + 1)
        began = time.process_time()
        coded = pipeline.code(Article(name, text[:length], published=DAY, published_basis="metadata"), lexicon)
        spent = time.process_time() - began
        found = f"{len(coded.document.sentences):,} sentences, {len(coded.mentions):,} names"
        yield f"{spent:8.1f} s  {length:9,} characters  {name} ({found}, {len(coded.events):,} events)"


if __name__ == "__main__":
    main()
