"""What takes two: somebody else who handles protected people agrees with her own passphrase.

Asked for where a protection is to fall, where a letter about somebody strictly confidential is
looked at or printed, and where all that is known of somebody protected is given out, erased or made
anonymous. An office without accounts cannot ask: there whoever opened it decides.
"""

from uuid import UUID

from mentorapp.domain.account_errors import SecondPersonNeeded
from mentorapp.domain.accounts import Account, Who, who
from mentorapp.domain.key_errors import NoSlotOpens
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.protection_rules import check_second
from mentorapp.operations import coming_in
from mentorapp.storage import key_file, records, shields
from mentorapp.storage.database import Database, Transaction


def agreeing(database: Database, passphrase: str, level: Protection) -> Who:
    """Who agrees, for ``Transaction.second``. Takes half a second of work.

    Raises what ``by_passphrase`` does, and SecondPersonNeeded where it is the same person or one
    who does not handle people of this level.
    """
    second = by_passphrase(database, passphrase)
    if database.who.account is None:
        raise SecondPersonNeeded(level)
    check_second(database.who, second, level)
    return second


def by_passphrase(database: Database, passphrase: str) -> Who:
    """Whose passphrase it is. Raises NoSlotOpens, also for an account that is closed: the log
    tells of it.
    """
    with coming_in.agreeing(database):
        opened = key_file.opened(database.path, lambda slots: slots.opened_by(passphrase))
        with database.read() as tx:
            account = records.by_id(records.find(tx, Account)).get(UUID(opened.holder))
        if account is None or account.closed_on is not None:
            raise NoSlotOpens
    return who(account)


def check_all(tx: Transaction, level: Protection) -> None:
    """Raise SecondPersonNeeded unless a second person agrees to give out or remove all that is
    known of somebody with a protected address: who asks may be the one he hides from. Who agreed
    is noted.
    """
    if level is not Protection.NONE:
        check_second(tx.who, tx.second, level)
        shields.note_second(tx, tx.second)


def check_print(tx: Transaction, levels: tuple[Protection, ...]) -> None:
    """Raise SecondPersonNeeded unless a second person agrees to print about these, if need be."""
    if strictest(levels) is Protection.STRICT:
        check_second(tx.who, tx.second, Protection.STRICT)
