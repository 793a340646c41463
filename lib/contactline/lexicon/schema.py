"""The schema of every table of the lexicon: its columns, their allowed values, and their meaning.

A column is required unless it is ``optional``; ``many`` is a list separated by ';'. Rules for a table as a whole
(unique keys, days in order, rows that the code uses by name) follow its columns.
"""

from __future__ import annotations

import re

from contactline.lexicon.columns import Choice, Column, Day, Decimal, Key, Pattern, Text, Whole, compiled
from contactline.lexicon.rules import Holding, Holds, Ordered, Rule, Schema, Together, Unique, When

# --- what several tables share ---------------------------------------------------------------------------------

PARTIES = {
    "CIV": "civilians",
    "ICRC": "the Red Cross",
    "IGO": "international organisations without a code of their own",
    "MED": "media",
    "NATO": "NATO",
    "NGO": "non-governmental organisations",
    "OSC": "the OSCE",
    "SUN": "the Soviet Union",
}
"""Codes of parties without a row in countries.csv, which has states, NKR, EU and UN."""

PLOVER_TYPES = (
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONCEDE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "RETREAT",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
)

CLASSES_ASKED_FOR = (
    "access",
    "accord",
    "accusing",
    "admitting",
    "agents",
    "aid",
    "amounts",
    "arms_and_casualties",
    "authorities",
    "blaming",
    "bodies",
    "bringing",
    "bygone",
    "calm",
    "captives",
    "capturing",
    "carrying_on",
    "ceasefire",
    "charge",
    "civilians",
    "claiming",
    "concern",
    "concluding",
    "costing",
    "counting",
    "crowds",
    "dead_bodies",
    "decree",
    "demand",
    "documents",
    "drills",
    "dying",
    "ending",
    "forces",
    "handing_over",
    "harming",
    "hostilities",
    "in_captivity",
    "individuals",
    "issued_texts",
    "killing",
    "leaving",
    "light",
    "lives",
    "long_states",
    "losing",
    "make_believe",
    "mediating",
    "misfortunes",
    "observers",
    "occur",
    "offices",
    "officials",
    "people",
    "phases",
    "planned_words",
    "planning",
    "prisoners",
    "put_forward",
    "quoting",
    "reaching",
    "receiving",
    "refusing",
    "relations",
    "reporting",
    "restriction",
    "results",
    "saying",
    "sides",
    "so_far",
    "soldiers",
    "sport_clubs",
    "sport_events",
    "sport_results",
    "sport_terms",
    "stories",
    "supposed_dead",
    "suffering",
    "supposing",
    "sympathy",
    "talks",
    "telling",
    "territory",
    "testifying",
    "things",
    "thoughts",
    "times",
    "topical",
    "uncounted",
    "unrecognised",
    "visiting",
    "weapons",
    "wounding",
    "going_on",
    "ground",
    "holding",
    "joint_undertakings",
    "providing_for",
    "standing_by",
    "thanking",
    "viewing",
)
"""Classes of word_classes.csv that the code asks for by name; others serve frames of patterns.csv."""

