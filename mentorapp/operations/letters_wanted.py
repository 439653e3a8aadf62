"""What a rule of letters gives, and what it is told."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

from mentorapp.domain.letters import LetterKey, LetterKind
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A letter that somebody is to get since a day. ``number`` is what it is filed under."""

    kind: LetterKind
    number: int
    since: date
    person_id: UUID | None = None
    pairing_id: UUID | None = None
    organisation_id: UUID | None = None

    @property
    def key(self) -> LetterKey:
        """What tells it from every other letter."""
        return self.kind, self.person_id, self.pairing_id, self.organisation_id


Sent: TypeAlias = Mapping[LetterKey, datetime]
#: Gives what is to be sent at its step, told what was and when. What was sent is left out by the
#: caller, unless the rule asks for a kind again and again (each year): that one looks for itself.
Rule: TypeAlias = Callable[[Transaction, date, Sent], Iterable[Wanted]]
