"""What is there for an account, in every query and every write."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update
from sqlcipher3 import dbapi2

from mentorapp.domain.account_errors import OutOfScope
from mentorapp.domain.accounts import EVERYBODY, Role, Who
from mentorapp.domain.errors import ChangedMeanwhile, NotFound
from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.households import Household
from mentorapp.domain.letters import LetterIssued, LetterKind
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.postponements import Postponement
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.statuses import StatusChange
from mentorapp.operations import Database, Transaction
from mentorapp.storage import records, scopes, stored_files
from mentorapp.storage.database import open_database
from mentorapp.storage.scope_views import LOOSE_ENDS, OPEN, SUBJECTS, scope_of, views
from mentorapp.storage.tables import MIRRORS, metadata, people_table
from tests.factories import (
    TODAY,
    a_household,
    a_meeting,
    a_mentor,
    a_newcomer,
    a_pairing,
    a_person,
    a_scheme,
)

READER = Who("Rita", frozenset({Role.READER}))
COORDINATOR = Who("Kari", frozenset({Role.COORDINATOR}))
CONFIDENTIAL = replace(COORDINATOR, protected=Protection.CONFIDENTIAL)
STRICT = replace(COORDINATOR, protected=Protection.STRICT)
BUDDY = replace(STRICT, schemes=frozenset({"buddy"}))


@dataclass(frozen=True)
class Kept:
    """Persons by their given names; the pairing of Marit and Sanna, who is strictly confidential,
    and the one of Marit and Oda."""

    people: dict[str, Person]
    hidden: Pairing
    open: Pairing


@contextmanager
def seen_by(database: Database, who: Who) -> Iterator[Transaction]:
    database.who = who
    with database.write(who.name) as tx:
        yield tx
    database.who = EVERYBODY


def names(tx: Transaction) -> set[str]:
    return {person.given_name for person in records.find(tx, Person)}


@pytest.fixture
def database(bare: Database) -> Database:
    """An office with no schemes but those of the test."""
    return bare


@pytest.fixture
def kept(database: Database) -> Kept:
    """Sanna lives with Sofie, who inherits; Hanna is confidential; Work is in another scheme."""
    with database.write("mona") as tx:
        work, buddy = (records.add(tx, a_scheme(key=key)) for key in ("work", "buddy"))
        home = records.add(tx, a_household())
        people = {
            name: records.add(tx, a_person(given_name=name, **more))
            for name, more in (
                ("Marit", {}),
                ("Oda", {}),
                ("Sanna", {"protection": Protection.STRICT, "household_id": home.id}),
                ("Sofie", {"household_id": home.id}),
                ("Hanna", {"protection": Protection.CONFIDENTIAL}),
                ("Work", {}),
                ("Nobody", {}),
            )
        }
        ids = {name: person.id for name, person in people.items()}
        marit = a_mentor(person_id=ids["Marit"], schemes=frozenset({"work", "buddy"}))
        records.add(tx, marit)
        newcomers = {
            name: records.add(tx, a_newcomer(person_id=ids[name], schemes=frozenset({scheme})))
            for name, scheme in (("Sanna", "buddy"), ("Oda", "buddy"), ("Work", "work"))
        }
        made = [
            records.add(tx, a_pairing(scheme_id=where.id, mentor_id=marit.id, newcomer_id=who.id))
            for where, who in ((work, newcomers["Sanna"]), (buddy, newcomers["Oda"]))
        ]
        for pairing in made:
            records.add(tx, a_meeting(pairing_id=pairing.id))
            records.add(
                tx,
                Postponement(kind=AttentionKind.FIRST_MEETING, subject_id=pairing.id, until=TODAY),
            )
        for one in newcomers.values():
            records.add(
                tx,
                StatusChange(
                    subject="newcomer", subject_id=one.id, status="paired", changed_on=TODAY
                ),
            )
    return Kept(people, *made)


def test_everybody_sees_the_tables_themselves(database: Database, kept: Kept) -> None:
    assert scope_of(EVERYBODY) is scope_of(STRICT) is None
    with database.read() as tx:
        assert names(tx) == set(kept.people)


@pytest.mark.parametrize(
    ("who", "hidden"),
    [
        (COORDINATOR, {"Sanna", "Sofie", "Hanna"}),
        (CONFIDENTIAL, {"Sanna", "Sofie"}),
        (STRICT, set()),
        (BUDDY, {"Work"}),
        (replace(BUDDY, protected=Protection.NONE), {"Work", "Sanna", "Sofie", "Hanna"}),
    ],
)
def test_people_of_another_scheme_or_too_protected_are_not_there(
    database: Database, kept: Kept, who: Who, hidden: set[str]
) -> None:
    with seen_by(database, who) as tx:
        assert names(tx) == set(kept.people) - hidden
        for name in hidden:
            with pytest.raises(NotFound):
                records.get(tx, Person, kept.people[name].id)


def test_what_hangs_on_somebody_hidden_is_hidden_with_her(database: Database, kept: Kept) -> None:
    with seen_by(database, CONFIDENTIAL) as tx:
        for kind, many in (
            (Newcomer, 2), (Mentor, 1), (Pairing, 1), (Household, 0), (Postponement, 1),
            (StatusChange, 2),
        ):  # fmt: skip
            assert len(records.find(tx, kind)) == many, kind
        assert {one.pairing_id for one in records.find(tx, type(a_meeting()))} == {kept.open.id}


def test_pairs_of_another_scheme_are_not_there(database: Database, kept: Kept) -> None:
    with seen_by(database, BUDDY) as tx:
        assert [one.id for one in records.find(tx, Pairing)] == [kept.open.id]
        assert len(records.find(tx, Scheme)) == 2  # their names are no secret


def test_a_scheme_is_known_by_its_whole_key(database: Database, kept: Kept) -> None:
    with seen_by(database, replace(STRICT, schemes=frozenset({"bud"}))) as tx:
        assert names(tx) == {"Sofie", "Hanna", "Nobody"}


def test_whoever_is_paired_in_a_scheme_is_there_for_its_coordinators(
    database: Database, kept: Kept
) -> None:
    with seen_by(database, replace(STRICT, schemes=frozenset({"work"}))) as tx:
        assert "Sanna" in names(tx)
        assert "Oda" not in names(tx)


def test_a_pointer_that_says_nothing_looks_empty_and_is_kept(
    database: Database, kept: Kept
) -> None:
    hanna = kept.people["Hanna"].id
    with database.write("mona") as tx:
        one = a_newcomer(person_id=kept.people["Nobody"].id, case_officer_id=hanna)
        records.add(tx, one)
    with seen_by(database, COORDINATOR) as tx:
        seen = records.get(tx, Newcomer, one.id)
        assert seen.case_officer_id is None
        records.amend(tx, replace(seen, goal="Work"))
    with database.read() as tx:
        stored = records.get(tx, Newcomer, one.id)
        assert (stored.goal, stored.case_officer_id) == ("Work", hanna)


def test_a_reader_sees_nobody(database: Database, kept: Kept) -> None:
    with seen_by(database, READER) as tx:
        for kind, table in MIRRORS.items():
            if issubclass(kind, Record) and table.name not in OPEN:
                assert not records.find(tx, kind), kind
        assert records.find(tx, Scheme)


def test_files_of_letters_are_there_with_the_letter_alone(database: Database, kept: Kept) -> None:
    letters = {
        name: LetterIssued(
            kind=LetterKind.PAIRING_NEWCOMER,
            person_id=kept.people[name].id,
            language="nb",
            issued_at=datetime(2026, 9, 1, 8, 15, tzinfo=UTC),
            issued_by="Mona",
            text="Hei!",
        )
        for name in ("Sanna", "Oda")
    }
    with database.write("mona") as tx:
        records.add_all(tx, list(letters.values()))
        stored_files.keep(tx, {one.id: b"%PDF" for one in letters.values()})
        picture = a_person().id
        stored_files.keep(tx, {picture: b"png"})
    ids = {name: letter.id for name, letter in letters.items()}
    with seen_by(database, COORDINATOR) as tx:
        assert stored_files.which(tx, [*ids.values(), picture]) == {ids["Oda"], picture}
    with seen_by(database, READER) as tx:
        assert stored_files.which(tx, [*ids.values(), picture]) == {picture}


def test_what_is_hidden_is_changed_by_nobody(database: Database, kept: Kept) -> None:
    sanna, oda = kept.people["Sanna"], kept.people["Oda"]
    with seen_by(database, COORDINATOR) as tx:
        with pytest.raises(NotFound):
            records.amend(tx, replace(sanna, given_name="X"))
        with pytest.raises(ChangedMeanwhile):
            records.remove(tx, sanna)
        p = people_table
        assert tx.connection.execute(update(p).values(notes="X")).rowcount == 4
        assert tx.connection.execute(delete(p).where(p.c.id == sanna.id)).rowcount == 0
        records.amend(tx, replace(records.get(tx, Person, oda.id), given_name="Odd"))
    with database.read() as tx:
        assert records.get(tx, Person, sanna.id) == sanna
        assert records.get(tx, Person, oda.id).given_name == "Odd"


def test_nothing_is_added_to_what_is_hidden(database: Database, kept: Kept) -> None:
    with seen_by(database, CONFIDENTIAL) as tx:
        records.add(tx, a_meeting(pairing_id=kept.open.id))
        with pytest.raises(OutOfScope):
            records.add(tx, a_meeting(pairing_id=kept.hidden.id))


def test_nobody_is_registered_who_would_not_be_there(database: Database, kept: Kept) -> None:
    with seen_by(database, BUDDY) as tx:
        new = records.add(tx, a_person())
        records.add(tx, a_mentor(person_id=new.id, schemes=frozenset({"buddy", "work"})))
        other = records.add(tx, a_person())
        with pytest.raises(OutOfScope):
            records.add(tx, a_newcomer(person_id=other.id, schemes=frozenset({"work"})))
    with seen_by(database, COORDINATOR) as tx, pytest.raises(OutOfScope):
        records.add(tx, a_person(protection=Protection.CONFIDENTIAL))


def test_the_whole_is_there_for_as_long_as_it_is_counted(database: Database, kept: Kept) -> None:
    for who in (READER, COORDINATOR, BUDDY):
        with seen_by(database, who) as tx:
            before = names(tx)
            with scopes.whole(tx):
                with scopes.whole(tx):
                    assert names(tx) == set(kept.people)
                assert names(tx) == set(kept.people)
                records.add(tx, a_person(given_name="Marit", protection=Protection.STRICT))
            assert names(tx) == before != set(kept.people)


def test_an_account_that_gives_way_to_another_takes_its_views_along(
    database: Database, kept: Kept
) -> None:
    for who, many in ((READER, 0), (EVERYBODY, 7), (COORDINATOR, 4), (STRICT, 7), (READER, 0)):
        with seen_by(database, who) as tx:
            assert len(names(tx)) == many


def test_a_transaction_that_fails_leaves_the_views_standing(database: Database, kept: Kept) -> None:
    database.who = READER
    with pytest.raises(ZeroDivisionError), database.write("rita"):
        raise ZeroDivisionError
    with database.read() as tx:
        assert names(tx) == set()


def test_the_file_itself_knows_nothing_of_views(database: Database, kept: Kept) -> None:
    with seen_by(database, COORDINATOR) as tx:
        assert names(tx)
    database.close()
    with dbapi2.connect(database.path) as file:
        assert file.execute("SELECT count(*) FROM sqlite_master WHERE type='view'").fetchone() == (
            0,
        )


def test_an_office_that_may_not_be_written_is_seen_no_more_of(
    database: Database, kept: Kept, tmp_path: Path
) -> None:
    second = open_database(database.path)
    assert second.read_only
    for who in (COORDINATOR, STRICT, EVERYBODY):
        second.who = who
        with second.read() as tx:
            assert names(tx) == {"Marit", "Oda", "Work", "Nobody"}
    second.close()


@pytest.mark.parametrize("who", [COORDINATOR, BUDDY])
def test_every_table_that_can_point_to_somebody_is_looked_after(who: Who) -> None:
    scope = scope_of(who)
    assert scope is not None
    restricted = dict(views(scope))
    known = {*restricted, *OPEN, "organisations", "activities", "offered_places", "demands",
             "events", "projects", "saved_views", "shared_lists", "schemes", "pairing_runs",
             "pairing_run_details", "office_keys"}  # fmt: skip
    for table in metadata.sorted_tables:
        assert table.name in known, f"say in scope_views what is there of {table.name}"
    for name, _column in LOOSE_ENDS:
        assert name in restricted
    for name in SUBJECTS:
        assert name in restricted


def test_a_scheme_key_is_no_sql(database: Database, kept: Kept) -> None:
    odd = replace(STRICT, schemes=frozenset({"x' OR '1", 'y") OR 1 --'}))
    with seen_by(database, odd) as tx:
        assert "Oda" not in names(tx)
        assert tx.connection.scalar(select(people_table.c.id).limit(1)) is not None
