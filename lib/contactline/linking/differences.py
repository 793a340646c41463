"""What the reports of an incident disagree on, as sentences that begin with their subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from contactline.linking import losses
from contactline.linking.reports import CARRIED, Reference, Report

About = Literal["toll", "day", "place", "who", "whether"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact on which reports differ: its subject, the sentence, and the ids of two events that differ."""

    about: About
    text: str
    event_id: str
    other_event_id: str


@dataclass(frozen=True, slots=True)
class _Version:
    """What a report says about a fact, in words, and who says it."""

    report: Report
    words: str
    source: str


def differences(
    reports: Sequence[Report], counted: Sequence[Report], reference: Reference, *, whole_war: bool
) -> Iterator[Difference]:
    """Yield a difference for each fact on which the reports of an incident disagree.

    ``counted``: the reports whose tolls can be compared. ``whole_war``: the incident is a war as a whole, for
    which places and days are not compared.
    """
    if len(reports) < 2:
        return
    yield from _whether(reports, reference)
    yield from _tolls(counted, reference)
    if whole_war:
        return
    versions = _who_acted(reports, reference)
    yield from _difference("who", "Who acted", versions)
    yield from _difference("day", "Day", _days(reports, reference))
    yield from _difference("place", "Place", _places(reports, reference))


def _tolls(counted: Sequence[Report], reference: Reference) -> Iterator[Difference]:
    for what in get_args(losses.What):
        heading = what.capitalize()
        groups = losses.comparable(counted, what, reference)
        for pair in losses.falling_totals(groups):
            versions = [_Version(v.report, f"{v.words}{_until(v)}", _named(v.report, reference)) for v in pair]
            yield from _difference("toll", f"{heading}{_people(pair[0], reference)}", versions)
        for group in groups:
            found = sorted(losses.contradictions(group), key=lambda v: (-v.number, v.report.event_id))
            versions = [_Version(v.report, v.words, _named(v.report, reference)) for v in found]
            yield from _difference("toll", heading + _of_whom(found[0], reference) if found else heading, versions)


def _of_whom(version: losses.Version, reference: Reference) -> str:
    """Which people a figure counts, and for a running total the day: " up to 4 October 2020 (soldiers,
    Armenia)".
    """
    return _until(version) + _people(version, reference)


def _until(version: losses.Version) -> str:
    as_of = version.report.toll_as_of
    return f" up to {_day(as_of)}" if version.is_total and as_of else " so far" if version.is_total else ""


def _people(version: losses.Version, reference: Reference) -> str:
    people = [reference.country_names.get(word, word) for word in sorted(version.report.toll_of, key=str.isupper)]
    return f" ({', '.join(people)})" if people else ""


def _whether(reports: Sequence[Report], reference: Reference) -> Iterator[Difference]:
    """Yield "Whether it happened: Azerbaijan claims it, Armenia denies it." where sources disagree about that."""
    denied = [r for r in reports if r.status == "denied"]
    told = [r for r in reports if r.status != "denied"]
    if not denied or not told:
        return
    yield Difference(
        "whether",
        "Whether it happened: "
        + ", ".join(
            [
                *_phrases(told, lambda r: "claim" if r.status == "claimed" else "report", reference),
                *_phrases(denied, lambda _: "deny", reference),
            ]
        )
        + ".",
        told[0].event_id,
        denied[0].event_id,
    )


def _phrases(reports: Sequence[Report], verb: Callable[[Report], str], reference: Reference) -> list[str]:
    """Each source with what it does: "Azerbaijan claims it", "The Times and The Post report it"."""
    sources: dict[str, list[str]] = {}
    for report in reports:
        sources.setdefault(verb(report), []).append(
            _speakers(report, reference) or reference.publications[report.article_id].name
        )
    found = []
    for word, names in sources.items():
        some = list(dict.fromkeys(names))
        singular = {"deny": "denies"}.get(word, f"{word}s")
        found.append(f"{_joined(some)} {word if len(some) > 1 or ' and ' in some[0] else singular} it")
    return found


def _who_acted(reports: Sequence[Report], reference: Reference) -> list[_Version]:
    """Who acted against whom, if one report says the opposite of another; else an empty list."""
    sided = [r for r in reports if r.sources and r.targets]
    one_way = {(r.sources, r.targets) for r in sided if not r.sources & r.targets}
    if not any((targets, sources) in one_way for sources, targets in one_way):
        return []
    return [
        _Version(
            r,
            f"{_countries(r.sources, reference)} against {_countries(r.targets, reference)}",
            reference.publications[r.article_id].name,
        )
        for r in sided
    ]


def _days(reports: Sequence[Report], reference: Reference) -> list[_Version]:
    """The days that reports give in their own words, if no day fits all of them; else an empty list."""
    dated = [r for r in reports if r.precision == "day" and r.start and r.end and r.date_basis not in CARRIED]
    if not dated or max(r.start for r in dated if r.start) <= min(r.end for r in dated if r.end):
        return []
    return [
        _Version(
            r,
            _day(r.start) if r.start == r.end else f"{_day(r.start)} to {_day(r.end)}",
            reference.publications[r.article_id].name,
        )
        for r in dated
    ]


def _places(reports: Sequence[Report], reference: Reference) -> list[_Version]:
    return [
        _Version(r, reference.place_names.get(r.place_id, r.place_id), reference.publications[r.article_id].name)
        for r in reports
        if r.place_id and r.place_id in reference.points
    ]


def _difference(about: About, heading: str, versions: Sequence[_Version]) -> Iterator[Difference]:
    """Yield "Killed: 5 according to The Times, 2 according to The Post."; nothing where all agree or only one
    says it.
    """
    sources: dict[str, list[str]] = {}
    for version in versions:
        sources.setdefault(version.words, []).append(version.source)
    if len(sources) < 2 or len({v.source for v in versions}) < 2:
        return
    said = (f"{words} according to {_joined(list(dict.fromkeys(names)))}" for words, names in sources.items())
    first = versions[0]
    other = next(v for v in versions if v.words != first.words)
    yield Difference(about, f"{heading}: {', '.join(said)}.", first.report.event_id, other.report.event_id)


def _named(report: Report, reference: Reference) -> str:
    """Whose figure a report gives: "Azerbaijan (in The Times)", or the publication alone."""
    name = reference.publications[report.article_id].name
    speakers = _speakers(report, reference)
    return f"{speakers} (in {name})" if speakers else name


def _speakers(report: Report, reference: Reference) -> str:
    return _countries(report.speakers, reference)


def _countries(codes: frozenset[str], reference: Reference) -> str:
    return _joined([reference.country_names.get(code, code) for code in sorted(codes)])


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.day} {day:%B %Y}"
