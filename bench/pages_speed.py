"""How much of the processor each page of the dashboard takes, and the memory of the process after it.

    python bench/pages_speed.py [TABLES] [--articles PATH] [--runs N] [--visitors N]

The pages run without a browser, one visitor, no filter; the first figure is what a server's first page takes (to
import, read the tables, and index them). Printed are seconds of the processor, of N runs the median (so that a
busy machine counts little), and resident MB, of them those of mapped files, which the system may take back.
Of each page the first run, the same again, and with other days are printed. With ``--visitors`` so many open each
page instead, and what is printed is the mean of their runs. The tables are shown as they are: nothing is coded.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from contactline import locations
from contactline.tables import freshness

YEARS = (2015, 2018)
ROOT = Path(__file__).parents[1]
PAGES = ("overview", "timeline", "map", "actors", "incidents", "casualties", "sources", "verdicts", "method")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="?", type=Path, default=locations.TABLES)
    parser.add_argument("--articles", type=Path, default=locations.ARTICLES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--visitors", type=int, default=0)
    arguments = parser.parse_args()
    os.environ |= {"CONTACTLINE_TABLES": str(arguments.tables), "CONTACTLINE_ARTICLES": str(arguments.articles)}
    freshness.differs = lambda *_: False  # the tables are shown as they are, whatever they were coded from
    app = opened()
    show("first page", [seconds(app)])
    if arguments.visitors:
        crowd(arguments.visitors)
        return
    for number, page in enumerate(PAGES):
        app.switch_page(f"pages/{page}.py")
        show(f"{page}: first run", [seconds(app)])
        show(f"{page}: the same again", [seconds(app) for _ in range(arguments.runs)])
        show(f"{page}: other days", [seconds(choose_days(app, number, year)) for year in YEARS])


def opened() -> AppTest:
    """The dashboard as a new visitor has it."""
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=600)


def choose_days(app: AppTest, number: int, year: int) -> AppTest:
    """Choose four years that no page before has asked for; ``number`` is that of the page."""
    app.date_input(key="dates").set_value((date(year, 1, 1 + number), date(year + 3, 12, 1 + number)))
    return app


def crowd(number: int) -> None:
    """So many visitors, each of whom opens one page after the other."""
    visitors = [opened() for _ in range(number)]
    show(f"the first page of each of {number} visitors", [statistics.mean(map(seconds, visitors))])
    runs = []
    for page in PAGES:
        for app in visitors:
            app.switch_page(f"pages/{page}.py")
            runs.append(seconds(app))
    show(f"a page run, the mean of {len(runs)}", [statistics.mean(runs)])


def seconds(app: AppTest) -> float:
    """The seconds of the processor of one run. Ends the program where the page fails."""
    began = time.process_time()
    app.run()
    if app.exception:
        raise SystemExit(app.exception[0].value)
    return time.process_time() - began


def show(what: str, times: list[float]) -> None:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    facts = {line.partition(":")[0]: line.split()[1] for line in status.splitlines() if line.startswith("Rss")}
    mapped = int(facts["RssFile"]) // 1024
    resident = sum(int(kilobytes) for kilobytes in facts.values()) // 1024
    sys.stdout.write(f"{statistics.median(times):8.2f} s {resident:7,} MB ({mapped:,} of files)  {what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
