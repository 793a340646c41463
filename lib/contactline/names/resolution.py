"""Resolves titles and shared surnames to persons, once the day of the article is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from contactline.lexicon import Lexicon
from contactline.names import offices, shared_surnames, spelling
from contactline.names.actors import actors
from contactline.names.index import fold
from contactline.names.known_names import known_names
from contactline.names.told_time import told_time
from contactline.records import UNKNOWN, Document, Interval, Mention, Published, Timex

_NOT_CURRENT = frozenset({"former", "then", "ex", "late", "previous", "outgoing"})
"""Before a title: it is not the one who holds the office now."""
_SUBORDINATE = frozenset({"deputy", "vice", "assistant"})
"""In or before a title: it is somebody below the holder of the office."""
_MOST_SHARING = 4  # adjectives that may share one title: "the French, Azerbaijani and Armenian leaders"
_LAST_NAMED = 12  # persons named before a title among whom its holder is looked for
_WORD_BEFORE = 12  # characters before a title in which the word before it begins


@dataclass(frozen=True, slots=True)
class _Article:
    """Facts about an article for resolving its mentions.

    ``interval``: when it was published, None where unknown. ``named``: ids of the actors that it names by a name.
    ``countries``: codes of the countries that it mentions.
    """

    text: str
    folded: str
    interval: Interval | None
    named: frozenset[str]
    countries: frozenset[str]
    lexicon: Lexicon


def resolve(
    mentions: tuple[Mention, ...],
    document: Document,
    published: Published,
    lexicon: Lexicon,
    timexes: Sequence[Timex] = (),
) -> tuple[Mention, ...]:
    """Resolve titles to their holder on the article's day ("the Armenian premier"), and shared surnames to who was
    in office.

    A title without a country ("the president") is the holder named last before it, or the holder in the only
    country with such an office ("the state minister") if the article mentions that country. Where the day is
    unknown, or several held the office, it is the one whom the article names; what stays open keeps its
    candidates. "former" and "then" before a title leave it open; "deputy" makes it another person's. A surname
    shared by several people named in full is that of the last one; after an office it is the holder's. If the
    sentence gives an explicit date (``timexes``), the holder at that time is meant.
    """
    article = _article(mentions, document, published, lexicon)
    mentions = _by_office(mentions, timexes, document, article)
    known = known_names(lexicon)
    resolved: list[Mention] = []
    persons: list[Mention] = []  # those named so far
    for i, mention in enumerate(mentions):
        if mention.kind == "actor" and mention.ref is None:
            if mention.form == "title":
                office = _office(mentions[i : i + _MOST_SHARING], lexicon)
                told = told_time(mention, timexes, document, lexicon)
                mention = _holder_of_title(mention, office, persons[-_LAST_NAMED:], article, told)
            elif mention.candidates:
                mention = _bearer_of_surname(mention, persons, article)
        if mention.kind == "actor" and mention.ref is not None and known.is_person(mention.ref):
            persons.append(mention)
        resolved.append(mention)
    return tuple(resolved)


def _article(mentions: Sequence[Mention], document: Document, published: Published, lexicon: Lexicon) -> _Article:
    table = actors(lexicon)
    interval = published.interval
    return _Article(
        text=document.text,
        folded=fold(document.text),
        interval=None if interval.start is None and interval.end is None else interval,
        named=frozenset(m.ref for m in mentions if m.kind == "actor" and m.form == "name" and m.ref),
        countries=frozenset(m.country for m in mentions if m.kind == "actor")
        | {table[m.other].country for m in mentions if m.other in table},
        lexicon=lexicon,
    )


def _office(mentions: Sequence[Mention], lexicon: Lexicon) -> str:
    """The office of the first of these titles; in "the French and Armenian leaders" the last one determines it."""
    titles = takewhile(lambda m: m.form == "title", mentions)
    return next(filter(None, (offices.office_of(m.text, lexicon) for m in titles)), "")


def _by_office(
    mentions: tuple[Mention, ...], timexes: Sequence[Timex], document: Document, article: _Article
) -> tuple[Mention, ...]:
    """The mentions, with shared surnames resolved by an office before them or by the time.

    Later bare surnames are then those of the same person, if the article names nobody else with the surname in
    full.
    """
    found: list[Mention] = []
    meant: dict[str, str] = {}  # sound of a surname -> the last person identified by an office before it
    for i, mention in enumerate(mentions):
        if _is_shared_surname(mention, article):
            when = told_time(mention, timexes, document, article.lexicon) or article.interval or UNKNOWN
            country = _country_behind(mention, mentions[i + 1 : i + 2], article)
            before = article.text[max(0, mention.start - shared_surnames.FARTHEST_TITLE) : mention.start]
            refs = shared_surnames.holders(mention.text, before, country, when, article.lexicon)
            sound = spelling.sound(mention.text)
            if len(refs) == 1:
                meant[sound] = refs[0]
            elif not refs:
                refs = _bearers_by_time(mention, meant.get(sound), when, article)
            if refs and mention.ref not in refs:
                mention = _meaning(mention, refs, article)
        found.append(mention)
    return tuple(found)


def _is_shared_surname(mention: Mention, article: _Article) -> bool:
    """Whether a mention is a surname alone that more than one person of the lexicon has."""
    if mention.kind != "actor" or mention.form != "name" or " " in mention.text.strip():
        return False
    bearers = shared_surnames.bearers_of(mention.text, article.lexicon)
    return len(bearers) > 1 and bool({mention.ref, *mention.candidates} & set(bearers))


def _meaning(surname: Mention, refs: Sequence[str], article: _Article) -> Mention:
    """A surname that means one of these persons; open if there are several."""
    table = actors(article.lexicon)
    codes = {table[ref].country for ref in refs}
    country = codes.pop() if len(codes) == 1 else ""
    if len(refs) == 1:
        return replace(surname, ref=refs[0], country=country, candidates=(), note="")
    return replace(surname, ref=None, country=country, candidates=tuple(refs), note="")


def _bearers_by_time(mention: Mention, meant: str | None, when: Interval, article: _Article) -> list[str]:
    """The ids of the persons meant by a surname without an office: the one meant before, or the only one then in
    office.

    Empty where the article names the mention's person in full, or where that person may be meant.
    """
    if mention.ref is None or _names_in_full(mention.ref, article):
        return []
    if meant is not None:
        return [meant]
    if not shared_surnames.not_yet_in_office(mention.ref, when, article.lexicon):
        return []
    bearers = shared_surnames.bearers_of(mention.text, article.lexicon)
    holders = shared_surnames.in_any_office(bearers, when, article.lexicon)
    return holders if len(holders) == 1 else []


def _names_in_full(actor_id: str, article: _Article) -> bool:
    """Whether the article has a person's first name and surname together."""
    return fold(actors(article.lexicon)[actor_id].name) in article.folded


