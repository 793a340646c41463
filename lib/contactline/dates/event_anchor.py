"""The value of a date that is counted from an event: "a day after the ceasefire", "the anniversary of the war"."""

from __future__ import annotations

import re
from datetime import date

from contactline.dates import calendar, chronology
from contactline.dates.anchors import NO_VALUE, Anchors, Value, value_of_day
from contactline.dates.holidays import holiday_value
from contactline.dates.offsets import shifted
from contactline.dates.partial_dates import date_value
from contactline.dates.words import Expression

_WORDS = 120  # characters that are read for the name of an event, and around a day
_ANNIVERSARY = 400  # most days between the article's day and an anniversary
_EVENT_END = re.compile(r"[.,;:!?\n]|\s(?:and|but|when|which|that|who)\s")
_APPOSITION = re.compile(r",\s(?:just\s|only\s|exactly\s|barely\s|the\s|its\s|\w+['’]s\s)?")
_EXACTNESS = {"day": 10, "month": 7, "year": 4}  # length of a value that is exact to this unit
_WORDS_BEFORE_DAY = re.compile(
    r"\s+(?:of\s)?(?:(?:the|an?|his|her|its|their)\s)?(?:[a-z]+\s(?:on|of|in)\s(?:the\s)?)?"
)
_COMMON_WORDS = frozenset(  # words that two passages can share without being about the same event
    "also been both each from have into more most only over said some such than that them then they this were what"
    " when will with about after before their there these those where which would could other first second"
    " armenia azerbaijan armenian azerbaijani".split()
)


def event_value(e: Expression, anchors: Anchors, following: Expression | None) -> Value | None:
    """The value counted from the event named after an expression; None where the event has no date.

    The event may be the date that the expression describes ("on Monday, two days after the truce"), have its day
    in its name ("two days after the May 3 vote": ``following``), or be found by ``day_of_event``.
    """
    explained = _explained_date(e, anchors)
    if explained is not None:
        return explained
    own_day = _day_in_name(e, anchors, following) if following else None
    if own_day is not None:
        return _counted(e, own_day, anchors)
    same_day = anchors.day_in_sentence(e) if e.form == "anniversary" else None
    if same_day is not None:
        return Value(same_day.isoformat(), "text")  # "on 9 April thousands marked the anniversary of ..."
    day = day_of_event(e, anchors)
    found = _counted(e, day, anchors) if day else None
    if found is None or anchors.history or anchors.article_day is None:
        return found
    first = calendar.interval_of(found.text).start
    # What has not come yet is no distance from an event in the text, but a sign of another event.
    past = first is not None and first <= anchors.article_day
    return found if past or first is not None and anchors.tense.is_future(e) else None


def day_of_event(e: Expression, anchors: Anchors) -> date | None:
    """The first day of the event named after an expression; None where it has no date.

    The event is a landmark named by its words (in news, none after the article's day), or else it has the last day
    that the text gave in another sentence next to one of the event's significant words.
    """
    text = anchors.text
    latest = None if anchors.history else anchors.article_day
    words = _EVENT_END.split(text[e.event : e.event + _WORDS], maxsplit=1)[0]
    landmarks = [
        found.landmark.start
        for found in chronology.find(words, anchors.lexicon)
        if found.sure and (latest is None or found.landmark.start <= latest)
    ]
    if landmarks:
        return max(landmarks)
    significant = _significant_words(words)
    for start, end, day in reversed(anchors.narrative.given_days):
        low, high = anchors.tense.sentence(start, end)
        if low <= e.start < high:
            continue
        if significant & _significant_words(text[max(low, start - _WORDS) : min(high, end + _WORDS)]):
            return day
    return None


def _significant_words(words: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", words.lower())) - _COMMON_WORDS


def _explained_date(e: Expression, anchors: Anchors) -> Value | None:
    """Read "on Monday, two days after the truce": the date just given is the one that is described."""
    narrative = anchors.narrative
    exact = _EXACTNESS.get(e.unit)
    if e.form != "shift" or exact is None or len(narrative.last_value) < exact:
        return None
    if _APPOSITION.fullmatch(anchors.text, narrative.last_end, e.start) is None:
        return None
    return Value(narrative.last_value[:exact], "text")


def _day_in_name(e: Expression, anchors: Anchors, following: Expression) -> date | None:
    """The day among the first words of an event: "Monday's attack", "the Aug. 2 invasion"."""
    if _WORDS_BEFORE_DAY.fullmatch(anchors.text, e.event, following.start) is None:
        return None
    if following.form == "holiday":
        return calendar.interval_of(holiday_value(following, anchors).text).start
    if following.form != "date" or (following.day is None and following.weekday is None) or following.group:
        return None
    return calendar.interval_of(date_value(following, anchors).text).start


def _counted(e: Expression, day: date, anchors: Anchors) -> Value | None:
    """An offset or anniversary counted from an event's day."""
    if e.form == "anniversary" and e.number is not None:
        found = calendar.safe_day(day.year + e.number, day.month, day.day)
        now = anchors.narrative.day if anchors.history else anchors.article_day
        near = found is not None and now is not None and abs(found - now).days <= _ANNIVERSARY
        return value_of_day(found, "event") if near else None
    if e.form != "shift" or e.offset is None:
        return None
    value = shifted(day, e.offset, e.unit, "event")
    return None if value == NO_VALUE else value
