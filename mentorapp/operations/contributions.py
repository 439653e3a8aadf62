"""What each organisation has given in a period, for the yearly report and the thank-you."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from mentorapp.domain.associations import Activity, Introduction
from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.contributions import Contribution, in_order
from mentorapp.domain.events import Event
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.placements import Placement
from mentorapp.operations.intention import counts_all
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


@counts_all
def contributions(tx: Transaction, first: date, last: date) -> tuple[tuple[str, Contribution], ...]:
    """Every organisation that gave something from the first to the last day, with its id.

    For reports in which they stand side by side: of pairs in which somebody is protected none
    tells by whose mentor.
    """
    return in_order_with_ids(by_organisation(tx, first, last, told_to_others=True))


def in_order_with_ids(given: Mapping[UUID, Contribution]) -> tuple[tuple[str, Contribution], ...]:
    """Those that gave something, in the order in which they are printed."""
    ids = {id(one): str(key) for key, one in given.items()}
    return tuple((ids[id(one)], one) for one in in_order(list(given.values())))


@counts_all
def by_organisation(
    tx: Transaction, first: date, last: date, *, told_to_others: bool = False
) -> dict[UUID, Contribution]:
    """What each organisation gave from the first to the last day, by its id.

    ``told_to_others`` leaves out the pairs of people with a protected address.
    """
    mentors = records.find(tx, Mentor)
    home = {one.id: one.organisation_id for one in mentors if one.organisation_id}
    guarded = _guarded(tx, mentors) if told_to_others else set()
    pairs = [
        one
        for one in records.find(tx, Pairing)
        if one.mentor_id in home
        and guarded.isdisjoint({one.mentor_id, one.newcomer_id})
        and _touches(one.agreed_on, one.ended_on, first, last)
    ]
    meetings, minutes = _met(tx, {one.id: home[one.mentor_id] for one in pairs}, first, last)
    paired: dict[UUID, set[UUID]] = defaultdict(set)
    for pair in pairs:
        paired[home[pair.mentor_id]].add(pair.mentor_id)
    pairings = Counter(home[one.mentor_id] for one in pairs)
    placements = Counter(
        one.organisation_id
        for one in records.find(tx, Placement)
        if _touches(one.started_on, one.ended_on, first, last)
    )
    events = Counter(
        one.organisation_id
        for one in records.find(tx, Event)
        if one.cancelled_on is None and first <= one.starts_at.date() <= last
    )
    host = {one.id: one.organisation_id for one in records.find(tx, Activity)}
    introduced = Counter(
        host[one.activity_id]
        for one in records.find(tx, Introduction)
        if one.activity_id in host and first <= one.introduced_on <= last
    )
    places = _places(records.find(tx, OfferedPlaces), first, last)
    return {
        one.id: Contribution(
            name=one.name,
            kind=one.kind,
            mentors=len(paired[one.id]),
            pairings=pairings[one.id],
            meetings=meetings[one.id],
            minutes=minutes[one.id],
            places=places[one.id],
            placements=placements[one.id],
            events=events[one.id],
            introduced=introduced[one.id],
        )
        for one in records.find(tx, Organisation)
    }


def _guarded(tx: Transaction, mentors: Iterable[Mentor]) -> set[UUID]:
    """The roles of people whose address is protected."""
    protected = shields.protections(tx)
    newcomers = records.find(tx, Newcomer, person_id=list(protected))
    guarded = {one.id for one in mentors if one.person_id in protected}
    return guarded | {one.id for one in newcomers}


def _touches(start: date, end: date | None, first: date, last: date) -> bool:
    return start <= last and (end is None or end >= first)


def _met(
    tx: Transaction, homes: dict[UUID, UUID], first: date, last: date
) -> tuple[Counter[UUID], Counter[UUID]]:
    """How many meetings, and their minutes."""
    meetings: Counter[UUID] = Counter()
    minutes: Counter[UUID] = Counter()
    for meeting in records.find(tx, Meeting, pairing_id=list(homes)):
        if meeting.counts and first <= meeting.held_on <= last:
            meetings[homes[meeting.pairing_id]] += 1
            minutes[homes[meeting.pairing_id]] += meeting.minutes
    return meetings, minutes


def _places(offers: Iterable[OfferedPlaces], first: date, last: date) -> Counter[UUID]:
    """The most at once: the offers of a period begin one by one, so that it is on such a day."""
    own: dict[UUID, list[OfferedPlaces]] = defaultdict(list)
    for one in offers:
        if _touches(one.from_date, one.to_date, first, last):
            own[one.organisation_id].append(one)
    return Counter(
        {
            organisation: max(
                sum(
                    other.places
                    for other in theirs
                    if _touches(other.from_date, other.to_date, day, day)
                )
                for day in {max(one.from_date, first) for one in theirs}
            )
            for organisation, theirs in own.items()
        }
    )
