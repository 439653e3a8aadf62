"""Two offices that trust each other, and people who agreed to be told of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from mentorapp.domain.consents import ConsentPurpose
from mentorapp.domain.waiting_lists import Neighbour, SharedList
from mentorapp.operations import (
    Database,
    Transaction,
    list_matching,
    list_offers,
    neighbours,
    offices,
    people,
    received_lists,
    waiting_lists,
)
from mentorapp.storage import records
from tests.factories import TODAY, a_consent
from tests.mentorapp.operations.registering import mentor, newcomer


@dataclass(frozen=True, slots=True)
class Offices:
    """``ours`` sends lists, ``theirs`` reads them; each trusts the other."""

    ours: Database
    theirs: Database


@contextmanager
def two_offices(folder: Path) -> Iterator[Offices]:
    """Made anew in the folder."""
    ours = offices.open_office(folder / "ours.db")
    theirs = offices.open_office(folder / "theirs.db")
    try:
        for one, name in ((ours, "Fjordvik"), (theirs, "Sundnes")):
            with one.write("mona") as tx:
                named = replace(
                    offices.read(tx), name=name, municipality=f"{name} kommune", postal_code="8003"
                )
                offices.save(tx, named)
        introduce(ours, theirs)
        introduce(theirs, ours)
        yield Offices(ours, theirs)
    finally:
        ours.close()
        theirs.close()


def introduce(one: Database, other: Database) -> None:
    """``one`` trusts ``other`` from now on."""
    with other.write("mona") as tx:
        key, name = neighbours.own_key(tx, TODAY).public_key, offices.read(tx).name
    with one.write("mona") as tx:
        neighbours.trust(tx, Neighbour(name=name, public_key=key, trusted_on=TODAY))


def agreeing(tx: Transaction, person_id: UUID, **changes: Any) -> None:
    """Note that other offices may be told."""
    consent = {"purpose": ConsentPurpose.OTHER_OFFICES, "given_on": TODAY, **changes}
    records.add(tx, a_consent(person_id=person_id, **consent))


def a_waiting(tx: Transaction, name: str = "Sahra Guled", **changes: Any) -> UUID:
    """A newcomer who agreed; the id of the person."""
    person = people.save(tx, newcomer(name, **changes), TODAY).person
    agreeing(tx, person.id)
    return person.id


def a_free_mentor(tx: Transaction, name: str = "Marit Bekkelund", **changes: Any) -> UUID:
    """A mentor who agreed; the id of the role."""
    saved = people.save(tx, mentor(name, **changes), TODAY)
    agreeing(tx, saved.person.id)
    assert saved.mentor is not None
    return saved.mentor.id


def sent(both: Offices, count: int = 1) -> bytes:
    """A list of so many newcomers for the neighbour."""
    with both.ours.write("mona") as tx:
        for at in range(count):
            a_waiting(tx, f"Nykommer {at}", interests=frozenset({"football"}))
        to = neighbours.find(tx, "Sundnes")
        return waiting_lists.send(tx, TODAY, to=to).data


def kept(database: Database, data: bytes) -> SharedList:
    """The list as it was read."""
    with database.write("mona") as tx:
        return received_lists.read_list(tx, data, TODAY)


def answered(both: Offices, count: int = 1) -> bytes:
    """The neighbour's answer with a mentor for the first line."""
    shared = kept(both.theirs, sent(both, count))
    with both.theirs.write("jon") as tx:
        a_free_mentor(tx)
        found = list_matching.match(tx, shared.id, TODAY)
        list_offers.offer_suggested(tx, found.suggestions[:1], TODAY)
        return list_offers.answer(tx, shared.id, TODAY).data
