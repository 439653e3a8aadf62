"""Ready to report? What is missing in a period, with whom to see to it at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.events import Attendance, Event, Invitation
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer, NewcomerStatus
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.people import Gender, Person
from mentorapp.domain.placements import Placement
from mentorapp.domain.proposals import Proposal, ProposalStatus
from mentorapp.domain.quarters import Period
from mentorapp.domain.report_lacks import Lack, LackKind, LackPlace, in_order
from mentorapp.domain.statistics import SILENT_AFTER
from mentorapp.operations import offices, outcomes, pairings
from mentorapp.operations.pairing_rows import PairingRow
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

#: Registered and not answered for so long is too long (the schemes promise an answer in a month).
_ANSWER_WITHIN = timedelta(days=30)
#: Of these the breakdowns of a report are made.
_COUNTED = TO_BE_PAIRED | {NewcomerStatus.PAIRED}


@dataclass(frozen=True, slots=True)
class _Asked:
    """The days asked about, with what every question looks up."""

    first: date
    until: date
    rows: Mapping[UUID, PairingRow]
    people: Mapping[UUID, Person]


def missing(tx: Transaction, period: Period, today: date) -> tuple[Lack, ...]:
    """Everything that somebody can see to before the period is reported."""
    asked = _Asked(
        period.first,
        min(period.last, today),
        {row.id: row for row in pairings.rows(tx, today)},
        records.by_id(records.find(tx, Person)),
    )
    return in_order(
        [
            *_pairs(tx, asked),
            *_follow_ups(tx, asked),
            *_outcomes(tx, asked, today),
            *_placements(tx, asked),
            *_attendance(tx, asked),
            *_proposals(tx, asked),
            *_newcomers(tx, asked),
        ]
    )


def _pairs(tx: Transaction, asked: _Asked) -> Iterator[Lack]:
    """Without a slip for a month, agreed and not begun, past the end, ended without a reason."""
    until, limits = asked.until, offices.read(tx)
    last: dict[UUID, date] = {}
    for meeting in records.find(tx, Meeting):
        if meeting.counts and meeting.held_on <= until:
            last[meeting.pairing_id] = max(
                meeting.held_on, last.get(meeting.pairing_id, meeting.held_on)
            )
    for one in records.find(tx, Pairing):
        row = asked.rows[one.id]
        ran = one.agreed_on <= until and (one.ended_on is None or one.ended_on > until)
        met = last.get(one.id)
        waits_since = one.agreed_on + timedelta(days=limits.first_meeting_days)
        if ran and one.status is PairingStatus.AGREED and met is None and waits_since < until:
            yield _of_pair(LackKind.NOT_STARTED, row, one.agreed_on)
        elif ran and (met or one.agreed_on) <= until - SILENT_AFTER:
            yield _of_pair(LackKind.SLIPS, row, met or one.agreed_on)
        if one.is_running and one.planned_end is not None and one.planned_end <= until:
            yield _of_pair(LackKind.PAST_END, row, one.planned_end)
        ended = one.ended_on is not None and asked.first <= one.ended_on <= until
        if (
            ended
            and one.status is PairingStatus.ENDED_EARLY
            and (one.end_reason is None or one.end_initiator is None)
        ):
            yield _of_pair(LackKind.END_REASON, row, one.ended_on or until)


def _follow_ups(tx: Transaction, asked: _Asked) -> Iterator[Lack]:
    for one in records.find(tx, FollowUp, done_on=None):
        row = asked.rows.get(one.pairing_id)
        if row is not None and row.ended_on is None and asked.first <= one.due <= asked.until:
            yield _of_pair(LackKind.FOLLOW_UP, row, one.due)


def _outcomes(tx: Transaction, asked: _Asked, today: date) -> Iterator[Lack]:
    for one in outcomes.due(tx, today):
        if asked.first <= one.due <= asked.until:
            yield Lack(
                kind=LackKind.OUTCOME,
                place=LackPlace.OUTCOMES,
                subject=one.person_id,
                number=one.number,
                name=one.name,
                since=one.due,
            )


def _placements(tx: Transaction, asked: _Asked) -> Iterator[Lack]:
    for one in records.find(tx, Placement, ended_on=None):
        if asked.first <= one.planned_end <= asked.until:
            yield _of_person(
                LackKind.PLACEMENT_OVER,
                asked.people[one.person_id],
                one.planned_end,
                LackPlace.PLACEMENTS,
            )


def _attendance(tx: Transaction, asked: _Asked) -> Iterator[Lack]:
    open_ones = {
        one.event_id for one in records.find(tx, Invitation, attendance=Attendance.NOT_NOTED)
    }
    for one in records.find(tx, Event):
        if (
            one.id in open_ones
            and one.cancelled_on is None
            and asked.first <= one.day <= asked.until
        ):
            yield Lack(
                kind=LackKind.ATTENDANCE,
                place=LackPlace.EVENTS,
                subject=one.id,
                number=one.number,
                name=one.name,
                since=one.day,
            )


def _proposals(tx: Transaction, asked: _Asked) -> Iterator[Lack]:
    newcomers = records.by_id(records.find(tx, Newcomer))
    for one in records.find(tx, Proposal, status=ProposalStatus.SENT):
        if asked.first <= one.proposed_on <= asked.until:
            person = asked.people[newcomers[one.newcomer_id].person_id]
            yield _of_person(LackKind.PROPOSAL, person, one.proposed_on, LackPlace.PROPOSALS)


def _newcomers(tx: Transaction, asked: _Asked) -> Iterator[Lack]:
    """Nobody is asked for the place of somebody whose address is protected."""
    levels = shields.protections(tx)
    placed = {one.person_id for one in records.find(tx, ContactDetails) if one.postal_code}
    for one in records.find(tx, Newcomer):
        person, on = asked.people[one.person_id], one.registered_on
        if on > asked.until or person.anonymised_on is not None:
            continue
        if one.status is NewcomerStatus.REGISTERED and on + _ANSWER_WITHIN <= asked.until:
            yield _of_person(LackKind.NO_ANSWER, person, on)
        if one.status in _COUNTED:
            if person.id not in placed and person.id not in levels:
                yield _of_person(LackKind.MUNICIPALITY, person, on)
            if person.birth_year is None:
                yield _of_person(LackKind.BIRTH_YEAR, person, on)
            if person.gender is Gender.NOT_GIVEN:
                yield _of_person(LackKind.GENDER, person, on)


def _of_pair(kind: LackKind, row: PairingRow, since: date) -> Lack:
    return Lack(
        kind=kind,
        place=LackPlace.PAIRING,
        subject=row.id,
        number=row.number,
        name=row.who,
        since=since,
    )


def _of_person(
    kind: LackKind, person: Person, since: date, place: LackPlace = LackPlace.PERSON
) -> Lack:
    return Lack(
        kind=kind,
        place=place,
        subject=person.id,
        number=person.number,
        name=person.name,
        since=since,
    )
