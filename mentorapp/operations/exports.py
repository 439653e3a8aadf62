"""What a script or another program may be told of people.

Where a protected person is found is left out here, before anybody puts it into words: no contact
details, no employer, no name of the household, no case officer, whose office may be nearby, and
nothing that somebody wrote in words of his own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mentorapp.domain.consents import Consent
from mentorapp.domain.free_text import without_texts
from mentorapp.domain.households import Household
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.protection import Protection, Purpose
from mentorapp.domain.ties import Tie, TieKind
from mentorapp.operations import people
from mentorapp.operations.people import PersonSummary
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class PersonExport:
    """A person with what stands in tables of its own.

    ``organisation`` and ``employer`` are names, ``case_officer`` a person's number; each is None
    when there is none or it must not be told. The label of a protected household is empty.
    ``ties`` are numbers of people with what binds them; of the protected none is told, on either
    side.
    """

    summary: PersonSummary
    consents: tuple[Consent, ...]
    household: Household | None
    organisation: str | None
    employer: str | None
    case_officer: int | None
    ties: tuple[tuple[int, TieKind], ...] = ()


def export_people(tx: Transaction) -> list[PersonExport]:
    """Everybody by number."""
    everybody = people.all_people(tx, Purpose.EXPORT)
    numbers = {one.person.id: one.person.number for one in everybody}
    names = {one.id: one.name for one in records.find(tx, Organisation)}
    homes = records.by_id(records.find(tx, Household))
    ties = _ties(tx, everybody)
    consents: dict[object, list[Consent]] = {}
    for consent in records.find(tx, Consent):
        consents.setdefault(consent.person_id, []).append(consent)
    found = []
    for one in everybody:
        mentor, newcomer = one.mentor, one.newcomer
        hidden = one.protection is not Protection.NONE
        home = homes.get(one.person.household_id) if one.person.household_id else None
        employer = newcomer.employer_id if newcomer and not hidden else None
        officer = newcomer.case_officer_id if newcomer and not hidden else None
        organisation = mentor.organisation_id if mentor and not hidden else None
        agreed = consents.get(one.person.id, ())
        found.append(
            PersonExport(
                summary=_without_own_words(one) if hidden else one,
                consents=tuple(sorted(agreed, key=lambda c: (c.purpose, c.given_on))),
                household=replace(home, label="") if home and hidden else home,
                organisation=names.get(organisation) if organisation else None,
                employer=names.get(employer) if employer else None,
                case_officer=numbers.get(officer) if officer else None,
                ties=tuple(sorted(ties.get(one.person.id, ()))),
            )
        )
    return found


def _without_own_words(one: PersonSummary) -> PersonSummary:
    """Without what was written about somebody protected: it may name a place."""
    return replace(
        one,
        person=without_texts(one.person),
        mentor=one.mentor and without_texts(one.mentor),
        newcomer=one.newcomer and without_texts(one.newcomer),
    )


def _ties(
    tx: Transaction, everybody: Sequence[PersonSummary]
) -> Mapping[UUID, list[tuple[int, TieKind]]]:
    numbers = {
        one.person.id: one.person.number for one in everybody if one.protection is Protection.NONE
    }
    found: dict[UUID, list[tuple[int, TieKind]]] = {}
    for tie in records.find(tx, Tie):
        if tie.person_id in numbers and tie.other_id in numbers:
            for one, other in ((tie.person_id, tie.other_id), (tie.other_id, tie.person_id)):
                found.setdefault(one, []).append((numbers[other], tie.kind))
    return found
