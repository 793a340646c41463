"""The command line: each command is a few lines over the library. The clock is read here and nowhere else."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import click

from contactline import __version__, lexicon, locations

_NAMED = 10
_REJECTED = 3  # the exit status that --strict gives
_DAY = click.DateTime(["%Y-%m-%d"])

_tables = click.option(
    "--tables",
    type=click.Path(path_type=Path, file_okay=False),
    default=locations.TABLES,
    help="The tables' folder [data/tables].",
)
_output = click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; else standard output."
)


_lexicon = click.option(
    "--lexicon",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=locations.LEXICON,
    help="The folder of the lexicon's tables [data/lexicon].",
)


@click.group()
@click.version_option(__version__)
def main() -> None:
    """What happened in the Nagorno-Karabakh conflict, read from news articles."""


@main.command()
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path))
@_tables
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler that codes the articles.")
@_lexicon
@click.option("--strict", is_flag=True, help=f"End with status {_REJECTED} where an input could not be used.")
def build(articles: tuple[Path, ...], tables: Path, scheduler: str | None, folder: Path, strict: bool) -> None:
    """Turn ARTICLES into tables.

    ARTICLES are folders and .txt, .html, .jsonl and .csv files [data/articles]. The tables then hold exactly
    these; what has not changed since the last build is not coded again. What cannot be read or coded is left out
    and listed in rejects.csv beside the tables.
    """
    from contactline import intake, pipeline
    from contactline.tables import store

    with _plain_errors():
        with _bar() as progress:
            report = pipeline.build(
                articles or (locations.ARTICLES,),
                tables,
                scheduler=scheduler,
                progress=progress,
                time=datetime.now(UTC).replace(microsecond=0),
                lexicon=lexicon.load(folder),
            )
    click.echo(
        f"{report.articles} articles ({report.coded} coded now), {report.events} events, "
        f"{report.incidents} incidents in {report.tables}"
    )
    for key, language in report.not_coded:
        click.echo(f"Not coded, since it is not in English ({language}): {key}")
    for reject in report.rejects[:_NAMED]:
        click.echo(f"Left out: {reject}", err=True)
    if report.rejects:
        listed = f"all of them listed in {report.tables / store.REJECTS}"
        click.echo(f"Inputs that could not be used: {len(report.rejects)}, {listed}", err=True)
    if others := intake.left_out(articles):
        named = ", ".join(map(str, others[:_NAMED])) + (", ..." if len(others) > _NAMED else "")
        click.echo(f"Not read, since no article files ({len(others)}): {named}", err=True)
    if strict and report.rejects:
        sys.exit(_REJECTED)


@main.command()
@click.option(
    "--what",
    type=click.Choice(["events", "articles", "mentions", "incidents"]),
    default="events",
    help="Which rows [events].",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "xlsx", "parquet", "json", "jsonl", "geojson", "timelinejs"]),
    default="csv",
    help="How they are written [csv]; geojson and timelinejs are for events and incidents.",
)
@click.option("--from", "start", type=_DAY, metavar="YYYY-MM-DD", help="Events that end on this day or later.")
@click.option("--to", "end", type=_DAY, metavar="YYYY-MM-DD", help="Events that begin on this day or earlier.")
@click.option(
    "--actor", "actors", multiple=True, help="An actor's name or id, or a country code; may be repeated."
)
@click.option(
    "--role", type=click.Choice(["any", "source", "target"]), default="any", help="The actor's part [any]."
)
@click.option("--type", "types", multiple=True, help="CONSULT, or with its mode CONSULT-phone; may be repeated.")
@click.option("--status", "statuses", multiple=True, help="reported, claimed, planned, denied, background.")
@click.option("--place", "places", multiple=True, help="A place's name or id; may be repeated.")
@click.option("--publisher", "publishers", multiple=True, help="A publisher; may be repeated.")
@click.option("--text", default="", help="Words that must all stand in the sentence or the names.")
@_tables
@_output
def export(
    what: str,
    form: str,
    tables: Path,
    output: Path | None,
    start: datetime | None,
    end: datetime | None,
    role: str,
    text: str,
    **lists: Any,
) -> None:
    """Write flat rows of the tables for other programs.

    With filters: the events that meet them all, as on the dashboard, and the incidents and articles that hold one.
    """
    from contactline.tables import store
    from contactline.views import export as export_module
    from contactline.views.query import Filters

    filters = Filters(start and start.date(), end and end.date(), role=role, text=text, **lists)
    if output is None and form in ("xlsx", "parquet") and sys.stdout.isatty():
        raise click.UsageError(f"{form} is no text for a terminal: name a file with --output.")
    with _plain_errors():
        found = store.read(tables)
        events = export_module.chosen(found, filters, lexicon.load()) if filters != Filters(role=role) else None
        rows = export_module.render(export_module.flat(found, what, events), form)
        with _whole(output) as f:
            f.write(rows)


@main.command()
@click.argument("source", metavar="IN.jsonl", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_output
def annotate(source: Path, output: Path | None) -> None:
    """Mark dates, places, actors and events in texts.

    One JSON line in, one out, in order, with the offsets of the text as given; nothing is stored.
    """
    from contactline import annotate as annotate_module
    from contactline import intake

    with _plain_errors(), _whole(output) as f:
        for record in annotate_module.annotate(intake.lines(source), lexicon.load()):
            f.write(json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n")


@main.command()
@click.argument("table", required=False, default="")
@_lexicon
@click.option(
    "--rows-used",
    "articles",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="List the rows that the five shipped articles use and these articles do not.",
)
def check(table: str, folder: Path, articles: tuple[Path, ...]) -> None:
    """Look for faults in the lexicon, or in one TABLE of it.

    All of them are told at once, each with its file and row; the exit code is 1 where there are any.
    """
    from contactline.quality import check as check_module

    table = table.removesuffix(".csv")
    if table and table not in check_module.TABLES:
        raise click.UsageError(f"{table}: no such table. Expected one of {', '.join(check_module.TABLES)}.")
    if articles:
        from contactline.quality import check_rows

        with _plain_errors():
            for row in check_rows.rows_of_the_five(articles, lexicon.load(folder)):
                click.echo(row)
    faults = check_module.faults(folder, table)
    for fault in faults:
        click.echo(fault)
    click.echo(
        f"{len(faults)} faults" if faults else f"{table}.csv is sound." if table else "The lexicon is sound."
    )
    sys.exit(1 if faults else 0)


@main.command()
@click.argument("gold", metavar="GOLD.jsonl", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--misses", is_flag=True, help="List what was missed, invented or half right, too.")
@click.option("--undated", is_flag=True, help="Withhold all but the text of the articles.")
@click.option(
    "--record", type=click.Path(path_type=Path, dir_okay=False), help="Write the figures, with the day, here."
)
def evaluate(gold: Path, misses: bool, undated: bool, record: Path | None) -> None:
    """Measure accuracy against annotated articles.

    What a line of GOLD.jsonl holds stands in the README under "Your own gold".
    """
    from contactline.quality import evaluate as evaluate_module

    with _plain_errors():
        figures, lines = evaluate_module.evaluate(evaluate_module.read_gold(gold, undated), lexicon.load())
    for line in lines if misses else ():
        click.echo(line)
    click.echo(json.dumps(figures, indent=1))
    if record:
        measured = {"measured": datetime.now(UTC).date().isoformat(), "gold": gold.name, **figures}
        record.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Errors of the input and the tables as one line, without a traceback."""
    from contactline import intake
    from contactline.tables import store
    from contactline.views import export

    try:
        yield
    except (
        intake.InputError,
        lexicon.LexiconError,
        store.StoreError,
        export.ExportError,
        ModuleNotFoundError,
    ) as error:
        raise click.ClickException(str(error)) from None
    except BrokenPipeError:
        sys.exit(1)
    except OSError as error:
        told = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        raise click.ClickException(told) from None


@contextmanager
def _bar() -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on standard error."""
    from tqdm import tqdm

    with tqdm(unit=" articles", disable=None, leave=False) as bar:

        def progress(done: int, total: int, what: str) -> None:
            bar.total = total
            bar.set_postfix_str(what[:40], refresh=False)
            bar.update(done - bar.n)

        yield progress


@contextmanager
def _whole(output: Path | None) -> Iterator[BinaryIO]:
    """A file that takes its place when it is complete, and not at all if that fails; else standard output."""
    if output is None:
        yield sys.stdout.buffer
    elif output.exists() and not output.is_file():  # a device or a pipe
        with open(output, "wb") as f:
            yield f
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        fresh = output.with_name(f".{output.name}.new-{os.getpid()}")
        try:
            with open(fresh, "wb") as f:
                yield f
            fresh.replace(output)
        finally:
            fresh.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
