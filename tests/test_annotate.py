"""Records of coded articles, whole, with the offsets of the text as given."""

from __future__ import annotations

import made

from contactline import annotate, cleaning, pipeline
from contactline.lexicon import load
from contactline.records import Article, CodedArticle

LEXICON = load()


def test_a_record_has_everything_at_the_offsets_of_the_text_as_given() -> None:
    text = made.TEXT
    line = annotate.record(made.coded("a"), LEXICON)

    def at(words: str) -> dict[str, object]:
        return {"start": text.index(words), "end": text.index(words) + len(words), "text": words}

    sentence = text.index("Azerbaijan"), text.index(" =SUM")
    assert line == {
        "id": "a",
        "published": {"value": "2020-10-04", "basis": "byline", "evidence": "4 October", "likeliest": None},
        "dates": [at("Sunday") | {"value": "2020-10-04"}],
        "places": [at("Stepanakert") | {"id": "stepanakert", "name": "Stepanakert"}],
        "actors": [at("Azerbaijan") | {"id": "azerbaijan", "name": "Azerbaijan", "country": "AZE"}],
        "events": [
            at("shelled")
            | {
                "sentence": list(sentence),
                "type": "ASSAULT",
                "mode": "heavy-weapons",
                "status": "reported",
                "date_start": "2020-10-04",
                "date_end": "2020-10-04",
                "place": "Stepanakert",
                "confidence": 0.9,
                "source": [at("Azerbaijan") | {"id": "azerbaijan", "country": "AZE"}],
                "target": [at("Stepanakert") | {"id": None, "country": "NKR"}],
            }
        ],
    }


def test_durations_and_open_dates_are_left_out() -> None:
    article = Article("a", "The talks went on for two weeks. Every Monday they met. Then, on Tuesday, they ended.")

    (line,) = annotate.annotate([article], LEXICON)

    assert line["dates"] == []


def test_a_page_brings_the_text_that_its_offsets_count() -> None:
    body = "Azerbaijan shelled Stepanakert on 4 October 2020, the ministry said in the evening of that day."
    (line,) = annotate.annotate([Article("a", f"<html><body><p>{body}</p></body></html>", is_html=True)], LEXICON)

    (day,) = [d for d in line["dates"] if d["value"] == "2020-10-04"][:1]
    assert line["text"][day["start"] : day["end"]] == day["text"] == "4 October 2020"


def test_a_text_without_a_day_is_given_none_where_a_build_would_infer_one() -> None:
    article = Article(
        "a", "BAKU, Azerbaijan, Oct. 4, 2020 (Agency) -- The two ministers met on Sunday in the city."
    )

    days = [pipeline.code(article, LEXICON, infer_day=infer).published.day for infer in (True, False)]

    assert [str(day) for day in days] == ["2020-10-04", "None"]


def test_an_article_in_another_language_has_no_events() -> None:
    text = "Le ministre a déclaré que les deux pays avaient signé un accord de paix lundi soir à Bakou. " * 3

    coded = pipeline.code(Article("a", text), LEXICON)

    assert isinstance(coded, CodedArticle)
    assert (coded.events, coded.document.language) == ((), "fr")
    assert cleaning.raw_span(coded.document, 3, 8) == (3, 8)
