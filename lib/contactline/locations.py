"""Where the project's own files lie, and where its tables go unless the caller says otherwise."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "data" / "articles"
TABLES = ROOT / "data" / "tables"
CORRECTIONS = ROOT / "data" / "corrections.csv"
LEXICON = ROOT / "data" / "lexicon"
PARSER = ROOT / "data" / "parser"
BASEMAP = ROOT / "data" / "basemap"
