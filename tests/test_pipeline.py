"""The whole path: what a build does again and what it takes over, and the five articles from end to end."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import made
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactline import corrections, intake, locations, pipeline
from contactline.corrections import identity
from contactline.lexicon import Lexicon, load
from contactline.records import Article, CodedArticle
from contactline.rejects import Reject
from contactline.tables import schemas, spool, store
from contactline.tables.rows import article_rows

LEXICON = load()

FIVE = Path(__file__).parents[1] / "data" / "articles"


def write(path: Path, **texts: str) -> Path:
    path.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items()))
    return path


@pytest.fixture
def coded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that the stand-in for coding was called with."""
    calls: list[str] = []

    def code(article: Article, lexicon: Lexicon) -> CodedArticle:
        calls.append(article.article_id)
        return made.coded(article.article_id, article.body)

    monkeypatch.setattr(pipeline, "code", code)
    return calls


def test_only_what_changed_is_coded_again(tmp_path: Path, coded: list[str]) -> None:
    source, tables = tmp_path / "in.jsonl", tmp_path / "t"
    steps = []
    for texts in (
        {"a": made.TEXT, "b": made.TEXT},
        {"b": made.TEXT, "a": made.TEXT + "More."},
        {"c": made.TEXT, "b": made.TEXT},
    ):
        report = pipeline.build([write(source, **texts)], tables)
        found = store.read(tables)
        steps.append(
            (coded.copy(), list(found.articles["article_id"]), list(found.events["event_id"]), report.coded)
        )
        coded.clear()

    assert steps == [
        (["a", "b"], ["a", "b"], ["a-01", "b-01"], 2),
        (["a"], ["b", "a"], ["b-01", "a-01"], 1),
        (["c"], ["c", "b"], ["c-01", "b-01"], 1),
    ]


def test_what_did_not_change_is_taken_over_whole(tmp_path: Path, coded: list[str]) -> None:
    source, tables = tmp_path / "in.jsonl", tmp_path / "t"
    pipeline.build([write(source, a=made.TEXT, b=made.TEXT)], tables)
    first = {name: store.read_table(tables, name) for name in schemas.SCHEMAS}
    coded.clear()

    report = pipeline.build([source], tables)

    assert (coded, report.coded) == ([], 0)
    assert {name: store.read_table(tables, name).equals(first[name]) for name in first} == dict.fromkeys(
        first, True
    )


def test_tables_are_stale_when_articles_or_the_lexicon_change(
    tmp_path: Path, lexicon_folder: Path, coded: list[str]
) -> None:
    source, tables, words = tmp_path / "in.jsonl", tmp_path / "t", lexicon_folder
    write(source, a=made.TEXT)
    seen = [made.stale([source], tables, load(words))]
    pipeline.build([source], tables, lexicon=load(words))
    seen.append(made.stale([source], tables, load(words)))
    write(source, a=made.TEXT + "More.")
    seen.append(made.stale([source], tables, load(words)))
    pipeline.build([source], tables, lexicon=load(words))
    with open(words / "months.csv", "a") as f:
        f.write("# a comment\n")
    seen.append(made.stale([source], tables, load(words)))

    assert seen == [True, False, True, True]


def test_progress_and_time_are_told(tmp_path: Path, coded: list[str]) -> None:
    told: list[tuple[int, int, str]] = []

    pipeline.build(
        [write(tmp_path / "in.jsonl", a=made.TEXT, b=made.TEXT)],
        tmp_path / "t",
        progress=lambda *step: told.append(step),
        time=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    )

    assert told == [(0, 2, "coding"), (1, 2, "a"), (2, 2, "b"), (2, 2, "linking")]
    assert store.read_build(tmp_path / "t")["time"] == "2026-01-02T03:04:00+00:00"


