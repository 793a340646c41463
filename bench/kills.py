"""Whether a build that is killed leaves readable tables, and whether the next one ends as if nothing had been.

    python bench/kills.py [ARTICLES ...] [--copies 2] [--times 50] [--seed 1]

Each round begins with the tables of two articles and without a cache, and builds ARTICLES (default: the five,
with so many copies of each) in their place. The build is killed at a random moment of one of its stages, of each
as often as of the others: coding takes nearly all of the time, so that kills at moments of the whole build would
hardly ever meet it at anything else. One that ended before it was killed does not count and is tried again. Then
the tables must be those of the two articles or of all, and the next build must end with the tables of a build
that nobody killed. Ten more builds are killed while they publish, each one file later: these must leave the new
tables. Ends with 1 where a round failed. Runs on Linux.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from build_scale import say, written

from contactline import intake, locations, pipeline
from contactline.lexicon import load
from contactline.records import Article
from contactline.tables import store

OUTCOMES = (
    "old tables, next build equal",
    "new tables, next build equal",
    "the tables cannot be read",
    "the next build differs",
)
WHOLE = OUTCOMES[:2]
STAGES: dict[str, tuple[Any, str]] = {
    "reading": (pipeline.Articles, "read"),
    "coding": (pipeline.assemble, "article_tables"),
    "linking": (pipeline.linking, "link_tables"),
    "writing": (pipeline.store, "write"),
    "publishing": (store, "publish"),
}
"""The stages of a build: where the function of each is looked up, and its name."""
FAILED = 255
"""How a child ends whose work raised; below it, the place in ``OUTCOMES``."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", default=[locations.ARTICLES])
    parser.add_argument("--copies", type=int, default=2)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    articles = list(intake.read(options.articles))
    pipeline.code(replace(articles[0], article_id="first"), load())  # children need not load lexicon and weights
    with tempfile.TemporaryDirectory() as place:
        rounds = Rounds(articles, options.copies, Path(place))
        at_random = rounds.at_random(options.times, random.Random(options.seed))
        between = rounds.between_the_renames(10)
    if sum(at_random[o] for o in WHOLE) < options.times or between[WHOLE[1]] < 10:
        sys.exit(1)


class Rounds:
    """The inputs and the two builds that every round needs, in a folder of their own."""

    def __init__(self, articles: list[Article], copies: int, place: Path) -> None:
        self.number = copies * len(articles)
        self.source = written(place / "in.jsonl", articles, self.number)
        self.tables, self.old, self.whole = place / "t", place / "old", place / "whole"
        two = written(place / "two.jsonl", articles, 2)
        finished(in_child(lambda: build(two, self.old)))
        (self.old / ".coded.sqlite").unlink()
        taken = place / "seconds.json"
        finished(in_child(lambda: timed_build(self.source, self.whole, taken)))
        self.seconds: dict[str, float] = json.loads(taken.read_text(encoding="utf-8"))
        told_ = ", ".join(f"{stage} {seconds:.2f} s" for stage, seconds in self.seconds.items())
        say(f"a build of {self.number} articles: {told_}")

    def at_random(self, times: int, chance: random.Random) -> Counter[str]:
        """Kill so many builds at random moments of each stage, and count how they and the next build ended."""
        found: Counter[str] = Counter()
        early = 0
        for number, stage in enumerate(itertools.islice(itertools.cycle(STAGES), times), 1):
            while True:
                self.begin()
                moment = chance.uniform(0, self.seconds[stage])
                if was_killed(in_child(lambda stage=stage, moment=moment: self.die_in(stage, moment))):
                    break
                early += 1
            ended = self.outcome()
            found[ended] += 1
            if number <= len(STAGES) or ended not in WHOLE or number % 10 == 0:
                say(f"kill {number}, {moment:.3f} s after {stage} began: {ended}; in all: {told(found)}")
        say(f"not counted, since the build had ended before it was killed: {early}")
        return found

    def die_in(self, stage: str, seconds: float) -> int:
        """A build that the system ends so many seconds after a stage began, without a chance to tidy up."""
        where, name = STAGES[stage]
        work = getattr(where, name)

        def begun(*arguments: object, **options: object) -> object:
            signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6))  # nobody handles it: the process ends at once
            return work(*arguments, **options)

        setattr(where, name, begun)
        return build(self.source, self.tables)

    def between_the_renames(self, times: int) -> Counter[str]:
        """Kill a build before its first, second ... file goes to its place, and count the same."""
        found: Counter[str] = Counter()
        for moves in range(times):
            self.begin()
            child = in_child(lambda moves=moves: build_and_die(self.source, self.tables, moves))
            if not was_killed(child):
                raise SystemExit(f"The build moved no more than {moves} files.")
            found[self.outcome()] += 1
        say(f"killed between the renames {found.total()} times: {told(found)}")
        return found

    def begin(self) -> None:
        shutil.rmtree(self.tables, ignore_errors=True)
        shutil.copytree(self.old, self.tables)

    def outcome(self) -> str:
        ended = finished(in_child(self.look_and_build))
        return OUTCOMES[ended]

    def look_and_build(self) -> int:
        """The place in ``OUTCOMES`` of the tables as they lie."""
        try:
            number = len(store.read(self.tables).articles)
        except store.StoreError:
            traceback.print_exc()
            return 2
        if number not in (2, self.number):
            return 2
        build(self.source, self.tables)
        same = all(
            store.read_table(self.tables, name).equals(store.read_table(self.whole, name))
            for name in store.SCHEMAS
        )
        return int(number == self.number) if same else 3


