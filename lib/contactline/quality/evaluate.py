"""Accuracy against annotated articles: which events were found, how right their parts are, what confidence means.

A gold file holds one annotated article a line (tests/five.jsonl is one): "id", "text" or "file" (beside the gold
file), what is known of the article, "noise", "places", "actors" and "events". Predicted events are matched with
the annotated ones so that the sum of the pairs' scores is greatest; a pair needs a type that the gold allows and
an excerpt with at least 60 % of the gold's words, in order.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq

from contactline import intake, pipeline
from contactline.lexicon import Lexicon, derived
from contactline.lexicon.schema import PLOVER_TYPES
from contactline.records import Article, CodedArticle, Event

_ENOUGH_WORDS = 0.6
_EXCERPT_WORDS = 60
_BODY_WORDS = 8
_BANDS = (0.0, 0.5, 0.65, 0.8, 1.01)
_KIND_WORDS = re.compile(r"\b(?:city|town|village|district|region|rayon|province)\b")
_WORD = re.compile(r"[a-z0-9]+")
_ADDRESS = re.compile(r"<[^>]+>|https?://\S+|pic\.twitter\.com/\S+")
_FACT_LINE = re.compile(r"\s*(?:by|author|title|post_title)\b", re.IGNORECASE)

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated article: the article itself and the line of the gold file."""

    article: Article
    facts: Mapping[str, Any]

    @property
    def published(self) -> date | None:
        """The day that the annotator gives the article, None where it has none."""
        value = self.facts.get("published")
        return date.fromisoformat(value) if value else None


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold event beside a predicted one: what of it is right. ``score`` is 0 where they are not the same."""

    score: float
    date: bool
    near: bool
    place: bool
    actors: bool
    parties: float
    status: bool
    killed: bool

    @property
    def strict(self) -> bool:
        """Whether date, place, actors and status are right, all four."""
        return self.date and self.place and self.actors and self.status


@dataclass(slots=True)
class _Tally:
    wanted: int = 0
    found: int = 0
    right: int = 0
    pairs: list[Pair] = field(default_factory=list)
    by_type: dict[str, list[int]] = field(default_factory=dict)
    confidences: list[tuple[float, bool]] = field(default_factory=list)
    gaps: list[int | None] = field(default_factory=list)
    noise: list[bool] = field(default_factory=list)
    body: list[bool] = field(default_factory=list)
    shared: Counter[str] = field(default_factory=Counter)
    either: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def read_gold(path: Path, undated: bool = False) -> list[Gold]:
    """The annotated articles of a file; ``undated`` withholds all but their text.

    Raises read.InputError for a line that is no annotated article, and for an id that stood before.
    """
    found: dict[str, Gold] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        origin = f"{path}, line {number}"
        try:
            facts = json.loads(line)
            facts["events"], facts["id"]
        except (ValueError, KeyError, TypeError) as error:
            raise intake.InputError(f"{origin}: not an annotated article ({error!r}).") from None
        if fault := next(_faults(facts), None):
            raise intake.InputError(f"{origin}, article {facts['id']!r}: {fault}.")
        if "file" in facts:
            article = next(intake.read([path.parent / facts["file"]]))
            facts["text"] = article.body
        article = intake.row_article({key: value for key, value in facts.items() if value}, origin)
        if undated:
            article = Article(article.article_id, article.body, origin=origin)
        if article.article_id in found:
            raise intake.InputError(f"{origin}: the id {article.article_id!r} has a line already.")
        found[article.article_id] = Gold(article, facts)
    return list(found.values())


def _faults(facts: Mapping[str, Any]) -> Iterator[str]:
    """What in a line's annotation could not be scored as it was meant."""
    if not isinstance(facts["events"], list) or not all(isinstance(e, dict) for e in facts["events"]):
        yield '"events" is no list of objects'
        return
    for key in ("places", "actors"):
        if not isinstance(facts.get(key) or {}, dict):
            yield f'"{key}" is no object of names with their numbers of mentions'
    if not isinstance(facts.get("noise") or [], list):
        yield '"noise" is no list of lines'
    for number, event in enumerate(facts["events"], 1):
        for key in ("quote", "type"):
            if not isinstance(event.get(key), str):
                yield f'event {number} has no "{key}"'
        if event.get("type") not in PLOVER_TYPES:
            yield f"event {number} is of the type {event.get('type')!r}, none of {', '.join(PLOVER_TYPES)}"
        for key in ("source", "target"):
            if not isinstance(event.get(key) or [], list):
                yield f'"{key}" of event {number} is no list of country codes'
        for key in ("date_start", "date_end"):
            if event.get(key) and not _is_day(event[key]):
                yield f'"{key}" of event {number}, {event[key]!r}, is no date such as 2023-09-20'


