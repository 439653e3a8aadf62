"""``pair run``: find the best pairs, with what a coordinator has decided, or try other weights."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from mentorapp.cli.answers import Who, move_json, reasons_json, remedy_json, who_of
from mentorapp.cli.session import Session
from mentorapp.domain.errors import PairNotAllowed, PairsContradict, Refused
from mentorapp.domain.explanations import percent_of
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.proposals import ProposalStatus
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Transaction, explaining, in_run, pairing, people, schemes
from mentorapp.operations.explaining import LeftOverAnswer, Solved
from mentorapp.operations.pairing import PairingInput, ProposalRow, Run
from mentorapp.operations.trial import Trial, compare
from mentorapp.words import Words
from mentorapp.words.acceptance import say_not_agreed
from mentorapp.words.explanations import say_move, say_obstacles, say_remedy
from mentorapp.words.reasons import say_left_over, say_reasons
from mentorapp.words.refusals import explain

#: Pairs that are to be locked or ruled out, as (mentor id, newcomer id).
_Pairs = frozenset[tuple[Any, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A run to be told: ``rows`` are its own pairs, ``awaiting`` open proposals of before that are
    none of them. ``number`` is None for one that is not kept.
    """

    scheme: Scheme
    solved: Solved
    rows: Sequence[ProposalRow]
    awaiting: Sequence[ProposalRow]
    left: Sequence[LeftOverAnswer]
    not_ready: int
    number: int | None = None
    agreed: Sequence[Pairing] = ()
    refused: Sequence[tuple[ProposalRow, Refused]] = ()

    @classmethod
    def tried(
        cls,
        scheme: Scheme,
        gathered: PairingInput,
        goal: str,
        not_ready: int,
        awaiting: Sequence[ProposalRow],
    ) -> "_Told":
        """Solved and not kept."""
        run = pairing.solve(gathered, goal)
        solved = Solved(gathered, run)
        return cls(
            scheme=scheme,
            solved=solved,
            rows=pairing.rows_of_run(gathered, run),
            awaiting=awaiting,
            left=explaining.left_over(solved),
            not_ready=not_ready,
        )

    @property
    def run(self) -> Run:
        return self.solved.run


def run(session: Session, args: Namespace) -> None:
    """Find the best pairs for a scheme, keep them as drafts, and accept them if told to."""
    words = session.words
    told = _try(session, args) if args.dry_run else _keep(session, args)
    if not args.weight:
        session.tell(_run_json(words, told), lambda: _run_lines(words, told))
        return
    weights = {**told.scheme.weights, **dict(args.weight)}
    gathered = told.solved.pairing_input.with_weights(weights)
    other = _Told.tried(told.scheme, gathered, args.goal, told.not_ready, told.awaiting)
    trial = compare(told.run, other.run)
    session.tell(
        {
            **_run_json(words, told),
            "tried": {**_run_json(words, other), "weights": weights},
            "comparison": _trial_json(who_of(told.solved), trial),
        },
        lambda: _trial_lines(words, told, trial),
    )


def _try(session: Session, args: Namespace) -> _Told:
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
    gathered = _with_locks(gathered, locks, bans)
    gathered = replace(gathered, forbidden=gathered.forbidden | bans)
    told = _Told.tried(scheme, gathered, args.goal, not_ready, awaiting)
    _check_locks(told.run, locks)
    return told


