"""The log without its oldest lines: it says so itself, and all else is still seen."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from mentorapp.domain.audit_chain import Break, End, Fault
from mentorapp.domain.records import new_id
from mentorapp.storage import audit_chain, records
from mentorapp.storage.database import Database, Transaction
from tests.factories import a_person
from tests.mentorapp.storage.test_audit_chain import after_six_days, unseen, verdict

#: Between the second and the third of six days, each with seven lines.
THEN = datetime(2026, 11, 22, tzinfo=UTC)


def thin(database: Database, before: datetime = THEN) -> int:
    with database.write("Ingrid") as tx:
        tx.operation = "thinning.thin_log"
        return audit_chain.thin(tx, "offices", new_id(), before)


@pytest.fixture
def thinned(bare: Database) -> Database:
    """With 29 lines: number 15 to 42, and the one that says that 14 went."""
    assert thin(after_six_days(bare)) == 14
    return bare


def delete(tx: Transaction, where: str) -> None:
    tx.connection.exec_driver_sql(f"DELETE FROM audit WHERE {where}")


def test_a_log_that_was_thinned_is_whole_and_says_from_where(thinned: Database) -> None:
    with thinned.write("Ingrid") as tx:
        records.add(tx, a_person())
        found = verdict(tx)

    assert (found.breaks, found.thinned, found.lines, found.end.seq) == ((), 14, 30, 44)


def test_it_is_thinned_again_and_never_twice_for_the_same_day(thinned: Database) -> None:
    assert thin(thinned) == 0
    assert thin(thinned, THEN + timedelta(days=1)) == 7

    with thinned.read() as tx:
        found = verdict(tx)
    assert (found.breaks, found.thinned) == ((), 21)


def test_all_of_it_may_go_but_the_line_that_says_so(bare: Database) -> None:
    assert thin(after_six_days(bare), datetime.now(UTC) + timedelta(days=1)) == 42
    with bare.write("Ingrid") as tx:
        records.add(tx, a_person())
        found = verdict(tx)

    assert (found.breaks, found.thinned, found.lines, found.end.seq) == ((), 42, 2, 44)


def test_a_young_line_keeps_older_ones_that_a_wrong_clock_put_after_it(bare: Database) -> None:
    for year in (2020, 2026, 2021):
        with bare.write("Ingrid", datetime(year, 5, 5, tzinfo=UTC)) as tx:
            records.add(tx, a_person())

    assert thin(bare, datetime(2024, 1, 1, tzinfo=UTC)) == 1
    with bare.read() as tx:
        assert verdict(tx).breaks == ()


def test_more_than_was_thinned_is_missing(thinned: Database) -> None:
    with thinned.write("Ingrid") as tx:
        delete(tx, "seq < 20")

        assert verdict(tx).breaks == (Break(Fault.MISSING, 15, 19),)


def test_a_beginning_that_nothing_tells_of_is_missing(bare: Database) -> None:
    with after_six_days(bare).write("Ingrid") as tx:
        delete(tx, "seq < 15")

        assert verdict(tx).breaks == (Break(Fault.MISSING, 1, 14),)


def test_the_first_line_that_is_left_is_held_to_the_last_that_went(thinned: Database) -> None:
    with thinned.write("Ingrid") as tx:
        tx.connection.exec_driver_sql("UPDATE audit SET actor = 'Ola' WHERE seq = 15")

        assert verdict(tx).breaks == (Break(Fault.CHANGED, 15, 15),)


def test_who_takes_out_the_line_that_tells_of_it_has_taken_out_the_beginning_too(
    thinned: Database,
) -> None:
    with thinned.write("Ingrid") as tx:
        end = audit_chain.end(tx)
        delete(tx, "change = 'thinned'")

        assert verdict(tx, end).breaks == (
            Break(Fault.MISSING, 1, 14),
            Break(Fault.CUT, 43, 43),
        )


def test_who_writes_such_a_line_without_the_key_is_seen(bare: Database) -> None:
    with after_six_days(bare).write("Ingrid") as tx:
        delete(tx, "seq <= 20")
        tx.connection.exec_driver_sql(
            "UPDATE audit SET change = 'thinned', fields = ? WHERE seq = 30",
            (f'["20", "{"0" * 64}"]',),
        )
        assert Break(Fault.MISSING, 1, 20) in verdict(tx).breaks
        tx.connection.exec_driver_sql("UPDATE audit SET fields = '[7]' WHERE seq = 30")
        assert Break(Fault.CHANGED, 30, 30) in verdict(tx).breaks


def test_who_removes_the_beginning_and_tells_of_it_in_the_first_line_left_is_seen(
    bare: Database,
) -> None:
    with after_six_days(bare).write("Ingrid") as tx:
        delete(tx, "seq <= 2")
        for told in ("null", "7", "[1, 2]", "[]", "{", '["2", "00"]', '[1e999, ""]', "[" * 9999):
            tx.connection.exec_driver_sql(
                "UPDATE audit SET change = 'thinned', fields = ? WHERE seq = 3", (told,)
            )
            found = verdict(tx)
            assert (found.breaks[0], found.thinned) == (Break(Fault.MISSING, 1, 2), 0)


def test_what_was_noted_of_lines_that_went_says_nothing_against_it(bare: Database) -> None:
    with after_six_days(bare).read() as tx:
        rows = {row.seq: row.mac for row in audit_chain.raw(tx)}
    thin(bare)

    with bare.read() as tx:
        assert audit_chain.holds(tx, End(9, rows[9]))
        assert verdict(tx, End(9, rows[9]), End(14, rows[14]), End(15, rows[15])).breaks == ()
        assert verdict(tx, End(14, b"x" * 32)).breaks == (Break(Fault.REPLACED, 14, 14),)
        assert not audit_chain.holds(tx, End(99, rows[9]))


def test_no_tampering_with_a_log_that_was_thinned_goes_unseen(thinned: Database) -> None:
    assert unseen(thinned, 300) == []


@pytest.mark.slow
def test_none_of_ten_thousand_tamperings_with_it_goes_unseen(
    thinned: Database, record_property: Callable[[str, object], None]
) -> None:
    record_property("runs", 10_000)
    assert unseen(thinned, 10_000) == []
