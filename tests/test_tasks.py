"""The tasks that the documents name are there, and what runs them calls no network."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def recipes() -> set[str]:
    text = (ROOT / "justfile").read_text(encoding="utf-8")
    return {match[1] for match in re.finditer(r"^([a-z-]+)(?: [*+]?[A-Z]+)*:$", text, re.MULTILINE)}


def test_every_task_that_a_document_names_is_in_the_justfile() -> None:
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    named = {
        name
        for path in documents
        for name in re.findall(r"(?:`|^ +)just ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert named != set()
    assert named - recipes() == set()


def test_the_tasks_are_those_of_daily_work() -> None:
    assert recipes() == {"default", "run", "test", "check", "bench", "screenshots", "explain"}


def test_hooks_before_a_commit_are_those_of_the_environment() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")

    assert re.findall(r"- repo: (.+)", text) == ["local"]
    assert set(re.findall(r"language: (.+)", text)) == {"system"}


def test_the_workflow_runs_what_a_newcomer_runs() -> None:
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")

    assert re.findall(r"run: (.+)", text) == [".ci/run"]
