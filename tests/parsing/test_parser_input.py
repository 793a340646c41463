"""What the parser is shown of a sentence."""

from __future__ import annotations

import pytest
from made_documents import document

from contactline.lexicon import load
from contactline.parsing import parser, parser_input
from contactline.records import UNKNOWN, Mention, Timex

LEXICON = load()


def span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def named(text: str, *names: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(*span(text, name), name, "actor", "name", "armenia", "ARM", other="armenia") for name in names
    )


def dated(text: str, date: str, kind: str = "date") -> tuple[Timex, ...]:
    return (Timex(*span(text, date), date, kind, "", UNKNOWN, "explicit", span(text, date)),)


def shown(text: str, mentions: tuple[Mention, ...] = (), timexes: tuple[Timex, ...] = ()) -> str:
    """The words that the parser gets, with what is left out in square brackets."""
    made = document(text)
    words = parser_input.words(parser.load().tokenizer, made, made.sentences[0], mentions, timexes, LEXICON)
    return " ".join(f"[{text[w.start : w.end]}]" if w.left_out else parser_input.shown(w, text) for w in words)


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        pytest.param("It began on Monday there.", "Monday", "It began [on] [Monday] there .", id="preposition"),
        pytest.param("It began Monday there.", "Monday", "It began [Monday] there .", id="no preposition"),
        pytest.param(
            "It began in the early morning there.",
            "morning",
            "It began [in] [the] [early] [morning] there .",
            id="words between preposition and date",
        ),
        pytest.param(
            "It was the late night.", "night", "It was the late [night] .", id="no preposition before them"
        ),
        pytest.param("Monday's attack failed.", "Monday", "Monday 's attack failed .", id="a date that owns"),
        pytest.param(
            "The day after they attacked it rained.",
            "The day after",
            "The day after they attacked it rained .",
            id="a date that opens a clause",
        ),
    ],
)
def test_dates(text: str, date: str, expected: str) -> None:
    assert shown(text, timexes=dated(text, date)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "At about 2:00 Armenian forces fired.",
            "[At] [about] [2:00] Armenian forces fired .",
            id="clock in front",
        ),
        pytest.param(
            "It fell at 17:30 local time there.", "It fell [at] [17:30] [local] [time] there .", id="local"
        ),
        pytest.param("It fell by 7 a.m. there.", "It fell [by] [7] [a.m.] there .", id="half day"),
        pytest.param("It fell at around 0900 GMT there.", "It fell [at] [around] [0900] [GMT] there .", id="GMT"),
        pytest.param("They hit at 12 houses.", "They hit at 12 houses .", id="a count"),
        pytest.param("It cost 1.25 billion.", "It cost 1.25 billion .", id="an amount"),
    ],
)
def test_times_of_day_are_left_out(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_duration_is_no_date() -> None:
    text = "It went on for two days there."
    assert shown(text, timexes=dated(text, "two days", "duration")) == "It went on for two days there ."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The “men” left.", "The [“] men [”] left .", id="quotation marks"),
        pytest.param("The men (of Rome) left.", "The men [(] [of] [Rome] [)] left .", id="brackets"),
        pytest.param("The men ( left.", "The men ( left .", id="a bracket that is never closed"),
        pytest.param("The men left (at last)", "The men left ( at last )", id="brackets that end the sentence"),
        pytest.param("A cease-fire and a well-known man.", "A ceasefire and a well - known man .", id="hyphens"),
    ],
)
def test_plain_words(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            "The Armenian army's men left.", "Armenian army", "The Armenian_army 's men left .", id="owner"
        ),
        pytest.param("The Russian-brokered truce.", "Russian", "The Russian - brokered truce .", id="compound"),
        pytest.param("It is Rome", "Rome", "It is Rome", id="last word"),
    ],
)
def test_names(text: str, name: str, expected: str) -> None:
    assert shown(text, mentions=named(text, name)) == expected
