"""Associations: what they offer, and who was introduced where.

Bodø: «Idrettslag må ta i mot og aktivt rekruttere inn nye – ikke bare de som kan spille på
A-laget». The association itself is an organisation of the register.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.pairings import months_later
from mentorapp.domain.records import Record
from mentorapp.domain.statistics import Share
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length

#: Whoever has not been there by then is asked about.
VISIT_WITHIN_DAYS = 30
#: A membership counts as known for so many months after somebody saw it.
KNOWN_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """``interests`` are keys of the reference list, ``time`` and ``price`` words for a leaflet.

    ``open`` is False when it takes nobody more for now.
    """

    organisation_id: UUID
    name: str
    interests: frozenset[str] = frozenset()
    place: str = ""
    postal_code: str = ""
    country: str = "NO"
    time: str = ""
    price: str = ""
    welcomes_beginners: bool = True
    contact: str = ""
    contact_phone: str = ""
    open: bool = True
    notes: str = ""


class IntroductionStep(StrEnum):
    """How far it has come. STOPPED is whoever left without having become a member."""

    INTRODUCED = "introduced"
    VISITED = "visited"
    MEMBER = "member"
    LEFT = "left"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction(Record):
    """A person and an activity, from the introduction to the last look whether he is a member.

    ``introduced_by_id`` is a person of the register (mostly the buddy), else ``introduced_by``.
    ``member_on`` is the last day somebody saw that he still was one. ``left_on`` without
    ``joined_on`` is the day on which it was clear that nothing came of it.
    """

    person_id: UUID
    activity_id: UUID
    introduced_on: date
    introduced_by_id: UUID | None = None
    introduced_by: str = ""
    first_visit_on: date | None = None
    joined_on: date | None = None
    member_on: date | None = None
    left_on: date | None = None
    notes: str = ""

    @property
    def step(self) -> IntroductionStep:
        """The last step taken."""
        if self.left_on is not None:
            return IntroductionStep.LEFT if self.joined_on else IntroductionStep.STOPPED
        if self.joined_on is not None:
            return IntroductionStep.MEMBER
        if self.first_visit_on is not None:
            return IntroductionStep.VISITED
        return IntroductionStep.INTRODUCED

    @property
    def is_open(self) -> bool:
        """Neither left nor given up."""
        return self.left_on is None

    @property
    def seen_on(self) -> date | None:
        """The last day on which he is known to have been a member."""
        return self.member_on or self.joined_on


#: The days of an introduction in the order in which they can only follow each other.
STEP_DAYS = ("introduced_on", "first_visit_on", "joined_on", "member_on", "left_on")


def check_activity(activity: Activity) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not activity.name.strip():
        raise InvalidField("name", Problem.MISSING)
    for name in ("name", "place", "time", "price", "contact"):
        check_length(name, getattr(activity, name), NAME_LIMIT)
    check_length("notes", activity.notes, NOTE_LIMIT)


def check_introduction(introduction: Introduction, today: date) -> None:
    """Raise InvalidField at the first day that lies in the future or before the step before it."""
    known = [(name, day) for name in STEP_DAYS if (day := getattr(introduction, name)) is not None]
    for name, day in known:
        if day > today:
            raise InvalidField(name, Problem.IN_FUTURE, day.isoformat())
    for (_, earlier), (name, day) in pairwise(known):
        if day < earlier:
            raise InvalidField(name, Problem.BEFORE_START, day.isoformat())
    if introduction.member_on is not None and introduction.joined_on is None:
        raise InvalidField("joined_on", Problem.MISSING)
    check_length("introduced_by", introduction.introduced_by, NAME_LIMIT)
    check_length("notes", introduction.notes, NOTE_LIMIT)


def days_without_visit(introduction: Introduction, today: date) -> int | None:
    """Days since the introduction when nobody has been there within the month; else None."""
    days = (today - introduction.introduced_on).days
    overdue = introduction.step is IntroductionStep.INTRODUCED and days > VISIT_WITHIN_DAYS
    return days if overdue else None


def days_since_asked(introduction: Introduction, today: date) -> int | None:
    """Days since the membership was last seen, when it is time to ask again; else None."""
    seen = introduction.seen_on
    if introduction.step is not IntroductionStep.MEMBER or seen is None:
        return None
    return (today - seen).days if months_later(seen, KNOWN_MONTHS) <= today else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssociationFigures:
    """What came of introductions in a period, counted up to ``until``.

    - ``introduced``: introductions made in the period; ``people`` so many different people.
    - ``visited``: of these, those who had been there or joined by ``until``.
    - ``joined``: people (each once) who became members of an activity in the period.
    - ``left``: memberships that ended in the period.
    - ``members``: memberships at ``until`` that were seen within the twelve months before, of all
      that have begun and not ended; the rest is not known.
    - ``by_association``: organisation -> (introduced, people joined, memberships at ``until``).
    """

    until: date
    introduced: int
    people: int
    visited: Share
    joined: int
    left: int
    members: Share
    by_association: Mapping[UUID, tuple[int, int, int]]


def association_figures(
    introductions: Iterable[Introduction],
    association_of: Mapping[UUID, UUID],
    first: date,
    last: date,
    today: date,
) -> AssociationFigures:
    """Count for the days from ``first`` to ``last``, at most to ``today``.

    ``association_of`` is activity -> organisation.
    """
    until = min(last, today)

    def counts(day: date | None) -> bool:
        return day is not None and first <= day <= until

    every = list(introductions)
    made = [one for one in every if counts(one.introduced_on)]
    joined = [one for one in every if counts(one.joined_on)]
    members = [one for one in every if _is_member(one, until)]
    known = [one for one in members if _known(one, until)]
    return AssociationFigures(
        until=until,
        introduced=len(made),
        people=len({one.person_id for one in made}),
        visited=Share(
            sum(
                been is not None and been <= until
                for one in made
                for been in [one.first_visit_on or one.joined_on]
            ),
            len(made),
        ),
        joined=len({one.person_id for one in joined}),
        left=sum(counts(one.left_on) and one.joined_on is not None for one in every),
        members=Share(len(known), len(members)),
        by_association={
            organisation: (
                len(_of(made, association_of, organisation)),
                len({one.person_id for one in _of(joined, association_of, organisation)}),
                len(_of(members, association_of, organisation)),
            )
            for organisation in dict.fromkeys(
                association_of[one.activity_id]
                for one in (*made, *joined, *members)
                if one.activity_id in association_of
            )
        },
    )


def _is_member(one: Introduction, until: date) -> bool:
    begun = one.joined_on is not None and one.joined_on <= until
    return begun and (one.left_on is None or one.left_on > until)


def _known(one: Introduction, until: date) -> bool:
    """Seen within the year before; later looks say nothing about that day, but joining does."""
    days = [day for day in (one.joined_on, one.member_on) if day is not None and day <= until]
    return bool(days) and months_later(max(days), KNOWN_MONTHS) > until


def _of(
    found: Iterable[Introduction], association_of: Mapping[UUID, UUID], organisation: UUID
) -> list[Introduction]:
    return [one for one in found if association_of.get(one.activity_id) == organisation]
