"""The command line: each command is a few lines over the library, which it imports when it runs.

The clock is read here and nowhere else.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from contactline import __version__, lexicon, locations

if TYPE_CHECKING:
    from contactline.intake import Options
    from contactline.pipeline import BuildSummary
    from contactline.rejects import Reject
    from contactline.views.export_request import Request

_NAMED = 10  # at most so many files not read, and inputs that could not be used, are listed by name
_REJECTED = 3  # the exit status of build --strict where an input could not be used
_SECONDS_A_LINE = 30  # seconds between two lines of progress in a log
_DAY = click.DateTime(["%Y-%m-%d"])

_tables = click.option(
    "--tables",
    type=click.Path(path_type=Path, file_okay=False),
    default=locations.TABLES,
    envvar="CONTACTLINE_TABLES",
    help="The folder of the tables [CONTACTLINE_TABLES or data/tables].",
)
_output = click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write [standard output]."
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
@click.option(
    "--jobs",
    type=click.IntRange(1),
    help="Processes that code the articles [one for each core; few articles need one].",
)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers code the articles.")
@_lexicon
@click.option(
    "--corrections",
    "corrected",
    type=click.Path(path_type=Path, dir_okay=False),
    default=locations.CORRECTIONS,
    envvar="CONTACTLINE_CORRECTIONS",
    help="The file of what a reader has put right [CONTACTLINE_CORRECTIONS or data/corrections.csv].",
)
@click.option("--strict", is_flag=True, help=f"End with status {_REJECTED} where an input could not be used.")
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="The column that holds a field, such as text=content; may be repeated.",
)
@click.option(
    "--day-order",
    type=click.Choice(["dmy", "mdy"]),
    help="What comes first in dates such as 3/4/2020 [what the other dates of the column allow].",
)
@click.option("--dry-run", is_flag=True, help="Only show what would be read, and how it is understood.")
def build(
    articles: tuple[Path, ...],
    tables: Path,
    jobs: int | None,
    scheduler: str | None,
    folder: Path,
    corrected: Path,
    strict: bool,
    dry_run: bool,
    **said: Any,
) -> None:
    """Code ARTICLES into tables.

    ARTICLES are folders and files [data/articles]: texts, pages, JSON, CSV, Excel and Parquet tables, feeds, web
    archives, mails, Word, PDF, exports of LexisNexis, Factiva and ProQuest, each packed or not. The tables then
    hold exactly these articles; an article that has not changed since the last build is not coded again. A build
    that is stopped goes on where it was when it is begun again. What cannot be read or coded is left out and
    listed in rejects.csv beside the tables.
    """
    from contactline import intake, pipeline

    inputs, now = articles or (locations.ARTICLES,), datetime.now(UTC).replace(microsecond=0)
    notes: list[str] = []
    reading = intake.Options(_columns(said["columns"]), said["day_order"] or "", notes.append)
    if dry_run:
        _show_preview(inputs, folder, reading)
        return
    with _plain_errors(), _bar() as progress:
        words = lexicon.load(folder)
        report = pipeline.build(
            inputs,
            tables,
            jobs=jobs,
            scheduler=scheduler,
            progress=progress,
            time=now,
            lexicon=words,
            reading=reading,
            corrected=corrected,
        )
    _show_notes(notes)
    _show_build(report)
    _show_corrections(report)
    if others := intake.left_out(articles):
        named = ", ".join(map(str, others[:_NAMED])) + (", ..." if len(others) > _NAMED else "")
        click.echo(f"Not read, as they are not articles ({len(others)}): {named}", err=True)
    if strict and report.rejects:
        sys.exit(_REJECTED)


def _columns(said: tuple[str, ...]) -> dict[str, str]:
    """Parse options such as "text=content" into the column's name by the field that it holds."""
    from contactline.intake import columns

    found = {}
    for one in said:
        field, _, column = one.partition("=")
        if field not in columns.FIELDS or not column:
            told = f"{one}: expected FIELD=COLUMN, with a field of {', '.join(columns.FIELDS)}."
            raise click.UsageError(told)
        found[field] = column
    return found


def _show_preview(inputs: tuple[Path, ...], folder: Path, reading: Options) -> None:
    from contactline import preview

    with _plain_errors():
        found = preview.look(inputs, lexicon.load(folder), reading)
    for line in preview.lines(found):
        click.echo(line)
    _show_notes(found.notes)
    _show_rejects(found.rejects)


