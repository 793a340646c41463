"""Inputs as people have them, each with what is read of it: the table of formats that the project promises."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import made_inputs as made
import pyarrow as pa
import pytest

from contactline import cleaning, intake, lexicon

ROAD, BRIDGE = "Ministers speak of a road", "A bridge is opened"


@dataclass(frozen=True)
class Read:
    """An article as it is understood: what begins its text, and what is known of it."""

    begins: str
    day: str = ""
    publisher: str = ""
    title: str = ""
    url: str = ""


@dataclass(frozen=True)
class Case:
    """An input: its file's name, what it holds, what is read of it, and the reasons for what is lost."""

    name: str
    holds: Callable[[], str | bytes]
    read: tuple[Read, ...]
    lost: tuple[str, ...] = ()
    told: str = ""


def table(*rows: tuple[object, ...], mark: str = ",") -> str:
    return "".join(mark.join(str(cell) for cell in row) + "\n" for row in rows)


P = "The Valley Post"
KAGGLE = table(
    ("", "title", "date", "content", "link", "source"),
    (0, ROAD, '"May 12, 2031"', "Text one.", "https://valley.example/road", P),
    (1, BRIDGE, '"May 14, 2031"', "Text two.", "https://valley.example/bridge", P),
)
NEWS_API = {
    "status": "ok",
    "totalResults": 1,
    "articles": [
        {
            "source": {"id": "valley-post", "name": P},
            "author": "Ann Writer",
            "title": ROAD,
            "description": "Short.",
            "url": "https://valley.example/road",
            "urlToImage": None,
            "publishedAt": "2031-05-12T22:30:00Z",
            "content": "The two ministers spoke of a road… [+812 chars]",
        }
    ],
}
NEWS_PLEASE = {
    "authors": ["Ann Writer"],
    "date_download": "2034-06-01 10:00:00",
    "date_modify": None,
    "date_publish": "2031-05-12 08:00:00",
    "description": "Short.",
    "language": "en",
    "maintext": "Text one.",
    "source_domain": "valley.example",
    "title": ROAD,
    "url": "https://valley.example/road",
}
WORDPRESS = [
    {
        "id": 7,
        "date": "2031-05-12T08:00:00",
        "link": "https://valley.example/road",
        "title": {"rendered": "Ministers &#8220;speak&#8221;"},
        "content": {"rendered": "<p>Text one.</p>", "protected": False},
    }
]
GUARDIAN = {
    "response": {
        "results": [
            {
                "id": "world/road",
                "webPublicationDate": "2031-05-12T08:00:00Z",
                "webTitle": ROAD,
                "webUrl": "https://www.theguardian.com/world/road",
                "fields": {"bodyText": "Text one."},
            }
        ]
    }
}
PANDAS = {"title": {"0": ROAD, "1": BRIDGE}, "text": {"0": "Text one.", "1": "Text two."}}
ZST = pa.compress(json.dumps(NEWS_PLEASE).encode() + b"\n", codec="zstd", asbytes=True)
VALLEY = '<meta property="og:site_name" content="The Valley Post">'
PAGE = made.page(
    ROAD,
    f"<p>12 May 2031, 14:05</p><p>{made.TEXT}</p>",
    '<link rel="canonical" href="https://valley.example/road">',
)

