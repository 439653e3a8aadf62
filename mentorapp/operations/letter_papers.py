"""Reading all that letters say: values to print, free of the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.absences import Absence, stand_in_for
from mentorapp.domain.accounts import Who
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.errors import NothingToPrint
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.letters import ABOUT_A_PAIR, STANDARD_SET, LetterDue, LetterKind, Reader
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.office import Office
from mentorapp.domain.office_pictures import Pictures
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing, Responsibility, Side
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import (
    contact_points,
    households,
    letter_data,
    letter_texts,
    office_pictures,
    offices,
    second_person,
    word_lists,
)
from mentorapp.operations.contributions import by_organisation
from mentorapp.operations.places import place_name, place_of
from mentorapp.reference.word_lists import WordLists
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

if TYPE_CHECKING:
    from mentorapp.domain.contributions import Contribution

    # Paper is made of heavy libraries, and most of what is asked here needs none of them.
    from mentorapp.reports.letter_model import Letter
    from mentorapp.reports.letter_values import Half


@dataclass(frozen=True, slots=True)
class Prepared:
    """Values to make letters from. ``levels`` are the strictest protection each tells of,
    ``second`` is who agreed where two are needed.
    """

    dues: tuple[LetterDue, ...]
    letters: "tuple[Letter, ...]"
    levels: tuple[Protection, ...]
    word_lists: WordLists
    second: Who | None = None


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every letter of a run needs of the office."""

    office: Office
    pictures: Pictures
    schemes: Mapping[UUID, Scheme]
    absences: Sequence[Absence]
    texts: letter_texts.Texts
    today: date

    def usual(self) -> str:
        """The coordinator who signs where nobody else does."""
        return next(iter(self.office.coordinators), "")


def prepare(tx: Transaction, dues: Sequence[LetterDue], today: date) -> Prepared:
    """Read all that the letters say. Raises NothingToPrint when there are none, and
    SecondPersonNeeded where one is about somebody strictly confidential.
    """
    if not dues:
        raise NothingToPrint("letter")
    desk = _Desk(
        office=offices.read(tx),
        pictures=office_pictures.read(tx),
        schemes=records.by_id(records.find(tx, Scheme)),
        absences=records.find(tx, Absence),
        texts=letter_texts.read(tx),
        today=today,
    )
    made: dict[int, tuple[Letter, Protection]] = {}
    places = list(enumerate(dues))
    made.update(_about_pairs(tx, [at for at in places if at[1].kind in ABOUT_A_PAIR], desk))
    people = [at for at in places if at[1].person_id is not None and at[0] not in made]
    made.update(_to_people(tx, people, desk))
    made.update(_to_organisations(tx, [at for at in places if at[1].organisation_id], desk))
    in_order = [made[at] for at in range(len(dues))]
    levels = tuple(level for _letter, level in in_order)
    second_person.check_print(tx, levels)
    return Prepared(
        dues=tuple(dues),
        letters=tuple(letter for letter, _level in in_order),
        levels=levels,
        word_lists=word_lists.read(tx),
        second=tx.second,
    )


_Places = Sequence[tuple[int, LetterDue]]


def _about_pairs(
    tx: Transaction, places: _Places, desk: _Desk
) -> "dict[int, tuple[Letter, Protection]]":
    from mentorapp.reports.letter_values import PairingLetter

    ids = {one.pairing_id for _at, one in places}
    pairings = records.by_id(records.find(tx, Pairing, id=ids))
    halves = _halves(tx, list(pairings.values()))
    follow_ups = records.find(tx, FollowUp, pairing_id=ids, done_on=None)
    turns = {
        one.pairing_id: one
        for one in sorted(
            records.find(tx, Responsibility, pairing_id=ids),
            key=lambda one: (one.from_date, one.id),
        )
    }
    told = letter_data.of_pairs(tx, list(pairings.values()))
    found: dict[int, tuple[Letter, Protection]] = {}
    for at, due in places:
        assert due.pairing_id is not None  # noqa: S101 - these are about a pair
        pairing, turn = pairings[due.pairing_id], turns.get(due.pairing_id)
        coordinator = turn.coordinator if turn else desk.usual()
        scheme = desk.schemes[pairing.scheme_id]
        mentor = _sided(tx, halves[pairing.mentor_id], pairing.mentor_side)
        newcomer = _sided(tx, halves[pairing.newcomer_id], pairing.newcomer_side)
        to_newcomer = due.person_id == newcomer.person.id
        reader = newcomer if to_newcomer else mentor
        wished = reader.person.letter_language.value
        language, text, beside = desk.texts.chosen(
            due.kind, wished, desk.office.language, scheme.letter_set
        )
        letter: PairingLetter = PairingLetter(
            kind=due.kind,
            language=language,
            written_on=desk.today,
            office=desk.office,
            text=text,
            beside=beside,
            scheme=scheme,
            pairing=pairing,
            mentor=mentor,
            newcomer=newcomer,
            follow_ups=tuple(f for f in follow_ups if f.pairing_id == pairing.id),
            to_newcomer=to_newcomer,
            met=told[pairing.id].met,
            interpreter_language=told[pairing.id].interpreter_language,
            organisation=told[pairing.id].organisation,
            helping=_helping(tx, due.kind, newcomer.person, desk.today),
            coordinator=coordinator,
            pictures=desk.pictures,
            away=stand_in_for(
                coordinator, desk.absences, desk.today, turn.stand_in if turn else ""
            ),
        )
        found[at] = letter, strictest((mentor.protection, newcomer.protection))
    return found


