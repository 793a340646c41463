"""How the dashboard grows with the number of events: reading, the index, the counts, the charts, the pages.

    python bench/dashboard_scale.py [EVENTS ...] [--keep FOLDER]

The tables of the five articles are repeated, each copy some days later or earlier than the last, until they hold
so many events (default: 10,000 and 1,000,000). Printed are seconds of the processor (so that a busy machine does
not count). ``--keep`` leaves the tables there, for CONTACTLINE_TABLES=FOLDER streamlit run dashboard.py.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from streamlit.testing.v1 import AppTest

from contactline import locations, pipeline
from contactline.charts import timeline
from contactline.lexicon import load
from contactline.tables import schemas, store
from contactline.views import labels, query
from contactline.views.query import EventIndex, Filters

LEXICON = load()

ROOT = Path(__file__).parents[1]
PAGES = ("overview", "timeline", "map", "actors", "sources")
DAYS = ("date_start", "date_end", "published", "published_start", "published_end")
SOME_YEARS = Filters(date(2019, 1, 1), date(2022, 12, 31), actors=("RUS", "AZE"))
T = TypeVar("T")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="*", type=int, default=[10_000, 1_000_000])
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        pipeline.build([locations.ARTICLES], Path(scratch) / "five")
        for number in arguments.events:
            folder = arguments.keep or Path(scratch) / str(number)
            repeat(Path(scratch) / "five", folder, number)
            measure(folder)


def repeat(five: Path, folder: Path, events: int) -> None:
    """Write the tables of the five articles so often that they hold at least so many events."""
    copies = -(-events // store.read_table(five, "events").num_rows)
    shifts = np.random.default_rng(1).integers(-3000, 800, copies)
    tables = {name: store.read_table(five, name) for name in schemas.SCHEMAS}
    for name in (*schemas.ARTICLE_TABLES, "incidents"):
        tables[name] = repeated(tables[name], copies, shifts)
    of_the_build = ("tables_version", "build", "counts")
    store.write(folder, tables, {k: v for k, v in store.read_build(five).items() if k not in of_the_build})


def repeated(table: pa.Table, copies: int, shifts: np.ndarray) -> pa.Table:
    rows = table.num_rows
    number = np.repeat(np.arange(copies), rows)
    found = table.take(pa.array(np.tile(np.arange(rows), copies)))
    suffix = pa.array(number).cast(pa.string())
    later = pa.array(shifts[number].astype("timedelta64[D]").astype("timedelta64[s]"))
    for place, field in enumerate(table.schema):
        column = found.column(place)
        if field.name in ("article_id", "event_id", "incident_id", "copy_of"):
            column = pc.binary_join_element_wise(column, suffix, "-")
        elif field.name in DAYS:
            column = pc.add(column.cast(pa.timestamp("s")), later).cast(pa.date32())
        elif field.name == "ref":
            own = pc.equal(found.column("kind"), "event")
            column = pc.if_else(own, pc.binary_join_element_wise(column, suffix, "-"), column)
        found = found.set_column(place, field, column.cast(field.type))
    return found


def measure(folder: Path) -> None:
    tables = timed("read the tables", lambda: store.read(folder))
    say(f"{len(tables.events):,} events of {len(tables.articles):,} articles")
    index = timed("build the index, once a build", lambda: EventIndex.build(tables, LEXICON))
    called = query.names(tables, LEXICON)
    kinds = {name: labels.kinds(LEXICON)[name] for name in labels.type_quads(LEXICON)}
    for name, filters in (("everything", Filters()), ("four years, two actors", SOME_YEARS)):
        mask = timed(f"select: {name}", lambda filters=filters: index.select(filters))
        timed(
            "  counts by class, type, place",
            lambda mask=mask: [index.counts(mask, column) for column in ("quad", "kind", "place_id")],
        )
        timed(
            "  the sentence over the page",
            lambda mask=mask, filters=filters: (query.shown(index, mask, filters, called), index.also(filters)),
        )
        events = timed("  the selected rows", lambda mask=mask: index.events[mask])
        span = query.bulk(events)
        if span:
            timed(
                "  the chart of time with lanes",
                lambda events=events, span=span: timeline.focus(events, *span, False, kinds),
            )
    timed("words to look through, once they are asked for", lambda: index.sentences)
    timed("select: words", lambda: index.select(Filters(text="ceasefire")))
    os.environ |= {"CONTACTLINE_TABLES": str(folder), "CONTACTLINE_ARTICLES": str(locations.ARTICLES)}
    app = timed("the dashboard opened: read and indexed", lambda: opened())
    for page in PAGES:
        timed(f"page {page}", lambda page=page: app.switch_page(f"pages/{page}.py").run())
        if app.exception:
            raise SystemExit(f"{page}: {app.exception[0].value}")


def opened() -> AppTest:
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=600).run()


def timed(what: str, work: Callable[[], T]) -> T:
    began = time.process_time()
    found = work()
    say(f"{time.process_time() - began:9.3f} s  {what}")
    return found


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