def test_a_wrong_input_leaves_the_tables_alone(tmp_path: Path, coded: list[str]) -> None:
    source, tables = tmp_path / "in.jsonl", tmp_path / "t"
    pipeline.build([write(source, a=made.TEXT)], tables)
    source.write_text("{")

    with pytest.raises(intake.InputError, match="line 1: not JSON .* Nothing is left to build from"):
        pipeline.build([source], tables)

    assert list(store.read(tables).articles["article_id"]) == ["a"]


BROKEN = [
    ZeroDivisionError("division by zero"),
    RecursionError("maximum recursion depth exceeded"),
    MemoryError(),
    OSError(36, "File name too long"),
    UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"),
]


@pytest.mark.parametrize("error", BROKEN, ids=lambda error: type(error).__name__)
def test_an_article_that_cannot_be_coded_costs_no_other(
    tmp_path: Path, coded: list[str], monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    whole = pipeline.code

    def code(article: Article, lexicon: Lexicon) -> CodedArticle:
        if article.article_id == "b":
            raise error
        return whole(article, lexicon)

    monkeypatch.setattr(pipeline, "code", code)
    source = write(tmp_path / "in.jsonl", a=made.TEXT, b=made.TEXT, c=made.TEXT)

    report = pipeline.build([source], tmp_path / "t")

    told = f"the article could not be coded ({type(error).__name__})."
    left = Reject(str(source), 2, "b", told, "Shorten it or leave it out, and report this.")
    assert (report.articles, report.coded, report.rejects) == (2, 2, (left,))
    assert list(store.read(tmp_path / "t").articles["article_id"]) == ["a", "c"]
    assert store.read_rejects(tmp_path / "t") == [left]


def test_what_could_not_be_coded_is_tried_again(
    tmp_path: Path, coded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "in.jsonl", a=made.TEXT, b=made.TEXT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            pipeline,
            "code",
            lambda article, _: 1 / 0 if article.article_id == "b" else made.coded("a", article.body),
        )
        first = pipeline.build([source], tmp_path / "t")

    second = pipeline.build([source], tmp_path / "t")

    assert ([len(r.rejects) for r in (first, second)], coded) == ([1, 0], ["b"])
    assert list(store.read(tmp_path / "t").articles["article_id"]) == ["a", "b"]


def test_nothing_is_published_where_no_article_could_be_coded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "code", lambda *_: 1 / 0)

    with pytest.raises(intake.InputError, match="could not be coded .ZeroDivisionError.. Nothing is left"):
        pipeline.build([write(tmp_path / "in.jsonl", a=made.TEXT)], tmp_path / "t")

    assert not (tmp_path / "t").exists()


def articles(folder: Path, number: int) -> Path:
    """Short articles to be coded for real, each with an event."""
    texts = {f"a{n}": f"Azerbaijan shelled Talish on {n % 28 + 1} October 2020." for n in range(number)}
    return write(folder / "in.jsonl", **texts)


def same_tables(one: Path, other: Path) -> dict[str, bool]:
    return {name: store.read_table(one, name).equals(store.read_table(other, name)) for name in schemas.SCHEMAS}


def test_processes_make_the_same_tables_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = articles(tmp_path, 6)
    pipeline.build([source], tmp_path / "one", jobs=1)
    monkeypatch.setattr(pipeline, "_WORTH_A_PROCESS", 1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "code", lambda *_: pytest.fail("coded in this process"))
        report = pipeline.build([source], tmp_path / "two", jobs=2)

    assert report.coded == 6
    assert same_tables(tmp_path / "one", tmp_path / "two") == dict.fromkeys(schemas.SCHEMAS, True)


class Stopped(BaseException):
    """What ends a build as a kill does."""


def test_a_build_that_was_stopped_goes_on_where_it_was(
    tmp_path: Path, coded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "in.jsonl", **dict.fromkeys("abcd", made.TEXT))

    def stop(done: int, total: int, what: str) -> None:
        if what == "c":
            raise Stopped

    with pytest.raises(Stopped):
        pipeline.build([source], tmp_path / "t", progress=stop)
    report = pipeline.build([source], tmp_path / "t")
    pipeline.build([source], tmp_path / "whole")

    assert (coded, report.coded, report.resumed) == (list("abccdabcd"), 2, 2)
    assert same_tables(tmp_path / "t", tmp_path / "whole") == dict.fromkeys(schemas.SCHEMAS, True)


