"""Contact Line: what happened in the Nagorno-Karabakh conflict, read from news articles.

Three functions are the public interface:

- ``code``: find the dates, places, actors and events of one text;
- ``build``: code a folder of articles into tables on disk;
- ``load``: read these tables as pandas frames.

Importing this package is fast: each function imports what it needs when it is first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from contactline.lexicon import Lexicon
    from contactline.pipeline import BuildSummary
    from contactline.records import CodedArticle
    from contactline.tables.store import Store

__version__ = "0.1.0"
__all__ = ["build", "code", "load"]


def code(
    text: str,
    *,
    published: date | str | None = None,
    title: str = "",
    publisher: str = "",
    lexicon: Lexicon | None = None,
) -> CodedArticle:
    """Find the dates, places, actors and events of one English text. Nothing is stored.

    ``text``: plain text of any length, as scraped; menus, teasers and other boilerplate are removed first.
    ``published``: the article's day, a ``date`` or "2020-10-05", between 1900 and 2100; None lets it be worked out
    from the text, as a build does. "On Sunday" has a value only where that day is known. ``title`` and
    ``publisher`` are read as the article's own, for whom "we" means and for the country that a bare title belongs
    to. ``lexicon``: the tables to read with (``contactline.lexicon.load(folder)``), data/lexicon where None.

    The result is a frozen ``records.CodedArticle``:

    - ``document.text``: the cleaned text. All offsets count its characters, the end excluded;
      ``cleaning.raw_span(document, start, end)`` gives those of ``text``. ``document.sentences``: its sentences.
    - ``published``: the day, or the interval that is certain, and the words that it rests on.
    - ``timexes``: date expressions, each with a ``value`` like TIMEX3 ("2020-10-04", "2020-W40") and the interval
      of days, both ends included.
    - ``mentions``: names of actors and places, ``ref`` being the id in the lexicon or None.
    - ``events``: in the order of the text. ``type`` is one of the 16 of PLOVER (manual of 2021), ``mode`` its
      finer kind or ""; ``when`` an interval of days; ``status`` reported, claimed, planned, denied or background;
      ``killed`` and ``injured`` numbers of people or None; ``confidence`` 0.05 to 0.95, a figure set by hand and
      not a probability; ``parties`` with role, actor id and country code; ``pattern_id`` a row of patterns.csv.
    - ``uncoded``: numbers of sentences that look as if they told an event, in which none was coded.

    A text in another language has mentions and dates, and no events.

    Raises intake.InputError (a ValueError) where ``text`` is no string or ``published`` is no such day, and
    LexiconError (a ValueError) where a table of the lexicon has faults. The first call takes a second, for the
    tables and the parser; after that 300 sentences a second on one core.

    >>> coded = code("Azerbaijan shelled Stepanakert on Sunday.", published="2020-10-05")
    >>> [(event.type, event.mode, str(event.when.start)) for event in coded.events]
    [('ASSAULT', 'heavy-weapons', '2020-10-04')]
    """
    from contactline import intake, pipeline
    from contactline import lexicon as lexicon_room

    facts = {"id": "text", "text": text, "published": published, "title": title, "publisher": publisher}
    article = intake.row_article(facts, "contactline.code")
    return pipeline.code(article, lexicon or lexicon_room.load())


def build(
    inputs: Sequence[Path | str] | None = None,
    tables: Path | str | None = None,
    *,
    jobs: int | None = None,
    scheduler: str | None = None,
    progress: Callable[[int, int, str], None] | None = None,
    time: datetime | None = None,
    lexicon: Lexicon | None = None,
    corrections: Path | str | None = None,
) -> BuildSummary:
    """Code articles into a folder of tables, which then holds exactly these articles.

    ``inputs``: files and folders of articles, in any format that the README names; None is the five articles in
    data/articles. ``tables``: the folder to write, made where it is missing; None is data/tables. It
    is replaced whole, or not at all where anything fails. An article is taken over from the tables that were there
    if neither it, nor the lexicon, nor the code has changed since.

    ``jobs``: the most processes that code articles at the same time, at least 1; None is one for each core. Few
    articles are coded in this process. ``scheduler``: the address of a Dask scheduler ("tcp://host:8786") whose
    workers code the articles instead. ``progress`` is called with the number of articles done, the number of all,
    and a title or the name of a step. ``time`` is written to build.json; where it is left out, equal articles make
    equal files. ``lexicon``: as for ``code``. ``corrections``: the file of what a reader has put right (README);
    None is data/corrections.csv, which need not be there.

    Returns a ``pipeline.BuildSummary``: numbers of articles, of those coded now, of events and incidents, which
    articles were not coded because they are not in English, which inputs could not be used, and what became of
    each correction.

    Raises intake.InputError for a path that is not there and where no article can be read (the message names file
    and row), LexiconError for faults of the lexicon, tables.store.StoreError where the folder holds something else
    or cannot be written, and ModuleNotFoundError where a scheduler is named and Dask is not installed.
    """
    from contactline import locations, pipeline

    return pipeline.build(
        (locations.ARTICLES,) if inputs is None else inputs,
        locations.TABLES if tables is None else tables,
        jobs=jobs,
        scheduler=scheduler,
        progress=progress,
        time=time,
        lexicon=lexicon,
        corrected=locations.CORRECTIONS if corrections is None else corrections,
    )


def load(tables: Path | str | None = None) -> Store:
    """The tables of a build as pandas frames.

    ``tables``: the folder that ``build`` wrote; None is data/tables. The result is a frozen ``tables.store.Store``
    with a frame for each table of the README: ``articles``, ``sentences``, ``mentions``, ``events``,
    ``event_actors``, ``incidents``, ``differences``, ``actors``, ``actor_roles``, ``places``, ``noise``,
    ``uncoded``, ``corrections``, ``coded_events`` and ``coded_parties``, and ``build``, what build.json says. The
    columns are those of ``tables.schemas.SCHEMAS``.

    Days are datetime64 at midnight, NaT where unknown; ``date_start`` and ``date_end`` are both included. Offsets
    count characters of the column ``text`` of ``articles`` (of ``noise``: of the text as given). ``killed`` and
    ``injured`` are Int32, NA where nothing is said. ``lat`` and ``lon`` are degrees (WGS 84), ``radius_km``
    kilometres. Lists are numpy arrays, of large tables Python lists; ids that stay open are NaN.

    Raises tables.store.StoreError where a table is missing, broken or of another version of the program; the
    message gives the command that builds it again.
    """
    from contactline import locations
    from contactline.tables import store

    return store.read(locations.TABLES if tables is None else tables)
