"""The commands, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from contactline import cli
from contactline.corrections.identity import fingerprints

TEXT = "Azerbaijani forces shelled the village of Talish on 4 October 2020, killing two people."


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(cli.main, [str(a) for a in arguments])
    return result.exit_code, result.output


def test_build_and_export(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "published": "2020-10-05"}) + "\n")

    built, said = run("build", tmp_path / "in.jsonl", "--tables", tmp_path / "t")
    exported, _ = run(
        "export", "--what", "articles", "--tables", tmp_path / "t", "--output", tmp_path / "o" / "a.csv"
    )
    _, shown = run("export", "--what", "articles", "--tables", tmp_path / "t")

    assert (built, exported) == (0, 0)
    assert said.startswith("1 articles (1 coded now), ")
    assert (tmp_path / "o" / "a.csv").read_text().splitlines()[1].startswith("a,,,,2020-10-05,2020-10-05,")
    assert shown == (tmp_path / "o" / "a.csv").read_text()


def test_an_article_in_another_language_is_named(tmp_path: Path) -> None:
    french = (
        "Le ministre a déclaré que les deux pays avaient signé un accord de paix lundi soir dans la capitale. " * 3
    )
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "fr1", "text": french}) + "\n")

    _, said = run("build", tmp_path / "in.jsonl", "--tables", tmp_path / "t")

    assert said.splitlines()[-1] == "Not coded, since it is not in English (fr): fr1"


def test_what_a_folder_holds_that_is_not_read_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.png").write_text("x")

    _, said = run("build", folder, "--tables", tmp_path / "t")

    assert said.splitlines()[-1] == f"Not read, as they are not articles (1): {folder / 'b.png'}"


def test_columns_and_dates_as_the_user_says(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f'id,abc,date\na,"{TEXT}",3/4/2031\n')
    options = ("--map", "text=abc", "--day-order", "mdy")

    _, shown = run("build", tmp_path / "in.csv", "--dry-run", "--tables", tmp_path / "t", *options)
    assert not (tmp_path / "t").exists()
    code, said = run("build", tmp_path / "in.csv", "--tables", tmp_path / "t", *options)

    assert "  a | 2031-03-04 | - | en | -" in shown.splitlines()
    for told in (shown, said):
        assert f"{tmp_path / 'in.csv'}: columns taken: text = abc, published = date." in told
    assert (code, "1 articles (1 coded now)" in said) == (0, True)
    build = json.loads((tmp_path / "t" / "build.json").read_text())
    assert (build["columns"], build["day_order"]) == ({"text": "abc"}, "mdy")


def test_a_dry_run_tells_what_could_not_be_used(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n{\n")

    code, said = run("build", tmp_path / "in.jsonl", "--dry-run")

    assert code == 0
    assert said.splitlines()[0] == "Would be read: 1 article from 1 file."
    assert said.splitlines()[-1] == "Inputs that could not be used: 1"


@pytest.mark.parametrize("said", ["text", "colour=a", "text="])
def test_a_map_that_names_no_field_or_no_column(said: str) -> None:
    code, told = run("build", "--map", said)

    assert code == 2
    assert f"{said}: expected FIELD=COLUMN, with a field of id, text, html" in " ".join(told.split())


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 3)])
def test_what_could_not_be_used_is_told(tmp_path: Path, options: tuple[str, ...], status: int) -> None:
    rows = [json.dumps({"id": "a", "text": TEXT}), "{", json.dumps({"id": "a", "text": TEXT})]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))

    code, said = run("build", tmp_path / "in.jsonl", "--tables", tmp_path / "t", *options)

    assert code == status
    assert f"Left out: {tmp_path / 'in.jsonl'}, line 2: not JSON" in said
    assert f"Inputs that could not be used: 2, all of them listed in {tmp_path / 't' / 'rejects.csv'}" in said
    assert len((tmp_path / "t" / "rejects.csv").read_text().splitlines()) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "no-such-folder"), "Error: no-such-folder: there is no such file or folder."),
        (("export", "--tables", "nowhere"), "Error: There are no tables in nowhere. Run: contactline build"),
        (("export", "--what", "dreams"), "Invalid value for '--what'"),
        (("annotate", "missing.jsonl"), "does not exist"),
    ],
)
def test_errors_are_one_line(arguments: tuple[str, ...], message: str) -> None:
    code, said = run(*arguments)

    assert code != 0
    assert message in said
    assert "Traceback" not in said


def test_annotate_gives_a_line_for_a_line_in_order(tmp_path: Path) -> None:
    rows = [{"id": "b", "text": "  Skip to content\n" + TEXT}, {"id": "a", "text": ""}, {"id": "b", "text": TEXT}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

    code, _ = run("annotate", tmp_path / "in.jsonl", "--output", tmp_path / "out.jsonl")

    found = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert (code, [line["id"] for line in found]) == (0, ["b", "a", "b"])
    assert [(d["text"], d["value"]) for d in found[0]["dates"]] == [("4 October 2020", "2020-10-04")]
    assert found[0]["published"] == {"value": None, "basis": "unknown", "evidence": "", "likeliest": None}
    for row, line in zip(rows, found, strict=True):
        spans = [*line["dates"], *line["places"], *line["actors"], *line["events"]]
        assert [row["text"][s["start"] : s["end"]] for s in spans] == [s["text"] for s in spans]


def test_an_annotation_that_fails_half_way_leaves_no_half_a_file(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "They met."}\n{"id": "b"\n')
    (tmp_path / "out.jsonl").write_text("of before")

    code, said = run("annotate", tmp_path / "in.jsonl", "--output", tmp_path / "out.jsonl")

    assert (code, "in.jsonl, line 2: not JSON" in said) == (1, True)
    assert (tmp_path / "out.jsonl").read_text() == "of before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_texts_may_be_annotated_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "They met on 4 October 2020."}\n')

    code, _ = run("annotate", tmp_path / "in.jsonl", "--output", tmp_path / "in.jsonl")

    assert (code, [d["value"] for d in json.loads((tmp_path / "in.jsonl").read_text())["dates"]]) == (
        0,
        ["2020-10-04"],
    )


def test_explain_shows_what_an_edit_of_a_copy_of_the_lexicon_changes(lexicon_folder: Path) -> None:
    with open(lexicon_folder / "patterns.csv", "a", encoding="utf-8") as f:
        f.write(
            "assault-glorp,ASSAULT,,v,overwhelm,obj=#party,,,,,Azerbaijan overwhelmed Armenia.,ASSAULT AZE>ARM\n"
        )
    sentence = "Azerbaijan overwhelmed Armenia on Sunday."

    _, before = run("explain", sentence)
    code, after = run("explain", sentence, "--published", "2020-10-05", "--lexicon", lexicon_folder)

    assert code == 0
    assert "assault-glorp" not in before
    assert "    assault-glorp (ASSAULT): fired\n    -> an event\n" in after
    assert "    date        2020-10-04: in its clause, 'Sunday'\n" in after


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param("", (0, "No faults in months.csv.\n"), id="no fault"),
        pytest.param("Smarch,13\n", (1, "1 fault in months.csv."), id="one fault"),
        pytest.param("Smarch,13\nNever,0\n", (1, "2 faults in months.csv."), id="two faults"),
    ],
)
def test_check_counts_the_faults_of_a_table(lexicon_folder: Path, rows: str, expected: tuple[int, str]) -> None:
    with open(lexicon_folder / "months.csv", "a", encoding="utf-8") as f:
        f.write(rows)

    code, said = run("check", "months", "--lexicon", lexicon_folder)

    assert (code, said.splitlines()[-1]) == (expected[0], expected[1].strip())


def test_a_table_that_is_none_is_named() -> None:
    code, said = run("check", "dreams")

    assert (code, "dreams: no such table. Expected one of abbreviations, " in said) == (2, True)


EXPORTS = [
    pytest.param((), ["2020-10-04"], id="no filter"),
    pytest.param(("--from", "2020-10-05"), [], id="later days"),
    pytest.param(("--to", "2020-10-04"), ["2020-10-04"], id="days up to it"),
    pytest.param(("--actor", "AZE", "--role", "source"), ["2020-10-04"], id="the source"),
    pytest.param(("--actor", "AZE", "--role", "target"), [], id="not the target"),
    pytest.param(("--type", "ASSAULT", "--type", "ASSAULT-heavy-weapons"), ["2020-10-04"], id="types"),
    pytest.param(("--type", "material conflict"), ["2020-10-04"], id="a class"),
    pytest.param(("--actor", "AZE", "--role", "mediator"), [], id="not the mediator"),
    pytest.param(("--pair", "AZE>*"), ["2020-10-04"], id="who to whom"),
    pytest.param(("--text", "shelled OR bombed", "--without", "background"), ["2020-10-04"], id="words"),
    pytest.param(("--text", "shelled -shelled"), [], id="words that bar one another"),
]


@pytest.mark.parametrize(("options", "days"), EXPORTS)
def test_export_filters_events(built: Path, options: tuple[str, ...], days: list[str]) -> None:
    code, said = run("export", "--tables", built, "--format", "jsonl", *options)

    assert (code, [json.loads(line)["date_start"] for line in said.splitlines()]) == (0, days)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of one article with one attack."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "in.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "published": "2020-10-05"}) + "\n")
    run("build", folder / "in.jsonl", "--tables", folder / "t")
    return folder / "t"


def test_what_is_kept_to_go_on_with_is_shown_and_cleared(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n")
    run("build", tmp_path / "in.jsonl", "--tables", tmp_path / "t")

    said = [run("cache", "--tables", tmp_path / "t", *more)[1].split(" MB")[0] for more in ((), ("--clear",), ())]

    assert said == ["Kept: 1 coded articles, 0.0", "Removed: 1 coded articles, 0.0", "Kept: 0 coded articles, 0.0"]


def test_two_builds_are_compared(tmp_path: Path) -> None:
    for name, text in (("old", TEXT), ("new", TEXT + " Armenia condemned it.")):
        (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": text}) + "\n")
        run("build", tmp_path / "in.jsonl", "--tables", tmp_path / name)

    status, said = run("diff", tmp_path / "old", tmp_path / "new")
    _, lines = run("diff", tmp_path / "old", tmp_path / "new", "--format", "jsonl")
    _, same = run("diff", tmp_path / "old", tmp_path / "old")
    missing, error = run("diff", tmp_path / "old", tmp_path)

    records = [json.loads(line) for line in lines.splitlines()]
    assert (status, said.splitlines()[0]) == (0, "article a changed (text): ")
    assert said.splitlines()[-1].startswith("1 article changed, 1 event changed, 1 event added, ")
    assert [(r["what"], r["how"], r["id"], r["why"]) for r in records[:2]] == [
        ("article", "changed", "a", ["text"]),
        ("event", "changed", "a-01", ["text"]),
    ]
    assert same == "No differences.\n"
    assert (missing, "There are no tables in" in error) == (1, True)


def test_progress_is_a_line_now_and_then_where_nobody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "_SECONDS_A_LINE", 0)

    with cli._bar() as progress:
        progress(50, 200, "a title")

    line = capsys.readouterr().err.strip()
    assert line.startswith("50 of 200 articles coded, ")
    assert line.endswith(" left")


def test_a_folder_gets_a_file_named_after_the_filters_and_its_description(built: Path, tmp_path: Path) -> None:
    asked = ("export", "--tables", built, "--output", tmp_path, "--datapackage")

    results = [run(*asked, "--from", "2020-10-01", "--to", "2020-10-31", "--bom"), run(*asked, "--what", "dyads")]

    names = ["contactline_2020-10-01_2020-10-31.csv", "contactline_dyads.csv"]
    assert results == [(0, f"{tmp_path / name}\n") for name in names]
    assert (tmp_path / names[0]).read_bytes().startswith(b"\xef\xbb\xbfevent_id,")
    package = json.loads((tmp_path / "datapackage.json").read_text())
    assert [resource["path"] for resource in package["resources"]] == names


def test_the_codebook_is_shown() -> None:
    assert run("codebook")[1].startswith("# Codebook\n")


def test_corrections_are_applied_told_and_exported(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n")
    mark = fingerprints([("a-01", TEXT, "shelled")])["a-01"]
    rows = [
        f"t,event a-01,day,2020-10-05,so,{mark}",
        f"t,event b-01,wrong,,so,{mark}",
        "t,event a-01,day,soon,,0:fell",
    ]
    file = tmp_path / "corrections.csv"
    file.write_text("\n".join(["when,what,field,value,why,fingerprint", *rows]) + "\n")

    status, said = run("build", tmp_path / "in.jsonl", "--tables", tmp_path / "t", "--corrections", file)
    _, listed = run("export", "--what", "corrections", "--tables", tmp_path / "t")
    _, events = run("export", "--what", "events", "--format", "jsonl", "--tables", tmp_path / "t")

    assert (status, "Corrections applied: 1" in said) == (0, True)
    assert "Correction not applied (no such article): event b-01, wrong" in said
    assert "corrections.csv, line 4: the correction cannot be used: 'soon' is not a day, month or year." in said
    assert [line.split(",")[6:] for line in listed.splitlines()[1:]] == [
        ["applied", "a", "a-01"],
        ["no such article", "b", ""],
    ]
    assert [json.loads(line)["corrected"] for line in events.splitlines()] == [["day"]]
