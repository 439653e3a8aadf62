"""What is stored of somebody, as he himself may have it: nothing that others said, or where they
are.

What hangs on a pair is both halves': of that each gets what is about the pair, and only his own
calls, talks and answers.
"""

from collections.abc import Mapping
from dataclasses import replace

from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.free_text import FREE_TEXT, without_named_places
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.personal_data import PERSONAL
from mentorapp.domain.plans import PlanGoal, PlanStep
from mentorapp.domain.proposals import (
    ForbiddenPair,
    Proposal,
    points_without_location,
    without_location,
)
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.records import Record
from mentorapp.domain.ties import Tie
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.operations.others import TWO, halves, others, owners, protections
from mentorapp.storage import belongings, deletions, records
from mentorapp.storage.database import Transaction

#: What somebody tells of himself: no place in it is another's.
_OF_HIMSELF = (Person, Mentor, Newcomer, CompetenceCard, PlanGoal, PlanStep, ContactPoint)


def own_records(tx: Transaction, person: Person) -> Mapping[type[Record], list[Record]]:
    """By kind; without ties, which are about another person too, and forms nobody has finished."""
    rows = belongings.of_person(tx, person.id)
    held = {
        kind: records.find(tx, kind, id=rows.get(deletions.table_of(kind), set()))
        for kind in PERSONAL
        if kind not in (Tie, UnfinishedForm)
    }
    levels = _Levels(tx, person, held)
    told = {
        kind: [levels.told(one) for one in stored if _is_own(one, person)]
        for kind, stored in held.items()
    }
    return {kind: stored for kind, stored in told.items() if stored}


def _is_own(record: Record, person: Person) -> bool:
    return getattr(record, "person_id", person.id) == person.id


class _Levels:
    """How much may be told of each pair, by the stricter protection of its halves."""

    def __init__(
        self, tx: Transaction, person: Person, held: Mapping[type[Record], list[Record]]
    ) -> None:
        two = [one for kind in TWO for one in held[kind]]
        self._owner = owners(tx, {half for one in two for half in halves(one)})
        levels = protections(tx, set(self._owner.values()))
        self._by_pair = {
            one.id: strictest(
                levels.get(self._owner[half], Protection.NONE)
                for half in halves(one)
                if half in self._owner
            )
            for one in two
        }
        self._places = others(tx, person).places

    def told(self, record: Record) -> Record:
        """The record without where the other half is."""
        about = getattr(record, "pairing_id", None) or record.id
        level = self._by_pair.get(about, Protection.NONE)
        if isinstance(record, ForbiddenPair):
            record = replace(record, reason="")
        elif isinstance(record, Proposal):
            # Nobody agreed to it: the other half's place is not told of anybody.
            kept = strictest((level, Protection.CONFIDENTIAL))
            record = replace(
                record,
                reasons=without_location(record.reasons, kept),
                points=points_without_location(record.points, kept),
                decision_reason=record.decision_reason if level is Protection.NONE else "",
            )
        elif isinstance(record, Pairing):
            record = replace(
                record,
                reasons=without_location(record.reasons, level),
                points=points_without_location(record.points, level),
                start_meeting_place=(
                    record.start_meeting_place if level is Protection.NONE else ""
                ),
            )
        elif isinstance(record, Meeting) and level is not Protection.NONE:
            record = replace(record, place="")
        if self._places is None or type(record) not in FREE_TEXT or isinstance(record, _OF_HIMSELF):
            return record
        return without_named_places(record, self._places)
