"""Noting who came in to an encrypted office, and who was not let in before."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from mentorapp.domain.accounts import Account
from mentorapp.domain.audit import OF_THE_SECOND, Did
from mentorapp.domain.errors import DiskFull, OfficeBusy
from mentorapp.domain.key_errors import NoSlotOpens
from mentorapp.domain.office import Office
from mentorapp.storage import attempts_file, audit_chain, records
from mentorapp.storage.database import Database, Transaction
from mentorapp.storage.key_slots import Way
from mentorapp.storage.tables import MIRRORS


@contextmanager
def trying(path: Path) -> Iterator[None]:
    """Around the try to open an office: one that fails is noted beside it."""
    try:
        yield
    except NoSlotOpens:
        attempts_file.add(path, datetime.now(UTC))
        raise


@contextmanager
def agreeing(database: Database) -> Iterator[None]:
    """Around the try to agree as the second person in an office that is open: one that fails is
    noted with the name of who asked. Outside a transaction.
    """
    try:
        yield
    except NoSlotOpens:
        _turned_away(database)
        raise


def _turned_away(database: Database) -> None:
    if not database.read_only:
        with suppress(OfficeBusy, DiskFull), database.write(database.actor) as tx:
            tx.operation = "second_person.agree"
            office = [one.id for one in records.find(tx, Office)]
            fields = [OF_THE_SECOND] * len(office)
            audit_chain.append(tx, MIRRORS[Office].name, office, Did.TURNED_AWAY, fields)
            return
    attempts_file.add(database.path, datetime.now(UTC))


def came_in(database: Database, way: Way) -> None:
    """Note who is there now, and the tries before that failed, with the moment of each.

    An office that is only read, or has no room, is opened without.
    """
    account = database.who.account
    if database.read_only or account is None:
        return
    failed = attempts_file.read(database.path)
    with suppress(OfficeBusy, DiskFull):
        with database.write(database.who.name) as tx:
            tx.operation = "unlocking.come_in"
            _note_failed(tx, failed)
            audit_chain.append(
                tx, MIRRORS[Account].name, [account], Did.CAME_IN, [(f"by_{way.value}",)]
            )
        attempts_file.clear(database.path)


def _note_failed(tx: Transaction, failed: list[datetime]) -> None:
    """Nobody knows who it was."""
    actor, now = tx.actor, tx.now
    office = [one.id for one in records.find(tx, Office)]
    for at in failed:
        tx.actor, tx.now = "", min(at, now)
        audit_chain.append(tx, MIRRORS[Office].name, office, Did.TURNED_AWAY, [()] * len(office))
    tx.actor, tx.now = actor, now
