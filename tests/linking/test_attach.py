"""Groups of reports joined by the evidence of their pairs."""

from __future__ import annotations

from datetime import timedelta

from made_reports import DAY, UNDATED, report

from contactline.lexicon import load
from contactline.lexicon.conflict import conflict_parties
from contactline.linking import Publication, Report
from contactline.linking.attach import attach
from contactline.linking.evidence import Comparison, Rarity
from contactline.linking.reports import Losses

LEXICON = load()
PUBLICATIONS = {
    letter: Publication(letter, first=DAY + timedelta(1), last=DAY + timedelta(1)) for letter in "abcd"
}


def joined(*groups: list[Report]) -> list[list[str]]:
    """The event ids of the groups after joining."""
    rarity = Rarity.of(r for group in groups for r in group)
    comparison = Comparison(PUBLICATIONS, frozenset({"barda", "ganja"}), conflict_parties(LEXICON), rarity)
    return [[r.event_id for r in group] for group in attach(groups, comparison, LEXICON)]


def test_a_report_without_a_day_joins_by_its_place_and_toll() -> None:
    barda: dict[str, object] = {"place_id": "barda", "killed": Losses(21)}
    groups = [report("a-1", **barda)], [report("b-1", **barda, **UNDATED)], [report("c-1", place_id="ganja")]

    assert joined(*groups) == [["a-1", "b-1"], ["c-1"]]


def test_what_is_excluded_by_a_member_stays_apart() -> None:
    toll: dict[str, object] = {"killed": Losses(21), **UNDATED}
    groups = (
        [report("a-1", place_id="barda", **toll), report("d-1", place_id="barda", **toll)],
        [report("b-1", place_id="ganja", **toll)],
    )

    assert joined(*groups) == [["a-1", "d-1"], ["b-1"]]


def test_retellings_of_one_article_are_not_joined_again() -> None:
    barda: dict[str, object] = {"place_id": "barda", "killed": Losses(21)}

    assert joined([report("a-1", **barda)], [report("a-2", **barda)]) == [["a-1"], ["a-2"]]


def test_the_order_of_the_groups_does_not_matter() -> None:
    barda: dict[str, object] = {"place_id": "barda", "killed": Losses(21)}
    groups = [report("a-1", **barda)], [report("b-1", **barda, **UNDATED)], [report("c-1", **barda)]

    assert {frozenset(g) for g in joined(*groups)} == {frozenset(g) for g in joined(*reversed(groups))}
