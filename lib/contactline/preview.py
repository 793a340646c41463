"""A preview of a build: the inputs as they would be read, before anything is coded or written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from contactline import cleaning, intake
from contactline.intake.errors import InputError
from contactline.lexicon import Lexicon
from contactline.records import Article, Document
from contactline.rejects import Reject

LOOKED_AT = 100  # the first articles, which are cleaned so that their days, publishers and languages are known
_SHOWN = 5  # articles listed, each on its own line
_NAMED = 10  # publishers, languages and files that are listed by name
_TITLE = 60  # characters of a title that are shown


@dataclass(frozen=True, slots=True)
class Preview:
    """What a build would read.

    ``files``: the number of articles by file. ``first``: the first ``LOOKED_AT`` articles, cleaned. ``notes`` and
    ``rejects``: what a build would report about its inputs.
    """

    files: tuple[tuple[str, int], ...]
    first: tuple[Document, ...]
    notes: tuple[str, ...]
    rejects: tuple[Reject, ...]

    @property
    def articles(self) -> int:
        """The total number of articles."""
        return sum(number for _, number in self.files)


def look(inputs: Sequence[Path | str], lexicon: Lexicon, options: intake.Options) -> Preview:
    """Read the inputs as a build does, without coding. Raises InputError for a path that is not there."""
    notes: list[str] = []
    rejects: list[Reject] = []
    files: Counter[str] = Counter()
    first: list[Document] = []

    def refuse(error: InputError) -> None:
        rejects.append(error.reject)

    asked = intake.Options(options.columns, options.day_order, notes.append)
    for article in intake.read(inputs, refuse, asked, lexicon):
        files[_file(article)] += 1
        if len(first) < LOOKED_AT:
            first.append(cleaning.clean(article, lexicon))
    return Preview(tuple(files.items()), tuple(first), tuple(notes), tuple(rejects))


def _file(article: Article) -> str:
    file, _, line = article.origin.rpartition(", line ")
    return file if file and line.isdecimal() else article.origin


def lines(found: Preview) -> Iterator[str]:
    """Yield the preview as lines of text."""
    articles = "1 article" if found.articles == 1 else f"{found.articles} articles"
    files = "1 file" if len(found.files) == 1 else f"{len(found.files)} files"
    yield f"Would be read: {articles} from {files}."
    for name, number in found.files[:_NAMED]:
        yield f"  {name}: {number}"
    if len(found.files) > _NAMED:
        yield f"  and {len(found.files) - _NAMED} more files"
    if not found.first:
        return
    yield "The first as they are understood (id | day | publisher | language | title):"
    for document in found.first[:_SHOWN]:
        article = document.article
        title = document.title if len(document.title) <= _TITLE else f"{document.title[:_TITLE]}..."
        cells = (article.article_id, _day(document), article.publisher or "-", document.language, title or "-")
        yield "  " + " | ".join(cells)
    of = "all" if found.articles == len(found.first) else f"the first {len(found.first)}"
    yield f"Of {of}:"
    days = sorted(day for document in found.first if (day := _known_day(document)))
    without = len(found.first) - len(days)
    span = f", from {days[0]} to {days[-1]}" if days else ""
    yield f"  days given: {len(days)}{span}; to be worked out from the text: {without}"
    yield f"  publishers: {_counted(found.first, lambda document: document.article.publisher)}"
    yield f"  languages: {_counted(found.first, lambda document: document.language)}"


def _known_day(document: Document) -> str:
    shown = {stated.day for stated in document.page_dates if stated.lesser}
    firm = next((stated.day for stated in document.page_dates if not stated.lesser), None)
    day = document.article.published or firm or (next(iter(shown)) if len(shown) == 1 else None)
    return day.isoformat() if day else ""


def _day(document: Document) -> str:
    within = document.article.published_within
    return _known_day(document) or (f"{within[0]} to {within[1]}" if within else "from the text")


def _counted(documents: Sequence[Document], of: Callable[[Document], str]) -> str:
    counts = Counter(of(document) or "unknown" for document in documents).most_common()
    told = ", ".join(f"{name} {number}" for name, number in counts[:_NAMED])
    return told + (f" and {len(counts) - _NAMED} more" if len(counts) > _NAMED else "")
