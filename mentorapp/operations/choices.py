"""Whom one can choose from when pairing by hand."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.schemes import Scheme
from mentorapp.operations.candidates import wants
from mentorapp.operations.roles import people_behind
from mentorapp.operations.taking_part import those_taking_part
from mentorapp.storage import records, tallies
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody to choose when pairing by hand; ``free`` is how many a mentor can still take.

    ``since`` is the day the waiting began: a newcomer's registration, and a mentor's or, if it is
    later, the day on which a pairing of hers began or ended last.
    """

    role_id: UUID
    person_id: UUID
    number: int
    name: str
    status: MentorStatus | NewcomerStatus
    free: int = 0
    since: date | None = None


def choices(tx: Transaction, scheme_id: UUID) -> tuple[list[PersonChoice], list[PersonChoice]]:
    """Mentors and newcomers of the scheme who could be paired by hand."""
    scheme = records.get(tx, Scheme, scheme_id)
    running = tallies.running_by_mentor(tx)
    mentors = [
        one for one in records.find(tx, Mentor, status=MentorStatus.APPROVED) if wants(one, scheme)
    ]
    newcomers = those_taking_part(tx, records.find(tx, Newcomer), scheme)
    people = people_behind(tx, mentors, newcomers)

    paired = tallies.last_paired(tx)

    def choice(role: Mentor | Newcomer, free: int) -> PersonChoice:
        person = people[role.person_id]
        return PersonChoice(
            role_id=role.id,
            person_id=person.id,
            number=person.number,
            name=person.name,
            status=role.status,
            free=free,
            since=max(role.registered_on, paired.get(role.id, role.registered_on)),
        )

    return (
        [choice(one, one.capacity - running.get(one.id, 0)) for one in mentors],
        [choice(one, 0) for one in newcomers],
    )
