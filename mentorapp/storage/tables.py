"""Every table, mirroring its dataclass column by column; a test compares the two.

A name that differs from its dataclass, or a column that is missing, would be a bug that only
shows with real data: hence the mirror and ``MIRRORS``, which tells what belongs to what.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Named, Table, Text, TypedColumns

from mentorapp.domain import (
    audit,
    consents,
    contact_details,
    envelopes,
    follow_up,
    households,
    letters,
    meetings,
    mentors,
    newcomers,
    office,
    organisations,
    pairing_runs,
    pairings,
    people,
    proposals,
    protection,
    schemes,
    statuses,
    ties,
)
from mentorapp.domain.availability import Slot
from mentorapp.domain.languages import LetterLanguage, Spoken
from mentorapp.storage import (
    belonging_tables,
    desk_tables,
    outcome_tables,
    paper_tables,
    retention_tables,
    work_tables,
)
from mentorapp.storage.audit_columns import AnyCode, AnyId, AnyMoment, AnyNames, AnyText
from mentorapp.storage.columns import Choice, ContactPersons, Numbers, Texts, Tokens
from mentorapp.storage.desk_tables import deletions_table
from mentorapp.storage.metadata import RecordColumns, metadata
from mentorapp.storage.pair_tables import (
    follow_ups_table,
    forbidden_pairs_table,
    letters_issued_table,
    meetings_table,
    pairing_run_details_table,
    pairing_runs_table,
    pairings_table,
    proposals_table,
    responsibilities_table,
    schemes_table,
    ties_table,
)

#: With all tables known, those of ``pair_tables`` too.
__all__ = [
    "MIRRORS",
    "audit_keys_table",
    "audit_table",
    "consents_table",
    "contact_details_table",
    "counters_table",
    "deletions_table",
    "households_table",
    "mentors_table",
    "metadata",
    "newcomers_table",
    "offices_table",
    "organisations_table",
    "people_table",
    "seal_keys_table",
    "seals_table",
    "status_changes_table",
]


class _Offices(RecordColumns):
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
    districts: Named[Any] = Column(Texts(), nullable=False)
    committee: Named[str]
    work_least_minutes: Named[int]
    subsidised_counts: Named[bool]
    is_example: Named[bool]
    letter_footer: Named[str]
    envelope: Named[Any] = Column(Choice(envelopes.Envelope), nullable=False)
    own_window: Named[Any] = Column(Numbers(), nullable=False)
    double_sided: Named[bool]
    least_shown: Named[int]
    letters_off: Named[Any] = Column(Tokens(), nullable=False)


class _Households(RecordColumns):
    label: Named[str]
    child_bands: Named[Any] = Column(Tokens(households.ChildBand), nullable=False)
    childcare_needed: Named[bool]
    near_school: Named[bool]


class _Organisations(RecordColumns):
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
    only_gender: Named[Any] = Column(Choice(people.Gender), nullable=False)
    only_age_bands: Named[Any] = Column(Tokens(people.AgeBand), nullable=False)
    only_own_occupations: Named[bool]
    low_threshold: Named[bool]
    notes: Named[str] = Column(Text())


class _People(RecordColumns):
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
    life_situation: Named[Any] = Column(Choice(people.LifeSituation), nullable=False)
    shares: Named[Any] = Column(Tokens(contact_details.Share), nullable=False)
    protection: Named[Any] = Column(Choice(protection.Protection), nullable=False)
    household_id: Named[UUID | None] = Column(ForeignKey("households.id"), index=True)
    notes: Named[str] = Column(Text())
    anonymised_on: Named[date | None]


class _ContactDetails(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), unique=True)
    phone: Named[str] = Column(index=True)
    email: Named[str] = Column(index=True)
    address: Named[str]
    postal_code: Named[str]
    country: Named[str]


class _Mentors(RecordColumns):
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


class _Newcomers(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), unique=True)
    schemes: Named[Any] = Column(Tokens(), nullable=False)
    wish_gender: Named[Any] = Column(Choice(people.Gender), nullable=False)
    wish_age_bands: Named[Any] = Column(Tokens(people.AgeBand), nullable=False)
    max_distance_km: Named[int | None]
    goal: Named[str] = Column(Text())
    education: Named[Any] = Column(Choice(newcomers.Education), nullable=False)
    residence_basis: Named[Any] = Column(Choice(newcomers.ResidenceBasis), nullable=False)
    arrived_year: Named[int | None]
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


class _Consents(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    purpose: Named[Any] = Column(Choice(consents.ConsentPurpose), nullable=False)
    basis: Named[Any] = Column(Choice(consents.LegalBasis), nullable=False)
    given_on: Named[date]
    withdrawn_on: Named[date | None]


class _StatusChanges(RecordColumns):
    subject: Named[str]
    subject_id: Named[UUID] = Column(index=True)
    status: Named[str]
    changed_on: Named[date]
    actor: Named[str]
    comment: Named[str]


class _Audit(TypedColumns):
    seq: Named[int] = Column(primary_key=True)
    at: Named[datetime] = Column(AnyMoment(), nullable=False)
    actor: Named[str] = Column(AnyText(), nullable=False)
    operation: Named[str] = Column(AnyText(), nullable=False)
    record: Named[str] = Column(AnyText(), nullable=False)
    record_id: Named[UUID] = Column(AnyId(), nullable=False, index=True)
    change: Named[str] = Column(AnyText(), nullable=False)
    fields: Named[Any] = Column(AnyNames(), nullable=False)
    mac: Named[bytes] = Column(AnyCode(), nullable=False)


class _AuditKeys(TypedColumns):
    id: Named[int] = Column(primary_key=True)
    key: Named[bytes]


class _Counters(TypedColumns):
    kind: Named[str] = Column(primary_key=True)
    last: Named[int]


class _Seals(TypedColumns):
    id: Named[UUID] = Column(ForeignKey("contact_details.id"), primary_key=True)
    sealed: Named[str] = Column(Text())


class _SealKeys(TypedColumns):
    public: Named[str] = Column(primary_key=True)


offices_table = Table("offices", metadata, _Offices)
households_table = Table("households", metadata, _Households)
organisations_table = Table("organisations", metadata, _Organisations)
people_table = Table("people", metadata, _People)
contact_details_table = Table("contact_details", metadata, _ContactDetails)
mentors_table = Table("mentors", metadata, _Mentors)
newcomers_table = Table("newcomers", metadata, _Newcomers)
consents_table = Table("consents", metadata, _Consents)
status_changes_table = Table("status_changes", metadata, _StatusChanges)
audit_table = Table("audit", metadata, _Audit)
audit_keys_table = Table("audit_keys", metadata, _AuditKeys)
counters_table = Table("counters", metadata, _Counters)
seals_table = Table("seals", metadata, _Seals)
seal_keys_table = Table("seal_keys", metadata, _SealKeys)

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
    pairing_runs.PairingRun: pairing_runs_table,
    pairing_runs.PairingRunDetails: pairing_run_details_table,
    proposals.Proposal: proposals_table,
    proposals.ForbiddenPair: forbidden_pairs_table,
    ties.Tie: ties_table,
    pairings.Pairing: pairings_table,
    pairings.Responsibility: responsibilities_table,
    meetings.Meeting: meetings_table,
    follow_up.FollowUp: follow_ups_table,
    letters.LetterIssued: letters_issued_table,
    audit.AuditEntry: audit_table,
    **work_tables.MIRRORS,
    **belonging_tables.MIRRORS,
    **outcome_tables.MIRRORS,
    **desk_tables.MIRRORS,
    **paper_tables.MIRRORS,
    **retention_tables.MIRRORS,
}
