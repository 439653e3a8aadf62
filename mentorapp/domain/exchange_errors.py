"""Refusals about files that offices send each other; see ``errors``."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorapp.domain.errors import Refused


class ExchangeKind(StrEnum):
    """What a file between offices holds."""

    WAITING_LIST = "waiting_list"
    ANSWER = "answer"
    COMPARISON = "comparison"


@dataclass(eq=False)
class NotAnExchangeFile(Refused):
    """Something else, or cut off, or holding what this program does not write."""


@dataclass(eq=False)
class OfficeWithoutName(Refused):
    """The receiver could not tell whose file it is."""


@dataclass(eq=False)
class ExchangeFileTooLarge(Refused):
    """So large that it was not even read; ``limit`` in kilobytes."""

    limit: int


@dataclass(eq=False)
class ExchangeFileTooNew(Refused):
    """A newer program wrote it."""


@dataclass(eq=False)
class ExchangeFileOfAnotherKind(Refused):
    """A right file that belongs elsewhere."""

    found_kind: ExchangeKind


@dataclass(eq=False)
class ExchangeFileChanged(Refused):
    """The signature does not fit: something was changed after the file was signed."""


@dataclass(eq=False)
class UnknownOffice(Refused):
    """Signed by an office that nobody here has said is trusted; ``name`` is what the file says."""

    name: str
    fingerprint: str


@dataclass(eq=False)
class ForAnotherOffice(Refused):
    """The file says whom it is for, and that is not this office."""


@dataclass(eq=False)
class OwnFile(Refused):
    """Written by this very office."""


@dataclass(eq=False)
class FingerprintDiffers(Refused):
    """What was heard on the telephone is not what the file was signed with."""

    fingerprint: str


@dataclass(eq=False)
class NotAKey(Refused):
    """No public key: 64 digits and letters from a to f."""

    text: str


@dataclass(eq=False)
class NeighbourKnown(Refused):
    """The key belongs to an office that is trusted already."""

    name: str


@dataclass(eq=False)
class ListReadBefore(Refused):
    """The same list was read already."""

    read_on: date


@dataclass(eq=False)
class AnswerToUnknownList(Refused):
    """No such list was sent from here, or it was sent to somebody else."""


@dataclass(eq=False)
class ListAnswered(Refused):
    """The list has its answer, so that nothing of it can change any more."""

    answered_on: date


@dataclass(eq=False)
class NobodyToShare(Refused):
    """The list would be empty."""


@dataclass(eq=False)
class NothingToAnswer(Refused):
    """The list is an own one: offers are made for lists of others."""


@dataclass(eq=False)
class LineDecided(Refused):
    """The line of the list is not in the state that this needs; ``state`` is an EntryState."""

    code: str
    state: str


@dataclass(eq=False)
class NotAgreedToShare(Refused):
    """Other offices may be told nothing of this person: not agreed, withdrawn, or protected."""

    name: str
