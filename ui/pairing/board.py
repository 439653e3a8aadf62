"""What the pairing page reads in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Transaction, pairing, schemes
from mentorapp.operations.memory import look_through_no_more
from mentorapp.operations.pairing import PersonChoice, ProposalRow


@dataclass(frozen=True, slots=True)
class NewcomerRow:
    """A newcomer who waits, with the proposal that is open."""

    role_id: UUID
    number: int
    name: str
    waited_days: int
    proposal: ProposalRow | None


@dataclass(frozen=True, slots=True)
class MentorRow:
    """A mentor with room, or with open proposals; ``room`` is how many more she takes in all."""

    role_id: UUID
    number: int
    name: str
    waited_days: int
    room: int
    proposals: tuple[ProposalRow, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The two waiting lists of a scheme; ``room`` is that of all mentors together."""

    schemes: tuple[Scheme, ...]
    scheme: Scheme | None
    newcomers: tuple[NewcomerRow, ...]
    mentors: tuple[MentorRow, ...]
    proposals: tuple[ProposalRow, ...]
    room: int


def read_board(tx: Transaction, scheme_id: UUID | None, today: date) -> Board:
    """The board of this scheme; when none is chosen yet, of one in which there is work to do."""
    active = tuple(schemes.all_schemes(tx, active_only=True))
    scheme = next((one for one in active if one.id == scheme_id), None)
    if scheme is None and active:
        scheme = max(active, key=lambda one: _work(tx, one, today))
    if scheme is None:
        return Board(active, None, (), (), (), 0)
    mentors, newcomers = pairing.choices(tx, scheme.id)
    proposals = tuple(pairing.drafts(tx, scheme.id, today))
    look_through_no_more(len(newcomers))
    return Board(
        schemes=active,
        scheme=scheme,
        newcomers=_newcomers(newcomers, proposals, today),
        mentors=_mentors(mentors, proposals, today),
        proposals=proposals,
        room=sum(max(0, one.free) for one in mentors),
    )


def _newcomers(
    people: Sequence[PersonChoice], proposals: Sequence[ProposalRow], today: date
) -> tuple[NewcomerRow, ...]:
    """Everybody who waits, and those of proposals who have left the waiting since."""
    proposed = {row.proposal.newcomer_id: row for row in proposals}
    rows = {
        one.role_id: NewcomerRow(
            one.role_id, one.number, one.name, _days(one, today), proposed.get(one.role_id)
        )
        for one in people
    }
    for role_id, row in proposed.items():
        if role_id not in rows:
            rows[role_id] = NewcomerRow(
                role_id, row.newcomer_number, row.newcomer_name, row.waited_days, row
            )
    return tuple(rows.values())


def _mentors(
    people: Sequence[PersonChoice], proposals: Sequence[ProposalRow], today: date
) -> tuple[MentorRow, ...]:
    proposed: dict[UUID, list[ProposalRow]] = {}
    for row in proposals:
        proposed.setdefault(row.proposal.mentor_id, []).append(row)
    rows = {
        one.role_id: MentorRow(
            one.role_id,
            one.number,
            one.name,
            _days(one, today),
            max(0, one.free),
            tuple(proposed.get(one.role_id, ())),
        )
        for one in people
        if one.free > 0 or one.role_id in proposed
    }
    for role_id, some in proposed.items():
        if role_id not in rows:
            rows[role_id] = MentorRow(
                role_id, some[0].mentor_number, some[0].mentor_name, 0, 0, tuple(some)
            )
    return tuple(rows.values())


def _days(one: PersonChoice, today: date) -> int:
    return max(0, (today - (one.since or today)).days)


def _work(tx: Transaction, scheme: Scheme, today: date) -> tuple[int, int]:
    """Open proposals before people who wait."""
    return len(pairing.drafts(tx, scheme.id, today)), len(pairing.choices(tx, scheme.id)[1])
