from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorapp.domain.calls import Call
from mentorapp.domain.deleted import AlreadyBack, KeptByOthers, RemovedForGood
from mentorapp.domain.households import Household
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.operations import (
    Database,
    calls,
    deleted,
    offices,
    organisations,
    people,
    undoing,
    unfinished_forms,
)
from mentorapp.storage import records
from tests.factories import TODAY, a_mentor, an_organisation
from tests.mentorapp.operations.placing import place
from tests.mentorapp.operations.registering import newcomer, register

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def test_after_thirty_days_everything_about_a_person_is_gone_from_the_file(
    office_file: Path,
) -> None:
    opened = offices.open_office(office_file)
    with opened.write("mona", NOW) as tx:
        home = records.add(tx, Household(label="Hemmeligveien"))
        sahra = register(
            tx,
            newcomer(
                "Xandriana Quist",
                phone="91827364",
                email="xq@quist.example",
                address="Zebragata 99",
                household_id=home.id,
            ),
        )
        calls.note(tx, Call(person_id=sahra, called_on=TODAY, note="Wolframord"), TODAY)
        unfinished_forms.keep(
            tx,
            UnfinishedForm(
                form=FormKind.NEWCOMER.value,
                subject_id=sahra,
                contents={"notes": "Yttriumord"},
                kept_at=NOW,
            ),
        )
    with opened.write("mona", NOW + DAY) as tx:
        people.delete(tx, sahra)
    opened.close()
    secrets = (b"Xandriana", b"Zebragata", b"Wolframord", b"Yttriumord", b"Hemmeligveien")
    assert all(secret in office_file.read_bytes() for secret in secrets)

    opened = offices.open_office(office_file)
    with opened.write("mona", NOW + 31 * DAY) as tx:
        assert not deleted.is_overdue(tx)
        assert deleted.purge_overdue(tx) == 0
    with opened.write("mona", NOW + 32 * DAY) as tx:
        assert deleted.is_overdue(tx)
        assert deleted.purge_overdue(tx) > 5
        assert not deleted.is_overdue(tx)
        traces = [trace.change for trace in records.traces(tx, sahra)]
    opened.check()
    opened.close()

    assert traces == ["added", "deleted", "erased"]
    content = office_file.read_bytes()
    assert [secret for secret in secrets if secret in content] == []
    wal = office_file.with_name(f"{office_file.name}-wal")
    assert not wal.exists() or not wal.stat().st_size


def test_one_line_can_be_removed_for_good_at_once(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        sahra, other = register(tx, newcomer()), register(tx, newcomer("Ana Ruiz"))
    for n, one in enumerate((sahra, other), 1):
        with database.write("mona", NOW + n * DAY) as tx:
            people.delete(tx, one)

    with database.write("mona", NOW + 3 * DAY) as tx:
        ana, line = deleted.rows(tx, TODAY)
        assert deleted.purge(tx, line.id) == "person"
        assert deleted.rows(tx, TODAY) == [ana]
        with pytest.raises(AlreadyBack):
            deleted.restore(tx, line.id)
        assert records.stored(tx, Person, [sahra, other]) != []
        assert records.stored(tx, Person, [sahra]) == []
        assert deleted.purge_all(tx) >= 3
        assert records.stored(tx, Person, [other]) == []


def test_undo_says_that_what_was_removed_for_good_does_not_come_back(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer())
    with database.write("mona", NOW + DAY) as tx:
        people.delete(tx, sahra)
        changes = tuple(tx.changes)
    with database.write("mona", NOW + 2 * DAY) as tx:
        deleted.purge_all(tx)

    with database.write("mona", NOW + 3 * DAY) as tx, pytest.raises(RemovedForGood):
        undoing.undo(tx, changes)


def test_what_something_stands_on_stays_and_the_rest_goes(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        club = organisations.save(tx, an_organisation(number=0))
        place(tx, organisation_id=club.id)
        other = organisations.save(tx, an_organisation(number=0, registration_number=""))
    with database.write("mona", NOW + DAY) as tx:
        # No operation does so; what an older program left behind must not break the file.
        records.remove(tx, club)
        records.remove(tx, other)

    with database.write("mona", NOW + 40 * DAY) as tx:
        deleted.purge_overdue(tx)
        assert records.stored(tx, Organisation, [club.id]) != []
        assert records.stored(tx, Organisation, [other.id]) == []
    database.check()


def test_the_office_says_when_something_has_to_stay_for_now(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        club = organisations.save(tx, an_organisation(number=0))
        place(tx, organisation_id=club.id)
    with database.write("mona", NOW + DAY) as tx:
        records.remove(tx, club)

    with database.write("mona", NOW + 2 * DAY) as tx, pytest.raises(KeptByOthers):
        deleted.purge(tx, deleted.rows(tx, TODAY)[0].id)


def test_a_role_that_was_taken_back_can_be_given_again(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer())
    for day in (1, 3):
        with database.write("mona", NOW + day * DAY) as tx:
            held = people.read(tx, sahra, TODAY).registration
            people.save(tx, replace(held, mentor=a_mentor(person_id=sahra)), TODAY)
            changes = tuple(tx.changes)
        with database.write("mona", NOW + (day + 1) * DAY) as tx:
            assert people.read(tx, sahra, TODAY).registration.mentor is not None
            undoing.undo(tx, changes)
