"""Cohorts: those who ended in a year, and how many of them were in work one to seven years on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mentorapp.domain.exits import Exit
from mentorapp.domain.outcomes import Outcome, OutcomePoint, due_on
from mentorapp.domain.small_numbers import LEAST, hide_small, is_small_share
from mentorapp.domain.statistics import Share

#: A single hidden cell would follow from the total.
_FEWEST = 2
#: Years laid together at most, and the part of the cells that may be hidden before it is done.
_MOST_YEARS = 3
_FEW_HIDDEN = 0.25


@dataclass(frozen=True, slots=True)
class Cell:
    """``part`` in work of ``known`` of ``ended``.

    ``ended`` are those of the cohort whose day for this point has come, all of them once the whole
    year has got so far. ``known`` are those of them for whom there is an answer that tells what
    they do: moved away, not found out and never asked are not known. So the share of ``ended`` is
    the least that it can be, the share of ``known`` says nothing of the others.
    """

    part: int
    known: int
    ended: int

    @property
    def of_known(self) -> Share:
        """In work of those known."""
        return Share(self.part, self.known)

    @property
    def of_ended(self) -> Share:
        """In work of all who ended."""
        return Share(self.part, self.ended)

    def __add__(self, other: "Cell") -> "Cell":
        return Cell(self.part + other.part, self.known + other.known, self.ended + other.ended)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Who ended in ``year``, each person once: by his last exit of that year.

    A point that nobody has reached yet has no cell: it is empty, not nought. Years laid together
    for small numbers go ``until`` the last of them; None is the one year.
    """

    year: int
    ended: int
    cells: Mapping[OutcomePoint, Cell] = field(default_factory=dict)
    until: int | None = None


@dataclass(frozen=True, slots=True)
class CohortTable:
    """``cohorts`` by year; ``all_cells`` are all cohorts together, point by point."""

    cohorts: tuple[Cohort, ...]
    all_cells: Mapping[OutcomePoint, Cell]

    @property
    def ended(self) -> int:
        """All who ended, a person once for each year."""
        return sum(cohort.ended for cohort in self.cohorts)

    @property
    def points(self) -> tuple[OutcomePoint, ...]:
        """The points that anybody has reached."""
        return tuple(point for point in OutcomePoint if point in self.all_cells)


@dataclass(frozen=True, slots=True)
class Kept:
    """The same people twice: in work at ``early`` and at ``late``, of those known at both."""

    early: OutcomePoint
    late: OutcomePoint
    base: int
    part_early: int
    part_late: int


def cohort_table(
    exits: Iterable[Exit],
    answers: Iterable[Outcome],
    today: date,
    counts: Callable[[Outcome], bool],
    scheme_id: UUID | None = None,
) -> CohortTable:
    """Count ``exits``, those from one scheme or all. ``counts`` says which answers are the part.

    Over all schemes somebody who ended in two in the same year is one person, seen from the later
    exit. Answers to exits that are none (the pairing's end was changed) do not count.
    """
    chosen = _once_a_year(one for one in exits if scheme_id in (None, one.scheme_id))
    told = _by_exit(answers)
    years: dict[int, list[Exit]] = defaultdict(list)
    for one in chosen:
        years[one.exit_on.year].append(one)
    cohorts = tuple(
        Cohort(year, len(own), _cells(own, told, today, counts))
        for year, own in sorted(years.items())
    )
    together: dict[OutcomePoint, Cell] = {}
    for cohort in cohorts:
        for point, cell in cohort.cells.items():
            together[point] = together.get(point, Cell(0, 0, 0)) + cell
    return CohortTable(cohorts, together)


def shown(table: CohortTable, least: int = LEAST) -> dict[int, dict[OutcomePoint, Cell | None]]:
    """The cells by year as they may be printed for managers: None for small numbers.

    A cell is small when those in work, those known to be not, or both together are few. The
    line of all cohorts stands below, so that in each column no single hidden one follows from it.
    """
    found: dict[int, dict[OutcomePoint, Cell | None]] = {one.year: {} for one in table.cohorts}
    for point in table.points:
        column = {one.year: one.cells[point] for one in table.cohorts if point in one.cells}
        hidden = _hidden(column, least)
        for year, cell in column.items():
            found[year][point] = None if year in hidden else cell
    return found


