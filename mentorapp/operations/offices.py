"""The office itself: open or make its file, read and change what stands on its letters."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path, user_documents_path

from mentorapp.domain.accounts import Account, Right
from mentorapp.domain.errors import CannotWriteFile, FileTrouble, OfficeNotOpened, OfficeTooNew
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.office import Office, check_office
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.operations import backups, districts, schemes
from mentorapp.operations.intention import counts_all, intention
from mentorapp.operations.places import check_postal_code
from mentorapp.storage import ballast, disks, records, tallies
from mentorapp.storage.database import Database, Transaction, leave_nothing, open_database
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.recognition import next_path, slots_path


@dataclass(frozen=True, slots=True)
class Summary:
    """How much the office holds."""

    people: int
    mentors: int
    newcomers: int
    organisations: int
    pairings: int
    meetings: int


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What a new office begins with; ``schemes`` are the keys of the standard schemes in use."""

    path: Path
    office: Office
    schemes: Collection[str]


def own_folder() -> Path:
    """The program's own folder, which nobody looks into."""
    return user_data_path("Mentorapp", appauthor=False)


def default_path() -> Path:
    """Where the office lies unless somebody says otherwise: among the user's documents, where it
    is found when it is to be copied. Offices made before lay in the program's own folder, as do
    those of users whose documents are kept in step with other machines or lie on a network drive.
    """
    hidden = own_folder() / "office.db"
    found = user_documents_path() / "Mentorapp" / "office.db"
    if hidden.exists() or (disks.trouble(found) and not found.exists()):
        return hidden
    return found


def open_office(
    path: Path,
    *,
    create: bool = True,
    language: str = "nb",
    is_example: bool = False,
    keys: OfficeKeys | None = None,
    first: Account | None = None,
) -> Database:
    """Open the office; a new one gets the standard schemes, ``language`` for its papers,
    ``is_example`` and the ``first`` account before anything else is in it.

    ``keys`` come from ``unlocking``, which is what opens an encrypted office.

    Raises the subclasses of OfficeUnavailable, and CannotWriteFile where an office of an older
    program cannot be backed up before it is brought up to date. A file with tables and no office
    in them, as a program of before could leave when it was killed, is furnished where it may be
    written.
    """

    def furnish(tx: Transaction) -> None:
        tx.operation = "offices.open_office"
        records.add(tx, Office(language=language, is_example=is_example))
        records.add_all(tx, standard_schemes())
        if first is not None:
            records.add(tx, first)

    def keep(database: Database) -> None:
        backups.before_upgrade(database, datetime.now(UTC))

    try:
        database = open_database(
            path, create=create, furnish=furnish, keys=keys, before_upgrade=keep
        )
    except OfficeTooNew as refused:
        refused.backup = backups.newest_of_before(path, keys)
        raise
    try:
        with database.read() as tx:
            furnished = bool(records.find(tx, Office))
        if not furnished and database.read_only:
            raise OfficeNotOpened(path, FileTrouble.READ_ONLY)  # noqa: TRY301 - closed below
        if not furnished:
            with database.write("") as tx:
                furnish(tx)
    except BaseException:
        database.close()
        raise
    return database


def make(
    new: NewOffice, actor: str, keys: OfficeKeys | None = None, first: Account | None = None
) -> Database:
    """Make an office and name it; the standard schemes that are not wanted are put to rest.

    ``keys.make`` makes one that is encrypted, for its ``first`` account.

    Raises CannotWriteFile where a file is there already, and what ``save`` refuses. Whatever goes
    wrong leaves no file behind, which would be in the way of the next try.
    """
    check_new(new, with_keys=keys is not None)
    database = open_office(new.path, language=new.office.language, keys=keys, first=first)
    try:
        with database.write(actor) as tx:
            there = read(tx)
            save(tx, replace(new.office, id=there.id, version=there.version))
            for scheme in schemes.all_schemes(tx):
                if scheme.key not in new.schemes:
                    schemes.save(tx, replace(scheme, active=False))
    except BaseException:
        database.close()
        with suppress(OSError):  # why it was not made is what is to be told
            leave_nothing(new.path)
        raise
    return database


def check_new(new: NewOffice, *, with_keys: bool = False) -> None:
    """Raise CannotWriteFile where a file is there already, or what is wrong with the office.

    So do key slots alone, unless it is ``with_keys`` just put there: they may be all that opens
    the backups of an office that is gone.
    """
    check_office(new.office)
    slots = () if with_keys else (slots_path(new.path), next_path(new.path))
    for path in (new.path, *slots):
        if path.exists():
            raise CannotWriteFile(path.name, FileTrouble.IS_THERE)


def keep_room(path: Path) -> None:
    """Keep some room beside the office for the day the disk is full."""
    ballast.keep(path)


def check(database: Database) -> None:
    """Raise OfficeDamaged unless the file is sound throughout."""
    database.check()


def read(tx: Transaction) -> Office:
    """The office's own data."""
    return records.find(tx, Office)[0]


@intention(needs=Right.SETTINGS)
def save(tx: Transaction, office: Office) -> Office:
    """Change the office's own data."""
    check_office(office)
    check_postal_code(office.country, office.postal_code)
    districts.check(office.country, office.districts)
    return records.amend(tx, office)


@counts_all
def summary(tx: Transaction) -> Summary:
    """Count the records."""
    return Summary(
        *(
            tallies.count(tx, kind)
            for kind in (Person, Mentor, Newcomer, Organisation, Pairing, Meeting)
        )
    )
