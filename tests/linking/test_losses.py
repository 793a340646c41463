"""Figures of an incident's reports that can be compared, and whether they contradict each other or have grown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from made_reports import BOTH, PUBLICATIONS, REFERENCE, report

from contactline.linking import losses
from contactline.linking.losses import Bounds
from contactline.linking.reports import Losses, Reference, Report

SOLDIERS, CIVILIANS = frozenset({"soldiers"}), frozenset({"civilians"})
ARMENIAN, AZERBAIJANI = SOLDIERS | {"ARM"}, SOLDIERS | {"AZE"}
OCTOBER = {day: date(2020, 10, day) for day in range(1, 32)}


def total(low: int, high: int | None = None) -> Losses:
    """A running total, exact where only one number is given."""
    return Losses(low, low, low if high is None else high, "total")


def cost(low: int | None, high: int | None) -> Losses:
    """What an incident cost, within bounds of which one may be open."""
    return Losses(high if low is None else low, low, high, "increment")


def exactly(number: int) -> Losses:
    return cost(number, number)


@dataclass(frozen=True)
class Told:
    """A figure as a report tells it: the number, whom it counts, up to which day, who says so, when it was told.

    The fight is one of both sides unless ``struck`` names the side that was.
    """

    figure: Losses
    of: frozenset[str] = frozenset()
    as_of: int | None = None
    speaker: str = ""
    told: int | None = 5
    struck: str = ""
    publisher: str = ""


@dataclass(frozen=True)
class Pair:
    name: str
    first: Told
    second: Told
    what: losses.What = field(default="killed")


def two(name: str, first: Told, second: Told, what: losses.What = "killed") -> object:
    return pytest.param(Pair(name, first, second, what), id=name)


CONTRADICTING = [
    two("two numbers of one day", Told(exactly(21)), Told(exactly(19))),
    two("of injured", Told(exactly(60)), Told(exactly(70)), "injured"),
    two("of captured", Told(exactly(62)), Told(exactly(55)), "captured"),
    two("at least nine and seven", Told(cost(9, None)), Told(exactly(7))),
    two("up to thirty and forty", Told(cost(None, 30)), Told(exactly(40))),
    two("two ranges that do not meet", Told(cost(10, 12)), Told(cost(15, 20))),
    two("at least fifty and at most forty", Told(cost(50, None)), Told(cost(None, 40))),
    two(
        "two sides' words in one paper",
        Told(exactly(5), speaker="ARM"),
        Told(exactly(12), speaker="AZE", publisher="a"),
    ),
    two("a side's word and a paper's own", Told(exactly(5), speaker="ARM"), Told(exactly(12))),
    two("soldiers of one side", Told(exactly(16), ARMENIAN), Told(exactly(20), ARMENIAN)),
    two("civilians", Told(exactly(21), CIVILIANS), Told(exactly(27), CIVILIANS)),
    two(
        "the side that was struck named by one",
        Told(exactly(4), SOLDIERS, struck="AZE"),
        Told(exactly(6), AZERBAIJANI, struck="AZE"),
    ),
    two(
        "the Karabakh Armenians for Armenia",
        Told(exactly(4), SOLDIERS | {"NKR"}, struck="ARM"),
        Told(exactly(6), ARMENIAN, struck="ARM"),
    ),
    two("totals of one day", Told(total(900), as_of=4), Told(total(1100), as_of=4)),
    two("totals of one day told on two", Told(total(900), as_of=4, told=4), Told(total(1100), as_of=4, told=6)),
    two("totals of one side and day", Told(total(1200), ARMENIAN, 20), Told(total(2300), ARMENIAN, 20)),
    two(
        "totals of which one is a lowest",
        Told(total(900), as_of=4),
        Told(Losses(1000, 1000, None, "total"), as_of=4),
    ),
    two("a later number that is lower", Told(exactly(21), told=4), Told(exactly(19), told=6)),
    two("a higher number weeks later", Told(exactly(21), told=1), Told(exactly(26), told=28)),
    two("days of telling that are not known", Told(exactly(2), told=None), Told(exactly(5), told=None)),
    two("a total that is lower the next day", Told(total(105), as_of=4), Told(total(49), as_of=5)),
    two("the same told in the other order", Told(total(49), as_of=5), Told(total(105), as_of=4)),
    two("a side's total that falls overnight", Told(total(84), ARMENIAN, 1), Told(total(59), ARMENIAN, 2)),
    two(
        "both sides' words on one total", Told(total(158), ARMENIAN, 2, "ARM"), Told(total(90), ARMENIAN, 3, "AZE")
    ),
    two("wounded so far, fewer the next day", Told(total(300), as_of=8), Told(total(210), as_of=9), "injured"),
    two("prisoners so far, fewer the next day", Told(total(62), as_of=20), Told(total(44), as_of=21), "captured"),
    two(
        "a lowest total and a highest the next day",
        Told(Losses(500, 500, None, "total"), as_of=10),
        Told(Losses(400, None, 400, "total"), as_of=11),
    ),
    two(
        "a total's range below that of the day before",
        Told(total(700, 750), as_of=12),
        Told(total(600, 680), as_of=13),
    ),
    two("civilians so far, fewer the next day", Told(total(31), CIVILIANS, 6), Told(total(25), CIVILIANS, 7)),
    two("a lower number the next day", Told(exactly(105), told=4), Told(exactly(49), told=5)),
    two(
        "a lower number the next day from the other side",
        Told(exactly(12), told=4, speaker="AZE"),
        Told(exactly(3), told=5),
    ),
    two("totals of no day told on one", Told(total(40)), Told(total(55))),
]
"""Reports of one incident that cannot both be right."""

GROWING = [
    two("more dead the day after", Told(exactly(14), told=4), Told(exactly(21), told=5)),
    two("more dead within a week", Told(exactly(14), told=4), Told(exactly(21), told=11)),
    two("more injured the day after", Told(exactly(40), told=4), Told(exactly(70), told=5), "injured"),
    two("more captured the day after", Told(exactly(40), told=4), Told(exactly(62), told=5), "captured"),
    two("told in the other order", Told(exactly(21), told=6), Told(exactly(14), told=4)),
    two("more dead in the words of another", Told(exactly(14), told=4, speaker="AZE"), Told(exactly(21), told=5)),
    two("at least five, then seven", Told(cost(5, None), told=4), Told(exactly(7), told=5)),
    two("at least five and seven on one day", Told(cost(5, None)), Told(exactly(7))),
    two("up to thirty and ten", Told(cost(None, 30)), Told(exactly(10))),
    two("a range and a number in it", Told(cost(5, 8)), Told(exactly(7))),
    two(
        "more than a thousand and 1,200",
        Told(Losses(1000, 1000, None, "total"), as_of=4),
        Told(total(1200), as_of=4),
    ),
    two("totals of two days", Told(total(500), as_of=4), Told(total(900), as_of=9)),
    two("totals of two days, the lower later", Told(total(900), as_of=4), Told(total(700), as_of=9)),
    two("a total and what a day cost", Told(total(1000), as_of=4), Told(exactly(30))),
    two("the dead of two sides", Told(exactly(16), ARMENIAN), Told(exactly(4), AZERBAIJANI)),
    two("soldiers and civilians", Told(exactly(16), SOLDIERS), Told(exactly(2), CIVILIANS)),
    two("all and the soldiers among them", Told(exactly(18)), Told(exactly(16), SOLDIERS)),
    two("totals of two sides", Told(total(1200), ARMENIAN, 20), Told(total(2800), AZERBAIJANI, 20)),
    two("a paper that corrects itself", Told(exactly(16), publisher="a"), Told(exactly(18), publisher="a")),
    two("words without a number", Told(Losses(None, None, None, "increment")), Told(exactly(18))),
    two("a total that is higher the next day", Told(total(49), as_of=4), Told(total(105), as_of=5)),
    two("a total that stays overnight", Told(total(105), as_of=4), Told(total(105), as_of=5)),
    two("a lower total two days later", Told(total(105), as_of=4), Told(total(49), as_of=6)),
    two("fewer of one side than of all the next day", Told(total(105), as_of=4), Told(total(49), ARMENIAN, 5)),
    two("soldiers, and fewer civilians the next day", Told(total(84), SOLDIERS, 4), Told(total(19), CIVILIANS, 5)),
    two("a total, and what the next day cost", Told(total(105), as_of=4), Told(exactly(49), told=5)),
    two(
        "a source that lowers its own total",
        Told(total(105), as_of=4, publisher="a"),
        Told(total(49), as_of=5, publisher="a"),
    ),
    two(
        "a speaker who lowers the total",
        Told(total(90), as_of=4, speaker="AZE"),
        Told(total(80), as_of=5, speaker="AZE"),
    ),
    two(
        "at least ninety, then at least eighty",
        Told(Losses(90, 90, None, "total"), as_of=4),
        Told(Losses(80, 80, None, "total"), as_of=5),
    ),
    two("about a hundred, then ninety", Told(Losses(100, None, None, "total"), as_of=4), Told(total(90), as_of=5)),
    two("totals of no day that grew", Told(total(40), told=4), Told(total(55), told=6)),
    two("ranges that meet on two days", Told(total(80, 105), as_of=4), Told(total(90, 95), as_of=5)),
]
"""Reports of one incident that can both be right: it grew, or they tell of different things."""


def reports_of(pair: Pair) -> tuple[list[Report], Reference]:
    """Both reports, and what they are read against."""
    publications = dict(PUBLICATIONS)
    reports = []
    for key, told in (("a", pair.first), ("b", pair.second)):
        day = None if told.told is None else OCTOBER[told.told]
        publisher = PUBLICATIONS[told.publisher or key].publisher
        publications[key] = replace(PUBLICATIONS[key], publisher=publisher, first=day, last=day)
        facts: dict[str, object] = {pair.what: told.figure, "toll_of": told.of, "speakers": told.speaker}
        sides = {"sources": "", "targets": told.struck} if told.struck else BOTH
        as_of = None if told.as_of is None else OCTOBER[told.as_of]
        reports.append(report(f"{key}-1", **facts, **sides, toll_as_of=as_of))
    return reports, replace(REFERENCE, publications=publications)


def contradicts(pair: Pair) -> bool:
    reports, reference = reports_of(pair)
    groups = losses.comparable(reports, pair.what, reference)
    return any(map(losses.contradictions, groups)) or any(True for _ in losses.falling_totals(groups))


@pytest.mark.parametrize("pair", CONTRADICTING)
def test_two_sources_that_differ_on_the_same_figure_contradict_each_other(pair: Pair) -> None:
    assert contradicts(pair)


@pytest.mark.parametrize("pair", GROWING)
def test_growth_and_figures_of_other_things_are_no_contradiction(pair: Pair) -> None:
    assert not contradicts(pair)


@pytest.mark.parametrize(
    ("first", "second", "groups"),
    [
        pytest.param({"killed": 5}, {"killed": 7}, [[5, 7]], id="two numbers"),
        pytest.param({"killed": 5}, {}, [[5]], id="one number"),
        pytest.param({"killed": total(900)}, {"killed": 5}, [[5], [900]], id="what it cost before a total"),
        pytest.param(
            {"killed": total(900), "toll_as_of": OCTOBER[4]},
            {"killed": total(950), "toll_as_of": OCTOBER[5]},
            [[950], [900]],
            id="the latest total first",
        ),
        pytest.param({"killed": 5, "toll_of": SOLDIERS}, {"killed": 7}, [[7], [5]], id="the widest group first"),
        pytest.param(
            {"killed": 5, "toll_of": frozenset({"NKR"})}, {"killed": 7}, [[5, 7]], id="the side that was struck"
        ),
    ],
)
def test_comparable(first: dict[str, object], second: dict[str, object], groups: list[list[int]]) -> None:
    found = losses.comparable([report("a-1", **first), report("b-1", **second)], "killed", REFERENCE)

    assert [sorted(v.number for v in versions) for versions in found] == groups


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param({}, Bounds(), id="none"),
        pytest.param(
            {"a": exactly(21), "b": exactly(21), "c": exactly(27)}, Bounds(21, 21, 27), id="what most tell"
        ),
        pytest.param({"a": exactly(14), "b": exactly(21)}, Bounds(14, 21, 21), id="the latest of as many"),
        pytest.param({"a": exactly(21), "b": exactly(14)}, Bounds(14, 14, 21), id="the latest, though lower"),
        pytest.param({"a": cost(19, 25), "b": cost(None, 30)}, Bounds(19, 30, 30), id="a range and an open bound"),
    ],
)
def test_bounds(numbers: dict[str, Losses], expected: Bounds) -> None:
    publications = {
        key: replace(PUBLICATIONS[key], last=OCTOBER[day]) for key, day in (("a", 4), ("b", 5), ("c", 4))
    }
    reference = replace(REFERENCE, publications=publications)
    reports = [report(f"{key}-1", killed=figure) for key, figure in numbers.items()]

    assert losses.bounds(next(iter(losses.comparable(reports, "killed", reference)), []), reference) == expected


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (exactly(5), "5"),
        (Losses(2300, 2300, None, "total"), "at least 2,300"),
        (cost(None, 30), "up to 30"),
        (Losses(900), "about 900"),
        (cost(19, 21), "19 to 21"),
    ],
)
def test_a_figure_in_words(figure: Losses, words: str) -> None:
    ((version,),) = losses.comparable([report("a-1", killed=figure)], "killed", REFERENCE)

    assert version.words == words
