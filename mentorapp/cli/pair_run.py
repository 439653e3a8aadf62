"""``pair run``: find the best pairs, with what a coordinator has decided, or try other weights."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mentorapp.cli.answers import who_of
from mentorapp.cli.pair_told import Told, run_json, run_lines, trial_json, trial_lines
from mentorapp.cli.session import Session
from mentorapp.domain.errors import PairNotAllowed
from mentorapp.domain.proposals import ProposalStatus
from mentorapp.domain.run_errors import PairsContradict
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Transaction, explaining, in_run, pairing, people, schemes
from mentorapp.operations.explaining import Solved
from mentorapp.operations.pairing import PairingInput, Run
from mentorapp.operations.trial import compare, effect_of_decisions

#: Pairs that are to be locked or ruled out, as (mentor id, newcomer id).
_Pairs = frozenset[tuple[Any, Any]]


def run(session: Session, args: Namespace) -> None:
    """Find the best pairs for a scheme, keep them as drafts, and accept them if told to."""
    words = session.words
    told = _try(session, args) if args.dry_run else _keep(session, args)
    if not args.weight:
        session.tell(run_json(words, told), lambda: run_lines(words, told))
        return
    weights = {**told.scheme.weights, **dict(args.weight)}
    gathered = told.solved.pairing_input.with_weights(weights)
    other = Told.tried(told.scheme, gathered, args.goal, told.not_ready, told.awaiting)
    trial = compare(told.run, other.run)
    session.tell(
        {
            **run_json(words, told),
            "tried": {**run_json(words, other), "weights": weights},
            "comparison": trial_json(who_of(told.solved), trial),
        },
        lambda: trial_lines(words, told, trial),
    )


def _try(session: Session, args: Namespace) -> Told:
    with session.reading() as tx:
        scheme = schemes.find(tx, args.scheme)
        locks, bans = _decided(tx, scheme, args)
        gathered = pairing.gather(tx, scheme.id, session.today)
        not_ready = pairing.mentors_not_ready(tx, scheme.id)
        awaiting = [
            row
            for row in pairing.drafts(tx, scheme.id, session.today)
            if row.proposal.status is ProposalStatus.SENT
        ]
    without = gathered
    gathered = _with_locks(gathered, locks, bans)
    gathered = replace(gathered, forbidden=gathered.forbidden | bans)
    told = Told.tried(scheme, gathered, args.goal, not_ready, awaiting)
    _check_locks(told.run, locks)
    if args.weight or not (locks or bans):
        return told
    best = pairing.solve(without, args.goal)
    return replace(told, decided=effect_of_decisions(best, told.run))


def _keep(session: Session, args: Namespace) -> Told:
    with session.writing() as tx:
        scheme = schemes.find(tx, args.scheme)
        locks, bans = _decided(tx, scheme, args)
        for mentor_id, newcomer_id in sorted(bans):
            pairing.forbid_pair(tx, mentor_id, newcomer_id, session.today)
        moved = {newcomer_id for _, newcomer_id in locks}
        for row in pairing.drafts(tx, scheme.id, session.today):
            draft = row.proposal
            if draft.locked and draft.newcomer_id in moved:
                pairing.lock(tx, draft.id, locked=False)
        gathered = _with_locks(pairing.gather(tx, scheme.id, session.today), locks, bans)
        found = pairing.solve(gathered, args.goal)
        _check_locks(found, locks)
        kept = pairing.keep(tx, gathered, found)
        rows = pairing.drafts(tx, scheme.id, session.today)
        accepted = (
            pairing.accept_all(tx, scheme.id, session.today)
            if args.accept_all
            else pairing.AcceptedAll([], [])
        )
        not_ready = pairing.mentors_not_ready(tx, scheme.id)
    solved = Solved(gathered, found)
    return Told(
        scheme=scheme,
        solved=solved,
        rows=[row for row in rows if row.proposal.run_id == kept.id],
        awaiting=[row for row in rows if row.proposal.run_id != kept.id],
        left=explaining.left_over(solved),
        not_ready=not_ready,
        number=kept.number,
        agreed=accepted.agreed,
        refused=accepted.refused,
    )


def _decided(tx: Transaction, scheme: Scheme, args: Namespace) -> tuple[_Pairs, _Pairs]:
    """Pairs to lock and pairs to rule out; refused for somebody whom the run does not look at.

    Raises PairsContradict.
    """

    def ids(pairs: Sequence[tuple[str, str]]) -> dict[tuple[Any, Any], str]:
        return {
            (
                in_run.mentor_in_run(tx, scheme, mentor),
                in_run.newcomer_in_run(tx, scheme, newcomer),
            ): newcomer
            for newcomer, mentor in pairs
        }

    locks, bans = ids(args.lock), ids(args.forbid)
    locked: set[Any] = set()
    for pair, newcomer in locks.items():
        if pair in bans or pair[1] in locked:
            raise PairsContradict(people.by_number(tx, newcomer).name)
        locked.add(pair[1])
    return frozenset(locks), frozenset(bans)


def _check_locks(found: Run, asked: _Pairs) -> None:
    """A lock that is asked for holds, or PairNotAllowed tells the musts that stand against it."""
    for lock in found.broken_locks:
        if (lock.mentor_id, lock.newcomer_id) in asked:
            raise PairNotAllowed(tuple(one.value for one in lock.obstacles))


def _with_locks(gathered: PairingInput, locks: _Pairs, bans: _Pairs) -> PairingInput:
    """A lock that is asked for takes the place of the newcomer's earlier one."""
    moved = {newcomer_id for _, newcomer_id in locks}
    earlier = {pair for pair in gathered.locked if pair[1] not in moved}
    return replace(gathered, locked=frozenset(earlier - bans | locks))
