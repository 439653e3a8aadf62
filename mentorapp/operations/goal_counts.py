"""What has come of a goal so far, measure by measure, each with what exactly is counted."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from mentorapp.domain.associations import Introduction
from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.events import Attendance, Event, Invitation
from mentorapp.domain.goals import Counted, Measure, OfficeGoal
from mentorapp.domain.in_work import Reading, counts
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.outcomes import OutcomePoint, due_on
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.placements import Placement
from mentorapp.domain.statistics import FIRST_MEETING_WITHIN
from mentorapp.domain.surroundings import BackgroundFigure, mirrors
from mentorapp.operations.intention import counts_all
from mentorapp.operations.outcome_facts import gather, people_of
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@counts_all
def count(tx: Transaction, goal: OfficeGoal, today: date) -> Counted | None:
    """By the goal's last day, or today while it runs; None when nobody knows.

    A figure that the owner typed goes before one that the program counts: the office may know of
    places that are in no register.
    """
    until = min(goal.to_date, today)
    if goal.typed_result is not None:
        base = goal.base if goal.measure is Measure.DIVERSE_EMPLOYEES else None
        return Counted(goal.typed_result, base, until)
    counter = _COUNTERS.get(goal.measure)
    return counter(tx, goal, until) if counter is not None else None


def _pairings_of(tx: Transaction, goal: OfficeGoal) -> list[Pairing]:
    wanted: dict[str, UUID] = {}
    if goal.scheme_id is not None:
        wanted["scheme_id"] = goal.scheme_id
    if goal.project_id is not None:
        wanted["project_id"] = goal.project_id
    return records.find(tx, Pairing, **wanted)


def _people_of_scheme(tx: Transaction, goal: OfficeGoal) -> set[UUID] | None:
    """Who was paired in the goal's scheme; None when it has none."""
    if goal.scheme_id is None:
        return None
    person_of = people_of(tx)
    return {
        person_of[one.newcomer_id]
        for one in records.find(tx, Pairing, scheme_id=goal.scheme_id)
        if one.newcomer_id in person_of
    }


def _pairings(tx: Transaction, goal: OfficeGoal, until: date) -> Counted:
    """Agreed in the period, whether they run on or not."""
    found = [one for one in _pairings_of(tx, goal) if goal.from_date <= one.agreed_on <= until]
    return Counted(len(found), None, until)


def _placements(tx: Transaction, goal: OfficeGoal, until: date) -> Counted:
    """Started in the period; with a scheme, those of people paired in it."""
    people = _people_of_scheme(tx, goal)
    found = [
        one
        for one in records.find(tx, Placement)
        if goal.from_date <= one.started_on <= until
        and goal.project_id in (None, one.project_id)
        and (people is None or one.person_id in people)
    ]
    return Counted(len(found), None, until)


def _places(tx: Transaction, _goal: OfficeGoal, until: date) -> Counted:
    """Offered at once on the last day counted, taken or not."""
    places = sum(
        one.places
        for one in records.find(tx, OfferedPlaces)
        if one.from_date <= until and (one.to_date is None or one.to_date >= until)
    )
    return Counted(places, None, until)


def _mentors(tx: Transaction, _goal: OfficeGoal, until: date) -> Counted:
    """Approved mentors who come from an organisation, as things are today, of the organisations
    that have mentors or an agreement in force: the mean is the result.
    """
    mentors = [
        one.organisation_id
        for one in records.find(tx, Mentor, status=MentorStatus.APPROVED)
        if one.organisation_id is not None
    ]
    agreed = {
        one.id
        for one in records.find(tx, Organisation)
        if one.agreement_from is not None
        and one.agreement_from <= until
        and (one.agreement_to is None or one.agreement_to >= until)
    }
    return Counted(len(mentors), len(agreed | set(mentors)), until)


def _first_meetings(tx: Transaction, goal: OfficeGoal, until: date) -> Counted:
    """Of pairings whose 30th day fell in the period, those that had met by then."""
    base = [
        one
        for one in _pairings_of(tx, goal)
        if goal.from_date <= one.agreed_on + FIRST_MEETING_WITHIN <= until
    ]
    first: dict[UUID, date] = {}
    for meeting in records.find(tx, Meeting, pairing_id=[one.id for one in base]):
        if meeting.counts:
            day = first.get(meeting.pairing_id, meeting.held_on)
            first[meeting.pairing_id] = min(day, meeting.held_on)
    met = sum(first.get(one.id, date.max) <= one.agreed_on + FIRST_MEETING_WITHIN for one in base)
    return Counted(met, len(base), until)


def _members(tx: Transaction, goal: OfficeGoal, until: date) -> Counted:
    """Persons who joined an association in the period, each once."""
    people = _people_of_scheme(tx, goal)
    joined = {
        one.person_id
        for one in records.find(tx, Introduction)
        if one.joined_on is not None
        and goal.from_date <= one.joined_on <= until
        and (people is None or one.person_id in people)
    }
    return Counted(len(joined), None, until)


def _guests(tx: Transaction, goal: OfficeGoal, until: date) -> Counted:
    """Who was present at events of the period; a guest of two events counts twice."""
    events = [
        one.id
        for one in records.find(tx, Event)
        if goal.from_date <= one.starts_at.date() <= until
        and one.cancelled_on is None
        and goal.project_id in (None, one.project_id)
    ]
    present = records.find(tx, Invitation, event_id=events, attendance=Attendance.PRESENT)
    return Counted(len(present), None, until)


def _in_work(tx: Transaction, goal: OfficeGoal, until: date) -> Counted:
    """Of all who ended a year before a day of the period, those known to be in work or education.

    Who was not asked or not found counts as not: the least that the share can be.
    """
    facts = gather(tx, until)
    point = OutcomePoint.YEAR_1
    due = {
        (one.person_id, one.scheme_id, one.exit_on)
        for one in facts.exits
        if goal.scheme_id in (None, one.scheme_id)
        and goal.from_date <= due_on(one.exit_on, point) <= until
    }
    known = [
        one
        for one in facts.answers
        if one.point is point
        and one.is_known
        and (one.person_id, one.scheme_id, one.exit_on) in due
    ]
    part = sum(counts(one, facts.office, Reading.WORK_OR_EDUCATION) for one in known)
    return Counted(part, len(due), until, len(known))


def _employees(tx: Transaction, _goal: OfficeGoal, until: date) -> Counted | None:
    """The last typed figures up to the year of the last day counted."""
    for mirror in mirrors(records.find(tx, BackgroundFigure), {}):
        if mirror.year <= until.year and mirror.employees is not None:
            return Counted(mirror.employees.part, mirror.employees.base, until)
    return None


_COUNTERS: dict[Measure, Callable[[Transaction, OfficeGoal, date], Counted | None]] = {
    Measure.PAIRINGS: _pairings,
    Measure.PLACEMENTS: _placements,
    Measure.PLACES: _places,
    Measure.MENTORS_PER_ORGANISATION: _mentors,
    Measure.FIRST_MEETING_SHARE: _first_meetings,
    Measure.ASSOCIATION_MEMBERS: _members,
    Measure.EVENT_GUESTS: _guests,
    Measure.IN_WORK_SHARE: _in_work,
    Measure.DIVERSE_EMPLOYEES: _employees,
}
