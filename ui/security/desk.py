"""What Settings, Security can do with the office: each beside the window, one after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.accounts import Account, Who
from mentorapp.domain.errors import Refused
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Database, backups, keys, offices, schemes, ways_in
from mentorapp.operations.keys import FirstWays
from mentorapp.operations.recovery_papers import recovery_paper
from mentorapp.operations.ways_in import WayIn
from mentorapp.words import Words
from ui.settings_store import Preferences
from ui.work import Worker

T = TypeVar("T")
Refuse = Callable[[Refused], object]
Done = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Known:
    """Who may come in, who might once, and for which schemes."""

    ways: list[WayIn]
    closed: list[Account]
    schemes: list[Scheme]


class Desk(QObject):
    """One for a window."""

    encrypted = Signal()
    """The office was encrypted just now: it is to be opened anew."""
    minutes_changed = Signal(int)

    def __init__(
        self, worker: Worker, database: Database, words: Words, preferences: Preferences
    ) -> None:
        super().__init__()
        self._worker, self._database, self._words = worker, database, words
        self._preferences = preferences

    @property
    def minutes(self) -> int:
        """After so many without a sign of life the window locks."""
        return self._preferences.lock_minutes

    @property
    def who(self) -> Who:
        """Who is at the keyboard."""
        return self._database.who

    @property
    def is_encrypted(self) -> bool:
        """Whether there are passphrases at all."""
        return self._database.keys is not None

    def set_minutes(self, minutes: int) -> None:
        """Lock after so long from now on."""
        self._preferences.lock_minutes = minutes
        self.minutes_changed.emit(minutes)

    def ways(
        self,
        asker: QObject,
        then: Callable[[Known], object],
        refused: Refuse,
    ) -> None:
        """Every account with a way in, those without, and the schemes there are."""
        database = self._database

        def job() -> Known:
            found, gone = ways_in.all_ways(database), ways_in.closed(database)
            with database.read() as tx:
                return Known(found, gone, schemes.all_schemes(tx))

        self._worker.compute(asker, lambda _progress: job(), then, refused)

    def add(
        self, asker: QObject, account: Account, passphrase: str, then: Done, refused: Refuse
    ) -> None:
        """Let somebody in."""
        self._alone(asker, lambda: ways_in.add(self._database, account, passphrase), then, refused)

    def reopen(
        self, asker: QObject, account: UUID, passphrase: str, then: Done, refused: Refuse
    ) -> None:
        """Let somebody in again who was removed."""
        self._alone(
            asker, lambda: ways_in.reopen(self._database, account, passphrase), then, refused
        )

    def change(self, asker: QObject, account: Account, then: Done, refused: Refuse) -> None:
        """Other roles, schemes, name or level."""
        self._renewing(asker, lambda: ways_in.change(self._database, account), then, refused)

    def change_own(self, asker: QObject, old: str, new: str, then: Done, refused: Refuse) -> None:
        """Another passphrase for whoever is at the keyboard."""
        database = self._database
        self._alone(asker, lambda: ways_in.change_passphrase(database, old, new), then, refused)

    def give(
        self, asker: QObject, account: UUID, passphrase: str, then: Done, refused: Refuse
    ) -> None:
        """A passphrase for somebody who forgot hers."""
        database = self._database
        self._alone(
            asker, lambda: ways_in.give_passphrase(database, account, passphrase), then, refused
        )

    def remove(self, asker: QObject, account: UUID, on: date, then: Done, refused: Refuse) -> None:
        """Let somebody in no more; the office gets other keys."""
        self._renewing(asker, lambda: ways_in.remove(self._database, account, on), then, refused)

    def paper(
        self, asker: QObject, recovery: bytes, then: Callable[[bytes], object], refused: Refuse
    ) -> None:
        """The recovery key on paper."""
        words, today = self._words, datetime.now(UTC).date()
        database = self._database

        def job() -> bytes:
            with database.read() as tx:
                office = offices.read(tx).name
            return recovery_paper(recovery, office, words, today)

        self._worker.compute(asker, lambda _progress: job(), then, refused)

    def renew(self, asker: QObject, recovery: bytes, then: Done, refused: Refuse) -> None:
        """Have this recovery key from now on, and other keys."""
        database = self._database
        self._renewing(asker, lambda: ways_in.renew_recovery_key(database, recovery), then, refused)

    def encrypt(self, asker: QObject, first: FirstWays, refused: Refuse) -> None:
        """Encrypt an office that was begun without."""
        database = self._database
        self._renewing(
            asker,
            lambda: keys.encrypt(database, first),
            lambda _done: self.encrypted.emit(),
            refused,
        )

    def _renewing(
        self, asker: QObject, job: Callable[[], object], then: Done, refused: Refuse
    ) -> None:
        """Where the office gets other keys by it, the backups of before open by what was taken
        away: a new one goes with it. `then` gets why there is none, if so.
        """
        database = self._database

        def renewed() -> Refused | None:
            before = database.keys
            job()
            if database.keys == before:
                return None
            return backups.after_other_keys(database, datetime.now(UTC))

        self._alone(asker, renewed, then, refused)

    def _alone(
        self, asker: QObject, job: Callable[[], T], then: Callable[[T], object], refused: Refuse
    ) -> None:
        self._worker.alone(asker, job, then, refused, self._words.text("Changing the keys"))
