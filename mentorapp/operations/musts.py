"""The musts of the day between two people, asked before they are agreed: a draft may be old."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from mentorapp.domain.proposals import Obstacle, Proposal
from mentorapp.domain.schemes import Scheme
from mentorapp.matching.explanations import PairCheck, explain_pair
from mentorapp.matching.rules import PairIds, obstacles, rulebook
from mentorapp.operations.candidates import gather, gather_pair
from mentorapp.storage import records, waiting
from mentorapp.storage.database import Transaction

#: What a coordinator may overrule by hand: capacity is not among them, it has its own refusal.
_BY_HAND_ALLOWED = frozenset({Obstacle.BY_HAND_ONLY, Obstacle.MENTOR_FULL})


def check_by_hand(
    tx: Transaction, scheme_id: UUID, mentor_id: UUID, newcomer_id: UUID, today: date
) -> PairCheck:
    """What speaks for and against two people whom somebody chose.

    They may have been a pair in another scheme: a buddy who becomes the driving companion too is
    nobody's surprise. A run proposes no such pair.
    """
    earlier = waiting.earlier_pairs(tx, scheme_id)
    return _check(tx, scheme_id, mentor_id, newcomer_id, today, earlier)


def _check(
    tx: Transaction,
    scheme_id: UUID,
    mentor_id: UUID,
    newcomer_id: UUID,
    today: date,
    earlier: PairIds,
) -> PairCheck:
    mentor, newcomer = gather_pair(tx, mentor_id, newcomer_id, today)
    return explain_pair(
        records.get(tx, Scheme, scheme_id),
        mentor,
        newcomer,
        today=today,
        earlier=earlier,
        forbidden=waiting.forbidden_pairs(tx),
        ties=waiting.ties(tx),
    )


def not_overruled(found: Collection[Obstacle]) -> tuple[Obstacle, ...]:
    """Those of the obstacles that no coordinator may overrule."""
    return tuple(one for one in found if one not in _BY_HAND_ALLOWED)


def musts_against(tx: Transaction, proposal: Proposal, today: date) -> tuple[Obstacle, ...]:
    """What forbids the pair of a proposal today, whatever was so when it was made."""
    check = _check(
        tx,
        proposal.scheme_id,
        proposal.mentor_id,
        proposal.newcomer_id,
        today,
        waiting.earlier_pairs(tx),
    )
    return not_overruled(check.obstacles)


def musts_against_each(
    tx: Transaction, scheme_id: UUID, proposals: Collection[Proposal], today: date
) -> dict[UUID, tuple[Obstacle, ...]]:
    """The same for many of a scheme, by their ids: everybody is read once."""
    gathered = gather(tx, scheme_id, today)
    book = rulebook(gathered.scheme, gathered.earlier, gathered.forbidden, gathered.ties)
    mentors = {one.role_id: one for one in gathered.mentors}
    newcomers = {one.role_id: one for one in gathered.newcomers}
    found = {}
    for one in proposals:
        mentor, newcomer = mentors.get(one.mentor_id), newcomers.get(one.newcomer_id)
        if mentor is None or newcomer is None:  # no run looks at one of them any more
            found[one.id] = musts_against(tx, one, today)
        else:
            found[one.id] = not_overruled(obstacles(mentor, newcomer, book))
    return found
