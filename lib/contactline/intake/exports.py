"""The documents in an export of LexisNexis, Factiva or ProQuest: one text with many articles, each with a head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contactline.intake import days, proquest
from contactline.lexicon import Lexicon
from contactline.records import Article

_OF_DOCUMENTS = re.compile(r"^[ \t\f]*\d+ of \d+ DOCUMENTS?[ \t]*\r?$", re.MULTILINE)
_END_OF_DOCUMENT = re.compile(r"^[ \t]*End of Document[ \t]*\r?$", re.MULTILINE)
_FACTIVA_END = re.compile(r"^(?:AN\s+)?Document ([A-Za-z0-9]{18,40})[ \t]*\r?$", re.MULTILINE)
_IN_PAGE = re.compile(r">\s*(?:Document [A-Za-z0-9]{18,40}|\d+ of \d+ DOCUMENTS?|End of Document)\s*<")
_LABEL = re.compile(r"([A-Z][A-Za-z -]{2,22}):[ \t]*(.*)")
_NEXIS_TAIL = re.compile(
    r"^[ \t]*(?:LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|JOURNAL-CODE|DOCUMENT-TYPE|SUBJECT|Load-Date|Language|"
    r"Publication-Type|Journal Code|Classification|Subject|GRAPHIC|Graphic|ACC-NO|DISTRIBUTION|TYPE)\s*:|"
    r"^[ \t]*(?:Copyright|©)[^\n]{0,120}\n[ \t]*All Rights Reserved|^[ \t]*Classification[ \t]*$",
    re.MULTILINE,
)
_COPYRIGHT = re.compile(r"\s*(?:Copyright|\(c\)|©|All Rights Reserved)", re.IGNORECASE)
_FACTIVA_FIELD = re.compile(
    r"^(HD|BY|WC|PD|ET|SN|SC|LA|CY|LP|TD|SE|CR|ED|PG|AN|NS|RE|CO|IN|PUB|IPC|IPD|CT|RF|ART|VOL|CLM)(?:[ \t]|$)",
    re.MULTILINE,
)
_WORDS = re.compile(r"\s*[\d,.]+ words\s*\Z", re.IGNORECASE)
_HEAD_LINES = 40


def may_be(markup: str) -> bool:
    """Whether a page contains words with which these databases begin or end documents."""
    return bool(_IN_PAGE.search(markup))


def text_of_page(markup: str) -> str:
    """The text of a page with a line for each of its blocks."""
    from lxml import html

    try:
        tree = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, html.etree.LxmlError):
        return ""
    for node in tree.xpath("//script | //style | //head"):
        node.drop_tree()
    for node in tree.xpath(
        "//br | //p | //div | //tr | //li | //h1 | //h2 | //h3 | //h4 | //span[@class='enHeadline']"
    ):
        node.tail = "\n" + (node.tail or "")
        node.text = "\n" + (node.text or "")
    return str(tree.text_content())


def articles(text: str, label: str, lexicon: Lexicon) -> Iterator[Article]:
    """Yield the articles of an export, each with the line on which it begins; nothing for a text that is not an
    export.
    """
    for pattern, read, before in (
        (_OF_DOCUMENTS, _nexis, True),
        (_END_OF_DOCUMENT, _nexis_uni, False),
        (_FACTIVA_END, _factiva, False),
        *([(proquest.RULE, proquest.facts, True)] if proquest.IS_IN in text else []),
    ):
        marks = list(pattern.finditer(text))
        if not marks:
            continue
        ends = [m.start() for m in marks[1:]] + [len(text)] if before else [m.start() for m in marks]
        starts = [m.end() for m in marks] if before else [0, *(m.end() for m in marks[:-1])]
        line, counted = 1, 0
        for start, end in zip(starts, ends, strict=True):
            document = text[start:end]
            facts = read(document, lexicon)
            if facts.get("body", "").strip():
                first = start + len(document) - len(document.lstrip())
                line, counted = line + text.count("\n", counted, first), first
                yield _article(facts, f"{label}, line {line}", lexicon)
        return


def _article(facts: Mapping[str, str], origin: str, lexicon: Lexicon) -> Article:
    found = days.read(facts.get("published", ""), lexicon)
    day = found.day if found else None
    return Article(
        article_id="",
        body=facts["body"].strip(),
        title=_line(facts.get("title", "")),
        publisher=_line(facts.get("publisher", "")),
        author=re.sub(r"^by\s+", "", _line(facts.get("author", "")), flags=re.IGNORECASE),
        published=day,
        published_basis="metadata" if found else "",
        published_within=(found.first, found.last) if found and not day else None,
        language={"english": "en"}.get(_line(facts.get("language", "")).lower(), ""),
        origin=origin,
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\r?\n[ \t]*\r?\n", text) if part.strip()]


def _nexis(document: str, lexicon: Lexicon) -> dict[str, str]:
    """The fields of LexisNexis's form: publisher, date, title and labelled lines above the text, labelled lines
    below.
    """
    parts = [part for part in _paragraphs(document) if not _COPYRIGHT.match(part)]
    facts: dict[str, str] = {}
    above: list[str] = []
    below = 0  # number of the part with which the text begins
    for part in parts[:_HEAD_LINES]:
        below += 1
        label = _LABEL.match(part)
        if label and label[1].isupper():
            _labelled(facts, label[1], part[label.start(2) :])
            if label[1] in ("LENGTH", "BODY"):
                break
        elif facts.get("length") or "author" in facts and len(part) > 300:
            break
        else:
            above.append(part)
    lead = [line.strip() for part in above for line in part.splitlines() if line.strip()]
    dated = next((i for i, line in enumerate(lead[:6]) if days.find(line, lexicon)), None)
    facts["publisher"] = lead[0] if lead else ""
    if dated is not None:
        facts["published"] = lead[dated]
        rest = [line for line in lead[dated + 1 :] if not re.search(r"\b(?:Edition|ed\.)\s*\d*\Z", line)]
        facts["title"] = " ".join(rest)
    body = "\n\n".join(parts[below:])
    tail = _NEXIS_TAIL.search(body)
    facts["body"] = body[: tail.start()] if tail else body
    if language := re.search(r"^[ \t]*LANGUAGE:\s*(\w+)", document, re.MULTILINE):
        facts["language"] = language[1]
    return facts


def _labelled(facts: dict[str, str], label: str, value: str) -> None:
    name = {
        "BYLINE": "author",
        "Byline": "author",
        "LENGTH": "length",
        "Length": "length",
        "HEADLINE": "title",
    }.get(label)
    if name:
        facts[name] = value


def _nexis_uni(document: str, lexicon: Lexicon) -> dict[str, str]:
    """The fields of Nexis Uni's form: title, publisher, date, labelled lines, and the text below a line "Body"."""
    lines = [line.strip() for line in document.splitlines()]
    body_at = next((i for i, line in enumerate(lines) if line == "Body"), None)
    lead = [line for line in lines[: body_at or _HEAD_LINES] if line]
    dated = next((i for i, line in enumerate(lead) if i and days.find(line, lexicon)), None)
    facts: dict[str, str] = {"title": lead[0] if lead else ""}
    if dated is not None:
        facts |= {
            "published": lead[dated],
            "publisher": lead[dated - 1],
            "title": " ".join(lead[: max(1, dated - 1)]),
        }
    for line in lead:
        if label := _LABEL.match(line):
            _labelled(facts, label[1], label[2])
    if body_at is None:
        last = max((i for i, line in enumerate(lines[:_HEAD_LINES]) if _LABEL.match(line)), default=0)
        body_at = last
    body = "\n".join(lines[body_at + 1 :])
    tail = _NEXIS_TAIL.search(body)
    facts["body"] = body[: tail.start()] if tail else body
    return facts


