"""Where protected people live can be opened by their handlers alone, with a key of its own."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import delete, update

from mentorapp.domain.account_errors import OnlyHandlersChange
from mentorapp.domain.accounts import EVERYBODY, Role, Who
from mentorapp.domain.contact_details import ContactDetails, without_where
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.storage import deletions, purging, records, sealing, seals, undoing
from mentorapp.storage.database import Database, Transaction, open_database
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.tables import (
    contact_details_table,
    deletions_table,
    metadata,
    seal_keys_table,
)
from tests.factories import a_household, a_newcomer, a_person, contact_details

TABLES = metadata.sorted_tables
KEYS = OfficeKeys.new()
#: Of a coordinator who does not handle protected people.
OTHERS = replace(KEYS, protected=b"")
OF_ANOTHER_SCHEME = Who(
    "Kari",
    frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
    schemes=frozenset({"work_mentor"}),
    protected=Protection.CONFIDENTIAL,
)
HANNA = a_person(protection=Protection.CONFIDENTIAL)
OLA = a_person(given_name="Ola")
HOME = contact_details(person_id=HANNA.id, address="Markørvika 7")
OLAS = contact_details(
    person_id=OLA.id, address="Fjordgata 3", phone="+4791827365", email="ola@example.no"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An encrypted office with Hanna, who is protected, and Ola, who is not."""
    path = tmp_path / "office.db"
    with closing(open_database(path, keys=KEYS)) as made, made.write("Mona") as tx:
        records.add_all(tx, [HANNA, OLA])
        records.add_all(tx, [HOME, OLAS])
    return path


@pytest.fixture
def handler(path: Path) -> Iterator[Database]:
    with closing(open_database(path, keys=KEYS)) as opened:
        yield opened


@pytest.fixture
def other(path: Path) -> Iterator[Database]:
    with closing(open_database(path, keys=OTHERS)) as opened:
        yield opened


def details(tx: Transaction, person: Person) -> ContactDetails:
    (found,) = records.find(tx, ContactDetails, person_id=person.id)
    return found


def everything_in(database: Database) -> str:
    """The whole office as whoever has its key reads it: every row of every table."""
    with database.read() as tx:
        return "\n".join(str(tx.connection.execute(one.select()).all()) for one in TABLES)


def test_who_has_the_offices_key_alone_finds_no_trace_of_it(path: Path, other: Database) -> None:
    said = everything_in(other)
    assert "Fjordgata 3" in said
    assert not any(text in said for text in ("Markørvika", HOME.phone, HOME.email))
    with other.read() as tx:
        assert details(tx, HANNA) == replace(without_where(HOME), country=HOME.country)
        assert records.find(tx, ContactDetails, phone=HOME.phone) == []


def test_a_handler_reads_it_as_if_nothing_had_been_sealed(handler: Database) -> None:
    with handler.read() as tx:
        assert details(tx, HANNA) == HOME
        assert records.stored(tx, ContactDetails, [HOME.id]) == [HOME]
        assert records.find(tx, ContactDetails, id=[HOME.id, OLAS.id]) == [HOME, OLAS]


def test_a_handler_changes_it_and_it_is_sealed_again(handler: Database) -> None:
    with handler.write("Mona") as tx:
        assert records.amend(tx, HOME) is not None
        assert tx.changes == []  # nothing differs
        records.amend(tx, replace(HOME, address="Ny gate 9"))
    with handler.read() as tx:
        assert details(tx, HANNA) == replace(HOME, address="Ny gate 9", version=2)
    assert "Ny gate" not in everything_in(handler)


def test_nobody_else_changes_what_she_does_not_see(other: Database) -> None:
    with pytest.raises(OnlyHandlersChange), other.write("Jon") as tx:
        records.amend(tx, replace(details(tx, HANNA), phone="+4799999999"))
    with other.write("Jon") as tx:
        records.amend(tx, replace(details(tx, HANNA), country="SE"))


def test_anybody_raises_a_protection_and_seals_with_it(other: Database, path: Path) -> None:
    with other.write("Jon") as tx:
        records.amend(tx, replace(OLA, protection=Protection.CONFIDENTIAL))
    assert "Fjordgata" not in everything_in(other)
    other.close()
    with closing(open_database(path, keys=KEYS)) as handler, handler.read() as tx:
        assert details(tx, OLA) == OLAS


def test_whoever_moves_in_is_sealed_too(handler: Database) -> None:
    home = a_household()
    with handler.write("Mona") as tx:
        records.add(tx, home)
        records.amend(tx, replace(OLA, household_id=home.id))
        records.amend(tx, replace(HANNA, household_id=home.id))
    assert "Fjordgata" not in everything_in(handler)


def test_what_is_raised_and_undone_is_readable_again(handler: Database) -> None:
    with handler.write("Mona") as tx:
        records.amend(tx, replace(OLA, protection=Protection.CONFIDENTIAL))
        done = list(tx.changes)
    with handler.write("Mona") as tx:
        undoing.undo(tx, done)
    with handler.read() as tx:
        assert details(tx, OLA) == OLAS
    assert "Fjordgata 3" in everything_in(handler)


def test_of_the_strictly_confidential_not_even_a_seal_is_kept(handler: Database) -> None:
    with handler.write("Mona") as tx:
        records.amend(tx, replace(HANNA, protection=Protection.STRICT))
    with handler.read() as tx:
        assert seals.sealed_ids(tx) == set()
        assert details(tx, HANNA).is_empty


