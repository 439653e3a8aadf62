"""The figures of periods in a row."""

from collections.abc import Sequence
from datetime import date

from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.quarters import Period, Quarter
from mentorapp.domain.statistics import (
    PeriodFigures,
)
from mentorapp.domain.statistics import (
    period_figures as count_period,
)
from mentorapp.operations import period_facts
from mentorapp.operations.intention import counts_all
from mentorapp.storage.database import Transaction


@counts_all
def quarter_figures(tx: Transaction, quarter: Quarter, today: date) -> PeriodFigures:
    """The figures of one quarter. Raises QuarterNotBegun for one that has not begun."""
    return figures_of(tx, [quarter], today)[0]


@counts_all
def figures_of(tx: Transaction, periods: Sequence[Period], today: date) -> list[PeriodFigures]:
    """Periods in a row, oldest first. Raises QuarterNotBegun when the last has not begun."""
    if periods[-1].first > today:
        raise QuarterNotBegun(str(periods[-1]))
    facts = period_facts.gather(tx)
    return [count_period(facts, period, today) for period in periods]
