"""Stores of three sizes for tests of the whole dashboard: the five articles, one article, none."""

from __future__ import annotations

from pathlib import Path

import pytest

from contactline import locations, pipeline

ROOT = Path(__file__).parents[1]
DASHBOARD = ROOT / "dashboard.py"
PAGES = (
    "overview",
    "timeline",
    "map",
    "actors",
    "incidents",
    "casualties",
    "sources",
    "whose_word",
    "compare",
    "changes",
    "verdicts",
    "method",
    "add",
)

ONE = (
    "Yerevan, 12 May 2021 (Test Agency) -- Armenian Prime Minister Nikol Pashinyan met Russian President Vladimir "
    "Putin in Moscow on Wednesday. Azerbaijan shelled the town of Goris on 11 May 2021, killing 3 people; losses were < 10 & rising. "
    "The two countries signed a ceasefire in 1994.\n"
)


def prepare(folder: Path, which: str) -> dict[str, str]:
    """The environment of a dashboard with coded tables: ``which`` is full, one or empty."""
    articles = locations.ARTICLES if which == "full" else folder / "articles"
    if which != "full":
        articles.mkdir()
        (articles / "more.jsonl").touch()
    if which == "one":
        (articles / "one.txt").write_text(ONE, encoding="utf-8")
    pipeline.build([articles], folder / "tables")
    return {"CONTACTLINE_ARTICLES": str(articles), "CONTACTLINE_TABLES": str(folder / "tables")}


def use(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("CONTACTLINE_EDIT", raising=False)
    monkeypatch.setenv("CONTACTLINE_FULL_TEXTS", "1")
