"""Makes a document of an article: front matter, markup and boilerplate are removed; no word is changed.

The cleaned text consists of copied pieces of the raw text (``Document.pieces``), so that every offset can be
mapped back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from contactline.cleaning import (
    boilerplate,
    dateline,
    front_matter,
    language,
    markdown,
    markup,
    page_dates,
    page_markup,
    print_layout,
    sentences,
)
from contactline.cleaning.edits import Edit, Piece, apply, compose, map_back
from contactline.lexicon import Lexicon
from contactline.records import Article, Byline, Document, Noise, PageDate, Span

_SENTENCE_END = re.compile(r"[.!…:;,][)\]”’»'\"]*\Z")
_BYLINE = re.compile(r"by\s", re.IGNORECASE)
_CUT = re.compile(r"(?<!\s)\s*\[\+?(\d+) (?:more )?char(?:acter)?s\]\s*\Z")
_MOJIBAKE = re.compile(
    "â€[™œ\u009d“”˜¦“\u201d\u2122\u0153]|Ã[\u0080-\u00bf¼¶¤©«§±]|[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ]|Â[\u00a0-\u00bf]|É™|ÅŸ|Ä±|ÄŸ"
)
_ENOUGH_MOJIBAKE = 3
_LINES_ABOVE_TITLE = 3
"""Most lines of the page above the headline: its section, the day, the time."""
_DATE_LINE_WORDS = 8
_DATE_LINE = re.compile(
    r"(?:(?:published|updated|posted|on|at|date)\b[ :]*)*(?:[A-Z][a-z]+day,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ .]?[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
    r"(?:,? \d{4})?[\s,|·–-]*(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:\s?(?:am|pm|[A-Z]{2,4}|\(?[A-Z+0-9:]+\)?))?",
    re.IGNORECASE,
)
_HEAD = 2000  # characters from the start within which the title is looked for, its own length not counted


@dataclass(frozen=True, slots=True)
class _Source:
    """An article's raw text, before anything is removed, and what its page or file states about it."""

    article: Article
    raw: str
    title: str
    dates: tuple[PageDate, ...]
    front_end: int  # offset in ``raw`` at which the front matter ends
    changing: bool = False  # the page belongs to an encyclopedia, and changes over years


@dataclass(frozen=True, slots=True)
class _Text:
    """A text after a step of cleaning. Its pieces map it to the raw text, in which the offsets of ``noise``
    count, too.
    """

    text: str
    pieces: tuple[Piece, ...]
    noise: tuple[Noise, ...]
    warnings: tuple[str, ...] = ()


def clean(article: Article, lexicon: Lexicon) -> Document:
    """Make the document of an article: cleaned text, sentences, removed parts, and what the head of the article
    states.

    If the rules would remove everything, the text is kept whole with a warning. An article without a known author,
    publisher or address takes those that its page or front matter states.
    """
    source = _source(article, lexicon)
    plain = _without_markup(source, lexicon)
    cleaned = _without_boilerplate(plain, source, lexicon)
    text = cleaned.text
    headline = _headline(text)
    found_language = language.detect(text, article.language)
    return Document(
        article=source.article,
        raw=source.raw,
        text=text,
        pieces=cleaned.pieces,
        noise=tuple(sorted(cleaned.noise, key=lambda noise: noise.start)),
        sentences=sentences.split(text, lexicon),
        title=source.title or (text[slice(*headline)] if headline else ""),
        title_span=_find_title(text, source.title) if source.title else headline,
        dateline=dateline.find(text, lexicon),
        byline=_byline(text, plain.text, lexicon),
        page_dates=source.dates,
        changing=source.changing,
        language=found_language,
        warnings=(*source.article.warnings, *cleaned.warnings, *_warnings(source, text, found_language)),
    )


def _source(article: Article, lexicon: Lexicon) -> _Source:
    """The article's raw text, with the title and dates from its page, its address and its front matter."""
    raw, title, dates, changing = article.body, article.title, page_dates.of_address(article.url), False
    if article.is_html:
        page = page_markup.read_page(article.body, lexicon, article.url)
        raw, title, dates, changing = page.text, article.title or page.title, page.dates, page.changing
        article = replace(
            article,
            title=title,
            author=article.author or page.author,
            publisher=article.publisher or page.publisher,
            url=article.url or page.url,
        )
    front = front_matter.read(raw, lexicon)
    stated = front.dates + dates or front_matter.date_line(raw)
    article = replace(
        article,
        author=article.author or front.author,
        publisher=article.publisher or front.publisher,
        url=article.url or front.url,
    )
    return _Source(article, raw, title or front.title, stated, front.end, changing)