def _is_day(value: object) -> bool:
    try:
        return bool(date.fromisoformat(str(value)))
    except ValueError:
        return False


def evaluate(golds: Iterable[Gold], lexicon: Lexicon) -> tuple[Figures, list[str]]:
    """The figures over all articles, and one line for each event that was missed, invented or half right."""
    golds = list(golds)
    persons = {_plain(name) for gold in golds for name in gold.facts.get("actors", {})} & _persons(lexicon)
    tally = _Tally()
    for gold in golds:
        coded = pipeline.code(gold.article, lexicon)
        _score_events(gold, coded, tally, lexicon)
        _score_day(gold, coded, tally)
        _score_text(gold, coded, tally)
        _score_mentions(gold, coded, tally, persons, lexicon)
    return _figures(len(golds), tally), tally.misses


def _figures(articles: int, tally: _Tally) -> Figures:
    precision, recall = _share(tally.right, tally.found), _share(len(tally.pairs), tally.wanted)
    strict = sum(pair.strict for pair in tally.pairs)
    dated = [gap for gap in tally.gaps if gap is not None]
    return {
        "articles": articles,
        "gold_events": tally.wanted,
        "predicted_events": tally.found,
        "event_precision": precision,
        "event_recall": recall,
        "event_f1": _f1(precision, recall),
        "strict_f1": _f1(_share(strict, tally.found), _share(strict, tally.wanted)),
        "of_the_matched": {
            "date_exact": _mean(pair.date for pair in tally.pairs),
            "date_overlaps": _mean(pair.near for pair in tally.pairs),
            "place": _mean(pair.place for pair in tally.pairs),
            "actors_exact": _mean(pair.actors for pair in tally.pairs),
            "actors_jaccard": _mean(pair.parties for pair in tally.pairs),
            "status": _mean(pair.status for pair in tally.pairs),
            "killed": _mean(pair.killed for pair in tally.pairs),
        },
        "published": {
            "exact": _share(sum(gap == 0 for gap in dated), len(tally.gaps)),
            "within_a_day": _share(sum(gap <= 1 for gap in dated), len(tally.gaps)),
            "day_claimed": _share(len(dated), len(tally.gaps)),
            "wrong_by_over_a_week": sum(gap > 7 for gap in dated),
        },
        "noise_removed": _mean(tally.noise),
        "body_kept": _mean(tally.body),
        "mention_counts": {kind: _share(tally.shared[kind], tally.either[kind]) for kind in ("actor", "place")},
        "recall_by_type": {name: f"{hit}/{of}" for name, (hit, of) in sorted(tally.by_type.items())},
        "calibration": list(_calibration(tally.confidences)),
    }


def _calibration(confidences: Sequence[tuple[float, bool]]) -> Iterator[Figures]:
    """How many of the events of each band of confidence are right (the gold has them, with one of its types)."""
    for low, high in zip(_BANDS, _BANDS[1:], strict=False):
        band = [right for value, right in confidences if low <= value < high]
        yield {"from": low, "to": min(high, 1.0), "events": len(band), "right": _mean(band)}