def _show_notes(notes: Sequence[str]) -> None:
    for note in notes[:_NAMED]:
        click.echo(note, err=True)
    if len(notes) > _NAMED:
        click.echo(f"and {len(notes) - _NAMED} more notes on the inputs", err=True)


def _show_rejects(rejects: Sequence[Reject], listed: str = "") -> None:
    for reject in rejects[:_NAMED]:
        click.echo(f"Left out: {reject}", err=True)
    if rejects:
        click.echo(f"Inputs that could not be used: {len(rejects)}{listed}", err=True)


def _show_build(report: BuildSummary) -> None:
    from contactline.tables import store

    resumed = f", {report.resumed} by an earlier build" if report.resumed else ""
    click.echo(
        f"{report.articles} articles ({report.coded} coded now{resumed}), {report.events} events, "
        f"{report.incidents} incidents in {report.tables}"
    )
    for key, language in report.not_coded:
        click.echo(f"Not coded, since it is not in English ({language}): {key}")
    _show_rejects(report.rejects, f", all of them listed in {report.tables / store.REJECTS}")


def _show_corrections(report: BuildSummary) -> None:
    """Print how many corrections were applied, and each one that was not."""
    if not report.corrections:
        return
    left = [(what, field, state) for what, field, state in report.corrections if state != "applied"]
    click.echo(f"Corrections applied: {len(report.corrections) - len(left)}")
    for what, field, state in left[:_NAMED]:
        click.echo(f"Correction not applied ({state}): {what}, {field}", err=True)
    if len(left) > _NAMED:
        click.echo(
            f"Corrections not applied: {len(left)}, listed by: contactline export --what corrections", err=True
        )


_EXPORTS = ("events", "articles", "sentences", "mentions", "incidents", "corrections", "dyads", "tolls", "actors")
_FORMATS = ("csv", "xlsx", "parquet", "json", "jsonl", "geojson", "timelinejs", "gexf", "graphml", "annotated")


@main.command()
@click.option("--what", type=click.Choice([*_EXPORTS, "places"]), default="events", help="Which rows [events].")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="csv",
    help="The format [csv]. geojson: events, incidents, places; timelinejs: events, incidents; gexf and graphml: "
    "the network of events; annotated: articles with their events, for contactline evaluate.",
)
@click.option("--profile", type=click.Choice(["polecat", "ucdp"]), help="The columns of another data set.")
@click.option("--bom", is_flag=True, help="Begin a CSV with the mark by which Excel knows UTF-8.")
@click.option("--short-names", "short", is_flag=True, help="Names of columns that a shapefile can hold.")
@click.option(
    "--datapackage", is_flag=True, help="Describe the CSV in datapackage.json beside it, as Frictionless reads it."
)
@click.option("--from", "start", type=_DAY, metavar="YYYY-MM-DD", help="Events that end on this day or later.")
@click.option("--to", "end", type=_DAY, metavar="YYYY-MM-DD", help="Events that begin on this day or earlier.")
@click.option(
    "--actor", "actors", multiple=True, help="An actor's name or id, or a country code; may be repeated."
)
@click.option(
    "--role",
    type=click.Choice(["any", "source", "target", "mediator", "speaker"]),
    default="any",
    help="The actor's part [any].",
)
@click.option(
    "--pair", "pairs", multiple=True, help="Who to whom, as in Russia>Armenia (* is anyone); may be repeated."
)
@click.option(
    "--type",
    "types",
    multiple=True,
    help="CONSULT, with its mode CONSULT-phone, or a class such as 'verbal conflict'; may be repeated.",
)
@click.option("--status", "statuses", multiple=True, help="reported, claimed, planned, denied, background.")
@click.option("--place", "places", multiple=True, help="A place's name or id; may be repeated.")
@click.option("--publisher", "publishers", multiple=True, help="A publisher; may be repeated.")
@click.option(
    "--text", default="", help='Words in the sentence or the names; "a phrase", OR and -without are understood.'
)
@click.option(
    "--known",
    "precision",
    type=click.Choice(["any", "day", "vague", "none"]),
    default="any",
    help="How exactly the date is known [any].",
)
@click.option("--undated", is_flag=True, help="With --from or --to: events without a date, too.")
@click.option(
    "--without",
    type=click.Choice(["background", "completed", "unlisted", "reported"]),
    multiple=True,
    help="Leave out background history, completed parties, names beyond the lexicon, or days of the report alone.",
)
@_tables
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write, or a folder, where the file is named after the filters [standard output].",
)
def export(tables: Path, output: Path | None, datapackage: bool, **asked: Any) -> None:
    """Write flat rows of the tables for other programs; contactline codebook says what their columns mean.

    With filters: the events that meet them all, as on the dashboard, and the incidents, articles and so on with
    such an event.
    """
    from contactline.tables import store
    from contactline.views import export_request

    if output is None and asked["form"] in ("xlsx", "parquet") and sys.stdout.isatty():
        raise click.UsageError(
            f"{asked['form']} is a binary format and cannot be written to a terminal: name a file with --output."
        )
    if output is None and datapackage:
        raise click.UsageError("datapackage.json is written beside a file: name one with --output.")
    with _plain_errors():
        found = store.read(tables)
        request = _request(asked)
        made = export_request.make(found, request, lexicon.load())
        path = output / made.name if output is not None and output.is_dir() else output
        described = export_request.described(request, made, path.name) if path and datapackage else None
        with _output_file(path) as f:
            f.write(made.data)
        if path and described:
            _describe(path.with_name("datapackage.json"), described, found.build)
        if path and path != output:
            click.echo(path)


