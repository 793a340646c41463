"""Answers are made once, and the oldest are forgotten."""

from __future__ import annotations

import pytest

from contactline.views.answers import Answers


class Maker:
    """Counts how often each question is answered."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def ask(self, answers: Answers, question: str) -> str:
        def make() -> str:
            self.made.append(question)
            return question.upper()

        return answers.of(question, make)


def test_the_same_question_is_answered_once() -> None:
    answers, maker = Answers(), Maker()

    assert [maker.ask(answers, question) for question in ("a", "b", "a")] == ["A", "B", "A"]
    assert maker.made == ["a", "b"]


def test_the_answer_that_was_asked_for_longest_ago_is_forgotten() -> None:
    answers, maker = Answers(most=2), Maker()

    for question in ("a", "b", "a", "c", "a", "b"):
        maker.ask(answers, question)

    assert maker.made == ["a", "b", "c", "b"]


def test_an_answer_of_none_is_kept() -> None:
    answers, made = Answers(), []

    assert [answers.of("a", lambda: made.append(1)) for _ in range(2)] == [None, None]
    assert made == [1]


def test_what_fails_is_tried_again() -> None:
    answers = Answers()

    with pytest.raises(ZeroDivisionError):
        answers.of("a", lambda: 1 // 0)
    assert answers.of("a", lambda: 2) == 2