def _score_events(gold: Gold, coded: CodedArticle, tally: _Tally, lexicon: Lexicon) -> None:
    wanted, key = gold.facts["events"], gold.article.article_id
    pairs = [[_pair(gold, fact, event, coded, lexicon) for event in coded.events] for fact in wanted]
    match = best_matching([[pair.score for pair in row] for row in pairs])
    matched = {column: row for row, column in match.items()}
    for row, fact in enumerate(wanted):
        if fact.get("optional"):
            continue
        tally.wanted += 1
        counts = tally.by_type.setdefault(fact["type"], [0, 0])
        counts[1] += 1
        words = f"{key} {fact['type']:9} {fact['date_start']} {_sides(fact)} {fact['place']} {fact['status']}"
        if row not in match:
            tally.misses.append(f"MISSED   {words} | {fact['quote']}")
            continue
        counts[0] += 1
        pair = pairs[row][match[row]]
        tally.pairs.append(pair)
        if not pair.strict:
            wrong = [name for name in ("date", "place", "actors", "status") if not getattr(pair, name)]
            got = _shown(coded.events[match[row]], lexicon)
            tally.misses.append(f"HALF     {words} | wrong {', '.join(wrong)}: {got} | {fact['quote']}")
    for column, event in enumerate(coded.events):
        at = matched.get(column)
        if at is not None and wanted[at].get("optional"):
            continue
        tally.found += 1
        tally.right += at is not None
        tally.confidences.append((event.confidence, at is not None))
        if at is None:
            tally.misses.append(
                f"INVENTED {key} {_shown(event, lexicon)} | {_excerpt(coded, event.sentence)[:140]}"
            )


def _pair(gold: Gold, fact: Mapping[str, Any], event: Event, coded: CodedArticle, lexicon: Lexicon) -> Pair:
    excerpts = [_near(_excerpt(coded, event.sentence), event.trigger)]
    excerpts += [_near(_excerpt(coded, index), "") for index in event.other_sentences]
    span = max(_in_order(_words(fact["quote"]), excerpt) for excerpt in excerpts)
    start, end = event.when.start, event.when.end or event.when.start
    ranges = [(fact["date_start"], fact["date_end"]), *map(tuple, fact.get("alt_dates", []))]
    mine = (start.isoformat() if start else None, end.isoformat() if end else None)
    exact = mine in ranges
    near = exact or any(r[0] and mine[0] and mine[1] and r[0] <= mine[1] and mine[0] <= r[1] for r in ranges)
    place = _place_name(_names(lexicon).get(event.place_id or "", ""), lexicon)
    places = [_place_name(name, lexicon) for name in (fact["place"], *fact.get("alt_places", []))]
    actors, parties = _parties(fact, event)
    status = event.status == fact["status"] or _between(gold, fact, event)
    killed = event.killed in (fact.get("killed"), *fact.get("alt_killed", []))
    same = event.type in (fact["type"], *fact.get("alt", [])) and span >= _ENOUGH_WORDS
    named = bool(_words(event.trigger)) and _in_order(_words(event.trigger), _words(fact["quote"])) == 1.0
    score = 10 + 2 * exact + near + (place in places) + parties + span + status + actors + 0.5 * killed + 2 * named
    if not fact.get("optional"):
        score += 100  # what must be found is served before what may be
    return Pair(score if same else 0.0, exact, near, place in places, actors, parties, status, killed)


def _parties(fact: Mapping[str, Any], event: Event) -> tuple[bool, float]:
    """Whether the parties are those of the gold (for two-sided events in either role), and how much they share."""
    sources = {p.country for p in event.parties if p.role == "source"} - {"UNK", ""}
    targets = {p.country for p in event.parties if p.role == "target"} - {"UNK", ""}
    right, most = False, 0.0
    for gold_sources, gold_targets in [(fact["source"], fact["target"]), *fact.get("alt_actors", [])]:
        source, target = set(gold_sources) - {"UNK"}, set(gold_targets) - {"UNK"}
        both, mine = source | target, sources | targets
        most = max(most, len(both & mine) / len(both | mine) if both | mine else 1.0)
        two_sided = source & target or not target or event.type == "CONSULT"
        right |= mine == both if two_sided else (sources, targets) == (source, target)
    return right, most


