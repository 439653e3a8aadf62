"""Named projects: the tag on pairings, placements and events, and what can be told of each."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from mentorapp.domain.errors import NotFound, StillInUse
from mentorapp.domain.events import Event, Invitation
from mentorapp.domain.goals import OfficeGoal
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.office import Office
from mentorapp.domain.office_errors import NameTaken, NotUnique
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.placements import Placement
from mentorapp.domain.projects import (
    Project,
    ProjectFigures,
    Tagged,
    check_project,
    project_figures,
)
from mentorapp.domain.records import Record
from mentorapp.domain.text import folded
from mentorapp.operations import offices
from mentorapp.operations.handles import by_handle
from mentorapp.operations.intention import counts_all, intention
from mentorapp.storage import records, scopes
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

T = TypeVar("T", bound=Pairing | Placement | Event)

_NUMBERED: dict[str, tuple[type[Pairing | Placement | Event], NumberKind]] = {
    "5": (Placement, NumberKind.PLACEMENT),
    "6": (Event, NumberKind.EVENT),
}
_TAGGED: tuple[type[Record], ...] = (Pairing, Placement, Event, OfficeGoal)


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A line of the list; ``partners`` are names."""

    id: UUID
    project: Project
    partners: tuple[str, ...]
    pairings: int
    placements: int
    events: int


@dataclass(frozen=True, slots=True)
class ProjectReport:
    """What the page about a project is made of, free of the database."""

    office: Office
    row: ProjectRow
    figures: ProjectFigures
    printed_on: date


def rows(tx: Transaction) -> list[ProjectRow]:
    """Every project, the newest first."""
    names = {one.id: one.name for one in records.find(tx, Organisation)}
    pairings = Counter(one.project_id for one in records.find(tx, Pairing))
    placements = Counter(one.project_id for one in records.find(tx, Placement))
    events = Counter(one.project_id for one in records.find(tx, Event))
    found = [
        ProjectRow(
            id=one.id,
            project=one,
            partners=tuple(sorted(names[key] for key in one.partners if key in names)),
            pairings=pairings[one.id],
            placements=placements[one.id],
            events=events[one.id],
        )
        for one in records.find(tx, Project)
    ]
    return sorted(found, key=lambda row: (row.project.from_date, row.id), reverse=True)


def row(tx: Transaction, project_id: UUID) -> ProjectRow:
    """One line of the list; NotFound."""
    read(tx, project_id)
    return next(row for row in rows(tx) if row.id == project_id)


def choices(tx: Transaction) -> list[tuple[UUID, str]]:
    """Ids and names, to choose from, the newest first."""
    return [(row.id, row.project.name) for row in rows(tx)]


def name_of(tx: Transaction, project_id: UUID | None) -> str:
    """The project's name; empty for none."""
    return read(tx, project_id).name if project_id else ""


def read(tx: Transaction, project_id: UUID) -> Project:
    """One project; NotFound."""
    return records.get(tx, Project, project_id)


def find(tx: Transaction, text: str) -> Project:
    """The project with this handle or name; NotFound, or NotUnique when there are several."""
    every = records.find(tx, Project)
    named = [one for one in every if folded(one.name) == folded(text)]
    if len(named) > 1:
        raise NotUnique(text)
    return named[0] if named else by_handle(every, Project, text)


@intention
def save(tx: Transaction, project: Project) -> Project:
    """Add a new project or change one. Raises NameTaken."""
    check_project(project)
    for other in records.find(tx, Project):
        if other.id != project.id and folded(other.name) == folded(project.name):
            raise NameTaken(other.name)
    for partner in sorted(project.partners):
        records.get(tx, Organisation, partner)
    if records.find(tx, Project, id=project.id):
        return records.amend(tx, project)
    return records.add(tx, project)


@intention
def delete(tx: Transaction, project_id: UUID) -> Project:
    """Delete it unless something carries its tag (StillInUse). Returns what was."""
    for kind in _TAGGED:
        with scopes.whole(tx):
            tagged = records.find(tx, kind, project_id=project_id)
        if tagged:
            raise StillInUse("project", records.kind_of(kind), len(tagged))
    held = read(tx, project_id)
    records.remove(tx, held)
    return held


@intention
def restore(tx: Transaction, project: Project) -> None:
    """Undo ``delete``: hand in what it returned."""
    records.restore(tx, project)


@intention
def tag(tx: Transaction, tagged: T, project_id: UUID | None) -> T:
    """Put something under a project, or under none; also what is over."""
    if project_id is not None:
        read(tx, project_id)
    return records.amend(tx, replace(tagged, project_id=project_id))


def tag_pairing(tx: Transaction, pairing_id: UUID, project_id: UUID | None) -> Pairing:
    """The same for a pairing of which one knows the id."""
    return tag(tx, records.get(tx, Pairing, pairing_id), project_id)


def by_number(tx: Transaction, text: str) -> Pairing | Placement | Event:
    """What can be put under a project, by its number; NotFound or a misread number."""
    kind, of = _NUMBERED.get(text.strip()[:1], (Pairing, NumberKind.PAIRING))
    found = records.find(tx, kind, number=read_number(text, of))
    if not found:
        raise NotFound(records.kind_of(kind), text)
    return found[0]


@counts_all
def figures(tx: Transaction, project_id: UUID, today: date) -> ProjectFigures:
    """What carries the tag, counted up to today."""
    pairings = records.find(tx, Pairing, project_id=project_id)
    events = records.find(tx, Event, project_id=project_id)
    newcomers = records.find(tx, Newcomer, id={one.newcomer_id for one in pairings})
    tagged = Tagged(
        pairings=pairings,
        newcomers={one.id: one.person_id for one in newcomers},
        meetings=records.find(tx, Meeting, pairing_id={one.id for one in pairings}),
        placements=records.find(tx, Placement, project_id=project_id),
        events=events,
        invitations=records.find(tx, Invitation, event_id={one.id for one in events}),
    )
    return project_figures(tagged, today)


@counts_all
def report(tx: Transaction, project_id: UUID, today: date) -> ProjectReport:
    """All that the page about a project tells."""
    return ProjectReport(
        office=offices.read(tx),
        row=row(tx, project_id),
        figures=figures(tx, project_id, today),
        printed_on=today,
    )


def report_pdf(values: ProjectReport, words: Words) -> bytes:
    """The page as PDF; touches no database."""
    from mentorapp.reports.project import project_report

    project = values.row.project
    return project_report(
        project, values.row.partners, values.figures, values.office, words, values.printed_on
    )
