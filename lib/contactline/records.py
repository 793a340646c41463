"""The frozen values that travel from stage to stage.

Offsets are characters of the cleaned text (``Document.text``), end exclusive.
Dates are whole days; an interval holds both of its ends. Unknown is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Span = tuple[int, int]

OWN = "yours-"
"""The beginning of the id of an article that a visitor has added; no build contains it."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read, before anything is removed.

    ``body`` is plain text, or a page's markup where ``is_html``. ``published`` is what the
    manifest or the input row says, with ``published_basis`` ("manifest", "metadata" or "");
    ``published_within`` are the first and last day where the manifest or row gives no single day ("2020-09").
    ``origin`` names file and row for messages; ``warnings`` are sentences on how it was read.
    """

    article_id: str
    body: str
    is_html: bool = False
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    published: date | None = None
    published_basis: str = ""
    language: str = ""
    origin: str = ""
    published_within: tuple[date, date] | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageDate:
    """A day of publication that the page or file itself states, outside the article's sentences.

    ``source`` says where ("the page's metadata", "the page's address", "the file's front matter") and ``words``
    is what stands there ("article:published_time 2022-01-02"). ``lesser``: it is only shown beside the headline
    and not said to be the day of publication.
    """

    source: str
    words: str
    day: date
    lesser: bool = False


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening that says where and when a report was filed: "Moscow, 14 March 2023 (TDI):".

    ``span`` lies in ``Document.text``; ``place``, ``date_text`` and ``agency`` are its words, "" where absent.
    """

    span: Span
    place: str = ""
    date_text: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """The line near the top that says when an article appeared, often with its author: "By Ann Lee, 4 May 2021".

    ``date_text`` is its date, with the year. ``span`` lies in ``Document.text``; None where the line was removed.
    ``bare``: the line is only a date, perhaps with the time of day, and does not say what date it is; ``rival`` is
    then the date of another such line that differs, "" where there is none.
    """

    date_text: str
    span: Span | None
    bare: bool = False
    rival: str = ""


@dataclass(frozen=True, slots=True)
class Noise:
    """A span of the raw text that is not part of the article; ``reason``: a row of boilerplate.csv or a rule."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its number in the document, and its offsets in ``Document.text``."""

    index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article: its text, and what cleaning read at its head, so that no later stage reads that again.

    ``raw`` is the article's text (of a page: the text extracted from it) and ``pieces`` maps it: each
    (clean_start, raw_start, length) is a run of characters copied unchanged, in order. ``title_span`` is where the
    title is in the text, None where it is not. ``page_dates`` are the days that the page or file states, the most
    reliable first; ``changing``: the page is written on over years, as an encyclopedia's, and has no day of its
    own. ``article`` has the publisher and author that the page names where none were given.
    """

    article: Article
    raw: str
    text: str
    pieces: tuple[tuple[int, int, int], ...]
    noise: tuple[Noise, ...]
    sentences: tuple[Sentence, ...]
    title: str = ""
    title_span: Span | None = None
    dateline: Dateline | None = None
    byline: Byline | None = None
    page_dates: tuple[PageDate, ...] = ()
    changing: bool = False
    language: str = "en"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """The days something lies in: both ends included, None where open or unknown.

    ``precision``: day, week, month, season, year, range, unknown.
    """

    start: date | None
    end: date | None
    precision: str


UNKNOWN = Interval(None, None, "unknown")


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression with its value.

    ``value`` is TIMEX3-like ("2023-09-20", "2023-09", "2023", "2023-W37", "2022-FA", "2022-Q3", "2022-H1",
    "199X", "18XX" of a century, "" where it stays open). ``interval`` is what an event beside it gets: for
    "between 2020 and 2022" both ends carry the whole range. ``basis``: explicit, completed, article (from the
    article's day), text (from a date that the text had fixed before), event (from an event named beside it),
    unknown.
    ``kind``: date, age (of a thing: "a 19th-century church"), duration, repeated; only a date can be an event's.
    ``words``: the span of the whole expression ("between 2020 and 2022"), which start..end lies in.
    ``open``: since, until (also by), before, after where the span is open at one end ("since 1988"): the interval
    is then the named date itself.
    """

    start: int
    end: int
    text: str
    kind: str
    value: str
    interval: Interval
    basis: str
    words: Span
    open: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name (or what stands for one) in the text.

    ``kind``: actor or place. ``form``: name, title, demonym, description, pronoun.
    ``ref``: actor_id or place_id, None where it stays open (then ``candidates``).
    ``country``: ISO 3166-1 alpha-3 or a code of lexicon/schema.py's PARTIES; "" where there is none.
    ``other``: the id under the other kind, for names that are both ("Azerbaijan", "Moscow").
    ``note``: what a reader must know, e.g. "read as Armenian: machine translation".
    """

    start: int
    end: int
    text: str
    kind: str
    form: str
    ref: str | None
    country: str = ""
    candidates: tuple[str, ...] = ()
    other: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: ``day`` only where one day is certain.

    ``basis``: manifest, metadata, byline, dateline, text, inferred, unknown; ``evidence``: the words or facts.
    ``likeliest``: the day of an interval by which half of such articles have appeared, as measured; it is shown
    beside the interval and dates nothing. None where the day is certain or nothing was measured.
    """

    day: date | None
    interval: Interval
    basis: str
    evidence: str
    warnings: tuple[str, ...] = ()
    likeliest: date | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence; a found name is one token.

    ``start``/``end``: offsets in the document. ``head``: index in the sentence (its own at the root).
    ``dep``: Universal Dependencies relation. ``features``: morphology as "Key=Value|..." .
    ``mention``: index into the document's mentions, -1 for a plain word.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    pos: str
    dep: str
    head: int
    features: str
    mention: int = -1


