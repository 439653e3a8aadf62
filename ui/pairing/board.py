"""What the pairing page reads in one transaction."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.proposals import LeftOver
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Transaction, pairing, schemes
from mentorapp.operations.memory import look_through_no_more
from mentorapp.operations.pairing import LeftOverRow, PersonChoice, ProposalRow


@dataclass(frozen=True, slots=True)
class Board:
    """The open proposals of a scheme, who still waits in it, and how much room mentors have.

    ``waiting`` is by role id; nothing is counted of what stops them.
    """

    schemes: tuple[Scheme, ...]
    scheme: Scheme | None
    proposals: tuple[ProposalRow, ...]
    waiting: Mapping[UUID, LeftOverRow]
    room: int
    texts: list[str]


def read_board(
    tx: Transaction,
    scheme_id: UUID | None,
    today: date,
    texts_of: Callable[[Iterable[ProposalRow]], list[str]],
) -> Board:
    """The board of this scheme; when none is chosen yet, of one in which there is work to do.

    ``texts_of`` makes ready what proposals are searched in.
    """
    active = tuple(schemes.all_schemes(tx, active_only=True))
    scheme = next((one for one in active if one.id == scheme_id), None)
    if scheme is None and active:
        scheme = max(active, key=lambda one: _work(tx, one, today))
    if scheme is None:
        return Board(active, None, (), {}, 0, [])
    mentors, newcomers = pairing.choices(tx, scheme.id)
    proposals = tuple(pairing.drafts(tx, scheme.id, today))
    texts = texts_of(proposals)
    look_through_no_more(len(proposals))
    return Board(
        schemes=active,
        scheme=scheme,
        proposals=proposals,
        waiting={one.role_id: _waits(one, today) for one in newcomers},
        room=sum(max(0, one.free) for one in mentors),
        texts=texts,
    )


def _waits(one: PersonChoice, today: date) -> LeftOverRow:
    return LeftOverRow(
        left_over=LeftOver(person_id=one.person_id, role_id=one.role_id, stopped={}),
        number=one.number,
        name=one.name,
        waited_days=max(0, (today - (one.since or today)).days),
    )


def _work(tx: Transaction, scheme: Scheme, today: date) -> tuple[int, int]:
    """Open proposals before people who wait."""
    return len(pairing.drafts(tx, scheme.id, today)), len(pairing.choices(tx, scheme.id)[1])
