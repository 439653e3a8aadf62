"""Capacity: the places organisations offer, by kind and period, and how many of them are taken."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.goals import GoalUnit, Measure, OfficeGoal
from mentorapp.domain.placements import Placement, PlacementKind
from mentorapp.domain.records import Record
from mentorapp.domain.statistics import Share
from mentorapp.domain.text import NOTE_LIMIT, check_length

_MOST_PLACES = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedPlaces(Record):
    """``places`` at once, for one kind of placement; without ``to_date`` until further notice."""

    organisation_id: UUID
    kind: PlacementKind
    places: int
    from_date: date
    to_date: date | None = None
    notes: str = ""

    def holds(self, day: date) -> bool:
        """Whether the places are there on ``day``; the last day of the offer counts."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)


@dataclass(frozen=True, slots=True)
class Places:
    """Places of one kind at one organisation on one day.

    ``taken`` are the running placements of the kind. More taken than offered is told (``over``),
    not refused: the person is there, and it is the offer that is not up to date.
    """

    organisation_id: UUID
    kind: PlacementKind
    offered: int
    taken: int

    @property
    def free(self) -> int:
        """Places nobody has, never below 0."""
        return max(0, self.offered - self.taken)

    @property
    def over(self) -> int:
        """Placements beyond what is offered."""
        return max(0, self.taken - self.offered)


@dataclass(frozen=True, slots=True)
class PlacesSum:
    """Several places together. A place too many at one organisation is no free one at another."""

    offered: int = 0
    taken: int = 0
    free: int = 0
    over: int = 0


@dataclass(frozen=True, slots=True)
class YearOfPlaces:
    """``offered`` and ``taken`` are the most at once in the year, ``started`` placements begun."""

    year: int
    offered: int
    taken: int
    started: int


@dataclass(frozen=True, slots=True)
class PlacesGoal:
    """How far the office is with a goal about places or placements.

    ``wanted`` is the number that the goal comes to, rounded up (3 % of 1,210 is 37 places); None
    where its base is not given. ``reached`` are places offered on the day, or placements begun
    since the goal's first day.
    """

    goal: OfficeGoal
    wanted: int | None
    reached: int
    places: PlacesSum

    @property
    def missing(self) -> int | None:
        """How many more are needed; 0 when the goal is reached, None when it is no number."""
        return None if self.wanted is None else max(0, self.wanted - self.reached)

    @property
    def share(self) -> Share | None:
        """What is reached of what is wanted."""
        return None if self.wanted is None else Share(self.reached, self.wanted)


def check_offered_places(offer: OfferedPlaces) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not 1 <= offer.places <= _MOST_PLACES:
        raise InvalidField("places", Problem.OUT_OF_RANGE, str(offer.places), f"1–{_MOST_PLACES}")
    if offer.to_date is not None and offer.to_date < offer.from_date:
        raise InvalidField("to_date", Problem.BEFORE_START, offer.to_date.isoformat())
    check_length("notes", offer.notes, NOTE_LIMIT)


def places_on(
    offers: Iterable[OfferedPlaces], placements: Iterable[Placement], day: date
) -> tuple[Places, ...]:
    """Every organisation and kind that has places or people on ``day``."""
    offered: Counter[tuple[UUID, PlacementKind]] = Counter()
    for offer in offers:
        if offer.holds(day):
            offered[offer.organisation_id, offer.kind] += offer.places
    taken = Counter((one.organisation_id, one.kind) for one in placements if one.is_running(day))
    order = list(PlacementKind)
    return tuple(
        Places(organisation_id, kind, offered[organisation_id, kind], taken[organisation_id, kind])
        for organisation_id, kind in sorted(
            offered.keys() | taken.keys(), key=lambda key: (key[0], order.index(key[1]))
        )
    )


def sum_of(places: Iterable[Places]) -> PlacesSum:
    """All of them together."""
    every = tuple(places)
    return PlacesSum(
        offered=sum(one.offered for one in every),
        taken=sum(one.taken for one in every),
        free=sum(one.free for one in every),
        over=sum(one.over for one in every),
    )


def years_of_places(
    offers: Iterable[OfferedPlaces], placements: Iterable[Placement], today: date
) -> tuple[YearOfPlaces, ...]:
    """The years from the first offer or placement until today, the latest first."""
    offers, placements = tuple(offers), tuple(placements)
    starts = [one.from_date for one in offers] + [one.started_on for one in placements]
    begun = [day for day in starts if day <= today]
    if not begun:
        return ()
    return tuple(
        _year(offers, placements, year, today)
        for year in range(today.year, min(begun).year - 1, -1)
    )


def _year(
    offers: tuple[OfferedPlaces, ...], placements: tuple[Placement, ...], year: int, today: date
) -> YearOfPlaces:
    # Numbers can grow only on days on which an offer or a placement begins.
    days = {date(year, 1, 1)} | {
        day
        for day in (*(one.from_date for one in offers), *(one.started_on for one in placements))
        if day.year == year and day <= today
    }
    sums = [sum_of(places_on(offers, placements, day)) for day in days]
    return YearOfPlaces(
        year=year,
        offered=max(one.offered for one in sums),
        taken=max(one.taken for one in sums),
        started=sum(one.started_on.year == year and one.started_on <= today for one in placements),
    )


def wanted_by(goal: OfficeGoal) -> int | None:
    """The number that a goal comes to: 30 per mille of 1,200 are 36. None without its base."""
    if goal.unit is GoalUnit.COUNT:
        return goal.target
    if goal.base is None or goal.target <= 0:
        return None
    if goal.unit is GoalUnit.SHARE:
        return -(-goal.base * goal.target // 1000)
    return -(-goal.base // goal.target)


def places_goal(
    goal: OfficeGoal,
    offers: Iterable[OfferedPlaces],
    placements: Iterable[Placement],
    today: date,
) -> PlacesGoal:
    """How far it is today; after the goal's last day, how far it was then.

    For Measure.PLACES the places offered count, for Measure.PLACEMENTS those begun from the goal's
    first day on; with a project, only its placements.
    """
    day = min(today, goal.to_date)
    offers, placements = tuple(offers), tuple(placements)
    places = sum_of(places_on(offers, placements, day))
    begun = sum(
        goal.from_date <= one.started_on <= day
        and (goal.project_id is None or one.project_id == goal.project_id)
        for one in placements
    )
    reached = begun if goal.measure is Measure.PLACEMENTS else places.offered
    return PlacesGoal(goal, wanted_by(goal), reached, places)