_LANDMARKS = (
    "accident",
    "agreement",
    "attack",
    "blockade",
    "call",
    "ceasefire",
    "clash",
    "count",
    "decree",
    "election",
    "exodus",
    "meeting",
    "other",
    "prisoner_exchange",
    "war",
    "withdrawal",
)
_CUES = (
    "act",
    "actor_from",
    "actor_in",
    "after",
    "around",
    "compass",
    "direct",
    "direction",
    "for_after",
    "from_motion",
    "held_in",
    "locative",
    "preposition",
    "settlement",
    "struck",
    "takes_in",
    "to_directly",
    "to_motion",
    "town_of",
)
_UNITS = (
    "second",
    "minute",
    "hour",
    "day",
    "night",
    "weekend",
    "week",
    "fortnight",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_TEXT = Text()
_LOWER = Text(lower=True)
_ID = Text(r"[a-z0-9_]+", "an identifier of a-z, 0-9 and _")
_DASHED_ID = Text(r"[a-z0-9-]+", "an identifier of a-z, 0-9 and -")
_WORD = Text(r"[A-Za-z]+", "one word of letters")
_YES = Choice(("yes",))
_YES_NO = Choice(("yes", "no"))
_FORM = Choice(("name", "description"))
_STRENGTH = Choice(("strong", "weak"))
_NEAR = Text(r"[^+]+", "words without +")
_ARTICLE = Text(r"[^+]+(?:\+[^+]+)*", "words, or A+B where both are needed")
_SLOT = Text(r"[a-z_]+(?:[-.+][a-z_]+)*", "a slot of a clause such as obj, with.of or subj+by")
_ACTOR = Key((("actors", "actor_id"),))
_PLACE = Key((("places", "place_id"),))
_COUNTRY = Key((("countries", "code"),))
_COUNTRY_WITH_PLACE_OR_PLACE = Key((("countries", "code", "place_id"), ("places", "place_id")))
_PARTY = Key((("countries", "code"),), also=tuple(PARTIES))
_OFFICE = Key((("office_kinds", "office"),))
_TYPE = Key((("ontology", "type"),))


def _is_day_or_rule(month: str, day: str, rule: str) -> bool:
    """Whether a row has a day that exists in its month (in a leap year), or a rule, with its month if it is for
    a weekday.
    """
    if rule:
        return not day and bool(month) == rule.endswith("day")
    return bool(month and day) and int(day) <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[int(month) - 1]


def _matches(pattern: str, example: str) -> bool:
    return compiled(pattern).fullmatch(example) is not None


def _occurs(pattern: str, example: str) -> bool:
    return re.search(pattern, example) is not None


def _begins_with_type(pattern_id: str, type_: str) -> bool:
    return re.match(rf"{type_.lower()}-.", pattern_id) is not None


def _schema(table: str, meaning: str, *columns: Column, rules: tuple[Rule, ...]) -> Schema:
    return Schema(table, meaning, columns, rules)


def _own(*values: str) -> tuple[tuple[str, ...], ...]:
    return tuple((value,) for value in values)


# --- the tables ------------------------------------------------------------------------------------------------

_ALL = (
    _schema(
        "abbreviations",
        "Words that carry a full stop of their own.",
        Column("form", Text(r".*[^.]", "an abbreviation without its last full stop"), "as it is written"),
        Column(
            "kind",
            Choice(("title", "number", "month", "other")),
            "when it may still end a sentence: title "
            "never; number and month not before a digit; other only before a word of sentence_openers.csv",
        ),
        rules=(Unique(("form",)),),
    ),
    _schema(
        "actor_names",
        "Names of actors.",
        Column("name", _TEXT, "as it stands in texts"),
        Column("actor_id", _ACTOR, "whose name it is"),
        Column("form", _FORM, "how a mention counts"),
        Column("strength", _STRENGTH, "whether it counts wherever it stands, or only where other words allow it"),
        Column("near", _NEAR, "words one of which must stand within 60 characters", optional=True, many=True),
        Column("article", _ARTICLE, "words one of which must stand in the article", optional=True, many=True),
        rules=(Unique(("name", "actor_id")),),
    ),
    _schema(
        "actor_roles",
        "Who held which office when.",
        Column("actor_id", _ACTOR, "who held it"),
        Column("country", _PARTY, "whose office", optional=True),
        Column("office", _OFFICE, "empty where titles do not lead to it", optional=True),
        Column("role", _TEXT, "the office in words"),
        Column("since", Day(), "first day; empty: unknown", optional=True),
        Column("until", Day(), "last day; empty: open or unknown", optional=True),
        Column("source", _TEXT, "where the row comes from"),
        Column("confidence", Choice(("verified", "known", "unsure")), "how sure the days are"),
        rules=(Unique(("actor_id", "country", "role", "since")), Ordered("since", "until")),
    ),
    _schema(
        "actors",
        "Persons, governments, forces, organisations, media.",
        Column("actor_id", _ID, "names the actor in other tables"),
        Column("name", _TEXT, "as it is shown"),
        Column(
            "kind",
            Choice(
                (
                    "person",
                    "government",
                    "ministry",
                    "military",
                    "peacekeepers",
                    "population",
                    "company",
                    "igo",
                    "ngo",
                    "media",
                )
            ),
            "what it is",
        ),
        Column("country", _PARTY, "whose it is", optional=True),
        Column("part", _ID, "which part of its country, for phrases of groups.csv", optional=True),
        Column("wikidata", Text(r"Q[0-9]+", "an id such as Q399"), "its item in Wikidata", optional=True),
        Column("source", _TEXT, "where the row comes from"),
        Column("licence", _TEXT, "the source's licence"),
        Column("confidence", Choice(("verified", "known", "unsure")), "how sure the row is"),
        Column("note", _TEXT, "for editors", optional=True),
        rules=(
            Unique(("actor_id",)),
            Unique(("country", "part"), filled=True),
            Holds(("actor_id",), _own("armenia", "azerbaijan", "nk_authorities")),
        ),
    ),
    _schema(
        "attributive",
        "Halves of compounds that make a country's name a mere quality.",
        Column("word", _LOWER, "the other half"),
        Column("side", Choice(("before", "after")), "on which side of the name it stands"),
        rules=(Unique(("word", "side")),),
    ),
    _schema(
        "body_heads",
        "Words that end the name of a body, or begin it before of.",
        Column("word", _WORD, "with its capital, such as Committee"),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "boilerplate",
        "Lines of scraped pages that do not belong to the article.",
        Column("pattern", Pattern(), "must match the whole line without the white space around it"),
        Column(
            "scope",
            Choice(("line", "list", "tail", "link", "byline")),
            "what is removed: the line; with the "
            "list under it; with all that follows; with the headline under it; a byline without a date",
        ),
        Column("example", _TEXT, "a line that the pattern matches"),
        rules=(
            Unique(("pattern",)),
            Holding(("pattern", "example"), _matches, "a pattern that matches its example"),
        ),
    ),
    _schema(
        "chronology",
        "Dated landmarks of the conflict.",
        Column("landmark_id", _ID, "names the landmark"),
        Column("name", _TEXT, "as it is shown"),
        Column("date_start", Day(), "first day"),
        Column("date_end", Day(), "last day"),
        Column("precision", Choice(("day", "month")), "how exact the days are"),
        Column("kind", Choice(_LANDMARKS), "what it was; count: a running count that stood on these days alone"),
        Column("plover_type", _TYPE, "its event type"),
        Column("parties", _PARTY, "who took part", many=True),
        Column("place", Key((("places", "name"), ("places", "name_other"))), "where", optional=True),
        Column("cues", _TEXT, "words that show it by themselves, as news", optional=True, many=True),
        Column("lasting_cues", _TEXT, "words that show that it has been", optional=True, many=True),
        Column("weak_cues", _TEXT, "words of which two together show it", optional=True, many=True),
        Column("importance", Whole(1, 3), "1: most important"),
        Column("source", _TEXT, "where the row comes from"),
        Column("checked", _YES_NO, "whether the days were compared with a source"),
        rules=(Unique(("landmark_id",)), Ordered("date_start", "date_end")),
    ),
    _schema(
        "column_names",
        "Names that tables of articles give to their columns.",
        Column("name", Text(r"[^\WA-Z]+", "small letters, digits and _"), "case, blanks and signs do not count"),
        Column(
            "field",
            Choice(
                ("id", "text", "html", "title", "publisher", "author", "url", "published", "language")
                + ("teaser", "inside", "rows", "basis", "event", "unused")
            ),
            "the fact of an article that the column holds; teaser: a short text; inside: a dict around the facts; "
            "rows: a list of articles; basis: what the day rests on in exports of our own; unused: known, and "
            "left aside",
        ),
        rules=(Unique(("name",)),),
    ),
    _schema(
        "conflict_parties",
        "The parties to the conflict, and those who take part in it in other ways.",
        Column("code", _COUNTRY, "who it is"),
        Column(
            "part",
            Choice(("belligerent", "ally", "peacekeeper", "mediator", "neighbour")),
            "belligerent: its forces fight; ally: arms or supports a belligerent; peacekeeper: its forces stood "
            "between the sides",
        ),
        Column(
            "side",
            Key((("conflict_parties", "code"),)),
            "of a belligerent or an ally: the state on whose side it counts, itself for the state of a side",
            optional=True,
        ),
        Column("basis", _TEXT, "what the row rests on"),
        rules=(
            Unique(("code",)),
            When("part", ("belligerent", "ally"), "side", Key((("conflict_parties", "code"),))),
            Holds(("code", "side"), (("ARM", "ARM"), ("AZE", "AZE"), ("NKR", "ARM"))),
        ),
    ),
    _schema(
        "publishers",
        "Who publishes what is read, and in which country.",
        Column("name", _TEXT, "as the publisher calls itself"),
        Column("other_names", _TEXT, "other forms of it", optional=True, many=True),
        Column(
            "domains",
            Text(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", "an address without www., in small letters"),
            "its addresses, each with all below it",
            optional=True,
            many=True,
        ),
        Column("country", _PARTY, "where it is published from; for a body of no state its own code"),
        Column("kind", Choice(("agency", "media", "government", "body", "research")), "what it is"),
        Column("source", _TEXT, "what the row rests on"),
        rules=(Unique(("name",)),),
    ),
    _schema(
        "control",
        "Who held which place when, where it was not, or not always, the state that the place belongs to.",
        Column(
            "places",
            Key((("places", "place_id"), ("places", "admin"))),
            "places, or districts for all places there that no other row names",
            many=True,
        ),
        Column(
            "holder",
            Key((("conflict_parties", "code"),)),
            "who held them; empty: each side held a part, or it is not known",
            optional=True,
        ),
        Column("since", Day(), "first day; empty: it was so before", optional=True),
        Column("until", Day(), "last day, that of a change included; empty: it is still so", optional=True),
        Column(
            "source",
            Key((("chronology", "landmark_id"),), also=("general knowledge",)),
            "what the row rests on",
            many=True,
        ),
        Column("note", _TEXT, "for editors", optional=True),
        rules=(Unique(("places", "since")), Ordered("since", "until")),
    ),
    _schema(
        "count_bounds",
        "Words that bound a count of people.",
        Column("words", _LOWER, "as they stand, one word after another"),
        Column("bound", Choice(("low", "high", "about")), "low: no fewer than, high: no more than, about: either"),
        Column("side", Choice(("before", "after")), "where they stand: before the number or after it"),
        rules=(Unique(("words", "side")),),
    ),
    _schema(
        "countries",
        "Countries and what acts like one.",
        Column("code", Text(r"[A-Z]{2,4}", "a code of two to four capitals"), "ISO 3166-1 alpha-3, NKR, EU, UN"),
        Column("actor_id", _ACTOR, "the state as an actor"),
        Column("place_id", _PLACE, "its land", optional=True),
        Column("adjectives", _TEXT, "such as Armenian", optional=True, many=True),
        Column("people", _TEXT, "such as Armenians", optional=True, many=True),
        rules=(Unique(("code",)), Unique(("actor_id",)), Unique(("place_id",), filled=True)),
    ),
    _schema(
        "date_parts",
        "Words for a part of a month, a year or another span.",
        Column("word", _LOWER, "such as beginning"),
        Column("part", Choice(("early", "mid", "late", "first", "second")), "a third, or first and second half"),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "date_words",
        "Phrases that name a day from another.",
        Column("phrase", _LOWER, "such as the day before yesterday"),
        Column("offset", Whole(-1000, 1000), "how many units later, below 0 earlier"),
        Column("unit", Choice(("day", "week", "weekend", "month", "year", "decade")), "unit of the offset"),
        Column(
            "anchor",
            Choice(("article", "text")),
            "from the article's day, or the last day that the text set; empty: the text's in another year",
            optional=True,
        ),
        rules=(Unique(("phrase",)),),
    ),
    _schema(
        "datelines",
        "What the opening of a report is made of.",
        Column(
            "kind",
            Choice(("agency", "reporter", "byline")),
            "agency: who filed it; reporter: words that open "
            "the reporter's name in brackets; byline: words that open a byline",
        ),
        Column("words", _TEXT, "as they are written"),
        rules=(Unique(("kind", "words")), Holds(("kind",), _own("agency", "reporter", "byline"))),
    ),
    _schema(
        "decades",
        "Decades in words, without their century.",
        Column("word", _LOWER, "such as nineties"),
        Column("figure", Whole(0, 9), "the third figure of their years"),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "first_names",
        "First names of persons whom no table has.",
        Column("name", _WORD, "with its capital, without marks"),
        Column("strength", _STRENGTH, "weak: also a place, a surname or another word"),
        rules=(Unique(("name",)),),
    ),
    _schema(
        "groups",
        "Nouns that with a country make an actor.",
        Column("noun", _TEXT, "such as troops"),
        Column("part", Key((("actors", "part"),)), "which part of the country; state: the country itself"),
        Column("form", _FORM, "how a mention counts"),
        Column("alone", _YES, "yes: by itself it can stand for the part named last", optional=True),
        Column("countries", _PARTY, "the only ones that it makes an actor of", optional=True, many=True),
        rules=(Unique(("noun", "part")),),
    ),
    _schema(
        "holidays",
        "Days that have a name.",
        Column("name", _TEXT, "as it is written in texts"),
        Column("owner", _COUNTRY, "whose day it is; empty: anybody's", optional=True),
        Column("beside", _YES, "yes: only directly beside the owner's name", optional=True),
        Column("year", Whole(1000, 2999), "of a day that was one day only", optional=True),
        Column("since", Whole(1000, 2999), "the first year in which it is kept so", optional=True),
        Column("until", Whole(1000, 2999), "the last one", optional=True),
        Column("month", Whole(1, 12), "empty unless the rule is for a weekday", optional=True),
        Column("day", Whole(1, 31), "empty where there is a rule", optional=True),
        Column(
            "rule",
            Text(
                rf"(?:easter|orthodox) -?[0-9]{{1,2}}|(?:-1|[1-4]) (?:{'|'.join(_WEEKDAYS)})"
                r"|islamic (?:[1-9]|1[0-2]) (?:[12]?[0-9]|30)",
                "days from Easter such as easter -46 or orthodox 0, a weekday of the month such as 3 monday or -1"
                " monday, or a month and day such as islamic 10 1",
            ),
            "how a moving holiday is found",
            optional=True,
        ),
        Column("days", Whole(2, 60), "how many it lasts, if not one", optional=True),
        Column("source", _TEXT, "what the row rests on"),
        rules=(
            Unique(("name", "owner", "since")),
            Ordered("since", "until"),
            Holding(("month", "day", "rule"), _is_day_or_rule, "a day that the month has, or a rule"),
        ),
    ),
    _schema(
        "honorifics",
        "Words that stand before a person's name.",
        Column("word", _LOWER, "such as secretary"),
        Column("fits", _YES_NO, "yes: it lets a weak surname count"),
        Column("names", _YES, "yes: capitalised words right behind it are a person's name", optional=True),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "incident_kinds",
        "Acts that articles may code with different types, yet are one thing in the world.",
        Column("kind", _LOWER, "names the kind"),
        Column("types", _TYPE, "the event types that may tell it", many=True),
        Column("modes", _TEXT, "modes that may tell it and do not name it", optional=True, many=True),
        Column("words", Pattern(), "what the mode, the trigger or the words right after it hold"),
        Column("unless", Pattern(), "words of the trigger that make it another act", optional=True),
        rules=(Unique(("kind",)),),
    ),
    _schema(
        "accord_facets",
        "What of an agreement a report of it tells.",
        Column(
            "facet", Choice(("agreement", "mediation", "signing", "force")), "agreed, mediated, signed, in force"
        ),
        Column("types", _TYPE, "the types of events that tell it", optional=True, many=True),
        Column("modes", _LOWER, "the modes of events that tell it", optional=True, many=True),
        Column("triggers", Pattern(), "what the trigger holds", optional=True),
        rules=(),
    ),
    _schema(
        "war_words",
        "Words in reports about a war as a whole or its outbreak.",
        Column(
            "part",
            Choice(
                (
                    "war",
                    "deaths",
                    "lasting",
                    "outbreak",
                    "until_now",
                    "accord",
                    "unrest",
                    "since",
                    "anew",
                    "renewed",
                )
            ),
            "what the words tell",
        ),
        Column("words", Pattern(), "the words"),
        rules=(Unique(("part",)),),
    ),
    _schema(
        "inflections",
        "Irregular forms of words.",
        Column("lemma", _LOWER, "the base form"),
        Column("pos", Choice(("v", "n")), "verb or noun"),
        Column("forms", _LOWER, "its other forms: of a noun the plural, of a verb the past forms", many=True),
        rules=(Unique(("lemma", "pos")),),
    ),
    _schema(
        "institutions",
        "Capitalised words that make a name before them a part of another one.",
        Column("word", _TEXT, "such as Academy"),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "landmark_words",
        "Words that tell of an event of a landmark's kind.",
        Column("kind", Choice(_LANDMARKS), "a kind of chronology.csv"),
        Column("words", _LOWER, "such as broke out"),
        rules=(Unique(("kind", "words")),),
    ),
    _schema(
        "lead_words",
        "Words that are capitalised before a surname but are not first names.",
        Column("word", _LOWER, "such as addition"),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "leaders",
        "Which office leads a country; without a row its president.",
        Column("country", _COUNTRY, "which country"),
        Column("office", _OFFICE, "the office that leads it"),
        Column("since", Day(), "first day; empty: from the beginning", optional=True),
        Column("until", Day(), "last day; empty: until now", optional=True),
        rules=(Unique(("country", "office", "since")), Ordered("since", "until")),
    ),
    _schema(
        "mistranslations",
        "Forms that machine translation gives for names of the region.",
        Column("form", _TEXT, "as it stands in the translation"),
        Column("stands_for", Key((("countries", "code"), ("places", "place_id"))), "what is meant"),
        Column("role", Choice(("adjective", "people", "place")), "place: of a country, its name"),
        Column("after", _TEXT, "words one of which must follow directly; *: anything may", many=True),
        Column("before", _TEXT, "words one of which may go before instead", optional=True, many=True),
        Column("absent", _TEXT, "words that must not stand in the article", optional=True, many=True),
        Column(
            "evidence",
            Choice(("article", "region")),
            "article: it must show signs of such translation; "
            "region: it is enough that it names Armenia and Azerbaijan",
        ),
        Column("source", _TEXT, "the language translated from"),
        rules=(
            Unique(("form", "stands_for", "role", "evidence")),
            When("role", ("adjective", "people"), "stands_for", _COUNTRY),
            When("role", ("place",), "stands_for", _COUNTRY_WITH_PLACE_OR_PLACE),
            When("evidence", ("article",), "source", Key((("translation_signs", "source"),))),
        ),
    ),
    _schema(
        "months",
        "Names of months.",
        Column("word", _WORD, "without a full stop"),
        Column("month", Whole(1, 12), "1: January"),
        Column(
            "alone",
            Choice(("yes", "capital", "context", "number")),
            "yes: a date by itself; capital: with a "
            "capital; context: after a word such as in, or beside a day or year; number: only beside these",
        ),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "multipliers",
        "Number words that multiply the one before them.",
        Column("word", _LOWER, "such as hundred"),
        Column("value", Choice(("12", "100", "1000", "1000000", "1000000000")), "by how much"),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "name_languages",
        "The language of the first name of a disputed place with two.",
        Column("place_id", _PLACE, "which place"),
        Column("language", Choice(("hy", "az")), "hy Armenian, az Azerbaijani"),
        rules=(Unique(("place_id",)),),
    ),
    _schema(
        "not_names",
        "Phrases that contain a name but do not mention its bearer.",
        Column("phrase", _TEXT, "such as Abraham Accords"),
        Column("reason", _TEXT, "what it is instead"),
        rules=(Unique(("phrase",)),),
    ),
    _schema(
        "number_cues",
        "Words next to which four digits are a number and not a year.",
        Column("word", _LOWER, "such as flight"),
        Column("side", Choice(("before", "behind")), "where it stands beside the figures"),
        rules=(Unique(("word", "side")),),
    ),
    _schema(
        "numbers",
        "Number words in dates and spans of time.",
        Column("word", _LOWER, "such as eleven"),
        Column("value", Whole(0, 1000), "empty: not known", optional=True),
        Column("kind", Choice(("article", "cardinal", "ordinal", "vague")), "vague: an unknown number"),
        rules=(
            Unique(("word",)),
            When("kind", ("article", "cardinal"), "value", Whole(0, 1000)),
            When("kind", ("ordinal",), "value", Whole(1, 99)),  # Python's calendar ends with the year 9999
        ),
    ),
    _schema(
        "office_kinds",
        "Offices.",
        Column("office", _ID, "names the office in other tables"),
        Column("label", _TEXT, "as it is shown"),
        Column(
            "holders",
            Choice(("one", "few", "many")),
            "one: at most one person at a time in a country; few: "
            "a title mostly means one person; many: a title alone names nobody",
        ),
        rules=(Unique(("office",)),),
    ),
    _schema(
        "offices",
        "Titles that lead to an office.",
        Column("title", _TEXT, "such as foreign minister"),
        Column("office", _OFFICE, "which office"),
        Column("country", _PARTY, "whose, where the title itself names it", optional=True),
        Column("plural", _YES, "yes: a title of several holders", optional=True),
        rules=(Unique(("title", "country")),),
    ),
    _schema(
        "ontology",
        "The event types and modes of PLOVER (manual of 2021, draft 0.8).",
        Column("type", Choice(PLOVER_TYPES), "the event type"),
        Column("mode", _DASHED_ID, "empty: the type itself", optional=True),
        Column("label", _TEXT, "as it is shown"),
        Column(
            "quad",
            Choice(("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")),
            "its class",
        ),
        Column("definition", _TEXT, "what counts as one"),
        rules=(Unique(("type", "mode")), Holds(("type", "mode"), tuple((type_, "") for type_ in PLOVER_TYPES))),
    ),
    _schema(
        "patterns",
        "Which words, in which frame, are which event.",
        Column("pattern_id", _DASHED_ID, "begins with the type"),
        Column("type", Key((("ontology", "type"),), also=("NONE",)), "NONE: keeps other patterns from firing"),
        Column("mode", Key((("ontology", "mode"),)), "its mode", optional=True),
        Column("pos", Choice(("v", "n", "a", "m")), "verb, noun, adjective or modal verb"),
        Column("trigger", _LOWER, "base forms that set the pattern off", many=True),
        Column("frame", _TEXT, "conditions that all hold; patterns.py reads and checks them", optional=True),
        Column("source", _SLOT, "slots asked in this order for who acts", optional=True, many=True),
        Column("target", _SLOT, "slots asked in this order for whom it is done to", optional=True, many=True),
        Column("sided", Choice(("2",)), "2: both parties are source and target", optional=True),
        Column(
            "inner",
            Choice(("absorb", "claim", "keep")),
            "what happens to events in the complement",
            optional=True,
        ),
        Column("example", _TEXT, "a made-up sentence that needs this row"),
        Column(
            "expect",
            Text(r"-|[A-Z]+ [A-Z+]*>[A-Z+]*", "TYPE SOURCE>TARGET, or - for no event"),
            "what the example codes as; an empty side is not looked at",
        ),
        rules=(
            Unique(("pattern_id",)),
            Together(("type", "mode"), "ontology", unless="NONE"),
            Holding(("pattern_id", "type"), _begins_with_type, "an id that begins with its type"),
        ),
    ),
    _schema(
        "place_cues",
        "Words next to the name of a country or capital that distinguish the place from the actor.",
        Column("word", _LOWER, "such as airport"),
        Column("cue", Choice(_CUES), "where it stands and what it tells: the table's own comment explains each"),
        rules=(Unique(("word", "cue")), Holds(("cue",), _own(*_CUES))),
    ),
    _schema(
        "place_names",
        "Names of places.",
        Column("name", _TEXT, "as it stands in texts"),
        Column("place_id", _PLACE, "whose name it is"),
        Column("form", _FORM, "how a mention counts"),
        Column("strength", _STRENGTH, "whether it counts wherever it stands, or only where other words allow it"),
        Column("near", _NEAR, "words one of which must stand within 60 characters", optional=True, many=True),
        Column("article", _ARTICLE, "words one of which must stand in the article", optional=True, many=True),
        rules=(Unique(("name", "place_id")),),
    ),
    _schema(
        "places",
        "Places with coordinates and extent.",
        Column("place_id", _ID, "names the place in other tables"),
        Column("name", _TEXT, "by the widest use in English-language news"),
        Column("name_other", _TEXT, "the other side's name", optional=True),
        Column(
            "kind",
            Choice(
                (
                    "village",
                    "town",
                    "city",
                    "capital",
                    "base",
                    "bridge",
                    "mountain",
                    "region",
                    "district",
                    "country",
                    "border",
                    "road",
                    "corridor",
                    "river",
                    "lake",
                )
            ),
            "what it is",
        ),
        Column("extent", Choice(("point", "area", "line")), "what it is on a map"),
        Column("country", _COUNTRY, "whose it is by international recognition", optional=True),
        Column("admin", _TEXT, "the province that it lies in", optional=True),
        Column("lat", Decimal(-90, 90), "degrees north, WGS 84; of an area or line its middle"),
        Column("lon", Decimal(-180, 180), "degrees east, WGS 84; of an area or line its middle"),
        Column("radius_km", Decimal(0, 20000), "km: half its width, or how exact the point is"),
        Column("actor", _ACTOR, "the actor meant when the name acts", optional=True),
        Column("source", _TEXT, "where the position comes from"),
        Column("licence", _TEXT, "the source's licence"),
        Column("confidence", Choice(("measured", "estimate", "rough")), "how sure the position is"),
        Column(
            "external_id",
            Text(r"[a-z]+:[0-9A-Za-z]+", "an id such as geonames:175008"),
            "its id elsewhere",
            optional=True,
        ),
        Column("note", _TEXT, "for editors", optional=True),
        rules=(Unique(("place_id",)),),
    ),
    _schema(
        "presets",
        "Periods of the conflict that readers choose with one click, in their order.",
        Column("name", _TEXT, "as it is shown"),
        Column("first", Key((("chronology", "landmark_id"),)), "the landmark whose first day it begins with"),
        Column("last", Key((("chronology", "landmark_id"),)), "the landmark whose last day it ends with"),
        rules=(Unique(("name",)),),
    ),
    _schema(
        "publication_lags",
        "How many days after its latest fact an article appears, by the way in which it reports it.",
        Column(
            "told_as",
            Choice(("date", "landmark", "landmark_and_days", "statement", "weekday_and_date")),
            "how the latest fact is reported",
        ),
        Column("days", Whole(0, 400), "days within which such an article is taken to appear"),
        Column("median", Whole(0, 400), "days after which half of them have appeared"),
        Column("articles", Whole(1, 10000), "dated articles measured"),
        Column("source", _TEXT, "which articles"),
        rules=(Unique(("told_as",)),),
    ),
    _schema(
        "mail_providers",
        "Domains at which anybody may have a mailbox: no publishers.",
        Column("domain", Text(r"[a-z0-9.-]+", "a domain in small letters"), "as it stands behind the @"),
        rules=(Unique(("domain",)),),
    ),
    _schema(
        "publisher_domains",
        "Publishers by the domain of their sites.",
        Column("domain", Text(r"[a-z0-9.-]+", "a domain in small letters"), "without www."),
        Column("publisher", _TEXT, "as it stands in the list of sources"),
        rules=(Unique(("domain",)),),
    ),
    _schema(
        "seasons",
        "Words for the seasons.",
        Column("word", _LOWER, "such as autumn"),
        Column("code", Choice(("SP", "SU", "FA", "WI")), "as in TIMEX3; dates/calendar.py knows its months"),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "sentence_openers",
        "Words that begin a sentence more often than they follow an abbreviation inside one.",
        Column("word", _WORD, "with its capital"),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "surname_endings",
        "Endings that tell a surname behind any capitalised word.",
        Column("ending", _LOWER, "such as yan"),
        rules=(Unique(("ending",)),),
    ),
    _schema(
        "tense_hints",
        "Words that show whether a date is before or after the article's day.",
        Column("word", _LOWER, "such as will"),
        Column(
            "tense",
            Choice(("future", "past", "none", "ahead")),
            "none: a word in -ed that tells no tense; ahead: a day directly behind it lies ahead",
        ),
        rules=(Unique(("word",)), Holds(("tense",), _own("future", "past", "none", "ahead"))),
    ),
    _schema(
        "time_units",
        "Units of time.",
        Column("word", _LOWER, "singular and plural"),
        Column("unit", Choice(_UNITS), "which unit"),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "translation_signs",
        "Signs in an article's text that a machine translated it.",
        Column("pattern", Pattern(alone=True), "a regular expression; case counts"),
        Column("source", _TEXT, "the language translated from"),
        Column("weight", Whole(1, 2), "signs add up, each counted once; 2 are evidence"),
        Column("example", _TEXT, "what the pattern matches"),
        rules=(
            Unique(("pattern", "source")),
            Holding(("pattern", "example"), _occurs, "a pattern that its example holds"),
        ),
    ),
    _schema(
        "us_states",
        "States of the United States.",
        Column("name", _TEXT, "as it stands in texts"),
        rules=(Unique(("name",)),),
    ),
    _schema(
        "weekdays",
        "Days of the week.",
        Column("word", _WORD, "without a full stop"),
        Column("weekday", Whole(0, 6), "0: Monday"),
        Column("alone", Choice(("yes", "number")), "yes: a date by itself; number: only beside a day and month"),
        rules=(Unique(("word",)),),
    ),
    _schema(
        "word_classes",
        "Words that coding treats alike.",
        Column("class", _ID, "names the class in code and frames"),
        Column("pos", Choice(("v", "n", "nv", "a")), "verb, noun, both or other: how its forms are made"),
        Column("words", _LOWER, "base forms", many=True),
        rules=(Unique(("class", "pos")), Holds(("class",), _own(*CLASSES_ASKED_FOR))),
    ),
)

SCHEMAS = {schema.table: schema for schema in _ALL}
"""The schemas by the name of the table, in alphabetical order."""
