"""Many short articles, no two alike: made from their number alone, so that any number of them can be coded.

    python bench/many.py NUMBER FILE.jsonl

Each has three to five sentences of news with names, places, numbers and days of its own: what one is coded into
is of no use for the next. build_scale.py measures with them builds of 100,000 articles that are really coded.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from contactline.lexicon import Lexicon, load

_FIRST_DAY, _DAYS = date(2016, 1, 1), 2900
_PUBLISHERS = 400
_COUNTRIES = ("ARM", "AZE")
_SYLLABLES = (
    "ba",
    "ger",
    "da",
    "vel",
    "mi",
    "no",
    "sha",
    "tur",
    "ka",
    "rin",
    "lo",
    "zar",
    "hov",
    "pet",
    "sar",
    "gu",
)
_ENDINGS = ("yan", "ov", "ev", "li", "zade", "iants", "ova", "enko")
_SIDES = (
    ("Armenian", "Azerbaijani", "Baku"),
    ("Azerbaijani", "Armenian", "Yerevan"),
    ("Azerbaijani", "Armenian", "Stepanakert"),
)
_SENTENCES = (
    "{one} forces shelled {place} on {day}, killing {n} {people} and wounding {m} near {place2}.",
    "{n} {one} {people} were killed on {day} when {other} troops attacked {place}, {person} said.",
    "{person}, who leads a hospital in {place}, told reporters that {m} {people} had been brought in by {hour}.",
    "The {other} defense ministry accused {one} units of firing {m} mortar rounds at {place} on {day}.",
    "{person} met {person2} in {city} on {day} to discuss roads between {place} and {place2}.",
    "{capital} called on the OSCE Minsk Group to send observers to {place} within {n} days.",
    "{person} condemned the {one} shelling of {place}, which {person2} says left {n} houses without roofs.",
    "{one} soldiers withdrew from a post near {place} after {m} hours, according to {person}.",
    "{m} {people} left {place} for {place2} last week, said {person}, a teacher of {n} children there.",
    "France sent {m} tonnes of flour and {n} doctors to {place} on {day}, {person} announced.",
    "{other} police arrested {n} {people} at a protest in {city} against the talks of {day}.",
    "A drone hit a bus between {place} and {place2} on {day}; {n} passengers were injured, {person} reported.",
    "{person} rejected a proposal of {person2} to reopen the road from {place} to {city}.",
    "Both sides agreed on {day} to exchange {n} prisoners and the bodies of {m} {people} near {place}.",
    "The mine at {place} produced {m} tonnes of ore in {n} weeks before {person2} closed it.",
    "{person} has painted {n} views of {place} since moving there from {city} at the age of {m}.",
)
_PEOPLE = ("soldiers", "civilians", "servicemen", "villagers", "volunteers", "residents")


def main() -> None:
    number, path = int(sys.argv[1]), Path(sys.argv[2])
    write(path, number, load())


def write(path: Path, number: int, lexicon: Lexicon, first: int = 0) -> Path:
    """A file of JSON lines with so many articles, those from ``first`` on."""
    with open(path, "w", encoding="utf-8") as file:
        for row in rows(number, lexicon, first):
            file.write(json.dumps(row) + "\n")
    return path


def rows(number: int, lexicon: Lexicon, first: int = 0) -> Iterator[dict[str, str]]:
    """The articles from ``first`` on, each with id, title, text, publisher and published."""
    places = sorted(
        {
            row["name"]
            for row in lexicon.rows("places")
            if row["extent"] == "point" and row["country"] in _COUNTRIES and "(" not in row["name"]
        }
    )
    names = sorted(row["name"] for row in lexicon.rows("first_names") if row.get("strength") != "weak")
    for n in range(first, first + number):
        yield _row(n, places, names)


def _row(number: int, places: list[str], names: list[str]) -> dict[str, str]:
    chance = random.Random(number)
    published = _FIRST_DAY + timedelta(chance.randrange(_DAYS))
    sentences = [
        _sentence(pattern, published, chance, places, names)
        for pattern in chance.sample(_SENTENCES, chance.randrange(3, 6))
    ]
    return {
        "id": f"n{number}",
        "title": f"{chance.choice(places)}: {_person(chance, names)} on {chance.randrange(2, 900)} days",
        "text": "\n\n".join(sentences),
        "publisher": f"Paper {chance.randrange(_PUBLISHERS)}",
        "published": published.isoformat(),
    }


def _sentence(pattern: str, published: date, chance: random.Random, places: list[str], names: list[str]) -> str:
    one, other, capital = chance.choice(_SIDES)
    day = published - timedelta(chance.randrange(9))
    return pattern.format(
        one=one,
        other=other,
        capital=capital,
        place=chance.choice(places),
        place2=chance.choice(places),
        city=chance.choice(("Moscow", "Tbilisi", "Geneva", "Brussels", "Yerevan", "Baku")),
        person=_person(chance, names),
        person2=_person(chance, names),
        n=chance.randrange(2, 60),
        m=chance.randrange(60, 900),
        people=chance.choice(_PEOPLE),
        day=f"{day:%B} {day.day}" + (f", {day.year}" if chance.random() < 0.5 else ""),
        hour=f"{chance.randrange(1, 12)} p.m.",
    )


def _person(chance: random.Random, names: list[str]) -> str:
    surname = "".join(chance.choices(_SYLLABLES, k=chance.randrange(1, 4))) + chance.choice(_ENDINGS)
    return f"{chance.choice(names)} {surname.capitalize()}"


if __name__ == "__main__":
    main()
