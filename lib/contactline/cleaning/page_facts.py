"""What a page states about its article besides days: address, publisher, and title without the site's name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from contactline.intake import addresses, titles
from contactline.lexicon import Lexicon

_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)\s")
_ARCHIVED = re.compile(
    r"\Ahttps?://(?:web\.archive\.org/web/\d{4,14}\w*|archive\.(?:is|ph|today)/\d{4,14})/"
    r"(?=https?://)"
)
_ADDRESSES = (
    '//link[translate(@rel,"CANOIL","canoil")="canonical"]/@href',
    '//meta[@property="og:url"]/@content',
    '//meta[@name="og:url" or @name="twitter:url" or @property="twitter:url"]/@content',
)
_SITE_NAMES = (
    '//meta[@property="og:site_name" or @name="og:site_name"]/@content',
    '//meta[@name="application-name"]/@content',
    '//meta[@name="citation_publisher" or @name="DC.publisher" or @name="dc.publisher"]/@content',
)
_LONGEST_NAME, _MOST_WORDS = 50, 6
_DEEPEST = 6
_ENCYCLOPEDIA = re.compile(r"(?:^|\.)(?:wikipedia|wikimedia|wikidata|wikinews)\.org$|(?:^|\.)britannica\.com$")


def address(tree: Any, markup: str) -> str:
    """The address of the article as stated by the page; "" where there is none, or only that of the site."""
    found = [str(value).strip() for path in _ADDRESSES for value in tree.xpath(path)]
    if saved := _SAVED_FROM.search(markup[:2000]):
        found.append(saved[1])
    found += [value for node in _linked_data(tree) for value in _own_address(node)]
    plain = (_ARCHIVED.sub("", one) for one in found)
    return next((one for one in plain if addresses.is_article(one)), "")


def _own_address(node: Mapping[str, Any]) -> Iterator[str]:
    if "headline" in node or "datePublished" in node:
        main = node.get("mainEntityOfPage")
        for value in (main.get("@id") if isinstance(main, dict) else main, node.get("url")):
            if isinstance(value, str):
                yield value


def publisher(tree: Any, url: str, title: str, found: str, lexicon: Lexicon) -> str:
    """The page's publisher: the name that it gives itself, else the end of its title, else that of its address.

    ``title``: the page's whole title. ``found``: what trafilatura takes for the site's name. A Twitter account and
    a slogan do not count as names of publishers.
    """
    said = [
        *(name for node in _linked_data(tree) if (name := _publisher_name(node))),
        *(str(value) for path in _SITE_NAMES for value in tree.xpath(path)),
    ]
    for one in [*said, *_ends(title, url)]:
        if name := _name(one, lexicon):
            return name
    return addresses.publisher_of(url, lexicon) or _name(found, lexicon)


def _publisher_name(node: Mapping[str, Any]) -> str:
    value = node.get("publisher")
    value = value[0] if isinstance(value, list) and value else value
    name = value.get("name") if isinstance(value, dict) else value
    return name if isinstance(name, str) and not addresses.is_article(name) else ""


def _name(said: str, lexicon: Lexicon) -> str:
    """A publisher's name, "" for something else; the name of a host becomes that of its publisher."""
    said = " ".join(said.split())
    if addresses.is_address(said) and said.islower():
        return addresses.publisher_of(said, lexicon)
    parts = [part.strip() for part in titles.PARTING.split(said) if part.strip()]
    short = [part for part in parts if _is_name(part)]
    return short[0] if short else ""


def _is_name(words: str) -> bool:
    is_short = len(words) <= _LONGEST_NAME and len(words.split()) <= _MOST_WORDS
    return is_short and not words.startswith(("@", "http", "#", "©")) and not re.search(r"[!?]|\. |, .*, ", words)


def _ends(title: str, url: str) -> Iterator[str]:
    """Yield the parts at the ends of a title that are the site's name: similar to its address, or a domain."""
    parts = [part.strip() for part in titles.PARTING.split(title) if part.strip()]
    site = re.sub(r"\W", "", addresses.host(url).rpartition(".")[0])
    for part in {0: None, len(parts) - 1: None} if len(parts) > 1 else ():
        words = re.sub(r"\W", "", parts[part].lower())
        is_domain = re.fullmatch(r"[\w-]+\.(?:am|az|com|org|net|ru|eu|ge|tr|info|tv)", parts[part], re.IGNORECASE)
        if is_domain or words and site and (words in site or site in words):
            yield parts[part]
    if len(parts) > 1 and len(parts[-1].split()) <= _MOST_WORDS and len(parts[0]) > 2 * len(parts[-1]):
        yield parts[-1]


def title(tree: Any, found: str, site: str) -> str:
    """The title without the site's name before or after it. ``found``: the title on the page."""
    found = " ".join(found.split())
    heading = next(
        (text for node in tree.xpath("//h1") if len(text := " ".join(node.text_content().split())) > 10), ""
    )
    if heading and heading.lower() in found.lower():
        return heading
    return titles.without_site(found, site)


def whole_title(tree: Any) -> str:
    """The text of the page's title element."""
    return next((" ".join(node.text_content().split()) for node in tree.xpath("//head/title | //title")), "")


def is_changing(tree: Any, url: str) -> bool:
    """Whether the page belongs to an encyclopedia, whose articles change over years."""
    generator = " ".join(tree.xpath('//meta[@name="generator"]/@content')).lower()
    by_wikimedia = any("wikimedia" in _publisher_name(node).lower() for node in _linked_data(tree))
    return by_wikimedia or "mediawiki" in generator or bool(_ENCYCLOPEDIA.search(addresses.host(url)))


def _linked_data(tree: Any) -> list[Mapping[str, Any]]:
    """The nodes of the page's JSON-LD, those of articles first."""
    nodes: list[Mapping[str, Any]] = []
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            nodes.extend(_nodes(json.loads(script), 0))
        except (ValueError, RecursionError):
            continue
    return sorted(nodes, key=lambda node: "headline" not in node and "datePublished" not in node)


def _nodes(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    for item in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from _nodes(item, depth + 1)
