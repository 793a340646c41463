"""The public face: contactline.code, build and load, and the examples that their docstrings and the README give."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import contactline
from contactline import pipeline
from contactline.pipeline import BuildSummary
from contactline.tables import store

ROOT = Path(__file__).parents[1]
SENTENCE = "Azerbaijan shelled Stepanakert on Sunday."


def test_importing_the_package_imports_nothing_heavy() -> None:
    program = (
        "import sys; before = set(sys.modules); import contactline; print(*sorted(set(sys.modules) - before))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(ROOT / "lib")},
        capture_output=True,
        text=True,
        check=True,
    )

    roots = {name.partition(".")[0] for name in run.stdout.split()}
    assert "contactline" in roots
    assert roots & {"pandas", "pyarrow", "spacy", "numpy", "streamlit", "click", "lxml"} == set()


def test_the_examples_of_the_docstrings_hold() -> None:
    result = doctest.testmod(contactline)

    assert (result.failed, result.attempted > 0) == (0, True)


def test_the_example_of_the_readme_prints_its_event() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    printed = io.StringIO()

    with contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {})

    assert printed.getvalue().split()[:2] == ["ASSAULT", "2021-05-11"]


@pytest.mark.parametrize("published", [date(2020, 10, 5), "2020-10-05"], ids=["a date", "a string"])
def test_the_published_day_gives_a_weekday_its_date(published: date | str) -> None:
    coded = contactline.code(SENTENCE, published=published)

    assert [timex.value for timex in coded.timexes] == ["2020-10-04"]
    assert coded.published.day == date(2020, 10, 5)


def test_facts_of_the_article_reach_the_coder() -> None:
    coded = contactline.code(SENTENCE, title="Shelling", publisher="The Paper")

    assert (coded.document.article.title, coded.document.article.publisher) == ("Shelling", "The Paper")


@pytest.mark.parametrize(
    ("text", "published", "message"),
    [
        pytest.param(SENTENCE, "Sunday", "'Sunday' is no date. Expected a day such as 2023-09-20", id="no day"),
        pytest.param(SENTENCE, "1066-10-14", "lies outside 1900 to 2100", id="a day of no article"),
        pytest.param(7, None, "\"text\" of article 'text' is int, not a string", id="no string"),
    ],
)
def test_bad_input_is_a_value_error_that_says_what_was_expected(
    text: str, published: str | None, message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        contactline.code(text, published=published)


def test_a_build_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)

    report = contactline.build([tmp_path / "a.txt"], tmp_path / "tables")
    tables = contactline.load(tmp_path / "tables")

    assert report == BuildSummary(tmp_path / "tables", 1, 1, len(tables.events), len(tables.incidents), ())
    assert list(tables.articles["article_id"]) == ["a"]
    assert list(tables.events["type"]) == ["ASSAULT"]


def test_a_build_takes_the_number_of_its_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[object] = []
    monkeypatch.setattr(pipeline, "build", lambda *_, **choices: handed.append(choices["jobs"]))

    contactline.build([tmp_path], tmp_path / "tables", jobs=3)
    contactline.build([tmp_path], tmp_path / "tables")

    assert handed == [3, None]


def test_missing_tables_say_how_they_are_made(tmp_path: Path) -> None:
    with pytest.raises(store.StoreError, match="Run: contactline build"):
        contactline.load(tmp_path / "none")
