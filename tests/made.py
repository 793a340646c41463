"""Small coded articles made by hand, for tests of what comes after coding."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from contactline import cleaning
from contactline.lexicon import Lexicon, load
from contactline.records import (
    NO_TOLL,
    Article,
    CodedArticle,
    Event,
    Interval,
    Mention,
    Party,
    Published,
    Timex,
    Toll,
)
from contactline.tables import assemble, freshness, schemas, store
from contactline.tables.rows import article_rows

LEXICON = load()

DAY = date(2020, 10, 4)
TEXT = "Skip to content\n\nAzerbaijan shelled Stepanakert on Sunday,\nkilling two. =SUM(1) fled.\n"


def interval(day: date | None = DAY) -> Interval:
    return Interval(day, day, "day" if day else "unknown")


def coded(
    article_id: str = "a", text: str = TEXT, killed: int | None = 2, toll: Toll = NO_TOLL, **facts: str
) -> CodedArticle:
    """An article with one attack in its first sentence: two actors' names, a place, a date."""
    document = cleaning.clean(Article(article_id, text, origin=f"{article_id}.txt", **facts), LEXICON)  # type: ignore[arg-type]

    def at(words: str) -> tuple[int, int, str]:
        start = document.text.index(words)
        return start, start + len(words), words

    source = Party("source", "azerbaijan", "AZE", "Azerbaijan", *at("Azerbaijan")[:2])
    target = Party("target", None, "NKR", "Stepanakert", *at("Stepanakert")[:2], basis="place held")
    event = Event(
        0,
        *at("shelled"),
        "ASSAULT",
        "heavy-weapons",
        interval(),
        "article",
        "Sunday",
        "stepanakert",
        "clause",
        "reported",
        "azerbaijan;an eyewitness",
        killed,
        None,
        "two",
        0.9,
        "shell-1",
        (source, target),
        (1,),
        toll,
    )
    return CodedArticle(
        document,
        Published(DAY, interval(), "byline", "4 October", ("A warning.",)),
        (Timex(*at("Sunday"), "date", "2020-10-04", interval(), "article", at("on Sunday")[:2]),),
        (
            Mention(*at("Azerbaijan"), "actor", "name", "azerbaijan", "AZE", other="azerbaijan"),
            Mention(*at("Stepanakert"), "place", "name", "stepanakert", "AZE", note="a note"),
        ),
        (event,),
        (1,),
    )


def part(coded: CodedArticle, digest: str = "digest") -> dict[str, pa.Table]:
    """The tables of one article (``schemas.ARTICLE_TABLES``)."""
    return assemble.tables_of(article_rows(coded, digest, LEXICON))


def tables(*coded: CodedArticle, digest: str = "digest") -> dict[str, pa.Table]:
    """The tables of articles and the lexicon's rows of what they name, as they are before linking."""
    origins = {one.document.article.article_id: "" for one in coded}
    with TemporaryDirectory() as work:
        found = assemble.article_tables((part(one, digest) for one in coded), origins, Path(work))
    return found | assemble.lexicon_tables(found, LEXICON)


def whole(tables: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """All tables of a build: those that are not given have no rows."""
    return {name: tables.get(name, store.table(name, [])) for name in schemas.SCHEMAS}


def stale(articles: list[Path], tables: Path, lexicon: Lexicon) -> bool:
    """Whether tables are not of these articles, these words and today's code."""
    return freshness.differs(freshness.stamp(articles, lexicon), tables)
