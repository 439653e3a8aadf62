"""What letters said, and their pages, go from the file with those of whom they tell."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from mentorapp.domain.letters import LetterIssued, LetterKind
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.records import Record
from mentorapp.operations import Transaction, deleted, letters, offices, people
from mentorapp.storage import records, stored_files
from tests.factories import TODAY
from tests.mentorapp.operations.lettering import new_newcomer
from tests.mentorapp.operations.registering import end_early, pair

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
NAME = b"Xandriana"


def print_and_keep(tx: Transaction, *kinds: LetterKind) -> list[LetterIssued]:
    due = [one for one in letters.due(tx, TODAY) if one.kind in kinds]
    return letters.record(tx, letters.render(tx, due, TODAY))


def parts_of_pages(tx: Transaction, issued: list[LetterIssued]) -> list[bytes]:
    """Of each page kept a few bytes from where SQLite keeps them in one piece."""
    pages = [stored_files.read(tx, one.id) for one in issued]
    return [page[400:460] for page in pages if page is not None]


def remove(tx: Transaction, *gone: Record) -> None:
    """As erasing will: no other operation removes who was paired."""
    for one in gone:
        records.remove(tx, one)


def still_there(file: Path, *parts: bytes) -> list[bool]:
    content = file.read_bytes()
    return [part in content for part in parts]


def test_a_letter_and_its_page_go_with_the_person_it_was_written_to(office_file: Path) -> None:
    office = offices.open_office(office_file)
    with office.write("mona", NOW) as tx:
        made = new_newcomer(tx, "Xandriana Quist")
        issued = print_and_keep(tx, LetterKind.REGISTRATION)
        pages = parts_of_pages(tx, issued)
    with office.write("mona", NOW + DAY) as tx:
        people.delete(tx, made.person_id)
    office.close()
    assert still_there(office_file, NAME, *pages) == [True, True]

    office = offices.open_office(office_file)
    with office.write("mona", NOW + 2 * DAY) as tx:
        deleted.purge_all(tx)
        assert not stored_files.which(tx, [one.id for one in issued])
    office.close()

    assert still_there(office_file, NAME, *pages) == [False, False]


def test_both_letters_of_a_pair_go_when_one_of_the_two_is_removed(office_file: Path) -> None:
    office = offices.open_office(office_file)
    with office.write("mona", NOW) as tx:
        made = pair(tx, on=TODAY - 3 * DAY, given_name="Xandriana", family_name="Quist")
        issued = print_and_keep(tx, LetterKind.PAIRING_MENTOR, LetterKind.PAIRING_NEWCOMER)
        pages = parts_of_pages(tx, issued)
        end_early(tx, made.id, TODAY, TODAY)
    office.close()
    assert still_there(office_file, NAME, *pages) == [True, True, True]

    office = offices.open_office(office_file)
    with office.write("mona", NOW + DAY) as tx:
        remove(tx, *gone_with(tx, made.id))
    with office.write("mona", NOW + 2 * DAY) as tx:
        deleted.purge_all(tx)
        assert records.find(tx, LetterIssued) == []
    office.close()

    assert still_there(office_file, NAME, *pages) == [False, False, False]
    offices.open_office(office_file).close()


def gone_with(tx: Transaction, pairing_id: UUID) -> list[Record]:
    """The pairing and its newcomer, whole."""
    made = records.get(tx, Pairing, pairing_id)
    person = records.get(tx, Newcomer, made.newcomer_id).person_id
    held = people.read(tx, person, TODAY).registration
    assert held.newcomer is not None
    return [made, held.newcomer, held.details, held.person]
