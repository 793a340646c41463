"""Whether a bare month or a bare year is a date in its context: "May" as the month, "2020" as a year."""

from __future__ import annotations

import re

from contactline.dates.words import DateWords, Expression

_BEFORE, _BEHIND = 24, 32  # characters of context
_YEARS = (1000, 2100)  # a number outside these is not a year
_LIKELY_YEARS = (1500, 2050)  # outside these only after "in", "since", "of", "by", "year"

_MONTH_PREPOSITION = re.compile(  # after these a month is a date, whatever follows
    r"\b(?:in|since|until|till|by|during|throughout|early|late|mid|of|last|next)(?:\s+|-)$", re.I
)
_MAYBE_MONTH_PREPOSITION = re.compile(  # after these, if no noun or name follows
    r"\b(?:in|of|since|until|till|by|during|from|to|last|next|this|early|late|mid|between|and|or|through"
    r"|throughout|before|after|around|about|for|back in|through to|on|every|each"
    r"|(?:early|late|mid)\s(?:in|to late))(?:\s+|-)$",
    re.I,
)
_MAY = 5
_NAME_BEFORE = re.compile(  # "Black January"; not the capital of a sentence's first word
    r"(?:^|[^.!?\s]\s)(?!(?:The|This|That|Its|His|Her|Their|Our|And|But|For)\s)[A-Z][a-z]+\s$"
)
_NAME_BEHIND = re.compile(r"\s(?P<name>[A-Z][^\W\d_]+)")  # "October Revolution"
_FIRST_NAMES_OR_SURNAMES = ("april", "august", "june", "march", "may")  # months that a person may be called
_SURE_MONTH_PREPOSITION = re.compile(  # after these even such a month is not a person: "in April Glaspie left"
    r"\b(?:in|since|until|till|during|throughout|early|late|mid|last|next|this)(?:\s+|-)$", re.I
)
_NAMED_BEFORE = 3000  # characters before a month in which a person of that name may be mentioned
_BY = re.compile(r"\bby\s$", re.I)
_AGENT = re.compile(r"(?:ed|en|wn|un|ld|nt|ught|de|it|ut)\sby\s$")  # "written by April Glaspie"
_FIRST_NAME = (  # a person with the name of a month; but "Armenia May Leave" is a headline
    r"\b(?!(?:In|Since|By|On|Last|Next|This|Until|From|To|And|But|Early|Late|Mid|During|Before|After|For|Of|The|All"
    r"|Between|Every|Each|Through|Around)\b)(?P<first>[A-Z][^\W\d_]+)\.?\s%s\b(?!\s\d|,\s\d|\s[A-Z])"
)
_WORD_BEHIND = re.compile(r"\s[a-z]+")
_ATTRIBUTE_BEFORE = re.compile(r"\b(?:the|an?|its|their|last|for)\s$", re.I)  # "the March clashes"
_NO_NOUN_BEHIND = re.compile(r"\s(?:in|on|at|and|with|when|the|to|for)\b")
_UNLIKELY_YEAR_PREPOSITION = re.compile(r"\b(?:in|since|of|by|year)\s$", re.I)

# What is counted, so that the figures before it are no year: "2000 people", "1500 metres".
_COUNTED_BEHIND = re.compile(
    r"\s(?:of\s(?:the|its|his|their|them)\b|(?:[A-Za-z]+(?:ed|ing|an|ic|al|ary|ese|ish|ani|eri)\s)?(?P<noun>[a-z]+)\b)"
    r"|[-‑](?:strong|meter|metre|km)|\s?%"
)
_PLURAL = re.compile(r"(?!(?:was|is|has|does|this|its|his|as|thus|across|onwards|afterwards)\b)[a-z]+s")
_WORD_BEFORE = re.compile(r"(?P<word>[A-Za-z]+)\.?\s$")
_EVENTS = re.compile(  # plural nouns that have a year rather than a number
    r"elections|wars|clashes|events|protests|hostilities|talks|agreements|negotiations|borders|lines|levels|figures"
    r"|highs|lows|peaks|accords|protocols|floods|killings|riots"
)
_AT_LEAST_UNTIL = re.compile(r"\b(?:until|till|since|before|by|from)\sat\s(?:least|the\slatest)\s$", re.I)
_RANGE_BEGINS = re.compile(r"\b(?:between|from)\s(?:1\d|20)\d\d\s(?:and|to|until|till|through)\s$", re.I)
_THE = re.compile(r"\b[Tt]he\s$")
_THE_YEARS = range(1900, 2036)  # "the 1972 shootings": a number in thousands would have its comma
_OF = re.compile(r"\bof\s$")
_OF_YEARS = range(1900, 2000)
_OPEN_END = re.compile(r"\b(?:[Uu]ntil|[Tt]ill|[Pp]rior\sto|Before|After|From)\s$")
_IN = re.compile(r"\b(?:in|since|during)\s$", re.I)


