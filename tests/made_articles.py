"""Articles about made-up days of the war of 2020, as publishers of several countries might tell them."""

from __future__ import annotations

import json
from pathlib import Path

ARTICLES = (
    ("n1", "Armenpress", "2020-10-02", "Azerbaijan shelled the town of Martakert on 1 October 2020, killing 4 civilians."),
    ("n2", "Trend News Agency", "2020-10-02", "Armenian forces shelled the city of Ganja on 1 October 2020, killing 9 civilians."),
    ("n3", "Reuters", "2020-10-03", "Azerbaijan shelled the town of Martakert on 1 October 2020, killing 6 civilians. "
     "Armenia's defence ministry said on 3 October 2020 that 158 of its soldiers had been killed since the fighting began."),
    ("n4", "Armenpress", "2020-10-06", "Armenian forces lost dozens of soldiers in clashes with Azerbaijani forces on 5 October 2020. "
     "The defence ministry of Armenia said the death toll of Armenian soldiers has risen to 223."),
    ("n5", "TASS", "2020-10-11", "Armenia and Azerbaijan agreed a ceasefire in Moscow on 10 October 2020, mediated by Russia. "
     "Clashes with Azerbaijan have killed at least 376 Armenian soldiers so far."),
    ("n6", "Trend News Agency", "2020-10-11", "Armenia and Azerbaijan agreed a ceasefire in Moscow on 10 October 2020, mediated by Russia. "
     "Azerbaijan's defence ministry said that clashes have killed 500 Armenian soldiers so far."),
    ("n7", "Reuters", "2020-12-15", "Azerbaijan released 44 Armenian prisoners of war on 14 December 2020. "
     "Azerbaijani forces captured 62 Armenian soldiers on 13 December 2020."),
)  # fmt: skip


def write(file: Path) -> Path:
    """The articles as a JSONL file."""
    rows = [dict(zip(("id", "publisher", "published", "text"), article, strict=True)) for article in ARTICLES]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file
