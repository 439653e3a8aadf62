"""Small steps from roles to the people behind them."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.people import Person
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def person_ids(mentors: Iterable[Mentor], newcomers: Iterable[Newcomer]) -> set[UUID]:
    """Who holds these roles."""
    return {one.person_id for one in mentors} | {one.person_id for one in newcomers}


def people_behind(
    tx: Transaction, mentors: Collection[Mentor], newcomers: Collection[Newcomer]
) -> Mapping[UUID, Person]:
    """The people who hold these roles, by person id."""
    return records.by_id(records.find(tx, Person, id=person_ids(mentors, newcomers)))
