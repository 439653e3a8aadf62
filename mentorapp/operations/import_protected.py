"""What a list may not say about people with address protection."""

from mentorapp.domain.errors import InvalidField, Problem, ProtectedLocation
from mentorapp.domain.free_text import check_no_place
from mentorapp.domain.imports import RowReading
from mentorapp.domain.named_places import Places
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.records import Record
from mentorapp.domain.text import folded
from mentorapp.operations.import_known import Known
from mentorapp.operations.import_plan import PlannedRow
from mentorapp.operations.registrations import Registration

#: Fields of the contact details that a list may fill.
DETAILS = frozenset({"phone", "email", "address", "postal_code"})


def is_shielded(known: Known, row: PlannedRow, reading: RowReading) -> bool:
    """Whether a namesake, a likely twin or the household has address protection."""
    namesakes = known.by_name.get(folded(row.summary), [])
    people_meant = {*namesakes, *(one for one, _name in row.twins)}
    home = known.homes.by_label.get(folded(str(reading.values.get("household", ""))))
    levels = [known.homes.level(home)]
    levels += [known.level(known.people[one].person) for one in people_meant]
    return strictest(levels) is not Protection.NONE


def check_home(known: Known, one: Registration) -> None:
    """Nobody lives openly with somebody whose address is strictly confidential."""
    if known.level(one.person) is not Protection.STRICT:
        return
    if not one.details.is_empty:
        name = next(n for n in sorted(DETAILS) if getattr(one.details, n))
        raise ProtectedLocation(name)
    home = one.person.household_id
    for other in known.people.values() if home else ():
        lives_there = other.person.household_id == home and other.person.id != one.person.id
        if lives_there and not other.details.is_empty:
            raise InvalidField("protection", Problem.PROTECTED)


def check_texts(known: Known, one: Registration, before: Registration | None = None) -> None:
    """Nothing that is written about somebody strictly confidential names a place.

    Not asked where the list only raises the protection of whom ``before`` tells: refusing the row
    would be worse.
    """
    if known.level((before or one).person) is Protection.STRICT:
        for record in (one.person, one.mentor, one.newcomer):
            if record is not None:
                check_written(record, known.places)


def check_written(record: Record, places: Places) -> None:
    """Raise ProtectedLocation for a free text that names one of the places.

    Which one is not said: the refusal goes into the file of rows left out.
    """
    try:
        check_no_place(record, places)
    except InvalidField as refused:
        raise ProtectedLocation(refused.field) from refused