def _between(gold: Gold, fact: Mapping[str, Any], event: Event) -> bool:
    """Whether reported and background are both fair: from a week to three months before the article."""
    if {event.status, fact["status"]} != {"reported", "background"}:
        return False
    if not fact["date_end"] or not gold.published:
        return True
    return 7 <= (gold.published - date.fromisoformat(fact["date_end"])).days <= 92


def _score_day(gold: Gold, coded: CodedArticle, tally: _Tally) -> None:
    if gold.published is None:
        return
    day = coded.published.day
    tally.gaps.append(abs((day - gold.published).days) if day else None)
    if day != gold.published:
        got = f"{day or 'no day claimed'} ({coded.published.basis})"
        tally.misses.append(f"DATE     {gold.article.article_id} {got}, want {gold.published}")


def _score_text(gold: Gold, coded: CodedArticle, tally: _Tally) -> None:
    """Line by line: was the noise cut, and was the body kept."""
    clean = _text(coded.document.text)
    clean_words = clean.split()
    title = _text(gold.facts.get("title") or "")
    noise = {line.strip() for line in gold.facts.get("noise", ())}
    noisy = {_text(line) for line in noise}
    lines = [line.strip() for line in str(gold.facts["text"]).split("\n") if line.strip()]
    body = " \n ".join(_text(line) for line in lines if line not in noise)
    for line in lines:
        words = _text(line)
        if len(words) < 3 or words == title or _FACT_LINE.match(line):
            continue
        if words in noisy:
            if words not in body:
                tally.noise.append(words not in clean)
                if words in clean:
                    tally.misses.append(f"NOISE    {gold.article.article_id} kept: {line[:120]}")
        elif len(words.split()) >= _BODY_WORDS:
            tally.body.append(words in clean or _in_order(words.split(), clean_words) > 0.95)
            if not tally.body[-1]:
                tally.misses.append(f"BODY     {gold.article.article_id} lost: {line[:120]}")


def _score_mentions(gold: Gold, coded: CodedArticle, tally: _Tally, persons: set[str], lexicon: Lexicon) -> None:
    """Mentions by name, counted by canonical name. Of actors that the gold lacks only its persons count."""
    names = _names(lexicon)
    for kind, key in (("actor", "actors"), ("place", "places")):
        want: Counter[str] = Counter()
        for name, count in gold.facts.get(key, {}).items():
            want[_place_name(name, lexicon) if kind == "place" else _plain(name)] += count
        got: Counter[str] = Counter()
        for mention in coded.mentions:
            if mention.kind == kind and mention.form == "name" and mention.ref:
                name = names.get(mention.ref, "")
                got[_place_name(name, lexicon) if kind == "place" else _plain(name)] += 1
        for name in want.keys() | got.keys():
            if kind == "place" or name in want or name in persons:
                tally.shared[kind] += min(want[name], got[name])
                tally.either[kind] += max(want[name], got[name])


def best_matching(score: Sequence[Sequence[float]]) -> dict[int, int]:
    """Rows paired with columns so that the sum of scores is greatest; pairs of score 0 are left out.

    The Hungarian method by shortest augmenting paths, O(rows² columns) (Kuhn 1955; Jonker and Volgenant 1987).
    """
    size = max(len(score), max((len(row) for row in score), default=0))
    cost = [
        [-score[i][j] if i < len(score) and j < len(score[i]) else 0.0 for j in range(size)] for i in range(size)
    ]
    row_price, column_price = [0.0] * size, [0.0] * size
    row_of: list[int | None] = [None] * size
    for row in range(size):
        reach, through = [float("inf")] * size, [-1] * size
        done: list[int] = []
        at, at_column = row, -1
        while True:
            for column in range(size):
                if column not in done:
                    step = cost[at][column] - row_price[at] - column_price[column]
                    if step < reach[column]:
                        reach[column], through[column] = step, at_column
            following = min((c for c in range(size) if c not in done), key=reach.__getitem__)
            shift = reach[following]
            row_price[row] += shift
            for column in done:
                owner = row_of[column]
                assert owner is not None
                row_price[owner] += shift
                column_price[column] -= shift
            for column in range(size):
                if column not in done:
                    reach[column] -= shift
            done.append(following)
            at_column = following
            if (owner := row_of[following]) is None:
                break
            at = owner
        while at_column >= 0:
            previous = through[at_column]
            row_of[at_column] = row_of[previous] if previous >= 0 else row
            at_column = previous
    return {
        row: column
        for column, row in enumerate(row_of)
        if row is not None and row < len(score) and column < len(score[row]) and score[row][column] > 0
    }


