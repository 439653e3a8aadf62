"""Forms with something typed in them that was not saved: kept, offered again, discarded."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.demands import Demand
from mentorapp.domain.events import Event
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.interviews import Interview
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.placements import Placement
from mentorapp.domain.plans import PlanGoal
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.questionnaires import Questionnaire
from mentorapp.domain.records import Record
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm, storable
from mentorapp.operations import free_text, pairings
from mentorapp.operations.intention import intention
from mentorapp.storage import records, seals, shields
from mentorapp.storage.database import Transaction

R = TypeVar("R", bound=Record)

_OF_PERSONS = (FormKind.MENTOR, FormKind.NEWCOMER)
#: Forms of what belongs to one person.
_BELONGING: Mapping[str, type[Record]] = {
    FormKind.PLACEMENT: Placement,
    FormKind.COMPETENCE_CARD: CompetenceCard,
    FormKind.PLAN_GOAL: PlanGoal,
    FormKind.CONTACT_POINT: ContactPoint,
    FormKind.INTERVIEW: Interview,
}

#: Forms of what belongs to a pairing.
_OF_PAIRINGS: Mapping[str, type[Meeting] | type[Questionnaire]] = {
    FormKind.MEETING: Meeting,
    FormKind.QUESTIONNAIRE: Questionnaire,
}


@intention
def keep(tx: Transaction, form: UnfinishedForm) -> UnfinishedForm:
    """Keep what was typed, in place of what was kept under this id before.

    What must not be stored about a protected person is left out. Writes nothing when the contents
    are what they were.
    """
    form = replace(form, contents=_storable(tx, form), kept_at=tx.now, typed_by=tx.actor)
    stored = records.find(tx, UnfinishedForm, id=form.id)
    if not stored:
        return records.add(tx, form)
    if (stored[0].contents, stored[0].seen_version) == (form.contents, form.seen_version):
        return stored[0]
    return records.amend(tx, replace(form, version=stored[0].version))


@intention
def discard(tx: Transaction, form_id: UUID) -> UnfinishedForm:
    """Throw away what was typed, from the file too; gives what it was. NotFound."""
    form = records.get(tx, UnfinishedForm, form_id)
    records.remove(tx, records.amend(tx, replace(form, contents={})))
    return form


@intention
def forget(tx: Transaction, form_id: UUID) -> None:
    """``discard`` for a form that was saved, or that may never have been kept."""
    if _stored(tx, UnfinishedForm, form_id) is not None:
        discard(tx, form_id)


@intention
def hold_to_protection(tx: Transaction) -> None:
    """Leave out what may not be stored any more, after somebody's protection was raised."""
    for form in records.find(tx, UnfinishedForm):
        records.amend(tx, replace(form, contents=_storable(tx, form)))


def person_of(tx: Transaction, form: UnfinishedForm) -> UUID | None:
    """Whose file a form of the kind belongs to; None where it is of nobody's."""
    person = _person(tx, form) if form.form in _BELONGING else None
    return person.id if person else None


def read(tx: Transaction, form_id: UUID) -> UnfinishedForm:
    """One of them; NotFound."""
    return records.get(tx, UnfinishedForm, form_id)


def all_forms(tx: Transaction) -> list[UnfinishedForm]:
    """Every form that was left open, the latest first."""
    return _latest_first(records.find(tx, UnfinishedForm))


def left_open(tx: Transaction, kind: FormKind, subject_id: UUID | None) -> list[UnfinishedForm]:
    """What was left of this form of this record, the latest first.

    The form of a person is one form, whichever role it was opened for.
    """
    kinds = _OF_PERSONS if kind in _OF_PERSONS and subject_id is not None else (kind,)
    found = records.find(
        tx, UnfinishedForm, form=[one.value for one in kinds], subject_id=subject_id
    )
    return _latest_first(found)


