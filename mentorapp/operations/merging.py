"""Merging: two records of one person, or of one organisation, become one.

Everything that pointed to the second points to the first; the second goes to Deleted, from where it
all comes apart again.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_details import ContactDetails, without_where
from mentorapp.domain.free_text import without_named_places
from mentorapp.domain.households import Household
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.merging import (
    CannotMerge,
    Counts,
    Differing,
    MergeObstacle,
    NoSuchField,
    differing,
    taken,
)
from mentorapp.domain.named_places import Places
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.projects import Project
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.records import Record
from mentorapp.operations import free_text, hiding, organisations, people
from mentorapp.operations.intention import intention
from mentorapp.operations.merging_rules import check_can_be_one, drop_doubles, has_running
from mentorapp.operations.registrations import Registration
from mentorapp.storage import purging, records, repointing, scopes, shields
from mentorapp.storage.database import Transaction

R = TypeVar("R", bound=Record)
#: What both may have one of, by the name that its fields go by.
_PARTS: tuple[tuple[str, type[Any]], ...] = (
    ("", ContactDetails),
    ("mentor", Mentor),
    ("newcomer", Newcomer),
    ("card", CompetenceCard),
)
_ROLES = ("mentor", "newcomer")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two people beside each other; ``level`` is the protection that both have then.

    ``names`` are of what fields point to.
    """

    first: Person
    second: Person
    level: Protection
    differing: tuple[Differing, ...]
    names: Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class OrganisationComparison:
    """Two organisations beside each other."""

    first: Organisation
    second: Organisation
    differing: tuple[Differing, ...]


def compare(tx: Transaction, first_id: UUID, second_id: UUID) -> Comparison:
    """In what two people differ. Raises CannotMerge and NotFound.

    Of what tells where somebody is nothing is shown when one of the two is strictly protected:
    nothing of it is kept.
    """
    first, second = records.get(tx, Person, first_id), records.get(tx, Person, second_id)
    check_can_be_one(tx, first_id, second_id)
    level = _level(tx, first_id, second_id)
    found = differing(first, second)
    for idea, kind in _PARTS:
        mine, theirs = _part(tx, kind, first_id), _part(tx, kind, second_id)
        if mine is None or theirs is None or _is_hidden(kind, level):
            continue
        found += [
            replace(one, counts=_of_role(tx, one, mine, theirs)) if idea in _ROLES else one
            for one in differing(mine, theirs, idea)
        ]
    return Comparison(first, second, level, tuple(found), _names(tx, found))


@intention
def merge(
    tx: Transaction,
    first_id: UUID,
    second_id: UUID,
    today: date,
    take: Mapping[str, Counts] | None = None,
) -> Registration:
    """Make the two one, who keeps the number of the first.

    ``take`` says whose field counts; what it does not name is as ``compare`` says, else the
    first's. The strictest protection counts. Raises CannotMerge, NoSuchField, and whatever saving
    the person raises.
    """
    compared = compare(tx, first_id, second_id)
    with scopes.whole(tx):  # what only others may see of the two goes over as well
        return _merge(tx, compared, take or {}, today)


def _merge(
    tx: Transaction, compared: Comparison, take: Mapping[str, Counts], today: date
) -> Registration:
    first_id, second_id = compared.first.id, compared.second.id
    chosen = _chosen(compared.differing, take)
    level = compared.level
    strict = level is Protection.STRICT
    named = _take_places_out(tx, compared, chosen) if strict else None
    parts: dict[type[Any], Any] = {
        kind: _merged(tx, kind, idea, compared, chosen) for idea, kind in _PARTS
    }
    first = records.get(tx, Person, first_id)
    person = replace(first, **taken(first, compared.second, chosen), protection=level)
    details = parts[ContactDetails] or ContactDetails(person_id=first_id)
    mentor, newcomer = parts[Mentor], parts[Newcomer]
    if named is not None:
        details = without_where(details)
        person = without_named_places(person, named)
        mentor = mentor and without_named_places(mentor, named)
        newcomer = newcomer and without_named_places(newcomer, named)
    drop_doubles(tx, first_id, second_id)
    repointing.repoint(tx, Person, second_id, first_id)
    records.remove(tx, records.get(tx, Person, second_id))
    saved = people.save(tx, Registration(person, details, mentor, newcomer), today)
    card: CompetenceCard | None = parts[CompetenceCard]
    if card is not None:
        records.amend(tx, card)
    return saved


