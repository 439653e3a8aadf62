"""Who was introduced to which activity, and what came of it.

Where somebody trains on Tuesdays is where he is: an introduction of a protected person is neither
stored nor listed. One that was made before the protection stays in the person's own file, as far as
the office itself may know where he is, and counts in the figures.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.association_errors import (
    AlreadyIntroduced,
    IntroductionOver,
    IntroductionProtected,
    NotTakingPeople,
)
from mentorapp.domain.associations import (
    Activity,
    Introduction,
    check_introduction,
    days_since_asked,
    days_without_visit,
)
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, Purpose, may_use
from mentorapp.operations.handles import by_handle
from mentorapp.operations.intention import intention
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    """A line of the list; ``by`` is who introduced, as a name."""

    id: UUID
    introduction: Introduction
    person_number: int
    person: str
    activity: str
    organisation_id: UUID
    organisation: str
    by: str


def rows(
    tx: Transaction,
    *,
    activity_id: UUID | None = None,
    organisation_id: UUID | None = None,
) -> list[IntroductionRow]:
    """Introductions for a list, the newest first; those of protected people are not in it."""
    found = _found(tx, {} if activity_id is None else {"activity_id": activity_id})
    levels = shields.protections(tx)
    return [
        row
        for row in found
        if row.introduction.person_id not in levels
        and organisation_id in (None, row.organisation_id)
    ]


def row(tx: Transaction, introduction_id: UUID) -> IntroductionRow:
    """One line of the list; NotFound."""
    records.get(tx, Introduction, introduction_id)
    return _found(tx, {"id": introduction_id})[0]


def rows_of(tx: Transaction, person_id: UUID) -> list[IntroductionRow]:
    """One person's, for his own file; none where not even the office may know where he is."""
    if not may_use(shields.protection_of(tx, person_id), Purpose.CARE):
        return []
    return _found(tx, {"person_id": person_id})


def people_choices(tx: Transaction) -> list[tuple[UUID, str]]:
    """Ids and names with numbers of everybody who may be introduced, by name."""
    levels = shields.protections(tx)
    return [
        (one.id, f"{one.name} ({one.number})")
        for one in sorted(
            records.find(tx, Person, anonymised_on=None), key=lambda one: (one.name, one.number)
        )
        if one.id not in levels
    ]


def find(tx: Transaction, text: str) -> Introduction:
    """The introduction with this handle; NotFound for a protected person's too."""
    levels = shields.protections(tx)
    every = [one for one in records.find(tx, Introduction) if one.person_id not in levels]
    return by_handle(every, Introduction, text)


@intention
def introduce(tx: Transaction, introduction: Introduction, today: date) -> Introduction:
    """Note that somebody was introduced.

    Raises AlreadyIntroduced, NotTakingPeople or IntroductionProtected.
    """
    activity = records.get(tx, Activity, introduction.activity_id)
    if not activity.open:
        raise NotTakingPeople(activity.name)
    for one in records.find(
        tx, Introduction, person_id=introduction.person_id, activity_id=activity.id
    ):
        if one.is_open:
            raise AlreadyIntroduced(activity.name)
    return save(tx, introduction, today)


@intention
def save(tx: Transaction, introduction: Introduction, today: date) -> Introduction:
    """Change an introduction as a whole, or add it."""
    check_introduction(introduction, today)
    records.get(tx, Person, introduction.person_id)
    records.get(tx, Activity, introduction.activity_id)
    if shields.protection_of(tx, introduction.person_id) is not Protection.NONE:
        raise IntroductionProtected
    if records.find(tx, Introduction, id=introduction.id):
        return records.amend(tx, introduction)
    return records.add(tx, introduction)


@intention
def visited(tx: Transaction, introduction_id: UUID, on: date, today: date) -> Introduction:
    """The person was there for the first time."""
    return save(tx, replace(_stored(tx, introduction_id), first_visit_on=on), today)


@intention
def joined(tx: Transaction, introduction_id: UUID, on: date, today: date) -> Introduction:
    """The person became a member."""
    return save(tx, replace(_stored(tx, introduction_id), joined_on=on), today)


@intention
def still_member(tx: Transaction, introduction_id: UUID, on: date, today: date) -> Introduction:
    """Somebody looked: the person is still a member. Raises IntroductionOver."""
    stored = _stored(tx, introduction_id)
    if stored.left_on is not None:
        raise IntroductionOver(stored.left_on)
    return save(tx, replace(stored, member_on=on), today)


@intention
def left(tx: Transaction, introduction_id: UUID, on: date, today: date) -> Introduction:
    """The person is no longer a member, or nothing came of it."""
    return save(tx, replace(_stored(tx, introduction_id), left_on=on), today)


@intention
def delete(tx: Transaction, introduction_id: UUID) -> Introduction:
    """Delete it; returns what was, for ``restore``."""
    held = records.get(tx, Introduction, introduction_id)
    records.remove(tx, held)
    return held


@intention
def restore(tx: Transaction, introduction: Introduction) -> None:
    """Undo ``delete``: hand in what it returned."""
    records.restore(tx, introduction)


def attention(tx: Transaction, today: date) -> Iterator[Attention]:
    """Introductions to ask about: nobody has been there, or it is a year since one asked.

    ``detail`` is the activity's name. Of protected people nothing can be noted, so that a line
    about them would stay for good.
    """
    levels = shields.protections(tx)
    lines = []
    for one in records.find(tx, Introduction, left_on=None):
        if one.person_id in levels:
            continue
        if (days := days_without_visit(one, today)) is not None:
            lines.append((AttentionKind.FIRST_VISIT, one, days))
        elif (days := days_since_asked(one, today)) is not None:
            lines.append((AttentionKind.STILL_MEMBER, one, days))
    if not lines:
        return
    people = records.by_id(records.find(tx, Person, id={one.person_id for _, one, _ in lines}))
    names = {one.id: one.name for one in records.find(tx, Activity)}
    for kind, one, days in lines:
        yield Attention(
            kind=kind,
            severity=Severity.CALM,
            who=people[one.person_id].name,
            days=days,
            subject_id=one.id,
            person_id=one.person_id,
            detail=names[one.activity_id],
        )


def _found(tx: Transaction, wanted: dict[str, UUID]) -> list[IntroductionRow]:
    found = records.find(tx, Introduction, **wanted)
    ids = {one.person_id for one in found} | {
        one.introduced_by_id for one in found if one.introduced_by_id
    }
    people = records.by_id(records.find(tx, Person, id=ids))
    activities = records.by_id(records.find(tx, Activity))
    names = {one.id: one.name for one in records.find(tx, Organisation)}

    def by(one: Introduction) -> str:
        known = people.get(one.introduced_by_id) if one.introduced_by_id else None
        return known.name if known else one.introduced_by

    rows = [
        IntroductionRow(
            id=one.id,
            introduction=one,
            person_number=people[one.person_id].number,
            person=people[one.person_id].name,
            activity=activities[one.activity_id].name,
            organisation_id=activities[one.activity_id].organisation_id,
            organisation=names[activities[one.activity_id].organisation_id],
            by=by(one),
        )
        for one in found
    ]
    return sorted(rows, key=lambda row: (row.introduction.introduced_on, row.id), reverse=True)


def _stored(tx: Transaction, introduction_id: UUID) -> Introduction:
    return records.get(tx, Introduction, introduction_id)