BASES = ("told", "place held", "other side", "addressee", "own government")
"""What a party of an event rests on: the words name it; or it was completed as whoever held the place, as the
other side of this conflict, as whom a statement speaks to, as the government of the country."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor's part in an event. ``role``: source, target, mediator, speaker; ``basis``: of ``BASES``."""

    role: str
    actor_id: str | None
    country: str
    text: str
    start: int
    end: int
    basis: str = "told"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people within the bounds that the text gives, None where it leaves one open ("at least five").

    ``kind``: increment for those whom the event alone cost, total for all since some day or so far, "" for nobody.
    """

    low: int | None = None
    high: int | None = None
    kind: str = ""


NOBODY = Figure()


@dataclass(frozen=True, slots=True)
class Toll:
    """What an event cost, with the bounds of each number.

    ``of``: who was counted, as far as the text tells: soldiers, civilians, prisoners, bodies, then the codes of
    their countries. ``as_of``: the day up to which a running total counts.
    """

    killed: Figure = NOBODY
    injured: Figure = NOBODY
    captured: Figure = NOBODY
    handed_over: Figure = NOBODY
    held: Figure = NOBODY
    of: tuple[str, ...] = ()
    as_of: date | None = None


NO_TOLL = Toll()


@dataclass(frozen=True, slots=True)
class Event:
    """An event as one article reports it (the table ``events``, with its parties)."""

    sentence: int
    start: int
    end: int
    trigger: str
    type: str
    mode: str
    when: Interval
    date_basis: str
    date_text: str
    place_id: str | None
    place_basis: str
    status: str
    attributed_to: str
    killed: int | None
    injured: int | None
    toll_text: str
    confidence: float
    pattern_id: str
    parties: tuple[Party, ...]
    other_sentences: tuple[int, ...] = ()
    toll: Toll = NO_TOLL


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """All that the pipeline found in one article."""

    document: Document
    published: Published
    timexes: tuple[Timex, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    uncoded: tuple[int, ...] = ()  # sentences with two parties and a telling word, but no event
