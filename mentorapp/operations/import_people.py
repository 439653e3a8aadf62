"""Mentors and newcomers from a list: who is known already, who is likely known, who is new.

Somebody is the same when the name agrees and a phone number, an e-mail address or (nothing else
contradicting) the year of birth does. Likely the same, and shown for decision, is whoever shares a
phone number or address with another name, or the name and year with other numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.contact_details import ContactDetails, without_where
from mentorapp.domain.errors import ProtectedLocation, Refused
from mentorapp.domain.households import Household
from mentorapp.domain.imports import ImportKind, NoteReason, RowNote, RowReading
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.people import Person, Transport
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.text import folded
from mentorapp.operations import people
from mentorapp.operations.import_known import Known, agrees, everybody, matches
from mentorapp.operations.import_organisations import added_note
from mentorapp.operations.import_plan import PlannedRow, RowStatus, Write, unreadable
from mentorapp.operations.import_protected import DETAILS, check_home, check_texts, is_shielded
from mentorapp.operations.long_work import LongWork
from mentorapp.operations.people import Registration
from mentorapp.storage.database import Transaction

_PERSON = frozenset(f.name for f in fields(Person)) - {"notes", "protection"}
#: Told by a list when somebody is new; later the office knows better than an old file.
_ONLY_WHEN_NEW = frozenset({"status", "registered_on"})


@dataclass(slots=True)
class PeoplePlan:
    """The rows, and what each would make of a person: somebody new, or a change to one of them.

    ``new_homes`` and ``homes`` are the households that go with the one and the other.
    """

    known: Known
    rows: list[PlannedRow] = field(default_factory=list)
    new: dict[int, Registration] = field(default_factory=dict)
    updates: dict[int, Registration] = field(default_factory=dict)
    new_homes: dict[int, Household] = field(default_factory=dict)
    homes: dict[int, Household] = field(default_factory=dict)

    def write(
        self,
        tx: Transaction,
        accepted: Sequence[tuple[PlannedRow, Write]],
        today: date,
        work: LongWork,
        /,
    ) -> None:
        """New households, then new people many at a time, then the changed ones."""
        new = [self.new[row.number] for row, write in accepted if write is Write.NEW]
        changed = [self.updates[row.number] for row, write in accepted if write is Write.UPDATE]
        homes = (
            (self.new_homes if write is Write.NEW else self.homes).get(row.number)
            for row, write in accepted
        )
        self.known.homes.write(tx, [home for home in homes if home is not None])
        for part in work.parts(new):
            people.save_new(tx, part, today)
        for one in work.over(changed):
            people.save(tx, one, today)


def plan_mentors(
    tx: Transaction, readings: Sequence[RowReading], today: date, work: LongWork
) -> PeoplePlan:
    """Compare each row of a list of mentors."""
    return _plan(tx, ImportKind.MENTORS, readings, today, work)


def plan_newcomers(
    tx: Transaction, readings: Sequence[RowReading], today: date, work: LongWork
) -> PeoplePlan:
    """Compare each row of a list of newcomers."""
    return _plan(tx, ImportKind.NEWCOMERS, readings, today, work)


def _plan(
    tx: Transaction,
    kind: ImportKind,
    readings: Sequence[RowReading],
    today: date,
    work: LongWork,
) -> PeoplePlan:
    known = everybody(tx, kind, readings, today)
    plan = PeoplePlan(known)
    for reading in work.over(readings):
        row = _row(plan, known, reading)
        if is_shielded(known, row, reading):
            # Who knows where somebody works finds him there.
            told = (one for one in row.remarks if one.reason is not NoteReason.NOT_REGISTERED)
            row = replace(row, shielded=True, remarks=tuple(told))
        plan.rows.append(row)
    return plan


def _row(plan: PeoplePlan, known: Known, reading: RowReading) -> PlannedRow:
    name = f"{reading.values.get('given_name', '')} {reading.values.get('family_name', '')}".strip()
    if not reading.readable:
        return unreadable(reading, name)
    reading = _with_place(reading)
    home = known.homes.meant(reading)
    blank = _blank(known, reading, home.id if home else None)
    try:
        blank = people.tidy(blank)
        people.check_new(blank, known.today)
        check_home(known, blank)
        check_texts(known, blank)
    except Refused as refused:
        return unreadable(reading, name, refused)
    same, likely = matches(known, blank)
    candidates = [same] if same else likely
    result = RowStatus.DUPLICATE if likely and not same else RowStatus.NEW
    changes: tuple[str, ...] = ()
    plan.new[reading.number] = blank
    if home is not None:
        plan.new_homes[reading.number] = home
    if candidates:
        stored = known.people[candidates[0]]
        home = known.homes.meant(reading, stored.person.household_id)
        try:
            merged = _merged(known, stored, reading, home.id if home else None)
            check_home(known, merged)
            check_texts(known, merged, stored)
        except Refused as refused:
            return unreadable(reading, name, refused)
        changes = _changes(stored, merged)
        plan.updates[reading.number] = merged
        if home is not None:
            plan.homes[reading.number] = home
            changes = tuple(dict.fromkeys((*changes, *known.homes.keep(home))))
        if same or (not changes and agrees(stored, blank)):
            result = RowStatus.CHANGED if changes else RowStatus.SAME
            if stored.person.number == 0:
                result = RowStatus.SAME if not changes else RowStatus.DUPLICATE
    if result in {RowStatus.NEW, RowStatus.DUPLICATE}:
        known.add(blank)
    return PlannedRow(
        number=reading.number,
        status=result,
        summary=name,
        changes=changes,
        remarks=(*reading.notes, *_unknown_organisation(known, reading)),
        twins=tuple((one, known.people[one].person.name) for one in candidates),
    )


def _blank(known: Known, reading: RowReading, household: UUID | None) -> Registration:
    """The row as somebody new."""
    values: Mapping[str, Any] = reading.values
    person = Person(
        **{
            "given_name": "",
            "letter_language": known.letter_language,
            **_some(values, _PERSON),
            "transport": _transport(values),
        },
        protection=values.get("protection", Protection.NONE),
        notes=_notes(known, values),
        household_id=household,
    )
    details = ContactDetails(person_id=person.id, country=known.country, **_some(values, DETAILS))
    role: dict[str, Any] = {"registered_on": known.today, **_role_values(known, reading)}
    if known.kind is ImportKind.MENTORS:
        mentor = Mentor(person_id=person.id, **role)
        return _agreed(Registration(person, details, mentor=_vetted(mentor, values)), values)
    newcomer = Newcomer(person_id=person.id, **{"status": NewcomerStatus.READY, **role})
    return _agreed(Registration(person, details, newcomer=newcomer), values)


def _transport(
    values: Mapping[str, Any], stored: frozenset[Transport] = frozenset()
) -> frozenset[Transport]:
    """How the person gets about. Lists ask whether somebody is willing to travel in a column of its
    own: it changes nothing else, and a column about cars does not change it.
    """
    travels = {Transport.TRAVELS}
    ways: frozenset[Transport] = values.get("transport", stored) | (stored & travels)
    if "travels" not in values:
        return ways
    return ways | travels if values["travels"] else ways - travels


def _agreed(one: Registration, values: Mapping[str, Any]) -> Registration:
    """With the consent that the row tells of, unless a basis for the register is stored already.

    One that was withdrawn is stored too: an old list does not give it back.
    """
    day, register = values.get("consent_given_on"), ConsentPurpose.REGISTER
    if day is None or any(consent.purpose is register for consent in one.consents):
        return one
    given = Consent(
        person_id=one.person.id, purpose=register, basis=LegalBasis.CONSENT, given_on=day
    )
    return replace(one, consents=(*one.consents, given))


def _notes(known: Known, values: Mapping[str, Any]) -> str:
    """The row's notes and what else would be lost: an employer that is not registered."""
    notes, employer = str(values.get("notes", "")), str(values.get("employer", ""))
    if not employer or folded(employer) in known.organisations:
        return notes
    return f"{notes}\n{values.get('employer_line', employer)}".strip()