def _words(text: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", (text or "").replace("’", "'").replace("ə", "e").replace("ı", "i"))
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).lower())


def _plain(name: str | None) -> str:
    """A name's plain words: the first of two names, without a gloss in brackets."""
    return " ".join(_words(re.sub(r"\([^)]*\)", " ", (name or "").split(" / ")[0])))


def _text(text: str) -> str:
    return " ".join(_words(_ADDRESS.sub(" ", text)))


def _in_order(words: Sequence[str], among: Sequence[str]) -> float:
    """The share of words that stand among others in the same order."""
    return LCSseq.similarity(words, among) / len(words) if words and among else 0.0


def _near(excerpt: str, trigger: str) -> list[str]:
    """An excerpt's words, cut to those around its trigger, so that a whole article is no excerpt."""
    words, mark = _words(excerpt), _words(trigger)
    if len(words) <= _EXCERPT_WORDS:
        return words
    at = next((i for i in range(len(words)) if mark and words[i : i + len(mark)] == mark), 0)
    start = max(0, min(at - _EXCERPT_WORDS // 2, len(words) - _EXCERPT_WORDS))
    return words[start : start + _EXCERPT_WORDS]


def _excerpt(coded: CodedArticle, index: int) -> str:
    sentence = coded.document.sentences[index]
    return coded.document.text[sentence.start : sentence.end]


@derived
def _names(lexicon: Lexicon) -> Mapping[str, str]:
    return {row[f"{kind}_id"]: row["name"] for kind in ("actor", "place") for row in lexicon.rows(f"{kind}s")}


@derived
def _persons(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(_plain(row["name"]) for row in lexicon.rows("actors") if row["kind"] == "person")


@derived
def _place_ids(lexicon: Lexicon) -> Mapping[str, str]:
    """The canonical name of each place name: a name that several places share keeps the first one."""
    names = _names(lexicon)
    found: dict[str, str] = {_plain(row["name"]): _plain(row["name"]) for row in lexicon.rows("places")}
    for row in lexicon.rows("place_names"):
        found.setdefault(_plain(row["name"]), _plain(names.get(row["place_id"], row["name"])))
    return found


def _place_name(name: str | None, lexicon: Lexicon) -> str:
    """A place's name made comparable: a town and its district count as one, and so do both names of a place."""
    plain = _plain(name)
    bare = " ".join(_KIND_WORDS.sub("", plain).split()) or plain
    return _place_ids(lexicon).get(bare, bare)


def _sides(fact: Mapping[str, Any]) -> str:
    return f"{'+'.join(fact['source'])}>{'+'.join(fact['target'])}"


def _shown(event: Event, lexicon: Lexicon) -> str:
    sides = [
        ",".join(sorted({p.country for p in event.parties if p.role == role})) for role in ("source", "target")
    ]
    place = _names(lexicon).get(event.place_id or "")
    days = f"{event.when.start}..{event.when.end}"
    return f"{event.type} {days} {'>'.join(sides)} {place} {event.status} {event.trigger!r}"


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return round(sum(found) / len(found), 3) if found else None


def _f1(precision: float | None, recall: float | None) -> float:
    return round(2 * precision * recall / (precision + recall), 3) if precision and recall else 0.0
