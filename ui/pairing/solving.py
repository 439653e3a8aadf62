"""Solving beside the window: what holds the interpreter or cannot be stopped runs in a child."""

from typing import Literal

from mentorapp.domain.errors import Cancelled
from mentorapp.operations import pairing
from mentorapp.operations.explaining import Solved
from mentorapp.operations.memory import look_through_no_more
from mentorapp.operations.pairing import PairingInput
from ui.work import Progress

Goal = Literal["most", "best", "fair"]


def solved_beside(gathered: PairingInput, goal: Goal, progress: Progress) -> Solved:
    """The best set of pairs, ready to be asked; for a thread of its own. Raises Cancelled."""
    run = pairing.solve(gathered, goal, progress.report, progress.cancelled)
    if run.cancelled:
        raise Cancelled
    look_through_no_more(len(gathered.newcomers))
    return Solved(gathered, run)
