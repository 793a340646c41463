"""An article with all that was found in it: marks, the reason for its date, warnings, what was cut or missed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from contactline.app import build_on_start, router, sidebar, visitor
from contactline.app.context import Context
from contactline.app.events import card, clicked, nothing
from contactline.intake import manifest
from contactline.views import article_text, escape, highlight, labels

_LISTED = 1000
_WIDTHS = {"Published": 165, "Known from": 86, "Publisher": 130, "Title": 345, "Events": 62, "Notes": 200}
_BESIDE = {"What": 132, "When": 94, "Who": 104}


def asked() -> bool:
    """Whether the address asks for one article or event."""
    return "event" in st.query_params or "article" in st.query_params


def show(ctx: Context) -> None:
    """The article that the address asks for, its event marked."""
    event = _event(ctx)
    article_id = event["article_id"] if event is not None else st.query_params.get("article", "")
    rows = ctx.store.articles[ctx.store.articles["article_id"] == article_id]
    with st.container(horizontal=True, gap="small"):
        st.button("Back to the lists", icon=":material/arrow_back:", type="tertiary", on_click=_back)
        if not rows.empty:
            asked = {"event": event["event_id"]} if event is not None else {"article": article_id}
            sidebar.link(ctx.address(**asked))
    if rows.empty:
        st.warning(
            "This address names an event or an article that is not in the tables: they may have been made anew "
            "from other articles since. The lists show what is there."
        )
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


def article_list(ctx: Context) -> None:
    """The articles that hold the selected events; a click opens one."""
    counts = ctx.events["article_id"].value_counts()
    every = ctx.store.articles
    rows = every[every["article_id"].isin(counts.index)] if len(ctx.events) < len(ctx.index.events) else every
    if rows.empty:
        nothing(ctx, "article")
        return
    rows = rows.sort_values("published_start", kind="stable", ascending=False)
    without = int((~rows["article_id"].isin(counts.index)).sum())
    st.caption(f"{_dated(rows, without)} Click an article to read it.")
    listed = rows.head(_LISTED)
    if len(rows) > len(listed):
        st.caption(f"The first {_LISTED:,} are listed. Filter for fewer.")
    days = zip(listed["published_start"], listed["published_end"], listed["published_precision"], strict=True)
    table = pd.DataFrame(
        {
            "Published": [labels.sortable(*day) or "not dated" for day in days],
            "Known from": listed["published_basis"].map(labels.BASES_SHORT).to_numpy(),
            "Publisher": listed["publisher"].to_numpy(),
            "Title": [article_text.heading(row) for _, row in listed.iterrows()],
            "Events": listed["article_id"].map(counts).fillna(0).astype(int).to_numpy(),
            "Notes": article_text.notes(ctx.store, listed),
        }
    )
    ids = list(listed["article_id"])
    st.dataframe(
        table,
        key="articles",
        hide_index=True,
        height=min(560, 38 + 35 * len(table)),
        on_select=lambda: _open_article(ids),
        selection_mode="single-cell",
        column_config={name: st.column_config.Column(width=width) for name, width in _WIDTHS.items()},
        alt=f"{labels.count(len(table), 'article')}: when published, how that is known, by whom, title, events",
    )


def _event(ctx: Context) -> pd.Series | None:
    rows = ctx.index.events[ctx.index.events["event_id"] == st.query_params.get("event", "")]
    return None if rows.empty else rows.iloc[0]


def _dated(articles: pd.DataFrame, without: int) -> str:
    """How many articles have a day, some days or no date: "64 articles: 41 of a known day, 23 not dated.".

    ``without``: how many have no event.
    """
    day = int(articles["published"].notna().sum())
    span = int(articles["published_start"].notna().sum()) - day
    none = len(articles) - day - span
    parts = ((day, "of a known day"), (span, "within some days"), (none, "not dated"))
    said = ", ".join(f"{number:,} {words}" for number, words in parts if number)
    said += f"; {without:,} without any event" if without else ""
    return f"{labels.count(len(articles), 'article')}: {said}."


def _open_article(ids: list[str]) -> None:
    picked = clicked(st.session_state["articles"])
    if picked is not None:
        st.query_params["article"] = ids[picked]


def _back() -> None:
    for name in ("event", "article"):
        st.query_params.pop(name, None)


def _coding(ctx: Context, event: pd.Series) -> None:
    """How the event was coded, for those who check."""
    parties = ctx.store.event_actors[ctx.store.event_actors["event_id"] == event["event_id"]]
    toll = labels.toll(event["killed"], event["injured"])
    basis = labels.DATE_BASES.get(event["date_basis"], event["date_basis"])
    facts = [
        ("Type", f"{event['type']}{'/' + event['mode'] if event['mode'] else ''}, {event['quad']}"),
        ("Date", f"{event['when']} ({basis}{': ' + event['date_text'] if event['date_text'] else ''})"),
        (
            "Place",
            f"{ctx.names[event['place_id']]} ({event['place_basis']})"
            if isinstance(event["place_id"], str)
            else "not known",
        ),
        *((row.role.capitalize(), _party(row, ctx.names)) for row in parties.itertuples()),
        ("Told as", labels.STATUSES.get(event["status"], event["status"])),
        ("Said by", ", ".join(ctx.names.get(key, key) for key in event["attributed_to"].split(";"))),
        ("Dead, injured", f"{toll} ({event['toll_text']})" if toll else ""),
        ("Confidence", f"{event['confidence']:.2f}, by the pattern {event['pattern_id']}"),
    ]
    with st.expander("How it was coded"):
        table = pd.DataFrame([fact for fact in facts if fact[1]], columns=["", " "]).map(escape.markdown)
        st.table(table.set_index(""), border="horizontal")


def _party(row: Any, names: dict[str, str]) -> str:
    name = (
        names.get(row.actor_id, "not in the dictionary")
        if isinstance(row.actor_id, str)
        else "not in the dictionary"
    )
    words = f" \N{LEFT DOUBLE QUOTATION MARK}{row.text}\N{RIGHT DOUBLE QUOTATION MARK}" if row.text else ""
    return (
        f"{name} ({row.country or 'no country'}),{words}" if words else f"{name} ({row.country or 'no country'})"
    )


def _text(ctx: Context, article: pd.Series, event: pd.Series | None) -> None:
    st.subheader(escape.markdown(article_text.heading(article)))
    marks = (
        article_text.marks(ctx.store, event, ctx.names, whole=True)
        if event is not None
        else article_text.mentions(ctx.store, article["article_id"], ctx.names)
    )
    kinds = {mark.kind for mark in marks}
    shown = [kind for kind in highlight.KINDS if kind in kinds]
    st.html(highlight.legend(shown, ctx.dark) + highlight.body(highlight.marked(article["text"], marks, ctx.dark)))


def _facts(ctx: Context, article: pd.Series) -> None:
    st.markdown("**Published** " + escape.markdown(article_text.evidence(article)))
    for name, value in (("Publisher", article["publisher"]), ("Author", article["author"])):
        if value:
            st.markdown(f"**{name}** {escape.markdown(value)}")
    if str(article["url"]).startswith(("https://", "http://")):
        st.link_button("The article's own page", article["url"], icon=":material/open_in_new:", type="tertiary")
    if article["language"] != "en":
        st.warning(f"Not in English ({escape.markdown(article['language'])}): it was not coded.")
    if isinstance(article["copy_of"], str):
        other = escape.markdown(article["copy_of"])
        st.info(f"Nearly the same text as the article {other}: the two count as one source.")
    read_so = article_text.readings(ctx.store, article["article_id"])
    if read_so:
        lines = "".join(
            "\n- " + escape.markdown(f"\N{LEFT DOUBLE QUOTATION MARK}{a}\N{RIGHT DOUBLE QUOTATION MARK} {b}")
            for a, b in read_so
        )
        st.info(f"Words of this text read as another name:\n{lines}", icon=":material/translate:")
    for warning in article["warnings"]:
        st.warning(escape.markdown(warning), icon=":material/warning:")
    if visitor.may_edit():
        _set_date(article)


def _set_date(article: pd.Series) -> None:
    """Where the day may be set, taken out, and set back as it was before."""
    path = Path(article["origin"])
    if not manifest.holds(path):
        return
    changed: dict[str, date | None] = st.session_state.setdefault("_days_before", {})
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.popover("Set the date", icon=":material/edit_calendar:"), st.form("set_date", border=False):
            known = article["published"]
            with st.container(horizontal=True, vertical_alignment="bottom"):  # the calendar covers what is below
                day = st.date_input(
                    "Published on",
                    None if pd.isna(known) else known.date(),
                    min_value=date(1900, 1, 1),
                    max_value=date(2100, 12, 31),
                    format="YYYY-MM-DD",
                )
                saved = st.form_submit_button("Save")
            st.caption(
                f"The day goes into {manifest.NAME} beside the article, and the article is coded anew. "
                "An empty day is worked out from the text."
            )
            if saved:
                changed.setdefault(str(path), manifest.set_published(path, day))
                build_on_start.again()
                st.rerun()
        if str(path) in changed and st.button("Undo", icon=":material/undo:", type="tertiary"):
            manifest.set_published(path, changed.pop(str(path)))
            build_on_start.again()
            st.rerun()


def _events(events: pd.DataFrame) -> None:
    st.markdown(f"**{labels.count(len(events), 'event')}** in the order of the text")
    if events.empty:
        return
    ids = list(events["event_id"])
    days = zip(events["date_start"], events["date_end"], events["date_precision"], strict=True)
    table = pd.DataFrame(
        {
            "What": events["label"].to_numpy(),
            "When": [labels.sortable(*day) for day in days],
            "Who": events["sources"].to_numpy(),
        }
    )
    st.dataframe(
        table,
        key="reader_events",
        hide_index=True,
        height=min(420, 38 + 35 * len(table)),
        on_select=lambda: _open_event(ids),
        selection_mode="single-cell",
        column_config={name: st.column_config.Column(width=width) for name, width in _BESIDE.items()},
        alt="The article's events in the order of the text",
    )


def _open_event(ids: list[str]) -> None:
    picked = clicked(st.session_state["reader_events"])
    if picked is not None:
        st.query_params["event"] = ids[picked]


def _left_out(ctx: Context, article: pd.Series) -> None:
    noise = ctx.store.noise[ctx.store.noise["article_id"] == article["article_id"]]
    with st.expander(f"Cut as no part of the article: {labels.count(len(noise), 'piece')}"):
        if noise.empty:
            st.caption("Nothing was cut.")
        for row in noise.itertuples():
            st.text(row.text)
            st.caption(escape.markdown(row.reason))
    missed = article_text.uncoded(ctx.store, article["article_id"])
    with st.expander(f"Not coded: {labels.count(len(missed), 'sentence')}"):
        st.caption("Sentences with two parties and a telling word, in which no event was found.")
        for sentence in missed:
            st.text(sentence)
