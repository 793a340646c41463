"""An article as a reader sees it: its sentences, and what was found in them, as marks and frames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from contactline.lexicon import unlisted
from contactline.tables.store import Store
from contactline.views import labels, search
from contactline.views.highlight import Mark
from contactline.views.words import count, say

LONGEST_HEADING = 90
"""Characters of a heading; a longer one is cut."""


def sentence(store: Store, article_id: str, number: int) -> tuple[str, int]:
    """The text of a sentence and the offset of its first character. Raises KeyError where there is none."""
    rows = store.sentences
    found = rows[(rows["article_id"] == article_id) & (rows["sentence"] == number)]
    if found.empty:
        raise KeyError(f"{article_id} has no sentence {number}")
    row = found.iloc[0]
    return str(row["text"]), int(row["start"])


def marks(store: Store, event: pd.Series, names: dict[str, str], whole: bool = False) -> list[Mark]:
    """The marks for an event: its trigger, its sentences, its parties, and the names and dates in these sentences.

    ``whole``: for the whole article, including the triggers of other events.
    """
    found = [Mark(int(event["start"]), int(event["end"]), "event", f"{event['label']}: {labels.when_of(event)}")]
    own = {int(event["sentence"]), *(int(number) for number in event["other_sentences"])}
    sentences = store.sentences[store.sentences["article_id"] == event["article_id"]]
    if whole:
        found += [
            Mark(int(row.start), int(row.end), "sentence") for row in sentences.itertuples() if row.sentence in own
        ]
    return found + mentions(store, str(event["article_id"]), names, None if whole else own, str(event["event_id"]))


def mentions(
    store: Store, article_id: str, names: dict[str, str], only: set[int] | None = None, event_id: str = ""
) -> list[Mark]:
    """The actors, places, dates and events of an article, each with its reading.

    ``only``: the numbers of the sentences to include. ``event_id``: an event that is marked differently.
    """
    rows = store.mentions[store.mentions["article_id"] == article_id]
    if only is not None:
        rows = rows[rows["sentence"].isin(only)]
    events = store.events[store.events["article_id"] == article_id].set_index("event_id")["label"].to_dict()
    found = []
    for start, end, kind, ref, candidates, note in rows[
        ["start", "end", "kind", "ref", "candidates", "note"]
    ].itertuples(index=False):
        if kind == "event":
            if ref != event_id and ref in events:  # the trigger of a rejected event is not marked
                found.append(Mark(int(start), int(end), "other", events[ref]))
            continue
        if kind == "date":
            said = f"{ref or say('marks.date_unknown')} ({labels.DATE_NOTES.get(note, note)})"
        elif isinstance(ref, str) and ref:
            said = names.get(ref, ref)
        else:
            said = labels.either(names.get(key, key) for key in candidates) or say("marks.name_unknown")
        if note == unlisted.NOTE:
            said = say("marks.unlisted", name=said)
        found.append(Mark(int(start), int(end), str(kind), said))
        if kind != "date" and note and note != unlisted.NOTE:
            found.append(Mark(int(start), int(end), "reading", note))
    return found


def searched(text: str, words: str, start: int = 0) -> list[Mark]:
    """Marks for the words that are searched for in a text. ``start``: the offset of its first character."""
    found = search.spans(text, search.parse(words)) if words else []
    return [Mark(start + first, start + last, "searched", say("marks.searched")) for first, last in found]


def readings(store: Store, article_id: str) -> list[tuple[str, str]]:
    """Words that were read as another name than they say, each with that name and the reason."""
    rows = store.mentions[
        (store.mentions["article_id"] == article_id) & store.mentions["kind"].isin(["actor", "place"])
    ]
    read = ~rows["note"].isin(["", unlisted.NOTE])
    pairs = rows.loc[read, ["text", "note"]].itertuples(index=False, name=None)
    return list(dict.fromkeys(pairs))


def evidence(article: pd.Series) -> str:
    """When an article was published, and how that is known, in words."""
    day = labels.when(article["published_start"], article["published_end"], article["published_precision"])
    basis = labels.BASES.get(article["published_basis"], article["published_basis"])
    words = article["published_evidence"]
    if pd.isna(article["published_start"]):
        return say("article.undated")
    return f"{day}{likeliest(article, 'article.likeliest')} ({basis}{': ' + words if words else ''})"


def likeliest(article: pd.Series, key: str) -> str:
    """The likeliest day of publication in the words of a key, "" where none is known."""
    day = article["published_likeliest"]
    return "" if pd.isna(day) else say(key, day=labels.day(pd.Timestamp(day).date()))


def uncoded(store: Store, article_id: str) -> list[str]:
    """Sentences that look as if they report an event, but in which none was coded."""
    rows = store.uncoded[store.uncoded["article_id"] == article_id]
    found = rows.merge(store.sentences, on=["article_id", "sentence"])
    return [" ".join(text.split()) for text in found["text"]]


def notes(store: Store, articles: pd.DataFrame) -> list[str]:
    """What a reader should know about each article, in a few words: "2 warnings; near-duplicate; 3 not coded"."""
    cut = store.noise["article_id"].value_counts()
    missed = store.uncoded["article_id"].value_counts()
    found = []
    for article_id, language, copy_of, warnings in articles[
        ["article_id", "language", "copy_of", "warnings"]
    ].itertuples(index=False):
        foreign = language not in ("", "en")
        said = [say("article.note_language", language=language)] if foreign else []
        said += [say("article.note_copy")] if isinstance(copy_of, str) else []
        said += [count(len(warnings), "warning")] if len(warnings) and not foreign else []
        said += (
            [say("article.note_removed", passages=count(int(cut[article_id]), "passage"))]
            if article_id in cut.index
            else []
        )
        said += (
            [say("article.note_not_coded", number=f"{int(missed[article_id]):,}")]
            if article_id in missed.index
            else []
        )
        found.append("; ".join(said))
    return found


def pieces(store: Store, article_id: str) -> list[tuple[str, int]]:
    """The text of an article that the tables contain, in order, each piece with the offset of its first character.

    Consecutive sentences form one piece.
    """
    rows = store.sentences[store.sentences["article_id"] == article_id].sort_values("sentence")
    found: list[tuple[str, int]] = []
    before = -2
    for number, text, start in rows[["sentence", "text", "start"]].itertuples(index=False):
        if number == before + 1:
            text_before, start_before = found.pop()
            gap = " " * (start - start_before - len(text_before))
            found.append((f"{text_before}{gap}{text}", start_before))
        else:
            found.append((str(text), int(start)))
        before = number
    return found


def heading(article: Mapping[Any, Any] | pd.Series) -> str:
    """An article's title, or its first line if it has none."""
    title = str(article["title"]).strip() or str(article["text"]).strip().partition("\n")[0]
    if len(title) <= LONGEST_HEADING:
        return title
    return title[: LONGEST_HEADING - 2].rsplit(" ", 1)[0] + " \N{HORIZONTAL ELLIPSIS}"


def cited(article: Mapping[Any, Any] | pd.Series) -> str:
    """An article as a citation names it: title, publisher and day, as far as they are known."""
    day = labels.when(article["published_start"], article["published_end"], article["published_precision"])
    return ", ".join(filter(None, (say("text.quoted", text=heading(article)), article["publisher"], day)))
