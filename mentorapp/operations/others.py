"""What of a text may be told to somebody: nobody else by name, and nothing of where they are."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from mentorapp.domain.accounts import Right
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.named_places import Places, without_places
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import ForbiddenPair, Proposal
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record
from mentorapp.domain.ties import Tie
from mentorapp.domain.whole_words import longest_first, without_words
from mentorapp.operations import free_text
from mentorapp.operations.intention import asking
from mentorapp.storage import records, scopes, shields
from mentorapp.storage.database import Transaction

R = TypeVar("R", bound=Record)

#: What is about a mentor and a newcomer.
TWO = (Pairing, Proposal, ForbiddenPair)


@dataclass(frozen=True, slots=True)
class Others:
    """``places`` are those that name a place for the protected among them; None without any."""

    names: tuple[str, ...]
    places: Places | None

    def nameless(self, text: str) -> str:
        """For what somebody tells of himself: a place in it is his own."""
        return without_words(text, self.names)

    def left_out(self, text: str) -> str:
        """For what was written about him."""
        bare = self.nameless(text)
        return bare if self.places is None else without_places(bare, self.places)


@asking(Right.WRITE)
@scopes.knowing_all
def others(tx: Transaction, person: Person) -> Others:
    """Everybody he has or had to do with, also who is deleted or is not there for the account that
    asks: a text outlives whom it names.
    """
    ids = _others_of(tx, person)
    own = set(_names(person))
    names = {name for one in _all(tx, Person, id=ids) for name in _names(one)}
    levels = protections(tx, ids)
    guarded = {one for one in ids if levels.get(one, Protection.NONE) is not Protection.NONE}
    return Others(
        tuple(longest_first(names - own)), free_text.places(tx, guarded) if guarded else None
    )


def halves(record: Record) -> Iterator[UUID]:
    """The two roles of a pair, of a proposal, of two who are kept apart."""
    if isinstance(record, (Pairing, Proposal, ForbiddenPair)):
        yield from (record.mentor_id, record.newcomer_id)


def owners(tx: Transaction, roles: Collection[UUID]) -> dict[UUID, UUID]:
    """The person of each role, also of a deleted one."""
    found: list[Mentor | Newcomer] = [*_all(tx, Mentor, id=roles), *_all(tx, Newcomer, id=roles)]
    return {one.id: one.person_id for one in found}


def protections(tx: Transaction, person_ids: Collection[UUID]) -> Mapping[UUID, Protection]:
    """How protected they are, also who is deleted."""
    deleted = records.find_hidden(tx, Person, id=person_ids)
    return {**{one.id: one.protection for one in deleted}, **shields.protections(tx)}


def _all(tx: Transaction, kind: type[R], /, **equal: Any) -> list[R]:  # noqa: ANN401 - as in find
    return [*records.find(tx, kind, **equal), *records.find_hidden(tx, kind, **equal)]


def _others_of(tx: Transaction, person: Person) -> set[UUID]:
    """Everybody whom he was ever paired with, proposed to, kept apart from, is tied to or lives
    with.
    """
    roles = [one.id for kind in (Mentor, Newcomer) for one in _all(tx, kind, person_id=person.id)]
    beside = {
        half
        for kind in TWO
        for name in ("mentor_id", "newcomer_id")
        for one in _all(tx, kind, **{name: roles})
        for half in halves(one)
    }
    found = set(owners(tx, beside).values())
    for tie in (
        *_all(tx, Tie, person_id=person.id),
        *_all(tx, Tie, other_id=person.id),
    ):
        found |= {tie.person_id, tie.other_id}
    if person.household_id is not None:
        found |= {one.id for one in _all(tx, Person, household_id=person.household_id)}
    return found - {person.id}


def _names(person: Person) -> tuple[str, ...]:
    preferred = f"{person.preferred_name} {person.family_name}" if person.preferred_name else ""
    return (
        person.name,
        person.native_name,
        person.given_name,
        person.family_name,
        person.preferred_name,
        preferred.strip(),
    )
