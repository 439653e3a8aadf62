"""The tables of events, associations, driving, barriers, talks and contacts; see ``tables``."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Named, Table, Text

from mentorapp.domain import (
    associations,
    barriers,
    contact_points,
    events,
    interviews,
    practice_driving,
)
from mentorapp.storage.columns import Choice, Numbers, Texts, Tokens
from mentorapp.storage.metadata import RecordColumns, metadata


class _DrivingPractices(RecordColumns):
    pairing_id: Named[UUID] = Column(ForeignKey("pairings.id"), unique=True)
    car: Named[str]
    companion_licence_since: Named[date | None]
    permit_from: Named[date | None]
    permit_to: Named[date | None]
    theory_passed_on: Named[date | None]
    test_passed_on: Named[date | None]
    notes: Named[str] = Column(Text())


class _DrivingSessions(RecordColumns):
    meeting_id: Named[UUID] = Column(ForeignKey("meetings.id"), unique=True)
    kilometres: Named[int]
    conditions: Named[Any] = Column(Tokens(practice_driving.DrivingCondition), nullable=False)


class _DrivingRules(RecordColumns):
    country: Named[str]
    learner_age: Named[int | None]
    companion_age: Named[int | None]
    licence_years: Named[int | None]
    recommended_minutes: Named[int | None]
    permit_needed: Named[bool]
    permit_below_age: Named[int | None]
    source: Named[str]
    source_date: Named[date]
    notes: Named[str] = Column(Text())


class _Events(RecordColumns):
    number: Named[int] = Column(unique=True)
    name: Named[str]
    kind: Named[Any] = Column(Choice(events.EventKind), nullable=False)
    starts_at: Named[datetime]
    ends_at: Named[datetime | None]
    place: Named[str]
    seats: Named[int | None]
    organisation_id: Named[UUID | None] = Column(ForeignKey("organisations.id"), index=True)
    project_id: Named[UUID | None] = Column(ForeignKey("projects.id"))
    childcare: Named[bool]
    description: Named[str] = Column(Text())
    cancelled_on: Named[date | None]


class _Invitations(RecordColumns):
    event_id: Named[UUID] = Column(ForeignKey("events.id"), index=True)
    person_id: Named[UUID | None] = Column(ForeignKey("people.id"), index=True)
    guest: Named[str]
    service: Named[str]
    invited_on: Named[date]
    answer: Named[Any] = Column(Choice(events.Answer), nullable=False)
    answered_on: Named[date | None]
    attendance: Named[Any] = Column(Choice(events.Attendance), nullable=False)
    letter_on: Named[date | None]
    training_on: Named[date | None]


class _Activities(RecordColumns):
    organisation_id: Named[UUID] = Column(ForeignKey("organisations.id"), index=True)
    name: Named[str]
    interests: Named[Any] = Column(Tokens(), nullable=False)
    place: Named[str]
    postal_code: Named[str]
    country: Named[str]
    time: Named[str]
    price: Named[str]
    welcomes_beginners: Named[bool]
    contact: Named[str]
    contact_phone: Named[str]
    open: Named[bool]
    notes: Named[str] = Column(Text())


class _Introductions(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    activity_id: Named[UUID] = Column(ForeignKey("activities.id"), index=True)
    introduced_on: Named[date]
    introduced_by_id: Named[UUID | None] = Column(ForeignKey("people.id"))
    introduced_by: Named[str]
    first_visit_on: Named[date | None]
    joined_on: Named[date | None]
    member_on: Named[date | None]
    left_on: Named[date | None]
    notes: Named[str] = Column(Text())


class _BarrierChecks(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    checked_on: Named[date]
    barriers: Named[Any] = Column(Tokens(barriers.Barrier), nullable=False)


class _Interviews(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    pairing_id: Named[UUID | None] = Column(ForeignKey("pairings.id"), index=True)
    held_on: Named[date]
    held_by: Named[str]
    answers: Named[Any] = Column(Texts(), nullable=False)
    ratings: Named[Any] = Column(Numbers(), nullable=False)


class _Quotes(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    interview_id: Named[UUID | None] = Column(ForeignKey("interviews.id"))
    placement_id: Named[UUID | None] = Column(ForeignKey("placements.id"))
    text: Named[str] = Column(Text())
    said_on: Named[date]
    credit: Named[str]
    consent_on: Named[date | None]
    withdrawn_on: Named[date | None]


class _ContactPoints(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    role: Named[Any] = Column(Choice(contact_points.ContactRole), nullable=False)
    name: Named[str]
    service: Named[str]
    phone: Named[str]
    email: Named[str]
    tasks: Named[Any] = Column(Tokens(contact_points.ContactTask), nullable=False)
    since: Named[date]
    until: Named[date | None]
    stand_in: Named[str]
    stand_in_phone: Named[str]


driving_practices_table = Table("driving_practices", metadata, _DrivingPractices)
driving_sessions_table = Table("driving_sessions", metadata, _DrivingSessions)
driving_rules_table = Table("driving_rules", metadata, _DrivingRules)
events_table = Table("events", metadata, _Events)
invitations_table = Table("invitations", metadata, _Invitations)
activities_table = Table("activities", metadata, _Activities)
introductions_table = Table("introductions", metadata, _Introductions)
barrier_checks_table = Table("barrier_checks", metadata, _BarrierChecks)
interviews_table = Table("interviews", metadata, _Interviews)
quotes_table = Table("quotes", metadata, _Quotes)
contact_points_table = Table("contact_points", metadata, _ContactPoints)

#: Which dataclass each table mirrors.
MIRRORS = {
    practice_driving.DrivingPractice: driving_practices_table,
    practice_driving.DrivingSession: driving_sessions_table,
    practice_driving.DrivingRules: driving_rules_table,
    events.Event: events_table,
    events.Invitation: invitations_table,
    associations.Activity: activities_table,
    associations.Introduction: introductions_table,
    barriers.BarrierCheck: barrier_checks_table,
    interviews.Interview: interviews_table,
    interviews.Quote: quotes_table,
    contact_points.ContactPoint: contact_points_table,
}
