import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from mentorapp.domain.errors import (
    CannotWriteFile,
    FileTrouble,
    InvalidField,
    NotAnOffice,
    OfficeNotOpened,
    OfficeTooNew,
    ReadOnlyOffice,
)
from mentorapp.domain.office import Office
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.operations import Database, backups, offices, schemes
from mentorapp.operations.offices import NewOffice
from mentorapp.storage import schema
from mentorapp.storage.database import open_database
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from tests.factories import an_office
from tests.mentorapp.operations.registering import pair

BEFORE = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[3]


def test_a_new_office_speaks_the_language_it_was_made_in(tmp_path: Path) -> None:
    for language in ("nb", "en"):
        database = offices.open_office(tmp_path / f"{language}.db", language=language)
        with database.read() as tx:
            assert offices.read(tx).language == language
        database.close()
    again = offices.open_office(tmp_path / "nb.db", language="en")
    with again.read() as tx:
        assert offices.read(tx).language == "nb"
    again.close()


def test_an_office_is_not_made_when_it_was_only_to_be_opened(tmp_path: Path) -> None:
    with pytest.raises(OfficeNotOpened):
        offices.open_office(tmp_path / "no.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_an_office_without_room_for_itself_in_the_path_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.db").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 5000)
    with pytest.raises(NotAnOffice):
        offices.open_office(tmp_path / "photo.db")


CUT_SHORT = """
import os, signal, sys
from pathlib import Path
from mentorapp.operations import offices

def die():
    os.kill(os.getpid(), signal.SIGKILL)

offices.standard_schemes = die
offices.open_office(Path(sys.argv[1]))
"""


