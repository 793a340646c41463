"""From an article as read to its text: markup, front matter and boilerplate are taken out, nothing is rewritten.

The cleaned text is made of runs of the raw one (``Document.pieces``), so that every offset leads back.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from contactline.cleaning import boilerplate, dateline, language, page_markup, sentences
from contactline.lexicon import Lexicon
from contactline.records import Article, Document, Noise, Span

Piece = tuple[int, int, int]

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?:.*\n){1,60}?---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^(\w[\w ]{0,30}):[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_DATE_FIELDS = ("date", "post_date", "published", "published_time", "pubdate", "publish_date")
_TITLE_FIELDS = ("title", "post_title", "headline")
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


@dataclass(frozen=True, slots=True)
class _Edit:
    """Replace ``start..end`` by ``words``; a noise carries its ``reason``."""

    start: int
    end: int
    words: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Front:
    end: int
    title: str
    dates: tuple[page_markup.PageDate, ...]


def clean(article: Article, lexicon: Lexicon) -> Document:
    """The document of an article: cleaned text, sentences, what was cut, and what the page says of its date.

    Where the rules would leave nothing of a text, it is kept whole and a warning says so. An article without a
    known author or publisher takes the ones that its page names.
    """
    warnings: list[str] = []
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
    front = _front_matter(raw)
    title, dates = title or front.title, front.dates + dates

    edits = [_Edit(0, front.end, reason="front matter: facts about the file")] if front.end else []
    edits.extend(_markup_edits(raw, front.end))
    plain, plain_pieces = _apply(raw, edits)
    cuts = [_Edit(cut.start, cut.end, reason=cut.reason) for cut in boilerplate.find(plain, title, lexicon)]
    text, pieces = _apply(plain, [*cuts, *_trims(plain, cuts)])
    if not text.strip():
        if plain.strip():
            warnings.append("Every line looks like boilerplate: the text is kept whole.")
            text, pieces, cuts = plain, ((0, 0, len(plain)),), []
    if not text.strip():
        warnings.append("The article has no text.")

    noise = [Noise(e.start, e.end, raw[e.start : e.end], e.reason) for e in edits if e.reason]
    for cut in cuts:
        start, end = span_back(plain_pieces, cut.start, cut.end)
        noise.append(Noise(start, end, raw[start:end].strip(), cut.reason))
    headline = _headline(text)
    document = Document(
        article=article,
        raw=raw,
        text=text,
        pieces=_compose(plain_pieces, pieces),
        noise=tuple(sorted(noise, key=lambda n: n.start)),
        sentences=sentences.split(text, lexicon),
        title=title or (text[slice(*headline)] if headline else ""),
        title_span=_find_title(text, title) if title else headline,
        page_dates=dates,
        language=language.of(text, article.language),
    )
    if document.language != "en":
        warnings.append(f"The article is not in English ({document.language}): it is kept, but not coded.")
    opening, byline = dateline.find(text, lexicon), dateline.find_byline(text, lexicon)
    return replace(
        document,
        dateline=(opening.start, opening.end) if opening else None,
        byline=(byline.start, byline.end) if byline else None,
        warnings=tuple(warnings),
    )


def raw_span(document: Document, start: int, end: int) -> Span:
    """Where a span of the cleaned text stands in the raw text."""
    return span_back(document.pieces, start, end)


def span_back(pieces: tuple[Piece, ...], start: int, end: int) -> Span:
    """The raw span of a clean one, by the pieces (clean_start, raw_start, length); an empty span stays empty."""
    first = _back(pieces, start)
    return (first, _back(pieces, end - 1) + 1) if end > start else (first, first)


def _back(pieces: tuple[Piece, ...], offset: int) -> int:
    if not pieces:
        return offset
    clean_start, raw_start, length = pieces[max(0, bisect_right(pieces, offset, key=lambda piece: piece[0]) - 1)]
    return raw_start + min(max(0, offset - clean_start), length)


def _front_matter(raw: str) -> _Front:
    """The block of "key: value" lines between two "---" that begins a file, with the title and days it tells."""
    match = _FRONT_MATTER.match(raw)
    fields = {m[1].strip().lower(): m[2] for m in _FIELD.finditer(match[0])} if match else {}
    if match is None or not fields:
        return _Front(0, "", ())
    dates = []
    for key in _DATE_FIELDS:
        words = fields.get(key, "").strip("'\" ")
        if day := page_markup.iso_day(words):
            dates.append(("the file's front matter", f"{key}: {words}", day))
    title = next((fields[key] for key in _TITLE_FIELDS if fields.get(key)), "")
    title = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), title.strip("'\"|> \n"))
    title = " ".join(title.replace("\\_", " ").replace("\\\n", "").replace("\\ ", "").split())
    return _Front(match.end(), title, tuple(dates))


def _markup_edits(raw: str, start: int) -> Iterator[_Edit]:
    """What stands for something else in a text: tags, entities, line ends, invisible characters."""
    if "<" in raw:
        for match in _TAG.finditer(raw, start):
            yield _Edit(match.start(), match.end(), "\n" if match["block"] else "")
    if "&" in raw:
        for match in _ENTITY.finditer(raw, start):
            words = html.unescape(match[0])
            if words != match[0]:
                yield _Edit(
                    match.start(),
                    match.end(),
                    "" if _CHARACTER.match(words) and words != "\u00a0" else words.replace("\u00a0", " "),
                )
    for match in _CHARACTER.finditer(raw, start):
        mark = match[0]
        yield _Edit(match.start(), match.end(), " " if mark in _SPACES else "\n" if mark in _BREAKS else "")


def _trims(text: str, cuts: list[_Edit]) -> Iterator[_Edit]:
    """The blank space before the first and after the last kept word."""
    lead = 0
    for cut in cuts:
        if text[lead : cut.start].strip():
            break
        lead = cut.end
    kept = next((i for i in range(lead, len(text)) if not text[i].isspace()), len(text))
    if kept > lead:
        yield _Edit(lead, kept)


def _apply(text: str, edits: Iterable[_Edit]) -> tuple[str, tuple[Piece, ...]]:
    """The text with its edits made, and the runs that were copied; an edit inside an earlier one is left out."""
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
    """The pieces of two edits in a row: of text -> plain (``first``) and plain -> clean (``second``)."""
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
    """The first line, where it reads like a headline: some words, no full stop, and more text after it."""
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
    """Where the title stands as a line of its own at the head of the text."""
    wanted = " ".join(title.split()).lower()
    if not wanted:
        return None
    pattern = r"\s+".join(re.escape(word) for word in title.split())
    match = re.compile(rf"^[ \t]*({pattern})[ \t]*$", re.IGNORECASE | re.MULTILINE).search(
        text, 0, 2000 + len(title)
    )
    return match.span(1) if match else None
