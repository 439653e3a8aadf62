"""Households: who lives together, and the pairs in which all of them stand on a side."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from mentorapp.domain.consents import Consent, ConsentPurpose
from mentorapp.domain.household_errors import NoHousehold, SchemeWithoutHouseholds
from mentorapp.domain.households import ChildcareFigures, Household, check_household
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer
from mentorapp.domain.pairings import RUNNING, Pairing, Side
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Proposal
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme, SchemePart
from mentorapp.domain.statistics import Share
from mentorapp.operations import looks
from mentorapp.operations.handles import by_handle
from mentorapp.operations.intention import counts_all, intention
from mentorapp.operations.roles import people_behind
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A line of the list. The label of a protected household is empty, as in every export.

    ``members`` are ids and names; ``pairings`` ids and numbers of the pairs with the whole
    household on a side, those that run first.
    """

    id: UUID
    household: Household
    members: tuple[tuple[UUID, str], ...]
    protection: Protection
    pairings: tuple[tuple[UUID, int], ...]


def choices(tx: Transaction, own: UUID | None) -> list[Household]:
    """Every household, to choose from in the form of somebody who lives in ``own``.

    Another that is protected has its members' names for a label: its own may tell a place.
    """
    hidden = {
        row.id: row for row in rows(tx) if row.protection is not Protection.NONE and row.id != own
    }
    return [
        replace(one, label=", ".join(name for _, name in hidden[one.id].members))
        if one.id in hidden
        else one
        for one in records.find(tx, Household)
    ]


def rows(tx: Transaction) -> list[HouseholdRow]:
    """Every household somebody lives in, by label; the protected last."""
    people = records.find(tx, Person, anonymised_on=None)
    levels = shields.protections(tx)
    looks.listed(tx, "households.rows", [one.id for one in people if one.household_id])
    members: dict[UUID, list[Person]] = defaultdict(list)
    for person in people:
        if person.household_id is not None:
            members[person.household_id].append(person)
    pairs = _pairs_of_households(tx, records.by_id(people))
    found = []
    for one in records.find(tx, Household):
        at_home = sorted(members[one.id], key=lambda person: person.number)
        if not at_home:
            continue
        level = levels.get(at_home[0].id, Protection.NONE)
        found.append(
            HouseholdRow(
                id=one.id,
                household=one if level is Protection.NONE else replace(one, label=""),
                members=tuple((person.id, person.name) for person in at_home),
                protection=level,
                pairings=tuple(
                    (pairing.id, pairing.number)
                    for pairing in sorted(
                        pairs.get(one.id, ()), key=lambda one: (not one.is_running, one.number)
                    )
                ),
            )
        )
    return sorted(
        found, key=lambda row: (not row.household.label, row.household.label.casefold(), row.id)
    )


def find(tx: Transaction, text: str) -> Household:
    """The household with this handle."""
    return by_handle(records.find(tx, Household), Household, text)


@intention
def save(tx: Transaction, household: Household) -> Household:
    """Add a new household or change one."""
    check_household(household)
    if records.find(tx, Household, id=household.id):
        return records.amend(tx, household)
    return records.add(tx, household)


@intention
def set_sides(tx: Transaction, pairing_id: UUID, mentor_side: Side, newcomer_side: Side) -> Pairing:
    """Say who stands on each side of a pair: the person, or all who live with the person.

    Raises SchemeWithoutHouseholds where the scheme pairs persons alone, and NoHousehold for
    somebody of whom no household is known.
    """
    pairing = records.get(tx, Pairing, pairing_id)
    sides = {
        Mentor: (pairing.mentor_id, mentor_side),
        Newcomer: (pairing.newcomer_id, newcomer_side),
    }
    if Side.HOUSEHOLD in (mentor_side, newcomer_side):
        scheme = records.get(tx, Scheme, pairing.scheme_id)
        if SchemePart.HOUSEHOLDS not in scheme.parts:
            raise SchemeWithoutHouseholds
    for kind, (role_id, side) in sides.items():
        person = records.get(tx, Person, records.get(tx, kind, role_id).person_id)
        if side is Side.HOUSEHOLD and person.household_id is None:
            raise NoHousehold(person.name)
    return records.amend(tx, replace(pairing, mentor_side=mentor_side, newcomer_side=newcomer_side))


