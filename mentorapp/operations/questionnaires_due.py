"""Which questionnaires are due to be given out, and which have not come back."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.follow_up import Attention, AttentionKind, FollowUp, Severity, capped
from mentorapp.domain.letters import LetterIssued, LetterKind
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.questionnaire_calendar import END_WITHIN, Course, moment_due
from mentorapp.domain.questionnaires import PAGES, Moment, Questionnaire, Respondent
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.storage import records, tallies
from mentorapp.storage.database import Transaction

#: A page that was given out so long ago is asked for.
BACK_WITHIN = timedelta(days=21)

#: Whom a pair consists of: mentor, newcomer.
Both = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsDue:
    """A page that one half should have by ``due`` and has not answered.

    ``printed_on`` is the day on which it left the office; None while it is still to be printed.
    """

    pairing_id: UUID
    pairing_number: int
    respondent: Respondent
    person_id: UUID
    name: str
    moment: Moment
    due: date
    printed_on: date | None = None

    @property
    def kind(self) -> LetterKind:
        """Which letter the page is."""
        return PAGES[self.moment]


def questions_due(
    tx: Transaction, today: date, pairing_id: UUID | None = None
) -> list[QuestionsDue]:
    """What has not been answered, the longest due first; of one pairing or of all."""
    pairs = _asked(tx, today, pairing_id)
    if not pairs:
        return []
    ids = [one.id for one in pairs]
    first = tallies.first_meetings(tx, ids)
    talks = _talks(tx, ids)
    answered = defaultdict(set)
    for page in records.find(tx, Questionnaire, pairing_id=ids):
        answered[page.pairing_id, page.person_id].add(page.moment)
    wanted = [
        (pairing, Respondent(who), person_id, due)
        for pairing, both in zip(pairs, people_of(tx, pairs).values(), strict=True)
        for who, person_id in zip(Respondent, both, strict=True)
        for course in [Course(pairing, first.get(pairing.id), talks[pairing.id])]
        for due in [moment_due(course, answered[pairing.id, person_id], today)]
        if due is not None
    ]
    people = records.by_id(records.find(tx, Person, id={one[2] for one in wanted}))
    printed = given_out(tx, {pairing.id for pairing, *_ in wanted})
    found = [
        QuestionsDue(
            pairing_id=pairing.id,
            pairing_number=pairing.number,
            respondent=who,
            person_id=person_id,
            name=people[person_id].name,
            moment=moment,
            due=due,
            printed_on=printed.get((pairing.id, person_id, PAGES[moment])),
        )
        for pairing, who, person_id, (moment, due) in wanted
    ]
    return sorted(found, key=lambda one: (one.due, one.pairing_number, one.respondent))


def attention(tx: Transaction, today: date) -> tuple[Attention, ...]:
    """Pages that were given out and have not come back, a line for a pair.

    ``detail`` is the moment. What is to be printed stands among the letters.
    """
    out = defaultdict(list)
    for one in questions_due(tx, today):
        if one.printed_on is not None and one.printed_on + BACK_WITHIN <= today:
            out[one.pairing_id, one.moment].append(one)
    return capped(
        Attention(
            kind=AttentionKind.QUESTIONS_OUT,
            severity=Severity.CALM,
            who=" – ".join(one.name for one in reversed(pages)),
            days=max((today - one.printed_on).days for one in pages if one.printed_on),
            subject_id=pairing_id,
            pairing_id=pairing_id,
            pairing_number=pages[0].pairing_number,
            detail=moment.value,
        )
        for (pairing_id, moment), pages in out.items()
    )


def people_of(tx: Transaction, pairs: Sequence[Pairing]) -> dict[UUID, Both]:
    """Mentor and newcomer of each pairing, in the order of the pairings."""
    mentors = records.by_id(records.find(tx, Mentor, id={one.mentor_id for one in pairs}))
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in pairs}))
    return {
        one.id: (mentors[one.mentor_id].person_id, newcomers[one.newcomer_id].person_id)
        for one in pairs
    }


def _asked(tx: Transaction, today: date, pairing_id: UUID | None) -> list[Pairing]:
    """Running pairs, and those that ended not long ago."""
    if pairing_id is not None:
        return [records.get(tx, Pairing, pairing_id)]
    return [
        one
        for one in records.find(tx, Pairing)
        if one.status in RUNNING or (one.ended_on or today) + END_WITHIN >= today
    ]


def _talks(tx: Transaction, pairing_ids: Sequence[UUID]) -> dict[UUID, dict[FollowUpKind, date]]:
    """The days of the midway and the closing talk; where one was put off, the day it is now."""
    found: dict[UUID, dict[FollowUpKind, date]] = defaultdict(dict)
    kinds = [FollowUpKind.MIDWAY, FollowUpKind.CLOSING]
    for one in records.find(tx, FollowUp, pairing_id=pairing_ids, kind=kinds):
        days = found[one.pairing_id]
        days[one.kind] = max(one.due, days.get(one.kind, one.due))
    return found


def given_out(
    tx: Transaction, pairing_ids: Iterable[UUID]
) -> dict[tuple[UUID | None, UUID | None, LetterKind], date]:
    """When the newest page of each kind left the office, by pairing and person."""
    issued = records.find(
        tx, LetterIssued, pairing_id=set(pairing_ids), kind=list(PAGES.values()), failed_on=None
    )
    return {
        (one.pairing_id, one.person_id, one.kind): one.issued_at.astimezone().date()
        for one in sorted(issued, key=lambda one: one.issued_at)
    }
