"""When a look at somebody protected is noted: not each time a page reads itself anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from mentorapp.domain.audit import Did

#: A file that stays open, or is opened again meanwhile, is one look.
AGAIN_AFTER = {Did.SEEN: timedelta(minutes=15), Did.LISTED: timedelta(hours=12)}


@dataclass(frozen=True, slots=True)
class Look:
    """Protected people whom an operation gave to whoever asked: ``did`` is SEEN or LISTED."""

    did: Did
    operation: str
    people: tuple[UUID, ...]


class Noted:
    """What was noted of late, by whom."""

    def __init__(self) -> None:
        self._at: dict[tuple[str, Did, UUID], datetime] = {}

    def fresh(self, looks: Sequence[Look], actor: str, now: datetime) -> list[Look]:
        """The looks that are to be noted. A clock that was set back lets nothing go unnoted."""
        found, told = [], set[tuple[Did, UUID]]()
        for look in looks:
            people = tuple(
                one
                for one in dict.fromkeys(look.people)
                if (look.did, one) not in told and self._due(actor, look.did, one, now)
            )
            told |= {(look.did, one) for one in people}
            if people:
                found.append(Look(look.did, look.operation, people))
        return found

    def note(self, looks: Sequence[Look], actor: str, now: datetime) -> None:
        """They stand in the audit from now on."""
        self._at |= {(actor, look.did, one): now for look in looks for one in look.people}

    def _due(self, actor: str, did: Did, person: UUID, now: datetime) -> bool:
        last = self._at.get((actor, did, person))
        return last is None or not last <= now < last + AGAIN_AFTER[did]
