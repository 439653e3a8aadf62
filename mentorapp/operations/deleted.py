"""Deleted: what went in the last thirty days, brought back or removed for good."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_details import ContactDetails, without_where
from mentorapp.domain.deleted import (
    Deletion,
    How,
    KeptByOthers,
    TakenMeanwhile,
    days_left,
    gone_before,
)
from mentorapp.domain.events import NAMELESS, Invitation
from mentorapp.domain.interviews import Quote
from mentorapp.domain.networks import NetworkCheck
from mentorapp.domain.outcomes import Outcome
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.domain.protection import Protection
from mentorapp.domain.questionnaires import Questionnaire
from mentorapp.domain.records import Record
from mentorapp.domain.saved_views import SavedView
from mentorapp.domain.ties import Tie
from mentorapp.operations import free_text, quoted_pages
from mentorapp.operations.deleted_names import Named, named
from mentorapp.operations.intention import intention
from mentorapp.storage import deletions, purging, records, shields
from mentorapp.storage.database import Transaction
from mentorapp.storage.scopes import knowing_all

#: Of these there is one at a time for the same values of these fields.
_ONE_ONLY: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    (CompetenceCard, ("person_id",)),
    (Invitation, ("event_id", "person_id", "guest")),
    (NetworkCheck, ("person_id", "pairing_id", "stage")),
    (Outcome, ("person_id", "scheme_id", "exit_on", "point")),
    (Questionnaire, ("person_id", "pairing_id", "moment")),
    (Tie, ("person_id", "other_id")),
    (SavedView, ("page", "name", "made_by")),
)


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """One intention: what it is mainly about, and ``others`` of the same kind with it.

    ``kind`` is the idea (``meeting``), ``names`` the people or things that it is known by, ``day``
    the day that tells it from others of its kind.
    """

    id: UUID
    kind: str
    names: tuple[str, ...]
    day: date | None
    others: int
    how: How
    actor: str
    at: datetime
    on: date
    days_left: int


def rows(tx: Transaction, today: date) -> list[DeletedRow]:
    """What can still be brought back, the latest first. Tells nothing of where somebody is."""
    before = gone_before(tx.now)
    found = [(one, hidden) for one, hidden in deletions.standing(tx) if one.at >= before]
    first = [_about(deletion, hidden) for deletion, hidden in found]
    known = named(tx, first)
    return [
        _row(deletion, about, known[about.id], len(hidden) - 1, today)
        for (deletion, hidden), about in zip(found, first, strict=True)
    ]


def _about(deletion: Deletion, hidden: list[Record]) -> Record:
    return next((one for one in hidden if one.id == deletion.record_id), hidden[0])


def _row(deletion: Deletion, about: Record, known: Named, others: int, today: date) -> DeletedRow:
    on = deletion.at.astimezone().date()
    idea = deletion.operation.partition(".")[0]
    return DeletedRow(
        id=deletion.id,
        kind=records.kind_of(type(about)),
        names=known.names,
        day=known.day,
        others=others,
        how={"undoing": How.UNDONE, "merging": How.MERGED}.get(idea, How.DELETED),
        actor=deletion.actor,
        at=deletion.at,
        on=on,
        days_left=days_left(on, today),
    )


@intention
def restore(tx: Transaction, deletion_id: UUID) -> str:
    """Bring back all that this intention took away; gives the kind of record it was about.

    Raises AlreadyBack, DeletedItself for what belongs to something deleted, TakenMeanwhile where
    there is another by now, and StillInUse where something was built upon what came instead.
    """
    deletion = deletions.get(tx, deletion_id)
    about = _about(deletion, deletions.hidden_of(tx, deletion))
    back = deletions.restore(tx, deletion)
    _check_only_ones(tx, back)
    _hold_to_protection(tx, back)
    return records.kind_of(type(about))


def _check_only_ones(tx: Transaction, back: Iterable[Record]) -> None:
    for record in back:
        if isinstance(record, Invitation) and record.guest == NAMELESS:
            continue  # two of whom nobody knows who they were
        for kind, names in _ONE_ONLY:
            if isinstance(record, kind):
                same = {name: getattr(record, name) for name in names}
                if len(records.find(tx, kind, **same)) > 1:
                    raise TakenMeanwhile(records.kind_of(kind))
        if isinstance(record, Pairing) and record.status in RUNNING:
            same = {"newcomer_id": record.newcomer_id, "scheme_id": record.scheme_id}
            running = records.find(tx, Pairing, status=list(RUNNING), **same)
            if len(running) > 1:
                raise TakenMeanwhile(records.kind_of(Pairing))


def _hold_to_protection(tx: Transaction, back: Iterable[Record]) -> None:
    """What came back holds no place that could not have been saved by now."""
    strict = [one for one, level in shields.protections(tx).items() if level is Protection.STRICT]
    if not strict or not list(back):
        return
    named_places = free_text.places(tx, strict)
    for home in records.find(tx, ContactDetails, person_id=strict):
        records.amend(tx, without_where(home))
    free_text.take_out(tx, strict, named_places)


@intention
def purge(tx: Transaction, deletion_id: UUID) -> str:
    """Remove it for good now; gives the kind of record it was about.

    Raises AlreadyBack, and KeptByOthers while something that is there stands on it.
    """
    deletion = deletions.get(tx, deletion_id)
    wanted: purging.Rows = {}
    hidden = deletions.hidden_of(tx, deletion)
    for one in hidden:
        wanted.setdefault(deletions.table_of(type(one)), set()).add(one.id)
    gone = _purge(tx, wanted)
    kind = records.kind_of(type(_about(deletion, hidden)))
    if deletion.record_id not in gone.get(deletion.record, ()):
        raise KeptByOthers(kind)
    return kind


@knowing_all
def is_overdue(tx: Transaction) -> bool:
    """Whether anything was deleted more than thirty days ago."""
    return bool(purging.overdue(tx, gone_before(tx.now)))


@intention
@knowing_all
def purge_overdue(tx: Transaction) -> int:
    """Remove for good what was deleted more than thirty days ago; gives how many rows."""
    before = gone_before(tx.now)
    gone = _purge(tx, purging.overdue(tx, before))
    deletions.forget_before(tx, before)
    return sum(map(len, gone.values()))


@intention
def purge_all(tx: Transaction) -> int:
    """Empty Deleted: remove for good what is in it; gives how many rows."""
    gone = _purge(tx, purging.overdue(tx, tx.now))
    return sum(map(len, gone.values()))


def _purge(tx: Transaction, wanted: purging.Rows) -> purging.Rows:
    gone = purging.purge(tx, wanted)
    if deletions.table_of(Quote) in gone:
        quoted_pages.forget(tx)
    return gone
