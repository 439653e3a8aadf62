"""The office itself: open or make its file, read and change what stands on its letters."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.office import Office, check_office
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.operations.intention import intention
from mentorapp.operations.places import check_postal_code
from mentorapp.storage import records, tallies
from mentorapp.storage.database import Database, Transaction, open_database


@dataclass(frozen=True, slots=True)
class Summary:
    """How much the office holds."""

    people: int
    mentors: int
    newcomers: int
    organisations: int
    pairings: int
    meetings: int


def default_path() -> Path:
    """Where the office lies unless somebody says otherwise: the user's own data directory."""
    return user_data_path("Mentorapp", appauthor=False) / "office.db"


def open_office(path: Path, *, create: bool = True, language: str = "nb") -> Database:
    """Open the office; a new one gets the four standard schemes and ``language`` for its papers.

    Raises the subclasses of OfficeUnavailable.
    """
    database = open_database(path, create=create)
    try:
        if not database.read_only:
            _furnish(database, language)
    except BaseException:
        database.close()
        raise
    return database


def _furnish(database: Database, language: str) -> None:
    with database.read() as tx:
        if records.find(tx, Office):
            return
    with database.write("") as tx:
        tx.operation = "offices.open_office"
        records.add(tx, Office(language=language))
        records.add_all(tx, standard_schemes())


def check(database: Database) -> None:
    """Raise OfficeDamaged unless the file is sound throughout."""
    database.check()


def read(tx: Transaction) -> Office:
    """The office's own data."""
    return records.find(tx, Office)[0]


@intention
def save(tx: Transaction, office: Office) -> Office:
    """Change the office's own data."""
    check_office(office)
    check_postal_code(office.country, office.postal_code)
    return records.amend(tx, office)


def summary(tx: Transaction) -> Summary:
    """Count the records."""
    return Summary(
        *(
            tallies.count(tx, kind)
            for kind in (Person, Mentor, Newcomer, Organisation, Pairing, Meeting)
        )
    )
