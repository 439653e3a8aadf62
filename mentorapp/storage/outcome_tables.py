"""The tables of outcomes, goals, background figures and lists between offices; see ``tables``."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Named, Table, Text

from mentorapp.domain import goals, networks, outcomes, series, surroundings, waiting_lists
from mentorapp.storage.columns import Choice, Numbers
from mentorapp.storage.metadata import RecordColumns, metadata


class _Outcomes(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    scheme_id: Named[UUID] = Column(ForeignKey("schemes.id"))
    exit_on: Named[date]
    point: Named[Any] = Column(Choice(outcomes.OutcomePoint), nullable=False)
    status: Named[Any] = Column(Choice(outcomes.OutcomeStatus), nullable=False)
    weekly_minutes: Named[int | None]
    relevance: Named[Any] = Column(Choice(outcomes.Relevance), nullable=False)
    source: Named[Any] = Column(Choice(outcomes.OutcomeSource), nullable=False)
    asked_on: Named[date]
    note: Named[str] = Column(Text())


class _NetworkChecks(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    pairing_id: Named[UUID | None] = Column(ForeignKey("pairings.id"), index=True)
    stage: Named[Any] = Column(Choice(networks.NetworkStage), nullable=False)
    asked_on: Named[date]
    people_to_ask: Named[int | None]
    language_days: Named[int | None]
    note: Named[str] = Column(Text())


class _Series(RecordColumns):
    name: Named[str]
    kind: Named[Any] = Column(Choice(series.SeriesKind), nullable=False)
    definition: Named[str] = Column(Text())
    source: Named[str]
    per_mille: Named[Any] = Column(Numbers(), nullable=False)
    bases: Named[Any] = Column(Numbers(), nullable=False)


class _OfficeGoals(RecordColumns):
    title: Named[str]
    measure: Named[Any] = Column(Choice(goals.Measure), nullable=False)
    scheme_id: Named[UUID | None] = Column(ForeignKey("schemes.id"))
    project_id: Named[UUID | None] = Column(ForeignKey("projects.id"))
    unit: Named[Any] = Column(Choice(goals.GoalUnit), nullable=False)
    target: Named[int]
    base: Named[int | None]
    base_note: Named[str]
    stated: Named[str]
    from_date: Named[date]
    to_date: Named[date]
    owner: Named[str]
    typed_result: Named[int | None]
    result: Named[str] = Column(Text())


class _BackgroundFigures(RecordColumns):
    year: Named[int]
    kind: Named[Any] = Column(Choice(surroundings.BackgroundKind), nullable=False)
    value: Named[int]
    source: Named[str]
    definition: Named[str] = Column(Text())


class _OfficeKeys(RecordColumns):
    private_key: Named[str]
    public_key: Named[str]
    made_on: Named[date]


class _Neighbours(RecordColumns):
    name: Named[str]
    municipality: Named[str]
    public_key: Named[str]
    trusted_on: Named[date]


class _SharedLists(RecordColumns):
    code: Named[str]
    direction: Named[Any] = Column(Choice(waiting_lists.ListDirection), nullable=False)
    neighbour_id: Named[UUID | None] = Column(ForeignKey("neighbours.id"))
    made_on: Named[date]
    read_on: Named[date | None]
    answered_on: Named[date | None]


class _SharedEntries(RecordColumns):
    list_id: Named[UUID] = Column(ForeignKey("shared_lists.id"), index=True)
    code: Named[str]
    newcomer_id: Named[UUID | None] = Column(ForeignKey("newcomers.id"))
    mentor_id: Named[UUID | None] = Column(ForeignKey("mentors.id"))
    content: Named[str] = Column(Text())
    state: Named[Any] = Column(Choice(waiting_lists.EntryState), nullable=False)
    decided_on: Named[date | None]
    note: Named[str] = Column(Text())


outcomes_table = Table("outcomes", metadata, _Outcomes)
network_checks_table = Table("network_checks", metadata, _NetworkChecks)
series_table = Table("series", metadata, _Series)
office_goals_table = Table("office_goals", metadata, _OfficeGoals)
background_figures_table = Table("background_figures", metadata, _BackgroundFigures)
office_keys_table = Table("office_keys", metadata, _OfficeKeys)
neighbours_table = Table("neighbours", metadata, _Neighbours)
shared_lists_table = Table("shared_lists", metadata, _SharedLists)
shared_entries_table = Table("shared_entries", metadata, _SharedEntries)

#: Which dataclass each table mirrors.
MIRRORS = {
    outcomes.Outcome: outcomes_table,
    networks.NetworkCheck: network_checks_table,
    series.Series: series_table,
    goals.OfficeGoal: office_goals_table,
    surroundings.BackgroundFigure: background_figures_table,
    waiting_lists.OfficeKey: office_keys_table,
    waiting_lists.Neighbour: neighbours_table,
    waiting_lists.SharedList: shared_lists_table,
    waiting_lists.SharedEntry: shared_entries_table,
}