def _request(asked: dict[str, Any]) -> Request:
    """Turn the options of export into a request; it has no filters where no option for them is given."""
    from contactline.views.export_request import Request
    from contactline.views.query import Filters

    own = {name: asked.pop(name) for name in ("what", "form", "profile", "bom", "short")}
    own["profile"] = own["profile"] or ""
    start, end = (day and day.date() for day in (asked.pop("start"), asked.pop("end")))
    asked |= dict.fromkeys(asked.pop("without"), False)
    filters = Filters(start, end, **asked)
    return Request(**own, filters=None if filters == Filters(role=filters.role) else filters)


def _describe(path: Path, resource: Mapping[str, Any], build: Mapping[str, Any]) -> None:
    """Add an exported file to the datapackage.json in its folder."""
    from contactline.views import codebook

    known = path.read_text(encoding="utf-8") if path.is_file() else ""
    try:
        text = codebook.package(resource, build, known)
    except (ValueError, KeyError, TypeError):
        raise click.ClickException(f"{path} is not a data package of Contact Line: move it away first.") from None
    with _output_file(path) as f:
        f.write(text.encode("utf-8"))


@main.command()
@_output
def codebook(output: Path | None) -> None:
    """Say what every column of the exports and of the stored tables means, in Markdown."""
    from contactline.views import codebook as codebook_module

    with _plain_errors(), _output_file(output) as f:
        f.write(codebook_module.document().encode("utf-8"))


