"""What the words of an expression say, as the fields of words.Expression that they fill."""

from __future__ import annotations

from dataclasses import fields

from contactline.dates.expressions import find_in
from contactline.dates.words import Expression
from contactline.lexicon import load

PLACES = ("start", "end", "text", "words", "event")


def said(text: str) -> list[dict[str, object]]:
    """The fields of each expression that its words fill."""
    blank = {f.name: f.default for f in fields(Expression)}
    return [
        {f.name: v for f in fields(e) if f.name not in PLACES and (v := getattr(e, f.name)) != blank[f.name]}
        for e in find_in(text, load())
    ]


def date(**filled: object) -> dict[str, object]:
    return {"form": "date", **filled}


def shift(offset: int, unit: str, anchor: str = "article", **filled: object) -> dict[str, object]:
    return {"form": "shift", "offset": offset, "unit": unit, **({"anchor": anchor} if anchor else {}), **filled}


def vague(kind: str = "date", **filled: object) -> dict[str, object]:
    return {"form": "vague", **({} if kind == "date" else {"kind": kind}), **filled}
