"""Where the rows of each article come from."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import made
import pytest

from contactline import intake
from contactline.gathering import Articles, Outcome, Plan, not_coded
from contactline.intake.errors import Refuse
from contactline.records import Article
from contactline.rejects import Reject
from contactline.tables import assemble, parts, reuse, store
from contactline.tables.cache import Cache

STAMP = {"lexicon": "words", "code": "code"}


def code(work: tuple[Article, str]) -> Outcome:
    """A stand-in for coding: an article named "bad" cannot be coded."""
    article, digest = work
    if article.article_id == "bad":
        return not_coded(article, digest, "ValueError")
    part = made.part(made.coded(article.article_id, article.body), digest)
    return Outcome(article.article_id, "", digest, parts.pack(part))


class Build:
    """A build in a folder, as far as its rows: which articles were coded, and which rows there are."""

    def __init__(self, place: Path, ids: str, cut_after: int | None = None) -> None:
        source, tables = place / "in.jsonl", place / "t"
        tables.mkdir(exist_ok=True)
        source.write_text("".join(json.dumps({"id": key, "text": made.TEXT}) + "\n" for key in ids.split()))
        self.articles = Articles.read(partial(intake.read, [source]), STAMP, Path(tempfile.mkdtemp(dir=place)))
        self.coded: list[str] = []
        work = Path(tempfile.mkdtemp(dir=place))
        with closing(Cache(tables)) as cache:
            plan = Plan.of(self.articles, reuse.unchanged(tables, self.articles.digests, work), cache)
            self.kept, self.resumed = sorted(plan.kept.places), plan.resumed
            rows = plan.rows(cache, map(self._code, self.articles.of(plan.todo)), self._code)
            if cut_after is not None:
                for _ in range(cut_after):
                    next(rows)
                return
            found = assemble.article_tables(rows, self.articles.origins, work)
        self.ids = found["articles"]["article_id"].to_pylist()
        self.events = found["events"]["event_id"].to_pylist()
        store.write(tables, made.whole(found), {})

    def _code(self, work: tuple[Article, str]) -> Outcome:
        self.coded.append(work[0].article_id)
        return code(work)


def test_a_build_that_was_cut_short_goes_on_where_it_was(tmp_path: Path) -> None:
    first = Build(tmp_path, "a b c", cut_after=2)
    second = Build(tmp_path, "a b c")

    assert (first.coded, second.coded, second.resumed, second.ids) == (["a", "b"], ["c"], 2, ["a", "b", "c"])


def test_rows_of_the_last_build_of_the_cache_and_of_today_stand_in_todays_order(tmp_path: Path) -> None:
    Build(tmp_path, "b c d")
    Build(tmp_path, "x y", cut_after=1)

    last = Build(tmp_path, "d y b c x")

    assert (last.kept, last.resumed, last.coded) == (["b", "c", "d"], 1, ["y"])
    assert last.ids == ["d", "y", "b", "c", "x"]
    assert last.events == [f"{key}-01" for key in last.ids]


def test_why_an_article_has_no_rows_is_told_and_it_is_tried_again(tmp_path: Path) -> None:
    first, second = Build(tmp_path, "a bad c"), Build(tmp_path, "a bad c")

    told = "the article could not be coded (ValueError)."
    left = Reject(str(tmp_path / "in.jsonl"), 2, "bad", told, "Shorten it or leave it out, and report this.")
    assert (first.articles.rejects, first.ids) == ([left], ["a", "c"])
    assert (second.coded, second.articles.rejects, second.ids) == (["bad"], [left], ["a", "c"])


def test_what_the_cache_has_lost_is_coded_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Build(tmp_path, "a b c", cut_after=3)
    monkeypatch.setattr(Cache, "get", lambda self, digest: b"broken")

    again = Build(tmp_path, "a b c")

    assert (again.resumed, again.coded, again.ids) == (3, ["a", "b", "c"], ["a", "b", "c"])


def test_the_inputs_are_read_once(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"id": key, "text": made.TEXT}) + "\n" for key in "abc"))
    notes: list[str] = []
    articles = Articles.read(partial(_noting, source, notes), STAMP, tmp_path)
    source.unlink()

    with closing(Cache(tmp_path)) as cache:
        plan = Plan.of(articles, reuse.Kept(), cache)
        rows = list(plan.rows(cache, map(code, articles.of(plan.todo)), code))

    assert [part["articles"]["article_id"][0].as_py() for part in rows] == ["a", "b", "c"]
    assert notes == ["read"]


def _noting(source: Path, notes: list[str], refuse: Refuse) -> Iterator[Article]:
    notes.append("read")
    yield from intake.read([source], refuse)


def test_an_article_in_another_order_of_files_keeps_its_digest(tmp_path: Path) -> None:
    for name, key in (("one.jsonl", "a"), ("two.jsonl", "b")):
        (tmp_path / name).write_text(json.dumps({"id": key, "text": made.TEXT}) + "\n")
    one, two = (Path(tempfile.mkdtemp(dir=tmp_path)) for _ in range(2))
    there = Articles.read(partial(intake.read, [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]), STAMP, one)
    back = Articles.read(partial(intake.read, [tmp_path / "two.jsonl", tmp_path / "one.jsonl"]), STAMP, two)

    assert (list(there.digests), list(back.digests)) == (["a", "b"], ["b", "a"])
    assert there.digests == back.digests
    assert [article.article_id for article, _ in back.of({"a"})] == ["a"]