@main.command()
@click.argument("source", metavar="IN.jsonl", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_output
@_lexicon
def annotate(source: Path, output: Path | None, folder: Path) -> None:
    """Mark dates, places, actors and events in texts.

    Reads and writes JSON lines: one out for each one in, in the same order, with offsets of the text as given.
    """
    from contactline import annotate as annotate_module
    from contactline import intake

    with _plain_errors(), _output_file(output) as f:
        for record in annotate_module.annotate(intake.lines(source), lexicon.load(folder)):
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

    All faults are listed at once, each with its file and row. The exit code is 1 where there are any.
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
    where = f"{table}.csv" if table else "the lexicon"
    click.echo(f"{len(faults) or 'No'} fault{'s' * (len(faults) != 1)} in {where}.")
    sys.exit(1 if faults else 0)


@main.command()
@click.argument("sentence")
@click.option("--published", type=_DAY, metavar="YYYY-MM-DD", help="The day of the article that contains it.")
@_lexicon
def explain(sentence: str, published: datetime | None, folder: Path) -> None:
    """Show how a SENTENCE is coded, and why so.

    Names, dates, the parse, each pattern that was tried with the first condition that failed, and what each
    field of an event rests on. With --lexicon an edit can be tried on a copy of the tables.
    """
    from contactline.quality import explain as explain_module
    from contactline.quality import explain_text

    with _plain_errors():
        found = explain_module.explain(sentence, lexicon.load(folder), published and published.date())
    for line in explain_text.lines(found):
        click.echo(line)


@main.command()
@click.argument("gold", metavar="GOLD.jsonl", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--misses", is_flag=True, help="Also list what was missed, invented or half right.")
@click.option("--undated", is_flag=True, help="Withhold all but the text of the articles.")
@click.option(
    "--record",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write the figures and the day into this JSON file, under the name of GOLD; other names are kept.",
)
@_lexicon
def evaluate(gold: Path, misses: bool, undated: bool, record: Path | None, folder: Path) -> None:
    """Measure accuracy against annotated articles.

    The README describes a line of GOLD.jsonl under "Your own annotated articles".
    """
    from contactline.quality import evaluate as evaluate_module
    from contactline.quality import measured

    with _plain_errors():
        figures, lines = evaluate_module.evaluate(evaluate_module.read_gold(gold, undated), lexicon.load(folder))
    for line in lines if misses else ():
        click.echo(line)
    click.echo(json.dumps(figures, indent=1))
    if record:
        with _plain_errors():
            measured.record(record, gold.stem, figures, datetime.now(UTC).date())


@main.command()
@click.argument("old", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("new", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="The format [text].")
def diff(old: Path, new: Path, form: str) -> None:
    """Show what differs between the tables of two builds, OLD and NEW, and why.

    Articles, events and incidents that were added, removed or changed, each with the cause: the article's text,
    what the manifest says of it, rows of the lexicon, the code, a correction.
    """
    from contactline.tables import diff as diff_module

    with _plain_errors():
        changes = diff_module.compare(old, new)
    for change in changes:
        click.echo(json.dumps(change.record(), ensure_ascii=False) if form == "jsonl" else str(change))
    if form == "text":
        click.echo(diff_module.summary(changes))


@main.command()
@_tables
@click.option("--clear", is_flag=True, help="Remove it; what it held has to be coded again where it is needed.")
def cache(tables: Path, clear: bool) -> None:
    """Show the size of the cache beside the tables, from which a build that was stopped continues."""
    from contactline.tables import cache as cache_module

    with _plain_errors():
        held = cache_module.clear(tables) if clear else cache_module.size(tables)
    what = "Removed" if clear else "Kept"
    click.echo(f"{what}: {held.articles:,} coded articles, {held.bytes / 1e6:,.1f} MB, in {tables}")
    if not clear:
        click.echo(f"At the end of a build no more than {cache_module.LIMIT_BYTES / 1e6:,.0f} MB are kept.")


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Errors of the input, the lexicon and the tables as one message, without a traceback."""
    from contactline import intake
    from contactline.quality import measured
    from contactline.tables import store
    from contactline.views import export

    try:
        yield
    except (
        intake.InputError,
        lexicon.LexiconError,
        store.StoreError,
        export.ExportError,
        measured.MeasuredError,
        ModuleNotFoundError,
    ) as error:
        raise click.ClickException(str(error)) from None
    except BrokenPipeError:
        sys.exit(1)
    except OSError as error:
        message = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        raise click.ClickException(message) from None


@contextmanager
def _bar() -> Iterator[Callable[[int, int, str], None]]:
    """Show progress on standard error with rate and time left: as a bar in a terminal, as a line now and then
    in a log.
    """
    from tqdm import tqdm

    if not sys.stderr.isatty():
        yield _progress_lines()
        return
    with tqdm(unit=" articles", leave=False) as bar:

        def progress(done: int, total: int, what: str) -> None:
            bar.total = total
            bar.set_postfix_str(what[:40], refresh=False)
            bar.update(done - bar.n)

        yield progress


def _progress_lines() -> Callable[[int, int, str], None]:
    """Progress as a line of text every half a minute."""
    from tqdm import tqdm

    began = told = time.monotonic()
    form = "{n_fmt} of {total_fmt} articles coded, {rate_fmt}, {remaining} left"

    def progress(done: int, total: int, what: str) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= _SECONDS_A_LINE:
            told = now
            line = tqdm.format_meter(done, total, now - began, unit=" articles", bar_format=form)
            click.echo(line, err=True)

    return progress


@contextmanager
def _output_file(output: Path | None) -> Iterator[BinaryIO]:
    """Open the file to write; it replaces an existing one only when it is complete. Standard output if none is
    named.
    """
    if output is None:
        yield sys.stdout.buffer
    # a device or a pipe cannot be replaced, so it is written to directly
    elif output.exists() and not output.is_file():
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
