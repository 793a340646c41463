"""Who is named, who acts and on whom: countries and parties, their organisations and their persons.

Every actor is a leaf of a tree with three levels: its country or party, the organisations of that (persons are
grouped in a row of their own), the persons. Roles in events and names in texts are stored by leaf; a row of the
tree counts everything of its leaves. Positions are those of rows in ``EventIndex.events``.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from contactline.lexicon import Lexicon, unlisted
from contactline.tables.coded import numbered
from contactline.tables.store import Store
from contactline.views import labels
from contactline.views.indexed import Numbers, column, numbers, of_each
from contactline.views.query import EventIndex, Mask
from contactline.views.words import say, words_of

LEVELS = words_of("levels")
"""How far the tree is open."""

ANY = "*"
"""Stands for any actor in a pair of source and target."""

UNKNOWN = "UNK"
DATED = ("status", "date_start", "date_end", "date_precision")
"""The columns of events that ``course`` needs."""
_ROLES = ("source", "target", "either")
_PERSONS, _UNNAMED = "/persons", "/unnamed"  # suffixes of the keys of rows that are no actor, below a country
_KIND_WORDS = {
    "igo": say("actor_kinds.igo"),
    "ngo": say("actor_kinds.ngo"),
    "body": say("actor_kinds.unlisted_body"),
}


@dataclass(frozen=True)
class Cast:
    """The actors of a build with their roles and names.

    ``tree``: by key the name, kind, level (0, 1, 2), and the row above it ("" at the top). Keys are country codes,
    actor_ids, and for each country "AZE/persons" and "AZE/unnamed" (parties of which only the country is named).
    ``parts``: position, role (source, target), leaf, quad. ``told``: each event once for every row above its
    parts, as numbers: position, role (index into ``_ROLES``), quad (index into ``labels.QUADS``), row (of the
    tree). ``mentions``: article_id, sentence, start, end, text, form, leaf. ``articles``: by id published_start,
    published_end, published_precision. Texts and ids are categorical.
    """

    tree: pd.DataFrame
    parts: pd.DataFrame
    told: pd.DataFrame
    mentions: pd.DataFrame
    articles: pd.DataFrame

    @classmethod
    def build(cls, index: EventIndex, completed: bool = True) -> Cast:
        """Sort the actors of a build into the tree, once per build; ``completed``: as in ``query.Filters``."""
        store = index.store
        country = {key: code or UNKNOWN for key, code in store.actors[["actor_id", "country"]].to_numpy(object)}
        acting, who = _parts(index, completed, country)
        mentions, named = _named(store, country)
        tree = _tree(store, country, {*who.categories, *named.categories}, index.lexicon)
        parts = acting.assign(leaf=who.set_categories(tree.index))
        mentions = mentions.assign(leaf=named.set_categories(tree.index))
        return cls(tree, parts, _told(tree, parts), mentions, _days(store))

    def leaves(self, key: str) -> set[str]:
        """The leaves under a row (the row itself if it is a leaf); empty for an unknown row."""
        if key not in self.tree.index:
            return set()
        found = {key}
        for level in (1, 2):
            rows = self.tree[self.tree["level"] == level]
            found |= set(rows.index[rows["parent"].isin(found)])
        return found - set(self.tree["parent"])

    def top(self, key: str) -> str:
        """The country or party above a row."""
        while above := str(self.tree.at[key, "parent"]):
            key = above
        return key

    def unfolded(self, level: str) -> frozenset[str]:
        """The rows that are open when the tree is opened down to ``level`` (one of ``LEVELS``)."""
        above = self.tree["parent"][self.tree["level"] <= list(LEVELS).index(level)]
        return frozenset(above) - {""}

    def folded(self, opened: Collection[str]) -> dict[str, str]:
        """For each leaf the row in which it is counted: the topmost one above it that is not open."""
        parent = {str(key): str(above) for key, above in self.tree["parent"].items()}
        found = {}
        for leaf in parent.keys() - set(parent.values()):
            chain = [leaf]
            while parent[chain[-1]]:
                chain.append(parent[chain[-1]])
            found[leaf] = next((key for key in reversed(chain) if key not in opened), leaf)
        return found


def frequency(
    cast: Cast, mask: Mask, articles: Collection[str], opened: Collection[str], most: int | None = None
) -> pd.DataFrame:
    """The visible rows of the tree from the top, each open row followed by its children, the most active first.

    Columns: key, name, level, foldable, open; named and described (mentions in ``articles`` by a name, and by a
    title, description or demonym); the four classes, each prefixed with "source " and "target "; source, target
    (distinct selected events), events (in either role). ``most``: the number of top rows, and of rows under each
    open one.
    """
    tree = cast.tree
    counts = pd.DataFrame(0, index=tree.index, columns=_COUNTS)
    told = cast.told[mask[cast.told["position"]]]
    classes = len(labels.QUADS)
    cells = (told["role"] * classes + told["quad"]).to_numpy(np.int64) * len(tree) + told["row"].to_numpy()
    shape = (len(_ROLES), classes, len(tree))
    numbers = np.bincount(cells, minlength=math.prod(shape)).reshape(shape)
    for role in ("source", "target"):
        own = numbers[_ROLES.index(role)]
        counts[role] = own.sum(axis=0)
        for quad, number in zip(labels.QUADS, own, strict=True):
            counts[f"{role} {quad}"] = number
    counts["events"] = numbers[_ROLES.index("either")].sum(axis=0)
    mentions = cast.mentions[cast.mentions["article_id"].isin(list(articles))]
    by_name = (mentions["form"] == "name").to_numpy()
    above = _above(tree)
    for how, forms in (("named", by_name), ("described", ~by_name)):
        rows = above[mentions["leaf"].cat.codes.to_numpy()[forms]]
        counts[how] = np.bincount(rows[rows >= 0], minlength=len(tree))
    frame = tree.join(counts.astype(int))
    frame = frame[frame[["events", "named", "described"]].sum(axis=1) > 0]
    frame = _ordered(frame, ["events", "named", "name"], [False, False, True])
    children = {parent: list(rows) for parent, rows in frame.groupby("parent", sort=False).groups.items()}
    order: list[str] = []

    def place(parent: str) -> None:
        for key in children.get(parent, [])[:most]:
            order.append(key)
            if key in opened:
                place(key)

    place("")
    frame = frame.loc[order].assign(
        foldable=[key in children for key in order], open=[key in opened and key in children for key in order]
    )
    return frame.rename_axis("key").reset_index()[["key", "name", "level", "foldable", "open", *_COUNTS]]


def pairs(cast: Cast, mask: Mask, opened: Collection[str]) -> pd.DataFrame:
    """Who acts on whom: columns source, target (rows as folded), quad, n (distinct events); the highest n first.

    Where two parties do something together, as in talks, each is both source and target: such an event counts in
    both directions, but not as an act on oneself.
    """
    both = _both(cast, mask)
    fold = cast.folded(opened)
    both = both.assign(source=both["leaf_source"].map(fold), target=both["leaf_target"].map(fold))
    both = both.drop_duplicates(["position", "source", "target"])
    found = both.groupby(["source", "target", "quad"]).size().rename("n").reset_index()
    order = ["n", "source", "target", "quad"]
    return found.sort_values(order, ascending=[False, True, True, True], ignore_index=True)


def nodes(cast: Cast, mask: Mask, opened: Collection[str], most: int) -> pd.DataFrame:
    """The ``most`` active rows as folded: key, name, n (events in either role); the rows of a country stand
    together.
    """
    parts = cast.parts[mask[cast.parts["position"]]]
    shown = parts.assign(key=parts["leaf"].map(cast.folded(opened)))[["position", "key"]].drop_duplicates()
    counts = shown["key"].value_counts().sort_index().sort_values(ascending=False, kind="stable").head(most)
    frame = counts.rename("n").rename_axis("key").to_frame().join(cast.tree["name"])
    frame["top"] = [cast.top(key) for key in frame.index]
    frame["place"] = pd.factorize(frame["top"])[0]
    frame.loc[frame["top"] == UNKNOWN, "place"] = len(frame)
    frame = frame.reset_index().sort_values(["place", "n"], ascending=[True, False], kind="stable")
    return frame[["key", "name", "n"]].reset_index(drop=True)


def between(cast: Cast, mask: Mask, source: str, target: str, quad: str = "") -> Mask:
    """The selected events that ``source`` did to ``target`` (rows or ``ANY``), of one class or of all."""
    if ANY in (source, target):
        role, key = ("source", source) if target == ANY else ("target", target)
        parts = cast.parts[(cast.parts["role"] == role) & cast.parts["leaf"].isin(cast.leaves(key))]
        positions = parts["position"]
    else:
        both = _both(cast, mask)
        chosen = both["leaf_source"].isin(cast.leaves(source)) & both["leaf_target"].isin(cast.leaves(target))
        positions = both["position"][chosen]
    found = np.zeros(len(mask), bool)
    found[positions] = True
    if quad:
        wrong = cast.parts["position"][cast.parts["quad"] != quad]
        found[wrong] = False
    return found & mask


def course(cast: Cast, events: pd.DataFrame, key: str) -> pd.DataFrame:
    """What one actor did and what was done to it, one row per event.

    Columns: role, quad, status, date_start, date_end, date_precision. ``events``: selected rows of
    ``EventIndex.events``, the columns ``DATED``.
    """
    parts = cast.parts[cast.parts["leaf"].isin(cast.leaves(key)) & cast.parts["position"].isin(events.index)]
    parts = parts[["position", "role", "quad"]].drop_duplicates()
    return parts.join(events[list(DATED)], on="position").drop(columns="position").reset_index(drop=True)


def names(cast: Cast, key: str, articles: Collection[str]) -> pd.DataFrame:
    """The words that name an actor in the articles: columns text, form, n; the most frequent first."""
    found = (
        _mentions(cast, key, articles).groupby(["text", "form"], observed=True).size().rename("n").reset_index()
    )
    found = found.astype({"text": "str", "form": "str"})
    return found.sort_values(["n", "text", "form"], ascending=[False, True, True], ignore_index=True)


def sentences(cast: Cast, store: Store, key: str, articles: Collection[str], text: str, form: str) -> pd.DataFrame:
    """The sentences that name an actor with these words.

    Columns: article_id, sentence, text, start, spans, title, publisher. ``start`` and ``spans`` (a list of starts
    and ends of the words) are offsets in the article.
    """
    found = _mentions(cast, key, articles)
    found = found[(found["text"] == text) & (found["form"] == form)]
    place = ["article_id", "sentence"]
    spans = found.assign(spans=pd.Series(list(zip(found["start"], found["end"], strict=True)), found.index))
    spans = spans.groupby(place, sort=False)["spans"].agg(list).reset_index()
    spans = spans.merge(store.sentences[[*place, "text", "start"]], on=place)
    return spans.merge(store.articles[["article_id", "title", "publisher"]], on="article_id")


def ends(cast: Cast, key: str, articles: Collection[str]) -> pd.DataFrame:
    """The earliest and the latest article that names an actor; one row or none if there are not two dates.

    Columns: article_id, published_start, published_end, published_precision. An article of which only an earliest
    day is known counts as neither.
    """
    here = cast.articles.index.isin(_mentions(cast, key, articles)["article_id"].unique())
    found = cast.articles[here].dropna(subset=["published_start", "published_end"]).reset_index()
    found = found.sort_values(["published_start", "published_end", "article_id"], kind="stable", ignore_index=True)
    return found.iloc[sorted({0, len(found) - 1} if len(found) else ())][
        ["article_id", "published_start", "published_end", "published_precision"]
    ].reset_index(drop=True)


def roles(cast: Cast, store: Store, key: str) -> pd.DataFrame:
    """Offices with their days, oldest first: columns actor_id, name, role, since, until, confidence.

    For an actor its own; for a country or the row of its persons, those of all that are named in the articles.
    """
    table = store.actor_roles
    found = table[table["actor_id"].isin(cast.leaves(key))].sort_values(["since", "until", "role"], kind="stable")
    found = found.assign(name=found["actor_id"].map(cast.tree["name"]))
    return found[["actor_id", "name", "role", "since", "until", "confidence"]].reset_index(drop=True)


def articles_named(cast: Cast, key: str, articles: Collection[str]) -> int:
    """The number of the articles that name an actor."""
    return int(_mentions(cast, key, articles)["article_id"].nunique())


def ids(cast: Cast, key: str, known: Collection[str]) -> list[str]:
    """The values of the actor filter that select the events of a row; empty where no filter selects just these."""
    if key in known:
        return [key]
    return sorted(cast.leaves(key) & set(known)) if key.endswith(_PERSONS) else []


_COUNTS = ["named", "described", "source", "target", "events"] + [
    f"{role} {quad}" for role in ("source", "target") for quad in labels.QUADS
]


def _parts(index: EventIndex, completed: bool, country: Mapping[str, str]) -> tuple[pd.DataFrame, pd.Categorical]:
    """Each part once: its position, role and quad, and its leaf."""
    role, actor, code = (numbers(index.parties_coded.column(name)) for name in ("role", "actor_id", "country"))
    roles = np.array([*(["source", "target"].index(r) if r in ("source", "target") else -1 for r in role[1]), -1])
    some = (roles[role[0]] >= 0) & index.counted(completed) & (index.party_at >= 0)
    leaf = _leaves((actor[0][some], actor[1]), (code[0][some], code[1]), country)
    position, acts = index.party_at[some].astype(np.int64), roles[role[0]][some]
    key = (position * 2 + acts) * max(1, len(leaf.categories)) + leaf.codes
    once = ~pd.Series(key).duplicated().to_numpy()
    quad, quads = index.codes["quad"], index.values["quad"]
    classes = np.append(pd.Index(labels.QUADS).get_indexer(quads), -1)
    found = {
        "position": position[once],
        "role": column((acts[once], pd.Index(["source", "target"]))),
        "quad": column((classes[quad[position[once]]], pd.Index(labels.QUADS))),
    }
    return pd.DataFrame(found), leaf[once]


def _named(store: Store, country: Mapping[str, str]) -> tuple[pd.DataFrame, pd.Categorical]:
    """The mentions of actors, and the leaf of each."""
    mentions = store.mentions
    here = np.flatnonzero((mentions["kind"] == "actor").to_numpy(bool))
    article, text, form, ref, code = (
        _coded(mentions[name].iloc[here]) for name in ("article_id", "text", "form", "ref", "country")
    )
    found: dict[str, Any] = {"article_id": column(article)}
    found |= {name: mentions[name].to_numpy()[here] for name in ("sentence", "start", "end")}
    found["text"] = column(of_each(text[0], [" ".join(words.split()) for words in text[1]]))
    found["form"] = column(form)
    return pd.DataFrame(found), _leaves(ref, code, country)


def _coded(texts: pd.Series[str]) -> Numbers:
    """A column as numbers that index its sorted distinct values."""
    return numbers(pa.chunked_array([numbered(texts)]))


def _days(store: Store) -> pd.DataFrame:
    """The days of the articles, by id."""
    names = ["article_id", "published_start", "published_end", "published_precision"]
    return store.articles[names].set_index("article_id")


def _leaves(actors: Numbers, codes: Numbers, country: Mapping[str, str]) -> pd.Categorical:
    """The leaf of each role or mention: its actor, or its country's row of unnamed parties."""
    (actor, ids), (code, countries) = actors, codes
    unnamed = [f"{one or UNKNOWN}{_UNNAMED}" for one in (*countries, "")]
    known = np.append(ids.isin(list(country)), False)
    place = np.where(known[actor], actor, len(ids) + np.where(code < 0, len(countries), code))
    return column(of_each(place.astype(np.int32), [*ids, *unnamed]))