def test_an_edit_of_the_lexicon_that_is_undone_costs_nothing(
    tmp_path: Path, lexicon_folder: Path, coded: list[str]
) -> None:
    source = write(tmp_path / "in.jsonl", a=made.TEXT)
    months = lexicon_folder / "months.csv"
    before = months.read_bytes()
    for text in (before, before + b"# a comment\n", before):
        months.write_bytes(text)
        pipeline.build([source], tmp_path / "t", lexicon=load(lexicon_folder))

    assert coded == ["a", "a"]


def test_a_full_disk_is_told_in_words_and_costs_nothing(
    tmp_path: Path, coded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "in.jsonl", a=made.TEXT)
    pipeline.build([source], tmp_path / "t")
    write(source, a=made.TEXT, b=made.TEXT)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "collect", full)
        with pytest.raises(store.StoreError, match="the disk is full .* What was there is untouched"):
            pipeline.build([source], tmp_path / "t")

    assert list(store.read(tmp_path / "t").articles["article_id"]) == ["a"]


PIECES = [
    "Azerbaijan",
    "Armenian troops",
    "Pashinyan",
    "Stepanakert",
    "the Russian president",
    "shelled",
    "agreed to",
    "met",
    "killing two",
    "said",
    "a ceasefire",
    "was",
    "on Monday",
    "on the 20th",
    "in 1994",
    "2020-2022",
    "99/99/2020",
    "’s",
    "\n",
    "\n\n",
    ".",
    "...",
    "!",
    "“",
    "”",
    "«",
    '"',
    "(",
    ")",
    "—",
    "\x00",
    "\u202e",
    "İ",
    "ﬁ",
    "\u0301",
    "👍",
    "\t",
    "<p>",
    "&amp;",
    "By A B",
    "Subscribe",
    "---",
    "https://x.y/z",
    "@x",
    "1" * 40,
    "A" * 200,
    "\ufffd",
]


@pytest.mark.parametrize("page", [False, True])
@settings(max_examples=1000, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", "", "\n", ". "])), max_size=40),
    st.sampled_from([None, date(1900, 1, 1), date(2020, 10, 4), date(2100, 12, 31)]),
)
def test_nothing_breaks_on_odd_text(page: bool, pieces: list[tuple[str, str]], day: date | None) -> None:
    text = "".join(piece + space for piece, space in pieces)

    coded = pipeline.code(
        Article("a", text, is_html=page, published=day, published_basis="metadata" if day else ""), LEXICON
    )

    words = coded.document.text
    for found in (*coded.mentions, *coded.timexes):
        assert words[found.start : found.end] == found.text
    for event in coded.events:
        assert 0 <= event.start < event.end <= len(words)
        assert event.sentence < len(coded.document.sentences)
        assert (event.when.start is None) == (event.when.end is None)
    rows = article_rows(coded, "", LEXICON)
    assert {name: store.table(name, rows[name]).num_rows for name in rows} == {n: len(r) for n, r in rows.items()}


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> store.Store:
    """The five articles, built for real."""
    tables = tmp_path_factory.mktemp("five") / "tables"
    pipeline.build([FIVE], tables)
    return store.read(tables)


def test_the_five_articles_are_dated(five: store.Store) -> None:
    rows = five.articles
    dated = zip(rows["article_id"], rows["published"].dt.date, rows["published_basis"], strict=True)

    assert sorted(dated) == [
        ("2c65f0bc1e8ed644", date(2022, 10, 31), "manifest"),
        ("845a451460190293", date(2023, 9, 20), "manifest"),
        ("bcae97faca071bd7", date(2023, 9, 21), "manifest"),
        ("be8276d035cbccc6", date(2020, 12, 7), "manifest"),
        ("c2162a0aef7b93c9", date(2023, 3, 14), "manifest"),
    ]


