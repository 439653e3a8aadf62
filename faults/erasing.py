"""People who are to be forgotten: no byte of them is left, and none comes back with a backup.

Nor does the address of somebody who was protected after the backup was made.
"""

import random
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.crowd import TODAY, mentors
from benchmarks.made_offices import ACTOR
from faults.results import Result, Size, Tally
from mentorapp.domain.contact_details import without_where
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, Transaction, erasing, offices, people, restoring
from mentorapp.operations.registrations import Registration, save_new
from mentorapp.storage import backups, erasure_file, protection_file
from mentorapp.storage.backup_folder import backups_of

_NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def results(folder: Path, size: Size) -> Sequence[Result]:
    """One in a hundred is erased and one protected, in an office in plain text, where every byte
    can be read.
    """
    path, rnd = folder / "office.db", random.Random(1)
    everybody = [_told_apart(one, at) for at, one in enumerate(mentors(size.of(3000, 200)))]
    many = max(2, len(everybody) // 100)
    sample = rnd.sample(everybody, 2 * many)
    gone, hidden = sample[:many], sample[many:]
    homes = [word for one in hidden for word in _homes(one)]
    words = [word for one in gone for word in _words(one)]
    with closing(offices.open_office(path)) as database:
        with database.write(ACTOR, _NOW) as tx:
            save_new(tx, everybody, TODAY)
        backup = backups.make(database, None, backups_of(path), _NOW)
        there = Tally()
        for word in (*words, *homes):
            there.add("" if word not in backup.path.read_bytes() else "there, as it must be")
        # Those of the first half stand in no list then: the office alone knows of them.
        _take_away(database, gone[: many // 2], hidden[: many // 2])
        erasure_file.erasures_path(path).unlink()
        protection_file.protections_path(path).unlink()
        _take_away(database, gone[many // 2 :], hidden[many // 2 :])
    after, again, homes_again = Tally(), Tally(), Tally()
    _search(path, words, after)
    restoring.restore(backup.path, path, None, ACTOR, _NOW + timedelta(days=2))
    _search(path, words, again)
    _search(path, homes, homes_again)
    said = f"{many} of {len(everybody):,} people"
    again_said = f"{said}, {many // 2} of them in no list"
    return [
        there.result("their words are searched for in the backup of before", control=True),
        after.result("erased people: none of their words in the bytes of the file", said),
        again.result("the same after that backup was restored", again_said),
        homes_again.result(
            "who became strictly confidential since the backup: no address after it", again_said
        ),
    ]


def _told_apart(one: Registration, at: int) -> Registration:
    """With words that nobody else has."""
    person = replace(one.person, family_name=f"Zznavn{at}q", notes=f"Zznotat{at}q")
    details = replace(one.details, address=f"Zzgate{at}q 3", email=f"zzpost{at}q@eksempel.example")
    return replace(one, person=person, details=details)


def _words(one: Registration) -> list[bytes]:
    texts = (one.person.family_name, one.person.notes, one.details.address, one.details.email)
    return [text.encode() for text in texts]


def _homes(one: Registration) -> list[bytes]:
    return [one.details.address.encode(), one.details.email.encode()]


def _take_away(
    database: Database, gone: Sequence[Registration], hidden: Sequence[Registration]
) -> None:
    for one in gone:
        with database.write(ACTOR, _NOW + timedelta(days=1)) as tx:
            erasing.erase(tx, one.person.id)
    for one in hidden:
        with database.write(ACTOR, _NOW + timedelta(days=1)) as tx:
            _protect(tx, one)


def _protect(tx: Transaction, one: Registration) -> None:
    held = people.registration(tx, one.person.id)
    person = replace(held.person, protection=Protection.STRICT)
    bare = replace(held, person=person, details=without_where(held.details))
    people.save(tx, bare, TODAY)


def _search(office: Path, words: Sequence[bytes], tally: Tally) -> None:
    content = b"".join(
        one.read_bytes() for one in office.parent.glob(f"{office.name}*") if one.is_file()
    )
    for word in words:
        tally.add("found" if word in content else "")
