"""How closely undated articles are dated: a line each, and how many lie in an interval of at most a week.

    python bench/dates_undated.py ARTICLES.jsonl [--from 2020-07-01] [--to 2020-12-31]
    python bench/dates_undated.py --lags DATED.jsonl

ARTICLES.jsonl: {"id", "text", "title"?} a line; with --from and --to it also counts what falls wholly outside.
--lags measures publication_lags.csv on dated articles ({"id", "text", "published"} a line): for each way to tell
the latest fact, how many days later the articles appeared.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from contactline import cleaning, dates, dating, names
from contactline.dating import freshness, inference
from contactline.dating.evidence import TextEvidence, dated_facts
from contactline.lexicon import load
from contactline.records import Article, Published

LEXICON = load()
Row = dict[str, str]


def published(row: Row) -> Published:
    document = cleaning.clean(Article(row["id"], row["text"], title=row.get("title", "")), LEXICON)
    return dating.date_article(document, dates.find(document, LEXICON), names.find(document, LEXICON), LEXICON)


def lags(rows: Iterable[Row]) -> dict[str, list[int]]:
    """For each way to tell the latest fact the days from it to publication, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if not row.get("published"):
            continue
        document = cleaning.clean(Article(row["id"], row["text"]), LEXICON)
        text = TextEvidence.of(document, dates.find(document, LEXICON), LEXICON)
        latest = inference.latest_fact(text, dated_facts(text), names.find(document, LEXICON))
        if latest is not None and (way := freshness.told_as(text, latest)):
            found[way].append((date.fromisoformat(row["published"]) - freshness.last_day(latest)).days)
    return {way: sorted(days) for way, days in sorted(found.items())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--from", dest="first", type=date.fromisoformat, default=date.min)
    parser.add_argument("--to", dest="last", type=date.fromisoformat, default=date.max)
    parser.add_argument("--lags", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    if args.lags:
        for way, days in lags(rows).items():
            sys.stdout.write(f"{way}\t{len(days)} articles\t{' '.join(map(str, days))}\n")
        return
    week = outside = found_days = 0
    for row in rows:
        found = published(row)
        start, end = found.interval.start, found.interval.end
        if start is not None and end is not None:
            week += (end - start).days < 7
            outside += end < args.first or start > args.last
        found_days += found.day is not None
        sys.stdout.write(
            f"{row['id']}\t{found.day or ''}\t{start or ''}\t{end or ''}\t{found.basis}\t{found.evidence}\n"
        )
    counted = f"{week} within a week, {found_days} to the day, {outside} wholly outside the given days"
    sys.stderr.write(f"{len(rows)} articles: {counted}\n")


if __name__ == "__main__":
    main()
