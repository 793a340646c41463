"""The page where visitors add their own articles, see what was found in them, read, remove and save them."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from contactline.app import added, build_on_start, router, visitor
from contactline.app.context import Context
from contactline.intake import FIRST_YEAR, LAST_YEAR, Told
from contactline.intake.kinds import ENDINGS, PACKED
from contactline.rejects import Reject
from contactline.views import article_text, escape
from contactline.views.words import count, say, words_of

if TYPE_CHECKING:
    from contactline.beside import Added

_log = logging.getLogger(__name__)
_TOLD, _KEPT, _FORM, _ASKED = "_added_told", "_added_kept", "_added_form", "_added_asked"
_LISTED = 20  # rejects that are listed
_HEIGHT = 180  # height in pixels of the field for a text


def form() -> None:
    """Draw the form: paste a text or drop files, say what is known of them, and have them coded."""
    st.title(say("add.title"), anchor=False)
    limits = added.limits()
    here = "add.stays_local" if visitor.may_edit() else "add.stays_hosted"
    st.markdown(f"{say('add.intro')} {say(here)}")
    number = int(st.session_state.get(_FORM, 0))  # a new key after each success, so that the fields are empty
    with st.form(f"add_{number}", border=True):
        text = st.text_area(
            say("add.text"), height=_HEIGHT, placeholder=say("add.text_example"), key=f"add_text_{number}"
        )
        files = st.file_uploader(
            say("add.files"),
            type=[ending.removeprefix(".") for ending in (*ENDINGS, *PACKED)],
            accept_multiple_files=True,
            max_upload_size=limits.megabytes,
            key=f"add_files_{number}",
        )
        told = _told(number)
        st.caption(
            say(
                "add.limits",
                articles=count(limits.articles, "article"),
                letters=f"{limits.letters:,}",
                megabytes=limits.megabytes,
                seconds=limits.seconds,
            )
        )
        st.form_submit_button(
            say("add.submit"), type="primary", icon=":material/person_add:", on_click=_ask, args=("add",)
        )
    if _asked("add"):
        _add(text, files or [], told)
    _last()


def _ask(what: str) -> None:
    """Remember that a button was pressed; the action follows where its results are drawn."""
    st.session_state[_ASKED] = what


def _asked(what: str) -> bool:
    """Whether this button was pressed; true only once."""
    return st.session_state.get(_ASKED) == what and bool(st.session_state.pop(_ASKED))


def _told(number: int) -> Told:
    """Draw the fields for what the visitor knows of the articles, and return their values."""
    title, publisher, day = st.columns([3, 2, 2])
    return Told(
        " ".join(title.text_input(say("add.article_title"), key=f"add_title_{number}").split()),
        " ".join(publisher.text_input(say("add.publisher"), key=f"add_publisher_{number}").split()),
        day.date_input(
            say("add.day"),
            None,
            min_value=datetime(FIRST_YEAR, 1, 1).date(),
            max_value=datetime(LAST_YEAR, 12, 31).date(),
            format="YYYY-MM-DD",
            key=f"add_day_{number}",
        ),
    )


def _add(text: str, files: list[Any], told: Told) -> None:
    given = [(say("add.pasted"), text.encode())] if text.strip() else []
    given += [(file.name, file.getvalue()) for file in files]
    if not given:
        st.warning(say("add.nothing"), icon=":material/edit_note:")
        return
    found, rejects = added.add(given, told)
    st.session_state[_TOLD] = (len(found), sum(one.events for one in found), rejects)
    if found:
        st.session_state[_FORM] = int(st.session_state.get(_FORM, 0)) + 1
    st.rerun()


def _last() -> None:
    """Show the result of the last upload."""
    articles, events, rejects = st.session_state.get(_TOLD, (0, 0, []))
    if articles:
        words = say("add.done", articles=count(articles, "article"), events=count(events, "event"))
        st.success(words, icon=":material/check:")
    _left_out(rejects)


def _left_out(rejects: list[Reject]) -> None:
    if rejects:
        lines = "".join(f"\n- {escape.markdown(one.without_folder())}" for one in rejects[:_LISTED])
        st.warning(
            say("add.left_out", inputs=count(len(rejects), "input")) + "\n" + lines, icon=":material/warning:"
        )


def listed(ctx: Context) -> None:
    """List the added articles, each with a link to it and a button to remove it; and choose how they are shown."""
    _kept()
    own = added.all_added()
    if not own:
        return
    st.header(say("add.yours", articles=count(len(own), "article")))
    large = int(ctx.store.build["counts"]["events"]) > added.MOST_BESIDE
    st.segmented_control(
        say("add.show"),
        added.MODES[large:],
        default=added.mode(),
        format_func=words_of("add_modes").__getitem__,
        required=True,
        key="add_mode",
        on_change=lambda: added.choose(st.session_state["add_mode"]),
    )
    if large:
        st.info(say("add.too_large", number=f"{added.MOST_BESIDE:,}"), icon=":material/info:")
    shown = ctx.store.articles.set_index("article_id")
    for one in own:
        _line(one, shown.loc[one.article.article_id] if one.article.article_id in shown.index else None)
    with st.container(horizontal=True, gap="small"):
        st.button(say("add.remove_all"), icon=":material/delete:", type="tertiary", on_click=added.remove)
        st.download_button(
            say("add.download"),
            lambda: lines(own),
            file_name="contactline_added.jsonl",
            mime="application/jsonl",
            on_click="ignore",
            icon=":material/download:",
            type="tertiary",
        )
        if visitor.may_edit():
            _keep(own)


def _line(one: Added, article: Any) -> None:
    """Draw one article: its title as a link, what was found in it, and a button to remove it."""
    key = one.article.article_id
    title = article_text.heading(article) if article is not None else one.article.title or one.article.origin
    facts = [one.article.publisher, article_text.evidence(article) if article is not None else ""]
    facts += [count(one.events, "event")]
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"added_{key}"):
        if article is not None:
            st.page_link(
                router.page("sources"),
                label=escape.markdown(title),
                icon=":material/article:",
                query_params={"article": key},
            )
        else:
            st.markdown(escape.markdown(title), width="content")
        st.caption(escape.markdown(" \N{MIDDLE DOT} ".join(filter(None, facts))), width="content")
        st.button(
            say("add.remove"),
            key=f"remove_{key}",
            icon=":material/close:",
            type="tertiary",
            on_click=added.remove,
            args=(key,),
        )


def lines(own: list[Added]) -> bytes:
    """The articles as JSON lines that ``contactline build`` reads, with their original texts."""
    rows = []
    for one in own:
        article = one.article
        row = {
            "id": article.article_id,
            "html" if article.is_html else "text": article.body,
            "title": article.title,
            "publisher": article.publisher,
            "author": article.author,
            "url": article.url,
            "published": article.published.isoformat() if article.published else "",
            "language": article.language,
        }
        rows.append(json.dumps({name: value for name, value in row.items() if value}, ensure_ascii=False))
    return "".join(f"{row}\n" for row in rows).encode("utf-8", "replace")


def _folder() -> Path | None:
    """The folder in which articles can be saved: the first folder of the collection; None if it consists of
    files.
    """
    return next((path for path in build_on_start.articles() if path.is_dir()), None)


def _keep(own: list[Added]) -> None:
    """Save the articles in the collection's folder; only for somebody at the machine that runs the server."""
    folder = _folder()
    st.button(
        say("add.keep"),
        key="add_keep",
        icon=":material/save:",
        disabled=folder is None,
        help=say("add.keep_help", folder=folder.name) if folder else say("add.keep_no_folder"),
        on_click=_ask,
        args=("keep",),
    )
    if not _asked("keep") or folder is None or not visitor.may_edit():
        return
    file = folder / f"added-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.jsonl"
    try:
        with open(file, "xb") as f:
            f.write(lines(own).replace(b'"id": "yours-', b'"id": "added-'))
    except OSError:
        _log.exception("The added articles could not be written.")
        st.error(say("add.not_written"))
        return
    st.session_state[_KEPT] = (file, own)
    added.remove()
    build_on_start.check_again()
    st.rerun()


def _kept() -> None:
    """Show what was saved last, with a button to undo it."""
    file, own = st.session_state.get(_KEPT, (None, []))
    if file is None:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        words = say("add.kept", articles=count(len(own), "article"), file=escape.markdown(file.name))
        st.caption(words, width="content")
        st.button(
            say("add.undo"),
            key="add_undo",
            icon=":material/undo:",
            type="tertiary",
            on_click=_ask,
            args=("undo",),
        )
        if _asked("undo") and visitor.may_edit():
            file.unlink(missing_ok=True)
            st.session_state.pop(_KEPT)
            added.bring_back(own)
            build_on_start.check_again()
            st.rerun()
