"""From an article to its document: front matter, markup and boilerplate are removed; no word is changed.

The cleaned text consists of runs of the raw one (``Document.pieces``), so that every offset can be mapped back.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from contactline.cleaning import boilerplate, dateline, front_matter, language, page_markup, sentences
from contactline.lexicon import Lexicon
from contactline.records import Article, Byline, Document, Noise, PageDate, Span

Piece = tuple[int, int, int]
"""A run of characters copied unchanged: (its start in the new text, its start in the old text, its length)."""

_BLOCKS = (
    "p|br|div|li|ul|ol|tr|td|th|table|h[1-6]|blockquote|section|article|header|footer|nav|aside|hr|figure|figcaption"
    "|main|body|html|head"
)
_INLINE = (
    "span|a|b|i|u|em|strong|small|sup|sub|font|img|abbr|cite|q|mark|code|iframe|time|meta|link|input|button|form|label"
    "|svg|path|center|s|video|audio|source|picture"
)
_TAG = re.compile(
    r"<!--[^<>]{0,2000}-->|<(?P<raw>script|style)\b[^<>]{0,2000}>[^<]{0,20000}</(?P=raw)\s*>"
    rf"|</?(?:(?P<block>{_BLOCKS})|(?:{_INLINE}|script|style|title))(?:\s[^<>]{{0,2000}})?/?>",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!…:;,][)\]”’»'\"]*\Z")
_BYLINE = re.compile(r"by\s", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")
_CHARACTER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u00a0\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202f\u2060-\u2064\u2066-\u2069\u3000\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SPACES = frozenset("\u00a0\u202f\u3000\t")
_BREAKS = frozenset("\u2028\u2029\x0b\x0c")
_HEAD = 2000  # characters from the start within which the title is looked for, its own length not counted


@dataclass(frozen=True, slots=True)
class _Edit:
    """Replace ``start..end`` by ``words``; ``reason`` says why text that is not the article's is removed."""

    start: int
    end: int
    words: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """An article's raw text, before anything is removed, and what its page or file states about it."""

    article: Article
    raw: str
    title: str
    dates: tuple[PageDate, ...]
    front_end: int  # where the front matter ends in ``raw``


@dataclass(frozen=True, slots=True)
class _Text:
    """A text after a step of cleaning: its pieces lead to the raw text, where ``noise`` lies too."""

    text: str
    pieces: tuple[Piece, ...]
    noise: tuple[Noise, ...]
    warnings: tuple[str, ...] = ()


def clean(article: Article, lexicon: Lexicon) -> Document:
    """The document of an article: cleaned text, sentences, what was removed, and all that its head states.

    Where the rules would leave nothing of a text, it is kept whole and a warning says so. An article without a
    known author or publisher takes the ones that its page names.
    """
    source = _source(article)
    plain = _without_markup(source)
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
        language=found_language,
        warnings=(*cleaned.warnings, *_warnings(text, found_language)),
    )


def _source(article: Article) -> _Source:
    """The article's raw text with the title and dates of its page, its address and its front matter."""
    raw, title, dates = article.body, article.title, page_markup.address_dates(article.url)
    if article.is_html:
        page = page_markup.read_page(article.body)
        raw, title, dates = page.text, article.title or page.title, page.dates + dates
        article = replace(
            article,
            title=title,
            author=article.author or page.author,
            publisher=article.publisher or page.publisher,
        )
    front = front_matter.read(raw)
    stated = front.dates + dates or front_matter.date_line(raw)
    return _Source(article, raw, title or front.title, stated, front.end)


def _without_markup(source: _Source) -> _Text:
    """The raw text without front matter, tags, entities and invisible characters."""
    edits = list(_markup_edits(source.raw, source.front_end))
    if source.front_end:
        edits.append(_Edit(0, source.front_end, reason="front matter: facts about the file"))
    text, pieces = _apply(source.raw, edits)
    noise = tuple(Noise(e.start, e.end, source.raw[e.start : e.end], e.reason) for e in edits if e.reason)
    return _Text(text, pieces, noise)


def _without_boilerplate(plain: _Text, source: _Source, lexicon: Lexicon) -> _Text:
    """The text without lines that are not the article's; whole, with a warning, where none would be left."""
    cuts = [
        _Edit(cut.start, cut.end, reason=cut.reason) for cut in boilerplate.find(plain.text, source.title, lexicon)
    ]
    text, pieces = _apply(plain.text, [*cuts, *_blank_start(plain.text, cuts)])
    if plain.text.strip() and not text.strip():
        return replace(plain, warnings=("Every line looks like boilerplate: the text is kept whole.",))
    noise = list(plain.noise)
    for cut in cuts:
        start, end = _map_back(plain.pieces, cut.start, cut.end)
        noise.append(Noise(start, end, source.raw[start:end].strip(), cut.reason))
    return _Text(text, _compose(plain.pieces, pieces), tuple(noise))


