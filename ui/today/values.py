"""What the page Today reads in one transaction."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.follow_up import Attention
from mentorapp.domain.newcomers import TO_BE_PAIRED
from mentorapp.operations import Transaction, follow_up, lists, pairings


@dataclass(frozen=True, slots=True)
class TodayValues:
    """The lines and the small figures over them."""

    lines: tuple[Attention, ...]
    active: int
    waiting: int


def gather(tx: Transaction, today: date) -> TodayValues:
    """Everything the page shows."""
    return TodayValues(
        lines=follow_up.today_list(tx, today),
        active=sum(row.ended_on is None for row in pairings.rows(tx, today)),
        waiting=sum(row.status in TO_BE_PAIRED for row in lists.newcomer_rows(tx, today)),
    )