def test_a_program_killed_while_it_furnishes_leaves_no_office_half_made(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    command = [sys.executable, "-c", CUT_SHORT, str(path)]
    killed = subprocess.run(command, timeout=60, cwd=ROOT, check=False)
    assert killed.returncode == -9
    assert path.exists()
    with pytest.raises(OfficeNotOpened) as refused:
        offices.open_office(path, create=False)
    assert refused.value.reason == FileTrouble.NOT_THERE
    database = offices.open_office(path)
    with database.read() as tx:
        assert len(schemes.all_schemes(tx)) == 5
    database.close()


def test_tables_without_an_office_are_refused_read_only_and_furnished_for_writing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "office.db"
    bare = open_database(path)
    with pytest.raises(OfficeNotOpened) as refused:
        offices.open_office(path)
    assert refused.value.reason == FileTrouble.READ_ONLY
    bare.close()
    for _again in range(2):
        database = offices.open_office(path, language="en")
        with database.read() as tx:
            assert offices.read(tx).language == "en"
            assert len(schemes.all_schemes(tx)) == 5
        database.close()


def test_the_offices_own_data_are_changed_and_checked(database: Database) -> None:
    with database.write("mona") as tx:
        stored = offices.read(tx)
        wanted = an_office(id=stored.id, version=stored.version)
        assert offices.save(tx, wanted).name == "Fjordvik frivilligsentral"
        assert offices.read(tx).coordinators == ("Ingrid Solbakken",)
        with pytest.raises(InvalidField):
            offices.save(tx, replace(offices.read(tx), name="x" * 500))
        with pytest.raises(InvalidField) as refused:
            offices.save(tx, replace(offices.read(tx), postal_code="9999"))
        assert refused.value.field == "postal_code"


def test_a_second_program_reads_what_was_saved_and_writes_nothing(
    database: Database, office_file: Path
) -> None:
    with database.write("mona") as tx:
        pair(tx)
    second = offices.open_office(office_file)
    assert second.read_only
    with second.read() as tx:
        assert offices.summary(tx).pairings == 1
    with pytest.raises(ReadOnlyOffice) as refused, second.write("jon"):
        pass
    assert refused.value.holder
    second.close()
    with database.write("mona") as tx:
        pair(tx)


def test_the_summary_counts_what_there_is(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx)
        found = offices.summary(tx)
    assert found == offices.Summary(
        people=2, mentors=1, newcomers=1, organisations=0, pairings=1, meetings=0
    )
    offices.check(database)


def test_a_new_office_is_named_and_has_the_schemes_that_were_chosen(tmp_path: Path) -> None:
    new = NewOffice(
        tmp_path / "new" / "office.db", Office(name="Lillevik", language="da"), {"buddy"}
    )
    made = offices.make(new, "mona")
    with made.read() as tx:
        office = offices.read(tx)
        active = [one.key for one in schemes.all_schemes(tx, active_only=True)]
        every = schemes.all_schemes(tx)
    made.close()
    assert (office.name, office.language) == ("Lillevik", "da")
    assert active == ["buddy"]
    assert len(every) == len(standard_schemes())


def test_what_cannot_be_right_about_a_new_office_is_refused_before_there_is_a_file(
    tmp_path: Path,
) -> None:
    new = NewOffice(tmp_path / "office.db", Office(name="Lillevik", phone="call me"), {"buddy"})
    with pytest.raises(InvalidField):
        offices.make(new, "mona")
    assert list(tmp_path.iterdir()) == []


def test_a_new_office_that_fails_once_its_file_is_there_can_be_made_at_the_next_try(
    tmp_path: Path,
) -> None:
    beyond = Office(name="Lillevik", postal_code="9999")  # looked up after the file was made
    with pytest.raises(InvalidField):
        offices.make(NewOffice(tmp_path / "office.db", beyond, {"buddy"}), "mona")
    assert list(tmp_path.iterdir()) == []

    right = NewOffice(tmp_path / "office.db", Office(name="Lillevik"), {"buddy"})
    offices.make(right, "mona").close()
    assert (tmp_path / "office.db").exists()


def test_a_new_office_never_replaces_a_file(office_file: Path) -> None:
    before = office_file.read_bytes()
    with pytest.raises(CannotWriteFile):
        offices.make(NewOffice(office_file, Office(name="Lillevik"), {"buddy"}), "mona")
    assert office_file.read_bytes() == before


def test_an_office_is_not_made_among_documents_that_are_kept_in_step(
    fresh_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = fresh_home / "OneDrive - Lillevik kommune"
    monkeypatch.setattr(offices, "user_documents_path", lambda: documents)
    assert offices.default_path() == offices.own_folder() / "office.db"
    before = documents / "Mentorapp" / "office.db"
    before.parent.mkdir(parents=True)
    before.write_bytes(b"")
    assert offices.default_path() == before


def test_an_office_made_before_stays_the_usual_one(fresh_home: Path) -> None:
    usual = offices.default_path()
    assert usual == fresh_home / "Documents" / "Mentorapp" / "office.db"
    assert offices.own_folder() not in usual.parents
    before = offices.own_folder() / "office.db"
    before.parent.mkdir(parents=True)
    before.write_bytes(b"")
    assert offices.default_path() == before


def test_an_office_of_a_newer_program_tells_of_the_backup_made_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = offices.open_office(tmp_path / "office.db")
    backups.make(office, BEFORE)
    with office.write("Mona") as tx:
        tx.connection.execute(text("UPDATE alembic_version SET version_num = '9001'"))
    backups.make(office, BEFORE + timedelta(days=1))
    office.close()
    with pytest.raises(OfficeTooNew) as refused:
        offices.open_office(office.path)
    assert refused.value.backup == BEFORE
    said = explain(Words("en"), refused.value)
    assert "Install the newer version" in said
    assert "27 Nov 2026" in said
    monkeypatch.setattr(schema, "HEAD", "0001")
    with pytest.raises(OfficeTooNew) as refused:
        offices.open_office(office.path)
    assert refused.value.backup is None
    assert "backup" not in explain(Words("en"), refused.value)
