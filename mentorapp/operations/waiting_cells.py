"""How many wait, by what they have in common: what may not be told because of other reports.

Who waits by municipality stands in the report on a period too, and may have been printed already.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.breakdowns import Dimension, Tally
from mentorapp.domain.report_cells import cells_of
from mentorapp.domain.report_views import Cells, View
from mentorapp.domain.waiting_times import Wait, bands_of
from mentorapp.operations import period_facts, told_before
from mentorapp.storage.database import Transaction

_WAITING = "newcomers_waiting"
_IN, _OUT = "in", "out"


@dataclass(frozen=True, slots=True)
class WaitingCells:
    """Keys of what is not told; ``shown`` is what a kept report has of it."""

    bands: frozenset[str]
    areas: frozenset[str]
    schemes: frozenset[str]
    languages: frozenset[str]
    shown: Mapping[str, int | None]


def waiting_cells(
    tx: Transaction, waits: Sequence[Wait], first: date, until: date, least: int
) -> WaitingCells:
    """Held against the tables of all kept reports."""
    bands = {band.value: count for band, count in bands_of(waits).items()}
    schemes = _several(waits, lambda one: one.schemes)
    languages = _several(waits, lambda one: one.languages)
    cells = cells_of(
        period_facts.gather(tx),
        View(first, until),
        earlier=told_before.cells(tx),
        least=least,
        columns={Dimension.MUNICIPALITY: (_WAITING,)},
        tallies=[
            _tally("waiting.band", bands),
            *(
                _tally(_name(kind, key), {_IN: count, _OUT: len(waits) - count})
                for kind, counts in (("scheme", schemes), ("language", languages))
                for key, count in counts.items()
            ),
        ],
        merged=False,
    )
    return WaitingCells(
        bands=_hidden(cells, "waiting.band", bands),
        areas=_hidden(cells, Dimension.MUNICIPALITY, {one.area for one in waits}),
        schemes=_in(cells, "scheme", schemes),
        languages=_in(cells, "language", languages),
        shown={str(at): count for at, count in cells.told.shown.items()},
    )


def _several(waits: Iterable[Wait], keys: Callable[[Wait], frozenset[str]]) -> Counter[str]:
    return Counter(key for one in waits for key in keys(one) or {""})


def _tally(dimension: str, counts: Mapping[str, int]) -> Tally:
    return Tally(
        dimension=dimension,
        figure=_WAITING,
        groups=tuple(counts),
        count=lambda _first, _until: counts,
    )


def _name(kind: str, key: str) -> str:
    return f"waiting.{kind}.{key}"


def _hidden(cells: Cells, dimension: str, keys: Iterable[str]) -> frozenset[str]:
    shown, view = cells.told.shown, cells.view
    return frozenset(key for key in keys if shown.get(view.at(_WAITING, dimension, key), 0) is None)


def _in(cells: Cells, kind: str, keys: Iterable[str]) -> frozenset[str]:
    return frozenset(key for key in keys if _hidden(cells, _name(kind, key), [_IN]))
