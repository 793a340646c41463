"""How closely undated articles are dated: a line each, and how many lie in an interval of at most a week.

    python bench/dates_undated.py ARTICLES.jsonl [--from 2020-07-01] [--to 2020-12-31]

ARTICLES.jsonl: {"id", "text", "title"?} a line; with --from and --to it also counts what falls wholly outside.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from contactline import cleaning, dates, dating, names
from contactline.lexicon import load
from contactline.records import Article, Published

LEXICON = load()


def published(row: dict[str, str]) -> Published:
    document = cleaning.clean(Article(row["id"], row["text"], title=row.get("title", "")), LEXICON)
    return dating.date_article(document, dates.find(document, LEXICON), names.find(document, LEXICON), LEXICON)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--from", dest="first", type=date.fromisoformat, default=date.min)
    parser.add_argument("--to", dest="last", type=date.fromisoformat, default=date.max)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    week = outside = days = 0
    for row in rows:
        found = published(row)
        start, end = found.interval.start, found.interval.end
        if start is not None and end is not None:
            week += (end - start).days < 7
            outside += end < args.first or start > args.last
        days += found.day is not None
        sys.stdout.write(
            f"{row['id']}\t{found.day or ''}\t{start or ''}\t{end or ''}\t{found.basis}\t{found.evidence}\n"
        )
    sys.stderr.write(
        f"{len(rows)} articles: {week} within a week, {days} to the day, {outside} wholly outside the given days\n"
    )


if __name__ == "__main__":
    main()
