"""Sentences of the conflict made by hand: the trees of trees.py with names, and what the coder's modules read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trees import tree

from contactline.coding.participants import Discourse, Known, Parties
from contactline.coding.sentence import Scene
from contactline.coding.triggers import Matcher, Trigger
from contactline.lexicon import load, patterns
from contactline.lexicon.patterns import Pattern, Patterns
from contactline.parsing.clauses import Clauses
from contactline.records import Mention, Token

LEXICON = load()

KNOWN = Known(
    persons=frozenset({"pashinyan", "ilham_aliyev", "macron"}),
    countries={"armenia": "ARM", "azerbaijan": "AZE", "nk_authorities": "NKR"},
    lines=frozenset({"lachin_corridor"}),
    points=frozenset({"goris", "shusha", "baku"}),
)
NAMES = {  # word: (kind, form, ref, country, other)
    "Armenia": ("actor", "name", "armenia", "ARM", "armenia"),
    "Azerbaijan": ("actor", "name", "azerbaijan", "AZE", "azerbaijan"),
    "Russia": ("actor", "name", "russia", "RUS", "russia"),
    "France": ("actor", "name", "france", "FRA", "france"),
    "Armenian": ("actor", "demonym", "armenia", "ARM", "armenia"),
    "Azerbaijani": ("actor", "demonym", "azerbaijan", "AZE", "azerbaijan"),
    "Pashinyan": ("actor", "name", "pashinyan", "ARM", None),
    "Aliyev": ("actor", "name", "ilham_aliyev", "AZE", None),
    "Macron": ("actor", "name", "macron", "FRA", None),
    "premier": ("actor", "title", None, "ARM", None),
    "Baku": ("place", "name", "baku", "AZE", "azerbaijan"),
    "Karabakh": ("place", "name", "nagorno_karabakh", "AZE", "nk_authorities"),
    "Shusha": ("place", "name", "shusha", "AZE", None),
    "Goris": ("place", "name", "goris", "ARM", None),
    "Corridor": ("place", "name", "lachin_corridor", "AZE", None),
    "Kyiv": ("place", "name", "kyiv", "UKR", None),
    "Somewhere": ("place", "name", None, "", None),
}


@dataclass(frozen=True)
class Made:
    """A sentence as the coder's modules get it."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    clauses: Clauses
    parties: Parties
    patterns: Patterns

    @property
    def scene(self) -> Scene:
        return Scene(self.clauses, self.parties, self.patterns, LEXICON)

    def words(self, indexes: object) -> list[str]:
        return [self.tokens[i].text for i in indexes]  # type: ignore[attr-defined]

    def triggers(self, table: Patterns | None = None) -> list[Trigger]:
        return Matcher(self.clauses, self.parties, table or self.patterns).triggers()


def made(
    text: str,
    features: dict[int, str] | None = None,
    discourse: Discourse | None = None,
    before: int | None = None,
) -> Made:
    """A sentence in the notation of trees.py; words of NAMES are mentions.

    ``before``: the words before this one are those that the sentence has named so far; None for all.
    """
    tokens = []
    mentions: list[Mention] = []
    for token in tree(text, features):
        number = -1
        if token.text in NAMES:
            kind, form, ref, country, other = NAMES[token.text]
            number = len(mentions)
            mentions.append(
                Mention(token.start, token.end, token.text, kind, form, ref, country, ("pashinyan",), other)
                if ref is None and kind == "actor"
                else Mention(token.start, token.end, token.text, kind, form, ref, country, other=other)
            )
        tokens.append(replace(token, mention=number))
    words = " ".join(t.text for t in tokens)
    table = patterns.load(LEXICON)
    clauses = Clauses(tokens, table.phrasal)
    parties = Parties(clauses, mentions, words, table.classes, KNOWN, discourse or Discourse())
    for token in tokens[:before]:
        actor = parties.named(token.i)
        if actor is not None:
            parties.local.append(actor)
    return Made(words, tuple(tokens), tuple(mentions), clauses, parties, table)


def fired(i: int, verb: int | None = None, support: bool = True, event_type: str = "ASSAULT") -> Trigger:
    """A trigger whose pattern asks for nothing."""
    verb = i if verb is None else verb
    pattern = Pattern("made", event_type, "", "v", (), (), ("subj",), ("obj",), False, "", 0, 0, "", "", 1)
    return Trigger(i, verb, support, pattern, {})
