"""What the page Today reads in one transaction."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.follow_up import Attention
from mentorapp.operations import Transaction, follow_up


@dataclass(frozen=True, slots=True)
class TodayValues:
    """The lines and the small figures over them."""

    lines: tuple[Attention, ...]
    active: int
    waiting: int


def gather(tx: Transaction, today: date) -> TodayValues:
    """Everything the page shows."""
    active, waiting = follow_up.at_work(tx)
    return TodayValues(follow_up.today_list(tx, today), active, waiting)
