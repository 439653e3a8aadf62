import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from sqlalchemy import Connection, text

from mentorapp.domain.audit import Did
from mentorapp.domain.audit_chain import Break, End, Fault, Verdict, verify
from mentorapp.domain.records import new_id
from mentorapp.storage import audit_chain, records
from mentorapp.storage.database import Database, Transaction, open_database
from tests.factories import a_person


def verdict(tx: Transaction, *noted: End) -> Verdict:
    return verify(audit_chain.key(tx), audit_chain.raw(tx), noted)


@pytest.fixture
def written(bare: Database) -> Database:
    return after_six_days(bare)


def after_six_days(bare: Database) -> Database:
    """An office with a few days' work in its audit."""
    for day in range(6):
        with bare.write("Ingrid Ås", datetime(2026, 11, 20 + day, 9, day, tzinfo=UTC)) as tx:
            tx.operation = "people.save"
            people = [a_person(notes="") for _ in range(4)]
            records.add_all(tx, people)
            changed = records.amend(tx, replace(people[0], notes="Ny"))
            records.remove(tx, changed)
            audit_chain.append(tx, "people", [people[1].id], Did.SEEN, [()])
    return bare


def test_all_that_was_written_is_one_sound_chain(written: Database) -> None:
    with written.read() as tx:
        found = verdict(tx)

        assert found.lines == 6 * 7
        assert found.end == audit_chain.end(tx)
        assert found.breaks == ()


def test_the_chain_goes_on_after_a_transaction_that_came_to_nothing(written: Database) -> None:
    with pytest.raises(ZeroDivisionError), written.write("Ingrid") as tx:  # noqa: PT012
        records.add(tx, a_person())
        raise ZeroDivisionError
    with written.write("Ingrid") as tx:
        records.add(tx, a_person())
        records.add_all(tx, [a_person() for _ in range(1100)])

        assert verdict(tx).breaks == ()
        assert verdict(tx).lines == 6 * 7 + 1101


def test_the_chain_does_not_mind_the_zone_in_which_a_moment_is_told(bare: Database) -> None:
    with bare.write("Ingrid", datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(0)))) as tx:
        records.add(tx, a_person())
    with bare.write("Ingrid", datetime.now(timezone(timedelta(hours=2)))) as tx:
        records.add(tx, a_person())

    with bare.read() as tx:
        assert verdict(tx).breaks == ()


def test_the_end_that_was_noted_is_held_until_lines_are_cut_off(written: Database) -> None:
    with written.write("Ingrid") as tx:
        before = audit_chain.end(tx)
        records.add(tx, a_person())
        assert audit_chain.holds(tx, before)
        assert audit_chain.holds(tx, End(0, b""))

        tx.connection.execute(text("DELETE FROM audit WHERE seq >= :seq"), {"seq": before.seq})

        assert not audit_chain.holds(tx, before)
        assert verdict(tx).breaks == ()
        assert verdict(tx, before).breaks == (Break(Fault.CUT, before.seq, before.seq),)


def test_an_audit_whose_key_was_taken_out_is_not_sound(written: Database) -> None:
    with written.write("Ingrid") as tx:
        tx.connection.execute(text("DELETE FROM audit_keys"))

        assert verdict(tx).breaks == (Break(Fault.CHANGED, 1, 6 * 7),)


# What somebody does to the file with another program

Tampering = Callable[[Connection, random.Random, range], None]
TEXTS = ("at", "actor", "operation", "record", "record_id", "change", "fields")


def edit(connection: Connection, chance: random.Random, lines: range) -> None:
    """Another value in one line: of a letter, of a whole other line, or of another type."""
    seq, name = chance.choice(lines), chance.choice(TEXTS)
    how = chance.choice(
        [
            f"{name} || 'x'",
            f"substr({name}, 1, length({name}) - 1)",
            f"CAST({name} AS BLOB)",
            "x'ff'",
            "''",
        ]
    )
    connection.exec_driver_sql(f"UPDATE audit SET {name} = {how} WHERE seq = {seq}")


def edit_the_code(connection: Connection, chance: random.Random, lines: range) -> None:
    seq = chance.choice(lines)
    connection.exec_driver_sql("UPDATE audit SET mac = randomblob(32) WHERE seq = ?", (seq,))


def delete(connection: Connection, chance: random.Random, lines: range) -> None:
    first = chance.choice(lines[:-1])
    until = chance.randint(first, lines[-2])
    connection.exec_driver_sql("DELETE FROM audit WHERE seq BETWEEN ? AND ?", (first, until))


def delete_and_close_the_gap(connection: Connection, chance: random.Random, lines: range) -> None:
    seq = chance.choice(lines[:-1])
    connection.exec_driver_sql("DELETE FROM audit WHERE seq = ?", (seq,))
    connection.exec_driver_sql("UPDATE audit SET seq = -seq WHERE seq > ?", (seq,))
    connection.exec_driver_sql("UPDATE audit SET seq = -seq - 1 WHERE seq < 0")


