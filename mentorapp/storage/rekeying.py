"""Giving an office other keys, or its first ones: a new file that takes the old one's place.

SQLCipher can change the key of a file where it lies, but a program that is killed meanwhile would
leave half of it. Here either the old file stays with its slots or the new one has taken its place
with its own: the new slots lie beside, as ``office.db.keys.next``, until the file is exchanged, and
whoever opens the office next tells by the file which of the two are right.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime

from mentorapp.domain.errors import CannotWriteFile
from mentorapp.domain.files import trouble_of
from mentorapp.storage import backups, engines, key_file
from mentorapp.storage.database import Database, Transaction, leave_nothing, open_database
from mentorapp.storage.key_slots import KeySlots, OfficeKeys


def rekey(
    database: Database,
    keys: OfficeKeys,
    slots: KeySlots,
    actor: str,
    now: datetime,
    change: Callable[[Transaction], object],
) -> None:
    """Write the open office into a file with other ``keys``, have ``change`` do in it what goes
    with that, check it and exchange the two; ``slots`` hold the keys.

    Raises what ``change`` does, ReadOnlyOffice, OfficeBusy while another program looks on,
    OfficeDamaged and CannotWriteFile: nothing has changed then, except where it is the file of
    slots that could not be written: the office has the new keys and stays open.
    """
    path, old = database.path, database.keys
    copy = path.with_name(f"{path.name}.rekeying")
    with database.apart():
        try:
            leave_nothing(copy)  # of a program that was killed
            copy.touch(0o600)
            if old is None:
                engines.encrypt(path, copy, keys)
            else:
                with (
                    closing(engines.at_rest(path, old)) as source,
                    closing(engines.at_rest(copy, keys, writable=True)) as target,
                ):
                    source.backup(target)
            with closing(open_database(copy, create=False, keys=keys)) as renewed:
                renewed.who = database.who
                with renewed.write(actor, now) as tx:
                    change(tx)
            backups.check(copy, keys)
            key_file.write_next(path, slots, keys)
            key_file.sync_file(copy)
            copy.replace(path)
            database.keys = keys
            key_file.take_next(path, slots, keys)
        except OSError as error:
            raise CannotWriteFile(path.name, trouble_of(error)) from error
        finally:
            with suppress(OSError):  # what went wrong before is what is to be told
                leave_nothing(copy)
