"""Articles beside a build: coded, and linked with the build's own, in memory alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from dashboards import ONE

from contactline import beside, lexicon, pipeline
from contactline.beside import Added
from contactline.intake import Limits
from contactline.records import Article
from contactline.rejects import Reject
from contactline.tables import schemas, store

WORDS = lexicon.load()
LIMITS = Limits(articles=3, letters=1_000, megabytes=1, seconds=60)
OTHER = "Baku, 12 May 2021. Azerbaijan shelled the town of Goris on 11 May 2021, killing 5 people, officials said."


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("beside")
    (folder / "articles").mkdir()
    (folder / "articles" / "one.txt").write_text(ONE, encoding="utf-8")
    pipeline.build([folder / "articles"], folder / "tables", lexicon=WORDS)
    return folder / "tables"


def coded(text: str = OTHER) -> Added:
    (found,) = beside.code([Article("yours-1", text)], LIMITS, WORDS, lambda *_: None)
    assert isinstance(found, Added)
    return found


def test_nothing_beside_a_build_gives_its_own_tables(tables: Path) -> None:
    found = beside.with_added(beside.stored(tables), [], WORDS)

    expected = {name: store.read_table(tables, name) for name in schemas.SCHEMAS}
    assert {name: found[name].cast(schema) for name, schema in schemas.SCHEMAS.items()} == expected


def test_an_added_report_joins_the_incident_that_the_build_tells(tables: Path) -> None:
    one = coded()
    before = sorted(path.name for path in tables.iterdir())

    found = store.of_tables(tables, {}, beside.with_added(beside.stored(tables), [one], WORDS))

    shelled = found.events[found.events["type"] == "ASSAULT"]
    assert (sorted(shelled["article_id"]), shelled["incident_id"].nunique()) == (["one", "yours-1"], 1)
    assert sorted(path.name for path in tables.iterdir()) == before


def test_added_articles_alone(tables: Path) -> None:
    found = store.of_tables(tables, {}, beside.with_added(beside.empty_tables(), [coded()], WORDS))

    assert (list(found.articles["article_id"]), len(found.events)) == (["yours-1"], coded().events)


def test_when_the_time_is_over_no_other_article_is_begun() -> None:
    limits = Limits(articles=3, letters=1_000, megabytes=1, seconds=-1)

    found = list(beside.code([Article("yours-1", OTHER, origin="a.txt")], limits, WORDS, lambda *_: None))

    reason = "the time for coding, -1 seconds, was over before it."
    assert found == [Reject("a.txt", None, "", reason, "Add it once more by itself.")]


def test_an_article_that_cannot_be_coded_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    code = pipeline.code

    def failing(article: Article, words: lexicon.Lexicon) -> object:
        if article.title == "Bad":
            raise RuntimeError
        return code(article, words)

    monkeypatch.setattr(pipeline, "code", failing)
    articles = [Article("yours-1", OTHER, title="Bad", origin="a.txt"), Article("yours-2", OTHER)]

    bad, good = beside.code(articles, LIMITS, WORDS, lambda *_: None)

    assert bad == Reject(
        "a.txt", None, "", "the article could not be coded (RuntimeError).", "Shorten it or leave it out."
    )
    assert isinstance(good, Added)