def may_stand(tx: Transaction, proposal: Proposal) -> tuple[bool, bool]:
    """Whose whole household a pair may be for: the mentor's, the newcomer's."""
    if not pairs_households(tx, proposal.scheme_id):
        return False, False
    mentor = records.get(tx, Mentor, proposal.mentor_id)
    newcomer = records.get(tx, Newcomer, proposal.newcomer_id)
    people = people_behind(tx, [mentor], [newcomer])
    homes = (people[one.person_id].household_id for one in (mentor, newcomer))
    has_mentor, has_newcomer = (home is not None for home in homes)
    return has_mentor, has_newcomer


def pairs_households(tx: Transaction, scheme_id: UUID) -> bool:
    """Whether a whole household may stand on a side of the scheme's pairs."""
    return SchemePart.HOUSEHOLDS in records.get(tx, Scheme, scheme_id).parts


def family_of(tx: Transaction, person: Person) -> tuple[str, ...]:
    """What the others who live with somebody are called, as far as the other half may know it.

    Of a protected household nobody, else those whom the office may tell the pair about.
    """
    if person.household_id is None:
        return ()
    if shields.protection_of(tx, person.id) is not Protection.NONE:
        return ()
    others = [
        one
        for one in records.find(tx, Person, household_id=person.household_id)
        if one.id != person.id
    ]
    told = {
        one.person_id
        for one in records.find(
            tx,
            Consent,
            person_id={one.id for one in others},
            purpose=ConsentPurpose.SHARE_WITH_PAIR,
            withdrawn_on=None,
        )
    }
    return tuple(one.called for one in sorted(others, key=lambda one: one.number) if one.id in told)


@counts_all
def childcare(tx: Transaction) -> ChildcareFigures:
    """Who needs childcare to be able to meet, as things stand."""
    needing = {one.id for one in records.find(tx, Household, childcare_needed=True)}
    home = {
        one.id: one.household_id
        for one in records.find(tx, Person, household_id=needing)
        if one.household_id
    }
    running = records.find(tx, Pairing, status=[status.value for status in RUNNING])
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in running}))
    paired = [newcomers[one.newcomer_id].person_id for one in running]
    waiting = [
        one.person_id
        for one in records.find(tx, Newcomer, status=[status.value for status in TO_BE_PAIRED])
    ]
    return ChildcareFigures(
        pairs=Share(sum(one in home for one in paired), len(paired)),
        waiting=Share(sum(one in home for one in waiting), len(waiting)),
        households=len({home[one] for one in (*paired, *waiting) if one in home}),
    )


def _pairs_of_households(
    tx: Transaction, people: Mapping[UUID, Person]
) -> Mapping[UUID, list[Pairing]]:
    """The pairs with a whole household on a side, by household."""
    pairings = [
        *records.find(tx, Pairing, mentor_side=Side.HOUSEHOLD),
        *records.find(tx, Pairing, newcomer_side=Side.HOUSEHOLD),
    ]
    mentors = records.by_id(records.find(tx, Mentor, id={one.mentor_id for one in pairings}))
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in pairings}))
    found: dict[UUID, list[Pairing]] = defaultdict(list)
    for pairing in records.by_id(pairings).values():
        for side, role in (
            (pairing.mentor_side, mentors[pairing.mentor_id]),
            (pairing.newcomer_side, newcomers[pairing.newcomer_id]),
        ):
            home = people[role.person_id].household_id
            if side is Side.HOUSEHOLD and home is not None:
                found[home].append(pairing)
    return found
