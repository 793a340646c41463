"""The article inside an HTML page: its text, title, author, publisher, address, and the page's dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from contactline.cleaning import page_dates, page_facts
from contactline.lexicon import Lexicon
from contactline.records import PageDate

_CELL_OF_TEXT = 400  # least characters of a table cell that contains an article instead of data
_LINKED = 0.5  # share of a cell's characters in links from which it is a menu or a list of teasers


@dataclass(frozen=True, slots=True)
class Page:
    """What was extracted from a page. ``dates``: the most reliable first, uncertain ones last.

    ``changing``: the page changes over years, and none of its days is a day of publication.
    """

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    dates: tuple[PageDate, ...] = ()
    changing: bool = False


def read_page(markup: str, lexicon: Lexicon, url: str = "") -> Page:
    """Extract the article of a page: its text with one paragraph per line, the title first; "" where there is
    none.

    The text is extracted by trafilatura (A. Barbaresi, ACL 2021), which leaves out menus, comments and footers; if
    it finds no article, every line of the page is kept. Markup that cannot be parsed gives an empty page. ``url``:
    the page's address if it is known; otherwise it is taken from the page.
    """
    from lxml import html
    from trafilatura import bare_extraction

    if not markup.strip():
        return Page("")
    try:
        tree = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, html.etree.LxmlError):
        return Page("")
    url = url or page_facts.address(tree, markup)
    changing = page_facts.is_changing(tree, url)
    if _unwrap_layout(tree):
        markup = html.tostring(tree, encoding="unicode")
    found = bare_extraction(markup, with_metadata=True, include_comments=False)
    if found is None or isinstance(found, dict):
        text = given = site = author = ""
    else:
        text, given = (found.text or "").strip(), found.title or ""
        site, author = found.sitename or "", found.author or ""
    whole = page_facts.whole_title(tree)
    publisher = page_facts.publisher(tree, url, whole, site, lexicon)
    title = page_facts.title(tree, given or (whole if text else ""), publisher)
    dates = [] if changing else [*page_dates.stated(tree, lexicon), *page_dates.of_address(url)]
    if not dates and not changing:
        dates = list(page_dates.beside_headline(tree, title, lexicon))
    if not text:
        return Page("\n".join(_lines(tree)), "", "", publisher, url, tuple(dict.fromkeys(dates)), changing)
    if title and " ".join(title.split()).lower() not in " ".join(text[: 2 * len(title) + 200].split()).lower():
        text = f"{title}\n{text}"
    return Page(text, title, author, publisher, url, tuple(dict.fromkeys(dates)), changing)


def _unwrap_layout(tree: Any) -> bool:
    """Turn tables that are used for layout, as in old pages, into plain blocks; return whether there were any.

    Cells with menus and teasers, which are mostly links, are removed.
    """
    changed = False
    for table in tree.xpath("//table[not(.//table)]"):
        cells = table.xpath(".//td")
        if not any(_is_text(cell) for cell in cells):
            continue
        changed = True
        for cell in cells:
            if not _is_text(cell) and _share_of_links(cell) > _LINKED:
                cell.getparent().remove(cell)
            else:
                cell.tag = "div"
        for part in table.xpath(".//tr | .//tbody"):
            part.tag = "div"
        table.tag = "div"
    return changed


def _is_text(cell: Any) -> bool:
    is_prose = len(cell.text_content()) > _CELL_OF_TEXT or len(cell.xpath(".//p")) > 1
    return is_prose and _share_of_links(cell) < _LINKED


def _share_of_links(cell: Any) -> float:
    letters = len("".join(cell.text_content().split()))
    linked = sum(len("".join(link.text_content().split())) for link in cell.xpath(".//a"))
    return linked / letters if letters else 1.0


def _lines(tree: Any) -> list[str]:
    """Every line of text of a page in which trafilatura finds no article."""
    return [
        " ".join(piece.split())
        for piece in tree.xpath("//body//text()[not(ancestor::script) and not(ancestor::style)]")
        if piece.strip()
    ]
