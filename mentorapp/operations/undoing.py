"""Undo: what the last intentions did, taken back one by one."""

from collections.abc import Sequence

from mentorapp.domain.audit import Did
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.office_errors import LeftTheHouse
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.domain.waiting_lists import SharedList
from mentorapp.operations.intention import intention
from mentorapp.storage import deletions, records, undoing
from mentorapp.storage.changes import Change
from mentorapp.storage.database import Transaction
from mentorapp.storage.undoing import carried_over

__all__ = ["Change", "carried_over", "is_worth_undoing", "undo", "what_changed"]

#: What is made when something leaves the office: on paper, or in a file for another office.
_OUT = (LetterIssued, SharedList)
#: What the program keeps by itself while somebody types.
_KEPT_BY_ITSELF = (UnfinishedForm,)


def is_worth_undoing(changes: Sequence[Change]) -> bool:
    """Whether somebody did something that Undo should offer to take back.

    Printing counts: Undo then says that it cannot be taken back, instead of undoing what came
    before it and was printed.
    """
    return any(change.kind not in _KEPT_BY_ITSELF for change in changes)


def what_changed(changes: Sequence[Change]) -> str:
    """The kind of record (``meeting``) that the changes are mainly about; "" without any.

    As Deleted names it: the weightiest of what came or went, then of what was only changed.
    """
    if not changes:
        return ""
    return records.kind_of(min(changes, key=_lightness).kind)


def _lightness(change: Change) -> tuple[bool, bool, int]:
    weight = deletions.weight_of(change.kind)
    return weight == len(deletions.ABOUT), change.did is Did.CHANGED, weight


@intention
def undo(tx: Transaction, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Take back what was committed together; gives what it takes to do it again.

    Raises LeftTheHouse for what was printed or sent, ChangedMeanwhile when one of the records was
    changed since, RemovedForGood when one is no longer in the file and StillInUse when something
    was built upon one that would go.
    """
    if any(change.kind in _OUT and change.did is Did.ADDED for change in changes):
        raise LeftTheHouse
    undoing.undo(tx, changes)
    return tuple(tx.changes)