def is_date_in_context(text: str, expressions: list[Expression], words: DateWords) -> bool:
    """Whether the context allows a bare month or year to be a date; True for all other expressions."""
    e = expressions[0]
    if len(expressions) > 1 and e.form == "date" and e.month and e.day is None and e.year is None:
        return not _is_person(e, text, words)  # "Theresa May and April Glaspie"
    if len(expressions) > 1 or e.form != "date" or e.kind != "date" or e.part or e.relation:
        return True
    if e.day is not None or e.weekday is not None or e.era:
        return True
    if e.month is not None:
        return e.year is not None or e.year_offset is not None or _is_month(e, text, words)
    return e.year is None or not e.text[0].isdigit() or _is_year(e, e.year, text, words)


def _is_month(e: Expression, text: str, words: DateWords) -> bool:
    before, behind = _around(e, text)
    word = re.match(r"\w+", e.text)
    alone = words.alone[word[0].lower()] if word else "yes"
    after_preposition = _MONTH_PREPOSITION.search(before) is not None
    after_some_preposition = _MAYBE_MONTH_PREPOSITION.search(before) is not None
    if alone == "number" or _is_person(e, text, words):
        return False
    if alone == "context":
        noun_behind = _WORD_BEHIND.match(behind) is not None and not _NO_NOUN_BEHIND.match(behind)
        if e.text[0].islower():
            return False
        if noun_behind and _ATTRIBUTE_BEFORE.search(before):
            return e.month != _MAY or not before.endswith("for ")  # "for May voters" may speak of a person
        return after_some_preposition and (after_preposition or not noun_behind)
    # Inside a name ("Black January", "October Revolution") a month is no date.
    in_adverbial = after_preposition or after_some_preposition
    return in_adverbial or not (_NAME_BEFORE.search(before) or _NAME_BEHIND.match(behind))


def _is_person(e: Expression, text: str, words: DateWords) -> bool:
    """Whether a month is a person's name: "Theresa May", "April Glaspie", or "May" where she was named before."""
    word = re.match(r"\w+", e.text)
    if word is None or word[0].lower() not in _FIRST_NAMES_OR_SURNAMES or not e.text[0].isupper():
        return False
    before, behind = _around(e, text)
    if _SURE_MONTH_PREPOSITION.search(before) or _BY.search(before) and not _AGENT.search(before):
        return False
    surname = _NAME_BEHIND.match(behind)
    if surname and _MAYBE_MONTH_PREPOSITION.search(before):
        return surname["name"] not in words.peoples
    named = re.finditer(_FIRST_NAME % word[0], text[max(0, e.start - _NAMED_BEFORE) : e.end])
    return any(m["first"] not in words.peoples for m in named)


def _is_year(e: Expression, year: int, text: str, words: DateWords) -> bool:
    before, behind = _around(e, text)
    if not _YEARS[0] <= year <= _YEARS[1]:
        return False
    if not _LIKELY_YEARS[0] <= year <= _LIKELY_YEARS[1] and not _UNLIKELY_YEAR_PREPOSITION.search(before):
        return False
    if _AT_LEAST_UNTIL.search(before) or _RANGE_BEGINS.search(before):
        return True
    if (word := _WORD_BEFORE.search(before)) and _is_cue(word["word"].lower(), words.before_number):
        return False
    if _OPEN_END.search(before) and _NAME_BEHIND.match(behind):
        return True  # "Until 2020 Armenian forces held it"
    if _IN.search(before) or year in _OF_YEARS and _OF.search(before):
        return True
    counted = _COUNTED_BEHIND.match(behind)
    if counted is None:
        return True
    noun = counted["noun"]
    if year in _THE_YEARS and _THE.search(before):
        return noun not in words.behind_number
    if noun is None or noun in words.behind_number:
        return False
    return _PLURAL.fullmatch(noun) is None or _EVENTS.fullmatch(noun) is not None


def _is_cue(word: str, cues: frozenset[str]) -> bool:
    return word in cues or word.removesuffix("s") in cues


def _around(e: Expression, text: str) -> tuple[str, str]:
    return text[max(0, e.start - _BEFORE) : e.start], text[e.end : e.end + _BEHIND]