def reorder(connection: Connection, chance: random.Random, lines: range) -> None:
    one, other = chance.sample(lines, 2)
    for before, after in ((one, -1), (other, one), (-1, other)):
        connection.exec_driver_sql("UPDATE audit SET seq = ? WHERE seq = ?", (after, before))


def insert(connection: Connection, chance: random.Random, lines: range) -> None:
    """A copy of a line at another place, those after it moved on."""
    seq, place = chance.choice(lines), chance.randint(lines[0], lines[-1] + 1)
    names = f"{', '.join(TEXTS)}, mac"
    connection.exec_driver_sql(
        f"INSERT INTO audit (seq, {names}) SELECT 9999, {names} FROM audit WHERE seq = {seq}"
    )
    connection.exec_driver_sql("UPDATE audit SET seq = -seq WHERE seq BETWEEN ? AND 9998", (place,))
    connection.exec_driver_sql("UPDATE audit SET seq = 1 - seq WHERE seq < 0")
    connection.exec_driver_sql("UPDATE audit SET seq = ? WHERE seq = 9999", (place,))


def cut(connection: Connection, chance: random.Random, lines: range) -> None:
    connection.exec_driver_sql("DELETE FROM audit WHERE seq >= ?", (chance.choice(lines),))


TAMPERINGS = (edit, edit_the_code, delete, delete_and_close_the_gap, reorder, insert, cut)


def unseen(database: Database, many: int) -> list[str]:
    """So many tamperings at random places, each with the file as it was before: those not seen."""
    missed, chance = [], random.Random(7)
    with database.write("Ingrid") as tx:
        end = audit_chain.end(tx)
        lines = range(audit_chain.thinned_to(tx) + 1, end.seq + 1)
        for _ in range(many):
            tampering = chance.choice(TAMPERINGS)
            tx.connection.exec_driver_sql("SAVEPOINT tampering")
            tampering(tx.connection, chance, lines)
            if not verdict(tx, end).breaks:
                missed.append(tampering.__name__)
            tx.connection.exec_driver_sql("ROLLBACK TO tampering")
            tx.connection.exec_driver_sql("RELEASE tampering")
        assert verdict(tx, end).breaks == ()
    return missed


def test_no_tampering_with_the_file_goes_unseen(written: Database) -> None:
    assert unseen(written, 400) == []


@pytest.mark.slow
def test_none_of_ten_thousand_tamperings_goes_unseen(
    written: Database, record_property: Callable[[str, object], None]
) -> None:
    record_property("runs", 10_000)
    assert unseen(written, 10_000) == []


# Offices of before


BEFORE = """
DROP TABLE audit; DROP TABLE audit_keys; DROP TABLE accounts; DROP TABLE seals;
DROP TABLE seal_keys; DROP TABLE retention_rules; DROP TABLE retention_decisions;
ALTER TABLE people DROP COLUMN anonymised_on;
CREATE TABLE audit (id CHAR(32) NOT NULL, at DATETIME NOT NULL, actor VARCHAR NOT NULL,
  operation VARCHAR NOT NULL, record VARCHAR NOT NULL, record_id CHAR(32) NOT NULL,
  change VARCHAR NOT NULL, fields JSON NOT NULL, CONSTRAINT pk_audit PRIMARY KEY (id));
CREATE INDEX ix_audit_record_id ON audit (record_id);
UPDATE alembic_version SET version_num = '0006'
"""


def test_the_audit_of_an_older_office_becomes_a_chain_in_the_order_of_its_writing(
    bare: Database,
) -> None:
    wanted = [new_id() for _ in range(12)]
    with bare.write("Ingrid") as tx:
        for statement in BEFORE.split(";"):
            tx.connection.exec_driver_sql(statement)
        for at in random.Random(1).sample(range(12), 12):
            tx.connection.exec_driver_sql(
                "INSERT INTO audit VALUES (?, ?, 'Åse', 'people.save', 'people', ?, 'added', ?)",
                (wanted[at].hex, "2026-11-23 09:00:00.000000", UUID(int=at).hex, '["notes"]'),
            )
    bare.close()

    opened = open_database(bare.path)
    with opened.write("Ingrid") as tx:
        person = a_person()
        records.add(tx, person)
        rows = records.traces(tx, *(UUID(int=at) for at in range(12)), person.id)
        assert [row.record_id.int for row in rows[:12]] == list(range(12))
        assert [row.seq for row in rows] == list(range(1, 14))
        assert {row.fields for row in rows[:12]} == {("notes",)}
        assert verdict(tx).breaks == ()
    opened.close()
