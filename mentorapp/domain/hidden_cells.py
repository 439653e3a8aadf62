"""Which cells of a report are hidden, so that no small one can be worked out from all the others.

A report declares its cells and the sums that tie them (``Sum``): rows, columns, totals, the same
count in parts by scheme or by days, what runs now from what ran before. A cell that nobody prints
can stand in a sum too: what is left when a scheme's report is taken from the whole office's.

Whoever reads all that is shown knows of a hidden cell only that it lies between two numbers. These
must lie ``wide`` apart. That they do is not estimated: for each such cell a way is found to move
some other hidden cells against it so that every sum still holds and nothing falls below nought
(``movements``). Where there is no such way a further cell is hidden, of several ways the one that
costs the fewest and smallest cells. Where there is none at all, as the total that stands on the
first page is itself too small, the whole column is not told, and what it would have told stays as
wide as that total alone leaves it.

Reports printed before are handed in as what they showed. What they told is known, what they hid
stays hidden, and where a count has changed since, the sums they printed hold for what they hid.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from mentorapp.domain.movements import Moves, Prices
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
    keys = {key: at for at, key in enumerate(cells)}
    before = [{keys[key]: n for key, n in one.items() if key in keys} for one in earlier]
    signed = [
        [*((keys[key], 1) for key in one.wholes), *((keys[key], -1) for key in one.parts)]
        for one in sums
    ]
    hiding = _Hiding([*cells.values()], signed, before)
    hiding.hide()
    return Told(
        {
            key: None if hiding.is_hidden[at] else cell.count
            for at, (key, cell) in enumerate(cells.items())
            if cell.column
        },
        frozenset(hiding.untold),
    )


class _Hiding:
    """Cells are hidden one after the other until every one that is hidden is wide.

    To hide more never narrows another, so that what has been found wide is not looked at again,
    until cells are shown again: then those whose way went through them are.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        sums: Sequence[Sequence[tuple[int, int]]],
        earlier: Sequence[Mapping[int, int | None]],
    ) -> None:
        self._cells = cells
        self._moves = Moves([one.count for one in cells], sums)
        told_before = [{one[at] for one in earlier if at in one} for at in range(len(cells))]
        self._known = [cell.count in told_before[at] for at, cell in enumerate(cells)]
        self._was_hidden = [
            None in told_before[at] and not self._known[at] for at in range(len(cells))
        ]
        self.is_hidden = [
            bool(cell.column) and not cell.pinned and (cell.small or self._was_hidden[at])
            for at, cell in enumerate(cells)
        ]
        self.untold: set[str] = set()
        self._used: dict[int, set[int]] = {}
        self._columns: dict[str, list[int]] = defaultdict(list)
        for at, cell in enumerate(cells):
            if cell.column and not cell.pinned and not self._known[at]:
                self._columns[cell.column].append(at)
        for report in earlier:
            self._hold_what_was_printed(sums, report)
        self._wide = self._what_can_be()

    def hide(self) -> None:
        while narrow := [at for at in self._wanted() if not self._is_wide(at)]:
            for at in narrow:
                self._widen(at)
        self._show_again()

    def _wanted(self) -> list[int]:
        """All that must be wide, the smallest first."""
        found = [
            at
            for at, cell in enumerate(self._cells)
            if at in self._wide and (self.is_hidden[at] or not cell.column)
        ]
        return sorted(found, key=lambda at: self._cells[at].count)

    def _what_can_be(self) -> dict[int, int]:
        """How wide each that may have to be hidden can get when all that can be hidden is.

        Where the first page alone leaves less room than there should be, no table is told of it,
        and none may leave less.
        """
        prices: Prices = [
            None if self._known[at] or cell.pinned else 0 for at, cell in enumerate(self._cells)
        ]
        found: dict[int, int] = {}
        for at, cell in enumerate(self._cells):
            if prices[at] is None or not (cell.column or cell.small or self._was_hidden[at]):
                continue
            found[at], _used = self._moves.room(at, cell.wide, prices)
            if found[at] < cell.wide and cell.column and self.is_hidden[at]:
                self._leave_out(cell.column)
        return found

    def _prices(self, *, hiding: bool) -> Prices:
        return [self._price(at, hiding=hiding) for at in range(len(self._cells))]

    def _price(self, at: int, *, hiding: bool) -> int | None:
        cell = self._cells[at]
        if self._known[at]:
            return None
        if self.is_hidden[at] or not cell.column:
            return 0
        if cell.pinned or not hiding:
            return None
        return _EACH + min(cell.count, _MOST) if cell.count else _NOUGHT

    def _is_wide(self, at: int) -> bool:
        if at not in self._used:
            wide = self._wanted_of(at)
            room, used = self._moves.room(at, wide, self._prices(hiding=False))
            if room < wide:
                return False
            self._used[at] = used
        return True

    def _wanted_of(self, at: int) -> int:
        """All of it where it is told, else what it can get."""
        cell = self._cells[at]
        return self._wide[at] if cell.column in {"", *self.untold} else cell.wide

    def _widen(self, at: int) -> None:
        """Hide more until it is wide, or is not told at all."""
        while not self._is_wide(at):
            unknown, prices = self._prices(hiding=False), self._prices(hiding=True)
            more = self._moves.cheapest(at, self._wanted_of(at), unknown, prices)
            if not more and self._cells[at].column not in {"", *self.untold}:
                self._leave_out(self._cells[at].column)
            elif not more:
                more = self._all_around(at, prices)
                if not more:
                    self._wide[at], _used = self._moves.room(at, self._wide[at], unknown)
            for one in more:
                self.is_hidden[one] = True

    def _all_around(self, at: int, prices: Prices) -> set[int]:
        """Everything that hangs together with it, for where it takes more than one way to hide
        enough; what is not needed is shown again in the end. Empty where that does not help.
        """
        more = {one for one in self._moves.joined(at, prices) if prices[one]}
        room, _used = self._moves.room(
            at, self._wide[at], [None if p is None else 0 for p in prices]
        )
        before, _used = self._moves.room(at, self._wide[at], self._prices(hiding=False))
        return more if room > before else set()

    def _leave_out(self, column: str) -> None:
        self.untold.add(column)
        for at in self._columns[column]:
            self.is_hidden[at] = True

    def _show_again(self) -> None:
        """What turned out not to be needed, the largest first."""
        extra = [
            at
            for at, cell in enumerate(self._cells)
            if self.is_hidden[at]
            and not cell.small
            and not self._was_hidden[at]
            and cell.column not in self.untold
        ]
        for at in sorted(extra, key=lambda at: (-self._cells[at].count, at)):
            before = {one: used for one, used in self._used.items() if at in used}
            self.is_hidden[at] = False
            for one in before:
                del self._used[one]
            if not all(self._is_wide(one) for one in before if one != at):
                self.is_hidden[at] = True
                self._used |= before

    def _hold_what_was_printed(
        self, sums: Sequence[Sequence[tuple[int, int]]], report: Mapping[int, int | None]
    ) -> None:
        """Where a count has changed, the sum as it was printed ties what was hidden in it."""
        for terms in sums:
            changed = [
                sign * (self._cells[at].count - was)
                for at, sign in terms
                if (was := report.get(at)) is not None
            ]
            if any(changed):
                rest = [(at, sign) for at, sign in terms if report.get(at) is None]
                self._moves.hold(rest, spare=abs(sum(changed)))
