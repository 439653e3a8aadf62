"""An office in which Tesfay drove cranes and wishes to again, and Havna AS looks for somebody."""

from dataclasses import replace
from uuid import UUID

import pytest

from mentorapp.domain.competences import GapKind
from mentorapp.domain.demands import Demand
from mentorapp.domain.languages import Level
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.operations import competences, demands, organisations, people
from mentorapp.storage import records
from tests.ui.pairs_office import TODAY, PairsOffice


@pytest.fixture
def tesfay(pairs_office: PairsOffice) -> UUID:
    """The person's id."""
    with pairs_office.database.write("Test") as tx:
        role = records.get(tx, Newcomer, pairs_office.newcomers["Tesfay Haile"])
        file = people.read(tx, role.person_id, TODAY).registration
        wishes = replace(
            role, wished_occupation="kranfører", wished_occupation_group="crane_machine"
        )
        people.save(tx, replace(file, newcomer=wishes), TODAY)
        card = competences.row_of(tx, role.person_id).card
        filled = replace(
            card,
            skills=("<b>anhuking</b>",),
            needed_level=Level.C1,
            gaps=frozenset({GapKind.NETWORK}),
        )
        competences.save(tx, filled, TODAY)
        havna = organisations.save(tx, Organisation(name="Havna AS"))
        demands.save(
            tx,
            Demand(
                organisation_id=havna.id,
                occupation="kranfører",
                level=Level.C1,
                level_note="radio",
                asked_on=TODAY,
            ),
            TODAY,
        )
    return role.person_id