def _keep(session: Session, args: Namespace) -> _Told:
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
    return _Told(
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


def _run_json(words: Words, told: _Told) -> dict[str, Any]:
    run, who = told.run, who_of(told.solved)
    certified = run.basis is not None and run.basis.assignment.certified
    return {
        "run": told.number,
        "scheme": told.scheme.key,
        "goal": run.goal.value,
        "proposals": [proposal_json(words, row) for row in told.rows],
        "awaiting": [proposal_json(words, row) for row in told.awaiting],
        "left_over": [_left_over_json(words, told, who, one) for one in told.left],
        "broken_locks": _broken_json(words, told, who),
        "mentors_not_ready": told.not_ready,
        "total": run.total,
        "worst": run.worst,
        "full_score": run.full_score,
        "certified": certified,
        "engine": run.engine,
        "milliseconds": dict(run.milliseconds),
        "accepted": [one.number for one in told.agreed],
        "not_accepted": [
            {
                "newcomer": {"number": row.newcomer_number, "name": row.newcomer_name},
                "mentor": {"number": row.mentor_number, "name": row.mentor_name},
                "in_words": explain(words, why),
            }
            for row, why in told.refused
        ],
    }


def proposal_json(words: Words, row: ProposalRow) -> dict[str, Any]:
    """A proposal with persons, score, what each criterion adds, and reasons."""
    proposal = row.proposal
    return {
        "newcomer": {"number": row.newcomer_number, "name": row.newcomer_name},
        "mentor": {"number": row.mentor_number, "name": row.mentor_name},
        "score": proposal.score,
        "percent": row.percent,
        "points": dict(proposal.points),
        "status": proposal.status.value,
        "locked": proposal.locked,
        "waited_days": row.waited_days,
        "reasons": reasons_json(proposal.reasons),
        "in_words": say_reasons(words, proposal.reasons),
    }


def _left_over_json(words: Words, told: _Told, who: Who, one: LeftOverAnswer) -> dict[str, Any]:
    names = told.solved.names
    return {
        "number": one.number,
        "name": one.name,
        "waited_days": one.waited_days,
        "stopped": {kind.value: count for kind, count in one.left_over.stopped.items()},
        "free": one.left_over.free,
        "in_words": say_left_over(words, one.left_over),
        "remedies": [remedy_json(words, who, remedy, names) for remedy in one.remedies],
    }


def _broken_json(words: Words, told: _Told, who: Who) -> list[dict[str, Any]]:
    return [
        {
            "newcomer": who.get(lock.newcomer_id),
            "mentor": who.get(lock.mentor_id),
            "obstacles": [one.value for one in lock.obstacles],
            "in_words": line,
        }
        for lock, line in zip(told.run.broken_locks, _broken_lines(words, told), strict=True)
    ]


def _broken_lines(words: Words, told: _Told) -> list[str]:
    _, names = words.text, told.solved.names
    lines = []
    for lock in told.run.broken_locks:
        why = say_obstacles(words, lock.obstacles) or _(
            "one of them is not in this run, or the newcomer is locked to somebody else"
        )
        lines.append(
            _("%(newcomer)s and %(mentor)s cannot stay locked: %(why)s.")
            % {
                "newcomer": names.get(lock.newcomer_id, _("somebody")),
                "mentor": names.get(lock.mentor_id, _("somebody")),
                "why": why,
            }
        )
    return lines


def proposal_lines(words: Words, rows: Sequence[ProposalRow]) -> list[str]:
    """How many proposals, and two lines for each."""
    head = words.plural("%(n)d proposal", "%(n)d proposals", len(rows))
    return [head, *_proposed(words, rows)]


def _proposed(words: Words, rows: Sequence[ProposalRow]) -> list[str]:
    lines = []
    for row in rows:
        lines.append(
            f"  {row.newcomer_name} ({row.newcomer_number}) – "
            f"{row.mentor_name} ({row.mentor_number}): {row.percent} %"
        )
        lines.append(f"    {say_reasons(words, row.proposal.reasons)}")
    return lines


def _run_lines(words: Words, told: _Told) -> list[str]:
    lines = proposal_lines(words, told.rows)
    if told.awaiting:
        count = len(told.awaiting)
        lines.append(
            words.plural(
                "%(n)d earlier proposal is still open",
                "%(n)d earlier proposals are still open",
                count,
            )
        )
        lines += _proposed(words, told.awaiting)
    lines += _broken_lines(words, told)
    if told.left:
        count = len(told.left)
        lines.append(words.plural("%(n)d without a pair", "%(n)d without a pair", count))
    for one in told.left:
        lines.append(f"  {one.name} ({one.number}): {say_left_over(words, one.left_over)}")
        if one.remedies:
            lines.append(f"    {say_remedy(words, one.remedies[0], told.solved.names)}")
    if told.not_ready:
        lines.append(
            words.plural(
                "%(n)d mentor of this scheme is not approved yet and was passed over",
                "%(n)d mentors of this scheme are not approved yet and were passed over",
                told.not_ready,
            )
        )
    if told.number is not None:
        kept = words.text("Kept as run %(number)s: proven to be the best set of pairs.")
        lines.append(kept % {"number": told.number})
    lines += [agreed_line(words, one) for one in told.agreed]
    return [*lines, *say_not_agreed(words, [(row.who, why) for row, why in told.refused])]


def agreed_line(words: Words, agreed: Pairing) -> str:
    """That a pairing was made."""
    return words.text("Pairing %(number)s agreed.") % {"number": agreed.number}


def _trial_json(who: Who, trial: Trial) -> dict[str, Any]:
    return {
        "moves": [move_json(who, move) for move in trial.moves],
        "pairs": {"present": trial.pairs_present, "tried": trial.pairs_tried},
        "total": {"present": trial.total_present, "tried": trial.total_tried},
    }


def _trial_lines(words: Words, told: _Told, trial: Trial) -> list[str]:
    _ = words.text

    def line(name: str, pairs: int, total: int) -> str:
        average = percent_of(total, trial.full_score * pairs) if pairs else 0
        return _("%(name)s: %(pairs)s, %(percent)d %% on average by the present weights") % {
            "name": name,
            "pairs": words.plural("%(n)d pair", "%(n)d pairs", pairs),
            "percent": average,
        }

    lines = [
        line(_("Present weights"), trial.pairs_present, trial.total_present),
        line(_("Tried weights"), trial.pairs_tried, trial.total_tried),
    ]
    if not trial.moves:
        return [*lines, _("The pairs are the same.")]
    count = len(trial.moves)
    lines.append(
        words.plural(
            "%(n)d newcomer would have another mentor",
            "%(n)d newcomers would have another mentor",
            count,
        )
    )
    names = told.solved.names
    return [*lines, *(f"  {say_move(words, move, names)}" for move in trial.moves)]
