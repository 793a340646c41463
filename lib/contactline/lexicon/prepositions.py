"""English prepositions as constants, and the sets of them that rules use.

They are grammar, not facts of the conflict, and the rules depend on single ones ("by" marks the agent of a
passive), so they are constants rather than a table. Two words that work as one preposition are joined by "_", as
in clauses.py.
"""

from __future__ import annotations

PREPOSITIONS = frozenset(
    """
    about according_to across after against along alongside amid among around as at back because_of before behind
    beside between by concerning despite down during following for from in in_favor_of inside into near of off on
    onto out out_of outside over since through throughout to toward towards under until up upon using via with
    within without
    """.split()
)
"""All prepositions that name slots of a clause; some ("back", "up") only because parsers confuse particles with
them."""

BEFORE_DATES = frozenset("on in at since until during by from of for to".split())
"""What may stand before a date and belongs to it: "on Monday", "until May"."""

LOCATIVE = frozenset("in at near along on around outside inside within across throughout".split())
"""Prepositions before a place where something happened, without "from" and "to", which give a direction."""

POINTS = frozenset("in at near along on".split())
"""The locatives that commonly stand before a place where somebody is: "in Baku", "near Goris"."""

NO_SUBJECT = frozenset("in at on near from".split())
"""Prepositions before a word that parsers wrongly call a subject: "the town in which they met"."""

OF_VERB_OR_OBJECT = frozenset("with against between on to for of from into over in at by about among".split())
"""Prepositions whose phrase may depend on the verb's object although it belongs to the verb: "held talks with
Baku"."""

OF_OUTER_PHRASE = frozenset("to with for from between against on at".split())
"""Prepositions whose phrase a parser often attaches to the phrase before it: in "money in aid to Fiji", Fiji
gets the money."""

PARTIES_OF_NOUN = frozenset("with against between by".split())
"""Prepositions before the parties of an act, however deep below its noun: "a round of talks with Baku"."""

PARTIES_OF_PARTICIPLE = frozenset("with against between on to in".split())
"""Prepositions before the parties of an act below its participle: "an agreement signed with Baku"."""
