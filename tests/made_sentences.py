"""Sentences of the conflict made by hand: the trees of trees.py with names, and what the coder's modules read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trees import tree

from contactline.coding.participants import ActorFacts, Discourse, Participants
from contactline.coding.sentence import SentenceContext
from contactline.coding.triggers import Matcher, Trigger
from contactline.lexicon import load, patterns
from contactline.lexicon.conflict import conflict_parties
from contactline.lexicon.patterns import Pattern, Patterns
from contactline.parsing.clauses import Clauses
from contactline.records import Mention, Token

LEXICON = load()

KNOWN = ActorFacts(
    persons=frozenset({"pashinyan", "ilham_aliyev", "macron"}),
    countries={"armenia": "ARM", "azerbaijan": "AZE", "nk_authorities": "NKR"},
    conflict=conflict_parties(LEXICON),
    people={"NKR": "karabakh_armenians"},
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
    participants: Participants
    patterns: Patterns

    @property
    def context(self) -> SentenceContext:
        return SentenceContext(self.clauses, self.participants, self.patterns, LEXICON)

    def words(self, indexes: object) -> list[str]:
        return [self.tokens[i].text for i in indexes]  # type: ignore[attr-defined]

    def triggers(self, table: Patterns | None = None) -> list[Trigger]:
        return Matcher(self.clauses, self.participants, table or self.patterns).triggers()


def made(
    text: str,
    features: dict[int, str] | None = None,
    discourse: Discourse | None = None,
) -> Made:
    """A sentence in the notation of trees.py; words of NAMES are mentions."""
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
    participants = Participants(clauses, mentions, words, table.classes, KNOWN, discourse or Discourse())
    return Made(words, tuple(tokens), tuple(mentions), clauses, participants, table)


def fired(i: int, verb: int | None = None, support: bool = True, event_type: str = "ASSAULT") -> Trigger:
    """A trigger whose pattern asks for nothing."""
    verb = i if verb is None else verb
    pattern = Pattern("made", event_type, "", "v", (), (), ("subj",), ("obj",), False, "", 0, 0, "", "", 1)
    return Trigger(i, verb, support, pattern, {})
