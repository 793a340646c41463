"""Which event a correction means today."""

from __future__ import annotations

import pytest
from made_corrections import TOLD, correction, mark, tables
from made_tables import event

from contactline.corrections.identity import sentence_mark
from contactline.corrections.record import Correction
from contactline.corrections.resolution import APPLIED, CHANGED, NO_ARTICLE, NOT_CODED, article_of, resolve

MOVED = (  # the same sentences after another coding: another order, a new event, another word that names one
    event("a-01", "ASSAULT", text="Snow fell.", trigger="Snow"),
    event("a-02", "ASSAULT", text="Shells fell on the town.", trigger="Shells fell"),
    event("a-03", "CONSULT", text="They met, in Goris", trigger="met"),
    event("b-01", "ASSAULT", text="The town was hit at night.", trigger="hit", article_id="b"),
)


@pytest.mark.parametrize(
    ("one", "state", "event_id"),
    [
        pytest.param(correction("a-01", "wrong"), APPLIED, "a-03", id="a sentence that has moved"),
        pytest.param(correction("a-02", "wrong"), APPLIED, "a-02", id="named by more words"),
        pytest.param(correction("b-01", "wrong"), CHANGED, None, id="other words in the sentence"),
        pytest.param(
            correction("a-01", "wrong", fingerprint=mark("a-01").replace("met", "left")),
            NOT_CODED,
            None,
            id="no event",
        ),
        pytest.param(correction("c-01", "wrong", fingerprint=mark("a-01")), NO_ARTICLE, None, id="no article"),
        pytest.param(Correction("t", "article", "b", "day", "2031"), APPLIED, None, id="an article"),
        pytest.param(
            Correction("t", "article", "c", "day", "2031"), NO_ARTICLE, None, id="an article that is gone"
        ),
    ],
)
def test_an_event_after_another_coding(one: Correction, state: str, event_id: str | None) -> None:
    (found,) = resolve(tables(*MOVED), [one])

    assert (found.state, found.event_id) == (state, event_id)


def test_two_events_that_are_alike_are_not_taken_for_one() -> None:
    told = "They met, and met again."
    twice = (event("a-01", text=told, trigger="first met"), event("a-02", text=told, trigger="then met"))
    one = correction("a-01", "wrong", fingerprint=f"{sentence_mark(told)}:met")

    (found,) = resolve(tables(*twice), [one])

    assert (found.state, found.event_id) == (NOT_CODED, None)


def test_a_merge_means_two_events() -> None:
    (found,) = resolve(tables(), [correction("a-02", "merge", f"b-01 {mark('b-01')}", "incident")])

    assert (found.state, found.event_id, found.other_id) == (APPLIED, "a-02", "b-01")


def test_a_merge_with_what_is_gone_is_not_applied() -> None:
    (found,) = resolve(tables(*list(TOLD.values())[:2]), [correction("a-02", "merge", "b-01 0:hit", "incident")])

    assert (found.state, found.other_id) == (NO_ARTICLE, None)


def test_the_article_of_an_event() -> None:
    assert article_of("a-b-12") == "a-b"
