"""Every table, mirroring its dataclass column by column; a test compares the two.

A name that differs from its dataclass, or a column that is missing, would be a bug that only
shows with real data: hence the mirror and ``MIRRORS``, which tells what belongs to what.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, MetaData, Named, Table, Text, TypedColumns

from mentorapp.domain import (
    audit,
    consents,
    contact_details,
    follow_up,
    households,
    letters,
    meetings,
    mentors,
    newcomers,
    office,
    organisations,
    pairings,
    people,
    proposals,
    protection,
    schemes,
    statuses,
)
from mentorapp.domain.availability import Slot
from mentorapp.domain.languages import LetterLanguage, Spoken
from mentorapp.storage.columns import Choice, ContactPersons, Moment, Reasons, Texts, Tokens

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class _Record(TypedColumns):
    id: Named[UUID] = Column(primary_key=True)
    version: Named[int]
    deleted_at: Named[datetime | None] = Column(Moment())


class _Offices(_Record):
    name: Named[str]
    municipality: Named[str]
    address: Named[str]
    postal_code: Named[str]
    country: Named[str]
    phone: Named[str]
    email: Named[str]
    language: Named[str]
    letterhead: Named[str]
    coordinators: Named[Any] = Column(Tokens(ordered=True), nullable=False)
    signature: Named[str]
    yellow_days: Named[int]
    red_days: Named[int]
    first_meeting_days: Named[int]
    certificate_warning_days: Named[int]


class _Households(_Record):
    label: Named[str]
    child_bands: Named[Any] = Column(Tokens(households.ChildBand), nullable=False)
    childcare_needed: Named[bool]


class _Organisations(_Record):
    number: Named[int] = Column(unique=True)
    name: Named[str]
    kind: Named[Any] = Column(Choice(organisations.OrganisationKind), nullable=False)
    registration_number: Named[str]
    address: Named[str]
    postal_code: Named[str]
    country: Named[str]
    contact_persons: Named[Any] = Column(ContactPersons(), nullable=False)
    agreement_from: Named[date | None]
    agreement_to: Named[date | None]
    promised_mentors: Named[int]
    interests: Named[Any] = Column(Tokens(), nullable=False)
    occupations: Named[Any] = Column(Tokens(), nullable=False)
    notes: Named[str] = Column(Text())


class _People(_Record):
    number: Named[int] = Column(unique=True)
    given_name: Named[str]
    family_name: Named[str]
    preferred_name: Named[str]
    native_name: Named[str]
    birth_year: Named[int | None]
    gender: Named[Any] = Column(Choice(people.Gender), nullable=False)
    letter_language: Named[Any] = Column(Choice(LetterLanguage), nullable=False)
    languages: Named[Any] = Column(Tokens(Spoken.parse), nullable=False)
    interests: Named[Any] = Column(Tokens(), nullable=False)
    occupation_group: Named[str]
    occupation: Named[str]
    availability: Named[Any] = Column(Tokens(Slot.parse), nullable=False)
    transport: Named[Any] = Column(Tokens(people.Transport), nullable=False)
    shares: Named[Any] = Column(Tokens(contact_details.Share), nullable=False)
    protection: Named[Any] = Column(Choice(protection.Protection), nullable=False)
    household_id: Named[UUID | None] = Column(ForeignKey("households.id"), index=True)
    notes: Named[str] = Column(Text())


class _ContactDetails(_Record):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), unique=True)
    phone: Named[str] = Column(index=True)
    email: Named[str] = Column(index=True)
    address: Named[str]
    postal_code: Named[str]
    country: Named[str]


class _Mentors(_Record):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), unique=True)
    organisation_id: Named[UUID | None] = Column(ForeignKey("organisations.id"), index=True)
    schemes: Named[Any] = Column(Tokens(), nullable=False)
    capacity: Named[int]
    wish_gender: Named[Any] = Column(Choice(people.Gender), nullable=False)
    wish_age_bands: Named[Any] = Column(Tokens(people.AgeBand), nullable=False)
    max_distance_km: Named[int | None]
    motivation: Named[str] = Column(Text())
    certificate_seen_by: Named[str]
    certificate_seen_on: Named[date | None]
    certificate_valid_to: Named[date | None]
    confidentiality_signed_on: Named[date | None]
    training_done_on: Named[date | None]
    status: Named[Any] = Column(Choice(mentors.MentorStatus), nullable=False)
    registered_on: Named[date]


class _Newcomers(_Record):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), unique=True)
    schemes: Named[Any] = Column(Tokens(), nullable=False)
    wish_gender: Named[Any] = Column(Choice(people.Gender), nullable=False)
    wish_age_bands: Named[Any] = Column(Tokens(people.AgeBand), nullable=False)
    max_distance_km: Named[int | None]
    goal: Named[str] = Column(Text())
    education: Named[Any] = Column(Choice(newcomers.Education), nullable=False)
    earlier_occupation_group: Named[str]
    earlier_occupation: Named[str]
    wished_occupation_group: Named[str]
    wished_occupation: Named[str]
    needs_interpreter: Named[bool]
    interpreter_language: Named[str]
    employer_id: Named[UUID | None] = Column(ForeignKey("organisations.id"))
    case_officer_id: Named[UUID | None] = Column(ForeignKey("people.id"))
    referred_by: Named[str]
    contact_person: Named[str]
    registered_on: Named[date]
    status: Named[Any] = Column(Choice(newcomers.NewcomerStatus), nullable=False)


class _Consents(_Record):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    purpose: Named[Any] = Column(Choice(consents.ConsentPurpose), nullable=False)
    basis: Named[Any] = Column(Choice(consents.LegalBasis), nullable=False)
    given_on: Named[date]
    withdrawn_on: Named[date | None]


class _StatusChanges(_Record):
    subject: Named[str]
    subject_id: Named[UUID] = Column(index=True)
    status: Named[str]
    changed_on: Named[date]
    actor: Named[str]
    comment: Named[str]


class _Schemes(_Record):
    key: Named[str] = Column(unique=True)
    names: Named[Any] = Column(Texts(), nullable=False)
    mentor_titles: Named[Any] = Column(Texts(), nullable=False)
    newcomer_titles: Named[Any] = Column(Texts(), nullable=False)
    usual_months: Named[int]
    meetings_per_month: Named[int]
    follow_up_points: Named[Any] = Column(
        Tokens(schemes.FollowUpPoint.parse, ordered=True), nullable=False
    )
    weights: Named[Any] = Column(Texts(), nullable=False)
    requires_confidentiality: Named[bool]
    requires_training: Named[bool]
    letter_set: Named[str]
    active: Named[bool]


class _Proposals(_Record):
    scheme_id: Named[UUID] = Column(ForeignKey("schemes.id"))
    mentor_id: Named[UUID] = Column(ForeignKey("mentors.id"), index=True)
    newcomer_id: Named[UUID] = Column(ForeignKey("newcomers.id"), index=True)
    status: Named[Any] = Column(Choice(proposals.ProposalStatus), nullable=False)
    score: Named[int]
    reasons: Named[Any] = Column(Reasons(), nullable=False)
    weights: Named[Any] = Column(Texts(), nullable=False)
    locked: Named[bool]
    by_hand: Named[bool]
    proposed_on: Named[date]
    decided_on: Named[date | None]
    decided_by: Named[Any] = Column(Choice(proposals.DecidedBy), nullable=True)
    decision_reason: Named[str] = Column(Text())


class _ForbiddenPairs(_Record):
    mentor_id: Named[UUID] = Column(ForeignKey("mentors.id"))
    newcomer_id: Named[UUID] = Column(ForeignKey("newcomers.id"))
    reason: Named[str] = Column(Text())
    forbidden_on: Named[date]


class _Pairings(_Record):
    number: Named[int] = Column(unique=True)
    proposal_id: Named[UUID | None] = Column(ForeignKey("proposals.id"))
    scheme_id: Named[UUID] = Column(ForeignKey("schemes.id"))
    mentor_id: Named[UUID] = Column(ForeignKey("mentors.id"), index=True)
    newcomer_id: Named[UUID] = Column(ForeignKey("newcomers.id"), index=True)
    status: Named[Any] = Column(Choice(pairings.PairingStatus), nullable=False)
    agreed_on: Named[date]
    agreement_signed_on: Named[date | None]
    start_meeting_at: Named[datetime | None]
    start_meeting_place: Named[str]
    interpreter_ordered_on: Named[date | None]
    started_on: Named[date | None]
    planned_end: Named[date | None]
    ended_on: Named[date | None]
    end_reason: Named[Any] = Column(Choice(pairings.EndReason), nullable=True)
    end_initiator: Named[Any] = Column(Choice(pairings.Initiator), nullable=True)
    end_note: Named[str] = Column(Text())
    fit: Named[Any] = Column(Choice(pairings.Fit), nullable=False)
    score: Named[int]
    reasons: Named[Any] = Column(Reasons(), nullable=False)
    notes: Named[str] = Column(Text())


class _Responsibilities(_Record):
    pairing_id: Named[UUID] = Column(ForeignKey("pairings.id"), index=True)
    coordinator: Named[str]
    from_date: Named[date]
    to_date: Named[date | None]


class _Meetings(_Record):
    pairing_id: Named[UUID] = Column(ForeignKey("pairings.id"), index=True)
    held_on: Named[date]
    minutes: Named[int]
    form: Named[Any] = Column(Choice(meetings.MeetingForm), nullable=False)
    place: Named[str]
    notes: Named[str] = Column(Text())
    next_on: Named[date | None]
    logged_by: Named[str]
    slip: Named[str]


class _FollowUps(_Record):
    pairing_id: Named[UUID] = Column(ForeignKey("pairings.id"), index=True)
    due: Named[date]
    kind: Named[Any] = Column(Choice(schemes.FollowUpKind), nullable=False)
    done_on: Named[date | None]
    done_by: Named[str]
    note: Named[str] = Column(Text())


class _LettersIssued(_Record):
    kind: Named[Any] = Column(Choice(letters.LetterKind), nullable=False)
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    pairing_id: Named[UUID] = Column(ForeignKey("pairings.id"), index=True)
    language: Named[str]
    issued_at: Named[datetime] = Column(Moment(), nullable=False)
    issued_by: Named[str]
    text: Named[str] = Column(Text())


class _Audit(TypedColumns):
    id: Named[UUID] = Column(primary_key=True)
    at: Named[datetime] = Column(Moment(), nullable=False)
    actor: Named[str]
    operation: Named[str]
    record: Named[str]
    record_id: Named[UUID] = Column(index=True)
    change: Named[str]
    fields: Named[Any] = Column(Tokens(ordered=True), nullable=False)


class _Counters(TypedColumns):
    kind: Named[str] = Column(primary_key=True)
    last: Named[int]


offices_table = Table("offices", metadata, _Offices)
households_table = Table("households", metadata, _Households)
organisations_table = Table("organisations", metadata, _Organisations)
people_table = Table("people", metadata, _People)
contact_details_table = Table("contact_details", metadata, _ContactDetails)
mentors_table = Table("mentors", metadata, _Mentors)
newcomers_table = Table("newcomers", metadata, _Newcomers)
consents_table = Table("consents", metadata, _Consents)
status_changes_table = Table("status_changes", metadata, _StatusChanges)
schemes_table = Table("schemes", metadata, _Schemes)
proposals_table = Table("proposals", metadata, _Proposals)
forbidden_pairs_table = Table("forbidden_pairs", metadata, _ForbiddenPairs)
pairings_table = Table("pairings", metadata, _Pairings)
responsibilities_table = Table("responsibilities", metadata, _Responsibilities)
meetings_table = Table("meetings", metadata, _Meetings)
follow_ups_table = Table("follow_ups", metadata, _FollowUps)
letters_issued_table = Table("letters_issued", metadata, _LettersIssued)
audit_table = Table("audit", metadata, _Audit)
counters_table = Table("counters", metadata, _Counters)

Index("ix_meetings_pairing_held", meetings_table.c.pairing_id, meetings_table.c.held_on)

#: Which dataclass each table mirrors.
MIRRORS: Mapping[type[Any], Table] = {
    office.Office: offices_table,
    households.Household: households_table,
    organisations.Organisation: organisations_table,
    people.Person: people_table,
    contact_details.ContactDetails: contact_details_table,
    mentors.Mentor: mentors_table,
    newcomers.Newcomer: newcomers_table,
    consents.Consent: consents_table,
    statuses.StatusChange: status_changes_table,
    schemes.Scheme: schemes_table,
    proposals.Proposal: proposals_table,
    proposals.ForbiddenPair: forbidden_pairs_table,
    pairings.Pairing: pairings_table,
    pairings.Responsibility: responsibilities_table,
    meetings.Meeting: meetings_table,
    follow_up.FollowUp: follow_ups_table,
    letters.LetterIssued: letters_issued_table,
    audit.AuditEntry: audit_table,
}
