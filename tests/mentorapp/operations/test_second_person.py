"""A protection falls, and somebody strictly confidential is printed, only where two agree."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from mentorapp.domain.account_errors import OnlyHandlersChange, SecondPersonNeeded
from mentorapp.domain.accounts import Account, Role, who
from mentorapp.domain.audit import Did, Sort, Wanted
from mentorapp.domain.key_errors import NoSlotOpens
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    Transaction,
    anonymising,
    audit,
    erasing,
    households,
    letters,
    people,
    second_person,
    subject_access,
    undoing,
)
from mentorapp.operations.people import Registration
from mentorapp.storage import attempts_file, records, scopes
from mentorapp.storage.tables import audit_table
from mentorapp.words import Words
from mentorapp.words.audit import say_more
from tests.factories import TODAY, a_household
from tests.mentorapp.operations.registering import changed, mentor, newcomer, protect, register
from tests.sealed_office import EVA, JON, KAI, MONA, make, opened, passphrase_of

CONFIDENTIAL, STRICT = Protection.CONFIDENTIAL, Protection.STRICT


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sealed") / "office.db"
    make(path)
    return path.read_bytes() + b"%%" + path.with_name("office.db.keys").read_bytes()


@pytest.fixture
def path(_made: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "office.db"
    office, _, slots = _made.rpartition(b"%%")
    path.write_bytes(office)
    path.with_name("office.db.keys").write_bytes(slots)
    return path


@pytest.fixture
def mona(path: Path) -> Iterator[Database]:
    with opened(path, MONA) as database:
        yield database


def agree(tx: Transaction, account: Account) -> None:
    tx.second = who(account)


def registered(tx: Transaction, person_id: UUID) -> Registration:
    return people.read(tx, person_id, TODAY).registration


def lower(
    tx: Transaction,
    person_id: UUID,
    level: Protection = Protection.NONE,
    second: Account | None = None,
) -> None:
    tx.second = who(second) if second else None
    people.save(tx, changed(registered(tx, person_id), protection=level), TODAY)


def hanna(database: Database, level: Protection = CONFIDENTIAL) -> UUID:
    with database.write("mona") as tx:
        person = register(tx, newcomer("Hanna Skjult", postal_code="", phone=""))
        protect(tx, person, level)
        return person


def agreements(tx: Transaction, account: Account) -> list[tuple[str, str]]:
    """By whom the account was asked, and for what."""
    a = audit_table.c
    asked = audit_table.select().where(a.record_id == account.id, a.change == Did.AGREED.value)
    return [(row.actor, row.operation) for row in tx.connection.execute(asked)]


def level_of(database: Database, person_id: UUID) -> Protection:
    with database.read() as tx:
        return people.read(tx, person_id, TODAY).protection


def test_one_person_alone_lowers_no_protection(mona: Database) -> None:
    person = hanna(mona)
    with pytest.raises(SecondPersonNeeded) as refused, mona.write("mona") as tx:
        lower(tx, person)
    assert refused.value.level is CONFIDENTIAL
    assert level_of(mona, person) is CONFIDENTIAL


@pytest.mark.parametrize("second", [EVA, KAI], ids=["strict", "confidential"])
def test_two_who_handle_such_people_do_and_the_audit_says_who(
    mona: Database, second: Account
) -> None:
    person = hanna(mona)
    with mona.write("mona") as tx:
        lower(tx, person, second=second)
    assert level_of(mona, person) is Protection.NONE
    with mona.read() as tx:
        assert agreements(tx, second) == [(MONA.name, "people.save")]


@pytest.mark.parametrize("second", [MONA, JON], ids=["herself", "handles nobody"])
def test_neither_the_same_person_nor_one_who_does_not_handle_them_counts(
    mona: Database, second: Account
) -> None:
    person = hanna(mona)
    with pytest.raises(SecondPersonNeeded), mona.write("mona") as tx:
        lower(tx, person, second=second)


def test_who_handles_the_confidential_alone_does_not_lower_the_strict(mona: Database) -> None:
    person = hanna(mona, STRICT)
    with pytest.raises(SecondPersonNeeded), mona.write("mona") as tx:
        lower(tx, person, CONFIDENTIAL, KAI)
    with mona.write("mona") as tx:
        lower(tx, person, CONFIDENTIAL, EVA)
    assert level_of(mona, person) is CONFIDENTIAL


def test_raising_it_takes_nobody_else(path: Path) -> None:
    with opened(path, JON) as jon, jon.write("jon") as tx:
        person = register(tx, newcomer("Hanna Skjult"))
        lower(tx, person, CONFIDENTIAL)
    with opened(path, MONA) as mona:
        assert level_of(mona, person) is CONFIDENTIAL


def test_leaving_the_household_that_protects_takes_two_as_well(mona: Database) -> None:
    with mona.write("mona") as tx:
        home = records.add(tx, a_household())
        register(tx, newcomer("Hanna Skjult", household_id=home.id, protection=CONFIDENTIAL))
        child = register(tx, newcomer("Jonas Skjult", household_id=home.id))
    with pytest.raises(SecondPersonNeeded), mona.write("mona") as tx:
        people.save(tx, changed(registered(tx, child), household_id=None), TODAY)
    assert level_of(mona, child) is CONFIDENTIAL


def test_deleting_the_one_who_protects_the_others_takes_two_as_well(mona: Database) -> None:
    with mona.write("mona") as tx:
        home = records.add(tx, a_household())
        one = register(tx, newcomer("Hanna Skjult", household_id=home.id, protection=CONFIDENTIAL))
        register(tx, newcomer("Jonas Skjult", household_id=home.id))
        alone = register(tx, newcomer("Kari Skjult", protection=CONFIDENTIAL))
    with pytest.raises(SecondPersonNeeded), mona.write("mona") as tx:
        people.delete(tx, one)
    with mona.write("mona") as tx:
        people.delete(tx, alone)  # nobody is left to be found


def test_undoing_a_raise_takes_two_as_well(mona: Database) -> None:
    with mona.write("mona") as tx:
        person = register(tx, newcomer("Hanna Skjult"))
    with mona.write("mona") as tx:
        lower(tx, person, CONFIDENTIAL)
        done = list(tx.changes)
    with pytest.raises(SecondPersonNeeded), mona.write("mona") as tx:
        undoing.undo(tx, done)


def test_who_does_not_handle_them_cannot_lower_even_with_a_second_person(path: Path) -> None:
    with opened(path, MONA) as mona:
        person = hanna(mona)
    with opened(path, MONA) as database:
        database.who = replace(who(JON), protected=Protection.NONE)
        with pytest.raises(OnlyHandlersChange), database.write("jon") as tx:
            _open_up(tx, person)


def _open_up(tx: Transaction, person_id: UUID) -> None:
    """What no operation does: past the account's views, with somebody else who agrees."""
    tx.second = who(EVA)
    with scopes.whole(tx):
        stored = records.get(tx, Person, person_id)
        records.amend(tx, replace(stored, protection=Protection.NONE))