def test_noise_is_cut_from_the_five_articles(five: store.Store) -> None:
    text = " ".join(five.articles["text"])

    assert [
        w for w in ("Subscribe", "Slovak", "Also Read", "yqqlm", "Skip to", "Crimea", "\u00a0") if w in text
    ] == []
    assert len(five.articles) == 5
    assert all(chars > 0 for chars in five.articles.set_index("article_id")["noise_chars"][["bcae97faca071bd7"]])


def test_a_place_where_no_tables_can_be_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    monkeypatch.setattr(pipeline, "code", lambda *_: pytest.fail("coded in vain"))

    with pytest.raises(store.StoreError, match="holds files that are not tables"):
        pipeline.build([locations.ARTICLES], tmp_path)


def fix(folder: Path, *rows: tuple[str, str, str], text: str = made.TEXT) -> Path:
    """A file of corrections (what, field, value) of events that ``made.coded`` finds in the first sentence."""
    told = next(s for s in text.split("\n\n") if "shelled" in s)
    sentence = told[: told.index("two.") + 4]
    (mark,) = identity.fingerprints([("", sentence, "shelled")]).values()
    some = [
        corrections.Correction("t", kind, key, field, value, "so", "" if kind == "article" else mark)
        for (kind, _, key), field, value in ((what.partition(" "), field, value) for what, field, value in rows)
    ]
    path = folder / "corrections.csv"
    path.unlink(missing_ok=True)
    corrections.add(path, some)
    return path


def test_a_correction_codes_nothing_anew_and_is_taken_back_whole(tmp_path: Path, coded: list[str]) -> None:
    source, tables = write(tmp_path / "in.jsonl", a=made.TEXT, b=made.TEXT), tmp_path / "t"
    pipeline.build([source], tables, corrected=tmp_path / "none.csv")
    first = {name: store.read_table(tables, name) for name in schemas.SCHEMAS}
    coded.clear()

    some = [("event a-01", "day", "2020-11-05"), ("event b-01", "wrong", "")]
    report = pipeline.build([source], tables, corrected=fix(tmp_path, *some))
    found = store.read(tables)
    again = pipeline.build([source], tables, corrected=tmp_path / "corrections.csv")

    assert (coded, report.coded, again.coded) == ([], 0, 0)
    assert (
        report.corrections
        == again.corrections
        == (
            ("event a-01", "day", "applied"),
            ("event b-01", "wrong", "applied"),
        )
    )
    assert found.events[["event_id", "date_start"]].to_numpy().tolist() == [["a-01", pd.Timestamp("2020-11-05")]]
    assert found.incidents["date_start"].tolist() == [pd.Timestamp("2020-11-05")]
    assert list(found.coded_events["event_id"]) == ["a-01", "b-01"]

    pipeline.build([source], tables, corrected=tmp_path / "none.csv")
    assert coded == []
    assert [name for name in first if not store.read_table(tables, name).equals(first[name])] == []


def test_a_correction_outlives_another_coding_of_its_article(tmp_path: Path, coded: list[str]) -> None:
    source, tables = tmp_path / "in.jsonl", tmp_path / "t"
    corrected = fix(tmp_path, ("event a-01", "status", "denied"))
    pipeline.build([write(source, a=made.TEXT)], tables, corrected=corrected)
    pipeline.build([write(source, a=made.TEXT + "More.")], tables, corrected=corrected)
    kept = list(store.read(tables).events["status"])

    changed = made.TEXT.replace("two", "nearly two")
    report = pipeline.build([write(source, a=changed)], tables, corrected=corrected)

    assert (kept, list(store.read(tables).events["status"])) == (["denied"], ["reported"])
    assert report.corrections == (("event a-01", "status", "sentence changed"),)
    assert coded == ["a", "a", "a"]


