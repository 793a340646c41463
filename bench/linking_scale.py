"""How linking and the search for near-duplicates grow with the number of events and articles.

python bench/linking_scale.py [EVENTS ...]
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta

from contactline import linking
from contactline.lexicon import load

LEXICON = load()

COUNTRIES = ("ARM", "AZE", "NKR", "RUS", "TUR", "USA", "FRA", "IRN")
TYPES = ("ASSAULT", "CONSULT", "ACCUSE", "REQUEST", "SUPPORT", "AGREE", "CONCEDE", "RETREAT")


def main() -> None:
    for number in map(int, sys.argv[1:] or ["10000", "100000"]):
        chance = random.Random(1)
        events = [event(n, chance) for n in range(number)]
        articles = {e.article_id: linking.Publication(e.article_id) for e in events}
        began = time.perf_counter()
        incidents = linking.link(events, articles, lexicon=LEXICON)
        linked = time.perf_counter()
        texts = [(f"a{n}", text(chance)) for n in range(number // 10)]
        searched = time.perf_counter()
        linking.near_duplicates(texts)
        sys.stdout.write(
            f"{number:9,} events: {len(incidents):,} incidents in {linked - began:.1f} s; "
            f"near-duplicates of {len(texts):,} articles in {time.perf_counter() - searched:.1f} s\n"
        )


def event(number: int, chance: random.Random) -> linking.Report:
    """An event of some day in three years, ten to an article."""
    day = date(2020, 1, 1) + timedelta(chance.randrange(1000))
    source, target = chance.sample(COUNTRIES, 2)
    return linking.Report(
        event_id=f"a{number // 10}-{number % 10:02}",
        article_id=f"a{number // 10}",
        type=chance.choice(TYPES),
        mode="",
        trigger="word",
        words="word",
        start=day,
        end=day,
        precision="day",
        place_id=None,
        sources=frozenset((source,)),
        targets=frozenset((target,)),
    )


def text(chance: random.Random) -> str:
    return " ".join(str(chance.randrange(5000)) for _ in range(400))


if __name__ == "__main__":
    main()