def test_an_office_without_accounts_trusts_whoever_opened_it(database: Database) -> None:
    person = hanna(database)
    with database.write("mona") as tx:
        lower(tx, person)
    assert level_of(database, person) is Protection.NONE


def test_a_letter_about_somebody_strictly_confidential_takes_two(mona: Database) -> None:
    person = hanna(mona, STRICT)
    with mona.write("mona") as tx:
        other = register(tx, mentor("Ola Open"))
    with mona.read() as tx:
        dues = letters.for_person(tx, person, [LetterKind.REGISTRATION])
        assert dues
        with pytest.raises(SecondPersonNeeded):
            letters.prepare(tx, dues, TODAY)
        open_ones = letters.for_person(tx, other, [LetterKind.REGISTRATION])
        letters.prepare(tx, open_ones, TODAY)
        agree(tx, EVA)
        rendered = letters.make(letters.prepare(tx, dues, TODAY))
    with mona.write("mona") as tx:
        (letter,) = letters.record(tx, rendered)
    with mona.read() as tx:
        assert agreements(tx, EVA) == [(MONA.name, "letters.record")]
        with pytest.raises(SecondPersonNeeded):
            letters.as_printed(tx, letter.id)
        agree(tx, EVA)
        assert letters.as_printed(tx, letter.id) == rendered.files[0]


def test_a_confidential_persons_letter_takes_one(mona: Database) -> None:
    person = hanna(mona)
    with mona.read() as tx:
        letters.prepare(tx, letters.for_person(tx, person, [LetterKind.REGISTRATION]), TODAY)


