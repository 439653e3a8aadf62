"""Every operation, by everybody, about somebody of every level of protection."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from shutil import copyfile
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from mentorapp.domain.absences import Absence
from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import EVERYBODY, Account, Right, Role, Who
from mentorapp.domain.errors import Refused
from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.letters import LetterIssued, LetterKind
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.postponements import Postponement
from mentorapp.domain.practice_driving import DrivingRules
from mentorapp.domain.proposals import ForbiddenPair
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record
from mentorapp.domain.saved_views import SavedView
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.series import Series
from mentorapp.domain.shared_lines import Line
from mentorapp.domain.surroundings import BackgroundFigure, BackgroundKind
from mentorapp.domain.ties import Tie
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.domain.waiting_lists import ListDirection, Neighbour, SharedEntry, SharedList
from mentorapp.operations import Database, Transaction, offices
from mentorapp.operations.report_frame import Report
from mentorapp.operations.waiting_lists import content_of
from mentorapp.storage import records, stored_files
from mentorapp.storage.tables import metadata
from mentorapp.words import Words
from tests.factories import TODAY, a_proposal, offered_places
from tests.mentorapp.operations.every_operation import About, Operation, about, every_operation
from tests.protected_office import keep, write

COORDINATOR = Who("Kari", frozenset({Role.COORDINATOR}))
STRICT = replace(COORDINATOR, protected=Protection.STRICT)
#: Each with one for whom he is not there, by given name, and the names that he must not meet.
EVERY_ROLE = {
    "reader": (Who("Rita", frozenset({Role.READER})), "Oda"),
    "administrator": (Who("Arne", frozenset({Role.ADMINISTRATOR})), "Oda"),
    "protection officer": (Who("Dina", frozenset({Role.PROTECTION_OFFICER})), "Oda"),
    "closed": (Who("Bo", frozenset()), "Oda"),
    "coordinator, confidential": (COORDINATOR, "Hanna"),
    "coordinator, strict": (COORDINATOR, "Sanna"),
    "handler, strict": (replace(COORDINATOR, protected=Protection.CONFIDENTIAL), "Sanna"),
    "other scheme": (replace(STRICT, schemes=frozenset({"buddy"})), "Sanna"),
}
FAMILY = {"Hanna": "Skjult", "Sanna": "Streng", "Oda": "Open"}
MENTORS = ("Bekkelund", "Hestvika")
#: How an operation stops that is handed a record which its caller cannot have read.
STOPS = (KeyError, ValueError)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hanna is confidential, Sanna strictly so; a record of every kind is about each of them."""
    folder = tmp_path_factory.mktemp("matrix")
    path = folder / "office.db"
    offices.open_office(path).close()
    kept = keep(path, folder, "fortrolig")
    raised = "Fornavn;Etternavn;Fødselsår;Adressesperre\nSanna;Streng;1991;strengt fortrolig\n"
    assert kept("import", "newcomers", write(folder, "s.csv", raised), "--strict").code == 0
    opened = offices.open_office(path)
    with opened.write("mona") as tx:
        for name in FAMILY:
            (person,) = records.find(tx, Person, given_name=name)
            keep_the_rest(tx, person)
        for record in of_the_office():
            records.add(tx, record)
        (place,) = records.find(tx, Organisation, name="Verkstedet")
        records.add(tx, offered_places(organisation_id=place.id))
    opened.close()
    return path


def keep_the_rest(tx: Transaction, person: Person) -> None:
    """What the command line does not keep about somebody, each with the name in its text."""
    (role,) = records.find(tx, Newcomer, person_id=person.id)
    if person.given_name == "Sanna":
        records.amend(tx, replace(role, schemes=frozenset({"practice_driving"})))
    (trond,) = records.find(tx, Person, given_name="Trond")
    (mentor,) = records.find(tx, Mentor, person_id=trond.id)
    letter = LetterIssued(
        kind=LetterKind.PAIRING_NEWCOMER,
        person_id=person.id,
        language="nb",
        issued_at=tx.now,
        issued_by="mona",
        text=person.name,
        protection=person.protection,
    )
    listed = SharedList(code=f"L{person.number}", direction=ListDirection.OURS, made_on=TODAY)
    for record in (
        letter,
        listed,
        SharedEntry(
            list_id=listed.id,
            code="100000",
            newcomer_id=role.id,
            content=content_of(Line(code="100000")),
        ),
        Tie(person_id=person.id, other_id=trond.id),
        ForbiddenPair(mentor_id=mentor.id, newcomer_id=role.id, forbidden_on=TODAY),
        UnfinishedForm(
            form=FormKind.NEWCOMER,
            subject_id=person.id,
            contents={"notes": person.name},
            kept_at=tx.now,
            typed_by="mona",
        ),
        Postponement(
            kind=AttentionKind.WAITING, subject_id=role.id, until=TODAY, reason=person.name
        ),
    ):
        records.add(tx, record)
    stored_files.keep(tx, {letter.id: person.name.encode()})
    drafted = a_proposal(
        scheme_id=records.find(tx, Scheme, key="practice_driving")[0].id,
        mentor_id=mentor.id,
        newcomer_id=role.id,
    )
    records.add(tx, drafted)


