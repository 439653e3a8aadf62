"""A quarter as it may leave the office, to be laid beside other offices' quarters.

Small numbers are hidden before anything is written, with those they would follow from
(``small_numbers``): whoever opens the file can see no more than what is printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorapp.domain.in_work import OfficeDefinition
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.small_numbers import LEAST, hide_small, is_small, is_small_share
from mentorapp.domain.statistics import PeriodFigures, Share


class Compared(StrEnum):
    """The figures of a quarter that are compared, by their names in ``PeriodFigures``.

    Those in work are of twelve months: in a quarter too few ended for any share of them.
    Why pairs ended is left out: of a few that ended early nearly every reason would be hidden.
    """

    NEW_MENTORS = "new_mentors"
    NEW_NEWCOMERS = "new_newcomers"
    MENTORS_APPROVED = "mentors_approved"
    NEWCOMERS_WAITING = "newcomers_waiting"
    MEDIAN_WAIT_DAYS = "median_wait_days"
    LONGEST_WAIT_DAYS = "longest_wait_days"
    PROPOSALS_ANSWERED = "proposals_answered"
    PAIRINGS_STARTED = "pairings_started"
    PAIRINGS_RUNNING = "pairings_running"
    PAIRINGS_COMPLETED = "pairings_completed"
    PAIRINGS_ENDED_EARLY = "pairings_ended_early"
    FIRST_MEETING_IN_TIME = "first_meeting_in_time"
    SILENT_PAIRS = "silent_pairs"
    PAIRS_THAT_MET = "pairs_that_met"
    MEETINGS = "meetings"
    MINUTES = "minutes"
    FOLLOW_UPS_IN_TIME = "follow_ups_in_time"
    IN_WORK_OF_KNOWN = "in_work_of_known"
    IN_WORK_OF_ENDED = "in_work_of_ended"


class Hiding(StrEnum):
    """SMALL is one to four; OTHER would tell a small one, or rests on so few."""

    SMALL = "small"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: a count, or ``value`` of ``base``; None is nothing to count, unless hidden."""

    value: int | None
    base: int | None = None
    hidden: Hiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedQuarter:
    """What one office tells of one quarter; ``until`` is the last day counted.

    ``in_work`` is what the office means by that; None in files that tell nobody in work.
    """

    office: str
    municipality: str
    quarter: Quarter
    until: date
    finished: bool
    cells: Mapping[Compared, Cell]
    in_work: OfficeDefinition | None = None

    @property
    def name(self) -> str:
        """What the column is called: regions think in municipalities."""
        return self.municipality or self.office


#: What runs now follows from what ran before, began and ended: together they tell each other.
_TELL_EACH_OTHER = (
    Compared.PAIRINGS_STARTED,
    Compared.PAIRINGS_RUNNING,
    Compared.PAIRINGS_COMPLETED,
    Compared.PAIRINGS_ENDED_EARLY,
)
#: Figures of so few that they would be told of them: the figure that counts them.
_REST_ON = {
    Compared.MEDIAN_WAIT_DAYS: Compared.NEWCOMERS_WAITING,
    Compared.LONGEST_WAIT_DAYS: Compared.NEWCOMERS_WAITING,
    Compared.MEETINGS: Compared.PAIRS_THAT_MET,
    Compared.MINUTES: Compared.PAIRS_THAT_MET,
}


@dataclass(frozen=True, slots=True)
class InWork:
    """In work a year after the end: of those known, and the same of all who ended."""

    of_known: Share
    of_ended: Share


def compared_cells(
    figures: PeriodFigures, in_work: InWork | None = None, least: int = LEAST
) -> dict[Compared, Cell]:
    """The figures with the small ones hidden."""
    counted = hide_small({one: _count(figures, one) for one in _TELL_EACH_OTHER}, least)
    cells = _in_work(in_work or InWork(Share(0, 0), Share(0, 0)), least)
    for one in Compared:
        if one in cells:
            continue
        found = getattr(figures, one.value)
        if isinstance(found, Share):
            cells[one] = _share(found, least)
        elif one in _REST_ON:
            few = is_small(_count(figures, _REST_ON[one]), least)
            cells[one] = Cell(None, None, Hiding.OTHER) if few else Cell(found)
        elif one in counted:
            cells[one] = _cell(found, counted[one], least)
        else:
            cells[one] = _cell(found, None if is_small(found, least) else found, least)
    return {one: cells[one] for one in Compared}


def _in_work(told: InWork, least: int) -> dict[Compared, Cell]:
    """The two are of the same people: where the one is hidden, the other would tell it."""
    known, ended = _share(told.of_known, least), _share(told.of_ended, least)
    if known.hidden or ended.hidden:
        known = known if known.hidden else Cell(None, known.base, Hiding.OTHER)
        ended = ended if ended.hidden else Cell(None, ended.base, Hiding.OTHER)
    return {Compared.IN_WORK_OF_KNOWN: known, Compared.IN_WORK_OF_ENDED: ended}


def _count(figures: PeriodFigures, one: Compared) -> int:
    found = getattr(figures, one.value)
    return found if isinstance(found, int) else 0


def _cell(count: int, shown: int | None, least: int) -> Cell:
    if shown is not None:
        return Cell(shown)
    return Cell(None, None, _sign(few=is_small(count), least=least))


def _share(share: Share, least: int) -> Cell:
    if not is_small_share(share.part, share.base, least):
        return Cell(share.part if share.base else None, share.base)
    few = is_small(share.part) or is_small(share.base)
    base = None if is_small(share.base, least) else share.base
    return Cell(None, base, _sign(few=few, least=least))


def _sign(*, few: bool, least: int) -> Hiding:
    """That it is one to four is told by an office only that hides no more than these."""
    return Hiding.SMALL if few and least <= LEAST else Hiding.OTHER