def takes_two(
    office: Database, second: Account, operation: Callable[[Transaction], object]
) -> None:
    with pytest.raises(SecondPersonNeeded), office.write("mona") as tx:
        operation(tx)
    with office.write("mona") as tx:
        agree(tx, second)
        operation(tx)


@pytest.mark.parametrize(("level", "second"), [(CONFIDENTIAL, KAI), (STRICT, EVA)])
def test_all_that_is_known_of_somebody_protected_takes_two_and_says_who(
    mona: Database, level: Protection, second: Account
) -> None:
    person = hanna(mona, level)
    for give in (
        lambda tx: subject_access.paper(tx, person, Words("en"), TODAY),
        lambda tx: subject_access.data(tx, person),
    ):
        takes_two(mona, second, give)
    with mona.read() as tx:
        noted = agreements(tx, second)
    assert noted == [(MONA.name, "subject_access.paper"), (MONA.name, "subject_access.data")]


def test_removing_somebody_protected_takes_two_and_says_who(mona: Database) -> None:
    hidden, erased = hanna(mona), hanna(mona, STRICT)
    with mona.write("mona") as tx:
        (role,) = records.find(tx, Newcomer, person_id=hidden)
        records.amend(tx, replace(role, status=NewcomerStatus.WITHDRAWN))
    removals: tuple[Callable[[Transaction], object], ...] = (
        lambda tx: anonymising.anonymise(tx, hidden, TODAY),
        lambda tx: erasing.erase(tx, erased),
    )
    for remove in removals:
        takes_two(mona, EVA, remove)
    with mona.read() as tx:
        noted = agreements(tx, EVA)
    assert noted == [(MONA.name, "anonymising.anonymise"), (MONA.name, "erasing.erase")]


def test_all_that_is_known_of_somebody_else_takes_one(mona: Database) -> None:
    with mona.write("mona") as tx:
        assert subject_access.data(tx, register(tx, newcomer("Oda Open")))["records"]


def test_a_second_person_agrees_with_her_own_passphrase(mona: Database) -> None:
    assert second_person.agreeing(mona, passphrase_of(EVA), STRICT) == who(EVA)
    for wrong in ("", "noe helt annet enn det"):
        with pytest.raises(NoSlotOpens):
            second_person.agreeing(mona, wrong, STRICT)
    for account in (MONA, JON, KAI):
        with pytest.raises(SecondPersonNeeded):
            second_person.agreeing(mona, passphrase_of(account), STRICT)


def test_a_guess_at_the_second_ones_passphrase_stands_in_the_log_with_who_asked(
    mona: Database,
) -> None:
    with pytest.raises(NoSlotOpens):
        second_person.agreeing(mona, "noe helt annet enn det", STRICT)
    today = datetime.now().astimezone().date()
    mona.who = who(replace(MONA, roles=frozenset({Role.PROTECTION_OFFICER})))
    with mona.read() as tx:
        (line,) = audit.lines(tx, Wanted(today, today, sorts=frozenset({Sort.COMING_IN}))).lines
        verdict = audit.verify(tx)
    assert (line.entry.actor, line.did) == (MONA.name, Did.TURNED_AWAY)
    assert say_more(Words("en"), line) == "of the second person"
    assert verdict.breaks == ()


def test_a_guess_where_the_office_is_only_read_is_noted_beside_it(
    path: Path, mona: Database
) -> None:
    with opened(path, MONA) as beside, pytest.raises(NoSlotOpens):
        second_person.agreeing(beside, "noe helt annet enn det", STRICT)
    assert len(attempts_file.read(path)) == 1


def test_a_closed_account_agrees_to_nothing(mona: Database) -> None:
    with mona.write("mona") as tx:
        records.amend(tx, replace(records.get(tx, Account, EVA.id), closed_on=TODAY))
    with pytest.raises(NoSlotOpens):
        second_person.agreeing(mona, passphrase_of(EVA), STRICT)


def test_a_household_raised_together_stays_together(mona: Database) -> None:
    with mona.write("mona") as tx:
        home = records.add(tx, a_household())
        register(tx, newcomer("Hanna Skjult", household_id=home.id, protection=CONFIDENTIAL))
        register(tx, newcomer("Jonas Skjult", household_id=home.id))
        assert [one.protection for one in households.rows(tx)] == [CONFIDENTIAL]
