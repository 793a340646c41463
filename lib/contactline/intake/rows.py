"""Articles from the rows of tables and JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from contactline.intake import columns, days, titles, values
from contactline.intake.addresses import is_address, publisher_of
from contactline.intake.days import FIRST_YEAR, LAST_YEAR
from contactline.intake.errors import SURROGATE, InputError, cut, short
from contactline.intake.options import Reading
from contactline.lexicon import Lexicon
from contactline.records import Article

Row = tuple[str, Mapping[str, object]]
"""A row with its origin: ("file, line 3", its values by column)."""

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*|Z|[+-]\d{2}:?\d{2})?")
_LONGEST = 20_000_000  # most characters of a text; a longer cell is not one article
_MOST_NAMES = 500  # most columns that are read
_LONGEST_NAME = 80  # most characters of a column's name
_INFERRED = "inferred"
_BY = re.compile(r"^by\s+(?=\S)", re.IGNORECASE)


def row_article(row: Mapping[str, object], origin: str) -> Article:
    """Make an article from a row in the project's own form: ``id``, ``text`` or ``html``, and fields of Article.

    Other keys are ignored. ``published`` is an ISO day (a time after it is dropped). Raises InputError, naming
    ``origin``, for a missing id, a missing text, or an invalid date. Files are read with ``articles``, which
    accepts more forms.
    """
    given = row.get("id")
    own = "Give each article a short id of its own."
    if isinstance(given, bool | float | list | dict):
        raise InputError(origin, f'the "id" {short(given)} is not a string.', own)
    article_id = values.one_line(given)
    if not article_id:
        raise InputError(origin, 'the article has no "id".', own)
    text, page = row.get("text"), row.get("html")
    if text is None and page is None:
        told = f'article {short(article_id)} has neither "text" nor "html".'
        raise InputError(origin, told, "One of them is needed.", article_id)
    for key, value in (("text", text), ("html", page)):
        if value is not None and not isinstance(value, str):
            told = f'"{key}" of article {short(article_id)} is {type(value).__name__}, not a string.'
            raise InputError(origin, told, "Write it as text in quotation marks.", article_id)
    published = iso_day(row.get("published"), origin, f"article {short(article_id)}", article_id)
    return Article(
        article_id=article_id,
        body=SURROGATE.sub("\ufffd", str(text) if text else str(page or "")),
        is_html=not text and page is not None,
        title=values.one_line(row.get("title")),
        publisher=values.one_line(row.get("publisher")),
        author=values.one_line(row.get("author")),
        url=values.one_line(row.get("url")),
        published=published,
        published_basis="metadata" if published else "",
        language=values.one_line(row.get("language")),
        origin=origin,
    )


def iso_day(value: object, origin: str, of: str, article_id: str = "") -> date | None:
    """The day with which an ISO date or time begins, None for an empty value. Raises InputError for anything
    else.
    """
    text = values.one_line(value)
    if not text:
        return None
    match = _DAY.fullmatch(text)
    told = f'{of}, "published": {short(text)}'
    try:
        day = date.fromisoformat(match[1] if match else text)
    except ValueError:
        todo = "Expected a day such as 2023-09-20, or nothing."
        raise InputError(origin, f"{told} is no date.", todo, article_id) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        why = f"{told} lies outside {FIRST_YEAR} to {LAST_YEAR}: no article is of that day."
        raise InputError(origin, why, "Correct the year.", article_id)
    return day


@dataclass(slots=True)
class _Table:
    """What is learned about a table while its rows are read: the columns used, and the order of its dates."""

    label: str
    rows: Callable[[], Iterable[Row | InputError]]
    reading: Reading
    names: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    order: str | None = None  # None: not determined yet
    used: dict[str, str] = field(default_factory=dict)
    example: str = ""  # an example of a date that can be read in two ways

    def order_of_dates(self) -> str:
        """Whether the day comes first in the dates of the table; the whole column is read once to decide."""
        if self.order is None:
            written = [
                value
                for one in self.rows()
                if not isinstance(one, InputError)
                for _, value in self.fields(one[1]).get("published", ())[:1]
            ]
            self.order = self.reading.day_order or days.order_of(written)
            self.reading.note(f"{self.label}: {self._said_of_order()}")
        return self.order

    def _said_of_order(self) -> str:
        if self.reading.day_order:
            return f"dates such as {self.example} are read as asked for ({self.order})."
        if self.order == days.DAY_FIRST:
            return f"dates such as {self.example} have the day first: others in the column allow nothing else."
        if self.order == days.MONTH_FIRST:
            return f"dates such as {self.example} have the month first: others in the column allow nothing else."
        why = (
            "some dates begin with the day, others with the month"
            if self.order
            else "no date in the column shows it"
        )
        return (
            f"{self.example} can be read in two ways, and {why}: such dates are taken for the days from one to "
            "the other. Say which it is with --day-order dmy or --day-order mdy."
        )

    def fields(self, row: Mapping[str, object]) -> dict[str, list[tuple[str, object]]]:
        return columns.fields(row, self.reading.columns, self.reading.lexicon)


def articles(label: str, rows: Callable[[], Iterable[Row | InputError]], reading: Reading) -> Iterator[Article]:
    """Yield the articles of a table's rows; where no column gives an id, it is "" and is made later.

    ``rows`` yields all rows again at each call, an InputError for a broken one. ``label`` names the table. A row
    that is not an article is refused; if no row has a text, that is reported once, with what to do. Columns with
    unknown names are reported once.
    """
    table = _Table(label, rows, reading)
    without: list[InputError] = []
    found = False
    one: Row | InputError | None = None
    for one in rows():
        if isinstance(one, InputError):
            reading.refuse(one)
            continue
        origin, row = one
        if len(table.names) < _MOST_NAMES and not row.keys() <= table.names:
            names = [str(name) for name in row if name not in table.names]
            table.names.update(names)
            table.unknown += columns.unknown(names, reading.columns, reading.lexicon)
        fields = table.fields(row)
        if not fields.get("text") and not fields.get("html"):
            lacking = _without_text(origin, row, fields, reading)
            if found:
                reading.refuse(lacking)
            else:
                without.append(lacking)
            continue
        for earlier in without:  # other rows have texts, so these rows are refused one by one
            reading.refuse(earlier)
        without, found = [], True
        try:
            article = _article(origin, fields, table)
        except InputError as error:
            reading.refuse(error)
            continue
        for name, found_in in fields.items():
            table.used.setdefault(name, found_in[0][0])
        yield article
    if one is None:
        reading.note(f"{label}: it holds no articles.")
    if without:
        _refuse_list(label, without, _first_row(rows), reading)
    else:
        _tell_columns(table)


def _first_row(rows: Callable[[], Iterable[Row | InputError]]) -> Mapping[str, object]:
    """The first row of a table that is not broken; empty where all are."""
    return next((one[1] for one in rows() if not isinstance(one, InputError)), {})


def _without_text(
    origin: str, row: Mapping[str, object], fields: Mapping[str, list[tuple[str, object]]], reading: Reading
) -> InputError:
    article_id = values.one_line(_first(fields, "id"))
    named = f"article {short(article_id)}" if article_id else "the article"
    has = any(
        columns.field_of(name, reading.lexicon) in ("text", "html")
        for name, _ in columns.pairs(row, reading.lexicon)
    )
    told = f"{named} has no text." if has else f'{named} has neither "text" nor "html".'
    return InputError(origin, told, "Add its text, or leave it out.", article_id)


def _refuse_list(label: str, without: list[InputError], row: Mapping[str, object], reading: Reading) -> None:
    """Refuse the rows of a table without any text: each row if there is a column for it, else all as one."""
    names = [name for name, _ in columns.pairs(row, reading.lexicon)]
    known = [columns.field_of(name, reading.lexicon) for name in names]
    if "text" in known or "html" in known or not names or len(without) == 1 and len(names) == 1:
        for error in without:
            reading.refuse(error)
        return
    told = f"no column holds texts of articles. There are: {cut(', '.join(names))}."
    near = next((name for name in names if columns.nearest(name, reading.lexicon) == "text"), "")
    teaser = next((name for name, one in zip(names, known, strict=True) if one == "teaser"), "")
    if "event" in known:
        told = "this is a table of events, not of articles: no column holds their texts."
        todo = "Build from the articles that tell of the events, or say which column is a text: --map text=COLUMN."
    elif near or (teaser and "url" not in known):
        todo = f"If {near or teaser} is the text, say so: --map text={near or teaser}."
    elif "url" in known or any("://" in name for name in names):  # also for a list without a header
        todo = (
            "This is a list of addresses, as GDELT and Media Cloud give it: save the pages (news-please and "
            "trafilatura do) and give their folder."
        )
        todo += f" With the short texts only: --map text={teaser}." if teaser else ""
    elif any(len(name) > _LONGEST_NAME for name in names):
        todo = "The first line has to name the columns: id, text, published, publisher."
    else:
        todo = "Say which column is the text: --map text=COLUMN."
    reading.refuse(InputError(label, told, todo))


def _tell_columns(table: _Table) -> None:
    """Report which columns with other names were used for which field, and which were not used."""
    note, lexicon = table.reading.note, table.reading.lexicon
    taken = [
        f"{name} = {column}"
        for name, column in table.used.items()
        if name in columns.FIELDS and name not in column.lower()  # "authors" is obvious and is not reported
    ]
    if taken:
        note(f"{table.label}: columns taken: {', '.join(taken)}.")
    near = [(name, columns.nearest(name, lexicon)) for name in table.unknown]
    told = ", ".join(f"{name} (did you mean {one}? --map {one}={name})" if one else name for name, one in near)
    if told:
        note(f"{table.label}: columns not used: {cut(told)}.")


def _first(fields: Mapping[str, list[tuple[str, object]]], name: str) -> object:
    return next((value for _, value in fields.get(name, ())), None)


def _line(fields: Mapping[str, list[tuple[str, object]]], name: str) -> str:
    """The first non-empty value of a field, on one line."""
    return next((text for _, value in fields.get(name, ()) if (text := values.one_line(value))), "")


def _article(origin: str, fields: Mapping[str, list[tuple[str, object]]], table: _Table) -> Article:
    lexicon = table.reading.lexicon
    article_id = _line(fields, "id")
    if isinstance(_first(fields, "id"), bool):
        raise InputError(
            origin, f'the "id" {article_id} is not a string.', "Give each article a short id of its own."
        )
    for key in ("text", "html"):
        if isinstance(odd := _first(fields, key), int | float) and odd == odd:
            told = f'"{key}" of article {short(article_id)} is {type(odd).__name__}, not a string.'
            raise InputError(origin, told, "Write it as text in quotation marks.", article_id)
    text = next((text for _, value in fields.get("text", ()) if (text := values.body(value)).strip()), "")
    page = "" if text else next((page for _, value in fields.get("html", ()) if (page := values.body(value))), "")
    if not text.strip() and not page.strip():
        named = f"article {short(article_id)}" if article_id else "the article"
        raise InputError(origin, f"{named} has no text.", "Add its text, or leave it out.", article_id)
    if len(text or page) > _LONGEST:
        told = f"the text of article {short(article_id)} has {len(text or page):,} letters."
        raise InputError(origin, told, "Split it into its articles.", article_id)
    address = next((a for _, value in fields.get("url", ()) if is_address(a := values.one_line(value))), "")
    address = address or _line(fields, "url")
    publisher = _publisher(_line(fields, "publisher"), address, lexicon, is_page=not text)
    found, warnings = _days(fields, table)
    day = found.day if found else None
    return Article(
        article_id=article_id,
        body=text or page,
        is_html=not text,
        title=titles.without_site(_line(fields, "title"), publisher),
        publisher=publisher,
        author=_BY.sub("", _line(fields, "author")),
        url=address,
        published=day,
        published_basis="metadata" if found else "",
        published_within=(found.first, found.last) if found and not day else None,
        language=_line(fields, "language"),
        origin=origin,
        warnings=warnings,
    )


def _publisher(given: str, address: str, lexicon: Lexicon, is_page: bool) -> str:
    """The publisher that a row names, else that of its address; "" where the page itself may state it better."""
    if given:
        return publisher_of(given, lexicon) if is_address(given) else given
    return "" if is_page else publisher_of(address, lexicon)


def _days(
    fields: Mapping[str, list[tuple[str, object]]], table: _Table
) -> tuple[days.Days | None, tuple[str, ...]]:
    """The days in the first column with a date, and what has to be reported about them."""
    lexicon = table.reading.lexicon
    # an export of this program: a day inferred from the text does not count as given
    if _line(fields, "basis") == _INFERRED:
        return None, ()
    for _, value in fields.get("published", ()):
        found = days.read(value, lexicon, table.order or "")
        if found and found.unsure:
            table.example = table.example or values.one_line(value)
            found = days.read(value, lexicon, table.order_of_dates())
        if found:
            warning = (
                f"The date {values.one_line(value)!r} can be a day or a month first: no day is taken for certain."
            )
            return found, (warning,) if found.unsure else ()
    odd = next((value for _, value in fields.get("published", ()) if not days.is_nothing(value)), None)
    if odd is None:
        return None, ()
    return None, (
        f"The date {cut(values.one_line(odd))!r} that is given for the article is none that can be read.",
    )