def _byline(text: str, plain: str, lexicon: Lexicon) -> Byline | None:
    """The dated byline of the cleaned text, else the one of a line that was removed as boilerplate."""
    if kept := dateline.find_byline(text, lexicon):
        return kept
    removed = dateline.find_byline(plain, lexicon)
    return Byline(removed.date_text, None) if removed else None


def _warnings(text: str, code: str) -> Iterator[str]:
    if not text.strip():
        yield "The article has no text."
    if code != "en":
        yield f"The article is not in English ({code}): it is kept, but not coded."


def raw_span(document: Document, start: int, end: int) -> Span:
    """The span of the raw text that a span of the cleaned text comes from; an empty span stays empty."""
    return _map_back(document.pieces, start, end)


def _map_back(pieces: tuple[Piece, ...], start: int, end: int) -> Span:
    first = _offset_back(pieces, start)
    return (first, _offset_back(pieces, end - 1) + 1) if end > start else (first, first)


def _offset_back(pieces: tuple[Piece, ...], offset: int) -> int:
    if not pieces:
        return offset
    clean_start, raw_start, length = pieces[max(0, bisect_right(pieces, offset, key=lambda piece: piece[0]) - 1)]
    return raw_start + min(max(0, offset - clean_start), length)


def _markup_edits(raw: str, start: int) -> Iterator[_Edit]:
    """From ``start`` on: tags, entities, line ends and invisible characters, with what they stand for."""
    if "<" in raw:
        for match in _TAG.finditer(raw, start):
            yield _Edit(match.start(), match.end(), "\n" if match["block"] else "")
    if "&" in raw:
        for match in _ENTITY.finditer(raw, start):
            words = html.unescape(match[0])
            if words != match[0]:  # else it is no entity: "&bogus;"
                yield _Edit(match.start(), match.end(), _visible(words))
    for match in _CHARACTER.finditer(raw, start):
        mark = match[0]
        yield _Edit(match.start(), match.end(), " " if mark in _SPACES else "\n" if mark in _BREAKS else "")


def _visible(words: str) -> str:
    """An entity's character: a plain space for one that does not break, nothing for an invisible one."""
    words = words.replace("\u00a0", " ")
    return "" if _CHARACTER.match(words) else words


def _blank_start(text: str, cuts: list[_Edit]) -> Iterator[_Edit]:
    """The edit that removes the white space before the first word that is kept."""
    start = 0
    for cut in cuts:
        if text[start : cut.start].strip():
            break
        start = cut.end
    first = next((i for i in range(start, len(text)) if not text[i].isspace()), len(text))
    if first > start:
        yield _Edit(start, first)


def _apply(text: str, edits: Iterable[_Edit]) -> tuple[str, tuple[Piece, ...]]:
    """The text after its edits, and its copied pieces; an edit that overlaps an earlier one is left out."""
    out: list[str] = []
    pieces: list[Piece] = []
    position = length = 0
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if edit.start < position:
            continue
        if edit.start > position:
            pieces.append((length, position, edit.start - position))
            out.append(text[position : edit.start])
            length += edit.start - position
        if edit.words:
            pieces.append((length, edit.start, min(len(edit.words), edit.end - edit.start)))
            out.append(edit.words)
            length += len(edit.words)
        position = edit.end
    if position < len(text):
        pieces.append((length, position, len(text) - position))
        out.append(text[position:])
    return "".join(out), tuple(pieces)


def _compose(first: tuple[Piece, ...], second: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of two steps in a row: of raw -> plain (``first``) and plain -> clean (``second``)."""
    composed: list[Piece] = []
    at = 0
    for clean_start, plain_start, length in second:
        end = plain_start + length
        while at and first[at][0] > plain_start:
            at -= 1
        while at < len(first) and first[at][0] + first[at][2] <= plain_start:
            at += 1
        index = at
        while index < len(first) and first[index][0] < end:
            mid_start, raw_start, mid_length = first[index]
            a, b = max(plain_start, mid_start), min(end, mid_start + mid_length)
            if a < b:
                composed.append((clean_start + a - plain_start, raw_start + a - mid_start, b - a))
            index += 1
    return tuple(composed)


def _headline(text: str) -> Span | None:
    """The span of the first line where it looks like a headline: 4 to 30 words, no full stop, text after it."""
    first, _, rest = text.partition("\n")
    line = first.strip()
    if not 4 <= len(line.split()) <= 30 or not line[0].isupper() or _SENTENCE_END.search(line):
        return None
    goes_on = rest[:1].islower()
    if goes_on or len(rest.strip()) < 2 * len(line) or _BYLINE.match(line):
        return None
    start = text.index(line[0])
    return start, start + len(line)


def _find_title(text: str, title: str) -> Span | None:
    """The span of the title where it is a line of its own near the top."""
    words = r"\s+".join(re.escape(word) for word in title.split())
    if not words:
        return None
    line = re.compile(rf"^[ \t]*({words})[ \t]*$", re.IGNORECASE | re.MULTILINE)
    found = line.search(text, 0, _HEAD + len(title))
    return found.span(1) if found else None
