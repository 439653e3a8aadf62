"""What a running pair asks of the coordinator today: its contact, its end, its agreement."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.follow_up import Attention, AttentionKind, Severity, pair_attention
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.operations.pairing_rows import PairingRow
from mentorapp.storage import records, tallies
from mentorapp.storage.database import Transaction

#: The end is told of so long before: time for the closing talk, or to agree on going on.
ENDS_WITHIN = timedelta(days=30)
#: A pair that goes on so long after its planned end has been forgotten.
OVERDUE = timedelta(days=30)
#: Paper takes its time; after a fortnight it is asked for.
SIGNED_WITHIN = timedelta(days=14)


def attention(
    tx: Transaction, today: date, limits: Office, rows: Mapping[UUID, PairingRow]
) -> Iterator[Attention]:
    """The lines of all running pairs."""
    ask_for_agreements = tallies.agreements_signed(tx)
    for pairing in records.find(tx, Pairing, status=[status.value for status in RUNNING]):
        row = rows[pairing.id]
        contact = pair_attention(pairing, row.who, row.last_meeting, today, limits, row.scheme)
        if contact is not None:
            yield contact
        yield from _end(pairing, row, today)
        if ask_for_agreements:
            yield from _agreement(pairing, row, today)


def _end(pairing: Pairing, row: PairingRow, today: date) -> Iterator[Attention]:
    if pairing.planned_end is None or pairing.planned_end > today + ENDS_WITHIN:
        return
    over = today - pairing.planned_end
    severity = Severity.CALM if over.days < 0 else Severity.YELLOW
    yield _line(
        AttentionKind.PAIR_ENDS, Severity.RED if over > OVERDUE else severity, row, over.days
    )


def _agreement(pairing: Pairing, row: PairingRow, today: date) -> Iterator[Attention]:
    """Only in an office that records agreements at all: others are not nagged."""
    waited = today - pairing.agreed_on
    if pairing.agreement_signed_on is None and waited > SIGNED_WITHIN:
        yield _line(AttentionKind.AGREEMENT, Severity.CALM, row, waited.days)


def _line(kind: AttentionKind, severity: Severity, row: PairingRow, days: int) -> Attention:
    return Attention(
        kind=kind,
        severity=severity,
        who=row.who,
        days=days,
        subject_id=row.id,
        pairing_id=row.id,
        pairing_number=row.number,
    )