def build(source: Path, tables: Path) -> int:
    pipeline.build([source], tables, jobs=1)
    return 0


def timed_build(source: Path, tables: Path, taken: Path) -> int:
    """A build that writes down how many seconds each stage takes."""
    seconds: dict[str, float] = {}
    for stage, (where, name) in STAGES.items():
        setattr(where, name, timed(getattr(where, name), stage, seconds))
    build(source, tables)
    taken.write_text(json.dumps({stage: seconds[stage] for stage in STAGES}), encoding="utf-8")
    return 0


def timed(work: Callable[..., object], stage: str, seconds: dict[str, float]) -> Callable[..., object]:
    def run(*arguments: object, **options: object) -> object:
        began = time.perf_counter()
        try:
            return work(*arguments, **options)
        finally:
            seconds[stage] = time.perf_counter() - began

    return run


def build_and_die(source: Path, tables: Path, moves: int) -> int:
    """A build that is killed when it has moved so many files to their places."""
    move, done = Path.replace, []

    def moved(path: Path, target: Path) -> Path:
        if len(done) == moves:
            os.kill(os.getpid(), signal.SIGKILL)
        done.append(path)
        return move(path, target)

    Path.replace = moved  # type: ignore[assignment, method-assign]
    return build(source, tables)


def in_child(work: Callable[[], int]) -> int:
    """The id of a process that does the work. This one does none, so that no thread of it is lost by the fork."""
    child = os.fork()
    if child:
        return child
    try:
        ended = work()
    except BaseException:
        traceback.print_exc()
        ended = FAILED
    os._exit(ended)


def was_killed(child: int) -> bool:
    status = os.waitpid(child, 0)[1]
    if status and not os.WIFSIGNALED(status):
        raise SystemExit("The build failed before it was killed.")
    return os.WIFSIGNALED(status)


def finished(child: int) -> int:
    """What the work of a child returned. Ends the program where it raised."""
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if ended not in range(len(OUTCOMES)):
        raise SystemExit("A build that nobody killed failed.")
    return ended


def told(found: Counter[str]) -> str:
    return "; ".join(f"{what} {found[what]}" for what in OUTCOMES if found[what])


if __name__ == "__main__":
    main()