def _without_markup(source: _Source, lexicon: Lexicon) -> _Text:
    """The raw text without front matter, tags, entities, invisible characters and print layout."""
    edits: list[Edit] = []
    if not source.article.is_html:
        # first, as these edits remove form feeds together with the space around them
        edits += print_layout.edits(source.raw, lexicon)
        edits += markdown.edits(source.raw, source.front_end)
    edits += markup.edits(source.raw, source.front_end)
    if cut := _CUT.search(source.raw):
        edits.append(Edit(cut.start(), cut.end(), reason="a service's note that it gives no more of the text"))
    if source.front_end:
        edits.append(Edit(0, source.front_end, reason="front matter: facts about the file"))
    text, pieces = apply(source.raw, edits)
    noise = tuple(Noise(e.start, e.end, source.raw[e.start : e.end], e.reason) for e in edits if e.reason)
    return _Text(text, pieces, noise)


def _without_boilerplate(plain: _Text, source: _Source, lexicon: Lexicon) -> _Text:
    """The text without boilerplate; the whole text, with a warning, if nothing would be left."""
    cuts = [
        Edit(cut.start, cut.end, reason=cut.reason) for cut in boilerplate.find(plain.text, source.title, lexicon)
    ]
    text, pieces = apply(plain.text, [*cuts, *_blank_start(plain.text, cuts)])
    if plain.text.strip() and not text.strip():
        return replace(plain, warnings=("Every line looks like boilerplate: the text is kept whole.",))
    noise = list(plain.noise)
    for cut in cuts:
        start, end = map_back(plain.pieces, cut.start, cut.end)
        noise.append(Noise(start, end, source.raw[start:end].strip(), cut.reason))
    return _Text(text, compose(plain.pieces, pieces), tuple(noise))


def _byline(text: str, plain: str, lexicon: Lexicon) -> Byline | None:
    """The dated byline in the cleaned text, else the one in a line that was removed as boilerplate."""
    if kept := dateline.find_byline(text, lexicon):
        return kept
    removed = dateline.find_byline(plain, lexicon)
    return replace(removed, span=None) if removed else None


def _warnings(source: _Source, text: str, code: str) -> Iterator[str]:
    if not text.strip():
        yield "The article has no text."
    if cut := _CUT.search(source.raw):
        yield f"The text is cut: {cut[1]} more characters of it were not given."
    if source.changing:
        yield "The page is written on over years, as an encyclopedia's: it has no day of publication."
    signs = _MOJIBAKE.findall(text)
    if len(signs) >= _ENOUGH_MOJIBAKE:
        yield f"The text was saved in a wrong encoding: it has signs such as {signs[0]!r} instead of letters."
    if code != "en":
        yield f"The article is not in English ({code}): it is kept, but not coded."


def raw_span(document: Document, start: int, end: int) -> Span:
    """The span of the raw text from which a span of the cleaned text was copied; an empty span stays empty."""
    return map_back(document.pieces, start, end)


def _blank_start(text: str, cuts: list[Edit]) -> Iterator[Edit]:
    """Yield the edit that removes the white space before the first word that is kept."""
    start = 0
    for cut in cuts:
        if text[start : cut.start].strip():
            break
        start = cut.end
    first = next((i for i in range(start, len(text)) if not text[i].isspace()), len(text))
    if first > start:
        yield Edit(start, first)


def _headline(text: str) -> Span | None:
    """The span of the first line if it looks like a headline: 4 to 30 words, no full stop, text after it.

    Lines of the page above it, such as "All news" or the time of publication, are skipped.
    """
    start = 0
    for _ in range(_LINES_ABOVE_TITLE + 1):
        first, _, rest = text[start:].partition("\n")
        line = first.strip()
        if not _is_of_the_page(line):
            break
        start += len(first) + 1
    if not 4 <= len(line.split()) <= 30 or not line[0].isupper() or _SENTENCE_END.search(line):
        return None
    goes_on = rest[:1].islower()
    if goes_on or len(rest.strip()) < 2 * len(line) or _BYLINE.match(line):
        return None
    start = text.index(line[0], start)
    return start, start + len(line)


def _is_of_the_page(line: str) -> bool:
    """Whether a line above the headline is only the name of a section or a date."""
    words = line.split()
    short = len(words) < 4 and not _SENTENCE_END.search(line)
    return short or (len(words) <= _DATE_LINE_WORDS and _DATE_LINE.fullmatch(line) is not None)


def _find_title(text: str, title: str) -> Span | None:
    """The span of the title if it is a line of its own near the top."""
    words = r"\s+".join(re.escape(word) for word in title.split())
    if not words:
        return None
    line = re.compile(rf"^[ \t]*({words})[ \t]*$", re.IGNORECASE | re.MULTILINE)
    found = line.search(text, 0, _HEAD + len(title))
    return found.span(1) if found else None
