"""How a pairing run is told on the command line: as lines to read and as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from mentorapp.cli.answers import Who, effect_json, move_json, reasons_json, remedy_json, who_of
from mentorapp.domain.errors import Refused
from mentorapp.domain.explanations import Effect, percent_of
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import explaining, pairing
from mentorapp.operations.explaining import LeftOverAnswer, Solved
from mentorapp.operations.pairing import PairingInput, ProposalRow, Run
from mentorapp.operations.trial import Trial
from mentorapp.words import Words
from mentorapp.words.acceptance import say_not_agreed
from mentorapp.words.explanations import Names, say_effect, say_move, say_obstacles, say_remedy
from mentorapp.words.reasons import say_left_over, say_reasons
from mentorapp.words.refusals import explain


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A run to be told: ``rows`` are its own pairs, ``awaiting`` open proposals of before that are
    none of them. ``number`` is None for one that is not kept; ``decided`` is what the locks and
    bans of one that is tried do to the set without them.
    """

    scheme: Scheme
    solved: Solved
    rows: Sequence[ProposalRow]
    awaiting: Sequence[ProposalRow]
    left: Sequence[LeftOverAnswer]
    not_ready: int
    number: int | None = None
    decided: Effect | None = None
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
    ) -> "Told":
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


def run_json(words: Words, told: Told) -> dict[str, Any]:
    """A run for a script: proposals with points, those left over with causes and remedies."""
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
        "decided": effect_json(words, who, told.decided, told.solved.names)
        if told.decided
        else None,
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


def _left_over_json(words: Words, told: Told, who: Who, one: LeftOverAnswer) -> dict[str, Any]:
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


def _broken_json(words: Words, told: Told, who: Who) -> list[dict[str, Any]]:
    return [
        {
            "newcomer": who.get(lock.newcomer_id),
            "mentor": who.get(lock.mentor_id),
            "obstacles": [one.value for one in lock.obstacles],
            "in_words": line,
        }
        for lock, line in zip(told.run.broken_locks, _broken_lines(words, told), strict=True)
    ]


def _broken_lines(words: Words, told: Told) -> list[str]:
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


def run_lines(words: Words, told: Told) -> list[str]:
    """A run to read."""
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
    elif told.run.basis is not None and told.run.basis.assignment.certified:
        lines.append(words.text("Not kept: proven to be the best set of pairs."))
    if told.decided is not None:
        lines += _decided_lines(words, told.decided, told.solved.names)
    lines += [agreed_line(words, one) for one in told.agreed]
    return [*lines, *say_not_agreed(words, [(row.who, why) for row, why in told.refused])]


def _decided_lines(words: Words, decided: Effect, names: Names) -> list[str]:
    said = words.text("Against the set without these locks and bans: %(effect)s")
    whole = said % {"effect": say_effect(words, replace(decided, moves=()), names)}
    return [whole, *(f"  {say_move(words, move, names)}" for move in decided.moves)]


def agreed_line(words: Words, agreed: Pairing) -> str:
    """That a pairing was made."""
    return words.text("Pairing %(number)s agreed.") % {"number": agreed.number}


def trial_json(who: Who, trial: Trial) -> dict[str, Any]:
    """Other weights beside the present ones, for a script."""
    return {
        "moves": [move_json(who, move) for move in trial.moves],
        "pairs": {"present": trial.pairs_present, "tried": trial.pairs_tried},
        "total": {"present": trial.total_present, "tried": trial.total_tried},
    }


def trial_lines(words: Words, told: Told, trial: Trial) -> list[str]:
    """Other weights beside the present ones, to read."""
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
