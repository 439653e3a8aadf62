"""What is written last in a transaction, whatever was done in it."""

from collections.abc import Sequence

from mentorapp.domain.audit import Did
from mentorapp.domain.looks import Look
from mentorapp.storage import audit_chain, deletions, sealing, shields
from mentorapp.storage.transaction import Transaction


def end(tx: Transaction, looks: Sequence[Look]) -> None:
    """Seal, keep what was deleted, note who looked at whom; refuses what ``sealing`` does."""
    sealing.keep_after(tx)
    tx.protected_now = shields.changed(tx)
    if any(change.did is Did.DELETED for change in tx.changes):
        deletions.keep(tx)
    if looks:
        audit_chain.append_looks(tx, looks)
