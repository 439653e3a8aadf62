"""Practice driving of the whole office: what Today is told, and a period's figures."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from mentorapp.domain.driving_figures import (
    Drive,
    DrivingFigures,
    LearnerFacts,
    driving_figures,
)
from mentorapp.domain.driving_warnings import PERMIT, DrivingWarning, Warned, warnings
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.domain.practice_driving import DrivingPractice
from mentorapp.operations import driving_rules
from mentorapp.operations.intention import counts_all
from mentorapp.operations.pairing_rows import PairingRow
from mentorapp.operations.practice_driving import (
    birth_years,
    counted,
    drives_of,
    driving_schemes,
)
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def permits_to_see_to(
    tx: Transaction, today: date, rows: Collection[PairingRow]
) -> list[Attention]:
    """Of the running pairs: permits that are missing, have ended or end within 30 days."""
    schemes = {one.id for one in driving_schemes(tx)}
    mine = {row.id: row for row in rows if row.scheme.id in schemes and row.status in RUNNING}
    practices = _practices(tx, mine)
    rules = driving_rules.rules_here(tx)
    born = birth_years(tx, records.find(tx, Pairing, id=mine))
    return [
        _line(row, warned, today)
        for pairing_id, row in mine.items()
        for warned in warnings(
            practices.get(pairing_id, DrivingPractice(pairing_id=pairing_id)),
            born[pairing_id],
            rules,
            today,
        )
        if warned.kind in PERMIT
    ]


@counts_all
def figures(tx: Transaction, first: date, last: date, today: date) -> DrivingFigures:
    """A period's figures, up to today while it runs; ``DrivingFigures`` defines them."""
    schemes = {one.id for one in driving_schemes(tx)}
    pairs = records.find(tx, Pairing, scheme_id=schemes)
    practices = _practices(tx, {one.id for one in pairs})
    drives: dict[UUID, list[Drive]] = defaultdict(list)
    for meeting, session in drives_of(tx, {one.id for one in pairs}):
        drives[meeting.pairing_id].append(counted(meeting, session))
    facts = []
    for pair in pairs:
        practice = practices.get(pair.id)
        facts.append(
            LearnerFacts(
                agreed_on=pair.agreed_on,
                ended_on=pair.ended_on,
                theory_passed_on=practice.theory_passed_on if practice else None,
                test_passed_on=practice.test_passed_on if practice else None,
                drives=tuple(drives[pair.id]),
            )
        )
    return driving_figures(facts, first, min(last, today))


def _practices(tx: Transaction, pairings: Collection[UUID]) -> dict[UUID, DrivingPractice]:
    return {one.pairing_id: one for one in records.find(tx, DrivingPractice, pairing_id=pairings)}


def _line(row: PairingRow, warned: Warned, today: date) -> Attention:
    soon = warned.kind in {DrivingWarning.PERMIT_ENDS_SOON, DrivingWarning.PERMIT_NOT_YET}
    since = warned.day or row.agreed_on
    return Attention(
        kind=AttentionKind.DRIVING_PERMIT,
        severity=Severity.YELLOW if soon else Severity.RED,
        who=row.who,
        days=(today - since).days,
        subject_id=row.id,
        pairing_id=row.id,
        pairing_number=row.number,
        detail=warned.kind.value,
    )
