"""The anchors of an article's dates: the article's own day, or a date that its text has given before.

In news, dates are counted from the article's day; in a history, from the last date in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from contactline.dates import calendar
from contactline.dates.narrative import Narrative, written_months
from contactline.dates.tense import SENTENCE_END, Tense
from contactline.dates.words import Expression
from contactline.lexicon import Lexicon
from contactline.records import Document

_SAME_SENTENCE = 400  # characters in which a sentence can continue after the year that it names
_WHEN_BEFORE = re.compile(
    r"\b(?:in|during)\s(?:the\syear\s)?$", re.I
)  # words before a year that says when something happened
_PREPOSITION = 16  # characters before a year in which such a word is looked for
_RECENT = 120  # days back from the article's day within which a date without its year is news
_FOLLOWING = 250  # characters after a date in which the next incomplete date continues from it


class Value(NamedTuple):
    """A TIMEX3-like value and what it rests on, both as in records.Timex."""

    text: str
    basis: str


NO_VALUE = Value("", "unknown")


def value_of_day(day: date | None, basis: str) -> Value:
    """The value of a day; NO_VALUE for None."""
    return Value(day.isoformat(), basis) if day else NO_VALUE


def value_of_month(month: tuple[int, int], basis: str) -> Value:
    """The value of a month, given as (year, month)."""
    return Value(f"{month[0]:04d}-{month[1]:02d}", basis)


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the next date of an article is counted from.

    ``article_day``: None where it is unknown. ``history``: dates are counted only from other dates of the text.
    ``day_first``: 5/6/2021 is 5 June. ``narrative``: the dates that the text has given so far.
    """

    article_day: date | None
    history: bool
    day_first: bool
    tense: Tense
    lexicon: Lexicon
    narrative: Narrative

    @classmethod
    def of(
        cls,
        document: Document,
        article_day: date | None,
        lexicon: Lexicon,
        *,
        history: bool = False,
        day_first: bool = True,
        expressions: Iterable[Expression] = (),
    ) -> Anchors:
        """The anchors at the beginning of a document, where its text has given no date yet.

        ``expressions``: all those of the document; a history uses the months written with their year among them.
        """
        written = written_months(expressions) if history else ()
        narrative = Narrative(document.text, written=written)
        return cls(article_day, history, day_first, Tense(document, lexicon), lexicon, narrative)

    @property
    def text(self) -> str:
        """The whole text, in which offsets count."""
        return self.narrative.text

    def after(self, e: Expression, value: Value) -> Anchors:
        """The anchors after an expression, once its value is known."""
        narrative = self.narrative.after(e, value.text, value.basis, self.history)
        return Anchors(self.article_day, self.history, self.day_first, self.tense, self.lexicon, narrative)

    def on(self, article_day: date) -> Anchors:
        """The same anchors for an article of another day."""
        return replace(self, article_day=article_day)

    def continues_narrative(self, e: Expression) -> bool:
        """Whether an incomplete date continues from a date in the text, and not from the article's day."""
        narrative = self.narrative
        if narrative.year is None:
            return False
        if self.article_day is None:
            return self._goes_on_undated(e)
        if self.history:
            return True
        # A year clearly before the article's, given just before: "On 27 September 2020 ... On November 9".
        # A bare year holds for its own sentence ("In 1992 ... in May"), and for the next one where it tells when
        # something was; a day of the article's own week ends it.
        year, at = narrative.explicit_year, narrative.explicit_at
        if year is None or year >= self.article_day.year:
            return False
        if self.tense.is_future(e) and self.tense.at(e.start, e.end) != "past":
            return False  # but "by 22 August he had left" is no deadline
        if narrative.article_week_at > at or narrative.year != year:
            return False
        if e.start - at > _SAME_SENTENCE:
            return False
        if SENTENCE_END.search(self.text, at, e.start) is None:
            return True
        if e.start - at > _FOLLOWING or self.text.find("\n", at, e.start) >= 0:
            return False
        return narrative.explicit_month or self._goes_on_from_year(e, at, self.article_day)

    def _goes_on_undated(self, e: Expression) -> bool:
        """Whether a date of news whose day is not known has the year told last.

        A bare year that only begins a state ("held since 1994. On September 27 ...") is not gone on from.
        """
        at = self.narrative.explicit_at
        if at < 0 or self.narrative.explicit_month or SENTENCE_END.search(self.text, at, e.start) is None:
            return True
        return not self.text[max(0, at - _PREPOSITION) : at].lower().endswith("since ")

    def _goes_on_from_year(self, e: Expression, at: int, article_day: date) -> bool:
        """Whether the sentence after "In 2016 a truce broke down." continues in that year: "On April 2 ...".

        A day shortly before the article's is more likely its own news, and so is a month, unless the year began
        its sentence.
        """
        told = _WHEN_BEFORE.search(self.text, max(0, at - _PREPOSITION), at)
        if told is None:
            return False
        if len(SENTENCE_END.findall(self.text, at, e.start)) > 1 or self.tense.at(e.start, e.end) != "past":
            return False
        if e.form == "holiday":
            return True
        if e.month is None or e.weekday is not None or e.relation:
            return False
        if e.day is None and not told[0][0].isupper():
            return False
        days = [calendar.safe_day(article_day.year - back, e.month, e.day or 1) for back in (0, 1)]
        return all(day is None or not 0 <= (article_day - day).days <= _RECENT for day in days)

    def base_year(self, anchor: str) -> int | None:
        """The year from which "last year" or "of that year" is counted. ``anchor``: article or text."""
        article_year = self.article_day.year if self.article_day else None
        if anchor == "article" and not (self.history and self.narrative.year):
            return article_year
        return self.narrative.year or article_year

    def base_day(self, e: Expression) -> tuple[date | None, str]:
        """The day from which an offset is counted, and the resulting basis; None for the day where there is none.

        For offsets in years or months, a year or month in the text counts with its first day.
        """
        narrative = self.narrative
        if e.event >= 0 and (narrative.day is None or e.start - narrative.at > _FOLLOWING):
            return None, "unknown"  # an event that nothing dates
        counts_from_article = e.anchor == "article" or (e.anchor == "" and not self.goes_on_in_unit(e))
        if counts_from_article and not self.history:
            return self.article_day, "article"
        if counts_from_article and e.anchor == "article" and e.unit == "day":
            return None, "unknown"  # "today" in a history is no day of it
        day = narrative.day
        if day is None and narrative.month and e.unit in ("month", "year", "decade", "season"):
            day = date(*narrative.month, 1)
        if day is None and narrative.year and e.unit in ("year", "decade"):
            day = date(narrative.year, 1, 1)
        if day is None and not self.history and e.anchor == "text" and not narrative.value:
            return self.article_day, "article"
        return day, "text"

    def goes_on_in_unit(self, e: Expression) -> bool:
        """Whether "later in the year" is of the year that the narrative is in, and not of the article's."""
        return self.history or e.unit in ("month", "year", "decade") and self.continues_narrative(e)

    def fixed_in_sentence(self, e: Expression) -> bool:
        """Whether the last date before an expression is in the same sentence."""
        return self.narrative.at >= self.tense.sentence(e.start, e.end)[0]

    def day_in_sentence(self, e: Expression) -> date | None:
        """The day given earlier in the sentence of an expression, None where there is none."""
        return self.narrative.day if self.fixed_in_sentence(e) else None
