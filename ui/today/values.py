"""What the page Today reads in one transaction."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.follow_up import Attention
from mentorapp.domain.office import missing_for_letters
from mentorapp.operations import Transaction, follow_up, offices


@dataclass(frozen=True, slots=True)
class TodayValues:
    """The lines, and what stands in their place in an office without anybody."""

    lines: tuple[Attention, ...]
    nobody: bool = False
    """Nothing was registered yet, neither people nor organisations."""
    filled_in: bool = True
    """The office has what stands on its letters."""


def gather(tx: Transaction, today: date) -> TodayValues:
    """Everything the list shows; the figures over it are counted apart (`operations.pulse`)."""
    held = offices.summary(tx)
    return TodayValues(
        follow_up.today_list(tx, today),
        nobody=not (held.people or held.organisations),
        filled_in=not missing_for_letters(offices.read(tx)),
    )
