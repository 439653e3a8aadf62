"""A run as the records keep it: so that one can say later why somebody was paired, or was not."""

from mentorapp.domain.numbers import NumberKind
from mentorapp.domain.pairing_runs import PairingRun, StoredOutcome
from mentorapp.matching.proposals import Run
from mentorapp.operations.candidates import PairingInput
from mentorapp.storage import counters
from mentorapp.storage.database import Transaction


def run_record(tx: Transaction, pairing_input: PairingInput, run: Run) -> PairingRun:
    """The run in one record, with the next number."""
    return PairingRun(
        number=counters.next_numbers(tx, NumberKind.RUN)[0],
        scheme_id=pairing_input.scheme.id,
        held_at=tx.now,
        held_by=tx.actor,
        goal=run.goal,
        weights=run.weights,
        pairs=len(run.pairs),
        left_over=len(run.left_over),
        total=run.total,
        worst=run.worst,
        certified=True,
        engine=run.engine,
        milliseconds=run.milliseconds,
    )


def outcome_text(run: Run) -> str:
    """Pairs, those left over and the best other mentors, as ``RunOutcome`` reads them."""
    stored, basis = StoredOutcome(), run.basis
    if basis is None:
        return stored.to_text()
    newcomers = [stored.at(one.role_id) for one in basis.newcomers]
    mentors = [stored.at(one.role_id) for one in basis.mentors]
    stored.pairs = [
        (newcomers[one.newcomer], mentors[one.mentor], one.score, int(one.locked))
        for one in run.pairs
    ]
    stored.left_over = [(stored.at(one.role_id), one.stopped, one.free) for one in run.left_over]
    stored.candidates = (
        (newcomers[newcomer], mentors[mentor], score, loss)
        for newcomer, mentor, score, loss in run.candidates
    )
    return stored.to_text()
