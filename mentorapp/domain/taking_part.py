"""Which schemes a newcomer is looked for in, now that somebody may be in several at once.

The rule, in one place for the run, for pairing by hand and for lists: nobody has two running
pairings in one scheme. Who waits is open to the schemes he named, or to all when he named none.
Who is paired is looked for only in schemes that he named and has not had: one must be asked for
to get a second. A scheme he named and completed is done as long as another he named is to come.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from mentorapp.domain.newcomers import TO_BE_PAIRED, NewcomerStatus


class Openness(StrEnum):
    """How somebody stands to a scheme without being in a pair of it."""

    WAITING = "waiting"
    OPEN = "open"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Had:
    """The keys of the schemes in which a newcomer has a running pairing, and has completed one."""

    running: frozenset[str] = frozenset()
    completed: frozenset[str] = frozenset()


NOTHING_HAD = Had()


def takes_part(
    status: NewcomerStatus, named: AbstractSet[str], key: str, had: Had = NOTHING_HAD
) -> bool:
    """Whether a run of the scheme ``key`` looks at a newcomer who named these schemes."""
    if key in had.running:
        return False
    still = named - had.completed
    if status in TO_BE_PAIRED:
        return not named or key in (still or named)
    return status is NewcomerStatus.PAIRED and key in still


def status_after(
    named: AbstractSet[str], had: Had, offered: AbstractSet[str], *, completed: bool
) -> NewcomerStatus:
    """The newcomer's status when a pairing has ended; ``had`` is without it among the running.

    Paired while any other runs; else waiting when it broke off, or when another scheme that he
    named and the office still offers (``offered``) is to come; else completed.
    """
    if had.running:
        return NewcomerStatus.PAIRED
    if not completed or (named & offered) - had.completed:
        return NewcomerStatus.WAITING
    return NewcomerStatus.COMPLETED
