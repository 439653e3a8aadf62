"""Which lines of Today wait for a later day; ``postponing`` puts them off."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from mentorapp.domain.follow_up import Attention, AttentionKind
from mentorapp.domain.postponements import Postponement
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def waiting(tx: Transaction, lines: Iterable[Attention], today: date) -> list[Attention]:
    """The lines that are not put off."""
    put_off = {
        (one.kind, one.subject_id, one.detail)
        for one in records.find(tx, Postponement)
        if today < one.until
    }
    return [line for line in lines if (line.kind, line.subject_id, line.detail) not in put_off]


def subjects(tx: Transaction, kinds: Collection[AttentionKind], today: date) -> set[UUID]:
    """Whom the lines of these kinds are about that are put off."""
    return {
        one.subject_id
        for one in records.find(tx, Postponement, kind=list(kinds))
        if today < one.until
    }