def _vetted(mentor: Mentor, values: Mapping[str, object]) -> Mentor:
    """Without a status, a mentor who has signed, been trained or shown a certificate is approved:
    an office does that with nobody else. Anybody else has applied.
    """
    seen = (mentor.confidentiality_signed_on, mentor.training_done_on, mentor.certificate_seen_on)
    if "status" in values or not any(seen):
        return mentor
    return replace(mentor, status=MentorStatus.APPROVED)


def _merged(
    known: Known, stored: Registration, reading: RowReading, household: UUID | None
) -> Registration:
    """The stored person with the row's filled cells over it.

    Protection is only ever raised, and a protected person's location is not changed from a file:
    raises ProtectedLocation.
    """
    values: Mapping[str, Any] = reading.values
    level = strictest((stored.person.protection, values.get("protection", Protection.NONE)))
    person = replace(
        stored.person,
        **(_some(values, _PERSON) | {"transport": _transport(values, stored.person.transport)}),
        protection=level,
        notes=added_note(stored.person.notes, _notes(known, values)),
        household_id=household or stored.person.household_id,
    )
    details = replace(stored.details, **_some(values, DETAILS))
    if details != stored.details and known.level(stored.person) is not Protection.NONE:
        changed = next(n for n in DETAILS if getattr(details, n) != getattr(stored.details, n))
        raise ProtectedLocation(changed)
    if known.level(person) is Protection.STRICT:
        details = without_where(details)
    role = {
        name: value
        for name, value in _role_values(known, reading).items()
        if name not in _ONLY_WHEN_NEW
    }
    mentor, newcomer = stored.mentor, stored.newcomer
    blank = _blank(known, reading, household)
    if known.kind is ImportKind.MENTORS:
        mentor = replace(mentor, **role) if mentor else blank.mentor
    else:
        newcomer = replace(newcomer, **role) if newcomer else blank.newcomer
    merged = replace(stored, person=person, details=details, mentor=mentor, newcomer=newcomer)
    return people.tidy(_agreed(merged, values))


