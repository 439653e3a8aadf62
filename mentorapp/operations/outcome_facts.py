"""What figures of outcomes are made of: who ended where and when, and what was answered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.cohorts import CohortTable, Kept, cohort_table, kept
from mentorapp.domain.consents import Consent, ConsentPurpose
from mentorapp.domain.exits import Exit, exits
from mentorapp.domain.in_work import Reading, counts
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.office import Office
from mentorapp.domain.outcomes import Outcome
from mentorapp.domain.questions import OPEN_FOR
from mentorapp.operations import offices
from mentorapp.storage import records, stays
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFacts:
    """As things stood on ``until``. ``withdrawn`` ended too, but want to be in no statistics."""

    office: Office
    until: date
    exits: tuple[Exit, ...]
    answers: tuple[Outcome, ...]
    withdrawn: int

    def table(self, reading: Reading, scheme_id: UUID | None = None) -> CohortTable:
        """The cohorts of one scheme or of all."""
        return cohort_table(
            self.exits,
            self.answers,
            self.until,
            lambda one: counts(one, self.office, reading),
            scheme_id,
        )

    def kept(self, reading: Reading, scheme_id: UUID | None = None) -> Kept | None:
        """The same people after a year and after five to seven."""
        return kept(
            self.exits,
            self.answers,
            lambda one: counts(one, self.office, reading),
            scheme_id=scheme_id,
        )


def gather(
    tx: Transaction,
    until: date,
    *,
    people: Collection[UUID] | None = None,
    recent: bool = False,
) -> OutcomeFacts:
    """Everybody's, or that of some ``people``; nothing that happened or was answered after.

    ``recent`` leaves out answers that no question of today can be about.
    """
    outside = withdrawn(tx, until)
    asked = {} if people is None else {"person_id": people}
    if recent:
        answers = stays.answers_since(tx, until - OPEN_FOR)
    else:
        answers = records.find(tx, Outcome, **asked)
    found = exits(stays.stays(tx, until, people), until)
    kept_exits = tuple(one for one in found if one.person_id not in outside)
    return OutcomeFacts(
        office=offices.read(tx),
        until=until,
        exits=kept_exits,
        answers=tuple(
            one for one in answers if one.person_id not in outside and one.asked_on <= until
        ),
        withdrawn=len({one.person_id for one in found} & outside),
    )


def withdrawn(tx: Transaction, on: date) -> frozenset[UUID]:
    """Who has withdrawn from statistics by ``on`` and not agreed again."""
    given: set[UUID] = set()
    gone: set[UUID] = set()
    for one in records.find(tx, Consent, purpose=ConsentPurpose.STATISTICS):
        over = one.withdrawn_on is not None and one.withdrawn_on <= on
        (gone if over else given).add(one.person_id)
    return frozenset(gone - given)


def people_of(tx: Transaction) -> Mapping[UUID, UUID]:
    """The person of each newcomer's role."""
    return {one.id: one.person_id for one in records.find(tx, Newcomer)}