def test_a_day_that_is_set_codes_its_article_alone(tmp_path: Path, coded: list[str]) -> None:
    source, tables = write(tmp_path / "in.jsonl", a=made.TEXT, b=made.TEXT), tmp_path / "t"
    pipeline.build([source], tables, corrected=tmp_path / "none.csv")
    coded.clear()

    report = pipeline.build([source], tables, corrected=fix(tmp_path, ("article b", "day", "2020-10-06")))

    assert (coded, report.coded, report.corrections) == (["b"], 1, (("article b", "day", "applied"),))


def test_two_reports_are_taken_apart_and_put_together(tmp_path: Path, coded: list[str]) -> None:
    source, tables = write(tmp_path / "in.jsonl", a=made.TEXT, b=made.TEXT), tmp_path / "t"
    apart = fix(tmp_path, ("event b-01", "split", ""))
    numbers = [pipeline.build([source], tables, corrected=tmp_path / "none.csv").incidents]
    numbers.append(pipeline.build([source], tables, corrected=apart).incidents)
    (mark,) = {one.fingerprint for one in corrections.read(apart, LEXICON)[0]}
    together = fix(tmp_path, ("event b-01", "split", ""), ("incident a-01", "merge", f"b-01 {mark}"))
    numbers.append(pipeline.build([source], tables, corrected=together).incidents)

    assert numbers == [1, 2, 1]


def test_a_bad_correction_costs_itself_alone(tmp_path: Path, coded: list[str]) -> None:
    source, tables = write(tmp_path / "in.jsonl", a=made.TEXT), tmp_path / "t"
    corrected = fix(tmp_path, ("event a-01", "day", "yesterday"), ("event a-01", "status", "denied"))

    report = pipeline.build([source], tables, corrected=corrected)

    assert [(r.name, r.row, r.article_id) for r in report.rejects] == [("corrections.csv", 2, "a-01")]
    assert list(store.read(tables).events["status"]) == ["denied"]


INCIDENTS = {
    "the ceasefire of September 2023": (
        {"reached 845a", "suspended 845a", "agreed bcae"},
        ("Ceasefire agreed", "2023-09-20", "2023-09-20", "AZE NKR", "third parties", "CHN UKR", 2),
    ),
    "the call of September 2023": (
        {"telephone conversation 845a", "phone conversation bcae"},
        ("Phone call", "2023-09-20", "2023-09-20", "ARM RUS", "third parties", "CHN UKR", 2),
    ),
    "the operation of September 2023": (
        {"local anti-terrorist operation 845a", "anti-terrorist measures bcae"},
        ("Attack or fighting", "2023-09-19", "2023-09-19", "AZE NKR", "third parties", "CHN UKR", 2),
    ),
    "the ceasefire of 1994": (
        {"reached 845a", "reached be82"},
        ("Ceasefire agreed", "1994-01-01", "1994-12-31", "ARM AZE", "third parties", "CHN", 2),
    ),
    "the statement of 9 November 2020": (
        {"signed be82", "reached 2c65", "concluded c216"},
        ("Ceasefire agreed", "2020-11-09", "2020-11-09", "ARM AZE RUS", "third parties", "CHN PAK", 3),
    ),
}
"""Incidents of the five articles, read by hand: the trigger and article of each event; what it is, its first and last
day, its parties, whose word it is, who tells it, and how many publish it."""


@pytest.mark.parametrize("name", INCIDENTS)
def test_the_incidents_of_the_five_articles(five: store.Store, name: str) -> None:
    events, facts = INCIDENTS[name]
    told = five.events["trigger"].str.lower() + " " + five.events["article_id"].str[:4]
    ids = {
        key: {*told[five.events["incident_id"] == key]}
        for key in five.incidents.loc[five.incidents["label"] == facts[0], "incident_id"]
    }
    found = five.incidents[five.incidents["incident_id"].map(ids) == events]

    assert [
        (
            row.label,
            str(row.date_start.date()),
            str(row.date_end.date()),
            " ".join(row.countries),
            row.told_by,
            " ".join(row.tellers),
            row.publishers,
        )
        for row in found.itertuples()
    ] == [facts]