def _tree(store: Store, country: Mapping[str, str], leaves: Collection[str], lexicon: Lexicon) -> pd.DataFrame:
    """The rows above the leaves that occur, and the leaves."""
    rows: dict[str, tuple[str, str, int, str]] = {}
    known = {row.actor_id: (str(row.name), str(row.kind)) for row in store.actors.itertuples(index=False)}
    for leaf in sorted(leaves):
        code = country.get(leaf) or leaf.removesuffix(_UNNAMED)
        side = labels.side(code, lexicon)
        rows[code] = (side, say("actor_kinds.country"), 0, "")
        if leaf not in known:
            rows[leaf] = (say("actor_kinds.unspecified", side=side), say("actor_kinds.unnamed"), 1, code)
        elif known[leaf][1] == "person":
            rows[f"{code}{_PERSONS}"] = (
                say("actor_kinds.persons_of", side=side),
                say("actor_kinds.persons"),
                1,
                code,
            )
            kind = say("actor_kinds.unlisted_person" if unlisted.is_unlisted(leaf) else "actor_kinds.person")
            rows[leaf] = (known[leaf][0], kind, 2, f"{code}{_PERSONS}")
        else:
            name, kind = known[leaf]
            name = say("actor_kinds.itself", name=name) if name == side else name
            rows[leaf] = (name, _KIND_WORDS.get(kind, kind), 1, code)
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=["name", "kind", "level", "parent"])
    frame.index = frame.index.astype("str")  # also where there are no rows
    return frame.astype({"name": "str", "kind": "str", "level": "int64", "parent": "str"})


