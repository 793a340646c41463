"""Gold files: what a line holds, and what is wrong with one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contactline import intake
from contactline.quality import gold

FACT = {"quote": "shelled Stepanakert", "type": "ASSAULT", "source": ["AZE"], "target": ["NKR"]}


def test_a_gold_row_may_name_a_file_and_undated_withholds_its_facts(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("The text.")
    row = {"id": "a", "file": "x.txt", "title": "T", "publisher": "P", "published": "2020-10-05", "events": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n\n")

    (known,) = gold.read_gold(tmp_path / "gold.jsonl")
    (bare,) = gold.read_gold(tmp_path / "gold.jsonl", undated=True)

    assert (known.article.body, known.article.title, str(known.article.published)) == (
        "The text.",
        "T",
        "2020-10-05",
    )
    assert (bare.article.body, bare.article.title, bare.article.published) == ("The text.", "", None)
    assert str(bare.published) == "2020-10-05"


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}'])
def test_a_broken_gold_row_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "gold.jsonl").write_text("\n" + line)

    with pytest.raises(intake.InputError, match="line 2: not an annotated article"):
        gold.read_gold(tmp_path / "gold.jsonl")


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ({"events": {}}, '"events" is not a list of objects'),
        ({"events": [FACT | {"type": "RAID"}]}, "event 1 is of the type 'RAID', none of ACCUSE"),
        ({"events": [{"type": "ASSAULT"}]}, 'event 1 has no "quote"'),
        ({"events": [FACT, FACT | {"source": "AZE"}]}, '"source" of event 2 is not a list of country codes'),
        ({"events": [FACT | {"date_end": "2020-13-01"}]}, "'2020-13-01', is not a date"),
        ({"events": [], "places": ["Talish"]}, '"places" is not an object of names'),
    ],
)
def test_an_annotation_that_could_not_be_scored_is_told(
    tmp_path: Path, facts: dict[str, object], fault: str
) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "a", "text": "They met."} | facts))

    with pytest.raises(intake.InputError, match=r"line 1, article 'a': ") as error:
        gold.read_gold(tmp_path / "gold.jsonl")

    assert fault in str(error.value)


def test_a_second_line_with_an_id_is_told_and_any_sign_may_stand_in_a_text(tmp_path: Path) -> None:
    row = json.dumps({"id": "a", "text": "They met.\u2028They left.", "events": []}, ensure_ascii=False)
    (tmp_path / "gold.jsonl").write_text(f"{row}\n")
    assert [found.article.body for found in gold.read_gold(tmp_path / "gold.jsonl")] == [
        "They met.\u2028They left."
    ]

    (tmp_path / "gold.jsonl").write_text(f"{row}\n{row}\n")
    with pytest.raises(intake.InputError, match="line 2: the id 'a' has a line already"):
        gold.read_gold(tmp_path / "gold.jsonl")
