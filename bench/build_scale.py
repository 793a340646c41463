"""How a build grows: speed on one core and on all, memory, few new articles in many.

    python bench/build_scale.py speed [ARTICLES] [--copies 8]      articles a second, by number of processes
    python bench/build_scale.py memory [ARTICLES] [--sizes 1000 2000 4000]
    python bench/build_scale.py coding [--sizes 1000 4000] [--keep FOLDER]    different articles really coded
    python bench/build_scale.py few [ARTICLES] [--sizes 5000]      the same again with ten new articles

ARTICLES (default: the five) are repeated. "memory" and "few" code each of them once and give its copies other
letters, days and ids, so that coding costs nothing and linking has as much to do as with so many articles. The
memory is what the process holds for itself at its peak (RssAnon); what is mapped from files the system takes back.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import string
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import many

from contactline import intake, locations, pipeline
from contactline.lexicon import Lexicon, load
from contactline.records import Article, CodedArticle

LEXICON = load()
_NUMBERED = "\n\nNumber "
"""What tells copies of an article apart, whose number follows it: of equal texts of one publisher one is kept."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["speed", "memory", "coding", "few"])
    parser.add_argument("articles", nargs="*", default=[locations.ARTICLES])
    parser.add_argument("--copies", type=int, default=8)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 2000, 4000])
    parser.add_argument("--keep", type=Path, help="where the articles and tables of coding are left")
    options = parser.parse_args()
    articles = list(intake.read(options.articles))
    say(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as place:
        if options.what == "speed":
            speed(articles, options.copies, Path(place))
        elif options.what == "coding":
            coding(options.sizes, options.keep or Path(place))
        elif options.what == "few":
            for size in options.sizes:
                few(articles, size, Path(place))
        elif len(options.sizes) == 1:
            memory(articles, options.sizes[0], Path(place))
        else:
            for size in options.sizes:  # each in a process of its own, so that nothing is left of another size
                again = ["memory", *map(str, options.articles), "--sizes", str(size)]
                subprocess.run([sys.executable, __file__, *again], check=True)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def written(path: Path, articles: list[Article], number: int) -> Path:
    """A file with so many articles: those given, again and again under other ids."""
    with open(path, "w", encoding="utf-8") as file:
        for n in range(number):
            one = articles[n % len(articles)]
            day = one.published.isoformat() if one.published else None
            row = {
                "id": f"n{n}",
                "text": f"{one.body}{_NUMBERED}{n}.",
                "title": one.title,
                "publisher": f"Paper {n % 50}",
                "published": day,
            }
            file.write(json.dumps(row) + "\n")
    return path


def speed(articles: list[Article], copies: int, place: Path) -> None:
    source = written(place / "in.jsonl", articles, copies * len(articles))
    for jobs in sorted({1, len(os.sched_getaffinity(0))}):
        began = time.perf_counter()
        report = pipeline.build([source], place / f"t{jobs}", jobs=jobs)
        spent = time.perf_counter() - began
        say(f"{jobs} processes: {report.coded} articles in {spent:.1f} s, {report.coded / spent:.1f} a second")


class Copies:
    """A stand-in for coding: each article is coded once, its copies get other letters and days."""

    def __init__(self, articles: list[Article]) -> None:
        self.coded = {article.body: pipeline.code(article, LEXICON) for article in articles}

    def __call__(self, article: Article, lexicon: Lexicon) -> CodedArticle:
        chance = random.Random(article.article_id)
        letters = string.ascii_lowercase
        other = str.maketrans(letters, "".join(chance.sample(letters, len(letters))))
        shift = timedelta(chance.randrange(3000))
        coded = self.coded[article.body.rpartition(_NUMBERED)[0]]
        document = replace(coded.document, article=article, text=coded.document.text.translate(other))
        events = tuple(
            replace(e, when=replace(e.when, start=e.when.start - shift, end=e.when.end - shift))
            if e.when.start and e.when.end and e.when.start.year > 1910
            else e
            for e in coded.events
        )
        return replace(coded, document=document, events=events)


@contextmanager
def peak() -> Iterator[list[int]]:
    """The most memory that this process holds for itself while the block runs, in bytes."""
    found, over = [0], threading.Event()

    def watch() -> None:
        while not over.wait(0.05):
            status = Path("/proc/self/status").read_text()
            found[0] = max(found[0], 1024 * int(status.split("RssAnon:")[1].split()[0]))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        thread.join()


def memory(articles: list[Article], size: int, place: Path) -> None:
    source = written(place / f"in{size}.jsonl", articles, size)
    pipeline.code = Copies(articles)  # type: ignore[assignment]
    at: dict[str, int] = {}
    with peak() as most:

        def progress(done: int, total: int, what: str) -> None:
            if what == "linking":
                at["coding"] = most[0]

        began = time.perf_counter()
        report = pipeline.build([source], place / f"m{size}", jobs=1, progress=progress)
        spent = time.perf_counter() - began
    say(
        f"{size:7,} articles, {report.events:9,} events: peak {at['coding'] / 1e6:,.0f} MB while coding, "
        f"{most[0] / 1e6:,.0f} MB in all, {spent:.0f} s without coding"
    )


def coding(sizes: list[int], place: Path) -> None:
    """One build of articles that many.py makes, no two alike: what it holds after each of ``sizes``, and in all.

    A build that was stopped goes on where it was, as every build does, if it is asked for the same folder again.
    """
    source = place / "made.jsonl"
    if not source.exists():
        many.write(source, max(sizes), LEXICON)
    began, at = time.process_time(), [0.0]
    with peak() as most:

        def progress(done: int, total: int, what: str) -> None:
            if done in sizes and what != "linking":
                say(f"{done:7,} articles coded: peak {most[0] / 1e6:,.0f} MB, {spent():.0f} s")
            if what == "linking":
                at[0] = spent()
                say(f"linking begins: peak {most[0] / 1e6:,.0f} MB, {spent():.0f} s")

        def spent() -> float:
            return time.process_time() - began

        report = pipeline.build([source], place / "made", jobs=1, progress=progress)
    say(
        f"{report.articles:7,} articles, {report.coded:,} of them coded now, {report.events:,} events, "
        f"{report.incidents:,} incidents: peak {most[0] / 1e6:,.0f} MB in all, {spent() - at[0]:.0f} s of linking"
    )


def few(articles: list[Article], size: int, place: Path) -> None:
    """The same again with ten new articles, and its share of a build of all: both in seconds of the processor.

    What coding all would take is computed from the articles that are given.
    """
    code, copies = pipeline.code, Copies(articles)
    began = time.process_time()
    for article in articles:  # weights and tables were loaded when the copies were made
        code(article, LEXICON)
    each = (time.process_time() - began) / len(articles)
    source = written(place / f"in{size}.jsonl", articles, size)
    pipeline.code = copies  # type: ignore[assignment]
    began = time.process_time()
    pipeline.build([source], place / "few", jobs=1)
    full = time.process_time() - began + size * each
    (place / "few" / ".coded.sqlite").unlink()
    pipeline.code = code
    written(source, articles, size + 10)
    began = time.process_time()
    report = pipeline.build([source], place / "few", jobs=1)
    again = time.process_time() - began
    say(f"{size:,} unchanged and {report.coded} new: {again:.1f} s, {again / full:.1%} of the {full:.0f} s of all")


if __name__ == "__main__":
    main()
