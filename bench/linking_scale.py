"""How linking and the search for near-duplicates grow with the number of events and articles, and what they hold.

python bench/linking_scale.py [EVENTS ...]
"""

from __future__ import annotations

import random
import resource
import sys
import time
from datetime import date, timedelta
from itertools import accumulate

from contactline import linking
from contactline.lexicon import load
from contactline.linking.reports import NO_LOSSES, Losses

LEXICON = load()

COUNTRIES = ("ARM", "AZE", "NKR", "RUS", "TUR", "USA", "FRA", "IRN")
SIDES = {code: frozenset((code,)) for code in COUNTRIES}
TYPES = ("ASSAULT", "CONSULT", "ACCUSE", "REQUEST", "SUPPORT", "AGREE", "CONCEDE", "RETREAT")
PLACES = tuple(f"place{n}" for n in range(500))
TRIGGERS = (
    "shelled",
    "met",
    "accused",
    "called on",
    "welcomed",
    "agreed on a ceasefire",
    "were killed",
    "withdrew",
)
VOCABULARY = tuple(
    f"{a}{b}{c}" for a in ("ar", "el", "im", "or") for b in ("tav", "ged", "nor", "sik") for c in range(1250)
)
"""Words of the sentences: 20,000, a few of them frequent, as in news."""
CUMULATED = list(accumulate(1 / (n + 10) for n in range(len(VOCABULARY))))


def main() -> None:
    before = 0.0
    for number in map(int, sys.argv[1:] or ["50000", "100000", "200000"]):
        chance = random.Random(1)
        show(f"{number:9,} events are made ...\n")
        events = [event(n, chance) for n in range(number)]
        publications = {e.article_id: publication(e.article_id, chance) for e in events}
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.process_time()
        incidents = linking.link(events, publications, frozenset(PLACES), lexicon=LEXICON)
        took = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        growth = f", {took / before:.2f} times the last" if before else ""
        before = took
        show(
            f"{number:9,} events: {len(incidents):,} incidents in {took:.1f} s of processor time{growth}; "
            f"{peak / 1e6:.2f} GB at most, {held / 1e6:.2f} GB of them the events\n"
        )
        del events, incidents
        texts = [(f"a{n}", " ".join(words(chance, 400))) for n in range(number // 10)]
        began = time.process_time()
        linking.near_duplicates(texts)
        show(
            f"{len(texts):9,} articles: near-duplicates in {time.process_time() - began:.1f} s of processor time\n"
        )


def show(words: str) -> None:
    """Print at once, also into a file: a million events take minutes."""
    sys.stdout.write(words)
    sys.stdout.flush()


def event(number: int, chance: random.Random) -> linking.Report:
    """An event of some day in ten years, ten to an article; half have a place, some a toll, some no day."""
    day = date(2014, 1, 1) + timedelta(chance.randrange(3650)) if chance.random() < 0.9 else None
    source, target = chance.sample(COUNTRIES, 2)
    kind = chance.randrange(len(TYPES))
    told = [*words(chance, 6), TRIGGERS[kind], *words(chance, 10)]
    killed = chance.randrange(1, 40)
    article_id = sys.intern(f"a{number // 10}")
    return linking.Report(
        event_id=f"{article_id}-{number % 10:02}",
        article_id=article_id,
        type=TYPES[kind],
        mode="",
        trigger=TRIGGERS[kind],
        words=" ".join(told[6:])[:60],
        start=day,
        end=day,
        precision="day",
        place_id=chance.choice(PLACES) if chance.random() < 0.5 else None,
        sources=SIDES[source],
        targets=SIDES[target],
        killed=Losses(killed, killed, killed, "increment") if chance.random() < 0.1 else NO_LOSSES,
        sentence=" ".join(told),
    )


def publication(article_id: str, chance: random.Random) -> linking.Publication:
    day = date(2014, 1, 1) + timedelta(chance.randrange(3650))
    return linking.Publication(article_id, article_id, first=day, last=day)


def words(chance: random.Random, number: int) -> list[str]:
    return chance.choices(VOCABULARY, cum_weights=CUMULATED, k=number)


if __name__ == "__main__":
    main()
