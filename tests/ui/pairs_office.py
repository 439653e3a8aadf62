"""A real office with people and a pair, and the window's real worker on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mentorapp.domain.availability import DayPart, Slot, Weekday
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.languages import Level, Spoken
from mentorapp.domain.meetings import Meeting, MeetingForm
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import (
    Database,
    Transaction,
    meetings,
    offices,
    pairing,
    pairings,
    people,
    schemes,
)
from mentorapp.operations.pairings import PairingFile
from mentorapp.storage import records
from mentorapp.words import Words
from tests.mentorapp.operations.registering import write_pairing_letters_alone
from ui.work import Worker

TODAY = date(2026, 11, 23)

_SLOTS = frozenset({Slot(Weekday.TUESDAY, DayPart.EVENING), Slot(Weekday.SUNDAY, DayPart.MORNING)})
MENTORS = ("Kari Nordmann", "Bjørn Håkonsen", "Åse Lærum", "Per Gjøvåg", "Signe Møller")
NEWCOMERS = (
    "Ali Hassan",
    "Oksana Шевченко",
    "<b>Amina</b> Yusuf",
    "محمد علي",
    "Hidden Person",
    "Careful Person",
    "Tesfay Haile",
)
_PROTECTED = {"Hidden Person": Protection.STRICT, "Careful Person": Protection.CONFIDENTIAL}


@dataclass(frozen=True, slots=True)
class PairsOffice:
    """Five mentors, seven newcomers and one running pair: Kari Nordmann and Ali Hassan."""

    database: Database
    buddy: Scheme
    mentors: dict[str, UUID]
    newcomers: dict[str, UUID]
    pair: Pairing

    def read(self, job: Callable[[Transaction], Any]) -> Any:
        with self.database.read() as tx:
            return job(tx)

    def file(self, pair: Pairing | None = None) -> PairingFile:
        with self.database.read() as tx:
            return pairings.read(tx, (pair or self.pair).id, TODAY)

    def pair_up(self, mentor: str, newcomer: str, day: date = TODAY) -> Pairing:
        with self.database.write("Test") as tx:
            return pairing.pair_by_hand(
                tx, self.buddy.id, self.mentors[mentor], self.newcomers[newcomer], day
            )

    def meet(self, pair: Pairing, day: date, **more: Any) -> Meeting:
        with self.database.write("Test") as tx:
            return meetings.log(tx, Meeting(pairing_id=pair.id, held_on=day, **more), TODAY)


def furnish(database: Database) -> PairsOffice:
    mentors, newcomers = {}, {}
    with database.write("Test") as tx:
        office = offices.read(tx)
        offices.save(tx, replace(office, coordinators=("Ingrid Sætre", "Mona Hjelm")))
        write_pairing_letters_alone(tx)
        buddy = schemes.find(tx, "buddy")
        for at, name in enumerate(MENTORS):
            mentors[name] = _mentor(tx, name, at)
        for at, name in enumerate(NEWCOMERS):
            newcomers[name] = _newcomer(tx, name, at)
        pair = pairing.pair_by_hand(
            tx, buddy.id, mentors["Kari Nordmann"], newcomers["Ali Hassan"], date(2026, 9, 1)
        )
    made = PairsOffice(database, buddy, mentors, newcomers, pair)
    made.meet(pair, date(2026, 9, 10))
    made.meet(pair, date(2026, 10, 10), form=MeetingForm.ACTIVITY, minutes=90, notes="<b>ski</b>")
    return made


def copied(made: PairsOffice, path: Path) -> Path:
    """A copy of an office that is closed, to be written in."""
    copyfile(made.database.path, path)
    return path


def as_new(office: PairsOffice) -> None:
    """The running pair was agreed today: its letters are still due."""
    with office.database.write("Test") as tx:
        records.amend(tx, replace(records.get(tx, Pairing, office.pair.id), agreed_on=TODAY))


def _person(name: str, at: int, protection: Protection = Protection.NONE) -> Person:
    given, _, family = name.partition(" ")
    interests = (frozenset({"hiking", "cooking"}), frozenset({"football", "cooking"}))
    return Person(
        given_name=given,
        family_name=family,
        birth_year=1980 + at,
        languages=frozenset({Spoken("no", Level.B1), Spoken("en", Level.B2)}),
        interests=interests[at % 2],
        availability=_SLOTS,
        protection=protection,
    )


def _details(person: Person) -> ContactDetails:
    hidden = person.protection is Protection.STRICT
    return ContactDetails(person_id=person.id, postal_code="" if hidden else "8200")


def _mentor(tx: Transaction, name: str, at: int) -> UUID:
    person = _person(name, at)
    mentor = Mentor(
        person_id=person.id,
        schemes=frozenset({"buddy"}),
        capacity=2,
        confidentiality_signed_on=date(2026, 1, 10),
        certificate_seen_by="Ingrid Sætre",
        certificate_seen_on=date(2026, 1, 10),
        status=MentorStatus.APPROVED,
        registered_on=date(2026, 1, 5),
    )
    people.save(tx, people.Registration(person, _details(person), mentor=mentor), TODAY)
    return mentor.id


def _newcomer(tx: Transaction, name: str, at: int) -> UUID:
    person = _person(name, at, _PROTECTED.get(name, Protection.NONE))
    newcomer = Newcomer(
        person_id=person.id,
        schemes=frozenset({"buddy"}),
        status=NewcomerStatus.WAITING,
        registered_on=date(2026, 8, 1) + timedelta(days=at * 2),
    )
    people.save(tx, people.Registration(person, _details(person), newcomer=newcomer), TODAY)
    return newcomer.id


def freed(qtbot: QtBot, dialog: QDialog) -> None:
    """Wait until a dialog that was closed is gone for good."""
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog), timeout=5000)


@pytest.fixture
def pairs_office(pairs_template: PairsOffice, tmp_path: Path) -> Iterator[PairsOffice]:
    database = offices.open_office(copied(pairs_template, tmp_path / "office.db"))
    yield replace(pairs_template, database=database)
    database.close()


@pytest.fixture
def worker(pairs_office: PairsOffice, qapp: QApplication) -> Iterator[Worker]:
    worker = Worker(pairs_office.database, "Ingrid Sætre")
    failures: list[BaseException] = []
    worker.failed.connect(failures.append)
    yield worker
    worker.close()
    for failure in failures:
        raise failure


@pytest.fixture
def english() -> Words:
    return Words("en")


@pytest.fixture
def settle(qtbot: QtBot, worker: Worker) -> Callable[[], None]:
    """Wait until everything asked of the worker was answered."""

    def settled() -> None:
        qtbot.waitUntil(lambda: not worker.working, timeout=5000)

    return settled
