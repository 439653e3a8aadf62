"""Finding the people whom a list of pairs or meetings means."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.imports import PersonReference
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.people import Person
from mentorapp.domain.text import folded
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Register:
    """Everybody by what a list may call him; ids are those of the role asked for."""

    mentors: dict[str, list[UUID]]
    newcomers: dict[str, list[UUID]]
    names: dict[UUID, str]

    @staticmethod
    def of(tx: Transaction) -> "Register":
        """Read once for a whole file."""
        people = records.by_id(records.find(tx, Person))
        emails = {one.person_id: one.email for one in records.find(tx, ContactDetails)}
        names: dict[UUID, str] = {}

        def index(roles: Iterable[Mentor | Newcomer]) -> dict[str, list[UUID]]:
            found: dict[str, list[UUID]] = {}
            for role in roles:
                person = people[role.person_id]
                names[role.id] = person.name
                called = {
                    str(person.number),
                    folded(emails.get(person.id, "")),
                    folded(person.name),
                    folded(f"{person.called} {person.family_name}"),
                }
                for key in called - {""}:
                    found.setdefault(key, []).append(role.id)
            return found

        return Register(index(records.find(tx, Mentor)), index(records.find(tx, Newcomer)), names)

    def mentor(self, meant: object) -> list[UUID]:
        """Mentors (role ids) who may be meant."""
        return self._find(self.mentors, meant)

    def newcomer(self, meant: object) -> list[UUID]:
        """Newcomers (role ids) who may be meant."""
        return self._find(self.newcomers, meant)

    @staticmethod
    def _find(index: dict[str, list[UUID]], meant: object) -> list[UUID]:
        if not isinstance(meant, PersonReference):
            return []
        if meant.number:
            return index.get(str(meant.number), [])
        return index.get(folded(meant.email or meant.name), [])


def said(meant: object) -> str:
    """How a list called somebody, for a sentence about the row."""
    if not isinstance(meant, PersonReference):
        return "?"
    return meant.name or meant.email or str(meant.number)
