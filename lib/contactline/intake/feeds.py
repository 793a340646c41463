"""Articles from feeds: RSS of every version and Atom, one article for each item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contactline.intake import days, values
from contactline.intake.addresses import is_address, publisher_of
from contactline.intake.errors import InputError
from contactline.intake.options import Reading
from contactline.intake.source import Source
from contactline.records import Article

_TEXTS = ("encoded", "content", "full-text", "fulltext", "body")
_SHORT_TEXTS = ("description", "summary", "subtitle")
_DATES = ("pubdate", "published", "date", "issued", "created", "updated", "modified")
_NO_FEED = "Expected an RSS or Atom feed; save what it lists as pages, or as JSON lines."


def articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the articles of a feed. Raises InputError for XML that is not a feed.

    An item without its full text has the feed's short text, with a warning.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(source.data().lstrip(), parser)
    except (ValueError, etree.XMLSyntaxError):
        root = None
    if root is None:
        raise InputError(source.label, "the XML cannot be read.", _NO_FEED)
    items = [node for node in root.iter() if _name(node) in ("item", "entry")]
    if not items:
        raise InputError(source.label, "this XML holds no items of a feed.", _NO_FEED)
    channel = next((node for node in root.iter() if _name(node) in ("channel", "feed")), root)
    feed = next((_text(node) for node in channel if _name(node) == "title"), "")
    short = 0
    for item in items:
        origin = f"{source.label}, line {item.sourceline or 1}"
        facts = _facts(item)
        body = next((facts[name] for name in _TEXTS if facts.get(name)), "")
        teaser = "" if body else next((facts[name] for name in _SHORT_TEXTS if facts.get(name)), "")
        short += bool(teaser)
        if not body and not teaser:
            reading.refuse(InputError(origin, "the item has no text.", "Save its page, or leave it out."))
            continue
        yield _article(facts, body or teaser, bool(teaser), feed, origin, reading)
    if short:
        told = f"{short} of its {len(items)} items have a short text only, not the article's"
        reading.note(f"{source.label}: {told}: save the pages to read all of them.")


def _name(node: Any) -> str:
    """The name of an element in lower case without its namespace, "" for a comment."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _text(node: Any) -> str:
    from lxml import etree

    if node.get("type") == "xhtml":
        return "".join(etree.tostring(inner, encoding="unicode", with_tail=True) for inner in node)
    return "".join(node.itertext()).strip()


def _facts(item: Any) -> dict[str, str]:
    facts: dict[str, str] = {}
    for node in item:
        name = _name(node)
        if name == "link" and node.get("href"):
            if node.get("rel", "alternate") == "alternate":
                facts.setdefault("link", node.get("href"))
        elif name in ("author", "contributor", "source") and len(node):
            facts.setdefault(name, next((_text(n) for n in node if _name(n) in ("name", "title")), ""))
        elif name:
            facts.setdefault(name, _text(node))
    return facts


def _article(
    facts: dict[str, str], body: str, is_short: bool, feed: str, origin: str, reading: Reading
) -> Article:
    guid = facts.get("guid") or facts.get("id", "")
    url = facts.get("link") or (guid if is_address(guid) else "")
    dates = (days.read(facts[name], reading.lexicon) for name in _DATES if facts.get(name))
    found = next((one for one in dates if one), None)
    day = found.day if found else None
    warning = "The feed gives a short text only, not the whole article."
    return Article(
        article_id="",
        body=body,
        title=values.one_line(facts.get("title")),
        publisher=values.one_line(facts.get("source"))
        or values.one_line(feed)
        or publisher_of(url, reading.lexicon),
        author=values.one_line(facts.get("creator") or facts.get("author")),
        url=values.one_line(url),
        published=day,
        published_basis="metadata" if found else "",
        published_within=(found.first, found.last) if found and not day else None,
        origin=origin,
        warnings=(warning,) if is_short else (),
    )
