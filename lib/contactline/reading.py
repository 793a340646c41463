"""An article as a reader sees it: its sentences, and what was found in them, as marks and frames."""

from __future__ import annotations

import pandas as pd

from contactline import labels
from contactline.excerpts import Mark
from contactline.store import Store


def sentence(store: Store, article_id: str, number: int) -> tuple[str, int]:
    """A sentence's words and its first letter's offset. Raises KeyError where there is none."""
    rows = store.sentences
    found = rows[(rows["article_id"] == article_id) & (rows["sentence"] == number)]
    if found.empty:
        raise KeyError(f"{article_id} has no sentence {number}")
    row = found.iloc[0]
    return str(row["text"]), int(row["start"])


def marks(store: Store, event: pd.Series, names: dict[str, str], whole: bool = False) -> list[Mark]:
    """What is to be marked for an event: its words, its sentences, its parties, and the names and dates there.

    ``whole``: for the whole article, with the other events' words.
    """
    found = [Mark(int(event["start"]), int(event["end"]), "event", f"{event['label']}: {event['when']}")]
    own = {int(event["sentence"]), *(int(number) for number in event["other_sentences"])}
    sentences = store.sentences[store.sentences["article_id"] == event["article_id"]]
    if whole:
        found += [
            Mark(int(row.start), int(row.end), "sentence") for row in sentences.itertuples() if row.sentence in own
        ]
    return found + mentions(store, str(event["article_id"]), names, None if whole else own)


def mentions(store: Store, article_id: str, names: dict[str, str], only: set[int] | None = None) -> list[Mark]:
    """The actors, places, dates and events of an article (of some of its sentences), each with what it was read as."""
    rows = store.mentions[store.mentions["article_id"] == article_id]
    if only is not None:
        rows = rows[rows["sentence"].isin(only)]
    events = store.events[store.events["article_id"] == article_id].set_index("event_id")["label"]
    found = []
    for row in rows.itertuples():
        kind = "other" if row.kind == "event" else str(row.kind)
        found.append(Mark(int(row.start), int(row.end), kind, _note(row, names, events)))
    return found


def evidence(article: pd.Series) -> str:
    """When an article was published, and how that is known."""
    day = labels.when(article["published_start"], article["published_end"], article["published_precision"])
    basis = labels.BASES.get(article["published_basis"], article["published_basis"])
    words = article["published_evidence"]
    return f"{day} ({basis}{': ' + words if words else ''})"


def uncoded(store: Store, article_id: str) -> list[str]:
    """Sentences that look as if they told an event, but hold none that was coded."""
    rows = store.uncoded[store.uncoded["article_id"] == article_id]
    found = rows.merge(store.sentences, on=["article_id", "sentence"])
    return [" ".join(text.split()) for text in found["text"]]


def heading(article: pd.Series) -> str:
    """An article's title, or its first line where it has none."""
    title = str(article["title"]).strip() or str(article["text"]).strip().partition("\n")[0]
    return title if len(title) <= 90 else title[:88].rsplit(" ", 1)[0] + " \N{HORIZONTAL ELLIPSIS}"


def _note(row: object, names: dict[str, str], events: pd.Series) -> str:
    kind, ref = getattr(row, "kind"), getattr(row, "ref")
    if kind == "event":
        said = str(events.get(ref, ""))
    elif isinstance(ref, str) and ref:
        said = names.get(ref, ref) if kind != "date" else ref
    else:
        candidates = [names.get(key, key) for key in getattr(row, "candidates")]
        said = labels.either(candidates) if candidates else "not known who or where"
    note = getattr(row, "note")
    return f"{said} \N{EM DASH} {note}" if note and kind in ("actor", "place") else said
