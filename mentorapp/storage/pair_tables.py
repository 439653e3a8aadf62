"""The tables of schemes and pairs, from the run that proposes to the letters; see ``tables``."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Named, Table, Text

from mentorapp.domain import (
    letters,
    meetings,
    pairing_runs,
    pairings,
    proposals,
    protection,
    schemes,
    ties,
)
from mentorapp.storage.columns import Choice, Moment, Numbers, Reasons, Texts, Tokens
from mentorapp.storage.metadata import RecordColumns, metadata


class _Schemes(RecordColumns):
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
    parts: Named[Any] = Column(Tokens(schemes.SchemePart), nullable=False)
    letter_set: Named[str]
    active: Named[bool]
    yellow_days: Named[int | None]
    red_days: Named[int | None]


class _PairingRuns(RecordColumns):
    number: Named[int] = Column(unique=True)
    scheme_id: Named[UUID] = Column(ForeignKey("schemes.id"))
    held_at: Named[datetime] = Column(Moment(), nullable=False)
    held_by: Named[str]
    goal: Named[Any] = Column(Choice(pairing_runs.Goal), nullable=False)
    weights: Named[Any] = Column(Texts(), nullable=False)
    pairs: Named[int]
    left_over: Named[int]
    total: Named[int]
    worst: Named[int]
    certified: Named[bool]
    engine: Named[str]
    milliseconds: Named[Any] = Column(Numbers(), nullable=False)


class _PairingRunDetails(RecordColumns):
    run_id: Named[UUID] = Column(ForeignKey("pairing_runs.id"), unique=True)
    outcome: Named[str] = Column(Text())


class _Proposals(RecordColumns):
    scheme_id: Named[UUID] = Column(ForeignKey("schemes.id"))
    run_id: Named[UUID | None] = Column(ForeignKey("pairing_runs.id"), index=True)
    mentor_id: Named[UUID] = Column(ForeignKey("mentors.id"), index=True)
    newcomer_id: Named[UUID] = Column(ForeignKey("newcomers.id"), index=True)
    status: Named[Any] = Column(Choice(proposals.ProposalStatus), nullable=False)
    score: Named[int]
    reasons: Named[Any] = Column(Reasons(), nullable=False)
    points: Named[Any] = Column(Numbers(), nullable=False)
    weights: Named[Any] = Column(Texts(), nullable=False)
    locked: Named[bool]
    by_hand: Named[bool]
    proposed_on: Named[date]
    decided_on: Named[date | None]
    decided_by: Named[Any] = Column(Choice(proposals.DecidedBy), nullable=True)
    decision_reason: Named[str] = Column(Text())


class _ForbiddenPairs(RecordColumns):
    mentor_id: Named[UUID] = Column(ForeignKey("mentors.id"))
    newcomer_id: Named[UUID] = Column(ForeignKey("newcomers.id"))
    reason: Named[str] = Column(Text())
    forbidden_on: Named[date]


class _Ties(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    other_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    kind: Named[Any] = Column(Choice(ties.TieKind), nullable=False)


class _Pairings(RecordColumns):
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
    points: Named[Any] = Column(Numbers(), nullable=False)
    weights: Named[Any] = Column(Texts(), nullable=False)
    mentor_side: Named[Any] = Column(Choice(pairings.Side), nullable=False)
    newcomer_side: Named[Any] = Column(Choice(pairings.Side), nullable=False)
    project_id: Named[UUID | None] = Column(ForeignKey("projects.id"), index=True)
    notes: Named[str] = Column(Text())


class _Responsibilities(RecordColumns):
    pairing_id: Named[UUID] = Column(ForeignKey("pairings.id"), index=True)
    coordinator: Named[str]
    from_date: Named[date]
    to_date: Named[date | None]
    stand_in: Named[str]


class _Meetings(RecordColumns):
    pairing_id: Named[UUID] = Column(ForeignKey("pairings.id"), index=True)
    held_on: Named[date]
    minutes: Named[int]
    form: Named[Any] = Column(Choice(meetings.MeetingForm), nullable=False)
    place: Named[str]
    notes: Named[str] = Column(Text())
    next_on: Named[date | None]
    logged_by: Named[str]
    slip: Named[str]


class _FollowUps(RecordColumns):
    pairing_id: Named[UUID] = Column(ForeignKey("pairings.id"), index=True)
    due: Named[date]
    kind: Named[Any] = Column(Choice(schemes.FollowUpKind), nullable=False)
    done_on: Named[date | None]
    done_by: Named[str]
    note: Named[str] = Column(Text())


class _LettersIssued(RecordColumns):
    kind: Named[Any] = Column(Choice(letters.LetterKind), nullable=False)
    person_id: Named[UUID | None] = Column(ForeignKey("people.id"), index=True)
    pairing_id: Named[UUID | None] = Column(ForeignKey("pairings.id"), index=True)
    organisation_id: Named[UUID | None] = Column(ForeignKey("organisations.id"), index=True)
    language: Named[str]
    issued_at: Named[datetime] = Column(Moment(), nullable=False)
    issued_by: Named[str]
    text: Named[str] = Column(Text())
    batch: Named[int]
    failed_on: Named[date | None]
    protection: Named[Any] = Column(Choice(protection.Protection), nullable=False)


schemes_table = Table("schemes", metadata, _Schemes)
pairing_runs_table = Table("pairing_runs", metadata, _PairingRuns)
pairing_run_details_table = Table("pairing_run_details", metadata, _PairingRunDetails)
proposals_table = Table("proposals", metadata, _Proposals)
forbidden_pairs_table = Table("forbidden_pairs", metadata, _ForbiddenPairs)
ties_table = Table("ties", metadata, _Ties)
pairings_table = Table("pairings", metadata, _Pairings)
responsibilities_table = Table("responsibilities", metadata, _Responsibilities)
meetings_table = Table("meetings", metadata, _Meetings)
follow_ups_table = Table("follow_ups", metadata, _FollowUps)
letters_issued_table = Table("letters_issued", metadata, _LettersIssued)

Index("ix_meetings_pairing_held", meetings_table.c.pairing_id, meetings_table.c.held_on)
