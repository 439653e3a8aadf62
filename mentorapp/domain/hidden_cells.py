"""Which cells of a report are hidden, so that no small one can be worked out from all the others.

A report declares its cells and the sums that tie them (``Sum``): rows, columns, totals, the same
count in parts by scheme or by days, what runs now from what ran before. A cell that nobody prints
can stand in a sum too: what is left when a scheme's report is taken from the whole office's.

Whoever reads all that is shown knows of a hidden cell only that it lies between two numbers. These
must lie ``wide`` apart. That they do is not estimated: for each such cell a way is found to move
some other hidden cells against it so that every sum still holds and nothing falls below nought
(``movements``). Where there is no such way a further cell is hidden, of several ways the one that
costs the fewest and smallest cells. Where there is none at all, as the total that stands on the
first page is itself too small, the whole column is not told.

Reports printed before are handed in as what they showed. What they told is known, what they hid
stays hidden, and where a count has changed since, the sums they printed hold for what they hid.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from mentorapp.domain.movements import Moves
from mentorapp.domain.small_numbers import LEAST

K = TypeVar("K", bound=Hashable)

#: To hide a cell costs more than its size ever does, to hide a nought more than several cells.
_EACH, _MOST, _NOUGHT = 100, 99, 450


@dataclass(frozen=True, slots=True)
class Cell:
    """``small`` must not be known; ``column`` is what is given up together ("" is not printed).

    A cell that is ``pinned`` is shown whatever follows: a total of the first page.
    """

    count: int
    small: bool = False
    column: str = ""
    pinned: bool = False
    wide: int = LEAST


@dataclass(frozen=True, slots=True)
class Sum(Generic[K]):
    """The wholes together are as many as the parts together."""

    wholes: tuple[K, ...]
    parts: tuple[K, ...]


@dataclass(frozen=True, slots=True)
class Told(Generic[K]):
    """Every printed cell with its count or None, and the columns that are not told at all."""

    shown: Mapping[K, int | None]
    untold: frozenset[str] = frozenset()


def told(
    cells: Mapping[K, Cell],
    sums: Sequence[Sum[K]],
    earlier: Sequence[Mapping[K, int | None]] = (),
) -> Told[K]:
    """What may be shown of ``cells``, given ``earlier`` reports."""
    return _Hiding(cells, sums, earlier).told()


@dataclass
class _Hiding(Generic[K]):
    """Cells are hidden one after the other until every one that is hidden is wide."""

    cells: Mapping[K, Cell]
    sums: Sequence[Sum[K]]
    earlier: Sequence[Mapping[K, int | None]]
    hidden: set[K] = field(init=False)
    known: set[K] = field(init=False)
    untold: set[str] = field(default_factory=set)
    spared: set[K] = field(default_factory=set)

    def __post_init__(self) -> None:
        before: dict[K, set[int | None]] = defaultdict(set)
        for report in self.earlier:
            for key, count in report.items():
                before[key].add(count)
        self.known = {key for key, cell in self.cells.items() if cell.count in before[key]}
        self.hidden = {
            key
            for key, cell in self.cells.items()
            if cell.column
            and not cell.pinned
            and (cell.small or (None in before[key] and key not in self.known))
        }
        self.was_hidden = {key for key in self.cells if None in before[key]} - self.known
        self.columns: dict[str, list[K]] = defaultdict(list)
        for key, cell in self.cells.items():
            if cell.column and not cell.pinned:
                self.columns[cell.column].append(key)
        self.moves: Moves[K] = Moves(
            {key: cell.count for key, cell in self.cells.items()},
            [(*((key, 1) for key in one.wholes), *((key, -1) for key in one.parts))
             for one in self.sums],
        )  # fmt: skip
        for report in self.earlier:
            self._hold_what_was_printed(report)

    def told(self) -> Told[K]:
        while narrow := [key for key in self._wanted() if not self._is_wide(key)]:
            for key in narrow:
                self._widen(key)
        self._show_again()
        shown = {
            key: None if key in self.hidden else cell.count
            for key, cell in self.cells.items()
            if cell.column
        }
        return Told(shown, frozenset(self.untold))

    def _wanted(self) -> list[K]:
        """All that must be wide, the smallest first."""
        found = [
            key
            for key, cell in self.cells.items()
            if key not in self.spared
            and key not in self.known
            and cell.column not in self.untold
            and (key in self.hidden or key in self.was_hidden or (cell.small and not cell.column))
        ]
        return sorted(found, key=lambda key: self.cells[key].count)

    def _unknown(self, key: K) -> bool:
        cell = self.cells[key]
        return key not in self.known and (key in self.hidden or not cell.column)

    def _is_wide(self, key: K) -> bool:
        wide = self.cells[key].wide
        return self.moves.room(key, wide, self._unknown) >= wide

    def _widen(self, key: K) -> None:
        """Hide more until it is wide, or is not told at all."""
        while not self._is_wide(key):
            more = self.moves.cheapest(key, self.cells[key].wide, self._unknown, self._cost)
            if not more:
                self._give_up(key)
                return
            self.hidden |= more

    def _cost(self, key: K) -> int | None:
        """None for what cannot be hidden."""
        cell = self.cells[key]
        if not cell.column or cell.pinned or key in self.known:
            return None
        return _EACH + min(cell.count, _MOST) if cell.count else _NOUGHT

    def _give_up(self, key: K) -> None:
        """Its column is not told, or, of what is not printed, those that it would follow from."""
        columns = [self.cells[key].column] if self.cells[key].column else self._beside(key)
        left = [one for one in columns if one and one not in self.untold]
        for column in left:
            self.untold.add(column)
            self.hidden |= {one for one in self.columns[column] if one not in self.known}
        if not left:
            self.spared.add(key)

    def _beside(self, key: K) -> list[str]:
        near = self.moves.neighbours(key)
        near |= {two for one in near if not self.cells[one].column
                 for two in self.moves.neighbours(one)}  # fmt: skip
        return list(
            dict.fromkeys(
                self.cells[one].column
                for one in self.cells
                if one in near and not self.cells[one].pinned
            )
        )

    def _show_again(self) -> None:
        """What turned out not to be needed, the largest first."""
        extra = [
            key
            for key in self.hidden
            if not self.cells[key].small
            and key not in self.was_hidden
            and self.cells[key].column not in self.untold
        ]
        order = {key: at for at, key in enumerate(self.cells)}
        for key in sorted(extra, key=lambda key: (-self.cells[key].count, order[key])):
            self.hidden.discard(key)
            near = self.moves.within_reach(key, self._unknown)
            if not all(self._is_wide(one) for one in self._wanted() if one in near):
                self.hidden.add(key)

    def _hold_what_was_printed(self, report: Mapping[K, int | None]) -> None:
        """Where a count has changed, the sum as it was printed ties what was hidden in it."""
        for one in self.sums:
            keys = (*one.wholes, *one.parts)
            if not any(
                report.get(key) is not None and report[key] != self.cells[key].count for key in keys
            ):
                continue
            was = {key: report[key] for key in keys if report.get(key) is not None}
            rest = [(key, 1 if key in one.wholes else -1) for key in keys if key not in was]
            grown = sum(
                (1 if key in one.wholes else -1) * (self.cells[key].count - count)
                for key, count in was.items()
                if count is not None
            )
            self.moves.hold(rest, spare=abs(grown))
