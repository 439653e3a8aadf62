"""The figures of outcomes for reports: each with its definition and denominator."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mentorapp.domain.cohorts import CohortTable
from mentorapp.domain.days_to import Firsts, YearOfWaits, waits
from mentorapp.domain.in_work import Reading, in_work
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.outcomes import WORKING, OutcomePoint, OutcomeStatus, Relevance, due_on
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.placements import Placement, PlacementEnd
from mentorapp.domain.statistics import Share
from mentorapp.operations.intention import counts_all
from mentorapp.operations.outcome_facts import OutcomeFacts, gather, withdrawn
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFigures:
    """Outcomes of a period ``first`` to ``until``, its last day or today.

    ``exits``: ends in a scheme in the period. ``at_exit``: answers at exit of those, by status,
    ``nobody asked`` being the rest. ``asked``: of all points whose day fell in the period, those
    with an answer. ``known``: of the same, those whose answer tells what the person does.
    ``after_a_year``: of those whose first anniversary fell in the period, in work; ``of_known`` of
    those known, ``of_ended`` of all. ``relevant``: of answers of the period that tell of work and
    say whether it uses what the person can, those that say it does. ``table`` are the cohorts as
    they stood on ``until``; ``withdrawn`` persons are in no figure.
    """

    first: date
    until: date
    exits: int
    at_exit: Mapping[OutcomeStatus, int]
    asked: Share
    known: Share
    after_a_year_of_known: Share
    after_a_year_of_ended: Share
    educated_after_a_year_of_known: Share
    relevant: Share
    table: CohortTable
    withdrawn: int
    waits: tuple[YearOfWaits, ...] = field(default=())


@counts_all
def facts(tx: Transaction, today: date) -> OutcomeFacts:
    """What is known until today, to be counted."""
    return gather(tx, today)


@counts_all
def figures(
    tx: Transaction, first: date, last: date, today: date, scheme_id: UUID | None = None
) -> OutcomeFigures:
    """The figures of a period for one scheme or all, up to today while it runs."""
    facts = gather(tx, min(last, today))
    return counted(facts, days(tx, facts), first, scheme_id)


def counted(
    facts: OutcomeFacts,
    waits: tuple[YearOfWaits, ...],
    first: date,
    scheme_id: UUID | None = None,
) -> OutcomeFigures:
    """The same from what has been gathered: from ``first`` to the day the facts are of."""
    until = facts.until
    ended = [one for one in facts.exits if scheme_id in (None, one.scheme_id)]
    answers = {(one.person_id, one.scheme_id, one.exit_on, one.point): one for one in facts.answers}
    due = [
        (one, point, answers.get((one.person_id, one.scheme_id, one.exit_on, point)))
        for one in ended
        for point in OutcomePoint
        if first <= due_on(one.exit_on, point) <= until
    ]
    known = [(point, told) for _, point, told in due if told is not None and told.is_known]
    year = [told for _, point, told in due if point is OutcomePoint.YEAR_1]
    year_known = [told for point, told in known if point is OutcomePoint.YEAR_1]
    working = sum(in_work(one, facts.office) for one in year_known)
    studying = sum(one.status is OutcomeStatus.EDUCATION for one in year_known)
    told = [told for _, _, told in due if told is not None]
    relevance = [
        one.relevance
        for one in told
        if one.status in WORKING and one.relevance is not Relevance.NOT_ASKED
    ]
    return OutcomeFigures(
        first=first,
        until=until,
        exits=sum(point is OutcomePoint.EXIT for _, point, _ in due),
        at_exit=Counter(one.status for one in told if one.point is OutcomePoint.EXIT),
        asked=Share(len(told), len(due)),
        known=Share(len(known), len(due)),
        after_a_year_of_known=Share(working, len(year_known)),
        after_a_year_of_ended=Share(working, len(year)),
        educated_after_a_year_of_known=Share(working + studying, len(year_known)),
        relevant=Share(relevance.count(Relevance.RELEVANT), len(relevance)),
        table=facts.table(Reading.WORK, scheme_id),
        withdrawn=facts.withdrawn,
        waits=waits,
    )


@counts_all
def days(tx: Transaction, facts: OutcomeFacts) -> tuple[YearOfWaits, ...]:
    """Days from registration to first meeting, placement and job, by year of registration."""
    until = facts.until
    outside = withdrawn(tx, until)
    firsts: dict[str, dict[UUID, date]] = defaultdict(dict)

    def note(kind: str, person_id: UUID, day: date | None) -> None:
        if day is not None and day <= until:
            firsts[kind][person_id] = min(day, firsts[kind].get(person_id, day))

    newcomers = records.find(tx, Newcomer)
    person_of = {one.id: one.person_id for one in newcomers}
    pair_of = {one.id: one.newcomer_id for one in records.find(tx, Pairing)}
    for meeting in records.find(tx, Meeting):
        person_id = person_of.get(pair_of.get(meeting.pairing_id, meeting.id))
        if meeting.counts and person_id is not None:
            note("meeting", person_id, meeting.held_on)
    for placement in records.find(tx, Placement):
        note("placement", placement.person_id, placement.started_on)
        if placement.end is PlacementEnd.JOB:
            note("job", placement.person_id, placement.ended_on)
    for one in facts.answers:
        if in_work(one, facts.office):
            note("job", one.person_id, one.asked_on)
    return waits(
        Firsts(
            one.registered_on,
            firsts["meeting"].get(one.person_id),
            firsts["placement"].get(one.person_id),
            firsts["job"].get(one.person_id),
        )
        for one in newcomers
        if one.registered_on <= until and one.person_id not in outside
    )
