"""Why the keys of an office do not open it, or may not be changed so."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentorapp.domain.errors import NotAnOffice, OfficeUnavailable, Refused


@dataclass(eq=False)
class OfficeLocked(OfficeUnavailable):
    """The office is encrypted, and no key was given."""

    path: Path


@dataclass(eq=False)
class OfficeNotEncrypted(OfficeUnavailable):
    """Keys lie beside the office, but the office itself is in plain text: it was exchanged."""

    path: Path


@dataclass(eq=False)
class SlotsUnreadable(OfficeUnavailable):
    """The file of key slots is missing, damaged, or was changed by something else.

    ``copy``, of the newest backup beside the office, belongs in the place of ``keys``.
    """

    keys: Path | None = None
    copy: Path | None = None


@dataclass(eq=False)
class KeysNotThere(NotAnOffice):
    """Something else, or an encrypted office whose file of keys was not moved with it: without
    them its bytes look like chance, and nobody can tell.
    """

    keys: str


@dataclass(eq=False)
class SlotsTooNew(OfficeUnavailable):
    """The file of key slots was written by a newer program."""


@dataclass(eq=False)
class NoSlotOpens(OfficeUnavailable):
    """The passphrase, recovery key or kept secret fits none of the slots."""


@dataclass(eq=False)
class PassphraseTaken(Refused):
    """Somebody else has that very passphrase: one would not know who came in."""


@dataclass(eq=False)
class LastWayIn(Refused):
    """The slot is the last of those a person can open: nobody could come in any more."""


@dataclass(eq=False)
class AccountNotNamed(Refused):
    """The recovery key opens for every account, so it has to be said whose passphrase is new."""

    names: tuple[str, ...]


@dataclass(eq=False)
class RecoveryKeyIncomplete(Refused):
    """Signs are missing, or too many; ``groups`` is how many whole groups were typed."""

    groups: int


@dataclass(eq=False)
class RecoveryKeyMistyped(Refused):
    """A group does not fit its check sign; ``group`` counts from 1."""

    group: int


@dataclass(eq=False)
class PassphraseWeak(Refused):
    """It would be guessed; ``weakness`` is a code of ``passphrases.Weakness``."""

    weakness: str


@dataclass(eq=False)
class NotEncrypted(Refused):
    """There are no passphrases to change: the office lies in plain text."""


@dataclass(eq=False)
class EncryptedAlready(Refused):
    """The office has its keys; ways to them are added and removed one by one."""


@dataclass(eq=False)
class NobodyToAsk(Refused):
    """Nobody is at the keyboard: what would be typed or read there comes by these ``options``."""

    options: tuple[str, ...]


@dataclass(eq=False)
class TypedDifferently(Refused):
    """The new passphrase was not the same the second time."""


@dataclass(eq=False)
class TypedTextLost(Refused):
    """What waited for the office to be unlocked cannot be read: its keys are others now."""


@dataclass(eq=False)
class OlderThanSeen(Refused):
    """Told, not refused: the file is older than the one this PC last had open, or another one.

    ``seen`` and ``here`` are when the two were last written to. ``elsewhere`` is where the newer
    one was open, unless in this very place.
    """

    seen: datetime
    here: datetime
    elsewhere: Path | None = None