def _changes(stored: Registration, merged: Registration) -> tuple[str, ...]:
    """Names of the fields that differ, in the order of a form."""
    changed: list[str] = []
    for old, new in (
        (stored.person, merged.person),
        (stored.details, merged.details),
        (stored.mentor, merged.mentor),
        (stored.newcomer, merged.newcomer),
    ):
        if old is None and new is not None:
            changed.append("mentor" if isinstance(new, Mentor) else "newcomer")
        elif old is not None and new is not None:
            changed += [f.name for f in fields(old) if getattr(old, f.name) != getattr(new, f.name)]
    if stored.consents != merged.consents:
        changed.append("consents")
    renamed = {"organisation_id": "organisation", "household_id": "household"}
    return tuple(dict.fromkeys(renamed.get(name, name) for name in changed))


def _role_values(known: Known, reading: RowReading) -> dict[str, Any]:
    role = Mentor if known.kind is ImportKind.MENTORS else Newcomer
    names = frozenset(f.name for f in fields(role))
    values = _some(reading.values, names)
    for told, held in (("organisation", "organisation_id"), ("employer", "employer_id")):
        organisation = known.organisations.get(folded(str(reading.values.get(told, ""))))
        if organisation is not None:
            values[held] = organisation.id
    return values


def _unknown_organisation(known: Known, reading: RowReading) -> tuple[RowNote, ...]:
    """A word about an organisation that is not registered: the person is taken without it."""
    texts = {name: str(reading.values.get(name, "")) for name in ("organisation", "employer")}
    return tuple(
        RowNote(name, text, text, NoteReason.NOT_REGISTERED)
        for name, text in texts.items()
        if text and folded(text) not in known.organisations
    )


def _with_place(reading: RowReading) -> RowReading:
    """A town without a postal code is kept as the last line of the address."""
    place, values = reading.values.get("place"), dict(reading.values)
    values.pop("place", None)
    if place and "postal_code" not in values:
        values["address"] = "\n".join(
            part for part in (str(values.get("address", "")), str(place)) if part
        )
    return replace(reading, values=values)


def _some(values: Mapping[str, object], names: Iterable[str]) -> dict[str, Any]:
    return {name: values[name] for name in names if name in values}
