"""The meaning of colours and symbols, as lines of HTML below a figure."""

from __future__ import annotations

from collections.abc import Iterable

from contactline.charts import basemap, held_layer, timeline
from contactline.lexicon import Lexicon
from contactline.views import labels
from contactline.views.words import say


def classes(dark: bool) -> str:
    """The four classes of events and their colours."""
    return _line(
        (f"width:.8em;height:.8em;background:{colour};border:1px solid {timeline.edge(dark)}", quad.capitalize())
        for quad, colour in timeline.colours(dark).items()
    )


def signs(dark: bool) -> str:
    """How the map draws towns, regions, lines and countries, and which parts belong to the base map."""
    theme = basemap.DARK if dark else basemap.LIGHT
    grey, ink = "#7f8b99", "rgb({},{},{})".format(*theme.text)
    events = (
        (f"width:.8em;height:.8em;border-radius:50%;background:{grey};border:1px solid {ink}", say("legend.town")),
        (f"width:1.1em;height:.8em;background:{grey}66;border:1.5px solid {grey}", say("legend.region")),
        (f"width:.8em;height:.8em;border-radius:50%;border:1.5px solid {grey}", say("legend.region_unknown")),
        (
            f"width:1.3em;height:.25em;border-radius:.2em;background:{grey};vertical-align:middle",
            say("legend.line"),
        ),
        (f"width:1.3em;height:.7em;border:1px solid {grey};border-radius:1px", say("legend.country")),
    )
    base = (
        (
            f"width:1.1em;height:.8em;background:{theme.area}33;border:1.5px solid {theme.area}",
            say("legend.nkao"),
        ),
        (
            f"width:1.3em;border-top:1.5px dashed {theme.area};vertical-align:middle",
            say("legend.contact_line"),
        ),
        (
            f"width:1.3em;border-top:2.5px solid {theme.road};vertical-align:middle",
            say("legend.corridor"),
        ),
    )
    return _line(events) + _line(base)


def holders(dark: bool, lexicon: Lexicon) -> str:
    """The colours of the layer that shows who held a place."""
    return _line(
        (
            f"width:.8em;height:.8em;background:{colour}55;border:1.5px solid {colour}",
            labels.side(code, lexicon) if code else say("held.in_part"),
        )
        for code, colour in held_layer.colours(dark).items()
    )


def _line(items: Iterable[tuple[str, str]]) -> str:
    marks = "".join(
        f'<span style="white-space:nowrap;margin-right:1.2em"><span aria-hidden="true" style="'
        f'display:inline-block;margin-right:.4em;{css}"></span>{words}</span> '
        for css, words in items
    )
    return f'<div style="font-size:.875rem;line-height:1.7">{marks}</div>'
