"""Placements as lists show them, and what a form has to choose from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.follow_up import Attention
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.placement_attention import placement_attention
from mentorapp.domain.placement_figures import PlacementFigures, placement_figures
from mentorapp.domain.placement_protection import tells_where, without_place
from mentorapp.domain.placements import (
    LengthWarning,
    Placement,
    PlacementStatus,
    began_on,
    days_to_first,
    length_warning,
)
from mentorapp.domain.projects import Project
from mentorapp.domain.protection import Protection, Purpose
from mentorapp.operations import capacity, looks
from mentorapp.operations.intention import counts_all
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """A line of a list. ``hidden``: the place may not be told, and nothing here tells it.

    ``placement`` holds what may be shown; ``organisation_id`` is None where it is hidden, so that
    no filter finds it. ``warning`` is about the whole time where it extends others, which began on
    ``since``.
    """

    placement: Placement
    person: str
    person_number: int
    organisation: str
    organisation_id: UUID | None
    project: str
    status: PlacementStatus
    warning: LengthWarning | None
    since: date
    hidden: bool

    @property
    def id(self) -> UUID:
        """The placement's."""
        return self.placement.id

    @property
    def number(self) -> int:
        """The placement's."""
        return self.placement.number


@dataclass(frozen=True, slots=True)
class PlacementChoices:
    """Whom and where a form can choose: ids with words that are each there once."""

    people: tuple[tuple[UUID, str], ...]
    organisations: tuple[tuple[UUID, str], ...]
    projects: tuple[tuple[UUID, str], ...]


def rows(tx: Transaction, today: date) -> list[PlacementRow]:
    """Every placement, the latest first; of protected people without the place."""
    return _rows(tx, records.find(tx, Placement), today, Purpose.LIST)


def of_person(tx: Transaction, person_id: UUID, today: date) -> list[PlacementRow]:
    """The placements of one person at his own file, where the coordinator may see the place.

    Not of a strictly confidential person: nothing is shown there either.
    """
    mine = records.find(tx, Placement, person_id=person_id)
    return _rows(tx, mine, today, Purpose.CARE)


def of_organisation(tx: Transaction, organisation_id: UUID, today: date) -> list[PlacementRow]:
    """Who is and was there; protected people are left out, as their line alone would tell."""
    here = records.find(tx, Placement, organisation_id=organisation_id)
    return [row for row in _rows(tx, here, today, Purpose.LIST) if not row.hidden]


def one_row(tx: Transaction, placement: Placement, today: date) -> PlacementRow:
    """One as a list shows it."""
    return _rows(tx, [placement], today, Purpose.LIST)[0]


def choices(tx: Transaction) -> PlacementChoices:
    """Newcomers who may be placed, organisations, and the projects there are."""
    levels = shields.protections(tx)
    newcomers = {one.person_id for one in records.find(tx, Newcomer)}
    people = [
        (one.id, f"{one.name} ({one.number})")
        for one in records.find(tx, Person, id=newcomers)
        if levels.get(one.id) is not Protection.STRICT
    ]
    organisations = [
        (one.id, f"{one.name} ({one.number})") for one in records.find(tx, Organisation)
    ]
    projects = [(one.id, one.name) for one in records.find(tx, Project)]
    return PlacementChoices(_sorted(people), _sorted(organisations), _sorted(projects))


def attention(tx: Transaction, today: date) -> list[Attention]:
    """What placements ask of the coordinator today."""
    open_ones = records.find(tx, Placement, ended_on=None)
    names = _names(tx, (one.person_id for one in open_ones))
    found = (placement_attention(one, names[one.person_id], today) for one in open_ones)
    return [one for one in found if one is not None]


def days_to_first_placement(tx: Transaction, today: date) -> dict[UUID, int]:
    """By person: days from the newcomer's registration to the first placement that has begun."""
    mine: dict[UUID, list[Placement]] = {}
    for one in records.find(tx, Placement):
        mine.setdefault(one.person_id, []).append(one)
    found = {}
    for newcomer in records.find(tx, Newcomer, person_id=mine):
        days = days_to_first(newcomer.registered_on, mine[newcomer.person_id], today)
        if days is not None:
            found[newcomer.person_id] = days
    return found


@counts_all
def figures(
    tx: Transaction, first: date, last: date, today: date, project_id: UUID | None = None
) -> PlacementFigures:
    """What a report tells of the days from ``first`` to ``last``, of one project if wanted.

    Places are the whole office's in any case: an organisation offers them to no project.
    """
    last = min(last, today)
    about = {} if project_id is None else {"project_id": project_id}
    sectors = {one.id: one.kind for one in records.find(tx, Organisation)}
    return placement_figures(
        records.find(tx, Placement, **about), capacity.places(tx, last), sectors, first, last
    )


def _rows(
    tx: Transaction, placements: list[Placement], today: date, purpose: Purpose
) -> list[PlacementRow]:
    levels = shields.protections(tx)
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in placements}))
    looks.listed(tx, "placements.rows", people)
    organisations = {one.id: one.name for one in records.find(tx, Organisation)}
    projects = {one.id: one.name for one in records.find(tx, Project)}
    before = _before(tx, placements)
    ordered = sorted(placements, key=lambda one: (one.started_on, one.number), reverse=True)
    found = []
    for one in ordered:
        hidden = not tells_where(levels.get(one.person_id, Protection.NONE), purpose)
        shown = without_place(one) if hidden else one
        since = began_on(one, before.get(one.person_id, ()))
        found.append(
            PlacementRow(
                placement=shown,
                person=people[one.person_id].name,
                person_number=people[one.person_id].number,
                organisation="" if hidden else organisations[one.organisation_id],
                organisation_id=None if hidden else one.organisation_id,
                project=projects.get(shown.project_id, "") if shown.project_id else "",
                status=one.status(today),
                warning=length_warning(one, since),
                since=since,
                hidden=hidden,
            )
        )
    return found


def _before(tx: Transaction, placements: list[Placement]) -> Mapping[UUID, list[Placement]]:
    """All placements of these people, which their extensions are looked up in."""
    people = {one.person_id for one in placements}
    every: dict[UUID, list[Placement]] = {}
    for one in records.find(tx, Placement, person_id=people):
        every.setdefault(one.person_id, []).append(one)
    return every


def _names(tx: Transaction, ids: Iterable[UUID]) -> dict[UUID, str]:
    return {one.id: one.name for one in records.find(tx, Person, id=set(ids))}


def _sorted(pairs: list[tuple[UUID, str]]) -> tuple[tuple[UUID, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: pair[1].casefold()))
