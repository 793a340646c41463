"""In which country an article was published."""

from __future__ import annotations

from collections import Counter

import pytest

from contactline.lexicon import load, split_cell
from contactline.lexicon.publishers import _plain, publisher_country

LEXICON = load()


@pytest.mark.parametrize(
    ("publisher", "url", "country"),
    [
        pytest.param("Armenpress", "", "ARM", id="a name"),
        pytest.param("the kyiv independent", "", "UKR", id="its case and its article do not count"),
        pytest.param("China News Service (ZXS)", "", "CHN", id="an addition in brackets"),
        pytest.param("ABC News (Australia)", "", "AUS", id="brackets that belong to the name"),
        pytest.param("", "https://www.azernews.az/nation/1.html", "AZE", id="an address"),
        pytest.param("", "https://news.mod.gov.az/en/1", "AZE", id="what lies below a domain"),
        pytest.param("", "http://www.nkr.am/en/news/1", "NKR", id="an unrecognised republic"),
        pytest.param("mfa.gov.tr", "", "TUR", id="an address in the place of a name"),
        pytest.param("A blog", "https://tass.com/world/1", "RUS", id="an unknown name with a known address"),
        pytest.param("Reuters", "https://www.rt.com/news/1", "GBR", id="a name before an address"),
        pytest.param("", "https://web.archive.org/web/2020/https://www.aa.com.tr/en/1", "TUR", id="archived"),
        pytest.param("OSCE", "", "OSC", id="a body of no state"),
        pytest.param("Some paper", "https://example.com/azernews.az", "", id="an unknown one"),
        pytest.param("", "", "", id="nothing"),
        pytest.param("", "notrt.com", "", id="the end of another address"),
    ],
)
def test_where_an_article_was_published(publisher: str, url: str, country: str) -> None:
    assert publisher_country(publisher, url, LEXICON) == country


def test_no_name_and_no_address_is_of_two_publishers() -> None:
    names: Counter[str] = Counter()
    for row in LEXICON.rows("publishers"):
        names.update({_plain(name) for name in (row["name"], *split_cell(row["other_names"]))})
        names.update(split_cell(row["domains"]))

    assert [name for name, number in names.items() if number > 1] == []
