"""JSON of every shape that articles come in."""

from __future__ import annotations

import io
import json

import pytest

from contactline import lexicon
from contactline.intake import json_files
from contactline.intake.options import Reading
from contactline.intake.source import Source

WORDS = lexicon.load()
ONE, TWO = {"id": "a", "text": "One."}, {"id": "b", "text": "Two."}


def read(data: str | bytes, name: str = "x.json") -> tuple[list[tuple[str, str, str]], list[str]]:
    """Id, text and origin of each article, and the reasons of what was refused."""
    holds = data if isinstance(data, bytes) else data.encode()
    refused: list[str] = []
    reading = Reading(WORDS, lambda error: refused.append(f"{error.reject.row}: {error.reject.reason}"))
    found = json_files.articles(Source(name, name, name, lambda: io.BytesIO(holds)), reading)
    return [(a.article_id, a.body, a.origin) for a in found], refused


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(f"{json.dumps(ONE)}\n\n{json.dumps(TWO)}\n", "x.jsonl", id="lines"),
        pytest.param(f"{json.dumps(ONE)}\n{json.dumps(TWO)}", "x.json", id="lines under another name"),
        pytest.param(json.dumps([ONE, TWO]), "x.json", id="a list"),
        pytest.param(json.dumps([ONE, TWO], indent=1), "x.jsonl", id="a list under another name"),
        pytest.param(json.dumps({"status": "ok", "articles": [ONE, TWO]}), "x.json", id="a list under a name"),
        pytest.param(json.dumps({"response": {"meta": 1, "docs": [ONE, TWO]}}), "x.json", id="deeper"),
        pytest.param(
            json.dumps({"hits": {"hits": [{"_source": ONE}, {"_source": TWO}]}}), "x.json", id="a search"
        ),
        pytest.param(json.dumps({"a": {"text": "One."}, "b": {"text": "Two."}}), "x.json", id="by their ids"),
        pytest.param(
            json.dumps({"id": {"0": "a", "1": "b"}, "text": {"0": "One.", "1": "Two."}}), "x.json", id="by columns"
        ),
        pytest.param(f"{json.dumps(ONE)}{json.dumps(TWO)}", "x.json", id="one behind the other"),
        pytest.param(
            f"{json.dumps(ONE, indent=2)}\n{json.dumps(TWO, indent=2)}\n", "x.json", id="over many lines"
        ),
        pytest.param(json.dumps({"name": "Post", "messages": [ONE, TWO]}), "x.json", id="messages"),
        pytest.param(
            json.dumps({"columns": ["id", "text"], "index": [0, 1], "data": [["a", "One."], ["b", "Two."]]}),
            "x.json",
            id="split",
        ),
        pytest.param(f"{json.dumps(ONE)}\n{json.dumps(TWO)}".encode("utf-16"), "x.jsonl", id="in UTF-16"),
    ],
)
def test_every_shape(data: str | bytes, name: str) -> None:
    found, refused = read(data, name)

    assert ([(key, body) for key, body, _ in found], refused) == ([("a", "One."), ("b", "Two.")], [])


@pytest.mark.parametrize(
    ("data", "ids", "refused"),
    [
        (json.dumps(ONE, indent=2), ["a"], []),
        (
            f"{json.dumps(ONE)}\n{{]\n[1]\n{json.dumps(TWO)}",
            ["a", "b"],
            ["2: not JSON", "3: expected a JSON object, found list"],
        ),
        (json.dumps([ONE, 5]), ["a"], ["2: expected a JSON object, found int"]),
        ("{]", [], ["1: not JSON"]),
        (
            '{"id": "a", "text": "x", "more": ' + "[" * 100_000 + "\n" + json.dumps(TWO),
            ["b"],
            ["1: JSON with too many"],
        ),
    ],
)
def test_what_is_broken_costs_itself_only(data: str, ids: list[str], refused: list[str]) -> None:
    found, told = read(data, "x.jsonl")

    assert [key for key, _, _ in found] == ids
    assert [one[: len(wanted)] for one, wanted in zip(told, refused, strict=True)] == refused


def test_articles_by_their_addresses() -> None:
    data = json.dumps({"https://x.org/a": {"text": "One."}, "https://x.org/b": {"text": "Two."}}).encode()

    found = json_files.articles(Source("x.json", "x.json", "x.json", lambda: io.BytesIO(data)), Reading(WORDS))

    assert [(a.article_id, a.url, a.body) for a in found] == [
        ("", "https://x.org/a", "One."),
        ("", "https://x.org/b", "Two."),
    ]


def test_a_broken_line_in_a_file_named_otherwise_costs_itself_only() -> None:
    assert read(f'{{"id": "x", broken}}\n{json.dumps(TWO)}\n')[0] == [("b", "Two.", "x.json, line 2")]


def test_lines_of_our_own_form_are_read_as_they_are() -> None:
    data = f'{json.dumps(ONE)}\n{json.dumps(ONE)}\n\n{{]\n{{"id": "c", "text": ""}}\n{{"text": "x"}}\n'
    refused: list[str] = []

    found = json_files.lines(
        Source("x", "x", "x", lambda: io.BytesIO(data.encode())),
        lambda error: refused.append(error.reject.reason[:8]),
    )

    assert [(a.article_id, a.body) for a in found] == [("a", "One."), ("a", "One."), ("c", "")]
    assert refused == ["not JSON", "the arti"]


def test_the_origin_is_the_line_or_the_place_in_the_list() -> None:
    assert [origin for _, _, origin in read(f"{json.dumps(ONE)}\n\n{json.dumps(TWO)}")[0]] == [
        "x.json, line 1",
        "x.json, line 3",
    ]
    assert [origin for _, _, origin in read(json.dumps([ONE, TWO]))[0]] == ["x.json, line 1", "x.json, line 2"]