CASES = {
    "kaggle": Case(
        "articles.csv",
        lambda: KAGGLE,
        (
            Read("Text one.", "2031-05-12", P, ROAD, "https://valley.example/road"),
            Read("Text two.", "2031-05-14", P, BRIDGE, "https://valley.example/bridge"),
        ),
        told="columns taken: text = content, url = link",
    ),
    "semicolons and capitals": Case(
        "a.csv",
        lambda: "sep=;\n" + table(("ID", "Full Text", "Publish Date"), ("a", "Text one.", "12.05.2031"), mark=";"),
        (Read("Text one.", "2031-05-12"),),
    ),
    "tabs": Case(
        "a.tsv",
        lambda: table(("url", "story"), ("https://www.bbc.co.uk/news/1", "Text one."), mark="\t"),
        (Read("Text one.", "", "BBC News", "", "https://www.bbc.co.uk/news/1"),),
    ),
    "dates with the month first": Case(
        "a.csv",
        lambda: table(("id", "text", "date"), ("a", "Text one.", "5/6/2031"), ("b", "Text two.", "5/14/2031")),
        (Read("Text one.", "2031-05-06"), Read("Text two.", "2031-05-14")),
        told="dates such as 5/6/2031 have the month first",
    ),
    "dates in two ways": Case(
        "a.csv",
        lambda: table(("id", "text", "date"), ("a", "Text one.", "5/6/2031")),
        (Read("Text one.", "2031-05-06..2031-06-05"),),
        told="5/6/2031 can be read in two ways",
    ),
    "dates that are none": Case(
        "a.csv",
        lambda: table(
            ("id", "text", "date"), ("a", "One.", "NaN"), ("b", "Two.", "2031-05"), ("c", "Three.", "soon")
        ),
        (Read("One."), Read("Two.", "2031-05-01..2031-05-31"), Read("Three.")),
    ),
    "a row without a text": Case(
        "a.csv",
        lambda: table(("id", "text"), ("a", "Text one."), ("b", ""), ("c", "Text three.")),
        (Read("Text one."), Read("Text three.")),
        ("article 'b' has no text.",),
    ),
    "a list of addresses": Case(
        "gdelt.csv",
        lambda: table(
            ("url", "title", "seendate", "domain"),
            ("https://valley.example/road", ROAD, "20310512T080000Z", "x.org"),
        ),
        (),
        ("no column holds texts of articles. There are: url, title, seendate, domain.",),
    ),
    "NewsAPI": Case(
        "answer.json",
        lambda: json.dumps(NEWS_API),
        (Read("The two ministers", "2031-05-12", P, ROAD, "https://valley.example/road"),),
    ),
    "news-please": Case(
        "one.json",
        lambda: json.dumps(NEWS_PLEASE, indent=1),
        (Read("Text one.", "2031-05-12", "valley.example", ROAD, "https://valley.example/road"),),
    ),
    "WordPress": Case(
        "posts.json",
        lambda: json.dumps(WORDPRESS),
        (Read("Text one.", "2031-05-12", "valley.example", "Ministers “speak”", "https://valley.example/road"),),
    ),
    "The Guardian's service": Case(
        "search.json",
        lambda: json.dumps(GUARDIAN),
        (Read("Text one.", "2031-05-12", "The Guardian", ROAD, "https://www.theguardian.com/world/road"),),
    ),
    "pandas": Case(
        "frame.json",
        lambda: json.dumps(PANDAS),
        (Read("Text one.", title=ROAD), Read("Text two.", title=BRIDGE)),
    ),
    "lines packed with zstd": Case(
        "a.ndjson.zst",
        lambda: ZST,
        (Read("Text one.", "2031-05-12", "valley.example", ROAD, "https://valley.example/road"),),
    ),
    "a packed table under another name": Case(
        "a.csv", lambda: gzip.compress(b"id,text\na,Text one.\n"), (Read("Text one."),)
    ),
    "Excel": Case(
        "a.xlsx",
        lambda: made.xlsx(
            [("Headline", "Body", "Date"), (ROAD, "Text one.", __import__("datetime").date(2031, 5, 12))]
        ),
        (Read("Text one.", "2031-05-12", title=ROAD),),
    ),
    "Parquet": Case(
        "a.parquet",
        lambda: made.parquet({"id": ["a"], "text": ["Text one."], "published": [1936339200000]}),
        (Read("Text one.", "2031-05-12"),),
    ),
    "LexisNexis": Case(
        "export.txt",
        lambda: made.NEXIS,
        (
            Read("The two ministers", "2031-05-12", P, ROAD),
            Read("A bridge was opened", "2031-05-14", "The Hill Times", BRIDGE),
        ),
    ),
    "Nexis Uni in Word": Case(
        "export.docx",
        lambda: made.docx(made.NEXIS_UNI.split("\n")),
        (
            Read("The two ministers", "2031-05-12", P, ROAD),
            Read("A bridge was opened", "2031-05-14", "The Hill Times", BRIDGE),
        ),
    ),
    "Factiva": Case(
        "factiva.txt",
        lambda: made.FACTIVA,
        (
            Read("The two ministers", "2031-05-12", P, ROAD),
            Read("A bridge was opened", "2031-05-14", "The Hill Times", BRIDGE),
        ),
    ),
    "RSS under another name": Case(
        "feed.html",
        lambda: made.RSS,
        (
            Read("The two ministers", "2031-05-12", P, "Ministers & a road", "https://valley.example/road"),
            Read("A bridge was opened", "2031-05-14", P, "A bridge", "https://valley.example/bridge"),
        ),
        ("the item has no text.",),
        told="1 of its 3 items have a short text only",
    ),
    "Atom": Case(
        "feed.xml",
        lambda: made.ATOM,
        (Read("A bridge was opened", "2031-05-14", "The Hill Times", BRIDGE, "https://hill.example/bridge"),),
    ),
    "a mail": Case(
        "letter.eml", lambda: made.MAIL, (Read("The two ministers", "2031-05-12", P, "Ministers speak of a röad"),)
    ),
    "a mailbox": Case(
        "box.mbox",
        lambda: (
            f"From a@b Mon May 12 08:00:00 2031\n{made.MAIL}\nFrom a@b Wed May 14 08:00:00 2031\n{made.MAIL.replace('a r=C3', 'the r=C3')}"
        ),
        (
            Read("The two ministers spoke of a", "2031-05-12", P, "Ministers speak of a röad"),
            Read("The two ministers spoke of the", "2031-05-12", P, "Ministers speak of a röad"),
        ),
    ),
    "a saved page": Case(
        "page.mhtml",
        lambda: made.mhtml(PAGE, "https://valley.example/saved"),
        (Read(ROAD, "2031-05-12", "valley.example", ROAD, "https://valley.example/saved"),),
    ),
    "a page": Case(
        "page.xhtml",
        lambda: PAGE,
        (Read(ROAD, "2031-05-12", "valley.example", ROAD, "https://valley.example/road"),),
    ),
    "a web archive": Case(
        "crawl.warc.gz",
        lambda: made.warc(
            {"https://valley.example/road?x=1": PAGE, "https://valley.example/logo": "PNG"}, packed=True
        ),
        (Read(ROAD, "2031-05-12", "valley.example", ROAD, "https://valley.example/road?x=1"),),
    ),
    "Word": Case("letter.docx", lambda: made.docx([ROAD, made.TEXT], ROAD), (Read(ROAD, title=ROAD),)),
    "PDF": Case(
        "release.pdf",
        lambda: made.pdf(
            [["PRESS RELEASE, 12 May 2031", "The soldiers were woun-", "ded at the", "1"], ["bridge.", "2"]]
        ),
        (Read("PRESS RELEASE, 12 May 2031\nThe soldiers were wounded at the bridge.", "2031-05-12"),),
    ),
    "Markdown": Case(
        "note.md",
        lambda: (
            f"---\ndate: 12 May 2031\n---\n# {ROAD}\n\nThe **two** ministers spoke of a [road](https://x.org/a).\n"
        ),
        (Read(f"{ROAD}\n\nThe two ministers spoke of a road.", "2031-05-12", title=ROAD),),
    ),
    "an archive with folders": Case(
        "all.zip",
        lambda: made.zipped(
            b___a__txt="Text one.",
            c__csv="id,text\nx,Text two.\n",
            d__png=b"\x89PNG",
            inner__zip=made.zipped(a__txt="x"),
        ),
        (Read("Text one."), Read("Text two.")),
        ("it is packed within a packed file.",),
    ),
    "Windows-1251": Case(
        "r.txt",
        lambda: "Министры говорили о дороге через долину и о новом мосте.".encode("cp1251"),
        (Read("Министры говорили о дороге"),),
        told="it is read as windows-1251",
    ),
}


