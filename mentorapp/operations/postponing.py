"""Putting off a line of Today, with the reason."""

from datetime import date

from mentorapp.domain.follow_up import Attention, AttentionKind
from mentorapp.domain.postponements import Postponement, check_postponement
from mentorapp.domain.text import clean
from mentorapp.operations import callees, follow_up, free_text
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@intention
def postpone(tx: Transaction, line: Attention, until: date, today: date, reason: str) -> None:
    """Let the line come back on ``until``; a follow-up is moved to that day.

    Raises InvalidField for a day that is not ahead and for a reason that is missing.
    """
    wanted = Postponement(
        kind=line.kind,
        subject_id=line.subject_id,
        detail=line.detail,
        until=until,
        reason=clean(reason),
        postponed_by=tx.actor,
    )
    check_postponement(wanted, today)
    free_text.check(tx, wanted, *callees.person_ids(tx, line))
    if line.kind is AttentionKind.FOLLOW_UP:
        follow_up.postpone(tx, line.subject_id, until, today, wanted.reason)
        return
    for earlier in records.find(tx, Postponement, kind=line.kind, subject_id=line.subject_id):
        if earlier.detail == line.detail:
            records.remove(tx, earlier)
    records.add(tx, wanted)
