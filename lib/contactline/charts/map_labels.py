"""Where the map writes its names, and from which zoom on, so that no two names overlap.

Names and discs keep their size on the screen while zooming. For each name, the important ones first, the side of
its disc is found on which it is free from the lowest zoom on; it appears at that zoom. Pixels are those of the
screen, y downwards; zooms are the map's (the world is 512 pixels wide at zoom 0).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ZOOMS = (4.0, 12.0)
"""The lowest and the highest zoom for which names are laid out."""

FADE = 0.25
"""The range of zoom over which a name appears."""

SIZE = 13  # pixels: the height of a line of text
_STEP = 0.25
_STEPS = np.arange(ZOOMS[0], ZOOMS[1] + _STEP, _STEP)
_SCALES = 2**_STEPS
_GAP = 4
_WIDTHS = {"iljtfr.,()'/ -": 3.9, "mwMW": 10.4, "ABCDEFGHIJKLNOPQRSTUVXYZ": 7.9}
_WIDTH = 6.9

Boxes = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Name:
    """A name to be written: on its point, or ``beside`` a disc of ``radius`` pixels, with ``pad`` pixels around
    it.
    """

    text: str
    lon: float
    lat: float
    radius: float = 0.0
    beside: bool = False
    pad: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a name is written: the offset of its middle from its point, and the zoom from which on it is shown."""

    name: Name
    dx: float
    dy: float
    zoom: float


def width(text: str) -> float:
    """The width of a name in pixels."""
    return sum(next((w for letters, w in _WIDTHS.items() if letter in letters), _WIDTH) for letter in text)


def on_screen(lon: float, lat: float, zoom: float) -> tuple[float, float]:
    """A point in pixels from the upper left corner of the world."""
    whole = 512 * 2**zoom
    y = 0.5 - math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)
    return (lon / 360 + 0.5) * whole, y * whole


def placed(names: Sequence[Name]) -> list[Placed]:
    """The positions of names, in the same order; the first name is the most important."""
    discs = np.array([_disc(name) for name in names if name.beside]).reshape(-1, 4, len(_SCALES))
    done = np.empty((0, 4, len(_SCALES)))
    found: list[Placed] = []
    disc = 0
    for name in names:
        others = np.delete(discs, disc, axis=0) if name.beside else discs
        disc += name.beside
        taken = np.concatenate([done, others])
        tried = [(_free_from(_box(name, *side), taken), side) for side in _sides(name)]
        zoom, (dx, dy) = min(tried, key=lambda one: one[0])
        found.append(Placed(name, dx, dy, zoom))
        box = _box(name, dx, dy)
        box[:, _STEPS < zoom - FADE] = np.inf  # not shown at these zooms, so it blocks no other name
        done = np.concatenate([done, box[None]])
    return found


def _sides(name: Name) -> Iterator[tuple[float, float]]:
    """Yield the possible positions of a name's middle: on its point, or right, left, above, below its disc."""
    if not name.beside:
        yield 0.0, 0.0
        return
    across, down = name.radius + _GAP + width(name.text) / 2, name.radius + _GAP + SIZE / 2
    yield from ((across, 0.0), (-across, 0.0), (0.0, -down), (0.0, down))


def _box(name: Name, dx: float, dy: float) -> Boxes:
    """The name's box at every step of the zoom: left, top, right, bottom."""
    return _around(name, dx, dy, width(name.text) / 2 + name.pad, SIZE / 2 + name.pad)


def _disc(name: Name) -> Boxes:
    return _around(name, 0, 0, name.radius, name.radius)


def _around(name: Name, dx: float, dy: float, half: float, high: float) -> Boxes:
    x, y = on_screen(name.lon, name.lat, 0)
    across, down = x * _SCALES + dx, y * _SCALES + dy
    return np.stack([across - half, down - high, across + half, down + high])


def _free_from(box: Boxes, taken: Boxes) -> float:
    """The lowest zoom from which on a box overlaps none of those taken; greater than ``ZOOMS`` where there is
    none.
    """
    left, top, right, bottom = box
    meets = (left < taken[:, 2]) & (taken[:, 0] < right) & (top < taken[:, 3]) & (taken[:, 1] < bottom)
    last = np.flatnonzero(meets.any(axis=0))
    return float(_STEPS[0] + _STEP * (last[-1] + 1 if len(last) else 0))
