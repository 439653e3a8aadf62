"""What a coordinator does all day, by the program's own operations, one transaction after another.

Each intention says which record it wrote and in which version, after it was committed.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from benchmarks.crowd import TODAY, mentors, newcomers
from benchmarks.made_offices import ACTOR
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.records import Record
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.operations import Database, Transaction, meetings, pairing, people, schemes
from mentorapp.operations.registrations import save_new
from mentorapp.storage import records
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.tables import MIRRORS

_PAIRS = 5
_FIRST_DAY = TODAY - timedelta(days=400)


def furnished(path: Path, keys: OfficeKeys | None) -> Path:
    """A new office with people and a few pairs, closed."""

    def furnish(tx: Transaction) -> None:
        tx.operation = "offices.open_office"
        records.add(tx, Office(name="Fjordvik", coordinators=("Ingrid Solbakken",)))
        records.add_all(tx, standard_schemes())

    database = open_database(path, keys=keys, furnish=furnish)
    try:
        with database.write(ACTOR) as tx:
            these, those = mentors(_PAIRS * 2), newcomers(_PAIRS * 2)
            save_new(tx, these, TODAY)
            save_new(tx, those, TODAY)
            scheme = schemes.all_schemes(tx)[0]
            pairs = zip(these[:_PAIRS], those[:_PAIRS], strict=True)
            for mentor, newcomer in pairs:
                if mentor.mentor and newcomer.newcomer:
                    pairing.pair_by_hand(
                        tx, scheme.id, mentor.mentor.id, newcomer.newcomer.id, _FIRST_DAY
                    )
    finally:
        database.close()
    return path


def intentions(database: Database, seed: int) -> Iterator[Callable[[], str]]:
    """Things to do without end. Each may be done again where it was refused, and tells what it
    wrote after its transaction was committed: the table, the record and its version.
    """
    rnd = random.Random(seed)
    with database.read() as tx:
        pairs = [one.id for one in records.find(tx, Pairing)]
        everybody = [one.id for one in records.find(tx, Person)]

    def do(intention: _Intention, pair: UUID) -> str:
        done = intention(database, rnd, pair, everybody)
        return f"{MIRRORS[type(done)].name} {done.id.hex} {done.version}"

    while True:
        yield partial(do, rnd.choice(_INTENTIONS), rnd.choice(pairs))


def committed(database: Database, seed: int) -> Iterator[str]:
    """The same, done."""
    return (intention() for intention in intentions(database, seed))


def _log_meeting(database: Database, rnd: random.Random, pair: UUID, _people: list[UUID]) -> Record:
    day = _FIRST_DAY + timedelta(days=rnd.randrange(1, 390))
    meeting = Meeting(pairing_id=pair, held_on=day, notes="x" * rnd.randrange(4000))
    with database.write(ACTOR) as tx:
        return meetings.log(tx, meeting, TODAY)


def _write_notes(
    database: Database, rnd: random.Random, _pair: UUID, everybody: list[UUID]
) -> Record:
    with database.write(ACTOR) as tx:
        found = people.registration(tx, rnd.choice(everybody))
        notes = "y" * rnd.randrange(1, 8000)
        changed = replace(found, person=replace(found.person, notes=notes))
        return people.save(tx, changed, TODAY).person


def _register(
    database: Database, rnd: random.Random, _pair: UUID, _everybody: list[UUID]
) -> Record:
    person = Person(given_name="Åse", family_name="Ny" * rnd.randrange(1, 20))
    details = ContactDetails(person_id=person.id, phone="+4791827364")
    role = Mentor(person_id=person.id, registered_on=TODAY)
    with database.write(ACTOR) as tx:
        return people.save(tx, people.Registration(person, details, role), TODAY).person


_Intention = Callable[[Database, random.Random, UUID, list[UUID]], Record]
#: Meetings are what is logged most.
_INTENTIONS: tuple[_Intention, ...] = (_log_meeting, _log_meeting, _write_notes, _register)
