"""The brief: a view as one HTML page that contains everything it shows and can be printed on A4."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from contactline.charts import still
from contactline.views import article_text, counting, escape, incidents, labels, map_query, tolls
from contactline.views.query import EventIndex, Filters, Mask, Shown, window
from contactline.views.words import count, say

_TOLD, _TOLLS, _QUOTED, _REPORTS = 15, 15, 10, 3
_STYLE = """
@page { size: A4; margin: 16mm 15mm } * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
body { font: 10.5pt/1.45 sans-serif; color: #1d2430; max-width: 180mm; margin: 8mm auto; padding: 0 4mm }
h1 { font-size: 16pt; margin: 0 } h2 { font-size: 12.5pt; margin: 7mm 0 2mm; break-after: avoid }
h3 { font-size: 10.5pt; margin: 4mm 0 1mm; break-after: avoid } svg { width: 100%; height: auto; display: block }
ul { padding-left: 5mm; margin: 0 } li { margin: 0 0 1mm } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; border-bottom: .3pt solid #b9c0ca; padding: .8mm 2mm .8mm 0 }
blockquote { margin: 1mm 0 2mm; padding-left: 3mm; border-left: 1mm solid #b9c0ca; break-inside: avoid }
small, footer { color: #4a5361; font-size: 9pt } footer { margin-top: 8mm; overflow-wrap: anywhere }
"""


def page(
    index: EventIndex, mask: Mask, filters: Filters, names: Mapping[str, str], shown: Shown, unit: str, cited: str
) -> bytes:
    """The brief of the selected events as HTML in UTF-8, without scripts and without anything loaded from
    elsewhere.

    ``names``: of actors, country codes and places. ``shown``: the view in words. ``unit``: what the chart over
    time counts, one of ``query.UNITS``. ``cited``: the citation, as returned by ``citation.cite``.
    """
    found = incidents.selected(index, mask)
    telling = incidents.most_important(found, _TOLD) if len(found) else found
    parts = [
        f"<h1>{_words(say('brief.title'))}</h1><p>{_words(shown.sentence)}</p>",
        _happened(index, telling, len(found), names, filters),
        _course(index, mask, filters, unit),
        _places(index, mask, filters, unit),
        _tolls(index, mask, names),
        _quoted(index, mask, telling, names, filters),
        f"<footer><p>{_words(say('brief.read'))}</p><p>{_words(cited)}</p></footer>",
    ]
    head = f'<meta charset="utf-8"><title>{_words(shown.counts)}</title><style>{_STYLE}</style>'
    policy = (
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )
    body = "\n".join(filter(None, parts))
    return f'<!DOCTYPE html><html lang="en"><head>{policy}{head}</head><body>{body}</body></html>'.encode()


def _words(text: str) -> str:
    return escape.markup(text)


def _happened(
    index: EventIndex, telling: pd.DataFrame, number: int, names: Mapping[str, str], filters: Filters
) -> str:
    if telling.empty:
        return f"<p>{_words(say('events.no_incident'))}</p>"
    lines = incidents.lines(index, telling, names, added=filters.completed)
    items = "".join(f"<li><b>{_words(line.when)}</b>: {_words(line.story)}</li>" for line in lines)
    some = say("brief.some", shown=f"{len(telling):,}", incidents=count(number, "incident"))
    return f"<h2>{_words(say('incidents.happened'))}</h2><ul>{items}</ul><p><small>{_words(some)}</small></p>"


def _course(index: EventIndex, mask: Mask, filters: Filters, unit: str) -> str:
    days = window(index, mask, filters)
    rows = counting.rows(index, mask, unit)
    drawn = still.course(rows, days) if days else ""
    exact = int((rows["date_precision"] == "day").sum())
    note = say("brief.exact", number=f"{exact:,}", all=f"{len(rows):,}", unit=say(f"units.{unit}"))
    legend = f"<p>{still.classes()}</p><p><small>{_words(note)}</small></p>"
    return f"<h2>{_words(say('brief.course'))}</h2>{drawn}{legend}"


def _places(index: EventIndex, mask: Mask, filters: Filters, unit: str) -> str:
    places = map_query.places(index, mask, unit=unit)
    told = places[places["number"] > 0]
    days = window(index, mask, filters)
    drawn = still.places_map(told, days) if len(told) and days else ""
    nowhere = count(map_query.nowhere(index, mask), "event")
    note = say("brief.map_note", nowhere=nowhere, unit=say(f"units.{unit}"))
    return f"<h2>{_words(say('brief.map'))}</h2>{drawn}<p><small>{_words(note)}</small></p>"


def _tolls(index: EventIndex, mask: Mask, names: Mapping[str, str]) -> str:
    ids = set(index.events.loc[mask, "event_id"])
    rows = tolls.reported(index.store, index.lexicon)
    rows = tolls.drawn(rows[rows["event_id"].isin(ids)], names, index.lexicon)
    if rows.empty:
        return ""
    first = rows.sort_values("number", ascending=False, kind="stable").head(_TOLLS)
    lines = "".join(
        "<tr>" + "".join(f"<td>{_words(str(cell))}</td>" for cell in _toll(row)) + "</tr>"
        for row in first.to_dict("records")
    )
    note = say("brief.tolls", shown=f"{len(first):,}", all=f"{len(rows):,}")
    return f"<h2>{_words(say('brief.tolls_title'))}</h2><table>{lines}</table><p><small>{_words(note)}</small></p>"


def _toll(row: Mapping[Any, Any]) -> tuple[object, ...]:
    """The cells of a toll: what, how many and of whom; up to when; according to whom, in which words."""
    what = say(f"toll_names.{row['what']}")
    quote = say("text.quoted", text=row["words"]) if row["words"] else ""
    return f"{row['short']} {what}", row["whom"], labels.when(*tolls.days(row)), row["publisher"], quote


def _quoted(
    index: EventIndex, mask: Mask, telling: pd.DataFrame, names: Mapping[str, str], filters: Filters
) -> str:
    """The most important incidents, each with sentences of its reports and their articles."""
    some = incidents.ordered(telling, "telling").head(_QUOTED) if len(telling) else telling
    if some.empty:
        return ""
    events = index.events[mask]
    articles = index.store.articles.set_index("article_id")
    parts = []
    for key, line in zip(some["incident_id"], incidents.lines(index, some, names, filters.completed), strict=True):
        reports = events[events["incident_id"] == key].drop_duplicates("article_id").head(_REPORTS)
        quotes = "".join(
            _quote(index, event, articles.loc[event["article_id"]]) for event in reports.to_dict("records")
        )
        title = ", ".join(filter(None, (line.when, line.what, line.who, line.where, line.toll)))
        parts.append(f"<h3>{_words(title)}</h3><small>{_words(line.grade)}</small>{quotes}")
    return f"<h2>{_words(say('brief.sentences'))}</h2>{''.join(parts)}"


def _quote(index: EventIndex, event: Mapping[str, object], article: pd.Series) -> str:
    text, _ = article_text.sentence(index.store, str(event["article_id"]), int(str(event["sentence"])))
    day = labels.when(article["published_start"], article["published_end"], article["published_precision"])
    facts = (event["publisher"], article_text.heading(article), day, article["url"])
    source = " \N{MIDDLE DOT} ".join(str(fact) for fact in facts if fact)
    return f"<blockquote>{_words(' '.join(text.split()))}<br><small>{_words(source)}</small></blockquote>"