def _helping(
    tx: Transaction, kind: LetterKind, newcomer: Person, today: date
) -> tuple[ContactPoint, ...]:
    """Asked for the card alone."""
    if kind is not LetterKind.WHO_IS_WHO:
        return ()
    return tuple(contact_points.helping(tx, newcomer, today))


def _to_people(
    tx: Transaction, places: _Places, desk: _Desk
) -> "dict[int, tuple[Letter, Protection]]":
    from mentorapp.reports.letters_to_people import PersonLetter

    ids = {one.person_id for _at, one in places if one.person_id}
    halves = {half.person.id: half for half in _half_of(tx, ids).values()}
    mentors = {one.person_id: one for one in records.find(tx, Mentor, person_id=ids)}
    newcomers = {one.person_id: one for one in records.find(tx, Newcomer, person_id=ids)}
    homes = letter_data.homes(tx, mentors.values())
    waited = any(due.kind is LetterKind.WAITING for _at, due in places)
    usual_wait = letter_data.usual_wait_of(tx, desk.today) if waited else None
    found: dict[int, tuple[Letter, Protection]] = {}
    for at, due in places:
        assert due.person_id is not None  # noqa: S101 - these are to a person
        half, mentor = halves[due.person_id], mentors.get(due.person_id)
        role = newcomers.get(due.person_id) if mentor is None else mentor
        if due.kind in _NEWCOMERS_FIRST and due.person_id in newcomers:
            role = newcomers[due.person_id]
        assert role is not None  # noqa: S101 - a person is one of the two
        schemes = tuple(
            one for one in desk.schemes.values() if one.active and one.key in role.schemes
        )
        wished, office = half.person.letter_language.value, desk.office
        letter_set = schemes[0].letter_set if schemes else STANDARD_SET
        language, text, beside = desk.texts.chosen(due.kind, wished, office.language, letter_set)
        letter: PersonLetter = PersonLetter(
            kind=due.kind,
            language=language,
            written_on=desk.today,
            office=desk.office,
            text=text,
            beside=beside,
            role=Reader.MENTOR if isinstance(role, Mentor) else Reader.NEWCOMER,
            half=half,
            registered_on=role.registered_on,
            schemes=schemes,
            usual_wait=usual_wait,
            organisation=homes.get(mentor.id, "") if mentor else "",
            coordinator=desk.usual(),
            pictures=desk.pictures,
            away=stand_in_for(desk.usual(), desk.absences, desk.today),
        )
        found[at] = letter, half.protection
    return found


#: Somebody who is both gets these as a newcomer.
_NEWCOMERS_FIRST = frozenset({LetterKind.WAITING, LetterKind.REGISTRATION, LetterKind.CONSENT})


def _to_organisations(
    tx: Transaction, places: _Places, desk: _Desk
) -> "dict[int, tuple[Letter, Protection]]":
    from mentorapp.reports.letters_to_organisations import OrganisationLetter

    ids = {one.organisation_id for _at, one in places}
    organisations = records.by_id(records.find(tx, Organisation, id=ids))
    given: dict[int, dict[UUID, Contribution]] = {}
    found: dict[int, tuple[Letter, Protection]] = {}
    for at, due in places:
        assert due.organisation_id is not None  # noqa: S101 - these are to an organisation
        year = due.due_since.year - 1
        if year not in given:
            given[year] = by_organisation(tx, date(year, 1, 1), date(year, 12, 31))
        one = organisations[due.organisation_id]
        language, text = desk.texts.best(due.kind, "", desk.office.language, STANDARD_SET)
        letter: OrganisationLetter = OrganisationLetter(
            kind=due.kind,
            language=language,
            written_on=desk.today,
            office=desk.office,
            text=text,
            organisation=one,
            postal_place=place_name(one.country, one.postal_code).upper(),
            year=year,
            contribution=given[year][one.id],
            coordinator=desk.usual(),
            pictures=desk.pictures,
            away=stand_in_for(desk.usual(), desk.absences, desk.today),
        )
        found[at] = letter, Protection.NONE
    return found


def _sided(tx: Transaction, half: "Half", side: Side) -> "Half":
    """The half with the household, where all of it is in the pair."""
    if side is Side.PERSON:
        return half
    return replace(half, side=side, family=households.family_of(tx, half.person))


def _halves(tx: Transaction, pairings: Sequence[Pairing]) -> "dict[UUID, Half]":
    """Everybody in these pairings by role id."""
    roles: list[Mentor | Newcomer] = [
        *records.find(tx, Mentor, id={one.mentor_id for one in pairings}),
        *records.find(tx, Newcomer, id={one.newcomer_id for one in pairings}),
    ]
    halves = _half_of(tx, {role.person_id for role in roles})
    return {role.id: halves[role.person_id] for role in roles}


def _half_of(tx: Transaction, ids: set[UUID]) -> "dict[UUID, Half]":
    """These people by id, with details that ``Half`` filters on paper."""
    from mentorapp.reports.letter_values import Half

    people = records.find(tx, Person, id=ids)
    levels = shields.protections(tx)
    details = {one.person_id: one for one in records.find(tx, ContactDetails, person_id=ids)}
    halves = {}
    for person in people:
        level = levels.get(person.id, Protection.NONE)
        open_details = details.get(person.id) if level is Protection.NONE else None
        place = place_of(open_details)
        halves[person.id] = Half(
            person=person,
            protection=level,
            details=open_details,
            postal_place=place.place.upper() if place else "",
            municipality=place.municipality if place else "",
        )
    return halves