def of_the_office() -> Iterator[Record]:
    """One of each kind that is about nobody."""
    yield Absence(coordinator="Kari", stand_in="Mona", from_date=TODAY)
    yield Account(name="Mona", roles=frozenset(Role))
    yield SavedView(page="people", name="Mine", choices={"search": "Streng Skjult Open"})
    yield Series(name="Arbeid", definition="I arbeid")
    yield BackgroundFigure(year=2026, kind=next(iter(BackgroundKind)), value=7)
    yield DrivingRules(country="NO", source="Vegvesenet", source_date=TODAY)
    yield Neighbour(name="Bodø", public_key="0" * 64, trusted_on=TODAY)


@pytest.fixture
def office(furnished: Path, tmp_path: Path) -> Iterator[Database]:
    copyfile(furnished, tmp_path / "office.db")
    opened = offices.open_office(tmp_path / "office.db")
    yield opened
    opened.close()


def test_every_operation_that_writes_says_which_right_it_needs() -> None:
    rights = {one.name: one.right for one in every_operation()}
    assert len(rights) > 600
    assert rights["meetings.log"] is Right.WRITE
    assert rights["period_reports.gather"] is Right.FIGURES
    assert rights["schemes.save"] is Right.SETTINGS
    assert rights["accounts.add"] is Right.ACCOUNTS
    assert rights["people.read"] is None


@dataclass(frozen=True)
class World:
    """What is not there for an account: ids of rows, and the names that it must not meet."""

    hidden: set[UUID]
    names: tuple[str, ...]


def looked_at(office: Database, who: Who, name: str) -> tuple[About, World]:
    """What there is about somebody who is not there for the account; the office is hers then."""
    office.who = EVERYBODY
    with office.read() as tx:
        before = ids(tx)
        (person,) = records.find(tx, Person, given_name=name)
    office.who = who
    with office.read() as tx:
        there = ids(tx)
    assert person.id not in there["people"]
    hidden = {table: found - there[table] for table, found in before.items()}
    office.who = EVERYBODY
    with office.read() as tx:
        him = about(tx, person, hidden)
    office.who = who
    names = (FAMILY[name],) if who.may(Right.READ) else (*FAMILY.values(), *MENTORS)
    return him, World(set().union(*hidden.values()), names)


@pytest.mark.slow
@pytest.mark.parametrize("role", EVERY_ROLE)
def test_nobody_does_more_than_he_may_or_meets_somebody_who_is_not_there(
    office: Database, role: str
) -> None:
    him, world = looked_at(office, *EVERY_ROLE[role])
    who = office.who
    refused = [one for one in every_operation() if one.right and not who.may(one.right)]
    called = {one for one in every_operation() if him.arguments(one) is not None}
    # Whoever may not is refused before it is looked at what she hands in.
    asked = [one for one in every_operation() if one in called or one in refused]
    assert [line for one in asked for line in faults(office, one, him, world)] == []
    assert len(called) > 550


@pytest.mark.slow
def test_whoever_may_see_them_is_told_of_them_by_the_same_calls(office: Database) -> None:
    """So that a call which tells nothing to anybody proves nothing."""
    him, world = looked_at(office, *EVERY_ROLE["coordinator, strict"])
    office.who = STRICT
    called = [one for one in every_operation() if him.arguments(one) is not None]
    found = [line for one in called for line in faults(office, one, him, world)]
    assert len([line for line in found if "tells of" in line]) > 60
    assert len([line for line in found if "changes what" in line]) > 35


class _Back(Exception):
    """Nothing of it is kept."""


def faults(office: Database, operation: Operation, about: About, world: World) -> Iterator[str]:
    """What is wrong about what came of it; nothing of it is kept."""
    arguments = about.arguments(operation)
    given = told(arguments)
    may = operation.right is None or office.who.may(operation.right)
    try:
        with office.write(office.who.name) as tx:
            found = told(operation.call(tx, **(arguments or {})))
            changed = {one for change in tx.changes for one in change.ids}
            if not may:
                yield f"{operation.name}: done without {operation.right}"
            met = [name for name in world.names if name in found and name not in given]
            yield from (f"{operation.name}: tells of {name}" for name in met)
            if changed & world.hidden:
                yield f"{operation.name}: changes what is hidden"
            _back()
    except NotAllowed as refused:
        if office.who.may(refused.right):
            yield f"{operation.name}: refused, though {refused.right} is not lacking"
    except (_Back, Refused):
        pass
    except IntegrityError:
        pass  # what is stored was handed in as new
    except STOPS as error:
        if not any(one.hex in given.replace("-", "") for one in world.hidden):
            yield f"{operation.name}: {type(error).__name__} {error}"


def _back() -> None:
    raise _Back


def told(given: Any) -> str:
    """All that could be read in it."""
    if isinstance(given, bytes) and given.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(given)).pages)
    if isinstance(given, Report):
        words = Words("nb")
        return str((given.facts, given.more, given.tables(words), told(given.pdf(words, ()))))
    if isinstance(given, Iterator):
        return str([told(one) for one in given])
    return str(given)


def ids(tx: Transaction) -> dict[str, set[UUID]]:
    """The ids of all rows by table, as far as they are there."""
    return {
        table.name: set(tx.connection.scalars(select(table.c.id)))
        for table in metadata.sorted_tables
        if "deleted_at" in table.c
    }