def named(tx: Transaction, form: UnfinishedForm) -> tuple[str, int]:
    """Whom or what the form is about: a name, empty when none was typed, and a pair's number."""
    pairing = _pairing(tx, form)
    if pairing is not None:
        mentor, newcomer = (records.get(tx, Person, one).name for one in pairings.both(tx, pairing))
        return f"{newcomer} – {mentor}", pairing.number
    if form.form == FormKind.ORGANISATION:
        organisation = _stored(tx, Organisation, form.subject_id)
        return form.contents.get("name", organisation.name if organisation else ""), 0
    if form.form == FormKind.DEMAND:
        demand = _stored(tx, Demand, form.subject_id)
        owner = demand.organisation_id if demand else form.subject_id
        organisation = _stored(tx, Organisation, owner)
        return organisation.name if organisation else "", 0
    if form.form == FormKind.EVENT:
        event = _stored(tx, Event, form.subject_id)
        return form.contents.get("name", event.name if event else ""), 0
    person = _person(tx, form)
    if form.form in _BELONGING:
        return person.name if person else "", 0
    typed = [
        form.contents.get(name, getattr(person, name) if person else "")
        for name in ("given_name", "family_name")
    ]
    return " ".join(filter(None, typed)), 0


def attention(tx: Transaction, today: date) -> Iterator[Attention]:
    """A line of Today for each."""
    for form in all_forms(tx):
        name, number = named(tx, form)
        person = _person(tx, form)
        yield Attention(
            kind=AttentionKind.UNFINISHED_FORM,
            severity=Severity.CALM,
            who=name,
            days=max(0, (today - form.kept_at.date()).days),
            subject_id=form.id,
            pairing_number=number,
            detail=form.form,
            person_id=person.id if person else None,
        )


def _latest_first(forms: Iterable[UnfinishedForm]) -> list[UnfinishedForm]:
    return sorted(forms, key=lambda form: (form.kept_at, form.id), reverse=True)


def _storable(tx: Transaction, form: UnfinishedForm) -> dict[str, str]:
    people = _concerned(tx, form)
    lost = form.form in _BELONGING and form.subject_id is not None and not people
    # About whom it is can no more be told: the strictest counts.
    level = Protection.STRICT if lost else _protection(tx, form, people)
    places = free_text.places(tx, people) if level is Protection.STRICT and not lost else None
    return storable(form.contents, level, places, seals=bool(seals.public_key(tx)))


def _protection(tx: Transaction, form: UnfinishedForm, people: Iterable[UUID]) -> Protection:
    """The strictest of what is stored, what was typed, and of the household that was chosen."""
    levels = shields.protections(tx)
    found = [levels.get(one, Protection.NONE) for one in people]
    typed = form.contents.get("protection")
    if typed:
        found.append(Protection(typed))
    home = form.contents.get("household_id", "")
    found += [
        levels.get(member.id, Protection.NONE)
        for member in records.find(tx, Person, household_id=list(_ids(home)))
    ]
    return strictest(found)


def _concerned(tx: Transaction, form: UnfinishedForm) -> tuple[UUID, ...]:
    pairing = _pairing(tx, form)
    if pairing is not None:
        return tuple(pairings.both(tx, pairing))
    person = _person(tx, form)
    return (person.id,) if person else ()


def _person(tx: Transaction, form: UnfinishedForm) -> Person | None:
    """Whom it is about: the record's, or the one who was chosen in the form."""
    belonging = _BELONGING.get(form.form)
    if belonging is None:
        return _stored(tx, Person, form.subject_id)
    stored = _stored(tx, belonging, form.subject_id)
    about = getattr(stored, "person_id", form.subject_id)
    for chosen in _ids(form.contents.get("person_id", "")):
        about = chosen
    return _stored(tx, Person, about)


def _pairing(tx: Transaction, form: UnfinishedForm) -> Pairing | None:
    if form.form not in (*_OF_PAIRINGS, FormKind.PAIRING):
        return None
    kind = _OF_PAIRINGS.get(form.form)
    stored = _stored(tx, kind, form.subject_id) if kind else None
    return _stored(tx, Pairing, stored.pairing_id if stored else form.subject_id)


def _stored(tx: Transaction, kind: type[R], record_id: UUID | None) -> R | None:
    found = records.find(tx, kind, id=record_id) if record_id is not None else []
    return found[0] if found else None


def _ids(text: str) -> Iterator[UUID]:
    """The id that a choice was kept as; a choice that is no record gives none."""
    try:
        yield UUID(text)
    except ValueError:
        return