def _country_behind(mention: Mention, after: Sequence[Mention], article: _Article) -> str:
    """The code of the country that "of" connects to a mention ("Foreign Minister Mirzoyan of Artsakh")."""
    table = actors(article.lexicon)
    for other in after:
        if article.folded[mention.end : other.start] in (" of ", " of the "):
            return table[other.other].country if other.kind == "place" and other.other in table else other.country
    return ""


def _holder_of_title(
    title: Mention, office: str, persons: Sequence[Mention], article: _Article, told: Interval | None
) -> Mention:
    if not title.country:
        title = replace(title, country=_only_country(office, article))
    before = _word_before(title, article.text)
    if before in _NOT_CURRENT:
        return title
    words = {before, *fold(title.text).replace("-", " ").split()}
    subordinate = bool(words & _SUBORDINATE) and office.split("_")[0] not in _SUBORDINATE
    if subordinate or office in offices.offices_of_many(article.lexicon):
        return replace(title, candidates=())
    if not title.country:
        return _holder_named_last(title, office, persons, article)
    found = offices.holders(title.country, office, told, article.lexicon) if told else ()
    if len(found) != 1:
        found = offices.holders(title.country, office, article.interval or UNKNOWN, article.lexicon)
    if len(found) > 1:
        found = tuple(a for a in found if a in article.named) or found
    if len(found) == 1:
        return replace(title, ref=found[0], candidates=())
    return replace(title, candidates=found)


def _word_before(mention: Mention, text: str) -> str:
    """The folded word, or half of a compound, before a mention; "" where there is none."""
    words = fold(text[max(0, mention.start - _WORD_BEFORE) : mention.start]).replace("-", " ").split()
    return words[-1] if words else ""


def _holder_named_last(title: Mention, office: str, persons: Sequence[Mention], article: _Article) -> Mention:
    """The last of these persons who then held such an office in any country."""
    when = article.interval or UNKNOWN
    terms = offices.terms_of_person(article.lexicon)
    for person in reversed(persons):
        actor = person.ref or ""
        codes = {term.country for term in terms.get(actor, ())}
        if any(actor in offices.holders(code, office, when, article.lexicon) for code in codes):
            return replace(title, ref=actor, country=person.country, candidates=())
    return title


def _only_country(office: str, article: _Article) -> str:
    """The only country known to have an office, where the article speaks of it; else ""."""
    codes = offices.countries_of_office(article.lexicon).get(office, frozenset())
    return next(iter(codes)) if len(codes) == 1 and codes <= article.countries else ""


def _bearer_of_surname(surname: Mention, persons: Sequence[Mention], article: _Article) -> Mention:
    """A surname of several persons: the one named last before it, else the only one then in an office."""
    last = next((p for p in reversed(persons) if p.form == "name" and p.ref in surname.candidates), None)
    if last is not None:
        return replace(surname, ref=last.ref, country=last.country, candidates=())
    found: list[str] = []
    if article.interval is not None:
        terms = offices.terms_of_person(article.lexicon)
        interval = article.interval
        found = [a for a in surname.candidates if any(t.overlaps(interval) for t in terms.get(a, ()))]
    if len(found) == 1:
        return replace(surname, ref=found[0], country=actors(article.lexicon)[found[0]].country, candidates=())
    return surname
