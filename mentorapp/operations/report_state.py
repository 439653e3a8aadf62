"""How much of what a report counts there is in its period: what came later is told from it.

Late slips are the usual reason why a report printed twice tells two things.
"""

from collections.abc import Iterable
from datetime import date

from mentorapp.domain.events import Attendance, Event, Invitation
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.outcomes import Outcome
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.placements import Placement
from mentorapp.domain.proposals import Proposal
from mentorapp.operations.intention import counts_all
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@counts_all
def report_state(tx: Transaction, first: date, last: date) -> dict[str, int]:
    """What is there from the first to the last day, by what it is; the words for the keys stand
    in ``mentorapp.words.printed_reports``.
    """

    def within(days: Iterable[date | None]) -> int:
        return sum(day is not None and first <= day <= last for day in days)

    pairings = records.find(tx, Pairing)
    events = {one.id: one.starts_at.date() for one in records.find(tx, Event)}
    return {
        "mentors": within(one.registered_on for one in records.find(tx, Mentor)),
        "newcomers": within(one.registered_on for one in records.find(tx, Newcomer)),
        "answers": within(one.decided_on for one in records.find(tx, Proposal)),
        "pairings": within(one.agreed_on for one in pairings),
        "ended": within(one.ended_on for one in pairings),
        "meetings": within(one.held_on for one in records.find(tx, Meeting) if one.counts),
        "follow_ups": within(
            one.due for one in records.find(tx, FollowUp) if one.done_on is not None
        ),
        "outcomes": within(one.asked_on for one in records.find(tx, Outcome)),
        "placements": within(one.started_on for one in records.find(tx, Placement)),
        "attendance": within(
            events.get(one.event_id)
            for one in records.find(tx, Invitation)
            if one.attendance is not Attendance.NOT_NOTED
        ),
    }
