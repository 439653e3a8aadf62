"""A mentor's training that was taken at an event: written by attendance, and taken back with it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.events import Attendance, Event, EventKind, Invitation
from mentorapp.domain.mentors import Mentor
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def settle(tx: Transaction, event: Event, invitation: Invitation) -> Invitation:
    """Make the mentor's training follow from whether the guest was at this training.

    A day that somebody typed, or that an earlier course gave, is never touched. When the course
    that gave it falls away, the next one the mentor was at gives it.
    """
    counts = event.kind is EventKind.MENTOR_TRAINING and invitation.attendance is Attendance.PRESENT
    wanted = event.day if counts else None
    mentors = (
        records.find(tx, Mentor, person_id=invitation.person_id) if invitation.person_id else []
    )
    if not mentors or invitation.training_on == wanted:
        return invitation
    mentor, written = mentors[0], invitation.training_on
    if written is None:
        if mentor.training_done_on is not None:
            return invitation
        records.amend(tx, replace(mentor, training_done_on=wanted))
    elif mentor.training_done_on == written:
        day = wanted or _hand_on(tx, invitation)
        records.amend(tx, replace(mentor, training_done_on=day))
    return records.amend(tx, replace(invitation, training_on=wanted))


def _hand_on(tx: Transaction, left: Invitation) -> date | None:
    """Another course the mentor was at gives the day from now on; None when there is none."""
    was_at = {
        one.event_id: one
        for one in records.find(
            tx, Invitation, person_id=left.person_id, attendance=Attendance.PRESENT
        )
        if one.id != left.id
    }
    courses = [
        one
        for one in records.find(tx, Event, id=set(was_at))
        if one.kind is EventKind.MENTOR_TRAINING
    ]
    if not courses:
        return None
    first = min(courses, key=_by_day)
    records.amend(tx, replace(was_at[first.id], training_on=first.day))
    return first.day


def _by_day(event: Event) -> tuple[date, UUID]:
    return event.day, event.id
