"""An export as it is asked for: the rows, their format, the file's name, and the description of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from contactline.corrections.verdicts import Verdict
from contactline.lexicon import Lexicon
from contactline.tables.store import Store
from contactline.views import codebook, export, export_profiles, verdicts
from contactline.views.export import ExportError
from contactline.views.export_files import About
from contactline.views.query import Filters, names

ANNOTATED = "annotated"
"""The format of articles with their events that ``contactline evaluate`` reads."""

_PROFILED = {"polecat": ("events",), "ucdp": ("events", "incidents")}
_NO_TABLE = ("geojson", "timelinejs", ANNOTATED, *export.NETWORKS)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: ``what`` is one of ``export.TABLES``, ``form`` one of ``export.FORMATS`` or
    ``ANNOTATED``.

    ``profile``: one of ``export_profiles.PROFILES``, or "". ``filters``: with names or ids, as for
    ``export.choose``; None asks for all rows. ``bom`` and ``short``: as in ``About``.
    """

    what: str = "events"
    form: str = "csv"
    profile: str = ""
    filters: Filters | None = None
    bom: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """An export: its bytes, a name for its file, its number of rows, and the filters in words ("" for none)."""

    data: bytes
    name: str
    rows: int
    words: str


def make(store: Store, request: Request, lexicon: Lexicon) -> Made:
    """Make the export. Raises ExportError where parts of the request do not suit each other, or no row can
    match.
    """
    request = _suited(request)
    choice = export.choose(store, request.filters, lexicon) if request.filters else None
    events = choice.events if choice else None
    words = choice.words if choice else ""
    if request.form == ANNOTATED:
        found = export.flat(store, "articles", events, lexicon)
        data, rows = _annotated(store, found, events), len(found)
    else:
        frame = _rows(store, request, events, lexicon)
        about = About(words, store.build, request.bom, request.short)
        data, rows = export.render(frame, request.form, about), len(frame)
    filters = choice.filters if choice else Filters()
    what = "articles" if request.form == ANNOTATED else request.what
    name = export.file_name(what, request.form, filters, names(store, lexicon), request.profile)
    return Made(data, name, rows, words)


def described(request: Request, made: Made, path: str) -> Mapping[str, Any]:
    """The file as a resource of a data package. Raises ExportError for anything but a CSV with our own columns."""
    if request.form != "csv" or request.profile or request.short:
        raise ExportError("datapackage.json describes CSV files with Contact Line's own columns.")
    resource = codebook.resource(request.what, path, request.bom)
    return resource | {"description": " ".join(filter(None, (resource["description"], made.words)))}


def _suited(request: Request) -> Request:
    """The request, with a network of events turned into a network of their dyads."""
    if request.form in export.NETWORKS and request.what == "events" and not request.profile:
        return replace(request, what="dyads")
    if request.form == ANNOTATED and request.what not in ("events", "articles"):
        raise ExportError("annotated is for articles with their events.")
    if request.profile and request.what not in _PROFILED[request.profile]:
        suiting = " and ".join(_PROFILED[request.profile])
        raise ExportError(f"The profile {request.profile} is for {suiting}, not for {request.what}.")
    if request.profile and request.form in _NO_TABLE:
        raise ExportError(f"A profile is for tables, and {request.form} is none.")
    return request


def _rows(store: Store, request: Request, events: list[str] | None, lexicon: Lexicon) -> pd.DataFrame:
    frame = export.flat(store, request.what, events, lexicon)
    if request.profile == "polecat":
        return export_profiles.polecat(store, frame)
    return export_profiles.ucdp(frame) if request.profile == "ucdp" else frame


def _annotated(store: Store, articles: pd.DataFrame, events: list[str] | None) -> bytes:
    """The articles as annotated articles, with the chosen events as coded; a prediction of others counts as no
    error.
    """
    ids = store.events["event_id"] if events is None else events
    right = {key: Verdict("", key, "right", (), 0, "", 0.0, "", "") for key in ids}
    return verdicts.annotated(store, right, list(articles["article_id"]))
