"""How closely undated articles are dated: a line each, and how many lie in an interval of at most a week.

    python bench/dates_undated.py ARTICLES.jsonl... [--from 2020-07-01] [--to 2020-12-31]
    python bench/dates_undated.py --lags DATED.jsonl...
    python bench/dates_undated.py --judge DATED.jsonl...

ARTICLES.jsonl: {"id", "text", "title"?} a line; with --from and --to it also counts what falls wholly outside.
DATED.jsonl has the day of each article, too ("published"), which dating does not see. --lags measures
publication_lags.csv: for each way to tell the latest fact, how many days later the articles appeared. --judge
lists the claims that do not hold the true day, and tells for each basis how many do and how wide they are.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from statistics import median

from contactline import cleaning, dates, dating, names
from contactline.dating import freshness, inference, own_date
from contactline.dating.evidence import TextEvidence, dated_facts
from contactline.lexicon import load
from contactline.records import Article, Published

LEXICON = load()
WEEK = 7
Row = dict[str, str]


def published(row: Row) -> Published:
    document = cleaning.clean(Article(row["id"], row["text"], title=row.get("title", "")), LEXICON)
    return dating.date_article(document, dates.find(document, LEXICON), names.find(document, LEXICON), LEXICON)


def lags(rows: Iterable[Row]) -> dict[str, list[int]]:
    """For each way to tell the latest fact or the report's own day the days from it to publication, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        appeared = date.fromisoformat(row["published"])
        document = cleaning.clean(Article(row["id"], row["text"]), LEXICON)
        text = TextEvidence.of(document, dates.find(document, LEXICON), LEXICON)
        latest = inference.latest_fact(text, dated_facts(text), names.find(document, LEXICON))
        if latest is not None and (way := freshness.told_as(text, latest)):
            found[way].append((appeared - freshness.last_day(latest)).days)
        for way, day in own_date.statements(text, appeared):
            found[way].append((appeared - day).days)
    return {way: sorted(days) for way, days in sorted(found.items())}


def judge(rows: Iterable[Row]) -> None:
    """A line for each claim that does not hold, and for each basis how many hold and how many days they have."""
    gaps, widths = defaultdict(list), defaultdict(list)
    for row in rows:
        appeared, found = date.fromisoformat(row["published"]), published(row)
        start, end = found.interval.start, found.interval.end
        closed = start is not None and end is not None
        basis = found.basis if closed or found.basis == "unknown" else f"{found.basis}, open"
        gap = max((start - appeared).days if start else 0, (appeared - end).days if end else 0, 0)
        gaps[basis].append(gap)
        if start and end:
            widths[basis].append((end - start).days + 1)
        if gap:
            sys.stdout.write(f"{row['id']}\t{appeared}\t{start or ''}\t{end or ''}\t{basis}\t{found.evidence}\n")
    for basis, off in sorted(gaps.items()):
        wide = f", median of {median(widths[basis]):g} days" if widths[basis] else ""
        held, far = sum(gap == 0 for gap in off), sum(gap > WEEK for gap in off)
        sys.stdout.write(f"{basis}: {held} of {len(off)} hold the true day, {far} off by over a week{wide}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, default=date.min)
    parser.add_argument("--to", dest="last", type=date.fromisoformat, default=date.max)
    parser.add_argument("--lags", action="store_true")
    parser.add_argument("--judge", action="store_true")
    args = parser.parse_args()
    lines = [line for path in args.articles for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [json.loads(line) for line in lines if line.strip()]
    dated = [row for row in rows if row.get("published")]
    if args.judge:
        judge(dated)
        return
    if args.lags:
        for way, days in lags(dated).items():
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
