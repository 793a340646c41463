"""An article with everything found in it: marks, the evidence for its date, warnings, what was removed or not
coded.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from contactline.app import build_on_start, chips, correct, downloads, lists, readable, router, visitor
from contactline.app.context import Context
from contactline.app.events import card, clicked, nothing
from contactline.intake import FIRST_YEAR, LAST_YEAR
from contactline.views import article_text, completed, corrected, escape, export, highlight, labels, own
from contactline.views.words import count, say, words_of

_LISTED = 1000
_FOUND = 50  # at most so many found sentences without a coded event are shown
_WIDTHS = {"published": 165, "basis": 86, "publisher": 130, "title": 345, "events": 62, "notes": 200}
_GAP = "\n\n[\N{HORIZONTAL ELLIPSIS}]\n\n"  # stands between excerpts that do not follow one another
_BESIDE = {"what": 132, "when": 94, "who": 104}


def asked() -> bool:
    """Whether the address asks for one article or event."""
    return "event" in st.query_params or "article" in st.query_params


def show(ctx: Context) -> None:
    """Draw the article that the address asks for, with its event marked."""
    event = _event(ctx)
    article_id = event["article_id"] if event is not None else st.query_params.get("article", "")
    rows = ctx.store.articles[ctx.store.articles["article_id"] == article_id]
    with st.container(horizontal=True, gap="small"):
        st.button(say("article.back"), icon=":material/arrow_back:", type="tertiary", on_click=_back)
        if not rows.empty:
            asked = {"event": event["event_id"]} if event is not None else {"article": article_id}
            address = ctx.address(**asked)
            cited = ctx.cite(article_text.cited(rows.iloc[0]), chips.url(address))
            chips.link(address, say("heading.link_copy_article"), cited)
    if rows.empty:
        st.warning(say("article.missing"))
        return
    article = rows.iloc[0]
    router.entitle(article_text.heading(article))
    events = ctx.index.events[ctx.index.events["article_id"] == article_id].sort_values("start", kind="stable")
    if event is not None:
        card(ctx, event, "event", link=False)
        _coding(ctx, event)
    text, side = st.columns([5, 3], gap="large")
    with text:
        _text(ctx, article, event)
    with side:
        _facts(ctx, article)
        _events(events)
        _left_out(ctx, article)


def chosen_list() -> str:
    """Draw the choice between two lists, and return the chosen one: "events" or "articles"."""
    return st.segmented_control(
        say("sources.list"),
        ("events", "articles"),
        format_func=words_of("sources").__getitem__,
        default="events",
        required=True,
        label_visibility="collapsed",
        key="list",
        bind="query-params",
        persist_state="session",
    )


def article_list(ctx: Context) -> None:
    """Draw the list of the articles that contain the selected events; a click opens one."""
    counts = ctx.index.counts(ctx.mask, "article_id")
    counts = counts[counts > 0]
    every = ctx.store.articles
    rows = every if ctx.mask.all() else every[every["article_id"].isin(counts.index)]
    if rows.empty:
        nothing(ctx, say("events.no_article"))
        return
    rows = rows.sort_values("published_start", kind="stable", ascending=False)
    without = int((~rows["article_id"].isin(counts.index)).sum())
    ids = set(rows["article_id"])
    downloads.row(
        say("article.list", dated=_dated(rows, without)),
        lambda: downloads.control(ctx, "articles", "articles", lambda: _flat(ctx, ids)),
    )
    listed = rows.head(_LISTED)
    if len(rows) > len(listed):
        st.caption(say("article.list_short", number=f"{_LISTED:,}"))
    days = zip(listed["published_start"], listed["published_end"], listed["published_precision"], strict=True)
    table = pd.DataFrame(
        {
            "published": [labels.sortable(*day) or say("article.not_dated") for day in days],
            "basis": _bases(listed),
            "publisher": listed["publisher"].to_numpy(),
            "title": [article_text.heading(row) for _, row in listed.iterrows()],
            "events": listed["article_id"].map(counts).fillna(0).astype(int).to_numpy(),
            "notes": article_text.notes(ctx.store, listed),
        }
    )
    opened = list(listed["article_id"])
    headings = words_of("article_columns")
    shape = lists.Shape(
        headings["published"],
        (headings["title"],),
        {headings[name]: width for name, width in _WIDTHS.items()},
        say("article.list_alt", articles=count(len(table), "article")),
    )
    lists.opening(table.rename(columns=headings), shape, "article", ctx.narrow, lambda at: _read(opened[at]))


def _flat(ctx: Context, ids: set[str]) -> pd.DataFrame:
    every = export.flat(ctx.store, "articles", lexicon=ctx.index.lexicon)
    return every[every["article_id"].isin(ids)]


def found_uncoded(ctx: Context) -> None:
    """Draw the sentences that match the search but have no coded event, each with a link to its article."""
    found = ctx.index.uncoded(ctx.filters)
    if found.empty:
        return
    with st.expander(say("article.searched", sentences=count(len(found), "sentence"))):
        st.caption(say("article.searched_help"))
        if len(found) > _FOUND:
            st.caption(say("article.searched_short", number=f"{_FOUND:,}"))
        articles = ctx.store.articles.set_index("article_id")
        for article_id, number, text in found[["article_id", "sentence", "text"]].head(_FOUND).to_numpy(object):
            marks = article_text.searched(text, ctx.filters.text)
            article = articles.loc[article_id]
            told = filter(None, (article["publisher"], article_text.heading(article), say("article.not_an_event")))
            source = " \N{MIDDLE DOT} ".join(told)
            st.html(highlight.quotation(highlight.marked(text, marks, ctx.dark), source, "#7f8b99"))
            st.button(
                say("article.open"),
                key=f"found_{article_id}_{number}",
                icon=":material/article:",
                type="tertiary",
                on_click=_read,
                args=(article_id,),
            )


def _read(article_id: str) -> None:
    st.query_params["article"] = article_id


def _event(ctx: Context) -> pd.Series | None:
    rows = ctx.index.events[ctx.index.events["event_id"] == st.query_params.get("event", "")]
    return None if rows.empty else rows.iloc[0]


def _bases(listed: pd.DataFrame) -> list[str]:
    """What the day of each article is known from, with the likeliest day where it is not known to the day."""
    short = listed["published_basis"].map(labels.BASES_SHORT)
    return [
        f"{basis}{article_text.likeliest(row, 'article.likeliest_short')}"
        for basis, (_, row) in zip(short, listed.iterrows(), strict=True)
    ]


def _dated(articles: pd.DataFrame, without: int) -> str:
    """The number of articles by how exactly their day is known: "64 articles: 41 with a known day, ...".

    ``without``: the number of articles without an event.
    """
    day = int(articles["published"].notna().sum())
    span = int(articles["published_end"].notna().sum()) - day
    not_before = int(articles["published_start"].notna().sum()) - day - span
    parts = (
        (day, "article.dated_day"),
        (span, "article.dated_span"),
        (not_before, "article.dated_open"),
        (len(articles) - day - span - not_before, "article.dated_none"),
    )
    dated = ", ".join(say(key, number=f"{number:,}") for number, key in parts if number)
    if without:
        dated = say("article.no_events", dated=dated, number=f"{without:,}")
    return say("article.dated", articles=count(len(articles), "article"), parts=dated)


def _back() -> None:
    for name in ("event", "article"):
        st.query_params.pop(name, None)


def _coding(ctx: Context, event: pd.Series) -> None:
    """Draw how the event was coded, for readers who check it."""
    parties = ctx.store.event_actors[ctx.store.event_actors["event_id"] == event["event_id"]]
    toll = labels.toll(event, ctx.names)
    basis = labels.DATE_BASES.get(event["date_basis"], event["date_basis"])
    facts = [
        (say("article.type"), f"{event['type']}{'/' + event['mode'] if event['mode'] else ''}, {event['quad']}"),
        (
            say("article.date"),
            f"{labels.when_of(event)} ({basis}{': ' + event['date_text'] if event['date_text'] else ''})",
        ),
        (
            say("article.place"),
            f"{ctx.names[event['place_id']]} ({event['place_basis']})"
            if isinstance(event["place_id"], str)
            else say("article.place_unknown"),
        ),
        *((row.role.capitalize(), _party(row, ctx.names)) for row in parties.itertuples()),
        (say("article.reported_as"), labels.STATUSES.get(event["status"], event["status"])),
        (say("article.said_by"), ", ".join(ctx.names.get(key, key) for key in event["attributed_to"].split(";"))),
        (
            say("article.toll"),
            say("article.toll_told", toll=toll or say("article.toll_uncounted"), words=event["toll_text"])
            if toll or event["toll_text"]
            else "",
        ),
        (
            say("article.confidence"),
            say(
                "article.confidence_value",
                number=f"{event['confidence']:.2f}",
                pattern=event["pattern_id"],
            ),
        ),
    ]
    with st.expander(say("article.coding")):
        table = pd.DataFrame([fact for fact in facts if fact[1]], columns=["", " "]).map(escape.markdown)
        st.table(table.set_index(""), border="horizontal")


def _party(row: Any, names: dict[str, str]) -> str:
    known = names.get(row.actor_id) if isinstance(row.actor_id, str) else None
    party = f"{known or say('article.unlisted')} ({row.country or say('article.no_country')})"
    if row.basis != completed.TOLD:
        party = f"{party}, {completed.BASES.get(row.basis, row.basis)}"
    return f"{party}, {say('text.quoted', text=row.text)}" if row.text else party


def _text(ctx: Context, article: pd.Series, event: pd.Series | None) -> None:
    st.subheader(escape.markdown(article_text.heading(article)))
    marks = (
        article_text.marks(ctx.store, event, ctx.names, whole=True)
        if event is not None
        else article_text.mentions(ctx.store, article["article_id"], ctx.names)
    )
    whole = [(article["text"], 0)] if article["text"] else []
    pieces = whole or article_text.pieces(ctx.store, article["article_id"])
    for words, start in pieces:
        marks = [*marks, *article_text.searched(words, ctx.filters.text, start)]
    kinds = {mark.kind for mark in marks}
    shown = [kind for kind in highlight.KINDS if kind in kinds]
    if not whole:
        st.caption(say("excerpts.article" if pieces else "excerpts.nothing"))
    text = _GAP.join(highlight.marked(words, marks, ctx.dark, start) for words, start in pieces)
    st.html(highlight.legend(shown, ctx.dark) + highlight.body(text))


def _facts(ctx: Context, article: pd.Series) -> None:
    st.markdown(say("article.published", evidence=escape.markdown(article_text.evidence(article))))
    for key, value in (("article.publisher", article["publisher"]), ("article.author", article["author"])):
        if value:
            st.markdown(say(key, name=escape.markdown(value)))
    if str(article["url"]).startswith(("https://", "http://")):
        st.link_button(say("article.own_page"), article["url"], icon=":material/open_in_new:", type="tertiary")
    if article["language"] != "en":
        st.warning(say("article.language", language=escape.markdown(article["language"])))
    if isinstance(article["copy_of"], str):
        other = escape.markdown(article["copy_of"])
        st.info(say("article.near_duplicate", article=other))
    read_so = article_text.readings(ctx.store, article["article_id"])
    if read_so:
        lines = "".join("\n- " + escape.markdown(f"{say('text.quoted', text=a)} {b}") for a, b in read_so)
        st.info(f"{say('article.readings')}\n{lines}", icon=":material/translate:")
    for warning in article["warnings"]:
        st.warning(escape.markdown(warning), icon=":material/warning:")
    if visitor.may_edit() and not own.is_own(str(article["article_id"])):
        _set_date(ctx, article)


def _set_date(ctx: Context, article: pd.Series) -> None:
    """Draw the fields to set the article's day, to leave it to the text, and to undo that."""
    key = str(article["article_id"])
    with st.container(horizontal=True, vertical_alignment="center"):
        with (
            st.popover(say("article.set_date"), icon=":material/edit_calendar:"),
            st.form("set_date", border=False),
        ):
            known = article["published"]
            # side by side, because the open calendar would cover a button below
            with st.container(horizontal=True, vertical_alignment="bottom"):
                day = st.date_input(
                    say("article.published_on"),
                    None if pd.isna(known) else known.date(),
                    min_value=date(FIRST_YEAR, 1, 1),
                    max_value=date(LAST_YEAR, 12, 31),
                    format="YYYY-MM-DD",
                )
                saved = st.form_submit_button(say("article.save"))
            why = st.text_input(say("correct.why"), placeholder=say("correct.why_example"))
            st.caption(say("article.set_date_help", file=build_on_start.corrections_file().name))
            if saved:
                correct.save([correct.made("article", key, "day", day.isoformat() if day else "", why)])
        done = corrected.of_article(ctx.store, key)
        if done and st.button(say("article.undo"), icon=":material/undo:", type="tertiary"):
            correct.undo(done[-1:])


