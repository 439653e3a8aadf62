"""Envelopes with a window, and what of a folded sheet is read through it.

A sheet lies loose in its envelope: it slides sideways and down by as much as the envelope is larger
than the folded sheet. What is seen in *every* place it can slide to is where an address may stand;
what is seen in *any* of them must hold nothing else, or whoever handles the letter reads it. All
measures are millimetres from the top left corner, of the envelope or of the sheet (A4).

Outer measures are those of ISO 269. E6/5 is the envelope of 110 × 220 mm (DL), which Danish shops
call M65. The Norwegian windows are those of a Norwegian maker of letter templates
(officeconsult.no: all 15 mm from the left; C5 44 mm from the top, 105 × 35; C6/5 39, 100 × 35; E6/5
40, 95 × 30). For Danish windows no source with measures was found: PostNord asks for an address
field of at least 90 × 34 mm (postnord.dk/sende/praktik/praktik-usf) and, a Danish maker tells, for
nothing in the lowest 23 (intermail.com/konvolutter/gode-rad/postal-information); the window here is
90 × 35 mm in the Norwegian place, the narrowest of what both say, and the settings ask to try it.
Whoever has other envelopes measures one and types its own window. EC4 (324 mm high) leaves the
sheet so much room that no place is always seen.

For the two long envelopes the sheet is folded at 105 and 210 mm and not in equal thirds: a fold of
105 mm leaves it 5 mm to slide in E6/5, one of 99 mm leaves 11, and then only three lines of an
address are always seen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from mentorapp.domain.errors import InvalidField, Problem

SHEET_WIDTH, SHEET_HEIGHT = 210.0, 297.0
_HALF = (148.5,)
_LONG = (105.0, 210.0)
_THIRDS = (99.0, 198.0)

#: Where a letter has its letterhead, its reference and its text: no window may reach there.
LETTERHEAD_BOTTOM, COLUMN_LEFT, TEXT_TOP = 24.0, 128.0, 83.0
#: The least that an address of three lines needs, with some air.
_LEAST_WIDTH, _LEAST_HEIGHT = 60.0, 13.0
#: What ``Office.own_window`` says, in tenths of a millimetre; the envelope's own measures last.
OWN_MEASURES = ("left", "top", "width", "height", "envelope_width", "envelope_height")
_LARGEST = 4000


class Envelope(StrEnum):
    """Through which window the address is read."""

    NORWEGIAN = "norwegian"
    DANISH = "danish"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Negative for areas that have nothing in common; see ``shared``."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Negative for areas that have nothing in common; see ``shared``."""
        return self.bottom - self.top

    def moved(self, right: float, down: float) -> "Area":
        """The same size in another place."""
        return Area(self.left + right, self.top + down, self.right + right, self.bottom + down)


@dataclass(frozen=True, slots=True)
class Cover:
    """One kind of envelope: its size, its window, and where the sheet is folded to go in."""

    name: str
    width: float
    height: float
    window: Area
    folds: tuple[float, ...]

    @property
    def folded_height(self) -> float:
        """The highest part between two folds: as high as the sheet is when folded."""
        edges = (0.0, *self.folds, SHEET_HEIGHT)
        return max(below - above for above, below in pairwise(edges))

    @property
    def room(self) -> tuple[float, float]:
        """How far the sheet can slide to the right and down from the upper left corner."""
        return self.width - SHEET_WIDTH, self.height - self.folded_height

    def shown(self, right: float, down: float) -> Area:
        """What of the sheet is seen when it has slid so far."""
        return self.window.moved(-right, -down)


NORWEGIAN = (
    Cover("C5", 229, 162, Area(15, 44, 120, 79), _HALF),
    Cover("C6/5", 229, 114, Area(15, 39, 115, 74), _LONG),
    Cover("E6/5", 220, 110, Area(15, 40, 110, 70), _LONG),
)
DANISH = (
    Cover("C5", 229, 162, Area(15, 44, 105, 79), _HALF),
    Cover("M65", 220, 110, Area(15, 40, 105, 75), _LONG),
)


def covers(envelope: Envelope, own_window: Mapping[str, int]) -> tuple[Cover, ...]:
    """The envelopes an office uses. ``own_window`` must have passed ``check_own_window``."""
    if envelope is Envelope.NORWEGIAN:
        return NORWEGIAN
    return DANISH if envelope is Envelope.DANISH else (_own(own_window),)


def always_seen(those: Iterable[Cover]) -> Area:
    """What of the sheet each of them shows wherever it has slid to."""
    return _always(tuple(those))


def ever_seen(those: Iterable[Cover]) -> Area:
    """What of the sheet any of them shows somewhere."""
    shown = [area for cover in those for area in _extremes(cover)]
    return Area(
        min(area.left for area in shown),
        min(area.top for area in shown),
        max(area.right for area in shown),
        max(area.bottom for area in shown),
    )


def fold_marks(those: Iterable[Cover]) -> tuple[float, ...]:
    """Where to fold for any of them, from the top."""
    return tuple(sorted({fold for cover in those for fold in cover.folds}))


def check_own_window(measures: Mapping[str, int]) -> None:
    """Raise InvalidField unless an address fits into the window and nothing else shows in it."""
    for name in OWN_MEASURES:
        if not 0 < measures.get(name, 0) <= _LARGEST:
            raise InvalidField("own_window", Problem.MEASURES_MISSING)
    cover = _own(measures)
    if min(cover.room) < 0:
        raise InvalidField("own_window", Problem.SHEET_DOES_NOT_FIT)
    if cover.window.right > cover.width or cover.window.bottom > cover.height:
        raise InvalidField("own_window", Problem.OUTSIDE_ENVELOPE)
    ever = ever_seen([cover])
    if ever.top < LETTERHEAD_BOTTOM or ever.right > COLUMN_LEFT or ever.bottom > TEXT_TOP:
        raise InvalidField("own_window", Problem.SHOWS_MORE)
    always = always_seen([cover])
    if always.width < _LEAST_WIDTH or always.height < _LEAST_HEIGHT:
        raise InvalidField("own_window", Problem.WINDOW_TOO_SMALL)


@cache
def _always(those: tuple[Cover, ...]) -> Area:
    shown = [area for cover in those for area in _extremes(cover)]
    return Area(
        max(0.0, *(area.left for area in shown)),
        max(0.0, *(area.top for area in shown)),
        min(area.right for area in shown),
        min(area.bottom for area in shown),
    )


def _extremes(cover: Cover) -> tuple[Area, Area]:
    """A rectangle that slides shows the most and the least at the two ends of its way."""
    return cover.shown(0, 0), cover.shown(*cover.room)


def _own(measures: Mapping[str, int]) -> Cover:
    left, top, width, height, envelope_width, envelope_height = (
        measures.get(name, 0) / 10 for name in OWN_MEASURES
    )
    if envelope_height >= SHEET_HEIGHT:
        folds: tuple[float, ...] = ()
    elif envelope_height >= _HALF[0]:
        folds = _HALF
    else:
        folds = _LONG if envelope_height >= _LONG[0] else _THIRDS
    window = Area(left, top, left + width, top + height)
    return Cover("", envelope_width, envelope_height, window, folds)