def grouped(table: CohortTable, span: int) -> CohortTable:
    """The same with ``span`` years laid together, counted from the oldest."""
    if span < _FEWEST or not table.cohorts:
        return table
    first = table.cohorts[0].year
    parts: dict[int, list[Cohort]] = defaultdict(list)
    for cohort in table.cohorts:
        parts[first + (cohort.year - first) // span * span].append(cohort)
    return CohortTable(tuple(_together(year, own) for year, own in parts.items()), table.all_cells)


def legible(table: CohortTable, least: int = LEAST) -> CohortTable:
    """Single years, or so many laid together that at most every fourth cell has to be hidden.

    Small offices see the fall after five years in no single year; three years are the most.
    """
    for span in range(1, _MOST_YEARS + 1):
        found = grouped(table, span)
        cells = [cell for row in shown(found, least).values() for cell in row.values()]
        if cells.count(None) <= len(cells) * _FEW_HIDDEN:
            return found
    return grouped(table, _MOST_YEARS)


def shown_sizes(table: CohortTable, least: int = LEAST) -> dict[int, int | None]:
    """How many ended in each year, small numbers hidden; the total stands below."""
    return hide_small({one.year: one.ended for one in table.cohorts}, least)


def shown_together(table: CohortTable, least: int = LEAST) -> dict[OutcomePoint, Cell | None]:
    """The line of all cohorts as it may be printed."""
    return {
        point: None if is_small_share(cell.part, cell.known, least) else cell
        for point, cell in table.all_cells.items()
    }


def kept(
    exits: Iterable[Exit],
    answers: Iterable[Outcome],
    counts: Callable[[Outcome], bool],
    early: OutcomePoint = OutcomePoint.YEAR_1,
    scheme_id: UUID | None = None,
) -> Kept | None:
    """Whether the same people stayed in work: the latest of five to seven years against ``early``.

    Cohorts of different years cannot show it, for they are different people. None where nobody is
    known at both points.
    """
    told = _by_exit(answers)
    chosen = _once_a_year(one for one in exits if scheme_id in (None, one.scheme_id))
    for late in (OutcomePoint.YEAR_7, OutcomePoint.YEAR_6, OutcomePoint.YEAR_5):
        both = [
            (own[early], own[late])
            for own in (told.get(one, {}) for one in chosen)
            if early in own and late in own and own[early].is_known and own[late].is_known
        ]
        if both:
            return Kept(
                early,
                late,
                len(both),
                sum(counts(first) for first, _ in both),
                sum(counts(last) for _, last in both),
            )
    return None


def _cells(
    own: list[Exit],
    told: Mapping[Exit, Mapping[OutcomePoint, Outcome]],
    today: date,
    counts: Callable[[Outcome], bool],
) -> dict[OutcomePoint, Cell]:
    cells = {}
    for point in OutcomePoint:
        reached = [one for one in own if due_on(one.exit_on, point) <= today]
        if not reached:
            continue
        answers = [told.get(one, {}).get(point) for one in reached]
        known = [one for one in answers if one is not None and one.is_known]
        cells[point] = Cell(sum(map(counts, known)), len(known), len(reached))
    return cells


def _together(year: int, own: list[Cohort]) -> Cohort:
    cells: dict[OutcomePoint, Cell] = {}
    for point in OutcomePoint:
        there = [cohort.cells[point] for cohort in own if point in cohort.cells]
        if there:
            cells[point] = sum(there[1:], there[0])
    last = own[-1].year
    ended = sum(cohort.ended for cohort in own)
    return Cohort(year, ended, cells, until=last if last != year else None)


def _by_exit(answers: Iterable[Outcome]) -> dict[Exit, dict[OutcomePoint, Outcome]]:
    told: dict[Exit, dict[OutcomePoint, Outcome]] = defaultdict(dict)
    for one in answers:
        told[Exit(one.person_id, one.scheme_id, one.exit_on)][one.point] = one
    return told


def _once_a_year(exits: Iterable[Exit]) -> list[Exit]:
    last: dict[tuple[UUID, int], Exit] = {}
    for one in exits:
        key = one.person_id, one.exit_on.year
        held = last.get(key)
        if held is None or (held.exit_on, held.scheme_id) < (one.exit_on, one.scheme_id):
            last[key] = one
    return list(last.values())


def _hidden(column: Mapping[int, Cell], least: int) -> set[int]:
    """The years to hide in a column with the line of all below it."""
    hidden = {year for year, cell in column.items() if is_small_share(cell.part, cell.known, least)}
    others = sorted(
        column.keys() - hidden, key=lambda year: (not column[year].known, column[year].known, year)
    )
    while hidden and others and (len(hidden) < _FEWEST or _tells(column, hidden, least)):
        hidden.add(others.pop(0))
    return hidden


def _tells(column: Mapping[int, Cell], hidden: set[int], least: int) -> bool:
    """Whether the hidden ones, which follow from the line of all as a sum, are few together."""
    part = sum(column[year].part for year in hidden)
    return is_small_share(part, sum(column[year].known for year in hidden), least)