def _above(tree: pd.DataFrame) -> NDArray[np.int64]:
    """For each row of the tree the numbers of itself and of the rows above it, -1 beyond the top."""
    parent = np.append(tree.index.get_indexer(pd.Index(tree["parent"])), -1)
    chain = [np.arange(len(tree))]
    while len(chain) < len(LEVELS):
        chain.append(parent[chain[-1]])
    return np.stack(chain, axis=1)


def _told(tree: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """``Cast.told``: an event counts once in a row, however many of its parties are under it."""
    above = _above(tree)
    quad = np.zeros(int(parts["position"].max()) + 1 if len(parts) else 0, np.int8)
    quad[parts["position"]] = parts["quad"].cat.codes
    found = []
    for number, role in enumerate(_ROLES):
        some = parts if role == "either" else parts[parts["role"] == role]
        rows = above[some["leaf"].cat.codes]
        cells = np.sort((some["position"].to_numpy()[:, None] * len(tree) + rows)[rows >= 0])
        once = cells[np.diff(cells, prepend=-1) > 0]  # np.unique would take five times as long
        position, row = np.divmod(once, max(1, len(tree)))
        found.append(pd.DataFrame({"position": position, "role": number, "quad": quad[position], "row": row}))
    return pd.concat(found, ignore_index=True).astype({"role": np.int8, "row": np.int32})


def _ordered(frame: pd.DataFrame, by: list[str], ascending: list[bool]) -> pd.DataFrame:
    """The frame sorted, with the rows of unnamed parties last."""
    last = frame.index.str.endswith(_UNNAMED) | (frame.index == UNKNOWN)
    found = frame.assign(_last=last).sort_values(["_last", *by], ascending=[True, *ascending], kind="stable")
    return found.drop(columns="_last")


def _both(cast: Cast, mask: Mask) -> pd.DataFrame:
    """Each source of a selected event with each other target of it: columns position, leaf_source, leaf_target,
    quad.
    """
    parts = cast.parts[mask[cast.parts["position"]]]
    source, target = (parts[parts["role"] == role] for role in ("source", "target"))
    both = source[["position", "leaf", "quad"]].merge(
        target[["position", "leaf"]], on="position", suffixes=("_source", "_target")
    )
    return both[both["leaf_source"] != both["leaf_target"]]


def _mentions(cast: Cast, key: str, articles: Collection[str]) -> pd.DataFrame:
    mentions = cast.mentions
    return mentions[mentions["leaf"].isin(cast.leaves(key)) & mentions["article_id"].isin(list(articles))]