@pytest.fixture(scope="module")
def words() -> lexicon.Lexicon:
    return lexicon.load()


def understood(article: intake.rows.Article, words: lexicon.Lexicon) -> Read:
    """What is known of an article after its head was read, with the days that it gives itself."""
    from contactline import dates, dating, names

    document = cleaning.clean(article, words)
    published = dating.date_article(document, dates.find(document, words), names.find(document, words), words)
    within = published.interval
    known = published.basis in ("metadata", "byline", "text")
    day = f"{published.day}" if published.day else f"{within.start}..{within.end}" if known else ""
    known_facts = document.article
    return Read(
        document.text.strip(),
        day if known else "",
        known_facts.publisher,
        known_facts.title or "",
        known_facts.url,
    )


@pytest.mark.parametrize("name", CASES)
def test_an_input_as_people_have_it(tmp_path: Path, words: lexicon.Lexicon, name: str) -> None:
    case = CASES[name]
    holds = case.holds()
    (tmp_path / case.name).write_bytes(holds if isinstance(holds, bytes) else holds.encode())
    lost: list[str] = []
    notes: list[str] = []

    found = list(
        intake.read(
            [tmp_path], lambda error: lost.append(error.reject.reason), intake.Options(note=notes.append), words
        )
    )

    read = [understood(article, words) for article in found]
    assert [one.begins[: len(wanted.begins)] for one, wanted in zip(read, case.read, strict=True)] == [
        wanted.begins for wanted in case.read
    ]
    facts = [(one.day, one.publisher, one.url) for one in read]
    assert facts == [(wanted.day, wanted.publisher, wanted.url) for wanted in case.read]
    assert [one.title or wanted.title for one, wanted in zip(read, case.read, strict=True)] == [
        wanted.title or one.title for one, wanted in zip(read, case.read, strict=True)
    ]
    assert tuple(lost) == case.lost
    assert [note for note in notes if case.told in note] != [] or not case.told
    assert len({article.article_id for article in found}) == len(found)


@pytest.mark.parametrize("name", ["kaggle", "LexisNexis", "RSS under another name", "NewsAPI"])
def test_made_ids_are_the_same_at_each_reading(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    holds = case.holds()
    (tmp_path / case.name).write_bytes(holds if isinstance(holds, bytes) else holds.encode())

    first, second = ([a.article_id for a in intake.read([tmp_path], lambda error: None)] for _ in range(2))

    assert first == second
