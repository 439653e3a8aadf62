"""The example office's contact points, and when and why its newcomers came."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.contact_points import ContactPoint, ContactRole, ContactTask
from mentorapp.domain.newcomers import NewcomerStatus, ResidenceBasis
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    barriers,
    contact_overview,
    contact_points,
    interviews,
    offices,
    pairings,
    people,
)
from mentorapp.operations.contact_overview import WITH_US
from mentorapp.operations.people import PersonSummary
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

_PEOPLE = 25
_DAY = timedelta(days=1)
#: Role, name, service, phone and tasks; every newcomer has some of these.
_TEACHER = (
    ContactRole.TEACHER, "Turid Havrevoll", "Fjordvik læringssenter", "40000901", "language",
)  # fmt: skip
_NAV = (ContactRole.WELFARE_OFFICE, "Geir Nesvold", "NAV Fjordvik", "40000902", "job_search money")
_SETTLEMENT = (
    ContactRole.SETTLEMENT, "Liv Karin Moan", "Flyktningtjenesten", "40000903", "housing family",
)  # fmt: skip
_DESK = (ContactRole.CITIZEN_SERVICE, "", "Servicetorget i Fjordvik", "40000904", "family")
_LIBRARY = (
    ContactRole.OTHER, "Per Øyvind Lian", "Fjordvik bibliotek", "40000905", "network",
)  # fmt: skip
#: Two services that do what another does already: what the flag is for.
_DOUBLES = (
    (ContactRole.SETTLEMENT, "Liv Karin Moan", "Flyktningtjenesten", "40000903", "job_search"),
    (ContactRole.OTHER, "Per Øyvind Lian", "Fjordvik bibliotek", "40000905", "language"),
)
_SETS = (
    (_TEACHER, _NAV, _DESK),
    (_TEACHER, _SETTLEMENT),
    (_TEACHER, _NAV, _LIBRARY),
    (_NAV, _DESK),
    (_TEACHER, _NAV, _SETTLEMENT, _LIBRARY),
)
_BASES = (
    ResidenceBasis.REFUGEE,
    ResidenceBasis.REFUGEE,
    ResidenceBasis.FAMILY,
    ResidenceBasis.REFUGEE,
    ResidenceBasis.WORK,
    ResidenceBasis.NOT_GIVEN,
)
_YEARS_BEFORE = (0, 1, 0, 2, 1, 6, 0, 3, 12, 1)

_Known = tuple[ContactRole, str, str, str, str]


def fill(tx: Transaction, today: date) -> None:
    """Contact points of 25 newcomers, stand-ins of running pairs, arrivals of those with us."""
    with_us = [
        one
        for one in people.all_people(tx)
        if one.newcomer is not None and one.newcomer.status in WITH_US
    ]
    _tell_arrivals(tx, with_us, today)
    open_ones = [one for one in with_us if one.protection is Protection.NONE]
    for at, one in enumerate(open_ones[:_PEOPLE]):
        since = one.newcomer.registered_on if one.newcomer else today
        _add(tx, one.person.id, _SETS[at % len(_SETS)], since + 7 * _DAY, today)
        if at in (0, 6):  # both have a teacher and a contact at NAV
            _add(tx, one.person.id, [_DOUBLES[at > 0]], today - 60 * _DAY, today)
        if at % 8 == 3:  # there was another before
            _add(tx, one.person.id, [_NAV], since, today, until=since + 30 * _DAY)
    _answer_for_waiting(tx, open_ones, today)
    _stand_in(tx, today)


def papers(tx: Transaction, today: date, words: Words) -> Mapping[str, bytes]:
    """One card, the figures about barriers and the form of the interview."""
    doubles = [line for line in contact_overview.lines(tx, today) if line.doubles]
    return {
        "who-helps-me": contact_points.card_pdf(tx, doubles[0].person_id, today),
        "barriers": barriers.report_pdf(tx, date.min, today, today, words),
        "interview-form": interviews.form_pdf(tx, words),
    }


def _add(
    tx: Transaction,
    person_id: UUID,
    known: Sequence[_Known],
    since: date,
    today: date,
    until: date | None = None,
) -> None:
    for role, name, service, phone, tasks in known:
        contact = ContactPoint(
            person_id=person_id,
            role=role,
            name=name,
            service=service,
            phone=phone,
            tasks=frozenset(ContactTask(task) for task in tasks.split()),
            since=min(since, today),
            until=until,
            stand_in="Åse Brekke" if role is ContactRole.WELFARE_OFFICE else "",
            stand_in_phone="40000906" if role is ContactRole.WELFARE_OFFICE else "",
        )
        contact_points.save(tx, contact, today)


def _answer_for_waiting(tx: Transaction, known: Sequence[PersonSummary], today: date) -> None:
    """Somebody is responsible for every other of those who wait; for the others nobody yet."""
    coordinators = offices.read(tx).coordinators
    waiting = [
        one
        for one in known
        if one.newcomer is not None and one.newcomer.status is not NewcomerStatus.PAIRED
    ]
    for at, one in enumerate(waiting[::2]):
        since = one.newcomer.registered_on if one.newcomer else today
        contact = ContactPoint(
            person_id=one.person.id,
            role=ContactRole.COORDINATOR,
            name=coordinators[at % len(coordinators)],
            phone=offices.read(tx).phone,
            since=since,
        )
        contact_points.save(tx, contact, today)


def _stand_in(tx: Transaction, today: date) -> None:
    coordinators = offices.read(tx).coordinators
    running = [row for row in pairings.rows(tx, today) if row.ended_on is None and row.coordinator]
    for row in running[::2]:
        other = next(name for name in coordinators if name != row.coordinator)
        pairings.hand_over(tx, row.id, row.coordinator, today, stand_in=other)


def _tell_arrivals(tx: Transaction, known: Sequence[PersonSummary], today: date) -> None:
    for at, one in enumerate(known):
        registration = people.registration(tx, one.person.id)
        if registration.newcomer is None:
            continue
        newcomer = replace(
            registration.newcomer,
            residence_basis=_BASES[at % len(_BASES)],
            arrived_year=registration.newcomer.registered_on.year
            - _YEARS_BEFORE[at % len(_YEARS_BEFORE)],
        )
        people.save(tx, replace(registration, newcomer=newcomer), today)