def _take_places_out(tx: Transaction, compared: Comparison, chosen: Mapping[str, Counts]) -> Places:
    """Leave them out of all that is written about both, and about those they live with then.

    Gives the places, which nobody knows any more once the two are one.
    """
    tx.hides_places = True
    first, second = compared.first, compared.second
    home = replace(first, **taken(first, second, chosen)).household_id
    everyone = hiding.with_household(tx, [first.id, second.id], home)
    named = free_text.places(tx, everyone)
    hiding.take_out(tx, everyone, home, named)
    return named


def compare_organisations(
    tx: Transaction, first_id: UUID, second_id: UUID
) -> OrganisationComparison:
    """In what two organisations differ. Raises CannotMerge and NotFound."""
    first = records.get(tx, Organisation, first_id)
    second = records.get(tx, Organisation, second_id)
    if first_id == second_id:
        raise CannotMerge(MergeObstacle.SAME_RECORD)
    return OrganisationComparison(first, second, tuple(differing(first, second)))


@intention
def merge_organisations(
    tx: Transaction, first_id: UUID, second_id: UUID, take: Mapping[str, Counts] | None = None
) -> Organisation:
    """Make the two one, as ``merge`` does with people."""
    compared = compare_organisations(tx, first_id, second_id)
    chosen = _chosen(compared.differing, take or {})
    with scopes.whole(tx):
        repointing.repoint(tx, Organisation, second_id, first_id)
    for project in records.find(tx, Project):
        if second_id in project.partners:
            partners = project.partners - {second_id} | {first_id}
            records.amend(tx, replace(project, partners=partners))
    records.remove(tx, compared.second)
    first = compared.first
    return organisations.save(tx, replace(first, **taken(first, compared.second, chosen)))


def _chosen(found: Collection[Differing], take: Mapping[str, Counts]) -> dict[str, Counts]:
    names = {one.name for one in found}
    for name in take:
        if name not in names:
            raise NoSuchField(name, tuple(sorted(names)))
    usual = {one.name: one.counts or Counts.FIRST for one in found}
    return usual | dict(take)


def _merged(
    tx: Transaction,
    kind: type[Any],
    idea: str,
    compared: Comparison,
    chosen: Mapping[str, Counts],
) -> Record | None:
    """What both have one of: the first's with what was chosen, or the second's moved over."""
    mine: Any = _part(tx, kind, compared.first.id)
    theirs: Any = _part(tx, kind, compared.second.id)
    merged: Record | None = mine
    if theirs is None:
        return merged
    if mine is None:
        purging.make_room(tx, kind, compared.first.id)
        over: Record = records.amend(tx, replace(theirs, person_id=compared.first.id))
        return over
    if kind is ContactDetails and compared.level is Protection.STRICT:
        records.remove(tx, records.amend(tx, without_where(theirs)))
        return merged
    merged = replace(mine, **taken(mine, theirs, chosen, idea))
    if idea in _ROLES:
        repointing.repoint(tx, kind, theirs.id, mine.id)
    records.remove(tx, theirs)
    return merged


def _part(tx: Transaction, kind: type[R], person_id: UUID) -> R | None:
    found = records.find(tx, kind, person_id=person_id)
    return found[0] if found else None


def _of_role(
    tx: Transaction, one: Differing, mine: Mentor | Newcomer, theirs: Mentor | Newcomer
) -> Counts | None:
    """Whoever is in a pair has the status that counts, and who came earlier the day."""
    if one.name.endswith(".registered_on"):
        earlier = mine.registered_on <= theirs.registered_on
        return Counts.FIRST if earlier else Counts.SECOND
    if one.name.endswith(".status"):
        if has_running(tx, mine):
            return Counts.FIRST
        return Counts.SECOND if has_running(tx, theirs) else None
    return one.counts


def _level(tx: Transaction, *person_ids: UUID) -> Protection:
    levels = shields.protections(tx)
    own = [one.protection for one in records.find(tx, Person, id=person_ids)]
    return strictest([*own, *(levels.get(one, Protection.NONE) for one in person_ids)])


def _is_hidden(kind: type[Record], level: Protection) -> bool:
    return kind is ContactDetails and level is Protection.STRICT


def _names(tx: Transaction, found: Collection[Differing]) -> dict[UUID, str]:
    ids = {value for one in found for value in (one.first, one.second) if isinstance(value, UUID)}
    names: dict[UUID, str] = {}
    names |= {one.id: one.name for one in records.find(tx, Person, id=ids)}
    names |= {one.id: one.name for one in records.find(tx, Organisation, id=ids)}
    for home in records.find(tx, Household, id=ids):
        members = records.find(tx, Person, household_id=home.id)
        names[home.id] = ", ".join(one.name for one in members)
    return names
