"""Addresses (URLs) of articles: their publishers, and which of them lead to the same article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from contactline.lexicon import Lexicon, derived

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z|(?:[a-z0-9-]+\.)+[a-z]{2,12}(?:/\S*)?\Z", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,12}", re.IGNORECASE)
_NO_PART = re.compile(r"\A(?:www\d?|m|mobile|amp|news|en|eng|edition|rss|feeds?)\.(?=[^.]+\.)")
_TRACKING = re.compile(r"[?&](?:utm_\w+|fbclid|gclid|ref|cmp|CMP|ito|ocid)=[^&#]*")


def is_address(text: str) -> bool:
    """Whether a text is an address or the name of a host: "https://oc-media.org/x", "oc-media.org"."""
    return bool(_ADDRESS.match(text))


def host(url: str) -> str:
    """The host of an address in lower case without "www.", "" where there is none."""
    try:
        name = urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    name = name.removeprefix("www.")
    return name if _HOST.fullmatch(name) else ""


def is_article(url: str) -> bool:
    """Whether an address leads further than to the home page of a site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.scheme in ("http", "https") and parts.hostname and (parts.path.strip("/") or parts.query))


def plain(url: str) -> str:
    """The address without parts that do not change where it leads: scheme, "www.", fragment, tracking."""
    bare = _TRACKING.sub("", url.partition("#")[0])
    return re.sub(r"\Ahttps?://(?:www\.)?", "", bare, flags=re.IGNORECASE).rstrip("/?")


@derived
def _publishers(lexicon: Lexicon) -> Mapping[str, str]:
    return {row["domain"]: row["publisher"] for row in lexicon.rows("publisher_domains")}


def publisher_of(url: str, lexicon: Lexicon) -> str:
    """The publisher of an address by publisher_domains.csv, else its host; "" where the address has none."""
    known, name = _publishers(lexicon), host(url)
    parts = name.split(".")
    for start in range(len(parts) - 1):
        if found := known.get(".".join(parts[start:])):
            return found
    return _NO_PART.sub("", name)
