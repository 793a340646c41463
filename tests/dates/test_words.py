"""The tables of date words, and which words can begin a date."""

from __future__ import annotations

import pytest
from made_lexicon import with_tables

from contactline.dates import words
from contactline.lexicon import Lexicon

COLUMNS = "name,owner,beside,year,since,until,month,day,rule,days,source"
TABLES = {
    "months": "word,month,alone\nMay,5,context\nJune,6,yes\nJun,6,number\n",
    "weekdays": "word,weekday,alone\nSunday,6,yes\nSun,6,number\n",
    "numbers": "word,value,kind\ntwo,2,cardinal\na few,,vague\nfirst,1,ordinal\n",
    "seasons": "word,code\nautumn,FA\n",
    "time_units": "word,unit\nnights,night\nweeks,week\n",
    "date_words": "phrase,offset,unit,anchor\nthe day after,1,day,text\nyesterday,-1,day,article\n",
    "date_parts": "word,part\nend,late\n",
    "decades": "word,figure\nnineties,9\n",
    "number_cues": "word,side\nflight,before\ntroops,behind\n",
    "holidays": f"{COLUMNS}\nNew Year's Day,,,,,,1,1,,,made\n",
}


@pytest.fixture
def lexicon() -> Lexicon:
    return with_tables(**TABLES)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("months", {"may": 5, "june": 6, "jun": 6}),
        ("alone", {"may": "context", "june": "yes", "jun": "number", "sunday": "yes", "sun": "number"}),
        ("weekdays", {"sunday": 6, "sun": 6}),
        ("numbers", {"two": 2, "a few": None}),
        ("ordinals", {"first": 1}),
        ("seasons", {"autumn": "FA"}),
        ("units", {"nights": "night", "weeks": "week"}),
        ("phrases", {"the day after": (1, "day", "text"), "yesterday": (-1, "day", "article")}),
        ("parts", {"end": "late"}),
        ("decades", {"nineties": 9}),
        ("before_number", {"flight"}),
        ("behind_number", {"troops"}),
    ],
)
def test_the_tables(lexicon: Lexicon, table: str, expected: dict[str, object]) -> None:
    assert getattr(words.date_words(lexicon), table) == expected


@pytest.mark.parametrize(
    ("word", "begins"),
    [
        *(
            (word, True)
            for word in (
                "may",
                "jun",
                "sunday",
                "two",
                "first",
                "autumn",
                "weeks",
                "yesterday",
                "end",
                "nineties",
                "new",
            )
        ),
        # relations, and words that the shapes themselves know
        *((word, True) for word in ("last", "following", "the", "every", "q", "daily")),
        # later words of a phrase begin nothing
        *((word, False) for word in ("few", "day", "year", "spring", "October", "")),
    ],
)
def test_words_that_can_begin_a_date(lexicon: Lexicon, word: str, begins: bool) -> None:
    assert (word in words.first_words(lexicon)) is begins


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("7", "digit"),
        ("2nd", "digit"),
        ("June", "month"),
        ("JUNE", "month"),
        ("june", "month"),
        # a small word that means something else
        ("May", "month"),
        ("may", "other"),
        ("Sun", "weekday"),
        ("sun", "other"),
        ("sunday", "weekday"),
        ("first", "ordinal"),
        ("two", "number"),
        ("New", "holiday"),
        ("yesterday", "phrase"),
        ("the", "other"),
        ("the first", "ordinal"),
        ("The 2nd", "ordinal"),
        ("the two", "other"),
    ],
)
def test_which_shapes_a_word_can_begin(lexicon: Lexicon, word: str, kind: str) -> None:
    first, _, following = word.partition(" ")

    assert words.starter_of(first, words.date_words(lexicon), following) == kind


def test_names_of_peoples_and_places(lexicon: Lexicon) -> None:
    assert {"Armenian", "Armenians", "Yerevan", "Nagorno-Karabakh"} <= words.date_words(lexicon).peoples


def test_every_relation_counts_from_an_anchor() -> None:
    offsets = {"last": -1, "this": 0, "next": 1}

    assert [word for word, r in words.RELATIONS.items() if offsets[r.kind] != r.offset] == []
    anchors = {relation.anchor for relation in words.RELATIONS.values()}
    assert anchors == {*words.BEFORE.values()} == {*words.AFTER.values()} == {"article", "text"}


@pytest.mark.parametrize(
    ("word", "follows"),
    [
        ("week", False),  # not among the units of the made tables, only its plural
        ("weeks", True),
        ("few", True),
        ("sundays", True),
        ("year", True),  # of "New Year's Day"
        ("evening", True),
        ("short", True),
        ("village", False),
    ],
)
def test_which_words_can_follow_an_article_in_a_date(word, follows, lexicon):
    assert (word in words.second_words(lexicon)) is follows
