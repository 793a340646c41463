"""The lexicon's rows beside a build come back as they were."""

from __future__ import annotations

from pathlib import Path

from contactline.lexicon import load
from contactline.tables import lexicon_copy
from contactline.tables.lexicon_copy import LexiconRow


def test_rows_of_all_tables_are_kept(tmp_path: Path) -> None:
    lexicon = load()

    lexicon_copy.write(tmp_path, lexicon)
    found = lexicon_copy.read(tmp_path)

    assert {row.table for row in found} == set(lexicon.tables)
    assert LexiconRow("incident_kinds", tuple(list(lexicon.rows("incident_kinds")[0].values())[:-1])) in found


def test_a_build_without_them_or_with_a_broken_file_has_none(tmp_path: Path) -> None:
    none = lexicon_copy.read(tmp_path)
    (tmp_path / lexicon_copy.FILE).write_text("no table")

    assert none == lexicon_copy.read(tmp_path) == frozenset()
