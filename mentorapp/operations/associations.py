"""What associations offer, and the figures of who was introduced to it."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.associations import (
    Activity,
    AssociationFigures,
    Introduction,
    IntroductionStep,
    association_figures,
    check_activity,
)
from mentorapp.domain.contact_details import check_phone
from mentorapp.domain.errors import InvalidField, Problem, StillInUse
from mentorapp.domain.office_errors import NameTaken, NotUnique
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.text import folded
from mentorapp.operations import word_lists
from mentorapp.operations.handles import by_handle
from mentorapp.operations.intention import counts_all, intention
from mentorapp.operations.places import check_postal_code, place_name
from mentorapp.reference.phones import to_e164
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """A line of the list. ``place`` has the postal place behind it where a code is given.

    ``introduced`` are all who were, ``members`` those of them who are members now.
    """

    id: UUID
    activity: Activity
    organisation: str
    place: str
    introduced: int
    members: int


def rows(tx: Transaction, organisation_id: UUID | None = None) -> list[ActivityRow]:
    """Every activity, or one association's, by association and name."""
    wanted = {} if organisation_id is None else {"organisation_id": organisation_id}
    names = {one.id: one.name for one in records.find(tx, Organisation)}
    introduced, members = Counter[UUID](), Counter[UUID]()
    for one in records.find(tx, Introduction):
        introduced[one.activity_id] += 1
        members[one.activity_id] += one.step is IntroductionStep.MEMBER
    rows = [
        ActivityRow(
            id=one.id,
            activity=one,
            organisation=names[one.organisation_id],
            place=where(one),
            introduced=introduced[one.id],
            members=members[one.id],
        )
        for one in records.find(tx, Activity, **wanted)
    ]
    return sorted(rows, key=lambda row: (row.organisation, row.activity.name, row.id))


def row(tx: Transaction, activity_id: UUID) -> ActivityRow:
    """One line of the list; NotFound."""
    activity = read(tx, activity_id)
    return next(row for row in rows(tx, activity.organisation_id) if row.id == activity_id)


def where(activity: Activity) -> str:
    """The place with the postal place, as on a leaflet."""
    town = place_name(activity.country, activity.postal_code)
    return ", ".join(part for part in (activity.place, town) if part)


def read(tx: Transaction, activity_id: UUID) -> Activity:
    """One activity; NotFound."""
    return records.get(tx, Activity, activity_id)


def choices(tx: Transaction, *, only_open: bool = False) -> list[tuple[UUID, str]]:
    """Ids and names with the association, to choose from."""
    return [
        (row.id, f"{row.activity.name} – {row.organisation}")
        for row in rows(tx)
        if row.activity.open or not only_open
    ]


def find(tx: Transaction, text: str) -> Activity:
    """The activity with this handle or name; NotFound, or NotUnique when there are several."""
    every = records.find(tx, Activity)
    named = [one for one in every if folded(one.name) == folded(text)]
    if len(named) > 1:
        raise NotUnique(text)
    return named[0] if named else by_handle(every, Activity, text)


@intention
def save(tx: Transaction, activity: Activity) -> Activity:
    """Add a new activity or change one. Raises NameTaken within its association."""
    check_activity(activity)
    for other in records.find(tx, Activity, organisation_id=activity.organisation_id):
        if other.id != activity.id and folded(other.name) == folded(activity.name):
            raise NameTaken(other.name)
    check_postal_code(activity.country, activity.postal_code)
    for key in sorted(activity.interests - word_lists.read(tx).interests.keys()):
        raise InvalidField("interests", Problem.UNKNOWN_VALUE, key)
    records.get(tx, Organisation, activity.organisation_id)
    phone = to_e164(activity.contact_phone, activity.country) or activity.contact_phone.strip()
    check_phone("contact_phone", phone)
    activity = replace(activity, contact_phone=phone)
    if records.find(tx, Activity, id=activity.id):
        return records.amend(tx, activity)
    return records.add(tx, activity)


@intention
def delete(tx: Transaction, activity_id: UUID) -> Activity:
    """Delete it unless somebody was introduced to it (StillInUse): then it can be closed.

    Returns what was, for ``restore``.
    """
    introduced = records.find(tx, Introduction, activity_id=activity_id)
    if introduced:
        raise StillInUse("activity", "introduction", len(introduced))
    held = read(tx, activity_id)
    records.remove(tx, held)
    return held


@intention
def restore(tx: Transaction, activity: Activity) -> None:
    """Undo ``delete``: hand in what it returned."""
    records.restore(tx, activity)


@counts_all
def figures(tx: Transaction, first: date, last: date, today: date) -> AssociationFigures:
    """What came of introductions from ``first`` to ``last``; protected people count too."""
    of = {one.id: one.organisation_id for one in records.find(tx, Activity)}
    return association_figures(records.find(tx, Introduction), of, first, last, today)


@counts_all
def joined_people(tx: Transaction, first: date, last: date, today: date) -> int:
    """How many different people joined an association: what a goal counts."""
    return figures(tx, first, last, today).joined
