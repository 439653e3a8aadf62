"""Contact points: who helps a newcomer with what, in which service (Bodø: «kontaktpunkt»)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import combinations
from uuid import UUID

from mentorapp.domain.contact_details import check_email, check_phone
from mentorapp.domain.errors import InvalidField, Problem, ProtectedLocation
from mentorapp.domain.pairings import months_later
from mentorapp.domain.protection import Protection, Purpose, may_use
from mentorapp.domain.records import Record
from mentorapp.domain.statistics import Share
from mentorapp.domain.text import NAME_LIMIT, check_length, folded


class ContactRole(StrEnum):
    """What the contact is to the newcomer. MENTOR is read off running pairings and never typed."""

    WELFARE_OFFICE = "welfare_office"
    CITIZEN_SERVICE = "citizen_service"
    TEACHER = "teacher"
    EMPLOYER = "employer"
    COORDINATOR = "coordinator"
    MENTOR = "mentor"
    SETTLEMENT = "settlement"
    OTHER = "other"


class ContactTask(StrEnum):
    """What the contact helps with; two services with one task is a double contact."""

    JOB_SEARCH = "job_search"
    CAREER_PLAN = "career_plan"
    LANGUAGE = "language"
    EDUCATION = "education"
    HOUSING = "housing"
    MONEY = "money"
    FAMILY = "family"
    NETWORK = "network"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint(Record):
    """``service`` is the office or school; ``stand_in`` takes over when the contact is away."""

    person_id: UUID
    role: ContactRole
    name: str
    service: str = ""
    phone: str = ""
    email: str = ""
    tasks: frozenset[ContactTask] = frozenset()
    since: date
    until: date | None = None
    stand_in: str = ""
    stand_in_phone: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it is in force at the end of ``day``."""
        return self.since <= day and (self.until is None or self.until > day)


#: What tells where a person goes by day: the school, the office nearby and their numbers.
TELLING = ("service", "phone", "email", "stand_in_phone")


def check_contact_point(contact: ContactPoint, protection: Protection, today: date) -> None:
    """Raise InvalidField, or ProtectedLocation for somebody with a strictly confidential address.

    Of him only role, names and tasks are stored: a school and its number tell where he is.
    """
    if contact.role is ContactRole.MENTOR:
        raise InvalidField("role", Problem.UNKNOWN_VALUE, contact.role.value)
    if not contact.name.strip() and not contact.service.strip():
        raise InvalidField("name", Problem.MISSING)
    for field in ("name", "service", "stand_in"):
        check_length(field, getattr(contact, field), NAME_LIMIT)
    check_phone("phone", contact.phone)
    check_email("email", contact.email)
    check_phone("stand_in_phone", contact.stand_in_phone)
    if contact.since > months_later(today, 12):
        raise InvalidField("since", Problem.TOO_FAR_AHEAD, contact.since.isoformat())
    if contact.until is not None and contact.until < contact.since:
        raise InvalidField("until", Problem.BEFORE_START, contact.until.isoformat())
    if protection is Protection.STRICT:
        for field in TELLING:
            if getattr(contact, field):
                raise ProtectedLocation(field)


def shown(contact: ContactPoint, protection: Protection, purpose: Purpose) -> ContactPoint:
    """The part of it that may be used for ``purpose``, as ``protection.visible`` does for homes."""
    if may_use(protection, purpose):
        return contact
    return replace(contact, service="", phone="", email="", stand_in_phone="")


@dataclass(frozen=True, slots=True)
class DoubleContact:
    """Two services that do the same ``task`` for a person from ``since`` to ``until`` (still)."""

    task: ContactTask
    one: ContactPoint
    other: ContactPoint
    since: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether both are in force at the end of ``day``."""
        return self.since <= day and (self.until is None or self.until > day)


def double_contacts(contacts: Iterable[ContactPoint]) -> tuple[DoubleContact, ...]:
    """Where two services do the same for one person at the same time, by task.

    Two people of one service are no double contact; where no service is told, the role stands
    for it.
    """
    found = [
        DoubleContact(task, one, other, since, until)
        for one, other in combinations(sorted(contacts, key=lambda c: (c.since, c.id)), 2)
        if one.person_id == other.person_id and _other_service(one, other)
        for since, until in [_overlap(one, other)]
        if until is None or since < until
        for task in one.tasks & other.tasks
    ]
    return tuple(sorted(found, key=lambda double: list(ContactTask).index(double.task)))


def _overlap(one: ContactPoint, other: ContactPoint) -> tuple[date, date | None]:
    ends = [end for end in (one.until, other.until) if end is not None]
    return max(one.since, other.since), min(ends, default=None)


def _other_service(one: ContactPoint, other: ContactPoint) -> bool:
    if one.service and other.service:
        return folded(one.service) != folded(other.service)
    return one.role is not other.role


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """One newcomer who is with the scheme on the day of counting, and who helps him then."""

    contacts: int
    has_coordinator: bool
    double: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFigures:
    """On one day, of all newcomers registered, ready, waiting or paired on it (the base).

    ``with_coordinator``: somebody is responsible, by a running pairing or by a contact point.
    ``with_none``: nobody at all is known to help. ``with_double``: two services do the same.
    """

    on: date
    with_coordinator: Share
    with_none: Share
    with_double: Share


def contact_figures(facts: Sequence[ContactFacts], on: date) -> ContactFigures:
    """Count them."""
    base = len(facts)
    return ContactFigures(
        on=on,
        with_coordinator=Share(sum(one.has_coordinator for one in facts), base),
        with_none=Share(sum(one.contacts == 0 for one in facts), base),
        with_double=Share(sum(one.double for one in facts), base),
    )