def _events(events: pd.DataFrame) -> None:
    st.markdown(say("article.events", events=count(len(events), "event")))
    if events.empty:
        return
    ids = list(events["event_id"])
    days = events[["date_start", "date_end", "date_precision", "date_basis"]].itertuples(index=False)
    table = pd.DataFrame(
        {
            "what": events["label"].to_numpy(),
            "when": [labels.sortable(*day) for day in days],
            "who": events["sources"].to_numpy(),
        }
    )
    headings = words_of("columns")
    st.dataframe(
        readable.styled(table.rename(columns=headings), (headings["when"],)),
        key="reader_events",
        hide_index=True,
        height=min(420, 38 + 35 * len(table)),
        on_select=lambda: _open_event(ids),
        selection_mode="single-cell",
        column_config={headings[name]: st.column_config.Column(width=width) for name, width in _BESIDE.items()},
        alt=say("article.events_alt"),
    )


def _open_event(ids: list[str]) -> None:
    picked = clicked(st.session_state["reader_events"])
    if picked is not None:
        st.query_params["event"] = ids[picked]


def _left_out(ctx: Context, article: pd.Series) -> None:
    if not article["text"]:  # without the full text, only excerpts may be shown
        return
    noise = ctx.store.noise[ctx.store.noise["article_id"] == article["article_id"]]
    with st.expander(say("article.removed", passages=count(len(noise), "passage"))):
        if noise.empty:
            st.caption(say("article.nothing_removed"))
        for row in noise.itertuples():
            st.text(row.text)
            st.caption(escape.markdown(row.reason))
    missed = article_text.uncoded(ctx.store, article["article_id"])
    with st.expander(say("article.not_coded", sentences=count(len(missed), "sentence"))):
        st.caption(say("article.not_coded_help"))
        for sentence in missed:
            st.text(sentence)
