"""Whoever asks to be forgotten is in no byte of the office, nor in one that is restored later."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from mentorapp.domain.accounts import EVERYBODY, Role, Who
from mentorapp.domain.calls import Call
from mentorapp.domain.errors import PairingStillRuns
from mentorapp.domain.letters import LetterIssued, LetterKind
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.personal_data import DataCategory
from mentorapp.domain.protection import Protection
from mentorapp.domain.retention import DecisionKind, RetentionDecision
from mentorapp.domain.retention_errors import OnHold
from mentorapp.operations import (
    Database,
    anonymising,
    calls,
    deleted,
    erasing,
    meetings,
    offices,
    pairing,
    people,
    restoring,
)
from mentorapp.storage import backups, erasure_file, records, stored_files
from mentorapp.storage.backup_folder import backups_of
from mentorapp.storage.database import Transaction
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import (
    buddy,
    end_early,
    mentor_id,
    newcomer,
    pair,
    protect,
    register,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECRETS = ("Xandriana", "Quist", "xq@quist", "Zebragata", "Wolframord", "Yttriumord", "Kurtisord")


def xandriana(tx: Transaction) -> UUID:
    """Somebody of whom much is written, in a pair that has ended and elsewhere."""
    who = newcomer(
        "Xandriana Quist", email="xq@quist.example", address="Zebragata 99", notes="Wolframord"
    )
    saved = people.save(tx, who, TODAY)
    assert saved.newcomer is not None
    one = pairing.pair_by_hand(
        tx, buddy(tx), mentor_id(tx), saved.newcomer.id, TODAY, "Mona Elvestrand"
    )
    meetings.log(tx, a_meeting(pairing_id=one.id, notes="Yttriumord", held_on=TODAY), TODAY)
    end_early(tx, one.id, TODAY, TODAY)
    sahra = saved.person.id
    calls.note(tx, Call(person_id=sahra, called_on=TODAY, note="Kurtisord"), TODAY)
    register(tx, newcomer("Ana Ruiz", notes="Kom sammen med Xandriana Quist"))
    letter = LetterIssued(
        kind=LetterKind.THANKS,
        person_id=sahra,
        language="nb",
        issued_at=NOW,
        issued_by="mona",
        text="Kjære Xandriana",
    )
    records.add(tx, letter)
    stored_files.keep(tx, {letter.id: b"%PDF Xandriana Quist"})
    return sahra


def bytes_of(office: Path) -> bytes:
    """The file with its log, as it lies on the disk."""
    wal = office.with_name(f"{office.name}-wal")
    return office.read_bytes() + (wal.read_bytes() if wal.exists() else b"")


def found_in(office: Path) -> list[str]:
    content = bytes_of(office)
    return [one for one in SECRETS if one.encode() in content]


def test_nothing_of_somebody_erased_is_in_the_file_or_in_one_restored_later(
    office_file: Path,
) -> None:
    office = offices.open_office(office_file)
    with office.write("mona", NOW) as tx:
        sahra = xandriana(tx)
    backup = backups.make(office, None, backups_of(office_file), NOW)
    with office.write("mona", NOW + timedelta(days=1)) as tx:
        done = erasing.erase(tx, sahra)
        assert tx.changes == []
        assert deleted.rows(tx, TODAY) == []
        assert records.stored(tx, Person, [sahra]) == []
    office.close()

    assert done.records > 12
    assert done.looked > 500
    assert done.found == 0
    assert found_in(backup.path) == list(SECRETS)
    assert found_in(office_file) == []

    restoring.restore(backup.path, office_file, None, "kari", NOW + timedelta(days=2))

    assert found_in(office_file) == []
    with closing(offices.open_office(office_file)) as back, back.read() as tx:
        (ana, _mentor) = sorted(people.all_people(tx), key=lambda one: one.person.name)
        assert ana.person.name == "Ana Ruiz"
        assert records.find(tx, Pairing) == []
        back.check()


def test_who_was_anonymous_is_so_again_when_an_older_backup_is_restored(office_file: Path) -> None:
    office = offices.open_office(office_file)
    with office.write("mona", NOW) as tx:
        sahra = xandriana(tx)
        role = records.find(tx, Newcomer, person_id=sahra)[0]
        people.set_newcomer_status(tx, role.id, NewcomerStatus.WITHDRAWN, TODAY)
    backup = backups.make(office, None, backups_of(office_file), NOW)
    with office.write("mona", NOW + timedelta(days=1)) as tx:
        anonymising.anonymise(tx, sahra, TODAY)
    office.close()
    assert found_in(office_file) == []

    restoring.restore(backup.path, office_file, None, "kari", NOW + timedelta(days=2))

    assert found_in(office_file) == []
    with closing(offices.open_office(office_file)) as back, back.read() as tx:
        assert records.get(tx, Person, sahra).anonymised_on is not None
        assert len(records.find(tx, Meeting)) == 1


def test_the_preview_tells_what_goes_what_would_stay_and_who_else_is_named(
    database: Database,
) -> None:
    with database.write("mona", NOW) as tx:
        sahra = xandriana(tx)
        told = erasing.preview(tx, sahra)
    assert (told.name, told.pairs, told.elsewhere) == ("Xandriana Quist", 1, 1)
    assert told.goes[DataCategory.MEETINGS] >= 1
    assert told.goes[DataCategory.LETTERS] == 1
    assert DataCategory.CONVERSATIONS in told.goes
    assert DataCategory.CONVERSATIONS not in told.stays


def test_the_mentor_of_somebody_erased_is_still_there(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        erasing.erase(tx, xandriana(tx))
        names = sorted(one.person.name for one in people.all_people(tx))
        assert records.find(tx, Pairing) == []
    assert names == ["Ana Ruiz", "Marit Bekkelund"]


def test_a_pair_is_ended_first_and_a_hold_keeps_everything(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        running = pair(tx, name="Ana Ruiz")
        with pytest.raises(PairingStillRuns):
            erasing.erase(tx, records.get(tx, Mentor, running.mentor_id).person_id)
        sahra = xandriana(tx)
        hold = RetentionDecision(
            subject_id=sahra, kind=DecisionKind.HOLD, reason="Klage", decided_on=TODAY
        )
        records.add(tx, hold)
        with pytest.raises(OnHold) as held:
            erasing.erase(tx, sahra)
        records.amend(tx, replace(hold, lifted_on=TODAY))
        erasing.erase(tx, sahra)
    assert held.value.reason == "Klage"


def test_the_list_beside_the_office_has_ids_alone(office_file: Path) -> None:
    with closing(offices.open_office(office_file)) as office, office.write("mona", NOW) as tx:
        sahra = xandriana(tx)
        erasing.erase(tx, sahra)
    assert sahra in erasure_file.read(office_file)["people"]
    listed = erasure_file.erasures_path(office_file).read_text(encoding="ascii")
    assert not any(one in listed for one in SECRETS)


def test_somebody_is_erased_whole_by_a_coordinator_who_does_not_know_the_other_half(
    database: Database,
) -> None:
    with database.write("mona", NOW) as tx:
        sahra = xandriana(tx)
        (ended,) = records.find(tx, Pairing)
        marit = records.get(tx, Mentor, ended.mentor_id).person_id
        protect(tx, marit, Protection.STRICT)
    database.who = Who("Kari", frozenset({Role.COORDINATOR}))
    with database.write("kari", NOW) as tx:
        assert records.find(tx, Pairing) == []
        assert erasing.preview(tx, sahra).pairs == 1
        assert erasing.erase(tx, sahra).found == 0
    database.who = EVERYBODY
    with database.read() as tx:
        assert records.stored(tx, Pairing, [ended.id]) == []
        assert records.get(tx, Person, marit).protection is Protection.STRICT
    database.check()