def _factiva(document: str, lexicon: Lexicon) -> dict[str, str]:
    """The fields of Factiva's forms: two letters before each fact, or facts on separate lines between title and
    text.
    """
    marks = list(_FACTIVA_FIELD.finditer(document))
    if {"HD", "PD"} <= {mark[1] for mark in marks}:
        ends = [mark.start() for mark in marks[1:]] + [len(document)]
        found = {
            mark[1]: document[mark.start() + len(mark[1]) : end].strip()
            for mark, end in zip(marks, ends, strict=True)
        }
        names = {"HD": "title", "BY": "author", "PD": "published", "SN": "publisher", "LA": "language"}
        body = "\n\n".join(found[key] for key in ("LP", "TD") if found.get(key))
        return {name: found[key] for key, name in names.items() if key in found} | {"body": body}
    lines = [line.strip() for line in document.splitlines()]
    words = next((i for i, line in enumerate(lines[:_HEAD_LINES]) if _WORDS.match(line)), None)
    if words is None:
        return {"body": document}
    above = [line for line in lines[:words] if line]
    below = [(i, line) for i, line in enumerate(lines[words + 1 :], words + 1) if line]
    dated = next((n for n, (_, line) in enumerate(below[:4]) if days.find(line, lexicon)), None)
    if dated is None:
        return {"body": "\n".join(lines[words + 1 :]), "title": " ".join(above)}
    author = above[-1] if len(above) > 1 and above[-1].lower().startswith("by ") else ""
    after = below[dated + 1 :]
    after = after[1:] if after and re.fullmatch(r"\d\d:\d\d.*", after[0][1]) else after
    copyright_at = next((i for i, line in after[:8] if _COPYRIGHT.match(line)), None)
    english_at = next((i for i, line in after[:6] if line in ("English", "Russian", "French", "German")), None)
    start = max(one for one in (copyright_at, english_at, after[0][0] if after else words) if one is not None) + 1
    return {
        "title": " ".join(above[: -1 if author else None]),
        "author": author,
        "published": below[dated][1],
        "publisher": after[0][1] if after else "",
        "language": lines[english_at] if english_at else "",
        "body": "\n".join(lines[start:]),
    }
