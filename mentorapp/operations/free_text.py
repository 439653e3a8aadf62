"""Free text about people with a protected address: what is refused, what is left out on paper."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, fields
from typing import TypeVar
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.free_text import FREE_TEXT, check_no_place, without_named_places
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.named_places import Places, phrase, phrases, streets, without_places
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.plans import PlanGoal
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.records import Record
from mentorapp.operations import offices
from mentorapp.operations.places import place_of
from mentorapp.reference.place_names import everyday_places, place_names, postal_codes
from mentorapp.storage import deletions, records, shields
from mentorapp.storage.database import Transaction

R = TypeVar("R", bound=Record)


def check(tx: Transaction, record: Record, *person_ids: UUID) -> None:
    """Raise InvalidField when a text of the record tells where a strictly confidential person is.

    ``person_ids`` are those whom the record is about, both halves where it is of a pair.
    """
    levels = shields.protections(tx)
    if strictest(levels.get(one, Protection.NONE) for one in person_ids) is Protection.STRICT:
        check_no_place(record, places(tx, person_ids))


def told(tx: Transaction, record: R, *person_ids: UUID) -> R:
    """The record as a paper tells it: without places when one of these people is protected."""
    if not shields.protections(tx).keys() & set(person_ids):
        return record
    return without_named_places(record, places(tx, person_ids))


def take_out(tx: Transaction, person_ids: Collection[UUID], named: Places) -> None:
    """Leave the places out of everything that was written about these people before.

    For the moment in which a protection becomes strictly confidential: what may not be stored from
    now on is not kept from before either, nor in what was deleted.
    """
    roles = [one.id for kind in (Mentor, Newcomer) for one in _all(tx, kind, person_id=person_ids)]
    pairs = {
        one.id
        for name in ("mentor_id", "newcomer_id")
        for one in _all(tx, Pairing, **{name: roles})
    }
    goals = [one.id for one in _all(tx, PlanGoal, person_id=person_ids)]
    keys: tuple[tuple[str, Collection[UUID]], ...] = (
        ("person_id", person_ids),
        ("pairing_id", pairs),
        ("goal_id", goals),
        ("subject_id", {*person_ids, *roles, *pairs}),
        ("id", {*person_ids, *pairs}),
    )
    told: set[UUID] = set()
    for kind in FREE_TEXT:
        names = {one.name for one in fields(kind)}
        # By all that leads there: what one half says of the pair may tell where the other half is.
        by = [(name, ids) for name, ids in keys if name in names and name != "id"] or keys[-1:]
        stored = _found(records.find, tx, kind, by)
        hidden = _found(records.find_hidden, tx, kind, by)
        records.amend_all(tx, [(one, without_named_places(one, named)) for one in stored])
        records.reword_hidden(tx, [(one, without_named_places(one, named)) for one in hidden])
        told |= {one.id for one in (*stored, *hidden)}
    deletions.forget_fields(tx, told, FREE_TEXT)


def _found(
    find: Callable[..., list[Record]],
    tx: Transaction,
    kind: type[Record],
    by: Iterable[tuple[str, Collection[UUID]]],
) -> list[Record]:
    every = [one for name, ids in by for one in find(tx, kind, **{name: ids})]
    return list({one.id: one for one in every}.values())


def _all(tx: Transaction, kind: type[R], **equal: Collection[UUID]) -> list[R]:
    return [*records.find(tx, kind, **equal), *records.find_hidden(tx, kind, **equal)]


def places(tx: Transaction, person_ids: Collection[UUID]) -> Places:
    """What names a place for these people.

    The places and municipalities of the country, the office's districts, every organisation (a
    school, a workplace), and what is stored of where they live.
    """
    office = offices.read(tx)
    homes: list[ContactDetails] = _all(tx, ContactDetails, person_id=person_ids)
    countries = {office.country, *(home.country for home in homes)}
    organisations = phrases(one.name for one in records.find(tx, Organisation))
    towns = frozenset[str]().union(*map(place_names, countries))
    own = phrases(
        name
        for home in homes
        for place in [place_of(home)]
        if place
        for name in (place.place, place.municipality)
    )
    short = {name for name in organisations if " " not in name}
    return Places(
        names=(towns - everyday_places())
        | (organisations - short)
        | (own - everyday_places())
        | {street for home in homes for street in streets(home.address)},
        everyday=towns & everyday_places(),
        written=phrases(office.districts) | short | (own & everyday_places()),
        codes=frozenset[str]().union(*map(postal_codes, countries)),
        own_codes=frozenset(phrase(home.postal_code) for home in homes) - {""},
    )


@dataclass(frozen=True, slots=True)
class Own:
    """What of a person may stand on a paper of his own.

    ``name`` is empty for somebody protected, who gets the paper by hand and may write it there.
    """

    name: str
    places: Places | None

    def text(self, text: str, *, of_people: bool = False) -> str:
        """The text as it is printed: of the protected without any place."""
        if self.places is None:
            return text
        return without_places(text, self.places, of_people=of_people)

    def texts(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """``text`` of each."""
        return tuple(map(self.text, texts))


def own_paper(tx: Transaction, person: Person) -> Own:
    """For the competence card, the plan and the contact card alike."""
    if shields.protection_of(tx, person.id) is Protection.NONE:
        return Own(person.name, None)
    return Own("", places(tx, [person.id]))
