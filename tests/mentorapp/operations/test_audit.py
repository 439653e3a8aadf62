"""Reading the audit: what was done, who saw somebody, and what left the office."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.audit import Did, Sort, Wanted
from mentorapp.domain.audit_chain import End
from mentorapp.domain.errors import NotFound
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, audit, papers_out, people, timeline
from mentorapp.operations.papers_out import Paper
from mentorapp.storage import audit_chain as stored_chain
from mentorapp.words import Words
from mentorapp.words.audit import cells
from tests.mentorapp.operations.registering import changed, newcomer, register

DAY = date(2026, 11, 23)


@pytest.fixture
def hanna(database: Database) -> UUID:
    """Protected, registered by Mona at nine of the day."""
    database.actor = "Ingrid"
    with database.write("Mona", datetime(2026, 11, 23, 9, tzinfo=UTC)) as tx:
        return register(tx, changed(newcomer("Hanna Skjult"), protection=Protection.CONFIDENTIAL))


def test_what_was_done_is_told_by_day_by_actor_and_by_sort(
    database: Database, hanna: UUID, today: date
) -> None:
    with database.write("Ola", datetime(2026, 11, 24, 9, tzinfo=UTC)) as tx:
        people.delete(tx, hanna)
    with database.read() as tx:
        on_the_day = audit.lines(tx, Wanted(DAY, DAY))
        number = people.all_people(tx)

        assert {one.entry.actor for one in on_the_day.lines} == {"Mona"}
        assert {one.did for one in on_the_day.lines} == {Did.ADDED}
        assert [one.id for one in on_the_day.lines] == sorted(
            (one.id for one in on_the_day.lines), reverse=True
        )
        later = audit.lines(tx, Wanted(DAY, date(2026, 11, 24), "Ola"))
        assert Did.DELETED in {one.did for one in later.lines}
        assert set(on_the_day.actors) >= {"Mona", "Ola"}
        looks = Wanted(DAY, DAY, sorts=frozenset({Sort.LOOKS}))
        assert audit.lines(tx, looks).lines == ()
        assert number == []


def test_lines_tell_the_number_that_the_record_is_known_by(database: Database, hanna: UUID) -> None:
    with database.read() as tx:
        number = people.registration(tx, hanna).person.number
        told = {one.kind: one.number for one in audit.lines(tx, Wanted(DAY, DAY)).lines}

    assert told["person"] == told["contact_details"] == told["newcomer"] == number


def test_no_more_lines_are_told_than_anybody_reads(database: Database, hanna: UUID) -> None:
    with database.read() as tx:
        first = audit.lines(tx, Wanted(DAY, DAY), most=2)
        every = audit.lines(tx, Wanted(DAY, DAY))

    assert (len(first.lines), first.more) == (2, True)
    assert first.lines == every.lines[:2]
    assert not every.more


def test_who_saw_somebody_names_looks_papers_and_files(
    database: Database, hanna: UUID, today: date
) -> None:
    with database.read() as tx:
        people.read(tx, hanna, today)
        people.all_people(tx)
    with database.write("Ola") as tx:
        papers_out.printed(tx, Paper("Plan", Person, (hanna,)))
        papers_out.saved(tx, Paper("Newcomers", Person, (hanna, uuid4())))
        papers_out.printed(tx, Paper("Quarter"))
        papers_out.printed(tx, Paper("Another pair", Pairing, (uuid4(),)))

    with database.read() as tx:
        found = audit.who_saw(tx, hanna)
        with pytest.raises(NotFound):
            audit.who_saw(tx, uuid4())

    assert [(one.entry.actor, one.did, one.entry.fields) for one in found] == [
        ("Ola", Did.EXPORTED, ("Newcomers",)),
        ("Ola", Did.PRINTED, ("Plan",)),
        ("Ingrid", Did.LISTED, ()),
        ("Ingrid", Did.SEEN, ()),
    ]


def test_a_paper_about_nobody_in_particular_is_noted_about_the_office(database: Database) -> None:
    with database.write("Ola", datetime(2026, 11, 23, 9, tzinfo=UTC)) as tx:
        papers_out.printed(tx, Paper("Quarter"))
    with database.read() as tx:
        (line,) = audit.lines(tx, Wanted(DAY, DAY, sorts=frozenset({Sort.PAPERS}))).lines

    assert (line.kind, line.entry.fields, line.entry.operation) == (
        "office",
        ("Quarter",),
        "papers_out.printed",
    )


def test_a_code_from_paper_finds_its_line_as_long_as_it_is_there(database: Database) -> None:
    with database.write("Ola") as tx:
        papers_out.printed(tx, Paper("Quarter"))
        noted = audit.end(tx)
        papers_out.printed(tx, Paper("Year"))
        assert audit.with_code(tx, noted.code) == noted
        assert audit.verify(tx, [noted]).breaks == ()

        tx.connection.exec_driver_sql("DELETE FROM audit WHERE seq = ?", (noted.seq,))
        assert audit.with_code(tx, noted.code) is None
        assert audit.verify(tx, [End(noted.seq, noted.mac)]).breaks != ()


@pytest.mark.parametrize(
    "forged",
    [
        *(f"fields = '{told}'" for told in ("7", "null", "[]", "[7]", "{", '"x"', "x", "")),
        "change = 'thinned', fields = '[]'", "fields = x'ff'", "actor = x'ff'", "mac = 'x'",
        "record_id = 'x'", "at = substr(at, 1, 18) || 'xx'", "record = 7, operation = 7",
    ],
)  # fmt: skip
def test_a_line_that_somebody_forged_keeps_nobody_from_the_log(
    database: Database, hanna: UUID, forged: str
) -> None:
    with database.write("Ola") as tx:
        many = len(audit.lines(tx, Wanted(DAY, DAY)).lines)
        tx.connection.exec_driver_sql(
            f"UPDATE audit SET {forged} WHERE seq = (SELECT max(seq) FROM audit)"
        )
        shown = audit.lines(tx, Wanted(DAY, DAY)).lines
        words = Words("en")
        assert [len(cells(words, one)) for one in shown] == [5] * many
        assert len(audit.verify(tx, [audit.end(tx)]).breaks) == 1
        assert stored_chain.thinned_to(tx) == 0
        people.save(tx, changed(people.registration(tx, hanna), notes="Ny"), DAY)
        timeline.of_person(tx, hanna, DAY)


def test_only_who_answers_for_data_protection_reads_the_audit(
    database: Database, hanna: UUID
) -> None:
    database.who = Who("Kari", frozenset({Role.COORDINATOR}), protected=Protection.STRICT)
    with database.read() as tx:
        with pytest.raises(NotAllowed):
            audit.lines(tx, Wanted(DAY, DAY))
        assert audit.who_saw(tx, hanna) == ()
        assert audit.verify(tx).breaks == ()

    database.who = Who("Dag", frozenset({Role.PROTECTION_OFFICER}))
    with database.read() as tx:
        told = audit.lines(tx, Wanted(DAY, DAY)).lines
        assert {one.number for one in told} == {0}
        with pytest.raises(NotAllowed):
            audit.who_saw(tx, hanna)


def test_papers_of_one_day_carry_the_same_code_whatever_is_done_that_day(
    database: Database,
) -> None:
    with database.write("Ola", datetime(2026, 11, 23, 9, tzinfo=UTC)) as tx:
        papers_out.printed(tx, Paper("Quarter"))
        evening = audit.end(tx)
    with database.write("Ola", datetime(2026, 11, 24, 9, tzinfo=UTC)) as tx:
        papers_out.printed(tx, Paper("Quarter"))
        assert audit.end_before(tx, date(2026, 11, 24)) == evening
        assert audit.end_before(tx, date(1999, 1, 1)).code == ""
