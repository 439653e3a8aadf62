"""An office in which a shipyard offers two places, with one placement there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.goals import Measure, OfficeGoal
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.placements import Placement, PlacementKind
from mentorapp.operations import capacity, organisations, people, placements
from mentorapp.storage import records
from tests.ui.pairs_office import TODAY, PairsOffice, english, pairs_office, worker

__all__ = ["english", "pairs_office", "worker"]


@dataclass(frozen=True, slots=True)
class Yard:
    """The office and the id of the shipyard."""

    office: PairsOffice
    id: UUID


@pytest.fixture
def yard(pairs_office: PairsOffice) -> Yard:
    with pairs_office.database.write("Test") as tx:
        there = organisations.save(tx, Organisation(name="Fjordvik <b>Verft</b>"))
        capacity.save(
            tx,
            OfferedPlaces(
                organisation_id=there.id,
                kind=PlacementKind.WORK,
                places=2,
                from_date=date(2026, 1, 1),
            ),
        )
        for name in ("Ali Hassan", "Careful Person"):
            placements.register(
                tx,
                Placement(
                    person_id=people.search(tx, name)[0].id,
                    organisation_id=there.id,
                    started_on=date(2026, 9, 1),
                    planned_end=date(2027, 2, 28),
                ),
                TODAY,
            )
        goal = OfficeGoal(
            title="Praksisplasser",
            measure=Measure.PLACES,
            target=40,
            from_date=date(2026, 1, 1),
            to_date=date(2026, 12, 31),
        )
        records.add(tx, goal)
    return Yard(pairs_office, there.id)