def test_what_was_deleted_is_sealed_as_well(handler: Database) -> None:
    with handler.write("Mona") as tx:
        records.remove(tx, OLAS)
        records.remove(tx, OLA)
        (gone,) = records.find_hidden(tx, Person, id=OLA.id)
        records.reword_hidden(tx, [(gone, replace(gone, protection=Protection.CONFIDENTIAL))])
        records.amend(tx, replace(HANNA, given_name="Hanne"))
    assert "Fjordgata" not in everything_in(handler)


def test_what_a_deletion_changed_beside_it_tells_nothing(handler: Database) -> None:
    with handler.write("Mona") as tx:
        records.amend(tx, replace(HOME, address="Markørvika 9"))
        records.amend(tx, replace(OLAS, address="Fjordgata 5"))
        records.remove(tx, records.add(tx, a_person()))
        gone = records.add(tx, a_person(given_name="Per"))
    with handler.write("Mona") as tx:
        records.amend(tx, replace(HOME, version=2, address="Markørvika 11"))
        records.amend(tx, replace(OLAS, version=2, address="Fjordgata 7"))
        records.remove(tx, gone)
    with handler.read() as tx:
        kept = str(tx.connection.execute(deletions_table.select()).all())
    assert "Fjordgata 7" in kept
    assert "Markørvika" not in kept
    with handler.write("Mona") as tx:
        records.amend(tx, replace(OLA, protection=Protection.CONFIDENTIAL))
    assert "Fjordgata" not in everything_in(handler)
    with handler.write("Mona") as tx:
        (deletion, _hidden), *_ = deletions.standing(tx)
        deletions.restore(tx, deletion)
        assert details(tx, HANNA).address == "Markørvika 11"


def test_removing_for_good_takes_the_seal_along(handler: Database) -> None:
    with handler.write("Mona") as tx:
        records.remove(tx, HOME)
        records.remove(tx, HANNA)
    with handler.write("Mona") as tx:
        purging.purge(tx, {"people": {HANNA.id}, "contact_details": {HOME.id}})
        assert seals.sealed_ids(tx) == set()


def test_an_office_with_people_in_it_begins_to_seal_when_it_is_opened_with_a_key(
    tmp_path: Path,
) -> None:
    path = tmp_path / "before.db"
    with closing(open_database(path, keys=OTHERS)) as made, made.write("Mona") as tx:
        records.add(tx, HANNA)
        records.add(tx, HOME)
    with closing(open_database(path, keys=KEYS)) as opened:
        assert "Markørvika" not in everything_in(opened)
        with opened.read() as tx:
            assert details(tx, HANNA) == HOME


@pytest.mark.parametrize("who", [EVERYBODY, OF_ANOTHER_SCHEME], ids=["everybody", "scheme"])
def test_with_a_new_key_the_old_one_opens_nothing(handler: Database, path: Path, who: Who) -> None:
    new = replace(KEYS, protected=OfficeKeys.new().protected)
    with handler.write("Mona") as tx:
        records.add(tx, a_newcomer(person_id=HANNA.id, schemes=frozenset({"buddy"})))
    handler.who = who
    with handler.write("Mona") as tx:
        sealing.rekey(tx, KEYS.protected, new.protected)
    handler.close()
    for keys, seen in ((KEYS, ""), (new, HOME.address)):
        with closing(open_database(path, keys=keys)) as opened, opened.read() as tx:
            assert details(tx, HANNA).address == seen


def test_it_begins_to_seal_with_the_whole_in_view_whoever_is_at_the_keyboard(
    handler: Database,
) -> None:
    with handler.write("Mona") as tx:
        seals.remove(tx, seals.sealed_ids(tx))
        tx.connection.execute(delete(seal_keys_table))
        where = update(contact_details_table).where(contact_details_table.c.id == HOME.id)
        tx.connection.execute(where.values(address=HOME.address))
    handler.who = Who("Kari", frozenset({Role.COORDINATOR}))
    with handler.read() as tx:
        assert not records.find(tx, Person, id=HANNA.id)
    handler.open_seals()
    handler.who = EVERYBODY
    with handler.read() as tx:
        assert seals.sealed_ids(tx) == {HOME.id}


def test_a_seal_opens_with_its_key_and_for_its_record_alone() -> None:
    key, another = KEYS.protected, OfficeKeys.new().protected
    text = seals.sealed(seals.public_of(key), HOME)
    assert seals.unsealed(key, HOME.id, text)["address"] == HOME.address
    changed = text[:60] + ("A" if text[60] != "A" else "B") + text[61:]
    for one in ((another, HOME.id, text), (key, new_id(), text), (key, HOME.id, changed)):
        with pytest.raises(InvalidTag):
            seals.unsealed(*one)


def test_its_length_does_not_tell_what_is_in_it() -> None:
    public = seals.public_of(KEYS.protected)
    longest = replace(HOME, address="😀" * 300, email="å" * 254)
    lengths = {len(seals.sealed(public, one)) for one in (HOME, longest, without_where(HOME))}
    assert len(lengths) == 1


def test_an_office_without_keys_seals_nothing(bare: Database) -> None:
    with bare.write("Mona") as tx:
        records.add(tx, HANNA)
        records.add(tx, HOME)
        assert details(tx, HANNA) == HOME
    assert "Markørvika 7" in everything_in(bare)
