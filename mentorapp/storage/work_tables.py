"""The tables of projects, placements, places, competences, demands and plans; see ``tables``."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Named, Table, Text

from mentorapp.domain import capacity, competences, demands, placements, plans, projects
from mentorapp.domain.languages import Level
from mentorapp.storage.columns import Choice, Tokens
from mentorapp.storage.metadata import RecordColumns, metadata


class _Projects(RecordColumns):
    name: Named[str]
    from_date: Named[date]
    to_date: Named[date | None]
    partners: Named[Any] = Column(Tokens(UUID), nullable=False)
    notes: Named[str] = Column(Text())


class _Placements(RecordColumns):
    number: Named[int] = Column(unique=True)
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    organisation_id: Named[UUID] = Column(ForeignKey("organisations.id"), index=True)
    kind: Named[Any] = Column(Choice(placements.PlacementKind), nullable=False)
    setting: Named[Any] = Column(Choice(placements.PlacementSetting), nullable=False)
    unit: Named[str]
    supervisor: Named[str]
    supervisor_phone: Named[str]
    started_on: Named[date]
    planned_end: Named[date]
    weekly_minutes: Named[int | None]
    days_per_week: Named[int | None]
    teaching: Named[str]
    agreement_signed_on: Named[date | None]
    midway_on: Named[date | None]
    midway_done_on: Named[date | None]
    midway_note: Named[str] = Column(Text())
    ended_on: Named[date | None]
    end: Named[Any] = Column(Choice(placements.PlacementEnd), nullable=True)
    end_note: Named[str] = Column(Text())
    learnt: Named[str] = Column(Text())
    practised: Named[str] = Column(Text())
    level_before: Named[Any] = Column(Choice(Level), nullable=True)
    level_after: Named[Any] = Column(Choice(Level), nullable=True)
    project_id: Named[UUID | None] = Column(ForeignKey("projects.id"))
    notes: Named[str] = Column(Text())


class _OfferedPlaces(RecordColumns):
    organisation_id: Named[UUID] = Column(ForeignKey("organisations.id"), index=True)
    kind: Named[Any] = Column(Choice(placements.PlacementKind), nullable=False)
    places: Named[int]
    from_date: Named[date]
    to_date: Named[date | None]
    notes: Named[str] = Column(Text())


class _CompetenceCards(RecordColumns):
    # Not unique: a card that was deleted is still there, and the person may get another.
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    education_field: Named[str]
    experience: Named[str] = Column(Text())
    skills: Named[Any] = Column(Tokens(ordered=True), nullable=False)
    licences: Named[Any] = Column(Tokens(ordered=True), nullable=False)
    certificates: Named[Any] = Column(Tokens(ordered=True), nullable=False)
    gaps: Named[Any] = Column(Tokens(competences.GapKind), nullable=False)
    needed_level: Named[Any] = Column(Choice(Level), nullable=True)
    gap_note: Named[str] = Column(Text())
    updated_on: Named[date]


class _Demands(RecordColumns):
    organisation_id: Named[UUID] = Column(ForeignKey("organisations.id"), index=True)
    kind: Named[Any] = Column(Choice(demands.DemandKind), nullable=False)
    occupation_group: Named[str]
    occupation: Named[str]
    people: Named[int]
    level: Named[Any] = Column(Choice(Level), nullable=True)
    level_note: Named[str]
    skills: Named[Any] = Column(Tokens(ordered=True), nullable=False)
    licences: Named[Any] = Column(Tokens(ordered=True), nullable=False)
    certificates: Named[Any] = Column(Tokens(ordered=True), nullable=False)
    asked_on: Named[date]
    closed_on: Named[date | None]
    notes: Named[str] = Column(Text())


class _PlanGoals(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    kind: Named[Any] = Column(Choice(plans.PlanGoalKind), nullable=False)
    text: Named[str] = Column(Text())
    set_on: Named[date]
    due: Named[date | None]
    attainment: Named[int | None]
    attained_on: Named[date | None]
    closed_on: Named[date | None]
    notes: Named[str] = Column(Text())


class _PlanSteps(RecordColumns):
    goal_id: Named[UUID] = Column(ForeignKey("plan_goals.id"), index=True)
    text: Named[str] = Column(Text())
    owner: Named[Any] = Column(Choice(plans.StepOwner), nullable=False)
    owner_name: Named[str]
    due: Named[date | None]
    done_on: Named[date | None]


projects_table = Table("projects", metadata, _Projects)
placements_table = Table("placements", metadata, _Placements)
offered_places_table = Table("offered_places", metadata, _OfferedPlaces)
competence_cards_table = Table("competence_cards", metadata, _CompetenceCards)
demands_table = Table("demands", metadata, _Demands)
plan_goals_table = Table("plan_goals", metadata, _PlanGoals)
plan_steps_table = Table("plan_steps", metadata, _PlanSteps)

#: Which dataclass each table mirrors.
MIRRORS = {
    projects.Project: projects_table,
    placements.Placement: placements_table,
    capacity.OfferedPlaces: offered_places_table,
    competences.CompetenceCard: competence_cards_table,
    demands.Demand: demands_table,
    plans.PlanGoal: plan_goals_table,
    plans.PlanStep: plan_steps_table,
}
